"""That nobody came to harm: "no casualties were reported", "nobody was hurt", "without causing any injuries".

What belongs here: the words that say so, and which harms they exclude. What does not: how many were harmed (tolls.py).
A text that only does not know yet ("no immediate reports of casualties") says nothing, nor does one that speaks of one
side alone ("no casualties among its men", "no civilians were hurt").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitrep.extract.atoms import Atoms

#: What words for victims exclude.
_EXCLUDED: dict[str, tuple[str, ...]] = {
    "casualties": ("killed", "injured"), "casualty": ("killed", "injured"), "victims": ("killed", "injured"),
    "injuries": ("injured",), "injury": ("injured",), "deaths": ("killed",), "death": ("killed",),
    "fatalities": ("killed",), "fatality": ("killed",),
}  # fmt: skip
_HURT = frozenset({"hurt", "injured", "wounded", "harmed"})
_DEAD = frozenset({"killed", "died"})
_NOBODY = frozenset({"nobody", "no one", "no-one", "none"})
_TELLING = _NOBODY.union(_EXCLUDED)  # words of which one stands in all that says so
_NO = frozenset({"no", "without", "without any", "any"})
_BE = frozenset({"was", "were", "is", "are", "been", "has", "have", "had", "be"})
_NOT_KNOWN = frozenset({"immediate", "immediately", "initial", "confirmed", "independent", "further", "other", "more"})
_ONE_SIDE = frozenset({"among", "civilian", "military", "our", "its", "their", "suffered", "sustained"})
_UNTOLD = frozenset("doubt detail details word information figure figures news idea indication breakdown".split())
_FIGURES = frozenset("figure figures count counts toll tolls details number numbers estimate estimates".split())
_NEAR = 5  # words between two nouns that one "no" holds together


@dataclass(frozen=True, slots=True)
class Nobody:
    """Atoms [first, last) that say that nobody came to some harm."""

    outcome: str
    first: int
    last: int


class Unharmed:
    """Finds in one sentence that nobody came to harm."""

    def __init__(self, atoms: Atoms) -> None:
        self.words, self.tags, self.said = atoms.words, atoms.tags, atoms.said

    def read(self) -> Iterator[Nobody]:
        """What the sentence excludes, each harm once."""
        if _TELLING.isdisjoint(self.said):
            return
        if _NOT_KNOWN.isdisjoint(self.said) and _ONE_SIDE.isdisjoint(self.said):
            found: dict[str, Nobody] = {}
            for each in (*self._no_victims(), *self._nobody_was()):
                found.setdefault(each.outcome, each)
            yield from found.values()

    def _no_victims(self) -> Iterator[Nobody]:
        """'no casualties', 'no deaths or injuries', 'without causing any injuries', 'no reports of casualties'."""
        for index, word in enumerate(self.words):
            if word not in _EXCLUDED or not _FIGURES.isdisjoint(self.words[index + 1 : index + 2]):
                continue  # "gave no casualty figures"
            first = self._no_before(index)
            if first is not None:
                yield from (Nobody(outcome, first, index + 1) for outcome in _EXCLUDED[word])

    def _no_before(self, index: int) -> int | None:
        """The "no" that a word for victims stands under, with nothing between that ends its reach."""
        for first in range(index - 1, max(-1, index - 1 - _NEAR), -1):
            if self.words[first] in _UNTOLD:
                return None  # "no details of casualties": they are not known
            if self.words[first] in _NO and self.words[first] != "any":
                return first
            if self.tags[first] in ",;:.sryY" or self.words[first] in ("but", "from", "with"):
                return None
        return None

    def _nobody_was(self) -> Iterator[Nobody]:
        """'nobody was hurt', 'no one was killed or injured'."""
        for first, word in enumerate(self.words):
            if word not in _NOBODY or self.words[first + 1 : first + 2] == ["of"]:
                continue
            last = first + 1
            while last < len(self.words) and (self.words[last] in _BE or self.tags[last] in "al" or self._harms(last)):
                last += 1
            told = {outcome for index in range(first, last) for outcome in self._harms(index)}
            yield from (Nobody(outcome, first, last) for outcome in sorted(told))

    def _harms(self, index: int) -> tuple[str, ...]:
        """What a participle excludes: who was not even hurt was not killed."""
        word = self.words[index]
        if word in _HURT:
            return ("injured", "killed")
        return ("killed",) if word in _DEAD else ()
