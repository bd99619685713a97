"""A warehouse file from the last one: a copy, with the rows that a publish puts and takes away, and the marts anew.

What belongs here: changing the tables of a copy. What does not: deciding which rows change, publishing (swap).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from sitrep.warehouse import sqlfiles
from sitrep.warehouse.build import Beside, Frames, writing
from sitrep.warehouse.catalog import Table, describe_all, tables
from sitrep.warehouse.load import describe, load


class OtherSchema(ValueError):
    """The file was built from other files of `sql/schema`: it cannot be amended, only built anew."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a publish changes in the tables of core."""

    put: Frames  # table -> rows that come in, and take the place of those with the same `keys`
    gone: Frames = field(default_factory=dict)  # table -> keys of rows that go, or the first columns of keys
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)  # table -> columns; the table's key where not said


def amend(
    source: Path,
    candidate: Path,
    changes: Changes,
    quality: Frames,
    sql_dir: Path = sqlfiles.SQL_DIR,
    beside: Beside | None = None,
) -> None:
    """Builds a candidate from a published file; `quality` are the whole tables of quality, as in `build`.

    `beside` brings up to date what is kept in the file but is none of its tables.

    The file is complete and closed when this returns, and gone when it raises. The published file is only read.
    """
    with writing(candidate, sql_dir, beside, source) as connection:
        _hold_schema(connection, sql_dir)
        _drop_marts(connection)
        for table in sorted(changes.put.keys() | changes.gone.keys()):
            _change(connection, table, changes)
        for table, frame in sorted(quality.items()):
            connection.execute(f"delete from quality.{table}")
            load(connection, describe(connection, "quality", table), frame)


def _hold_schema(connection: duckdb.DuckDBPyConnection, sql_dir: Path) -> None:
    """The tables of the file are those of `sql/schema`, column by column."""
    found, wanted = _stored(describe_all(connection)), _stored(tables(sql_dir))
    if found != wanted:
        other = sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
        raise OtherSchema(f"these tables have changed since the file was built: {', '.join(other)}")


def _stored(found: Sequence[Table]) -> dict[str, tuple[object, ...]]:
    return {
        table.full_name: (table.key, *((one.name, one.type, one.required) for one in table.columns))
        for table in found
        if table.schema != "mart"
    }


def _drop_marts(connection: duckdb.DuckDBPyConnection) -> None:
    """Marts hang on the tables: they go first and are made anew last."""
    for table in describe_all(connection):
        if table.schema == "mart":
            connection.execute(f"drop {table.kind} mart.{table.name} cascade")


def _change(connection: duckdb.DuckDBPyConnection, name: str, changes: Changes) -> None:
    """Deletes and inserts in transactions of their own: in one, DuckDB would refuse a key that comes again."""
    columns = describe(connection, "core", name)
    put = changes.put.get(name)
    if (gone := changes.gone.get(name)) is not None and len(gone):
        _delete(connection, columns.table, gone, list(_names(gone)))
    if put is not None and len(put):
        if keys := list(changes.keys.get(name) or columns.key):
            _delete(connection, columns.table, put, keys)
        load(connection, columns, put)


def _names(frame: pd.DataFrame | pa.Table) -> Sequence[str]:
    return frame.column_names if isinstance(frame, pa.Table) else [str(name) for name in frame.columns]


def _delete(
    connection: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame | pa.Table, keys: Sequence[str]
) -> None:
    wanted = rows.select(keys) if isinstance(rows, pa.Table) else pa.Table.from_pandas(rows[keys], preserve_index=False)
    same = " and ".join(f'{table}."{key}" is not distinct from going."{key}"' for key in keys)
    connection.register("going", wanted)
    try:
        connection.execute(f"delete from {table} using (select distinct * from going) as going where {same}")
    finally:
        connection.unregister("going")
