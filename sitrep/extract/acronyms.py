"""Short names that a text introduces: 'the Zambara People's Army (ZPA)', and 'the ZPA' from then on.

What belongs here: which two names a text says are one. What does not: names that lists hold (ontology/actors),
and the actor that both mean (spans.py, bearers.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sitrep.extract.text import Text

_LINKS = frozenset("of the for and in to de del la las los el al wa wal e i y du des et".split())
_SHORTEST, _LONGEST, _FARTHEST = 2, 7, 12  # letters of a short name; words of a long one


@dataclass(frozen=True, slots=True)
class Introduction:
    """A long name at the tokens [first, last), and the short one in brackets behind it."""

    first: int
    last: int
    long: str
    short: str


def introductions(text: Text) -> list[Introduction]:
    """The short names that a text introduces in brackets, where their letters begin the words of the long one."""
    words = text.words
    if "(" not in text.raw:
        return []
    opening = (i for i, word in enumerate(words) if word == "(" and words[i + 2 : i + 3] == [")"])
    return [found for i in opening if (found := _introduction(text, i)) is not None]


def _introduction(text: Text, bracket: int) -> Introduction | None:
    short = text.raw[text.starts[bracket + 1] : text.ends[bracket + 1]]
    if not (_SHORTEST <= len(short) <= _LONGEST and short.isalpha() and short[0].isupper()):
        return None
    first = bracket
    while first > 0 and bracket - first < _FARTHEST and _may_be_of_name(text, first - 1):
        first -= 1
    for begin in range(bracket - 1, first - 1, -1):
        if text.words[begin] in _LINKS:
            continue
        long = text.raw[text.starts[begin] : text.ends[bracket - 1]]
        if _begin_words(short.lower(), long.lower()):
            return Introduction(begin, bracket, long, short)
    return None


def _may_be_of_name(text: Text, token: int) -> bool:
    raw = text.raw[text.starts[token] : text.ends[token]]
    return raw[0].isupper() or text.words[token] in _LINKS or text.words[token] in ("'s", "'", "’s", "’")


def _begin_words(letters: str, long: str) -> bool:
    """Whether each letter begins a word of its own, in whatever order: FARC are the "Revolutionary Armed Forces of C.".

    The words that carry meaning may not be many more than the letters.
    """
    parts = [part for part in long.replace("-", " ").split() if part[0].isalpha()]
    heavy = [part for part in parts if part not in _LINKS]
    return len(heavy) <= len(letters) + 1 and len(heavy) > 1 and Counter(letters) <= Counter(part[0] for part in parts)


def written(text: Text, short: str) -> Iterator[int]:
    """The tokens at which a text writes a short name."""
    low = short.lower()
    for index, word in enumerate(text.words):
        if word == low and text.raw[text.starts[index] : text.ends[index]] == short:
            yield index
