"""The sensor that publishes what was read: it asks the home what the warehouse lacks, not which run ended.

What belongs here: when a publish is due. What does not: publishing (publish), the clock's own publish (schedules).

A condition on the assets would miss what is read while a publish goes on: the tables are newer then than the batch that
they do not hold. The home knows; so nothing is missed, whoever read the batch, and after any loss of Dagster's state.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

import dagster as dg
from dagster import DagsterRunStatus, RunsFilter

from dagster_project.jobs import INGEST, JOB_TAG, PUBLISH, REBUILD, REEXTRACT, REPLAY_QUARANTINE
from dagster_project.sensors.making import Watch, sensor
from sitrep.store import batches, publishes, settings, stages
from sitrep.store.home import Home

WATCH = Watch(
    "publish_when_ready",
    PUBLISH,
    "Publishes when batches were read that the warehouse does not hold: all that are ready at once.",
)
GOING_ON = [
    DagsterRunStatus.QUEUED,
    DagsterRunStatus.NOT_STARTED,
    DagsterRunStatus.STARTING,
    DagsterRunStatus.STARTED,
    DagsterRunStatus.CANCELING,
]
TRIES = 3  # publishes of the same batches that died or broke off, before a person must look
_READING = (INGEST, REEXTRACT, REPLAY_QUARANTINE)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The batches that the warehouse lacks, at their versions, and why they still wait, if they should."""

    versions: tuple[str, ...]
    why: str | None = None

    @property
    def key(self) -> str:
        """A name for what waits: the same batches at the same versions are asked for once."""
        return hashlib.sha256("\n".join(self.versions).encode()).hexdigest()[:16]


def publish_sensor(home: Path | None, seconds: int) -> dg.SensorDefinition:
    """The sensor of one home, asked every so many seconds."""

    def ask(place: Home, context: dg.SensorEvaluationContext) -> dg.SensorResult:
        found = waiting(place, context.instance, dt.datetime.now(dt.UTC))
        if found.why:
            return dg.SensorResult(skip_reason=found.why)
        return dg.SensorResult(run_requests=[request(found, f"{found.key}/{_tries(context.instance, found)}")])

    return sensor(WATCH, home, seconds, ask)


def request(found: Waiting, run_key: str | None = None, by: str = "publish_when_ready") -> dg.RunRequest:
    """The run that publishes what waits."""
    tags = {"sitrep/by": by, "sitrep/waiting": found.key, "sitrep/batches": str(len(found.versions))}
    return dg.RunRequest(run_key=run_key, tags=tags)


def waiting(home: Home, instance: dg.DagsterInstance, now: dt.datetime) -> Waiting:
    """What a publish would bring in now, or why none is due."""
    held, newest = publishes.held(home), publishes.last(home)
    ready = sorted(one for one, state in batches.states(home, held).items() if state == "extracted")
    versions = tuple(f"{one} {stages.version(home, stages.LAST, one)}" for one in ready)
    back = publishes.rolled_back(home)
    if back and back.on_hold:
        return Waiting(versions, f"Put back to publish {back.seq} until `sitrep warehouse release`: {back.reason}")
    if not ready:
        return Waiting(versions, "The warehouse holds every batch that passed its gates.")
    if _runs(instance, PUBLISH, REBUILD):
        return Waiting(versions, "A publish is going on; what it does not take follows after it.")
    patience = dt.timedelta(minutes=settings.load(home).schedules.publish_at_least_every_minutes)
    if newest and now - newest.at < patience and _runs(instance, *_READING):
        return Waiting(versions, "More batches are being read: they are published together.")
    found = Waiting(versions)
    tries = _tries(instance, found)
    if tries >= TRIES:
        return Waiting(versions, f"{tries} publishes of these batches broke off: see their runs.")
    return found


def _runs(instance: dg.DagsterInstance, *jobs: str) -> bool:
    wanted = (RunsFilter(statuses=GOING_ON, tags={JOB_TAG: job}) for job in jobs)
    return any(instance.get_runs_count(one) for one in wanted)


def _tries(instance: dg.DagsterInstance, found: Waiting) -> int:
    """How often the same batches were asked for; those that a gate refused are marked, and wait no longer."""
    return instance.get_runs_count(RunsFilter(tags={JOB_TAG: PUBLISH, "sitrep/waiting": found.key}))
