"""`sitrep sql` and `sitrep status`: what they answer, in each form."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.pipeline.conftest import Place, call
from tests.pipeline.reports import write_bytes

QUERY = "select 'a|b' as name, 3 as count, null as nothing, [1, 2] as numbers, date '2024-03-05' as day"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        pytest.param("csv", 'name,count,nothing,numbers,day\na|b,3,,"[1, 2]",2024-03-05\n', id="csv"),
        pytest.param(
            "md",
            "| name | count | nothing | numbers | day |\n| --- | --- | --- | --- | --- |\n"
            "| a\\|b | 3 |  | [1, 2] | 2024-03-05 |\n",
            id="md",
        ),
    ],
)
def test_forms_of_an_answer(published: Place, form: str, expected: str) -> None:
    done = call("sql", QUERY, "--home", published.home.path, "--format", form)
    assert (done.code, done.out) == (0, expected)


def test_json(published: Place) -> None:
    done = call("sql", QUERY, "--home", published.home.path, "--format", "json")
    row = {"name": "a|b", "count": 3, "nothing": None, "numbers": [1, 2], "day": "2024-03-05"}
    assert json.loads(done.out) == [row]


def test_table(published: Place) -> None:
    done = call("sql", QUERY, "--home", published.home.path)
    assert "a|b" in done.out
    assert done.err == "1 rows\n"


def test_parquet_goes_to_standard_output(published: Place) -> None:
    command = [sys.executable, "-c", "from dagster_project.cli import main; main()"]
    arguments = ["sql", QUERY, "--home", str(published.home.path), "--format", "parquet"]
    done = subprocess.run([*command, *arguments], cwd=Path(__file__).parents[2], capture_output=True, check=True)
    assert pq.read_table(io.BytesIO(done.stdout)).column("count").to_pylist() == [3]


@pytest.mark.parametrize(
    "query",
    [
        "select count(*) > 0 from core.incident",
        "select count(*) > 0 from mart.incident_daily",
        "select count(*) > 0 from quality.check_result where stage = 'mart'",
        "select count(*) > 0 from ledger.check_result",
        "select count(*) > 0 from incident",
    ],
)
def test_every_schema_can_be_asked(published: Place, query: str) -> None:
    assert published.sql(query).splitlines()[1] == "True"


def test_the_warehouse_cannot_be_changed(published: Place) -> None:
    done = call("sql", "delete from core.incident", "--home", published.home.path)
    assert done.code == 2
    assert "read-only" in done.err


def test_the_ledger_can_be_asked_where_nothing_was_published(place: Place, tmp_path: Path) -> None:
    done = place.run(write_bytes(tmp_path / "broken", a__txt=b""))
    assert done.code == 1
    assert "There is no warehouse yet." in done.out
    assert place.sql("select reasons from ledger.quarantine") == 'reasons\n"[""has_bytes: raw_size = 0""]"\n'


def test_status(published: Place) -> None:
    done = call("status", "--home", published.home.path)
    assert done.code == 0
    assert f"Home: {published.home.path}\n" in done.out
    assert "(publish 2, " in done.out
    assert "Batches: 2 published\n" in done.out
    assert all(batch_id in done.out for batch_id in published.batch_ids())


def test_pages_for_people_are_there(published: Place) -> None:
    page = (published.home.reports / "report.html").read_text()
    assert "<html" in page
    docs = (published.home.reports / "data_docs" / "index.html").read_text()
    assert "core.incident" in docs
