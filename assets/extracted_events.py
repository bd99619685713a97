"""The stage extracted_events: what the texts say happened.

What belongs here: the asset. What does not: how text is read (sitrep.extract).
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
    tags={"stage": "extracted_events"},
    check_specs=stage_checks("extracted_events"),
)
@second_try
def extracted_events(context: dg.AssetExecutionContext, desk: dg.ResourceParam[Desk], cleaned_text: Frames) -> Yielded:
    """Mentions: each statement of an event in a document, with who, whom, where, when, how many, and the words.

    One report of one attack gives several mentions (headline, lead, a later paragraph); which mentions speak of the
    same incident is decided at publishing. A mention whose words are not in the text is in quarantine.
    """
    yield from desk.unchanged(context) or _read(context, desk, cleaned_text)


def _read(context: dg.AssetExecutionContext, desk: Desk, cleaned_text: Frames) -> Yielded:
    from sitrep.extract import ENGINE, ENGINE_VERSION, extract_batch

    batch, ontology = desk.batch(context.partition_key), desk.ontology()
    texts = of_deliveries(cleaned_text, desk.again(context))
    frames = extract_batch(texts, ontology, batch.as_of, desk.progress("reading"))
    compare = {**cleaned_text, "as_of": batch.as_of, "event_types": frozenset(ontology.types)}
    yield from desk.gate(
        context, frames, compare, {"engine": f"{ENGINE} {ENGINE_VERSION}", "ontology": ontology.version}
    )
