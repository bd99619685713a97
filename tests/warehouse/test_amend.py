"""A warehouse brought up to date by amending is the same as one built from nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from sitrep.warehouse import CandidateInUse, Changes, OtherSchema, RefusedRows, Table, amend, build, run_checks, tables
from tests.warehouse.busy import OLD, busy_world, happen
from tests.warehouse.small import small_world
from tests.warehouse.world import World


@cache
def _tables() -> tuple[Table, ...]:
    return tables()


def _all_rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        connection.execute("set TimeZone = 'UTC'")
        return {
            table.full_name: connection.execute(f"from {table.full_name} order by all").fetchall()
            for table in _tables()
        }


def _comments(path: Path) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        query = (
            "select schema_name, table_name, column_name, comment from duckdb_columns() where not internal order by all"
        )
        return connection.execute(query).fetchall()


def _changes(before: World, after: World) -> tuple[Changes, dict[str, pd.DataFrame]]:
    """What differs between two worlds, by whole rows."""
    old, _ = before.frames()
    new, quality = after.frames()
    put, gone = {}, {}
    for name in new:
        keys = next(list(table.key) for table in _tables() if table.full_name == f"core.{name}") or ["mention_id"]
        was, now = ([repr(row) for row in frame[name].itertuples(index=False, name=None)] for frame in (old, new))
        put[name] = new[name].iloc[[at for at, row in enumerate(now) if row not in was]]
        gone[name] = old[name].iloc[[at for at, row in enumerate(was) if row not in now]][keys]
    return Changes(put, gone, {"join_evidence": ["mention_id"]}), quality


def _days(count: int) -> World:
    world = busy_world()
    for number in range(count):
        happen(world, number, OLD)
    return world


@pytest.mark.parametrize(
    ("before", "after"),
    [(World(), small_world()), (small_world(), World()), (_days(3), _days(6)), (small_world(), small_world())],
    ids=["from nothing", "to nothing", "days more", "nothing changes"],
)
def test_amending_gives_what_building_gives(tmp_path: Path, before: World, after: World) -> None:
    build(tmp_path / "old", *before.frames())
    build(tmp_path / "new", *after.frames())
    changes, quality = _changes(before, after)
    amend(tmp_path / "old", tmp_path / "amended", changes, quality)
    assert _all_rows(tmp_path / "amended") == _all_rows(tmp_path / "new")
    assert _comments(tmp_path / "amended") == _comments(tmp_path / "new")
    assert [one for one in run_checks(tmp_path / "amended") if not one.success] == []


def test_a_row_that_comes_again_takes_the_place_of_the_old_one(warehouse: Path, tmp_path: Path) -> None:
    world = small_world()
    world.row("incident", "i2")["headline"] = "Army strikes again"
    core, quality = world.frames()
    amend(warehouse, tmp_path / "amended", Changes({"incident": core["incident"]}), quality)
    with duckdb.connect(str(tmp_path / "amended"), read_only=True) as connection:
        found = connection.execute("select headline from core.incident order by incident_id").fetchall()
        acled = connection.execute("select notes from mart.export_acled where tags = 'sitrep=i2'").fetchall()
    assert [headline for (headline,) in found][1] == "Army strikes again"
    assert len(found) == 4
    assert acled == [("Army strikes again",)]


def test_other_keys_replace_all_that_hangs_on_them(warehouse: Path, tmp_path: Path) -> None:
    core, quality = small_world().frames()
    one = core["incident_casualty"].query("incident_id == 'i2' and victim_group == 'civilian'")
    amend(
        warehouse,
        tmp_path / "a",
        Changes({"incident_casualty": one}, keys={"incident_casualty": ["incident_id"]}),
        quality,
    )
    with duckdb.connect(str(tmp_path / "a"), read_only=True) as connection:
        query = "select victim_group from core.incident_casualty where incident_id = 'i2'"
        assert connection.execute(query).fetchall() == [("civilian",)]


def test_the_published_file_is_only_read(warehouse: Path, tmp_path: Path) -> None:
    was = warehouse.read_bytes()
    changes, quality = _changes(small_world(), _days(2))
    amend(warehouse, tmp_path / "amended", changes, quality)
    assert warehouse.read_bytes() == was
    assert sorted(path.name for path in tmp_path.iterdir()) == ["amended", "sitrep.duckdb"]


def test_refused_rows_leave_no_candidate(warehouse: Path, tmp_path: Path) -> None:
    core, quality = small_world().frames()
    with pytest.raises(RefusedRows, match=r"core\.incident"):
        amend(warehouse, tmp_path / "a", Changes({"incident": core["incident"].assign(event_class="sad")}), quality)
    assert not (tmp_path / "a").exists()


def test_a_file_of_another_schema_is_built_anew_and_not_amended(warehouse: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute("alter table core.cut add column colour varchar")
    with pytest.raises(OtherSchema, match=r"core\.cut"):
        amend(warehouse, tmp_path / "a", Changes({}), {})
    assert not (tmp_path / "a").exists()


def test_a_candidate_begins_as_a_copy(warehouse: Path) -> None:
    with pytest.raises(CandidateInUse):
        amend(warehouse, warehouse, Changes({}), {})
