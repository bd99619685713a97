"""Reading HTML: trafilatura finds the article and the metadata, and its choice is laid over all the text of the page.

What belongs here: the alignment of what trafilatura keeps with the raw text. What does not: furniture that it passes.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import load_html, repair_faulty_html

from sitrep.clean.blocks import Block, page_text
from sitrep.clean.decoding import decode, uniform
from sitrep.clean.lines import split_lines
from sitrep.clean.pagemeta import page_dates
from sitrep.clean.reading import Reading
from sitrep.clean.sections import LIVE
from sitrep.clean.spans import Span
from sitrep.clean.stamps import read_clock, read_stamp
from sitrep.records import Delivery

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]+)", re.IGNORECASE
)
HEAD_BYTES = 4096
SQUASHED = re.compile(r"[\W_]+")
#: A block this long (letters and digits alone) is known again wherever it stands; shorter ones must match a whole line.
SURE_LENGTH = 25
#: Old pages never close their elements, so that each paragraph lies in all before it: over 256 levels in libxml2's
#: usual bounds are cut off without a word, over 2,000 in these.
PARSER = HTMLParser(
    collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
)
TAGS = re.compile(r"<(script|style|head)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
MARKUP = re.compile(r"<[a-zA-Z!][^<>]{0,2000}>")
TAGS_LOOKED_AT = 2_000_000
LETTERS = re.compile(r"[^\W\d_]")
FEWEST_LETTERS = 20
#: A time of day with its zone and label is no longer than this.
TIME_LENGTH = 48
LIVE_PAGE = ("LiveBlogPosting", "liveBlogUpdate")
#: How many blocks before the first of the article may hold its stamp and its title.
HEAD_BLOCKS = 25
#: Trafilatura is told to look for dates in the usual places alone: a guess from any text would date everything wrongly.
DATE_OPTIONS: dict[str, Any] = {"extensive_search": False}


def read_html(delivery: Delivery) -> Reading:
    """The text of a page with the stretches that are not its article cut."""
    declared = next((name for name in _declared(delivery.payload) if name), delivery.sidecar.get("charset"))
    decoded = decode(delivery.payload, declared)
    if decoded.problem is not None:
        return Reading("", problem=decoded.problem)
    return page(decoded.text, decoded.encoding, delivery.sidecar.get("url"))


def _declared(payload: bytes) -> Iterator[str | None]:
    found = CHARSET.search(payload[:HEAD_BYTES])
    for name in found.groups() if found else ():
        yield name.decode("ascii", "replace") if name else None


def page(markup: str, encoding: str | None, url: str | None) -> Reading:
    """Reading of a whole page."""
    tree = _parsed(markup)
    if tree is None:
        return Reading(markup, encoding)  # no page after all: text as it stands
    document = _extracted(tree)
    address = url or (document.url if document else None)
    dates = page_dates(tree, address)
    text, blocks = page_text(tree)
    if not blocks and len(LETTERS.findall(TAGS.sub(" ", markup[:TAGS_LOOKED_AT]))) >= FEWEST_LETTERS:
        return Reading("", encoding, "nested too deep: no parser gets to its text")
    kept = _kept(blocks, document)
    title = document.title if document and document.title else None
    _keep_title(blocks, kept, title)
    if any(mark in markup for mark in LIVE_PAGE) or LIVE.search((title or "").lower()):
        _keep_times(blocks, kept)
    return Reading(
        uniform(text),
        encoding,
        None,
        title,
        document.author if document else None,
        document.sitename if document else None,
        address,
        (tree.get("lang") or "")[:2].lower() or None,
        dates,
        tuple(_cuts(blocks, kept, len(text))),
        tuple(_beside(blocks, kept)),
    )


def fragment(markup: str, title: str | None) -> str:
    """The text of a piece of HTML (a feed's entry, a record's body): all of it, below its title."""
    tree = _parsed(f"<html><body><div>{markup}</div></body></html>")
    text = page_text(tree)[0] if tree is not None else markup
    return uniform(f"{title}\n\n{text}" if title and not text.startswith(title) else text)


def _parsed(markup: str) -> HtmlElement | None:
    """The tree of a page as trafilatura would load it, but for the depth to which elements may be nested."""
    if not MARKUP.search(markup):
        return None
    try:
        tree = document_fromstring(repair_faulty_html(markup, markup[:50].lower()), parser=PARSER)
    except (ValueError, TypeError, etree.LxmlError, RecursionError):
        tree = None
    if tree is not None and len(tree):
        return tree
    try:
        return load_html(markup)
    except (ValueError, TypeError, etree.LxmlError, RecursionError):
        return None


def _extracted(tree: HtmlElement) -> Document | None:
    """What trafilatura makes of a page; None where it finds nothing or fails, which odd pages make it do."""
    try:
        found = bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=DATE_OPTIONS)
    except Exception:  # third-party code on hostile input: whatever it raises, the page is read without it
        return None
    return found if isinstance(found, Document) else None


def _squash(text: str) -> str:
    return SQUASHED.sub("", text).lower()


def _kept(blocks: Sequence[Block], document: Document | None) -> list[bool]:
    """For each block whether it is of the article; all of them where no article was found."""
    lines = [_squash(line) for line in (document.text or "").split("\n")] if document else []
    whole = "".join(lines)
    if not whole:
        return [True] * len(blocks)
    remaining = Counter(lines)
    long_lines = [line for line in lines if len(line) >= SURE_LENGTH]
    kept, at = [], 0
    for block in blocks:
        squashed = _squash(block.text)
        found = whole.find(squashed, at) if len(squashed) >= SURE_LENGTH else -1
        if found >= 0:
            at = found + len(squashed)
        exact = remaining[squashed] > 0
        remaining[squashed] -= exact
        held = len(squashed) > SURE_LENGTH and found < 0 and not exact and any(line in squashed for line in long_lines)
        kept.append(bool(squashed) and (found >= 0 or exact or held))
    return _without_strays(blocks, kept)


def _without_strays(blocks: Sequence[Block], kept: list[bool]) -> list[bool]:
    """Short lines far above the article (a menu that names it) are no part of it."""
    sure = [n for n, block in enumerate(blocks) if kept[n] and len(block.text) >= SURE_LENGTH * 3]
    if sure:
        for number in range(sure[0]):
            if len(blocks[number].text) < SURE_LENGTH and sure[0] - number > HEAD_BLOCKS:
                kept[number] = False
    return kept


def _keep_times(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Keep the times between the posts of a live page: they divide it."""
    article = [number for number, keep in enumerate(kept) if keep and len(blocks[number].text) >= SURE_LENGTH]
    for number in range(article[0], article[-1]) if article else ():
        text = blocks[number].text
        if not kept[number] and len(text) < TIME_LENGTH and any(map(str.isdigit, text)):
            (line,) = split_lines(text)
            kept[number] = bool(read_clock(line) or read_stamp(line))


