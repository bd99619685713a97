"""Which two clauses of a sentence tell of different scenes: 'killed 30 in Gao while a bomb killed six in Mopti'.

What belongs here: places and doers that part what a sentence tells side by side. What does not: days and tolls that
part sentences (joining.py), and where an event is said to have happened (settings.py).
"""

from __future__ import annotations

import datetime as dt

from sitrep import timex
from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.nouns import Meaning, Nouns
from sitrep.extract.phrases import Noun
from sitrep.extract.sums import earlier_from
from sitrep.extract.unlisted import KINDS
from sitrep.ontology.gazetteer import SAME_TOWN_KM, Places, nested

_AT = frozenset({"in", "at", "near", "outside"})
_DOERS = frozenset({"people", "actor"})
_CHARGED = frozenset(
    """suspected accused convicted wanted guilty sought jailed imprisoned charged indicted acquitted blamed suspect
    suspects mastermind masterminds involved implicated complicit accomplice accomplices involvement participation
    complicity""".split()
)
_COMMITTING = frozenset("carrying committing staging perpetrating launching planning plotting ordering".split())
_ARTICLES = frozenset("the a an this that".split())
_BE = frozenset("is are was were be been being also now not has have had stands stood remains remained".split())
_TAKEN = frozenset({"arrested", "detained", "held", "jailed", "sentenced", "executed", "hanged", "tried", "seized"})
_FOR = 7  # atoms from the arrest to "for"
_CHARGE = 3  # the place before a deed and its charge: "were accused of killing"


def is_charge(at: int, words: list[str]) -> bool:
    """Whether a deed is what makes somebody known: 'police shot two men suspected of killing a guard'.

    Not so where it is what the clause says of them: 'two men were accused of killing a guard'.
    """
    at -= at > 0 and words[at - 1] in _ARTICLES  # "a suspect in the abduction of"
    at -= at > 0 and words[at - 1] in ("allegedly", "reportedly")
    done = at - (at > 1 and words[at - 1] == "out")
    at = done - 1 if done > 0 and words[done - 1] in _COMMITTING else at  # "suspected of carrying out the attack"
    if at and words[at - 1] in ("on suspicion of", "on charges of", "on the charge of"):
        return True
    if at and words[at - 1] == "for" and not _TAKEN.isdisjoint(words[max(0, at - _FOR) : at - 1]):
        return True  # "arrested three men for killing a guard"
    behind = at >= _CHARGE and words[at - 1] in ("of", "for", "in", "with", "over") and words[at - 2] in _CHARGED
    return behind and words[at - _CHARGE] not in _BE


