"""Evidence between two accounts: what each piece counts, and what it is found in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sitrep.ontology.types import EventTypes
from sitrep.resolve.linker import is_specific
from sitrep.resolve.model import Account, Spot
from sitrep.resolve.places import best_relation
from sitrep.resolve.scoring import Scorer

DISTRICT = Spot("district", "admin2", "admin2", "PK", "Balochistan", "Kachhi", "Kachhi")
OTHER_DISTRICT = Spot("other", "admin2", "admin2", "PK", "Balochistan", "Sibi", "Sibi")
VILLAGE = Spot("village", "place", "exact", "PK", name="Sorani")  # no gazetteer knows where
RAID = Account(
    "a", "one", ("a",), ("armed_attack",), "armed_attack", True, dt.date(2024, 5, 1), dt.date(2024, 5, 1),
    texts=(frozenset(("sorani", "marri", "bugti", "14")),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("ones", "others", "relation"),
    [
        ((VILLAGE, DISTRICT), (DISTRICT,), "same"),
        ((VILLAGE, DISTRICT), (OTHER_DISTRICT,), "beside"),
        ((VILLAGE,), (DISTRICT,), "open"),
    ],
)
def test_a_village_that_no_gazetteer_knows_lies_where_it_is_said_to(
    ones: tuple[Spot, ...], others: tuple[Spot, ...], relation: str
) -> None:
    assert best_relation(ones, others) == best_relation(others, ones) == relation


def test_names_that_two_texts_share_count_for_their_news_alone(types: EventTypes) -> None:
    score = Scorer(types)
    other = replace(RAID, key="b", document_id="two", mention_ids=("b",))
    apart = replace(other, texts=(frozenset(("zehri", "mengal")),))
    assert score.compare(RAID, other).score > score.compare(RAID, apart).score
    looking_back = replace(other, is_background=True)
    assert score.compare(RAID, looking_back).score == score.compare(RAID, replace(apart, is_background=True)).score


def test_the_day_of_a_document_alone_makes_no_happening() -> None:
    bare = replace(RAID, basis="document", precision="day")
    assert not is_specific(bare)
    assert is_specific(replace(bare, basis="weekday"))
    assert is_specific(replace(bare, targets=frozenset(("group.bla",))))
    assert is_specific(replace(bare, targets=frozenset(("?civilians",)), spots=(DISTRICT,), spot=DISTRICT))
