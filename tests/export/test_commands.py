"""`sitrep ask` and `sitrep export` as they are typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dagster_project.cli import application
from dagster_project.cli.errors import Mistake


@pytest.fixture
def home(warehouse: Path) -> Path:
    folder = warehouse.parent / "home"
    (folder / "batches").mkdir(parents=True)
    (folder / "warehouse").mkdir()
    warehouse.rename(folder / "warehouse" / "sitrep.duckdb")
    return folder


def _typed(*words: Any) -> str:
    result = CliRunner().invoke(application(), [str(word) for word in words])
    if isinstance(result.exception, Mistake):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def test_ask_answers_with_parameters_of_the_question(home: Path) -> None:
    for words in (["--top", 1], ["--top=1"]):
        assert _typed("ask", "deadliest-incidents", *words, "--home", home, "--format", "csv").splitlines()[1:] == [
            "i1,2024-01-16,PK,Mach,bombing,6,6,7,True,3,Toll rises to six"
        ]


def test_ask_lists_every_question_with_its_parameters() -> None:
    text = _typed("ask", "--list")
    assert "who_attacks_whom\n    Who attacks whom, month by month?\n    --country VARCHAR  Only pairs" in text
    assert "--incident VARCHAR (must be given)  Id of the incident" in text
    assert "--outcome VARCHAR  killed or injured. [default: 'killed']" in text
    assert text == _typed("ask")


def test_ask_shows_the_statement_without_a_warehouse() -> None:
    assert "order by killed_best desc" in _typed("ask", "deadliest_incidents", "--sql")


@pytest.mark.parametrize(
    ("words", "mistake"),
    [
        (["ask", "deadliest"], "there is no question 'deadliest'"),
        (["ask", "trace_incident"], "incident must be given"),
        (["ask", "deadliest_incidents", "--land", "PK"], "has no parameter 'land'"),
        (["ask", "deadliest_incidents", "--country"], "--country needs a value"),
        (["ask", "deadliest_incidents", "PK"], "'PK' is no parameter"),
        (["export", "csv", "--since", "May"], "'May' is no day"),
        (["export", "csv", "--country", "ZZ"], "no country 'ZZ'"),
        (["export", "geojson", "--format", "xlsx"], "can be written as csv, tsv or parquet"),
    ],
)
def test_a_mistake_is_said_in_words(home: Path, words: list[str], mistake: str) -> None:
    with pytest.raises(Mistake, match=mistake):
        _typed(*words, "--home", home)


@pytest.mark.parametrize("words", [["ask", "deadliest_incidents"], ["export", "csv"]])
def test_without_a_warehouse_it_says_what_to_run(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "batches").mkdir()
    with pytest.raises(Mistake, match="there is no warehouse in"):
        _typed(*words, "--home", tmp_path)


def test_export_writes_to_standard_output_or_a_file(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "ucdp.csv"
    assert _typed("export", "ucdp", "--home", home, "--out", path) == ""
    assert path.read_text(encoding="utf-8") == _typed("export", "ucdp", "--home", home)
    assert path.read_text(encoding="utf-8").count("\n") == 3


def test_export_takes_another_form(home: Path) -> None:
    lines = _typed("export", "acled", "--home", home, "--format", "tsv", "--type", "bombing").splitlines()
    assert [line.partition("\t")[0] for line in lines] == ["event_id_cnty", '"PAK210834686772430"']
