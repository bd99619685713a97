"""Days told in sentences of their own: 'Gunmen killed nine people in X. That was on Wednesday.'

What belongs here: sentences that tell of no event, but when what stands beside them was. What does not: times in the
sentence of an event (settings.py), and days that are counted from another (story.py).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sitrep import timex
from sitrep.extract.draft import Draft
from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Sentence, Text
from sitrep.ontology.event_type import EventTypes
from sitrep.records import HAPPENED, Occurrence

_WAS = frozenset({"was", "were", "is", ":"})
_THAT = frozenset({"that", "this", "it", "all"})
_WHEN = frozenset({"day", "date", "time", "hour", "moment", "when"})
_CAME = frozenset(
    "came arrived appeared entered drove rode walked descended burst showed turned crossed moved set".split()
)
_MEN = frozenset(
    "men gunmen attackers assailants raiders intruders militants rebels bandits killers fighters insurgents youths "
    "soldiers troops convoy aircraft planes jets drones".split()
)
_FILLED = frozenset({"was", "were", "had"})
_DAYS = frozenset({"weekday", "date", "day", "feast", "range", "ago"})
_NEAR = 7  # tokens from the verb to the day: "a little after nine on Wednesday"
_REACH = 2  # sentences
_TOLD, _SET = 1, 2  # as near as a day of its own clause, or of its sentence
_SPOKE, _SPOKEN = (
    frozenset({"said", "told", "announced", "reported", "confirmed", "stated"}),
    4,
)  # tokens from verb to day
_WEEK = dt.timedelta(days=7)
_FREEING, _RESCUE = "release", "aftermath.rescue"
_OPENING = 4  # tokens in which a day opens a sentence: "Early on Wednesday"


def date_beside(
    drafts: list[Draft],
    text: Text,
    spans: Spans,
    types: EventTypes,
    reference: dt.date | None,
    precision: str,
) -> None:
    """Gives what a text tells without a day the one that a sentence beside it says."""
    times = {span.first: span for span in spans.times if span.time is not None and span.time.kind in _DAYS}
    if not times:
        return
    told = {draft.sentence.number for draft in drafts}
    for sentence in text.sentences:
        if sentence.number in told:
            continue
        day, distance = _day_of(sentence, text, times), _TOLD
        meant = _meant(sentence.number, drafts, types) if day is not None else []
        if day is None and (day := _scene_of(sentence, text, times)) is not None:
            meant, distance = _first_behind(sentence.number, drafts, types), _SET
        if day is None or day.time is None:
            continue
        for draft in meant:
            draft.when = timex.resolve(day.time, reference, reference_precision=precision)
            draft.time, draft.when_distance, draft.why["date"] = day, distance, "date.beside"


def count_from_speech(drafts: list[Draft], text: Text, spans: Spans, reference: dt.date | None, precision: str) -> None:
    """'Killed overnight, police said on Thursday', 'said on Thursday that six died the day before': Thursday's night.

    What somebody said on a day is counted from that day, not from that of the report.
    """
    for draft in drafts:
        own = draft.time if draft.anaphor is None else draft.anaphor
        kind = own.time.kind if own is not None and own.time is not None else ""
        counted = draft.anaphor is not None or kind in ("day", "weekday")
        said = _said_on(draft.sentence, own, text, spans) if counted else None
        if said is None or said.time is None:
            continue
        told = timex.resolve(said.time, reference, reference_precision=precision)
        if told.date_from is None or told.date_from != told.date_to:
            continue
        if draft.anaphor is not None:
            draft.told_on = told
        elif kind == "weekday" and own is not None and own.time is not None:
            happened = draft.status.modality in HAPPENED
            draft.when = _before(draft.when, told.date_from, own.time.relation) if happened else draft.when
        elif draft.when is not None and draft.when.date_from and draft.when.date_to and reference is not None:
            shift = told.date_from - reference
            draft.when = replace(draft.when, date_from=draft.when.date_from + shift, date_to=draft.when.date_to + shift)


def _before(when: Occurrence | None, told_on: dt.date, relation: str | None) -> Occurrence | None:
    """'Killed on Friday, the UN said on Monday': the Friday before that Monday."""
    if when is None or when.date_from is None or when.date_to is None or when.date_from <= told_on:
        return when
    end = min(when.date_to, told_on) if relation == "since" else when.date_to - _WEEK
    return replace(when, date_from=when.date_from - _WEEK, date_to=end)


def _said_on(sentence: Sentence, own: Span | None, text: Text, spans: Spans) -> Span | None:
    """The day on which a sentence says that somebody spoke: 'police said late on Thursday'."""
    for span in spans.times:
        if not sentence.first <= span.first < sentence.last or span is own or span.time is None:
            continue
        before = text.words[max(sentence.first, span.first - _SPOKEN) : span.first]
        if span.time.kind in ("weekday", "date") and not _SPOKE.isdisjoint(before) and "that" not in before:
            return span
    return None


def open_before_release(drafts: list[Draft], text: Text, types: EventTypes) -> None:
    """'Two nurses kidnapped in X were freed on Thursday': they were freed on Thursday, and kidnapped before it.

    'freed two nurses kidnapped in X last week' tells when they were kidnapped.
    """
    freed = {d.sentence.number: d for d in drafts if d.event_type == _FREEING or d.rule.startswith(_RESCUE)}
    for draft in drafts if freed else ():
        release = freed.get(draft.sentence.number)
        if release is None or not draft.event_type or types[draft.event_type].own_outcome != "abducted":
            continue
        taken, let_go = (each.event.clause if each.event is not None else None for each in (draft, release))
        hangs = taken is not None and taken is not let_go and taken.kind in ("participle", "relative")
        if not hangs or (draft.time is not None and draft.time is not release.time):
            continue
        late = (
            release if draft.time is not None and text.starts[draft.time.first] > draft.start > release.start else draft
        )
        late.time, late.when = None, None
        draft.is_answered = True


def _day_of(sentence: Sentence, text: Text, times: dict[int, Span]) -> Span | None:
    """The day of 'That was on Wednesday', 'It was a little after nine on Wednesday', 'They came on Wednesday'."""
    words, at = text.words, sentence.first
    who = at + 1 if words[at] in ("the", "these") else at
    if who + 1 < sentence.last and (words[at] == "they" or (who > at and words[who] in _MEN)):
        came = words[who + 1] in _CAME
        return next((times[i] for i in range(who + 2, sentence.last) if i in times), None) if came else None
    if words[at] in _THAT:
        at += 1
        while at < sentence.last and words[at] in ("this", "that"):
            at += 1
    elif words[at] == "the" and at + 1 < sentence.last and words[at + 1] in _WHEN:
        at += 2
    elif words[at] in _WHEN:
        at += 1
    else:
        return None
    if at >= sentence.last or words[at] not in _WAS:
        return None
    return next((times[i] for i in range(at + 1, min(at + _NEAR, sentence.last)) if i in times), None)


def _scene_of(sentence: Sentence, text: Text, times: dict[int, Span]) -> Span | None:
    """The day of 'On Wednesday evening the market was full', of a sentence that sets a scene."""
    day = next(
        (times[i] for i in range(sentence.first, min(sentence.first + _OPENING, sentence.last)) if i in times), None
    )
    if day is None or _FILLED.isdisjoint(text.words[day.last : sentence.last]):
        return None
    return day


def _first_behind(number: int, drafts: list[Draft], types: EventTypes) -> list[Draft]:
    """What the sentence behind another tells, where nothing was told before but in a headline."""
    body = [d for d in drafts if not d.is_title]
    if any(d.sentence.number < number or (d.sentence.number <= number + 1 and not _is_open(d)) for d in body):
        return []
    return [
        d for d in body if d.sentence.number == number + 1 and d.event_type and types[d.event_type].has("is_located")
    ]


def _meant(number: int, drafts: list[Draft], types: EventTypes) -> list[Draft]:
    """What was told last before a sentence, else what is told first behind it, where it has no time of its own."""
    news = (draft for draft in drafts if draft.event_type and not draft.is_title)
    body = [draft for draft in news if types[draft.event_type].has("is_located")]
    before = [d for d in body if 0 < number - d.sentence.number <= _REACH]
    last = max((d.sentence.number for d in before), default=0)
    found = [d for d in before if d.sentence.number == last and _is_open(d)]
    if not found:
        behind = [d for d in body if 0 < d.sentence.number - number <= _REACH]
        first = min((d.sentence.number for d in behind), default=0)
        found = [d for d in behind if d.sentence.number == first and _is_open(d)]
    return found


def _is_open(draft: Draft) -> bool:
    """Whether a draft tells news of which nothing says when it was."""
    timed = draft.when is not None or draft.time is not None or draft.anaphor is not None
    return not timed and draft.status.modality in HAPPENED and not draft.status.background
