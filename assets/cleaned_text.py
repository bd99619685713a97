"""The stage cleaned_text: what of the raw text is news.

What belongs here: the asset. What does not: how text is cleaned (sitrep.clean).
"""

import dagster as dg

from assets.again import of_deliveries
from assets.checks import stage_checks
from assets.partitions import BATCHES, OWNERS
from assets.ports import Desk, Frames, Yielded
from assets.retries import second_try


@dg.asset(
    partitions_def=BATCHES,
    group_name="ingest",
    kinds={"parquet"},
    owners=OWNERS,
    tags={"stage": "cleaned_text"},
    check_specs=stage_checks("cleaned_text"),
)
@second_try
def cleaned_text(context: dg.AssetExecutionContext, desk: dg.ResourceParam[Desk], raw_text: Frames) -> Yielded:
    """The news text of each document, with title, byline and date, and every stretch that cleaning removed.

    `document` has the text and a map of its offsets to the raw text; `cut` has what was taken out and by which rule:
    the two together account for every character. Pages without readable text are in quarantine.
    """
    yield from desk.unchanged(context) or _cleaned(context, desk, raw_text)


def _cleaned(context: dg.AssetExecutionContext, desk: Desk, raw_text: Frames) -> Yielded:
    from sitrep.clean import clean_batch

    batch, rules = desk.batch(context.partition_key), desk.cleaning_rules()
    arrived = of_deliveries(raw_text, desk.again(context))
    frames = clean_batch(arrived["delivery"], batch.as_of, rules, desk.progress("cleaning"))
    yield from desk.gate(context, frames, {"as_of": batch.as_of}, {"cleaning rules": rules.version})
