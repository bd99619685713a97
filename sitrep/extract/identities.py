"""Who unnamed attackers are said to be: 'the gunmen, suspected X militants', 'the assailants were Y fighters'.

What belongs here: grammar that says that two noun phrases of a sentence are the same people. What does not: names.
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb
from sitrep.records import ARMED_GROUPS

_NOT_THEMSELVES = frozenset({"it", "this", "that", "them", "him", "her"})  # "calling it a step"
_HELD_TO_BE = frozenset({"believe", "suspect", "think", "say", "allege", "report", "identify", "know", "presume"})
_ANYBODY = frozenset({"those", "person", "persons", "people", "men", "man", "youths", "individuals", "suspects"})
_HARMED = frozenset({"killed", "slain", "wounded", "injured", "murdered", "massacred", "abducted"})
_KNOWN = frozenset({"the", "those", "its", "their", "his", "her"})
_COMING = frozenset({"come", "arrive", "burst", "enter", "appear", "emerge", "descend", "ride", "turn", "wear"})
_BELONGING = frozenset({"belong", "be", "come", "pledge"})
#: Bodies of armed people that are called by a name as a group is: "a gang called X".
NAMED_BODIES = frozenset("gang militia cartel cell network brigade battalion column wing unit band".split())


class Identities:
    """Ties unnamed attackers to the names that a sentence has for them."""

    def __init__(self, nouns: Nouns) -> None:
        self.nouns = nouns
        self.cues = nouns.patterns.cues
        self.groups = self.cues["group_words"]

    def tie(self, clauses: list[Clause], phrases: list[Noun]) -> list[Noun]:
        """Sets `identity` on the attackers of a sentence; those that got one."""
        found = []
        for noun in phrases:
            if noun.word in self.groups:
                noun.identity = (
                    self._called(noun, clauses) or self._named_beside(noun) or self._belonging(noun, clauses)
                )
            elif noun.word in NAMED_BODIES and (name := self._called(noun, clauses)) is not None:
                noun.identity = name
            elif self._is_attacker(noun):
                noun.identity = self._by_apposition(noun) or self._by_clause(noun, clauses)
                if noun.identity is not None:
                    found.append(noun)
            elif self._is_anybody(noun):
                noun.identity = self._held_to_be(noun, clauses) or self._who_did(noun, clauses)
            elif self._is_rebel(noun):
                noun.identity = self._belonging(noun, clauses) or self._held_to_be(noun, clauses)
        return found

    def arrived(self, clauses: list[Clause]) -> list[Noun]:
        """'Armed men burst in during mass', 'the gunmen had come on motorbikes': who did what was told before."""
        subjects = [c.subject for c in clauses if c.subject is not None and c.kind == "main" and self._comes(c.verb)]
        return [noun for noun in subjects if noun.identity is None and self._is_attacker(noun)]

    def _comes(self, verb: Verb | None) -> bool:
        return (
            verb is not None
            and verb.lemma in _COMING
            and not (verb.is_negated or verb.is_passive or verb.modal or verb.form == "infinitive")
        )

    def victims(self, clauses: list[Clause]) -> list[Noun]:
        """Whom a sentence names as those harmed: 'the victims were identified as X', 'among the dead were Y and Z'."""
        found: list[Noun] = []
        for clause in clauses:
            verb = clause.verb
            if verb is None or verb.is_negated or verb.modal:
                continue
            among = any(w == "among" and self._is_harmed(n) for w, n in clause.prepositions)
            if verb.lemma == "be" and among:
                found += clause.objects or ([clause.subject] if clause.subject is not None else [])
            elif clause.subject is not None and self._are_harmed(clause.subject):
                found += self._said_of(clause, verb)
        return [each for noun in found for each in (noun, *noun.coordinated) if self._is_somebody(each)]

    def _are_harmed(self, noun: Noun) -> bool:
        """'the dead', and those of whom 'six of the dead' are some."""
        of = noun.prepositions[0] if noun.prepositions else None
        return self._is_harmed(noun) or (of is not None and of[0] == "of" and self._is_harmed(of[1]))

    def _said_of(self, clause: Clause, verb: Verb) -> list[Noun]:
        """'were X', 'included X', 'were named as X'."""
        if verb.is_passive and verb.lemma in ("identify", "name"):
            return [n for w, n in clause.prepositions if w == "as"]
        return clause.objects if verb.lemma in ("be", "include") and not verb.is_passive else []

    def _is_harmed(self, noun: Noun) -> bool:
        words = self.nouns.atoms.words
        if noun.word == "those" and not _HARMED.isdisjoint(words[noun.last : noun.last + 1]):
            return True  # "most of those slain were"
        if _KNOWN.isdisjoint(words[noun.first : noun.head]):
            return False
        return noun.word in self.cues["victim_words"] or "toll" in self.nouns.of(noun).classes

    def _is_somebody(self, noun: Noun) -> bool:
        classes = self.nouns.of(noun).classes
        return bool(classes & {"people", "person", "official"}) and not classes & {"number", "toll", "pronoun"}

    def _named_beside(self, noun: Noun) -> Noun | None:
        """'a criminal group, the Black Cobra Cartel': the name of a group that stands beside it."""
        meaning = self.nouns.of(noun)
        if meaning.hit is not None and meaning.hit.form != "role":
            return None
        lone = noun.coordinated if len(noun.coordinated) == 1 else []  # "claimed by a new group, Dark Shadow."
        beside = [n for n in lone if self.nouns.atoms.words[n.first - 1] == ","]
        for other in [*noun.appositions[:1], *beside]:
            hit, raw = self.nouns.of(other).hit, self.nouns.raw[self.nouns.starts[self.nouns.atoms.first[other.head]] :]
            known = hit is not None and hit.form != "role" and hit.kind in ARMED_GROUPS
            named = other.word in self.cues["group_names"] and raw[:1].isupper() and self.nouns.mixed_case
            if known or (named and other.last - other.first > 2) or self._is_new_name(noun, other):
                return other
        return None

    def _is_new_name(self, noun: Noun, other: Noun) -> bool:
        """'an urban guerrilla group, Dark Shadow': a name that nobody knows, of a group told of for the first time."""
        fresh = self.nouns.atoms.words[noun.first] in ("a", "an", "another")
        meaning = self.nouns.of(other)
        unknown = meaning.hit is None and bool(meaning.classes & {"proper", "place"}) and meaning.known is None
        return fresh and unknown and (self.nouns.is_written_as_name(other) or self._is_lone_name(other))

    def _is_lone_name(self, noun: Noun) -> bool:
        """'a little-known group, Sampieru,': a word in no list with a capital, and nothing behind it."""
        words, lexicon = self.nouns.atoms.words, self.nouns.patterns.lexicon
        ends = noun.last == len(words) or words[noun.last] in (",", ".", ";", "(")
        alone = ends and noun.last - noun.first == 1 and noun.word not in lexicon.tags and self.nouns.mixed_case
        return alone and self.nouns.raw[self.nouns.starts[self.nouns.atoms.first[noun.head]]].isupper()

    def _called(self, noun: Noun, clauses: list[Clause]) -> Noun | None:
        """'a group calling itself X', 'an outfit known as X', 'a group called X'."""
        for clause in clauses:
            if clause.subject is noun and clause.verb is not None and clause.kind in ("participle", "relative"):
                if clause.verb.lemma == "call" and clause.objects and clause.objects[0].word not in _NOT_THEMSELVES:
                    return clause.objects[-1]
                if clause.verb.lemma == "know":
                    return next((n for w, n in clause.prepositions if w == "as"), None)
        return None

    def _is_attacker(self, noun: Noun) -> bool:
        if noun.owner is not None or not self._sounds_so(noun):
            return False
        meaning = self.nouns.of(noun)
        known = meaning.known
        return known is not None and known.id == "gunmen" and not meaning.modifiers

    def _is_anybody(self, noun: Noun) -> bool:
        """'persons', 'men', 'people': nobody in particular, unless it is said who they are held to be."""
        return noun.owner is None and noun.word in _ANYBODY

    def _sounds_so(self, noun: Noun) -> bool:
        """Whether the last word, or the noun before a last number, is one for attackers: most are not."""
        head = noun.head
        while head > noun.first and self.nouns.atoms.tags[head] == "c":
            head -= 1
        word, attackers = self.nouns.atoms.words[head], self.nouns.patterns.attackers
        return word in attackers or ("-" in word and word.rsplit("-", 1)[-1] in attackers)

    def _by_apposition(self, noun: Noun) -> Noun | None:
        tags = self.nouns.atoms.tags  # of "33 attackers dead, army says" the army is no name for the attackers
        beside = (other for other in noun.appositions if "j" not in tags[noun.last : other.first])
        return next((other for other in beside if self._is_group(other)), None)

    def _held_to_be(self, noun: Noun, clauses: list[Clause]) -> Noun | None:
        """'persons suspected to be members of X': X, as somebody believes."""
        held = (c for c in clauses if c.subject is noun and c.verb is not None and c.kind == "participle")
        named = (n for c in held if c.verb is not None and c.verb.lemma in _HELD_TO_BE for n in self._named_as(c))
        return next((other for other in named if self._is_group(other) or self._is_kind(other)), None)

    def _who_did(self, noun: Noun, clauses: list[Clause]) -> Noun | None:
        """'those who killed six were X fighters': who people told of by a deed were."""
        told = (c for c in clauses if c.antecedent is noun and c.kind == "relative" and c.subject is noun)
        words = self.nouns.atoms.words
        did = any(c.verb is None or words[c.verb.first - 1] != "whom" for c in told)  # not "among whom were soldiers"
        return self._by_clause(noun, clauses) if did else None

    def _is_rebel(self, noun: Noun) -> bool:
        """'rebels', 'guerrillas': fighters of whom nothing before the word says whose they are."""
        if noun.owner is not None or self.nouns.hit_of(noun) is None:
            return False
        meaning = self.nouns.of(noun)
        unnamed = meaning.hit is not None and meaning.hit.form == "role" and not meaning.hit.country
        fights = "militants" in meaning.classes or (meaning.hit is not None and meaning.hit.kind == "unidentified")
        return unnamed and not meaning.modifiers and fights

    def _belonging(self, noun: Noun, clauses: list[Clause]) -> Noun | None:
        """'rebels belonging to X': X."""
        own = (c for c in clauses if c.subject is noun and c.kind in ("participle", "relative"))
        belong = (c for c in own if c.verb is not None and c.verb.lemma == "belong" and not c.verb.is_negated)
        behind = (n for c in belong for w, n in c.prepositions if w == "to")
        return next((other for other in behind if self._is_group(other)), None)

    def _is_kind(self, noun: Noun) -> bool:
        """'persons suspected to be herders': what sort of people they are."""
        known = self.nouns.of(noun).known
        return known is not None and "people" in known.classes and not self._is_anybody(noun)

    def _by_clause(self, noun: Noun, clauses: list[Clause]) -> Noun | None:
        for clause in clauses:
            verb = clause.verb
            if clause.subject is not noun or verb is None or verb.is_negated:
                continue
            if verb.is_passive and verb.lemma in _HELD_TO_BE:
                found = self._named_as(clause)
            elif verb.lemma in _BELONGING and not verb.is_passive and clause.kind != "infinitive":
                found = [*clause.objects, *(n for w, n in clause.prepositions if w in ("to", "from", "of", "with"))]
            else:
                continue
            group = next((other for other in found if self._is_group(other)), None)  # "were men of X": X
            group = group or next((other for other in found if self._is_other_word(noun, other)), None)
            if group is not None:
                return group
        return None

    def _is_other_word(self, noun: Noun, other: Noun) -> bool:
        """'the killers were gunmen on motorbikes': another word for people without a name."""
        return other.word != noun.word and self._sounds_so(other)

    def _named_as(self, clause: Clause) -> list[Noun]:
        """'believed to be members of X', 'identified as X of Y', 'suspected of belonging to X'."""
        found = [n for w, n in clause.prepositions if w in ("as", "of", "from")]
        for child in clause.children:
            behind = child.kind in ("infinitive", "participle")
            if behind and child.verb is not None and child.verb.lemma in _BELONGING:
                found += [*child.objects, *(n for w, n in child.prepositions if w in ("to", "from", "of", "with"))]
        return found

    def _is_group(self, noun: Noun) -> bool:
        """Whether a phrase names who may have attacked: a group, or militants of some side."""
        meaning = self.nouns.of(noun)
        kinds = {hit.kind for hit in (meaning.hit, *meaning.modifiers) if hit is not None and hit.form != "role"}
        if not kinds.isdisjoint(ARMED_GROUPS):
            return True
        known = meaning.known
        return known is not None and bool(known.classes & {"militants", "military", "police"}) and known.id != "gunmen"
