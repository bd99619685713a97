"""An event type as the engine knows it: what it is called elsewhere, and what may be asked of one type or of two.

What belongs here: the record of a type and questions that one or two types answer by themselves. What does not: reading
and checking event_types.yaml (types.py), and any rule about one type by its name. What the engine must know of a type
is a property of its entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from sitrep.ontology.unknown import UnknownEventType
from sitrep.records import HAPPENED

#: What an entry may say of its type, and what that means.
PROPERTIES: Mapping[str, str] = MappingProxyType(
    {
        "by_authority": "done by an authority: where nobody is named, the police or the army that tells of it did it",
        "can_answer": "may be told as retaliation for, or response to, another event",
        "can_be_claimed": "a claim of responsibility may be for it",
        "counts_as_organised_violence": "its deaths count under UCDP's types of violence, if the actors do",
        "forms_incident_when_threatened": "a mention with modality threatened is a happening: the threat was made",
        "has_content": "what is asked, agreed, refused or threatened is part of it, no event of its own",
        "is_located": "happens at a place; where false, places beside it are where someone spoke or what they spoke of",
        "is_laid": "done with explosives laid, thrown or worn: a land named right before its noun is where it was",
        "is_laid_on_lands": "done to a land or a town: where nobody else is named, those there are its target",
        "is_measure": "what a state takes upon a violent event: told 'after' one in a sentence, it is a response to it",
        "is_mutual": "those who do it together all act: 'X and Y met' has two perpetrators and no target",
        "is_remote": "done with explosives or from afar: the means name the type, not a fight",
        "is_statement": "an act of speech: the speaker is the perpetrator, the one spoken against or asked the target",
        "is_two_sided": "both sides fight: they are parties unless the text says who began",
        "may_be_foiled": "an attempt that failed is one; a plot found out before is a disrupted_weapons_use or a plan",
        "may_last": "may be one happening over several days",
        "takes_background_toll": "tolls beside it belong to the earlier event that it speaks of, never to it",
        "takes_toll": "people may be killed, injured, abducted, missing or arrested in it",
    }
)

_NAMED = frozenset(PROPERTIES)

EventClass = Literal["violent", "coercive", "diplomatic", "protest", "other"]
Outcome = Literal["killed", "injured", "abducted", "missing", "arrested"]
LinkRelation = Literal["retaliation_for", "response_to", "condemns"]


@dataclass(frozen=True, slots=True)
class CounterExample:
    """A look-alike that has no event of the type, and what it is instead."""

    text: str
    instead: str


@dataclass(frozen=True, slots=True)
class PloverCode:
    """Where PLOVER puts a type; mode None where PLOVER has none or the text decides."""

    event: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class AcledCode:
    """Where ACLED puts a type, before who the sides are moves it to a sibling."""

    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One kind of event: its meaning, its relatives, its names elsewhere, and the properties that rules may ask for."""

    event_type: str
    label: str
    event_class: EventClass
    family: str
    specificity: int
    broader: tuple[str, ...]
    also_called: tuple[str, ...]
    definition: str
    plover: PloverCode
    acled: AcledCode | None
    cameo_root: str
    own_outcome: Outcome | None
    link_relation: LinkRelation | None
    announced_as: str | None
    refused_as: str | None
    properties: frozenset[str]
    examples: tuple[str, ...]
    counter_examples: tuple[CounterExample, ...]
    all_broader: frozenset[str] = frozenset()  # near and far
    kin: frozenset[str] = frozenset()  # other types that mentions of the same happening may have

    @property
    def plover_event(self) -> str:
        """PLOVER's name of the event."""
        return self.plover.event

    @property
    def plover_mode(self) -> str | None:
        """PLOVER's mode, None where it has none."""
        return self.plover.mode

    @property
    def acled_event_type(self) -> str | None:
        """ACLED's event type, None where ACLED does not code it."""
        return self.acled.event_type if self.acled else None

    @property
    def acled_sub_event_type(self) -> str | None:
        """ACLED's sub-event type, None where ACLED does not code it."""
        return self.acled.sub_event_type if self.acled else None

    def has(self, prop: str) -> bool:
        """Whether a property of PROPERTIES holds; an unknown name is an error, not a no."""
        if prop in self.properties:
            return True
        if prop not in _NAMED:
            raise KeyError(f"unknown property {prop!r} of event types")
        return False

    def forms_incident(self, modality: str) -> bool:
        """Whether a mention of the type with this modality is a happening that an incident stands for."""
        if modality == "threatened":
            return self.has("forms_incident_when_threatened")
        return modality in HAPPENED


#: The types by name. A dict, in which compiled code looks things up at once; nobody adds to it.
EventTypes = dict[str, EventType]


def get(types: EventTypes, event_type: str) -> EventType:
    """The type of this name; UnknownEventType where there is none."""
    if event_type not in types:
        raise UnknownEventType(event_type)
    return types[event_type]


def broader_types(types: EventTypes, event_type: str) -> frozenset[str]:
    """All types that a report which knows less may use for the same happening, near and far."""
    return get(types, event_type).all_broader


def may_be_one(types: EventTypes, first: str, second: str) -> bool:
    """Whether mentions of these two types may speak of one happening; the order does not matter."""
    return first == second or get(types, second).event_type in get(types, first).kin


def most_specific(types: EventTypes, names: Iterable[str]) -> str:
    """The type that says most; among equals the first of the alphabet, so that the answer does not hang on order."""
    return min(names, key=lambda name: (-get(types, name).specificity, name))


def with_property(types: EventTypes, prop: str) -> frozenset[str]:
    """The names of all types for which a property of PROPERTIES holds."""
    return frozenset(name for name, entry in types.items() if entry.has(prop))
