"""Who is to blame for a row that a gate of the warehouse refuses: mentions, deliveries, or whole batches.

What belongs here: the way back from a row of a table to what it was made from, found by the ids that it holds.
What does not: trying again (publishing).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from expectations import CheckResult

Frames = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Offence:
    """A rule that stands against publishing, and the rows that broke it (as many as are known)."""

    result: CheckResult
    rows: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Excluded:
    """Mentions and deliveries that are left out, each with the rules that it broke."""

    mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    deliveries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __or__(self, other: Excluded) -> Excluded:
        return Excluded({**other.mentions, **self.mentions}, {**other.deliveries, **self.deliveries})

    def adds_to(self, other: Excluded) -> bool:
        """Whether something is left out here that is not there."""
        return bool(self.mentions.keys() - other.mentions.keys() or self.deliveries.keys() - other.deliveries.keys())


@dataclass(frozen=True)
class Origins:
    """What each id of the tables stands for: mentions, or deliveries."""

    mentions: Mapping[str, frozenset[str]]  # mention or incident -> mentions
    deliveries: Mapping[str, frozenset[str]]  # delivery or document -> deliveries
    batches: Mapping[str, str]  # delivery -> batch
    document_of: Mapping[str, str]  # mention -> document


def origins(frames: Frames) -> Origins:
    """The ids of the tables of core, and what they stand for."""
    mention, delivery = frames["mention"], frames["delivery"]
    mentions: dict[str, set[str]] = {}
    for mention_id, incident_id in zip(mention["mention_id"], mention["incident_id"], strict=True):
        mentions.setdefault(mention_id, set()).add(mention_id)
        if isinstance(incident_id, str):
            mentions.setdefault(incident_id, set()).add(mention_id)
    deliveries: dict[str, set[str]] = {}
    for delivery_id, document_id in zip(delivery["delivery_id"], delivery["document_id"], strict=True):
        deliveries.setdefault(delivery_id, set()).add(delivery_id)
        deliveries.setdefault(document_id, set()).add(delivery_id)
    return Origins(
        {key: frozenset(found) for key, found in mentions.items()},
        {key: frozenset(found) for key, found in deliveries.items()},
        dict(zip(delivery["delivery_id"], delivery["batch_id"], strict=True)),
        dict(zip(mention["mention_id"], mention["document_id"], strict=True)),
    )


def blamed_rows(offences: Iterable[Offence], frames: Frames) -> Excluded:
    """What goes to quarantine for the row rules: the mentions behind a row, or where it has none its deliveries."""
    known = origins(frames)
    mentions: dict[str, list[str]] = {}
    deliveries: dict[str, list[str]] = {}
    for offence in offences:
        for row in offence.rows if offence.result.level == "row" else ():
            reason = _reason(offence.result, row)
            made_from = _found(row, known.mentions)
            for one in made_from:
                mentions.setdefault(one, []).append(reason)
            for one in () if made_from else _found(row, known.deliveries):
                deliveries.setdefault(one, []).append(reason)
    return Excluded(
        {one: tuple(reasons) for one, reasons in mentions.items()},
        {one: tuple(reasons) for one, reasons in deliveries.items()},
    )


def _reason(result: CheckResult, row: Mapping[str, Any]) -> str:
    told = [one for one in row.get("reasons") or () if one.startswith(f"{result.rule}:")]
    return f"{result.suite}.{told[0]}" if told else f"{result.suite}.{result.rule}"


def blamed_batches(offences: Iterable[Offence], frames: Frames) -> frozenset[str]:
    """The batches that the offending rows come from."""
    known = origins(frames)
    blamed: set[str] = set()
    for offence in offences:
        for row in offence.rows:
            documents = {known.document_of[one] for one in _found(row, known.mentions)}
            sources = _found({"documents": sorted(documents)}, known.deliveries) | _found(row, known.deliveries)
            blamed |= {known.batches[one] for one in sources}
    return frozenset(blamed)


def _found(row: Mapping[str, Any], known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What the ids in a row's values stand for, whatever its columns are called."""
    found: set[str] = set()
    for name, value in row.items():
        if name == "reasons":
            continue
        values = [value] if isinstance(value, str) else value if hasattr(value, "__iter__") else ()
        found.update(*(known.get(one, ()) for one in values if isinstance(one, str)))
    return frozenset(found)


def without(stages: Frames, excluded: Excluded) -> dict[str, pd.DataFrame]:
    """The stage frames without what is excluded, and without the rows that hang on it."""
    left = {}
    for name, frame in stages.items():
        keep = pd.Series(True, index=frame.index)
        for column, gone in (
            ("mention_id", excluded.mentions),
            ("related_mention_id", excluded.mentions),
            ("delivery_id", excluded.deliveries),
        ):
            if column in frame.columns and gone:
                keep &= ~frame[column].isin(list(gone))
        left[name] = frame[keep].reset_index(drop=True)
    return left
