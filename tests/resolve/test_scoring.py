"""Evidence between two accounts: what each piece counts, and what it is found in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sitrep.ontology.types import EventTypes
from sitrep.resolve.linker import cluster, is_specific
from sitrep.resolve.model import Account, Figure, Spot
from sitrep.resolve.places import best_relation
from sitrep.resolve.scoring import Scorer
from sitrep.resolve.sides import tokens

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


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Karrabadh", "Karabad", "same"),
        ("al-Qarna", "Karna", "same"),
        ("Karabad", "Karabek", "open"),
        ("Oum", "Um", "open"),
    ],
)
def test_a_town_that_no_gazetteer_has_may_be_one_in_another_spelling(one: str, other: str, relation: str) -> None:
    known = Spot("known", "place", "exact", "PK", "Balochistan", None, one, 29.0, 67.0)
    assert best_relation((known,), (replace(VILLAGE, name=other),)) == relation
    assert best_relation((known,), (replace(known, place_id="other", name=other, latitude=25.0),)) != "same"


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


def _dead(document: str, *figures: tuple[str, int, int | None]) -> Account:
    """The raid as a document tells it, with so many dead."""
    counts = (Figure("killed", group, low, high, None, document, document) for group, low, high in figures)
    return replace(RAID, key=document, document_id=document, mention_ids=(document,), figures=tuple(counts))


@pytest.mark.parametrize(
    ("ones", "others", "says"),
    [
        ((("total", 30, None),), (("total", 57, 57),), "tolls a little apart"),  # "at least 30"
        ((("total", 30, 30),), (("total", 57, 57),), "tolls differ"),
        ((("total", 30, 30),), (("total", 33, 33),), "tolls nearly the same"),
        ((("total", 30, 30),), (("total", 34, 34),), "tolls a little apart"),
        ((("total", 5, 5),), (("total", 6, 6),), "tolls a little apart"),  # so few may die in any two attacks
        ((("civilian", 9, 9), ("militant", 3, 3)), (("total", 9, 9),), "same toll"),  # the attackers counted apart
        ((("civilian", 9, 9), ("militant", 3, 3)), (("total", 12, 12),), "same toll"),
    ],
)
def test_tolls_are_one_where_ways_of_counting_meet(
    types: EventTypes, ones: tuple[tuple[str, int, int | None], ...], others: tuple[tuple[str, int, int | None], ...],
    says: str,
) -> None:  # fmt: skip
    found = Scorer(types).compare(_dead("one", *ones), _dead("two", *others))
    assert any(reason.endswith(says) for reason in found.reasons), found.reasons


@pytest.mark.parametrize(
    ("dead", "conflicts"),
    [
        (((("total", 16, 16),), (("total", 8, 8),)), True),  # a shelling and, "separately", a drone
        (((("total", 16, 16),), (("total", 16, None),)), False),
        (((("total", 16, 16),), (("total", 0, 0),)), False),  # nobody was hurt among the fleeing
        (((("total", 16, 16),), ()), False),
        (
            ((("security_force", 2, 2),), (("militant", 2, 2),)),
            True,
        ),  # two policemen, two rebels
        (((("security_force", 2, 2),), (("security_force", 2, 2), ("militant", 2, 2))), False),
    ],
)
def test_one_document_that_counts_its_dead_apart_tells_of_two(
    types: EventTypes, dead: tuple[tuple[tuple[str, int, int | None], ...], ...], *, conflicts: bool
) -> None:
    one, other = (_dead("one", *figures) for figures in dead)
    beside = replace(other, key="b", mention_ids=("b",))
    elsewhere = replace(beside, document_id="two")
    assert (Scorer(types).compare(one, beside).conflict is not None) is conflicts
    assert Scorer(types).compare(one, elsewhere).conflict is None


def test_what_a_document_sets_apart_stays_so_beside_what_others_tell(types: EventTypes) -> None:
    town = Spot("town", "place", "exact", "PK", "Balochistan", "Kachhi", "Mach")
    first = replace(_dead("one", ("total", 16, 16)), spot=town, spots=(town,), precision="day")
    again = replace(first, key="c", mention_ids=("c",), document_id="two")
    beside = replace(_dead("one", ("total", 8, 8)), key="b", mention_ids=("b",), precision="day")
    homes = cluster([first, again, beside], types).home
    assert homes[first.key] == homes["c"]
    assert homes["b"] != homes[first.key]


@pytest.mark.parametrize("kind", ["person", "police", "military", "government"])
def test_who_is_named_is_known_by_the_name_whatever_the_office(kind: str) -> None:
    actors = {"person.juan-perez": {"kind": kind, "country": None}, "person.ana-ruiz": {"kind": kind, "country": "CO"}}
    assert tokens("person.juan-perez", actors) == {"person.juan-perez"}
    assert tokens("person.ana-ruiz", actors) == {"person.ana-ruiz", "side:CO"}


def test_a_day_of_the_month_may_be_off_by_one(types: EventTypes) -> None:
    undated = replace(RAID, key="b", document_id="two", mention_ids=("b",), first=None, last=None, basis="unknown")
    assert Scorer(types).compare(RAID, replace(undated, month_day=(5, 2))).conflict is None
    assert Scorer(types).compare(RAID, replace(undated, month_day=(5, 4))).conflict == "day of the month differs"


@pytest.mark.parametrize(
    ("rises", "dead", "says"),
    [
        (True, 7, "a toll that rose"),
        (False, 7, "tolls a little apart"),
        (True, 4, "tolls a little apart"),  # fewer than were told before: another's count
        (True, 40, "tolls differ"),
    ],
)
def test_a_toll_that_is_said_to_have_risen_is_that_of_an_earlier_report(
    types: EventTypes, rises: bool, dead: int, says: str
) -> None:
    later = replace(_dead("two", ("total", dead, dead)), tells_rise=rises)
    found = Scorer(types).compare(_dead("one", ("total", 5, 5)), later)
    assert any(reason.endswith(says) for reason in found.reasons), found.reasons


@pytest.mark.parametrize(("fighters", "all_dead", "joins"), [(3, 4, True), (5, 4, False)])
def test_the_dead_fighters_of_a_report_are_among_all_its_dead(
    types: EventTypes, fighters: int, all_dead: int, joins: bool
) -> None:
    def counts(low: int, group: str, key: str) -> Account:
        figure = Figure("killed", group, low, low, None, key, "one", None, "")
        return replace(RAID, key=key, mention_ids=(key,), figures=(figure,))

    found = Scorer(types).compare(counts(fighters, "militant", "a"), counts(all_dead, "total", "b"))
    assert (found.conflict is None) is joins
