"""The checks that each asset reports: one for each suite of its stage, and for tables those of sql/checks.

What belongs here: their names and descriptions. What does not: running them.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import dagster as dg

from assets.partitions import BATCHES
from expectations import load_suite
from sitrep.schemas import STAGES


def stage_checks(stage: str) -> Sequence[dg.AssetCheckSpec]:
    """One check for each frame of a stage, with a history for each batch."""
    return [_spec(stage, frame) for frame in STAGES[stage]]


def _spec(stage: str, frame: str) -> dg.AssetCheckSpec:
    suite = load_suite(f"{stage}.{frame}")
    rules = "\n".join(f"- **{rule.id}** ({rule.level}): {rule.reason}" for rule in suite.rules)
    with warnings.catch_warnings():
        # A check of a partitioned asset keeps one status a partition only with this argument, still in preview.
        warnings.simplefilter("ignore")
        return dg.AssetCheckSpec(
            name=frame, asset=stage, description=f"{suite.about}\n\n{rules}", blocking=True, partitions_def=BATCHES
        )
