"""The jobs: what can be asked of the deployment, each with the assets that it makes.

What belongs here: which assets a job makes, and how. What does not: when (schedules, automation), or by whom (runs).
Steps take fractions of a second, so they run in the run's own process; batches spread over machines as runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import dagster as dg

INGEST, PUBLISH, REBUILD, REEXTRACT = "ingest", "publish", "rebuild_warehouse", "reextract"
PRUNE = "prune"
REPLAY_QUARANTINE = "replay_quarantine"
#: Which job a run belongs to, also where Dagster names a backfill otherwise.
JOB_TAG = "sitrep/job"
STAGES = ("raw_text", "cleaned_text", "extracted_events")


def batch_jobs() -> list[dg.UnresolvedAssetJobDefinition]:
    """The jobs that work on one batch: each of its partitions is one."""
    return [
        _batch_job(
            INGEST,
            STAGES,
            "Takes one batch through its stages. Batches know nothing of each other: run them in any order. A stage "
            "that would come out as it stands is skipped.",
        ),
        _batch_job(
            REEXTRACT,
            STAGES[-1:],
            "Reads the cleaned texts of a batch again, with the engine and the names of now; nothing is fetched or "
            "cleaned. A backfill over all batches follows a new ontology: those that it does not touch are skipped.",
        ),
        _batch_job(
            REPLAY_QUARANTINE,
            STAGES,
            "Reads the quarantined rows of a batch again, after a rule or the ontology was mended, and nothing else: "
            "all that are open, or those of the order that the tag sitrep/replay names.",
        ),
    ]


def _batch_job(name: str, stages: Sequence[str], description: str) -> dg.UnresolvedAssetJobDefinition:
    return dg.define_asset_job(
        name,
        selection=list(stages),
        executor_def=dg.in_process_executor,
        tags=tags_of(name),
        description=description,
    )


def warehouse_jobs(keys: Sequence[dg.AssetKey]) -> list[dg.UnresolvedAssetJobDefinition]:
    """The jobs that make the warehouse and its report: one at a time, by their pool and a lock."""
    return [
        _warehouse_job(
            PUBLISH,
            keys,
            "Resolves every extracted batch that the warehouse does not hold, and swaps the new file in.",
        ),
        _warehouse_job(
            REBUILD,
            keys,
            "Builds the warehouse from nothing, out of the stages and the ledger, and swaps it in: the same rows, the "
            "same ids. After a change to sql/, a restore, or a doubt.",
        ),
    ]


def _warehouse_job(name: str, keys: Sequence[dg.AssetKey], description: str) -> dg.UnresolvedAssetJobDefinition:
    return dg.define_asset_job(
        name, selection=list(keys), executor_def=dg.in_process_executor, tags=tags_of(name), description=description
    )


def tags_of(name: str) -> Mapping[str, str]:
    """The tags of a job's runs."""
    return {JOB_TAG: name}
