"""The map between raw and clean text: stretches kept, repaired and cut.

What belongs here: putting a clean document's text, segments and cuts together, and walking the map both ways.
What does not: deciding what is cut or repaired.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitrep.records import Cut, Segment


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the raw text that stands differently in the repaired text."""

    raw_start: int
    raw_end: int
    replacement: str
    rule_id: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the repaired text to cut, and why."""

    start: int
    end: int
    rule_id: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the repaired text with the raw stretch it stands for; `rule_id` where it was changed."""

    start: int
    end: int
    raw_start: int
    raw_end: int
    rule_id: str | None = None


def repaired(raw: str, edits: Sequence[Edit]) -> tuple[str, tuple[Piece, ...]]:
    """The raw text with its edits made (they are in order and apart), and the pieces that it consists of."""
    if not edits:
        return raw, (Piece(0, len(raw), 0, len(raw)),)
    texts: list[str] = []
    pieces: list[Piece] = []
    at = made = 0
    for edit in edits:
        for start, end, text, rule_id in (
            (at, edit.raw_start, raw[at : edit.raw_start], None),
            (edit.raw_start, edit.raw_end, edit.replacement, edit.rule_id),
        ):
            if end > start:
                pieces.append(Piece(made, made + len(text), start, end, rule_id))
                texts.append(text)
                made += len(text)
        at = edit.raw_end
    if at < len(raw):
        pieces.append(Piece(made, made + len(raw) - at, at, len(raw)))
        texts.append(raw[at:])
    return "".join(texts), tuple(pieces)


@dataclass(frozen=True, slots=True)
class Assembled:
    """A clean text with its map to the raw text."""

    clean_text: str
    segments: tuple[Segment, ...]
    cuts: tuple[Cut, ...]
    kept: tuple[tuple[int, int, int], ...]  # start and end in the repaired text, start in the clean text

    def clean_offset(self, repaired_offset: int) -> int | None:
        """Where a character of the repaired text stands in the clean text, if it was kept."""
        at = bisect_right(self.kept, repaired_offset, key=lambda k: k[0]) - 1
        if at < 0:
            return None
        start, end, clean = self.kept[at]
        return clean + repaired_offset - start if repaired_offset < end else None


def assemble(raw: str, text: str, pieces: Sequence[Piece], spans: Iterable[Span]) -> Assembled:
    """The clean text: what no span cuts, in order, with every raw character either in a segment or in a cut."""
    clean: list[str] = []
    segments: list[Segment] = []
    cuts: list[tuple[int, int, str]] = []
    kept: list[tuple[int, int, int]] = []
    length = 0
    for start, end, piece, rule_id in _stretches(pieces, spans, len(text)):
        same = piece.rule_id is None
        raw_start = piece.raw_start + (start - piece.start if same else 0)
        raw_end = piece.raw_start + (end - piece.start) if same else piece.raw_end
        if rule_id is not None or not same:
            _add_cut(cuts, raw_start, raw_end, rule_id or str(piece.rule_id))
        elif segments and (segments[-1].clean_end, _raw_end(segments[-1])) == (length, raw_start):
            segments[-1] = Segment(segments[-1].clean_start, length + end - start, segments[-1].raw_start)
        else:
            segments.append(Segment(length, length + end - start, raw_start))
        if rule_id is None and end > start:
            clean.append(text[start:end])
            kept.append((start, end, length))
            length += end - start
    return Assembled(
        "".join(clean), tuple(segments), tuple(Cut(a, b, rule, raw[a:b]) for a, b, rule in cuts), tuple(kept)
    )


def _add_cut(cuts: list[tuple[int, int, str]], start: int, end: int, rule_id: str) -> None:
    """One more cut, joined to the one before it where both are one removal."""
    if cuts and cuts[-1][1] == start and cuts[-1][2] == rule_id and not rule_id.startswith("line."):
        cuts[-1] = (cuts[-1][0], end, rule_id)
    elif end > start:
        cuts.append((start, end, rule_id))


def _stretches(
    pieces: Sequence[Piece], spans: Iterable[Span], length: int
) -> Iterator[tuple[int, int, Piece, str | None]]:
    """The pieces split at the ends of spans; changed pieces stay whole and go with the span that they begin in."""
    marked = list(_covering(spans, length))
    at = 0
    for piece in pieces:
        if piece.rule_id is not None:
            while at < len(marked) - 1 and marked[at][1] <= piece.start:
                at += 1
            inside = marked and marked[at][0] <= piece.start < marked[at][1]
            yield piece.start, piece.end, piece, marked[at][2] if inside else None
            continue
        start = piece.start
        while start < piece.end:
            while at < len(marked) - 1 and marked[at][1] <= start:
                at += 1
            end = min(marked[at][1], piece.end)
            yield start, end, piece, marked[at][2]
            start = end


def _covering(spans: Iterable[Span], length: int) -> Iterator[tuple[int, int, str | None]]:
    """The whole text as stretches in order, each cut by one rule or kept; of overlapping spans the first wins."""
    at = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end, s.rule_id)):
        start, end = max(span.start, at), min(span.end, length)
        if end <= start:
            continue
        if start > at:
            yield at, start, None
        yield start, end, span.rule_id
        at = end
    if at < length:
        yield at, length, None


def raw_span(segments: Sequence[Segment], start: int, end: int) -> tuple[int, int]:
    """Where a stretch of the clean text stands in the raw text; what was repaired goes to its neighbours' edges."""
    if not segments:
        return 0, 0
    first = max(bisect_right(segments, start, key=lambda s: s.clean_start) - 1, 0)
    if start >= segments[first].clean_end and first + 1 < len(segments) and segments[first + 1].clean_start < end:
        raw_start = segments[first].raw_start + segments[first].clean_end - segments[first].clean_start
    else:
        raw_start = segments[first].raw_start + min(max(start, segments[first].clean_start), segments[first].clean_end)
        raw_start -= segments[first].clean_start
    last = max(bisect_left(segments, end, key=lambda s: s.clean_start) - 1, 0)
    if end > segments[last].clean_end and last + 1 < len(segments):
        raw_end = segments[last + 1].raw_start  # ends within a repair: up to where the raw text goes on
    else:
        raw_end = segments[last].raw_start + min(end, segments[last].clean_end) - segments[last].clean_start
    return raw_start, max(raw_start, raw_end)


def clean_span(segments: Sequence[Segment], raw_start: int, raw_end: int) -> tuple[int, int] | None:
    """Where what is kept of a stretch of the raw text stands in the clean text; None if nothing is kept."""
    inside = [
        (
            max(raw_start, s.raw_start) - s.raw_start + s.clean_start,
            min(raw_end, _raw_end(s)) - s.raw_start + s.clean_start,
        )
        for s in segments
        if s.raw_start < raw_end and _raw_end(s) > raw_start
    ]
    return (inside[0][0], inside[-1][1]) if inside else None


def _raw_end(segment: Segment) -> int:
    return segment.raw_start + segment.clean_end - segment.clean_start
