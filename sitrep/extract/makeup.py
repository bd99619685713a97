"""Who the dead and hurt were: "the dead included three women", "four of them were policemen", "also killed were two".

What belongs here: what a sentence says of the people of a toll that is told elsewhere. What does not: the toll itself
(tolls.py), and remarks beside a number ("12 people, three of them children").
"""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract.clause import Clause
from sitrep.extract.listed import PEOPLE, REST, Lists
from sitrep.extract.nouns import Nouns
from sitrep.extract.numbers import Count
from sitrep.extract.outcomes import Outcomes
from sitrep.extract.phrases import Noun

#: What became of somebody, who it was, how many they were.
Part = tuple[str, Noun, Count]
_BEINGS = frozenset({"include", "be", "comprise", "were", "was", "are"})
_VICTIMS = frozenset({"victims", "killed"})
_OWN = frozenset({"its", "their", "his"})
_THEM = frozenset({"them", "these", "whom"})
_AMONG_WHOM = (["of", "whom"], ["among", "whom"])
COUNTS = frozenset({"count", "list", "name", "number"})
_ALSO = frozenset({"also", "and", "meanwhile"})


class Makeup:
    """Reads off the clauses of one sentence who the people of a toll were."""

    def __init__(self, nouns: Nouns, lists: Lists) -> None:
        self.nouns, self.lists, self.outcomes = nouns, lists, Outcomes(nouns)
        self.words, self.tags = nouns.atoms.words, nouns.atoms.tags
        self.before = False  # whether a sentence right before tells of dead
        self.made_up: str | None = None  # what became of those of whom the clause before says who they were

    def whole(self, noun: Noun, phrases: list[Noun]) -> Noun:
        """Of '147 people, nearly all of them students, died' the 147 people, of 'three of its men killed' the three."""
        first = noun.first
        if self.nouns.atoms.headline and self.words[first - 1 : first] == ["of"] and self.words[first] in _OWN:
            return next((other for other in phrases if other.last == first - 1 and self.tags[first - 2] == "c"), noun)
        if "them" not in self.words[max(0, first - 1) : first]:
            return noun
        for other in reversed(phrases):
            if other.last < noun.first - 1 and self.nouns.of(other).count is not None:
                between = self.words[other.last : noun.first]
                return other if between[0] == "," and len(between) <= 6 else noun
        return noun

    def them(self, noun: Noun, clauses: list[Clause]) -> Noun:
        """Of 'abducted three teachers and killed them' the three teachers: those to whom something was done before."""
        if noun.word != "them" or noun.last - noun.first > 1:
            return noun
        for clause in reversed(clauses):
            passive = clause.verb is not None and clause.verb.is_passive and clause.subject is not None
            for other in clause.objects if not passive or clause.subject is None else [clause.subject]:
                counted = other.last <= noun.first and self.lists.count(other) is not None
                if counted and self.nouns.of(other).classes & PEOPLE:
                    return other
        return noun

    def is_told_below(self, noun: Noun, clause: Clause, clauses: list[Clause]) -> bool:
        """'200 were killed and 100 children kidnapped by rebels': of the children something else is told."""
        if clause.verb is None or not clause.verb.is_passive or noun is clause.subject:
            return False
        below = (c for c in clauses if c.kind == "participle" and c.subject is noun and c.verb is not None)
        return any(c.verb is not None and c.verb.is_passive and c.verb.lemma != clause.verb.lemma for c in below)

    def parts(self, clause: Clause, told: list[tuple[str, Noun]]) -> Iterator[Part]:
        """Those whom a clause counts among the people of a toll; `told`: the tolls read so far, by what and of whom."""
        lemma = clause.verb.lemma if clause.verb is not None else ""
        subject = clause.subject
        none = subject is not None and self.words[max(0, subject.first - 1)].startswith("none")
        if none or (subject is not None and self.words[subject.first].startswith("none")):
            return  # "none of the 12 dead was a soldier"
        if lemma in _BEINGS and subject is not None:
            among = self._among_whom(clause, told)
            yield from among if among is not None else self._made_up_of(clause, subject, told)
        dead = clause.object is not None and lemma in COUNTS
        if dead and any(w == "among" for noun in clause.objects for w, _ in (*noun.tail, *clause.prepositions)):
            yield from self._among(clause, clause.objects[0])  # "counted five soldiers among the dead"
        bare = not lemma and self.nouns.atoms.headline  # "12 villagers among dead in Goma attack"
        if (lemma == "be" or bare) and (subject or clause.object) is not None:
            yield from self._among(clause, subject or clause.objects[0])  # "Among the dead were two women"

    def _among_whom(self, clause: Clause, told: list[tuple[str, Noun]]) -> list[Part] | None:
        """'killed nine people, among whom were four women': those whom the clause names; None: it does not open so."""
        verb = clause.verb
        if verb is None or self.words[max(0, verb.first - 2) : verb.first] != ["among", "whom"] or not told:
            return None
        listed = (each for noun in clause.objects for each in (noun, *noun.coordinated))
        return [(told[-1][0], each, count) for each in listed if (count := self._of(each)) is not None]

    def _made_up_of(self, clause: Clause, subject: Noun, told: list[tuple[str, Noun]]) -> Iterator[Part]:
        """'the dead included three women', 'four of the dead were policemen', 'three of the 15 killed were troops'."""
        inner = next((n for w, n in subject.prepositions if w == "of"), None)
        whole = inner if inner is not None and self.nouns.of(subject).count is not None else subject
        outcome = self._of_whole(whole) or self._of_whom(subject, told)
        bare = inner is None and self.tags[subject.head] == "c"
        of_others = any(
            word == "of" and n.last < subject.first and n.word not in _THEM for word, n in clause.prepositions
        )
        known = inner is not None and self.tags[inner.head] == "c" and self.words[inner.first] == "the"  # "of the nine"
        if self.before and not of_others and (bare or known or self.lists.is_of_them(subject)):
            outcome = outcome or "killed"  # "It killed nine people. Six of them were soldiers."
        if bare and self.words[0] == "of" and told and told[-1][1].last <= subject.first:
            outcome = outcome or told[-1][0]  # "Of the 14 people killed, four were soldiers"
        if bare:
            outcome = outcome or self._of_opening(clause, subject) or self.made_up  # "... and one was a farmer"
        if outcome is None:
            return
        self.made_up = outcome
        shared = inner is not None or bare or self.lists.is_of_them(subject)
        shared = shared or (subject.word in _VICTIMS and len(clause.objects) == 1 and not clause.objects[0].coordinated)
        count = self.nouns.of(subject).count if shared else None
        told_last = self.lists.count(told[-1][1]) if told and subject.word == "half" else None
        if told_last is not None and told_last[0] == told_last[1] and told_last[0] % 2 == 0:
            count = (told_last[0] // 2, told_last[0] // 2)  # "12 died, half of them were soldiers"
        listed = [each for noun in clause.objects for each in (noun, *noun.coordinated)]
        for each, own in zip(listed, self._divided(listed, count), strict=True):
            stated = self.lists.count(each) or (None if REST & {*self.words[each.first : each.head]} else own)
            if self.nouns.of(each).classes & PEOPLE and stated is not None:
                yield outcome, each, stated

    def _divided(self, listed: list[Noun], count: Count | None) -> list[Count | None]:
        """What of a number falls to those of a list: 'the two are Ali Keita and Omar Cisse'."""
        alone = [each for each in listed if self.lists.count(each) is None]
        if count == (len(alone), len(alone)):
            return [(1, 1)] * len(listed)
        return [count if each in alone[:1] else None for each in listed]

    def _of_opening(self, clause: Clause, subject: Noun) -> str | None:
        """'Of the dead, three were soldiers', 'of the nine people killed, six were children': of whom they are some."""
        whole = next((n for word, n in clause.prepositions if word == "of" and n.last < subject.first), None)
        if whole is None:
            return None
        return self._of_whole(whole) or self.outcomes.word(self.words[whole.last])

    def _of_whole(self, whole: Noun) -> str | None:
        """What became of 'the dead', 'the wounded', 'the victims'."""
        if whole.word in _VICTIMS:
            return "killed"
        counted = self.nouns.of(whole).count is not None  # "19 of the 20 people killed were children"
        return self.outcomes.of(whole) if counted else self.outcomes.noun(whole)

    def _of_whom(self, subject: Noun, told: list[tuple[str, Noun]]) -> str | None:
        """Of '12 people were killed, three of whom were policemen' what became of the twelve."""
        opened = self.words[max(0, subject.first - 2) : subject.first] in _AMONG_WHOM  # "of whom four were women"
        if not opened and not self.lists.is_of_them(subject):
            return None
        before = [
            (outcome, noun) for outcome, noun in told if noun.last <= subject.first or subject in noun.coordinated
        ]
        return before[-1][0] if before else None

    def _among(self, clause: Clause, subject: Noun) -> Iterator[Part]:
        """'Two women were among the dead', 'among the victims were a doctor and two nurses': parts of a toll."""
        if self.before and any(word == "on" and n.word in ("list", "roll") for word, n in clause.prepositions):
            yield from (
                ("killed", each, count) for each in (subject, *subject.coordinated) if (count := self._of(each))
            )
            return  # "A monk and seven women are on the list"
        dead = next((n for word, n in clause.prepositions if word == "among"), None)
        outcome = (self._of_whole(dead) or self.outcomes.of(dead)) if dead is not None else None
        if dead is not None and dead.word in _THEM and self.before:
            outcome = "killed"  # "It killed nine people. Among them was a child."
        for each in (subject, *subject.coordinated) if outcome is not None else ():
            count = self._of(each)
            if count is not None:
                yield outcome or "", each, count

    def _of(self, noun: Noun) -> Count | None:
        """How many people a phrase counts, if it counts people."""
        return self.lists.count(noun) if self.nouns.of(noun).classes & PEOPLE else None

    def are_all(self, clause: Clause) -> bool:
        """'The dead are a farmer and his wife', 'The victims were two nurses': all of them, and not some."""
        subject, lemma = clause.subject, clause.verb.lemma if clause.verb is not None else ""
        if lemma != "be" or subject is None or self.nouns.of(subject).count is not None or subject.prepositions:
            return False
        known = subject.word in _VICTIMS or self.outcomes.noun(subject) == "killed" or subject.word == "dead"
        listed = [each for noun in clause.objects for each in (noun, *noun.coordinated)]
        return known and self.words[subject.first] == "the" and bool(listed) and all(map(self._of, listed))

    def opening(self, clause: Clause) -> tuple[str, Noun] | None:
        """'Also killed were two guards', 'Dead are six soldiers', 'Killed in the raid were six': what became of whom"""
        verb = clause.verb
        if verb is None or verb.lemma != "be" or clause.subject is not None or not clause.objects:
            return None
        first = 1 if self.words[0] in _ALSO else 0
        word = self.words[first] if first < verb.first else ""
        outcome = "killed" if word == "slain" else self.outcomes.word(word)
        behind = clause.objects[0]
        return (outcome, behind) if outcome is not None and behind.first >= verb.last else None
