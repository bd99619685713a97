"""Noun phrases in a row: which of those read before a further one goes with.

What belongs here: lists across what hangs on their members. What does not: whether a list goes on (clauses.py), people
that are counted together (listed.py).
"""

from __future__ import annotations

from sitrep.extract.neighbours import Neighbours
from sitrep.extract.phrases import MANY, Noun, Verb
from sitrep.ontology.patterns.lexicon import Lexicon

_ARE_MANY = frozenset({"were", "are", "have"})
_HIS = frozenset({"his", "her"})
_PERSON, _OFFICIAL = frozenset({"person"}), frozenset({"official"})
_NOBODY = frozenset({"body", "death", "party", "capital"})  # people by their class, but nobody who has a driver
_ONE_OF = frozenset({"a member of", "one of"})


class Rows:
    """The noun phrases of a sentence, as they are read."""

    __slots__ = ("around", "event_heads", "lexicon", "nouns")

    def __init__(self, around: Neighbours, lexicon: Lexicon) -> None:
        self.around, self.lexicon, self.event_heads = around, lexicon, lexicon.event_heads
        self.nouns: list[Noun] = []

    def first(self, noun: Noun | None) -> Noun | None:
        """The first noun phrase of the list that one belongs to, itself if none."""
        held = (each for each in self.nouns if noun is not None and any(n is noun for n in each.coordinated))
        return next(held, noun)

    def of_whom(self, index: int, word: str, noun: Noun | None, chain: list[Noun]) -> list[Noun]:
        """Of whom a relative pronoun tells, the likeliest first: in 'the mayor of X, who was shot' of the mayor.

        In 'guards of the mayor, who were shot' it tells of the guards alone.
        """
        if word != "who" or noun is None:
            return [noun] if noun is not None else []
        verb = self.around.behind_settings(index)
        if isinstance(verb, Verb) and verb.words & _ARE_MANY and not self._are_many(noun):
            many = [each for each in chain if self._are_many(each)]
            return many[:1] or [noun]
        placed = self.around.tags[noun.head] in "Yy"
        others = (each for each in chain if placed and self.around.tags[each.head] not in "Yy")
        return [next(others, noun), noun]

    def _are_many(self, noun: Noun) -> bool:
        several = noun.word in MANY or noun.word.endswith("s") or bool(noun.coordinated)
        return several or self.around.is_counted(noun)

    def head_for(self, noun: Noun, last: Noun | None, chain: list[Noun], bound: list[tuple[str, Noun]]) -> Noun | None:
        """The first of the list that a noun phrase goes on with; `last` is right before it, `bound` on prepositions."""
        alike = self._event_alike(noun, last) or self._counted_alike(noun, last, chain)
        alike = alike or self._other_side(noun, last, chain, bound) or self._whose(noun, last, chain)
        return alike or self._body_alike(noun, last, chain) or self._head(last, chain, bound)

    def _event_alike(self, noun: Noun, last: Noun | None) -> Noun | None:
        """Of 'an attack on X, a raid on Y' the raid goes with the attack, not with X."""
        if noun.word not in self.event_heads or last is None or last.word in self.event_heads:
            return None
        return next((self.first(n) for n in reversed(self.nouns[:-1]) if n.word in self.event_heads), None)

    def _other_side(
        self, noun: Noun, last: Noun | None, chain: list[Noun], bound: list[tuple[str, Noun]]
    ) -> Noun | None:
        """Of 'between supporters of the cleric and the army' the army is the other side, and supported by nobody."""
        outer = chain[-2] if len(chain) > 1 and chain[-1] is last else None
        if outer is None or last is None or last.coordinated or outer.coordinated or ("between", outer) not in bound:
            return None
        words, tags = self.around.words, self.around.tags
        named = tags[noun.head] in "yY" and tags[last.head] in "yY"  # "between supporters of Real and Inter"
        two = words[outer.first] in ("two", "rival", "various", "different", "opposing", "both")
        return None if named or two else outer

    def _counted_alike(self, noun: Noun, last: Noun | None, chain: list[Noun]) -> Noun | None:
        """Of '16 people from Unity and 21 from Lake' the 21 go with the 16, not with Unity."""
        if not self.around.is_counted(noun) or last is None or self.around.is_counted(last):
            return None
        return next((self.first(n) for n in reversed(chain) if self.around.is_counted(n)), None)

    def _whose(self, noun: Noun, last: Noun | None, chain: list[Noun]) -> Noun | None:
        """Of 'Ruiz, the mayor of Apopa, and his driver' the driver goes with Ruiz, not with Apopa."""
        words, is_of = self.around.words, self.lexicon.is_of
        if last is None or last.coordinated or words[noun.first] not in _HIS or chain[-1:] != [last]:
            return None
        if is_of(last.word, _PERSON) and last.word not in _NOBODY:
            return None  # "the son of the mayor and his wife"
        for outer in chain[-2::-1]:
            if (is_of(outer.word, _PERSON) and outer.word not in _NOBODY) or words[outer.first] in _ONE_OF:
                whose = next((n for n in self.nouns if any(a is outer for a in n.appositions)), self.first(outer))
                sure = whose is not outer or self.around.tags[last.head] != "Y" or is_of(outer.word, _OFFICIAL)
                many = outer.word in MANY or outer.word.endswith("s")
                return self.first(whose) if sure and not many else None  # "a friend of Ruiz and his wife"
        return None

    def _body_alike(self, noun: Noun, last: Noun | None, chain: list[Noun]) -> Noun | None:
        """Of 'the government of Chad and the African Union' the Union goes with the government, not with Chad."""
        words = self.around.words
        outer = chain[-2] if len(chain) > 1 and chain[-1] is last else None
        if last is None or outer is None or words[noun.first] != "the" or words[outer.first] != "the":
            return None
        many = outer.word in MANY or outer.word.endswith("s")  # "the presidents of Chad and the Gambia"
        if many or words[last.first] == "the" or outer.word in self.event_heads or last.coordinated:
            return None
        hangs = any(n is last and word == "of" for word, n in outer.prepositions)
        return self.first(outer) if hangs and self.first(last) is last else None

    def _head(self, last: Noun | None, chain: list[Noun], bound: list[tuple[str, Noun]]) -> Noun | None:
        """The first of the list that the last noun phrase belongs to; of 'a boy of 18 and a girl' the boy."""
        counts = last is not None and self.around.tags[last.first : last.last] == ["c"]
        is_age = counts and bool(bound) and bound[-1][0] == "of" and bound[-1][1] is last
        holder = chain[-2] if is_age and len(chain) > 1 else None
        is_one = holder is not None and self.around.words[holder.first] in ("a", "an")
        return self.first(holder if is_one else last)
