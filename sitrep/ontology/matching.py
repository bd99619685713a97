"""Finding many names in a text at once, however they are written.

What belongs here: folding a text to plain words whose offsets are kept, and a table of names that is looked up in such
words, longest first. What does not: what a name means (actors, places) and what its mention is good for (the engine).

A word is folded by case, accents, apostrophes and dots of acronyms ("Sana'a" = "SANAA", "U.N." = "UN"); hyphens and
white space between words are one. The table is a hash of whole names behind a hash of their first two words: a pass
costs the length of the text and not the number of names, and half a million names load in a fraction of a second.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHES = "'\u2019\u2018\u02bc\u02bb\u02bf\u02be\u02bd\u2032`\u00b4\uff07\u201b"
#: Marks that stand inside words without being letters: combining accents, soft hyphens, zero-width characters.
INWORD_MARKS = "\u0300-\u036f\u0640\u064b-\u0652\u00ad\u200b-\u200d\u2060\ufeff"
_LETTERS = str.maketrans(
    {
        "æ": "a",
        "œ": "o",
        "ß": "s",
        "þ": "t",
        "ð": "d",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "ə": "a",
        "đ": "d",
        "ħ": "h",
        "ŋ": "n",
    }
)
_DOTTED = r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?"
_PLAIN_WORD = re.compile(r"[a-z](?:\.[a-z])+(?![a-z0-9])\.?|[a-z0-9]+(?:['`](?!s(?![a-z0-9]))[a-z0-9]+)*")
_WORD = re.compile(rf"{_DOTTED}|[^\W_]+(?:[{APOSTROPHES}](?!s(?![^\W_]))[^\W_]+)*")
_MARKED_WORD = re.compile(
    rf"{_DOTTED}|(?:[^\W_]|[{INWORD_MARKS}])+(?:[{APOSTROPHES}](?!s(?![^\W_]))(?:[^\W_]|[{INWORD_MARKS}])+)*"
)
_HAS_MARKS = re.compile(f"[{INWORD_MARKS}]")
_DROPPED = re.compile(f"[{APOSTROPHES}.{INWORD_MARKS}]")
#: What may stand between two words of one name: white space (no empty line), hyphens and dashes.
_JOINT = re.compile(r"[^\S\n]*\n?[^\S\n]*(?:[-\u2010-\u2015\u2212][^\S\n]*\n?[^\S\n]*)?")
_ABBREVIATIONS = frozenset({"st", "mt", "ft", "sta", "sto", "pto", "gral", "gen", "dr"})
_ASCII_CAPITAL = re.compile("[A-Z]")
_SENTENCE_END = re.compile(r"[.!?:;\"\u201c\u201d\u2022]|\n\s*\n")

#: How a name must be written to count; NOT_SMALL: anyhow but small in a text that uses capitals.
ANY, CAPITALS, CAPITALISED, NOT_SMALL = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as plain words, each with where it stands in the text."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    places: dict[str, list[int]]  # where each distinct word stands among the words
    distinct: frozenset[str]

    def written(self, first: int, last: int) -> str:
        """The characters of the words first..last (inclusive), as they stand in the text."""
        return self.text[self.starts[first] : self.ends[last]]

    def gap(self, index: int) -> str:
        """What stands between word `index` and the next one."""
        return self.text[self.ends[index] : self.starts[index + 1]]


def places_of(found: list[str], text: str) -> tuple[list[int], list[int]]:
    """Where all words of a text begin and end, given in their order: what stands between them begins none of them."""
    starts: list[int] = []
    ends: list[int] = []
    end = 0
    for word in found:
        start = text.find(word, end)
        end = start + len(word)
        starts.append(start)
        ends.append(end)
    return starts, ends


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two blanks: its plain words and where they begin and end in it."""

    words: list[str]
    starts: list[int]
    ends: list[int]


#: Pieces that were folded before: texts have the same ones again and again.
_PIECES: dict[str, Piece] = {}
_PIECES_KEPT, _LONGEST_KEPT = 16384, 24


def fold(text: str) -> Folded:
    """The words of a text, folded, with their offsets in it; none goes on behind a blank, so each piece is alone."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for line in text.split("\n"):
        for part in line.split(" "):
            piece = fold_piece(part)
            words += piece.words
            for start in piece.starts:
                starts.append(at + start)
            for end in piece.ends:
                ends.append(at + end)
            at += len(part) + 1
    return folded_of(text, words, starts, ends)


def folded_of(text: str, words: list[str], starts: list[int], ends: list[int]) -> Folded:
    """A text with its plain words."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        known = places.get(word)
        if known is None:
            places[word] = [index]
        else:
            known.append(index)
    return Folded(text, words, starts, ends, places, frozenset(places))


