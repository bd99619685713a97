"""People without a name, by what they do: 'two men' who attack are unidentified, 'hundreds' who protest are people.

What belongs here: parties whose deed says more of them than their own words. What does not: what the words of a noun
phrase say (parties.py).
"""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.draft import Draft, Part
from sitrep.extract.parties import Party
from sitrep.ontology.event_type import EventTypes
from sitrep.records import HAPPENED, Actor

_ANYBODY = frozenset({"people", "men", "man", "women", "individuals", "youths", "strangers", "teenagers", "boys"})
_IN_CROWDS = frozenset({"protest"})  # classes of events that people do in numbers
_PEOPLE = Actor("civilians.people", "people", "civilians", None, ("civilians",))
_SOMEBODY = frozenset({"civilians.people", "civilians.men", "civilians.women", "civilians.persons", "civilians.youths"})
_HARMS = frozenset({"killed", "injured", "abducted"})
_PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them"})
_AUTHORITIES = frozenset({"police", "military", "government"})
#: In the names of those who arrest nobody.
_UNARMED = (
    "foreign",
    "embassy",
    "consulate",
    "ambassador",
    "diplomat",
    "media",
    "television",
    "radio",
    "news",
    "daily",
)


def anonymous(party: Party) -> Party:
    """'Two men' who attack are unidentified, not civilians."""
    word = party.actor.actor_id.removeprefix("civilians.").split("-")[0]
    if party.actor.kind != "civilians" or word not in _ANYBODY:
        return party
    return party.told_as(Actor(f"unidentified.{word}", party.actor.name, "unidentified"), party.group, party.pronoun)


def crowd(party: Party | None, role: str, types: EventTypes, event_type: str) -> Party | None:
    """'Hundreds protested': a number without a noun that takes to the streets is people."""
    marches = bool(event_type) and types[event_type].event_class in _IN_CROWDS
    if party is None or role != "perpetrator" or not party.is_number or not marches:
        return party
    return replace(party, actor=_PEOPLE, is_number=False)


def arrests(speaker: Party) -> bool:
    """Whether those who tell of an arrest may have made it: a foreign ministry and state television arrest nobody."""
    return speaker.actor.kind in _AUTHORITIES and not any(word in speaker.name.lower() for word in _UNARMED)


def may_name(draft: Draft, before: list[Draft]) -> bool:
    """Whether 'they were X rebels' may be said of who did what was told: of those without a name."""
    if not draft.names:
        return True
    many = draft.names == "they"
    doers = [party for each in before for party in each.parties("perpetrator") if party.actor.kind == "unidentified"]
    struck = [party for each in before for party in each.parties("target") if party.is_plural or not many]
    nobody = [party for party in struck if party.actor.kind == "unidentified" or party.actor.actor_id in _SOMEBODY]
    return any(party.is_plural == many for party in doers) and not nobody


def name_counted(drafts: list[Draft], types: EventTypes) -> None:
    """'A blast killed 20': where nobody says who they were whom a happening harmed, they are people."""
    if any(part.role in ("target", "party") for draft in drafts for part in draft.parts):
        return
    for draft in sorted(drafts, key=lambda each: each.start):
        kind = types[draft.event_type]
        told = draft.status.modality in HAPPENED and not draft.status.aggregate
        if not told or kind.event_class != "violent" or kind.has("is_two_sided"):
            continue
        hurt = (toll for toll in draft.tolls if toll.outcome in _HARMS and toll.low and toll.victim_group == "total")
        toll = next((toll for toll in hurt if toll.quote.lower() not in _PRONOUNS), None)
        if toll is not None:
            party = Party(_PEOPLE, toll.quote, toll.char_start, toll.char_end, None, is_plural=True)
            draft.parts.append(Part("target", party, rule="toll.counted"))
            return
