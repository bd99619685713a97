"""A report of a later day that gives no day but that of its document: the toll that it tells has risen since.

What belongs here: in which words that is said. What does not: what it counts for (test_scoring.py).
"""

from __future__ import annotations

import pytest

from sitrep.resolve.accounts import tells_rise

RISEN = [
    "The death toll from the bombing of a market in Gao has risen to 13.",
    "Gao bombing death toll climbs to 13",
    "Two more victims of the attack died overnight, bringing the death toll to nine.",
    "Three more people have died of their wounds after the blast.",
    "The number of people killed in the raid rose to 40, a doctor said.",
    "Rescuers found four bodies, taking the toll to 31.",
    "Eleven people are now known to have died in the bombing.",
    "The number killed in the ambush is now 23.",
]
TOLD_ONCE = [
    "A bomb killed 13 people at a market in Gao on Monday.",
    "More than 13 people have been killed in the attack.",
    "The death toll was not clear.",
    "Prices rose to 13 francs after the attack.",
    "No more attacks were reported.",
]


@pytest.mark.parametrize("sentence", RISEN)
def test_a_rise_is_told(sentence: str) -> None:
    assert tells_rise(sentence)


@pytest.mark.parametrize("sentence", TOLD_ONCE)
def test_no_rise_is_told(sentence: str) -> None:
    assert not tells_rise(sentence)
