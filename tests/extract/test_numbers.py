"""Numbers as properties: words and digits say the same, ranges are ranges, parts are never more than their whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.extract.numbers import read_number
from sitrep.ontology import Ontology, load
from sitrep.records import PART_GROUPS
from tests.extract.reading import counted, mentions_of

_ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def in_words(number: int) -> list[str]:
    """A number below a million in English words: 121 is 'one hundred and twenty-one'."""
    ones, tens = _ONES.split(), _TENS.split()
    if number >= 1000:
        rest = in_words(number % 1000) if number % 1000 else []
        return [*in_words(number // 1000), "thousand", *rest]
    if number >= 100:
        rest = ["and", *in_words(number % 100)] if number % 100 else []
        return [ones[number // 100 - 1], "hundred", *rest]
    if number < 20:
        return [ones[number - 1]]
    return [tens[number // 10 - 2] + (f"-{ones[number % 10 - 1]}" if number % 10 else "")]


@pytest.fixture(scope="module")
def loaded() -> Ontology:
    return load()


@given(number=st.integers(1, 999_999))
def test_words_and_digits_are_one_number(number: int, loaded: Ontology) -> None:
    lexicon = loaded.patterns.lexicon
    expected = (number, number)
    assert read_number(in_words(number), lexicon) == expected
    assert read_number([str(number)], lexicon) == expected
    assert read_number([f"{number:,}"], lexicon) == expected


@given(ends=st.tuples(st.integers(1, 500), st.integers(1, 500)).map(sorted))
def test_a_range_has_its_two_ends(ends: list[int], loaded: Ontology) -> None:
    low, high = ends
    assert read_number([f"{low}-{high}"], loaded.patterns.lexicon) == (low, high)
    assert read_number([f"{low} to {high}"], loaded.patterns.lexicon) == (low, high)


@given(scale=st.sampled_from([("tens of", 20), ("hundreds of", 200)]))
def test_round_plurals_have_no_upper_end(scale: tuple[str, int], loaded: Ontology) -> None:
    word, least = scale
    assert read_number([word, "thousands"], loaded.patterns.lexicon) == (least * 1000, None)


PATTERNS = (
    "A bomb killed {n} people, including {k} soldiers, in Gao on Monday.",
    "A bomb killed {n} people, {k} of them children, in Gao on Monday.",
    "{n} people, among them {k} women, were killed by a bomb in Gao on Monday.",
    "A bomb killed {n} people in Gao on Monday. The dead included {k} children.",
)


@settings(deadline=None, max_examples=40)
@given(
    numbers=st.tuples(st.integers(2, 60), st.integers(2, 60)).map(sorted),
    pattern=st.sampled_from(PATTERNS),
    word=st.booleans(),
)
def test_parts_are_never_more_than_the_whole(numbers: list[int], pattern: str, word: bool, loaded: Ontology) -> None:
    part, whole = numbers
    said = " ".join(in_words(whole)).capitalize() if word else str(whole)
    text = pattern.format(n=said, k=part)
    tolls = [toll for mention in mentions_of(text, loaded) for toll in mention.casualties]
    assert all(toll.outcome == "killed" for toll in tolls)
    assert max(toll.low for toll in tolls) == whole
    groups = [toll.low for toll in tolls if toll.victim_group in PART_GROUPS or toll.victim_group == "security_force"]
    assert part in groups
    assert all(low <= whole for low in groups)


@settings(deadline=None, max_examples=30)
@given(number=st.integers(2, 150))
def test_bounds_of_a_number(number: int, loaded: Ontology) -> None:
    bounds = {"At least": (number, None), "Up to": (0, number), "About": (number, number), "More than": (number, None)}
    for words, expected in bounds.items():
        (mention,) = mentions_of(f"{words} {number} people were killed in an attack in Gao on Monday.", loaded)
        assert [(toll.low, toll.high) for toll in counted(mention)] == [expected]
