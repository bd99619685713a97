"""Who was hurt, where no verb of harm says so: "was hit in the leg", "were taken to hospital", "was treated for burns".

What belongs here: what befalls the hurt. What does not: verbs of harm (events.py), words of harm (outcomes.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.listed import COUNTED
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb

_HIT = frozenset({"hit", "strike", "graze"})
_BROUGHT = frozenset("take rush bring evacuate fly transfer airlift admit transport".split())
_DEGREES = frozenset({"degree", "degrees"})
_CARED = frozenset({"treat", "hospitalise", "hospitalize"})
_NEEDED = frozenset({"need", "require", "receive", "undergo"})

#: Verbs that may say so.
VERBS = _HIT | _BROUGHT | _CARED | _NEEDED


class Hurts:
    """Reads who was hurt off the clauses of one sentence."""

    def __init__(self, nouns: Nouns) -> None:
        self.nouns, self.cues = nouns, nouns.patterns.cues

    def of(self, clause: Clause) -> Noun | None:
        """The people of whom a clause tells that they were hurt."""
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or verb.is_negated or verb.modal:
            return None
        classes = self.nouns.of(subject).classes
        if not classes & COUNTED or classes & {"toll", "pronoun", "means", "facility"}:
            return None
        return subject if self._befell(verb, clause) else None

    def is_hurt(self, noun: Noun) -> bool:
        """'injuries', 'various degrees of injury'."""
        named = (noun, *(n for word, n in noun.prepositions[:1] if word == "of"))
        return any(each.word in self.cues["hurt_nouns"] for each in named)

    def is_state(self, word: str, noun: Noun) -> bool:
        """'with gunshot wounds', 'in critical condition', 'with varying degrees of injuries'."""
        nouns = (noun, *(other for of, other in noun.prepositions if of == "of" and noun.word in _DEGREES))
        hurt = word == "with" and any(each.word in self.cues["hurt_nouns"] for each in nouns)
        return hurt or (word == "in" and noun.word == "condition")

    def _befell(self, verb: Verb, clause: Clause) -> bool:
        if verb.lemma in _NEEDED and not verb.is_passive:
            return any(noun.word in self.cues["care_words"] for noun in clause.objects)
        if not verb.is_passive:
            return False
        if verb.lemma in _HIT:
            return self._has(clause, ("in",), "body_parts") or self._has(clause, ("by", "with"), "shot_words")
        if verb.lemma in _BROUGHT:
            return self._has(clause, ("to", "into"), "care_places")
        return verb.lemma in _CARED and (verb.lemma != "treat" or self._has(clause, ("for", "at", "in"), "care_for"))

    def _has(self, clause: Clause, words: tuple[str, ...], cue: str) -> bool:
        return any(word in words and noun.word in self.cues[cue] for word, noun in clause.prepositions)
