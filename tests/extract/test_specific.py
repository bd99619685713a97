"""What a text only speaks of in general is no single happening, unless it says when, where, how many or who was hit."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import shown

_OPENING = "The council met for the third time. Its members spoke for an hour. "


@pytest.mark.parametrize(
    ("sentence", "is_single"),
    [
        pytest.param("The terrorists have treacherously attacked peasants.", False, id="a deed of no day or place"),
        pytest.param("Terrorist attacks have shaken the people.", False, id="attacks"),
        pytest.param("The terrorists attacked peasants on Tuesday.", True, id="a day"),
        pytest.param("The terrorists attacked peasants near Lima.", True, id="a place"),
        pytest.param("The terrorists attacked three buses.", True, id="so many"),
        pytest.param("The terrorists attacked a police post.", True, id="one"),
        pytest.param("An old barn was set ablaze.", True, id="one that the text brings in"),
        pytest.param("The bomb damaged a parked car.", True, id="one thing hit"),
        pytest.param("The terrorists have burned churches.", False, id="things of a kind"),
        pytest.param("The terrorists stabbed the priest 20 times on Tuesday.", True, id="many blows, one deed"),
        pytest.param("The war was imposed by the massacres.", False, id="the massacres, of nobody"),
        pytest.param("The bombing shocked the country.", True, id="the bombing, of nobody"),
        pytest.param("The rebels' bombings of the barracks went on.", True, id="bombings of something"),
        pytest.param("The neighbours were used to attack Nicaragua.", False, id="a country, on no day"),
        pytest.param("The rebels attacked Nicaragua on Tuesday.", True, id="a country, on a day"),
    ],
)
def test_what_is_one_happening_says_so(sentence: str, is_single: bool, ontology: Ontology) -> None:
    violent = [each for each in shown(_OPENING + sentence, ontology) if each.trigger not in ("met", "spoke")]
    assert bool(violent)
    assert {not each.is_aggregate for each in violent} == {is_single}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("Oslo asked the parties to the conflict to let relief in.", ["asked"], id="a strife"),
        pytest.param("Troops were put on alert in Lima on Monday after unrest.", ["put"], id="unrest"),
        pytest.param("Oslo condemned the violence.", ["condemned"], id="what is condemned"),
        pytest.param("The war in Sudan has gone on for years.", ["war"], id="the war alone"),
        pytest.param("Oslo condemned a war that had killed 900 people.", ["condemned", "killed"], id="its dead"),
    ],
)
def test_a_strife_beside_an_act_is_presumed(sentence: str, told: list[str], ontology: Ontology) -> None:
    assert [each.trigger for each in shown(sentence, ontology)] == told
