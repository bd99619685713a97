"""Days that a later sentence gives to what was told before: 'The incident which occurred on Monday', 'It happened on'.

What belongs here: sentences that say no more than when, with the day that the killing before them gets.
What does not: the forms of days themselves (test_when_forms).
"""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of

#: Two days before the documents of the tests are written: no day that goes without saying.
THEN = dt.date(2024, 5, 8)


@pytest.mark.parametrize(
    "told",
    [
        "The incident which occurred on May 8 threw the town into mourning.",
        "Police confirmed the incident that happened on May 8.",
        "The incident, which happened on May 8, was condemned.",
        "It happened on May 8, a witness said.",
    ],
)
def test_when_it_was_is_told_afterwards(told: str, ontology: Ontology) -> None:
    first = mentions_of(f"Gunmen killed 12 people in Gusau.\n\n{told}", ontology)[0]
    assert first.occurrence.date_from == first.occurrence.date_to == THEN


@pytest.mark.parametrize(
    "told",
    [
        "The operation that freed ten hostages took place on May 8.",
        "It is the worst thing that has happened since May 8.",
        "The incident which claimed nine lives in Maru on May 8 was the work of others.",
    ],
)
def test_the_day_of_another_thing_is_not_taken(told: str, ontology: Ontology) -> None:
    first = mentions_of(f"Gunmen killed 12 people in Gusau.\n\n{told}", ontology)[0]
    assert first.occurrence.date_from != THEN or first.occurrence.date_to != THEN


@pytest.mark.parametrize(
    ("told", "happenings"),
    [
        ("Rebels killed five villagers in Gusau on Monday, a week after killing 12 in Gao.", 2),
        ("A gunman shot dead three children in Gusau on Monday, days after killing two soldiers.", 2),
        ("Rebels killed five villagers in Gusau on Monday after storming the village.", 1),
        ("Rebels killed five villagers in Gusau on Monday hours after storming the village.", 1),
    ],
)
def test_what_was_done_days_before_is_another_thing(told: str, happenings: int, ontology: Ontology) -> None:
    assert len({mention.happening for mention in mentions_of(told, ontology)}) == happenings


@pytest.mark.parametrize("taken", ["kidnapped", "it kidnapped", "who were kidnapped", "whom it had kidnapped"])
def test_captives_are_freed_later_than_taken(taken: str, ontology: Ontology) -> None:
    told = mentions_of(f"The group freed two teachers {taken} on May 3 in Gusau.", ontology)
    days = {m.event_type: m.occurrence.date_to for m in told}
    assert days["abduction"] == dt.date(2024, 5, 3) != days["release"]


@pytest.mark.parametrize("why", ["in revenge for", "in reprisal for", "in retaliation for"])
def test_the_day_of_what_is_avenged_is_counted_once(why: str, ontology: Ontology) -> None:
    """... and is not that of the revenge."""
    told = f"The group said it killed them {why} a raid in Dori three days earlier."
    text = f"Two guards were killed on 8 May in Gao. {told}"
    days = {m.trigger: m.occurrence.date_from for m in mentions_of(text, ontology) if m.occurrence is not None}
    assert days == {"killed": dt.date(2024, 5, 8), "raid": dt.date(2024, 5, 5)}


@pytest.mark.parametrize(
    "aside",
    [
        "in Gao, where the army last year launched an offensive",
        "in Gao, which the army retook in 2019",
        "to avenge the death of a commander in March",
    ],
)
def test_what_was_before_lends_no_day(aside: str, ontology: Ontology) -> None:
    told = mentions_of(f"Gunmen shot dead nine farmers {aside}.", ontology)
    assert [str(m.occurrence.date_to) for m in told if m.trigger == "shot dead"] == ["2024-05-10"]
