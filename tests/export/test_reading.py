"""Every example of docs/reading.md runs, in its order, in a folder with a home."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
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
        _duckdb_shell(words[1:], "from core.incident limit 1")
        return
    assert words[0] == "sitrep"
    result = CliRunner().invoke(application(), words[1:])
    assert result.exit_code == 0, result.output
    assert result.stdout_bytes or result.stderr
    if target:
        Path(target).write_bytes(result.stdout_bytes)


def _duckdb_shell(words: list[str], statement: str) -> str:
    """What the duckdb shell answers; it is older than the engine that wrote the file, as a user's may be."""
    done = subprocess.run(
        [str(Path(sys.executable).parent / "duckdb"), *words, "-csv", "-noheader", "-c", statement],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{statement}: {done.stderr}"
    return done.stdout


def _sql(text: str) -> None:
    for statement in filter(str.strip, text.split(";\n")):
        assert _duckdb_shell(["-readonly", "home/warehouse/sitrep.duckdb"], statement), statement
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


def test_an_older_duckdb_reads_every_table_view_and_macro(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        found = connection.sql(
            "select schema_name || '.' || table_name from duckdb_tables()"
            " union all select schema_name || '.' || view_name from duckdb_views() where schema_name = 'mart'"
            " union all select schema_name || '.' || function_name || '(timestamptz ''2030-01-01 00:00:00+00'')'"
            " from duckdb_functions() where schema_name = 'core'"
        ).fetchall()
    assert len(found) > 40
    for (name,) in found:
        answer = _duckdb_shell(["-readonly", str(warehouse)], f"select count(*) from {name}")
        assert int(answer) >= 0, name
