"""The whole project: assets, checks, jobs, resources.

What belongs here: putting them together. What does not: any of them. This makes no home and writes no file: of the
home only its settings, rules and names are read; it is opened when a run starts.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import dagster as dg

from assets.cleaned_text import cleaned_text
from assets.extracted_events import extracted_events
from assets.feeds import source_asset
from assets.raw_text import raw_text
from assets.report import report_asset
from assets.warehouse import published_tables, warehouse_asset
from dagster_project.desk import desk_resource, home_path
from dagster_project.feeds import fetch_jobs, fetch_schedules
from dagster_project.jobs import batch_jobs, warehouse_jobs
from dagster_project.progress import Reporter
from dagster_project.pruning import prune_job
from dagster_project.schedules import schedules
from dagster_project.sensors.alerts import alert_sensors
from dagster_project.sensors.landing import landing_sensor
from dagster_project.sensors.publishing import publish_sensor
from dagster_project.storage import parquet
from dagster_project.versions import code_versions
from sitrep.store import settings
from sitrep.store.home import Home


def build_definitions(home: Path | None = None, reporter: Reporter | None = None) -> dg.Definitions:
    """The project over one home (by default the one that the environment names)."""
    place = Home(home_path(home))
    tables, chosen = published_tables(), settings.load(place)
    keys = [dg.AssetKey([table.schema, table.name]) for table in tables]
    return dg.Definitions(
        assets=[
            *_stages(place),
            warehouse_asset(tables, _freshness(chosen)),
            report_asset(keys),
            *map(source_asset, chosen.sources),
        ],
        jobs=[
            *batch_jobs(),
            *warehouse_jobs([*keys, dg.AssetKey("report")]),
            prune_job(),
            *fetch_jobs(chosen.sources),
        ],
        sensors=[
            landing_sensor(home, chosen.landing.check_seconds),
            publish_sensor(home, chosen.landing.check_seconds),
            *alert_sensors(home),
        ],
        schedules=[*schedules(home, chosen.schedules), *fetch_schedules(chosen.sources)],
        resources={"desk": desk_resource(home, reporter), "io_manager": parquet},
        executor=dg.in_process_executor,
    )


def _stages(place: Home) -> list[dg.AssetsDefinition]:
    """The stages of a batch, under the versions of their code and rules: by these Dagster tells what is stale."""
    code = code_versions(place)
    return [
        asset.map_asset_specs(lambda spec: spec.replace_attributes(code_version=code[spec.key.to_user_string()]))
        for asset in (raw_text, cleaned_text, extracted_events)
    ]


def _freshness(chosen: settings.Settings) -> dg.FreshnessPolicy:
    hours = chosen.freshness
    return dg.FreshnessPolicy.time_window(
        fail_window=dt.timedelta(hours=hours.fail_hours), warn_window=dt.timedelta(hours=hours.warn_hours)
    )
