"""The rules across tables: each file of `sql/checks/` returns the rows that break it.

What belongs here: running them on a candidate and telling which rows offend. What does not: the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from sitrep.warehouse import sqlfiles
from sitrep.warehouse.reading import reading

SAMPLE = 5


@dataclass(frozen=True, slots=True)
class SqlCheckResult:
    """What one rule found."""

    name: str
    stage: str  # core, mart
    severity: str  # blocking, warning
    purpose: str
    count: int  # offending rows
    sample: tuple[Mapping[str, Any], ...]  # the first of them
    refuses_rows: bool = False  # what its rows name is set aside, and the rest published

    @property
    def success(self) -> bool:
        """Whether the rule holds."""
        return self.count == 0


def run_checks(
    candidate: Path, sql_dir: Path = sqlfiles.SQL_DIR, previous: Path | None = None
) -> tuple[SqlCheckResult, ...]:
    """Runs every rule on a candidate. Rules that compare with the version before need `previous`, else they pass by."""
    with reading(candidate, previous) as connection:
        files = sqlfiles.read_folder(sql_dir / "checks")
        return tuple(_run(connection, file) for file in files if previous is not None or not needs_previous(file))


def needs_previous(file: sqlfiles.SqlFile) -> bool:
    """Whether a rule compares the candidate with the version before."""
    return file.fields.get("Compares") is not None


def _run(connection: duckdb.DuckDBPyConnection, file: sqlfiles.SqlFile) -> SqlCheckResult:
    # Through Arrow: instants come as UTC datetimes, lists as lists.
    found: pa.Table = connection.sql(
        f"select *, count(*) over () as offending_rows from (\n{file.body}\n) order by all limit {SAMPLE}"
    ).to_arrow_table()
    rows = found.to_pylist()
    count = rows[0]["offending_rows"] if rows else 0
    sample = tuple({name: value for name, value in row.items() if name != "offending_rows"} for row in rows)
    of_rows = file.fields.get("Refuses") is not None
    return SqlCheckResult(file.name, file.field("Stage"), file.field("Severity"), file.purpose, count, sample, of_rows)
