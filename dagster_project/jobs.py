"""The two jobs: one batch through its stages, and all that is new into the warehouse.

What belongs here: which assets a job makes, and how. What does not: when (sensors, schedules), or by whom (runs).
Steps take fractions of a second, so they run in the run's own process; batches spread over machines as runs.
"""

from __future__ import annotations

from collections.abc import Sequence

import dagster as dg

from assets.partitions import BATCHES

INGEST, PUBLISH = "ingest", "publish"


def ingest_job() -> dg.UnresolvedAssetJobDefinition:
    """One batch: raw_text, cleaned_text, extracted_events."""
    return dg.define_asset_job(
        INGEST,
        selection=["raw_text", "cleaned_text", "extracted_events"],
        partitions_def=BATCHES,
        executor_def=dg.in_process_executor,
        description="Takes one batch through its stages. Batches know nothing of each other: run them in any order.",
    )


def publish_job(keys: Sequence[dg.AssetKey]) -> dg.UnresolvedAssetJobDefinition:
    """Every batch that is not in the warehouse yet: tables, marts, report."""
    return dg.define_asset_job(
        PUBLISH,
        selection=list(keys),
        executor_def=dg.in_process_executor,
        description="Resolves every extracted batch that the warehouse does not hold, and swaps the new file in.",
    )
