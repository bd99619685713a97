"""The sensors that tell people: one for runs that failed, one for batches that a publish kept out, one that delivers.

What belongs here: when to look, and at what. What does not: what an alert says, and sending it (notify).

A failure is written to the outbox first and delivered from there: a mail server that is down for an hour loses nothing.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import dagster as dg

from dagster_project import notify
from dagster_project.desk import home_path
from sitrep.store import alerts, settings
from sitrep.store.home import Home

_RUNNING = dg.DefaultSensorStatus.RUNNING
_EVERY = 30  # seconds


def alert_sensors(home: Path | None) -> list[dg.SensorDefinition]:
    """The sensors of one home (by default the one that the environment names when they are asked)."""

    @dg.run_failure_sensor(
        name="alert_on_failure",
        default_status=_RUNNING,
        minimum_interval_seconds=_EVERY,
        description="Writes an alert for every run that a gate refused or that broke off.",
    )
    def alert_on_failure(context: dg.RunFailureSensorContext) -> None:
        if context.dagster_run.tags.get("dagster/will_retry") != "true":
            post(Home(home_path(home)), context.dagster_run, error_of(context))

    @dg.run_status_sensor(
        run_status=dg.DagsterRunStatus.SUCCESS,
        name="alert_on_batches_kept_out",
        default_status=_RUNNING,
        minimum_interval_seconds=_EVERY,
        description="Writes an alert for every publish that went through without a batch that the gates refused.",
    )
    def alert_on_batches_kept_out(context: dg.RunStatusSensorContext) -> None:
        post(Home(home_path(home)), context.dagster_run, None)

    @dg.sensor(
        name="deliver_alerts",
        default_status=_RUNNING,
        minimum_interval_seconds=_EVERY,
        description="Brings alerts to the channels of sitrep.toml; one that does not take them is tried again.",
    )
    def deliver_alerts(_: dg.SensorEvaluationContext) -> dg.SkipReason:
        place = Home(home_path(home))
        counts = notify.deliver(place, settings.load(place))
        return dg.SkipReason(f"{counts['sent']} delivered, {counts['failed']} not taken")

    return [alert_on_failure, alert_on_batches_kept_out, deliver_alerts]


def post(home: Home, run: dg.DagsterRun, error: str | None) -> None:
    """Put what is to be told of a run into the outbox, if anything."""
    alert = notify.alert_of(home, run, dt.datetime.now(dt.UTC), error, settings.load(home).ui.url)
    if alert is not None:
        alerts.put(home, alert)


def error_of(context: dg.RunFailureSensorContext) -> str:
    """What broke, in one line: the innermost cause of the first step that failed."""
    for event in context.get_step_failure_events():
        error = event.step_failure_data.error
        while error is not None and error.cause is not None:
            error = error.cause
        if error is not None:
            return error.message.strip().splitlines()[0]
    return (context.failure_event.message or "the run ended without saying why").strip().splitlines()[0]
