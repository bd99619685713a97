"""Protests that forces put down with deaths: what such a report tells is violence against those who took part.

What belongs here: the type of a protest, or of its dispersal, that soldiers or police made deadly. What does not: which
words tell of a protest and of its end (ontology), whose dead they are (casualties.py, story.py).
"""

from __future__ import annotations

from sitrep.extract.draft import Draft

_BREAKING_UP = frozenset({"coercive.break_up_protest", "coercive.crackdown_on_protest"})
_FORCES = frozenset({"military", "police", "state"})


def name_crackdowns(drafts: list[Draft]) -> None:
    """'Soldiers broke up a sit-in, killing 35': violence against civilians (ACLED: excessive force against protesters).

    Those who protested are then those whom it hit.
    """
    for draft in drafts:
        broken_up = draft.rule in _BREAKING_UP
        if draft.event_type != "protest" and not broken_up:
            continue
        deadly = any(toll.outcome == "killed" and (toll.low or toll.high) for toll in draft.tolls)
        forces = any(part.role == "perpetrator" and part.party.actor.kind in _FORCES for part in draft.parts)
        if not deadly or draft.status.aggregate or not (forces or broken_up):
            continue
        draft.event_type = "violence_against_civilians"
        for part in draft.parts:
            if not broken_up and part.role == "perpetrator" and part.party.actor.kind not in _FORCES:
                part.role = "target"
