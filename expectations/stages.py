"""A whole stage before its gate: its main frame, the frames that hang on it, and what goes to quarantine.

What belongs here: the order of the audits, and rows that leave with the row that they hang on. What does not: one
frame's audit (audit), where quarantined rows are kept (sitrep.store).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from expectations.audit import audit
from expectations.docs import Keep
from expectations.suite import load_suite
from expectations.verdict import CheckResult, Verdict


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A row that may not go on: its key, the rules that it broke, and the row as it was."""

    quarantine_id: str
    frame: str
    row_key: str
    document_id: str | None
    delivery_id: str | None
    reasons: tuple[str, ...]
    payload: str  # JSON; the rows that hang on it are inside, under the names of their frames
    batch_id: str | None = None  # where rows of several batches are audited together


@dataclass(frozen=True, slots=True)
class StageVerdict:
    """What the gate of a stage says of all its frames."""

    stage: str
    accepted: Mapping[str, pd.DataFrame]
    quarantined: tuple[Quarantined, ...]
    verdicts: Mapping[str, Verdict]

    @property
    def results(self) -> tuple[CheckResult, ...]:
        """What each rule of each frame found."""
        return tuple(one for verdict in self.verdicts.values() for one in verdict.results)

    @property
    def blockers(self) -> tuple[CheckResult, ...]:
        """The batch rules that did not hold: where there is one, nothing of the stage is published."""
        return tuple(one for verdict in self.verdicts.values() for one in verdict.blockers)


def audit_stage(
    stage: str,
    frames: Mapping[str, pd.DataFrame],
    context: Mapping[str, Any] | None = None,
    keep: Keep | None = None,
    scope: str = "",
) -> StageVerdict:
    """Audit the frames of a stage in their order. The first is the main one; rows of the others leave with its rows.

    `scope` tells rows of the same key apart that were refused in different batches.
    """
    main, *others = frames
    key = load_suite(f"{stage}.{main}").key
    verdicts = {main: audit(frames[main], f"{stage}.{main}", {**(context or {}), **frames}, keep)}
    known = {**(context or {}), **frames, main: verdicts[main].accepted}
    leaving: dict[str, pd.DataFrame] = {}
    for name in others:
        stay, leaving[name] = _split(frames[name], verdicts[main].quarantined, key)
        verdicts[name] = audit(stay, f"{stage}.{name}", known, keep)
    quarantined = [
        row
        for name, verdict in verdicts.items()
        for row in _rows(stage, name, verdict.quarantined, leaving if name == main else {}, key, scope)
    ]
    return StageVerdict(stage, {name: one.accepted for name, one in verdicts.items()}, tuple(quarantined), verdicts)


def _split(frame: pd.DataFrame, gone: pd.DataFrame, key: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that stay, and those that hang on a row that is gone."""
    if gone.empty or any(name not in frame.columns for name in key):
        return frame, frame.head(0)
    out = pd.MultiIndex.from_frame(frame[list(key)]).isin(pd.MultiIndex.from_frame(gone[list(key)]))
    return frame[~out], frame[out]


def _rows(
    stage: str,
    name: str,
    gone: pd.DataFrame,
    leaving: Mapping[str, pd.DataFrame],
    main_key: tuple[str, ...],
    scope: str,
) -> list[Quarantined]:
    key = load_suite(f"{stage}.{name}").key
    hanging = {one: _by_key(frame, main_key) for one, frame in leaving.items() if len(frame)}
    return [
        quarantined_row(
            f"{stage}.{name}",
            row,
            key,
            {one: by_key.get(tuple(row[part] for part in main_key), []) for one, by_key in hanging.items()},
            scope,
        )
        for row in gone.to_dict("records")
    ]


def _by_key(frame: pd.DataFrame, key: tuple[str, ...]) -> dict[tuple[Any, ...], list[dict[str, Any]]]:
    grouped: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in frame.to_dict("records"):
        grouped.setdefault(tuple(row[part] for part in key), []).append(row)
    return grouped


def quarantined_row(
    suite: str, row: Mapping[str, Any], key: tuple[str, ...], hanging: Mapping[str, Any], scope: str
) -> Quarantined:
    """One row as the quarantine keeps it; the same row refused again has the same id."""
    row_key = "|".join(str(row.get(part)) for part in key)
    payload = {name: value for name, value in row.items() if name != "reasons"} | dict(hanging)
    return Quarantined(
        quarantine_id=hashlib.sha256(f"{scope}|{suite}|{row_key}".encode()).hexdigest()[:20],
        frame=suite.partition(".")[2],
        row_key=row_key,
        document_id=plain(row.get("document_id")),
        delivery_id=plain(row.get("delivery_id")),
        reasons=tuple(row["reasons"]),
        payload=json.dumps(plain(payload), ensure_ascii=False),
        batch_id=plain(row.get("batch_id")),
    )


def plain(value: Any) -> Any:
    """A value as JSON knows it; bytes are told by their number, as they lie with their batch."""
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | np.ndarray):
        return [plain(one) for one in value]
    if isinstance(value, bytes):
        return {"bytes": len(value)}
    if value is None or pd.isna(value):
        return None
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else value
