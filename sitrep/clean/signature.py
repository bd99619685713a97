"""MinHash signatures: texts that share most of their five-word runs share most of their signature.

What belongs here: the signature, as numbers that datasketch's index takes. What does not: comparing (resolve).
Words and runs are hashed over arrays, without a loop in Python: a text of 4 kB takes a fraction of a millisecond.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]
Bytes = npt.NDArray[np.uint8]

PERMUTATIONS = 128
SHINGLE = 5
#: Fixed odd multipliers and offsets: the same text has the same signature on every machine and in every version.
_STATE = np.random.Generator(np.random.PCG64(20240118))
MULTIPLIERS: Numbers = _STATE.integers(1, 2**63, PERMUTATIONS, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
OFFSETS: Numbers = _STATE.integers(0, 2**63, PERMUTATIONS, dtype=np.uint64)
MIXER = np.uint64(0x9E3779B97F4A7C15)
BASE = 0x100000001B3
INVERSE = pow(BASE, -1, 1 << 64)
HALF = np.uint64(32)
#: Runs mixed at once, and bytes hashed at once: they bound the memory that a long text takes.
AT_ONCE = 8192
CHUNK = 1 << 16
#: Bytes that words are made of: ASCII letters and digits, and all that is not ASCII.
WORD_BYTES: Bytes = np.array([chr(b).isalnum() or b == 95 if b < 128 else True for b in range(256)], dtype=np.uint8)


def signature(text: str) -> tuple[int, ...]:
    """The signature of a text; empty where it has no words."""
    runs = run_hashes(text)
    if not len(runs):
        return ()
    lowest = np.full(PERMUTATIONS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(runs), AT_ONCE):
        mixed = runs[None, start : start + AT_ONCE] * MULTIPLIERS[:, None]
        mixed += OFFSETS[:, None]
        np.minimum(lowest, mixed.min(axis=1), out=lowest)
    return tuple((lowest >> HALF).tolist())


def run_hashes(text: str) -> Numbers:
    """One number for each run of five words of a text (for each of its words, where it has fewer)."""
    words = _word_hashes(text.lower().encode("utf-8", "replace"))
    if len(words) < SHINGLE:
        return words
    runs = np.zeros(len(words) - SHINGLE + 1, dtype=np.uint64)
    for offset in range(SHINGLE):
        runs ^= words[offset : offset + len(runs)]
        runs *= MIXER
        runs ^= runs >> np.uint64(29)
    return runs


def _word_hashes(encoded: bytes) -> Numbers:
    """One number for each word, in order; long texts are cut into pieces between words."""
    found = []
    start = 0
    while start < len(encoded):
        end = start + CHUNK
        if end < len(encoded):
            space = encoded.rfind(b" ", start, end)
            end = space if space > start else end
        found.append(
            _piece_hashes(np.frombuffer(encoded, dtype=np.uint8, count=min(end, len(encoded)) - start, offset=start))
        )
        start = end
    return np.concatenate(found) if found else np.zeros(0, dtype=np.uint64)


def _piece_hashes(data: Bytes) -> Numbers:
    """A word's bytes as the digits of a number: sums of digits times powers, moved down to the word's beginning."""
    inside = WORD_BYTES[data]
    edges = np.flatnonzero(np.diff(inside, prepend=0, append=0))
    starts, ends = edges[::2], edges[1::2]
    powers, inverses = _powers()
    sums = np.zeros(len(data) + 1, dtype=np.uint64)
    np.cumsum((data.astype(np.uint64) + np.uint64(1)) * powers[: len(data)], out=sums[1:])
    hashed: Numbers = (sums[ends] - sums[starts]) * inverses[starts]
    return hashed


@lru_cache(maxsize=1)
def _powers() -> tuple[Numbers, Numbers]:
    """The powers of the base and of its inverse, as many as a piece has bytes."""
    count = CHUNK + 1
    return tuple(  # type: ignore[return-value]
        np.cumprod(np.concatenate([[np.uint64(1)], np.full(count - 1, base, dtype=np.uint64)]), dtype=np.uint64)
        for base in (np.uint64(BASE), np.uint64(INVERSE))
    )
