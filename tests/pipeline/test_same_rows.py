"""The same reports give the same rows: a second time, and from elsewhere (in other batches: test_step_by_step)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.pipeline.conftest import Place
from tests.pipeline.reports import REPORTS, write_reports

#: What the contract says may differ: ids of runs, batches and incidents, clock columns.
MAY_DIFFER = {"batch_id", "arrived_at", "ingested_at", "incident_id", "related_incident_id", "alias_id", "chain_id"}
#: History is of the publishes, evidence is told by the ids of incidents.
LEFT_OUT = {"core.incident_revision", "core.incident_alias", "core.join_evidence"}


def tables(place: Place) -> dict[str, list[tuple[Any, ...]]]:
    """Every table of core, without what may differ; which mentions stand together is told beside it."""
    query = "select table_name, column_name from duckdb_columns() where schema_name = 'core' order by 1, column_index"
    columns = place.rows(query)
    by_table: dict[str, list[str]] = {}
    for table, column in columns:
        by_table.setdefault(f"core.{table}", []).extend([] if column in MAY_DIFFER else [f'"{column}"'])
    wanted = {table: ", ".join(names) for table, names in by_table.items() if table not in LEFT_OUT}
    found = {table: place.rows(f"select {names} from {table} order by all") for table, names in wanted.items()}
    together = "select list(mention_id order by mention_id) from core.mention group by incident_id order by all"
    return {**found, "which mentions stand together": place.rows(together)}


def test_a_second_time_nothing_changes(at_once: Place) -> None:
    before = at_once.files()
    paths = [at_once.home.path.parent / "wire"]
    done = at_once.run(*paths)
    assert done.code == 0
    assert f"Nothing new: all {len(REPORTS)} documents are known. The warehouse is as it was." in done.out
    assert at_once.files() == before


def test_a_document_that_comes_again_elsewhere_adds_a_delivery_and_nothing_else(copy: Place, tmp_path: Path) -> None:
    before = tables(copy)
    done = copy.run(write_reports(tmp_path / "wire-reprints", "quetta.txt"))
    assert done.code == 0, done.out + done.err
    after = tables(copy)
    assert {name for name in before if before[name] != after[name]} == {"core.delivery"}
    assert copy.rows("select outcome, count(*) from core.delivery group by all order by all") == [
        ("duplicate", 1),
        ("published", 4),
    ]


def test_the_summary_says_what_went_in_and_came_out(at_once: Place) -> None:
    said = json.loads((at_once.home.path.parent / "said.json").read_text())
    assert f"{len(REPORTS)} documents in: {len(REPORTS)} published\n" in said["out"]
    mentions, incidents = (at_once.rows(f"select count(*) from core.{one}")[0][0] for one in ("mention", "incident"))
    assert f"{mentions} mentions of {incidents} incidents, " in said["out"]
    assert f"Warehouse: {said['home']}/warehouse/sitrep.duckdb" in said["out"]
    assert said["out"].count("\n  sitrep ") == 3
    assert said["err"] == ""
