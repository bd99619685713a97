"""Where a part of a town or province is told with the whole, and what stands at the head of each entry of a digest."""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document
from tests.extract.reading import mentions_of


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("in the Karrada district of Baghdad", "Karrada"),
        ("in the Baghdad district of Karrada", "Karrada"),
        ("in Baghdad's western suburb of Abu Ghraib", "Abu Ghraib"),
        ("in the Silopi district of Sirnak", "Silopi"),
        ("in the town of Zakho in Iraq", "Zakho"),
        ("in Mardin and the district of Silopi", "Mardin"),
    ],
)
def test_the_part_is_where_it_was_and_not_the_whole(where: str, place: str, ontology: Ontology) -> None:
    told = mentions_of(f"A bomb killed two soldiers {where} on Monday.", ontology)[0].place
    assert told is not None
    assert told.text == place


def test_others_beside_their_own_dead_add_to_nothing_told_before(ontology: Ontology) -> None:
    digest = (
        "In Donetsk Oblast, one person was killed and five injured in Rodynske, the governor said. "
        "In Kherson Oblast, two people were killed and 10 others wounded, its governor said."
    )
    found = [m for m in mentions_of(digest, ontology) if m.casualties]
    assert len({m.happening for m in found}) == 2
    more = "Gunmen killed one guard in Rodynske. Two others were wounded."
    assert len({m.happening for m in mentions_of(more, ontology)}) == 1


@pytest.mark.parametrize(
    ("told", "happenings"),
    [
        pytest.param("The attack, in the district of Kawaji, was the first in months.", 1, id="the attack"),
        pytest.param("The bomb went off in the Kawaji neighbourhood.", 1, id="the bomb"),
        pytest.param("A bomb killed two people in the Kawaji district.", 2, id="a bomb"),
        pytest.param("The attack on the village of Kawaji killed two people.", 2, id="a village"),
    ],
)
def test_what_was_told_in_a_town_may_be_in_a_part_of_it_that_no_list_has(
    told: str, happenings: int, ontology: Ontology
) -> None:
    found = mentions_of(f"A bombing in Kano killed nine people on Friday. {told}", ontology)
    assert len({mention.happening for mention in found}) == happenings


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A lawyer was shot dead in the Modelo neighborhood on Monday, Honduran police said.", "HN"),
        ("TEGUCIGALPA, 7 MAY -- A LAWYER WAS SHOT DEAD IN THE MODELO NEIGHBORHOOD.", "HN"),
        ("TEGUCIGALPA, 7 MAY -- A GENERAL WAS KILLED IN TEGUCIGALPA'S FLORENCIA DEL ESTE NEIGHBORHOOD.", "HN"),
        ("SAN SALVADOR, 2 MAY -- REBELS BLEW UP A BUS IN THE SAN JORGE NEIGHBORHOOD ON MONDAY.", "SV"),
        ("Two men were killed in the Adhamiya neighborhood on Monday. Police found a bomb in Basra.", "IQ"),
        ("Two men were killed in the town of Modelo on Monday, Brazilian police said.", "BR"),
    ],
)
def test_a_part_of_a_town_is_no_town_of_another_land(text: str, country: str, ontology: Ontology) -> None:
    found = extract(document(text), ontology, DAY)
    local = {place.place_id: place.country for place in found.places}
    told = {m.place.place_id for m in found.mentions if m.place is not None}
    known = {place_id: ontology.places.get(place_id) for place_id in told}
    assert {local.get(one) or (place.country if place else None) for one, place in known.items()} == {country}
