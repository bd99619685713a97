"""The append-only record of what the gates said and what was published; it exists also where nothing was published.

What belongs here: verdicts (results of rules, quarantined rows), and what follows from them for each row. What does
not: what people decide (decisions), publishes. Entries are folders that appear by one rename and are never changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from sitrep import files
from sitrep.schemas import FLAG, INSTANT, INT, TEXT, TEXTS
from sitrep.store.home import Home

CHECK_RESULT = pa.schema(
    [
        ("run_id", TEXT),
        ("batch_id", TEXT),
        ("stage", TEXT),
        ("suite", TEXT),
        ("expectation", TEXT),
        ("column_name", TEXT),
        ("severity", TEXT),
        ("success", FLAG),
        ("observed", TEXT),
        ("unexpected_count", INT),
        ("checked_at", INSTANT),
    ]
)

QUARANTINE = pa.schema(
    [
        ("quarantine_id", TEXT),
        ("stage", TEXT),
        ("batch_id", TEXT),
        ("row_key", TEXT),
        ("document_id", TEXT),
        ("delivery_id", TEXT),
        ("reasons", TEXTS),
        ("payload", TEXT),
        ("status", TEXT),
        ("quarantined_at", INSTANT),
    ]
)

#: Verdicts that a process keeps in memory: those of some dozens of batches.
_KNOWN = 512


@dataclass(frozen=True, slots=True)
class Entry:
    """One gate's word on one batch (or, for the warehouse's gates, on all that was to be in it)."""

    stage: str
    batch_id: str | None
    run_id: str
    at: dt.datetime
    blocked: bool
    covers: tuple[str, ...]  # the batches it speaks of: their rows that it does not refuse again are let through
    deliveries: tuple[str, ...] | None = None  # where only these were read again, it speaks of their rows alone


@dataclass(frozen=True)
class Verdict:
    """An entry with its results and its refused rows."""

    entry: Entry
    checks: pd.DataFrame
    quarantine: pd.DataFrame


def append_verdict(home: Home, verdict: Verdict) -> Path:
    """Put a verdict on record."""
    entry = verdict.entry
    name = f"{entry.at:%Y%m%dT%H%M%S.%fZ}-{entry.stage}-{entry.batch_id or 'all'}-{entry.run_id[:8]}"
    target = home.ledger / "verdicts" / name
    with files.folder_in_one_rename(target) as draft:
        files.write_parquet(draft / "check_result.parquet", verdict.checks, CHECK_RESULT)
        files.write_parquet(draft / "quarantine.parquet", verdict.quarantine, QUARANTINE)
        files.write_json(draft / "verdict.json", {**asdict(entry), "at": entry.at.isoformat()})
    return target


def verdicts(home: Home, batch_id: str | None = None, run_id: str | None = None) -> list[Verdict]:
    """All verdicts (or those on one batch, or of one run, alone), the oldest first."""
    wanted = f"[0-9]*-{batch_id or '*'}-{run_id[:8] if run_id else '*'}/verdict.json"
    found = []
    for path in sorted((home.ledger / "verdicts").glob(wanted)):
        at = path.stat()
        one = _read(path, at.st_ino, at.st_mtime_ns)
        found.append(Verdict(one.entry, one.checks.copy(deep=False), one.quarantine.copy(deep=False)))
    return found


@lru_cache(maxsize=_KNOWN)
def _read(path: Path, inode: int, modified: int) -> Verdict:  # noqa: ARG001
    """A verdict on record, which never changes: a publish asks for all several times. Made anew it is another file."""
    raw: dict[str, Any] = files.read_json(path)
    tables = (files.read_parquet(path.with_name(f"{name}.parquet")) for name in ("check_result", "quarantine"))
    return Verdict(_entry(raw), *tables)


def _entry(raw: Mapping[str, Any]) -> Entry:
    again = raw.get("deliveries")
    return Entry(
        **{
            **raw,
            "at": dt.datetime.fromisoformat(raw["at"]),
            "covers": tuple(raw["covers"]),
            "deliveries": None if again is None else tuple(again),
        }
    )


def check_results(known: Sequence[Verdict]) -> pd.DataFrame:
    """All results of all rules in all runs."""
    return _all([one.checks for one in known], CHECK_RESULT)


def quarantine(known: Sequence[Verdict], dismissed: Collection[str] = ()) -> pd.DataFrame:
    """All rows that a gate ever refused, once each: open, replayed (a later verdict let it through) or dismissed."""
    rows: dict[str, dict[str, Any]] = {}
    for verdict in known:
        listed = verdict.quarantine.to_dict("records")
        fresh = {str(one["quarantine_id"]): {str(key): one[key] for key in one} for one in listed}
        for row in rows.values():
            if speaks_of(verdict.entry, row) and row["quarantine_id"] not in fresh:
                row["status"] = "replayed"
        for quarantine_id, row in fresh.items():
            first = rows.get(quarantine_id, row)["quarantined_at"]
            rows[quarantine_id] = {**row, "status": "open", "quarantined_at": first}
    for quarantine_id in rows.keys() & set(dismissed):
        if rows[quarantine_id]["status"] == "open":
            rows[quarantine_id]["status"] = "dismissed"
    return _all([pd.DataFrame(list(rows.values()))] if rows else [], QUARANTINE)


def speaks_of(entry: Entry, row: Mapping[str, Any] | pd.Series[Any]) -> bool:
    """Whether a verdict is about a row: if it does not refuse the row again, it lets it through."""
    in_batch = row["stage"] == entry.stage and row["batch_id"] in entry.covers
    return bool(in_batch and (entry.deliveries is None or row["delivery_id"] in entry.deliveries))


def _all(frames: Sequence[pd.DataFrame], schema: pa.Schema) -> pd.DataFrame:
    whole = [frame for frame in frames if len(frame)]
    if not whole:
        return files.to_frame(schema.empty_table())
    joined: pd.DataFrame = pd.concat(whole, ignore_index=True)[schema.names]
    return joined
