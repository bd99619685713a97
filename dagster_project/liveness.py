"""Which runs are going on, by locks that the kernel frees when a process dies.

What belongs here: a lock file a run. What does not: what to do about dead runs (recovery).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from sitrep.store.home import Home


@contextmanager
def alive(home: Home, run_id: str | None) -> Iterator[None]:
    """Hold the run's lock as long as its process works on it."""
    if run_id is None:
        yield
        return
    path = _path(home, run_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(path):
            yield
    finally:
        path.unlink(missing_ok=True)


def is_dead(home: Home, run_id: str) -> bool:
    """Whether a run held its lock once and nobody holds it now."""
    path = _path(home, run_id)
    if not path.exists():
        return False
    try:
        with FileLock(path, timeout=0):
            return True
    except Timeout:
        return False


def forget(home: Home, run_id: str) -> None:
    """Remove the lock file of a dead run."""
    _path(home, run_id).unlink(missing_ok=True)


def _path(home: Home, run_id: str) -> Path:
    return home.dagster / "alive" / f"{run_id}.lock"
