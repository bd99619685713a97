"""Frames into tables: typed by the table, registered as Arrow, inserted in the order of the key.

What belongs here: the way from a pandas frame to rows. What does not: what the rows mean.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

_ARROW_TYPES = {
    "VARCHAR": pa.string(),
    "VARCHAR[]": pa.list_(pa.string()),
    "JSON": pa.string(),
    "BIGINT": pa.int64(),
    "INTEGER": pa.int32(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "TIMESTAMP WITH TIME ZONE": pa.timestamp("us", tz="UTC"),
}


class FrameMismatch(ValueError):
    """A frame does not have the columns or types of its table."""


class RefusedRows(ValueError):
    """Rows that a table's constraints refuse: a key twice, a missing value, a code that is none."""

    def __init__(self, table: str, detail: str) -> None:
        super().__init__(f"{table} refuses rows: {detail}")
        self.table = table
        self.detail = detail


@dataclass(frozen=True, slots=True)
class TableColumns:
    """A table's columns with their types, in order, and its key."""

    table: str
    types: Mapping[str, str]
    key: tuple[str, ...]


def describe(connection: duckdb.DuckDBPyConnection, schema: str) -> Mapping[str, TableColumns]:
    """Reads the columns and keys of a schema's tables from the database, all at once: to ask costs milliseconds."""
    columns: dict[str, dict[str, str]] = {}
    for table, name, kind in connection.execute(
        "select table_name, column_name, data_type from duckdb_columns()"
        " where schema_name = ? and database_name = current_database() order by table_name, column_index",
        [schema],
    ).fetchall():
        columns.setdefault(table, {})[name] = kind
    keys = connection.execute(
        "select table_name, constraint_column_names from duckdb_constraints()"
        " where schema_name = ? and database_name = current_database() and constraint_type = 'PRIMARY KEY'",
        [schema],
    ).fetchall()
    key = {table: tuple(names) for table, names in keys}
    return {table: TableColumns(f"{schema}.{table}", types, key.get(table, ())) for table, types in columns.items()}


def load(connection: duckdb.DuckDBPyConnection, columns: TableColumns, frame: pd.DataFrame | pa.Table) -> None:
    """Inserts a frame's rows. The frame has the table's columns, all of them and no others, in any order."""
    arrow = typed(columns, frame)
    names = ", ".join(f'"{name}"' for name in columns.types)
    order = ", ".join(f'"{name}"' for name in columns.key) or "all"
    connection.register("incoming", arrow)
    try:
        connection.execute(f"insert into {columns.table} ({names}) select {names} from incoming order by {order}")
    except (duckdb.ConstraintException, duckdb.ConversionException) as error:
        raise RefusedRows(columns.table, str(error).splitlines()[0]) from error
    finally:
        connection.unregister("incoming")


def typed(columns: TableColumns, frame: pd.DataFrame | pa.Table) -> pa.Table:
    """A frame as the table's columns, in their order and types; FrameMismatch where it has others."""
    found = list(frame.column_names if isinstance(frame, pa.Table) else frame.columns)
    missing, unknown = [c for c in columns.types if c not in found], [c for c in found if c not in columns.types]
    if missing or unknown:
        raise FrameMismatch(f"frame of {columns.table}: columns missing: {missing}, not of the table: {unknown}")
    arrays = [_array(columns.table, name, kind, frame[name]) for name, kind in columns.types.items()]
    return pa.table(dict(zip(columns.types, arrays, strict=True)))


def _array(table: str, name: str, kind: str, values: Any) -> pa.Array | pa.ChunkedArray:
    target = _ARROW_TYPES[kind]
    try:
        if isinstance(values, pa.ChunkedArray):
            return values.cast(target)
        if kind == "JSON":
            values = values.map(_as_json)
        if len(values) == 0 or values.isna().all():
            return pa.nulls(len(values), target)
        return pa.Array.from_pandas(values, type=target)
    except (pa.ArrowException, TypeError, ValueError) as error:
        raise FrameMismatch(f"frame of {table}: column {name} is not {kind}: {error}") from error


def _as_json(value: Any) -> str | None:
    if value is None or value is pd.NA:
        return None
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


_EVENT_TYPE_COLUMNS = (
    "event_type", "label", "event_class", "definition", "plover_event", "plover_mode",
    "acled_event_type", "acled_sub_event_type", "cameo_root",
)  # fmt: skip


def event_type_frame(types: Mapping[str, Any]) -> pd.DataFrame:
    """The ontology's event types as rows of core.event_type."""
    rows = [[getattr(kind, name) for name in _EVENT_TYPE_COLUMNS] for kind in types.values()]
    return pd.DataFrame(rows, columns=list(_EVENT_TYPE_COLUMNS))
