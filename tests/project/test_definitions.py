"""What Dagster loads: every asset described, owned, grouped and versioned; jobs, checks, no telemetry."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest
import yaml

from dagster_project.definitions import defs
from dagster_project.instance import SETTINGS
from sitrep.warehouse import SQL_DIR, tables

ROOT = Path(__file__).resolve().parents[2]
STAGES = ["raw_text", "cleaned_text", "extracted_events"]


def specs() -> list[dg.AssetSpec]:
    return list(defs.resolve_all_asset_specs())


def test_asset_keys() -> None:
    """The keys stand in a file of their own: who adds a table sees it here, and so does who reads the change."""
    found = sorted(spec.key.to_user_string() for spec in specs())
    assert found == (Path(__file__).parent / "asset_keys.txt").read_text().split()
    made = {f"{table.schema}/{table.name}" for table in tables() if table.schema in ("core", "mart")}
    assert set(found) == {*STAGES, "report", *made}


@pytest.mark.parametrize("spec", sorted(specs(), key=lambda spec: spec.key), ids=lambda spec: spec.key.to_user_string())
def test_every_asset_says_what_it_is(spec: dg.AssetSpec) -> None:
    assert spec.description
    assert spec.owners
    assert spec.group_name in ("ingest", "core", "mart", "report")
    assert spec.kinds
    assert spec.code_version


def test_the_graph_leads_from_the_report_to_the_bytes() -> None:
    deps = {spec.key.to_user_string(): {dep.asset_key.to_user_string() for dep in spec.deps} for spec in specs()}
    assert deps["cleaned_text"] == {"raw_text"}
    assert deps["extracted_events"] == {"cleaned_text"}
    assert deps["core/incident"] == {"extracted_events"}
    assert "core/incident" in deps["mart/incident_daily"]
    assert "mart/incident_daily" in deps["report"]


def test_jobs() -> None:
    graph = defs.resolve_asset_graph()
    ingest, publish = defs.resolve_job_def("ingest"), defs.resolve_job_def("publish")
    assert {key.to_user_string() for key in ingest.asset_layer.executable_asset_keys} == set(STAGES)
    assert len(publish.asset_layer.executable_asset_keys) == len(graph.executable_asset_keys) - len(STAGES)
    assert {one.executor_def.name for one in (ingest, publish)} == {"in_process"}


def test_every_rule_across_tables_is_a_check() -> None:
    checks = {key.name for key in defs.resolve_asset_graph().asset_check_keys}
    assert {path.stem for path in (SQL_DIR / "checks").glob("*.sql")} <= checks
    assert {"delivery", "document", "mention", "rules", "accounting", "every_batch_admitted"} <= checks


def test_the_warehouse_is_written_by_one_at_a_time() -> None:
    node = defs.resolve_assets_def(dg.AssetKey(["core", "incident"])).op
    assert node.pool == "warehouse"
    assert yaml.safe_load(SETTINGS)["concurrency"]["pools"]["default_limit"] == 1


def test_telemetry_is_off() -> None:
    assert yaml.safe_load(SETTINGS)["telemetry"] == {"enabled": False}


def test_dagster_finds_the_definitions_valid_and_nothing_in_them_deprecated(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dagster", "definitions", "validate", "-w", str(ROOT / "workspace.yaml")]
    environment = {"PATH": "/usr/bin:/bin", "DAGSTER_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    environment |= {"PYTHONWARNINGS": "default"}
    (tmp_path / "dagster.yaml").write_text(SETTINGS)
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "All code locations passed validation" in done.stdout + done.stderr
    said = [line for line in done.stderr.splitlines() if "Warning:" in line]
    assert [line for line in said if re.search(rf"{ROOT}/(assets|dagster_project|expectations|sitrep)/", line)] == []
    assert not (tmp_path / "home").exists()
