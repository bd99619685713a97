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
_PARTAKES = frozenset({"involve", "implicate", "participate"})
#: What is rejected with a clause that says what is laid on somebody: "dismissed claims that it was behind the raid".
_CHARGED = frozenset(
    """accusation accusations allegation allegations claim claims charge charges suggestion suggestions report reports
    assertion assertions rumour rumours rumor rumors idea notion""".split()
)


class Denials:
    """Finds those who say of the events of one sentence that they did not do them."""

    def __init__(self, claims: Claims) -> None:
        self.claims, self.cues, self.words = claims, claims.cues, claims.words

    def find(self, clauses: list[Clause]) -> None:
        """Takes those who deny a deed out of its roles, and keeps them as who denies it."""
        for clause in clauses:
            for event, nouns in self._denied(clause):
                event.roles = [(role, each) for role, each in event.roles if not any(each is n for n in nouns)]
                event.denied += nouns

    def _denied(self, clause: Clause) -> Iterator[tuple[Event, list[Noun]]]:
        verb, noun = clause.verb, clause.subject
        if verb is None or noun is None:
            return
        if verb.is_negated and verb.names() & self.cues["light_act"]:
            yield from self._undone(clause, noun, is_passive=verb.is_passive)
        if verb.is_passive and verb.lemma not in _PARTAKES:
            return
        if verb.lemma in self.cues["denial"] and not verb.is_negated:
            yield from ((event, [noun]) for event in self._of_denial(clause))
            yield from self._content(clause, noun)
        elif self._takes_no_part(clause):
            yield from ((event, [noun]) for event in self._behind(clause))
        elif any(n.word == "nothing" for n in clause.objects):
            yield from ((event, [noun]) for child in clause.children for event in self._behind(child))
        elif verb.lemma in _STAY_AWAY or (verb.lemma in _CLEAR and clause.object is not None):
            who = noun if verb.lemma in _STAY_AWAY or clause.object is None else clause.object
            yield from ((event, [who]) for event in self._events(clause.prepositions, {"from", "of"}))

    def _undone(self, clause: Clause, noun: Noun, *, is_passive: bool) -> Iterator[tuple[Event, list[Noun]]]:
        """'did not carry out the raid', 'the raid was not carried out by X'."""
        doers = [n for w, n in clause.prepositions if w == "by"] if is_passive else [noun]
        told = (self.claims.event_of(each) for each in ([noun] if is_passive else clause.objects))
        yield from ((event, doers) for event in told if event is not None and doers)

    def _content(self, clause: Clause, noun: Noun) -> Iterator[tuple[Event, list[Noun]]]:
        """'denied it was behind the raid', 'rejected the charge that its men had carried out the raid'."""
        charged = not clause.objects or any(n.word in _CHARGED for n in clause.objects)
        for child in clause.children if charged else ():
            who, verb = child.subject, child.verb
            if child.kind != "complement" or verb is None or verb.is_negated or not self.claims.is_own(who, noun):
                continue
            acts = verb.names() & self.cues["light_act"]
            told = [e for n in child.objects if acts and (e := self.claims.event_of(n)) is not None]
            shares = verb.lemma in _PARTAKES or any(n.word in self.cues["part_words"] for n in child.objects)
            if shares or verb.lemma in ("be", "stand"):
                told += self._behind(child)
            yield from ((event, [noun, *([who] if who is not None else [])]) for event in told)

    def _takes_no_part(self, clause: Clause) -> bool:
        """'was not behind it', 'was not involved in it', 'had no hand in it', 'played no part in it'."""
        verb, parts = clause.verb, self.cues["part_words"]
        first = self.words[clause.subject.first] if clause.subject is not None else ""
        none = verb is not None and (verb.is_negated or first in ("none", "no", "neither"))
        share = any(n.word in parts and (none or self.words[n.first] == "no") for n in clause.objects)
        return share or (none and verb is not None and (verb.lemma == "be" or verb.lemma in _PARTAKES))

    def _of_denial(self, clause: Clause) -> Iterator[Event]:
        """'denied any role in the raid', 'denied carrying out the raid', 'denied having anything to do with it'."""
        for noun in clause.objects:
            if noun.word in self.cues["deny_claim_nouns"]:
                yield from self._events(noun.tail, _ABOUT)
            elif noun.word in _CHARGED and any(n.word in self.cues["deny_claim_nouns"] for _, n in noun.tail):
                yield from self._events(noun.tail, _ABOUT)
        for child in clause.children if not clause.objects else ():
            if child.kind != "participle" or child.verb is None:
                continue
            acts = child.verb.names() & self.cues["light_act"]
            found = (self.claims.event_of(noun) for noun in child.objects) if acts else ()
            yield from (event for event in found if event is not None)
            yield from self._behind(child)
            if any(noun.word in _ANYTHING for noun in child.objects):
                yield from (event for below in child.children for event in self._events(below.prepositions, {"with"}))

    def _behind(self, clause: Clause) -> Iterator[Event]:
        """'behind the raid', 'involved in the raid', 'responsible for the raid', 'a hand in the raid'."""
        about = {"behind", "with", "in"} if not self.claims.is_called_responsible(clause) else {"for"}
        shares = [n for n in clause.objects if n.word in self.cues["part_words"]]
        yield from self._events([*clause.prepositions, *(pair for n in shares for pair in n.tail)], about)

    def _events(self, prepositions: list[tuple[str, Noun]], words: frozenset[str] | set[str]) -> Iterator[Event]:
        found = (self.claims.event_of(noun) for word, noun in prepositions if word in words)
        yield from (event for event in found if event is not None)
