"""Sources by the clock: a job and a schedule each.

What belongs here: when a source is asked. What does not: what a visit does and tells (visits).
"""

from __future__ import annotations

from collections.abc import Sequence

import dagster as dg
from dagster import RunsFilter

from assets.feeds import source_key
from dagster_project.sensors.publishing import GOING_ON
from sitrep.sources.settings import Source

#: Runs that fetch carry it: an instance may hold them to so many at a time, as they wait more than they work.
FETCH_TAG = "sitrep/fetch"


def fetch_jobs(sources: Sequence[Source]) -> list[dg.UnresolvedAssetJobDefinition]:
    """One job a source."""
    return [
        dg.define_asset_job(
            _name(one),
            selection=[source_key(one)],
            executor_def=dg.in_process_executor,
            tags={FETCH_TAG: one.name},
            description=f"Asks {one.name} what is new, and drops it in landing/.",
        )
        for one in sources
    ]


def fetch_schedules(sources: Sequence[Source]) -> list[dg.ScheduleDefinition]:
    """One schedule a source that is enabled, running from the first."""
    return [_schedule(one) for one in sources if one.enabled]


def _schedule(source: Source) -> dg.ScheduleDefinition:
    @dg.schedule(
        name=_name(source),
        job_name=_name(source),
        cron_schedule=source.cron,
        execution_timezone=source.timezone,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description=f"When {source.name} is asked what is new.",
    )
    def ask(context: dg.ScheduleEvaluationContext) -> dg.RunRequest | dg.SkipReason:
        """A run, unless the last one waits or goes on: visits that take longer than their pause do not pile up."""
        if context.instance.get_runs_count(RunsFilter(job_name=_name(source), statuses=GOING_ON)):
            return dg.SkipReason("The last visit is not over yet.")
        return dg.RunRequest()

    return ask


def _name(source: Source) -> str:
    return f"fetch_{source.identifier}"
