"""Turns at a host: so many at a time, so long after one another, whoever asks."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import threading
from pathlib import Path

from sitrep.sources.fetching.clock import Clock
from sitrep.sources.fetching.turns import Turns

NOW = dt.datetime(2024, 3, 10, 12, tzinfo=dt.UTC)
HOLDER = """
import sys
from pathlib import Path
from sitrep.sources.fetching.clock import Clock
from sitrep.sources.fetching.turns import Turns
with Turns(Path(sys.argv[1]), Clock()).at("host", 0, 1):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_each_turn_comes_so_long_after_the_one_before_of_whichever_process(tmp_path: Path) -> None:
    waited: list[float] = []
    clock = Clock(lambda: NOW, waited.append)
    for turns in (Turns(tmp_path, clock), Turns(tmp_path, clock), Turns(tmp_path, clock)):
        with turns.at("host", 5, 1):
            pass
    with Turns(tmp_path, clock).at("another", 5, 1):
        pass
    assert waited == [0, 5, 10, 0]


def test_a_turn_noted_under_another_clock_is_not_waited_for(tmp_path: Path) -> None:
    waited: list[float] = []
    with Turns(tmp_path, Clock(lambda: NOW + dt.timedelta(days=9), waited.append)).at("host", 5, 1):
        pass
    with Turns(tmp_path, Clock(lambda: NOW, waited.append)).at("host", 5, 1):
        pass
    assert waited == [0, 0]


def test_a_place_is_held_against_other_processes_and_freed_by_their_death(tmp_path: Path) -> None:
    got = threading.Event()

    def ask() -> None:
        with Turns(tmp_path, Clock()).at("host", 0, 1):
            got.set()

    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        assert not got.wait(0.2)
        other.kill()
        asking.join(30)
    assert got.is_set()
