"""Copies of one text: near-duplicates and rewrites, found by MinHash bands and verified on the texts themselves.

What belongs here: pairs of documents that share most of their words in a row, and the clusters they form. What does
not: what the documents report. A band only proposes; the shared word 5-grams of the two clean texts decide.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from sitrep.resolve.documents import known_day
from sitrep.resolve.model import ResolveOptions, Row

#: Rows a band: with 3, two texts that share 0.4 of their 5-grams meet in one of 42 bands in 19 of 20 cases,
#: and texts that share 0.1 in one of 25, which verification then sorts out.
_BAND = 3
_SHINGLE = 5
#: A band that holds more texts than this is boilerplate that says nothing about copying.
_CROWDED = 400
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copies:
    """What is a copy of what."""

    near_duplicate_of: Mapping[str, tuple[str, float]]
    syndication_id: Mapping[str, str]


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


def _candidates(documents: Iterable[Row]) -> Iterator[tuple[str, str]]:
    bands: dict[tuple[int, ...], set[str]] = defaultdict(set)
    for row in documents:
        signature = row["signature"] or []
        for start in range(0, len(signature) - _BAND + 1, _BAND):
            bands[(start, *signature[start : start + _BAND])].add(row["document_id"])
    pairs: set[tuple[str, str]] = set()
    for members in bands.values():
        if 1 < len(members) <= _CROWDED:
            pairs.update(combinations(sorted(members), 2))
    yield from sorted(pairs)


def _clusters(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    root: dict[str, str] = {}

    def find(member: str) -> str:
        while root.setdefault(member, member) != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    for one, other in pairs:
        low, high = sorted((find(one), find(other)))
        root[high] = low
    out: dict[str, list[str]] = defaultdict(list)
    for member in sorted(root):
        out[find(member)].append(member)
    return out


def find_copies(best: Mapping[str, Row], options: ResolveOptions) -> Copies:
    """Near-duplicates (of the earliest by publication, then smallest id) and clusters of copies and rewrites."""
    texts: dict[str, frozenset[int]] = {}

    def grams(document_id: str) -> frozenset[int]:
        if document_id not in texts:
            texts[document_id] = shingles(best[document_id]["clean_text"] or "")
        return texts[document_id]

    def age(document_id: str) -> tuple[dt.date, str]:
        return (known_day(best[document_id]) or dt.date.max, document_id)

    alike = {}
    for one, other in _candidates(best.values()):
        share = jaccard(grams(one), grams(other))
        if share >= options.rewrite:
            alike[one, other] = share
    nearest: dict[str, tuple[str, float]] = {}
    for (one, other), share in sorted(alike.items()):
        if share < options.near_duplicate:
            continue
        first, later = sorted((one, other), key=age)
        if later not in nearest or age(first) < age(nearest[later][0]):
            nearest[later] = (first, round(share, 4))
    syndication = {document_id: document_id for document_id in best}
    for members in _clusters(alike).values():
        eldest = min(members, key=age)
        syndication.update(dict.fromkeys(members, eldest))
    return Copies(nearest, syndication)
