"""Frames in, a warehouse out: typed rows, comments, refusals that name what is wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

from sitrep import records
from sitrep.warehouse import CandidateInUse, FrameMismatch, RefusedRows, build, tables
from tests.warehouse.small import small_world
from tests.warehouse.world import CLOCK, World


def _rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        connection.execute("set TimeZone = 'UTC'")
        return connection.execute(query).fetchall()


def test_loads_every_row_with_its_types(warehouse: Path) -> None:
    assert _rows(
        warehouse,
        "select published_at, published_on, raw_chars, similarity from core.document where document_id = 'd3'",
    ) == [(dt.datetime(2024, 1, 18, 12, tzinfo=dt.UTC), dt.date(2024, 1, 18), 64, 0.97)]
    assert _rows(warehouse, "select mention_ids, high from core.incident_casualty where victim_group = 'total'") == [
        (["m3"], None)
    ]
    assert _rows(
        warehouse, "select change ->> '$.killed_best[1]', documents from core.incident_revision where revision = 2"
    ) == [("6", ["d4"])]
    assert _rows(warehouse, "select reasons, payload ->> 'raw_path' from quality.quarantine") == [
        (["raw_size: 0 bytes <script>"], "empty.txt")
    ]
    counts = {table: len(rows) for table, rows in small_world().rows.items()}
    assert {table: _rows(warehouse, f"select count(*) from {_full(table)}")[0][0] for table in counts} == counts


def _full(table: str) -> str:
    return f"{'quality' if table in ('quarantine', 'check_result') else 'core'}.{table}"


def test_ships_the_codes_of_countries(warehouse: Path) -> None:
    assert _rows(warehouse, "select * from core.country where country in ('PK', 'NA') order by country") == [
        ("NA", "NAM", 516, "Namibia", "Southern Africa", 565, "Namibia", "Africa"),
        ("PK", "PAK", 586, "Pakistan", "South Asia", 770, "Pakistan", "Asia"),
    ]


def test_takes_arrow_tables_and_backed_frames_as_well(tmp_path: Path) -> None:
    core, quality = small_world().frames()
    arrow = {
        name: pa.Table.from_pandas(frame, preserve_index=False)
        for name, frame in core.items()
        if name in ("cut", "place")
    }
    backed = {"incident_actor": core["incident_actor"].convert_dtypes(dtype_backend="pyarrow")}
    build(tmp_path / "w.duckdb", {**core, **arrow, **backed}, quality)
    assert _rows(tmp_path / "w.duckdb", "select aliases from core.place where place_id = 'gn.1'") == [(["Machh"],)]
    assert _rows(tmp_path / "w.duckdb", "select count(*) from core.incident_actor") == [(6,)]


def test_builds_from_no_rows_at_all(tmp_path: Path) -> None:
    build(tmp_path / "w.duckdb", *World().frames())
    assert _rows(tmp_path / "w.duckdb", "select count(*) from mart.incident_daily") == [(0,)]


def test_leaves_no_log_beside_the_file(tmp_path: Path) -> None:
    build(tmp_path / "w.duckdb", *small_world().frames())
    assert [path.name for path in tmp_path.iterdir()] == ["w.duckdb"]


def test_every_table_and_column_says_what_it_is() -> None:
    found = tables()
    assert [table.full_name for table in found if not table.comment] == []
    assert [
        f"{table.full_name}.{column.name}" for table in found for column in table.columns if not column.comment
    ] == []


def test_every_table_of_core_has_a_key_save_the_evidence() -> None:
    assert {table.full_name for table in tables() if table.schema != "mart" and not table.key} == {
        "core.join_evidence",
        "quality.check_result",
    }


@pytest.mark.parametrize(
    ("table", "column", "codes"),
    [
        ("mention", "modality", records.MODALITIES),
        ("mention", "date_precision", records.DATE_PRECISIONS),
        ("mention", "date_basis", records.DATE_BASES),
        ("mention", "place_relation", records.PLACE_RELATIONS),
        ("mention", "geo_precision", records.GEO_PRECISIONS),
        ("mention", "place_basis", records.PLACE_BASES),
        ("mention_actor", "role", records.ROLES),
        ("mention_actor", "certainty", records.CERTAINTIES),
        ("mention_casualty", "outcome", records.OUTCOMES),
        ("mention_casualty", "victim_group", records.VICTIM_GROUPS),
        ("document", "published_precision", records.PUBLISHED_PRECISIONS),
        ("document", "published_basis", records.PUBLISHED_BASES),
        ("incident", "geo_precision", records.GEO_PRECISIONS),
        ("incident_casualty", "victim_group", records.VICTIM_GROUPS),
        ("incident_actor", "role", records.ROLES),
        ("incident_link", "relation", records.LINK_RELATIONS),
        ("actor", "kind", records.ACTOR_KINDS),
    ],
)
def test_a_column_takes_the_codes_of_the_records_and_no_others(
    warehouse: Path, table: str, column: str, codes: tuple[str, ...]
) -> None:
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(f"delete from core.{table} where rowid > (select min(rowid) from core.{table})")
        for code in codes:
            connection.execute(f"update core.{table} set {column} = ?", [code])
        with pytest.raises(duckdb.ConstraintException):
            connection.execute(f"update core.{table} set {column} = 'nonsense'")


def test_names_the_columns_that_a_frame_lacks_or_has_too_many(tmp_path: Path) -> None:
    core, quality = small_world().frames()
    core["cut"] = core["cut"].rename(columns={"rule_id": "rule"})
    with pytest.raises(FrameMismatch, match=r"core\.cut: columns missing: \['rule_id'\], not of the table: \['rule'\]"):
        build(tmp_path / "w.duckdb", core, quality)
    assert list(tmp_path.iterdir()) == []


def test_names_the_tables_that_are_lacking(tmp_path: Path) -> None:
    core, quality = small_world().frames()
    del core["cut"]
    core["cuts"] = pd.DataFrame()
    with pytest.raises(FrameMismatch, match=r"missing: \['cut'\], no tables of it: \['cuts'\]"):
        build(tmp_path / "w.duckdb", core, quality)


def test_names_the_column_of_a_wrong_type(tmp_path: Path) -> None:
    world = small_world()
    world.rows["incident"][0]["killed_best"] = "six"
    with pytest.raises(FrameMismatch, match=r"core\.incident: column killed_best is not BIGINT"):
        build(tmp_path / "w.duckdb", *world.frames())


@pytest.mark.parametrize(
    ("table", "change", "words"),
    [
        ("incident", {"incident_id": "i2"}, "duplicate key"),
        ("incident", {"event_class": "sad"}, "CHECK constraint failed"),
        ("mention", {"sentence": None}, "NOT NULL constraint failed"),
        ("quarantine", {"payload": "{broken"}, "Malformed JSON"),
    ],
    ids=["key twice", "no code", "missing value", "no JSON"],
)
def test_refuses_rows_by_name_and_leaves_nothing_behind(
    tmp_path: Path, table: str, change: dict[str, Any], words: str
) -> None:
    world = small_world()
    world.rows[table][0].update(change)
    with pytest.raises(RefusedRows, match=words) as caught:
        build(tmp_path / "w.duckdb", *world.frames())
    assert caught.value.table == _full(table)
    assert list(tmp_path.iterdir()) == []


def test_builds_on_no_file_that_is_there(warehouse: Path) -> None:
    with pytest.raises(CandidateInUse):
        build(warehouse, *World().frames())


def test_instants_are_of_utc_whatever_the_zone_of_the_frame(tmp_path: Path) -> None:
    world = small_world()
    world.rows["document"][0]["published_at"] = CLOCK.astimezone(dt.timezone(dt.timedelta(hours=5)))
    build(tmp_path / "w.duckdb", *world.frames())
    assert _rows(tmp_path / "w.duckdb", "select published_at from core.document where document_id = 'd1'") == [(CLOCK,)]
