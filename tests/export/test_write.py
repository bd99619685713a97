"""The files: safe in a spreadsheet, whole in the usual readers."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sitrep.export import EXPORTS, Filters, UnknownCode, choose, write


def _written(rows: pa.Table, form: str) -> bytes:
    out = io.BytesIO()
    write(rows, form, out)
    return out.getvalue()


def _file(warehouse: Path, kind: str, form: str | None = None, **filters: Any) -> bytes:
    export = EXPORTS[kind]
    return _written(choose(warehouse, export, Filters(**filters)), form or export.form)


@pytest.mark.parametrize(
    "cell",
    [
        '=HYPERLINK("http://x","y")',
        "+1+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(1)",
        "  =1",
        "\t=1",
        "\r=1",
        "\n=1",
        "|x",
        "%0A=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\x00=1",
    ],
)
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str, form: str) -> None:
    delimiter = "," if form == "csv" else "\t"
    written = _written(pa.table({"a": [cell], "b": ["x"]}), form).decode()
    row = next(iter(csv.reader(io.StringIO(written.partition("\n")[2], newline=""), delimiter=delimiter)))
    assert row[0].startswith("'") or not cell.strip("\t\r\n").startswith(("=", "+", "-", "@"))
    assert row[0].lstrip(" \x00")[:1] not in "=+-@＝＋－＠|%"
    assert row[1] == "x"


def test_numbers_stay_numbers_and_text_stays_text() -> None:
    rows = pa.table({"longitude": [-70.25], "change": [-3], "text": ["a = b, 5-7"], "none": pa.nulls(1, pa.string())})
    assert _written(rows, "csv").decode().splitlines() == ["longitude,change,text,none", '-70.25,-3,"a = b, 5-7",']


def test_a_cell_may_hold_quotes_commas_and_line_breaks() -> None:
    text = 'He said "no",\nand left; ok'
    written = _written(pa.table({"text": [text]}), "csv").decode()
    assert list(csv.reader(io.StringIO(written, newline=""))) == [["text"], [text]]


def test_a_cell_of_tsv_holds_no_tab_or_line_break() -> None:
    written = _written(pa.table({"a": ["one\ttwo\r\nthree"], "b": ["x"]}), "tsv").decode()
    assert written == 'a\tb\n"one two three"\t"x"\n'


def test_csv_reads_the_same_in_pandas_and_duckdb(warehouse: Path, tmp_path: Path) -> None:
    path = tmp_path / "incidents.csv"
    path.write_bytes(_file(warehouse, "csv"))
    frame = pd.read_csv(path)
    assert frame["incident_id"].tolist() == ["i4", "i1", "i2", "i3"]
    assert frame["killed_best"].tolist()[1:3] == [6, 5]
    assert frame["first_reported_at"].tolist()[1] == "2024-01-17T12:00:00Z"
    rows = duckdb.sql(f"select incident_id, occurred_from, longitude from '{path}' where country = 'PK' order by 1")
    assert rows.fetchall() == [
        ("i1", dt.date(2024, 1, 16), 67.33),
        ("i2", dt.date(2024, 1, 20), 67.5),
        ("i4", dt.date(2024, 1, 1), 67.33),
    ]


def test_parquet_keeps_types_in_pandas_arrow_and_duckdb(warehouse: Path, tmp_path: Path) -> None:
    path = tmp_path / "incidents.parquet"
    path.write_bytes(_file(warehouse, "parquet"))
    schema = pq.read_schema(path)
    assert schema.field("occurred_from").type == pa.date32()
    assert schema.field("first_reported_at").type == pa.timestamp("us", tz="UTC")
    assert schema.field("killed_best").type == pa.int64()
    assert schema.field("toll_disputed").type == pa.bool_()
    assert pd.read_parquet(path)["headline"].tolist()[1] == "Toll rises to six"
    assert duckdb.sql(f"select sum(killed_best) from '{path}'").fetchall() == [(11,)]


def test_geojson_is_a_feature_collection_of_points(warehouse: Path) -> None:
    collection = json.loads(_file(warehouse, "geojson"))
    assert collection["type"] == "FeatureCollection"
    assert set(collection) == {"type", "features"}
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
    places = {feature["id"]: feature["geometry"] for feature in collection["features"]}
    assert places == {
        "i1": {"type": "Point", "coordinates": [67.33, 29.86]},
        "i2": {"type": "Point", "coordinates": [67.5, 29.5]},
        "i3": None,
        "i4": {"type": "Point", "coordinates": [67.33, 29.86]},
    }
    properties = collection["features"][1]["properties"]
    assert (properties["occurred_from"], properties["claimants"]) == ("2024-01-16", "Red Front")
    assert not {"latitude", "longitude"} & set(properties)


def test_geojson_of_nothing_is_still_one() -> None:
    empty = pa.schema([("incident_id", pa.string()), ("longitude", pa.float64()), ("latitude", pa.float64())])
    assert json.loads(_written(empty.empty_table(), "geojson")) == {"type": "FeatureCollection", "features": []}


@pytest.mark.parametrize("kind", EXPORTS)
@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({"event_type": "bombing"}, {"i1"}),
        ({"since": dt.date(2024, 1, 17), "country": "pk"}, {"i2"}),
        ({"until": dt.date(2023, 12, 31)}, set()),
    ],
)
def test_filters_hold_for_every_export(warehouse: Path, kind: str, filters: dict[str, Any], wanted: set[str]) -> None:
    rows = choose(warehouse, EXPORTS[kind], Filters(**filters))
    column = {"acled": "tags", "ucdp": "relid", "plover": "Event ID"}.get(kind, "incident_id")
    assert {value.removeprefix("sitrep=") for value in rows[column].to_pylist()} == wanted


def test_a_code_that_does_not_exist_is_said_and_not_an_empty_file(warehouse: Path) -> None:
    with pytest.raises(UnknownCode, match="no event type 'bomb': did you mean bombing"):
        choose(warehouse, EXPORTS["csv"], Filters(event_type="bomb"))
    with pytest.raises(UnknownCode, match="no country 'ZZ'"):
        choose(warehouse, EXPORTS["csv"], Filters(country="zz"))


def test_plover_reads_as_tab_separated(warehouse: Path, tmp_path: Path) -> None:
    path = tmp_path / "polecat.txt"
    path.write_bytes(_file(warehouse, "plover"))
    frame = pd.read_csv(path, sep="\t")
    assert frame["Event ID"].tolist() == ["i1", "i2", "i3"]
    assert frame.shape == (3, 40)
