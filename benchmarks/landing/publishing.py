"""How long the sensor that publishes takes to see that nothing is to do, where many batches stand.

    python -m benchmarks.landing.publishing [BATCHES]

What belongs here: wall and processor time of one answer of `publish_when_ready`, with all batches published and with
ten that are not. What does not: whether the answer is right (tests/pipeline/test_automation.py, tests/store).
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import dagster as dg

from dagster_project.instance import open_instance
from dagster_project.sensors.publishing import Waiting, waiting
from sitrep.store.home import Home

ROUNDS = 30  # the fastest one counts, so that other work on the machine does not
NOON = dt.datetime(2026, 3, 10, 12, tzinfo=dt.UTC)
LONG_AGO = NOON.timestamp() - 3600


def fill(home: Home, first: int, batches: int) -> dict[str, str]:
    """Batches that passed their gates, with the small files that say so; the version of each."""
    versions = {f"{number:016x}": f"{number * 7:016x}" for number in range(first, first + batches)}
    for number, (batch_id, version) in enumerate(versions.items(), start=first):
        created_at = NOON - dt.timedelta(minutes=10 * number)
        manifest = {"batch_id": batch_id, "as_of": "2026-03-10", "created_at": created_at.isoformat()}
        _write(home.batches / batch_id / "manifest.json", {**manifest, "deliveries": 1, "source_names": ["wire"]})
        mark = {"version": version, "inputs": {}, "rows": {}, "code": ""}
        _write(home.stages / "extracted_events" / batch_id / "current.json", mark)
    return versions


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(value), encoding="utf-8")
    os.utime(path.parent, (LONG_AGO, LONG_AGO))


def published(home: Home, versions: dict[str, str]) -> None:
    """A publish that holds them."""
    record = {"seq": 1, "at": NOON.isoformat(), "run_id": "one", "batches": versions}
    _write(home.ledger / "publishes" / "000001" / "publish.json", record)
    home.warehouse_file.touch()


def timed(home: Home, instance: dg.DagsterInstance) -> tuple[float, float, Waiting]:
    """Wall and processor seconds of an answer."""
    wall, processor = time.perf_counter(), time.process_time()
    found = waiting(home, instance, NOON)
    return time.perf_counter() - wall, time.process_time() - processor, found


def main(count: int) -> None:
    """Ask once with everything new, then again."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder)).open()
        published(home, fill(home, 0, count))
        with open_instance(home) as instance:
            wall, processor, _ = timed(home, instance)
            print(f"{count} batches, never looked at before: {wall:.2f} s, processor {processor:.2f} s")
            wall, processor, found = min((timed(home, instance) for _ in range(ROUNDS)), key=lambda one: one[0])
            print(f"nothing new: {wall:.2f} s, processor {processor:.2f} s ({found.why})")
            fill(home, count, 10)
            wall, processor, found = timed(home, instance)
            print(f"{len(found.versions)} new batches: {wall:.2f} s, processor {processor:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
