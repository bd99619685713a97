"""A line added to a home's names: the texts are read again, nothing else, and the warehouse changes where it should."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest

from dagster_project.instance import open_instance
from sitrep.store import publishes, stages
from tests.pipeline.breakers import spoil_candidate
from tests.pipeline.conftest import Place, call, copied
from tests.pipeline.reports import MOPTI, write_text
from tests.pipeline.test_same_rows import tables

NAMES = """about: Groups that this desk has met
source: the desk's own files
entries:
- {id: group.dune-falcons, name: Dune Falcons, kind: insurgent, country: ML}
"""
OLD, NEW = "unidentified.fighters", "group.dune-falcons"


@pytest.fixture(scope="module")
def with_late_report(published: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The published home with a third batch, of a group that no list knows. Tests take copies."""
    place = copied(published.home.path.parent, tmp_path_factory.mktemp("late"))
    done = place.run(write_text(place.home.path.parent / "late", mopti__txt=MOPTI))
    assert done.code == 0, done.out + done.err
    return place


@pytest.fixture
def late(with_late_report: Place, tmp_path: Path) -> Place:
    """A copy of the home, to write on."""
    return copied(with_late_report.home.path.parent, tmp_path)


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


def test_a_line_of_ontology_runs_extraction_alone_and_changes_the_one_incident(late: Place) -> None:
    batch_ids, before = late.batch_ids(), made(late)
    stood = {stage: versions(late, stage) for stage in before}
    incidents = dict(late.rows("select incident_id, incident from core.incident as incident"))
    (concerned,) = {
        one for (one,) in late.rows(f"select incident_id from core.incident_actor where actor_id = '{OLD}'")
    }

    (late.home.ontology).mkdir()
    (late.home.ontology / "groups.yaml").write_text(NAMES)
    done = call("reextract", "--home", late.home.path)
    assert done.code == 0, done.out + done.err
    assert "3 batches read again, 0 as they were" in done.out
    assert "Publish 4: 1 revisions of 1 incidents; the other 3 are as they were." in done.out

    after = made(late)
    assert {stage: after[stage] for stage in ("raw_text", "cleaned_text")} == {
        stage: before[stage] for stage in ("raw_text", "cleaned_text")
    }
    assert after["extracted_events"] == sorted([*before["extracted_events"], *batch_ids])
    moved = {
        (stage, one)
        for stage, at in stood.items()
        for one, version in versions(late, stage).items()
        if version != at[one]
    }
    assert moved == {("extracted_events", batch_ids[-1])}

    now = dict(late.rows("select incident_id, incident from core.incident as incident"))
    assert {one for one in now.keys() | incidents.keys() if now.get(one) != incidents.get(one)} == {concerned}
    [(who, change)] = late.rows("select incident_id, change from core.incident_revision where published_seq = 4")
    assert who == concerned
    assert f'"perpetrator.{NEW}":[null,"stated"]' in change
    assert f'"perpetrator.{OLD}":["stated",null]' in change

    again = call("reextract", "--home", late.home.path)
    assert "0 batches read again, 3 as they were" in again.out
    assert made(late) == after


def test_a_batch_that_the_gate_keeps_out_when_it_was_read_again_stays_as_it_was(
    late: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch_id, before = late.batch_ids()[-1], tables(late)
    version = versions(late, stages.LAST)[batch_id]
    late.home.ontology.mkdir()
    (late.home.ontology / "groups.yaml").write_text(NAMES)
    with monkeypatch.context() as broken:
        spoiled = (
            f"select document_id from core.mention join core.mention_actor using (mention_id) where actor_id = '{NEW}'"
        )
        spoil_candidate(
            broken, f"update core.document set clean_chars = clean_chars + 1 where document_id in ({spoiled})"
        )
        done = call("reextract", "--home", late.home.path)
    assert done.code == 1, done.out + done.err
    assert f"Refused by the gate of core: batch {batch_id}" in done.out
    assert publishes.held(late.home)[batch_id] == version != versions(late, stages.LAST)[batch_id]
    assert late.states() == ["published", "published", "refused"]
    assert tables(late) == before
    assert ("core/delivery", "every_batch_admitted") in late.failed_checks()

    mended = call("reextract", "--batch", batch_id, "--force", "--home", late.home.path)
    assert mended.code == 0, mended.out + mended.err
    assert late.states() == ["published"] * 3
    assert late.rows(f"select count(*) from core.incident_actor where actor_id = '{NEW}'") == [(1,)]


def test_only_the_batches_that_are_named_are_read_again(copy: Place) -> None:
    first, second = copy.batch_ids()
    done = call("reextract", "--batch", second[:6], "--force", "--home", copy.home.path)
    assert done.code == 0, done.out + done.err
    assert made(copy)["extracted_events"] == sorted([first, second, second])
    assert copy.rows("select max(published_seq) from core.incident_revision") == [(2,)]
    unknown = call("reextract", "--batch", "xyz", "--home", copy.home.path)
    assert (unknown.code, unknown.err) == (2, "sitrep: no batch begins with xyz: see `sitrep status`\n")
