"""What tests of several rooms share: one whole run of the command line on corpus/, and the order of the files.

What belongs here: fixtures that more than one folder of tests uses. What does not: anything that one folder needs.
"""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parents[1]

#: The reports of corpus/ are older than this day: a run as of it reads them as a run of today does.
AS_OF = "2026-01-01"

#: Handed out first, so that no process works on one of them alone when the others are done. The first few are told by
#: name, as they need different homes: nobody waits for another to make the one that all copy.
SLOW = (
    "pipeline/test_gates.py",
    "pipeline/test_one_bad_row.py",
    "evaluation/test_shared.py",
    "pipeline/test_step_by_step.py",
    "pipeline/",
    "evaluation/test_corpus.py",
    "warehouse/test_amend.py",
    "resolve/test_advance.py",
    "sql/",
    "project/",
)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What is collected stays: to look through it again and again was a fifth of the collecting."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow files before the others, each with its tests in their order."""
    items.sort(key=lambda item: _rank(item.nodeid.removeprefix("tests/")))


def pytest_collection_finish() -> None:
    """What the tests have loaded stays: the collector looks through it no more, which took a tenth of a run's time."""
    gc.collect()
    gc.freeze()


def _rank(name: str) -> int:
    return next((rank for rank, prefix in enumerate(SLOW) if name.startswith(prefix)), len(SLOW))


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder made by the first process of a test session that asks for it, for all of them to look at."""
    base = factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = root / name
    with FileLock(root / f"{name}.lock"):
        if not (folder / "whole").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            (folder / "whole").touch()
    return folder


@dataclass(frozen=True)
class Run:
    """One run of `sitrep run`: its home, how it ended, and what it printed."""

    home: Path
    code: int
    printed: str

    @property
    def warehouse(self) -> Path:
        return self.home / "warehouse" / "sitrep.duckdb"


def sitrep(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, as a user calls it."""
    command = [sys.executable, "-c", "from dagster_project.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def corpus_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """corpus/ run whole into a home of its own. Read it; a test that writes makes its own home."""

    def make(folder: Path) -> None:
        done = sitrep("run", ROOT / "corpus", "--home", folder / "home", "--as-of", AS_OF)
        (folder / "printed").write_text(done.stdout + done.stderr)
        (folder / "code").write_text(str(done.returncode))

    folder = made_once(tmp_path_factory, "corpus", make)
    return Run(folder / "home", int((folder / "code").read_text()), (folder / "printed").read_text())
