"""Batches: immutable lists of new deliveries, each with its bytes, made once and never changed.

What belongs here: cutting deliveries into batches, knowing those that came before, where a batch stands.
What does not: reading files (sources) and what becomes of a batch (stages, ledger).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import islice
from typing import Any, Literal

import pandas as pd

from sitrep import files, schemas
from sitrep.records import Delivery
from sitrep.store import known, stages, standing
from sitrep.store.home import Home
from sitrep.store.standing import Standing

State = Literal["new", "extracted", "refused", "published"]


class UnknownBatch(KeyError):
    """No batch of this id lies in the home."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The manifest of a batch: the day that its documents are read as of, and how many there are."""

    batch_id: str
    as_of: dt.date
    created_at: dt.datetime
    deliveries: int
    source_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the deliveries that were handed in: new batches, and how many older batches knew already."""

    given: int = 0
    new: tuple[str, ...] = ()
    known: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Size:
    """When a batch is full: whichever comes first."""

    documents: int
    megabytes: int = 256


def make_batches(
    home: Home, deliveries: Iterable[Delivery], as_of: dt.date, size: Size, arrived_at: dt.datetime
) -> Intake:
    """Cut the deliveries that the home does not know yet into batches; memory is bounded by one batch."""
    before: Counter[str] = Counter()
    new: list[str] = []
    given = 0
    with home.intake_lock(), known.opened(home) as index:
        for frame in full_frames(deliveries, size, arrived_at):
            given += len(frame)
            seen = index.batch_of(list(frame["delivery_id"]))
            before.update(seen[one] for one in frame["delivery_id"] if one in seen)
            fresh = frame[~frame["delivery_id"].isin(seen)].drop_duplicates("delivery_id")
            if len(fresh):
                new.append(add(home, index, fresh, as_of, arrived_at))
                index.done()
    return Intake(given, tuple(new), dict(before))


def add(home: Home, index: known.Known, frame: pd.DataFrame, as_of: dt.date, arrived_at: dt.datetime) -> str:
    """Put deliveries that the home does not know in place as one batch, and tell the index."""
    batch_id = _write(home, frame, as_of, arrived_at)
    index.add_batch(batch_id, frame)
    return batch_id


def full_frames(deliveries: Iterable[Delivery], size: Size, arrived_at: dt.datetime) -> Iterator[pd.DataFrame]:
    """The deliveries as frames of a batch's size, of which the last may be smaller; reads no further than it must."""
    from sitrep.sources import to_frame

    rest = iter(deliveries)
    while chunk := list(_until_full(rest, size)):
        yield to_frame(chunk, arrived_at)


def is_full(documents: int, size_in_bytes: int, size: Size) -> bool:
    """Whether so much fills a batch."""
    return documents >= size.documents or size_in_bytes >= size.megabytes * 1_000_000


def _until_full(deliveries: Iterator[Delivery], size: Size) -> Iterator[Delivery]:
    room = size.megabytes * 1_000_000
    for delivery in islice(deliveries, size.documents):
        yield delivery
        room -= len(delivery.payload)
        if room <= 0:
            return


def batch_id_of(delivery_ids: Iterable[str]) -> str:
    """The id of a batch: the hash of its deliveries, whatever their order."""
    return hashlib.sha256("\n".join(sorted(delivery_ids)).encode()).hexdigest()[:16]


def _write(home: Home, frame: pd.DataFrame, as_of: dt.date, arrived_at: dt.datetime) -> str:
    batch_id = batch_id_of(frame["delivery_id"])
    with files.folder_in_one_rename(home.batches / batch_id) as draft:
        files.write_parquet(draft / "delivery.parquet", frame, schemas.DELIVERY)
        manifest = {
            "batch_id": batch_id,
            "as_of": as_of.isoformat(),
            "created_at": arrived_at.isoformat(),
            "deliveries": len(frame),
            "source_names": sorted(set(frame["source_name"])),
        }
        files.write_json(draft / "manifest.json", manifest)
    return batch_id


def list_batches(home: Home) -> list[Batch]:
    """All batches of the home, the oldest first."""
    found = [read_batch(home, path.parent.name) for path in home.batches.glob("*/manifest.json")]
    return sorted(found, key=lambda batch: (batch.created_at, batch.batch_id))


def read_batch(home: Home, batch_id: str) -> Batch:
    """The manifest of one batch."""
    path = home.batches / batch_id / "manifest.json"
    if not path.exists():
        raise UnknownBatch(batch_id)
    raw: dict[str, Any] = files.read_json(path)
    return Batch(
        batch_id=raw["batch_id"],
        as_of=dt.date.fromisoformat(raw["as_of"]),
        created_at=dt.datetime.fromisoformat(raw["created_at"]),
        deliveries=raw["deliveries"],
        source_names=tuple(raw["source_names"]),
    )


def read_deliveries(home: Home, batch_id: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """The deliveries of one batch as they arrived, with their bytes."""
    path = home.batches / batch_id / "delivery.parquet"
    if not path.exists():
        raise UnknownBatch(batch_id)
    return files.read_parquet(path, list(columns) if columns is not None else None)


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A rule that a batch was refused by: how many rows broke it, and the first five of them."""

    rule: str
    count: int
    observed: str
    reason: str
    sample: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Which gate refused a batch and why, and which version of its mentions, if it got that far."""

    stage: str
    rules: tuple[BrokenRule, ...]
    run_id: str
    version: str | None = None


def refuse(home: Home, batch_id: str, refusal: Refusal) -> None:
    """Mark a batch as refused, until it passes or its rows change."""
    files.write_json(home.batches / batch_id / "refused.json", asdict(refusal))


def forgive(home: Home, batch_id: str) -> None:
    """Take the mark away: the batch has passed the gates of its own stages."""
    (home.batches / batch_id / "refused.json").unlink(missing_ok=True)


def refusal(home: Home, batch_id: str) -> Refusal | None:
    """The mark of a refused batch."""
    path = home.batches / batch_id / "refused.json"
    if not path.exists():
        return None
    raw = files.read_json(path)
    rules = tuple(BrokenRule(**{**one, "sample": tuple(one["sample"])}) for one in raw["rules"])
    return Refusal(**{**raw, "rules": rules})


def state(home: Home, batch_id: str, published: Mapping[str, str]) -> State:
    """Where a batch stands; `published` are the versions that the warehouse holds."""
    return _state(_standing(home, batch_id), published.get(batch_id))


def states(home: Home, published: Mapping[str, str]) -> dict[str, State]:
    """Where each batch stands, the oldest first."""
    found = standing.of_all(home, partial(_standing, home))
    return {batch_id: _state(one, published.get(batch_id)) for batch_id, one in found.items()}


def _standing(home: Home, batch_id: str) -> Standing:
    batch, mark = read_batch(home, batch_id), refusal(home, batch_id)
    version = stages.version(home, stages.LAST, batch_id)
    return Standing(batch.created_at.timestamp(), version, int(mark is not None), mark.version if mark else None)


def _state(found: Standing, published: str | None) -> State:
    if found.is_refused and (found.version is None or found.refused_version in (None, found.version)):
        return "refused"
    if found.version is None:
        return "new"
    return "published" if published == found.version else "extracted"
