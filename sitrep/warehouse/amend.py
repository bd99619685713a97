"""A warehouse file from the last one: a copy, with the rows that a publish puts and takes away, and the marts renewed.

What belongs here: changing the tables of a copy. What does not: deciding which rows change, publishing (swap).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from sitrep.warehouse import sqlfiles
from sitrep.warehouse.build import Beside, Frames, writing
from sitrep.warehouse.catalog import Table, describe_all, stored_tables
from sitrep.warehouse.load import TableColumns, describe, load, typed
from sitrep.warehouse.marts import renew_marts
from sitrep.warehouse.reach import Part


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
) -> frozenset[str] | None:
    """Builds a candidate from a published file; `quality` are the whole tables of quality, as in `build`.

    `beside` brings up to date what is kept in the file but is none of its tables. Gives the incidents that the changes
    reach: of marts that are renewed by incidents no other row was made anew. None where all were.

    The file is complete and closed when this returns, and gone when it raises. The published file is only read.
    """
    with writing(candidate, source) as connection:
        _hold_schema(connection, sql_dir)
        core, kept = describe(connection, "core"), describe(connection, "quality")
        put = {name: _differing(connection, core[name], rows, changes) for name, rows in sorted(changes.put.items())}
        part = _change_all(connection, core, replace(changes, put=put))
        for table, frame in sorted(quality.items()):
            connection.execute(f"delete from quality.{table}")
            load(connection, kept[table], frame)
        if beside is not None:
            beside(connection)
        renew_marts(connection, part, sql_dir)
        return part.incidents() if part is not None else None


def _change_all(
    connection: duckdb.DuckDBPyConnection, core: Mapping[str, TableColumns], changes: Changes
) -> Part | None:
    """Changes every table; gives what that reaches, or None where nobody can say."""
    reaching = {
        name: [_arrow(side[name]) for side in (changes.put, changes.gone) if name in side and len(side[name])]
        for name in changes.put.keys() | changes.gone.keys()
    }
    reaching = {name: found for name, found in reaching.items() if found}
    part = Part(connection) if Part.can_follow(reaching) else None
    if part is not None:
        part.note(reaching)
    for table in sorted(reaching):
        _change(connection, table, core[table], changes)
    if part is not None:
        part.note(reaching)
        part.take()
    return part


def _hold_schema(connection: duckdb.DuckDBPyConnection, sql_dir: Path) -> None:
    """The tables of the file are those of `sql/schema`, column by column."""
    found, wanted = _stored(describe_all(connection)), _stored(stored_tables(sql_dir))
    if found != wanted:
        other = sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
        raise OtherSchema(f"these tables have changed since the file was built: {', '.join(other)}")


def _stored(found: Sequence[Table]) -> dict[str, tuple[object, ...]]:
    return {
        table.full_name: (table.key, *((one.name, one.type, one.required) for one in table.columns))
        for table in found
        if table.schema != "mart"
    }


def _differing(
    connection: duckdb.DuckDBPyConnection, columns: TableColumns, frame: pd.DataFrame | pa.Table, changes: Changes
) -> pa.Table:
    """The rows that the table does not hold just so; all, where rows go by other keys than theirs."""
    rows, name = typed(columns, frame), columns.table.removeprefix("core.")
    if not columns.key or name in changes.gone or tuple(changes.keys.get(name) or columns.key) != columns.key:
        return rows
    connection.register("incoming", rows)
    try:
        keys = ", ".join(f'"{key}"' for key in columns.key)
        standing = f"select t.* from {columns.table} as t semi join incoming using ({keys})"
        return connection.sql(f"from incoming except ({standing})").to_arrow_table()
    finally:
        connection.unregister("incoming")


def _change(connection: duckdb.DuckDBPyConnection, name: str, columns: TableColumns, changes: Changes) -> None:
    """Deletes and inserts in transactions of their own: in one, DuckDB would refuse a key that comes again."""
    put = changes.put.get(name)
    if (gone := changes.gone.get(name)) is not None and len(gone):
        _delete(connection, columns.table, gone, list(_names(gone)))
    if put is not None and len(put):
        if keys := list(changes.keys.get(name) or columns.key):
            _delete(connection, columns.table, put, keys)
        load(connection, columns, put)


def _arrow(frame: pd.DataFrame | pa.Table) -> pa.Table:
    return frame if isinstance(frame, pa.Table) else pa.Table.from_pandas(frame, preserve_index=False)


def _names(frame: pd.DataFrame | pa.Table) -> Sequence[str]:
    return frame.column_names if isinstance(frame, pa.Table) else [str(name) for name in frame.columns]


def _delete(
    connection: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame | pa.Table, keys: Sequence[str]
) -> None:
    wanted = _arrow(rows).select(keys)
    same = " and ".join(f'{table}."{key}" is not distinct from going."{key}"' for key in keys)
    connection.register("going", wanted)
    try:
        connection.execute(f"delete from {table} using (select distinct * from going) as going where {same}")
    finally:
        connection.unregister("going")
