"""From which day of its own sentence a time before "after" is counted.

What belongs here: the day beside such a time, that of the clause that it leads to, and a day that owns who acts. What
does not: a day that another sentence tells (story.py), and what the words of a time mean (sitrep.timex).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sitrep.extract.clause import Clause
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Phrase, Verb
from sitrep.extract.spans import Span
from sitrep.timex import TimeExpression

#: Kinds of times that name a day.
ON_A_DAY = frozenset({"weekday", "date", "day"})


def owner_of(subject: Noun | None, nouns: Nouns) -> tuple[int, int]:
    """The atoms in which a day may own who acts: 'Thursday's bomber struck'; none where it owns what is told itself."""
    owned = subject is not None and "'s" in nouns.atoms.words[subject.first : subject.head]
    told = subject is None or not owned or nouns.of(subject).triggers
    return (0, 0) if subject is None or told else (subject.first, subject.head)


def counted_from(
    span: Span, at: int, phrases: list[Phrase], clause: Clause, time_at: Callable[[int], Span | None]
) -> Span:
    """The time before the "after" or "when" of a clause, from the day that its sentence counts it from.

    'on Friday, a day after they struck the town'; 'a day after they struck the town, troops shot two on Friday', where
    the day of writing stands for a day that is not named.
    """
    if span.time is None or span.time.part != "open":
        return span if span.time is None else replace(span, time=replace(span.time, relation=None))
    ahead = clause.marker == "before"  # "on Friday, a day before they struck the town"
    if at > 1 and phrases[at - 1].kind == ",":
        return _beside(span, time_at(phrases[at - 2].first), ahead=ahead)
    if any(isinstance(phrase, Noun | Verb) for phrase in phrases[:at]):
        return span
    around = [*clause.children, *(clause.parent.children if clause.parent is not None else ())]
    behind = [other for other in around if not other.is_within(clause)]
    named = (time_at(time.first) for other in behind for time in other.times)
    day = next((found for found in named if found is not None), None)
    today = replace(span, time=TimeExpression(span.time.start, span.time.end, span.time.text, "day", direction="today"))
    return _beside(span, day or today, ahead=ahead)


def _beside(span: Span, day: Span | None, *, ahead: bool) -> Span:
    if day is None or day.time is None or span.time is None or day.time.kind not in ON_A_DAY:
        return span
    direction = "future" if ahead else "past"
    return replace(span, time=replace(span.time, kind="offset", direction=direction, part=None, anchor=day.time))
