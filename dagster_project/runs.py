"""Running the jobs from a command: in this process, on record in the home's instance.

What belongs here: starting a run and telling how it ended. What does not: what it does (jobs), or saying it (cli).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import dagster as dg

from assets.partitions import BATCHES
from dagster_project.jobs import INGEST, PUBLISH

#: Runs of commands carry it: of these at most one goes on at a time, by the lock on the home.
BY_COMMAND = {"sitrep/by": "command"}
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended; the error is of a step that broke, not of a gate that refused."""

    run_id: str
    success: bool
    error: str | None = None


def ingest(defs: dg.Definitions, instance: dg.DagsterInstance, batch_id: str) -> Outcome:
    """Take one batch through its stages."""
    instance.add_dynamic_partitions(str(BATCHES.name), [batch_id])
    return _run(defs, instance, INGEST, partition_key=batch_id)


def publish(defs: dg.Definitions, instance: dg.DagsterInstance) -> Outcome:
    """Bring into the warehouse what is not there yet."""
    return _run(defs, instance, PUBLISH)


def report(defs: dg.Definitions, instance: dg.DagsterInstance) -> Outcome:
    """Write the report of a warehouse that was published without it."""
    return _run(defs, instance, PUBLISH, asset_selection=[dg.AssetKey("report")])


def _run(defs: dg.Definitions, instance: dg.DagsterInstance, job: str, **options: Any) -> Outcome:
    result = defs.resolve_job_def(job).execute_in_process(
        instance=instance, raise_on_error=False, run_config=_QUIET, tags=BY_COMMAND, **options
    )
    return Outcome(result.run_id, result.success, None if result.success else _error(result))


def _error(result: dg.ExecuteInProcessResult) -> str | None:
    """What broke: the innermost cause, in one line; None where a gate refused."""
    for event in result.all_events:
        data = event.event_specific_data
        error = getattr(data, "error", None)
        if event.event_type_value in ("STEP_FAILURE", "RUN_FAILURE", "PIPELINE_FAILURE") and error is not None:
            if getattr(data, "user_failure_data", None) is not None:
                return None
            while error.cause is not None:
                error = error.cause
            return error.message.strip().splitlines()[0]
    return "the run ended without saying why"
