"""All the text of a page in document order, block by block: the raw text of HTML.

What belongs here: which elements part text, and which hold none. What does not: which blocks are the article.
"""

from __future__ import annotations

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
BREAKS = dict.fromkeys(ROWS, "\n") | dict.fromkeys(PARAGRAPHS, "\n\n")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the raw text that no element parts."""

    start: int
    end: int
    text: str
    tag: str  # of the element that it begins in


def page_text(tree: HtmlElement) -> tuple[str, tuple[Block, ...]]:
    """The raw text of a page and its blocks. White space is one space in a block; a line or a blank line between.

    The tree loses what nobody sees: call this when nothing else needs it.
    """
    etree.strip_elements(tree, *UNSEEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for gap, text, tag in _blocks(tree):
        lead = gap if parts else ""
        parts.append(lead + text)
        length += len(lead)
        blocks.append(Block(length, length + len(text), text, tag))
        length += len(text)
    return "".join(parts), tuple(blocks)


def _blocks(tree: HtmlElement) -> Iterator[tuple[str, str, str]]:
    """Each block with the gap before it, in document order and without recursion, however deep it is nested."""
    pending: list[str] = []
    gap, tag = "\n\n", "body"
    for action, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag
        breaks = BREAKS.get(name)
        if breaks:
            text = " ".join("".join(pending).split())
            pending.clear()
            if text:
                yield gap, text, tag
                gap = breaks
            elif breaks == "\n\n":
                gap = breaks
            if action == "start":
                tag = name
        if action == "start":
            if element.text:
                pending.append(element.text)
        elif element.tail and element is not tree:
            pending.append(element.tail)
    text = " ".join("".join(pending).split())
    if text:
        yield gap, text, tag
