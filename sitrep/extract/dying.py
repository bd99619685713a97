"""Of whom a clause says that they died: 'twelve fell', 'paid with their lives', 'did not survive', 'lay dead'.

What belongs here: verbs and turns of dying. What does not: verbs of killing (events.py), what became of those whom
somebody found or left (tolls.py), burials and remains (fates.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from sitrep.extract.clause import Clause
from sitrep.extract.phrases import Noun

#: Whom a fall takes, to the ground or into a hole: not in battle.
_DOWN = frozenset({"to", "into", "from", "off", "on", "onto", "over", "down", "under", "through"})
_SUPREME = frozenset({"supreme", "ultimate", "highest"})
_LIVES = frozenset({"life", "lives"})
_LIE, _GONE = frozenset({"lie", "lay"}), frozenset({"dead", "lifeless"})
_OWN = frozenset({"his", "her", "their"})
_NOT_YET = frozenset({"on", "of", "from", "for", "about", "without", "than", "to"})
_NO_MORE = frozenset({"no longer", "not"})


class Dying:
    """Reads the dying off the clauses of one sentence."""

    def __init__(self, words: list[str], cues: Mapping[str, frozenset[str]]) -> None:
        self.words, self.cues = words, cues

    def dies(self, clause: Clause) -> bool:
        """'12 died', 'five fell in battle'; not 'fell into a well'."""
        verb = clause.verb
        meant = clause.kind == "participle" and clause.marker in _NOT_YET  # "a man bent on dying"
        return verb is not None and verb.lemma in self.cues["die_verbs"] and not (meant or self.tumbles(clause))

    def tumbles(self, clause: Clause) -> bool:
        """'fell to the ground', 'the falling man'."""
        verb = clause.verb
        if verb is None or verb.lemma != "fall":
            return False
        return verb.form == "gerund" or any(word in _DOWN for word, _ in clause.prepositions)

    def turns(self, clause: Clause) -> bool:
        """'lost his life', 'paid with their lives', 'did not survive', 'the lives of six were lost', 'lay dead'."""
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None:
            return False
        if verb.lemma == "meet" and any(n.word == "end" and self.words[n.first] in _OWN for n in clause.objects):
            return True
        if verb.lemma in self.cues["losing_verbs"]:
            lost = verb.is_passive and (subject.word in _LIVES or self.words[subject.first].endswith("lives of"))
            paid = verb.lemma == "pay" and any(word == "with" and n.word in _LIVES for word, n in clause.prepositions)
            return lost or paid or any(map(self._is_last, clause.objects))
        if verb.lemma == "survive":
            return verb.is_negated
        if verb.lemma in _LIE:
            return self.words[verb.last : verb.last + 1] != [] and self.words[verb.last] in _GONE
        if verb.lemma == "be" and self.words[verb.last : verb.last + 2] == ["no", "more"]:
            return not subject.word.endswith("hing")
        behind = self.words[verb.first : verb.last + 2]
        return verb.lemma == "be" and "alive" in behind and (verb.is_negated or not _NO_MORE.isdisjoint(behind))

    def _is_last(self, noun: Noun) -> bool:
        """'lost his life', 'paid the supreme price'."""
        supreme = not _SUPREME.isdisjoint(self.words[noun.first : noun.head])
        return noun.word in self.cues["last_things"] or (noun.word in ("price", "sacrifice") and supreme)
