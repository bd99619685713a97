"""What stands around an event and adds to it: the verb above its noun, an accusation, an example in a list.

What belongs here: roles that a clause gives to an event told by a noun. What does not: the noun's own (events.py), and
who says that they did it (claiming.py).
"""

from __future__ import annotations

from sitrep.extract.addressees import Addressees
from sitrep.extract.blaming import Blame
from sitrep.extract.claiming import Claims
from sitrep.extract.clause import Clause
from sitrep.extract.denying import Denials
from sitrep.extract.event import RANKED, Event
from sitrep.extract.events import ENTITY, Matcher
from sitrep.extract.named_places import LANDS
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb
from sitrep.extract.telling import STRUCK_BY
from sitrep.extract.unlisted import KINDS
from sitrep.ontology.event_type import EventTypes
from sitrep.ontology.patterns import Patterns

_SEES = frozenset({"see", "witness"})
_EXAMPLES = frozenset({"including", "such as", "like"})
_DOERS = frozenset({"people", "person", "actor", "militants", "unidentified"})  # who may have had a part
_DOUBTED = frozenset({"rule", "exclude", "doubt", "dismiss", "disprove"})  # "ruled out the involvement of X"
_DONE_TO = frozenset(
    "target hit strike kill wound injure destroy damage rock shatter shake level flatten raze wreck devastate".split()
)
_INTO = frozenset({"walk", "run", "fall", "drive", "stumble", "ride", "sail"})
_MANNERS = frozenset({"protest", "demonstration", "retaliation"})
_BEHOLDS = frozenset({"see", "suspect", "believe", "place"})
_TRACES = frozenset({"hallmark", "hallmarks", "fingerprints", "signature", "mark", "marks", "stamp", "imprint"})
_ITS = frozenset({"its", "their"})
_DYING = frozenset({"die", "perish", "suffer", "fall"})
_TARGETS = frozenset({"target", "targets"})
_INVOLVES = frozenset({"involve", "pit", "oppose", "set"})
_NO_AIMS = KINDS | {"local"}
_AIMS = frozenset({"aim", "direct", "target", "launch", "stage", "mount", "take", "impose"})

_STANDS = frozenset({"be", "stand", "lie", "sit", "remain"})
_COMING_OFF = frozenset({"be", "escape", "emerge", "survive", "walk", "remain", "get"})
_UNHURT = frozenset({"unhurt", "unharmed", "unscathed", "uninjured", "unwounded", "unhit"})
_FROM = frozenset({"from", "in", "after", "following", "during"})
_SHORTLY = 8  # words
#: What violence makes others feel: "caused panic among people".
_FELT = frozenset("panic fear alarm outrage anger concern anxiety confusion uproar consternation shock unrest".split())


