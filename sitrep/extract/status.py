"""How an event stands: who says it, and whether it happened, is claimed, denied, threatened, planned, supposed or a habit.

What belongs here: reading the clauses around an event. What does not: dates (dating.py), other sentences (story.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from sitrep.extract.atoms import Atoms
from sitrep.extract.clauses import Clause
from sitrep.extract.events import Event
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb
from sitrep.ontology.patterns import Patterns
from sitrep.ontology.types import EventTypes


_MANY = 4  # so many attacks at once are a sum, not one happening


@dataclass(slots=True)
class Status:
    """How one event stands."""

    modality: str = "asserted"
    background: bool = False
    aggregate: bool = False
    speaker: Noun | None = None
    claimed: bool = False  # the speaker's verb claims rather than reports
    definite: bool = False  # "the attack", "that raid", "Friday's attack": known already
    other: bool = False  # "another attack", "a second blast"
    rule: str = ""


class StatusReader:
    """Reads the status of the events of one sentence."""

    def __init__(self, nouns: Nouns, patterns: Patterns, types: EventTypes, atoms: Atoms) -> None:
        self.nouns, self.types, self.atoms = nouns, types, atoms
        self.cues = patterns.cues
        self.words = atoms.words

    def read(self, event: Event, clauses: list[Clause]) -> Status:
        """The status of an event."""
        status = Status()
        if event.noun is not None:
            self._of_noun(event, status)
        clause = event.clause
        if clause is not None:
            self._of_clause(event, clause, status)
            status.speaker, status.claimed = self._speaker(clause, clauses)
        if event.trigger.aggregate:
            status.aggregate = True
        return status

    # ---- what the noun phrase says
    def _of_noun(self, event: Event, status: Status) -> None:
        noun = event.noun
        assert noun is not None
        begin = noun.first
        before = self.words[begin : noun.head]
        words = {part for word in before for part in word.split()}
        tags = self.atoms.tags[begin : noun.head]
        singular = not self._is_plural(noun)
        status.definite = bool(words & {"the", "this", "that", "these", "those", "same"}) or noun.owner is not None
        status.other = bool(words & self.cues["other_modifiers"])
        if "A" in tags or any(tag == "T" for tag in tags):
            status.definite = True
        if status.definite and self._is_restricted(noun) and not words & {"this", "that", "these", "those", "same"}:
            status.definite = False
        if (
            words
            & self.cues["plan_modifiers"]
            & {
                "planned",
                "possible",
                "potential",
                "future",
                "threatened",
                "imminent",
                "impending",
                "feared",
                "would-be",
                "proposed",
                "hypothetical",
                "upcoming",
                "looming",
            }
        ):
            self._set(status, "hypothetical", "noun.plan")
        if words & self.cues["drill_words"]:
            self._set(status, "hypothetical", "noun.drill")
        if words & {"any", "no", "every"} and not words & {"the"}:
            self._set(status, "denied" if "no" in words else "hypothetical", "noun.none")
        if not singular and (words & self.cues["many_modifiers"]) and not self._has_number(noun):
            status.aggregate = True
        if words & {"previous", "prior", "earlier", "past", "former", "last-year"}:
            status.background = True
        count = self.nouns.of(noun).count
        if count is not None and count[0] >= _MANY and not status.definite:
            status.aggregate = True
        if not singular and event.clause is not None and event.clause.verb is not None:
            bare = not status.definite and not self._has_number(noun)
            status.aggregate = status.aggregate or (bare and event.clause.verb.tense == "perfect")

    def _is_restricted(self, noun: Noun) -> bool:
        """'the bombing that killed 21', 'the attack on X by Y': says which one, so it need not have been told."""
        return (
            len(noun.prepositions) > 0
            and len(noun.tail) > 1
            or noun.last < len(self.words)
            and self.atoms.tags[noun.last] == "r"
        )

    def _is_plural(self, noun: Noun) -> bool:
        return self.nouns.of(noun).is_plural or (noun.word.endswith("s") and not noun.word.endswith("ss"))

    def _has_number(self, noun: Noun) -> bool:
        count = self.nouns.of(noun).count
        return count is not None and count[0] == count[1]

    # ---- what the verbs around it say
    def _of_clause(self, event: Event, clause: Clause, status: Status) -> None:
        verb = clause.verb
        if verb is None:
            return
        if event.noun is not None:
            self._governed_noun(event, clause, verb, status)
        else:
            self._own_verb(event, clause, verb, status)
        if event.noun is not None and self._ended(event.noun, clause):
            self._set(status, "hypothetical", "noun.ended")
        if clause.marker in self.cues["hypothetical_subordinators"] and not self._is_known(event, status):
            self._set(status, "hypothetical", "clause.if")
        if event.noun is None or (self._is_governed(event.noun, clause) and not self._is_known(event, status)):
            self._outer(clause, status)

    def _is_known(self, event: Event, status: Status) -> bool:
        """'the attack' was told before: nothing that is said of it undoes it."""
        return event.noun is not None and status.definite and not self._is_plural(event.noun)

    def _is_governed(self, noun: Noun, clause: Clause) -> bool:
        """Whether a noun stands or falls with its clause; 'after the raid' is a fact whatever the clause says."""
        for holder in [*clause.objects, *([clause.subject] if clause.subject is not None else [])]:
            for each in (holder, *holder.coordinated):
                if each is noun:
                    return True
                if any(
                    n is noun for word, n in each.tail if word.replace(" ", "_") not in self.cues["realis_prepositions"]
                ):
                    return not self._fact_before(noun, each)
        for word, n in clause.prepositions:
            if n is noun and word in ("to", "of") and self._ended(noun, clause):
                return True
        words = {word.replace(" ", "_") for word, n in clause.prepositions if n is noun}
        return bool(words) and not words & self.cues["realis_prepositions"]

    def _ended(self, noun: Noun, clause: Clause) -> bool:
        """Whether what is told is the end of an event: 'called for an end to attacks'."""
        return any(
            holder.word in self.cues["end_nouns"] and any(n is noun for _, n in holder.prepositions)
            for holder in [*clause.objects, *(n for _, n in clause.prepositions)]
        )

    def _fact_before(self, noun: Noun, holder: Noun) -> bool:
        """Whether a word like 'following' stands between a phrase and an event behind it."""
        for word, other in holder.tail:
            if word.replace(" ", "_") in self.cues["realis_prepositions"]:
                return True
            if other is noun:
                return False
        return False

    def _own_verb(self, event: Event, clause: Clause, verb: Verb, status: Status) -> None:
        acts = not self.types[event.event_type].has("is_statement")
        if verb.is_negated or self._nobody(clause):
            self._set(status, "denied", "verb.negated")
        elif verb.modal in self.cues["hypothetical_modals"] and verb.tense != "past":
            self._set(status, "hypothetical", "verb.modal")
        elif verb.modal in ("will", "shall"):
            self._set(status, "planned", "verb.future")
        elif verb.tense == "present" and acts and not self.atoms.headline and "g" != self.atoms.tags[verb.main]:
            self._set(status, "habitual", "verb.present")
        if self._adverbs(clause, verb) & self.cues["habitual_adverbs"]:
            self._set(status, "habitual", "verb.adverb")
        if (verb.tense == "pastperfect" and not self._is_reported(clause)) or self._adverbs(clause, verb) & {
            "previously",
            "formerly",
        }:
            status.background = True
        if clause.marker in self.cues["hypothetical_subordinators"]:
            self._set(status, "hypothetical", "clause.if")

    def _is_reported(self, clause: Clause) -> bool:
        """Whether a clause is what somebody said: its past perfect is only the past of the saying."""
        outer = clause.parent
        return clause.kind == "complement" and outer is not None and outer.verb is not None and self._says(outer.verb)

    def _adverbs(self, clause: Clause, verb: Verb) -> set[str]:
        return (
            set(verb.words)
            | set(self.words[max(0, verb.first - 1) : verb.first])
            | set(self.words[verb.last : verb.last + 1])
        )

    def _nobody(self, clause: Clause) -> bool:
        subject = clause.subject
        if subject is None:
            return False
        words = self.words[subject.first : subject.last]
        return words[0] in ("no", "none", "no one", "nobody", "neither") or "none of" in words

    def _governed_noun(self, event: Event, clause: Clause, verb: Verb, status: Status) -> None:
        """An event told by a noun stands as the verb above it says."""
        lemma = verb.lemma
        is_object = any(event.noun is n or event.noun in n.coordinated for n in clause.objects)
        is_subject = clause.subject is not None and (
            event.noun is clause.subject or event.noun in clause.subject.coordinated
        )
        if verb.is_passive and is_subject:
            is_object, is_subject = True, False
        if not is_object and not is_subject:
            if (
                verb.tense == "present"
                and self._is_plural(event.noun)
                and event.noun is not None
                and not status.definite
            ):
                status.aggregate = status.aggregate or False
            return
        if is_object:
            self._as_object(lemma, verb, clause, status, event)
        elif lemma in self.cues["change_verbs"] and event.noun is not None and self._is_plural(event.noun):
            status.aggregate = True
        known = status.definite and not self._is_plural(event.noun) if event.noun is not None else False
        if verb.is_negated and not known:
            self._set(status, "denied", "verb.negated")
        elif verb.modal in self.cues["hypothetical_modals"] and verb.tense != "past" and not known:
            self._set(status, "hypothetical", "verb.modal")
        elif verb.modal == "will" and not known:
            self._set(status, "planned", "verb.future")
        if self._adverbs(clause, verb) & self.cues["habitual_adverbs"]:
            self._set(status, "habitual", "verb.adverb")
        if verb.tense == "pastperfect":
            status.background = True

    def _as_object(self, lemma: str, verb: Verb, clause: Clause, status: Status, event: Event) -> None:
        if lemma in self.cues["denial"]:
            self._set(status, "denied", "verb.denial")
        elif lemma in self.cues["threat"]:
            self._set(status, "threatened", "verb.threat")
        elif lemma in self.cues["plan_objects"] and not status.definite:
            self._set(status, "planned", "verb.plan")
        elif lemma in self.cues["foil"]:
            event.foiled = True
        elif {lemma, "_".join((lemma, *verb.particles))} & self.cues["ending_verbs"]:
            self._set(status, "denied", "verb.ended")
        elif lemma in self.cues["fear"]:
            self._set(status, "hypothetical", "verb.fear")
        if verb.tense == "present" and lemma in self.cues["light_act"] and not self.atoms.headline:
            self._set(status, "habitual", "verb.present")

    def _outer(self, clause: Clause, status: Status) -> None:
        """Clauses above: threatened to attack, accused of planning to, if they attack, wanted to kill."""
        inner, outer = clause, clause.parent
        while outer is not None and outer.verb is not None:
            verb = outer.verb
            if inner.kind == "infinitive":
                self._infinitive_under(verb, status)
            elif inner.kind == "participle" and inner.marker in (
                "of",
                "from",
                "against",
                "for",
                "without",
                "before",
                "to",
            ):
                self._gerund_under(verb, inner.marker, status)
            elif inner.kind == "complement" and verb.lemma in self.cues["threat"]:
                self._set(status, "threatened", "verb.threat")
            elif inner.kind == "complement" and verb.lemma in self.cues["denial"]:
                self._set(status, "denied", "verb.denial")
            if inner.marker in self.cues["hypothetical_subordinators"]:
                self._set(status, "hypothetical", "clause.if")
            if inner.kind in ("main", "relative", "subordinate"):
                break
            if inner.kind in ("infinitive", "participle") and verb.tense == "pastperfect":
                status.background = True
            if inner.kind in ("infinitive", "participle"):
                if verb.modal in self.cues["hypothetical_modals"] and verb.tense != "past":
                    self._set(status, "hypothetical", "verb.modal")
                if self._adverbs(outer, verb) & self.cues["habitual_adverbs"]:
                    self._set(status, "habitual", "verb.adverb")
            inner, outer = outer, outer.parent

    def _infinitive_under(self, verb: Verb, status: Status) -> None:
        if verb.lemma in self.cues["threat"]:
            self._set(status, "threatened", "verb.threat")
        elif (
            verb.lemma in self.cues["happened_verbs"]
            and not verb.is_negated
            and verb.lemma not in ("want", "try", "attempt")
        ):
            return
        elif verb.lemma in ("try", "attempt"):
            return
        elif verb.lemma in self.cues["plan"] or verb.form == "finite":
            self._set(status, "planned", "verb.plan")

    def _gerund_under(self, verb: Verb, marker: str, status: Status) -> None:
        if marker == "from" and verb.lemma in self.cues["not_verbs"] | {
            "keep",
            "deter",
            "ban",
            "discourage",
            "dissuade",
            "bar",
            "refrain",
        }:
            self._set(status, "hypothetical", "verb.prevented")
        elif marker == "without":
            self._set(status, "denied", "verb.without")
        elif marker == "of" and verb.lemma in self.cues["claimed_speech"]:
            self._set(status, "claimed", "verb.accused")

    # ---- who says so
    def speaker_of(self, clause: Clause, clauses: list[Clause]) -> Noun | None:
        """Who says what a clause tells; None: the text itself."""
        return self._speaker(clause, clauses)[0]

    def _speaker(self, clause: Clause, clauses: list[Clause]) -> tuple[Noun | None, bool]:
        """The speaker of a clause, and whether the verb calls it a claim."""
        inner, outer = clause, clause.parent
        while outer is not None:
            if (
                inner.kind == "complement"
                and outer.verb is not None
                and outer.subject is not None
                and self._says(outer.verb)
            ):
                return outer.subject, outer.verb.lemma in self.cues["claimed_speech"] & {"claim", "allege", "boast"}
            inner, outer = outer, outer.parent
        for each in clauses:
            for word, noun in each.prepositions:
                if word == "according to":
                    return noun, False
        for other in reversed(clauses):
            if (
                other.number > clause.number
                and other.subject is not None
                and other.verb is not None
                and self._closes(other)
            ):
                return other.subject, other.verb.lemma in ("claim", "allege")
        return None, False

    def _says(self, verb: Verb) -> bool:
        return verb.lemma in self.cues["speech"] or verb.lemma in self.cues["claimed_speech"]

    def _closes(self, clause: Clause) -> bool:
        """', officials said': a verb of saying at the end with nothing said behind it."""
        assert clause.verb is not None
        return (
            self._says(clause.verb) and not clause.objects and not any(c.kind == "complement" for c in clause.children)
        )

    def _set(self, status: Status, modality: str, rule: str) -> None:
        """The first decision stands, but a denial or threat wins over a plan."""
        order = ("asserted", "claimed", "planned", "hypothetical", "habitual", "threatened", "denied")
        if order.index(modality) > order.index(status.modality):
            status.modality, status.rule = modality, rule
