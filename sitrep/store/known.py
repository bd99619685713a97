"""What has come in before: an index of deliveries, of files in landing/ as they last looked, and of batches in hand.

What belongs here: asking and noting. What does not: looking at files (sitrep.sources.landing), making batches.
The batches are the truth: what the index does not know of them it reads from their manifests, so it may be deleted at
any time, and a process that dies between a batch and its entry here loses nothing. Files that are not known here are
read again, and recognised by what they hold.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager

import pandas as pd

from sitrep import files
from sitrep.store import indexes
from sitrep.store.home import Home

SCHEMA = """
create table if not exists file (path text primary key, stamp text not null) without rowid;
create table if not exists delivery
    (delivery_id text primary key, content_id text not null, batch_id text not null) without rowid;
create index if not exists delivery_by_content on delivery (content_id);
create table if not exists batch (batch_id text primary key, is_open integer not null default 1) without rowid;
create index if not exists batch_in_hand on batch (batch_id) where is_open;
create table if not exists note (name text primary key, value text not null) without rowid;
pragma user_version = 1;
"""
#: Columns that say what arrived, wherever it lay: with the source, the bytes and what the sidecar tells of them.
CONTENT = ("source_name", "raw_sha256", "url", "published", "publisher", "title", "language")
_CHUNK = 500  # names in one question to SQLite


class Known:
    """The index, open; changes count once `done` was called or the block it was opened for has ended well."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    def stamps(self) -> dict[str, str]:
        """How each known file of landing/ looked when it was read, by its path."""
        return dict(self._sql.execute("select path, stamp from file"))

    def note_files(self, stamps: Iterable[tuple[str, str]]) -> None:
        """These files have been read, and all that they hold is in batches."""
        self._sql.executemany("insert or replace into file values (?, ?)", stamps)

    def forget_files(self, paths: Iterable[str]) -> None:
        """These files are gone; what they held stays known."""
        self._sql.executemany("delete from file where path = ?", ((path,) for path in paths))

    def batch_of(self, delivery_ids: Sequence[str]) -> dict[str, str]:
        """Those of these deliveries that the home has taken in, with the batch of each."""
        return dict(self._select("select delivery_id, batch_id from delivery where delivery_id in", delivery_ids))

    def has_content(self, content_id: str) -> bool:
        """Whether the same source handed over the same bytes with the same sidecar before, under whatever name."""
        return self._sql.execute("select 1 from delivery where content_id = ?", (content_id,)).fetchone() is not None

    def add_batch(self, batch_id: str, frame: pd.DataFrame) -> None:
        """A batch, by the frame of its deliveries; it is in hand until it is closed."""
        rows = zip(frame["delivery_id"], content_ids(frame), strict=True)
        self._sql.executemany("insert or ignore into delivery values (?, ?, ?)", ((*row, batch_id) for row in rows))
        self._sql.execute("insert or ignore into batch (batch_id) values (?)", (batch_id,))

    def batches(self) -> set[str]:
        """All batches that the index knows."""
        return {name for (name,) in self._sql.execute("select batch_id from batch")}

    def open_batches(self) -> list[str]:
        """The batches in hand: neither through their stages nor refused when last looked at."""
        return [name for (name,) in self._sql.execute("select batch_id from batch where is_open order by 1")]

    def close_batches(self, batch_ids: Iterable[str]) -> None:
        """These batches have been through their stages, or were refused: no one need run them again."""
        self._sql.executemany("update batch set is_open = 0 where batch_id = ?", ((one,) for one in batch_ids))

    def note(self, name: str, value: str) -> None:
        """Keep one value under a name."""
        self._sql.execute("insert or replace into note values (?, ?)", (name, value))

    def noted(self, name: str) -> str | None:
        """The value under a name."""
        row = self._sql.execute("select value from note where name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def done(self) -> None:
        """Let all changes so far count."""
        self._sql.commit()

    def _select(self, question: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
        for start in range(0, len(names), _CHUNK):
            some = names[start : start + _CHUNK]
            yield from self._sql.execute(f"{question} ({','.join('?' * len(some))})", some)


def stamps(home: Home) -> dict[str, str]:
    """How each known file of landing/ looked when it was read, without the intake lock."""
    path = home.intake / "known.sqlite"
    if not path.exists():
        return {}
    with closing(indexes.connect(path, SCHEMA)) as connection:
        return Known(connection).stamps()


@contextmanager
def opened(home: Home) -> Iterator[Known]:
    """The index of a home, with every batch that lies in the home: call it with the intake lock held."""
    home.intake.mkdir(parents=True, exist_ok=True)
    with closing(indexes.connect(home.intake / "known.sqlite", SCHEMA)) as connection:
        known = Known(connection)
        _catch_up(home, known)
        yield known
        connection.commit()


def _catch_up(home: Home, known: Known) -> None:
    """Read the batches that came while nobody told the index."""
    home.batches.mkdir(parents=True, exist_ok=True)
    lying = {name for name in os.listdir(home.batches) if name[0] != "."}  # noqa: PTH208 - tens of thousands a look
    for batch_id in sorted(lying - known.batches()):
        path = home.batches / batch_id / "delivery.parquet"
        if path.exists():
            known.add_batch(batch_id, files.read_parquet(path, ["delivery_id", *CONTENT]))
            known.done()


def content_ids(frame: pd.DataFrame) -> list[str]:
    """What each delivery is, wherever it lay."""
    return [content_id(dict(zip(CONTENT, row, strict=True))) for row in zip(*(frame[c] for c in CONTENT), strict=True)]


def content_id(said: Mapping[str, object]) -> str:
    """The id of what arrived: source, bytes and sidecar, without the path."""
    parts = [said[name] if isinstance(said[name], str) else None for name in CONTENT]
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
