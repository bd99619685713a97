"""Whether a document tells of something that happened, or only names a kind of thing.

What belongs here: the test of a happening as a whole, once all its mentions are known. What does not: sums and habits
that one sentence shows (sums.py, status.py), and where nothing nearer is known (scenes.py).
"""

from __future__ import annotations

from collections.abc import Collection

from sitrep.extract.draft import Draft
from sitrep.extract.parties import Party
from sitrep.ontology import Ontology

_PLACED = frozenset({"place", "admin2", "admin1"})
_LEAD = 1  # what the first sentences tell is the news, however vaguely
_NAMELESS = ("unidentified", "civilians", "roles")  # beginnings of the ids of those whom nobody names


def kinds_of(drafts: list[Draft], ontology: Ontology) -> list[Draft]:
    """The mentions of what is told without a day, place, toll or name: 'terrorist attacks', 'they have hit towns'."""
    happenings: dict[int, list[Draft]] = {}
    for draft in drafts:
        happenings.setdefault(draft.happening, []).append(draft)
    return [
        draft
        for members in happenings.values()
        if _may_be_kind(members, ontology) and not any(_is_specific(draft, ontology) for draft in members)
        for draft in members
    ]


def idle(drafts: list[Draft], kinds: list[Draft], linked: Collection[int], ontology: Ontology) -> set[int]:
    """Which mentions are nouns for strife and kinds of violence, with no toll, beside what a state or crowd does.

    "Oslo asked the parties to the conflict to let relief in" tells of an appeal; that there is a war, it presumes.
    """
    strife = (draft for draft in drafts if draft.event is not None and draft.event.trigger.aggregate)
    vague = {id(draft) for draft in (*(k for k in kinds if k.where is None), *strife)}
    telling = {
        draft.sentence.number
        for draft in drafts
        if id(draft) not in vague and ontology.types[draft.event_type].event_class != "violent"
    }
    return {
        number
        for number, draft in enumerate(drafts)
        if id(draft) in vague and number not in linked and draft.sentence.number in telling and _is_idle(draft)
    }


def _is_idle(draft: Draft) -> bool:
    """Whether a mention has nothing but a noun: no figure, nobody who claims it or whom it names as its doer."""
    says = draft.tolls or draft.claims or draft.status.modality != "asserted"
    return draft.is_nominal and not says and not any(part.role == "claimant" for part in draft.parts)


def _may_be_kind(members: list[Draft], ontology: Ontology) -> bool:
    return all(
        not d.is_title
        and (d.is_nominal or d.sentence.number > _LEAD)
        and ontology.types[d.event_type].event_class == "violent"
        for d in members
    )


def _is_specific(draft: Draft, ontology: Ontology) -> bool:
    """Whether a mention says when, where (finer than a country), how many or against whom."""
    if draft.tolls or (draft.when is not None and draft.when_distance <= 1):
        return True
    if draft.is_nominal and not _is_bare(draft) and (not draft.is_plural or (draft.status.definite and draft.parts)):
        return True  # "the murder of the priests", "an attack": one thing that the reader is taken to know of
    place = ontology.places.get(draft.where.span.place_id or "") if draft.where is not None else None
    if place is not None and place.level in _PLACED:
        return True
    return any(_is_somebody(party) for party in draft.parties("target"))


def _is_bare(draft: Draft) -> bool:
    """Whether a noun stands without an article or any other word: 'accused of genocide' names a kind."""
    noun = draft.event.noun if draft.event is not None else None
    return noun is not None and noun.last - noun.first == 1 and not noun.prepositions and noun.owner is None


def _is_somebody(party: Party) -> bool:
    """Whether those struck are some in particular: named, one, or so many; a country is struck often."""
    if party.actor.kind == "state":
        return False
    return party.is_counted or (not party.actor.actor_id.startswith(_NAMELESS) and not party.is_plural)
