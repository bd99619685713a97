"""Copies of one text: near-duplicates and rewrites, found by MinHash bands and verified on the texts themselves.

What belongs here: pairs of texts that share most of their words in a row, and the clusters they form. What does not:
what the documents report, and which stretches they share (passages). Three steps, each dearer and rarer than the one
before: a band proposes a pair, the two signatures say how alike the texts should be, the word 5-grams decide. The
first two ask of a pair nothing but itself, so that the order in which texts arrive changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from sitrep.clean.signature import MIXER, run_hashes

Grams = npt.NDArray[np.uint64]
_Indices = npt.NDArray[np.int64]

#: Rows a band: with 3, two texts that share 0.4 of their 5-grams meet in one of 42 bands in 19 of 20 cases,
#: and texts that share 0.1 in one of 25, which the signatures then sort out.
_BAND = 3
#: How far below the truth a signature of 128 values may put what two texts share: nearly three standard deviations.
_SLACK = 0.12
#: Bands of up to so many texts are laid out together, larger ones (a paragraph that many texts share) one by one.
_SMALL = 24
#: A band of more texts is compared with its first ones alone.
_CROWDED = 4096
_FIRST = 256
#: A text is held against so many of those before it that should be alike; a family of more is one through them.
ELDERS = 64
_AT_ONCE = 50_000


def grams(text: str) -> Grams:
    """The runs of five words of a text as numbers in order, each once (its words, where it is shorter)."""
    return np.unique(run_hashes(text))


def shared(one: Grams, other: Grams) -> int:
    """How many runs two texts share."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    if not len(small):
        return 0
    places = np.minimum(np.searchsorted(large, small), len(large) - 1)
    return int((large[places] == small).sum())


def jaccard(one: Grams, other: Grams) -> float:
    """Shared part of two sets of runs."""
    common = shared(one, other)
    return common / (len(one) + len(other) - common) if common else 0.0


def band_keys(signature: Sequence[int]) -> list[int]:
    """The bands of a signature, each as one number."""
    bands = len(signature) // _BAND
    values = np.array(signature[: bands * _BAND], dtype=np.uint64).reshape(bands, _BAND)
    keys = np.arange(1, bands + 1, dtype=np.uint64) * MIXER
    for column in values.T:
        keys = (keys ^ column) * MIXER
        keys ^= keys >> np.uint64(29)
    listed: list[int] = keys.tolist()
    return listed


def candidates(
    bands: Iterable[tuple[int, str]], signatures: Mapping[str, Sequence[int]], new: Collection[str], least: float
) -> list[tuple[str, str]]:
    """Pairs of texts that meet in a band, one of them new, and by their signatures should share at least so much."""
    names = sorted(signatures)
    place = {name: number for number, name in enumerate(names)}
    listed = [(band, place[name]) for band, name in bands]
    if not listed:
        return []
    matrix = np.array([signatures[name] for name in names], dtype=np.uint32)
    is_new = np.array([name in new for name in names])
    met = _likely(np.array([b for b, _ in listed], dtype=np.uint64), np.array([n for _, n in listed]), matrix, is_new,
                  least - _SLACK)  # fmt: skip
    return [(names[one], names[other]) for one, other in _with_elders(met, len(names))]


def _likely(
    bands: Grams, texts: _Indices, matrix: npt.NDArray[np.uint32], is_new: npt.NDArray[np.bool_], least: float
) -> Grams:
    """Pairs (as one number each) that meet in a band and are likely enough, each once."""
    order = np.lexsort((texts, bands))
    bands, texts = bands[order], texts[order]
    starts = np.flatnonzero(np.diff(bands, prepend=bands[:1] + np.uint64(1)))
    sizes = np.diff(starts, append=len(bands))
    found = [np.zeros(0, dtype=np.uint64)]
    for size in np.unique(sizes[(sizes > 1) & (sizes <= _SMALL)]):
        members = texts[starts[sizes == size][:, None] + np.arange(size)]
        one, other = np.triu_indices(size, 1)
        found.append(_encoded(members[:, one].ravel(), members[:, other].ravel(), is_new))
    pairs = _estimated(np.unique(np.concatenate(found)), matrix, least)
    large = [_in_large_band(texts[at : at + n], matrix, is_new, least) for at, n in
             zip(starts[sizes > _SMALL], sizes[sizes > _SMALL], strict=True)]  # fmt: skip
    return np.unique(np.concatenate([pairs, *large]))


def _encoded(one: _Indices, other: _Indices, is_new: npt.NDArray[np.bool_]) -> Grams:
    """Pairs of which one is new, each as one number: the lower place in the upper half."""
    asked = (is_new[one] | is_new[other]) & (one != other)
    low, high = np.minimum(one, other)[asked], np.maximum(one, other)[asked]
    encoded: Grams = (low.astype(np.uint64) << np.uint64(32)) | high.astype(np.uint64)
    return encoded


def _decoded(pairs: Grams) -> tuple[_Indices, _Indices]:
    return (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)


def _estimated(pairs: Grams, matrix: npt.NDArray[np.uint32], least: float) -> Grams:
    """The pairs whose signatures agree in at least this share of their values."""
    kept = [pairs[:0]]
    for start in range(0, len(pairs), _AT_ONCE):
        some = pairs[start : start + _AT_ONCE]
        one, other = _decoded(some)
        kept.append(some[(matrix[one] == matrix[other]).mean(axis=1) >= least])
    return np.concatenate(kept)


def _in_large_band(
    members: _Indices, matrix: npt.NDArray[np.uint32], is_new: npt.NDArray[np.bool_], least: float
) -> Grams:
    """The likely pairs of a band in which many texts meet: each new one against all, or the first ones of a crowd."""
    others = members if len(members) <= _CROWDED else members[:_FIRST]
    asking = members[is_new[members]]
    columns = np.ascontiguousarray(matrix[others].T)
    found = [np.zeros(0, dtype=np.uint64)]
    for start in range(0, len(asking), _AT_ONCE // _SMALL):
        some = asking[start : start + _AT_ONCE // _SMALL]
        agreeing = np.zeros((len(some), len(others)), dtype=np.uint8)
        for own, column in zip(matrix[some].T, columns, strict=True):
            agreeing += own[:, None] == column[None, :]
        one, other = np.nonzero(agreeing >= least * matrix.shape[1])
        found.append(_encoded(some[one], others[other], is_new))
    return np.unique(np.concatenate(found))


def _with_elders(pairs: Grams, texts: int) -> Iterator[tuple[int, int]]:
    """Of the pairs of each text with those before it, the first ones."""
    one, other = _decoded(pairs)
    order = np.lexsort((one, other))
    one, other = one[order], other[order]
    begins = np.searchsorted(other, np.arange(texts))
    first = np.arange(len(other)) - begins[other] < ELDERS
    yield from zip(one[first].tolist(), other[first].tolist(), strict=True)


def alike_texts(
    pairs: Iterable[tuple[str, str]], texts: Mapping[str, str], least: float
) -> dict[tuple[str, str], float]:
    """Those pairs of texts that share at least so much, with what they share."""
    listed = sorted(pairs)
    uses = Counter(name for pair in listed for name in pair)
    known: dict[str, Grams] = {}
    out = {}
    for pair in listed:
        for name in pair:
            if name not in known:
                known[name] = grams(texts[name])
        share = jaccard(known[pair[0]], known[pair[1]])
        if share >= least:
            out[pair] = share
        for name in pair:
            uses[name] -= 1
            if not uses[name]:
                del known[name]
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
