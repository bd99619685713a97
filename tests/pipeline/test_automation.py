"""What happens by itself: when a publish is due, what the clock asks for, who is told of a failure, second tries."""

from __future__ import annotations

import datetime as dt
import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from assets.retries import can_pass
from dagster_project import runs
from dagster_project.instance import open_instance
from dagster_project.jobs import PUBLISH
from dagster_project.project import build_definitions
from dagster_project.sensors.publishing import waiting
from sitrep.sources import read_paths
from sitrep.store import alerts, batches, publishes, settings, stages
from tests.pipeline.breakers import lose_a_delivery
from tests.pipeline.conftest import Place, wrap
from tests.pipeline.reports import AS_OF, PICTURE, write_bytes, write_reports

NOON = dt.datetime(2024, 3, 10, 12, tzinfo=dt.UTC)


@pytest.fixture
def instance(copy: Place) -> Iterator[dg.DagsterInstance]:
    with open_instance(copy.home) as found:
        yield found


@pytest.fixture
def defs(copy: Place) -> dg.Definitions:
    return build_definitions(copy.home.path)


def take_in(place: Place, folder: Path) -> str:
    """A batch that nobody has read yet."""
    day = dt.date.fromisoformat(AS_OF)
    (batch_id,) = batches.make_batches(place.home, read_paths([folder]), day, batches.Size(10), NOON).new
    return batch_id


def ticked(defs: dg.Definitions, instance: dg.DagsterInstance, schedule: str) -> dg.RunRequest | dg.SkipReason | Any:
    """What a schedule asks for at noon."""
    repository = defs.get_repository_def()
    context = dg.build_schedule_context(instance, scheduled_execution_time=NOON, repository_def=repository)
    return repository.get_schedule_def(schedule).evaluate_tick(context)


def alerts_of(
    defs: dg.Definitions, instance: dg.DagsterInstance, place: Place, sensor: str, run_id: str
) -> list[alerts.Alert]:
    """What is in the outbox once a sensor has looked at a run."""
    run = instance.get_run_by_id(run_id)
    assert run is not None
    failed = run.status is dg.DagsterRunStatus.FAILURE
    kind = dg.DagsterEventType.RUN_FAILURE if failed else dg.DagsterEventType.RUN_SUCCESS
    (record,) = instance.get_records_for_run(run_id, of_type=kind).records
    event = record.event_log_entry.dagster_event
    assert event is not None
    context: Any = dg.build_run_status_sensor_context(sensor, event, instance, run)
    definition = defs.get_repository_def().get_sensor_def(sensor)
    definition(context.for_run_failure() if failed else context)  # type: ignore[operator]
    return [one.alert for one in alerts.outbox(place.home)]


def test_a_publish_is_due_when_a_batch_was_read_that_the_warehouse_lacks(
    copy: Place, tmp_path: Path, instance: dg.DagsterInstance, defs: dg.Definitions
) -> None:
    assert waiting(copy.home, instance, NOON).why == "The warehouse holds every batch that passed its gates."
    batch_id = take_in(copy, write_reports(tmp_path / "late", "islamabad.txt"))
    assert waiting(copy.home, instance, NOON).versions == ()
    asked = ticked(defs, instance, "ingest_by_the_clock").run_requests
    assert [(one.partition_key, one.tags["sitrep/by"]) for one in asked] == [(batch_id, "clock")]
    assert runs.ingest(defs, instance, batch_id).success

    found = waiting(copy.home, instance, NOON)
    version = stages.version(copy.home, "extracted_events", batch_id)
    assert (found.why, found.versions) == (None, (f"{batch_id} {version}",))
    sensor = defs.get_repository_def().get_sensor_def("publish_when_ready")
    (request,) = sensor.evaluate_tick(dg.build_sensor_context(instance=instance)).run_requests or ()
    assert request.tags["sitrep/batches"] == "1"
    (by_clock,) = ticked(defs, instance, "publish_by_the_clock").run_requests
    assert by_clock.tags["sitrep/by"] == "publish_by_the_clock"

    job = defs.resolve_job_def(PUBLISH)
    going_on = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED, tags=job.tags)
    assert "A publish is going on" in str(waiting(copy.home, instance, NOON).why)
    instance.report_run_failed(going_on)
    publishes.roll_back(copy.home, publishes.Rollback(1, 2, NOON, "wrong tolls"))
    assert "Put back to publish 1" in str(waiting(copy.home, instance, NOON).why)


def test_a_refusal_is_told_by_gate_rule_count_and_link(
    copy: Place, tmp_path: Path, instance: dg.DagsterInstance, defs: dg.Definitions
) -> None:
    copy.home.settings_file.write_text('[ui]\nurl = "https://desk.example.org/"\n')
    batch_id = take_in(copy, write_bytes(tmp_path / "bad", a__png=PICTURE, b__png=PICTURE + b"2"))
    outcome = runs.ingest(defs, instance, batch_id)
    assert not outcome.success
    for _ in range(2):  # a run is told of once
        (alert,) = alerts_of(defs, instance, copy, "alert_on_failure", outcome.run_id)
    assert (alert.job, alert.batch_id, alert.error) == ("ingest", batch_id, None)
    assert [(one.gate, one.rule, one.count) for one in alert.findings] == [
        ("cleaned_text", "cleaned_text.document.volume", 2)
    ]
    assert alert.link == f"https://desk.example.org/runs/{outcome.run_id}"


