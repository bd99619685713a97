"""Where columns come from: worked out, complete, and leading to the raw bytes."""

from __future__ import annotations

from sitrep.schemas import STAGES
from sitrep.warehouse import ColumnOf, Origin, column_lineage, is_reference, mart_lineage, tables, walk
from sitrep.warehouse.origins import stage_columns

ORIGINS = column_lineage()
TABLES = [table for table in tables() if table.schema in ("core", "mart")]
COLUMNS = [
    (table.full_name, column.name) for table in TABLES if not is_reference(table.full_name) for column in table.columns
]


def test_works_the_origin_of_a_mart_out_of_its_sql() -> None:
    lineage = mart_lineage()
    assert lineage["incident_daily"]["killed_best"] == (Origin("core", "incident", "killed_best"),)
    assert lineage["incident_daily"]["violent_established"] == (
        Origin("core", "incident", "event_class"),
        Origin("core", "incident", "incident_id"),
    )
    assert lineage["disputed_toll"]["sentence"] == (Origin("core", "mention", "sentence"),)
    assert lineage["export_plover"]["Event Type"] == (Origin("core", "event_type", "plover_event"),)
    assert {
        Origin("core", "incident_casualty", "best"),
        Origin("core", "incident_casualty", "victim_group"),
    } <= set(lineage["export_ucdp_ged"]["deaths_civilians"])


def test_covers_the_tables_column_by_column() -> None:
    covered = {(asset, column) for asset, columns in ORIGINS.items() for column in columns}
    stages = {(stage, column) for stage in STAGES if stage != "raw_text" for column in stage_columns(stage)}
    assert covered == {*COLUMNS, *stages}


def test_leads_to_the_raw_text_to_what_the_project_ships_or_to_what_the_gates_said() -> None:
    lost = []
    for asset, column in COLUMNS:
        rests_on = {origin.asset for origin in walk(asset, column, ORIGINS)}
        of_no_text = any(is_reference(origin) or origin.startswith("quality.") for origin in rests_on)
        if "raw_text" not in rests_on and not of_no_text:
            lost.append(f"{asset}.{column}")
    assert lost == []


def test_leads_from_a_figure_of_a_mart_to_the_bytes() -> None:
    rests_on = walk("mart.incident_daily", "killed_best", ORIGINS)
    assert {
        ColumnOf("core.incident", "killed_best"),
        ColumnOf("core.mention_casualty", "low"),
        ColumnOf("extracted_events", "mention_casualty.low"),
        ColumnOf("cleaned_text", "clean_text"),
        ColumnOf("raw_text", "payload"),
    } <= rests_on
