"""The deployment as the README starts it, with its real processes: what is dropped in landing/ and what a feed brings
is in the warehouse exactly once, although everything is killed half way."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sitrep.store import batches, publishes
from tests.pipeline.conftest import Place
from tests.pipeline.reports import REPORTS, write_reports, write_text
from tests.pipeline.test_feeds import article
from tests.pipeline.test_ui import Server, hear_signals, wait_for
from tests.sources.fetching.conftest import rss
from tests.sources.fetching.server import Site, serving

pytestmark = pytest.mark.system
SETTINGS = """
[landing]
settle_seconds = 1
batch_minutes = 0
check_seconds = 2

[[sources]]
name = "feed"
kind = "rss"
url = "{site}/feed"
cron = "* * * * *"
allow_private = true
politeness = {{ seconds_between = 0 }}
"""
RUNS = "{ runsOrError { ... on Runs { results { jobName status } } } }"


def report(number: int) -> str:
    """A report like no other."""
    day = 1 + number % 9
    return (
        f"Shelling kills {number + 3} in Khartoum\n\nKHARTOUM, March {day}, 2024 - Shelling by the Rapid Support Forces"
        f" killed {number + 3} civilians at market number {number} in Khartoum on March {day}, doctors said.\n"
    )


class Deployment:
    """`sitrep ui` on a home: webserver, daemon and code location."""

    def __init__(self, place: Place, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-c", "from dagster_project.cli import main; main()", "ui"]
        with log.open("ab") as said:
            self._process = subprocess.Popen(
                [*command, "--home", str(place.home.path), "--port", str(port)],
                cwd=Path(__file__).parents[2],
                stdout=said,
                stderr=said,
                start_new_session=True,
                preexec_fn=hear_signals,
            )
        self.server = Server(port)

    def runs(self, job: str, *statuses: str) -> int:
        """How many runs of a job are in one of some states."""
        found = self.server.ask(RUNS)["runsOrError"]["results"]
        return sum(run["jobName"] == job and run["status"] in statuses for run in found)

    def kill(self) -> None:
        """SIGKILL to webserver, daemon, code location and the runs at work, all at once."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def end(self) -> None:
        """As a terminal ends it."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                self.kill()


@contextmanager
def deployed(place: Place, log: Path) -> Iterator[Deployment]:
    started = Deployment(place, log)
    try:
        wait_for(started.server.is_up)
        yield started
    finally:
        started.end()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        made.put("/feed", rss("/quetta", "/mogadishu"))
        made.put("/quetta", article(REPORTS["quetta.txt"]))
        made.put("/mogadishu", article(REPORTS["mogadishu.txt"]))
        yield made


def delivered(place: Place) -> dict[str, int]:
    """How often each file is in the warehouse, by its source and the beginning of its name."""
    if not place.home.warehouse_file.exists():
        return {}
    with duckdb.connect(str(place.home.warehouse_file), read_only=True) as connection:
        rows: list[tuple[Any, ...]] = connection.execute(
            "select source_name, raw_path, count(*) from core.delivery group by all"
        ).fetchall()
    return {f"{source}/{path}": count for source, path, count in rows}


def has(place: Place, names: set[str]) -> Callable[[], bool]:
    """Whether all of these are in the warehouse, and every batch of the home."""

    def is_so() -> bool:
        states = batches.states(place.home, publishes.held(place.home))
        return names <= delivered(place).keys() and set(states.values()) == {"published"}

    return is_so


def test_what_comes_in_is_in_the_warehouse_exactly_once(place: Place, site: Site, tmp_path: Path) -> None:
    place.home.open().settings_file.write_text(SETTINGS.format(site=site.address))
    wire, log = place.home.landing / "wire", tmp_path / "said.txt"
    write_reports(wire, "khartoum.txt")
    with deployed(place, log) as first:
        wait_for(lambda: first.runs("ingest", "STARTED", "SUCCESS"))
        write_text(wire / "deep" / "er", one__txt=report(1))  # while a run goes on
        part = write_text(wire, two__txt__part=report(2)) / "two.txt.part"
        wait_for(lambda: first.runs("ingest", "SUCCESS"))
        write_text(wire, three__txt=report(3))
        wait_for(lambda: first.runs("ingest", "QUEUED", "NOT_STARTED", "STARTING", "STARTED"))
        first.kill()
    part.rename(part.with_suffix(""))  # whole at last, while nobody looks
    for name in ("khartoum.txt", "khartoum.txt.meta.json"):
        (wire / name).rename(wire / name.replace("khartoum", "again"))
    write_text(place.home.landing / "desk", four__txt=report(4))
    with deployed(place, log) as second:
        wait_for(lambda: second.runs("ingest", "STARTED", "SUCCESS") > 1)
        write_text(wire, five__txt=report(5))
        write_text(wire, three_again__txt=report(3))  # delivered again under another name
        wait_for(lambda: any(name.startswith("feed/") for name in delivered(place)))
        names = {"wire/khartoum.txt", "wire/deep/er/one.txt", "wire/three.txt", "wire/five.txt", "desk/four.txt"}
        wait_for(has(place, {*names, "wire/two.txt"}))
    found = delivered(place)
    assert {name for name in found if not name.startswith("feed/")} == {*names, "wire/two.txt"}
    assert len([name for name in found if name.startswith("feed/")]) == 2
    assert set(found.values()) == {1}
    assert site.paths().count("/quetta") == 1
