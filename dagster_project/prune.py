"""What a home need not keep: found first, so that it can be shown, then taken away.

What belongs here: choosing, and removing. What does not: when (schedules), words (cli), what a publish tidies anyway.

Never touched: batches, standing stages and those that the warehouse holds, the ledger. A rebuild reads these alone.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import dagster as dg
from dagster import DagsterEventType, DagsterRun, DagsterRunStatus, RunsFilter

from sitrep.store import alerts, batches, publishes, stages
from sitrep.store.home import Home
from sitrep.store.settings import Settings

_ENDED = [DagsterRunStatus.SUCCESS, DagsterRunStatus.FAILURE, DagsterRunStatus.CANCELED]
_PAGE = 200  # runs looked at together: memory stays bounded over years of them


@dataclass(frozen=True, slots=True)
class Surplus:
    """What may go: files and folders by their kind, and runs of Dagster by their ids."""

    versions: tuple[Path, ...] = ()  # of the warehouse, beyond those to keep
    stages: tuple[Path, ...] = ()  # superseded, and held by nothing
    alerts: tuple[Path, ...] = ()  # delivered long ago
    runs: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """All files and folders."""
        return (*self.versions, *self.stages, *self.alerts)

    @property
    def megabytes(self) -> float:
        """What the files and folders take; a version that is the same file under another name frees nothing."""
        return sum(_size(path) for path in self.paths) / 1_000_000


def surplus(home: Home, instance: dg.DagsterInstance, chosen: Settings, now: dt.datetime) -> Surplus:
    """What the settings no longer keep."""
    from sitrep.warehouse import versions

    kept = versions(home.warehouse_file)
    held, keep = publishes.held(home), chosen.warehouse.keep_versions
    old = [
        path
        for batch in batches.list_batches(home)
        for path in stages.superseded(home, batch.batch_id, held.get(batch.batch_id))
    ]
    days = chosen.retention
    return Surplus(
        versions=kept[: max(len(kept) - keep, 0)],
        stages=tuple(old),
        alerts=tuple(alerts.delivered_before(home, now - dt.timedelta(days=days.alert_days))),
        runs=tuple(_old_runs(home, instance, now - dt.timedelta(days=days.run_days))),
    )


def remove(found: Surplus, instance: dg.DagsterInstance) -> None:
    """Take it away."""
    for path in found.paths:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    for run_id in found.runs:
        instance.delete_run(run_id)


def _old_runs(home: Home, instance: dg.DagsterInstance, before: dt.datetime) -> Iterator[str]:
    """Ended runs of long ago, save those that made what stands or that a mark of a refused batch names."""
    kept = _standing_runs(instance) | _named_runs(home)
    for run in _ended(instance, before):
        if run.run_id not in kept:
            yield run.run_id


def _ended(instance: dg.DagsterInstance, before: dt.datetime) -> Iterator[DagsterRun]:
    cursor = None
    while page := instance.get_runs(RunsFilter(statuses=_ENDED, created_before=before), cursor=cursor, limit=_PAGE):
        yield from page
        cursor = page[-1].run_id


def _standing_runs(instance: dg.DagsterInstance) -> frozenset[str]:
    """The runs of the latest materialisation of each asset and of each of its partitions."""
    made, found = DagsterEventType.ASSET_MATERIALIZATION, set()
    for key in instance.all_asset_keys():
        latest = sorted(instance.event_log_storage.get_latest_storage_id_by_partition(key, made).values())
        for start in range(0, len(latest), _PAGE):
            wanted = dg.AssetRecordsFilter(asset_key=key, storage_ids=latest[start : start + _PAGE])
            found |= {record.run_id for record in instance.fetch_materializations(wanted, limit=_PAGE).records}
        found |= {record.run_id for record in instance.fetch_materializations(key, limit=1).records}
    return frozenset(found)


def _named_runs(home: Home) -> frozenset[str]:
    marks = (batches.refusal(home, batch.batch_id) for batch in batches.list_batches(home))
    return frozenset(mark.run_id for mark in marks if mark)


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(_size(one) for one in path.iterdir())
    found = path.stat()
    return found.st_size if found.st_nlink == 1 else 0
