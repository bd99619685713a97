"""What is told of the past in passing: 'Ali Nur, who took over the hotel after his father was killed in 2015'.

What belongs here: whether the words of a sentence tell something beside what it is about. What does not: which times
are past, and what that says against one happening (joining.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.draft import Draft

_OF_NOUNS = frozenset({"where", "whose"})  # "the church, where 12 were killed in 2012"


def is_in_passing(draft: Draft) -> bool:
    """Whether a mention stands in a clause that says who or what somebody or something is."""
    clause: Clause | None = draft.event.clause if draft.event is not None else None
    while clause is not None:
        if clause.kind == "relative" or (clause.kind == "subordinate" and clause.marker in _OF_NOUNS):
            return True
        clause = clause.parent
    return False
