"""Names that no list has, and what shows that they are places; towns that somebody only goes to.

What belongs here: words beside such a name. What does not: chains of places (test_where_chains), and which place is an
event's where all are known (test_where_forms).
"""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document


def places_of(text: str, ontology: Ontology) -> list[str | None]:
    """The name of the place of each mention."""
    read = extract(document(text), ontology, DAY)
    local = {place.place_id: place for place in read.places}
    ids = [mention.place.place_id if mention.place is not None else None for mention in read.mentions]
    known = [local.get(place_id or "") or ontology.places.get(place_id or "") for place_id in ids]
    return [place.name if place is not None else None for place in known]


@pytest.mark.parametrize(
    "text",
    [
        "Armed men descended on Kwatas in northern Burkina Faso on Saturday and killed 12 people.",
        "Militants swept through Kwatas in northern Burkina Faso, killing 12 people.",
        "Rebels fell upon Kwatas in eastern Congo by night, killing 12 people.",
        "Bandits laid siege to Kwatas, Zamfara State, in Nigeria, killing 12.",
        "The jets dropped three bombs on Kwatas, in Myanmar's Sagaing region, killing 12.",
        "Fighting for Kwatas, in Sudan, left 12 dead on Saturday.",
        "The paramilitaries withdrew from Kwatas, Sudan, on Saturday.",
        "Thousands marched through Kwatas in Peru on Saturday to demand elections.",
        "A curfew was imposed on Kwatas in Nigeria on Saturday.",
        "Gunmen stormed the Government Secondary School, Kwatas, in Nigeria's Zamfara State on Saturday.",
        "Gunmen stormed the palace of the chief of Kwatas in Nigeria's Kwara State on Saturday.",
        "A bus struck a mine a few kilometres from Kwatas in Burkina Faso, killing 12.",
        "Gunmen on motorbikes roared up to Kwatas in Burkina Faso on Saturday and shot dead 12 villagers.",
        "Kwatas in eastern Congo woke to gunfire on Saturday.",
        "Kwatas's market was shelled on Saturday in Sudan, killing 12 people.",
        "A shell hit Kwatas's main market in Sudan on Saturday, killing 12 people.",
        "The Kwatas attack on Saturday cost 12 lives, officials in Burkina Faso said.",
        "Gunmen raided the market of Kwatas in Burkina Faso on Saturday, killing 12.",
        "Bandits killed 12 people of Kwatas community in Nigeria's Zamfara state on Saturday.",
    ],
)
def test_what_stands_beside_a_name_shows_that_it_is_a_place(text: str, ontology: Ontology) -> None:
    assert set(places_of(text, ontology)) == {"Kwatas"}


@pytest.mark.parametrize(
    "text",
    [
        "Kwatas, a village in eastern Congo, buried its dead on Sunday after rebels killed 12 people there.",
        "Gunmen killed 12 people in a village in Mali on Saturday. The village is called Kwatas.",
        "Gunmen killed 12 people in a village in Mali on Saturday. The village, known as Kwatas, was set ablaze.",
        "The village, Kwatas, lies in northern Mali. Gunmen killed 12 people there on Saturday.",
        "Gunmen killed 12 people in Mali on Saturday. Troops were rushed to Kwatas to hunt for them.",
    ],
)
def test_a_name_is_a_place_by_what_another_sentence_says(text: str, ontology: Ontology) -> None:
    assert "Kwatas" in places_of(text, ontology)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen fired on Kwatas, a senator, in Mali on Saturday.",
        "The rebels are loyal to Kwatas, who fled Mali, and killed 12 people on Saturday.",
        "Police killed a warrant officer for Kwatas in Mali on Saturday.",
        "Twelve people were killed in Mali on Saturday, sources close to Kwatas said.",
        "Kwatas in Mali said that gunmen had killed 12 people.",
    ],
)
def test_a_name_that_may_be_somebodys_is_no_place(text: str, ontology: Ontology) -> None:
    assert "Kwatas" not in places_of(text, ontology)


@pytest.mark.parametrize(
    "text",
    [
        "It has happened to Djibo again. On Monday men on motorbikes opened fire on a market.",
        "The men came to Djibo at noon on Monday. They shot 40 people.",
        "A convoy taking food to Djibo was ambushed on Monday and 40 soldiers were killed.",
        "The governor hurried to Djibo on Tuesday after gunmen killed 40 people.",
    ],
)
def test_the_town_that_somebody_went_to_is_the_scene_where_no_other_is_named(text: str, ontology: Ontology) -> None:
    assert set(places_of(f"OUAGADOUGOU, May 8 - {text}", ontology)) == {"Djibo"}


def test_who_opens_fire_on_a_market_opens_no_market(ontology: Ontology) -> None:
    read = extract(document("Gunmen opened fire on a market in Goma on Monday."), ontology, DAY)
    assert [mention.event_type for mention in read.mentions] == ["armed_attack"]


@pytest.mark.parametrize(
    "counted",
    [
        "About sixty people are feared dead in Kwatas.",
        "In Kwatas, sixty people are feared dead.",
        "Sixty bodies were found in Kwatas.",
        "Sixty people lay dead near Kwatas.",
        "The death toll in Kwatas stood at 60.",
        "Sixty people are missing in Kwatas.",
    ],
)
def test_the_dead_that_no_deed_beside_them_made_are_where_they_are_counted(counted: str, ontology: Ontology) -> None:
    assert places_of("A school was hit in Ukraine's Luhansk region. " + counted, ontology)[-1] == "Kwatas"


@pytest.mark.parametrize(
    "taken",
    [
        "Sixty people died in a hospital in Kharkiv.",
        "Sixty bodies were received in Kharkiv.",
        "Sixty people were buried in Kharkiv.",
    ],
)
def test_the_dead_are_not_where_they_were_taken(taken: str, ontology: Ontology) -> None:
    assert places_of("A school was hit in Kramatorsk, in Ukraine. " + taken, ontology)[-1] != "Kharkiv"


def test_the_last_word_of_a_districts_name_may_be_a_word_by_itself(ontology: Ontology) -> None:
    assert places_of("A bomb killed two guards in Kwatas Kot district on Monday, Afghan police said.", ontology) == [
        "Kwatas Kot"
    ]


@pytest.mark.parametrize("who", ["Calle said", "Calle told a channel", "Calle explained"])
def test_who_says_something_is_no_town_of_the_name(who: str, ontology: Ontology) -> None:
    text = (
        f"Inmates in Ecuador killed 13 men in a riot, police said. {who} that the fight in the prison lasted an hour."
    )
    assert set(places_of(text, ontology)) == {"Ecuador"}


@pytest.mark.parametrize("told", ["at Gulam village", "in the village of Gulam", "in Gulam town"])
def test_a_village_is_no_namesake_in_a_land_that_nobody_names(told: str, ontology: Ontology) -> None:
    text = f"Two guards were shot dead in Pakistan. The attack occurred {told} on Monday."
    read = extract(document(text), ontology, DAY)
    assert {place.country for place in read.places} == {"PK"}
    assert not any(actor.role == "target" and "village" in actor.name for m in read.mentions for actor in m.actors)
