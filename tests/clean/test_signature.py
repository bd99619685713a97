"""Signatures: alike for texts that are alike, the same everywhere, and fit for datasketch's index."""

from __future__ import annotations

import datasketch
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sitrep.clean.signature import CHUNK, PERMUTATIONS, run_hashes, signature

WORDS = [f"word{number}" for number in range(400)]
TEXT = " ".join(WORDS)


def share(one: str, other: str) -> float:
    return float(np.mean(np.array(signature(one)) == np.array(signature(other))))


def test_a_signature_is_always_the_same() -> None:
    assert signature("Gunmen attacked a convoy near the town on Tuesday.")[:3] == (388289391, 393525340, 1466275400)
    assert len(signature(TEXT)) == PERMUTATIONS
    assert signature("") == signature(" -- ") == ()


def test_the_share_of_equal_numbers_is_the_share_of_common_runs() -> None:
    half = " ".join(WORDS[:300])  # 296 of 396 runs
    assert abs(share(TEXT, half) - 296 / 396) < 0.12
    assert share(TEXT, " ".join(reversed(WORDS))) < 0.05
    assert share(TEXT, TEXT.upper().replace(" ", ",\n")) == 1.0


def test_words_are_told_wherever_they_stand() -> None:
    assert len(run_hashes("one two three")) == 3
    assert run_hashes("a b c d e f")[1:].tolist() == run_hashes("b c d e f").tolist()
    assert len(set(run_hashes("über uber ubér").tolist())) == 3


@given(st.integers(1, 3 * CHUNK))
def test_long_texts_are_hashed_in_pieces(length: int) -> None:
    words = ("word " * (length // 5 + 1)).strip()
    assert len(run_hashes(words)) in (1, max(1, length // 5 + 1 - 4), length // 5 + 1)


def test_datasketch_takes_it() -> None:
    index = datasketch.MinHashLSH(threshold=0.6, num_perm=PERMUTATIONS)
    index.insert("a", datasketch.LeanMinHash(seed=1, hashvalues=signature(TEXT), scheme="legacy"))
    near = datasketch.LeanMinHash(seed=1, hashvalues=signature(TEXT + " and one more"), scheme="legacy")
    assert index.query(near) == ["a"]
