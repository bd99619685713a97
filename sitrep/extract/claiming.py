"""Who says that they did it: claims of responsibility.

What belongs here: finding claimants in the clauses of one sentence. What does not: whom others blame (blaming.py), who
denies it (denying.py), and bringing a claim to its event (drafting.py).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.events import Matcher
from sitrep.extract.nouns import Nouns
from sitrep.extract.parties import Party
from sitrep.extract.phrases import Noun, Verb
from sitrep.extract.sides import hits_of, is_armed, is_body, lands_of, side_of
from sitrep.extract.speakers import Speakers
from sitrep.ontology.event_type import EventTypes
from sitrep.ontology.patterns import Patterns
from sitrep.records import ARMED_GROUPS

_ARMS = frozenset({"military", "militants", "unidentified", "means"})
_LEAD = frozenset({"military", "militants", "official"})
_TELLERS = frozenset({"official", "police", "media"})
_NO = frozenset({"no", "nobody", "none", "neither"})
_WHEN = frozenset({"when", "as", "while"})
_WRITINGS = frozenset(
    {"statement", "message", "video", "communique", "post", "note", "letter", "email", "e-mail", "announcement"}
    | {"recording", "leaflet", "audio", "pamphlet", "flyer", "poster", "handbill"}
    | {"leaflets", "pamphlets", "flyers", "posters", "statements", "messages", "notes", "handbills"}
)
#: What speaks for those it is close to: "a channel linked to X claimed the raid".
_VOICES = _WRITINGS | frozenset("channel channels account accounts site website websites forum outlet".split())
_SPEAKS_FOR = frozenset({"speak", "act", "call", "represent"})
_TELLS_OF = frozenset({"announce", "report"})
_POSES = frozenset({"identify", "describe", "introduce", "present", "pose", "purport"})
_FOR_WHOM = frozenset({"on behalf of", "in the name of"})
_OF_WHOM = frozenset({"from", "by", "of", "in the name of", "attributed to", "close to"})
_IT = frozenset({"it", "this", "that", "one", "both", "these", "those", "them"})
_OWNED_DEED = frozenset({"deed", "crime", "outrage", "incident", "act"})
_AUTHORS = frozenset({"author", "authors", "perpetrator", "perpetrators"})
_RESPONSIBILITY = frozenset({"responsibility", "responsibilities", "credit"})
_MEN = frozenset({"men", "members"})
_OURS = frozenset({"its", "their", "our", "his"})
_OWN_SIDE = frozenset({"side", "party", "unit", "army", "militia"})  # "his side was responsible"


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody says that they did it; event None: what an earlier sentence tells."""

    claimant: Noun
    event: Event | None
    clause: Clause
    is_own: bool = True  # they say so themselves; otherwise somebody says it of them
    is_name: bool = False  # "they were X rebels": of those who did it by other words


def _aims(clause: Clause) -> list[Noun]:
    """What a clause's blow was aimed at, behind a preposition."""
    return [noun for word, noun in clause.prepositions if word in ("on", "at", "in", "into")]


