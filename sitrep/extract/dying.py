"""Of whom a clause says that they died: 'twelve fell', 'paid with their lives', 'did not survive', 'lay dead'.

What belongs here: verbs and turns of dying. What does not: verbs of killing (events.py), what became of those whom
somebody found or left (tolls.py), burials and remains (fates.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from sitrep.extract.clause import Clause
from sitrep.extract.phrases import Noun, Verb

#: Whom a fall takes, to the ground or into a hole: not in battle.
_DOWN = frozenset({"to", "into", "from", "off", "on", "onto", "over", "down", "under", "through"})
_BECOMES = frozenset("sick ill asleep unconscious pregnant silent short behind apart victim prey foul".split())
_GROUND = frozenset({"ground", "floor", "knees", "earth", "pavement"})
_SUPREME = frozenset({"supreme", "ultimate", "highest"})
_LIVES = frozenset({"life", "lives"})
_LIE, _GONE = frozenset({"lie", "lay"}), frozenset({"dead", "lifeless"})
_OWN = frozenset({"his", "her", "their"})
_NOT_YET = frozenset({"on", "of", "from", "for", "about", "without", "than", "to"})
_HELP = frozenset({"help", "aid", "rescue", "rescuers", "ambulance", "ambulances", "medics", "doctors"})
_PIECES, _TEARING = frozenset({"pieces", "bits", "shreds"}), frozenset("tear rip blow shred hack cut".split())
_BEYOND, _RESCUE = frozenset({"beyond", "past"}), frozenset({"help", "saving", "rescue", "recovery"})
_COMING, _HOME = (
    frozenset("come return go drive walk ride get make".split()),
    frozenset({"home", "back", "out", "alive"}),
)
_ENDS, _WHENCE = frozenset(".,;:"), frozenset({"from", "alive", "to"})
_NO_MORE = frozenset({"no longer", "not"})

#: Verbs of dying, or of help that failed, that only what stands with them makes so.
UNSAVED = (
    _COMING | _TEARING | {"save", "reach", "do", "arrive", "fell", "bleed", "choke", "starve", "suffocate", "pass"}
)


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
        """'fell to the ground', 'the falling man', 'fell sick'."""
        verb = clause.verb
        if verb is None or verb.lemma != "fall":
            return False
        ground = any(noun.word in _GROUND for noun in clause.objects)  # "fell to the ground"
        becomes = self.words[verb.last : verb.last + 1] != [] and self.words[verb.last] in _BECOMES
        return verb.form == "gerund" or ground or becomes or any(word in _DOWN for word, _ in clause.prepositions)

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
        if verb.lemma == "survive" or (verb.lemma == "save" and verb.is_passive):
            return verb.is_negated  # "did not survive", "could not be saved"
        if self._is_torn(clause, verb) or self._stays_out(clause, verb):
            return True
        if verb.lemma == "pass":
            return self.words[verb.last : verb.last + 1] == ["away"] or "away" in self.words[verb.first : verb.last]
        if verb.lemma in _LIE:
            return self.words[verb.last : verb.last + 1] != [] and self.words[verb.last] in _GONE
        if verb.lemma == "be" and self.words[verb.last : verb.last + 2] == ["no", "more"]:
            return not subject.word.endswith("hing")
        behind = self.words[verb.first : verb.last + 2]
        return verb.lemma == "be" and "alive" in behind and (verb.is_negated or not _NO_MORE.isdisjoint(behind))

    def unsaved(self, clause: Clause) -> Noun | None:
        """Of whom a clause says that nobody could help them: 'could do nothing for four', 'help came too late for'."""
        verb, subject = clause.verb, clause.subject
        if verb is None or verb.is_passive:
            return None
        if verb.lemma == "save" and verb.is_negated and verb.modal:
            return clause.object
        hopeless = verb.lemma == "do" and clause.object is not None and clause.object.word == "nothing"
        late = verb.lemma in ("come", "arrive") and subject is not None and subject.word in _HELP
        late = late and "late" in self.words[verb.last : verb.last + 2]
        return next((n for word, n in clause.prepositions if word == "for"), None) if hopeless or late else None

    def _is_torn(self, clause: Clause, verb: Verb) -> bool:
        """'were torn to pieces', 'was blown apart', 'bled to death', 'was felled by a bullet', 'were beyond help'."""
        if verb.is_negated or verb.modal:
            return False
        if verb.is_passive:
            apart = self.words[verb.last : verb.last + 1] == ["apart"]
            apart = apart or any(word == "to" and n.word in _PIECES for word, n in clause.prepositions)
            return verb.lemma == "fell" or (apart and verb.lemma in _TEARING)
        if verb.lemma == "be":
            behind = self.words[verb.last : verb.last + 2]
            return len(behind) > 1 and behind[0] in _BEYOND and behind[1] in _RESCUE
        return not clause.objects and any(word == "to" and n.word == "death" for word, n in clause.prepositions)

    def _stays_out(self, clause: Clause, verb: Verb) -> bool:
        """'five soldiers did not come home', 'nine never came back', 'four did not live to see the evening'."""
        if not verb.is_negated or clause.subject is None or (verb.modal and verb.modal != "will"):
            return False
        behind = self.words[verb.last : verb.last + 2]
        if verb.lemma == "do":
            return behind == ["live", "to"]
        if verb.lemma in ("reach", "make"):
            return "alive" in self.words[verb.last : verb.last + 4] or behind == ["it", "."]
        at_end = len(behind) < 2 or behind[1] in _ENDS or behind[1] in _WHENCE
        return verb.lemma in _COMING and behind[:1] != [] and behind[0] in _HOME and at_end

    def _is_last(self, noun: Noun) -> bool:
        """'lost his life', 'paid the supreme price'."""
        supreme = not _SUPREME.isdisjoint(self.words[noun.first : noun.head])
        return noun.word in self.cues["last_things"] or (noun.word in ("price", "sacrifice") and supreme)
