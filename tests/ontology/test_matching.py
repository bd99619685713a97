"""Finding names however they are written: case, accents, apostrophes, hyphens, dots, brackets; offsets stay true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.ontology.matching import NameTable, fold, key


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Sana'a", "in SANAA today"),
        ("Sana'a", "in Sana\u2019a today"),
        ("Córdoba", "in Cordoba today"),
        ("Jaish al-Adl", "the JAISH AL ADL said"),
        ("Kurdistan Workers' Party", "the Kurdistan Workers\u2019 Party said"),
        ("Kurdistan Workers Party", "the Kurdistan Workers' Party said"),
        ("UN", "the U.N. said"),
        ("CPI (Maoist)", "the CPI (Maoist) said"),
        ("Port-au-Prince", "in Port au\nPrince today"),
        ("Şırnak", "in SIRNAK today"),
        ("N. Biren Singh", "so N. Biren Singh said"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_name_is_found_in_other_writings(name: str, text: str) -> None:
    matches = list(NameTable({key(name): 7}).find(fold(text)))
    assert [match.value for match in matches] == [7]


@pytest.mark.parametrize(
    "text", ["the workers. Party began", "Aden, Abyan", "Port\n\nau Prince", "Kurdistan; Workers Party"]
)
def test_words_of_two_sentences_or_a_list_are_no_name(text: str) -> None:
    names = ["Workers Party of Kurdistan", "Workers Party", "Aden Abyan", "Port au Prince", "Kurdistan Workers Party"]
    found = [match.key for match in NameTable({key(name): 1 for name in names}).find(fold(text))]
    assert found in ([], ["workers party"])


def test_the_longest_name_wins() -> None:
    table = NameTable({"islamic state": 1, "islamic state khorasan": 2})
    assert [match.value for match in table.find(fold("Islamic State-Khorasan and Islamic State"))] == [2, 1]


@given(st.text(max_size=200))
def test_offsets_are_those_of_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.words) == len(folded.starts) == len(folded.ends)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)