def test_a_publish_that_the_gate_refused_is_told_with_the_batches_kept_out(
    copy: Place, tmp_path: Path, instance: dg.DagsterInstance, defs: dg.Definitions, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch_id = take_in(copy, write_reports(tmp_path / "late", "islamabad.txt"))
    assert runs.ingest(defs, instance, batch_id).success
    lose_a_delivery(monkeypatch)
    outcome = runs.publish(defs, instance)
    (alert,) = alerts_of(defs, instance, copy, "alert_on_failure", outcome.run_id)
    assert {(one.gate, one.rule) for one in alert.findings} == {("core", "core.delivery.deliveries_accounted")}
    assert f"batch {batch_id} kept out" in alert.findings[0].observed


def test_what_broke_off_is_told_with_its_error(
    copy: Place, tmp_path: Path, instance: dg.DagsterInstance, defs: dg.Definitions, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch_id = take_in(copy, write_reports(tmp_path / "late", "islamabad.txt"))

    def fail(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    wrap(monkeypatch, "sitrep.clean.clean_batch", fail)
    outcome = runs.ingest(defs, instance, batch_id)
    (alert,) = alerts_of(defs, instance, copy, "alert_on_failure", outcome.run_id)
    assert alert.findings == ()
    assert "No space left on device" in str(alert.error)
    assert "A run broke off" in alert.what_to_do


def test_what_can_pass_is_tried_again_and_nothing_else(
    copy: Place, tmp_path: Path, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy.home.settings_file.write_text("[retries]\ntimes = 2\nwait_seconds = 0\n")
    batch_id = take_in(copy, write_reports(tmp_path / "late", "islamabad.txt"))
    troubles: list[Exception] = [TimeoutError("a slow disk"), ConnectionResetError("gone")]

    def once(frames: Any, *_: Any) -> Any:
        if troubles:
            raise troubles.pop(0)
        return frames

    wrap(monkeypatch, "sitrep.clean.clean_batch", once)
    assert runs.ingest(build_definitions(copy.home.path), instance, batch_id).success
    assert troubles == []


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        pytest.param(TimeoutError("slow"), True, id="a timeout"),
        pytest.param(OSError(errno.ESTALE, "stale"), True, id="a disk of the network"),
        pytest.param(OSError(errno.ENOSPC, "full"), False, id="a full disk"),
        pytest.param(ValueError("bad"), False, id="a fault of the program"),
        pytest.param(FileNotFoundError("lost"), False, id="a lost file"),
    ],
)
def test_which_errors_can_pass(error: Exception, expected: bool) -> None:
    assert can_pass(error) is expected
    outer = RuntimeError("outer")
    outer.__cause__ = error
    assert can_pass(outer) is expected


def test_a_database_that_another_process_holds_can_pass(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "a.db"
    with sqlite3.connect(path, timeout=0) as first:
        first.execute("create table t (a)")
        first.execute("begin exclusive")
        with pytest.raises(sqlite3.OperationalError) as raised:
            sqlite3.connect(path, timeout=0).execute("insert into t values (1)")
    assert can_pass(raised.value)


def test_the_marts_have_to_be_fresh_and_the_settings_say_how(copy: Place) -> None:
    copy.home.settings_file.write_text("[freshness]\nwarn_hours = 5\nfail_hours = 9\n")
    specs = {spec.key.to_user_string(): spec for spec in build_definitions(copy.home.path).resolve_all_asset_specs()}
    policy: Any = specs["mart/incident_daily"].freshness_policy
    assert (policy.warn_window.to_timedelta(), policy.fail_window.to_timedelta()) == (
        dt.timedelta(hours=5),
        dt.timedelta(hours=9),
    )
    assert specs["raw_text"].freshness_policy is None


def test_the_clock_reads_stale_batches_again_and_no_others(
    copy: Place, instance: dg.DagsterInstance, defs: dg.Definitions
) -> None:
    assert "Every batch was read" in ticked(defs, instance, "reextract_by_the_clock").skip_message
    copy.home.ontology.mkdir()
    entry = "{id: group.dune-falcons, name: Dune Falcons Brigade, kind: insurgent, country: ML}"
    (copy.home.ontology / "a.yaml").write_text(f"about: x\nsource: y\nentries:\n- {entry}\n")
    asked = ticked(defs, instance, "reextract_by_the_clock").run_requests
    assert sorted(one.partition_key for one in asked) == sorted(copy.batch_ids())


def test_schedules_can_be_moved_and_taken_out(copy: Place) -> None:
    copy.home.settings_file.write_text('[schedules]\npublish = "*/5 * * * *"\nprune = ""\n')
    assert settings.load(copy.home).schedules.publish == "*/5 * * * *"
    made = build_definitions(copy.home.path).get_repository_def().schedule_defs
    lines = {one.name: one.cron_schedule for one in made}
    assert lines["publish_by_the_clock"] == "*/5 * * * *"
    assert "prune_by_the_clock" not in lines