def fold_piece(part: str) -> Piece:
    """A piece as plain words; kept for the texts to come unless it is long."""
    known = _PIECES.get(part)
    if known is not None:
        return known
    lowered = part.lower()
    if len(lowered) != len(part):  # the one letter whose small form is longer
        lowered = part.replace("İ", "I").lower()
    marked = _MARKED_WORD if _HAS_MARKS.search(lowered) else _WORD
    pattern = _PLAIN_WORD if lowered.isascii() else marked
    found: list[str] = pattern.findall(lowered)
    starts, ends = places_of(found, lowered)
    piece = Piece([sys.intern(_plain_if_needed(word)) for word in found], starts, ends)
    if len(part) <= _LONGEST_KEPT:
        if len(_PIECES) >= _PIECES_KEPT:
            _PIECES.clear()
        _PIECES[part] = piece
    return piece


def _plain_if_needed(word: str) -> str:
    return word if word.isalnum() and word.isascii() else plain(word)


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """One small-letter word without accents, apostrophes, dots and marks."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return _DROPPED.sub("", word)


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """A name as the table knows it: its folded words with one blank between them."""
    return name if name.isalpha() and name.isascii() and name.islower() else " ".join(fold(name).words)


def as_folded(text: str | Folded) -> Folded:
    """A text folded, unless it is folded already: several tables share one folding."""
    return text if isinstance(text, Folded) else fold(text)


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the table in a folded text: words first..last (inclusive)."""

    first: int
    last: int
    key: str
    value: int


#: What a word is to a table: a name by itself, the first of several words of one, or both.
_ALONE, _OPENS, _BOTH = 1, 2, 3
#: More words than any name has.
_LONGEST = 1000
#: The distinct words of some thousand reports.
_WORDS_KEPT = 65536


