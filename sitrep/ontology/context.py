"""The words beside a name that tell what it is: a province or a town, a person, a treaty, or only a common word.

What belongs here: reading those word lists (places/words/*.yaml) and asking them about a match. What does not: the
names themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitrep.ontology.entries import WORD_LISTS, WordFile, read
from sitrep.ontology.matching import Folded, Match, NameTable, joins, key

PLAIN, MODIFIER, PERSON = "plain", "modifier", "person"
WIDER = "wider"  # no level of its own: the larger of a region and the town of its name
_SETTLED = frozenset({"village", "villages", "town", "towns", "hamlet", "hamlets"})
_SIDES = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern".split()
)
_SOME = frozenset(
    "a an another one two three four five six seven eight nine ten several some many few other more various".split()
)
_BESIDE = frozenset({"close", "next", "near", "adjacent"})
_LEVELS = ("country", "admin1", "admin2", "place")


@dataclass(frozen=True, slots=True)
class Context:
    """Word lists about what stands beside names."""

    words: dict[str, frozenset[str]]  # purpose -> keys
    common: frozenset[str]
    phrases: NameTable  # whole names that hold a place's name
    tails: NameTable  # words after a place's name that make it part of another name
    heads: NameTable  # words before it

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> Context:
        """The project's word lists."""
        beside = read(WORD_LISTS / "context.yaml", WordFile).words
        excluded = read(WORD_LISTS / "exclusions.yaml", WordFile).words
        common = read(WORD_LISTS / "common.yaml", WordFile).words
        return cls(
            {purpose: frozenset(map(key, words)) for purpose, words in beside.items()},
            frozenset(key(word) for words in common.values() for word in words),
            _table(w for name, words in excluded.items() if name not in ("tails", "heads") for w in words),
            _table(excluded["tails"]),
            _table(excluded["heads"]),
        )

    def is_common(self, name: str) -> bool:
        """Whether a name is also an everyday word or a person's name."""
        return name in self.common or len(name) < 3

    def exclusions(self, folded: Folded) -> list[tuple[int, int]]:
        """The words of names that hold a place's name and are none, as first and last."""
        found = [(match.first, match.last) for match in self.phrases.find(folded)]
        for match in self.tails.find(folded):
            if match.first and joins(folded, match.first - 1) and _capital(folded, match.first - 1):
                found.append((match.first - 1, match.last))
        for match in self.heads.find(folded):
            if match.last + 1 < len(folded.words):
                found.append((match.first, match.last + 1))
        return found

    def level(self, folded: Folded, match: Match) -> str:
        """The level of place that the words beside a name say."""
        after = folded.words[match.last + 1] if self._follows(folded, match.last) else ""
        before = folded.words[max(0, match.first - 3) : match.first]
        if self._is_wider(before, after):
            return WIDER
        for level in _LEVELS:
            if after in self.words[level]:
                return level
        if len(before) == 3 and before[2] == "of" and (before[0] in self.words["plain"] or match.first < 3):
            return next((level for level in _LEVELS if before[1] in self.words[level]), "")
        return ""

    def _is_wider(self, before: Sequence[str], after: str) -> bool:
        """'a Kaduna village', 'a village in northern Kaduna': the state, not the city of its name."""
        lead = before[:-1] if before and before[-1] in _SIDES else before
        if after in _SETTLED:
            return bool(lead) and lead[-1] in _SOME
        return len(lead) > 1 and lead[-1] == "in" and lead[-2] in _SETTLED

    def standing(self, folded: Folded, match: Match) -> str:
        """Whether a name stands plain, as part of a compound, or as a person's."""
        if match.last + 1 < len(folded.words):
            gap, after = folded.gap(match.last), folded.words[match.last + 1]
            if after in self.words["compound"] and gap.strip() in ("-", "\u2010", "\u2011", "\u2013"):
                return MODIFIER
        if (match.first and joins(folded, match.first - 1)) or self._abbreviated(folded, match.first):
            before = folded.words[match.first - 1]
            if before in self.words["title"] or (before in self.words["given"] and _capital(folded, match.first - 1)):
                return PERSON
        if match.key in self.words["given"] and self._before_surname(folded, match):
            return PERSON
        return PLAIN

    def places(self, folded: Folded, match: Match) -> bool:
        """Whether the words beside a name say that it is a place, where its writing cannot."""
        if self.level(folded, match):
            return True
        if match.first and folded.gap(match.first - 1) == ", " and _capital(folded, match.first - 1):
            return _capital(folded, match.first)  # "N'Djamena, Chad"
        return match.first > 0 and folded.words[match.first - 1] in self.words["in"] and joins(folded, match.first - 1)

    def is_locative(self, folded: Folded, match: Match) -> bool:
        """Whether a word that places something stands before a name: "in", "near", "north of", "the town of"."""
        if not match.first or not joins(folded, match.first - 1):
            return False
        before = folded.words[max(0, match.first - 2) : match.first]
        if before[-1] == "of":
            return len(before) > 1 and any(before[0] in self.words[name] for name in (*_LEVELS, "bearing"))
        if before[-1] == "to":
            return before[0] in _BESIDE  # "close to X"
        return before[-1] in self.words["in"]

    def _before_surname(self, folded: Folded, match: Match) -> bool:
        """Whether a given name is followed by a word that looks like the rest of a person's name."""
        following = match.last + 1
        if following >= len(folded.words) or folded.gap(match.last) != " " or not _capital(folded, following):
            return False
        word = folded.words[following]
        written = folded.written(following, following)
        return not written.isupper() and not any(word in self.words[level] for level in _LEVELS)

    def _follows(self, folded: Folded, index: int) -> bool:
        return index + 1 < len(folded.words) and (
            joins(folded, index) or folded.gap(index).strip() in ("'s", "\u2019s")
        )

    def _abbreviated(self, folded: Folded, index: int) -> bool:
        return index > 0 and folded.gap(index - 1) == ". " and folded.words[index - 1] in self.words["title"]


def _table(names: object) -> NameTable:
    return NameTable({key(str(name)): 0 for name in names})  # type: ignore[attr-defined]


def _capital(folded: Folded, index: int) -> bool:
    return folded.text[folded.starts[index]].isupper()
