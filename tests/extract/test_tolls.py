"""How many a text says were harmed: whole toll records of short texts."""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.extract.engine import extract
from sitrep.ontology import Ontology, load
from sitrep.records import CleanDocument, Published

DAY = dt.date(2024, 5, 17)


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def told(text: str, ontology: Ontology) -> set[tuple[str, str, int, int | None, str]]:
    """Each toll as outcome, group, low, high and the words that say it."""
    published = Published(on=DAY, precision="day", basis="metadata")
    found = extract(CleanDocument("x", text, text, (), (), published=published), ontology, DAY)
    tolls = [toll for mention in found.mentions for toll in mention.casualties]
    assert all(text[toll.char_start : toll.char_end] == toll.quote for toll in tolls)
    return {(t.outcome, t.victim_group, t.low, t.high, t.quote) for t in tolls}


LISTS = {
    "same group": (
        "Gunmen killed a village chief and two farmers in Borno on Tuesday.",
        {("killed", "civilian", 3, 3, "a village chief and two farmers")},
    ),
    "groups apart": (
        "Six soldiers and nine militants were killed in a clash near Gao on Monday.",
        {
            ("killed", "security_force", 6, 6, "Six soldiers"),
            ("killed", "militant", 9, 9, "nine militants"),
        },
    ),
    "a number without a noun": (
        "The clashes killed at least 16 people from Lakes and 21 from Unity.",
        {("killed", "total", 37, None, "at least 16 people from Lakes and 21")},
    ),
    "joined behind a pronoun": (
        "A bomb hit a bus with engineers in Gao on Tuesday, killing five of them and their driver.",
        {
            ("killed", "total", 6, 6, "five of them and their driver"),
            ("killed", "civilian", 1, 1, "their driver"),
        },
    ),
    "parts of a stated number": (
        "An air strike on a village near Gao killed 12 people, six women and three boys.",
        {
            ("killed", "total", 12, 12, "12 people"),
            ("killed", "woman", 6, 6, "six women"),
            ("killed", "child", 3, 3, "three boys"),
        },
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS.keys())
def test_lists_are_summed(text: str, expected: set[tuple[str, str, int, int | None, str]], ontology: Ontology) -> None:
    assert told(text, ontology) == expected
