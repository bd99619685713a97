"""A warehouse file from nothing: tables, rows, marts, comments.

What belongs here: the order of the steps. What does not: deciding what the rows are (resolve) or whether they are good
enough to publish (checks).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from sitrep.warehouse import sqlfiles
from sitrep.warehouse.load import FrameMismatch, RefusedRows, describe, load
from sitrep.warehouse.marts import create_marts

SCHEMAS = ("core", "mart", "quality")
#: Nothing is ever fetched: what the wheel holds (icu, json, parquet) is all that is used.
CONFIG: dict[str, str | bool | int | float | list[str]] = {"autoinstall_known_extensions": "false"}
#: The oldest DuckDB that shall open the file: shells, notebooks and BI tools are updated later than we are.
READABLE_SINCE = "v1.2.0"
Frames = Mapping[str, "pd.DataFrame | pa.Table"]
#: Writes what is kept in the file but is none of its tables.
Beside = Callable[[duckdb.DuckDBPyConnection], None]


class CandidateInUse(RuntimeError):
    """The candidate's path is taken."""


def build(
    candidate: Path,
    frames: Frames,
    quality: Frames,
    sql_dir: Path = sqlfiles.SQL_DIR,
    beside: Beside | None = None,
) -> None:
    """Builds a warehouse file: `frames` are the tables of core, `quality` those of quality, by name.

    `beside` writes what is kept in the file but is none of its tables. The file is complete and closed when this
    returns, and gone when it raises.
    """
    with writing(candidate) as connection:
        create_tables(connection, sql_dir)
        _load_all(connection, {"core": frames, "quality": quality})
        if beside is not None:
            beside(connection)
        create_marts(connection, sql_dir)


@contextmanager
def writing(candidate: Path, source: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A candidate to fill, empty or a copy of `source`; afterwards it is complete and closed.

    It is gone when anything raises. Raises CandidateInUse where the path is taken.
    """
    if candidate.exists():
        raise CandidateInUse(f"{candidate} exists: a candidate is made anew")
    candidate.parent.mkdir(parents=True, exist_ok=True)
    try:
        if source is not None:
            shutil.copyfile(source, candidate)
        config = CONFIG if source else {**CONFIG, "storage_compatibility_version": READABLE_SINCE}
        with duckdb.connect(str(candidate), config=config) as connection:
            connection.execute("set TimeZone = 'UTC'")
            yield connection
            connection.execute("checkpoint")
    except BaseException:
        discard(candidate)
        raise


def discard(candidate: Path) -> None:
    """Removes a candidate and what DuckDB may have left beside it."""
    for path in (candidate, candidate.with_name(candidate.name + ".wal")):
        path.unlink(missing_ok=True)


def create_tables(connection: duckdb.DuckDBPyConnection, sql_dir: Path = sqlfiles.SQL_DIR) -> None:
    """Creates the tables of `sql/schema` with their comments and the macros, and fills the reference tables."""
    for schema in SCHEMAS:
        connection.execute(f"create schema {schema}")
    for path in (*sorted((sql_dir / "schema").glob("*.sql")), *_macros(sql_dir)):
        connection.execute(path.read_text(encoding="utf-8"))
    for path in reference_files(sql_dir):
        connection.execute(
            f"insert into core.{path.stem} by name select * from read_csv(?, header = true, all_varchar = true)",
            [str(path)],
        )


def _macros(sql_dir: Path) -> tuple[Path, ...]:
    """The files of `sql/macros`, each after those that it calls: DuckDB looks callees up when a macro is made."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((sql_dir / "macros").glob("*.sql"))}
    calls = {
        path: [other for other in texts if other != path and f"core.{other.stem}(" in text]
        for path, text in texts.items()
    }
    return tuple(TopologicalSorter(calls).static_order())


def reference_files(sql_dir: Path = sqlfiles.SQL_DIR) -> tuple[Path, ...]:
    """The tables of core that the project ships, as CSV: file name = table name."""
    return tuple(sorted((sql_dir / "reference").glob("*.csv")))


def _load_all(connection: duckdb.DuckDBPyConnection, frames: Mapping[str, Frames]) -> None:
    shipped = {path.stem for path in reference_files()}
    for schema, given in frames.items():
        tables = {
            name
            for (name,) in connection.execute(
                "select table_name from duckdb_tables() where schema_name = ?", [schema]
            ).fetchall()
        } - shipped
        if tables != set(given):
            missing, unknown = sorted(tables - set(given)), sorted(set(given) - tables)
            raise FrameMismatch(f"frames of {schema}: missing: {missing}, no tables of it: {unknown}")
        columns = describe(connection, schema)
        for name in sorted(tables):
            load(connection, columns[name], given[name])


__all__ = ["CandidateInUse", "FrameMismatch", "RefusedRows", "build", "create_marts", "create_tables", "discard"]
