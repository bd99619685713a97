"""When those counted as "people" are taken for civilians, and when those of another country for foreigners."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of

CIVILIANS = {
    "a number of those attacked": "Gunmen fired on worshippers in Gao on Monday. Four of them died.",
    "a bare number beside whom they attacked": "Twelve were killed when gunmen attacked farmers in Gao on Monday.",
    "a raid on a village": "Gunmen raided a village near Gao on Monday and killed 13 people.",
    "shells on a town": "Shells fell on a market in Gao on Monday. At least 13 persons were killed.",
    "a man of some age": "A man of 43 was killed by shelling in Gao on Monday.",
    "fire on a crowd": "Soldiers opened fire on a crowd in Gao on Monday, killing 13 people.",
}
ANYBODY = {
    "a bare number of nobody told": "Gunmen killed twelve in Gao on Monday.",
    "a fight between two": "Rebels clashed with soldiers in Gao on Monday. Thirteen people were killed.",
    "a raid by the police": "Police raided a house in Gao on Monday. Thirteen people were killed in the raid.",
    "soldiers among them": "A bomb exploded in Gao on Monday, killing 13 people. Two of the dead were soldiers.",
    "a post that was attacked": "Gunmen attacked an army post in Gao on Monday and killed 13 people.",
    "a number alone": "A bomb exploded in Gao on Monday, killing 13.",
    "a sum": "More than 1,300 people have been killed in Gao since January.",
}

FOREIGNERS = {
    "with others": ("Gunmen shot dead a Chinese engineer and two drivers in Gao on Monday.", 1),
    "some of a list": ("A blast killed three Germans and two Afghans in Kabul on Monday.", 3),
    "one of a list": ("A blast killed nine people in Kabul on Monday. The dead were a Greek and eight Afghans.", 1),
    "one by his nation": ("A bomb in Kabul killed six people on Monday, among them a German and two Canadians.", 3),
    "with one from there": ("A bomb in Kabul on Monday killed a Greek, two Chinese engineers and their driver.", 3),
    "by their trade": ("A bomb killed four Chinese engineers in Gao on Monday.", 4),
    "by their country alone": ("Gunmen shot dead an American in Gao on Monday.", 1),
    "in a list": ("Six Russians, three Chinese and an American were killed in a raid on a hotel in Gao.", 10),
    "among others": ("A bomb killed 12 people in Gao on Monday, including two Indian workers and two Iraqis.", 4),
}
AT_HOME = {
    "with one of an unknown nation": "A blast killed a Frenchman, a Greek and three Malians in Gao on Monday.",
    "their own country": "Gunmen shot dead four Malian engineers in Gao on Monday.",
    "some of them": "Gunmen shot dead four Malian and Chinese engineers in Gao on Monday.",
    "soldiers": "Gunmen shot dead four Chadian soldiers in Gao on Monday.",
    "a people of several countries": "Two Serbs were shot dead in Pristina on Monday.",
    "one land": "Two Israelis were shot dead in Ramallah on Monday.",
}


def _groups(text: str, ontology: Ontology) -> dict[str, int]:
    tolls = [toll for mention in mentions_of(text, ontology) for toll in mention.casualties]
    return {t.victim_group: t.low for t in tolls if t.victim_group in ("total", "civilian")}


@pytest.mark.parametrize("text", CIVILIANS.values(), ids=CIVILIANS.keys())
def test_people_with_no_one_armed_beside_them_are_civilians(text: str, ontology: Ontology) -> None:
    groups = _groups(text, ontology)
    assert groups == {"total": groups["total"], "civilian": groups["total"]}


def test_one_who_is_known_to_be_a_civilian_says_nothing_of_the_others(ontology: Ontology) -> None:
    lawyer = "A bomb hit a bus in Gao on Monday, killing five people, including a lawyer."
    some = "A bomb exploded in Gao on Monday, killing 12 people, including four civilians."
    told = [
        sorted(t.low for m in mentions_of(text, ontology) for t in m.casualties if t.victim_group == "civilian")
        for text in (lawyer, some)
    ]
    assert told == [[1, 5], [4]]


@pytest.mark.parametrize("text", ANYBODY.values(), ids=ANYBODY.keys())
def test_people_who_may_be_anybody_are_not(text: str, ontology: Ontology) -> None:
    assert list(_groups(text, ontology)) == ["total"]


@pytest.mark.parametrize("text", [*CIVILIANS.values(), "Two men were killed, and two men were hurt, by shells in Gao."])
def test_one_place_of_the_text_gives_one_count_of_a_group(text: str, ontology: Ontology) -> None:
    for mention in mentions_of(text, ontology):
        counts = [(toll.outcome, toll.victim_group, toll.char_start) for toll in mention.casualties]
        assert len(counts) == len(set(counts))


@pytest.mark.parametrize(("text", "low"), FOREIGNERS.values(), ids=FOREIGNERS.keys())
def test_civilians_of_another_country_are_foreigners(text: str, low: int, ontology: Ontology) -> None:
    tolls = [toll for mention in mentions_of(text, ontology) for toll in mention.casualties]
    assert [t.low for t in tolls if t.victim_group == "foreign_national"] == [low]


@pytest.mark.parametrize("text", AT_HOME.values(), ids=AT_HOME.keys())
def test_who_is_at_home_is_no_foreigner(text: str, ontology: Ontology) -> None:
    tolls = [toll for mention in mentions_of(text, ontology) for toll in mention.casualties]
    assert tolls
    assert "foreign_national" not in {t.victim_group for t in tolls}


@pytest.mark.parametrize(
    ("told", "group", "low"),
    [
        ("Gunmen attacked a policeman near Gao on Monday and shot him dead.", "security_force", 1),
        ("Gunmen attacked a policeman near Gao on Monday. They shot him dead.", "security_force", 1),
        ("Gunmen ambushed a colonel near Gao on Monday and killed him and two guards.", "security_force", 3),
        ("Gunmen broke into the home of a judge in Gao on Monday and shot her dead.", "civilian", 1),
        ("Troops stopped a militant near Gao on Monday and shot him dead.", "militant", 1),
    ],
)
def test_him_is_of_the_group_of_the_one_told_before(told: str, group: str, low: int, ontology: Ontology) -> None:
    tolls = [toll for mention in mentions_of(told, ontology) for toll in mention.casualties]
    assert [(toll.victim_group, toll.low) for toll in tolls if toll.victim_group != "total"] == [(group, low)]


def test_him_and_those_of_another_group_stay_apart(ontology: Ontology) -> None:
    (attack,) = mentions_of("Gunmen attacked a senator near Gao on Monday, killing him and four policemen.", ontology)
    assert {toll.victim_group: toll.low for toll in attack.casualties} == {"total": 5, "security_force": 4}
