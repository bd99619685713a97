"""Compiled forms of the name data, kept between runs in the user's cache folder.

What belongs here: where the cache lies, writing it whole or not at all, and building afresh where it cannot be used.
What does not: what is compiled. A cache holds plain values alone (numbers, texts, bytes, lists, dicts), never code.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

_DIGEST = 32  # bytes of SHA-256 before the values, by which a damaged file is known


def user_folder() -> Path:
    """The folder for caches of this user, as the platform has it."""
    if named := os.environ.get("SITREP_CACHE"):
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "sitrep"
    local = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    return Path(local) / "sitrep" if local else Path.home() / ".cache" / "sitrep"


def fingerprint(files: Iterable[Path], *facts: str) -> str:
    """A short name for the content of files and some facts beside them: another content is another cache."""
    digest = hashlib.sha256("\0".join((*facts, sys.implementation.cache_tag or "")).encode())
    for file in files:
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:20]


def load_or_build(name: str, version: str, build: Callable[[], Any], folder: Path | None = None) -> Any:
    """The compiled values of this version, from the cache if it has them, else built and left there."""
    try:
        path = (folder or user_folder()) / f"{name}-{version}.bin"
    except RuntimeError:  # a user without a home has no cache
        return build()
    found = _read(path)
    if found is not None:
        return found
    values = build()
    with contextlib.suppress(OSError):
        _write(path, values)
    return values


def _read(path: Path) -> Any | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if hashlib.sha256(memoryview(data)[_DIGEST:]).digest() != data[:_DIGEST]:
        return None
    try:
        return marshal.loads(memoryview(data)[_DIGEST:])
    except (EOFError, ValueError, TypeError):
        return None


def _write(path: Path, values: Any) -> None:
    data = marshal.dumps(values)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(data).digest() + data)
        Path(part).replace(path)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise
