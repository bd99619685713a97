"""The event types: what each means, how it stands to the others, and what other codebooks call it.

What belongs here: reading and checking event_types.yaml, and questions that one or two types answer by themselves.
What does not: how text expresses a type, and any rule about one type by its name. What the engine must know of a type
is a property of its entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from sitrep.records import HAPPENED

EVENT_TYPES_FILE = Path(__file__).with_name("event_types.yaml")

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

PLOVER_EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

#: The modes of each PLOVER event that has any.
PLOVER_MODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "CONSULT": ("visit", "third-party", "multilateral", "phone"),
        "RETREAT": ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
        "REQUEST": ("assist", "change", "yield", "meet"),
        "ACCUSE": ("disapprove", "investigate", "allege"),
        "REJECT": ("assist", "change", "yield", "meet"),
        "THREATEN": ("restrict", "ban", "arrest", "relations", "expel", "territory", "violence"),
        "PROTEST": ("demo", "riot", "general", "strike", "hunger", "boycott", "obstruct"),
        "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
        "MOBILIZE": ("troops", "weapons", "police", "militia"),
        "COERCE": (
            "confiscate", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        ),
        "ASSAULT": (
            "abduct", "beat", "torture", "execute", "sexual", "assassinate", "destroy", "primitive", "firearms",
            "explosives", "suicide-attack", "heavy-weapons", "cleansing", "massacre", "unconventional", "sideAB",
        ),
    }
)  # fmt: skip

#: The sub-event types of each ACLED event type.
ACLED_SUB_EVENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
        "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
        "Riots": ("Violent demonstration", "Mob violence"),
        "Explosions/Remote violence": (
            "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED", "Grenade",
        ),
        "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
        "Strategic developments": (
            "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
            "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory",
            "Other",
        ),
    }
)  # fmt: skip

EventClass = Literal["violent", "coercive", "diplomatic", "protest", "other"]
Outcome = Literal["killed", "injured", "abducted", "missing", "arrested"]
LinkRelation = Literal["retaliation_for", "response_to", "condemns"]


class EventTypesInvalid(ValueError):
    """An event-type file says what it must not; the message names the file and each entry at fault."""


class UnknownEventType(KeyError):
    """No event type has this name."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, str_min_length=1)


class CounterExample(_Entry):
    """A look-alike that has no event of the type, and what it is instead."""

    text: str
    instead: str


class PloverCode(_Entry):
    """Where PLOVER puts a type; mode None where PLOVER has none or the text decides."""

    event: str
    mode: str | None

    @model_validator(mode="after")
    def _known(self) -> PloverCode:
        if self.event not in PLOVER_EVENTS:
            raise ValueError(f"{self.event!r} is no PLOVER event")
        if self.mode is not None and self.mode not in PLOVER_MODES.get(self.event, ()):
            raise ValueError(f"{self.mode!r} is no mode of PLOVER's {self.event}")
        return self


class AcledCode(_Entry):
    """Where ACLED puts a type, before who the sides are moves it to a sibling."""

    event_type: str
    sub_event_type: str

    @model_validator(mode="after")
    def _known(self) -> AcledCode:
        if self.sub_event_type not in ACLED_SUB_EVENTS.get(self.event_type, ()):
            raise ValueError(f"{self.sub_event_type!r} is no sub-event of ACLED's {self.event_type!r}")
        return self


