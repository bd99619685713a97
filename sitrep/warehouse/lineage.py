"""From which columns a mart's columns come, worked out from the SQL.

What belongs here: the marts. What does not: where core's columns come from, which no SQL says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

import sqlglot.lineage
from sqlglot import exp
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import build_scope

from sitrep.warehouse import sqlfiles
from sitrep.warehouse.catalog import Table, tables
from sitrep.warehouse.kept import kept


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A column that another one is made from."""

    schema: str
    table: str
    column: str


Lineage = Mapping[str, Mapping[str, tuple[Origin, ...]]]


@cache
def mart_lineage(sql_dir: Path = sqlfiles.SQL_DIR) -> Lineage:
    """For each mart (by name) and column: the columns of the tables and marts that it reads.

    A count of rows comes from the keys of the tables whose rows it counts. What was worked out is kept in the user's
    cache: it takes seconds, and every process that publishes tells it.
    """
    found = kept("lineage", sql_dir, lambda: _worked_out(sql_dir))
    return {
        mart: {column: tuple(Origin(*one) for one in origins) for column, origins in columns.items()}
        for mart, columns in found.items()
    }


def _worked_out(sql_dir: Path) -> dict[str, dict[str, list[tuple[str, ...]]]]:
    known = {table.full_name: table for table in tables(sql_dir)}
    return {
        file.name: {column: [astuple(one) for one in origins] for column, origins in _of_file(file, known).items()}
        for file in sqlfiles.marts(sql_dir)
    }


def _of_file(file: sqlfiles.SqlFile, known: Mapping[str, Table]) -> dict[str, tuple[Origin, ...]]:
    schema: dict[str, object] = {}
    for name in sorted(sqlfiles.tables_read(file.body)):
        table = known[name]
        columns = {column.name: column.type for column in table.columns}
        schema.setdefault(table.schema, {})[table.name] = columns  # type: ignore[index]
    query = qualify(sqlfiles.parse(file.body), schema=schema, dialect="duckdb", validate_qualify_columns=False)
    nodes = sqlglot.lineage.lineage(
        None, query, schema=schema, dialect="duckdb", scope=build_scope(query), trim_selects=False, copy=False
    )
    return {
        column.name: _origins(nodes[column.name.lower()], known) or _keys(query, known)
        for column in known[f"mart.{file.name}"].columns
    }


def _origins(node: sqlglot.lineage.Node, known: Mapping[str, Table]) -> tuple[Origin, ...]:
    origins = set()
    for leaf in node.walk():
        source = leaf.source
        if isinstance(source, exp.Table) and source.db:
            table = known[f"{source.db}.{source.name}"]
            name = leaf.name.rpartition(".")[2].strip('"')
            if name in {column.name for column in table.columns}:
                origins.add(Origin(table.schema, table.name, name))
    return tuple(sorted(origins))


def _keys(query: exp.Expr, known: Mapping[str, Table]) -> tuple[Origin, ...]:
    read = sorted({f"{table.db}.{table.name}" for table in query.find_all(exp.Table) if table.db})
    return tuple(
        Origin(known[name].schema, known[name].name, column)
        for name in read
        for column in (known[name].key or (known[name].columns[0].name,))
    )
