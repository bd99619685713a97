"""Attacks by their rank in a row, 'the second attack on the town in a week', and by what else came of them."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import shown

NEWS = "Gunmen killed six people in Jos on Sunday"


@pytest.mark.parametrize(
    "rank",
    [
        ", the second attack on the city in a week.",
        " in the third attack on the city in as many days.",
        ", their fourth raid on a suburb of the city since May.",
        ". It was the second attack on the city this month.",
    ],
)
def test_which_of_several_an_attack_was_makes_it_no_other(rank: str, ontology: Ontology) -> None:
    told = shown(NEWS + rank, ontology)
    assert len(told) > 1
    assert {m.happening for m in told} == {told[0].happening}


@pytest.mark.parametrize(
    "other",
    [
        ". A second attack in the city killed three people this week.",
        ". The second attack, in Bauchi, killed three people.",
        ". Another attack this week killed three people in Bauchi.",
    ],
)
def test_a_second_one_of_which_no_row_is_told_is_another(other: str, ontology: Ontology) -> None:
    told = shown(NEWS + other, ontology)
    assert told[0].happening != told[-1].happening


def test_what_else_an_attack_destroyed_is_no_other_aim(ontology: Ontology) -> None:
    text = (
        "Three policemen were killed when a suicide bomber rammed his car into a police van in Yala on Thursday. "
        "Thirty people were injured in the bombing that destroyed eight houses and two cars."
    )
    told = shown(text, ontology)
    assert "injured 30 total" in [toll for m in told for toll in m.tolls if m.happening == told[0].happening]


ATTACK = "Rebels attacked an army post near Yala on Monday."


@pytest.mark.parametrize(
    ("told", "one"),
    [
        ("The army said it had lost six men and killed 20 rebels.", True),
        ("Soldiers killed 20 of the rebels.", True),
        ("The army killed 12 rebels in Gao.", False),
        ("In response, the army bombed their bases and killed 12 rebels.", False),
        ("On Sunday the army killed 12 rebels.", False),
    ],
)
def test_those_attacked_kill_in_the_same_fight(told: str, one: bool, ontology: Ontology) -> None:
    mentions = shown(f"{ATTACK} {told}", ontology)
    assert (mentions[0].happening == mentions[1].happening) is one
