"""Which rows an export holds.

What belongs here: the exports by name, and the filters that all of them share. What does not: how rows are written.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import duckdb
import pyarrow as pa

from sitrep.warehouse.reading import reading


class UnknownCode(ValueError):
    """A filter names a country or an event type that does not exist."""


@dataclass(frozen=True, slots=True)
class Export:
    """A mart that is written as a file, and the form that its users know."""

    mart: str
    incident_id: str  # the expression of its rows that names the incident
    order: str
    form: str
    about: str


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "acled": Export("export_acled", "substring(tags, 8)", "event_date, event_id_cnty", "csv", "ACLED's columns"),
        "ucdp": Export("export_ucdp_ged", "relid", "date_start, id", "csv", "UCDP GED's columns"),
        "plover": Export("export_plover", '"Event ID"', '"Event Date", "Event ID"', "tsv", "POLECAT's columns"),
        "csv": Export("export_incident", "incident_id", "occurred_from, incident_id", "csv", "incidents, for a sheet"),
        "parquet": Export(
            "export_incident", "incident_id", "occurred_from, incident_id", "parquet", "incidents, with their types"
        ),
        "geojson": Export(
            "export_incident", "incident_id", "occurred_from, incident_id", "geojson", "incidents, for a map"
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which incidents are wanted; None: all."""

    since: dt.date | None = None
    until: dt.date | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    event_type: str | None = None  # code of core.event_type


_WANTED = """
    select incident_id from core.incident
    where ($since is null or occurred_from >= $since)
        and ($until is null or occurred_from <= $until)
        and ($country is null or country = $country)
        and ($event_type is null or event_type = $event_type)
"""


def choose(warehouse: Path, export: Export, filters: Filters | None = None) -> pa.Table:
    """The rows of an export, in a fixed order."""
    filters = filters or Filters()
    country = filters.country.upper() if filters.country else None
    with reading(warehouse) as connection:
        _known(connection, "country", country)
        _known(connection, "event_type", filters.event_type)
        query = f"select * from mart.{export.mart} where {export.incident_id} in ({_WANTED}) order by {export.order}"
        values = {"since": filters.since, "until": filters.until, "country": country, "event_type": filters.event_type}
        return connection.sql(query, params=values).to_arrow_table()


def _known(connection: duckdb.DuckDBPyConnection, table: str, code: str | None) -> None:
    """A code that does not exist would give an empty file without a word."""
    if code is None:
        return
    codes = [row[0] for row in connection.execute(f"select {table} from core.{table}").fetchall()]
    if code not in codes:
        near = difflib.get_close_matches(code, codes, 1)
        hint = f": did you mean {near[0]}?" if near else ""
        raise UnknownCode(f"there is no {table.replace('_', ' ')} {code!r}{hint}")
