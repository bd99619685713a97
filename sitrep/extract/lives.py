"""Attempts on lives: whose life it was in 'an attempt on the mayor's life', that nobody died of an 'attempted murder'.

What belongs here: who is meant by somebody's life, and deeds that were only tried. What does not: lives that were lost
or taken (lives_taken.py), and verbs of trying (fates.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitrep.extract.phrases import Noun

_TRIED = frozenset({"attempted", "botched"})
LIVES = frozenset({"life", "lives"})
_THEIRS = {"his": "he", "her": "she", "their": "they", "my": "i"}


def whose(nouns: Iterable[Noun], part: str) -> Iterator[tuple[Noun, str]]:
    """The nouns of a part of a frame; for 'the life of the mayor' and 'the mayor's life' the mayor, as an object."""
    for noun in nouns:
        behind = (each for word, each in noun.prepositions if word == "of")
        owner = next(behind, noun.owner) if noun.word in LIVES else None
        yield (noun, part) if owner is None else (owner, "object")


def pronoun_of(noun: Noun, words: list[str]) -> str:
    """'his life': he."""
    return _THEIRS.get(words[noun.first], "") if noun.word in LIVES else ""


def is_attempted(noun: Noun, words: list[str]) -> bool:
    """'the attempted murder of a judge': nobody says that she died."""
    return not _TRIED.isdisjoint(words[noun.first : noun.head])
