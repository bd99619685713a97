"""Two deeds of one sentence, each with its own place or its own doers, and one deed told by two clauses.

What belongs here: clauses joined by "after" and "while", and the tolls of every mention. What does not: whole texts.
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, tolls_of

APART = [(["killed 30 total"], "Gao"), (["killed 6 security_force"], "Mopti")]


def told(text: str, ontology: Ontology) -> list[tuple[list[str], str]]:
    """The tolls and the place of every mention."""
    return [(tolls_of(m), m.place.text if m.place else "") for m in mentions_of(text, ontology)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 30 people in Gao on Sunday after a bombing in Mopti killed six soldiers.",
        "Gunmen killed 30 people in Gao on Sunday, days after a bomb killed six soldiers in Mopti.",
        "Gunmen killed 30 people in Gao on Sunday while a bomb killed six soldiers in Mopti.",
    ],
)
def test_what_others_do_elsewhere_is_another_deed(text: str, ontology: Ontology) -> None:
    assert sorted(told(text, ontology)) == APART


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Six soldiers were killed in Gao on Sunday after gunmen attacked their post.", ["killed 6 security_force"]),
        ("Gunmen killed six soldiers in Gao on Sunday after storming their post.", ["killed 6 security_force"]),
        ("Six soldiers died in Gao on Sunday while nine were wounded when a mine went off.",
         ["injured 9 total", "killed 6 security_force"]),
    ],
)  # fmt: skip
def test_what_one_deed_did_stays_together(text: str, tolls: list[str], ontology: Ontology) -> None:
    found = [toll for mention, _ in told(text, ontology) for toll in mention]
    assert (sorted(found), len({m.happening for m in mentions_of(text, ontology)})) == (tolls, 1)


def test_deaths_in_a_number_of_incidents_are_a_sum(ontology: Ontology) -> None:
    (mention,) = mentions_of("In Swat, 192 people were killed in 219 terror activities.", ontology)
    assert mention.is_aggregate
