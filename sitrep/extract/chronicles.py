"""Chronicles and lists of incidents: 'May 29, Paktia: ...', 'MOSUL - ...' date and place what is told under it.

What belongs here: finding the entries of a text that is a list of such, and handing their day and place to the events
told under them. What does not: headings in general (text.py), what grammar says of an event's day and place (settings).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sitrep import timex
from sitrep.extract.draft import Draft
from sitrep.extract.settings import Where
from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Sentence, Text

_ENDS = frozenset(":.-")  # "29 May, Kabul: ...", "3 October, Wharf Road.", "29 May - ..."
_PLACE_ENDS = frozenset({":", "-", "--"})  # "MOSUL - Gunmen ...", "Kharkiv region: ..."
_AREAS = frozenset("province district region oblast state governorate city county department".split())
_BETWEEN = frozenset({",", "in", "near", "(", ")"}) | _AREAS
_STOPS = frozenset(".!?\"'")
_BULLETS = frozenset({"•", "*", "-", "--", "·", "▪", "●", ">"})
_ENOUGH = 2  # entries that make a chronicle: one date at the head of a paragraph is none
_ENOUGH_BARE = 3  # lines that hold a day alone
_ENOUGH_PLACES = 3  # ... and so many a list of places: one is a dateline
_NAME = 3  # words of a name that heads an entry
_OWN = 1  # how far off a day or a place may stand and still be the event's own


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of sentences told under one day, one place, or both."""

    first: int  # numbers of sentences
    last: int
    time: Span | None
    place: Span | None


def entries(text: Text, spans: Spans, title_end: int) -> list[Entry]:
    """The entries of a chronicle or of a list of places, in order; none in any other text."""
    openings = [s for s in text.sentences if s.start >= title_end and text.begins_paragraph(s)]
    dated = [_Head(s, *head) for s in openings if (head := _head(text, spans, s)) is not None]
    if sum(_is_bare(text, head.sentence) for head in dated) < _ENOUGH_BARE:
        dated = [head for head in dated if not _is_bare(text, head.sentence)]  # "May 3, 2024", set beside a report
    if len(dated) >= _ENOUGH:
        return _stretches(text, dated)
    placed = [_Head(s, None, place) for s in openings if (place := _place_head(text, spans, s)) is not None]
    if placed:
        known = {head.sentence.number for head in placed}
        named = [_Head(s, None, None) for s in openings if s.number not in known and _is_name_head(text, s)]
        placed = sorted([*placed, *named], key=lambda head: head.sentence.number)
    if len(placed) >= _ENOUGH_PLACES:
        return _stretches(text, placed)
    return []


class _Head(NamedTuple):
    """A sentence that opens an entry, with the day and the place that it names."""

    sentence: Sentence
    time: Span | None
    place: Span | None


def _stretches(text: Text, heads: list[_Head]) -> list[Entry]:
    """From each head to the next one where it stands on a line of its own, else to the end of its paragraph."""
    starts = [head.sentence.number for head in heads[1:]] + [len(text.sentences)]
    found = []
    for head, following in zip(heads, starts, strict=True):
        is_line = text.ends_paragraph(head.sentence) and (head.time is not None or not _is_prose(text, head.sentence))
        last = following - 1 if is_line else _paragraph_end(text, head.sentence)
        found.append(Entry(head.sentence.number, min(last, following - 1), head.time, head.place))
    return found


def _is_prose(text: Text, sentence: Sentence) -> bool:
    return text.words[sentence.last - 1] in _STOPS


def breaks(found: Iterable[Entry]) -> set[int]:
    """The sentences at which entries begin, or end and other text goes on."""
    return {number for entry in found for number in (entry.first, entry.last + 1)}


def set_scenes(drafts: list[Draft], found: list[Entry], written: dt.date | None, precision: str) -> None:
    """Gives the events of an entry its day and place where their own clauses say neither."""
    for draft in drafts if found else ():
        entry = next((e for e in found if e.first <= draft.sentence.number <= e.last), None)
        if entry is None:
            continue
        draft.entry = entry.first
        if draft.when_distance > _OWN and entry.time is not None and entry.time.time is not None:
            draft.when = timex.resolve(entry.time.time, written, reference_precision=precision, tense="past")
            draft.time, draft.when_distance, draft.why["date"] = entry.time, _OWN, "date.entry"
        if entry.place is not None and (draft.where is None or draft.where.strength > _OWN):
            draft.where, draft.why["place"] = Where(entry.place, "in", _OWN), "place.entry"


def _head(text: Text, spans: Spans, sentence: Sentence) -> tuple[Span, Span | None] | None:
    """The day, and the place if one is named, that open a sentence before a colon, a full stop or a dash."""
    first = spans.covering.get(sentence.first + (text.words[sentence.first] in _BULLETS))
    if first is None or first.time is None or first.time.kind not in ("date", "range"):
        return None
    index, place = first.last, None
    while index < sentence.last and text.words[index] not in _ENDS:
        span = spans.covering.get(index)
        if span is not None and span.place_id is not None:
            place, index = place or span, span.last
        elif text.words[index] in _BETWEEN:
            index += 1
        else:
            return None
    return (first, place) if index < sentence.last or place is None else None


def _is_bare(text: Text, sentence: Sentence) -> bool:
    """Whether a line holds a day and nothing else."""
    return text.words[sentence.last - 1] not in _ENDS and _ENDS.isdisjoint(text.words[sentence.first : sentence.last])


def _place_head(text: Text, spans: Spans, sentence: Sentence) -> Span | None:
    """The place that opens a sentence before a colon or a dash."""
    first = sentence.first + (text.words[sentence.first] in _BULLETS)
    place = spans.covering.get(first)
    if place is None or place.place_id is None:
        return None
    end = place.last
    while end < sentence.last and text.words[end] in _AREAS:
        end += 1
    return place if end < sentence.last - 1 and text.words[end] in _PLACE_ENDS else None


def _is_name_head(text: Text, sentence: Sentence) -> bool:
    """'* WELI OYA: Snipers ...': a name behind the mark of a list and before a colon, in no list of places."""
    begin = sentence.first + 1
    end = next((at for at in range(begin, min(begin + _NAME + 1, sentence.last)) if text.words[at] == ":"), begin)
    named = all(text.raw[text.starts[at]].isupper() for at in range(begin, end))
    return text.words[sentence.first] in _BULLETS and begin < end < sentence.last - 1 and named


def _paragraph_end(text: Text, sentence: Sentence) -> int:
    number = sentence.number
    while not text.ends_paragraph(text.sentences[number]):
        number += 1
    return number
