"""Somebody or something else that is struck: what tells two happenings of one kind, place and day apart."""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document
from tests.extract.reading import mentions_of

PEREZ = "Gunmen kidnapped Mayor Juan Perez in Medellin on Monday."


def happenings(text: str, ontology: Ontology) -> list[int]:
    """Of each violent mention of a text the number of its happening."""
    mentions = extract(document(text), ontology, DAY).mentions
    return [m.happening for m in mentions if ontology.types[m.event_type].event_class == "violent"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{PEREZ} The rebels kidnapped trader Luis Rojas.", id="another name, by doers"),
        pytest.param(f"{PEREZ} Senator Ana Ruiz was kidnapped in Medellin.", id="another name, with a place"),
        pytest.param(f"{PEREZ} The kidnapping of Senator Ana Ruiz alarmed the city.", id="another name, by a noun"),
        pytest.param(
            "GUNMEN KIDNAPPED MAYOR JUAN PEREZ IN MEDELLIN ON MONDAY. THE REBELS KIDNAPPED CATTLEMAN LUIS ROJAS.",
            id="in capitals",
        ),
        pytest.param("A bomb exploded at a bank in Lima. Another bomb went off in a park in Lima.", id="another bomb"),
        pytest.param("Rebels attacked a post in Lima on Monday. They also blew up a bridge.", id="also"),
        pytest.param(
            "Rebels shelled a post in Lima on Monday. They also blew up a bridge. The attack cut off the town.",
            id="also, and the attack told after it",
        ),
        pytest.param(
            "Rebels blew up a truck in Lima on Monday. Finally, men set off a bomb near two towers.", id="finally"
        ),
        pytest.param(
            "Attacks on judges continued in Lima on Monday when a judge was shot dead.", id="one of those that go on"
        ),
        pytest.param(
            "Rebels today destroyed four pylons in Lima. The sabotage hit the town. In addition, rebels blew up a bus.",
            id="in addition, another thing",
        ),
        pytest.param(
            "Gunmen kidnapped a priest in Kano on Monday. Gunmen shot dead a teacher in Kano.", id="another walk"
        ),
        pytest.param(
            "A policeman was shot dead in Karachi on Monday. A grocer was killed in a shooting in the city.",
            id="another walk of life, by a noun",
        ),
        pytest.param(
            "A judge was shot dead in Lima on Monday. A newspaper editor was gunned down outside his home.",
            id="another walk of life, at a spot",
        ),
    ],
)  # fmt: skip
def test_somebody_or_something_else_is_another_happening(text: str, ontology: Ontology) -> None:
    assert len(set(happenings(text, ontology))) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{PEREZ} The rebels had kidnapped Perez near his home.", id="one name, shorter"),
        pytest.param(f"{PEREZ} The kidnapping of the mayor alarmed the city.", id="by the office"),
        pytest.param("The attack in Lima began when gunmen shot at a bus.", id="how it began"),
        pytest.param(f"{PEREZ} His driver, Luis Rojas, was kidnapped too.", id="who was with him"),
        pytest.param("A judge was shot dead in Lima on Monday. A teacher was killed.", id="who came to harm too"),
        pytest.param("A judge and a teacher were shot dead in Lima. A guard was killed nearby.", id="one of several"),
        pytest.param("A reporter was shot dead in Lima. A journalist was gunned down outside his home.", id="one walk"),
    ],
)
def test_the_same_or_those_with_them_are_one(text: str, ontology: Ontology) -> None:
    assert len(set(happenings(text, ontology))) == 1


def entries(text: str, ontology: Ontology) -> list[int | None]:
    return [m.entry for m in extract(document(text), ontology, DAY).mentions]


def test_what_a_text_sets_apart_has_entries_of_its_own(ontology: Ontology) -> None:
    """No other report can make one incident of the two."""
    assert entries("A bomb exploded at a bank in Lima. Another bomb went off in a park in Lima.", ontology) == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A bomb exploded at a bank in Lima. The bomb wounded two people.", id="told on"),
        pytest.param("Two explosions shook Lima on Monday. A second explosion hit a park.", id="of those told before"),
        pytest.param("Gunmen shot a judge in Lima. His wife was also shot.", id="who was there too"),
    ],
)
def test_what_belongs_together_has_none(text: str, ontology: Ontology) -> None:
    assert set(entries(text, ontology)) == {None}


def test_a_third_is_none_of_those_called_another(ontology: Ontology) -> None:
    blasts = "A bomb exploded at a bank in Cali on Monday. Another bomb exploded at a school. "
    third = mentions_of(blasts + "A third bomb went off near a church.", ontology)
    again = mentions_of(blasts + "The second bomb killed a guard.", ontology)
    assert [m.happening for m in third] == [0, 1, 2]
    assert len({m.happening for m in again}) == 2


def test_that_nobody_was_hurt_in_either_makes_no_one_fire_of_two(ontology: Ontology) -> None:
    first = "Rebels burned a church in Jolo on Monday. Nobody was hurt in the fire."
    second = "In a separate attack, gunmen set fire to a bridge in Davao. Nobody was hurt in the fire."
    told = happenings(f"{first} A teacher was murdered in Cotabato. {second}", ontology)
    assert told[0] == told[1]
    assert told[-1] == told[-2] != told[0]
