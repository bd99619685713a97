"""Versions of the warehouse: listed, gone back to, let go on; building from nothing; taking away what is not needed."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from dagster_project.instance import open_instance
from dagster_project.prune import remove, surplus
from sitrep.store import publishes, settings, stages
from tests.pipeline.conftest import Place, call
from tests.pipeline.reports import write_reports
from tests.pipeline.test_same_rows import tables

LATER = dt.datetime.now(dt.UTC) + dt.timedelta(days=400)


def deliveries(place: Place) -> int:
    [(count,)] = place.rows("select count(*) from core.delivery")
    return int(count)


def test_a_rollback_holds_publishing_until_it_is_released(copy: Place, tmp_path: Path) -> None:
    listed = call("warehouse", "versions", "--home", copy.home.path).out
    assert "→ │ 2 " in listed
    assert "  │ 1 " in listed
    back = call("warehouse", "rollback", "--reason", "wrong tolls", "--home", copy.home.path)
    assert back.code == 0, back.out + back.err
    assert deliveries(copy) == 2
    assert copy.states() == ["published", "extracted"]

    late = write_reports(tmp_path / "late", "islamabad.txt")
    copy.run(late)
    assert deliveries(copy) == 2
    shown = call("warehouse", "versions", "--home", copy.home.path).out
    assert "Put back to publish 1" in shown
    assert "(wrong tolls); publishing waits" in shown

    assert call("warehouse", "release", "--home", copy.home.path).code == 0
    done = copy.run(late)
    assert done.code == 0, done.out + done.err
    assert deliveries(copy) == 5
    assert copy.states() == ["published"] * 3
    assert publishes.last(copy.home) == publishes.standing(copy.home)
    assert [one.seq for one in publishes.list_publishes(copy.home)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(["rollback"], "--reason is missing", id="no reason"),
        pytest.param(
            ["rollback", "9", "--reason", "x"], "publish 9 stands already, or its file is not kept", id="none"
        ),
        pytest.param(["release"], "publishing is not on hold", id="nothing to release"),
    ],
)
def test_a_mistake_is_told_in_words(published: Place, arguments: list[str], complaint: str) -> None:
    done = call("warehouse", *arguments, "--home", published.home.path)
    assert done.code == 2
    assert complaint in done.err


def test_rebuilding_gives_the_same_rows_and_ids_also_where_the_file_is_lost(copy: Place) -> None:
    before, incidents = tables(copy), copy.rows("select incident_id from core.incident order by all")
    shutil.rmtree(copy.home.warehouse)
    done = call("rebuild", "--home", copy.home.path)
    assert done.code == 0, done.out + done.err
    assert "Publish 3: 0 revisions of 0 incidents; the other 3 are as they were." in done.out
    assert tables(copy) == before
    assert copy.rows("select incident_id from core.incident order by all") == incidents


def test_pruning_takes_what_nothing_needs_and_a_rebuild_gives_the_same(copy: Place) -> None:
    batch_id = copy.batch_ids()[0]
    stray = copy.home.stages / "extracted_events" / batch_id / ("0" * 16)
    stray.mkdir()
    before = tables(copy)
    copy.home.settings_file.write_text("[warehouse]\nkeep_versions = 0\n")
    dry = call("prune", "--dry-run", "--home", copy.home.path).out
    assert "Would take away: 1 versions of the warehouse, 1 superseded stages, 0 alerts" in dry
    assert stray.exists()
    assert "Took away: 1 versions" in call("prune", "--home", copy.home.path).out
    assert not stray.exists()
    assert list((copy.home.warehouse / "versions").iterdir()) == []
    assert stages.exists(copy.home, "extracted_events", batch_id, publishes.held(copy.home)[batch_id])
    assert call("rebuild", "--home", copy.home.path).code == 0
    assert tables(copy) == before


def test_old_runs_go_but_those_that_made_what_stands(copy: Place) -> None:
    with open_instance(copy.home) as instance:
        known = {run.run_id: run.job_name for run in instance.get_runs()}
        found = surplus(copy.home, instance, settings.load(copy.home), LATER)
        assert sorted(known.values()) == ["ingest", "ingest", "publish", "publish"]
        assert [known[run_id] for run_id in found.runs] == ["publish"]  # the first: the second made every table anew
        remove(found, instance)
        assert {run.run_id for run in instance.get_runs()} == known.keys() - set(found.runs)
        assert surplus(copy.home, instance, settings.load(copy.home), LATER).runs == ()