def _keep_title(blocks: Sequence[Block], kept: list[bool], title: str | None) -> None:
    """Keep the title where it stands above the article: as a heading, else as any block nearest to it."""
    wanted = _squash(title or "")
    first = next((n for n, one in enumerate(kept) if one and len(blocks[n].text) >= SURE_LENGTH * 2), len(blocks))
    if not wanted or any(kept[n] and _squash(blocks[n].text) == wanted for n in range(min(first + 3, len(blocks)))):
        return
    places = [n for n in range(first) if _squash(blocks[n].text) == wanted]
    headings = [n for n in places if blocks[n].tag in ("h1", "h2")]
    for number in headings[-1:] or places[-1:]:
        kept[number] = True


def _cuts(blocks: Sequence[Block], kept: Sequence[bool], length: int) -> Iterator[Span]:
    """Runs of blocks that are not of the article, each with the space up to the next block that is."""
    start = None
    for block, keep in zip(blocks, kept, strict=True):
        if keep and start is not None:
            yield Span(start, block.start, "html.not_article")
            start = None
        elif not keep and start is None:
            start = block.start
    if start is not None:
        yield Span(start, length, "html.not_article")


def _beside(blocks: Sequence[Block], kept: Sequence[bool]) -> Iterator[str]:
    """Blocks cut above the article's text: its stamp and byline are among them."""
    first = next((n for n, one in enumerate(kept) if one and len(blocks[n].text) >= SURE_LENGTH * 3), 0)
    for number in range(max(0, first - HEAD_BLOCKS), first):
        if not kept[number]:
            yield blocks[number].text
