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
BREAKS = dict.fromkeys(ROWS, "\n") | dict.fromkeys(PARAGRAPHS, "\n\n")
#: A sign where an element begins and one where it ends, from the last plane of private characters, which no page uses.
SIGNS = {name: (chr(0x100000 + 2 * n), chr(0x100001 + 2 * n)) for n, name in enumerate(BREAKS)}
SIGN = re.compile(f"([{chr(0x100000)}-{chr(0x100000 + 2 * len(SIGNS))}])")
#: What each sign means: the gap before the next block, and the element that it begins.
MEANING = {sign: (BREAKS[name], name if n == 0 else "") for name, both in SIGNS.items() for n, sign in enumerate(both)}
CLOSING_SIGN = SIGNS["body"][1]


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
    """Each block with the gap before it, in document order, however deep it is nested.

    Where an element parts text, a sign is set into the text; the text is then taken in one piece and split at them.
    """
    tree.tail = None
    for element in tree.iter(*BREAKS):
        opening, closing = SIGNS[element.tag]
        element.text = opening + (element.text or "")
        element.tail = closing + (element.tail or "")
    pieces = SIGN.split(etree.tostring(tree, method="text", encoding="unicode"))
    gap, tag = "\n\n", "body"
    for text, sign in zip(pieces[::2], [*pieces[1::2], CLOSING_SIGN], strict=True):
        if block := " ".join(text.split()):
            yield gap, block, tag
            gap = MEANING[sign][0]
        elif MEANING[sign][0] == "\n\n":
            gap = "\n\n"
        tag = MEANING[sign][1] or tag
