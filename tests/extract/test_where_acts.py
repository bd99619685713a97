"""Where acts of speech and of office were done, and that a deed is not where somebody spoke, met or was bound for.

What belongs here: sentences that name where somebody acted or spoke. What does not: the forms in which news says where
something happened (test_where_forms.py).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of
from tests.extract.test_where_forms import places_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Five died in an attack in Nigeria. The governor, who was in Abuja, condemned the attack.", "Nigeria"),
        ("Five died in an attack in Nigeria. In Abuja, the governor condemned the attack.", "Nigeria"),
        ("Five died in an attack in Nigeria. The governor condemned the attack in Jos.", "Jos"),
        ("Five died in an attack in Nigeria. Police confirmed the attack and said it took place in Jos.", "Jos"),
    ],
)
def test_where_somebody_spoke_of_an_attack_is_not_where_it_was(text: str, place: str, ontology: Ontology) -> None:
    assert {where for trigger, where in places_of(text, ontology) if trigger == "attack"} == {place}


@pytest.mark.parametrize(
    ("text", "act", "deed"),
    [
        ("A court in Nairobi on Tuesday jailed three men for the attack in Garissa.", "Nairobi", "Garissa"),
        ("In Nairobi, a court on Tuesday jailed three men for the attack in Garissa.", "Nairobi", "Garissa"),
        ("Officials in Kyiv condemned the attack on Dnipro.", "Kyiv", "Dnipro"),
        ("In Paris, the foreign minister condemned the attack in Gao.", "Paris", "Gao"),
    ],
)
def test_where_an_act_was_done_is_told_by_who_does_it(text: str, act: str, deed: str, ontology: Ontology) -> None:
    assert [place for _, place in places_of(text, ontology)] == [act, deed]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param("Talks between Chad and Libya, which were held in Tunis, ended on Monday.", "Tunis", id="held"),
        pytest.param("Talks with the rebels, who held on to Bangui, ended on Monday.", None, id="told of the rebels"),
    ],
)
def test_where_talks_are_held(text: str, where: str | None, ontology: Ontology) -> None:
    place = next(m for m in mentions_of(text, ontology) if m.event_type == "meet").place
    assert (place.text if place is not None and place.geo_precision == "exact" else None) == where


@pytest.mark.parametrize(
    ("way", "place"),
    [
        ("waited for a train to the garrison city of Rawalpindi", "PK"),  # where they would have gone
        ("stood in a queue in the garrison city of Rawalpindi", "Rawalpindi"),
        ("stood close to the city of Rawalpindi", "Rawalpindi"),
    ],
)
def test_where_people_travel_to_is_no_scene(way: str, place: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(f"A bomb killed nine people on Monday. They {way}.", ontology)
    assert mention.place is not None
    known = ontology.places.get(mention.place.place_id)
    assert known is not None
    assert place in (known.name, known.country if known.level == "country" else "")


@pytest.mark.parametrize(
    "act",
    [
        "Police blamed al-Shabaab.",
        "The governor condemned al-Shabaab militants.",
        "Norwegian envoys met al-Shabaab leaders.",
        "A Swedish minister held talks with Kenyan officials.",
    ],
)
def test_what_is_said_of_a_group_is_not_said_where_it_is_at_home(act: str, ontology: Ontology) -> None:
    told = mentions_of(f"Gunmen killed two men in Garissa, Kenya, on Monday. {act}", ontology)
    places = [ontology.places.get(m.place.place_id) for m in told if m.place is not None]
    assert {place.country for place in places if place is not None} == {"KE"}


@pytest.mark.parametrize("headline", ["Bomb kills two tribesmen in Pak", "Bomb in Pak market kills two: Police"])
def test_the_short_name_of_a_country_in_headlines(headline: str, ontology: Ontology) -> None:
    mention = mentions_of(headline, ontology)[0]
    assert mention.place is not None
    assert mention.place.place_id == ontology.places.country_place("PK")
