"""Who says that they did not do it: 'denied involvement in the raid', 'was not behind the blast'.

What belongs here: denials of responsibility for a deed that the same sentence names. What does not: denials of the deed
itself (status.py) and claims of responsibility (claiming.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract.claiming import Claims
from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.phrases import Noun

_ABOUT = frozenset({"for", "in", "of", "to", "with", "behind", "over"})
_ANYTHING = frozenset({"anything", "nothing", "something"})
_STAY_AWAY = frozenset({"distance", "dissociate", "disassociate"})
_CLEAR = frozenset({"absolve", "exonerate", "clear"})


class Denials:
    """Finds those who say of the events of one sentence that they did not do them."""

    def __init__(self, claims: Claims) -> None:
        self.claims, self.cues, self.words = claims, claims.cues, claims.words

    def find(self, clauses: list[Clause]) -> None:
        """Takes those who deny a deed out of its roles, and keeps them as who denies it."""
        for clause in clauses:
            for event, noun in self._denied(clause):
                event.roles = [(role, each) for role, each in event.roles if each is not noun]
                event.denied.append(noun)

    def _denied(self, clause: Clause) -> Iterator[tuple[Event, Noun]]:
        verb, noun = clause.verb, clause.subject
        if verb is None or noun is None or verb.is_passive:
            return
        if verb.lemma in self.cues["denial"] and not verb.is_negated:
            yield from ((event, noun) for event in self._of_denial(clause))
        elif verb.is_negated and (verb.lemma == "be" or any(n.word in self.cues["part_words"] for n in clause.objects)):
            yield from ((event, noun) for event in self._behind(clause))
        elif any(n.word == "nothing" for n in clause.objects):
            yield from ((event, noun) for child in clause.children for event in self._behind(child))
        elif verb.lemma in _STAY_AWAY or (verb.lemma in _CLEAR and clause.object is not None):
            who = noun if verb.lemma in _STAY_AWAY or clause.object is None else clause.object
            yield from ((event, who) for event in self._events(clause.prepositions, {"from", "of"}))

    def _of_denial(self, clause: Clause) -> Iterator[Event]:
        """'denied any role in the raid', 'denied carrying out the raid', 'denied having anything to do with it'."""
        for noun in clause.objects:
            if noun.word in self.cues["deny_claim_nouns"]:
                yield from self._events(noun.tail, _ABOUT)
        for child in clause.children if not clause.objects else ():
            if child.kind != "participle" or child.verb is None:
                continue
            acts = {child.verb.lemma, "_".join((child.verb.lemma, *child.verb.particles))} & self.cues["light_act"]
            found = (self.claims.event_of(noun) for noun in child.objects) if acts else ()
            yield from (event for event in found if event is not None)
            yield from self._behind(child)
            if any(noun.word in _ANYTHING for noun in child.objects):
                yield from (event for below in child.children for event in self._events(below.prepositions, {"with"}))

    def _behind(self, clause: Clause) -> Iterator[Event]:
        """'behind the raid', 'involved in the raid', 'responsible for the raid'."""
        about = {"behind", "with", "in"} if not self.claims.is_called_responsible(clause) else {"for"}
        yield from self._events(clause.prepositions, about)

    def _events(self, prepositions: list[tuple[str, Noun]], words: frozenset[str] | set[str]) -> Iterator[Event]:
        found = (self.claims.event_of(noun) for word, noun in prepositions if word in words)
        yield from (event for event in found if event is not None)
