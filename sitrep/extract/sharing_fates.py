"""Those who died beside others, told without a verb of dying: 'the priest died, as did eight worshippers'.

What belongs here: people whom a sentence adds to a toll of its own by "as did", "so did", or by the place where they
died alone ("six died on the spot, three more in hospital"). What does not: lists of people (listed.py), and those at
a place of their own (elided.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sitrep.extract.listed import COUNTED, Lists
from sitrep.extract.nouns import Nouns
from sitrep.extract.numbers import Count
from sitrep.extract.phrases import Noun
from sitrep.timex.words import ORDINALS

if TYPE_CHECKING:
    from sitrep.extract.tolls import Toll

_AS, _DID = frozenset({"as", "so"}), frozenset({"did", "had", "has", "have", "are", "is", "were", "was"})
_MORE = frozenset({"more", "others", "other", "another"})
_WHERE, _DEATHBEDS = frozenset({"in", "at", "on"}), frozenset("hospital hospitals clinic way ambulance surgery".split())
_ONE = frozenset({"a", "an", "the", "another"})
_OPENS = frozenset({",", ";", "-", "and"})


class SharedFates:
    """Finds in one sentence who shared a fate that it tells of others."""

    def __init__(self, nouns: Nouns, lists: Lists) -> None:
        self.nouns, self.lists = nouns, lists
        self.words, self.tags = nouns.atoms.words, nouns.atoms.tags

    def add(self, tolls: list[Toll], phrases: list[Noun]) -> list[Toll]:
        """The tolls of a sentence with those who shared the fate of the last one told before them."""
        if all(toll.outcome != "killed" for toll in tolls):
            return tolls
        made: list[Toll] = []
        for noun, count in self._beside(phrases):
            before = [t for t in tolls if t.outcome == "killed" and t.last <= noun.first and not t.is_part]
            if not before or any(t.noun.first <= noun.head < t.noun.last for t in tolls):
                continue
            like = before[-1]
            if self.words[noun.first - 1] not in _DID and not like.is_piece:
                continue  # "six died, three more in hospital": those may live
            last = noun.last + (self.words[noun.last : noun.last + 1] == ["more"])
            own = not self.nouns.of(noun).classes & COUNTED or self.tags[noun.head] == "c" or noun.word in ORDINALS
            made.append(replace(like, noun=noun, first=noun.first, last=last, count=count, like=like if own else None))
            series = [*(like.series or [like]), *made[-1:]]
            for toll in series:
                toll.series = series
        return tolls + made

    def _beside(self, phrases: list[Noun]) -> Iterator[tuple[Noun, Count]]:
        for noun in phrases:
            before = self.words[max(0, noun.first - 2) : noun.first]
            if len(before) == 2 and before[0] in _AS and before[1] in _DID:
                yield from ((each, self._count(each)) for each in self.lists.members(noun) if self._are_people(each))
            elif before and before[-1] in _OPENS and self._is_bare(noun) and self._dies_behind(noun):
                yield noun, (1, 1) if noun.word in ORDINALS else self._count(noun)

    def _are_people(self, noun: Noun) -> bool:
        one = self.words[noun.first] in _ONE and not self.nouns.of(noun).is_plural
        return bool(self.nouns.of(noun).classes & COUNTED) and (one or self.nouns.of(noun).count is not None)

    def _count(self, noun: Noun) -> Count:
        return self.nouns.of(noun).count or (1, 1)

    def _is_bare(self, noun: Noun) -> bool:
        """'three more', 'two others', 'the third': of whom nothing else is said."""
        number = self.tags[noun.head] == "c" or noun.word in _MORE
        return (number and self.nouns.of(noun).count is not None) or noun.word in ORDINALS

    def _dies_behind(self, noun: Noun) -> bool:
        """Whether 'in hospital', 'on the way to hospital' stands behind a phrase, and no verb."""
        at = noun.last
        while at < len(self.words) and self.words[at] in ("more", ","):
            at += 1
        ends = (i for i in range(at, len(self.words)) if self.words[i] in (",", ";", ".") or self.tags[i] == "s")
        end = next(ends, len(self.words))
        place = not _DEATHBEDS.isdisjoint(self.words[at + 1 : at + 4])
        return (
            at < end and self.words[at] in _WHERE and place and not any(tag in "bepqzxhmg" for tag in self.tags[at:end])
        )
