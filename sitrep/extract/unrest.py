"""Words that mostly sum up, where they tell of one happening: '15 soldiers died in the violence on Thursday'.

What belongs here: which "violence", "bloodshed" and "unrest" is one happening. What does not: other signs of a sum
(sums.py), and what such words are joined to (joining.py).
"""

from __future__ import annotations

from sitrep.extract.draft import Draft
from sitrep.ontology.gazetteer import Places

_ONSETS = frozenset({"break_out", "erupt", "flare", "flare_up", "break"})
_WIDE = frozenset({"country", "region", "admin1"})
_OWN = 2  # how far off the day of a sentence may stand


def settle(drafts: list[Draft], places: Places) -> None:
    """Makes one happening of those who died "in the violence" told before, or in that of one day in one town."""
    deadly = False  # whether something violent was told before
    for draft in drafts:
        trigger = draft.event.trigger if draft.event is not None and draft.is_nominal else None
        vague = trigger is not None and trigger.aggregate and trigger.weak
        if vague and draft.status.aggregate and draft.status.modality == "asserted":
            counted = any(toll.low > 0 for toll in draft.tolls)
            known = deadly and not _goes_on(draft)
            told = draft.status.definite or (draft.status.told_which and _is_dated(draft))
            if counted and ((known and told) or _began(draft) or (_is_dated(draft) and _is_placed(draft, places))):
                draft.status.aggregate = False
        deadly = deadly or (bool(draft.tolls) and not draft.status.aggregate and not draft.status.background)


def _began(draft: Draft) -> bool:
    """'Ten died as violence broke out': at once, not 'since it broke out'."""
    event, clause = draft.event, draft.event.clause if draft.event is not None else None
    if event is None or clause is None or clause.verb is None or clause.subject is not event.noun:
        return False
    return clause.verb.tense == "past" and clause.verb.name() in _ONSETS and clause.marker != "since"


def _goes_on(draft: Draft) -> bool:
    """'The violence has displaced thousands': all of it, up to now."""
    clause = draft.event.clause if draft.event is not None else None
    return clause is not None and clause.is_perfect


def _is_dated(draft: Draft) -> bool:
    return draft.when is not None and draft.when.precision == "day" and draft.when_distance <= _OWN


def _is_placed(draft: Draft, places: Places) -> bool:
    """Whether grammar puts a mention in a town or district."""
    place = places.get(draft.where.span.place_id or "") if draft.where is not None else None
    return place is not None and place.level not in _WIDE and draft.where is not None and draft.where.strength <= _OWN
