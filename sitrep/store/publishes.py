"""The record of publishes: what each put into the warehouse, and which mention stood in which incident.

What belongs here: a publish as it is prepared, committed or dropped, and going back to one. What does not: making
incidents (resolve) or the file (warehouse). A publish is prepared before the file is swapped and committed after; where
a process died between the two, the file itself tells which: a swapped file keeps the inode that it had as a candidate.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from sitrep import files
from sitrep.store.home import Home


@dataclass(frozen=True, slots=True)
class Publish:
    """One version of the warehouse: its number, and the version of each batch that is in it."""

    seq: int
    at: dt.datetime
    run_id: str
    batches: Mapping[str, str] = field(default_factory=dict)
    basis: str = ""  # by which rules its rows were made; rows made by others cannot be added to them


def prepare(home: Home, publish: Publish, frames: Mapping[str, pd.DataFrame], candidate: Path) -> Path:
    """Write down what is about to be published; it does not count until it is committed."""
    draft = home.ledger / "prepared" / f"{publish.seq:06d}"
    shutil.rmtree(draft, ignore_errors=True)
    with files.folder_in_one_rename(draft) as folder:
        for name, frame in frames.items():
            # Without pandas' own notes on its types, which not every version of it reads back.
            table = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)
            pq.write_table(table, folder / f"{name}.parquet", compression="zstd")
        record = {
            "seq": publish.seq,
            "at": publish.at.isoformat(),
            "run_id": publish.run_id,
            "batches": dict(publish.batches),
            "basis": publish.basis,
            "inode": candidate.stat().st_ino,
            "size": candidate.stat().st_size,
        }
        files.write_json(folder / "publish.json", record)
    return draft


def commit(home: Home, seq: int) -> None:
    """The file is in place: the publish counts."""
    target = home.ledger / "publishes" / f"{seq:06d}"
    target.parent.mkdir(parents=True, exist_ok=True)
    (home.ledger / "prepared" / f"{seq:06d}").rename(target)


def settle(home: Home) -> list[int]:
    """Commit or drop what a dead process left prepared; the numbers that turned out to be published."""
    committed = []
    for draft in sorted((home.ledger / "prepared").glob("[0-9]*")):
        if _is_in_place(home, draft):
            commit(home, int(draft.name))
            committed.append(int(draft.name))
        else:
            shutil.rmtree(draft, ignore_errors=True)
    return committed


def _is_in_place(home: Home, draft: Path) -> bool:
    if not home.warehouse_file.exists():
        return False
    record, found = files.read_json(draft / "publish.json"), home.warehouse_file.stat()
    return bool(record["inode"] == found.st_ino and record["size"] == found.st_size)


def list_publishes(home: Home) -> list[Publish]:
    """All publishes that count, the first one first."""
    return [_read(path) for path in sorted((home.ledger / "publishes").glob("[0-9]*/publish.json"))]


def _read(path: Path) -> Publish:
    raw = files.read_json(path)
    at = dt.datetime.fromisoformat(raw["at"])
    return Publish(raw["seq"], at, raw["run_id"], raw["batches"], raw.get("basis", ""))


def last(home: Home) -> Publish | None:
    """The latest publish that counts; its number is the highest, whichever the warehouse holds."""
    folder = home.ledger / "publishes"
    names = os.listdir(folder) if folder.exists() else []  # noqa: PTH208 - names alone, of tens of thousands
    found = max((name for name in names if name.isdigit()), default=None)
    return _read(folder / found / "publish.json") if found else None


def standing(home: Home) -> Publish | None:
    """The publish that the warehouse holds: the latest, or the one that people went back to since."""
    newest, back = last(home), rolled_back(home)
    if newest is None or back is None:
        return newest
    return next(one for one in list_publishes(home) if one.seq == back.seq)


def held(home: Home) -> Mapping[str, str]:
    """The batches that the warehouse holds, with the version of each."""
    found = standing(home)
    return found.batches if found and home.warehouse_file.exists() else {}


@dataclass(frozen=True, slots=True)
class Rollback:
    """The decision to go back to an earlier publish, and whether publishing waits for people since."""

    seq: int
    after: int  # the latest publish at that time: a later one ends the rollback
    at: dt.datetime
    reason: str
    on_hold: bool = True


def roll_back(home: Home, rollback: Rollback) -> None:
    """Put a rollback, or the end of its hold, on record; the file is put in place by the caller."""
    name = f"{rollback.at:%Y%m%dT%H%M%S.%fZ}-{rollback.seq:06d}.json"
    files.write_json(home.ledger / "rollbacks" / name, {**asdict(rollback), "at": rollback.at.isoformat()})


def rolled_back(home: Home) -> Rollback | None:
    """The rollback in force; None where a publish came after it."""
    found = sorted((home.ledger / "rollbacks").glob("[0-9]*.json"))
    newest = last(home) if found else None
    if newest is None:
        return None
    raw = files.read_json(found[-1])
    rollback = Rollback(**{**raw, "at": dt.datetime.fromisoformat(raw["at"])})
    return rollback if rollback.after == newest.seq else None


def read_frames(home: Home, name: str) -> pd.DataFrame | None:
    """All rows of one frame over all publishes, in order, with the number of the publish as published_seq."""
    parts = []
    for path in sorted((home.ledger / "publishes").glob(f"[0-9]*/{name}.parquet")):
        part = files.to_frame(pq.read_table(path, partitioning=None))
        parts.append(part.assign(published_seq=int(path.parent.name)))
    return pd.concat(parts, ignore_index=True) if parts else None
