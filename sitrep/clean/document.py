"""From one delivery to clean documents: the steps in their order.

What belongs here: the order, and putting a document together. What does not: how each step decides.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sitrep.clean.dateline import Dateline, is_chronology, read_dateline
from sitrep.clean.dating import Evidence, publication
from sitrep.clean.furniture import add_stamps, judge
from sitrep.clean.language import READ, identify
from sitrep.clean.lines import Line, split_lines
from sitrep.clean.readers import read
from sitrep.clean.reading import Reading
from sitrep.clean.repair import find_damage
from sitrep.clean.rules import CleaningRules
from sitrep.clean.sections import Section, dates_of, find_sections
from sitrep.clean.signature import signature
from sitrep.clean.site import host_of, site_of
from sitrep.clean.spans import Assembled, Piece, Span, assemble, repaired
from sitrep.clean.verdict import Verdict
from sitrep.records import CleanDocument, Cut, Delivery, Published
from sitrep.sources.identity import DOCUMENT_HEX

#: Signs that pages put before and after a title.
TITLE_MARKS = re.compile(r"^[^\w\"'“‘«(\[$€£#@]+|\s+$")
#: Below this many letters nothing was reported.
FEWEST_LETTERS = 20
#: So many lines behind the first paragraph may be captions that stand before the report's own first line.
_CAPTIONS = 3


def clean(delivery: Delivery, document_id: str, as_of: dt.date, rules: CleaningRules) -> tuple[CleanDocument, ...]:
    """The clean documents of a delivery (more than one for a live blog). What cannot be read has a problem."""
    reading = read(delivery)
    if reading.problem is not None:
        return (_unreadable(delivery, document_id, reading, reading.problem),)
    text, pieces = repaired(reading.text, find_damage(reading.text))
    page = _page(text, pieces, delivery, reading, rules)
    assembled = assemble(reading.text, text, pieces, page.spans)
    if problem := _emptiness(reading.text, assembled.clean_text):
        return (_unreadable(delivery, document_id, reading, problem),)
    whole = _document(delivery, document_id, as_of, reading, page, assembled)
    sections = find_sections(page.lines, page.verdict, whole.title) if whole.problem is None else ()
    return tuple(_section_documents(whole, sections, text, pieces, page)) if sections else (whole,)


def _section_documents(
    whole: CleanDocument, sections: Sequence[Section], text: str, pieces: Sequence[Piece], page: _Page
) -> Iterator[CleanDocument]:
    """A document for each section: the page's text, of which it keeps its own part; the rest is cut as another's."""
    for number, (section, published) in enumerate(zip(sections, dates_of(sections, whole.published), strict=True)):
        start = 0 if number == 0 else page.lines[section.first].row_start
        end = page.lines[section.last + 1].row_start if section.last + 1 < len(page.lines) else len(text)
        lines = [line for line in page.lines[section.first : section.last + 1] if page.verdict.open(line)]
        outside = [Span(0, start, "section.other"), Span(end, len(text), "section.other")]
        outside += [Span(line.end, end, "layout.edge") for line in lines[-1:]]
        assembled = assemble(whole.raw_text, text, pieces, [*outside, *page.spans])
        heads = page.title if number == 0 else None
        headline = page.lines[section.headline] if section.headline is not None else heads
        title_start, title_end = _title_place(headline or heads, assembled)
        own = assembled.clean_text[title_start:title_end] if title_start is not None else None
        dateline = next((found for line in lines[:2] if (found := read_dateline(line.text))), None)
        yield replace(
            whole,
            document_id=hashlib.sha256(f"{whole.document_id}#{number}".encode()).hexdigest()[:DOCUMENT_HEX],
            clean_text=assembled.clean_text,
            segments=assembled.segments,
            cuts=assembled.cuts,
            title=own or whole.title,
            title_start=title_start,
            title_end=title_end,
            dateline_place=dateline.place if dateline else whole.dateline_place,
            published=published,
            signature=signature(assembled.clean_text),
            parent_document_id=whole.document_id,
            section=number,
        )


def _unreadable(delivery: Delivery, document_id: str, reading: Reading, problem: str) -> CleanDocument:
    """A document of which nothing is left, with the reason; its text is one cut."""
    rule_id = f"unreadable.{problem.split(':')[0].replace(' ', '_')}"
    cuts = (Cut(0, len(reading.text), rule_id, reading.text),) if reading.text else ()
    return CleanDocument(
        document_id, reading.text, "", (), cuts, url=reading.url or delivery.sidecar.get("url"), title=reading.title,
        publisher=reading.publisher, media_type=delivery.media_type, encoding=reading.encoding, problem=problem,
    )  # fmt: skip


def _emptiness(raw: str, kept: str) -> str | None:
    """Why nothing readable came of a text, if nothing did."""
    if not raw.strip():
        return "empty: no text"
    if sum(char.isalpha() for char in kept[:200]) < FEWEST_LETTERS and sum(map(str.isalpha, kept)) < FEWEST_LETTERS:
        return (
            "boilerplate: nothing but furniture of a page"
            if len(raw.strip()) > FEWEST_LETTERS
            else "empty: hardly any text"
        )
    return None


@dataclass(frozen=True, slots=True)
class _Page:
    """What was found out about a text: its lines, what is cut of it, and where its report begins."""

    lines: Sequence[Line]
    verdict: Verdict
    spans: Sequence[Span]
    dateline: Dateline | None
    title: Line | None


def _page(text: str, pieces: Sequence[Piece], delivery: Delivery, reading: Reading, rules: CleaningRules) -> _Page:
    given = [Span(_repaired_offset(pieces, s.start), _repaired_offset(pieces, s.end), s.rule_id) for s in reading.cuts]
    lines = split_lines(text, _gaps(given, len(text)))
    verdict = judge(lines, rules, site_of(reading.url, delivery.source_name), reading.title)
    add_stamps(split_lines("\n".join(reading.beside)), verdict)
    spans = [*given, *verdict.parts, *_line_spans(lines, verdict), *_edges(lines, verdict)]
    title = lines[verdict.title] if verdict.title is not None else None
    return _Page(lines, verdict, spans, _dateline(lines, verdict, title), title)


def _dateline(lines: Sequence[Line], verdict: Verdict, title: Line | None) -> Dateline | None:
    """The dateline of the first paragraph, or of what stands before it; the entries of a chronology have none."""
    opened = [line for line in lines if verdict.open(line)]
    if is_chronology([line.text for line in opened]):
        return None
    first = next((number for number, line in enumerate(opened) if line.prose and line is not title), 0)
    read = (read_dateline(line.text) for line in reversed(opened[: first + 1]))
    behind = (read_dateline(line.text) for line in opened[first + 1 : first + 1 + _CAPTIONS])
    signed = (found for found in behind if found is not None and found.agency and found.date is not None)
    return next(filter(None, read), None) or next(signed, None)


def _repaired_offset(pieces: Sequence[Piece], raw_offset: int) -> int:
    for piece in pieces:
        if raw_offset < piece.raw_end:
            return piece.start if piece.rule_id else piece.start + raw_offset - piece.raw_start
    return pieces[-1].end if pieces else 0


def _gaps(spans: Sequence[Span], length: int) -> list[tuple[int, int]]:
    """The stretches that no span covers."""
    gaps, at = [], 0
    for span in sorted(spans, key=lambda s: s.start):
        if span.start > at:
            gaps.append((at, span.start))
        at = max(at, span.end)
    if at < length or not gaps:
        gaps.append((at, length))
    return gaps


def _line_spans(lines: Sequence[Line], verdict: Verdict) -> Iterator[Span]:
    """Each cut line with the white space up to the next one."""
    for line in lines:
        if not verdict.open(line):
            yield Span(line.row_start, line.next_start, verdict.rules[line.number])


def _edges(lines: Sequence[Line], verdict: Verdict) -> Iterator[Span]:
    """White space before the first line that is kept and behind the last one."""
    kept = [line for line in lines if verdict.open(line)]
    if kept:
        yield Span(0, lines[0].start, "layout.edge")
        yield Span(kept[-1].end, kept[-1].next_start, "layout.edge")


def _document(
    delivery: Delivery, document_id: str, as_of: dt.date, reading: Reading, page: _Page, assembled: Assembled
) -> CleanDocument:
    title_start, title_end = _title_place(page.title, assembled)
    title = reading.title or (assembled.clean_text[title_start:title_end] if title_start is not None else None)
    language = identify(assembled.clean_text, reading.language)
    return CleanDocument(
        document_id=document_id,
        raw_text=reading.text,
        clean_text=assembled.clean_text,
        segments=assembled.segments,
        cuts=assembled.cuts,
        title=TITLE_MARKS.sub("", title) or None if title else None,
        title_start=title_start,
        title_end=title_end,
        byline=_byline(reading, page),
        publisher=_publisher(reading, page),
        dateline_place=page.dateline.place if page.dateline else None,
        url=reading.url,
        published=_published(reading, page, assembled, as_of),
        language=language,
        media_type=delivery.media_type,
        encoding=reading.encoding,
        signature=signature(assembled.clean_text),
        problem=None if language in READ or language is None else f"language: no engine reads '{language}'",
    )


def _title_place(title: Line | None, assembled: Assembled) -> tuple[int | None, int | None]:
    """Where the kept part of the title's line stands in the clean text."""
    if title is None:
        return None, None
    offsets = [o for n in range(title.start, title.end) if (o := assembled.clean_offset(n)) is not None]
    return (offsets[0], offsets[-1] + 1) if offsets else (None, None)


def _byline(reading: Reading, page: _Page) -> str | None:
    names = [byline.name for byline in page.verdict.bylines]
    return reading.byline or (names[0] if names else None)


def _publisher(reading: Reading, page: _Page) -> str | None:
    """Who brought the text: as stated, as its byline or address says, else the agency of its dateline."""
    if reading.publisher:
        return reading.publisher
    for byline in page.verdict.bylines:
        if byline.site:
            return byline.site
    if page.verdict.outlets:
        return page.verdict.outlets[0]
    if host := host_of(reading.url):
        return host
    return page.dateline.agency if page.dateline else None


def _published(reading: Reading, page: _Page, assembled: Assembled, as_of: dt.date) -> Published:
    verdict = page.verdict
    evidence = Evidence(
        reading.dates, verdict.stamps, page.dateline, verdict.captions, assembled.clean_text, verdict.title,
        host_of(reading.url),
    )  # fmt: skip
    return publication(evidence, as_of)
