"""Sentences whose parts stand far from each other: asides between dashes, coordinated verbs, those who only tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from sitrep.records import Published
from tests.extract.conftest import DAY, document
from tests.extract.reading import mentions_of, roles_of, tolls_of


def tolls(text: str, ontology: Ontology) -> set[str]:
    """All tolls of a text."""
    return {toll for mention in mentions_of(text, ontology) for toll in tolls_of(mention)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two soldiers and one policeman were killed and three others — two soldiers and a driver — were injured.",
            {"killed 3 security_force", "injured 3 total", "injured 2 security_force", "injured 1 civilian"},
        ),
        ("Six others — all soldiers — were wounded in Gao.", {"injured 6 security_force"}),
        ("Two brothers — Ali Keita and Omar Keita — were shot dead in Gao.", {"killed 2 civilian"}),
    ],
)
def test_what_stands_between_dashes_before_a_verb_names_those_before_it(
    text: str, expected: set[str], ontology: Ontology
) -> None:
    assert tolls(text, ontology) == expected


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Raiders trailed workers who were being escorted by soldiers near Gao and opened fire on them.", ["Raiders"]),
        ("Gunmen kidnapped two engineers who were working near Gao and shot their guard.", ["Gunmen"]),
        ("Rebels freed two men who raided Gao in May and shot a guard there.", ["men"]),
    ],
)
def test_who_was_doing_something_did_not_also_do_what_follows(text: str, doers: list[str], ontology: Ontology) -> None:
    last = [m for m in mentions_of(text, ontology) if ontology.types[m.event_type].event_class == "violent"][-1]
    assert roles_of(last)["perpetrator"] == doers


def test_they_of_a_deed_are_not_those_who_only_told_it(ontology: Ontology) -> None:
    text = "Gunmen killed nine villagers near Gao. Police confirmed his account. They also burned houses."
    assert roles_of(mentions_of(text, ontology)[-1])["perpetrator"] == ["Gunmen"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Gunmen opened fire on trucks travelling through Mopti region, 60 kilometres west of the city of Gao.",
            "Mopti",
        ),
        ("Gunmen killed six farmers working in fields near Mopti on Monday.", "Mopti"),
    ],
)
def test_those_struck_were_where_they_were_doing_something(text: str, place: str, ontology: Ontology) -> None:
    first = mentions_of(text, ontology)[0]
    assert first.place is not None
    assert place in first.place.text
    assert first.place.basis == "stated"


@pytest.mark.parametrize(
    ("text", "event_type", "victims"),
    [
        ("Rebels ambushed a convoy with rocket propelled grenades near Gao.", "armed_attack", set()),
        ("Six security officials were killed near Gao.", "armed_attack", {"killed 6 security_force"}),
    ],
)
def test_words_of_those_who_fight(text: str, event_type: str, victims: set[str], ontology: Ontology) -> None:
    (mention,) = mentions_of(text, ontology)
    assert (mention.event_type, set(tolls_of(mention))) == (event_type, victims)


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("The army accused rebels of attacks on villages in Gao.", ["rebels"]),
        ("The minister blamed the rebels for an attack on a school in Gao.", ["rebels"]),
        ("A suicide bomber rammed his car into a police station in Gao.", ["police station"]),
        ("An attacker drove his van into a crowd in Gao.", ["crowd"]),
        ("A suicide bomber rammed an explosive-laden lorry into a school in Gao.", ["school"]),
    ],
)
def test_what_hangs_on_another_deed_or_is_driven_was_not_struck(
    text: str, struck: list[str], ontology: Ontology
) -> None:
    assert roles_of(mentions_of(text, ontology)[0])["target"] == struck


def test_what_had_happened_since_a_month_is_a_sum(ontology: Ontology) -> None:
    (mention,) = mentions_of("The ministry said 40 soldiers had been killed since January.", ontology)
    assert mention.is_aggregate


def test_this_morning_is_not_last_week_though_nobody_knows_the_day(ontology: Ontology) -> None:
    text = (
        "A bomb exploded outside a police station in Gao this morning, killing two people. A bomb exploded outside a"
        " mosque in Gao last week, killing six people."
    )
    found = extract(replace(document(text), published=Published()), ontology, DAY).mentions
    assert len({mention.happening for mention in found}) == len(found) > 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 15 civilians were killed in Gao in shelling attacks on inhabited areas.", [("shelling", [])]),
        ("Six people died in bombing raids on villages near Gao.", [("air_strike", [])]),
        ("They were accused of killing protesters in Gao.", [("accuse", []), ("armed_attack", [])]),
        ("Rebels seized more territory near Gao on Thursday.", [("territorial_change", ["Rebels"])]),
        ('The minister said troops had "attacked and burned" a village near Gao.', [("armed_attack", ["troops"])]),
        ("The paper recalls that six men were killed near Gao.", [("armed_attack", [])]),
        ("Rebels killed a ransom bearer near Gao.", [("armed_attack", ["Rebels"])]),
    ],
)
def test_words_that_look_like_others(text: str, expected: list[tuple[str, list[str]]], ontology: Ontology) -> None:
    told = [(m.event_type, roles_of(m).get("perpetrator", [])) for m in mentions_of(text, ontology)]
    assert told == expected


def test_who_falls_sick_does_not_die(ontology: Ontology) -> None:
    text = "Bandits abducted six villagers in Gao. They freed a woman to bring home a child who fell sick in custody."
    assert tolls(text, ontology) == {"abducted 6 civilian"}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The attack was carried out by the FARC, the country's oldest rebel group.", ["FARC"]),
        ("The Red Front attacked a post near Gao on Monday.", ["Red Front"]),
        ("The Azawad Eastern Command attacked a post near Gao on Monday.", ["Azawad Eastern Command"]),
        ("The front attacked a post near Gao on Monday.", []),
        ("Two Russian missiles hit the centre of Kharkiv on Sunday.", ["Russian missiles"]),
        ("Suspected rebels smashed a lorry loaded with explosives into buses near Gao.", ["Suspected rebels"]),
    ],
)
def test_who_a_name_or_a_weapon_says_did_it(text: str, doers: list[str], ontology: Ontology) -> None:
    told = [m for m in mentions_of(text, ontology) if ontology.types[m.event_type].event_class == "violent"]
    assert roles_of(told[0]).get("perpetrator", []) == doers


def test_those_who_say_so_behind_a_toll_are_none_of_it(ontology: Ontology) -> None:
    text = "A bomb killed six people and wounded nine in Gao, police, doctors and the army said."
    (mention,) = mentions_of(text, ontology)
    assert (roles_of(mention)["target"], mention.attributed_to) == (["people"], "police")


def test_a_road_in_capitals_is_not_the_town_that_it_is_named_after(ontology: Ontology) -> None:
    text = "Six men were killed in Peshawar when a convoy came under attack on Kohat Road, near Sara Khwara."
    assert all(m.place is None or "Kohat" not in m.place.text for m in mentions_of(text, ontology))
