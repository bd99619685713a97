"""Forms of places and days that many papers share: districts of provinces, the capital, a day earlier.

What belongs here: short texts with the place or the day of each happening. What does not: the longer list of single
sentences (test_when_and_where.py).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("In Yala's Yaha district, a bomb killed two soldiers.", "Yaha", id="district of a city's name"),
        pytest.param("A bomb killed two soldiers in Yala's city centre.", "Yala", id="only the city"),
        pytest.param("A bomb hit a bus in Helmand and troops were killed in the country's capital.", "capital", id="a"),
        pytest.param("Troops were killed in the province's capital in Helmand.", "Helmand", id="another capital"),
    ],
)
def test_the_place_of_the_last(text: str, place: str, ontology: Ontology) -> None:
    last = mentions_of(text, ontology)[-1]
    assert last.place is not None
    assert last.place.text == place


def test_a_day_earlier_counts_from_news_without_a_day(ontology: Ontology) -> None:
    text = "A bomb killed two people in Quetta.\n\nA day earlier, gunmen stormed a post in Surab and killed three."
    news, other = (m.occurrence for m in (mentions_of(text, ontology)[0], mentions_of(text, ontology)[-1]))
    assert news.date_from is not None
    assert other.date_from is not None
    assert (news.date_from - other.date_from).days == 1


def test_what_one_of_them_is_sought_for_is_not_what_befell_them(ontology: Ontology) -> None:
    text = "Police shot dead a suspect in the murder of a priest in Cebu on Monday."
    shots, murder = mentions_of(text, ontology)
    assert shots.happening != murder.happening
    assert shots.occurrence.text == "Monday"
    assert murder.occurrence.text is None
    text = "At least 40 rebels, including a suspect in the abduction of a crew, were killed in Sulu on Monday."
    tolls = {m.event_type: [(t.outcome, t.low) for t in m.casualties] for m in mentions_of(text, ontology)}
    assert ("killed", 40) in tolls["armed_attack"]
    assert tolls["abduction"] == [("abducted", 1)]


@pytest.mark.parametrize("people", ["Kuki", "Rohingya", "Hazara"])
def test_who_lives_in_a_village_is_not_how_it_is_called(people: str, ontology: Ontology) -> None:
    text = f"Gunmen attacked a {people} village in the Kwatas area on Wednesday."
    assert {m.place.text for m in mentions_of(text, ontology) if m.place is not None} == {"Kwatas"}


def test_one_like_it_has_a_day_of_its_own(ontology: Ontology) -> None:
    text = "The attack in Gao on Monday is reminiscent of one on Dec. 2, 2018, carried out by JNIM."
    assert mentions_of(text, ontology)[0].occurrence.text == "Monday"
