"""The home: its folders, and that one run at a time works on it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitrep.store.home import Home, HomeBusy

HOLDER = """
import sys
from pathlib import Path
from sitrep.store.home import Home
with Home(Path(sys.argv[1])).lock():
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_by_another_process(home: Home) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDER, str(home.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield holder
        finally:
            holder.kill()


def test_opening_makes_every_folder(tmp_path: Path) -> None:
    home = Home(tmp_path / "new" / "home").open()
    assert sorted(path.name for path in home.path.iterdir()) == [
        "batches",
        "dagster",
        "intake",
        "landing",
        "ledger",
        "quality",
        "reports",
        "stages",
        "warehouse",
    ]


def test_a_second_process_is_told_that_the_home_is_busy(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with held_by_another_process(home), pytest.raises(HomeBusy), home.lock(wait=False):
        pass


def test_a_second_process_says_that_it_waits_and_goes_on_when_the_first_dies(tmp_path: Path) -> None:
    home, said = Home(tmp_path), []
    with held_by_another_process(home) as holder:

        def on_wait() -> None:
            said.append("waiting")
            holder.kill()

        with home.lock(on_wait=on_wait):
            assert said == ["waiting"]


def test_one_process_may_take_it_twice(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with home.lock(), home.lock(wait=False):
        pass
    with home.lock(wait=False):
        pass