class EventType(_Entry):
    """One kind of event: its meaning, its relatives, its names elsewhere, and the properties that rules may ask for."""

    event_type: str = Field(pattern=r"^[a-z]+(_[a-z]+)*$")
    label: str
    event_class: EventClass
    family: str = Field(pattern=r"^[a-z]+(_[a-z]+)*$")
    specificity: int = Field(ge=0, le=9)
    broader: tuple[str, ...]
    also_called: tuple[str, ...]
    definition: str = Field(min_length=40)
    plover: PloverCode
    acled: AcledCode | None
    cameo_root: str = Field(pattern=r"^(0[1-9]|1\d|20)$")
    own_outcome: Outcome | None
    link_relation: LinkRelation | None
    announced_as: str | None = None
    refused_as: str | None = None
    properties: frozenset[str]
    examples: tuple[str, ...] = Field(min_length=2)
    counter_examples: tuple[CounterExample, ...] = Field(min_length=2)

    @field_validator("properties")
    @classmethod
    def _known_properties(cls, value: frozenset[str]) -> frozenset[str]:
        if unknown := sorted(value - set(PROPERTIES)):
            raise ValueError(f"unknown properties {unknown}; known are {sorted(PROPERTIES)}")
        return value

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
        if prop not in PROPERTIES:
            raise KeyError(f"unknown property {prop!r} of event types")
        return False

    def forms_incident(self, modality: str) -> bool:
        """Whether a mention of the type with this modality is a happening that an incident stands for."""
        if modality == "threatened":
            return self.has("forms_incident_when_threatened")
        return modality in HAPPENED


EventTypes = Mapping[str, EventType]


def load_types(path: Path = EVENT_TYPES_FILE) -> EventTypes:
    """The event types of a file by name, in the file's order; EventTypesInvalid names every entry at fault."""
    entries = _read_entries(path)
    types: dict[str, EventType] = {}
    problems: list[str] = []
    for position, entry in enumerate(entries):
        name = entry.get("event_type", f"#{position + 1}") if isinstance(entry, dict) else f"#{position + 1}"
        try:
            loaded = EventType.model_validate(entry)
        except ValidationError as error:
            problems += [f"{name}: {'.'.join(map(str, e['loc'])) or 'entry'}: {e['msg']}" for e in error.errors()]
            continue
        if loaded.event_type in types:
            problems.append(f"{name}: stands twice")
        types[loaded.event_type] = loaded
    problems += _across(types, complete=not problems)
    if problems:
        raise EventTypesInvalid(f"{path}: " + "; ".join(problems))
    return MappingProxyType(types)


def _read_entries(path: Path) -> list[Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise EventTypesInvalid(f"{path}: cannot be read: {error}") from error
    if not isinstance(content, dict) or not isinstance(content.get("event_types"), list):
        raise EventTypesInvalid(f"{path}: has no list 'event_types'")
    entries: list[Any] = content["event_types"]
    return entries


def _across(types: EventTypes, *, complete: bool) -> list[str]:
    """What is wrong between entries: order, relatives that do not exist, a broader type that is not less specific."""
    problems = [] if list(types) == sorted(types) or not complete else ["entries are not sorted by event_type"]
    for name, entry in types.items():
        said_as = filter(None, (entry.announced_as, entry.refused_as))
        for other in (*entry.broader, *entry.also_called, *said_as):
            if other == name:
                problems.append(f"{name}: names itself as its relative")
            elif other not in types and complete:
                problems.append(f"{name}: relative {other!r} is no event type")
        problems += [
            f"{name}: broader type {other!r} is not less specific"
            for other in entry.broader
            if other in types and types[other].specificity >= entry.specificity
        ]
    return problems


def get(types: EventTypes, event_type: str) -> EventType:
    """The type of this name; UnknownEventType where there is none."""
    if event_type not in types:
        raise UnknownEventType(event_type)
    return types[event_type]


def broader_types(types: EventTypes, event_type: str) -> frozenset[str]:
    """All types that a report which knows less may use for the same happening, near and far."""
    found: set[str] = set()
    waiting = list(get(types, event_type).broader)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += get(types, name).broader
    return frozenset(found)


def may_be_one(types: EventTypes, first: str, second: str) -> bool:
    """Whether mentions of these two types may speak of one happening; the order does not matter."""
    if first == second or first in broader_types(types, second) or second in broader_types(types, first):
        return True
    return second in get(types, first).also_called or first in get(types, second).also_called


def most_specific(types: EventTypes, names: Iterable[str]) -> str:
    """The type that says most; among equals the first of the alphabet, so that the answer does not hang on order."""
    return min(names, key=lambda name: (-get(types, name).specificity, name))


def with_property(types: EventTypes, prop: str) -> frozenset[str]:
    """The names of all types for which a property of PROPERTIES holds."""
    return frozenset(name for name, entry in types.items() if entry.has(prop))
