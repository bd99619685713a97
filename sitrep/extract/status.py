"""How an event stands: whether it happened, is claimed, denied, threatened, planned, supposed or a habit; news or old.

What belongs here: reading the words of an event and the clauses around it. What does not: who says so (speakers.py),
sums (sums.py), dates (settings.py), other sentences (story.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitrep.extract.atoms import Atoms
from sitrep.extract.carried_out import describes, has_harmed, is_answered, is_repeated, is_unheard_of, says_what_it_was
from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.foiling import is_dud
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb
from sitrep.extract.speakers import Speakers, is_brought_up
from sitrep.extract.sums import Sums
from sitrep.extract.telling import is_before, is_recalled
from sitrep.extract.terms import is_term
from sitrep.ontology.event_type import EventTypes
from sitrep.ontology.patterns import Patterns

_STRIFE = frozenset({"fighting", "violence", "bloodshed", "unrest"})  # goes on, and is no deed
#: Of several decisions the one further right holds.
_ORDER = ("asserted", "claimed", "planned", "habitual", "hypothetical", "threatened", "denied")
_TELLING = frozenset("people person body official state actor media military police militants named".split())
_ASKING = frozenset({"demand", "ask", "want", "seek"})
_MEDIA = frozenset("media outlets newspapers reports television tv radio station agency newspaper sources".split())
_ONE, _THE = frozenset({"a", "an"}), frozenset({"the", "this", "that", "these", "those", "same"})
_GOING_ON = frozenset({"continue", "proceed", "go", "persist"})
_HAPPENED = frozenset({"happened", "occurred"})
_POINTING = frozenset({"this", "that", "these", "those", "same"})
_DONE = frozenset({"carried out", "out", "launched", "staged", "conducted", "executed", "mounted"})
_RANK = re.compile(r"\d.*(?:st|nd|rd|th)")  # "81st"
_OPENING = 3  # atoms: "In yet another raid"
_THIRD = frozenset({"another", "third", "fourth", "fifth", "sixth"})


@dataclass(slots=True)
class Status:
    """How one event stands."""

    modality: str = "asserted"
    background: bool = False
    aggregate: bool = False
    speaker: Noun | None = None
    claimed: bool = False  # the speaker's verb claims rather than reports
    definite: bool = False  # "the attack", "that raid", "Friday's attack": known already
    pointing: bool = False  # "that attack": what was told just before
    told_which: bool = False  # "the attack on X by Y": says which one, known already or not
    other: bool = False  # "another attack", "a second blast"
    nth: str = ""  # ... of a row, by its word: "a second bomber"
    row: str = ""  # told in a row, by its word: "two bombers"; "*": "twin blasts"; "1": the first of one
    third: bool = False  # "a third blast", "another": none of those that were called so before
    rule: str = ""

    def set(self, modality: str, rule: str) -> None:
        """A decision; a denial or threat outweighs a plan."""
        if _ORDER.index(modality) > _ORDER.index(self.modality):
            self.modality, self.rule = modality, rule


def _is_tied(event: Event) -> bool:
    """'asked whether a gang was involved in the attacks': who was in them is asked, not whether there were any."""
    verb = event.clause.verb if event.clause is not None else None
    bound = event.clause.prepositions if event.clause is not None else ()
    return verb is not None and verb.lemma in _TYING and any(noun is event.noun for _, noun in bound)


def _is_its_object(clause: Clause) -> bool:
    """'denied shelling the town': the participle is what is denied, not what somebody did in denying."""
    return clause.kind == "participle" and clause.parent is not None and not clause.parent.objects


_TYING = frozenset({"involve", "implicate", "link", "tie", "connect", "participate"})
_NTH = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest last only".split())
_TWIN = frozenset("twin double dual triple back-to-back near-simultaneous".split())
_OF_A_ROW = frozenset({"second", "third"})
_WISHES = frozenset("would like want wish let have need be write regret".split())  # "this is to say that"
_EACH = frozenset({"every", "each", "daily", "day"})  # "every week", "day after day"
_SENDING, _DEPLORING = frozenset({"send", "deploy", "dispatch", "rush", "draft"}), frozenset({"reject", "repudiate"})
#: What people do who come together: "took to the streets to protest".
_GATHERING = frozenset("gather assemble rally mass march converge flock congregate turn take pour stream come".split())
_OVER_WHICH = frozenset({"into", "at", "against", "over"})  # "to protest at the killing of X"


class StatusReader:
    """Reads the status of the events of one sentence."""

    def __init__(self, nouns: Nouns, patterns: Patterns, types: EventTypes, atoms: Atoms) -> None:
        self.nouns, self.types, self.atoms = nouns, types, atoms
        self.cues, self.words = patterns.cues, atoms.words
        self.speakers = Speakers(patterns.cues)
        self.sums = Sums(nouns, patterns.cues)

    def read(self, event: Event, clauses: list[Clause]) -> Status:
        """The status of an event."""
        status = Status()
        if event.noun is not None:
            self._own_noun(event.noun, status)
        clause = event.clause
        if clause is not None and clause.verb is not None and not event.trigger.voiced:
            self._clause(event, clause, clause.verb, status)
            if event.noun is None and self._is_another(clause) and clause.subject is not None:
                status.other, status.third = True, self._is_third(clause.subject)
        status.row, status.nth = self._row(event)
        if clause is not None:
            status.speaker, status.claimed = self.speakers.of(clause, clauses)
            status.other = status.other or is_brought_up(clause)
        if self.words and self.words[-1] == "?" and not status.definite:
            status.set("hypothetical", "sentence.question")
        status.definite = status.definite or says_what_it_was(event)
        status.aggregate = not self._lasts(event) and self.sums.is_sum(event, definite=status.definite)
        return status

    def _lasts(self, event: Event) -> bool:
        """'have blockaded the road since Thursday': one act that goes on."""
        kind = self.types[event.event_type]
        return event.noun is None and kind.has("may_last") and not kind.has("takes_toll")

    def speaker_of(self, clause: Clause, clauses: list[Clause]) -> Noun | None:
        """Who says what a clause tells; None: the text itself."""
        return self.speakers.of(clause, clauses)[0]

    def teller_of(self, clause: Clause | None, clauses: list[Clause]) -> Noun | None:
        """Who gives the figure that a clause tells: 'the army put the losses at 40', 'by Niamey's count, 57'."""
        if clause is None:
            return None
        for word, noun in clause.prepositions:
            if word == "by" and noun.word in ("count", "tally", "reckoning") and noun.owner is not None:
                return noun.owner
        giver = self.speakers.giver(clause, self.nouns.atoms.tags)
        if giver is not None:
            classes = self.nouns.of(giver).classes
            if (classes & _TELLING or giver.word in _MEDIA) and not classes & {"event", "toll", "number"}:
                return giver
        outer = clause.parent if clause.kind == "infinitive" else None
        claims = outer is not None and outer.verb is not None and outer.verb.lemma in self.cues["claiming_verbs"]
        return (outer.subject if outer is not None and claims else None) or self.speaker_of(clause, clauses)

    def _is_another(self, clause: Clause) -> bool:
        """'another bomb went off', 'a second blast killed two'."""
        noun = clause.subject
        if noun is None or not self.is_other(noun):
            return False
        return bool(self.nouns.of(noun).triggers) or "means" in self.nouns.of(noun).classes

    # ---- what the noun phrase says
    def _own_noun(self, noun: Noun, status: Status) -> None:
        before = self.words[noun.first : noun.head]
        words = {part for word in before for part in word.split()}
        tags = self.atoms.tags[noun.first : noun.head]
        status.definite = bool(words & _THE) or noun.owner is not None or "A" in tags or "T" in tags
        status.pointing = bool(words & {"this", "that"})
        if status.definite and self._is_restricted(noun) and not words & _POINTING:
            status.definite, status.told_which = False, True
        status.other, status.third = self.is_other(noun), self._is_third(noun)
        if status.other and (self.sums.is_ranked(noun) or self._is_yet_another(noun)):
            status.definite, status.other, status.third = True, False, False
        status.background = bool(words & self.cues["earlier_modifiers"])
        if words & self.cues["plans_named"] and not _DONE & {*self.words[max(0, noun.first - 1) : noun.first]}:
            status.set("hypothetical", "noun.plan")
        if words & self.cues["drill_words"]:
            status.set("hypothetical", "noun.drill")
        if words & {"any", "every"} and "the" not in words:
            status.set("hypothetical", "noun.any")
        if "no" in words:
            status.set("denied", "noun.none")
        what, of = self.words[noun.first - 2 : noun.first] if noun.first > 1 else ["", ""]
        if not status.definite and of in ("of", "for"):
            self._as_what(what, status)

    def _is_yet_another(self, noun: Noun) -> bool:
        """'angered by yet another attack on them': by the one that was told; 'In yet another raid' opens the next."""
        return self.words[max(0, noun.first - 1) : noun.first + 1] == ["yet", "another"] and noun.first > _OPENING

    def _as_what(self, word: str, status: Status) -> None:
        """'the possibility of an attack', 'fears of a massacre', 'plans for a raid': what is not, or not yet."""
        if word in self.cues["chance_nouns"]:
            status.set("hypothetical", "noun.chance")
        elif word in self.cues["wish_nouns"]:
            status.set("planned", "noun.plan")
        elif word in ("threat", "threats"):
            status.set("threatened", "noun.threat")
        elif word in ("allegation", "allegations", "rumour", "rumours", "rumor", "rumors"):
            status.set("claimed", "noun.allegation")

    def _row(self, event: Event) -> tuple[str, str]:
        """Of 'twin blasts', 'two bombs exploded', 'a second bomber' what there are two of, and what is one of them."""
        noun = event.noun if event.noun is not None or event.clause is None else event.clause.subject
        if noun is None:
            return "", ""
        words = self.words[noun.first : noun.last]
        word = self.nouns.patterns.lexicon.singulars.get(noun.word, noun.word)
        if not _TWIN.isdisjoint(words):
            return "*", ""
        several = self.nouns.of(noun).count in ((2, 2), (3, 3))
        row = word if several else "1" if "first" in words else ""
        return row, word if not _OF_A_ROW.isdisjoint(words) else ""

    def is_other(self, noun: Noun) -> bool:
        """'a separate incident', 'another attack': not what was told before. A headline's "in fresh attack" is news."""
        words = {part for word in self.words[noun.first : noun.head] for part in word.split()}
        others = words & self.cues["other_modifiers"]
        is_news = self.atoms.headline and self.words[max(0, noun.first - 1)] == "in" and others <= {"fresh", "new"}
        return bool(others) and not is_news

    def _is_third(self, noun: Noun) -> bool:
        """'a third blast', 'another bomb'; a second one may be told twice."""
        return not _THIRD.isdisjoint(self.words[noun.first : noun.head])

    def _is_restricted(self, noun: Noun) -> bool:
        """'the bombing that killed 21', 'the attack on X by Y': says which one, so it need not have been told.

        Not so where no more is said than when and where it was: 'the incident which occurred on Monday'."""
        relative = noun.last < len(self.words) and self.atoms.tags[noun.last] == "r"
        relative = relative and _HAPPENED.isdisjoint(self.words[noun.last + 1 : noun.last + 2])
        tail = [word for word, _ in noun.tail if word != "as"]  # "described the attack as a violation of"
        return relative or (len(noun.prepositions) > 0 and len(tail) > 1)

    def _is_known(self, event: Event, status: Status) -> bool:
        """'the attack' was told before: nothing that is said of it undoes it."""
        if event.noun is None:
            return False
        if self.types[event.event_type].event_class == "diplomatic" and "of" in self.words[event.noun.last :][:1]:
            return False  # "to secure the release of nine hostages": says which one, known or not
        named = status.definite and (not self.sums.is_plural(event.noun) or _is_tied(event))
        answered = event.clause is not None and is_answered(event.noun, event.clause, self.nouns)
        return named or answered or self._is_presumed(event)

    def _is_presumed(self, event: Event) -> bool:
        """'will investigate the killings', 'to protest the shelling of X': what is done about what has happened."""
        clause, noun = event.clause, event.noun
        if clause is None or clause.verb is None or noun is None or not self.types[event.event_type].has("takes_toll"):
            return False
        verb = clause.verb
        if not verb.names() & self.cues["presuming_verbs"]:
            return False
        held = [*clause.objects, *(n for w, n in clause.prepositions if w in _OVER_WHICH)]
        if verb.is_passive:
            held = [clause.subject] if clause.subject is not None else []
        return any(n is noun or noun in n.coordinated for n in held)

    # ---- what the clause says
    def _clause(self, event: Event, clause: Clause, verb: Verb, status: Status) -> None:
        known = self._is_known(event, status)
        if event.noun is None:
            self._own_verb(event, clause, verb, status)
        else:
            self._verb_above(event.noun, clause, verb, status, event)
            status.background = status.background or is_recalled(event.noun, clause, self.atoms)
            if self._is_ended(event.noun, clause):
                status.set("hypothetical", "noun.ended")
        if clause.marker in self.cues["hypothetical_subordinators"] and not known:
            status.set("hypothetical", "clause.if")
        known = known or self._had_begun(verb, event)
        if self._came_for(event, clause):
            return
        if event.noun is None or (not known and self._is_governed(event.noun, clause)):
            self._clauses_above(clause, status, stands=status.told_which or status.definite)

    def _came_for(self, event: Event, clause: Clause) -> bool:
        """'had gathered to protest': those who came together for it do it."""
        above = clause.parent.verb if clause.kind == "infinitive" and clause.parent is not None else None
        if above is None or above.lemma not in _GATHERING or above.form == "infinitive" or above.is_negated:
            return False
        kind = self.types[event.event_type]
        shows = kind.event_class == "protest" or kind.has("is_statement")
        return shows and not above.modal and above.tense != "future"

    def _own_verb(self, event: Event, clause: Clause, verb: Verb, status: Status) -> None:
        acts = not self.types[event.event_type].has("is_statement")
        unheard = is_unheard_of(clause, self.words)
        if (verb.is_negated and not is_dud(verb)) or self.is_nobody(clause.subject) or unheard:
            status.set("denied", "verb.negated")
        self._modal(verb, status)
        told_now = self.atoms.headline or self.atoms.tags[verb.main] == "g" or self._is_dated(clause)
        told_now = told_now or self._is_seen(clause) or self._is_under_way(verb) or self._is_toll(clause, verb)
        told_now = told_now or clause.marker == "after" or clause.kind == "infinitive"
        if verb.tense == "present" and acts and not told_now and verb.lemma != "be":  # "is ready to" is so now
            status.set("habitual", "verb.present")
        if clause.kind == "infinitive" and {"or", "whether"} & {*self.words[max(0, verb.first - 2) : verb.first]}:
            status.set("planned", "verb.or")  # "told them to leave or be killed", "whether to free him"
        before = verb.tense != "pastperfect" and is_before(self.words, verb)
        if before or self._adverbs(verb) & self.cues["habitual_adverbs"]:
            status.set("habitual", "verb.adverb")
        if self._is_earlier(clause, verb):
            status.background = True
        if self._lies_ahead(verb):
            status.set("planned", "noun.plan")
        if clause.subject is not None and self.words[max(0, clause.subject.first - 1)] == "without":
            status.set("denied", "verb.without")  # "invaded without a shot being fired"

    def _is_under_way(self, verb: Verb) -> bool:
        """'are being held hostage', 'withdraws with immediate effect': now, and not every day."""
        now = "being" in verb.words or "immediate effect" in " ".join(self.words[verb.last :])
        return now and not any(word.split()[0] in _EACH for word in self.words[verb.last :])

    def _is_toll(self, clause: Clause, verb: Verb) -> bool:
        """'At least six people are injured', 'troops open fire and kill 25': so many now, and not so many a day."""
        counted = [clause.subject] if verb.is_passive else [*clause.objects, *(clause.joined or clause).objects]
        counted += [n for c in clause.children if c.kind == "participle" and not c.marker for n in c.objects]
        tags = self.atoms.tags
        if not any(noun is not None and "c" in tags[noun.first : noun.head + 1] for noun in counted):
            return False
        return _EACH.isdisjoint(self.words) and "average" not in self.words

    def _lies_ahead(self, verb: Verb) -> bool:
        """'their plan to attack X', 'arms to kill X', 'had the mission of killing X'."""
        before = self.words[max(0, verb.first - 2) : verb.first]
        if verb.form == "infinitive":
            return bool(before) and (before[-1] in self.cues["plan_nouns"] or before[-1] in self.cues["plan_means"])
        return len(before) == 2 and before[1] == "of" and before[0] in self.cues["plan_nouns"]

    def _is_seen(self, clause: Clause) -> bool:
        """'footage in which fighters hand in their arms', 'a video shows men burn a flag': one thing, seen once."""
        outer, seen = clause.parent, self.cues["picture_words"]
        if clause.antecedent is not None and clause.antecedent.word in seen:
            return True
        shown = outer is not None and outer.subject is not None and outer.subject.word in seen
        return clause.kind == "complement" and shown

    def _is_dated(self, clause: Clause) -> bool:
        """'26 July: the guard detains the president', 'on Monday the army raids a village'."""
        tags = self.atoms.tags
        if len(tags) > 1 and tags[0] == "T" and tags[1] in ":-":
            return True
        covering, first = self.nouns.spans.covering, self.atoms.first
        times = [span.time for p in clause.times if (span := covering.get(first[p.first])) is not None]
        return any(time is not None and time.kind in ("date", "day", "weekday") for time in times)

    def _verb_above(self, noun: Noun, clause: Clause, verb: Verb, status: Status, event: Event) -> None:
        """An event told by a noun stands as the verb above it says."""
        is_object = any(noun is n or noun in n.coordinated for n in clause.objects)
        is_subject = clause.subject is not None and (noun is clause.subject or noun in clause.subject.coordinated)
        is_object, is_subject = (True, False) if verb.is_passive and is_subject else (is_object, is_subject)
        if is_object and verb.lemma == "be" and verb.is_negated and "first" in self.words[noun.first : noun.head]:
            status.set("habitual", "noun.not_first")  # "it was not the first attack on the hospital"
        if is_term(noun, clause):
            status.set("planned", "verb.plan")
        known = self._is_known(event, status)
        if not is_object and not is_subject:
            self._verb_beside(noun, clause, verb, status, known=known)
            return
        if is_object:
            self._as_object(verb, status, event)
        stays = verb.lemma in ("be", "survive") if is_object else self._left(clause, verb)
        if verb.is_negated and not known and not stays:
            status.set("denied", "verb.negated")
        if not known:
            self._modal(verb, status)
        if is_object and self._is_worked_for(event, clause, verb):
            status.set("planned", "verb.plan")
        if self._adverbs(verb) & self.cues["habitual_adverbs"]:
            status.set("habitual", "verb.adverb")
        if self.speakers.tells_of_before(clause):
            status.background = True

    def _left(self, clause: Clause, verb: Verb) -> bool:
        """'The blasts did not cause any casualties': what they left is denied, not they."""
        effects = any(noun.word != "place" for noun in clause.objects)  # "did not take place"
        return effects and verb.tense != "present" and verb.name() in self.cues["result"]

    def _is_worked_for(self, event: Event, clause: Clause, verb: Verb) -> bool:
        """'efforts to secure the release of X', 'to negotiate a truce': what is still to be won."""
        above = clause.parent.verb if clause.kind == "infinitive" and clause.parent is not None else None
        if above is None or verb.lemma not in self.cues["winning_verbs"]:
            return False
        done = above.lemma in self.cues["happened_verbs"] and above.lemma not in _GOING_ON
        return not done and self.types[event.event_type].event_class == "diplomatic"

    def _verb_beside(self, noun: Noun, clause: Clause, verb: Verb, status: Status, *, known: bool) -> None:
        """'will continue with the raids', 'ready for an attack', 'denied reports of the killing'."""
        words = {word for word, n in clause.prepositions if n is noun or noun in n.coordinated}
        if verb.lemma in _GOING_ON and "with" in words:
            self._modal(verb, status)
        if verb.lemma in (_ASKING if not known else ()) or verb.lemma in self.cues["ready_verbs"]:
            status.set("planned", "verb.plan") if "for" in words else None  # "demanded a ransom for the release of X"
        if verb.lemma in self.cues["plague_verbs"] and words & {"by", "with"} and not known and not clause.times:
            status.set("habitual", "verb.plagued")
        parts = self.cues["deny_claim_nouns"]  # "denied a role in the raid": there was one
        below = any(o.word not in parts and any(n is noun for _, n in o.tail) for o in clause.objects)
        if below and verb.lemma in self.cues["denial"] and not known:
            status.set("denied", "verb.denial")
        if verb.lemma in self.cues["not_verbs"] and not known and self._is_behind("from", noun, clause):
            status.set("hypothetical", "verb.prevented")

    @staticmethod
    def _is_behind(word: str, noun: Noun, clause: Clause) -> bool:
        """Whether a preposition leads to a noun: 'from attacks', 'from any form of attack'."""
        return any(w == word and (n is noun or any(o is noun for _, o in n.tail)) for w, n in clause.prepositions)

    def _as_object(self, verb: Verb, status: Status, event: Event) -> None:
        name = verb.name()
        if verb.lemma in self.cues["denial"] and not self._is_deplored(verb, event):
            status.set("denied", "verb.denial")
        elif verb.lemma in self.cues["threat"]:
            status.set("threatened", "verb.threat")
        elif self._is_planned(name, verb, status, event) and not has_harmed(event, self.nouns):
            status.set("planned", "verb.plan")
        elif name in self.cues["advocating"] and not verb.is_passive and not status.told_which:
            status.set("planned", "verb.plan")
        elif verb.lemma in self.cues["foil"] and self._is_only_meant(event, verb):
            status.set("hypothetical", "verb.prevented")
        elif verb.lemma in self.cues["foil"]:
            event.foiled = True
        elif name in self.cues["ending_verbs"] and not (self._had_begun(verb, event) or self._is_siege(event)):
            status.set("denied", "verb.ended")
        elif verb.lemma in self.cues["fear"]:
            status.set("hypothetical", "verb.fear")
        acts = bool({verb.lemma, name} & self.cues["light_act"])
        if verb.tense == "present" and acts and self.atoms.tags[verb.main] != "g" and not self.atoms.headline:
            status.set("habitual", "verb.present")

    def _is_planned(self, name: str, verb: Verb, status: Status, event: Event) -> bool:
        """'ordered an attack'; but who orders a manhunt or a closure has taken the measure."""
        if name not in self.cues["plan_objects"] or status.definite or (verb.is_passive and status.told_which):
            return False
        return verb.lemma != "order" or self.types[event.event_type].event_class == "violent"

    def _is_siege(self, event: Event) -> bool:
        """'Commandos end bus hijacking': there was one."""
        several = event.noun is None or self.sums.is_plural(event.noun)
        return not several and self.types[event.event_type].own_outcome == "abducted"

    def _is_only_meant(self, event: Event, verb: Verb) -> bool:
        """'troops were sent to prevent further attacks': what they are there for, no attack that failed."""
        several = event.noun is not None and self.sums.is_plural(event.noun)
        above = event.clause.parent if event.clause is not None and event.clause.kind == "infinitive" else None
        done = above is not None and above.verb is not None and above.verb.lemma in self.cues["happened_verbs"]
        aimed = self.words[max(0, verb.first - 1) : verb.first] == ["at"]  # "measures aimed at preventing attacks"
        return several and (aimed or verb.form == "infinitive") and not done

    def _had_begun(self, verb: Verb, event: Event) -> bool:
        """'ended a hotel attack', 'hours to end the siege': one violent deed that somebody ends is under way."""
        noun = event.noun
        if verb.lemma != "end" or noun is None or self.sums.is_plural(noun):
            return False
        if noun.word in _STRIFE or noun.word in self.cues["war_words"] or self.words[noun.first] not in _THE | _ONE:
            return False
        return self.types[event.event_type].event_class == "violent"

    def _is_deplored(self, verb: Verb, event: Event) -> bool:
        """'rejected the attack', as bishops and mayors do: an attack is condemned so, not denied."""
        return verb.lemma in _DEPLORING and self.types[event.event_type].event_class == "violent"

    def _modal(self, verb: Verb, status: Status) -> None:
        if verb.modal in self.cues["hypothetical_modals"] and verb.tense != "past":
            status.set("hypothetical", "verb.modal")
        elif verb.modal in self.cues["unreal_modals"]:
            status.set("hypothetical", "verb.unreal")  # "could have been killed"
        elif verb.modal in ("will", "shall"):
            status.set("planned", "verb.future")
        elif verb.words <= {"is", "are"} and self.cues["plans_named"] & {*self.words[verb.last : verb.last + 1]}:
            status.set("hypothetical", "noun.plan")  # "an attack is imminent"

    def _is_earlier(self, clause: Clause, verb: Verb) -> bool:
        past = verb.tense == "past" and self._is_since(clause, verb)
        return past or self.speakers.tells_of_before(clause) or bool(self._adverbs(verb) & self.cues["earlier_adverbs"])

    def _is_since(self, clause: Clause, verb: Verb) -> bool:
        """'ten years since he was killed': long known."""
        before = range(max(0, verb.first - 6), verb.first)
        return clause.marker == "since" or any(
            self.atoms.tags[i] == "T" and self.words[i].endswith(" since") for i in before
        )

    def _adverbs(self, verb: Verb) -> set[str]:
        beside = (verb.first - 1, verb.last) if verb.first else (verb.last,)
        around = [self.words[at].replace(" ", "_") for at in beside if at < len(self.words)]
        return {*verb.words, *around}

    def is_nobody(self, noun: Noun | None) -> bool:
        """'no one', 'no civilians', 'none of the passengers': those to whom nothing was done."""
        if noun is None:
            return False
        words = self.words[noun.first : noun.last]
        if (words[0] == "no" and words[-1].isdigit()) or words[0].endswith(" than"):
            return False  # "Brigade No. 4", "no fewer than 22 were killed"
        return words[0].split()[0] in self.cues["nobody_words"] or "none of" in words

    # ---- how far the clause's word reaches
    def _is_governed(self, noun: Noun, clause: Clause) -> bool:
        """Whether a noun stands or falls with its clause; 'after the raid' is a fact whatever the clause says."""
        for holder in (*clause.objects, *((clause.subject,) if clause.subject is not None else ())):
            for each in (holder, *holder.coordinated):
                if each is noun:
                    return True
                if any(n is noun or noun in n.coordinated for _, n in each.tail):
                    return not self._fact_before(noun, each)
        words = {word.replace(" ", "_") for word, n in clause.prepositions if n is noun or noun in n.coordinated}
        return bool(words) and not words & self.cues["realis_prepositions"]

    def _fact_before(self, noun: Noun, holder: Noun) -> bool:
        """Whether a word like 'following' stands between a phrase and an event behind it."""
        for word, other in holder.tail:
            if word.replace(" ", "_") in self.cues["realis_prepositions"]:
                return True
            if other is noun or noun in other.coordinated:
                return False
        return False

    def _is_ended(self, noun: Noun, clause: Clause) -> bool:
        """Whether what is told is the end of an event: 'called for an end to attacks'."""
        holders = [*clause.objects, *(n for _, n in clause.prepositions)]
        return any(h.word in self.cues["end_nouns"] and any(n is noun for _, n in h.prepositions) for h in holders)

    # ---- clauses above: threatened to attack, accused of planning to, if they attack
    def _clauses_above(self, clause: Clause, status: Status, *, stands: bool) -> None:
        inner, outer = clause, clause.parent
        while outer is not None and outer.verb is not None:
            if describes(inner, outer) or (
                inner.kind == "participle" and inner.marker == "after" and not outer.verb.modal
            ):
                break  # "failed to go off after being thrown"
            if inner.is_remark() and inner.verb is not None and self.speakers.says(inner.verb):
                break  # "denied that it had bombed the village, saying that rebels had shelled it"
            if not (stands and outer.verb.lemma in self.cues["denial"] and _is_its_object(inner)):
                self._one_above(inner, outer.verb, status)  # "denied carrying out Friday's raid": there was one
            if inner.kind == "relative" and inner.antecedent is not None:
                self._played(inner.antecedent, status)
            if inner.kind in ("main", "relative", "subordinate") or self._is_spoken(inner, outer):
                break
            if inner.kind in ("infinitive", "participle"):
                self._modal(outer.verb, status)
                if self.speakers.tells_of_before(outer):
                    status.background = True
                if self._adverbs(outer.verb) & self.cues["habitual_adverbs"]:
                    status.set("habitual", "verb.adverb")
            inner, outer = outer, outer.parent

    def _is_spoken(self, inner: Clause, outer: Clause) -> bool:
        """'would like to say that troops killed two': what is wished for is to say it."""
        above = outer.parent.verb if outer.kind == "infinitive" and outer.parent is not None else None
        if above is None or outer.verb is None or outer.verb.is_negated or inner.verb is None:
            return False
        meant = above.lemma in _WISHES or inner.verb.tense == "pastperfect"  # "sad to hear that a bomb had killed"
        return meant and inner.kind == "complement" and self.speakers.says(outer.verb)

    def _played(self, noun: Noun, status: Status) -> None:
        """'a drill in which gunmen attacked a bus': it was only played."""
        if noun.word in self.cues["played_words"] or noun.word in self.cues["drill_words"]:
            status.set("hypothetical", "clause.played")

    def _one_above(self, inner: Clause, verb: Verb, status: Status) -> None:
        if is_repeated(inner, verb, self.words):
            status.set("habitual", "noun.not_first")
        if inner.kind == "infinitive":
            if not (self._is_fact(inner) or (verb.lemma == "fail" and verb.tense != "present" and is_dud(inner.verb))):
                self._infinitive_under(verb, status)
        elif inner.kind == "participle" and inner.marker:
            self._gerund_under(verb, inner.marker, status)
        elif inner.kind == "complement" and verb.lemma in self.cues["threat"]:
            status.set("threatened", "verb.threat")
        elif inner.kind == "complement" and verb.lemma in self.cues["plan"] and self._is_bare(inner):
            status.set("planned", "verb.wish")  # "demanded that the army withdraw"
        elif verb.lemma in self.cues["denial"] and (inner.kind == "complement" or _is_its_object(inner)):
            if verb.is_negated or (inner.parent is not None and self.is_nobody(inner.parent.subject)):
                return  # "nobody disputes that", "does not deny that"
            status.set("denied", "verb.denial")
        if inner.marker in self.cues["hypothetical_subordinators"]:
            status.set("hypothetical", "clause.if")

    def _is_fact(self, clause: Clause) -> bool:
        """'is the second mayor to be killed this year', 'was quick to condemn it', 'confessed to having taken part'."""
        outer, verb = clause.parent, clause.verb
        if outer is None or outer.verb is None or verb is None or outer.verb.modal or outer.verb.tense == "future":
            return False
        nth = (self.words[o.first : o.head] for o in outer.objects) if outer.verb.lemma in ("be", "become") else ()
        counted = any(not _NTH.isdisjoint(words) or any(map(_RANK.fullmatch, words)) for words in nth)
        known = "have" in verb.words and outer.verb.lemma in self.cues["skill_verbs"]  # "known to have been killed"
        known = known or (outer.verb.tense != "present" and "quick" in self.words[outer.verb.last : verb.first])
        return "having" in verb.words or known or (counted and not outer.verb.is_negated)

    def _is_bare(self, clause: Clause) -> bool:
        return (verb := clause.verb) is not None and not verb.modal and self.atoms.tags[verb.main] == "b"

    def _infinitive_under(self, verb: Verb, status: Status) -> None:
        if verb.lemma in self.cues["threat"]:
            status.set("threatened", "verb.threat")
        elif verb.lemma in self.cues["skill_verbs"]:
            status.set("habitual", "verb.skill")
        elif verb.lemma == "use" and self.words[verb.last : verb.last + 1] == ["to"]:
            status.set("habitual", "verb.used_to")
        elif verb.lemma in _SENDING and verb.tense != "future":
            return  # "troops were sent to search the area": they do what they were sent for
        elif (
            self.speakers.says(verb)
            or verb.lemma in self.cues["reported_verbs"]
            or verb.lemma in self.cues["tried_verbs"]
        ) or (verb.lemma in self.cues["happened_verbs"] and not verb.is_negated):
            return
        elif verb.lemma == "go" and self.words[verb.last : verb.last + 1] == ["on"]:
            return  # "they went on to kill three guards"
        elif verb.names() & self.cues["plan"] or verb.form == "finite":
            status.set("planned", "verb.plan")

    def _gerund_under(self, verb: Verb, marker: str, status: Status) -> None:
        if marker == "from" and verb.lemma in self.cues["not_verbs"] | self.cues["sparing_verbs"]:
            status.set("hypothetical", "verb.prevented")
        elif marker == "without" or (marker == "of" and verb.lemma == "stop"):  # "stopped short of storming it"
            status.set("denied", "verb.without")
        elif marker == "of" and verb.lemma in self.cues["claimed_speech"]:
            status.set("claimed", "verb.accused")
