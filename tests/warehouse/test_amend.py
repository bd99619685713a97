"""A warehouse brought up to date by amending is the same as one built from nothing."""

from __future__ import annotations

import datetime as dt
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from sitrep.warehouse import (
    SQL_DIR,
    CandidateInUse,
    Changes,
    OtherSchema,
    RefusedRows,
    Table,
    amend,
    build,
    run_checks,
    tables,
)
from sitrep.warehouse.build import create_marts, writing
from sitrep.warehouse.load import describe, load
from tests.warehouse.busy import OLD, busy_world, happen
from tests.warehouse.small import small_world
from tests.warehouse.world import World

Rows = dict[str, list[tuple[Any, ...]]]


@cache
def _tables() -> tuple[Table, ...]:
    return tables()


def _all_rows(path: Path) -> Rows:
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


#: What is told otherwise in every row of a table of core; marts read each of these columns.
_OTHERWISE: dict[str, dict[str, Any]] = {
    "delivery": {"publisher": "Another"},
    "document": {"publisher": "Another", "published_on": dt.date(2024, 1, 25)},
    "mention": {"sentence": "They say so.", "place_text": "there"},
    "mention_actor": {"name": "they"},
    "mention_casualty": {"low": 1, "quote": "one at least"},
    "incident": {"occurred_from": dt.date(2024, 1, 3), "country": "AF", "headline": "Another line"},
    "incident_casualty": {"best": 1},
    "incident_actor": {"mention_count": 9, "role": "perpetrator"},
    "incident_link": {"relation": "condemns"},
    "incident_revision": {"changed_at": dt.datetime(2025, 1, 1, tzinfo=dt.UTC)},
    "actor": {"name": "Others", "kind": "militia"},
    "place": {"level": "admin1", "geonames_id": 77},
    "event_type": {"label": "an event", "plover_mode": "other"},
}
_WITHOUT_MARTS = {"delivery", "cut", "shared_passage", "incident_alias", "join_evidence"}


@pytest.fixture(scope="module")
def rows_before(_built: Path) -> Rows:
    """All that the warehouse holds which these tests amend."""
    return _all_rows(_built)


def _with_rows(warehouse: Path, path: Path, name: str, rows: pd.DataFrame) -> None:
    """What building from these rows of one table and the others' as they are gives: every mart is made of them anew."""
    with writing(path, warehouse) as connection:
        connection.execute(f"drop schema mart cascade; create schema mart; delete from core.{name}")
        load(connection, describe(connection, "core")[name], rows)
        create_marts(connection)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        *((name, "otherwise") for name in _OTHERWISE),
        *((name, "gone") for name in sorted({*_OTHERWISE, *_WITHOUT_MARTS})),
    ],
)
def test_whatever_changes_reaches_every_mart_that_reads_it(
    warehouse: Path, rows_before: Rows, tmp_path: Path, name: str, what: str
) -> None:
    core, quality = small_world().frames()
    rows = core[name]
    key = next(list(table.key) for table in _tables() if table.full_name == f"core.{name}") or list(rows.columns[:1])
    chosen = rows.drop_duplicates([column for column in key if column != "role"]).iloc[::2]
    left = rows[~rows[key].apply(tuple, axis=1).isin(chosen[key].apply(tuple, axis=1))]
    put = chosen.assign(**_OTHERWISE.get(name, {})).iloc[: 0 if what == "gone" else None]
    _with_rows(warehouse, tmp_path / "new", name, pd.concat([left, put]) if len(put) else left)
    amend(warehouse, tmp_path / "amended", Changes({name: put}, {name: chosen[key]}), quality)
    after = _all_rows(tmp_path / "new")
    assert _all_rows(tmp_path / "amended") == after
    marts = {table for table in after if table.startswith("mart.") and after[table] != rows_before[table]}
    assert bool(marts) == (name not in _WITHOUT_MARTS and len(chosen) > 0)


