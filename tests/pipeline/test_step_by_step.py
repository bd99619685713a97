"""A warehouse brought up to date run by run: added to where a run only adds, built anew where anything else changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.conftest import Place, call, wrap
from tests.pipeline.reports import MOPTI, REPORTS, write_reports, write_text
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


def test_run_by_run_as_all_at_once_and_as_from_nothing(
    place: Place, at_once: Place, tmp_path: Path, ways: list[str]
) -> None:
    """In another order and in three batches, two of which tell of the same attack; then known texts from elsewhere."""
    names = [*reversed(REPORTS)]
    for number, some in enumerate((names[:2], names[2:4], names[4:])):
        run(place, tmp_path / f"step-{number}", *some)
    assert len(place.batch_ids()) == 3
    assert tables(place) == tables(at_once)
    run(place, tmp_path / "again", names[0], names[-1], source="reprints")
    assert ways == ["resolve", *["advance"] * 3]
    before = whole(place)
    done = call("rebuild", "--home", place.home.path)
    assert done.code == 0, done.out + done.err
    assert ways[-1] == "resolve"
    after = whole(place)
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}


def test_many_documents_are_published_in_portions(
    place: Place, at_once: Place, tmp_path: Path, ways: list[str]
) -> None:
    place.home.path.mkdir(parents=True, exist_ok=True)
    (place.home.path / "sitrep.toml").write_text("[batches]\ndocuments = 1\n[warehouse]\npublish_documents = 3\n")
    run(place, tmp_path / "all", *REPORTS)
    assert ways == ["resolve", *["advance"] * ((len(REPORTS) + 2) // 3 - 1)] == ["resolve", "advance"]
    assert tables(place) == tables(at_once)


def test_another_rule_of_tolls_builds_anew(copy: Place, tmp_path: Path, ways: list[str]) -> None:
    (copy.home.path / "sitrep.toml").write_text('[resolution]\ntoll_rule = "conservative"\n')
    run(copy, tmp_path / "one", "islamabad.txt")
    assert ways == ["resolve"]
    assert copy.rows("select distinct toll_rule from core.incident where toll_rule is not null") == [("conservative",)]
    done = copy.run(write_text(tmp_path / "two", mopti__txt=MOPTI))
    assert done.code == 0, done.out + done.err
    assert ways == ["resolve", "advance"]


def test_a_row_that_the_gate_refuses_stays_out_of_what_is_added(
    copy: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = copy.rows("select incident_id, killed_best from core.incident order by all")

    def spoil(made: Any, *_: Any) -> Any:
        frame = made.frames["incident"]
        frame.loc[frame["country"] == "ML", ["killed_low", "killed_best", "killed_high"]] = [9, 5, 9]
        return made

    wrap(monkeypatch, "sitrep.resolve.advance", spoil)
    done = copy.run(write_text(write_reports(tmp_path / "late", "islamabad.txt"), mopti__txt=MOPTI))
    assert done.code == 0, done.out + done.err
    assert copy.quarantine()
    assert [row["stage"] for row in copy.quarantine()] == ["core"] * len(copy.quarantine())
    assert copy.rows("select count(*) from core.incident where country = 'ML' and killed_best is not null") == [(0,)]
    assert set(before) <= set(copy.rows("select incident_id, killed_best from core.incident"))