class NameTable:
    """Names of one or more words, each with a number; immutable, so that threads may share it."""

    __slots__ = ("_behind", "_idle", "_kinds", "_lengths", "_names", "_openings", "_pairs")

    def __init__(self, names: dict[str, int], lengths: dict[str, int] | None = None) -> None:
        self._names = names
        self._lengths = lengths if lengths is not None else first_pairs(names)
        self._openings = frozenset(pair.partition(" ")[0] for pair in self._lengths)
        self._kinds: dict[str, int] = {}  # of words seen that begin names: texts have the same words again and again
        self._idle: set[str] = set()  # words seen that begin none
        self._behind: dict[str, dict[str, int]] = {}  # word, word behind it: the words of the longest name they begin
        self._pairs = 0  # how many of these are kept

    def __len__(self) -> int:
        return len(self._names)

    def get(self, name: str) -> int | None:
        """The number of a name given by its key."""
        return self._names.get(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def find(self, folded: Folded, accept: Callable[[Match], bool] | None = None) -> list[Match]:
        """The names in a text from left to right, the longest at each place, none inside another."""
        found: list[Match] = []
        free = 0  # first word that no earlier name covers
        for beginning in self._beginnings(folded):
            index, longest = beginning // _LONGEST, beginning % _LONGEST
            match = self._at(folded, index, longest, accept) if index >= free else None
            if match is not None:
                found.append(match)
                free = match.last + 1
        return found

    def _beginnings(self, folded: Folded) -> list[int]:
        """Where names may begin, each number with that of words of the longest of them as its last digits.

        Each distinct word is looked up once."""
        kinds = self._kinds
        words, last = folded.words, len(folded.words) - 1
        found: list[int] = []
        for word in folded.distinct - self._idle:
            kind, places = kinds.get(word, 0) or self._learn(word), folded.places[word]
            if kind == _ALONE:
                for index in places:
                    found.append(index * _LONGEST + 1)
            elif kind:
                behind = self._behind.setdefault(word, {})
                for index in places:
                    longest = 0
                    if index < last:
                        known = behind.get(words[index + 1])
                        longest = self._learn_pair(word, words[index + 1]) if known is None else known
                    if longest or kind == _BOTH:
                        found.append(index * _LONGEST + (longest or 1))
        found.sort()
        return found

    def _learn(self, word: str) -> int:
        """Whether a word is a name, begins longer ones, both or none of it; kept for the texts to come."""
        kind = (_ALONE if word in self._names else 0) + (_OPENS if word in self._openings else 0)
        if len(self._kinds) + len(self._idle) >= _WORDS_KEPT:
            self._kinds.clear()
            self._idle.clear()
        if kind:
            self._kinds[word] = kind
        else:
            self._idle.add(word)
        return kind

    def _learn_pair(self, word: str, behind: str) -> int:
        """How many words the longest name has that two words begin, 0 for none; kept for the texts to come."""
        longest = self._lengths.get(f"{word} {behind}", 0)
        if self._pairs >= _WORDS_KEPT:
            self._behind.clear()
            self._pairs = 0
        self._pairs += 1
        self._behind.setdefault(word, {})[behind] = longest
        return longest

    def _at(self, folded: Folded, index: int, longest: int, accept: Callable[[Match], bool] | None) -> Match | None:
        """The longest name that begins at a word and is accepted."""
        words, names = folded.words, self._names
        for last in range(min(index + longest, len(words)) - 1, index - 1, -1):
            name = " ".join(words[index : last + 1]) if last > index else words[index]
            value = names.get(name)
            if value is not None and (last == index or _is_whole(folded, index, last)):
                match = Match(index, last, name, value)
                if accept is None or accept(match):
                    return match
        return None


def first_pairs(names: Iterable[str]) -> dict[str, int]:
    """The first two words of each name of several words, with the number of words of the longest such name."""
    lengths: dict[str, int] = {}
    for name in names:
        words = name.split(" ", 2)
        if len(words) == 1:
            continue
        pair = f"{words[0]} {words[1]}"
        length = 2 + (1 + words[2].count(" ") if len(words) == 3 else 0)
        if lengths.get(pair, 0) < length:
            lengths[pair] = length
    return lengths


def _is_whole(folded: Folded, first: int, last: int) -> bool:
    """Whether nothing between some words keeps them from being one name."""
    return all(joins(folded, i) or _joins_loosely(folded, i, last - first) for i in range(first, last))


def joins(folded: Folded, index: int) -> bool:
    """Whether a word and the next one may belong to one name."""
    gap = folded.gap(index)
    if gap in (" ", "-", "\n"):
        return True
    if _JOINT.fullmatch(gap):
        return True
    if gap.startswith(".") and folded.words[index] in _ABBREVIATIONS:
        return not gap[1:].strip()
    if gap[0] in APOSTROPHES and folded.words[index].endswith("s"):
        return gap[1:] in (" ", "\n")  # "Workers' Party"
    return folded.words[index + 1] == "s" and gap in APOSTROPHES


def _joins_loosely(folded: Folded, index: int, joints: int) -> bool:
    """Whether two words may belong to one name that the data write so: "CPI (Maoist)", "KNU/KNLA", "George W. Bush"."""
    gap = folded.gap(index)
    if gap in (" (", "/", " / ", "("):
        return True
    if gap == ". ":
        return len(folded.words[index]) == 1
    return gap in (", ", ",\n") and joints >= 3  # a list of single names is none


def capital_evidence(folded: Folded, first: int, last: int) -> bool | None:
    """Whether capitals tell that these words are a name: yes, no, or nothing (headline, wire, begin of a sentence)."""
    written = folded.text[folded.starts[first]]
    if written.isalpha() and not written.isupper():
        return False if _capitals_around(folded, first, last, window=40) else None
    if begins_sentence(folded, first):
        return None
    return True if _small_words_around(folded, first, last) else None


def begins_sentence(folded: Folded, index: int) -> bool:
    """Whether the word is the first one of a sentence or line, where any word has a capital."""
    return index == 0 or _SENTENCE_END.search(folded.gap(index - 1)) is not None


def _small_words_around(folded: Folded, first: int, last: int) -> bool:
    """Whether words beside these begin with a small letter though they are long enough for a headline's capital."""
    near = beside(folded, first, last)
    return any(len(folded.words[i]) > 3 and folded.text[folded.starts[i]].islower() for i in near)


def _capitals_around(folded: Folded, first: int, last: int, window: int) -> bool:
    """Whether the text around uses capitals at all (posts in small letters alone tell nothing)."""
    near = folded.text[folded.starts[max(0, first - window)] : folded.ends[min(len(folded.words) - 1, last + window)]]
    if _ASCII_CAPITAL.search(near) is not None:
        return True  # as nearly everywhere
    return not near.islower() and (near.isascii() or near != near.lower())


def written_as(folded: Folded, match: Match, rule: int) -> bool | None:
    """Whether a match is written as its rule asks; None where the writing cannot tell."""
    if rule == ANY:
        return True
    if rule == NOT_SMALL:
        return not _half_small(folded, match) and capital_evidence(folded, match.first, match.last) is not False
    if rule == CAPITALISED:
        return capital_evidence(folded, match.first, match.last)
    written = folded.written(match.first, match.last)
    if not written.replace(".", "").isupper():
        return False
    cased = any(folded.written(i, i).islower() for i in beside(folded, match.first, match.last))
    return True if cased or "." in written else None


def _half_small(folded: Folded, match: Match) -> bool:
    """Whether a name begins with a capital and goes on small: "The bank" of a sentence is not the village The Bank."""
    if not folded.text[folded.starts[match.first]].isupper():
        return False
    later = range(match.first + 1, match.last + 1)
    small = (i for i in later if len(folded.words[i]) > 3 and folded.text[folded.starts[i]].islower())
    return any(folded.gap(i - 1).isspace() for i in small)  # not "Jae-myung"


def beside(folded: Folded, first: int, last: int, reach: int = 4) -> list[int]:
    """The numbers of the words within reach before and after some words."""
    end = min(len(folded.words), last + 1 + reach)
    return [*range(max(0, first - reach), first), *range(last + 1, end)]
