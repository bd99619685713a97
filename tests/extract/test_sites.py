"""The whole phrase in which a sentence says where something happened."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of


def sites(text: str, ontology: Ontology) -> list[tuple[str, str, str | None]]:
    """Of each mention with a place its trigger, the place's name as written, and the phrase where that is more."""
    return [(m.trigger, m.place.text, m.place.site) for m in mentions_of(text, ontology) if m.place is not None]


@pytest.mark.parametrize(
    ("text", "name", "site"),
    [
        ("A bomb exploded at a bus station in Gao on Monday.", "Gao", "a bus station in Gao"),
        ("Gunmen killed two guards at a checkpoint outside Mopti.", "Mopti", "a checkpoint outside Mopti"),
        ("Gunmen shot dead a teacher in the Kwatas suburb of Abuja.", "Kwatas", "the Kwatas suburb of Abuja"),
        ("A blast hit a crowded street in the centre of Kandahar.", "Kandahar", None),  # what was struck is the target
        ("Two soldiers were killed on a road in northern Mali.", "Mali", "a road in northern Mali"),
        ("Gunmen opened fire on two army trucks at Gao on Monday.", "Gao", None),
        ("A teacher was shot dead by two men on a motorcycle in Gao on Monday.", "Gao", None),
        ("Gunmen killed two farmers in Gao on Monday.", "Gao", None),
        ("Gunmen killed two people during a visit of the mayor to Gao.", "Gao", None),
        ("Rebels killed three men at the home of a teacher in Gao.", "Gao", "the home of a teacher in Gao"),
    ],
)
def test_the_phrase_begins_with_the_first_house_or_spot_and_ends_with_the_last(
    text: str, name: str, site: str | None, ontology: Ontology
) -> None:
    assert sites(text, ontology)[0][1:] == (name, site)


def test_a_house_without_a_name_says_where_in_the_town_that_another_sentence_names(ontology: Ontology) -> None:
    told = sites("Gunmen attacked Gao on Monday. Two men were killed at a market.", ontology)
    assert ("killed", "Gao", "a market") in told


def test_a_phrase_that_names_another_place_is_not_where(ontology: Ontology) -> None:
    told = sites("A bomb killed two people in Gao. A man from a village in Chad was among the dead.", ontology)
    assert all(site is None for _, _, site in told)
