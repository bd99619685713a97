"""Dagster's SQLite files without a disk flush, and without a new engine, for each event.

What belongs here: how their connections are opened. What does not: what is stored there.

Dagster opens a connection for each event and means to write ahead (WAL), but asks for it where SQLite does not allow
it: each event costs several flushes of a rollback journal, over three thousand a run. Write-ahead with one
connection kept open needs some fifty, and is as safe: after a loss of power the last events may be missing, never
broken. A publish of five reports spent two thirds of its time waiting for the disk.

It makes an engine for each connection too, and an engine compiles each statement when it first meets it: kept, they
know them all after a few events.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import dagster as dg
from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._core.storage.runs import SqliteRunStorage
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine, create_engine


@contextmanager
def write_ahead(folder: Path) -> Iterator[None]:
    """As long as it lasts, SQLite files below the folder are written ahead, each with one connection kept open."""
    kept: dict[str, sqlite3.Connection] = {}

    def prepare(connection: Any, _: Any) -> None:
        path = _path(connection)
        if path is None or not path.is_relative_to(folder):
            return
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        if str(path) not in kept:
            # The last connection to close folds the log into the file: this one stays, so that no other is the last.
            kept[str(path)] = stack.enter_context(closing(sqlite3.connect(path, check_same_thread=False)))
            kept[str(path)].execute("pragma schema_version").fetchall()

    with ExitStack() as stack:
        event.listen(Engine, "connect", prepare)
        stack.callback(event.remove, Engine, "connect", prepare)
        yield


@contextmanager
def engines_kept(instance: dg.DagsterInstance) -> Iterator[None]:
    """As long as it lasts, events and runs that lie in SQLite are written through one engine for each file."""
    events, runs = instance.event_log_storage, instance.run_storage
    engines: dict[str, Engine] = {}

    def engine(address: str) -> Engine:
        if address not in engines:
            engines[address] = create_engine(address, connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS})
            stack.callback(engines[address].dispose)
        return engines[address]

    @contextmanager
    def to_shard(shard: str) -> Iterator[Connection]:
        with events._db_lock:
            kept = engine(events.conn_string_for_shard(shard))
            if shard not in events._initialized_dbs:
                events._initdb(kept)
                events._initialized_dbs.add(shard)
            with kept.begin() as connection:
                yield connection

    @contextmanager
    def to_runs() -> Iterator[Connection]:
        with engine(runs._conn_string).begin() as connection:
            yield connection

    with ExitStack() as stack:
        if type(events) is SqliteEventLogStorage:
            stack.enter_context(_in_place_of(events, "_connect", to_shard))
            stack.enter_context(_in_place_of(events, "has_table", cache(events.has_table)))
        if type(runs) is SqliteRunStorage:
            stack.enter_context(_in_place_of(runs, "connect", to_runs))
        yield


@contextmanager
def _in_place_of(owner: object, name: str, method: Any) -> Iterator[None]:
    setattr(owner, name, method)
    try:
        yield
    finally:
        delattr(owner, name)


def _path(connection: Any) -> Path | None:
    if not isinstance(connection, sqlite3.Connection):
        return None
    (_, _, path), *_ = connection.execute("pragma database_list").fetchall()
    return Path(path) if path else None
