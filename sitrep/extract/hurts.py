"""Who was hurt, where no verb of harm says so: "was hit in the leg", "were taken to hospital", "was treated for burns".

What belongs here: what befalls the hurt. What does not: verbs of harm (events.py), words of harm (outcomes.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.fates import REMAINS
from sitrep.extract.listed import COUNTED
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb

_HIT = frozenset({"hit", "strike", "graze"})
_BROUGHT = frozenset("take rush bring carry ferry drive evacuate fly transfer airlift admit transport".split())
_OTHERS = frozenset({"others", "more", "other", "another"})
_DEGREES = frozenset({"degree", "degrees"})
_CARED = frozenset({"treat", "hospitalise", "hospitalize"})
_NEEDED = frozenset({"need", "require", "receive", "undergo"})
_FIGHTS, _LIVES = frozenset({"fight", "battle"}), frozenset({"life", "lives"})
_NURSING = frozenset({"nursing", "with"})
_LANDED = frozenset({"send", "land", "put"})
_CAME_OFF = frozenset({"reach", "escape", "come", "emerge", "be", "lie", "leave", "end"})  # "came away with wounds"
_MEDICS = frozenset(
    "doctor doctors medics hospital hospitals clinic surgeons nurses staff ambulance ambulances".split()
)
_BRINGERS = frozenset("rescuers police relatives neighbours neighbors colleagues bystanders helicopters they".split())

_STAYS = frozenset({"remain", "stay"})

#: Verbs that may say so.
VERBS = _STAYS | _HIT | _BROUGHT | _CARED | _NEEDED | _CAME_OFF | _FIGHTS | _LANDED


class Hurts:
    """Reads who was hurt off the clauses of one sentence."""

    def __init__(self, nouns: Nouns) -> None:
        self.nouns, self.cues = nouns, nouns.patterns.cues

    def of(self, clause: Clause) -> Noun | None:
        """The people of whom a clause tells that they were hurt."""
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or verb.is_negated or verb.modal:
            return None
        treated = self._treated(verb, subject, clause)
        if treated is not None:
            return treated
        return subject if self._are_people(subject) and self._befell(verb, clause) else None

    def _are_people(self, noun: Noun) -> bool:
        classes = self.nouns.of(noun).classes
        living = REMAINS.isdisjoint(self.nouns.atoms.words[noun.first : noun.head])  # "bodies of six were taken to X"
        return living and bool(classes & COUNTED) and not classes & {"toll", "pronoun", "means", "facility"}

    def _treated(self, verb: Verb, subject: Noun, clause: Clause) -> Noun | None:
        """'doctors are treating six people', 'ambulances took six people to hospital': of whom so many are told."""
        whom = clause.object
        if verb.is_passive or whom is None or self.nouns.of(whom).count is None or not self._are_people(whom):
            return None
        brings = verb.lemma in _BROUGHT and (subject.word in _MEDICS or subject.word in _BRINGERS)
        cares = verb.lemma in ("treat", "admit") and subject.word in _MEDICS
        lands = verb.lemma in _LANDED and self.nouns.of(subject).classes.isdisjoint(COUNTED)  # "sent 50 to hospital"
        brings = brings or lands
        return whom if cares or (brings and self._has(clause, ("to", "into"), "care_places")) else None

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
        if verb.lemma == "be" and any(word == "on" and noun.word == "admission" for word, noun in clause.prepositions):
            return True  # "61 survivors are still on admission"
        if verb.lemma in _STAYS and clause.subject is not None and self.nouns.of(clause.subject).count is not None:
            return self._has(clause, ("in",), "care_places")  # "Forty remain in hospital"
        if verb.lemma in _CAME_OFF and (verb.lemma != "leave" or verb.is_passive):
            return any(word == "with" and self.is_hurt(noun) for word, noun in clause.prepositions)
        if not verb.is_passive:
            return self._fares_ill(verb, clause)
        if verb.lemma in _HIT:
            words, subject = self.nouns.atoms.words, clause.subject
            others = subject is not None and not _OTHERS.isdisjoint(words[subject.first : subject.last + 1])
            return others or self._has(clause, ("in",), "body_parts") or self._has(clause, ("by", "with"), "shot_words")
        if verb.lemma in _BROUGHT:
            return self._has(clause, ("to", "into"), "care_places")
        return verb.lemma in _CARED and (verb.lemma != "treat" or self._has(clause, ("for", "at", "in"), "care_for"))

    def _fares_ill(self, verb: Verb, clause: Clause) -> bool:
        """'nine are fighting for their lives', 'ten were killed and six left nursing injuries'."""
        if verb.lemma == "leave":
            whole = clause.object
            words = self.nouns.atoms.words
            return whole is not None and words[whole.first] in _NURSING and whole.word in self.cues["hurt_nouns"]
        lives = any(word == "for" and noun.word in _LIVES for word, noun in clause.prepositions)
        return verb.lemma in _FIGHTS and lives

    def _has(self, clause: Clause, words: tuple[str, ...], cue: str) -> bool:
        return any(word in words and noun.word in self.cues[cue] for word, noun in clause.prepositions)
