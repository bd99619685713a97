"""What real reports put around a deed that must not mislead: a name's year of birth, an aside, who is quoted behind it.

What belongs here: forms met in papers that had lost or made a fact. What does not: words for one kind of event.
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import shown


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a judge identified as Omar Rahim in Herat on Monday.",
        "Gunmen killed a judge named as Omar Rahim in Herat on Monday.",
        "The group said that its gunmen had shot and killed a judge identified as Omar Rahim in Herat on Monday.",
    ],
)
def test_who_is_identified_behind_the_deed_is_whom_it_struck(text: str, ontology: Ontology) -> None:
    (mention,) = shown(text, ontology)
    assert mention.who["target"] == ["judge"]
    assert [toll[:8] for toll in mention.tolls] == ["killed 1"]


def test_those_counted_among_the_hurt_need_no_second_comma(ontology: Ontology) -> None:
    (mention,) = shown("Six civilians were killed and 46, including 22 women were injured in the shelling.", ontology)
    assert mention.tolls == ["injured 22 woman", "injured 46 total", "killed 6 civilian"]


def test_a_year_of_birth_is_no_time_of_death(ontology: Ontology) -> None:
    (mention,) = shown("A teacher, born in 1967, was killed in the shelling of Herat on Monday.", ontology)
    assert mention.when == "2024-05-06"


def test_whoever_is_quoted_behind_them_is_not_one_of_them(ontology: Ontology) -> None:
    text = '"We hit the guards and we killed a number of them," Mullah Omar Rahim, the spokesman told reporters.'
    assert not any("Rahim" in name for mention in shown(text, ontology) for name in mention.who.get("target", []))


@pytest.mark.parametrize("aside", ["", " – mostly supporters and cousins of the warlord's fighters – "])
def test_gunmen_do_not_ambush_themselves(aside: str, ontology: Ontology) -> None:
    text = f"The soldiers were pursuing militants when gunmen{aside or ' '}ambushed them in Sumisip on Monday."
    assert [mention.who["target"] for mention in shown(text, ontology)] == [["soldiers"]]


@pytest.mark.parametrize(
    ("text", "is_sum"),
    [
        ("The group is known for kidnapping foreigners in the south of Mali.", True),
        ("The militants have targeted hotels, the airport and restaurants.", True),
        ("Militants have attacked a hotel, a bank and a school in Herat.", False),
    ],
)
def test_what_somebody_is_known_for_is_no_single_deed(text: str, ontology: Ontology, *, is_sum: bool) -> None:
    assert [mention.is_aggregate for mention in shown(text, ontology)] == [is_sum]


def test_a_line_below_the_headline_tells_in_the_present_what_happened(ontology: Ontology) -> None:
    (mention, *_) = shown("Car bomb goes off near a police post in Herat, wounding at least two officers.", ontology)
    assert (mention.modality, mention.tolls) == ("asserted", ["injured 2 or more security_force"])


@pytest.mark.parametrize("link", ["came after a raid in Beni", "follows a raid in Beni"])
def test_when_what_came_before_was_is_not_when_the_news_was(link: str, ontology: Ontology) -> None:
    text = f"Monday's attack on the patrol {link}, where rebels killed six guards on February 26."
    attack, *before = shown(text, ontology)
    assert (attack.when, attack.who) == ("2024-05-06", {"target": ["patrol"]})
    assert {(mention.when, mention.happening == attack.happening) for mention in before} == {("2024-02-26", False)}


def test_some_of_a_sum_are_a_sum(ontology: Ontology) -> None:
    text = "The army has killed 190 rebels this year, 66 of whom were foreigners who were killed along the border."
    assert all(mention.is_aggregate for mention in shown(text, ontology))


def test_what_a_mayor_condemns_is_what_was_done(ontology: Ontology) -> None:
    text = 'Gunmen killed two judges in Herat, the minister told the BBC. The mayor condemned it as "cowardly".'
    (condemned,) = (mention for mention in shown(text, ontology) if mention.event_type == "condemn")
    assert "target" not in condemned.who


@pytest.mark.parametrize(
    "teller", ["The army, which killed 40 rebels in Goma in May,", "Ali Omar, whose brother was killed in Goma in May,"]
)
def test_those_who_died_are_not_of_what_is_recalled_beside_them(teller: str, ontology: Ontology) -> None:
    text = f"Rebels attacked a base in Beni on Monday. {teller} said that six soldiers died."
    attack, recalled, died = shown(text, ontology)
    assert died.tolls == ["killed 6 security_force"]
    assert (died.happening, died.when) == (attack.happening, "2024-05-06")
    assert recalled.happening != attack.happening