class Scattered:
    """Holds the clauses of one sentence against each other."""

    def __init__(self, nouns: Nouns, places: Places, reference: dt.date | None, precision: str) -> None:
        self.nouns, self.places = nouns, places
        self.reference, self.precision = reference, precision
        self.earlier = earlier_from(nouns.atoms)  # from where a past time tells of another event

    def are_apart(self, clause: Clause, event: Event) -> bool:
        """Whether a clause names a place that an event of the sentence cannot have been at."""
        here, there = self._place_of(clause), self._place_at(event)
        if here is None or there is None or (event.clause is clause and event.noun is None):
            return False
        return self.differ(here, there)

    def are_two(self, one: Event, other: Event) -> bool:
        """Whether two events of the sentence are told at places, or on days, that one event cannot have.

        So are two of which one is what those are charged with whom the other befell.
        """
        if one.clause is None or other.clause is None:
            return False
        words, elsewhere = self.nouns.atoms.words, one.clause is not other.clause
        if elsewhere and self.is_before(one.first) != self.is_before(other.first):
            return True
        if elsewhere and is_charge(one.first, words) != is_charge(other.first, words):
            return True  # but not of "accused of killing 12 in the attack"
        if self._is_known_for(one, other) or self._is_known_for(other, one):
            return True
        if _comes_after(one, other) or _comes_after(other, one):
            return True
        here, there = self._place_at(one), self._place_at(other)
        if here is not None and there is not None and self.are_far(here, there):
            return True
        return one.clause is not other.clause and self._are_on_two_days(one.clause, other.clause)

    def is_before(self, atom: int) -> bool:
        """Whether a word tells of what a past time is known by: 'the worst since 2009, when 120 were killed'."""
        return self.earlier is not None and atom > self.earlier

    def _is_known_for(self, one: Event, other: Event) -> bool:
        """'police shot a suspect in the murder of a guard': the murder is what the suspect is known for."""
        charged = one.noun is not None and is_charge(one.noun.first, self.nouns.atoms.words)
        told_of = other.clause is not None and other.clause.kind == "relative" and other.first > one.first
        return charged and other.verb is not None and not told_of  # "in the attack in which six were killed"

    def differ(self, here: str, there: str) -> bool:
        """Whether neither of two places lies in the other, or so near that it may be the same scene."""
        if nested(self.places, here, there):
            return False
        distance = self.places.distance(here, there)
        return distance is None or distance > SAME_TOWN_KM

    def are_far(self, here: str, there: str) -> bool:
        """The same of places of which it is known where they lie: raiders may go from one hamlet to the next."""
        return self.differ(here, there) and self.places.distance(here, there) is not None

    def _are_on_two_days(self, one: Clause, other: Clause) -> bool:
        mine, theirs = self._days_of(one), self._days_of(other)
        if (mine and self._counts_days(other)) or (theirs and self._counts_days(one)):
            return True  # "killed on Thursday, while another was shot the previous day"
        return bool(mine and theirs) and all(a[1] < b[0] or b[1] < a[0] for a in mine for b in theirs)

    def _times_of(self, clause: Clause) -> list[timex.TimeExpression]:
        spans = (self.nouns.spans.covering.get(self.nouns.atoms.first[time.first]) for time in clause.times)
        return [span.time for span in spans if span is not None and span.time is not None]

    def _counts_days(self, clause: Clause) -> bool:
        """Whether a clause is so many days from what was told: 'the previous day', 'a week later'."""
        times = [time for time in self._times_of(clause) if time.kind == "anaphoric" and time.part != "open"]
        return any(time.count != 0 and time.unit not in ("hour", "minute") for time in times)

    def _days_of(self, clause: Clause) -> list[tuple[dt.date, dt.date]]:
        """From when to when each time of a clause is that names days."""
        times = self._times_of(clause)
        found = (timex.resolve(time, self.reference, reference_precision=self.precision) for time in times)
        return [(when.date_from, when.date_to) for when in found if when.date_from and when.date_to]

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
        own = next((place for word, noun in tail if (place := self.place(word, noun)) is not None), None)
        return own if own is not None or event.clause is None else self._place_of(event.clause)

    def _place_of(self, clause: Clause) -> str | None:
        """The first place that a clause is said to be at."""
        hanging = [*clause.prepositions, *(pair for noun in clause.objects for pair in noun.tail)]
        hanging += [("in", noun) for noun in clause.objects]  # "drones targeted Kyiv"
        return next((place for word, noun in hanging if (place := self.place(word, noun)) is not None), None)

    def place(self, word: str, noun: Noun) -> str | None:
        """The place that a noun phrase names behind a word that ties what happened to it."""
        named = next((n for w, n in noun.tail if w == "of"), noun) if noun.word in KINDS else noun  # "the city of X"
        meaning = self.nouns.of(named) if word in _AT else None
        if meaning is None or meaning.place is None:
            return None
        if word != "in" and "state" in meaning.classes and not _is_capital(meaning):
            return None
        return meaning.place.place_id


def _is_capital(meaning: Meaning) -> bool:
    """Whether a name that may stand for a government is that of its town: 'in Baghdad'."""
    return meaning.hit is not None and meaning.hit.form == "metonym"


def _comes_after(later: Event, earlier: Event) -> bool:
    """'the attack comes days after violence shut the port', 'after the clashes': what it comes after is another."""
    clause = later.clause
    if clause is None or clause.verb is None or clause.verb.lemma != "come" or clause.subject is not later.noun:
        return False
    if earlier.clause is not clause:
        return earlier.clause is not None and clause.comes_after(earlier.clause)
    return any(word == "after" and noun is earlier.noun for word, noun in clause.prepositions)
