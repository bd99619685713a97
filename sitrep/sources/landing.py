"""The landing folder: which files lie there, and whether they still look as they did.

What belongs here: walking, temporary names, and the stamp that tells a file from what it was before. What does not:
knowing what was there before (sitrep.store.known), taking files in (sitrep.store.intake), reading them (paths).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitrep.sources.paths import SIDECAR_SUFFIX

#: What programs call a file that they are still writing; they rename it when it is whole.
UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".aria2", ".swp", "~")


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the landing folder, with its sidecar if it has one."""

    path: str  # below the landing folder, with / between folders
    stamp: str  # sizes and times of file and sidecar: another stamp means that it may hold something else
    size: int  # bytes, without the sidecar
    changed_at: float  # seconds since 1970: when file or sidecar last changed in any way

    @property
    def key(self) -> str:
        """The path as text that can be stored, whatever bytes a file system allows in names."""
        if self.path.isascii():
            return self.path
        return os.fsencode(self.path).decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in a landing folder, and the folders in it that could not be looked into, with the reason."""

    files: tuple[Found, ...]
    closed: tuple[str, ...]


def scan(landing: Path) -> Folder:
    """Every file that is not a sidecar, hidden or unfinished; no file is opened, and nothing is waited for."""
    closed: list[str] = []
    return Folder(tuple(_walk(str(landing), "", closed)), tuple(closed))


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


def _walk(folder: str, below: str, closed: list[str]) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            here = {entry.name: entry for entry in entries if not entry.name.startswith(".")}
    except OSError as error:
        closed.append(f"{below or '.'}: {error.strerror}")
        return
    for name in sorted(here):
        entry = here[name]
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{below}{name}/", closed)
        elif not name.endswith((SIDECAR_SUFFIX, *UNFINISHED)):
            found = _found(entry, below + name, here)
            if found is not None:
                yield found


def _found(entry: os.DirEntry[str], path: str, here: dict[str, os.DirEntry[str]]) -> Found | None:
    """A regular file; pipes, sockets and links that lead nowhere are none."""
    beside = next((here[name] for name in _sidecar_names(entry.name) if name in here), None)
    try:
        own, other = entry.stat(), beside.stat() if beside else None
    except OSError:
        return None  # gone since, or a link that leads nowhere
    if not stat.S_ISREG(own.st_mode):
        return None
    changed = max(own.st_ctime, other.st_ctime) if other else own.st_ctime
    return Found(path, _stamp(own, other), own.st_size, changed)


def _sidecar_names(name: str) -> tuple[str, str]:
    return name + SIDECAR_SUFFIX, os.path.splitext(name)[0] + SIDECAR_SUFFIX  # noqa: PTH122 - 200,000 times a look


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _stamp(own: os.stat_result, other: os.stat_result | None) -> str:
    """Size, time of content and time of change: the last one cannot be set back by those who copy files."""
    made = f"{own.st_size}:{own.st_mtime_ns}:{own.st_ctime_ns}"
    return f"{made}|{other.st_size}:{other.st_mtime_ns}:{other.st_ctime_ns}" if other else made
