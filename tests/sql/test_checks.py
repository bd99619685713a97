"""Each rule of sql/checks: silent on a good warehouse, and naming the row when the warehouse is broken on purpose."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sitrep.warehouse import SQL_DIR, run_checks, sqlfiles
from sitrep.warehouse.checks import SqlCheckResult


@dataclass(frozen=True)
class Broken:
    """A way to break a warehouse, and what the rule must then show of the row."""

    check: str
    how: str
    row: dict[str, Any]


BROKEN = [
    Broken(
        "actor_reference",
        "delete from core.actor where actor_id = 'state.ir'",
        {"row_kind": "incident", "row_id": "i3", "actor_id": "state.ir"},
    ),
    Broken(
        "actor_reference",
        "update core.mention_actor set name = 'Red Army' where mention_id = 'm2'",
        {"row_kind": "mention", "row_id": "m2", "is_as_written": False},
    ),
    Broken("casualty_within_mention", "delete from core.mention where mention_id = 'm6'", {"mention_id": "m6"}),
    Broken(
        "casualty_within_mention",
        "update core.mention_casualty set quote = 'nine soldiers' where mention_id = 'm1'",
        {"mention_id": "m1", "quote": "nine soldiers"},
    ),
    Broken(
        "characters_accounted",
        "delete from core.cut",
        {"document_id": "d1", "raw_chars": 109, "clean_chars": 98, "cut_characters": 0},
    ),
    Broken(
        "country_reference",
        "update core.actor set country = 'XX' where actor_id = 'state.ir'",
        {"row_kind": "actor", "row_id": "state.ir", "country": "XX"},
    ),
    Broken(
        "coverage_total",
        "delete from mart.coverage where level = 'world' and published_on = '2024-01-18'",
        {"documents": 4, "core_documents": 5},
    ),
    Broken(
        "cut_within_document",
        "update core.cut set raw_end = raw_end + 1",
        {"document_id": "d1", "raw_start": 98, "raw_end": 110},
    ),
    Broken(
        "passage_shared",
        "update core.shared_passage set other_start = 2",
        {"document_id": "d3", "other_document_id": "d1", "char_start": 0, "other_start": 2},
    ),
    Broken(
        "delivery_accounting",
        "delete from quality.quarantine",
        {"delivery_id": "refused", "problem": "quarantined, but not in quality.quarantine"},
    ),
    Broken(
        "delivery_accounting",
        "delete from core.document where document_id = 'd3'",
        {"delivery_id": "delivery of d3", "problem": "its document is not in core.document"},
    ),
    Broken(
        "delivery_accounting",
        "update core.delivery set outcome = 'duplicate' where document_id = 'd3'",
        {"document_id": "d3", "problem": "no published delivery has this document"},
    ),
    Broken(
        "disputed_toll_complete",
        "delete from mart.disputed_toll where mention_id <> 'm3'",
        {"incident_id": "i1", "figures": 1},
    ),
    Broken(
        "document_best_delivery",
        "update core.delivery set raw_path = 'elsewhere.txt' where document_id = 'd4'",
        {"document_id": "d4", "raw_path": "d4.txt"},
    ),
    Broken(
        "document_reference",
        "update core.document set supersedes = 'd99' where document_id = 'd4'",
        {"document_id": "d4", "column_name": "supersedes", "target_id": "d99"},
    ),
    Broken(
        "export_complete",
        "delete from mart.export_ucdp_ged where relid = 'i2'",
        {"export": "ucdp_ged", "incident_id": "i2", "times": 0},
    ),
    Broken(
        "export_complete",
        "insert into mart.export_plover by name select * from mart.export_plover where \"Event ID\" = 'i3'",
        {"export": "plover", "incident_id": "i3", "times": 2, "places": "exported, exported"},
    ),
    Broken(
        "export_id_unique",
        "update mart.export_acled set event_id_cnty = 'PAK1' where tags in ('sitrep=i1', 'sitrep=i2')",
        {"export": "acled", "id": "PAK1", "times": 2},
    ),
    Broken(
        "export_ucdp_deaths",
        "update mart.export_ucdp_ged set deaths_b = 9 where relid = 'i2'",
        {"relid": "i2", "deaths_b": 9, "best": 5},
    ),
    Broken(
        "figures_in_order",
        "update core.incident set killed_low = 9 where incident_id = 'i1'",
        {"row_kind": "incident killed", "row_id": "i1", "low": 9, "best": 6, "high": 7},
    ),
    Broken(
        "figures_in_order",
        "update core.mention set occurred_to = '2023-01-01' where mention_id = 'm9'",
        {"row_kind": "mention days", "row_id": "m9"},
    ),
    Broken(
        "incident_after_report",
        "update core.incident set occurred_from = '2024-01-23', occurred_to = '2024-01-23' where incident_id = 'i2'",
        {"incident_id": "i2", "event_type": "air_strike", "headline": "Army strikes"},
    ),
    Broken(
        "incident_alias_resolves",
        "update core.incident_alias set incident_id = 'i99'",
        {"alias_id": "i0", "incident_id": "i99"},
    ),
    Broken(
        "incident_by_admin1_total",
        "update mart.incident_by_admin1 set killed_best = 7 where event_type = 'bombing'",
        {"incidents": 4, "core_incidents": 4, "killed_best": 12, "core_killed_best": 11},
    ),
    Broken(
        "incident_class",
        "update core.incident set event_class = 'protest' where incident_id = 'i1'",
        {"incident_id": "i1", "event_class": "protest", "class_of_type": "violent"},
    ),
    Broken(
        "incident_daily_total",
        "delete from mart.incident_daily where occurred_on = '2024-01-16'",
        {"incidents": 3, "core_incidents": 4, "killed_best": 5, "core_killed_best": 11},
    ),
    Broken(
        "incident_link_reference",
        "update core.incident_link set mention_id = 'm1' where incident_id = 'i3'",
        {"incident_id": "i3", "relation": "condemns", "mention_id": "m1"},
    ),
    Broken(
        "incident_toll_traced",
        "update core.incident_casualty set mention_ids = ['m7'] where incident_id = 'i2' and victim_group = 'civilian'",
        {"incident_id": "i2", "victim_group": "civilian", "mention_id": "m7", "stands_in": "i3"},
    ),
    Broken(
        "incident_toll_traced",
        "delete from core.incident_casualty where incident_id = 'i1'",
        {"incident_id": "i1", "outcome": "killed", "mention_id": None},
    ),
    Broken(
        "incident_with_mention",
        "update core.mention set incident_id = null, unresolved_reason = 'denied' where incident_id = 'i4'",
        {"incident_id": "i4", "mention_count": 1, "mentions": None},
    ),
    Broken(
        "link_cycle",
        "insert into core.incident_link values ('i4', 'response_to', 'i4', 'm9')",
        {"incident_id": "i4", "related_incident_id": "i4"},
    ),
    Broken(
        "mention_accounting",
        "update core.mention set unresolved_reason = null where mention_id = 'm8'",
        {"mention_id": "m8", "incident_id": None, "unresolved_reason": None},
    ),
    Broken(
        "mention_reference",
        "delete from core.place where place_id = 'adm2.PK.kachhi'",
        {"row_kind": "incident", "row_id": "i2", "place_id": "adm2.PK.kachhi"},
    ),
    Broken(
        "mention_within_document",
        "update core.mention set char_start = char_start + 1 where mention_id = 'm7'",
        {"mention_id": "m7", "document_id": "d5", "sentence": "Iran condemned the strikes."},
    ),
]
COMPARING = [
    Broken(
        "volume_against_previous",
        "delete from core.incident where incident_id = 'i4'",
        {"table_name": "core.incident", "rows_now": 3, "rows_before": 4},
    ),
    Broken(
        "type_mix_against_previous",
        "update core.incident set event_type = 'arson' where incident_id like 'x1%'",
        {"event_type": "arson", "share_now": 0.437, "share_before": 0.0},
    ),
]
MANY_MORE = """
    insert into core.incident
    select incidents.* replace ('x' || numbers.n as incident_id)
    from core.incident as incidents cross join range(250) as numbers(n)
    where incidents.incident_id = 'i3'
