"""Copies of one text: near-duplicates and rewrites, found by MinHash bands and verified on the texts themselves.

What belongs here: pairs of documents that share most of their words in a row, and the clusters they form. What does
not: what the documents report. A band only proposes; the shared word 5-grams of the two clean texts decide.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

#: Rows a band: with 3, two texts that share 0.4 of their 5-grams meet in one of 42 bands in 19 of 20 cases,
#: and texts that share 0.1 in one of 25, which verification then sorts out.
_BAND = 3
_SHINGLE = 5
_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[int]:
    """The hashed runs of five words of a text, or its words where it is shorter."""
    words = _WORD.findall(text.casefold())
    if len(words) < _SHINGLE:
        return frozenset(hash(word) for word in words)
    return frozenset(hash(tuple(words[i : i + _SHINGLE])) for i in range(len(words) - _SHINGLE + 1))


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared part of two sets."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def band_keys(signature: Sequence[int]) -> Iterator[int]:
    """The bands of a signature, each as one number."""
    for start in range(0, len(signature) - _BAND + 1, _BAND):
        packed = struct.pack(f"<{_BAND + 1}Q", start, *signature[start : start + _BAND])
        yield int.from_bytes(hashlib.blake2b(packed, digest_size=8).digest(), "little")


def alike_texts(
    bands: Iterable[tuple[int, str]], texts: Mapping[str, str], new: Collection[str], least: float
) -> dict[tuple[str, str], float]:
    """Pairs of texts that meet in a band, one of them new, and share at least so much."""
    meeting: dict[int, set[str]] = defaultdict(set)
    for band, text_hash in bands:
        meeting[band].add(text_hash)
    pairs = {pair for members in meeting.values() for pair in combinations(sorted(members), 2)}
    grams: dict[str, frozenset[int]] = {}
    out = {}
    for one, other in sorted(pairs):
        if one not in new and other not in new:
            continue
        for text_hash in (one, other):
            if text_hash not in grams:
                grams[text_hash] = shingles(texts[text_hash])
        share = jaccard(grams[one], grams[other])
        if share >= least:
            out[one, other] = share
    return out


def clusters_of(pairs: Iterable[tuple[str, str]], members: Iterable[str]) -> list[list[str]]:
    """Texts that likeness connects, near or far."""
    root = {member: member for member in members}

    def find(member: str) -> str:
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    for one, other in pairs:
        low, high = sorted((find(one), find(other)))
        root[high] = low
    out: dict[str, list[str]] = defaultdict(list)
    for member in sorted(root):
        out[find(member)].append(member)
    return list(out.values())
