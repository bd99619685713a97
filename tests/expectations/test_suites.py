"""The tree of suites: one for each frame and table, each rule named once."""

from __future__ import annotations

from pathlib import Path

import pytest

from expectations import load_suite, suite, suite_names
from expectations.derive import DERIVED
from sitrep.schemas import STAGES
from sitrep.warehouse import tables
from tests.expectations.good_rows import columns_of

#: Tables that the project ships or takes from its ontology: their own tests hold them, not a gate.
REFERENCE = {"core.country", "core.event_type"}


def test_every_frame_of_every_stage_has_a_suite() -> None:
    frames = {f"{stage}.{frame}" for stage, found in STAGES.items() for frame in found}
    assert frames <= set(suite_names())


def test_every_table_has_a_suite_and_every_suite_something_to_judge() -> None:
    made = {table.full_name: table.kind for table in tables() if table.schema in ("core", "mart")}
    frames = {f"{stage}.{frame}" for stage, found in STAGES.items() for frame in found}
    assert {name for name, kind in made.items() if kind == "table"} - REFERENCE - set(suite_names()) == set()
    assert set(suite_names()) - made.keys() - frames == set()


@pytest.mark.parametrize("name", suite_names())
def test_rules_are_named_once_and_read_columns_of_their_table(name: str) -> None:
    found = load_suite(name)
    rules = [rule.id for rule in found.rules]
    assert len(rules) == len(set(rules))
    read = {*found.key, *(column for rule in found.rules for column in rule.columns)}
    assert read - DERIVED.keys() - set(columns_of(name)) == set()


@pytest.mark.parametrize("name", [f"{stage}.{frame}" for stage, frames in STAGES.items() for frame in frames])
def test_every_rule_on_rows_of_a_stage_names_the_fault_in_words(name: str) -> None:
    assert [rule.id for rule in load_suite(name).rules if rule.level == "row" and not rule.fault] == []


def test_a_suite_that_is_not_there_is_told_by_name() -> None:
    with pytest.raises(suite.UnknownSuite, match="rumour"):
        load_suite("core.rumour")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("suite: x.y\nabout: a: b\n", "y.yaml", id="no YAML"),
        pytest.param("suite: x.y\nabout: words\nkey: [a]\nrules:\n- id: r\n", "reason", id="a rule without its reason"),
        pytest.param("suite: x.z\nabout: words\nkey: [a]\nrules: []\n", "calls itself x.z", id="another name"),
    ],
)
def test_a_malformed_suite_is_told_by_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, complaint: str
) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "y.yaml").write_text(text)
    monkeypatch.setattr(suite, "SUITES", tmp_path)
    with pytest.raises(suite.MalformedSuite, match=complaint):
        load_suite.__wrapped__("x.y")
