"""What papers of Africa, Latin America and South-East Asia put around a deed, as 40 of their pages showed.

Sentences of one or two clauses, each with what a careful reader would put down.
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import shown


def test_a_sentence_broken_in_mid_line_is_one(ontology: Ontology) -> None:
    text = "Two guards died in an attack by Tarnia's oldest and best known rebel\ngroup in Herat, it was said."
    (attack,) = shown(text, ontology)
    assert [name.split() for name in attack.who["perpetrator"]] == ["oldest and best known rebel group".split()]


@pytest.mark.parametrize("described", ["biggest and busiest", "oldest and best known"])
def test_what_is_described_twice_is_one_thing(described: str, ontology: Ontology) -> None:
    (blast,) = shown(f"The blast hit Pakistan's {described} market on Monday, killing six.", ontology)
    assert blast.who["target"] == [f"Pakistan's {described} market"]


@pytest.mark.parametrize(
    "opening", ["This is to confirm that", "I write to inform you that", "We regret to announce that"]
)
def test_what_somebody_is_about_to_say_is_not_about_to_happen(opening: str, ontology: Ontology) -> None:
    (attack,) = shown(f"{opening} gunmen attacked Herat on Monday.", ontology)
    assert attack.modality == "asserted"


@pytest.mark.parametrize("came", ["rode on motorcycles", "returned", "sneaked into the camp"])
def test_who_came_to_attack_did(came: str, ontology: Ontology) -> None:
    (attack,) = shown(f"The gunmen {came} to attack the market on Monday.", ontology)
    assert attack.modality == "asserted"


@pytest.mark.parametrize("opening", ["Confirming the attack", "Reacting to the raid", "Speaking about the ambush"])
def test_the_day_on_which_a_deed_is_spoken_of_is_not_its_own(opening: str, ontology: Ontology) -> None:
    text = f"Gunmen killed six people in Herat on Monday. {opening} on Wednesday, the governor said that they fled."
    assert {mention.when for mention in shown(text, ontology) if mention.event_type == "armed_attack"} == {"2024-05-06"}


def test_two_who_are_named_are_not_those_who_follow(ontology: Ontology) -> None:
    text = "Two drivers, Ali Musa and Omar Sani, and a guard Musa Rahim were killed in Herat on Monday."
    (attack,) = shown(text, ontology)
    assert attack.tolls == ["killed 1 security_force", "killed 2 civilian"]
