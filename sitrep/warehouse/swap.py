"""The moment of publishing: a finished file takes the place of the last one, which is kept.

What belongs here: files and their names. What does not: what is in them.

Readers that hold the old file keep reading it; whoever opens the path afterwards, in a process without an open handle
on it, reads the new one. The caller holds the home's lock: one publish at a time.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

_VERSION = re.compile(r"\.v(\d{6})\.duckdb$")


class CandidateNotClosed(RuntimeError):
    """The candidate is missing, or a write-ahead log beside it says that it was not closed."""


def swap(candidate: Path, target: Path, keep: int = 5) -> None:
    """Puts `candidate` in the place of `target` by one rename; the last `keep` versions stay under versions/."""
    if not candidate.is_file() or _log(candidate).exists():
        raise CandidateNotClosed(f"{candidate} is no closed database file")
    target.parent.mkdir(parents=True, exist_ok=True)
    _sync(candidate)
    if target.exists():
        _keep(target)
    _log(target).unlink(missing_ok=True)  # of a writer that died: it would be replayed into the new file
    candidate.replace(target)
    _sync(target.parent)
    _prune(target, keep)


def versions(target: Path) -> tuple[Path, ...]:
    """The kept versions, oldest first."""
    folder = target.parent / "versions"
    found = [path for path in folder.glob(f"{target.stem}.v*.duckdb") if _VERSION.search(path.name)]
    return tuple(sorted(found))


def go_back(target: Path, version: Path, keep: int = 5) -> None:
    """Makes a kept version the published one again; the one that it replaces is kept in its turn."""
    candidate = target.with_name(f"{target.stem}.back.duckdb")
    shutil.copyfile(version, candidate)
    swap(candidate, target, keep)


def _keep(target: Path) -> None:
    folder = target.parent / "versions"
    folder.mkdir(exist_ok=True)
    kept = versions(target)
    last = int(_VERSION.search(kept[-1].name).group(1)) if kept else 0  # type: ignore[union-attr]
    path = folder / f"{target.stem}.v{last + 1:06d}.duckdb"
    try:
        os.link(target, path)  # the same bytes under a second name: nothing is copied
    except OSError:
        shutil.copyfile(target, path)


def _prune(target: Path, keep: int) -> None:
    kept = versions(target)
    for path in kept[: max(len(kept) - keep, 0)]:
        path.unlink()


def _log(path: Path) -> Path:
    return path.with_name(path.name + ".wal")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
