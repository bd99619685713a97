"""Stage frames from a few words a mention, so that a test shows only what it is about.

What belongs here: building input. What does not: assertions.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from sitrep import schemas
from sitrep.resolve import History, Resolution, ResolveOptions, StageFrames, resolve, tables

UTC = dt.UTC
PLACES = {
    "mach": ("Mach", "place", "Balochistan", "Kachhi", "PK", 29.86, 67.33),
    "sibi": ("Sibi", "place", "Balochistan", "Sibi", "PK", 29.54, 67.88),
    "kachhi_town": ("Kachhi", "place", "Balochistan", "Kachhi", "PK", 28.9, 68.4),
    "quetta": ("Quetta", "place", "Balochistan", "Quetta", "PK", 30.18, 67.0),
    "sorani": ("Sorani", "place", "Balochistan", None, "PK", None, None),  # nobody knows where it lies
    "kachhi": ("Kachhi", "admin2", "Balochistan", "Kachhi", "PK", 29.3, 67.6),
    "balochistan": ("Balochistan", "admin1", "Balochistan", None, "PK", 28.5, 65.8),
    "pakistan": ("Pakistan", "country", None, None, "PK", 30.0, 70.0),
    "saravan": ("Saravan", "place", "Sistan and Baluchestan", "Saravan", "IR", 27.37, 62.33),
    "iran": ("Iran", "country", None, None, "IR", 32.0, 53.0),
}
ACTORS = {
    "state.pk": ("Pakistan", "state", "PK"),
    "military.pk": ("Pakistan Army", "military", "PK"),
    "state.ir": ("Iran", "state", "IR"),
    "group.bla": ("Baloch Liberation Army", "insurgent", "PK"),
    "group.ttp": ("Pakistani Taliban", "insurgent", "PK"),
    "unidentified.gunmen": ("gunmen", "unidentified", None),
    "civilians": ("civilians", "civilians", None),
}


def short(*parts: object) -> str:
    """A made-up content hash."""
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:20]


@dataclass(frozen=True)
class Toll:
    """A count in a mention."""

    outcome: str
    low: int
    high: int | None = -1  # as low
    group: str = "total"
    by: str | None = None
    words: str | None = None


def killed(
    low: int, group: str = "total", by: str | None = None, high: int | None = -1, words: str | None = None
) -> Toll:
    """So many dead, in these words."""
    return Toll("killed", low, high, group, by, words)


@dataclass(frozen=True)
class Said:
    """A mention in a few words."""

    event_type: str
    day: str | None = None
    place: str | None = None
    by: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    tolls: tuple[Toll, ...] = ()
    happening: int = 0
    modality: str = "asserted"
    is_aggregate: bool = False
    is_background: bool = False
    basis: str = "weekday"
    time_text: str | None = None
    until: str | None = None
    precision: str = "day"
    geo: str | None = None
    sentence: str = "something happened."
    claimed_by: tuple[str, ...] = ()
    links: tuple[tuple[str, int], ...] = ()  # relation, position of the mention answered


@dataclass(frozen=True)
class Report:
    """A document in a few words."""

    name: str
    published: str | None
    said: tuple[Said, ...]
    publisher: str | None = None
    url: str | None = None
    text: str = ""
    signature: tuple[int, ...] = ()
    source: str = "feed"
    basis: str = "metadata"
    batch: str = "b1"
    delivery: str = "1"
    title_end: int | None = None  # up to here mentions stand in the headline

    @property
    def document_id(self) -> str:
        return short("document", self.name)

    @property
    def delivery_id(self) -> str:
        return short("delivery", self.name, self.source, self.delivery)


@dataclass
class Frames:
    """Rows of stage frames as they are collected."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {name: [] for name in _SCHEMAS})

    def add(self, report: Report) -> None:
        """One report with all that hangs on it."""
        day = dt.date.fromisoformat(report.published) if report.published else None
        at = dt.datetime.combine(day, dt.time(12), UTC) if day else None
        common = {"document_id": report.document_id, "delivery_id": report.delivery_id, "batch_id": report.batch}
        self.rows["delivery"].append(
            {**common, "source_name": report.source, "raw_path": f"{report.name}.txt", "arrived_at": at}
        )
        self.rows["document"].append(
            {
                **common,
                "source_name": report.source,
                "raw_path": f"{report.name}.txt",
                "url": report.url,
                "publisher": report.publisher or report.name,
                "published_at": at,
                "published_on": day,
                "published_precision": "day" if day else "unknown",
                "published_basis": report.basis if day else "unknown",
                "clean_text": report.text or report.name,
                "clean_chars": len(report.text or report.name),
                "signature": list(report.signature),
                "title": report.name,
                "title_end": report.title_end,
                "raw_sha256": short("raw", report.name),
            }
        )
        for ordinal, said in enumerate(report.said):
            self._mention(report, ordinal, said)

    def _mention(self, report: Report, ordinal: int, said: Said) -> None:
        mention_id = mention(report, ordinal)
        hang = {"mention_id": mention_id, "delivery_id": report.delivery_id, "batch_id": report.batch}
        first = dt.date.fromisoformat(said.day) if said.day else None
        last = dt.date.fromisoformat(said.until) if said.until else first
        place = PLACES[said.place] if said.place else None
        level_precision = {"place": "exact", None: "unknown"}.get(
            place[1] if place else None, place[1] if place else ""
        )
        self.rows["mention"].append(
            {
                **hang,
                "document_id": report.document_id,
                "event_type": said.event_type,
                "trigger": said.event_type,
                "trigger_start": 100 * ordinal,
                "trigger_end": 100 * ordinal + 5,
                "sentence": said.sentence,
                "char_start": 100 * ordinal,
                "char_end": 100 * ordinal + len(said.sentence),
                "raw_start": 100 * ordinal,
                "raw_end": 100 * ordinal + len(said.sentence),
                "modality": said.modality,
                "is_background": said.is_background,
                "is_aggregate": said.is_aggregate,
                "time_text": said.time_text,
                "occurred_from": first,
                "occurred_to": last,
                "date_precision": said.precision if first else "unknown",
                "date_basis": said.basis if first else "unknown",
                "place_id": said.place,
                "place_text": place[0] if place else None,
                "place_relation": "in" if place else None,
                "geo_precision": said.geo or level_precision,
                "place_basis": "stated" if place else None,
                "happening": said.happening,
                "rule_id": "test",
                "engine": "test",
                "engine_version": "1",
                "confidence": 0.5,
            }
        )
        self._actors(said, hang, 100 * ordinal)
        self._tolls(said, hang, 100 * ordinal)
        for relation, position in said.links:
            self.rows["mention_link"].append(
                {**hang, "relation": relation, "related_mention_id": mention(report, position)}
            )

    def _actors(self, said: Said, hang: Mapping[str, Any], start: int) -> None:
        roles = (("perpetrator", said.by), ("target", said.on), ("party", said.between), ("claimant", said.claimed_by))
        for role, actor_ids in roles:
            for position, actor_id in enumerate(actor_ids):
                self.rows["mention_actor"].append(
                    {
                        **hang,
                        "role": role,
                        "actor_id": actor_id,
                        "name": ACTORS[actor_id][0],
                        "char_start": start + position,
                        "char_end": start + position + 1,
                        "certainty": "claimed" if role == "claimant" else "stated",
                    }
                )

    def _tolls(self, said: Said, hang: Mapping[str, Any], start: int) -> None:
        for position, toll in enumerate(said.tolls):
            self.rows["mention_casualty"].append(
                {
                    **hang,
                    "outcome": toll.outcome,
                    "victim_group": toll.group,
                    "low": toll.low,
                    "high": toll.low if toll.high == -1 else toll.high,
                    "char_start": start + 50 + position,
                    "char_end": start + 51 + position,
                    "attributed_to": toll.by,
                    "quote": toll.words or str(toll.low),
                }
            )

    def stage_frames(self) -> StageFrames:
        """The frames, with every actor and place that tests know."""
        names = ("name", "level", "admin1", "admin2", "country", "latitude", "longitude")
        places = [
            {"place_id": key, **dict(zip(names, value, strict=True)), "aliases": []} for key, value in PLACES.items()
        ]
        actors = [
            {"actor_id": key, "name": name, "kind": kind, "country": country, "aliases": []}
            for key, (name, kind, country) in ACTORS.items()
        ]
        rows = {**self.rows, "place": places, "actor": actors}
        return StageFrames(**{name: tables.frame(rows[name], tables.with_batch(_SCHEMAS[name])) for name in _SCHEMAS})


