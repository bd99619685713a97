"""Where every batch stands, found out without opening the files of those that did not change.

What belongs here: what was read of each batch, and the stamps that tell whether it still holds. What does not: what
the files mean (batches). A batch's mark and its standing mentions are replaced by renames in two folders of its own, so
the times of these folders change with them. Fifty thousand batches cost as many looks at folders, and no file.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from sitrep.store import indexes, stages
from sitrep.store.home import Home

SCHEMA = """
create table if not exists batch (
    batch_id text primary key, batch_changed integer not null, mentions_changed integer not null,
    created_at real not null, version text, is_refused integer not null, refused_version text
) without rowid;
pragma user_version = 1;
"""
#: Seconds that must lie between the last change of a folder and the reading of its files before the reading is kept:
#: two changes within one tick of a file system's clock bear the same time.
_SETTLED = 2


class Standing(NamedTuple):
    """What the files of a batch say of it (a tuple: fifty thousand frozen dataclasses take longer than their rows)."""

    created_at: float  # seconds since 1970
    version: str | None  # of its mentions, where it has passed its gates once
    is_refused: int = 0  # or 1
    refused_version: str | None = None  # of the mentions that were refused, where it got so far


Stamps = Mapping[str, tuple[int, int]]


def of_all(home: Home, read: Callable[[str], Standing]) -> dict[str, Standing]:
    """Every batch, the oldest first; `read` opens the files of one."""
    settled_at = time.time_ns() - _SETTLED * 1_000_000_000
    stamps = _stamps(home)
    found = _known(home, stamps)
    fresh = {batch_id: read(batch_id) for batch_id in stamps.keys() - found.keys()}
    _keep(home, stamps, {one: standing for one, standing in fresh.items() if max(stamps[one]) < settled_at})
    whole = {**found, **fresh}
    return dict(sorted(whole.items(), key=lambda one: (one[1].created_at, one[0])))  # nearly so already


def _stamps(home: Home) -> Stamps:
    """When the two folders of each batch last changed, in nanoseconds; 0 where there is none."""
    batches, mentions = _changes(home.batches), _changes(home.stages / stages.LAST)
    return {batch_id: (changed, mentions.get(batch_id, 0)) for batch_id, changed in batches.items()}


def _changes(folder: Path) -> dict[str, int]:
    try:
        with os.scandir(folder) as entries:
            return {one.name: one.stat().st_mtime_ns for one in entries if one.name[0] != "."}
    except FileNotFoundError:
        return {}


def _known(home: Home, stamps: Stamps) -> dict[str, Standing]:
    """What was read before and still holds; nothing where there is no right to write the index."""
    try:
        with closing(_connect(home)) as connection:
            rows = connection.execute("select * from batch order by created_at, batch_id").fetchall()
    except (sqlite3.OperationalError, OSError):
        return {}
    return {
        batch_id: Standing._make(said)
        for batch_id, batch_changed, mentions_changed, *said in rows
        if stamps.get(batch_id) == (batch_changed, mentions_changed)
    }


def _keep(home: Home, stamps: Stamps, standings: Mapping[str, Standing]) -> None:
    rows = [(batch_id, *stamps[batch_id], *one) for batch_id, one in standings.items()]
    if not rows:
        return
    # Whoever has no right to write reads the files again next time.
    with suppress(sqlite3.OperationalError, OSError), closing(_connect(home)) as connection, connection:
        connection.executemany("insert or replace into batch values (?, ?, ?, ?, ?, ?, ?)", rows)


def _connect(home: Home) -> sqlite3.Connection:
    home.intake.mkdir(parents=True, exist_ok=True)
    return indexes.connect(home.intake / "standing.sqlite", SCHEMA)
