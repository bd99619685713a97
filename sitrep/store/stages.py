"""The frames that passed their gates, one folder a stage, batch and version, and one small file that says which stands.

What belongs here: writing and reading them whole. What does not: whether they may be written (expectations).
A version is named by its content and by the versions that it was made from: doing the same work twice changes nothing.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from sitrep import schemas
from sitrep.store import files
from sitrep.store.home import Home

Frames = Mapping[str, pd.DataFrame]


class StageMissing(KeyError):
    """A batch has nothing at this stage: it never got here, or its gate refused it."""


@dataclass(frozen=True, slots=True)
class Current:
    """Which version of a stage stands for a batch, what it was made from, and its rows."""

    version: str
    inputs: Mapping[str, str]
    rows: Mapping[str, int]


def write(home: Home, stage: str, batch_id: str, frames: Frames, inputs: Mapping[str, str] | None = None) -> Current:
    """Put the frames of a stage in place: they are written beside it, then one rename makes them the standing ones."""
    folder = home.stages / stage / batch_id
    folder.mkdir(parents=True, exist_ok=True)
    draft = files.temporary(folder)
    draft.mkdir()
    try:
        for name, schema in schemas.STAGES[stage].items():
            files.write_parquet(draft / f"{name}.parquet", frames[name], schema)
        made = Current(_name(draft, inputs or {}), dict(inputs or {}), {name: len(frames[name]) for name in frames})
        if not (folder / made.version).exists():
            draft.rename(folder / made.version)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    if version(home, stage, batch_id) != made.version:
        mark = {"version": made.version, "inputs": dict(made.inputs), "rows": dict(made.rows)}
        files.write_json(folder / "current.json", mark)
    return made


def _name(draft: Path, inputs: Mapping[str, str]) -> str:
    content = "\n".join([files.digest(draft), *(f"{stage}={inputs[stage]}" for stage in sorted(inputs))])
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def current(home: Home, stage: str, batch_id: str) -> Current:
    """What stands for a batch at a stage."""
    path = home.stages / stage / batch_id / "current.json"
    if not path.exists():
        raise StageMissing(f"{stage} of batch {batch_id}")
    raw = files.read_json(path)
    return Current(raw["version"], raw["inputs"], raw["rows"])


def version(home: Home, stage: str, batch_id: str) -> str | None:
    """The standing version, or None where the batch never passed this stage."""
    try:
        return current(home, stage, batch_id).version
    except StageMissing:
        return None


def read(home: Home, stage: str, batch_id: str, at: str | None = None) -> dict[str, pd.DataFrame]:
    """The frames of a stage, as they stand or at an earlier version that something still rests on."""
    folder = home.stages / stage / batch_id / (at or current(home, stage, batch_id).version)
    if not folder.exists():
        raise StageMissing(f"{stage} of batch {batch_id} at version {at}")
    return {name: files.read_parquet(folder / f"{name}.parquet") for name in schemas.STAGES[stage]}


def tidy(home: Home, batch_id: str) -> None:
    """Remove versions that neither stand nor carry one that stands."""
    kept: dict[str, set[str]] = {stage: set() for stage in schemas.STAGES}
    for stage in schemas.STAGES:
        _keep(home, stage, batch_id, version(home, stage, batch_id), kept)
    for stage, versions in kept.items():
        for folder in (home.stages / stage / batch_id).glob("[0-9a-f]*"):
            if folder.is_dir() and folder.name not in versions:
                shutil.rmtree(folder, ignore_errors=True)


def _keep(home: Home, stage: str, batch_id: str, at: str | None, kept: dict[str, set[str]]) -> None:
    if at is None:
        return
    kept[stage].add(at)
    standing = current(home, stage, batch_id)
    inputs = standing.inputs if standing.version == at else {}
    for name, pinned in inputs.items():
        _keep(home, name, batch_id, pinned, kept)
