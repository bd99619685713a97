"""The stage raw_text: what arrived.

What belongs here: the asset. What does not: reading sources (sitrep.sources), making batches (sitrep.store).
"""

import dagster as dg

from assets.again import of_deliveries
from assets.checks import stage_checks
from assets.partitions import BATCHES, OWNERS
from assets.ports import Desk, Yielded
from assets.retries import second_try
from sitrep.store.batches import read_deliveries


@dg.asset(
    partitions_def=BATCHES,
    group_name="ingest",
    kinds={"parquet"},
    owners=OWNERS,
    tags={"stage": "raw_text"},
    check_specs=stage_checks("raw_text"),
)
@second_try
def raw_text(context: dg.AssetExecutionContext, desk: dg.ResourceParam[Desk]) -> Yielded:
    """Every record of a batch as it arrived: its bytes, where they came from, and what its sidecar says of it.

    One row is one delivery. Nothing is decoded yet: what an outlet, a feed or a person handed over stands here byte
    for byte, so that every later figure can be traced to it. Files that cannot be read are in quarantine.
    """
    yield from desk.unchanged(context) or _arrived(context, desk)


def _arrived(context: dg.AssetExecutionContext, desk: Desk) -> Yielded:
    frames = {"delivery": read_deliveries(desk.home, context.partition_key)}
    yield from desk.gate(context, of_deliveries(frames, desk.again(context)))
