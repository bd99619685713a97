"""The sensor over landing/: files become batches, batches become runs of `ingest`.

What belongs here: asking for runs. What does not: looking at the folder (sitrep.store.intake), publishing.

What has come in is kept in the home, not in Dagster's cursor: the cursor only shows what the last look found, so that
an instance that is lost or begun anew costs nothing. A batch whose run never came, or died, is asked for again.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import dagster as dg
from dagster import DagsterRun, RunsFilter

from assets.partitions import BATCHES
from dagster_project.jobs import INGEST
from dagster_project.recovery import bury
from dagster_project.sensors.making import Watch, sensor
from sitrep.store import settings
from sitrep.store.home import Home, HomeBusy
from sitrep.store.intake import Look, look

WATCH = Watch(
    "landing",
    INGEST,
    "Takes in what is dropped in landing/: settled files become batches, and batches runs of ingest.",
)
#: Runs of one batch that end without a word from a gate (killed, or a fault of the program), before a person must look.
TRIES = 3
#: A run that died is asked for again by the sensor itself, which knows whether its batch still needs one.
BY_SENSOR = {"sitrep/by": "landing", "dagster/max_retries": "0"}
_PARTITION = "dagster/partition"


def landing_sensor(home: Path | None, seconds: int) -> dg.SensorDefinition:
    """The sensor of one home, asked every so many seconds."""
    loaded_at = dt.datetime.now(dt.UTC)

    def ask(place: Home, context: dg.SensorEvaluationContext) -> dg.SensorResult:
        place.open()
        try:
            with place.lock(wait=False):
                bury(place, context.instance, since=loaded_at)
            found = look(place, settings.load(place), dt.datetime.now(dt.UTC))
        except HomeBusy:
            return dg.SensorResult(skip_reason="A command is at work in this home: the next look comes after it.")
        return answer(found, context.instance)

    return sensor(WATCH, home, seconds, ask)


def answer(found: Look, instance: dg.DagsterInstance) -> dg.SensorResult:
    """What one look means for Dagster."""
    requests, lost = runs_for(found.in_hand, instance)
    cursor = json.dumps({**asdict(found), "new": list(found.new), "given_up": lost})
    if not requests:
        return dg.SensorResult(skip_reason=_said(found, lost), cursor=cursor)
    names = [str(request.partition_key) for request in requests]
    return dg.SensorResult(
        run_requests=requests, dynamic_partitions_requests=[BATCHES.build_add_request(names)], cursor=cursor
    )


def runs_for(batch_ids: Sequence[str], instance: dg.DagsterInstance) -> tuple[list[dg.RunRequest], list[str]]:
    """A run for each batch in hand that nobody works on, and the batches that were tried often enough."""
    requests, lost = [], []
    tried = _runs_of(batch_ids, instance)
    for batch_id in batch_ids:
        runs = tried[batch_id]
        if any(not run.is_finished for run in runs):
            continue
        if len(runs) >= TRIES:
            lost.append(batch_id)
            continue
        key = f"{batch_id}/{len(runs)}" if runs else batch_id
        requests.append(dg.RunRequest(run_key=key, partition_key=batch_id, tags=BY_SENSOR))
    return requests, lost


def _runs_of(batch_ids: Sequence[str], instance: dg.DagsterInstance) -> dict[str, list[DagsterRun]]:
    found: dict[str, list[DagsterRun]] = defaultdict(list)
    if batch_ids:
        for run in instance.get_runs(RunsFilter(job_name=INGEST, tags={_PARTITION: list(batch_ids)})):
            found[run.tags[_PARTITION]].append(run)
    return found


def _said(found: Look, lost: Sequence[str]) -> str:
    """Why nothing is to do, in words."""
    parts = [f"{found.lying} files in landing/"]
    parts += [f"{found.settling} still changing"] if found.settling else []
    parts += [f"{found.waiting} waiting for the next batch"] if found.waiting else []
    parts += [f"{found.known} read and known before"] if found.known else []
    parts += [f"{len(found.in_hand)} batches at work"] if found.in_hand else []
    parts += [f"cannot be read: {'; '.join(found.unreadable[:5])}"] if found.unreadable else []
    parts += [f"given up after {TRIES} runs, see `sitrep status`: {', '.join(lost)}"] if lost else []
    return ", ".join(parts)
