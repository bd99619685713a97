"""All the text of a page in document order, block by block: the raw text of HTML.

What belongs here: which elements part text, and which hold none. What does not: which blocks are the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

#: Elements whose text nobody sees.
UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "embed", "canvas", "math", "select")
)
#: Elements that stand apart by a blank line, and those that begin a line of their own.
PARAGRAPHS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "figcaption", "ul", "ol", "table", "section",
     "article", "header", "footer", "nav", "aside", "form", "main", "hr", "pre", "dl", "address", "details")
)  # fmt: skip
ROWS = frozenset(
    ("div", "li", "br", "tr", "td", "th", "dt", "dd", "option", "body", "button", "label", "legend", "time")
)
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the raw text that no element parts."""

    start: int
    end: int
    text: str
    tag: str  # of the element that it begins in
    time: str | None = None  # machine-readable, where the element is a time


def page_text(tree: HtmlElement) -> tuple[str, tuple[Block, ...]]:
    """The raw text of a page and its blocks. White space is one space in a block; a line or a blank line between."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for gap, text, tag, time in _blocks(tree):
        lead = gap if parts else ""
        parts.append(lead + text)
        length += len(lead)
        blocks.append(Block(length, length + len(text), text, tag, time))
        length += len(text)
    return "".join(parts), tuple(blocks)


def _blocks(tree: HtmlElement) -> Iterator[tuple[str, str, str, str | None]]:
    """Each block with the gap before it."""
    pending: list[str] = []
    gap, tag, time = "\n\n", "body", None
    for kind, value, name, stamp in _events(tree):
        if kind == "text":
            pending.append(value)
            continue
        text = SPACE.sub(" ", "".join(pending)).strip()
        pending.clear()
        if text:
            yield gap, text, tag, time
            gap = value
        elif value == "\n\n":
            gap = value
        tag, time = name or tag, stamp
    text = SPACE.sub(" ", "".join(pending)).strip()
    if text:
        yield gap, text, tag, time


def _events(tree: HtmlElement) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Text and breaks in document order, without recursion: pages may be nested as deep as they like."""
    skip_until = None
    for action, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else None
        breaks = "\n\n" if name in PARAGRAPHS else "\n" if name in ROWS else ""
        if action == "start" and skip_until is None:
            if name in UNSEEN:
                skip_until = element
                continue
            if breaks:
                yield "break", breaks, name, element.get("datetime") if name == "time" else None
            if element.text:
                yield "text", element.text, None, None
        elif action != "start":
            if skip_until is not None and element is not skip_until:
                continue
            if skip_until is None and breaks:
                yield "break", breaks, None, None
            skip_until = None
            if element.tail and element is not tree:
                yield "text", element.tail, None, None
