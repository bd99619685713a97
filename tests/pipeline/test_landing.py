"""The landing sensor on a real instance: batches become runs, lost runs are asked for again, nothing is asked twice."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from dagster import DagsterRunStatus

from dagster_project.instance import open_instance
from dagster_project.project import build_definitions
from dagster_project.recovery import bury
from dagster_project.runs import ingest
from sitrep.store.home import Home
from tests.pipeline.conftest import Place, call
from tests.pipeline.reports import write_reports

SETTINGS = "[landing]\nsettle_seconds = 0\nbatch_minutes = 0\n"


class Watch:
    """A home with its instance, and the sensor asked as the daemon asks it."""

    def __init__(self, home: Home, instance: dg.DagsterInstance) -> None:
        self.home, self.instance = home, instance
        self.defs = build_definitions(home.path)
        self.cursor: str | None = None
        self.said: str | None = None

    def tick(self) -> list[dg.RunRequest]:
        sensor = self.defs.resolve_sensor_def("landing")
        with dg.build_sensor_context(self.instance, cursor=self.cursor) as context:
            asked = sensor(context)
        assert isinstance(asked, dg.SensorResult)
        self.cursor, self.said = asked.cursor, asked.skip_reason.skip_message if asked.skip_reason else None
        for request in asked.dynamic_partitions_requests or ():
            self.instance.add_dynamic_partitions(request.partitions_def_name, list(request.partition_keys))
        return list(asked.run_requests or ())

    def begin(self, request: dg.RunRequest, status: DagsterRunStatus) -> dg.DagsterRun:
        """A run as the daemon makes it of a request, in some state."""
        job = self.defs.resolve_job_def("ingest")
        tags = {**request.tags, "dagster/partition": str(request.partition_key)}
        return self.instance.create_run_for_job(job, tags=tags, status=status)


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    home = Home(tmp_path / "home").open()
    home.settings_file.write_text(SETTINGS)
    with open_instance(home) as instance:
        yield Watch(home, instance)


def keys(requests: list[dg.RunRequest]) -> list[tuple[Any, Any]]:
    return [(one.run_key, one.partition_key) for one in requests]


def test_a_dropped_report_becomes_a_run_and_is_asked_for_until_it_comes(watch: Watch) -> None:
    write_reports(watch.home.landing / "wire", "quetta.txt")
    first = watch.tick()
    (batch_id,) = watch.instance.get_dynamic_partitions("batches")
    assert keys(first) == [(batch_id, batch_id)]
    assert keys(watch.tick()) == keys(first)  # no run came of it: asked again under the same key
    assert json.loads(watch.cursor or "")["in_hand"] == [batch_id]
    assert ingest(watch.defs, watch.instance, batch_id).success
    assert watch.tick() == []
    assert watch.said == "1 files in landing/"


def test_nothing_is_asked_while_a_run_goes_on_and_a_dead_one_is_asked_for_again(watch: Watch) -> None:
    write_reports(watch.home.landing / "wire", "quetta.txt")
    (request,) = watch.tick()
    run = watch.begin(request, DagsterRunStatus.STARTED)
    assert watch.tick() == []
    assert watch.said == "1 files in landing/, 1 batches at work"
    lock = watch.home.dagster / "alive" / f"{run.run_id}.lock"
    lock.parent.mkdir(exist_ok=True)
    lock.touch()  # what a killed process leaves: its lock file, which nobody holds
    (again,) = watch.tick()
    assert again.run_key == f"{request.run_key}/1"
    assert watch.instance.get_run_by_id(run.run_id).status is DagsterRunStatus.FAILURE
    assert not lock.exists()


@pytest.mark.parametrize(
    ("launched", "loaded", "is_lost"),
    [
        pytest.param(60, 40, True, id="launched by a code location that is gone"),
        pytest.param(60, 80, False, id="launched by this one"),
        pytest.param(10, 5, False, id="may still begin, as the one before was reloaded"),
    ],
)
def test_a_run_that_never_began_is_lost_with_its_code_location(
    watch: Watch, launched: int, loaded: int, is_lost: bool
) -> None:
    """Both in seconds ago."""
    write_reports(watch.home.landing / "wire", "quetta.txt")
    (request,) = watch.tick()
    run, now = watch.begin(request, DagsterRunStatus.NOT_STARTED), dt.datetime.now(dt.UTC)
    event = dg.DagsterEvent(dg.DagsterEventType.RUN_STARTING.value, run.job_name)
    watch.instance.report_dagster_event(event, run.run_id, timestamp=now.timestamp() - launched)
    found = bury(watch.home, watch.instance, since=now - dt.timedelta(seconds=loaded))
    assert found == ((run.run_id,) if is_lost else ())
    left = watch.instance.get_run_by_id(run.run_id)
    assert left is not None
    assert left.is_finished is is_lost


def test_a_batch_that_kills_its_runs_is_given_up_and_told(watch: Watch) -> None:
    write_reports(watch.home.landing / "wire", "quetta.txt")
    for _ in range(3):
        (request,) = watch.tick()
        watch.begin(request, DagsterRunStatus.FAILURE)
    assert watch.tick() == []
    assert watch.said is not None
    assert watch.said.endswith(f"given up after 3 runs, see `sitrep status`: {request.partition_key}")


def test_a_command_at_work_is_not_disturbed(watch: Watch) -> None:
    write_reports(watch.home.landing / "wire", "quetta.txt")
    with watch.home.intake_lock():
        assert watch.tick() == []
        assert watch.said == "A command is at work in this home: the next look comes after it."
    assert len(watch.tick()) == 1


def test_what_a_command_took_in_is_not_taken_again(watch: Watch) -> None:
    write_reports(watch.home.landing / "wire", "quetta.txt")
    done = Place(watch.home).run(watch.home.landing / "wire")
    assert done.code == 0, done.out + done.err
    assert watch.tick() == []
    assert watch.said == "1 files in landing/, 1 read and known before"


def test_status_says_what_waits(watch: Watch) -> None:
    def said() -> str:
        done = call("status", "--home", watch.home.path)
        assert done.code == 0, done.err
        return next(line for line in done.out.splitlines() if line.startswith("Landing: "))

    assert said() == "Landing: no file waits"
    write_reports(watch.home.landing / "wire", "quetta.txt", "khartoum.txt")
    assert said() == "Landing: 2 files wait for the sensor"
    watch.home.settings_file.write_text("[landing]\nsettle_seconds = 900\n")
    assert said() == "Landing: 2 still change"
    watch.home.settings_file.write_text(SETTINGS)
    watch.tick()
    assert said() == "Landing: no file waits"
    with watch.home.intake_lock():  # somebody takes files in: nobody waits for them
        write_reports(watch.home.landing / "wire", "mogadishu.txt")
        assert said() == "Landing: 1 files wait for the sensor"


def test_a_run_that_lives_is_not_buried(watch: Watch) -> None:
    from dagster_project.liveness import alive

    write_reports(watch.home.landing / "wire", "quetta.txt")
    (request,) = watch.tick()
    run = watch.begin(request, DagsterRunStatus.STARTED)
    with alive(watch.home, run.run_id):
        assert bury(watch.home, watch.instance) == ()
    assert watch.instance.get_run_by_id(run.run_id).status is DagsterRunStatus.STARTED
