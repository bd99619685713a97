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

from sitrep import files, schemas
from sitrep.store.home import Home

Frames = Mapping[str, pd.DataFrame]
_INPUTS = "inputs.json"
#: The stage whose rows the warehouse is made from.
LAST = "extracted_events"


class StageMissing(KeyError):
    """A batch has nothing at this stage: it never got here, or its gate refused it."""


@dataclass(frozen=True, slots=True)
class Current:
    """Which version of a stage stands for a batch, what it was made from, and its rows."""

    version: str
    inputs: Mapping[str, str]
    rows: Mapping[str, int]
    code: str = ""  # the version of the rules that made it; empty where they were not one version


@dataclass(frozen=True, slots=True)
class Draft:
    """Frames written beside their place, and what they will stand as."""

    stage: str
    batch_id: str
    folder: Path
    made: Current


def write(
    home: Home, stage: str, batch_id: str, frames: Frames, inputs: Mapping[str, str] | None = None, code: str = ""
) -> Current:
    """Put the frames of a stage in place: they are written beside it, then one rename makes them the standing ones."""
    return place(home, draft(home, stage, batch_id, frames, inputs, code))


def draft(
    home: Home, stage: str, batch_id: str, frames: Frames, inputs: Mapping[str, str] | None = None, code: str = ""
) -> Draft:
    """Write the frames of a stage beside their place; what is never placed is swept away once its process is dead."""
    folder = files.temporary(home.stages / stage / batch_id)
    folder.mkdir(parents=True)
    try:
        for name, schema in schemas.STAGES[stage].items():
            files.write_parquet(folder / f"{name}.parquet", frames[name], schema)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    rows = {name: len(frames[name]) for name in frames}
    made = Current(_name(folder, inputs or {}), dict(inputs or {}), rows, code)
    files.write_json(folder / _INPUTS, dict(made.inputs))
    return Draft(stage, batch_id, folder, made)


def place(home: Home, written: Draft) -> Current:
    """Make a draft the standing version, by one rename."""
    made, folder = written.made, home.stages / written.stage / written.batch_id
    try:
        if not (folder / made.version).exists():
            written.folder.rename(folder / made.version)
    finally:
        shutil.rmtree(written.folder, ignore_errors=True)
    before = _mark(home, written.stage, written.batch_id)
    if before is None or (before.version, before.code) != (made.version, made.code):
        mark = {"version": made.version, "inputs": dict(made.inputs), "rows": dict(made.rows), "code": made.code}
        files.write_json(folder / "current.json", mark)
    return made


def _name(draft: Path, inputs: Mapping[str, str]) -> str:
    content = "\n".join([files.digest(draft), *(f"{stage}={inputs[stage]}" for stage in sorted(inputs))])
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def current(home: Home, stage: str, batch_id: str) -> Current:
    """What stands for a batch at a stage."""
    found = _mark(home, stage, batch_id)
    if found is None:
        raise StageMissing(f"{stage} of batch {batch_id}")
    return found


def _mark(home: Home, stage: str, batch_id: str) -> Current | None:
    path = home.stages / stage / batch_id / "current.json"
    if not path.exists():
        return None
    raw = files.read_json(path)
    return Current(raw["version"], raw["inputs"], raw["rows"], raw.get("code", ""))


def version(home: Home, stage: str, batch_id: str) -> str | None:
    """The standing version, or None where the batch never passed this stage."""
    found = _mark(home, stage, batch_id)
    return found.version if found else None


def read(home: Home, stage: str, batch_id: str, at: str | None = None) -> dict[str, pd.DataFrame]:
    """The frames of a stage, as they stand or at an earlier version that something still rests on."""
    folder = home.stages / stage / batch_id / (at or current(home, stage, batch_id).version)
    if not folder.exists():
        raise StageMissing(f"{stage} of batch {batch_id} at version {at}")
    return {name: files.read_parquet(folder / f"{name}.parquet") for name in schemas.STAGES[stage]}


def inputs(home: Home, stage: str, batch_id: str, at: str) -> Mapping[str, str]:
    """The versions of earlier stages that a version was made from."""
    path = home.stages / stage / batch_id / at / _INPUTS
    if path.exists():
        found: dict[str, str] = files.read_json(path)
        return found
    standing = current(home, stage, batch_id)  # written before versions kept their own
    return standing.inputs if standing.version == at else {}


def exists(home: Home, stage: str, batch_id: str, at: str) -> bool:
    """Whether a version is still there to be read."""
    return (home.stages / stage / batch_id / at).is_dir()


def superseded(home: Home, batch_id: str, held: str | None = None) -> list[Path]:
    """The folders of versions that neither stand, nor are held by the warehouse, nor carry one that is."""
    kept: dict[str, set[str]] = {stage: set() for stage in schemas.STAGES}
    wanted = [(stage, version(home, stage, batch_id)) for stage in schemas.STAGES]
    for stage, at in [*wanted, (LAST, held)]:
        _keep(home, stage, batch_id, at, kept)
    return [
        folder
        for stage, versions in kept.items()
        for folder in sorted((home.stages / stage / batch_id).glob("[0-9a-f]*"))
        if folder.is_dir() and folder.name not in versions
    ]


def tidy(home: Home, batch_id: str, held: str | None = None) -> None:
    """Remove superseded versions; `held` is the version of its mentions that the warehouse holds."""
    for folder in superseded(home, batch_id, held):
        shutil.rmtree(folder, ignore_errors=True)


def _keep(home: Home, stage: str, batch_id: str, at: str | None, kept: dict[str, set[str]]) -> None:
    if at is None or not exists(home, stage, batch_id, at):
        return
    kept[stage].add(at)
    for name, pinned in inputs(home, stage, batch_id, at).items():
        _keep(home, name, batch_id, pinned, kept)
