"""Which place of a text its signs speak for, where no grammar says where something happened.

What belongs here: texts with one sign more for one place than for another. What does not: places that grammar ties
to an event, and names that say where somebody spoke or went (test_where_forms.py, test_where_acts.py).
"""

from __future__ import annotations

import pytest

from sitrep.extract.spans import Span
from sitrep.extract.weighing import Candidate, weigh
from sitrep.ontology import Ontology
from tests.extract.test_where_forms import places_of

_DEED = "Six people were killed on Monday."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"Gao is tense. Mopti mourns. {_DEED}", "Gao"),  # what a report opens with
        (f"Mali mourns. Markets were full in Gao. Mopti was calm. {_DEED}", "Gao"),  # where something is told to be
        (f"Mali mourns. Gao slept. Mopti was calm. {_DEED}", "Mopti"),  # what stands nearest before
        (f"Mali mourns. {_DEED} Many wept. Traders left. Gao slept. Mopti was calm. Gao was calm.", "Gao"),  # twice
    ],
)
def test_what_no_grammar_places_is_where_most_signs_speak_for(text: str, place: str, ontology: Ontology) -> None:
    assert {where for trigger, where in places_of(text, ontology) if trigger == "killed"} == {place}


def test_a_place_that_does_not_fit_what_is_known_is_never_chosen() -> None:
    assert weigh([Candidate(Span(0, 1, "y", place_id="gao"), (0,), 9)], [], lambda place: place == "mopti") is None
