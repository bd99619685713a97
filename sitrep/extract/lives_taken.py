"""Whose lives something took: 'claimed 12 lives', 'took the lives of 50 people', 'cost the army one officer'.

What belongs here: verbs of taking of which lives, or those who lost them, are the objects. What does not: verbs of
killing (events.py), and those of dying (dying.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract.causes import Causes
from sitrep.extract.clause import Clause
from sitrep.extract.listed import PEOPLE
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun

TAKE_LIVES = frozenset({"claim", "take", "cost", "end", "snuff", "extinguish"})
_OWN_LIFE = frozenset({"own", "his", "her"})


class LivesTaken:
    """Reads in one sentence whose lives were taken."""

    def __init__(self, nouns: Nouns, causes: Causes) -> None:
        self.nouns, self.causes = nouns, causes
        self.words = nouns.atoms.words

    def of(self, clause: Clause) -> Iterator[Noun]:
        """Those whose lives the subject of a clause took."""
        lemma = clause.verb.lemma if clause.verb is not None else ""
        for noun in clause.objects:
            own = lemma in ("take", "end")
            if own and not _OWN_LIFE.isdisjoint(self.words[noun.first : noun.head]):
                continue  # "the gunman took his own life"
            if noun.word in ("lives", "life"):
                theirs = self.words[noun.first] in ("their", "his", "her")  # "cost 12 soldiers their lives"
                whose = clause.objects[0] if theirs and clause.objects[0] is not noun else noun
                yield next((n for w, n in noun.prepositions if w == "of"), noun.owner or whose)
            elif (lemma == "claim" and self._is_claimed(noun, clause)) or (
                lemma == "cost" and self._is_cost(noun, clause)
            ):
                yield noun
            elif self.words[noun.first].endswith("lives of"):
                yield noun

    def _is_claimed(self, noun: Noun, clause: Clause) -> bool:
        """'The attack claimed three persons', 'its 24th victim': those whom a violent happening claims."""
        if noun.word == "victim":
            return True
        source = self.causes.event_in(clause.subject) if clause.subject is not None else None
        people = self.nouns.of(noun).classes & PEOPLE and self.nouns.of(noun).count is not None
        return bool(people) and source is not None and self.causes.violent(source)

    def _is_cost(self, noun: Noun, clause: Clause) -> bool:
        """'The ambush cost the army one officer': those whom they lose who stand before them."""
        lost = noun is not clause.object and self.nouns.of(noun).count is not None
        return lost and bool(self.nouns.of(noun).classes & PEOPLE)
