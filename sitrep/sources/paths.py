"""Reading files and folders into deliveries, lazily and in a fixed order.

What belongs here: walking, sidecars, media types by name and by first bytes, and the size limit.
What does not: what is inside a container (records.py, archives.py, mail.py, feeds.py).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sitrep.records import Delivery
from sitrep.sources.containers import split
from sitrep.sources.kinds import media_type_of
from sitrep.sources.limits import EVIDENCE_BYTES, MAX_FILE_BYTES
from sitrep.sources.records import text_fields

SIDECAR_SUFFIX = ".meta.json"
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read_paths(paths: Sequence[Path]) -> Iterator[Delivery]:
    """Every delivery of the files and folders given, in order of source and path; what cannot be read says why."""
    for path in sorted({Path(os.path.abspath(p)) for p in paths}):  # noqa: PTH100 - keeps symbolic links as given
        yield from _read_folder(path) if path.is_dir() else _read_file(path, path.parent)


def _read_folder(folder: Path) -> Iterator[Delivery]:
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and not name.endswith(SIDECAR_SUFFIX):
                yield from _read_file(Path(base) / name, folder)


def _read_file(path: Path, source: Path) -> Iterator[Delivery]:
    if path.name.endswith(SIDECAR_SUFFIX):
        return
    try:
        whole = whole_file(path, source)
    except OSError as error:
        label, problem = path.relative_to(source).as_posix(), f"cannot be read: {error.strerror}"
        yield Delivery(source.name, label, b"", "application/octet-stream", {}, problem)
        return
    yield from split(whole)


def whole_file(path: Path, source: Path, name: str | None = None) -> Delivery:
    """One file of a source's folder, not split yet, with its sidecar; raises OSError where it cannot be read."""
    raw_path = path.relative_to(source).as_posix()
    size = path.stat().st_size
    with path.open("rb") as file:
        payload = file.read(MAX_FILE_BYTES if size <= MAX_FILE_BYTES else EVIDENCE_BYTES)
    media_type = media_type_of(path.name, payload)
    if size > MAX_FILE_BYTES:
        problem = f"too large: {size} bytes, the limit is {MAX_FILE_BYTES}"
        return Delivery(name or source.name, raw_path, payload, media_type, {}, problem)
    fields, problem_of_sidecar = _sidecar(path)
    kind = media_type + _charset(fields) if media_type.startswith("text/") else media_type
    return Delivery(name or source.name, raw_path, payload, kind, text_fields(fields), problem_of_sidecar)


def _charset(fields: Mapping[str, object]) -> str:
    """The character set that the host named when it sent the file, as a parameter of the media type."""
    found = CHARSET.search(str(fields.get("http_content_type", "")))
    return f";charset={found[1]}" if found else ""


def _sidecar(path: Path) -> tuple[Mapping[str, object], str | None]:
    """The metadata beside a file: `a.txt.meta.json`, or `a.meta.json`; and what is wrong with it."""
    for name in (path.name + SIDECAR_SUFFIX, path.stem + SIDECAR_SUFFIX):
        beside = path.with_name(name)
        if beside.is_file():
            try:
                fields = json.loads(beside.read_bytes())
            except (OSError, ValueError, RecursionError) as error:
                return {}, f"sidecar {name} cannot be read: {error}"
            if not isinstance(fields, dict):
                return {}, f"sidecar {name} is not an object"
            return fields, None
    return {}, None
