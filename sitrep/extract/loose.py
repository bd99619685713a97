"""Tolls without an event: when they were, 'Another six died in March', and of which deed beside them they are not.

What belongs here: tolls that no event of their sentence has, and their times. What does not: finding tolls (tolls.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.draft import Draft
from sitrep.extract.settings import Settings
from sitrep.extract.tolls import Toll

_LONG_AGO = frozenset({"month", "year"})


def time_loose(draft: Draft, clause: Clause, settings: Settings) -> None:
    """Gives a draft the month or year of the clause that counts the dead; also the day, beside dead of another deed."""
    span = next(settings.times_in(clause, frozenset()), None)
    if span is not None and span.time is not None and (draft.not_of or span.time.kind in _LONG_AGO):
        draft.time, draft.when_distance, draft.when = span, 1, settings.resolve(span)


def has_own_dead(draft: Draft, toll: Toll) -> bool:
    """'The army, which killed 40 in May, said six soldiers died on Monday': the six are none of those of May."""
    event = draft.event
    if event is None or toll.clause is None or event.trigger.frame.harm != toll.outcome:
        return False
    clause: Clause | None = event.clause
    while clause is not None and clause.kind != "relative":
        clause = clause.parent
    return clause is not None and not toll.clause.is_within(clause)
