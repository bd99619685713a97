"""Whom a sentence brings in: 'in Yaldo, two men were shot dead' behind another town tells of something else."""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document
from tests.extract.test_aims import happenings

BERRA = "Gunmen killed two guards in the village of Berra on Monday. The guards were asleep."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{BERRA} A shopkeeper was shot dead in Yaldo.", id="two villages that no list has"),
        pytest.param(f"{BERRA} In Yaldo, a shopkeeper was shot dead.", id="the place at the head"),
        pytest.param(
            "Two guards were killed in an attack in the north of Mali on Sunday. The army also reported that three "
            "women were killed when their cart hit a land mine in Douentza.",
            id="what else was reported",
        ),
        pytest.param(
            "The first raid took place in Gujba on Sunday, killing a trader. The second raid took place in Potiskum.",
            id="the first and the second, each in its town",
        ),
        pytest.param(
            "Rebels killed six soldiers in an attack on a convoy of trucks leaving a gold mine in Mali on Friday. In "
            "May 2013, a convoy was ambushed, leaving 38 people dead.",
            id="years apart, though a day stands far from its verb",
        ),
        pytest.param(
            "A bomb killed two guards in Baghdad on Monday. The guards were asleep. In the Karrada district of "
            "Baghdad, gunmen shot dead a trader.",
            id="a part of the town, at the head",
        ),
        pytest.param(
            "Gunmen killed two guards in Baghdad on Monday. Later that night, a soldier was shot dead in the city.",
            id="later, somebody else",
        ),
        pytest.param(
            "Militants attacked a checkpoint in Arish with a bomb on Monday, killing seven. Police said a second "
            "checkpoint in Arish was attacked on Monday by another group of militants, who killed a policeman.",
            id="a second one",
        ),
        pytest.param(f"{BERRA} Another group of gunmen attacked a post on the same road.", id="another group"),
        pytest.param(
            "Troops shelled Kherson on Monday. As Northwire reported, a bus came under fire in Kherson.",
            id="a wire recalls",
        ),
        pytest.param(
            "Troops shelled Kherson on Monday. As reported earlier, six people were wounded in Kherson.",
            id="reported earlier",
        ),
        pytest.param(f"{BERRA} It was not the first attack on guards in Berra.", id="not the first"),
        pytest.param(
            "Gunmen struck in Kunduz on Monday, killing five, and in Farah province, where they killed four farmers.",
            id="and in another, where",
        ),
        pytest.param(
            "Rebels raided the village of Berra on Monday, killing six. An hour later, a bomb killed a guard there.",
            id="an hour later",
        ),
        pytest.param(
            "Gunmen shot a judge dead in Lima on Monday. In the old town, a bus driver was abducted.", id="the old town"
        ),
        pytest.param(
            "A bomb killed two men in northern Bogota on Monday. A bomb went off in southern Bogota.", id="another side"
        ),
        pytest.param(
            "A bomb killed two men in the north of Bogota on Monday. A bomb went off in the southern part of Bogota.",
            id="another side, of several words",
        ),
    ],
)
def test_other_people_elsewhere_are_another_happening(text: str, ontology: Ontology) -> None:
    assert len(set(happenings(text, ontology))) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{BERRA} The gunmen shot the guards dead in Yaldo, a quarter of it.", id="who was told of"),
        pytest.param(f"{BERRA} Police said six men had staged the attack in Yaldo.", id="a deed told of"),
        pytest.param(f"{BERRA} In the attack in Berra, two men were shot in the head.", id="opens with what was told"),
        pytest.param(f"{BERRA} Two of them were shot dead in Yaldo street.", id="some of those told of"),
        pytest.param(f"{BERRA} Another guard was wounded.", id="another of them"),
        pytest.param(f"{BERRA} As reported by police, gunmen killed two guards in Berra.", id="who says so"),
        pytest.param(f"{BERRA} As already reported, the attack left two guards dead.", id="recalls the same"),
        pytest.param(f"{BERRA} It was the first attack on guards in Berra.", id="the first"),
        pytest.param(f"{BERRA} Three farmers were wounded.", id="no place"),
        pytest.param(f"{BERRA} Some were taken to a clinic in Yaldo, where two died of their wounds.", id="a sickbed"),
        pytest.param(
            "A bomb killed six people in Baghdad on Monday. The car bomb went off near a school in Yaldo.",
            id="the part of a town in which it was",
        ),
        pytest.param(
            "A bomb killed two men in northern Bogota on Monday. A bomb went off in a bank in northeastern Bogota.",
            id="a side that may be the same",
        ),
    ],
)
def test_who_was_spoken_of_makes_no_other_happening(text: str, ontology: Ontology) -> None:
    assert len(set(happenings(text, ontology))) == 1


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("13 soldiers martyred", "In an ambush in North Waziristan, 13 soldiers were martyred on Monday."),
        ("Grenade blast injures two in Yaldo", "Two people were injured in a grenade explosion at Berra on Monday."),
        ("Three men lynched in Gao", "In yet another case, three men in Gao were beaten to death on Monday."),
    ],
)
def test_a_lead_tells_what_its_headline_tells(headline: str, lead: str, ontology: Ontology) -> None:
    mentions = extract(document(lead, headline), ontology, DAY).mentions
    assert len({mention.happening for mention in mentions}) == 1


def test_the_sentence_behind_a_lead_may_bring_in_others(ontology: Ontology) -> None:
    text = "Gunmen killed two guards in Berra on Monday. In Yaldo, a shopkeeper was shot dead."
    mentions = extract(document(text, "Two guards killed in Berra"), ontology, DAY).mentions
    assert len({mention.happening for mention in mentions}) == 2


@pytest.mark.parametrize(
    ("where", "count"),
    [(", where militia attacks", 1), (", one of three towns where militia attacks", 2)],
)
def test_one_killed_in_one_of_several_towns_is_none_of_their_dead(where: str, count: int, ontology: Ontology) -> None:
    text = f"A nurse was killed in Gao{where} on Friday left 200 people dead."
    assert len(set(happenings(text, ontology))) == count
