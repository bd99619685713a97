"""Every rule across tables, broken in one candidate: each red by its name, five rows shown, the old file intact."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from sitrep.warehouse import SQL_DIR, sqlfiles
from tests.pipeline import breakers
from tests.pipeline.conftest import Place
from tests.pipeline.reports import write_reports

#: What is done to the candidate, by the rule that must see it.
SPOIL = {
    "actor_reference": "delete from core.actor",
    "casualty_within_mention": "update core.mention_casualty set quote = 'said by nobody'",
    "characters_accounted": "update core.document set raw_chars = raw_chars + 1",
    "country_reference": "update core.place set country = 'XX'",
    "coverage_total": "delete from mart.coverage",
    "cut_within_document": "update core.cut set raw_end = raw_end + 1",
    "delivery_accounting": "update core.delivery set outcome = 'duplicate'",
    "disputed_toll_complete": "update core.incident set toll_disputed = true",
    "document_best_delivery": "update core.delivery set raw_path = 'elsewhere.txt'",
    "document_reference": "update core.document set supersedes = 'nowhere'",
    "export_complete": "delete from mart.export_plover",
    "export_id_unique": "update mart.export_acled set event_id_cnty = 'PAK1'",
    "export_ucdp_deaths": "update mart.export_ucdp_ged set deaths_b = deaths_b + 1",
    "figures_in_order": "update core.mention set occurred_to = '1900-01-01'",
    "incident_after_report": "update core.incident set occurred_from = '2099-01-01', occurred_to = '2099-01-01'",
    "incident_alias_resolves": "insert into core.incident_alias (alias_id, incident_id) values ('old', 'gone')",
    "incident_by_admin1_total": "delete from mart.incident_by_admin1",
    "incident_class": "update core.incident set event_class = 'other'",
    "incident_daily_total": "delete from mart.incident_daily",
    "incident_link_reference": "insert into core.incident_link values ('gone', 'condemns', 'gone too', 'unsaid')",
    "incident_toll_traced": "update core.incident_casualty set mention_ids = []",
    "incident_with_mention": "update core.incident set mention_count = mention_count + 1",
    "mention_accounting": "update core.mention set unresolved_reason = 'denied' where incident_id is not null",
    "mention_reference": "update core.mention set event_type = 'dance'",
    "mention_within_document": "update core.mention set sentence = 'written by nobody'",
    "passage_shared": "insert into core.shared_passage from core.document select document_id, 'x', 0, 9, 0, 9, 1",
}


def _red(place: Place) -> dict[str, dict[str, Any]]:
    """The checks that the last publish left red, by name, with what they show."""
    red: dict[str, dict[str, Any]] = {}
    with dg.DagsterInstance.from_config(str(place.home.dagster)) as instance:
        from dagster_project.definitions import defs

        for key in defs.resolve_asset_graph().asset_check_keys:
            for record in instance.event_log_storage.get_asset_check_execution_history(key, limit=1):
                event = record.event.dagster_event if record.event else None
                if record.status.value == "FAILED" and event is not None:
                    red[key.name] = dict(event.asset_check_evaluation_data.metadata)
    return red


def test_every_rule_across_tables_is_red_by_its_name_and_the_old_file_stays(
    copy: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocking = {one.name for one in sqlfiles.read_folder(SQL_DIR / "checks") if one.field("Severity") == "blocking"}
    assert SPOIL.keys() == blocking
    breakers.spoil_candidate(monkeypatch, ";".join(SPOIL.values()))
    before = copy.files(copy.home.warehouse)
    done = copy.run(write_reports(tmp_path / "new", "islamabad.txt"))
    assert done.code == 1
    assert "Traceback" not in done.out + done.err
    assert copy.files(copy.home.warehouse) == before
    red = _red(copy)
    assert blocking - red.keys() == set()
    for rule in blocking:
        told = red[rule]
        assert f".checks.{rule}: " in done.out
        assert len(told["offending rows"].records) == min(5, told["rows that offend"].value) > 0, rule