_SCHEMAS = {
    "delivery": schemas.DELIVERY,
    "document": schemas.DOCUMENT,
    "cut": schemas.CUT,
    "mention": schemas.MENTION,
    "mention_actor": schemas.MENTION_ACTOR,
    "mention_casualty": schemas.MENTION_CASUALTY,
    "mention_link": schemas.MENTION_LINK,
    "actor": schemas.ACTOR,
    "place": schemas.PLACE,
}


def mention(report: Report, ordinal: int = 0) -> str:
    """The id of a report's mention."""
    return short("mention", report.document_id, ordinal, report.said[ordinal].event_type)


def frames(*reports: Report) -> StageFrames:
    """The stage frames of reports, in the order given."""
    collected = Frames()
    for report in reports:
        collected.add(report)
    return collected.stage_frames()


def run(*reports: Report, types: Any, history: History | None = None, seq: int = 1, rule: str = "") -> Resolution:
    """Resolves reports."""
    options = ResolveOptions(published_seq=seq, published_at=dt.datetime(2024, 2, seq, tzinfo=UTC))
    options = replace(options, toll_rule=rule) if rule else options
    return resolve(frames(*reports), history or History(), options, types)


def next_history(history: History | None, done: Resolution) -> History:
    """The history after a publish, as the ledger gives it back."""
    grown = {
        name: pd.concat([old, done.ledger[name]], ignore_index=True) if old is not None else done.ledger[name]
        for name, old in vars(history or History()).items()
    }
    return History(**grown)


def together(done: Resolution) -> set[frozenset[str]]:
    """Which mentions stand together."""
    out: dict[str, set[str]] = {}
    for row in tables.rows(done.frames["mention"], tables.MENTION):
        if row["incident_id"] is not None:
            out.setdefault(row["incident_id"], set()).add(row["mention_id"])
    return {frozenset(members) for members in out.values()}


def incidents(done: Resolution) -> list[dict[str, Any]]:
    """The incident rows."""
    return tables.rows(done.frames["incident"], tables.INCIDENT)


_CLOCK = ("arrived_at", "ingested_at", "batch_id")


def canonical(done: Resolution) -> dict[str, list[str]]:
    """The tables without what may differ between two ways to the same documents: ids, clocks, history."""
    named = {
        row["incident_id"]: row["mention_id"]
        for row in sorted(tables.rows(done.frames["mention"], tables.MENTION), key=lambda row: row["mention_id"])[::-1]
    }
    out = {}
    for name, frame in done.frames.items():
        if name in ("incident_revision", "incident_alias"):
            continue
        plain = []
        for row in tables.rows(frame, tables.CORE[name]):
            kept = {key: value for key, value in row.items() if key not in _CLOCK}
            for key in ("incident_id", "related_incident_id"):
                if key in kept:
                    kept[key] = named.get(kept[key], kept[key])
            plain.append(repr(kept))
        out[name] = sorted(plain)
    return out
