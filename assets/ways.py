"""The two ways to a candidate: from nothing but the batches, or from the file that stands and what is new.

What belongs here: which way a publish may go, and what each makes. What does not: auditing what was made, and trying
again (publishing). Both give the same tables. Whatever is not plainly an addition to what stands is built from nothing:
a batch read again or taken out, other rules of resolution, of tolls or of the gates, another schema, a file that was
put back, rows of earlier batches that a gate refuses now.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from assets.blame import Excluded, without
from assets.plans import Plan, Tools
from expectations import stage_version
from sitrep.store import collect, publishes
from sitrep.store.home import Home

Frames = dict[str, pd.DataFrame]
#: Writes the candidate; gives the incidents of whose rows the marts were renewed, None where they were made whole.
Write = Callable[[Mapping[str, pd.DataFrame]], frozenset[str] | None]


@dataclass(frozen=True)
class Made:
    """What one way made of a plan: rows for the gates, rows for the ledger, and how the candidate is written."""

    frames: Frames  # tables of core: whole, or what is new or changed in them
    remember: Frames  # rows that the ledger must keep: assignment, alias, revision
    collected: Frames  # stage rows as they were read
    stages: Frames  # those of them that were let in
    arrived: pd.DataFrame  # deliveries that must be accounted for
    write: Write  # builds the candidate, given the tables of quality
    new: frozenset[str] | None = None  # batches that are added to a file; None where all is built from nothing

    @property
    def accounted(self) -> Frames:
        """The tables that the accounts are held against: of a file that is added to, what the new batches brought."""
        if self.new is None:
            return self.frames
        delivery, document, mention = (self.frames[name] for name in ("delivery", "document", "mention"))
        told = document[document["batch_id"].isin(list(self.new))]
        return {
            "delivery": delivery[delivery["delivery_id"].isin(self.arrived["delivery_id"])],
            "document": told,
            "mention": mention[mention["document_id"].isin(told["document_id"])],
        }


def basis(types: Any, toll_rule: str) -> str:
    """A name for the rules that the rows of a warehouse follow from; rows made by other rules cannot be added to."""
    from sitrep.resolve import rules_version
    from sitrep.warehouse import SQL_DIR

    digest = hashlib.sha256(f"{rules_version(types)} {toll_rule} {stage_version('core')}".encode())
    for path in sorted([*(SQL_DIR / "schema").glob("*.sql"), *(SQL_DIR / "reference").glob("*.csv")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def make(plan: Plan, excluded: Excluded, tools: Tools) -> Made:
    """Goes the short way where the plan only adds to what stands, else the long one."""
    if _only_adds(plan, tools):
        made = _add(plan, excluded, tools)
        if made is not None:
            return made
    return _from_nothing(plan, excluded, tools)


def _only_adds(plan: Plan, tools: Tools) -> bool:
    standing = publishes.standing(tools.home)
    if plan.whole or not plan.new or standing is None or not tools.home.warehouse_file.exists():
        return False
    keeps_all = all(plan.batches.get(batch) == version for batch, version in standing.batches.items())
    return keeps_all and not plan.new & standing.batches.keys() and standing.basis == tools.basis


def _from_nothing(plan: Plan, excluded: Excluded, tools: Tools) -> Made:
    from sitrep.resolve import StageFrames, resolve
    from sitrep.warehouse import event_type_frame

    collected = collect.collect(tools.home, plan.batches)
    stages = without(collected, excluded)
    arrived = collect.arrivals(tools.home, plan.batches.keys() | plan.refused | plan.kept_out.keys())
    done = resolve(StageFrames(delivery=arrived, **stages), history(tools.home), _options(plan, tools), tools.types)
    frames = {**done.frames, "event_type": event_type_frame(tools.types)}

    def write(quality: Mapping[str, pd.DataFrame]) -> frozenset[str] | None:
        from sitrep.resolve.memory import remember
        from sitrep.warehouse import build

        build(tools.candidate, frames, quality, beside=lambda connection: remember(connection, done.memory))
        return None

    return Made(frames, dict(done.ledger), collected, stages, arrived, write)


def _add(plan: Plan, excluded: Excluded, tools: Tools) -> Made | None:
    """What the new batches change in the file that stands; None where it cannot be added to after all."""
    from sitrep.resolve import StageFrames, advance
    from sitrep.resolve.tables import KEYS
    from sitrep.warehouse import Changes, amend, reading

    collected = collect.collect(tools.home, {batch: plan.batches[batch] for batch in plan.new})
    arrived = collect.arrivals(tools.home, plan.new | plan.refused | plan.kept_out.keys())
    if not _are_among(excluded, collected, arrived):
        return None
    stages = without(collected, excluded)
    standing = tools.home.warehouse_file
    with reading(standing) as connection:
        memory = _memory(connection)
        if memory is None:
            return None
        done = advance(StageFrames(delivery=arrived, **stages), memory, _options(plan, tools), tools.types)

    def write(quality: Mapping[str, pd.DataFrame]) -> frozenset[str] | None:
        from sitrep.resolve.memory import remember_changes

        changes = Changes(done.frames, done.gone, KEYS)
        beside = lambda connection: remember_changes(connection, done.memory, done.memory_gone)  # noqa: E731
        return amend(standing, tools.candidate, changes, quality, beside=beside)

    return Made(dict(done.frames), dict(done.ledger), collected, stages, arrived, write, plan.new)


def _are_among(excluded: Excluded, collected: Frames, arrived: pd.DataFrame) -> bool:
    """Whether all that is left out came with the new batches."""
    return excluded.mentions.keys() <= set(collected["mention"]["mention_id"]) and excluded.deliveries.keys() <= set(
        arrived["delivery_id"]
    )


def _memory(connection: Any) -> Any:
    """What the file remembers of its resolution; None where it was built by a version that remembered otherwise."""
    from sitrep.resolve.memory import Memory, has_memory

    return Memory(connection) if has_memory(connection) else None


def _options(plan: Plan, tools: Tools) -> Any:
    from sitrep.resolve import ResolveOptions

    return ResolveOptions(published_seq=plan.seq, published_at=plan.at, toll_rule=tools.toll_rule)


def history(home: Home) -> Any:
    """What earlier publishes decided."""
    from sitrep.resolve import History

    return History(*(publishes.read_frames(home, name) for name in ("assignment", "alias", "revision")))


def changed_rows(
    candidate: Path, previous: Path | None, names: list[str], reached: frozenset[str] | None = None
) -> Frames:
    """The rows of tables of the candidate that the file before does not have; all, where it has no such table.

    Where a mart was renewed by the incidents `reached`, all rows of those: the others are the file's before.
    """
    from sitrep import files
    from sitrep.warehouse import reading, renewed_marts

    by_incident = renewed_marts() if reached is not None else {}
    with reading(candidate, previous) as connection:
        connection.register("reached", pa.table({"incident_id": pa.array(sorted(reached or ()), pa.string())}))
        is_same = _same_columns(connection) if previous is not None else frozenset()
        found = {
            name: connection.sql(
                _changed(name, by_incident.get(name)) if name in is_same else f"from {name}"
            ).to_arrow_table()
            for name in names
        }
    return {name: files.to_frame(rows) for name, rows in found.items()}


def _changed(name: str, incident: str | None) -> str:
    return f"from {name} where {incident} in (from reached)" if incident else f"from {name} except from previous.{name}"


def _same_columns(connection: Any) -> frozenset[str]:
    """The tables that have the same columns, in the same order, in the file before."""
    query = (
        "select schema_name || '.' || table_name, database_name = 'previous', column_name, data_type"
        " from duckdb_columns() where not internal order by column_index"
    )
    sides: tuple[dict[str, list[tuple[str, str]]], ...] = ({}, {})
    for name, is_previous, column, kind in connection.execute(query).fetchall():
        sides[is_previous].setdefault(name, []).append((column, kind))
    now, before = sides
    return frozenset(name for name, columns in now.items() if before.get(name) == columns)
