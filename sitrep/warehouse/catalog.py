"""What there is in a warehouse: tables and marts with their columns, types and comments.

What belongs here: describing. What does not: rows.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

import duckdb

from sitrep.warehouse import sqlfiles
from sitrep.warehouse.build import CONFIG, create_tables
from sitrep.warehouse.kept import kept
from sitrep.warehouse.marts import create_marts

_COLUMNS = """
    select schema_name, table_name, column_name, data_type, coalesce(comment, ''), not is_nullable
    from duckdb_columns() where schema_name in ('core', 'mart', 'quality') order by all
"""
_ORDERED = "order by schema_name, table_name, column_index"
_TABLES = """
    select schema_name, table_name as name, 'table' as kind, coalesce(comment, '') from duckdb_tables()
    where schema_name in ('core', 'mart', 'quality')
    union all
    select schema_name, view_name, 'view', coalesce(comment, '') from duckdb_views()
    where schema_name in ('core', 'mart', 'quality')
    order by all
"""
_KEYS = """
    select schema_name, table_name, constraint_column_names from duckdb_constraints()
    where constraint_type = 'PRIMARY KEY'
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as an analyst meets it."""

    name: str
    type: str
    comment: str
    required: bool  # NOT NULL


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view of the warehouse."""

    schema: str
    name: str
    kind: str  # table, view
    comment: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]  # of core's tables; marts have none in the database

    @property
    def full_name(self) -> str:
        """`schema.name`."""
        return f"{self.schema}.{self.name}"


@cache
def tables(sql_dir: Path = sqlfiles.SQL_DIR) -> tuple[Table, ...]:
    """All tables and marts that the files of `sql/` make, found by making them in memory.

    It takes most of a second, and every command and worker asks: what was found is kept in the user's cache.
    """
    found = kept("tables", sql_dir, lambda: [astuple(one) for one in _made(sql_dir)])
    return tuple(
        Table(schema, name, kind, comment, tuple(Column(*one) for one in columns), key)
        for schema, name, kind, comment, columns, key in found
    )


def _made(sql_dir: Path) -> tuple[Table, ...]:
    with duckdb.connect(config=CONFIG) as connection:
        create_tables(connection, sql_dir)
        create_marts(connection, sql_dir)
        return describe_all(connection)


@cache
def stored_tables(sql_dir: Path = sqlfiles.SQL_DIR) -> tuple[Table, ...]:
    """The tables of `sql/schema`, without the marts."""
    with duckdb.connect(config=CONFIG) as connection:
        create_tables(connection, sql_dir)
        return describe_all(connection)


def describe_all(connection: duckdb.DuckDBPyConnection) -> tuple[Table, ...]:
    """All tables and marts of an open warehouse."""
    columns: dict[tuple[str, str], list[Column]] = {}
    for schema, table, *rest in connection.execute(_COLUMNS.replace("order by all", _ORDERED)).fetchall():
        columns.setdefault((schema, table), []).append(Column(*rest))
    keys = {(schema, table): tuple(names) for schema, table, names in connection.execute(_KEYS).fetchall()}
    return tuple(
        Table(schema, name, kind, comment, tuple(columns[schema, name]), keys.get((schema, name), ()))
        for schema, name, kind, comment in connection.execute(_TABLES).fetchall()
    )
