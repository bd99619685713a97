"""A warehouse brought up to date run by run: added to where a run only adds, built anew where anything else changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sitrep.store.home import Home
from tests.pipeline.conftest import Place, call, wrap
from tests.pipeline.reports import REPORTS, write_reports
from tests.pipeline.test_same_rows import tables


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which way each publish went."""
    gone: list[str] = []
    for way in ("resolve", "advance"):

        def note(result: Any, *_: Any, way: str = way) -> Any:
            gone.append(way)
            return result

        wrap(monkeypatch, f"sitrep.resolve.{way}", note)
    return gone


def run(place: Place, folder: Path, *names: str, source: str = "wire") -> None:
    done = place.run(write_reports(folder / source, *names))
    assert done.code == 0, done.out + done.err


def whole(place: Place) -> dict[str, list[tuple[Any, ...]]]:
    """Every table of core and every mart, ids included."""
    listed = place.rows(
        "select schema_name || '.' || table_name from duckdb_tables() where schema_name in ('core', 'mart')"
        " union all select schema_name || '.' || view_name from duckdb_views() where schema_name = 'mart' order by 1"
    )
    history = {"core.incident_revision", "mart.correction", "mart.rule_record"}  # of publishes and their gates
    return {name: place.rows(f"from {name} order by all") for (name,) in listed if name not in history}


def test_run_by_run_as_all_at_once(place: Place, tmp_path: Path, ways: list[str]) -> None:
    names = [*reversed(REPORTS)]
    for number, name in enumerate(names):
        run(place, tmp_path / f"step-{number}", name)
    run(place, tmp_path / "again", names[0], names[-1], source="reprints")  # known texts, from elsewhere
    assert ways == ["resolve", *["advance"] * len(names)]
    other = Place(Home(tmp_path / "at-once"))
    paths = [write_reports(tmp_path / "all" / "wire", *names), tmp_path / "again" / "reprints"]
    done = other.run(*paths)
    assert done.code == 0, done.out + done.err
    assert tables(place) == tables(other)


def test_many_documents_are_published_in_portions(place: Place, tmp_path: Path, ways: list[str]) -> None:
    place.home.path.mkdir(parents=True, exist_ok=True)
    (place.home.path / "sitrep.toml").write_text("[batches]\ndocuments = 1\n[warehouse]\npublish_documents = 2\n")
    run(place, tmp_path / "all", *REPORTS)
    assert ways == ["resolve", *["advance"] * ((len(REPORTS) + 1) // 2 - 1)]
    other = Place(Home(tmp_path / "at-once"))
    run(other, tmp_path / "all", *REPORTS)
    assert tables(place) == tables(other)


def test_a_rebuild_gives_what_was_built_up(place: Place, tmp_path: Path, ways: list[str]) -> None:
    for number, name in enumerate(("quetta.txt", "quetta-other.txt")):
        run(place, tmp_path / f"step-{number}", name)
    before = whole(place)
    done = call("rebuild", "--home", place.home.path)
    assert done.code == 0, done.out + done.err
    assert ways[-1] == "resolve"
    after = whole(place)
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}


def test_another_rule_of_tolls_builds_anew(place: Place, tmp_path: Path, ways: list[str]) -> None:
    run(place, tmp_path / "one", "quetta.txt")
    (place.home.path / "sitrep.toml").write_text('[resolution]\ntoll_rule = "conservative"\n')
    run(place, tmp_path / "two", "khartoum.txt")
    assert ways == ["resolve", "resolve"]
    assert place.rows("select distinct toll_rule from core.incident") == [("conservative",)]
    run(place, tmp_path / "three", "mogadishu.txt")
    assert ways == ["resolve", "resolve", "advance"]


def test_a_row_that_the_gate_refuses_stays_out_of_what_is_added(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(place, tmp_path / "one", "quetta.txt")
    before = place.rows("select incident_id, killed_best from core.incident order by all")

    def spoil(made: Any, *_: Any) -> Any:
        frame = made.frames["incident"]
        frame.loc[frame["country"] == "SD", ["killed_low", "killed_best", "killed_high"]] = [9, 5, 9]
        return made

    wrap(monkeypatch, "sitrep.resolve.advance", spoil)
    done = place.run(write_reports(tmp_path / "two" / "wire", "khartoum.txt", "mogadishu.txt"))
    assert done.code == 0, done.out + done.err
    assert [row["stage"] for row in place.quarantine()] == ["core"] * len(place.quarantine())
    assert place.rows("select count(*) from core.incident where country = 'SD' and killed_best is not null") == [(0,)]
    assert set(before) <= set(place.rows("select incident_id, killed_best from core.incident"))
