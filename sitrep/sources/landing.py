"""The landing folder: which files lie there, and whether they still look as they did.

What belongs here: walking, temporary names, and the stamp that tells a file from what it was before. What does not:
knowing what was there before (sitrep.store.known), taking files in (sitrep.store.intake), reading them (paths).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sitrep.sources.paths import SIDECAR_SUFFIX

#: What programs call a file that they are still writing; they rename it when it is whole.
UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".aria2", ".swp", "~")
_NOT_TAKEN = (SIDECAR_SUFFIX, *UNFINISHED)


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the landing folder, with its sidecar if it has one."""

    path: str  # below the landing folder, with / between folders
    stamp: str  # sizes and times of file and sidecar: another stamp means that it may hold something else
    size: int  # bytes, without the sidecar
    changed_at: float  # seconds since 1970: when file or sidecar last changed in any way

    @property
    def key(self) -> str:
        """The path as the index has it."""
        return key_of(self.path)


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in a landing folder, held against what was known of it."""

    lying: int  # files in all
    changed: tuple[Found, ...]  # those that look different, or were not there
    gone: frozenset[str]  # keys of those that are not there any more
    closed: tuple[str, ...]  # folders that could not be looked into, with the reason


def scan(landing: Path, known: Mapping[str, str]) -> Folder:
    """Hold every file that is not a sidecar, hidden or unfinished against its known stamp; no file is opened."""
    walk = _Walk(dict(known))
    walk.into(str(landing), "")
    gone = frozenset() if walk.closed else frozenset(walk.left)
    return Folder(walk.lying, tuple(walk.changed), gone, tuple(walk.closed))


def stamp_now(landing: Path, found: Found) -> str | None:
    """How a file looks at this moment; None where it is gone."""
    path = landing / found.path
    try:
        beside = (_stat(path.with_name(name)) for name in _sidecar_names(path.name))
        return _stamp(path.stat(), next((one for one in beside if one), None))
    except OSError:
        return None


def source_of(landing: Path, found: Found) -> tuple[Path, str]:
    """The folder and name of the source that a file is from: the first folder below landing/, or landing/ itself."""
    first, slash, _ = found.path.partition("/")
    return (landing / first, first) if slash else (landing, landing.name)


class _Walk:
    """A walk through a landing folder. A hundred thousand known files take a second: what is known costs a stat."""

    def __init__(self, known: dict[str, str]) -> None:
        self.left = known  # stamps of files not met yet
        self.lying = 0
        self.changed: list[Found] = []
        self.closed: list[str] = []

    def into(self, folder: str, below: str) -> None:
        """Look at what lies in a folder, then into the folders in it."""
        try:
            with os.scandir(folder) as entries:
                here = {entry.name: entry for entry in entries if not entry.name.startswith(".")}
        except OSError as error:
            self.closed.append(f"{below or '.'}: {error.strerror}")
            return
        sidecars = {name: entry for name, entry in here.items() if name.endswith(SIDECAR_SUFFIX)}
        for name, entry in here.items():
            if entry.is_dir(follow_symlinks=False):
                self.into(entry.path, f"{below}{name}/")
            elif not name.endswith(_NOT_TAKEN):
                self._see(entry, below + name, _beside(name, sidecars) if sidecars else None)

    def _see(self, entry: os.DirEntry[str], path: str, beside: os.DirEntry[str] | None) -> None:
        """A regular file; pipes, sockets and links that lead nowhere are none."""
        try:
            own, other = entry.stat(), beside.stat() if beside else None
        except OSError:
            return  # gone since, or a link that leads nowhere
        if not stat.S_ISREG(own.st_mode):
            return
        self.lying += 1
        stamp, key = _stamp(own, other), key_of(path)
        if self.left.pop(key, None) != stamp:
            changed = max(own.st_ctime, other.st_ctime) if other else own.st_ctime
            self.changed.append(Found(path, stamp, own.st_size, changed))


def _beside(name: str, sidecars: Mapping[str, os.DirEntry[str]]) -> os.DirEntry[str] | None:
    return next((sidecars[one] for one in _sidecar_names(name) if one in sidecars), None)


def key_of(path: str) -> str:
    """A path as text that can be stored, whatever bytes a file system allows in names."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "backslashreplace")


def _sidecar_names(name: str) -> tuple[str, str]:
    return name + SIDECAR_SUFFIX, os.path.splitext(name)[0] + SIDECAR_SUFFIX  # noqa: PTH122 - 100,000 times a look


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _stamp(own: os.stat_result, other: os.stat_result | None) -> str:
    """Size, time of content and time of change: the last one cannot be set back by those who copy files."""
    made = f"{own.st_size}:{own.st_mtime_ns}:{own.st_ctime_ns}"
    return f"{made}|{other.st_size}:{other.st_mtime_ns}:{other.st_ctime_ns}" if other else made
