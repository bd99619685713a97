"""The stretches of words that two texts share.

What belongs here: finding them, at their characters. What does not: which texts are held against each other (copies).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
#: Fewer words in a row are shared by any two reports of a war.
_FEWEST = 5
#: A run of words that a text repeats is looked up at its first places alone.
_PLACES = 8


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text that stands in another one too, word for word; offsets are code points of the clean texts."""

    char_start: int
    char_end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, in lower case, and where they stand."""

    words: Sequence[str]
    spans: Sequence[tuple[int, int]]


def shared_passages(text: str, other: str) -> tuple[Passage, ...]:
    """What of a text stands in the other one: in order, none in another, each at least five words long."""
    own, theirs = _words(text), _words(other)
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(theirs.words) - _FEWEST + 1):
        places[tuple(theirs.words[at : at + _FEWEST])].append(at)
    found = []
    at = 0
    while at <= len(own.words) - _FEWEST:
        run = tuple(own.words[at : at + _FEWEST])
        length, place = max(
            ((_length(own.words, at, theirs.words, place), -place) for place in places.get(run, ())[:_PLACES]),
            default=(0, 0),
        )
        if not length:
            at += 1
            continue
        found.append(_passage(own, at, theirs, -place, length))
        at += length
    return tuple(found)


def _words(text: str) -> _Words:
    listed = list(_WORD.finditer(text))
    return _Words([one.group().lower() for one in listed], [one.span() for one in listed])


def _length(own: Sequence[str], at: int, theirs: Sequence[str], place: int) -> int:
    """How many words in a row are the same from two places on."""
    length = _FEWEST
    most = min(len(own) - at, len(theirs) - place)
    while length < most and own[at + length] == theirs[place + length]:
        length += 1
    return length


def _passage(own: _Words, at: int, theirs: _Words, place: int, length: int) -> Passage:
    return Passage(
        own.spans[at][0],
        own.spans[at + length - 1][1],
        theirs.spans[place][0],
        theirs.spans[place + length - 1][1],
    )
