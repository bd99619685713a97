"""What a warehouse says, read once into frozen records.

What belongs here: the queries on the contract's tables that an evaluation needs. Nothing else here opens a file.
What does not: gold, and any judgement.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

import duckdb

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Document:
    """One document, or one section of one."""

    document_id: str
    file_name: str  # last part of raw_path, without the record's number
    title: str | None
    clean_text: str
    published_on: dt.date | None
    published_basis: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement of an event."""

    mention_id: str
    document_id: str
    event_type: str
    sentence: str
    incident_id: str | None


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident with its published figures."""

    incident_id: str
    event_type: str
    event_class: str
    occurred_from: dt.date | None
    occurred_to: dt.date | None
    place_name: str | None
    admin1: str | None
    country: str | None
    killed_low: int | None
    killed_high: int | None
    injured_low: int | None


@dataclass(frozen=True, slots=True)
class SetAside:
    """One delivery that a gate refused, and why."""

    raw_path: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """All of a warehouse that an evaluation looks at."""

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    incidents: Mapping[str, Incident]
    class_of: Mapping[str, str]  # event_type -> event_class
    actors: Mapping[tuple[str, str], tuple[str, ...]]  # incident, role -> all names
    killed: Mapping[tuple[str, str], tuple[tuple[int, int | None], ...]]  # incident, group -> (low, high) as stated
    links: frozenset[tuple[str, str, str]]  # incident, relation, incident
    set_aside: tuple[SetAside, ...] = field(default=())


DOCUMENTS = """
    select document_id, raw_path, title, clean_text, published_on, published_basis
    from core.document order by raw_path, document_id"""
MENTIONS = """
    select mention_id, document_id, event_type, sentence, incident_id
    from core.mention order by document_id, char_start, mention_id"""
INCIDENTS = """
    select
        incident_id, event_type, event_class, occurred_from, occurred_to,
        place_name, admin1, country, killed_low, killed_high, injured_low
    from core.incident"""
INCIDENT_ACTORS = """
    select incident_actor.incident_id, incident_actor.role, actor.name, actor.aliases
    from core.incident_actor left join core.actor using (actor_id)"""
MENTIONED_ACTORS = """
    select mention.incident_id, mention_actor.role, mention_actor.name
    from core.mention_actor inner join core.mention using (mention_id)
    where mention.incident_id is not null"""
KILLED = """
    select mention.incident_id, mention_casualty.victim_group, mention_casualty.low, mention_casualty.high
    from core.mention_casualty inner join core.mention using (mention_id)
    where mention_casualty.outcome = 'killed' and mention.incident_id is not null"""
LINKS = "select incident_id, relation, related_incident_id from core.incident_link"
SET_ASIDE = """
    select delivery.raw_path, quarantine.reasons
    from quality.quarantine inner join core.delivery using (delivery_id)
    where quarantine.stage in ('raw_text', 'cleaned_text')"""


def read_facts(warehouse: Path) -> Facts:
    """The facts of one warehouse file, opened read-only."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return Facts(
            documents=tuple(_document(*row) for row in _rows(connection, DOCUMENTS)),
            mentions=tuple(Mention(*row) for row in _rows(connection, MENTIONS)),
            incidents={row[0]: Incident(*row) for row in _rows(connection, INCIDENTS)},
            class_of=dict(_rows(connection, "select event_type, event_class from core.event_type")),
            actors=_actors(connection),
            killed=_grouped(((i, group), (low, high)) for i, group, low, high in _rows(connection, KILLED)),
            links=frozenset(_rows(connection, LINKS)),
            set_aside=tuple(SetAside(path, tuple(reasons)) for path, reasons in _rows(connection, SET_ASIDE)),
        )


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def _document(
    document_id: str, raw_path: str, title: str | None, text: str | None, on: dt.date | None, basis: str | None
) -> Document:
    return Document(document_id, PurePosixPath(raw_path).name.split("#")[0], title, text or "", on, basis)


def _grouped(pairs: Iterator[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key, in their order."""
    grouped: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return {key: tuple(values) for key, values in grouped.items()}


def _actors(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], tuple[str, ...]]:
    """Every name under which an actor stands in a role: its own, its aliases, and as the texts write it."""

    def named() -> Iterator[tuple[tuple[str, str], str]]:
        for incident_id, role, name, aliases in _rows(connection, INCIDENT_ACTORS):
            yield from (((incident_id, role), known) for known in (name or "", *(aliases or ())))
        for incident_id, role, name in _rows(connection, MENTIONED_ACTORS):
            yield (incident_id, role), name or ""

    return _grouped(named())
