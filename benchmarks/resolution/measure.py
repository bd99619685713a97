"""How well resolution put a generated stream together.

What belongs here: B-cubed, twins kept apart, tolls within what was said. What does not: running anything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.resolution.stream import Stream
from sitrep.resolve import Resolution, tables


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures of one run."""

    precision: float
    recall: float
    f1: float
    twins_apart: float
    twins_pure: float
    tolls_within: float
    unresolved: float
    incidents: int


def b_cubed(truth: Mapping[str, int], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over mentions; a mention without an incident stands alone."""
    together: Counter[tuple[int, str]] = Counter()
    gold: Counter[int] = Counter()
    system: Counter[str] = Counter()
    home = {mention: found.get(mention) or f"alone {mention}" for mention in truth}
    for mention, happening in truth.items():
        together[happening, home[mention]] += 1
        gold[happening] += 1
        system[home[mention]] += 1
    precision = recall = 0.0
    for (happening, incident), shared in together.items():
        precision += shared * shared / system[incident]
        recall += shared * shared / gold[happening]
    precision, recall = precision / len(truth), recall / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def quality(stream: Stream, done: Resolution) -> Quality:
    """All figures of a resolved stream."""
    mentions = tables.rows(done.frames["mention"], tables.MENTION)
    found = {row["mention_id"]: row["incident_id"] for row in mentions if row["incident_id"] is not None}
    precision, recall, f1 = b_cubed(stream.truth, found)
    return Quality(
        round(precision, 4),
        round(recall, 4),
        round(f1, 4),
        *(round(share, 4) for share in twins(stream, found)),
        round(tolls_within(done), 4),
        round(sum(mention not in found for mention in stream.truth) / len(stream.truth), 4),
        len(done.frames["incident"]),
    )


def twins(stream: Stream, found: Mapping[str, str]) -> tuple[float, float]:
    """The shares of twins that stand in two incidents, and of those where no mention strayed into the other."""
    incidents: dict[int, Counter[str]] = defaultdict(Counter)
    for mention, happening in stream.truth.items():
        if mention in found:
            incidents[happening][found[mention]] += 1
    pairs = [(incidents[h.number], incidents[h.twin_of]) for h in stream.happenings if h.twin_of is not None]
    if not pairs:
        return 1.0, 1.0
    apart = sum(_main(one) != _main(other) for one, other in pairs)
    pure = sum(not one.keys() & other.keys() for one, other in pairs)
    return apart / len(pairs), pure / len(pairs)


def _main(incidents: Counter[str]) -> str | None:
    return min(incidents, key=lambda incident: (-incidents[incident], incident), default=None)


def tolls_within(done: Resolution) -> float:
    """The share of incidents whose published deaths lie within what their own mentions say."""
    said: dict[str, list[int]] = defaultdict(list)
    incident_of = {row["mention_id"]: row["incident_id"] for row in tables.rows(done.frames["mention"], tables.MENTION)}
    for row in tables.rows(done.frames["mention_casualty"], tables.MENTION_CASUALTY):
        if row["outcome"] == "killed" and incident_of.get(row["mention_id"]) is not None:
            said[incident_of[row["mention_id"]]].append(row["low"])
    asked = [row for row in tables.rows(done.frames["incident"], tables.INCIDENT) if said.get(row["incident_id"])]
    right = sum(_within(row, said[row["incident_id"]]) for row in asked)
    return right / len(asked) if asked else 1.0


def _within(row: Mapping[str, Any], said: list[int]) -> bool:
    return min(said) <= row["killed_low"] <= row["killed_best"] <= row["killed_high"] <= max(said)
