"""Zip and gzip: their members as deliveries, within limits.

What belongs here: unpacking in memory, and what a hostile archive is refused for. Nothing is ever written to disk, so a
member's path is a label; one that leads out of its archive is refused all the same, as someone meant it to.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath

from sitrep.records import Delivery
from sitrep.sources.kinds import media_type_of
from sitrep.sources.limits import (
    EVIDENCE_BYTES,
    MAX_FILE_BYTES,
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_FREE_BYTES,
)
from sitrep.sources.records import text_fields

SIDECAR_SUFFIX = ".meta.json"
GZIP_WINDOW = 31  # zlib's number for "a gzip header"
CHUNK = 1 << 20
#: Files that packers add beside the members.
PACKERS_OWN = ("__MACOSX/", ".DS_Store", "Thumbs.db")


def split_zip(whole: Delivery) -> Iterator[Delivery]:
    """The members of a zip in order of their names; each refusal is a delivery with its reason."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(whole.payload))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        yield refused(whole, f"broken zip: {error}")
        return
    with archive:
        members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
        if problem := _too_much(members, len(whole.payload)):
            yield refused(whole, problem)
            return
        sidecars = _sidecars(archive, members)
        for member in members:
            own = member.filename.endswith(SIDECAR_SUFFIX) or _of_packer(member.filename)
            if not own or _leads_out(member.filename):
                yield _member(whole, archive, member, sidecars)


def _of_packer(name: str) -> bool:
    return (
        name.startswith(PACKERS_OWN[0])
        or PurePosixPath(name).name in PACKERS_OWN
        or PurePosixPath(name).name.startswith(".")
    )


def _too_much(members: list[zipfile.ZipInfo], packed: int) -> str | None:
    """Why an archive is not opened, from what its directory says."""
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS:
        return f"zip bomb: {len(members)} members, the limit is {MAX_MEMBERS}"
    if unpacked > MAX_UNPACKED_BYTES:
        return f"zip bomb: unpacks to {unpacked} bytes, the limit is {MAX_UNPACKED_BYTES}"
    if unpacked > RATIO_FREE_BYTES and unpacked > MAX_RATIO * packed:
        return f"zip bomb: unpacks to {unpacked // packed} times its size, the limit is {MAX_RATIO}"
    return None


def _sidecars(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Mapping[str, Mapping[str, str]]:
    """The metadata files of an archive by what their names begin with."""
    found: dict[str, Mapping[str, str]] = {}
    for member in members:
        if member.filename.endswith(SIDECAR_SUFFIX) and member.file_size < RATIO_FREE_BYTES:
            try:
                fields = json.loads(archive.read(member))
            except (ValueError, RuntimeError, zipfile.BadZipFile, zlib.error, NotImplementedError):
                continue
            if isinstance(fields, dict):
                found[member.filename.removesuffix(SIDECAR_SUFFIX)] = text_fields(fields)
    return found


def _member(
    whole: Delivery, archive: zipfile.ZipFile, member: zipfile.ZipInfo, sidecars: Mapping[str, Mapping[str, str]]
) -> Delivery:
    name = member.filename
    path = f"{whole.raw_path}!{name}"
    if _leads_out(name):
        return replace(whole, raw_path=path, payload=b"", problem="unsafe path: leads out of its archive")
    if member.file_size > MAX_FILE_BYTES:
        return replace(whole, raw_path=path, payload=b"", problem=f"too large: {member.file_size} bytes")
    try:
        with archive.open(member) as file:
            payload = file.read(MAX_FILE_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as error:
        return replace(whole, raw_path=path, payload=b"", problem=f"broken member: {error}")
    stem = name[: name.rfind(".")] if "." in PurePosixPath(name).name else name
    sidecar = sidecars.get(name) or sidecars.get(stem) or {}
    return Delivery(whole.source_name, path, payload, media_type_of(name, payload), {**whole.sidecar, **sidecar})


def _leads_out(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return ".." in parts or name.startswith(("/", "\\")) or bool(PureWindowsPath(name).drive)


def split_gzip(whole: Delivery) -> Iterator[Delivery]:
    """What a gzip holds, as one delivery."""
    name = whole.raw_path.removesuffix(".gz")
    try:
        payload = gunzip(whole.payload)
    except (zlib.error, EOFError, OverflowError) as error:
        yield refused(whole, f"broken gzip: {error}" if not isinstance(error, OverflowError) else str(error))
        return
    inner = f"{whole.raw_path}!{PurePosixPath(name).name}" if name != whole.raw_path else f"{whole.raw_path}!content"
    yield replace(whole, raw_path=inner, payload=payload, media_type=media_type_of(name, payload))


def gunzip(payload: bytes) -> bytes:
    """All members of a gzip, read within the limits."""
    made, rest = bytearray(), payload
    while rest:
        member = zlib.decompressobj(GZIP_WINDOW)
        data: bytes = rest
        while not member.eof:
            chunk = member.decompress(data, CHUNK)
            made += chunk
            data = member.unconsumed_tail
            if len(made) > MAX_UNPACKED_BYTES or (
                len(made) > RATIO_FREE_BYTES and len(made) > MAX_RATIO * len(payload)
            ):
                raise OverflowError(f"gzip bomb: unpacks to more than {MAX_RATIO} times its size")
            if not chunk and not data:
                raise EOFError("it ends before its content does")
        rest = member.unused_data.lstrip(b"\0")
    return bytes(made)


def refused(whole: Delivery, problem: str) -> Delivery:
    """A container that is set aside whole, with some of its bytes as evidence."""
    return replace(whole, payload=whole.payload[:EVIDENCE_BYTES], problem=problem)
