"""Where and when each event of a text happened, form by form.

What belongs here: sentences of each form in which news says where and when, with the place and days of every mention.
What does not: time expressions by themselves (tests/timex), roles and tolls.
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of


def places_of(text: str, ontology: Ontology) -> list[tuple[str, str]]:
    """Trigger and the text of its place, mention by mention."""
    return [(m.trigger, m.place.text if m.place else "") for m in mentions_of(text, ontology)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "In Kandahar, some 40 armed men believed to be Taliban members raided a bank.",
            [("raided", "Kandahar")],
            id="a place at the head holds for all that the sentence tells",
        ),
        pytest.param(
            "Three officers were killed by two roadside bombs, blamed on the Taliban, in the Musa Qala district.",
            [("killed", "Musa Qala")],
            id="a place that stands behind an aside",
        ),
        pytest.param(
            "Gunmen killed eight men who were mending a bridge in Mach.",
            [("killed", "Mach")],
            id="where those who were struck were at work",
        ),
    ],
)
def test_where(text: str, places: list[tuple[str, str]], ontology: Ontology) -> None:
    assert places_of(text, ontology) == places
