"""Gold files: what a person read from the reports, as frozen records.

What belongs here: the form of a gold file and its loading, with errors that name the file and the entry.
What does not: comparing it with anything.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: Roles of an incident's actors that gold may ask for.
ROLES = ("perpetrator", "target", "claimant")
Interval = tuple[dt.date, dt.date]


class MalformedGold(ValueError):
    """A gold file that cannot be scored against."""


@dataclass(frozen=True, slots=True)
class Span:
    """A figure as the documents allow it; no upper bound where `high` is None."""

    low: int
    high: int | None

    def __str__(self) -> str:
        return f"{self.low}..{'' if self.high is None else self.high}"


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One report: what cleaning must keep and cut, its title and date."""

    key: str
    file: str
    title: str | None = None
    published: dt.date | None = None
    published_basis: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldIncident:
    """One happening, the snippets that speak of it, and what they say. An empty field is not asked."""

    incident_id: str
    event_class: str
    types: frozenset[str]
    required: bool
    anchors: Mapping[str, tuple[str, ...]]
    date: Interval | None = None
    country: str | None = None
    places: tuple[str, ...] = ()
    admin1: tuple[str, ...] = ()
    tolls: Mapping[str, Span] = field(default_factory=dict)  # killed, injured
    no_toll: tuple[str, ...] = ()  # outcomes of which the documents say nothing
    killed_groups: Mapping[str, Span] = field(default_factory=dict)
    actors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by role, where asked
    unclaimed: bool = False  # the documents name nobody who claims it

    @property
    def is_violent(self) -> bool:
        return self.event_class == "violent"


@dataclass(frozen=True, slots=True)
class GoldLink:
    """One happening that the texts say answers, or condemns, another."""

    source: str
    relation: str
    target: str


@dataclass(frozen=True, slots=True)
class Gold:
    """All answers to one set of reports."""

    documents: tuple[GoldDocument, ...]
    incidents: tuple[GoldIncident, ...]
    links: tuple[GoldLink, ...] = ()
    not_incidents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    set_aside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_gold(path: Path) -> Gold:
    """The gold of one file; MalformedGold names what is wrong with it, and where."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        documents = tuple(_document(key, entry) for key, entry in raw["documents"].items())
        incidents = tuple(_incident(entry) for entry in raw["incidents"])
        links = tuple(GoldLink(link["from"], link["relation"], link["to"]) for link in raw.get("links", []))
    except OSError as problem:
        raise MalformedGold(f"{path}: cannot be read ({problem.strerror})") from problem
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as problem:
        raise MalformedGold(f"{path}: {type(problem).__name__}: {problem}") from problem
    except ValueError as problem:
        raise MalformedGold(f"{path}: {problem}") from problem
    return Gold(documents, incidents, links, _lists(raw, "not_incidents"), _lists(raw, "set_aside"))


def interval(value: str | list[str] | None) -> Interval | None:
    """A day, a month (YYYY-MM), a year or a [first, last] pair as a closed interval of days."""
    if value is None:
        return None
    if isinstance(value, list):
        return dt.date.fromisoformat(value[0]), dt.date.fromisoformat(value[1])
    first = dt.date.fromisoformat((value + "-01-01")[:10])
    if len(value) == len("2024"):
        return first, dt.date(first.year, 12, 31)
    if len(value) == len("2024-01"):
        following = (first + dt.timedelta(days=32)).replace(day=1)
        return first, following - dt.timedelta(days=1)
    return first, first


def _lists(raw: Mapping[str, Any], name: str) -> dict[str, tuple[str, ...]]:
    return {key: tuple(texts) for key, texts in raw.get(name, {}).items() if key != "about"}


def _document(key: str, entry: Mapping[str, Any]) -> GoldDocument:
    published = entry.get("published")
    return GoldDocument(
        key=key,
        file=entry["file"],
        title=entry.get("title"),
        published=dt.date.fromisoformat(published) if published else None,
        published_basis=tuple(entry.get("published_basis", ())),
        cut=tuple(entry["cut"]),
        keep=tuple(entry["keep"]),
    )


def _incident(entry: Mapping[str, Any]) -> GoldIncident:
    name = entry["id"]
    try:
        date = interval(entry.get("date"))
    except ValueError as problem:
        raise ValueError(f"incident {name}: date: {problem}") from problem
    violent = entry["class"] == "violent"
    return GoldIncident(
        incident_id=name,
        event_class=entry["class"],
        types=frozenset(entry["types"]) | frozenset(entry.get("alt_types", ())),
        required=bool(entry["required"]),
        anchors={key: tuple(texts) for key, texts in entry["anchors"].items()},
        date=date,
        country=entry.get("country"),
        places=tuple(entry.get("places") or ()),
        admin1=tuple(entry.get("admin1") or ()),
        tolls={name: Span(**entry[name]) for name in ("killed", "injured") if entry.get(name)},
        no_toll=tuple(name for name in ("killed", "injured") if violent and name in entry and entry[name] is None),
        killed_groups={group: Span(*bounds) for group, bounds in (entry.get("killed_groups") or {}).items()},
        actors={role: tuple(entry[role]) for role in ROLES if entry.get(role)},
        unclaimed=violent and entry.get("claimant") == [],
    )
