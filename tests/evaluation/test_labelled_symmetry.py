"""Swapped sides and renamed groups: what an engine says must follow the names, and nothing else may change."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from sitrep.ontology.types import load_types
from sitrep.records import ActorMention, CleanDocument, Extraction, Mention
from tests.evaluation.labelled_set import Text, read_all, read_file
from tests.evaluation.labelled_symmetry import GROUPS, Variant, difference, variants

STORY = "Hamas attacked Boko Haram. Boko Haram attacked Hamas."


@pytest.fixture
def text(tmp_path: Path) -> Text:
    whole = {"id": "raids-1", "manner": "wire", "conflict": "none", "published": dt.date(2024, 1, 6), "text": STORY}
    path = tmp_path / "raids.yaml"
    path.write_text(yaml.safe_dump({"phenomenon": "raids", "texts": [{**whole, "events": []}]}))
    return read_file(path, load_types())[0]


def engine(document: CleanDocument, biased: str = "nobody") -> Extraction:
    """Finds 'X attacked Y'; holds what the biased name does for a clash."""
    mentions = []
    for hit in re.finditer(r"(\w[\w -]+?) attacked (\w[\w -]+)", document.clean_text):
        roles = (("perpetrator", hit[1]), ("target", hit[2]))
        kind = "armed_clash" if hit[1] == biased else "armed_attack"
        found = tuple(ActorMention(role, name, name, 0, 1) for role, name in roles)
        mentions.append(Mention(kind, "attacked", hit.start(), hit.end(), hit[0], 0, 9, "test", actors=found))
    return Extraction("", "test", "1", tuple(mentions))


def test_names_are_exchanged_all_at_once(text: Text) -> None:
    variant = Variant(text, {"Hamas": "Boko Haram", "Boko Haram": "Hamas"})
    assert variant.put(STORY) == "Boko Haram attacked Hamas. Hamas attacked Boko Haram."
    assert str(variant) == "raids-1[Hamas>Boko_Haram,Boko_Haram>Hamas]"


def test_each_group_of_a_text_is_renamed_twice_by_names_it_has_not(text: Text) -> None:
    found = [dict(variant.names) for variant in variants(text)]
    after_hamas, after_boko_haram = GROUPS[GROUPS.index("Hamas") + 1 :], GROUPS[GROUPS.index("Boko Haram") + 1 :]
    assert found == [
        {"Boko Haram": after_boko_haram[0]},
        {"Boko Haram": after_boko_haram[1]},
        {"Hamas": after_hamas[0]},
        {"Hamas": after_hamas[1]},
    ]


def test_an_even_handed_engine_follows_the_names(text: Text) -> None:
    assert [difference(variant, engine) for variant in variants(text)] == [None] * 4


def test_an_engine_that_favours_a_name_is_found_out(text: Text) -> None:
    variant = Variant(text, {"Hamas": "ELN"})
    said = difference(variant, lambda document: engine(document, "Hamas"))
    assert said is not None
    assert "only before: [\"armed_clash 'attacked' asserted ['perpetrator=ELN(stated)'" in said


def test_there_are_variants_enough() -> None:
    found = [variant for text in read_all() for variant in variants(text)]
    assert len(found) >= 100
    assert sum(dict(v.names) == dict(v.text.swap) for v in found) >= 20
