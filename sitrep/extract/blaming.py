"""Whom somebody says to have done it: 'police blamed X for the raid', 'held X responsible', 'suspicion fell on X'.

What belongs here: reading accuser, accused and deed off a clause that lays blame. What does not: claims of one's own
(claiming.py) and denials (denying.py).
"""

from __future__ import annotations

from sitrep.extract.claiming import Claim, Claims
from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.phrases import Noun, Verb
from sitrep.extract.turns_of_blame import DEED, FOR_A_DEED, SEES, TurnsOfBlame

_BLAME = frozenset({"blame", "responsibility", "suspicion", "suspicions", "finger", "fingers", "guilt"})
_LAY = frozenset({"put", "lay", "place", "pin", "lay_at", "point", "cast", "fall"})
#: What blame and suspicion do by themselves: "suspicion rests on X", "the finger points to X".
_RESTS = frozenset({"fall", "rest", "point", "centre", "center", "focus", "settle", "alight", "lie", "turn"})
_TOWARDS = frozenset({"on", "at", "to", "upon", "with", "towards", "around"})
_DOORS = frozenset({"door", "doorstep", "feet"})  # "lays it at the door of X"
_SURE = frozenset({"sure", "certain", "convinced"})
_HELD = frozenset({"responsible", "accountable", "guilty"})
_IT = frozenset({"it", "this", "that", "them"})
_DEEDS = frozenset({"for", "of", "over"})
#: Whom one links to a deed is held to have done it, ...
_LINKS, _TO = frozenset({"link", "tie", "connect"}), frozenset({"to", "with"})
#: ... and what else is done to those who are held to have done it.
_PURSUED = _LINKS | frozenset("arrest detain charge indict jail imprison convict sentence implicate".split())
_STAND, _TRIALS = frozenset({"stand", "face"}), frozenset({"trial", "charges", "prosecution"})
_SOMEBODY = frozenset({"proper", "militants", "military", "police", "official", "named"})
_SHARES = frozenset({"involvement", "role", "part", "participation", "complicity", "suspicion", "charges", "hand"})
_SUSPECTS = frozenset({"suspect", "suspects", "culprit", "culprits"})
_FOREMOST = frozenset(
    {"prime", "chief", "main", "principal", "leading", "key", "top", "likely", "likeliest", "obvious"}
)
_SUSPECTED_OF = frozenset({"in", "for", "of", "behind"})
_AFTER = frozenset({"after", "as", "when"})
_NOT_ALONE = frozenset({"complement", "infinitive", "participle"})


