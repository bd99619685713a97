"""The plain values that resolution works on: accounts, evidence, options, history and what comes out.

What belongs here: frozen dataclasses. What does not: any decision.

An **account** is what one document says of one happening: the mentions of a document that its engine gave one
number. Accounts, not mentions, are compared with each other, so that a sentence without a date profits from the
sentence before it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pandas as pd

Row = dict[str, Any]


@dataclass(frozen=True)
class StageFrames:
    """The accepted frames of all extracted batches that are to be in the warehouse."""

    delivery: pd.DataFrame
    document: pd.DataFrame
    cut: pd.DataFrame
    mention: pd.DataFrame
    mention_actor: pd.DataFrame
    mention_casualty: pd.DataFrame
    mention_link: pd.DataFrame
    actor: pd.DataFrame
    place: pd.DataFrame


@dataclass(frozen=True)
class History:
    """What earlier publishes decided: empty for a first build."""

    assignment: pd.DataFrame | None = None  # mention_id, incident_id, published_seq, document_id, raw_start, raw_end
    alias: pd.DataFrame | None = None  # alias_id, incident_id; of several rows of one id the last holds
    revision: pd.DataFrame | None = None  # core.incident_revision of earlier publishes


@dataclass(frozen=True)
class ResolveOptions:
    """What a publish decides from outside: its number, its clock, and the rule that picks the best toll."""

    published_seq: int = 1
    published_at: dt.datetime = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    toll_rule: str = "latest_official"  # tolls.RULES
    near_duplicate: float = 0.8  # share of a text's runs of five words that an earlier one has: it says little else
    rewrite: float = 0.4  # shared part of all runs of both: from here on one text was made from the other


@dataclass(frozen=True)
class Resolution:
    """What a publish puts into the tables of `core`, and what must be remembered of it.

    From nothing, `frames` are the whole tables and nothing is gone. Else they are the rows to put in the place of those
    with the same keys, after the rows that `gone` names by their keys are deleted.
    """

    frames: dict[str, pd.DataFrame]
    gone: dict[str, pd.DataFrame]
    ledger: dict[str, pd.DataFrame]  # assignment, alias, revision: this publish's rows alone
    memory: dict[str, pd.DataFrame]  # schema `resolution`, likewise
    memory_gone: dict[str, pd.DataFrame]

    @property
    def assignment(self) -> pd.DataFrame:
        """Which mention stands in which incident now, where that is new."""
        return self.ledger["assignment"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of people as one speaker of one document gives it."""

    outcome: str
    group: str
    low: int
    high: int | None
    speaker: str | None
    mention_id: str
    document_id: str
    told_on: dt.date | None = None  # day of the document
    words: str = ""  # that count them


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an account says that it happened: the place and its chain of wider areas."""

    place_id: str
    level: str  # place, admin2, admin1, country, region
    precision: str  # records.GEO_PRECISIONS
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    name: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of one happening."""

    key: str  # content key: the smallest mention id
    document_id: str
    mention_ids: tuple[str, ...]
    event_types: tuple[str, ...]  # one a mention
    event_type: str  # the one that says most
    is_located: bool  # whether its kind of event happens at a place, or is told by who acts on whom
    first: dt.date | None = None
    last: dt.date | None = None
    precision: str = "unknown"
    basis: str = "unknown"
    weekday: int | None = None  # what an undated text says: "on Thursday"
    month_day: tuple[int, int] | None = None  # ... or "on September 6"
    spot: Spot | None = None
    spots: tuple[Spot, ...] = ()  # every place that its mentions name
    perpetrators: frozenset[str] = frozenset()
    accuses: bool = False  # whether its perpetrators are only claimed or suspected to be so
    targets: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    figures: tuple[Figure, ...] = ()
    names: frozenset[str] = frozenset()  # proper names and numbers in its sentences
    texts: tuple[frozenset[str], ...] = ()  # those of the whole text, of each text once where many speak together
    published: dt.date | None = None
    is_background: bool = False
    tells_rise: bool = False  # whether it says that more have died since: it was told before
    entries: frozenset[tuple[str, int]] = frozenset()  # the entries of lists that tell of it, with their documents

    @property
    def is_placed(self) -> bool:
        """Whether its place is finer than a country."""
        return self.level in ("place", "admin2", "admin1")

    @property
    def is_town(self) -> bool:
        """Whether it names a town or a point."""
        return self.level == "place"

    @property
    def level(self) -> str | None:
        """How fine its place is."""
        return self.spot.level if self.spot is not None else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two accounts, or an account and an incident, were joined or kept apart."""

    score: float
    conflict: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A stored decision about an account: joined to which other, refused, or left open."""

    account: str
    other: str
    decision: str  # joined, refused, unresolved
    score: float
    reasons: tuple[str, ...]
