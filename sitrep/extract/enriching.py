"""What stands around an event and adds to it: the verb above its noun, a claim, an accusation, an example in a list.

What belongs here: roles that a clause gives to an event told by a noun. What does not: the noun's own (events.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitrep.extract.addressees import Addressees
from sitrep.extract.clause import Clause
from sitrep.extract.events import ENTITY, Event, Matcher
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb
from sitrep.ontology.patterns import Patterns
from sitrep.ontology.types import EventTypes

_EXAMPLES = frozenset({"including", "such as", "like"})
_DONE_TO = frozenset(
    "target hit strike kill wound injure destroy damage rock shatter shake level flatten raze wreck devastate".split()
)
_INTO = frozenset({"walk", "run", "fall", "drive", "stumble", "ride", "sail"})
_MANNERS = frozenset({"protest", "demonstration", "retaliation"})
_ARMS = frozenset({"military", "militants", "unidentified", "means"})
_RESPONSIBILITY = frozenset({"responsibility", "credit"})
_TRACES = frozenset({"hallmark", "hallmarks", "fingerprints", "signature"})


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody says that they did it; event None: what an earlier sentence tells."""

    claimant: Noun
    event: Event | None
    clause: Clause
    is_own: bool = True  # they say so themselves; otherwise somebody says it of them


