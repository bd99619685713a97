"""How files get to their place whole: written beside their place, then moved there by one rename.

What belongs here: temporary names, atomic writes, Parquet with explicit schemas. What does not: which file holds what.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

_TEMPORARY = re.compile(r"^\.tmp-(\d+)-[0-9a-f]{32}(\..+)?$")


class FrameMismatch(Exception):
    """A frame does not hold what its schema says: a column is missing, or a value has another type."""


def temporary(folder: Path) -> Path:
    """A name beside the final place that says which process writes it, so that the next run can sweep up."""
    return folder / f".tmp-{os.getpid()}-{uuid.uuid4().hex}"


@contextmanager
def folder_in_one_rename(target: Path) -> Iterator[Path]:
    """A folder to fill, which stands at its place only once it is whole; one that stands there already stays."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = temporary(target.parent)
    draft.mkdir()
    try:
        yield draft
        if not target.exists():
            draft.rename(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Replace a file by one rename; what was written is on the disk before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = temporary(path.parent)
    try:
        with draft.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_json(path: Path, value: Any) -> None:
    """Replace a JSON file by one rename."""
    write_bytes(path, json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False).encode())


def read_json(path: Path) -> Any:
    """The value of a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def sweep(folder: Path) -> int:
    """Remove what dead processes left half-written under a folder; those of living ones stay."""
    left = [path for path in folder.rglob(".tmp-*") if _is_orphan(path)]
    for path in left:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return len(left)


def _is_orphan(path: Path) -> bool:
    match = _TEMPORARY.match(path.name)
    return match is not None and not is_alive(int(match[1]))


def is_alive(pid: int) -> bool:
    """Whether a process of this number goes on (this machine's own numbers)."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def to_table(frame: pd.DataFrame, schema: pa.Schema) -> pa.Table:
    """A frame as Arrow, with exactly the columns and types of its schema."""
    missing = [name for name in schema.names if name not in frame.columns]
    surplus = [str(name) for name in frame.columns if name not in schema.names]
    if missing or surplus:
        raise FrameMismatch(f"columns missing: {missing or 'none'}, not in the schema: {surplus or 'none'}")
    arrays = [_array(frame[field.name], field) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(column: pd.Series[Any], field: pa.Field) -> pa.Array:
    if column.isna().all():  # a column of nothing has no type of its own
        return pa.nulls(len(column), field.type)
    try:
        made = pa.Array.from_pandas(column, type=field.type)
        return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError) as error:
        raise FrameMismatch(f"column {field.name}: {error}") from error


def to_frame(table: pa.Table) -> pd.DataFrame:
    """Arrow as a frame in which a missing integer stays an integer column (Int64), and a missing flag a flag."""
    mapper = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    frame: pd.DataFrame = table.to_pandas(types_mapper=mapper.get)
    return frame


def write_parquet(path: Path, frame: pd.DataFrame, schema: pa.Schema) -> None:
    """One frame as one Parquet file; the same rows give the same bytes."""
    pq.write_table(to_table(frame, schema), path, compression="zstd")


def read_parquet(path: Path, columns: list[str] | None = None) -> pd.DataFrame:
    """One Parquet file as a frame."""
    return to_frame(pq.read_table(path, columns=columns, partitioning=None))


def digest(folder: Path) -> str:
    """A name for what a folder's files hold: the same content gives the same name."""
    total = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]
