"""People without a name, by what they do: 'two men' who attack are unidentified, 'hundreds' who protest are people.

What belongs here: parties whose deed says more of them than their own words. What does not: what the words of a noun
phrase say (parties.py).
"""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.parties import Party
from sitrep.ontology.event_type import EventTypes
from sitrep.records import Actor

_ANYBODY = frozenset({"people", "men", "man", "women", "individuals", "youths", "strangers", "teenagers", "boys"})
_IN_CROWDS = frozenset({"protest"})  # classes of events that people do in numbers
_PEOPLE = Actor("civilians.people", "people", "civilians", None, ("civilians",))
_AUTHORITIES = frozenset({"police", "military", "government"})
_ABROAD = ("foreign", "embassy", "consulate", "ambassador", "diplomat")  # in the names of those who arrest nobody


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
    """Whether those who tell of an arrest may have made it: a foreign ministry and an embassy arrest nobody."""
    return speaker.actor.kind in _AUTHORITIES and not any(word in speaker.name.lower() for word in _ABROAD)
