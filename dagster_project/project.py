"""The whole project: assets, checks, jobs, resources.

What belongs here: putting them together. What does not: any of them. This makes no home and writes no file: of the
home only its settings are read, for what is done by the clock; it is opened when a run starts.
"""

from __future__ import annotations

from pathlib import Path

import dagster as dg

from assets.cleaned_text import cleaned_text
from assets.extracted_events import extracted_events
from assets.raw_text import raw_text
from assets.report import report_asset
from assets.warehouse import published_tables, warehouse_asset
from dagster_project.desk import desk_resource, home_path
from dagster_project.jobs import ingest_job, publish_job
from dagster_project.progress import Reporter
from dagster_project.sensors.landing import landing_sensor
from dagster_project.storage import parquet
from sitrep.store import settings
from sitrep.store.home import Home


def build_definitions(home: Path | None = None, reporter: Reporter | None = None) -> dg.Definitions:
    """The project over one home (by default the one that the environment names when a run starts)."""
    chosen = settings.load(Home(home_path(home)))
    tables = published_tables()
    keys = [dg.AssetKey([table.schema, table.name]) for table in tables]
    return dg.Definitions(
        assets=[raw_text, cleaned_text, extracted_events, warehouse_asset(tables), report_asset(keys)],
        jobs=[ingest_job(), publish_job([*keys, dg.AssetKey("report")])],
        sensors=[landing_sensor(home, chosen.landing.check_seconds)],
        resources={"desk": desk_resource(home, reporter), "io_manager": parquet},
        executor=dg.in_process_executor,
    )
