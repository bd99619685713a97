"""The report: the warehouse as one page for readers.

What belongs here: the asset. What does not: the page (sitrep.report).
"""

from collections.abc import Sequence

import dagster as dg

from assets.partitions import OWNERS
from assets.ports import Desk


def report_asset(tables: Sequence[dg.AssetKey]) -> dg.AssetsDefinition:
    """The report, which rests on every table."""

    @dg.asset(deps=tables, group_name="report", kinds={"html"}, owners=OWNERS, code_version="1")
    def report(desk: dg.ResourceParam[Desk]) -> dg.MaterializeResult:
        """One self-contained page: what is in the warehouse, incidents with their words, disputed tolls, quarantine."""
        return dg.MaterializeResult(metadata=desk.write_report())

    return report
