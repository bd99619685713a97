"""Putting right what a killed run left behind; called with the home's lock held.

What belongs here: finding dead runs, freeing what they hold. What does not: doing their work again (the next run does).
"""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass

import dagster as dg
from dagster import DagsterRunStatus, RunsFilter

from assets.warehouse import POOL
from dagster_project.liveness import forget, is_dead
from dagster_project.runs import BY_COMMAND
from sitrep import files
from sitrep.store import publishes
from sitrep.store.home import Home

_GOING_ON = [
    DagsterRunStatus.NOT_STARTED,
    DagsterRunStatus.STARTING,
    DagsterRunStatus.STARTED,
    DagsterRunStatus.CANCELING,
]

#: Seconds from the launch of a run to its first word. A code location that is reloaded lets the runs of the one before
#: go on; a process that needs longer finds its run marked as failed, does nothing, and the run is asked for again.
START = 30


@dataclass(frozen=True, slots=True)
class Repair:
    """What was found and put right."""

    runs: tuple[str, ...] = ()
    files: int = 0
    publishes: tuple[int, ...] = ()


def repair(home: Home, instance: dg.DagsterInstance) -> Repair:
    """Mark dead runs as failed, free their slots, remove half-written files, settle a publish cut short."""
    dead = bury(home, instance)
    with home.publish_lock():
        settled = publishes.settle(home)
    removed = sum(
        files.sweep(folder) for folder in (home.stages, home.batches, home.ledger, home.warehouse, home.reports)
    )
    return Repair(dead, removed, tuple(settled))


def bury(home: Home, instance: dg.DagsterInstance, since: dt.datetime | None = None) -> tuple[str, ...]:
    """Mark runs whose processes died as failed, and free their slots: no one else would for some minutes.

    `since` is when the code location began, if it is the one that asks: runs that were launched before and have not
    begun are lost with the processes that it replaced.
    """
    going_on = instance.get_runs(RunsFilter(statuses=_GOING_ON))
    dead = [run for run in going_on if _is_dead(home, run) or (since and _never_began(instance, run, since))]
    for run in dead:
        instance.report_run_failed(run, "Its process died: found out, and put right.")
        instance.event_log_storage.free_concurrency_slots_for_run(run.run_id)
        forget(home, run.run_id)
    _free_slots_of_ended_runs(instance)
    return tuple(run.run_id for run in dead)


def _is_dead(home: Home, run: dg.DagsterRun) -> bool:
    """Commands hold the home's lock, and we hold it now; other runs hold a lock of their own."""
    return run.tags.items() >= BY_COMMAND.items() or is_dead(home, run.run_id)


def _never_began(instance: dg.DagsterInstance, run: dg.DagsterRun, since: dt.datetime) -> bool:
    """A run of an earlier code location that said nothing: it holds no lock yet, by which its death could be seen."""
    if run.status is not DagsterRunStatus.STARTING:
        return False
    launched = instance.get_run_stats(run.run_id).launch_time
    return launched is not None and launched < min(since.timestamp(), time.time() - START)


def _free_slots_of_ended_runs(instance: dg.DagsterInstance) -> None:
    """A slot outlives its run's process; nobody waits for one that has ended."""
    storage = instance.event_log_storage
    info = storage.get_concurrency_info(POOL)
    holders = {one.run_id for one in (*info.claimed_slots, *info.pending_steps)}
    for run_id in holders:
        run = instance.get_run_by_id(run_id)
        if run is None or run.is_finished:
            storage.free_concurrency_slots_for_run(run_id)
