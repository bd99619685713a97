"""When a toll without an event was: 'Another six died in March', 'In August, police found 19 bodies'.

What belongs here: times of tolls that no event of their sentence has. What does not: finding tolls (tolls.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.draft import Draft
from sitrep.extract.settings import Settings

_LONG_AGO = frozenset({"month", "year"})


def time_loose(draft: Draft, clause: Clause, settings: Settings) -> None:
    """Gives a draft the month or year of the clause that counts the dead."""
    span = next(settings.times_in(clause, frozenset()), None)
    if span is not None and span.time is not None and span.time.kind in _LONG_AGO:
        draft.time, draft.when_distance, draft.when = span, 1, settings.resolve(span)
