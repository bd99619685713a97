"""What tests of several rooms share: one whole run of the command line on corpus/, made once a session.

What belongs here: fixtures that more than one folder of tests uses. What does not: anything that one folder needs.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

#: The reports of corpus/ are older than this day: a run as of it reads them as a run of today does.
AS_OF = "2026-01-01"


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
    home = tmp_path_factory.mktemp("corpus") / "home"
    done = sitrep("run", ROOT / "corpus", "--home", home, "--as-of", AS_OF)
    return Run(home, done.returncode, done.stdout + done.stderr)