class Enricher:
    """Adds to the events of one sentence what the clauses around them say."""

    def __init__(self, matcher: Matcher, nouns: Nouns, patterns: Patterns, types: EventTypes) -> None:
        self.matcher, self.nouns, self.types = matcher, nouns, types
        self.cues = patterns.cues
        self.words = nouns.atoms.words
        self.rule = ""  # what is being read, for those who get a role by it

    def enrich(self, clauses: list[Clause]) -> None:
        """Adds roles to the events told by nouns."""
        for event in list(self.matcher.events):
            if event.noun is not None:
                for clause in clauses:
                    if clause.verb is not None:
                        self.rule = "clause.verb"
                        self._from_verb(event, event.noun, clause)
        for event in list(self.matcher.events):
            self.rule = "clause.example"
            self._examples(event)
            if event.verb is not None:
                self.rule = "clause.document"
                self._issuer(event, clauses)
        self.rule = "clause.measures"
        for clause in clauses:
            self._measures(clause)
        Addressees(self.matcher, self.nouns, self.types).find()
        for clause in clauses:
            self._accused(clause)

    def _from_verb(self, event: Event, noun: Noun, clause: Clause) -> None:
        verb = clause.verb
        assert verb is not None
        if verb.is_passive and any(word == "by" and n is noun for word, n in clause.prepositions):
            if clause.subject is not None and verb.lemma in _DONE_TO:
                self._give(event, "target", [clause.subject])  # "the house was shattered by an explosion"
        elif clause.subject is noun:
            self._as_subject(event, clause, verb)
        elif any(noun is n or noun in n.coordinated for n in clause.objects) and not verb.is_passive:
            self._object_of(event, clause)
        elif clause.subject is not None:
            self._beside(event, noun, clause, clause.subject)

    def _as_subject(self, event: Event, clause: Clause, verb: Verb) -> None:
        """'the attack was carried out by X', 'was the work of X', 'broke out between X and Y', 'struck Y'."""
        if verb.is_passive:
            self._done_by(event, clause)
        elif verb.lemma in ("be", "bear", "carry"):
            self._work_of(event, clause)
        elif verb.lemma in self.cues["light_happen"] and not clause.objects:
            self._with_clause(event, clause)
        elif verb.lemma in _DONE_TO:
            self._give(event, "target", clause.objects)
        elif verb.lemma in ("inflict", "cause"):
            self._give(event, "target", [n for w, n in clause.prepositions if w in ("on", "to", "among")])

    def _beside(self, event: Event, noun: Noun, clause: Clause, subject: Noun) -> None:
        """'X responded with a raid', 'X took part in the raid', 'X came under attack'."""
        verb = clause.verb
        assert verb is not None
        words = {word for word, n in clause.prepositions if n is noun}
        with_it = any(word == "with" and noun in (n, *n.coordinated) for word, n in clause.prepositions)
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
        if word == "behind" or (word == "for" and self._is_responsible(clause)):
            return not verb.is_negated
        if word in ("on", "engaged in"):
            return verb.lemma == "be" and verb.form == "finite"
        if word == "in" and noun.last - noun.first == 1 and noun.word in _MANNERS:
            return not verb.is_passive  # "sat down in protest"
        if word != "in":
            return False
        if verb.lemma in ("participate", "engage", "involve", "implicate", "collaborate", "assist"):
            return verb.lemma not in ("involve", "implicate") or verb.is_passive
        return any(n.word in self.cues["part_words"] for n in clause.objects)

    def _is_responsible(self, clause: Clause) -> bool:
        """'was responsible'."""
        responsible = any(self.words[p.last - 1] == "responsible" for p in clause.adjectives)
        return responsible and clause.verb is not None and clause.verb.lemma == "be" and not clause.verb.is_negated

    def _done_by(self, event: Event, clause: Clause) -> None:
        """'an attack carried out by X', 'strikes aimed at Y'."""
        assert clause.verb is not None
        names = {clause.verb.lemma, "_".join((clause.verb.lemma, *clause.verb.particles))}
        for word, other in clause.prepositions:
            if word == "by" and names & self.cues["light_act"]:
                self._give(event, self.doer(event), [other])
            elif (
                word in ("between", "with", "among")
                and clause.verb.lemma in self.cues["light_act"] | self.cues["light_happen"]
            ):
                self._with_clause(event, clause)
            elif word in ("at", "against", "on") and clause.verb.lemma in (
                "aim",
                "direct",
                "target",
                "launch",
                "stage",
                "mount",
            ):
                self._give(event, "target", [other])

    def _with_clause(self, event: Event, clause: Clause) -> None:
        """'a clash broke out between X and Y', 'an accord was concluded with Z': what follows is the noun's."""
        for word, other in clause.prepositions:
            role = event.trigger.frame.noun.get(word)
            if (
                role is not None
                and role not in ("matter", "place", "troops", "means")
                and word not in ("of", "to", "in")
            ):
                self._give(event, self.doer(event) if role == "party" and not self._two_sided(event) else role, [other])

    def _object_of(self, event: Event, clause: Clause) -> None:
        """'X carried out a raid' does it, 'X suffered an attack' undergoes it."""
        assert clause.verb is not None
        if clause.subject is None:
            return
        lemma = clause.verb.lemma
        following = self.words[clause.verb.last] if clause.verb.last < len(self.words) else ""
        names = {lemma, "_".join((lemma, *clause.verb.particles)), f"{lemma}_{following}"}
        if names & self.cues["light_undergo"]:
            self._give(event, "party" if self._two_sided(event) else "target", [clause.subject])
            event.foiled = event.foiled or bool(names & self.cues["foil"])
        elif names & self.cues["light_act"]:
            self._give(event, self.doer(event), [clause.subject])

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

    def _issuer(self, event: Event, clauses: list[Clause]) -> None:
        """'Biden signed an order that imposed sanctions': Biden imposed them."""
        subject = event.clause.subject if event.clause is not None else None
        if subject is None or subject.word not in self.cues["document_words"]:
            return
        for clause in clauses:
            if clause.subject is not None and clause is not event.clause and subject in clause.objects:
                self._give(event, "perpetrator", [clause.subject])
        if subject.owner is not None:
            self._give(event, "perpetrator", [subject.owner])

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

    def _give(self, event: Event, role: str, nouns: Iterable[Noun]) -> None:
        for noun in nouns:
            for each in (noun, *noun.coordinated):
                classes = self.nouns.of(each).classes
                if role == "perpetrator" and "means" in classes and "people" not in classes:
                    self.matcher.give_by_weapon(event, each)  # "Pakistani aviation carried out strikes"
                    continue
                if "facility" in classes and role == "perpetrator" and not classes & {"actor", "people"}:
                    continue
                if classes & ENTITY and "event" not in classes and (role, each) not in event.roles:
                    event.how[id(each)] = self.rule
                    event.roles.append((role, each))
                elif role == "target" and "thing" in classes:
                    event.struck = event.struck or each

    # ---- blame
    def _accused(self, clause: Clause) -> None:
        """'X blamed Y for the attack': Y did it, as X says."""
        verb = clause.verb
        if verb is None or verb.lemma not in self.cues["blame_verbs"]:
            return
        accuser, accused = clause.subject, clause.object
        event = next(
            (e for w, n in clause.prepositions if w in ("for", "of", "over") and (e := self._event(n)) is not None),
            None,
        )
        if verb.is_passive:
            accuser = next((n for w, n in clause.prepositions if w == "by"), None)
            accused = clause.subject
            subject_event = self._event(clause.subject)
            if subject_event is not None:
                event, accused = subject_event, next((n for w, n in clause.prepositions if w in ("on", "to")), None)
        elif event is None and clause.object is not None:
            event = self._event(clause.object)
            accused = next((n for w, n in clause.prepositions if w in ("on", "to", "at")), None)
        if event is not None and accused is not None and not verb.is_negated:
            event.accused.append((accused, accuser))
            event.roles = [
                (role, noun) for role, noun in event.roles if noun is not accused
            ]  # "blamed the attack on X"

    def _event(self, noun: Noun | None) -> Event | None:
        if noun is None:
            return None
        for each in (noun, *noun.coordinated):
            event = self.matcher.by_noun.get(id(each))
            if event is not None and self.types[event.event_type].has("can_be_claimed"):
                return event
        return None

    # ---- claims of responsibility
    def claims(self, clauses: list[Clause]) -> list[Claim]:
        """Who says that they did what."""
        found = [claim for clause in clauses if clause.verb is not None and (claim := self._claim(clause)) is not None]
        found += self._claim_nouns(clauses)
        found += [claim for clause in clauses if (claim := self._we_did(clause)) is not None]
        found = [replace(claim, claimant=self._by_name(claim.claimant)) for claim in found]
        return [claim for claim in found if not self._nobody(claim.claimant)]

    def _we_did(self, clause: Clause) -> Claim | None:
        """'"We are responsible for the blast," X said', '"we shot two men"': what speakers say that they did."""
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or subject.word != "we" or verb.is_negated or verb.modal or verb.is_passive:
            return None
        event = next((e for w, n in clause.prepositions if w == "for" and (e := self._event(n)) is not None), None)
        if not self._is_responsible(clause):
            event = self.matcher.by_clause.get(clause.number)
            strikes = event is not None and (event.trigger.frame.blow or event.trigger.frame.harm == "killed")
            event = event if strikes else None
        return Claim(subject, event, clause) if event is not None else None

    def _by_name(self, noun: Noun) -> Noun:
        """'X, the group that claimed the attack': X; 'Y, a commander of X, claimed it': X."""
        if self._hits(noun):
            return noun
        for each in noun.appositions:
            of = next((n for word, n in each.prepositions if word in ("of", "for", "in") and self._hits(n)), None)
            if of is not None:
                return of
        for holder in self.matcher.phrases:
            beside = noun in holder.appositions or noun in holder.coordinated[:1]
            if beside and noun.first == holder.last + 1 and self.words[holder.last] == "," and self._hits(holder):
                return holder
        return noun

    def _hits(self, noun: Noun) -> bool:
        """Whether a phrase names an armed group."""
        hit = self.nouns.of(noun).hit
        return hit is not None and hit.form != "role" and hit.kind in ("insurgent", "militia")

    def blames(self, clauses: list[Clause]) -> list[Claim]:
        """Who is said to have done what another sentence tells: 'police said X was behind it', 'Y had done it'."""
        found = []
        for clause in clauses:
            verb = clause.verb
            if verb is None or verb.is_negated or verb.modal or clause.subject is None:
                continue
            found += self._bare_blame(clause, verb)
            if verb.is_passive:
                continue
            behind = verb.lemma in ("be", "stand") and any(
                w == "behind" and self._is_it(n) for w, n in clause.prepositions
            )
            told = clause.kind == "complement" and clause.parent is not None and self._speaks(clause.parent)
            did = told and verb.lemma in ("do", "carry") and any(n.word == "it" for n in clause.objects)
            own = told and self._is_own(clause.subject)
            if (behind or did) and (own or self._fights(clause.subject)):
                speaker = clause.parent.subject if own and clause.parent is not None else None
                found += [Claim(n, None, clause, is_own=own) for n in self._claimants(speaker or clause.subject)]
        return found

    def _claimants(self, noun: Noun) -> list[Noun]:
        """Those who claim: 'two groups, X and Y' are X and Y."""
        beside = [*noun.coordinated, *(n for each in noun.appositions for n in (each, *each.coordinated))]
        ends = self.cues["group_names"]
        named = [n for n in beside if self._fights(n) or self._is_name(n) or self.words[n.head] in ends]
        plain = noun.word.rstrip("s") in self.cues["group_words"] and not self._is_name(noun)
        return named if named and plain else [noun]

    def _bare_blame(self, clause: Clause, verb: Verb) -> list[Claim]:
        """'officials blamed X', 'X is suspected': for what was told before, as no other deed is named."""
        for_a_deed = any(word in ("for", "of", "over", "on") for word, _ in clause.prepositions)
        if verb.lemma not in ("blame", "suspect") or for_a_deed:
            return []
        if any(child.kind in ("complement", "infinitive", "participle") for child in clause.children):
            return []
        accused = clause.subject if verb.is_passive else clause.object
        if accused is None or not self._fights(accused) or any(self._event(n) is not None for n in clause.objects):
            return []
        return [Claim(accused, None, clause, is_own=False)]

    def _speaks(self, clause: Clause) -> bool:
        return clause.verb is not None and clause.verb.lemma in self.cues["speech"]

    def _is_it(self, noun: Noun) -> bool:
        return noun.word in ("it", "this", "that", "them")

    def _claim_nouns(self, clauses: list[Clause]) -> list[Claim]:
        """'a claim in the name of X', 'a statement signed by X claimed the attack'."""
        found = []
        for clause in clauses:
            for holder in (*clause.objects, *((clause.subject,) if clause.subject is not None else ())):
                if holder.word in ("claim", "claims") and not (clause.verb is not None and clause.verb.is_negated):
                    by = [n for w, n in holder.tail if w in ("by", "from", "in the name of")]
                    found += [Claim(noun, None, clause) for noun in by[:1] if self._fights(noun) or self._is_name(noun)]
        return found

    def _is_name(self, noun: Noun) -> bool:
        return bool(self.nouns.of(noun).classes & {"proper", "named"})

    def _claim(self, clause: Clause) -> Claim | None:
        verb = clause.verb
        assert verb is not None
        if verb.is_negated:
            return None
        if verb.is_passive:
            agent = next((n for w, n in clause.prepositions if w == "by"), None)
            return self._claimed_by(clause, agent) if agent is not None else None
        if clause.subject is None:
            return None
        if any(n.word in _RESPONSIBILITY for n in clause.objects) and verb.lemma in self.cues["responsibility_verbs"]:
            events = [self._event(n) for w, n in clause.prepositions if w in ("for", "of")]
            events.append(self._admitted(clause))
            return Claim(clause.subject, next((e for e in events if e is not None), None), clause)
        if verb.lemma in self.cues["claim_verbs"]:
            about = (clause.object, *(n for w, n in clause.prepositions if w in ("of", "to")))
            event = next((e for n in about if (e := self._event(n)) is not None), None) or self._admitted(clause)
            return Claim(clause.subject, event, clause) if event is not None else None
        return self._said_so(clause)

    def _claimed_by(self, clause: Clause, agent: Noun) -> Claim | None:
        """'the attack was claimed by X', 'responsibility was claimed by X'."""
        assert clause.verb is not None
        event, subject = self._event(clause.subject), clause.subject
        if subject is not None and subject.word in _RESPONSIBILITY:
            if clause.verb.lemma not in self.cues["responsibility_verbs"]:
                return None
            about = (self._event(n) for w, n in subject.tail if w == "for")
            return Claim(agent, next((e for e in about if e is not None), None), clause)
        own = clause.verb.lemma in self.cues["claim_verbs"] and event is not None
        return Claim(agent, event, clause) if own else None

    def _admitted(self, clause: Clause) -> Event | None:
        """'admitted to carrying out an attack': the event of the clause below."""
        for child in clause.children:
            if child.kind in ("participle", "infinitive", "complement") and (
                child.kind != "complement"
                or (child.subject is not None and child.subject.word in ("it", "they", "we", "he"))
            ):
                event = self.matcher.by_clause.get(child.number) or self._event(child.object)
                if event is not None and self.types[event.event_type].has("can_be_claimed"):
                    return event
        return None

    def _said_so(self, clause: Clause) -> Claim | None:
        """'X said it had carried out the raid', 'X said its men were behind the blast'."""
        if clause.verb is None or clause.verb.lemma not in self.cues["speech"] or clause.subject is None:
            return None
        for child in clause.children:
            if self._own_work(child):
                return Claim(clause.subject, self._event(child.subject), clause)
            if not self._tells_own_deed(child):
                continue
            if self._is_responsible(child):
                about = (self._event(n) for w, n in child.prepositions if w == "for")
                return Claim(clause.subject, next((e for e in about if e is not None), None), clause)
            event = self._did(child) or self._own_blow(clause.subject, child)
            if event is not None and self.types[event.event_type].has("can_be_claimed"):
                return Claim(clause.subject, event, clause)
        return None

    def _tells_own_deed(self, clause: Clause) -> bool:
        """'... it had attacked', '... its fighters were behind it': what speakers say that they did."""
        verb = clause.verb
        if clause.kind != "complement" or verb is None or verb.is_negated or verb.modal:
            return False
        return self._is_own(clause.subject)

    def _own_blow(self, speaker: Noun, clause: Clause) -> Event | None:
        """The event that speakers say they did themselves: an armed group any, a state or an army a blow it struck."""
        event = self.matcher.by_clause.get(clause.number)
        if event is None or self._fights(speaker):
            return event
        return event if event.trigger.frame.blow and self.nouns.of(speaker).classes & {"state", "military"} else None

    def _is_own(self, noun: Noun | None) -> bool:
        """Whether a noun stands for the speaker: it, they, its fighters."""
        if noun is None:
            return False
        owner = noun.owner if noun.owner is not None else noun
        if owner.word in self.cues["group_words"] and self.words[owner.first] == "the":
            return True
        if noun.word in ("it", "they", "we"):
            return True
        arms = bool(self.nouns.of(noun).classes & _ARMS) or noun.word in ("men", "members")  # not "its neighbour"
        return arms and self.words[noun.first] in ("its", "their", "our")

    def _did(self, clause: Clause) -> Event | None:
        """The event that a clause says somebody carried out or stood behind."""
        verb = clause.verb
        assert verb is not None
        following = self.words[verb.last] if verb.last < len(self.words) else ""
        nouns = [n for w, n in clause.prepositions if w == "behind"]
        if {verb.lemma, "_".join((verb.lemma, *verb.particles)), f"{verb.lemma}_{following}"} & self.cues["light_act"]:
            nouns += clause.objects
        return next((e for n in nouns if (e := self._event(n)) is not None), None)

    def _fights(self, noun: Noun) -> bool:
        """Whether a speaker is an armed group, whose word for its own acts is a claim."""
        around = [noun, *([noun.owner] if noun.owner is not None else [])]
        around += [other for word, other in noun.prepositions[:1] if word in ("of", "for")]
        hits = [hit for each in around for hit in (self.nouns.of(each).hit, *self.nouns.of(each).modifiers)]
        named = any(hit is not None and hit.kind in ("insurgent", "militia") for hit in hits)
        meaning = self.nouns.of(noun)
        named = named or (meaning.known is not None and meaning.known.id in ("militants", "militia"))
        named = named or noun.identity is not None
        return named or (noun.word in self.cues["group_words"] and self.words[noun.first] == "the")

    def _own_work(self, clause: Clause) -> bool:
        """'the bombing was its work'."""
        noun = clause.object
        return (
            noun is not None
            and noun.word in self.cues["work_nouns"]
            and self.words[noun.first] in ("its", "their", "our", "his")
            and self._event(clause.subject) is not None
        )

    def _nobody(self, noun: Noun) -> bool:
        return self.words[noun.first] in ("no", "no one", "nobody", "none", "neither") or noun.word in (
            "no one",
            "nobody",
            "none",
        )