class Enricher:
    """Adds to the events of one sentence what the clauses around them say."""

    def __init__(self, matcher: Matcher, nouns: Nouns, patterns: Patterns, types: EventTypes) -> None:
        self.matcher, self.nouns, self.types = matcher, nouns, types
        self.cues = patterns.cues
        self.words = nouns.atoms.words
        self.claiming = Claims(matcher, nouns, patterns, types)
        self.is_hearsay = False  # what is being read is only held to be so
        self.rule = ""  # what is being read, for those who get a role by it

    def enrich(self, clauses: list[Clause]) -> None:
        """Adds roles to the events told by nouns."""
        for event in list(self.matcher.events):
            if event.noun is not None:
                for clause in clauses:
                    if clause.verb is not None:
                        self.rule = "clause.verb"
                        self.is_hearsay = clause.is_hearsay()
                        self._from_verb(event, event.noun, clause)
        self.is_hearsay = False
        for event in list(self.matcher.events):
            self.rule = "clause.example"
            self._examples(event)
            self.rule = "clause.document"
            self._issuer(event, clauses)
            self._named_among(event)
        self.rule = "clause.measures"
        for clause in clauses:
            self._measures(clause)
            self._targets_named(clause)
            self._shares_named(clause)
            self._unhurt(clause)
        self.rule = "clause.own"
        for event in self.matcher.events:
            self._own_deed(event)
        Addressees(self.matcher, self.nouns, self.types).find()
        self.claiming.hear(clauses)
        Blame(self.claiming).accuse(clauses)
        Denials(self.claiming).find(clauses)

    def _from_verb(self, event: Event, noun: Noun, clause: Clause) -> None:
        verb = clause.verb
        assert verb is not None
        if verb.is_passive and any(word == "by" and n is noun for word, n in clause.prepositions):
            if clause.subject is not None and verb.lemma in _DONE_TO:
                self._give(event, "target", [clause.subject])  # "the house was shattered by an explosion"
        elif clause.subject is noun:
            self._as_subject(event, clause, verb)
        elif not verb.is_passive and self._is_object(noun, clause):
            self._object_of(event, clause)
        elif clause.subject is not None:
            self._beside(event, noun, clause, clause.subject)

    def _own_deed(self, event: Event) -> None:
        """'X said its strikes killed nine', 'X praised Y for its raid': whose deed it is, the sentence names before."""
        noun, clause, frame = event.noun, event.clause, event.trigger.frame.noun
        if noun is None or clause is None or self.words[noun.first] not in _ITS or frame.get("owner") != "perpetrator":
            return
        ranked = not RANKED.isdisjoint(self.words[noun.first : noun.head])
        if ranked or event.acted is not None or any(role == "perpetrator" for role, _ in event.roles):
            return
        done = self.matcher.by_clause.get(clause.number)  # "police broke up their rally": not that of the police
        others = done is not None and any(each is noun and role == "target" for role, each in done.roles)
        others = others or self._suffers(clause, done)  # "six were killed in its raid": the six made none
        named: Noun | None = clause.subject if clause.subject is not noun and not others else None
        if clause.objects and any(word == "for" and n is noun for word, n in clause.prepositions):
            named = clause.objects[0]
        outer = clause.parent
        while named is None and outer is not None:
            named, outer = outer.subject, outer.parent
        if named is not None and named.first < noun.first:
            self._give(event, "perpetrator", [named])

    def _suffers(self, clause: Clause, done: Event | None) -> bool:
        """Whether the subject of a clause comes to harm: 'were killed', 'died'."""
        struck = [*(n for _, n in done.victims), *(n for role, n in done.roles if role == "target")] if done else []
        dies = clause.verb is not None and clause.verb.lemma in _DYING
        return dies or any(each is clause.subject for each in struck)

    def _is_object(self, noun: Noun, clause: Clause) -> bool:
        return any(noun in group for n in clause.objects for group in ([n], n.coordinated, self._packed(n)))

    def _packed(self, noun: Noun) -> list[Noun]:
        """'a package of sanctions', 'a round of talks': what is done is behind the word for its form."""
        return [n for w, n in noun.prepositions[:1] if w == "of" and noun.word in self.cues["document_words"]]

    def _as_subject(self, event: Event, clause: Clause, verb: Verb) -> None:
        """'the attack was carried out by X', 'was the work of X', 'broke out between X and Y', 'struck Y'."""
        if verb.is_passive:
            self._done_by(event, clause)
        elif verb.lemma in _INVOLVES and self._two_sided(event):
            self._sides_of(event, clause, verb)
        elif verb.lemma in ("be", "bear", "carry"):
            self._work_of(event, clause)
        elif self._happens(clause, verb):
            self._with_clause(event, clause)
        elif verb.lemma in _DONE_TO:
            self._give(event, "target", clause.objects)
        elif verb.lemma in ("inflict", "cause") and all(noun.word not in _FELT for noun in clause.objects):
            self._give(event, "target", [n for w, n in clause.prepositions if w in ("on", "to", "among")])

    def _targets_named(self, clause: Clause) -> None:
        """'the target of the blast was a minister', 'a minister was the victim of an attack'."""
        subject, verb = clause.subject, clause.verb
        if subject is None or verb is None or verb.is_negated or verb.lemma not in ("be", "become"):
            return
        for word, noun in (pair for each in clause.objects if each.word in STRUCK_BY for pair in each.tail):
            struck_by = self.matcher.by_noun.get(id(noun)) if word == "of" else None
            if struck_by is not None:
                self._give(struck_by, "target", [subject])
        if subject.word not in _TARGETS:
            return
        for word, noun in subject.tail:
            event = self.matcher.by_noun.get(id(noun)) if word == "of" else None
            if event is not None:
                self._give(event, "target", clause.objects)

    def _unhurt(self, clause: Clause) -> None:
        """'X was unharmed following an attack', 'X escaped death when a bomb went off': X was to be hit."""
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or verb.modal or verb.is_negated:
            return
        if verb.lemma not in _COMING_OFF and self.words[verb.last - 1] not in _UNHURT:
            return
        classes, behind = self.nouns.of(subject).classes, self.words[verb.last - 1 : verb.last + _SHORTLY]
        escapes = verb.lemma == "escape"  # from what others did: who has raided a camp is but unharmed
        doers = {"militants", "unidentified"} | (frozenset() if escapes else {"military", "police"})
        if not classes & {"people", "person"} or classes & doers:
            return
        spared = not _UNHURT.isdisjoint(behind) or (escapes and behind[1:2] in (["death"], ["injury"], ["from"]))
        told = [*clause.prepositions, *(each for c in clause.children if not c.marker for each in c.prepositions)]
        noun = next((n for word, n in told if word in _FROM and id(n) in self.matcher.by_noun), None)
        when = next((c for c in clause.children if c.marker in ("when", "after", "as") and c.verb is not None), None)
        events = [e for e in self.matcher.events if e.noun is noun or (when is not None and e.clause is when)]
        struck = (e for e in events if e.trigger.frame.blow or e.event_type == "assassination")
        blow = next((e for e in struck if spared and not e.trigger.frame.harm), None)
        if blow is not None:
            self._give(blow, "target", [subject, *subject.coordinated])

    def _shares_named(self, clause: Clause) -> None:
        """'confirmed the involvement of X in the murder': X is held to have had a part, unless it is denied."""
        verb = clause.verb
        if verb is None or verb.is_negated or verb.lemma in self.cues["denial"] or verb.lemma in _DOUBTED:
            return
        part_words = self.cues["part_words"]
        for noun in (*clause.objects, *((clause.subject,) if clause.subject is not None else ())):
            if noun.word not in part_words:
                continue
            who = noun.owner or next((n for w, n in noun.prepositions if w == "of"), None)
            if who is None or not self.nouns.of(who).classes & _DOERS:
                continue
            tail = (*noun.tail, *clause.prepositions)
            events = (self.matcher.by_noun.get(id(n)) for w, n in tail if w == "in")
            event = next((e for e in events if e is not None and self.types[e.event_type].has("can_be_claimed")), None)
            if event is not None:
                event.accused.append((who, None))

    def _sides_of(self, event: Event, clause: Clause, verb: Verb) -> None:
        """'clashes involving X and Y', 'the battle pitted X against Y': those who fought it."""
        if verb.lemma in _INVOLVES and not verb.is_passive and not verb.is_negated:
            against = [n for w, n in clause.prepositions if w == "against"]
            if verb.lemma == "set" and not against:
                return
            self._give(event, self.doer(event), [*clause.objects, *against])

    def _happens(self, clause: Clause, verb: Verb) -> bool:
        """'erupted', 'broke out', 'took place', 'is going on'."""
        behind = self.words[verb.last] if verb.last < len(self.words) else ""
        names = {*verb.names(), f"{verb.lemma}_{behind}"}
        happen = self.cues["light_happen"]
        return bool(names & happen) and all(f"{verb.lemma}_{noun.word}" in happen for noun in clause.objects)

    def _beside(self, event: Event, noun: Noun, clause: Clause, subject: Noun) -> None:
        """'X responded with a raid', 'X took part in the raid', 'X came under attack'."""
        verb = clause.verb
        assert verb is not None
        words = {word for word, n in clause.prepositions if n is noun}
        with_it = any(word == "with" and (noun is n or noun in n.coordinated) for word, n in clause.prepositions)
        if verb.lemma in self.cues["answer_verbs"] and not verb.is_passive and with_it:
            self._give(event, self.doer(event), [subject])
        elif self._takes_part(clause, noun):
            self._give(event, self.doer(event), [subject])
        elif (verb.lemma in ("come", "be", "fall") and "under" in words) or (verb.lemma in _INTO and "into" in words):
            self._give(event, "target", [subject])  # "came under fire", "walked into an ambush"

    def _work_of(self, event: Event, clause: Clause) -> None:
        """'the attack was the work of X', 'bore the hallmarks of X': X did it, as somebody says."""
        words = self.cues["work_nouns"] if clause.verb is None or clause.verb.lemma == "be" else _TRACES
        for noun in clause.objects:
            if noun.word in words and not (clause.verb is not None and clause.verb.is_negated):
                event.accused += [(other, None) for word, other in noun.prepositions if word == "of"]

    def _takes_part(self, clause: Clause, noun: Noun) -> bool:
        """'were behind the blast', 'took part in the killing', 'was on an operation', 'involved in the raid'."""
        verb = clause.verb
        assert verb is not None
        word = next((w for w, n in clause.prepositions if n is noun or noun in n.coordinated), "")
        if word == "behind" and verb.lemma in _BEHOLDS:
            return False  # "behind the attack the army sees X"
        if word == "behind" and verb.lemma not in _STANDS and self._is_of_another(noun, clause):
            return False  # "police look for those behind the attack"
        if word == "behind" or (word == "for" and self.claiming.is_responsible(clause)):
            return not verb.is_negated
        if word in ("on", "engaged in"):
            return verb.lemma == "be" and verb.form == "finite" and noun.last - noun.first > 1  # not "on strike"
        if word == "in" and noun.last - noun.first == 1 and noun.word in _MANNERS:
            return not verb.is_passive  # "sat down in protest"
        if word != "in":
            return False
        if verb.lemma in self.cues["denial"]:
            return False
        if verb.lemma in ("participate", "engage", "involve", "implicate", "collaborate", "assist"):
            return not verb.is_negated and (verb.lemma not in ("involve", "implicate") or verb.is_passive)
        shares = [n for n in clause.objects if n.word in self.cues["part_words"] and self.words[n.first] != "no"]
        others = any(w == "of" for n in shares for w, _ in n.prepositions)  # "suspect the involvement of X"
        return bool(shares) and not others and verb.lemma not in self.cues["blame_verbs"]

    def _is_of_another(self, noun: Noun, clause: Clause) -> bool:
        """Whether 'behind the attack' stands right behind people other than the subject: 'those behind the attack'."""
        at = next((at for at in range(noun.first - 1, 0, -1) if self.words[at] == "behind"), 0)
        told = at > 0 and self.nouns.atoms.tags[at - 1] in "fdnyYjw"
        return told and (clause.subject is None or clause.subject.last != at)

    def _done_by(self, event: Event, clause: Clause) -> None:
        """'an attack carried out by X with grenades', 'strikes aimed at Y'."""
        assert clause.verb is not None
        names = clause.verb.names()
        for word, other in clause.prepositions:
            if clause.is_by_others(other, self.cues, self.nouns.of(other).classes):
                continue  # "launched in retaliation for the killing of a boy by troops"
            if word in ("with", "using") and names & self.cues["light_act"]:
                event.means |= self.matcher.weapon(other)
            if word == "by" and names & self.cues["light_act"]:
                self._give(event, self.doer(event), [other])
            elif word in ("between", "with", "among") and (
                clause.verb.lemma in self.cues["light_act"] or clause.verb.lemma in self.cues["light_happen"]
            ):
                self._with_clause(event, clause)
            elif word in ("at", "against", "on") and clause.verb.lemma in _AIMS:
                self._give(event, "target", [other])
        if names & self.cues["light_act"]:
            self._against(event, clause)

    def _against(self, event: Event, clause: Clause) -> None:
        """'an attack was carried out against a bank', 'the raid that they launched against it'."""
        frame = event.trigger.frame.noun
        role = frame.get("against", frame.get("of"))
        if role in ("target", "party"):
            self._give(event, role, [other for word, other in clause.prepositions if word == "against"])

    def _with_clause(self, event: Event, clause: Clause) -> None:
        """'a clash broke out between X and Y', 'an accord was concluded with Z': what follows is the noun's."""
        for word, other in clause.prepositions:
            role = event.trigger.frame.noun.get(word)
            if (
                self.matcher.by_noun.get(id(other), event) is not event
                and word.replace(" ", "_") in self.cues["realis_prepositions"]
            ):
                break  # "came in retaliation for a strike on a school": the strike was on it
            if (
                role is not None
                and role not in ("matter", "place", "troops", "means")
                and word not in ("of", "to", "in")
                and not (word == "from" and other.word in self.cues["no_target_words"])  # "40 km from the capital"
                and not (word == "at" and other.word in _NO_AIMS)  # "at 0815 local", "at X village"
                and not (word == "on" and "place" in self.nouns.of(other).classes)  # "on the Gao - Timbuktu road"
                and (word != "by" or clause.verb is None or clause.verb.is_passive)  # "came after a speech by X"
            ):
                self._give(event, self.doer(event) if role == "party" and not self._two_sided(event) else role, [other])

    def _object_of(self, event: Event, clause: Clause) -> None:
        """'X carried out a raid' does it, 'X suffered an attack' undergoes it."""
        assert clause.verb is not None
        if clause.subject is None:
            return
        lemma = clause.verb.lemma
        following = self.words[clause.verb.last] if clause.verb.last < len(self.words) else ""
        names = {*clause.verb.names(), f"{lemma}_{following}"}
        classes = self.nouns.of(clause.subject).classes
        if lemma in _SEES:  # "Mali has seen a wave of attacks": there, and not on it
            event.places += [clause.subject] if classes & {"place", "state"} or clause.subject.word in LANDS else []
        elif names & self.cues["light_undergo"]:
            self._give(event, "party" if self._two_sided(event) else "target", [clause.subject])
        elif lemma == "announce" and self.types[event.event_type].has("takes_toll"):
            if self.claiming.fights(clause.subject) or classes & {"military", "police", "state"}:
                self._give(event, self.doer(event), [clause.subject])  # not "the mayor announced the killing of five"
        elif names & self.cues["light_act"]:
            self._give(event, self.doer(event), [clause.subject])
            self._against(event, clause)

    def _two_sided(self, event: Event) -> bool:
        return self.types[event.event_type].has("is_two_sided")

    def doer(self, event: Event) -> str:
        """The role of those who do it."""
        return "party" if self._two_sided(event) else "perpetrator"

    def _examples(self, event: Event) -> None:
        """'X carried out several attacks, including a raid on Y': X did the raid too."""
        if event.noun is None:
            return
        for word, other in event.noun.tail:
            if word in _EXAMPLES:
                for each in (other, *other.coordinated):
                    inner = self.matcher.by_noun.get(id(each))
                    if inner is not None and not any(r == "perpetrator" for r, _ in inner.roles):
                        inner.roles += [(r, n) for r, n in event.roles if r in ("perpetrator", "party")]

    def _named_among(self, event: Event) -> None:
        """'arrested 40 people, including the writer X': X too, where a name says who it is."""
        told = event.clause.prepositions if event.clause is not None and event.verb is not None else []
        for noun in event.roles_of("target"):
            if "people" not in self.nouns.of(noun).classes:
                continue
            inner = next((n for word, n in (*noun.tail, *told) if word == "including" and n.first > noun.first), None)
            for each in (inner, *inner.coordinated) if inner is not None else ():
                if self._is_a_person(each) and each not in event.roles_of("target"):
                    event.how[id(each)] = "clause.among"
                    event.roles.append(("target", each))

    def _is_a_person(self, noun: Noun) -> bool:
        meaning = self.nouns.of(noun)
        by_name = meaning.hit is not None and meaning.hit.form != "role" and "person" in meaning.classes
        return by_name or {"proper", "person"} <= meaning.classes

    def _issuer(self, event: Event, clauses: list[Clause]) -> None:
        """'Biden signed an order that imposed sanctions': Biden imposed them."""
        subject = event.clause.subject if event.clause is not None else None
        if subject is None or subject.word not in self.cues["document_words"]:
            return
        if event.trigger.frame.harm or event.trigger.frame.blow:
            return  # "issued a statement that deplored the raid": no paper kills
        if subject.owner is not None:
            self._give(event, "perpetrator", [subject.owner])  # "deplored X's decision to close the border"
            return
        for clause in clauses:
            if clause.subject is not None and clause is not event.clause and subject in clause.objects:
                self._give(event, "perpetrator", [clause.subject])

    def _measures(self, clause: Clause) -> None:
        """'X took measures, including the recall of its ambassador': X recalled him."""
        verb = clause.verb
        if verb is None or verb.is_passive or clause.subject is None:
            return
        if verb.lemma != "take" and verb.lemma not in self.cues["light_act"]:
            return
        for word, noun in clause.prepositions:
            if word in _EXAMPLES:
                for each in (noun, *noun.coordinated):
                    event = self.matcher.by_noun.get(id(each))
                    if event is not None and not any(role == "perpetrator" for role, _ in event.roles):
                        self._give(event, self.doer(event), [clause.subject])

    def _give(self, event: Event, role: str, nouns: list[Noun]) -> None:
        for each in self.matcher.lists(nouns):
            classes = self.nouns.of(each).classes
            if role == "perpetrator" and "means" in classes and "people" not in classes:
                self.matcher.give_by_weapon(event, each)  # "Pakistani aviation carried out strikes"
                continue
            if "facility" in classes and role == "perpetrator" and not classes & {"actor", "people"}:
                continue
            if role == "target" and each.word in self.cues["no_target_words"] and "named" not in classes:
                continue  # "took place on the corner"
            if classes & ENTITY and "event" not in classes and (role, each) not in event.roles:
                event.how[id(each)] = self.rule
                event.unsure |= {id(each)} if self.is_hearsay else set()
                event.roles.append((role, each))
            elif role == "target" and "thing" in classes:
                event.struck = event.struck or each
