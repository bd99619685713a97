"""MinHash signatures: texts that share most of their five-word runs share most of their signature.

What belongs here: the signature, as numbers that datasketch's index takes. What does not: comparing (resolve).
"""

from __future__ import annotations

import re
import zlib

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]

PERMUTATIONS = 128
SHINGLE = 5
WORD = re.compile(r"\w+")
#: Fixed odd multipliers and offsets: the same text has the same signature on every machine and in every version.
_STATE = np.random.Generator(np.random.PCG64(20240118))
MULTIPLIERS: Numbers = _STATE.integers(1, 2**63, PERMUTATIONS, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
OFFSETS: Numbers = _STATE.integers(0, 2**63, PERMUTATIONS, dtype=np.uint64)
BASE = np.uint64(0x9E3779B97F4A7C15)
#: Runs mixed at once: bounds the memory that a long text takes.
AT_ONCE = 8192
HALF = np.uint64(32)


def signature(text: str) -> tuple[int, ...]:
    """The signature of a text; empty where it has no words."""
    hashed = shingle_hashes(text)
    if not len(hashed):
        return ()
    lowest = np.full(PERMUTATIONS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(hashed), AT_ONCE):
        mixed = (hashed[None, start : start + AT_ONCE] * MULTIPLIERS[:, None] + OFFSETS[:, None]) >> HALF
        np.minimum(lowest, mixed.min(axis=1), out=lowest)
    return tuple(lowest.tolist())


def shingle_hashes(text: str) -> Numbers:
    """One number for each run of five words of a text (for all its words, where it has fewer)."""
    words = WORD.findall(text.casefold())
    known: dict[str, int] = {}
    numbers = [known.get(word) or known.setdefault(word, zlib.crc32(word.encode("utf-8", "replace"))) for word in words]
    hashed = np.array(numbers, dtype=np.uint64)
    if len(hashed) < SHINGLE:
        return hashed
    runs = np.zeros(len(hashed) - SHINGLE + 1, dtype=np.uint64)
    for offset in range(SHINGLE):
        runs = (runs ^ hashed[offset : offset + len(runs)]) * BASE
        runs ^= runs >> np.uint64(29)
    return np.unique(runs)
