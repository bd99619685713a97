"""From every column of the warehouse back to the raw bytes: the stages and core as declared, the marts from their SQL.

What belongs here: joining the two kinds of lineage into one. What does not: the declarations (origins.yaml) and the
reading of SQL (lineage).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

from sitrep.schemas import STAGES
from sitrep.warehouse import sqlfiles
from sitrep.warehouse.catalog import Table, tables
from sitrep.warehouse.lineage import mart_lineage

_FILE = Path(__file__).with_name("origins.yaml")


class UndeclaredOrigin(ValueError):
    """A column of a stage or of core has no origin, or names one that does not exist."""


@dataclass(frozen=True, slots=True, order=True)
class ColumnOf:
    """A column of an asset: a stage (`raw_text`) or a table (`core.mention`).

    Columns of a stage's first frame stand under their own name, those of its others as `frame.column`.
    """

    asset: str
    column: str


Columns = Mapping[str, tuple[ColumnOf, ...]]


@cache
def column_lineage(sql_dir: Path = sqlfiles.SQL_DIR) -> Mapping[str, Columns]:
    """For each asset but raw_text, and each of its columns: the columns that it is made from, one step back."""
    found = tables(sql_dir)
    declared = _declared(found)
    marts = {
        f"mart.{name}": {
            column: tuple(ColumnOf(f"{one.schema}.{one.table}", one.column) for one in origins)
            for column, origins in columns.items()
        }
        for name, columns in mart_lineage(sql_dir).items()
    }
    lineage = {**declared, **marts}
    _hold(lineage, found)
    return lineage


def walk(asset: str, column: str, lineage: Mapping[str, Columns]) -> frozenset[ColumnOf]:
    """All columns that a column rests on, however many steps back."""
    seen: set[ColumnOf] = set()
    waiting = [ColumnOf(asset, column)]
    while waiting:
        for origin in lineage.get(waiting[-1].asset, {}).get(waiting.pop().column, ()):
            if origin not in seen:
                seen.add(origin)
                waiting.append(origin)
    return frozenset(seen)


def is_reference(asset: str) -> bool:
    """Whether a table ships with the project, so that nothing of it comes from a text."""
    return bool(_entries().get(asset, {}).get("is_reference"))


def stage_columns(stage: str) -> Iterator[str]:
    """A stage's columns, those of its other frames under `frame.column`."""
    for number, (frame, schema) in enumerate(STAGES[stage].items()):
        yield from (_stage_name(number, frame, column) for column in schema.names)


def _stage_name(number: int, frame: str, column: str) -> str:
    return f"{frame}.{column}" if number else column


@cache
def _entries() -> Mapping[str, Any]:
    entries: dict[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return entries


def _declared(found: Sequence[Table]) -> dict[str, Columns]:
    columns = {stage: tuple(stage_columns(stage)) for stage in STAGES if stage in _entries()}
    columns |= {table.full_name: tuple(one.name for one in table.columns) for table in found if table.schema == "core"}
    return {asset: _of_asset(asset, names) for asset, names in columns.items() if not is_reference(asset)}


def _of_asset(asset: str, names: Sequence[str]) -> Columns:
    entry = _entries().get(asset, {})
    said, taken, default = entry.get("columns", {}), entry.get("taken_from"), entry.get("default", ())
    if unknown := sorted(set(said) - set(names)):
        raise UndeclaredOrigin(f"{_FILE.name}: {asset} has no columns {unknown}")
    return {name: tuple(_parsed(text) for text in (said.get(name) or _taken(taken, name) or default)) for name in names}


def _taken(frame: str | None, column: str) -> list[str]:
    """The column of the same name in the frame that a table takes over, where it has one."""
    if frame is None:
        return []
    stage, _, name = frame.partition(".")
    frames = STAGES[stage]
    schema: pa.Schema = frames[name] if name else next(iter(frames.values()))
    return [f"{frame}.{column}"] if column in schema.names else []


def _parsed(text: str) -> ColumnOf:
    first, _, rest = text.partition(".")
    if first in STAGES:
        return ColumnOf(first, rest)
    table, _, column = rest.partition(".")
    return ColumnOf(f"{first}.{table}", column)


def _hold(lineage: Mapping[str, Columns], found: Sequence[Table]) -> None:
    """Every column has an origin, and every origin exists."""
    known = {ColumnOf(stage, column) for stage in STAGES for column in stage_columns(stage)}
    known |= {ColumnOf(table.full_name, column.name) for table in found for column in table.columns}
    for asset, columns in lineage.items():
        if bare := [column for column, origins in columns.items() if not origins]:
            raise UndeclaredOrigin(f"{asset}: columns without an origin: {bare}")
        if lost := sorted({origin for origins in columns.values() for origin in origins} - known):
            raise UndeclaredOrigin(f"{asset}: origins that do not exist: {lost}")
