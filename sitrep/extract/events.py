"""Clauses and noun phrases to events: which words tell of one, and who fills which role.

What belongs here: matching triggers with their conditions, and reading roles off grammar. What does not: tolls
(tolls.py), whether it happened (status.py), and what other sentences say (story.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract import bare_passives, lives, one_event
from sitrep.extract.candidates import Candidates
from sitrep.extract.clause import SPEECHES, Clause
from sitrep.extract.event import Event
from sitrep.extract.far import is_whence
from sitrep.extract.named_places import was_there
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb
from sitrep.extract.unlisted import BEARINGS
from sitrep.ontology.patterns import Patterns
from sitrep.ontology.patterns.forms import Condition, Trigger

ENTITY = frozenset(
    """people person actor body facility military police civilians militants official state unidentified number named
    proper""".split()
)
_VOICED = ENTITY - {"named", "facility"}  # what could speak
_NO_PLACES = frozenset({"of", "with"})
_STRUCK = frozenset({"object", "on", "against", "upon"})  # parts in which a thing or a town is what is attacked
_STRIKABLE = frozenset({"place", "thing"})
_PLACE_WORDS = frozenset(
    {"at", "in", "into", "near", "of", "outside", "inside", "to", "from", "around", "on", "over", "under"}
)
_ONTO = frozenset({"on", "at", "against", "upon", "aboard"})  # "men on motorcycles attacked"
#: What is of those who do it: "the airstrikes of the junta"; a killing, ambush or bombing is of those who suffer it.
_RAIDS = frozenset(
    "attack attacks raid raids assault assaults air_strike air_strikes airstrike airstrikes offensive offensives "
    "incursion incursions onslaught onslaughts".split()
)
_ARMED = frozenset({"military", "militants"})
_MEDIA = frozenset("channel channels website websites site telegram twitter facebook account accounts page".split())
#: What men ride who attack: no target of "stormed the town on motorcycles".
_MOUNTS = frozenset(
    """motorcycle motorcycles motorbike motorbikes bike bikes bicycle bicycles scooter scooters horse horses horseback
    camel camels foot pickups""".split()
)
_BEFORE = frozenset({"modifier", "led"})  # parts of a noun phrase that are asked for by themselves
_REACH = 8  # atoms behind a verb in which its adverb may stand
_OUGHT = frozenset({"should", "must"})
_COME_ABOUT = frozenset({"appear", "target", "seem", "happen", "occur"})
_NONE: frozenset[str] = frozenset()
_LEADS = frozenset({"lead", "head", "command"})
_ESCORTED = frozenset("convoy convoys patrol patrols column columns motorcade team teams unit units delegation".split())
#: What goes on between sides, of which the clause may tell whose: "violence broke out between two clans".
_STRIFE = frozenset({"violence", "bloodshed", "bloodletting"})
_MATTERS = frozenset({"matter", "means", "place", "troops"})

Parts = dict[str, list[Noun]]


class Matcher:
    """Finds the events of one sentence."""

    def __init__(self, nouns: Nouns, patterns: Patterns) -> None:
        self.nouns, self.patterns = nouns, patterns
        self.words = nouns.atoms.words
        self.candidates = Candidates(nouns.atoms, patterns)
        self.events: list[Event] = []
        self.by_noun: dict[int, Event] = {}
        self.by_clause: dict[int, Event] = {}
        self.deeds, self.undergone = patterns.cues["deed_verbs"], patterns.cues["light_undergo"]
        self.phrases: list[Noun] = []
        self.reduced = self.describes = False  # the clause that is read is a participle on a noun: "a man accused of"
        self.act_told = False  # whether verb and noun make the act that is asked about: "reached an agreement"
        self.after = ""  # the word behind the objects of the clause that is read: "left six soldiers dead"

    def match(self, clauses: list[Clause], phrases: list[Noun]) -> list[Event]:
        """The events of a sentence's clauses and noun phrases."""
        self.phrases = phrases
        for clause in clauses:
            self._choose_antecedent(clause)
        telling = [noun for noun in phrases if noun.word in self.patterns.nouns]  # most nouns tell of nothing
        holder = self._holders(clauses) if telling else {}
        # "the worst raid of the war"
        wars = {id(n) for noun in telling for word, n in noun.prepositions if word == "of"}
        for noun in telling:
            event = self._nominal(noun, holder.get(id(noun)))
            if event is not None and not (event.trigger.aggregate and id(noun) in wars):
                self.events.append(event)
                self.by_noun[id(noun)] = event
        for clause in clauses:
            if clause.verb is not None:
                event = self._verbal(clause, clause.verb)
                if event is not None:
                    self.events.append(event)
                    self.by_clause[clause.number] = event
                    one_event.same_as_object(self, event, clause)
                    one_event.planted(self, event, clause)
                    one_event.meant_by(self, event, clause)
                    one_event.struck_with(self, event, clause)
                    one_event.arrested_in(self, event, clause)
        for event in self.events:
            if event.host is None and event.waiting is not None:
                event.join(self.by_clause.get(event.waiting.number))
        return self.events

    def _choose_antecedent(self, clause: Clause) -> None:
        """What a relative clause hangs on: of 'strikes on camps in Iran, which killed nine' the strikes, not Iran."""
        old = clause.antecedent
        if self._tells_of_deed(clause):
            return
        if clause.kind == "participle":
            speaker = clause.speaker_behind(self.patterns.cues["word_verbs"])
            if old is not None and speaker is not None and "place" in self.nouns.of(old).classes:
                self._hang_on(clause, speaker)  # "held a rally in X calling for reform": a town says nothing
            return
        tells = clause.kind == "relative" and clause.subject is old
        if tells and old is not None and clause.parent is not None:
            somebody = self._whose_house(clause, old)
            if somebody is not None:
                self._hang_on(clause, somebody)
                return
            outer = clause.parent
            if (
                outer.verb is not None
                and outer.verb.lemma == "be"
                and (outer.object is old or ("among", old) in outer.prepositions)
                and outer.subject is not None
                and outer.subject.word != "it"  # "it was the army that shelled the market"
            ):
                clause.subject = outer.subject
                return
        if not tells or old is None or len(clause.antecedents) < 2 or clause.verb is None:
            return
        lemma = clause.verb.lemma
        harms = any(t.frame.cause for _, t in self.patterns.verbs.get(lemma, ()))
        told = harms or lemma in self.patterns.cues["result"] or lemma in _COME_ABOUT
        who = self.words[clause.verb.first - 1] == "who"
        told = told and not (clause.verb.is_passive and who)
        houses = [n for n in clause.antecedents if who and "facility" in self.nouns.of(n).classes]  # no base is who
        for noun in [n for n in clause.antecedents if n not in houses]:
            classes = self.nouns.of(noun).classes
            if ("event" in classes and told) or (
                classes & ENTITY and not told and not classes <= {"place", "actor", "state", "body", "named"}
            ):
                self._hang_on(clause, noun)
                return

    def _whose_house(self, clause: Clause, noun: Noun) -> Noun | None:
        """Of 'Ana Ruiz, of the law school, who was shot' it was Ana Ruiz who was: "who" is no house."""
        words = self.nouns.atoms.words
        first = noun.first - 3 if words[noun.first - 1] == "the" else noun.first - 2
        behind = first > 0 and words[first] == "," and words[first + 1] in ("of", "from", "at")
        if not behind or clause.verb is None or words[clause.verb.first - 1] != "who":
            return None
        if self.nouns.of(noun).classes & {"people", "person"} and "facility" not in self.nouns.of(noun).classes:
            return None
        end = first - 2 if self.nouns.atoms.tags[first - 1] == "c" else first  # "Ana Ruiz, 27, of ..."
        return next((each for each in self.phrases if each.last == end), None)

    def _tells_of_deed(self, clause: Clause) -> bool:
        """Hangs 'that police blamed on X', 'for which X claimed responsibility' on the event among its antecedents."""
        if clause.verb is None or clause.verb.lemma not in self.deeds:
            return False
        outer = clause.parent if clause.kind == "participle" else None
        around = [outer.antecedent] if outer is not None and outer.kind == "relative" and outer.antecedent else []
        named = [*clause.antecedents, *around]  # "an attack that killed 12 blamed on X"
        if len(named) < 2:
            return False
        event = next((n for n in named if "event" in self.nouns.of(n).classes), None)
        old = clause.antecedent
        if event is None or old is None or self._has_leader(clause, old):
            return False
        if clause.kind == "participle" and clause.verb.is_passive:
            self._hang_on(clause, event)
        elif clause.kind == "relative" and old in clause.objects:
            clause.objects[clause.objects.index(old)] = clause.antecedent = event
        elif clause.kind == "relative" and any(n is old for _, n in clause.prepositions):
            clause.prepositions = [(w, event if n is old else n) for w, n in clause.prepositions]
            clause.antecedent = event
        else:
            return False
        return True

    def _has_leader(self, clause: Clause, noun: Noun) -> bool:
        """'an ambush of two convoys led by a general': the general leads those who were struck."""
        led = clause.verb is not None and clause.verb.lemma in _LEADS
        return led and (noun.word in _ESCORTED or bool(self.nouns.of(noun).classes & {"people", "person", "military"}))

    def _hang_on(self, clause: Clause, noun: Noun) -> None:
        """Makes a noun phrase what a clause hangs on, and the subject of the clauses below that share it."""
        old = clause.subject
        clause.subject = clause.antecedent = noun
        for child in clause.children:
            if child.subject is old:
                child.subject = noun

    def _holders(self, clauses: list[Clause]) -> dict[int, Clause]:
        """The clause in which each noun phrase stands; a relative clause only points to its antecedent."""
        holder: dict[int, Clause] = {}
        for clause in clauses:
            borrowed = clause.antecedent if clause.kind in ("relative", "participle") else None
            subject = clause.subject if clause.kind not in ("participle", "infinitive") else None
            for noun in [*([subject] if subject else []), *clause.objects, *(n for _, n in clause.prepositions)]:
                if noun is not borrowed:
                    holder.setdefault(id(noun), clause)
                    for beside in (noun.coordinated, noun.appositions):
                        for each in beside:
                            holder.setdefault(id(each), clause)
        return holder

    def _nominal(self, noun: Noun, clause: Clause | None) -> Event | None:
        meaning = self.nouns.of(noun)
        if not meaning.triggers:
            return None
        self.act_told = False
        parts = self._noun_parts(noun)
        if clause is not None and clause.antecedent is not None and self.words[noun.first - 1] == "whose":
            parts.setdefault("owner", [clause.antecedent])  # "the mayor whose killing"
        if noun.word in _STRIFE and clause is not None and clause.subject is noun and "between" not in parts:
            parts.update((word, [n]) for word, n in clause.prepositions if word == "between")
        if clause is not None and noun in clause.objects and self._is_told(clause):
            parts.pop("to", None)  # "confirmed the attack to reporters"
            if any(other.word in _MEDIA for other in parts.get("on", ())):
                del parts["on"]  # "claimed the ambush on its channel"
        if noun.word in _RAIDS and "by" not in parts and any(self._is_armed(each) for each in parts.get("of", ())[:1]):
            parts["by"] = parts.pop("of")  # "the raids of the rebels on X"
        if "by" in parts and clause is not None and self._only_says_what(noun, clause, parts["by"][0]):
            del parts["by"]
        modifiers = self._modifier_words(noun)
        for trigger in meaning.triggers:
            holds = self._holds(trigger, parts, modifiers, clause, nominal=True)
            if holds and self._is_kind(trigger, noun, modifiers) and self._is_led(trigger, noun):
                first, last = meaning.trigger_first, meaning.trigger_last
                event = Event(trigger, trigger.event_type, first, last, clause, noun=noun, rule=trigger.id)
                self._fill(event, trigger.frame.noun, parts)
                self._means_of_noun(event, noun)
                return event
        return None

    def _is_armed(self, noun: Noun) -> bool:
        return not _ARMED.isdisjoint(self.nouns.of(noun).classes)

    def _only_says_what(self, noun: Noun, clause: Clause, by: Noun) -> bool:
        """'the blast was described as an act of terror by the ministry': who calls it so has not done it."""
        verb = clause.verb
        if verb is None or not verb.is_passive or verb.lemma not in self.patterns.cues["judging_verbs"]:
            return False
        named = noun in clause.objects or any(word == "as" and n is noun for word, n in clause.prepositions)
        first = next(
            (n for word, n in clause.prepositions if word == "by"), by
        )  # not "described by X as an attack by Y"
        classes = self.nouns.of(by).classes
        return named and first is by and ("militants" not in classes or "organisations" in classes)

    def _is_kind(self, trigger: Trigger, noun: Noun, modifiers: frozenset[str]) -> bool:
        """Whether what stands before a noun makes an event of it: 'Israeli fire' is shots, 'a fire' is not."""
        asked = [condition for condition in trigger.when if condition.part == "modifier"]
        hits = self.nouns.of(noun).modifiers
        named = {hit.kind for hit in hits} | {"actor"} if hits else set()
        named |= self.nouns.of(noun.owner).classes if noun.owner is not None else frozenset()
        return all(condition.words & modifiers or condition.classes & named for condition in asked)

    def _is_told(self, clause: Clause) -> bool:
        verb, cues = clause.verb, self.patterns.cues
        return verb is not None and (verb.lemma in cues["speech"] or verb.lemma in cues["claimed_speech"])

    def _is_led(self, trigger: Trigger, noun: Noun) -> bool:
        """Whether a weapon's name stands where only what it did can: 'since a car bomb', 'Saturday's truck bomb'."""
        before = self.words[noun.first - 1] if noun.first else ""
        around = {before, self.words[noun.owner.first] if noun.owner is not None else before}
        return all(around & condition.words for condition in trigger.when if condition.part == "led")

    def _noun_parts(self, noun: Noun) -> Parts:
        parts: Parts = {} if noun.owner is None else {"owner": [noun.owner]}
        for word, other in self._own_tail(noun):
            near = word not in ("of", "from") or any(other is n for _, n in self.nouns.taken_by(noun))
            if near or word == "from":  # "the withdrawal of troops from X": away
                parts.setdefault(word if near else "away", []).append(other)
        return parts

    def _own_tail(self, noun: Noun) -> Iterator[tuple[str, Noun]]:
        """What follows a noun in a row of prepositions, up to the next noun that tells of an event."""
        for word, other in noun.tail:
            yield word, other
            if other.word in SPEECHES or (self.nouns.of(other).triggers and word not in ("of",)):
                return  # "a killing on the eve of a visit by X"

    def _modifier_words(self, noun: Noun) -> frozenset[str]:
        begin = noun.owner.last + 1 if noun.owner is not None else noun.first
        return frozenset(part for word in self.words[begin : noun.head] for part in (word, *word.split("-")))

    def _means_of_noun(self, event: Event, noun: Noun) -> None:
        """Weapons named before the head: 'a missile and drone strike'."""
        meaning = self.nouns.of(noun)
        for index in range(meaning.core, noun.head):
            known, _ = self.nouns.class_at(index, meaning.core)
            if known is not None and "means" in known.classes:
                event.means |= known.classes
        for word, other in noun.tail:
            if word in ("with", "using", "of", "by"):
                event.means |= self.weapon(other)

    def weapon(self, noun: Noun) -> frozenset[str]:
        """The classes of the weapons that a phrase names."""
        found: set[str] = set()
        for each in (noun, *noun.coordinated):
            classes = self.nouns.of(each).classes
            if "means" in classes:
                found |= classes
        return frozenset(found)

    def _verbal(self, clause: Clause, verb: Verb) -> Event | None:
        if verb.lemma not in self.patterns.verbs and verb.lemma not in self.patterns.acts:
            return None
        self.reduced, self.describes = clause.kind == "participle" and verb.is_passive, clause.says_what_one_is_at()
        behind = clause.objects[-1].last if clause.objects else len(self.words)
        if len(clause.objects) > 1 and clause.objects[-1].word in self.patterns.cues["hurt_adjectives"]:
            behind = clause.objects[0].last  # "left six soldiers dead and two wounded"
        self.after = self.words[behind] if behind < len(self.words) else ""
        if verb.lemma in self.patterns.cues["judging_verbs"] and "as" in self.words[behind : behind + _REACH]:
            told = self.words[self.words.index("as", behind) + 1 :]  # "described the raid in Gao as sickening"
            self.after = next((word for word in told[:2] if word != '"'), self.after)
        parts: Parts | None = None
        bare = verb.form == "participle" and not verb.is_passive and not clause.shared_objects()
        bare = bare and not any(child.kind in ("infinitive", "complement") for child in clause.children)
        if bare and clause.subject is not None:
            parts = self._verb_parts(clause, verb)
            bare_passives.read_as_passive(self, clause, verb, parts)
        modifiers = _NONE
        for trigger, is_act in self.candidates.of(clause, verb, self.after):
            parts = self._verb_parts(clause, verb) if parts is None else parts
            if trigger.asks_modifiers and not modifiers:
                modifiers = self._verb_modifiers(clause, verb)
            self.act_told = is_act and self.candidates.acted(clause, verb, trigger) is not None
            if self._holds(trigger, parts, modifiers, clause, nominal=False):
                return self._verb_event(clause, verb, trigger, parts)
        return None

    def _reach_speaker(self, clause: Clause, verb: Verb, parts: Parts) -> None:
        """'He said the shells were foreign and accused the army': he accused it, shells accuse nobody."""
        outer, words = clause.parent, self.patterns.cues["word_verbs"]
        if clause.kind != "complement" or outer is None or outer.verb is None or verb.is_passive or verb.modal:
            return
        speaks = outer.verb.lemma in self.patterns.cues["speech"] and outer.subject is not None
        if speaks and verb.lemma in words and parts.get("subject") and self._is_dumb(parts["subject"][0]):
            parts["subject"] = self.lists([outer.subject])  # type: ignore[list-item]

    def _is_dumb(self, noun: Noun) -> bool:
        """Whether a phrase names nothing that could speak."""
        classes = self.nouns.of(noun).classes
        return not classes & _VOICED and "pronoun" not in classes

    def _verb_modifiers(self, clause: Clause, verb: Verb) -> frozenset[str]:
        """The adverbs of a verb, the words right behind it and what it calls its object: 'called the raid barbaric'."""
        words, tags, first = self.words, self.nouns.atoms.tags, verb.last
        around = [word for i, word in enumerate(words[first : first + _REACH]) if i < 2 or tags[first + i] == "a"]
        joined = [w.replace(" ", "_") if " " in w else w for w in (*around, *verb.words, self.after)]
        called = [w for each in clause.adjectives if each.first >= verb.last for w in words[each.first : each.last]]
        return verb.words.union(verb.particles, joined, called)

    def _verb_event(self, clause: Clause, verb: Verb, trigger: Trigger, parts: Parts) -> Event:
        event = Event(
            trigger, trigger.event_type, verb.main, max(verb.main + 1, verb.last), clause, verb=verb, rule=trigger.id
        )
        event.acted = self.candidates.acted(clause, verb, trigger)
        frame = dict(trigger.frame.verb)
        if trigger.light_object:
            frame["object"] = "means"
        undergoes = event.acted is not None and verb.name() in self.undergone
        if undergoes and frame.get("subject") == "perpetrator":
            frame |= {"subject": "target", "from": "perpetrator", "by": "perpetrator"}  # "came under attack from"
        self._fill(event, frame, parts)
        dies = trigger.frame.verb.get("subject") == "target"  # "was shot and died of bullet wounds"
        if trigger.frame.harm and (clause.objects or dies or clause.joined is None):  # "killed and wounded 12": neither
            harmed = next(part for part, role in trigger.frame.verb.items() if role == "target")
            event.victims = [(trigger.frame.harm, noun) for noun in parts.get(harmed, ())]
        for word, noun in clause.prepositions:
            if word in ("with", "by", "using", "from", "in") and (noun.first > verb.main or word == "by"):
                event.means |= self.weapon(noun)
        for child in clause.children:
            if child.verb is not None and child.verb.lemma in ("use", "fire", "wield") and child.kind == "participle":
                for noun in child.objects:
                    event.means |= self.weapon(noun)
        event.means |= self.weapon(parts["subject"][0]) if parts.get("subject") else frozenset()
        return event

    def _verb_parts(self, clause: Clause, verb: Verb) -> Parts:
        parts: Parts = {}
        subject = self.lists([clause.subject]) if clause.subject is not None else []
        objects = self.lists(self._objects(clause, verb))
        if any(noun.word in self.patterns.cues["holding_nouns"] for noun in (*objects, *subject)):
            objects += [n for w, n in clause.prepositions if w == "of" and n.first > verb.main][
                :1
            ]  # "a ton of cocaine"
        struck = verb.is_passive and any(self.nouns.of(noun).classes & ENTITY for noun in subject)
        told_of = [n for _, n in clause.prepositions if self.nouns.of(n).triggers]  # "blamed X for attacks on Y"
        for word, noun in clause.prepositions:
            on_deed = word in _ONTO and any(other is noun for n in told_of for _, other in n.prepositions)
            if on_deed or clause.is_by_others(noun, self.patterns.cues, self.nouns.of(noun).classes):
                continue
            onto = word in _ONTO or (word == "of" and not verb.is_passive)  # "rebels of X slit the throats of nine"
            onto |= word == "by" and verb.is_passive  # "the call by X was ignored"
            rode = word == "on" and struck and clause.is_of_doer(noun)
            rode |= word == "on" and noun.word in _MOUNTS and any(n.word != "fire" for n in clause.objects)
            if not rode and (not onto or noun.first > verb.first or not clause.is_on_subject(noun)):
                parts.setdefault(word, []).extend(self.lists([noun]))
        if verb.is_passive:
            parts["object"] = subject + objects
            parts["subject"] = parts.pop("by", []) or self.lists(clause.behind_by(self.patterns.cues["harming_verbs"]))
        else:
            parts["subject"], parts["object"] = subject, objects
            parts["sides"] = subject if len(subject) > 1 or clause.is_two(self.words) else []
        told = {part: nouns for part, nouns in parts.items() if nouns}
        self._reach_speaker(clause, verb, told)
        return told

    def _objects(self, clause: Clause, verb: Verb) -> list[Noun]:
        """What a verb is done to; that of the verb joined to it where it needs one: 'burned and looted the camp'."""
        if clause.objects:
            return clause.objects
        if clause.joined is None:
            return [n for child in clause.children if self._only_names(child) for n in child.objects]
        frames = [trigger.frame.verb for _, trigger in self.patterns.verbs.get(verb.lemma, ())]
        return clause.shared_objects() if all(frame.get("object") == "target" for frame in frames) else []

    def _only_names(self, clause: Clause) -> bool:
        """'bombed what the army called a camp': the clause says what was bombed."""
        verb = clause.verb
        names = verb is not None and not verb.is_passive and verb.lemma in self.patterns.cues["naming_verbs"]
        return names and clause.kind == "relative" and clause.antecedent is None

    def lists(self, nouns: list[Noun]) -> list[Noun]:
        return [one for noun in nouns for each in (noun, *noun.coordinated) for one in self.nouns.members(each)]

    # ---- conditions and roles
    def _holds(
        self, trigger: Trigger, parts: Parts, modifiers: frozenset[str], clause: Clause | None, *, nominal: bool
    ) -> bool:
        described = self.describes if trigger.done else trigger.finite and self.reduced and "subject" not in parts
        if described and not nominal:
            return False
        if nominal and trigger.when and not any(c.part in parts or c.part in _BEFORE for c in trigger.when):
            return not (trigger.priority or self._is_excluded(trigger, parts, modifiers, clause, nominal=nominal))
        holds = all(
            bool(condition.words & modifiers) if condition.part == "modifier" else self._meets(condition, parts, clause)
            for condition in trigger.when
            if not nominal or condition.part in parts
        )
        return holds and not self._is_excluded(trigger, parts, modifiers, clause, nominal=nominal)

    def _is_excluded(
        self, trigger: Trigger, parts: Parts, modifiers: frozenset[str], clause: Clause | None, *, nominal: bool
    ) -> bool:
        return any(
            self._rules_out(condition, parts, modifiers, clause, nominal=nominal) for condition in trigger.unless
        )

    def _rules_out(
        self, condition: Condition, parts: Parts, modifiers: frozenset[str], clause: Clause | None, *, nominal: bool
    ) -> bool:
        """Whether a part is what it must not be."""
        if condition.part == "modifier":
            return bool(condition.words & modifiers)
        if condition.part == "infinitive":
            below = self._infinitives(clause) if clause is not None else set()
            return bool(below & condition.words) or bool(below and "*" in condition.words)
        if condition.part == "complement":
            below_it = [child for child in clause.children if child.kind == "complement"] if clause else []
            if "*" in condition.words:
                return bool(below_it)
            told = {word for child in below_it for word in child.opening(self.words)}
            return not told.isdisjoint(condition.words)
        nouns = parts.get(condition.part, [])
        if not nouns:
            return condition.may_be_empty and not nominal
        human = [noun for noun in nouns if "people" in self.nouns.of(noun).classes]
        if condition.part == "object" and human[:1] == nouns[:1]:
            nouns = human[:1]  # "killed two herders and 30 cows"
        if any("*" in condition.words or self._is(noun, condition, only_head=noun in human) for noun in nouns):
            deeds = condition.part in ("subject", "in") and any(self._is_blow(noun, clause) for noun in nouns)
            return not deeds  # "mortar fire killed four": shots, no blaze
        return False

    def _is_blow(self, noun: Noun, clause: Clause | None) -> bool:
        """Whether a noun tells of a deed that harms: shots, a raid, but not sanctions."""
        told = self._nominal(noun, clause)
        frame = told.trigger.frame if told is not None else None
        if frame is None:
            return False
        return frame.blow or frame.done_to or bool(frame.harm) or "party" in frame.noun.values()

    def _meets(self, condition: Condition, parts: Parts, clause: Clause | None) -> bool:
        if condition.part == "infinitive":
            below = self._infinitives(clause) if clause is not None else set()
            return bool(below & condition.words or (below and "*" in condition.words)) or (
                condition.may_be_empty and not below
            )
        if condition.part == "after":
            return self.after in condition.words
        if condition.part == "complement":
            return clause is not None and any(self._is_wished(child) for child in clause.children)
        nouns = parts.get(condition.part, ())
        if (not nouns and condition.may_be_empty) or (condition.part == "object" and self.act_told):
            return True
        if clause is not None and (condition.infinitive or condition.clause):
            kinds: tuple[str, ...] = ("infinitive",) if condition.infinitive else ()
            kinds += ("complement", "main") if condition.clause else ()
            if any(child.kind in kinds and not self._only_tells(child) for child in clause.children):
                return True
        if any(self._is(noun, condition) for noun in nouns):
            return True
        whole = clause.object if clause is not None and condition.part == "object" and len(nouns) > 1 else None
        return whole is not None and self._is(whole, condition)  # "the envoys of X and Y"

    def _only_tells(self, clause: Clause) -> bool:
        """', police said': who tells the clause before it."""
        verb = clause.verb if clause.kind == "main" else None
        return verb is not None and verb.lemma in self.patterns.cues["speech"]

    def _is_wished(self, clause: Clause) -> bool:
        """'that Israel halt', 'that he should go': a clause with the plain verb tells what somebody wants done."""
        verb = clause.verb if clause.kind == "complement" else None
        plain = verb is not None and verb.tense == "present" and self.words[verb.main] == verb.lemma
        return verb is not None and (verb.modal in _OUGHT or (plain and not verb.modal))

    def _infinitives(self, clause: Clause) -> set[str]:
        """The verbs below "to"; of 'not to be named' "be_name" too."""
        verbs = [child.verb for child in clause.children if child.kind == "infinitive" and child.verb is not None]
        return {verb.lemma for verb in verbs} | {f"be_{verb.lemma}" for verb in verbs if verb.is_passive}

    def _is(self, noun: Noun, condition: Condition, *, only_head: bool = False) -> bool:
        words = condition.words
        if words:
            head = noun.word.replace(" ", "_") if " " in noun.word else noun.word
            if head in words or self.patterns.lexicon.singulars.get(head, "") in words:
                return True
            if not only_head:
                for index in range(noun.owner.last + 1 if noun.owner is not None else noun.first, noun.head):
                    word = self.words[index]
                    if (word.replace(" ", "_") if " " in word else word) in words:
                        return True
        return bool(condition.classes) and not condition.classes.isdisjoint(self.nouns.of(noun).classes)

    def _fill(self, event: Event, frame: dict[str, str], parts: Parts) -> None:
        whose = any(self.nouns.of(noun).classes & ENTITY for noun in parts.get("of", ()))
        for part, role in frame.items():
            if part == "modifier" and event.noun is not None:
                continue
            if part == "owner" and role == "target" and whose and frame.get("of") == "target":
                role = "perpetrator"  # "the army's killing of a boy"
            for noun, as_part in lives.whose(parts.get(part, ()), part):
                if role == "perpetrator" and self._is_side(noun):
                    continue  # "launched the attack from northern Iraq": whence, not who
                event.how.setdefault(id(noun), f"frame.{part}")
                self._give(event, role, noun, as_part)

    def _is_side(self, noun: Noun) -> bool:
        """'eastern Syria': a part of a land, which is no state."""
        return self.words[noun.first] in BEARINGS and self.nouns.atoms.tags[noun.head] == "y"

    def _give(self, event: Event, role: str, noun: Noun, part: str) -> None:
        classes = self.nouns.of(noun).classes
        if role == "means":
            self._give_means(event, noun, classes)
        elif role == "place":
            event.places.append(noun)
        elif role == "troops" and self._go_by_themselves(event, classes):
            event.roles.append(("perpetrator", noun))  # "troops were sent to X"
        elif role in _MATTERS or classes & {"measure", "toll"} or noun.word.endswith(("self", "selves")):
            return
        elif part == "owner" and was_there(event, role, noun, self.nouns.of(noun), self.words):
            event.places.append(noun)  # "Paraguay's third bombing in a week"
        elif role == "perpetrator" and self._is_weapon(noun, classes):
            self.give_by_weapon(event, noun)
        elif noun.word in self.patterns.cues["no_target_words"] and "named" not in classes:
            event.places += [noun] if "place" in classes else []
        elif (
            noun.word in self.patterns.cues["body_parts"]
            and part != "object"
            and (role, noun.word[:4]) != ("perpetrator", "head")
        ):
            return  # but "the head of the mission condemned it"
        elif not self._plays_none(event, role, part, classes):
            self._give_role(event, role, noun, part, classes)

    def _go_by_themselves(self, event: Event, classes: frozenset[str]) -> bool:
        """Whether forces that are sent or withdrawn are all that is named as doing so."""
        passive = event.verb is not None and event.verb.is_passive
        return passive and bool(classes & {"military", "police", "militants"}) and not event.roles_of("perpetrator")

    def _give_means(self, event: Event, noun: Noun, classes: frozenset[str]) -> None:
        event.means |= self.weapon(noun)
        acts = classes & {"people", "actor", "militants", "unidentified"}
        if acts and not classes & {"pronoun", "facility"} and ("means" not in classes or "people" in classes):
            event.roles.append(("perpetrator", noun))

    def _is_weapon(self, noun: Noun, classes: frozenset[str]) -> bool:
        return ("means" in classes or noun.word in self.patterns.cues["crewed"]) and "people" not in classes

    def _plays_none(self, event: Event, role: str, part: str, classes: frozenset[str]) -> bool:
        """Whether what is named in a part of the frame is no party: a name behind 'in', another event, a building."""
        titled = part == "into" and "people" in classes  # "an inquiry into General Luis Rey"
        if "proper" in classes and part in _PLACE_WORDS and not (titled or event.trigger.frame.names_whom(part)):
            return True
        if classes & {"actor", "people"}:
            return False
        is_thing = role == "perpetrator" and bool(classes & {"facility", "means"})
        return is_thing or ("event" in classes and "facility" not in classes)

    def _give_role(self, event: Event, role: str, noun: Noun, part: str, classes: frozenset[str]) -> None:
        if classes & ENTITY and not (noun is event.acted and "event" in classes):  # "held a rally"
            event.roles.append((role, noun))
        elif role == "target" and part in _STRUCK and event.trigger.frame.blow and classes & _STRIKABLE:
            event.struck = event.struck or noun
        elif role == "target" and part == "with" and "place" in classes:
            event.how[id(noun)] = "clause.land"  # "talks with Transnistria": a land that is no state
            event.roles.append((role, noun))
        if "place" in classes and role == "target" and part not in _NO_PLACES:
            event.places += [] if is_whence(self.words, noun.first) else [noun]

    def give_by_weapon(self, event: Event, noun: Noun) -> None:
        """'Russian missiles', 'occupation forces' bullets', 'a foreign jet': who fired or flew them."""
        meaning = self.nouns.of(noun)
        user = event.clause.user_of(noun) if event.clause is not None else None
        owner = noun.owner or next((n for word, n in noun.prepositions[:1] if word in ("of", "from")), user)
        if owner is not None and self.nouns.of(owner).classes & ENTITY:
            event.how[id(owner)] = "frame.weapon"
            event.roles.append(("perpetrator", owner))
        elif any(hit.country and hit.form != "metonym" for hit in (*meaning.modifiers, meaning.hit) if hit is not None):
            event.roles.append(("perpetrator", noun))
        elif noun.word in self.patterns.cues["crewed"] and not any(role == "perpetrator" for role, _ in event.roles):
            event.roles.append(("perpetrator", noun))
