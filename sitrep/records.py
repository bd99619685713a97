"""The plain records that pass between the steps of the engine.

What belongs here: frozen dataclasses without behaviour, and the code sets of the warehouse contract.
What does not: reading, deciding, storing. Offsets are code points; instants are UTC; dates are calendar days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

MODALITIES = ("asserted", "claimed", "denied", "threatened", "planned", "hypothetical", "habitual")
#: Those of what is told to have happened, by the outlet's word or by somebody's.
HAPPENED = ("asserted", "claimed")
#: Kinds of actors that are armed groups.
ARMED_GROUPS = ("insurgent", "militia")
ROLES = ("perpetrator", "target", "party", "claimant")
CERTAINTIES = ("stated", "claimed", "suspected", "denied")
OUTCOMES = ("killed", "injured", "abducted", "missing", "arrested")
#: Groups that divide a toll among them, groups that are part of those, and the stated total.
DIVIDING_GROUPS = ("civilian", "security_force", "militant", "unknown")
PART_GROUPS = ("child", "woman", "foreign_national")
VICTIM_GROUPS = (*DIVIDING_GROUPS, *PART_GROUPS, "total")
DATE_PRECISIONS = ("day", "week", "month", "year", "unknown")
DATE_BASES = ("explicit", "relative", "weekday", "document", "corroborated", "unknown")
PUBLISHED_PRECISIONS = ("second", "day", "month", "year", "unknown")
PUBLISHED_BASES = ("metadata", "text", "inferred", "corroborated", "unknown")
PLACE_RELATIONS = ("in", "near", "border", "outskirts", "between", "toward", "distance")
PLACE_BASES = ("stated", "scene", "corroborated")
GEO_PRECISIONS = ("exact", "near", "admin2", "admin1", "fuzzy", "country", "international", "unknown")
ACTOR_KINDS = (
    "state", "government", "military", "police", "insurgent", "militia", "party",
    "civilians", "media", "organisation", "person", "unidentified",
)  # fmt: skip
LINK_RELATIONS = ("retaliation_for", "response_to", "condemns")


@dataclass(frozen=True, slots=True)
class Delivery:
    """One arrival of one record, as a source hands it over: nothing decoded, nothing decided."""

    source_name: str  # feed or folder
    raw_path: str  # a.txt, a.zip!b.html, c.jsonl#12 (relative to the source, with / between folders)
    payload: bytes
    media_type: str  # text/plain, text/html, application/json, application/pdf, message/rfc822 ...
    sidecar: Mapping[str, str] = field(default_factory=dict)  # url, published, publisher, title, language
    problem: str | None = None  # why the source could not read it: the raw gate quarantines it with this reason


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the raw text that cleaning removed, and the rule that removed it."""

    raw_start: int
    raw_end: int
    rule_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the clean text that stands unchanged in the raw text: the map between their offsets."""

    clean_start: int
    clean_end: int
    raw_start: int


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, how exactly this is known, and from what."""

    at: dt.datetime | None = None  # UTC
    on: dt.date | None = None  # as the outlet's own calendar has it
    utc_offset: str | None = None  # +05:00
    precision: str = "unknown"  # PUBLISHED_PRECISIONS
    basis: str = "unknown"  # PUBLISHED_BASES
    evidence: tuple[str, ...] = ()  # the candidates considered, in words


@dataclass(frozen=True, slots=True)
class CleanDocument:
    """A document ready to be read: what is left is news, and every character of it maps back to the raw text."""

    document_id: str
    raw_text: str
    clean_text: str
    segments: tuple[Segment, ...]
    cuts: tuple[Cut, ...]
    title: str | None = None
    title_start: int | None = None  # where the title stands in clean_text, if it does
    title_end: int | None = None
    byline: str | None = None
    publisher: str | None = None
    dateline_place: str | None = None  # "QUETTA" of "QUETTA, Pakistan (AP) -"; the dateline itself stays in clean_text
    url: str | None = None
    published: Published = Published()
    language: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    signature: tuple[int, ...] = ()  # MinHash of the clean text, for near-duplicates
    parent_document_id: str | None = None
    section: int | None = None
    problem: str | None = None  # why nothing readable came of it: the gate quarantines it with this reason


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor in one role of one mention, at the characters that name it."""

    role: str  # ROLES
    actor_id: str
    name: str  # as written
    char_start: int
    char_end: int
    attributed_to: str | None = None
    certainty: str = "stated"  # CERTAINTIES


@dataclass(frozen=True, slots=True)
class CasualtyMention:
    """A count of people harmed, as one speaker gives it."""

    outcome: str  # OUTCOMES
    victim_group: str  # VICTIM_GROUPS
    low: int
    high: int | None  # None: no upper bound is stated
    char_start: int
    char_end: int
    quote: str
    attributed_to: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Where a mention says that it happened."""

    place_id: str
    text: str  # its name as written
    relation: str = "in"  # PLACE_RELATIONS
    geo_precision: str = "exact"  # GEO_PRECISIONS
    basis: str = "stated"  # PLACE_BASES: its own sentence says so, or the scene that other sentences set
    site: str | None = None  # the phrase in which its own sentence says where, if that is more: "a bus stop in X"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """When a mention says that it happened: a closed interval of days, local at the place."""

    text: str | None = None
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    precision: str = "unknown"  # DATE_PRECISIONS
    basis: str = "unknown"  # DATE_BASES


@dataclass(frozen=True, slots=True)
class MentionLink:
    """What a text says of two of its mentions: one answers the other."""

    relation: Literal["retaliation_for", "response_to", "condemns"]
    ordinal: int  # position of the answering mention in Extraction.mentions
    related_ordinal: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement of an event in one document."""

    event_type: str
    trigger: str
    trigger_start: int
    trigger_end: int
    sentence: str
    char_start: int  # of the sentence, in clean_text
    char_end: int
    rule_id: str
    modality: str = "asserted"
    is_background: bool = False
    is_aggregate: bool = False
    attributed_to: str | None = None
    occurrence: Occurrence = Occurrence()
    place: PlaceMention | None = None
    actors: tuple[ActorMention, ...] = ()
    casualties: tuple[CasualtyMention, ...] = ()
    happening: int = 0  # mentions of a document with the same number speak of the same happening
    entry: int | None = None  # the entry of a list, or the happening set apart, in which it is told: its first sentence
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """A place that something can happen in."""

    place_id: str
    name: str
    country: str | None  # ISO 3166-1 alpha-2; None for regions across borders
    admin1: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    aliases: tuple[str, ...] = ()
    level: str = "place"  # place, admin2, admin1, country, region
    population: int = 0

    @property
    def is_adrift(self) -> bool:
        """Whether nobody knows where in its country or province it lies: a village that no list has."""
        return self.level == "place" and self.latitude is None and self.admin2 is None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts or is acted on: a state, a force, a group, or men whom nobody names."""

    actor_id: str
    name: str
    kind: str  # ACTOR_KINDS
    country: str | None = None  # ISO 3166-1 alpha-2
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one engine read in one document, with the actors and places that its mentions name."""

    document_id: str
    engine: str
    engine_version: str
    mentions: tuple[Mention, ...] = ()
    links: tuple[MentionLink, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