class Claims:
    """Finds the claims of one sentence."""

    def __init__(self, matcher: Matcher, nouns: Nouns, patterns: Patterns, types: EventTypes) -> None:
        self.matcher, self.nouns, self.types = matcher, nouns, types
        self.cues = patterns.cues
        self.words = nouns.atoms.words
        self.speakers = Speakers(patterns.cues)
        self.posed: dict[int, Noun] = {}  # for whom somebody says that they speak

    def hear(self, clauses: list[Clause]) -> None:
        """'a man claiming to be a Taliban commander', 'who said he spoke for X': who speaks for whom."""
        for clause in clauses:
            holder = clause.antecedent
            verb = clause.verb
            if holder is None or verb is None or verb.is_negated or clause.kind not in ("relative", "participle"):
                continue
            if verb.lemma in _SPEAKS_FOR or verb.lemma in self.cues["speech"] or verb.lemma in _POSES:
                told = [clause, *clause.children, *(c for child in clause.children for c in child.children)]
                named = (n for each in told for n in self._for_whom(each, is_own=each is clause))
                group = next((n for n in named if self._hits(n) or self._is_led(n)), None)
                if group is not None:
                    self.posed[id(holder)] = group

    def _for_whom(self, clause: Clause, *, is_own: bool) -> list[Noun]:
        """Whom a clause says that its subject is, or speaks for."""
        if clause.verb is None or clause.verb.is_negated:
            return []
        bound = [n for w, n in clause.prepositions if w in ("for", "as") or w in _FOR_WHOM]
        stands = clause.verb.lemma in ("be", "represent", "belong") and not is_own
        if not (stands or clause.verb.lemma in _SPEAKS_FOR or clause.verb.lemma in _POSES):
            return []
        return [*bound, *(clause.objects if stands else [])]

    def _is_led(self, noun: Noun) -> bool:
        """'a Taliban commander', 'a commander of the Taliban'."""
        meaning = self.nouns.of(noun)
        led = noun.word in self.cues["mouthpieces"] or bool(meaning.classes & {"militants", "military", "official"})
        inner = [hit for n in (w_n[1] for w_n in noun.prepositions) for hit in (self.nouns.of(n).hit,)]
        return led and any(is_armed(hit) for hit in (meaning.hit, *meaning.modifiers, *inner))

    def event_of(self, noun: Noun | None) -> Event | None:
        if noun is None:
            return None
        for each in (noun, *noun.coordinated):
            event = self.matcher.by_noun.get(id(each))
            if event is not None and self.types[event.event_type].has("can_be_claimed"):
                return event
        return self._by_bomb(noun)

    def is_responsible(self, clause: Clause) -> bool:
        """'was responsible'."""
        return self.is_called_responsible(clause) and clause.verb is not None and not clause.verb.is_negated

    def is_called_responsible(self, clause: Clause) -> bool:
        """'was responsible', 'was not responsible'."""
        responsible = any(self.words[p.last - 1] == "responsible" for p in clause.adjectives)
        return responsible and clause.verb is not None and clause.verb.lemma == "be"

    def claims(self, clauses: list[Clause]) -> list[Claim]:
        """Who says that they did what."""
        found = [claim for clause in clauses if clause.verb is not None for claim in self._claim(clause)]
        found += [claim for clause in clauses if (claim := self._likewise(clause, found)) is not None]
        found += self._claim_nouns(clauses)
        found += [claim for event in self.matcher.events if (claim := self._said_after(event, clauses)) is not None]
        found += [claim for clause in clauses if (claim := self._we_did(clause, clauses)) is not None]
        found = [replace(claim, claimant=self.by_name(self._author(claim))) for claim in found]
        return [claim for claim in found if not self.is_nobody(claim.claimant)]

    def _author(self, claim: Claim) -> Noun:
        """For whom a claim is made: 'a statement attributed to X claimed it', 'a site posted X's note claiming it'."""
        clause, who = claim.clause, claim.claimant
        written = who.word in _WRITINGS  # "leaflets claimed it for X"
        behalf = next((n for w, n in clause.prepositions if w in _FOR_WHOM or (written and w == "for")), None)
        if behalf is not None and (self._hits(behalf) or self._is_name(behalf)):
            return behalf
        outer = clause.parent if clause.kind in ("participle", "infinitive") and who is not behalf else None
        issuer = self._issuer(clause, who)
        if issuer is not None:
            return issuer
        if outer is not None and not self.fights(who):
            notes = (n for n in outer.objects if n.word in _WRITINGS and self.by_name(n) is not n)
            who = next(notes, who)
        told = [(clause, who)] if outer is None or outer.subject is None else [(clause, who), (outer, outer.subject)]
        for where, voice in told:
            for child in where.children if voice.word in _VOICES else ():
                bound = child.prepositions if child.antecedent is voice or child.subject is voice else ()
                whose = (self.by_name(n) for w, n in bound if w in ("to", "by", "with") or w in _FOR_WHOM)
                if (named := next((n for n in whose if self._hits(n) or is_body(n, self.nouns)), None)) is not None:
                    return named
        return who

    def _issuer(self, clause: Clause, who: Noun) -> Noun | None:
        """'X issued a statement claiming it', 'X called an agency to claim it': X."""
        outer = clause.parent if clause.kind in ("participle", "infinitive") else None
        issuer = outer.subject if outer is not None and (who.word in _WRITINGS or clause.kind == "infinitive") else None
        named = issuer is not None and issuer is not who and self.fights(issuer) and not self.fights(who)
        return issuer if named else None

    def _we_did(self, clause: Clause, clauses: list[Clause]) -> Claim | None:
        """'"We are responsible for the blast," X said', 'our forces shot two men': what speakers say that they did."""
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or verb.is_negated or verb.modal or verb.is_passive:
            return None
        armed = bool(self.nouns.of(subject).classes & _ARMS) or subject.word in _MEN
        ours = self.words[subject.first] == "our" and armed
        if subject.word != "we" and not ours:
            return None
        event = next((e for w, n in clause.prepositions if w == "for" and (e := self.event_of(n)) is not None), None)
        if not self.is_responsible(clause):
            event = self.matcher.by_clause.get(clause.number)
            strikes = event is not None and (event.trigger.frame.blow or event.trigger.frame.harm == "killed")
            event = event if strikes else self.did(clause)
        speaker, _ = self.speakers.of(clause, clauses)
        other = speaker is not None and speaker is not subject
        named = other and speaker is not None and (self.by_name(speaker) is not speaker or self.fights(speaker))
        return Claim(speaker if named and speaker else subject, event, clause) if event is not None else None

    def _said_after(self, event: Event, clauses: list[Clause]) -> Claim | None:
        """'"Its fighters struck the post," X said', 'Y's jets bombed a camp, Y's army said': told of one's own."""
        clause = event.clause
        if event.verb is None or clause is None or clause.kind != "main" or event.verb.is_negated or event.verb.modal:
            return None
        speaker, _ = self.speakers.of(clause, clauses)
        if speaker is None or speaker is clause.subject or not self.types[event.event_type].has("can_be_claimed"):
            return None
        doers = event.roles_of("perpetrator")
        own = any(self.is_own(noun, speaker) for noun in doers)
        if self.fights(speaker):
            return Claim(speaker, event, clause) if own else None
        own = any(noun.word != "they" and self.is_own(noun, speaker) for noun in doers)  # of officials, others are
        own = own or any(self._is_of_side(noun, speaker) for noun in doers)
        return Claim(speaker, event, clause) if own and event.trigger.frame.blow and self._commands(speaker) else None

    def _commands(self, speaker: Noun) -> bool:
        """Whether a speaker answers for a country's forces: the state, its army, its officials."""
        return bool(self.nouns.of(speaker).classes & {"state", "military", "official", "government"})

    def _is_of_side(self, noun: Noun, speaker: Noun) -> bool:
        """Whether forces or weapons are those of the country that speaks."""
        ours = {hit.country for hit in hits_of(speaker, self.nouns)} - {None}
        theirs = {hit.country for hit in hits_of(noun, self.nouns) if hit.kind not in ARMED_GROUPS} - {None}
        armed = self.nouns.of(noun).classes & {"state", "military", "government", "means"}
        return bool(ours & theirs and armed)

    def by_name(self, noun: Noun) -> Noun:
        """'X, the group that claimed the attack': X; 'Y, a commander of X, claimed it': X."""
        if self._hits(noun):
            return noun
        if id(noun) in self.posed:
            return self.posed[id(noun)]
        if (side := side_of(noun, self.nouns)) is not None:
            return side
        lone = noun.coordinated if len(noun.coordinated) == 1 else []  # "said Ali Khan, Hezbollah's spokesman."
        for each in (noun, *noun.appositions, *(n for n in lone if self.words[n.first - 1] == ",")):
            if each.owner is not None and self._hits(each.owner):
                return each.owner  # "the Islamic State's news agency", "Ali Khan, Hezbollah's spokesman"
            if each is not noun and self._speaks_for_group(each):
                return each  # "Ali Khan, a Taliban spokesman"
        if noun.word in _VOICES:  # "a statement purportedly from X claimed the raid"
            named = [each for word, n in noun.tail if word in _OF_WHOM for each in (n, *n.appositions, *n.coordinated)]
            return next((each for each in named if self._hits(each)), noun)
        for each in noun.appositions:
            of = next((n for word, n in each.prepositions if word in ("of", "for", "in") and self._hits(n)), None)
            if of is not None:
                return of
        return self._named_before(noun) or noun

    def _named_before(self, noun: Noun) -> Noun | None:
        """'the Taliban, the group', 'Hezbollah's spokesman, Ali Khan': who stands before the comma."""
        for holder in self.matcher.phrases:
            beside = noun in holder.appositions or noun in holder.coordinated[:1]
            if beside and noun.first == holder.last + 1 and self.words[holder.last] == ",":
                of_whom = holder if self._hits(holder) or holder.owner is None else holder.owner
                if self._hits(of_whom):
                    return of_whom
        return None

    def _speaks_for_group(self, noun: Noun) -> bool:
        """'a Taliban spokesman'."""
        meaning = self.nouns.of(noun)
        speaks = noun.word in self.cues["mouthpieces"]
        return speaks and (is_armed(meaning.hit) or any(is_armed(hit) for hit in meaning.modifiers))

    def _hits(self, noun: Noun) -> bool:
        """Whether a phrase names an armed group."""
        hit = self.nouns.of(noun).hit
        return hit is not None and hit.form != "role" and hit.kind in ARMED_GROUPS

    def claimants(self, noun: Noun) -> list[Noun]:
        """Those who claim: 'two groups, X and Y' are X and Y."""
        beside = [*noun.coordinated, *(n for each in noun.appositions for n in (each, *each.coordinated))]
        ends = self.cues["group_names"]
        named = [n for n in beside if self.fights(n) or self._is_name(n) or self.words[n.head] in ends]
        plain = noun.word.rstrip("s") in self.cues["group_words"] and not self._is_name(noun)
        return named if named and plain else [noun]

    def _claim_nouns(self, clauses: list[Clause]) -> list[Claim]:
        """'a claim in the name of X', 'a statement signed by X claimed the attack'."""
        found = []
        if "claim" not in self.nouns.atoms.said and "claims" not in self.nouns.atoms.said:
            return []
        for clause in clauses:
            for holder in (*clause.objects, *((clause.subject,) if clause.subject is not None else ())):
                verified = holder is clause.subject and clause.verb is not None and clause.verb.is_passive
                denied = clause.verb is not None and clause.verb.is_negated and not verified  # "could not be verified"
                if holder.word in ("claim", "claims") and not denied and self.words[holder.first] not in _NO:
                    by = [n for w, n in holder.tail if w in ("by", "from", "in the name of")]
                    responsible = any(n.word in _RESPONSIBILITY for _, n in holder.tail)
                    if holder.word == "claims" and not responsible:
                        continue  # "contradicting claims by the rebels that X was to blame"
                    by += [holder.owner] if responsible and holder.owner is not None else []
                    found += [Claim(noun, None, clause) for noun in by[:1] if self.fights(noun) or self._is_name(noun)]
        return found

    def _is_name(self, noun: Noun) -> bool:
        return bool(self.nouns.of(noun).classes & {"proper", "named"})

    def _claim(self, clause: Clause) -> list[Claim]:
        verb = clause.verb
        assert verb is not None
        if verb.is_negated or "yet" in self.words[max(0, verb.first - 2) : verb.main]:
            return []  # "has yet to claim the attack"
        if verb.is_passive:  # "was claimed by X and, separately, by Y"
            agents = [n for w, n in clause.prepositions if w == "by" and n.first > verb.first]
            return [claim for agent in agents if (claim := self._claimed_by(clause, agent)) is not None]
        claim = self._claimed(clause, verb)
        return [claim] if claim is not None else []

    def _likewise(self, clause: Clause, claims: list[Claim]) -> Claim | None:
        """'X claimed the blast, as did Y', 'but so did Y': Y."""
        verb, who = clause.verb, clause.object
        if (
            verb is None
            or who is None
            or verb.lemma != "do"
            or not {"as", "so"} & {*self.words[max(0, verb.first - 1) : verb.main]}
        ):
            return None
        before = next((each for each in claims if each.clause.number < clause.number), None)
        return replace(before, claimant=who) if before is not None and self.fights(who) else None

    def _claimed(self, clause: Clause, verb: Verb) -> Claim | None:
        if clause.subject is None or any(n.word in ("life", "lives") for n in clause.objects):
            return None  # "claimed 12 lives"
        if any(n.word in _RESPONSIBILITY for n in clause.objects) and verb.lemma in self.cues["responsibility_verbs"]:
            if any(n.word in self.cues["care_nouns"] for w, n in clause.prepositions if w == "for"):
                return None  # "takes responsibility for the welfare of the families"
            events = [self.event_of(n) for w, n in clause.prepositions if w in ("for", "of")]
            events.append(self._admitted(clause))
            return Claim(clause.subject, next((e for e in events if e is not None), None), clause)
        if verb.lemma in self.cues["claim_verbs"] or (verb.particles and verb.name() in self.cues["claim_verbs"]):
            about = (clause.object, *(n for w, n in clause.prepositions if w in ("of", "to")))
            event = next((e for n in about if (e := self.event_of(n)) is not None), None) or self._admitted(clause)
            named = self.fights(clause.subject) or self._is_name(clause.subject)
            bare = event is None and named and any(self.stands_for_deed(n) for n in clause.objects)
            bare = bare or (
                event is None and clause.object is not None and self._claims_deed(clause.subject, clause.object)
            )
            if event is not None or bare:
                return Claim(clause.subject, event, clause)
        return self._announced(clause) or self._said_so(clause)

    def _announced(self, clause: Clause) -> Claim | None:
        """'the rebels announced the killing of five soldiers', 'reported killing five policemen': of their own."""
        if clause.verb is None or clause.verb.lemma not in _TELLS_OF or clause.subject is None:
            return None
        event = self.event_of(clause.object) or self._admitted(clause)
        if event is None or not self.fights(clause.subject):
            return None
        others = [noun for noun in event.roles_of("perpetrator") if noun is not clause.subject]
        forces = any(self.nouns.of(noun).classes & {"military", "police"} for noun in event.roles_of("target"))
        return Claim(clause.subject, event, clause) if forces and not others else None

    def _by_bomb(self, noun: Noun) -> Event | None:
        """'claimed responsibility for a bomb that killed two': what the bomb did."""
        if "means" not in self.nouns.of(noun).classes:
            return None
        told = (e for e in self.matcher.events if e.clause is not None and e.clause.antecedent is noun)
        return next((e for e in told if self.types[e.event_type].has("can_be_claimed")), None)

    def _claims_deed(self, claimant: Noun, noun: Noun) -> bool:
        """'the BLA owned the deed'."""
        return noun.word in _OWNED_DEED and self.fights(claimant)

    def stands_for_deed(self, noun: Noun) -> bool:
        """'claimed it', 'claimed that one too', 'claimed both'; but 'the one on the airport' is another."""
        other = noun.word == "one" and bool(noun.prepositions)
        return noun.word in _IT and noun.last - noun.first <= 2 and not other

    def _claimed_by(self, clause: Clause, agent: Noun) -> Claim | None:
        """'the attack was claimed by X', 'responsibility was claimed by X'."""
        assert clause.verb is not None
        event, subject = self.event_of(clause.subject), clause.subject
        if subject is not None and subject.word in _RESPONSIBILITY:
            if clause.verb.lemma not in self.cues["responsibility_verbs"]:
                return None
            about = (self.event_of(n) for w, n in subject.tail if w == "for")
            return Claim(agent, next((e for e in about if e is not None), None), clause)
        stands = subject is not None and (subject.word in _OWNED_DEED or self._is_it(subject, clause))
        told = event is not None or (stands and self.fights(agent))
        own = clause.verb.lemma in self.cues["claim_verbs"] and told
        return Claim(agent, event, clause) if own else None

    def _is_it(self, noun: Noun, clause: Clause) -> bool:
        """'It was claimed by X', but not 'it was claimed by X that Y had fled'."""
        return self.stands_for_deed(noun) and not any(child.kind == "complement" for child in clause.children)

    def _admitted(self, clause: Clause) -> Event | None:
        """'admitted to carrying out an attack': the event of the clause below."""
        for child in clause.children:
            if child.kind in ("participle", "infinitive", "complement") and (
                child.kind != "complement"
                or (child.subject is not None and child.subject.word in ("it", "they", "we", "he"))
            ):
                event = self.matcher.by_clause.get(child.number) or self.event_of(child.object) or self.did(child)
                if event is not None and self.types[event.event_type].has("can_be_claimed"):
                    return event
        return None

    def _said_so(self, clause: Clause) -> Claim | None:
        """'X said it had carried out the raid', 'X said its men were behind the blast'."""
        if clause.verb is None or clause.subject is None:
            return None
        by = self._issuer(clause, clause.subject) or clause.subject
        claims = clause.verb.lemma == "claim"  # "the council claimed it was responsible"
        if clause.verb.lemma not in self.cues["speech"] and not claims:
            return None
        own = self._own_strike(clause, by)
        if own is not None:
            return Claim(by, own, clause)
        tells = not claims and bool(self.nouns.of(by).classes & _TELLERS)
        if tells and not self._may_be_of_group(by):
            return None  # "officials said they were behind it": others were
        for child in self._told(clause):
            if self.own_work(child, by) or self.own_people(child):
                return Claim(by, self.event_of(child.subject), clause)
            if not self._tells_own_deed(child):
                continue
            if self.is_responsible(child):
                about = (self.event_of(n) for w, n in child.prepositions if w == "for")
                return Claim(by, next((e for e in about if e is not None), None), clause)
            event = self.did(child) or self._own_blow(by, child)
            if event is not None and self.types[event.event_type].has("can_be_claimed"):
                return Claim(by, event, clause)
        return None

    def _own_strike(self, clause: Clause, speaker: Noun) -> Event | None:
        """'a Pakistani official said Pakistan had struck': what a country's officials say that its forces did."""
        for child in clause.children if self._commands(speaker) else ():
            verb = child.verb
            if verb is None or child.kind != "complement" or verb.is_negated or verb.modal or verb.is_passive:
                continue
            event = self.matcher.by_clause.get(child.number) or self.did(child)
            ours = child.subject is not None and self._is_of_side(child.subject, speaker)
            if event is not None and ours and event.trigger.frame.blow:
                return event
        return None

    def _told(self, clause: Clause) -> list[Clause]:
        """What a clause of saying tells, with clauses of time below: 'its men had seen a camera when they struck'."""
        told, below = list(clause.children), [c for c in clause.children if c.kind == "complement"]
        while below:
            inner = below.pop()
            told += [c for c in inner.children if c.kind == "subordinate" and c.marker in _WHEN]
            below += [c for c in inner.children if c.kind in ("relative", "complement")]
        return told

    def _tells_own_deed(self, clause: Clause) -> bool:
        """'... it had attacked', '... its fighters were behind it': what speakers say that they did."""
        verb = clause.verb
        if clause.kind not in ("complement", "subordinate") or verb is None or verb.is_negated or verb.modal:
            return False
        following = self.words[verb.last] if verb.last < len(self.words) else ""
        names = {*verb.names(), f"{verb.lemma}_{following}"}
        if verb.is_passive or names & self.cues["light_undergo"]:
            return False  # "the army said it had been attacked", "its men came under fire"
        if any(self.words[noun.first] in _NO for noun in clause.objects):
            return False  # "said it had no hand in the raid"
        if clause.kind == "subordinate" and clause.subject is not None and clause.subject.owner is not None:
            return False  # "while the rebels' chief struck": somebody else
        outer = clause.parent
        speaker = outer.subject if outer is not None else None
        owned = clause.subject is not None and clause.subject.last - clause.subject.first > 1  # "their truck"
        if clause.kind == "subordinate" and outer is not None and outer.kind == "complement" and owned:
            above = outer.parent.subject if outer.parent is not None else None
            if not self.is_own(outer.subject, above):
                return False  # "said five soldiers were hurt when a bomb hit their truck": the soldiers'
        return self.is_own(clause.subject, speaker) or self._is_own_arm(clause)

    def _is_own_arm(self, clause: Clause) -> bool:
        """'the army said that jets had struck': planes and missiles that are nobody else's are the speaker's."""
        noun, outer = clause.subject, clause.parent
        if noun is None or outer is None or outer.subject is None or noun.owner is not None:
            return False
        meaning = self.nouns.of(noun)
        named = [
            hit for hit in (meaning.hit, *meaning.modifiers) if hit is not None and (hit.form != "role" or hit.country)
        ]
        arms = "means" in meaning.classes and not named and not noun.prepositions
        ours = {hit.country for hit in hits_of(outer.subject, self.nouns)} - {None}
        if any(ours & lands_of(aim, self.nouns) for aim in (*clause.objects, *_aims(clause))):
            return False  # "the Israeli army confirmed that rockets had hit southern Israel": others'
        return arms and bool(self.nouns.of(outer.subject).classes & {"military"})

    def _own_blow(self, speaker: Noun, clause: Clause) -> Event | None:
        """The event that speakers say they did themselves: an armed group any, a state or an army a blow it struck."""
        event = self.matcher.by_clause.get(clause.number)
        if event is None or self.fights(speaker):
            return event
        return event if event.trigger.frame.blow and self.nouns.of(speaker).classes & {"state", "military"} else None

    def _may_be_of_group(self, speaker: Noun | None) -> bool:
        """Whether 'the group' may be the speaker's own: not where an army, officials or a paper tell of it."""
        if speaker is None or self.fights(speaker):
            return True
        return speaker.word in self.cues["mouthpieces"] and not any(hit.country for hit in hits_of(speaker, self.nouns))

    def is_own(self, noun: Noun | None, speaker: Noun | None) -> bool:
        """Whether a noun stands for the speaker: it, they, its fighters."""
        if noun is None:
            return False
        owner = noun.owner if noun.owner is not None else noun
        if owner.word in self.cues["group_words"] and self.words[owner.first] == "the":
            return not self.nouns.is_written_as_name(owner) and self._may_be_of_group(speaker)
        if noun.word in ("it", "they", "we"):
            return True
        arms = bool(self.nouns.of(noun).classes & _ARMS) or noun.word in self.cues["crewed"]  # not "its neighbour"
        arms = arms or noun.word in _MEN
        opening = {*self.words[noun.first : min(noun.first + 2, noun.head)]}  # "one of its men"
        if noun.word in self.cues["group_words"] or noun.word in _OWN_SIDE:
            return self.words[noun.first] in ("his", "her", "our", "their")  # "a spokesman said his group"
        if opening & _OURS == {"his"} and speaker is not None and self.nouns.of(speaker).is_plural:
            return False  # "the generals say that his men did it": another's
        return arms and not opening.isdisjoint(_OURS)

    def did(self, clause: Clause) -> Event | None:
        """The event that a clause says somebody carried out or stood behind."""
        verb = clause.verb
        assert verb is not None
        following = self.words[verb.last] if verb.last < len(self.words) else ""
        nouns = [n for w, n in clause.prepositions if w == "behind"]
        if {*verb.names(), f"{verb.lemma}_{following}"} & self.cues["light_act"]:
            nouns += clause.objects
        if verb.lemma == "be" and any(n.word in _AUTHORS for n in clause.objects):  # "it was the author of the raid"
            tails = (*clause.prepositions, *(pair for n in clause.objects for pair in n.prepositions))
            nouns += [n for word, n in tails if word in ("of", "behind")]
        return next((e for n in nouns if (e := self.event_of(n)) is not None), None)

    def fights(self, noun: Noun) -> bool:
        """Whether a speaker is an armed group, whose word for its own acts is a claim."""
        if id(noun) in self.posed:
            return True
        around = [noun]
        if noun.owner is not None:
            around.append(noun.owner)
        if noun.prepositions and noun.prepositions[0][0] in ("of", "for"):
            around.append(noun.prepositions[0][1])
        if noun.appositions and self._speaks_for_group(noun.appositions[0]):
            around.append(noun.appositions[0])
        for each in around:
            meaning = self.nouns.of(each)
            if is_armed(meaning.hit) or any(is_armed(hit) for hit in meaning.modifiers):
                return True
            if each is not noun and self.words[each.first] in ("its", "their") and meaning.classes & _LEAD:
                return True  # "one of its commanders"
        known = self.nouns.of(noun).known
        if noun.identity is not None or (known is not None and known.id in ("militants", "militia")):
            return True
        return self._is_the_group(noun) or (noun.owner is not None and self._is_the_group(noun.owner))

    def _is_the_group(self, noun: Noun) -> bool:
        """'the group', of 'the group' and of 'the group's spokesman'."""
        return self.words[noun.first] == "the" and noun.word in self.cues["group_words"]

    def own_work(self, clause: Clause, by: Noun) -> bool:
        """'the bombing was its work', 'was the work of one of its men', 'it was them'."""
        noun, subject, verb = clause.object, clause.subject, clause.verb
        if noun is not None and subject is not None and verb is not None and verb.lemma == "be" and self.fights(by):
            by_them = noun.word in ("ours", "theirs") or (noun.word in ("them", "us") and subject.word == "it")
            if by_them and not verb.is_negated:
                return subject.word in _IT or self.event_of(subject) is not None
        if noun is None or noun.word not in self.cues["work_nouns"] or self.event_of(clause.subject) is None:
            return False
        return self.words[noun.first] in _OURS or any(w == "of" and self.is_theirs(n) for w, n in noun.prepositions)

    def own_people(self, clause: Clause) -> bool:
        """'the bomber was one of its fighters', 'the raid was carried out by its men'."""
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or verb.is_negated or verb.modal:
            return False
        if verb.is_passive:
            did = verb.names() & self.cues["light_act"]
            told = bool(did) and self.event_of(subject) is not None
            return told and any(
                w == "by" and (self.is_theirs(n) or self._of_the_group(n)) for w, n in clause.prepositions
            )
        sent = verb.lemma in ("send", "dispatch") and any(n.word in self.cues["doer_nouns"] for n in clause.objects)
        if sent and self.is_own(subject, clause.parent.subject if clause.parent is not None else None):
            return True  # "X said it had sent the bomber"
        doer = verb.lemma == "be" and (subject.word in self.cues["doer_nouns"] or subject.word == "it")
        return doer and any(self.is_theirs(n) for n in clause.objects)

    def _of_the_group(self, noun: Noun) -> bool:
        """'fighters of the group', 'the group's men'."""
        whose = noun.owner or next((n for word, n in noun.prepositions if word in ("of", "from")), None)
        return whose is not None and self._is_the_group(whose)

    def is_theirs(self, noun: Noun) -> bool:
        """'its fighters', 'one of their men'."""
        return noun.word == "theirs" or any(word in _OURS for word in self.words[noun.first : noun.head])

    def is_nobody(self, noun: Noun) -> bool:
        opening = noun.first - (self.words[max(0, noun.first - 1)] == "neither")  # "neither X nor Y claimed it"
        words = self.words[opening : noun.last]
        return any(word.split()[0] in _NO for word in words if not word.endswith(" than"))  # "no fewer than three"


def claims_nothing(party: Party) -> bool:
    """Whether nobody would call it a claim of responsibility: police, reporters and rescuers tell of their work."""
    return party.actor.kind in ("police", "media", "civilians") and not party.pronoun