"""


def _found(results: tuple[SqlCheckResult, ...]) -> dict[str, SqlCheckResult]:
    return {result.name: result for result in results if not result.success}


def _execute(path: Path, statement: str) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute(statement)


def _shows(row: dict[str, Any], result: SqlCheckResult) -> bool:
    return any(row.items() <= dict(shown).items() for shown in result.sample)


def test_a_good_warehouse_breaks_no_rule(warehouse: Path) -> None:
    assert _found(run_checks(warehouse, previous=Path(shutil.copyfile(warehouse, warehouse.with_name("old"))))) == {}


def test_every_rule_is_broken_below() -> None:
    assert {broken.check for broken in BROKEN + COMPARING} == {path.stem for path in (SQL_DIR / "checks").glob("*.sql")}


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken.check}: {broken.how}")
def test_names_the_row_that_breaks_it(warehouse: Path, broken: Broken) -> None:
    _execute(warehouse, broken.how)
    found = _found(run_checks(warehouse))
    assert broken.check in found
    assert _shows(broken.row, found[broken.check]), found[broken.check]


@pytest.mark.parametrize("broken", COMPARING, ids=lambda broken: broken.check)
def test_compares_with_the_version_before(warehouse: Path, broken: Broken) -> None:
    if broken.check == "type_mix_against_previous":  # which is silent under 200 incidents
        _execute(warehouse, MANY_MORE)
    previous = Path(shutil.copyfile(warehouse, warehouse.with_name("old")))
    _execute(warehouse, broken.how)
    found = _found(run_checks(warehouse, previous=previous))
    assert _shows(broken.row, found[broken.check]), found[broken.check]
    assert found[broken.check].severity == "warning"
    assert broken.check not in _found(run_checks(warehouse))


def test_shows_five_rows_and_counts_all(warehouse: Path) -> None:
    _execute(warehouse, "update core.mention set event_type = 'dance'")
    result = _found(run_checks(warehouse))["mention_reference"]
    assert (result.count, len(result.sample)) == (9, 5)
    assert [row["row_id"] for row in result.sample] == ["m1", "m2", "m3", "m4", "m5"]


@pytest.mark.parametrize("file", sqlfiles.read_folder(SQL_DIR / "checks"), ids=lambda file: file.name)
def test_says_what_it_is_for_and_why(file: sqlfiles.SqlFile) -> None:
    assert file.field("Stage") in ("core", "mart")
    assert file.field("Severity") in ("blocking", "warning")
    assert len(file.field("Why")) > 20
    assert "previous." not in file.body or "Compares" in file.fields
