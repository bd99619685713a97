"""Whom a word or a deed without arms is for: 'rejected X's proposal', 'aid for X', 'a strike against X's law'.

What belongs here: the target of such an event where no part of its frame names one. What does not: attacks and their
targets (events.py), and who says something (speakers.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.events import Matcher
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun
from sitrep.ontology.types import EventTypes

_ADDRESSED = frozenset(
    {"of", "from", "by", "for", "to", "with", "against", "on", "among", "between", "toward", "towards"}
)
_MEANT = frozenset({"actor", "state", "official", "people", "military", "police", "militants", "body"})
_PRONOUNS = frozenset({"it", "they", "he", "she"})
_OWN = frozenset({"its", "his", "her", "their", "our"})
_BEHIND = ("to", "for", "with", "against", "from", "of", "in defiance of", "as", "on", "over", "at", "between")


class Addressees:
    """Adds targets to the events of one sentence that are told by verbs and have none."""

    def __init__(self, matcher: Matcher, nouns: Nouns, types: EventTypes) -> None:
        self.matcher, self.nouns, self.types = matcher, nouns, types
        self.words = nouns.atoms.words

    def find(self) -> None:
        """Gives each event without a target the first that its words name."""
        for event in list(self.matcher.events):
            clause = event.clause
            violent = self.types[event.event_type].event_class == "violent"
            if violent or clause is None or event.verb is None or any(self._targets(event)):
                continue
            found = next((n for n in self._about(clause) if self._is_meant(n, event)), None)
            for noun in (found, *found.coordinated) if found is not None else ():
                if self._is_meant(noun, event):
                    event.how.setdefault(id(noun), "clause.addressee")
                    event.roles.append(("target", noun))

    def _targets(self, event: Event) -> Iterator[Noun]:
        """The targets that a frame gave, but for what is the doer's own: 'offered its troops to X'."""
        yield from (n for role, n in event.roles if role == "target" and not self._is_own(n))

    def _is_own(self, noun: Noun) -> bool:
        return self.words[noun.first] in _OWN and not self.nouns.of(noun).modifiers

    def _is_meant(self, noun: Noun, event: Event) -> bool:
        classes = self.nouns.of(noun).classes
        doers = [n for role, n in event.roles if role == "perpetrator"]
        return bool(classes & _MEANT) and "event" not in classes and noun not in doers and not self._is_own(noun)

    def _about(self, clause: Clause) -> Iterator[Noun]:
        """The noun phrases inside a clause's objects and the clauses below it, the nearest first."""
        for holder in (*clause.objects, *(n for word, n in clause.prepositions if word in _BEHIND)):
            yield from self._inside(holder)
        for child in clause.children:
            if child.kind == "complement" and child.subject is not None and child.subject.word not in _PRONOUNS:
                yield child.subject
            if child.kind in ("infinitive", "participle") and child.verb is not None:
                yield from child.objects
                yield from self._about(child)

    def _inside(self, holder: Noun) -> Iterator[Noun]:
        """'the French mediation', 'X's proposal', 'the march of the students', 'an offer from X'."""
        if holder.owner is not None:
            yield holder.owner
        yield from self._nationality(holder)
        told = self.matcher.by_noun.get(id(holder))
        if told is not None:
            yield from (noun for role, noun in told.roles if role in ("perpetrator", "party"))
        for word, noun in holder.tail:
            if word.replace(" ", "_") in self.matcher.patterns.cues["realis_prepositions"]:
                return  # "blockades in X following the shooting of Y"
            if word in _ADDRESSED:
                yield noun
                if noun.owner is not None:
                    yield noun.owner
                yield from self._nationality(noun)

    def _nationality(self, noun: Noun) -> Iterator[Noun]:
        """'French mediation', 'a Security Council resolution': who is named before the head."""
        for hit in self.nouns.of(noun).modifiers:
            if hit.country is not None or hit.form in ("name", "acronym"):
                yield self.nouns.phrase_of(hit)
