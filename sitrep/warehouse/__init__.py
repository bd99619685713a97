"""The warehouse as a file: building it beside itself, checking it, swapping it in, and saying what is in it.

What belongs here: DuckDB and the files of `sql/`. What does not: deciding what the rows are (sitrep.resolve), Dagster.
"""

from sitrep.warehouse.amend import Changes, OtherSchema, amend
from sitrep.warehouse.build import CandidateInUse, FrameMismatch, RefusedRows, build, discard
from sitrep.warehouse.catalog import Column, Table, tables
from sitrep.warehouse.checks import SqlCheckResult, run_checks
from sitrep.warehouse.lineage import Origin, mart_lineage
from sitrep.warehouse.load import event_type_frame
from sitrep.warehouse.marts import renewed_marts
from sitrep.warehouse.origins import ColumnOf, column_lineage, is_reference, walk
from sitrep.warehouse.reading import reading
from sitrep.warehouse.sqlfiles import SQL_DIR
from sitrep.warehouse.swap import CandidateNotClosed, go_back, swap, versions

__all__ = [
    "SQL_DIR",
    "CandidateInUse",
    "CandidateNotClosed",
    "Changes",
    "Column",
    "ColumnOf",
    "FrameMismatch",
    "Origin",
    "OtherSchema",
    "RefusedRows",
    "SqlCheckResult",
    "Table",
    "amend",
    "build",
    "column_lineage",
    "discard",
    "event_type_frame",
    "go_back",
    "is_reference",
    "mart_lineage",
    "reading",
    "renewed_marts",
    "run_checks",
    "swap",
    "tables",
    "versions",
    "walk",
]