def test_a_text_that_replaces_another_makes_history_of_what_that_one_said(warehouse: Path, tmp_path: Path) -> None:
    world = small_world()
    world.document("d9", "Nothing of note.", "2024-01-30", publisher="Herald B", supersedes="d2")
    core, quality = world.frames()
    reached = amend(warehouse, tmp_path / "a", Changes({"document": core["document"].tail(1)}), quality)
    with duckdb.connect(str(tmp_path / "a"), read_only=True) as connection:
        query = "select document_id from mart.reported_toll where is_history order by all"
        assert connection.execute(query).fetchall() == [("d1",), ("d2",)]
    assert reached == {"i1"}


def test_no_row_of_another_incident_is_made_again(warehouse: Path, tmp_path: Path) -> None:
    core, quality = small_world().frames()
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute("update mart.export_incident set headline = 'as it was'")
    one = core["incident"].query("incident_id == 'i2'").assign(headline="Another line")
    assert amend(warehouse, tmp_path / "a", Changes({"incident": one}), quality) == {"i2"}
    with duckdb.connect(str(tmp_path / "a"), read_only=True) as connection:
        found = dict(connection.execute("select incident_id, headline from mart.export_incident").fetchall())
    assert found == dict.fromkeys(found, "as it was") | {"i2": "Another line"}


def test_a_candidate_may_have_any_name(warehouse: Path, tmp_path: Path) -> None:
    core, quality = small_world().frames()
    one = core["incident"].assign(headline="Another line")
    assert amend(warehouse, tmp_path / 'a-b "c".1.duckdb', Changes({"incident": one}), quality)


def test_rows_that_stand_already_reach_nothing(warehouse: Path, tmp_path: Path) -> None:
    core, quality = small_world().frames()
    put = {name: core[name] for name in ("actor", "place", "document", "mention", "incident")}
    assert amend(warehouse, tmp_path / "a", Changes(put), quality) == frozenset()


def _sql_with(folder: Path, mart: str, old: str, new: str) -> Path:
    """The files of sql/ with one mart told otherwise."""
    sql = Path(shutil.copytree(SQL_DIR, folder / "sql"))
    path = sql / "marts" / f"{mart}.sql"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return sql


def test_marts_of_another_text_are_made_whole_with_all_that_read_them(warehouse: Path, tmp_path: Path) -> None:
    frames, quality = small_world().frames()
    sql = _sql_with(tmp_path, "reported_toll", "max(low) as low,", "max(low) + 1 as low,")
    build(tmp_path / "new", frames, quality, sql)
    assert amend(warehouse, tmp_path / "a", Changes({}), quality, sql) == frozenset()
    assert _all_rows(tmp_path / "a") == _all_rows(tmp_path / "new") != _all_rows(warehouse)


def test_a_file_that_does_not_say_how_its_marts_were_made_gets_all_of_them_anew(
    warehouse: Path, tmp_path: Path
) -> None:
    _, quality = small_world().frames()
    was = _all_rows(warehouse)
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(
            "drop schema making cascade; delete from mart.export_acled; create table mart.old as select 1"
        )
    amend(warehouse, tmp_path / "a", Changes({}), quality)
    assert _all_rows(tmp_path / "a") == was
    with duckdb.connect(str(tmp_path / "a"), read_only=True) as connection:
        assert connection.execute("select * from duckdb_tables() where table_name = 'old'").fetchall() == []


def test_a_mart_that_reads_more_than_its_incidents_cannot_be_renewed_by_them(tmp_path: Path) -> None:
    join = "inner join core.actor as"
    sql = _sql_with(tmp_path, "incident_pair", join, f"cross join (select 1 from core.delivery limit 1) {join}")
    frames, quality = small_world().frames()
    build(tmp_path / "old", frames, quality, sql)
    changes = Changes({"incident": frames["incident"].assign(headline="x")})
    with pytest.raises(duckdb.CatalogException, match="delivery"):
        amend(tmp_path / "old", tmp_path / "a", changes, quality, sql)
    assert not (tmp_path / "a").exists()


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
