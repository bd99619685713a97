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


@pytest.mark.parametrize("how", ["shot dead", "found beheaded"])
def test_whoever_is_named_by_an_age_alone_is_somebody(how: str, ontology: Ontology) -> None:
    (deed,) = shown(f"The 77-year-old was {how} in Herat on Monday.", ontology)
    assert deed.who["target"] == ["77-year-old"]


@pytest.mark.parametrize(
    ("text", "is_sum"),
    [
        ("The rebels for decades fought the state, carrying out bombings in Herat.", True),
        ("For years the militia waged war on the state, killing mayors in Herat.", True),
        ("The envoy said that since August 27, the day the talks began, 50 rebels have been killed in Herat.", True),
        ("The mayor, who had served for years, was shot dead in Herat on Monday.", False),
        ("Rebels who had been on the run for years attacked Herat on Monday.", False),
        ("A monk who had been ordained for 42 years was hit by shrapnel in Herat.", False),
        ("A monk who had lived there for decades was killed by shells in Herat.", False),
    ],
)
def test_what_was_done_for_years_is_no_single_deed(text: str, ontology: Ontology, *, is_sum: bool) -> None:
    violent = [m for m in shown(text, ontology) if m.event_type != "meet"]
    assert {m.is_aggregate for m in violent} == {is_sum}


@pytest.mark.parametrize(("when", "is_sum"), [("in April 2023", True), ("on Monday", False)])
def test_a_war_since_some_month_is_no_single_fight(when: str, ontology: Ontology, *, is_sum: bool) -> None:
    fighting = shown(f"The army has besieged Herat since fighting broke out {when}.", ontology)[-1]
    assert fighting.is_aggregate is is_sum


def test_who_passed_away_died_of_what_hit_them(ontology: Ontology) -> None:
    (hit,) = shown("A monk was hit by shrapnel in Herat on Monday and passed away.", ontology)
    assert hit.tolls == ["killed 1 civilian"]


def test_those_who_are_reported_killed_report_nothing(ontology: Ontology) -> None:
    (blast,) = shown("Two people are reported killed and three others wounded in a blast in Herat on Monday.", ontology)
    assert (blast.tolls, blast.by) == (["injured 3 total", "killed 2 total"], None)


def test_a_personnel_is_one_person(ontology: Ontology) -> None:
    (attack,) = shown("A security personnel was wounded in Herat in an attack by armed men on Monday.", ontology)
    assert attack.tolls == ["injured 1 security_force"]


@pytest.mark.parametrize("decided", ["declared a ceasefire", "imposed a curfew in Herat", "extended the truce"])
def test_the_day_on_which_something_ends_is_not_when_it_was_decided(decided: str, ontology: Ontology) -> None:
    assert {mention.when for mention in shown(f"The government {decided} until April 15.", ontology)} == {None}


@pytest.mark.parametrize("occasion", ["in commemoration of the death", "to mark the anniversary of the death"])
def test_whose_death_is_commemorated_was_not_killed_again(occasion: str, ontology: Ontology) -> None:
    (attack, *_) = shown(f"Rebels attacked Herat on Monday {occasion} of their leader Ali Khan.", ontology)
    assert not attack.tolls


@pytest.mark.parametrize(
    "mishap", ["a driver lost control of their vehicle", "the pilot lost control", "their truck overturned"]
)
def test_mishaps_are_no_deeds(mishap: str, ontology: Ontology) -> None:
    assert not shown(f"Two soldiers were killed on Monday when {mishap} near Herat.", ontology)


def test_a_town_that_an_army_loses_is_no_mishap(ontology: Ontology) -> None:
    (loss,) = shown("The army lost control of the town of Herat to rebels on Monday.", ontology)
    assert loss.event_type == "territorial_change"


@pytest.mark.parametrize("how", ["gun attack", "knife attack", "gun ambush"])
def test_no_state_strikes_with_a_knife(how: str, ontology: Ontology) -> None:
    (attack,) = shown(f"Six dead in Mexico {how}", ontology)
    assert "perpetrator" not in attack.who


@pytest.mark.parametrize("who", ["Presumed members of organized crime", "Organised crime groups"])
def test_organized_crime_has_its_gunmen(who: str, ontology: Ontology) -> None:
    (attack,) = shown(f"{who} killed six police officers in Herat on Sunday.", ontology)
    assert attack.who["perpetrator"] == [who]


@pytest.mark.parametrize(("when", "is_sum"), [("this Saturday", False), ("in recent months", True)])
def test_clashes_of_one_day_are_one_though_the_tense_is_perfect(when: str, ontology: Ontology, *, is_sum: bool) -> None:
    (clash,) = shown(f"Clashes between the army and rebels have taken place {when} in Herat.", ontology)
    assert clash.is_aggregate is is_sum


@pytest.mark.parametrize("how", ["fatal shooting", "fatal stabbing"])
def test_a_fatal_shooting_killed(how: str, ontology: Ontology) -> None:
    (deed,) = shown(f"The {how} of two men in Herat on Monday angered the town.", ontology)
    assert deed.tolls == ["killed 2 total"]


def test_those_of_the_next_village_count_too(ontology: Ontology) -> None:
    (deed,) = shown("Twelve people were killed in Karwat and 14 in Dumba on Tuesday.", ontology)
    assert (deed.tolls, deed.when) == (["killed 26 total"], "2024-05-07")


def test_ground_is_recaptured_and_not_arrested(ontology: Ontology) -> None:
    assert not shown("He has set a goal of recapturing 40% of the country's territory.", ontology)


def test_a_state_of_exception_is_no_place(ontology: Ontology) -> None:
    text = "A State of Exception was declared in Herat on Monday."
    (declared,) = shown(text, ontology)
    assert (declared.event_type, declared.where) == ("border_closure", "Herat")


def test_those_whose_work_prevents_crime_did_not_attack_themselves(ontology: Ontology) -> None:
    text = "The officers were carrying out crime prevention actions in Herat when armed men attacked them on Monday."
    (attack,) = shown(text, ontology)
    assert attack.who["perpetrator"] == ["armed men"]


@pytest.mark.parametrize("speaker", ["The mission condemned", "The mission is appalled by", "The bishop denounced"])
def test_who_condemns_an_attack_did_not_injure_anybody(speaker: str, ontology: Ontology) -> None:
    *_, attack = shown(f"{speaker} the attack on an ambulance in Herat on Monday, injuring two nurses.", ontology)
    assert ("perpetrator" in attack.who, attack.tolls) == (False, ["injured 2 civilian"])


def test_who_launches_an_operation_does_what_comes_of_it(ontology: Ontology) -> None:
    (operation, *_) = shown("The army launched an operation in Herat on Monday, killing six rebels.", ontology)
    assert operation.who["perpetrator"] == ["army"]


def test_the_dead_of_a_fighting_so_far_are_a_sum(ontology: Ontology) -> None:
    (fighting,) = shown("The fighting has so far killed 443 people, the agency said.", ontology)
    assert fighting.is_aggregate
