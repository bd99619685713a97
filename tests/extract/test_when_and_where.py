"""Where and when each event of a text happened, form by form.

What belongs here: sentences of each form in which news says where and when, with the place and days of every mention.
What does not: time expressions by themselves (tests/timex), roles and tolls.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from sitrep.records import Published
from tests.extract.conftest import DAY, document
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


CHRONICLE = """Weekly report

June 4, Kabul Province: one civilian killed
A bomb went off at a bazaar in Qarabagh, killing one civilian.

June 3, Paktia Province: four policemen killed
The police chief and three of his men were killed when their vehicle hit a roadside bomb.
"""


def test_the_entries_of_a_chronicle_have_the_day_and_place_at_their_head(ontology: Ontology) -> None:
    found = [(m.trigger, str(m.occurrence.date_from)[5:], m.happening) for m in mentions_of(CHRONICLE, ontology)]
    days = {trigger: day for trigger, day, _ in found}
    assert days == {"killed": "06-03", "went off": "06-04", "hit": "06-03"}
    assert [m.place.text for m in mentions_of(CHRONICLE, ontology) if m.place and m.trigger == "hit"] == ["Paktia"]
    happenings = {day: {number for _, other, number in found if other == day} for day in ("06-04", "06-03")}
    assert not happenings["06-04"] & happenings["06-03"]


def test_one_day_before_a_colon_heads_nothing(ontology: Ontology) -> None:
    text = "June 4: what we know\nA bomb killed nine people in Kandahar.\nGunmen shot a guard dead in Mach."
    assert {m.occurrence.basis for m in mentions_of(text, ontology)} == {"document"}


def test_an_undated_chronicle_is_of_the_year_in_its_title(ontology: Ontology) -> None:
    title = "Nimroz: incidents of 2017"
    text = f"{title}\nJanuary 5: A commander was shot dead in Zaranj.\nJanuary 9: Two men were abducted in Zaranj."
    undated = replace(document(text), title=title, title_start=0, title_end=len(title), published=Published())
    days = [str(m.occurrence.date_from) for m in extract(undated, ontology, DAY).mentions]
    assert days == ["2017-01-05", "2017-01-09"]
