"""Sources that are fetched: what lies of them in landing/.

What belongs here: one asset a source. What does not: fetching (sitrep.sources.fetching), and when (its schedule).
"""

import dagster as dg

from assets.partitions import OWNERS
from assets.ports import Desk, Yielded
from sitrep.sources.settings import Source


def source_key(source: Source) -> dg.AssetKey:
    """The asset of a source."""
    return dg.AssetKey(["landing", source.identifier])


def source_asset(source: Source) -> dg.AssetsDefinition:
    """The pages of one source, as files that the landing sensor takes in."""

    @dg.asset(
        key=source_key(source),
        group_name="sources",
        kinds={source.kind},
        owners=OWNERS,
        code_version="1",
        output_required=False,
        description=f"What {source.name} has brought, as it came, with what its listing says of each page in a sidecar."
        f" Asked at `{source.cron}` ({source.timezone}): {source.url or f'{len(source.urls)} pages'}",
    )
    def fetched(desk: dg.ResourceParam[Desk]) -> Yielded:
        said = desk.fetch(source.name)
        if said is not None:
            yield dg.MaterializeResult(metadata=said)

    return fetched
