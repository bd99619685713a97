"""Which two clauses of a sentence tell of different scenes: 'killed 30 in Gao while a bomb killed six in Mopti'.

What belongs here: places and doers that part what a sentence tells side by side. What does not: days and tolls that
part sentences (joining.py), and where an event is said to have happened (settings.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun
from sitrep.ontology.gazetteer import SAME_TOWN_KM, Places, nested

_AT = frozenset({"in", "at", "near", "outside"})
_DOERS = frozenset({"people", "actor"})


class Scattered:
    """Holds the clauses of one sentence against each other."""

    def __init__(self, nouns: Nouns, places: Places) -> None:
        self.nouns, self.places = nouns, places

    def are_apart(self, clause: Clause, event: Event) -> bool:
        """Whether a clause names a place that an event of the sentence cannot have been at."""
        here, there = self._place_of(clause), self._place_at(event)
        if here is None or there is None or (event.clause is clause and event.noun is None):
            return False
        if nested(self.places, here, there):
            return False
        distance = self.places.distance(here, there)
        return distance is None or distance > SAME_TOWN_KM

    def have_own_doers(self, outer: Clause, inner: Clause) -> bool:
        """'Gunmen killed 30 after troops shot six': not 'after they attacked', nor 'were killed after men attacked'."""
        return self._acts(outer) and self._acts(inner)

    def _acts(self, clause: Clause) -> bool:
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or verb.is_passive:
            return False
        meaning = self.nouns.of(subject)
        told = bool(meaning.triggers) or "means" in meaning.classes
        return (told or bool(meaning.classes & _DOERS)) and "pronoun" not in meaning.classes

    def _place_at(self, event: Event) -> str | None:
        """The place in an event's own words, else that of its clause."""
        tail = event.noun.tail if event.noun is not None else []
        own = next((place for word, noun in tail if (place := self._place(word, noun)) is not None), None)
        return own if own is not None or event.clause is None else self._place_of(event.clause)

    def _place_of(self, clause: Clause) -> str | None:
        """The first place that a clause is said to be at."""
        hanging = [*clause.prepositions, *(pair for noun in clause.objects for pair in noun.tail)]
        return next((place for word, noun in hanging if (place := self._place(word, noun)) is not None), None)

    def _place(self, word: str, noun: Noun) -> str | None:
        meaning = self.nouns.of(noun) if word in _AT else None
        if meaning is None or meaning.place is None or "state" in meaning.classes:
            return None
        return meaning.place.place_id
