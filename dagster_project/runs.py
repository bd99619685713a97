"""Running the jobs from a command: in this process, on record in the home's instance.

What belongs here: starting a run and telling how it ended. What does not: what it does (jobs), or saying it (cli).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import dagster as dg

from assets.partitions import BATCHES
from dagster_project.desk import FORCE
from dagster_project.jobs import INGEST, PUBLISH, REBUILD, REEXTRACT, REPLAY_QUARANTINE
from dagster_project.replay import ORDER

#: Runs of commands carry it: of these at most one goes on at a time, by the lock on the home.
BY_COMMAND = {"sitrep/by": "command"}
#: Who gave the command gives it again: the daemon does not.
NO_RERUN = {"dagster/max_retries": "0"}
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended; the error is of a step that broke, not of a gate that refused."""

    run_id: str
    success: bool
    error: str | None = None


def ingest(defs: dg.Definitions, instance: dg.DagsterInstance, batch_id: str) -> Outcome:
    """Take one batch through its stages."""
    return _of_batch(defs, instance, INGEST, batch_id)


def reextract(defs: dg.Definitions, instance: dg.DagsterInstance, batch_id: str, force: bool = False) -> Outcome:
    """Read the cleaned texts of a batch again."""
    return _of_batch(defs, instance, REEXTRACT, batch_id, tags={FORCE: "true"} if force else {})


def remake(defs: dg.Definitions, instance: dg.DagsterInstance, batch_id: str, stages: Sequence[str]) -> Outcome:
    """Make some stages of a batch again."""
    return _of_batch(defs, instance, INGEST, batch_id, asset_selection=[dg.AssetKey(one) for one in stages])


def replay(
    defs: dg.Definitions, instance: dg.DagsterInstance, batch_id: str, order: str, stages: Sequence[str]
) -> Outcome:
    """Read the rows of an order again, from the stage on that refused the first of them."""
    selection = [dg.AssetKey(one) for one in stages]
    return _of_batch(defs, instance, REPLAY_QUARANTINE, batch_id, tags={ORDER: order}, asset_selection=selection)


def publish(defs: dg.Definitions, instance: dg.DagsterInstance) -> Outcome:
    """Bring into the warehouse what is not there yet."""
    return _run(defs, instance, PUBLISH)


def rebuild(defs: dg.Definitions, instance: dg.DagsterInstance) -> Outcome:
    """Build the warehouse from nothing."""
    return _run(defs, instance, REBUILD)


def report(defs: dg.Definitions, instance: dg.DagsterInstance) -> Outcome:
    """Write the report of a warehouse that was published without it."""
    return _run(defs, instance, PUBLISH, asset_selection=[dg.AssetKey("report")])


def _of_batch(defs: dg.Definitions, instance: dg.DagsterInstance, job: str, batch_id: str, **options: Any) -> Outcome:
    instance.add_dynamic_partitions(str(BATCHES.name), [batch_id])
    return _run(defs, instance, job, partition_key=batch_id, **options)


def _run(
    defs: dg.Definitions,
    instance: dg.DagsterInstance,
    job: str,
    tags: Mapping[str, str] | None = None,
    **options: Any,
) -> Outcome:
    result = defs.resolve_job_def(job).execute_in_process(
        instance=instance,
        raise_on_error=False,
        run_config=_QUIET,
        tags={**BY_COMMAND, **NO_RERUN, **(tags or {})},
        **options,
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
