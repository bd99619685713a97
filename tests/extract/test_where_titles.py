"""Where a headline says that something happened, beside what its text says.

What belongs here: capitals, towns and districts of titles. What does not: places of sentences (test_where_forms.py),
how headlines tell deeds (test_headlines.py).
"""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document


@pytest.mark.parametrize(
    ("title", "place"),
    [("Six men killed in shooting in Malian capital", "capital"), ("Six men killed in shooting in Mali", "Mali")],
)
def test_the_capital_of_a_headline(title: str, place: str, ontology: Ontology) -> None:
    mentions = extract(document("Officials said the gunmen fled.", title), ontology, DAY).mentions
    assert [m.place.text for m in mentions if m.place is not None] == [place]


def test_a_title_means_the_district_that_its_text_names(ontology: Ontology) -> None:
    text = "Militants set off a bomb under a van in Bijapur district on Monday and killed nine officers."
    mentions = extract(document(text, "Police van blown up in Bijapur, nine dead"), ontology, DAY).mentions
    assert {mention.place.geo_precision for mention in mentions if mention.place is not None} == {"admin2"}


def test_a_title_alone_means_the_town(ontology: Ontology) -> None:
    text = "Militants set off a bomb under a van on Monday and killed nine officers."
    mentions = extract(document(text, "Police van blown up in Bijapur, nine dead"), ontology, DAY).mentions
    assert {mention.place.geo_precision for mention in mentions if mention.place is not None} == {"exact"}
