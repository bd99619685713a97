"""What the Dagster UI sees over a home: materialisations, checks and metadata of every run, whoever started it."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from dagster_project.definitions import defs
from dagster_project.instance import open_instance
from sitrep.sources import read_paths
from sitrep.store import batches, stages
from sitrep.warehouse import is_reference
from tests.pipeline.conftest import Place
from tests.pipeline.reports import AS_OF, write_reports

OURS = {"assets", "dagster_project", "expectations", "store", "warehouse", "sensors"}
STAGES = {"raw_text": "delivery", "cleaned_text": "document", "extracted_events": "mention"}


@pytest.fixture(scope="module")
def instance(published: Place) -> Iterator[dg.DagsterInstance]:
    with open_instance(published.home) as found:
        yield found


def metadata(instance: dg.DagsterInstance, key: dg.AssetKey, partition: str | None = None) -> dict[str, object]:
    """The metadata of the last materialisation of an asset, or of one of its partitions."""
    wanted = dg.AssetRecordsFilter(asset_key=key, asset_partitions=[partition] if partition else None)
    (record, *_) = instance.fetch_materializations(wanted, limit=1).records
    assert record.asset_materialization is not None
    return {name: value.value for name, value in record.asset_materialization.metadata.items()}


def checks(instance: dg.DagsterInstance, key: dg.AssetKey) -> list[tuple[str, str, str | None]]:
    """Name, status and partition of the last checks of an asset."""
    found = []
    for one in defs.resolve_asset_graph().asset_check_keys:
        if one.asset_key == key:
            history = instance.event_log_storage.get_asset_check_execution_history(one, limit=20)
            found += [(one.name, record.status.value, record.partition) for record in history]
    return found


@pytest.mark.parametrize("stage", STAGES)
def test_each_batch_of_a_stage_is_a_partition_with_rows_and_checks(
    published: Place, instance: dg.DagsterInstance, stage: str
) -> None:
    assert sorted(instance.get_dynamic_partitions("batches")) == sorted(published.batch_ids())
    for batch_id in published.batch_ids():
        said = metadata(instance, dg.AssetKey(stage), batch_id)
        rows = len(stages.read(published.home, stage, batch_id)[STAGES[stage]])
        assert said["dagster/row_count"] == said["rows out"] == rows
        assert said["rows in"] == rows + int(str(said["rows quarantined"]))
        assert said["version"] == stages.version(published.home, stage, batch_id)
        assert {"five rows", "quarantined by reason", "dagster/column_schema"} <= said.keys()
        done = [one for one in checks(instance, dg.AssetKey(stage)) if one[2] == batch_id]
        assert (STAGES[stage], "SUCCEEDED", batch_id) in done
        assert {status for _, status, _ in done} == {"SUCCEEDED"}


def test_each_table_is_an_asset_with_its_rows_columns_and_checks(
    published: Place, instance: dg.DagsterInstance
) -> None:
    for spec in defs.resolve_all_asset_specs():
        if spec.group_name in ("core", "mart"):
            said = metadata(instance, spec.key)
            [(rows,)] = published.rows(f"select count(*) from {'.'.join(spec.key.path)}")
            assert said["dagster/row_count"] == rows
            columns = said["dagster/column_schema"].columns  # type: ignore[attr-defined]
            assert all(column.description for column in columns)
            if not is_reference(".".join(spec.key.path)):
                origins = said["dagster/column_lineage"].deps_by_column  # type: ignore[attr-defined]
                assert origins.keys() == {column.name for column in columns}
    assert ("accounting", "SUCCEEDED", None) in checks(instance, dg.AssetKey(["core", "delivery"]))
    assert ("every_batch_admitted", "SUCCEEDED", None) in checks(instance, dg.AssetKey(["core", "delivery"]))


def test_a_marts_column_leads_back_to_the_bytes(instance: dg.DagsterInstance) -> None:
    def lineage(asset: dg.AssetKey, column: str, partition: str | None = None) -> set[tuple[str, str]]:
        said = metadata(instance, asset, partition)["dagster/column_lineage"]
        origins = said.deps_by_column[column]  # type: ignore[attr-defined]
        return {(one.asset_key.to_user_string(), one.column_name) for one in origins}

    assert ("core/incident", "killed_best") in lineage(dg.AssetKey(["mart", "incident_daily"]), "killed_best")
    batch_id = instance.get_dynamic_partitions("batches")[0]
    assert ("raw_text", "payload") in lineage(dg.AssetKey("cleaned_text"), "clean_text", batch_id)


def test_runs_are_on_record_and_done(instance: dg.DagsterInstance) -> None:
    runs = instance.get_runs()
    assert sorted(run.job_name for run in runs) == ["ingest", "ingest", "publish", "publish"]
    assert {run.status for run in runs} == {dg.DagsterRunStatus.SUCCESS}


def test_a_run_started_in_the_ui_does_the_same_work(
    copy: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITREP_HOME", str(copy.home.path))
    deliveries = read_paths([write_reports(tmp_path / "late", "islamabad.txt")])
    now = dt.datetime(2024, 3, 10, tzinfo=dt.UTC)
    (batch_id,) = batches.make_batches(copy.home, deliveries, dt.date.fromisoformat(AS_OF), batches.Size(10), now).new
    quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
    with open_instance(copy.home) as instance, warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        instance.add_dynamic_partitions("batches", [batch_id])
        ingest = defs.resolve_job_def("ingest").execute_in_process(quiet, instance, partition_key=batch_id)
        publish = defs.resolve_job_def("publish").execute_in_process(quiet, instance)
        nothing_new = defs.resolve_job_def("publish").execute_in_process(quiet, instance)
    assert ingest.success
    assert publish.success
    assert nothing_new.success
    assert copy.states() == ["published"] * 3
    assert len(publish.asset_materializations_for_node("warehouse")) > 20
    assert not nothing_new.asset_materializations_for_node("warehouse")
    assert copy.rows("select count(*) from core.delivery where source_name = 'late'") == [(1,)]
    ours = [f"{one.filename}: {one.message}" for one in warned if Path(one.filename).parent.name in OURS]
    assert ours == []
