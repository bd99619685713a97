"""`sitrep export`: incidents as files for other tools.

What belongs here: the command. What does not: rows and forms (sitrep.export), mappings (sql/marts/export_*.sql).
"""

from __future__ import annotations

import datetime as dt
import io
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli import show
from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, existing_home


class Kind(StrEnum):
    """What is written."""

    acled = "acled"
    ucdp = "ucdp"
    plover = "plover"
    geojson = "geojson"
    parquet = "parquet"
    csv = "csv"


KindArgument = Annotated[
    Kind, typer.Argument(help="acled, ucdp, plover: in their columns. geojson, parquet, csv: ours.")
]
OutOption = Annotated[Path | None, typer.Option("--out", "-o", help="The file to write [default: standard output].")]
SinceOption = Annotated[str | None, typer.Option("--since", help="Only incidents from this day on: 2024-01-31.")]
UntilOption = Annotated[str | None, typer.Option("--until", help="Only incidents up to this day.")]
CountryOption = Annotated[str | None, typer.Option("--country", help="Only this country, ISO 3166-1 alpha-2.")]
TypeOption = Annotated[str | None, typer.Option("--type", help="Only this event type, such as `bombing`.")]
FormOption = Annotated[
    str | None, typer.Option("--format", "-f", help="csv, tsv, parquet [default: as its users know it].")
]


def command(
    kind: KindArgument,
    out: OutOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    country: CountryOption = None,
    event_type: TypeOption = None,
    form: FormOption = None,
    home: HomeOption = None,
) -> None:
    """Write incidents in the form that other tools know.

    What a codebook would not code is left out of its export, and named in `mart.export_..._excluded`. Text in CSV that
    a spreadsheet would run as a formula gets an apostrophe before it.
    """
    from sitrep.export import EXPORTS, Filters, UnknownCode, choose, write

    export = EXPORTS[kind]
    form = form or export.form
    if form not in ("csv", "tsv", "parquet", export.form):
        raise Mistake(f"--format {form}: {kind} can be written as csv, tsv or parquet")
    place = existing_home(home)
    if not place.warehouse_file.exists():
        raise Mistake(f"there is no warehouse in {place.path} yet: run `sitrep run PATH... --home {place.path}`")
    if out is None and form == "parquet" and sys.stdout.isatty():
        raise Mistake("Parquet is no text: give a file with --out, or redirect standard output")
    try:
        rows = choose(place.warehouse_file, export, Filters(_day(since), _day(until), country, event_type))
    except UnknownCode as error:
        raise Mistake(str(error)) from error
    made = io.BytesIO()
    write(rows, form, made)
    _put(made.getvalue(), out)
    show.note(f"{rows.num_rows} rows" + (f" in {out}" if out else ""))


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise Mistake(f"{text!r} is no day: write it as 2024-01-31") from None


def _put(data: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(data)
    except OSError as error:
        raise Mistake(f"--out {out}: {error.strerror}") from error
