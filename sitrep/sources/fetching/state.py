"""How the sources of a home stand: what was fetched and when, what is still to be fetched, what failed and why.

What belongs here: SQLite, one file for all sources. What does not: deciding anything. Losing the file loses no data:
everything is asked for again, and what comes is recognised by what it holds.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sitrep.sources.fetching import robots
from sitrep.sources.fetching.listings import Entry
from sitrep.sources.fetching.robots import Robots

SCHEMA = """
create table if not exists listing
    (source text, url text, etag text, last_modified text, checked_at text, primary key (source, url));
create table if not exists page
    (source text, url text, mark text, etag text, last_modified text, sha256 text, fetched_at text,
     primary key (source, url));
create table if not exists todo
    (source text, url text, entry text, listed_at text, position integer, failures integer default 0,
     reason text, next_at text, primary key (source, url));
create table if not exists robots (origin text primary key, body text, read_at text);
create table if not exists visit
    (source text, at text, fetched integer, unchanged integer, failed integer, left_over integer, notes text,
     problem text, primary key (source, at));
"""
_VISITS_KEPT = 200  # of each source: a week of a visit an hour


@dataclass(frozen=True, slots=True)
class Had:
    """What was had of an address before."""

    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Todo:
    """Something to be fetched, and how often that failed."""

    entry: Entry
    failures: int = 0
    reason: str | None = None  # of the last failure
    next_at: dt.datetime | None = None  # None: given up


@dataclass(frozen=True, slots=True)
class Visited:
    """How one visit to a source ended."""

    at: dt.datetime
    fetched: int = 0
    unchanged: int = 0
    failed: int = 0
    left_over: int = 0  # listed, and left for the next visit
    notes: tuple[str, ...] = ()
    problem: str | None = None  # why the listing itself could not be had


class State:
    """The state, open; each call is a transaction of its own, and threads may share it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql, self._one_at_a_time = connection, threading.Lock()

    def listing(self, source: str, url: str) -> Had:
        """What a listing was last time."""
        row = self._row("select etag, last_modified from listing where source = ? and url = ?", source, url)
        return Had(*row) if row else Had()

    def list_entries(
        self, source: str, url: str, had: Had, entries: Sequence[Entry], now: dt.datetime, again: bool = False
    ) -> int:
        """Note a listing, and what in it is new or changed (or all), to be fetched; how many that is."""
        with self._one_at_a_time, self._sql:
            before = self._sql.total_changes
            self._sql.executemany(
                """
                insert into todo (source, url, entry, listed_at, position, next_at)
                select :source, :url, :entry, :now, :position, :now
                where :again or not exists (select 1 from page where source = :source and url = :url and mark = :mark)
                on conflict (source, url) do update set
                    failures = case when entry = excluded.entry then failures else 0 end,
                    next_at = case when entry = excluded.entry then next_at else excluded.next_at end,
                    entry = excluded.entry
                where entry != excluded.entry
                """,
                ({**_todo_row(source, position, one, now), "again": again} for position, one in enumerate(entries)),
            )
            changed = self._sql.total_changes - before
            self._sql.execute(
                "insert or replace into listing values (?, ?, ?, ?, ?)",
                (source, url, had.etag, had.last_modified, now.isoformat()),
            )
        return changed

    def due(self, source: str, now: dt.datetime, most: int) -> list[Todo]:
        """What is to be fetched now, so much at most: what was listed last, and first in its list, before the rest."""
        rows = self._rows(
            "select entry, failures, reason, next_at from todo where source = ? and next_at <= ?"
            " order by failures > 0, listed_at desc, position limit ?",
            source,
            now.isoformat(),
            most,
        )
        return [_todo(row) for row in rows]

    def troubles(self, source: str) -> list[Todo]:
        """What failed, with its reason; what is given up is among it."""
        rows = self._rows(
            "select entry, failures, reason, next_at from todo where source = ? and failures > 0"
            " order by next_at is null, next_at, url",
            source,
        )
        return [_todo(row) for row in rows]

    def waiting(self, source: str) -> int:
        """How much is listed and not fetched yet, given up or not."""
        row = self._row("select count(*) from todo where source = ?", source)
        return int(row[0]) if row else 0

    def page(self, source: str, url: str) -> Had:
        """What was had of a page."""
        row = self._row("select etag, last_modified, sha256 from page where source = ? and url = ?", source, url)
        return Had(*row) if row else Had()

    def had(self, source: str, entry: Entry, got: Had, now: dt.datetime) -> None:
        """A page is there: it is to be fetched no more."""
        with self._one_at_a_time, self._sql:
            row = (source, entry.url, entry.mark, got.etag, got.last_modified, got.sha256, now.isoformat())
            self._sql.execute("insert or replace into page values (?, ?, ?, ?, ?, ?, ?)", row)
            self._sql.execute("delete from todo where source = ? and url = ?", (source, entry.url))

    def failed(self, source: str, url: str, reason: str, next_at: dt.datetime | None) -> None:
        """A page failed once more; without a next time it is given up."""
        self._change(
            "update todo set failures = failures + 1, reason = ?, next_at = ? where source = ? and url = ?",
            reason,
            next_at.isoformat() if next_at else None,
            source,
            url,
        )

    def put_off(self, source: str, urls: Iterable[str], next_at: dt.datetime) -> None:
        """Leave pages for later, through no fault of theirs."""
        with self._one_at_a_time, self._sql:
            rows = ((next_at.isoformat(), source, url) for url in urls)
            self._sql.executemany("update todo set next_at = ? where source = ? and url = ?", rows)

    def try_all_again(self, source: str, now: dt.datetime) -> None:
        """Whatever failed or was given up is due, as if for the first time."""
        self._change("update todo set failures = 0, next_at = ? where source = ?", now.isoformat(), source)

    def robots(self, origin: str, now: dt.datetime) -> Robots | None:
        """What a host asked of robots, if it was read not too long ago."""
        oldest = (now - robots.KEPT).isoformat()
        row = self._row("select body from robots where origin = ? and read_at > ?", origin, oldest)
        return Robots(str(row[0])) if row else None

    def learn_robots(self, origin: str, found: Robots, now: dt.datetime) -> None:
        """Keep what a host asks; that it could not say is no reason to shun it for a day."""
        if found.closed is None:
            self._change("insert or replace into robots values (?, ?, ?)", origin, found.text, now.isoformat())

    def note_visit(self, source: str, visited: Visited) -> None:
        """Put a visit on record."""
        said = {**asdict(visited), "at": visited.at.isoformat(), "notes": json.dumps(visited.notes), "source": source}
        with self._one_at_a_time, self._sql:
            self._sql.execute(
                "insert or replace into visit values"
                " (:source, :at, :fetched, :unchanged, :failed, :left_over, :notes, :problem)",
                said,
            )
            self._sql.execute(
                "delete from visit where source = ? and at not in"
                " (select at from visit where source = ? order by at desc limit ?)",
                (source, source, _VISITS_KEPT),
            )

    def last_visit(self, source: str) -> Visited | None:
        """How the last visit to a source ended."""
        row = self._row(
            "select at, fetched, unchanged, failed, left_over, notes, problem from visit"
            " where source = ? order by at desc limit 1",
            source,
        )
        if row is None:
            return None
        at, fetched, unchanged, failed, left, notes, problem = row
        return Visited(
            dt.datetime.fromisoformat(at), fetched, unchanged, failed, left, tuple(json.loads(notes)), problem
        )

    def _row(self, question: str, *values: object) -> tuple[Any, ...] | None:
        with self._one_at_a_time:
            found: tuple[Any, ...] | None = self._sql.execute(question, values).fetchone()
        return found

    def _rows(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        with self._one_at_a_time:
            return self._sql.execute(question, values).fetchall()

    def _change(self, statement: str, *values: object) -> None:
        with self._one_at_a_time, self._sql:
            self._sql.execute(statement, values)


@contextmanager
def opened(folder: Path) -> Iterator[State]:
    """The state of a home's sources, in its folder intake/."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "sources.sqlite"
    with closing(sqlite3.connect(path, timeout=60, check_same_thread=False)) as connection:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        connection.executescript(SCHEMA)
        yield State(connection)


def _todo_row(source: str, position: int, entry: Entry, now: dt.datetime) -> dict[str, object]:
    said = json.dumps(asdict(entry), sort_keys=True, ensure_ascii=False)
    row = {"source": source, "url": entry.url, "entry": said, "mark": entry.mark, "position": position}
    return {**row, "now": now.isoformat()}


def _todo(row: tuple[Any, ...]) -> Todo:
    entry, failures, reason, next_at = row
    return Todo(Entry(**json.loads(entry)), failures, reason, dt.datetime.fromisoformat(next_at) if next_at else None)
