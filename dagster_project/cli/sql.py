"""`sitrep sql`: ask the warehouse.

What belongs here: opening the warehouse read-only with the ledger beside it, and the forms of the answer.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dagster_project.cli import show
from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, existing_home
from sitrep import files
from sitrep.store import decisions, ledger
from sitrep.store.home import Home

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa


class Format(StrEnum):
    """How the answer is written."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"
    md = "md"


Query = Annotated[str, typer.Argument(help="One statement of DuckDB SQL.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How the answer is written.")]


def command(query: Query, home: HomeOption = None, form: FormatOption = Format.table) -> None:
    """Ask the warehouse in SQL.

    The schemas are `core`, `mart` and `quality`; `ledger` has what the gates said up to now, also where nothing was
    published. Parquet goes to standard output: redirect it to a file.
    """
    import duckdb

    place = existing_home(home)
    try:
        with _open(place) as connection:
            found = connection.sql(query)
            answer = found.to_arrow_table() if found is not None else None
    except duckdb.Error as error:
        raise Mistake(str(error)) from error
    if answer is not None:
        write_answer(answer, form)


def write_answer(answer: pa.Table, form: Format) -> None:
    """Write rows to standard output in one of the forms."""
    _WRITERS[form](answer)


def _open(home: Home) -> duckdb.DuckDBPyConnection:
    import duckdb

    connection = duckdb.connect(config={"autoinstall_known_extensions": "false"})
    connection.execute("set TimeZone = 'UTC'")
    said = ledger.verdicts(home)
    connection.execute("create schema ledger")
    for name, frame, schema in (
        ("check_result", ledger.check_results(said), ledger.CHECK_RESULT),
        ("quarantine", ledger.quarantine(said, decisions.dismissals(home)), ledger.QUARANTINE),
    ):
        connection.register("incoming", files.to_table(frame, schema))
        connection.execute(f"create table ledger.{name} as from incoming")
        connection.unregister("incoming")
    if home.warehouse_file.exists():
        path = str(home.warehouse_file).replace("'", "''")
        connection.execute(f"attach '{path}' as warehouse (read_only)")
        connection.execute("set search_path = 'warehouse.core,warehouse.mart,warehouse.quality,memory.ledger'")
    return connection


def _rows(answer: pa.Table) -> list[list[Any]]:
    numbered = answer.rename_columns([str(number) for number in range(answer.num_columns)])
    return [list(row.values()) for row in numbered.to_pylist()]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _table(answer: pa.Table) -> None:
    rows = [[_text(value) for value in row] for row in _rows(answer)]
    show.console().print(show.table("", answer.column_names, rows))
    show.note(f"{answer.num_rows} rows")


def _csv(answer: pa.Table) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(answer.column_names)
    out.writerows([_text(value) for value in row] for row in _rows(answer))


def _json(answer: pa.Table) -> None:
    rows = [dict(zip(answer.column_names, row, strict=True)) for row in _rows(answer)]
    print(json.dumps(rows, ensure_ascii=False, indent=1, default=str))


def _parquet(answer: pa.Table) -> None:
    import pyarrow.parquet as pq

    if sys.stdout.isatty():
        raise Mistake("Parquet is no text: redirect it to a file, as in `--format parquet > answer.parquet`")
    sink = io.BytesIO()
    pq.write_table(answer, sink, compression="zstd")
    sys.stdout.buffer.write(sink.getvalue())


def _markdown(answer: pa.Table) -> None:
    def line(cells: list[str]) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"

    print(line(list(answer.column_names)))
    print(line(["---"] * answer.num_columns))
    for row in _rows(answer):
        print(line([_text(value) for value in row]))


_WRITERS = {
    Format.table: _table,
    Format.csv: _csv,
    Format.json: _json,
    Format.parquet: _parquet,
    Format.md: _markdown,
}
