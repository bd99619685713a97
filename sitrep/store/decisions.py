"""What people decided about quarantined rows, and the whole trail of a row: append-only, as the rest of the ledger.

What belongs here: dismissals, orders to read rows again, and reading them back. What does not: reading rows again.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sitrep import files
from sitrep.store import ledger
from sitrep.store.home import Home

Kind = Literal["dismiss", "replay"]


class UnknownDecision(KeyError):
    """No decision of this id is on record."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about some rows of one batch (None: of several), when, and why."""

    decision_id: str
    kind: Kind
    quarantine_ids: tuple[str, ...]
    at: dt.datetime
    reason: str = ""
    batch_id: str | None = None
    deliveries: tuple[str, ...] = ()  # of a replay: what is read again


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a quarantined row."""

    at: dt.datetime
    what: Literal["refused", "let through", "dismissed", "to be read again"]
    detail: str
    run_id: str | None = None


def new_id() -> str:
    """An id for a decision."""
    return uuid.uuid4().hex[:12]


def record(home: Home, decision: Decision) -> Decision:
    """Put a decision on record."""
    said = {
        "decision_id": decision.decision_id,
        "kind": decision.kind,
        "quarantine_ids": list(decision.quarantine_ids),
        "at": decision.at.isoformat(),
        "reason": decision.reason,
        "batch_id": decision.batch_id,
        "deliveries": list(decision.deliveries),
    }
    files.write_json(_folder(home) / f"{decision.at:%Y%m%dT%H%M%S.%fZ}-{decision.decision_id}.json", said)
    return decision


def decisions(home: Home) -> list[Decision]:
    """All decisions, the oldest first."""
    return [_read(path) for path in sorted(_folder(home).glob("[0-9]*.json"))]


def find(home: Home, decision_id: str) -> Decision:
    """One decision by its id."""
    for path in _folder(home).glob(f"[0-9]*-{decision_id}.json"):
        return _read(path)
    raise UnknownDecision(decision_id)


def dismiss(home: Home, quarantine_ids: Iterable[str], reason: str, at: dt.datetime) -> Decision:
    """Rows may stay out, and why."""
    return record(home, Decision(new_id(), "dismiss", tuple(quarantine_ids), at, reason))


def dismissals(home: Home) -> dict[str, str]:
    """The rows that were dismissed, with the reason; an order to read a row again takes its dismissal back."""
    found: dict[str, str] = {}
    for one in decisions(home):
        for quarantine_id in one.quarantine_ids:
            found.pop(quarantine_id, None)
            if one.kind == "dismiss":
                found[quarantine_id] = one.reason
    return found


def trail(home: Home, quarantine_id: str, known: Sequence[ledger.Verdict]) -> list[Step]:
    """All that happened to a row since it was first refused, the oldest first."""
    steps = [*_verdict_steps(quarantine_id, known), *_decided(home, quarantine_id)]
    return sorted(steps, key=lambda step: step.at)


def _verdict_steps(quarantine_id: str, known: Sequence[ledger.Verdict]) -> Iterable[Step]:
    row = None
    for verdict in known:
        mine = verdict.quarantine[verdict.quarantine["quarantine_id"] == quarantine_id]
        entry = verdict.entry
        if len(mine):
            row = mine.iloc[0]
            yield Step(entry.at, "refused", "; ".join(row["reasons"]), entry.run_id)
        elif row is not None and ledger.speaks_of(entry, row):
            yield Step(entry.at, "let through", f"passed the gate of {entry.stage}", entry.run_id)
            row = None


def _decided(home: Home, quarantine_id: str) -> Iterable[Step]:
    for one in decisions(home):
        if quarantine_id in one.quarantine_ids:
            yield Step(one.at, "dismissed" if one.kind == "dismiss" else "to be read again", one.reason)


def _folder(home: Home) -> Path:
    return home.ledger / "decisions"


def _read(path: Path) -> Decision:
    raw = files.read_json(path)
    lists = {name: tuple(raw[name]) for name in ("quarantine_ids", "deliveries")}
    return Decision(**{**raw, **lists, "at": dt.datetime.fromisoformat(raw["at"])})
