"""The Dagster instance of a home: its runs and events lie under it, so that the UI over the same home sees them.

What belongs here: the instance's settings. What does not: runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from dagster_project.sqlite import engines_kept, write_ahead
from sitrep import files
from sitrep.store.home import Home

SETTINGS = """\
# Written once; change it to move runs and events to another store (deploy/container/dagster.yaml: PostgreSQL).
telemetry:
  enabled: false
nux:
  enabled: false
concurrency:
  pools:
    default_limit: 1
    granularity: op
  runs:
    max_concurrent_runs: 2
    # Fetching waits more than it works: it must not take all places from what reads and publishes.
    tag_concurrency_limits:
      - {key: sitrep/fetch, limit: 1}
run_monitoring:
  enabled: true
  start_timeout_seconds: 120
  poll_interval_seconds: 30
  free_slots_after_run_end_seconds: 60
# A run whose process died is started again; one that a gate refused would be refused again.
run_retries:
  enabled: true
  max_retries: 2
  retry_on_asset_or_op_failure: false
freshness:
  enabled: true
retention:
  schedule:
    purge_after_days: 30
  sensor:
    purge_after_days: {skipped: 7, failure: 30, success: 90}
# Steps print nothing: what they have to say is in events and metadata.
compute_logs:
  module: dagster._core.storage.noop_compute_log_manager
  class: NoOpComputeLogManager
"""


def prepare(home: Home, settings: str = SETTINGS) -> bool:
    """Write the instance's settings where there are none yet; whether they were."""
    path = home.dagster / "dagster.yaml"
    if path.exists():
        return False
    files.write_bytes(path, settings.encode())
    return True


@contextmanager
def open_instance(home: Home) -> Iterator[dg.DagsterInstance]:
    """The home's instance."""
    prepare(home)
    with (
        write_ahead(home.dagster.resolve()),
        dg.DagsterInstance.from_config(str(home.dagster)) as instance,
        engines_kept(instance),
    ):
        yield instance
