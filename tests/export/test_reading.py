"""Every example of docs/reading.md runs, in its order, in a folder with a home."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from dagster_project.cli import application

PAGE = Path(__file__).parents[2] / "docs" / "reading.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _shell(line: str) -> None:
    """A line of a shell: `sitrep ...`, its output kept where it says so, or the duckdb shell on a file."""
    command, _, target = line.partition(" > ")
    words = shlex.split(command)
    if words[0] == "duckdb":
        duckdb.connect(words[-1], read_only=True).close()
        return
    assert words[0] == "sitrep"
    result = CliRunner().invoke(application(), words[1:])
    assert result.exit_code == 0, result.output
    assert result.stdout_bytes or result.stderr
    if target:
        Path(target).write_bytes(result.stdout_bytes)


def _sql(text: str) -> None:
    with duckdb.connect("home/warehouse/sitrep.duckdb", read_only=True) as connection:
        for statement in filter(str.strip, text.split(";\n")):
            assert connection.execute(statement).fetchall(), statement


def test_every_example_runs(warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    (home / "batches").mkdir(parents=True)
    (home / "warehouse").mkdir()
    warehouse.rename(home / "warehouse" / "sitrep.duckdb")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITREP_HOME", raising=False)
    (tmp_path / "export").mkdir()
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    assert {language for language, _ in blocks} == {"sh", "sql", "python"}
    for language, text in blocks:
        if language == "sh":
            for line in text.strip().splitlines():
                _shell(line)
        elif language == "sql":
            _sql(text)
        else:
            exec(compile(text, str(PAGE), "exec"), {"__name__": "example"})
    written = sorted(path.name for path in (tmp_path / "export").iterdir())
    assert written == [
        "acled.csv",
        "bombings.geojson",
        "incident_daily.parquet",
        "incidents.csv",
        "incidents.parquet",
        "plover.tsv",
        "ucdp.csv",
    ]
    assert duckdb.sql("select count(*) from 'export/incident_daily.parquet'").fetchall() == [(8,)]
