"""Stages: put in place by one rename, unchanged by the same work done twice, kept while something rests on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitrep import files
from sitrep.store import stages
from sitrep.store.home import Home
from tests.store.frames import stage_frames


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).open()


def mentions(*ids: str) -> dict[str, object]:
    return stage_frames("extracted_events", mention=[{"mention_id": one} for one in ids])  # type: ignore[return-value]


def texts(text: str) -> dict[str, object]:
    return stage_frames("cleaned_text", document=[{"document_id": "d", "clean_text": text}])  # type: ignore[return-value]


def everything(home: Home) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in home.stages.rglob("*") if path.is_file()}


def test_frames_come_back(home: Home) -> None:
    made = stages.write(home, "extracted_events", "b1", mentions("m1", "m2"), {"cleaned_text": "v"})
    assert list(stages.read(home, "extracted_events", "b1")["mention"]["mention_id"]) == ["m1", "m2"]
    assert stages.current(home, "extracted_events", "b1") == made
    assert (made.inputs, made.rows["mention"], made.rows["place"]) == ({"cleaned_text": "v"}, 2, 0)


def test_the_same_work_twice_changes_no_file(home: Home) -> None:
    stages.write(home, "extracted_events", "b1", mentions("m1"))
    before = everything(home)
    stages.write(home, "extracted_events", "b1", mentions("m1"))
    assert everything(home) == before


def test_other_inputs_make_another_version_of_the_same_rows(home: Home) -> None:
    first = stages.write(home, "extracted_events", "b1", mentions("m1"), {"cleaned_text": "v1"})
    second = stages.write(home, "extracted_events", "b1", mentions("m1"), {"cleaned_text": "v2"})
    assert first.version != second.version


def test_a_frame_of_another_shape_leaves_what_stands(home: Home) -> None:
    stages.write(home, "extracted_events", "b1", mentions("m1"))
    before = everything(home)
    with pytest.raises(files.FrameMismatch):
        stages.write(home, "extracted_events", "b1", {**mentions("m2"), "place": mentions("m2")["mention"]})
    assert everything(home) == before


def test_what_is_missing_is_told(home: Home) -> None:
    with pytest.raises(stages.StageMissing, match="cleaned_text of batch b9"):
        stages.read(home, "cleaned_text", "b9")
    assert stages.version(home, "cleaned_text", "b9") is None


def test_tidying_keeps_what_stands_and_what_it_rests_on(home: Home) -> None:
    old = stages.write(home, "cleaned_text", "b1", texts("one"))
    stages.write(home, "extracted_events", "b1", mentions("m1"), {"cleaned_text": old.version})
    passing = stages.write(home, "cleaned_text", "b1", texts("two"))
    new = stages.write(home, "cleaned_text", "b1", texts("three"))
    stages.tidy(home, "b1")
    assert stages.read(home, "cleaned_text", "b1", old.version)["document"]["clean_text"].tolist() == ["one"]
    assert stages.read(home, "cleaned_text", "b1", new.version)["document"]["clean_text"].tolist() == ["three"]
    with pytest.raises(stages.StageMissing):
        stages.read(home, "cleaned_text", "b1", passing.version)


def test_tidying_keeps_what_the_warehouse_holds(home: Home) -> None:
    text = stages.write(home, "cleaned_text", "b1", texts("one"))
    held = stages.write(home, "extracted_events", "b1", mentions("m1"), {"cleaned_text": text.version})
    stages.write(home, "cleaned_text", "b1", texts("two"))
    stages.write(home, "extracted_events", "b1", mentions("m2"), {})
    stages.tidy(home, "b1", held.version)
    assert stages.read(home, "extracted_events", "b1", held.version)["mention"]["mention_id"].tolist() == ["m1"]
    assert stages.inputs(home, "extracted_events", "b1", held.version) == {"cleaned_text": text.version}
    assert stages.exists(home, "cleaned_text", "b1", text.version)
    stages.tidy(home, "b1")
    assert not stages.exists(home, "cleaned_text", "b1", text.version)


def test_other_code_that_makes_the_same_rows_changes_the_mark_alone(home: Home) -> None:
    first = stages.write(home, "extracted_events", "b1", mentions("m1"), code="ontology 1")
    second = stages.write(home, "extracted_events", "b1", mentions("m1"), code="ontology 2")
    assert first.version == second.version
    assert stages.current(home, "extracted_events", "b1").code == "ontology 2"
