"""What starts by the clock: the nets below the sensors, and the work of the night.

What belongs here: schedules and what they ask for. What does not: jobs, sensors, the times (sitrep.toml).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import dagster as dg
from dagster import RunsFilter

from dagster_project.desk import home_path
from dagster_project.jobs import INGEST, PRUNE, PUBLISH, REEXTRACT
from dagster_project.sensors.publishing import GOING_ON, request, waiting
from dagster_project.versions import STAGES, code_versions, is_current
from sitrep.store import batches, publishes, stages
from sitrep.store.home import Home
from sitrep.store.settings import Schedules

#: So many batches are asked for in one night: a backfill over a large archive takes several.
_A_NIGHT = 500
_PARTITION = "dagster/partition"
Requests = Iterator[dg.RunRequest | dg.SkipReason]


def schedules(home: Path | None, when: Schedules) -> list[dg.ScheduleDefinition]:
    """The schedules of one home; one whose cron line is empty is left out."""
    running, stopped = dg.DefaultScheduleStatus.RUNNING, dg.DefaultScheduleStatus.STOPPED
    made = [
        (INGEST, when.ingest, running, _unread, "Batches that were never read to the end, and that no run is reading."),
        (PUBLISH, when.publish, running, _unpublished, "Batches that the sensor did not bring in."),
        (REEXTRACT, when.reextract, stopped, _stale, "Batches that were read with another engine or other names."),
        (PRUNE, when.prune, stopped, _always, "Takes away what the settings no longer keep."),
    ]
    return [_schedule(home, *one) for one in made if one[1]]


def _schedule(
    home: Path | None,
    job: str,
    cron: str,
    status: dg.DefaultScheduleStatus,
    ask: Callable[[Home, dg.ScheduleEvaluationContext], Requests],
    description: str,
) -> dg.ScheduleDefinition:
    def evaluate(context: dg.ScheduleEvaluationContext) -> Requests:
        yield from ask(Home(home_path(home)), context)

    return dg.ScheduleDefinition(
        name=f"{job}_by_the_clock",
        job_name=job,
        cron_schedule=cron,
        execution_timezone="UTC",
        execution_fn=evaluate,
        default_status=status,
        description=description,
    )


def _unread(home: Home, context: dg.ScheduleEvaluationContext) -> Requests:
    states = batches.states(home, publishes.held(home))
    going_on = _partitions_in_work(context.instance)
    lost = [one for one, state in states.items() if state == "new" and one not in going_on]
    yield from _batches(context, lost, "No batch is waiting to be read.")


def _unpublished(home: Home, context: dg.ScheduleEvaluationContext) -> Requests:
    found = waiting(home, context.instance, dt.datetime.now(dt.UTC))
    yield dg.SkipReason(found.why) if found.why else request(found, by="publish_by_the_clock")


def _stale(home: Home, context: dg.ScheduleEvaluationContext) -> Requests:
    code, going_on = code_versions(home), _partitions_in_work(context.instance)
    stale = [
        one.batch_id
        for one in batches.list_batches(home)
        if one.batch_id not in going_on
        and stages.version(home, STAGES[-2], one.batch_id)
        and not is_current(home, one.batch_id, STAGES[-1], code)
    ]
    yield from _batches(context, stale[:_A_NIGHT], "Every batch was read with this engine and these names.")


def _always(_: Home, __: dg.ScheduleEvaluationContext) -> Requests:
    yield dg.RunRequest()


def _batches(context: dg.ScheduleEvaluationContext, found: list[str], none: str) -> Requests:
    known = set(context.instance.get_dynamic_partitions("batches"))
    context.instance.add_dynamic_partitions("batches", [one for one in found if one not in known])
    at = f"{context.scheduled_execution_time:%Y%m%dT%H%M}"
    for one in found:
        yield dg.RunRequest(run_key=f"{one}@{at}", partition_key=one, tags={"sitrep/by": "clock"})
    if not found:
        yield dg.SkipReason(none)


def _partitions_in_work(instance: dg.DagsterInstance) -> set[str]:
    runs = instance.get_runs(RunsFilter(statuses=GOING_ON))
    return {run.tags[_PARTITION] for run in runs if _PARTITION in run.tags}
