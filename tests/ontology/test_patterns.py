"""The pattern files: what they may say, and errors that name the file and the entry at fault."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from sitrep.ontology.patterns.load import HERE, PatternsInvalid, load_entries, load_patterns
from sitrep.ontology.types import load_types


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the pattern files, to be spoilt by a test."""
    return Path(shutil.copytree(HERE, tmp_path / "patterns"))


def spoil(path: Path, key: str, change: Callable[[dict], object]) -> None:
    """Changes the first entry of a list in a file."""
    content = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    change(content[key][0])
    path.write_text(yaml.safe_dump(content), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"colour": "red"}, "colour"),
        ({"priority": "high"}, "priority"),
        ({"id": "Attack"}, "id"),
        ({"frame": "assult"}, "unknown frame 'assult'"),
        ({"acts": "open/fire go_on_strike"}, "acts"),
    ],
    ids=["an unknown field", "a word for a number", "an id without its family", "a frame that is not there", "no pair"],
)
def test_an_error_names_the_file_the_entry_and_what_is_wrong(folder: Path, change: dict, told: str) -> None:
    path = folder / "triggers" / "violent.yaml"
    spoil(path, "triggers", lambda entry: entry.update(change))
    with pytest.raises(PatternsInvalid) as raised:
        load_patterns(folder)
    assert told in str(raised.value)
    assert change.get("id", "violent.attack") in str(raised.value)
    assert "triggers" in str(raised.value)


def test_an_id_stands_once(folder: Path) -> None:
    spoil(folder / "triggers" / "violent.yaml", "triggers", lambda entry: entry.update(id="coercive.arrest"))
    with pytest.raises(PatternsInvalid, match=r"coercive\.arrest: stands twice"):
        load_patterns(folder)


def test_a_refinement_names_its_file_and_id(folder: Path) -> None:
    spoil(folder / "refine.yaml", "refinements", lambda entry: entry.update(mean=["bomb"]))
    with pytest.raises(PatternsInvalid, match=r"refine\.yaml: refine\.suicide: mean"):
        load_patterns(folder)


def test_a_file_that_is_no_yaml_is_named(folder: Path) -> None:
    path = folder / "triggers" / "violent.yaml"
    path.write_text("triggers: [", encoding="utf-8")
    with pytest.raises(PatternsInvalid, match=r"violent\.yaml: cannot be read"):
        load_patterns(folder)


def test_every_pattern_and_refinement_leads_to_a_type_that_is_there() -> None:
    patterns, types = load_patterns(), load_types()
    named = {entry.type for entry in load_entries()}
    for rule in patterns.refinements:
        named |= {rule.to, *rule.types}
    assert named <= set(types)


@pytest.mark.parametrize("word", ["levelled", "leveled", "cancelled", "canceling", "fuelling"])
def test_verbs_are_known_in_both_spellings(word: str) -> None:
    lexicon = load_patterns().lexicon
    assert lexicon.tags[word] in ("e", "g")
    assert word.startswith(lexicon.lemmas[word])


def test_no_list_of_a_trigger_says_a_word_twice() -> None:
    twice = []
    for entry in load_entries():
        for words in (entry.verbs, entry.nouns, entry.acts, *entry.when.values(), *entry.unless.values()):
            listed = words.split()
            twice += [(entry.id, word) for word in set(listed) if listed.count(word) > 1]
    assert not twice


def test_no_trigger_lists_an_act_in_both_numbers() -> None:
    """An act's noun is found in either number: 'impose/curb' is told by 'imposed curbs' as well."""
    acts = {(entry.id, act) for entry in load_entries() for act in entry.acts.split()}
    assert not {(trigger, act) for trigger, act in acts if (trigger, act + "s") in acts}
