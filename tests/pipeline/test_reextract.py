"""A line added to a home's names: the texts are read again, nothing else, and the warehouse changes where it should."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest

from dagster_project.instance import open_instance
from sitrep.store import publishes, stages
from tests.pipeline.breakers import spoil_candidate
from tests.pipeline.conftest import Place, call
from tests.pipeline.reports import write_text
from tests.pipeline.test_same_rows import tables

MOPTI = """Four soldiers killed in Mopti

MOPTI, Mali, March 6, 2024 - Fighters of the Dune Falcons killed four soldiers at a checkpoint near Mopti on
Tuesday, officials said.
"""
NAMES = """about: Groups that this desk has met
source: the desk's own files
entries:
- {id: group.dune-falcons, name: Dune Falcons, kind: insurgent, country: ML}
"""
OLD, NEW = "unidentified.fighters", "group.dune-falcons"


def made(place: Place) -> dict[str, list[str]]:
    """How often each stage of each batch was made, as Dagster tells."""
    with open_instance(place.home) as instance:
        return {
            stage: sorted(
                str(record.partition_key)
                for record in instance.fetch_materializations(dg.AssetKey(stage), limit=50).records
            )
            for stage in ("raw_text", "cleaned_text", "extracted_events")
        }


def versions(place: Place, stage: str) -> dict[str, str | None]:
    return {one: stages.version(place.home, stage, one) for one in place.batch_ids()}


def test_a_line_of_ontology_runs_extraction_alone_and_changes_the_one_incident(copy: Place, tmp_path: Path) -> None:
    assert copy.run(write_text(tmp_path / "late", mopti__txt=MOPTI)).code == 0
    batch_ids, before = copy.batch_ids(), made(copy)
    stood = {stage: versions(copy, stage) for stage in before}
    incidents = dict(copy.rows("select incident_id, incident from core.incident as incident"))
    (concerned,) = {
        one for (one,) in copy.rows(f"select incident_id from core.incident_actor where actor_id = '{OLD}'")
    }

    (copy.home.ontology).mkdir()
    (copy.home.ontology / "groups.yaml").write_text(NAMES)
    done = call("reextract", "--home", copy.home.path)
    assert done.code == 0, done.out + done.err
    assert "3 batches read again, 0 as they were" in done.out
    assert "Publish 4: 1 revisions of 1 incidents; the other 3 are as they were." in done.out

    after = made(copy)
    assert {stage: after[stage] for stage in ("raw_text", "cleaned_text")} == {
        stage: before[stage] for stage in ("raw_text", "cleaned_text")
    }
    assert after["extracted_events"] == sorted([*before["extracted_events"], *batch_ids])
    moved = {
        (stage, one)
        for stage, at in stood.items()
        for one, version in versions(copy, stage).items()
        if version != at[one]
    }
    assert moved == {("extracted_events", batch_ids[-1])}

    now = dict(copy.rows("select incident_id, incident from core.incident as incident"))
    assert {one for one in now.keys() | incidents.keys() if now.get(one) != incidents.get(one)} == {concerned}
    [(who, change)] = copy.rows("select incident_id, change from core.incident_revision where published_seq = 4")
    assert who == concerned
    assert f'"perpetrator.{NEW}":[null,"stated"]' in change
    assert f'"perpetrator.{OLD}":["stated",null]' in change

    again = call("reextract", "--home", copy.home.path)
    assert "0 batches read again, 3 as they were" in again.out
    assert made(copy) == after


def test_a_batch_that_the_gate_keeps_out_when_it_was_read_again_stays_as_it_was(
    copy: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert copy.run(write_text(tmp_path / "late", mopti__txt=MOPTI)).code == 0
    batch_id, before = copy.batch_ids()[-1], tables(copy)
    version = versions(copy, stages.LAST)[batch_id]
    copy.home.ontology.mkdir()
    (copy.home.ontology / "groups.yaml").write_text(NAMES)
    with monkeypatch.context() as broken:
        spoiled = (
            f"select document_id from core.mention join core.mention_actor using (mention_id) where actor_id = '{NEW}'"
        )
        spoil_candidate(
            broken, f"update core.document set clean_chars = clean_chars + 1 where document_id in ({spoiled})"
        )
        done = call("reextract", "--home", copy.home.path)
    assert done.code == 1, done.out + done.err
    assert f"Refused by the gate of core: batch {batch_id}" in done.out
    assert publishes.held(copy.home)[batch_id] == version != versions(copy, stages.LAST)[batch_id]
    assert copy.states() == ["published", "published", "refused"]
    assert tables(copy) == before
    assert ("core/delivery", "every_batch_admitted") in copy.failed_checks()

    mended = call("reextract", "--batch", batch_id, "--force", "--home", copy.home.path)
    assert mended.code == 0, mended.out + mended.err
    assert copy.states() == ["published"] * 3
    assert copy.rows(f"select count(*) from core.incident_actor where actor_id = '{NEW}'") == [(1,)]


def test_only_the_batches_that_are_named_are_read_again(copy: Place) -> None:
    first, second = copy.batch_ids()
    done = call("reextract", "--batch", second[:6], "--force", "--home", copy.home.path)
    assert done.code == 0, done.out + done.err
    assert made(copy)["extracted_events"] == sorted([first, second, second])
    assert copy.rows("select max(published_seq) from core.incident_revision") == [(2,)]
    unknown = call("reextract", "--batch", "xyz", "--home", copy.home.path)
    assert (unknown.code, unknown.err) == (2, "sitrep: no batch begins with xyz: see `sitrep status`\n")
