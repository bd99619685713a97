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