class Blame:
    """Finds those blamed in the clauses of one sentence."""

    def __init__(self, claims: Claims) -> None:
        self.claims, self.cues, self.words = claims, claims.cues, claims.words
        self.turns = TurnsOfBlame(claims)

    def accuse(self, clauses: list[Clause]) -> None:
        """Gives the events of the sentence those who are said to have done them: 'X blamed Y for the attack'."""
        for clause in clauses:
            verb = clause.verb
            if verb is None or verb.is_negated:
                continue
            if verb.lemma in self.cues["blame_verbs"] and not self._names_blame(clause):
                event, accused, accuser = self._told_by_verb(clause, verb)
            elif verb.lemma in SEES and clause.object is not None:  # "behind the attack the army sees X"
                behind = (self.claims.event_of(n) for w, n in clause.prepositions if w == "behind")
                event, accused = next((e for e in behind if e is not None), None), clause.object
                accuser = clause.subject
            elif verb.lemma == "be" and self._is_suspect(clause.object):
                accused, accuser = clause.subject, None
                event = self._suspected_of(clause)
            elif verb.lemma in _PURSUED or self._is_tried(clause, verb):
                event, accused, accuser = self._pursued(clause, verb)
            else:
                accused, accuser = self._laid(clause, verb)
                event = self._blamed_for(clause) if accused is not None else None
                if event is None and accused is not None and verb.lemma in _LAY:  # "the raid was put down to X"
                    event = self.claims.event_of(clause.subject if verb.is_passive else clause.object)
            if event is None and (verb.lemma in self.cues["blame_verbs"] or accused is not None):
                accused = accused or (clause.subject if verb.is_passive else clause.object)
                event = self._told_when(clause) if accused is not None and self.claims.fights(accused) else None
            if event is not None and accused is not None:
                event.accused.append((accused, accuser))
                # "blamed the attack on X", "laid the killing at the door of X"
                event.roles = [r for r in event.roles if r[1] is not accused and r != ("perpetrator", accuser)]

    def _told_when(self, clause: Clause) -> Event | None:
        """'suspicion fell on X after a bomb killed two', 'X blamed as bomb kills two': the deed told beside it."""
        told = (c for c in clause.children if c.kind == "subordinate" and c.marker in _AFTER)
        found = (self.claims.matcher.by_clause.get(c.number) for c in told)
        return next((e for e in found if e is not None and self.claims.types[e.event_type].has("can_be_claimed")), None)

    def _is_suspect(self, noun: Noun | None) -> bool:
        """'is the prime suspect'."""
        if noun is None or noun.word not in _SUSPECTS:
            return False
        return not _FOREMOST.isdisjoint(self.words[noun.first : noun.head])

    def _suspected_of(self, clause: Clause) -> Event | None:
        """What somebody is a suspect in: 'in the bombing', 'for planting the bomb'."""
        suspect = clause.object
        inner = suspect.prepositions if suspect is not None else []
        held = [noun for word, noun in (*inner, *clause.prepositions) if word in _SUSPECTED_OF]
        event = next((e for noun in held if (e := self.claims.event_of(noun)) is not None), None)
        for child in clause.children if event is None else ():
            event = event or (self.claims.matcher.by_clause.get(child.number) if child.kind == "participle" else None)
        if event is not None:
            event.roles = [role for role in event.roles if role != ("perpetrator", suspect)]
        return event

    def elsewhere(self, clauses: list[Clause]) -> list[Claim]:
        """Who is said to have done what another sentence tells: 'police said X was behind it', 'Y had done it'."""
        found = []
        for clause in clauses:
            verb = clause.verb
            if verb is None or verb.is_negated or verb.modal or clause.subject is None:
                continue
            found += self.bare(clause, verb) or self.turns.find(clause, verb)
            if not verb.is_passive:
                found += self._behind_it(clause, verb, clauses)
        return found

    def _behind_it(self, clause: Clause, verb: Verb, clauses: list[Clause]) -> list[Claim]:
        assert clause.subject is not None
        speaker = clause.parent.subject if clause.parent is not None else None
        told = clause.kind == "complement" and clause.parent is not None and self._speaks(clause.parent)
        told = told or (clause.kind == "complement" and clause.parent is not None and self._is_sure(clause.parent))
        if clause.kind == "main" and verb.lemma == "do":  # "X did it, the army says"
            speaker, _ = self.claims.speakers.of(clause, clauses)
            told = speaker is not None
        if clause.parent is not None and clause.parent.verb and clause.parent.verb.lemma in self.cues["denial"]:
            return []  # "denied being behind it"
        behind = verb.lemma in ("be", "stand") and any(w == "behind" and n.word in _IT for w, n in clause.prepositions)
        did = told and verb.lemma in ("do", "carry") and any(n.word == "it" for n in clause.objects)
        did = did or (told and verb.lemma == "do" and self.words[verb.last : verb.last + 1] == ["so"])
        others = clause.kind == "main" and clause.subject.word == "they"  # "They did it, X said": not X
        own = told and not others and self.claims.is_own(clause.subject, speaker)
        forces = did and bool(self.claims.nouns.of(clause.subject).classes & {"military", "police"})
        if not (behind or did) or not (own or forces or self.claims.fights(clause.subject)):
            return []
        who = speaker if own and speaker is not None else clause.subject
        return [Claim(n, None, clause, is_own=own) for n in self.claims.claimants(who)]

    def _is_sure(self, clause: Clause) -> bool:
        """'have no doubt that', 'are certain that'."""
        sure = any(self.words[p.last - 1] in _SURE for p in clause.adjectives)
        return sure or any(n.word == "doubt" and self.words[n.first] in ("no", "little") for n in clause.objects)

    def _speaks(self, clause: Clause) -> bool:
        return clause.verb is not None and clause.verb.lemma in self.cues["speech"]

    def bare(self, clause: Clause, verb: Verb) -> list[Claim]:
        """'officials blamed X', 'X is suspected': for what was told before, as no other deed is named."""
        accused, _ = self._laid(clause, verb)
        blames = verb.lemma in ("blame", "suspect") or self._accuses_group(clause, verb)
        if accused is None and verb.lemma in ("attribute", "ascribe") and self._is_deed(clause, verb):
            accused = next((n for w, n in clause.prepositions if w == "to"), None)
        if accused is None and not blames:
            return []
        if any(child.kind in _NOT_ALONE and child.antecedent is None for child in clause.children):
            return []
        if accused is None:
            named = clause.subject if verb.is_passive else clause.object
            accused = self._who_had_part(named)
            theirs = accused.tail if accused is not None else []  # "men of X are suspected"
            if any(
                (w in _DEEDS or w == "on") and n is not accused and (w, n) not in theirs for w, n in clause.prepositions
            ):
                return []
        elif self._blamed_for(clause) is not None or self._names_other_deed(clause, accused):
            return []
        told = [*clause.objects, *((clause.subject,) if clause.subject is not None else ())]
        if (
            accused is None
            or not self.turns.may_have(accused)
            or (self.claims.fights(accused) and self._told_when(clause) is not None)
            or any(self.claims.event_of(n) is not None for n in told)
        ):
            return []
        return [Claim(accused, None, clause, is_own=False)]

    def _accuses_group(self, clause: Clause, verb: Verb) -> bool:
        """'Residents accused the ADF.': of what was told, where nothing else is named."""
        whom = clause.subject if verb.is_passive else clause.object
        told_of = any(word in ("of", "over", "for", "in") for word, _ in clause.prepositions) or bool(clause.children)
        return verb.lemma == "accuse" and not told_of and whom is not None and self.claims.fights(whom)

    def _names_other_deed(self, clause: Clause, accused: Noun) -> bool:
        """'held X responsible for the failure of talks': what is laid on somebody is named."""
        about = (noun for word, noun in clause.prepositions if word in _DEEDS and noun is not accused)
        return any(noun.word not in _BLAME for noun in about)

    def _who_had_part(self, noun: Noun | None) -> Noun | None:
        """Of 'the involvement of X', 'X's hand' the one who is held to have had it."""
        if noun is None or noun.word not in _SHARES:
            return noun
        return noun.owner or next((n for w, n in noun.prepositions if w in ("of", "by")), noun)

    def _names_blame(self, clause: Clause) -> bool:
        return any(noun.word in _BLAME for noun in clause.objects)

    def _laid(self, clause: Clause, verb: Verb) -> tuple[Noun | None, Noun | None]:
        """Who is blamed by whom in 'put the blame on X', 'suspicion fell on X', 'held X responsible'."""
        if verb.lemma == "hold":
            said = {self.words[p.last - 1] for p in clause.adjectives}.union(verb.particles)
            to_account = any(w == "to" and n.word == "account" for w, n in clause.prepositions)
            if said.isdisjoint(_HELD) and not to_account:
                return None, None
            return (clause.subject, None) if verb.is_passive else (clause.object, clause.subject)
        rests = verb.lemma in (_LAY if verb.is_passive else _RESTS)
        if rests and clause.subject is not None and self._is_blame(clause.subject):
            return next((n for w, n in clause.prepositions if w in _TOWARDS), None) or clause.object, None
        if verb.lemma not in _LAY:
            return None, None
        bound = (
            (w, n) for w, n in clause.prepositions if n.first >= verb.first
        )  # not "the raid on a mill was put down to"
        on = next((n for w, n in bound if w in ("on", "at", "to", "upon")), None)
        if on is not None and on.word in _DOORS:
            on = on.owner or next((n for w, n in (*on.prepositions, *clause.prepositions) if w == "of"), None)
        elif on is not None and not self._names_blame(clause) and not (verb.lemma == "pin" or "down" in verb.particles):
            return None, None
        deed = self._is_deed(clause, verb) or self.claims.event_of(clause.object) is not None
        if on is not None and (deed or self._names_blame(clause)):
            return on, clause.subject
        return None, None

    def _is_blame(self, noun: Noun) -> bool:
        """'suspicion', 'the needle of suspicion'."""
        return noun.word in _BLAME or (noun.word == "needle" and any(n.word in _BLAME for _, n in noun.tail))

    def _is_deed(self, clause: Clause, verb: Verb) -> bool:
        """Whether what is laid on somebody is a deed: 'pinned it on X', 'the deed is attributed to X'."""
        told = [clause.subject] if verb.is_passive and clause.subject is not None else clause.objects
        return any(noun.word in DEED or self.claims.event_of(noun) is not None for noun in told)

    def _told_by_verb(self, clause: Clause, verb: Verb) -> tuple[Event | None, Noun | None, Noun | None]:
        """The deed, the accused and the accuser of 'X blamed Y for it', 'blamed it on Y', 'was blamed on Y'."""
        accuser, accused = clause.subject, clause.object
        event = self._blamed_for(clause)
        if verb.is_passive:
            accuser = next((n for w, n in clause.prepositions if w == "by"), None)
            accused = clause.subject
            told = self.claims.event_of(clause.subject)
            if told is not None:
                event, accused = told, next((n for w, n in clause.prepositions if w in ("on", "to")), None)
        elif event is None and clause.object is not None:
            event = self.claims.event_of(clause.object)
            accused = next((n for w, n in clause.prepositions if w in ("on", "to", "at")), None)
            accused = accused or self._behind_clause(clause)
        return event, self._who_had_part(accused), accuser

    def _behind_clause(self, clause: Clause) -> Noun | None:
        """'blamed an attack that killed six on X': behind a clause that says more of the attack."""
        told = [child for child in clause.children if child.antecedent is clause.object and child.verb is not None]
        found = (n for child in told for w, n in reversed(child.prepositions) if w == "on" and self.turns.may_have(n))
        return next(found, None)

    def _is_tried(self, clause: Clause, verb: Verb) -> bool:
        """'stands trial', 'faces charges'."""
        return verb.lemma in _STAND and any(noun.word in _TRIALS for noun in clause.objects)

    def _pursued(self, clause: Clause, verb: Verb) -> tuple[Event | None, Noun | None, Noun | None]:
        """'police arrested X over the attack', 'X was charged with the murder', 'held for their part in the raid'."""
        if verb.lemma in _LINKS:
            return self._linked(clause, verb)
        by = next((n for w, n in clause.prepositions if w == "by"), None)
        accused, accuser = (clause.subject, by) if verb.is_passive else (clause.object, clause.subject)
        if verb.lemma in _STAND:
            accused, accuser = clause.subject, None  # "seven soldiers stand trial in the killing"
        if accused is None or self.claims.nouns.of(accused).classes.isdisjoint(_SOMEBODY):
            return None, None, None  # "two men were arrested": nothing of who they are
        named = [n for w, n in clause.prepositions if w in FOR_A_DEED]
        named += [inner for n in named if n.word in _SHARES for w, inner in n.prepositions if w in ("in", "of")]
        deeds = (e for n in named if (e := self.claims.event_of(n)) is not None)
        event = next((e for e in deeds if self._is_crime(e)), None)
        return event, accused, accuser

    def _is_crime(self, event: Event) -> bool:
        """Whether somebody may be arrested for it: not for police raids, in which people are."""
        kind = self.claims.types[event.event_type]
        return kind.has("can_be_claimed") and not kind.has("by_authority")

    def _linked(self, clause: Clause, verb: Verb) -> tuple[Event | None, Noun | None, Noun | None]:
        """'the UN linked the army to the killing', 'militias were linked to it', 'the bombing was linked to X'."""
        accused, accuser = (clause.subject, None) if verb.is_passive else (clause.object, clause.subject)
        to = [n for w, n in clause.prepositions if w in _TO and n.first > verb.main]
        event = next((e for n in to if (e := self.claims.event_of(n)) is not None), None)
        if event is None:
            event, accused = self.claims.event_of(accused), next(iter(to), None)
        return (event, accused, accuser) if accused is not None and self.turns.may_have(accused) else (None, None, None)

    def _blamed_for(self, clause: Clause) -> Event | None:
        """'for the attack', 'of the killing', 'of launching a raid': the deed that somebody is accused of."""
        suspected = clause.verb is not None and clause.verb.lemma == "suspect"
        named = [n for w, n in clause.prepositions if w in _DEEDS or (w == "in" and suspected)]
        told = (c for c in clause.children if c.kind == "participle" and c.antecedent in clause.objects)
        named += [n for c in told for w, n in c.prepositions if w == "for"]  # "blamed X fighting Y for the raid"
        for child in clause.children:
            if child.verb is not None and child.verb.lemma == "be" and child.marker in _DEEDS:
                known = self.claims.matcher.by_noun  # "suspected of being behind the bomb that killed six"
                named += [n for w, n in child.prepositions if w == "behind" and id(n) not in known]
            if child.kind == "participle" and child.marker in _DEEDS and child.verb is not None:
                own = self.claims.matcher.by_clause.get(child.number)
                if own is not None and self.claims.types[own.event_type].has("can_be_claimed"):
                    return None  # the clause of the deed says who did it
                named += child.objects if child.verb.lemma in self.cues["light_act"] else []
        return next((e for n in named if (e := self.claims.event_of(n)) is not None), None)
