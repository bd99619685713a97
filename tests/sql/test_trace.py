"""No number without a source: cells of the marts, taken at random, walked back to characters of raw text."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sitrep.warehouse import build
from tests.warehouse.busy import OLD, busy_world, happen

Row = dict[str, Any]
EXPORTS = {
    "export_acled": ("substring(tags, 8)", "fatalities"),
    "export_ucdp_ged": ("relid", "best"),
    "export_plover": ('"Event ID"', None),
    "export_incident": ("incident_id", "killed_best"),
}


def _rows(connection: duckdb.DuckDBPyConnection, query: str, *values: Any) -> list[Row]:
    rows: list[Row] = connection.sql(query, params=list(values)).to_arrow_table().to_pylist()
    return rows


def _raw_text(connection: duckdb.DuckDBPyConnection, document_id: str) -> str:
    """The raw text, put together again from what was kept and what was cut."""
    text = str(
        _rows(connection, "select clean_text from core.document where document_id = ?", document_id)[0]["clean_text"]
    )
    cuts = _rows(
        connection, "select raw_start, text from core.cut where document_id = ? order by raw_start", document_id
    )
    for cut in cuts:
        text = text[: cut["raw_start"]] + cut["text"] + text[cut["raw_start"] :]
    return text


def _walk(connection: duckdb.DuckDBPyConnection, incident_id: str) -> int | None:
    """The incident's deaths by its casualties; every mention and figure behind it stands in the raw text."""
    mentions = _rows(connection, "select * from core.mention where incident_id = ?", incident_id)
    assert mentions
    for mention in mentions:
        raw = _raw_text(connection, mention["document_id"])
        assert raw[mention["raw_start"] : mention["raw_end"]] == mention["sentence"]
    casualties = _rows(
        connection, "select * from core.incident_casualty where incident_id = ? and outcome = 'killed'", incident_id
    )
    for casualty in casualties:
        quotes = _rows(
            connection,
            "select casualties.quote, mentions.document_id from core.mention_casualty as casualties"
            " inner join core.mention as mentions using (mention_id)"
            " where list_contains(?, mention_id) and outcome = 'killed' and victim_group = ?",
            casualty["mention_ids"],
            casualty["victim_group"],
        )
        assert quotes
        assert all(quote["quote"] in _raw_text(connection, quote["document_id"]) for quote in quotes)
    incident = _rows(connection, "select killed_best from core.incident where incident_id = ?", incident_id)[0]
    assert incident["killed_best"] is None or casualties
    deaths: int | None = incident["killed_best"]
    return deaths


def _sum(figures: Iterable[int | None]) -> int | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of many days, to look at."""
    world = busy_world()
    for number in range(12):
        happen(world, number, OLD, 1 + number % 3)
    path = tmp_path_factory.mktemp("busy") / "busy.duckdb"
    build(path, *world.frames())
    return path


@pytest.mark.parametrize("mart", ["incident_daily", "incident_by_admin1", "actor_dyad"])
def test_a_cell_is_the_sum_of_what_it_names(warehouse: Path, busy: Path, mart: str) -> None:
    for path in (warehouse, busy):
        with duckdb.connect(str(path), read_only=True) as connection:
            cells = _rows(connection, f"select incidents, killed_best, incident_ids from mart.{mart} order by all")
            for cell in random.Random(6).sample(cells, min(5, len(cells))):
                assert len(cell["incident_ids"]) == cell["incidents"]
                assert _sum(_walk(connection, one) for one in cell["incident_ids"]) == cell["killed_best"]


@pytest.mark.parametrize("mart", EXPORTS)
def test_a_row_of_an_export_is_an_incident(warehouse: Path, busy: Path, mart: str) -> None:
    incident_id, figure = EXPORTS[mart]
    for path in (warehouse, busy):
        with duckdb.connect(str(path), read_only=True) as connection:
            query = f"select {incident_id} as incident_id, {figure or 'null'} as deaths from mart.{mart} order by all"
            rows = _rows(connection, query)
            for row in random.Random(6).sample(rows, min(5, len(rows))):
                deaths = _walk(connection, row["incident_id"])
                assert figure is None or (row["deaths"] or 0) == (deaths or 0)
