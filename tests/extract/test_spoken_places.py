"""Where somebody speaks of an event, which need not be where it happened.

What belongs here: places of speech. What does not: all other forms in which news says where (test_where_forms).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("the army said on Monday in Izmir", "TR"),  # where it spoke
        ("an officer told reporters in Izmir", "TR"),
        ("the army said on Monday. Roads in Izmir were shut", "Izmir"),
    ],
)
def test_where_somebody_speaks_is_no_scene(said: str, place: str, ontology: Ontology) -> None:
    mentions = mentions_of(f"Rebels killed nine Turkish soldiers in a raid on a post, {said}.", ontology)
    known = [ontology.places.get(mention.place.place_id) for mention in mentions if mention.place is not None]
    assert {known.name if known.level == "place" else known.country for known in known if known is not None} == {place}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Paris, two papers described the bombing as a disgrace.", {"Bastia"}),
        ("In London, officials said the attack was the work of exiles.", {"Bastia"}),
        ("In Paris, prosecutors opened an inquiry into the bombing.", {"Bastia"}),
        ("In Calvi, gunmen killed a mayor.", {"Bastia", "Calvi"}),
    ],
)
def test_what_is_known_is_not_where_it_is_spoken_of(text: str, places: set[str], ontology: Ontology) -> None:
    told = mentions_of(f"A bomb went off in Bastia on Tuesday. {text}", ontology)
    assert {m.place.text for m in told if m.place and ontology.types[m.event_type].event_class == "violent"} == places


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A bomb exploded at a US bank in Lima on Monday.", "PE"),
        ("A bomb exploded outside a U.K. school in Lima on Monday.", "PE"),
        ("Gunmen attacked a U.S. oil company's offices in Arauca, Colombia, on Monday.", "CO"),
        ("A bomb exploded at the diplomatic representation of China in Lima on Monday.", "PE"),
        ("SANTIAGO, 5 MAY -- SIX BOMBS EXPLODED IN THE CAPITAL. ONE WENT OFF NEAR THE U.S. CONSULATE.", "CL"),
        ("Lima (AP) - Six bombs exploded in the capital. The U.S. consulate was damaged, U.S. officials said.", "PE"),
        ("SANTIAGO, 5 MAY -- A BOMB EXPLODED NEAR A BANK ON MACUL AND SANTA ROSA STREETS.", "CL"),
        ("A bomb exploded at a US airport on Monday.", "US"),
        ("A bomb exploded in the US city of Boston on Monday.", "US"),
        ("Rebels fired rockets at US territory on Monday.", "US"),
        (
            "The US and the UK were shocked. Kenyan police said a bomb killed two on Monday. Kenyan officials wept.",
            "KE",
        ),
    ],
)
def test_whose_a_thing_is_and_who_speaks_is_not_where_it_was(text: str, country: str, ontology: Ontology) -> None:
    places = (m.place for m in mentions_of(text, ontology) if ontology.types[m.event_type].event_class == "violent")
    known = {ontology.places.get(place.place_id) for place in places if place is not None}
    assert {place.country for place in known if place is not None} == {country}


@pytest.mark.parametrize(
    ("struck", "country"),
    [
        ("the Colombian senator Carlos Ruiz", "CO"),
        ("Colombian lawmaker Carlos Ruiz", "CO"),
        ("the Colombian ambassador", "KE"),  # he may have been anywhere
        ("a Colombian general", "KE"),
        ("the Colombian president in Lima", "PE"),
        ("three Kenyan lawmakers", "KE"),
    ],
)
def test_a_murder_that_others_condemn_was_where_its_victim_held_office(
    struck: str, country: str, ontology: Ontology
) -> None:
    text = f"Kenya on Tuesday condemned the murder of {struck}. Kenya has sent a note. Kenyans are sad."
    murder = next(m for m in mentions_of(text, ontology) if m.trigger == "murder")
    place = ontology.places.get(murder.place.place_id) if murder.place is not None else None
    assert place is not None
    assert place.country == country
