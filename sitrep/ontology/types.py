"""The event types: what each means, how it stands to the others, and what other codebooks call it.

What belongs here: reading and checking event_types.yaml. What does not: what may be asked of a type (event_type.py) and
how text expresses it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from sitrep.ontology.event_type import (
    PROPERTIES,
    AcledCode,
    CounterExample,
    EventClass,
    EventType,
    EventTypes,
    LinkRelation,
    Outcome,
    PloverCode,
    broader_types,
    get,
    may_be_one,
    most_specific,
    with_property,
)
from sitrep.ontology.unknown import UnknownEventType

__all__ = [
    "ACLED_SUB_EVENTS", "EVENT_TYPES_FILE", "PLOVER_EVENTS", "PROPERTIES", "EventType", "EventTypes",
    "EventTypesInvalid", "UnknownEventType", "broader_types", "get", "load_types", "may_be_one", "most_specific",
    "with_property",
]  # fmt: skip

EVENT_TYPES_FILE = Path(__file__).with_name("event_types.yaml")

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


class EventTypesInvalid(ValueError):
    """An event-type file says what it must not; the message names the file and each entry at fault."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, str_min_length=1)


class CounterExampleEntry(_Entry):
    """A look-alike that has no event of the type, and what it is instead."""

    text: str
    instead: str


class PloverCodeEntry(_Entry):
    """Where PLOVER puts a type; mode None where PLOVER has none or the text decides."""

    event: str
    mode: str | None

    @model_validator(mode="after")
    def _known(self) -> PloverCodeEntry:
        if self.event not in PLOVER_EVENTS:
            raise ValueError(f"{self.event!r} is no PLOVER event")
        if self.mode is not None and self.mode not in PLOVER_MODES.get(self.event, ()):
            raise ValueError(f"{self.mode!r} is no mode of PLOVER's {self.event}")
        return self


class AcledCodeEntry(_Entry):
    """Where ACLED puts a type, before who the sides are moves it to a sibling."""

    event_type: str
    sub_event_type: str

    @model_validator(mode="after")
    def _known(self) -> AcledCodeEntry:
        if self.sub_event_type not in ACLED_SUB_EVENTS.get(self.event_type, ()):
            raise ValueError(f"{self.sub_event_type!r} is no sub-event of ACLED's {self.event_type!r}")
        return self


class EventTypeEntry(_Entry):
    """One kind of event: its meaning, its relatives, its names elsewhere, and the properties that rules may ask for."""

    event_type: str = Field(pattern=r"^[a-z]+(_[a-z]+)*$")
    label: str
    event_class: EventClass
    family: str = Field(pattern=r"^[a-z]+(_[a-z]+)*$")
    specificity: int = Field(ge=0, le=9)
    broader: tuple[str, ...]
    also_called: tuple[str, ...]
    definition: str = Field(min_length=40)
    plover: PloverCodeEntry
    acled: AcledCodeEntry | None
    cameo_root: str = Field(pattern=r"^(0[1-9]|1\d|20)$")
    own_outcome: Outcome | None
    link_relation: LinkRelation | None
    announced_as: str | None = None
    refused_as: str | None = None
    properties: frozenset[str]
    examples: tuple[str, ...] = Field(min_length=2)
    counter_examples: tuple[CounterExampleEntry, ...] = Field(min_length=2)

    @field_validator("properties")
    @classmethod
    def _known_properties(cls, value: frozenset[str]) -> frozenset[str]:
        if unknown := sorted(value - set(PROPERTIES)):
            raise ValueError(f"unknown properties {unknown}; known are {sorted(PROPERTIES)}")
        return value

    def told(self) -> EventType:
        """The entry as the engine knows it."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        values["plover"] = PloverCode(**self.plover.model_dump())
        values["acled"] = AcledCode(**self.acled.model_dump()) if self.acled is not None else None
        values["counter_examples"] = tuple(CounterExample(**each.model_dump()) for each in self.counter_examples)
        return EventType(**values)


def load_types(path: Path = EVENT_TYPES_FILE) -> EventTypes:
    """The event types of a file by name, in the file's order; EventTypesInvalid names every entry at fault."""
    entries = _read_entries(path)
    types: dict[str, EventType] = {}
    problems: list[str] = []
    for position, entry in enumerate(entries):
        name = entry.get("event_type", f"#{position + 1}") if isinstance(entry, dict) else f"#{position + 1}"
        try:
            loaded = EventTypeEntry.model_validate(entry).told()
        except ValidationError as error:
            problems += [f"{name}: {'.'.join(map(str, e['loc'])) or 'entry'}: {e['msg']}" for e in error.errors()]
            continue
        if loaded.event_type in types:
            problems.append(f"{name}: stands twice")
        types[loaded.event_type] = loaded
    problems += _across(types, complete=not problems)
    if problems:
        raise EventTypesInvalid(f"{path}: " + "; ".join(problems))
    broader = {name: _all_broader(types, name) for name in types}
    kin = {name: broader[name].union(entry.also_called) for name, entry in types.items()}
    both = {name: kin[name].union(other for other in types if name in kin[other]) for name in types}
    return {name: replace(types[name], all_broader=broader[name], kin=both[name]) for name in types}


def _all_broader(types: EventTypes, event_type: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(types[event_type].broader)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += types[name].broader
    return frozenset(found)


def _read_entries(path: Path) -> list[Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
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
