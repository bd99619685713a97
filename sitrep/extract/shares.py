"""Who some of a toll's people were, told beside it: ", four of them soldiers and the rest civilians", ": six guards".

What belongs here: remarks without a verb that divide a number told before. What does not: what a verb says of the dead
(makeup.py), remarks that hang on the number itself (listed.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from sitrep.extract.listed import PEOPLE, REST, Lists
from sitrep.extract.nouns import Nouns
from sitrep.extract.numbers import Count
from sitrep.extract.outcomes import Outcomes
from sitrep.extract.phrases import Noun

#: Somebody of a toll, and how many they were.
Share = tuple[Noun, Count]
_THEM = (["of", "them"], ["of", "whom"])
_OPENS, _JOINS = frozenset({",", "-", "–", "(", ";"}), frozenset({"and", ","})
_DASHES = frozenset({"-", "–", ":"})
_VERBS = frozenset("xhepqgzbmrC")


class Shares:
    """Reads the remarks of one sentence that divide a toll."""

    def __init__(self, nouns: Nouns, lists: Lists) -> None:
        self.nouns, self.lists, self.outcomes = nouns, lists, Outcomes(nouns)
        self.words, self.tags = nouns.atoms.words, nouns.atoms.tags
        self.at: dict[int, Noun] = {}  # the phrases by their first atom

    def read(self, phrases: list[Noun], tolls: Sequence[tuple[int, Count | None]]) -> list[tuple[int, list[Share]]]:
        """Which toll (its place in `tolls`, each the atom behind it and its number) is divided, and into whom."""
        if not tolls or len(phrases) < 2:
            return []
        self.at = {noun.first: noun for noun in phrases}
        found: list[tuple[int, list[Share]]] = []
        for noun in phrases:
            if noun.first and (self.lists.is_all_but(noun) or self.words[noun.first - 1] in _OPENS):
                index = self._whole(noun, tolls)
                shares = self._from(noun, tolls[index][1]) if index is not None else []
                if index is not None and shares:
                    found.append((index, shares))
        return [*found, *self._behind_mark(phrases, tolls)]

    def _whole(self, noun: Noun, tolls: Sequence[tuple[int, Count | None]]) -> int | None:
        """The toll told last before a phrase."""
        before = [i for i, (last, count) in enumerate(tolls) if count is not None and last <= noun.first]
        return max(before, key=lambda i: tolls[i][0]) if before else None

    def _from(self, noun: Noun, whole: Count | None) -> list[Share]:
        """The shares that begin at a phrase: 'four of them soldiers', 'six guards and the rest women'."""
        if whole is None:
            return []
        told = self._of_them(noun, whole)
        if told is None:
            own = self.lists.count(noun)
            if own is None or not self._is_plain(noun) or not self._is_rest(self._joined(noun.last)):
                return []
            told = (noun, own)
        shares, last = [told], self._of_whom(noun).last
        exact = whole[0] == whole[1]
        while (other := self._joined(last)) is not None:
            left = whole[0] - sum(count[0] for _, count in shares)
            count = (left, left) if self._is_rest(other) else self.lists.count(other)
            if not exact or count is None or not 0 < count[0] <= left or not self._is_plain(other):
                break
            shares.append((other, count))
            last = other.last
        return shares if sum(count[0] for _, count in shares) <= whole[0] else []

    def _of_them(self, noun: Noun, whole: Count) -> Share | None:
        """'four of them soldiers': the four, who are soldiers."""
        if self.words[noun.first : noun.first + 4] == ["all", "but", "one of", "them"]:
            who, left = self.at.get(noun.first + 4), whole[0] - 1
            return (who, (left, left)) if who is not None and self._is_plain(who) and whole[0] == whole[1] else None
        if self.words[noun.last : noun.last + 2] not in _THEM:
            return None
        who = self.at.get(noun.last + 2)
        if who is None or not self._is_plain(who) or self.nouns.of(who).count is not None:
            return None
        if noun.word == "half" and whole[0] == whole[1]:
            return (who, (whole[0] // 2, whole[0] // 2)) if whole[0] % 2 == 0 else None
        count = self.nouns.of(noun).count
        if self.lists.is_all_but(noun) and count is not None:
            return (who, (whole[0] - count[0], whole[0] - count[0])) if whole[0] == whole[1] else None
        return (who, count) if count is not None and self.tags[noun.head] == "c" else None

    def _of_whom(self, noun: Noun) -> Noun:
        """The phrase that ends what begins at a phrase."""
        return self.at.get(noun.last + 2, noun) if self.words[noun.last : noun.last + 2] in _THEM else noun

    def _is_plain(self, noun: Noun) -> bool:
        """Whether a phrase names people, of whom nothing else is told."""
        behind = self.tags[noun.last] if noun.last < len(self.tags) else "."
        people = self.nouns.of(noun).classes & PEOPLE
        return bool(people) and behind not in _VERBS and self.outcomes.own(noun) is None

    def _is_rest(self, noun: Noun | None) -> bool:
        """'the rest civilians', 'the others policemen'."""
        return noun is not None and not REST.isdisjoint(self.words[noun.first : noun.head])

    def _joined(self, last: int) -> Noun | None:
        """The phrase that 'and' or a comma joins to one that ends at an atom."""
        first = last
        while first < len(self.words) and first < last + 2 and self.words[first] in _JOINS:
            first += 1
        return self.at.get(first) if first > last else None

    def _behind_mark(
        self, phrases: list[Noun], tolls: Sequence[tuple[int, Count | None]]
    ) -> list[tuple[int, list[Share]]]:
        """'Two people died, X said: a guard and a shepherd', '12 died in Goma - nine soldiers and three women'."""
        mark = next((i for i, word in enumerate(self.words) if word in _DASHES and self.tags[i] in ":-"), 0)
        last = next((n for n in phrases if mark and n.first == mark + 1), None)
        if last is None or any(tag in "xhzpb" for tag in self.tags[mark:]):
            return []
        members = [n for n in self.lists.members(last) if self.nouns.of(n).classes & PEOPLE]
        own = [self.lists.count(n) for n in members]
        total = sum(count[0] for count in own if count is not None)
        at = next((i for i, (_, count) in enumerate(tolls) if count is not None and count[0] == total), None)
        if at is None or not all(own) or tolls[at][0] > mark:
            return []
        return [(at, [(noun, count) for noun, count in zip(members, own, strict=True) if count is not None])]
