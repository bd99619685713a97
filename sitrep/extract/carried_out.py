"""What tells of a deed that somebody planned or ordered that it was carried out.

What belongs here: signs in the sentence that a planned deed happened. What does not: all other modality (status.py).
"""

from __future__ import annotations

from sitrep.extract.event import Event
from sitrep.extract.nouns import Nouns

_HARMING = frozenset({"kill", "injure", "wound", "leave", "claim"})
_WHO_MAY_HARM = frozenset({"people", "person", "actor", "militants", "military", "police", "pronoun"})


def has_harmed(event: Event, nouns: Nouns) -> bool:
    """'accused of planning the attack on a bus that killed six': there was one; not so of 'on men who killed six'."""
    behind = event.clause.children if event.clause is not None and event.noun is not None else []
    for clause in behind:
        verb, told_of = clause.verb, clause.antecedent
        if clause.kind != "relative" or verb is None or told_of is None or verb.first < event.last:
            continue
        past = verb.tense == "past" and not verb.modal and verb.lemma in _HARMING
        if past and not nouns.of(told_of).classes & _WHO_MAY_HARM:
            return True
    return False
