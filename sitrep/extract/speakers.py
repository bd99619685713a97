"""Who says what a clause tells.

What belongs here: finding the speaker of a clause. What does not: whether what is said happened (status.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.phrases import Noun, Verb

_SAYING = frozenset({"say", "claim", "give", "cite"})
_BY_THEN = frozenset("noon midday nightfall dusk dawn daybreak sunset evening morning afternoon midnight".split())
_SPEAKING = frozenset({"speak", "boast", "talk", "know"})
#: What is done to a figure told before.
_REVISING = frozenset({"raise", "lower", "revise", "update", "correct", "adjust", "reduce", "cut"})
_HELD = frozenset({"toll", "tolls", "number", "figure", "count", "dead", "losses", "casualties"})


def _is_told(verb: Verb) -> bool:
    """'two people were reported killed': they say nothing; but 'was quoted as saying'."""
    return verb.is_passive and verb.lemma not in ("quote", "cite")


class Speakers:
    """Finds speakers in the clauses of one sentence."""

    def __init__(self, cues: dict[str, frozenset[str]]) -> None:
        self.cues = cues

    def of(self, clause: Clause, clauses: list[Clause]) -> tuple[Noun | None, bool]:
        """The speaker of a clause, and whether the verb calls it a claim; None: the text itself."""
        found = self._around(clause)
        if found is not None:
            return found
        for each in clauses:
            for word, noun in each.prepositions:
                if word == "according to":
                    return noun, False
        for other in clauses:  # the nearest behind it: "12 died, the mayor said; 15 died, police said"
            if other.number <= clause.number or other.subject is None or other.verb is None:
                continue
            if other.verb.is_passive and self.says(other.verb):
                by = next((noun for word, noun in other.prepositions if word == "by"), None)
                if by is not None and other.kind == "main":
                    return by, False  # "the panel was told by her aunt"
            elif not other.verb.is_negated and self._closes(other):
                return other.subject, other.verb.lemma in self.cues["claiming_verbs"]
        return None, False

    def _around(self, clause: Clause) -> tuple[Noun, bool] | None:
        """'X said that ...': the subject of the verb of saying around a clause."""
        inner, outer = clause, clause.parent
        while outer is not None:
            if outer.verb is not None and outer.subject is not None:
                said = inner.kind == "complement" and self.says(outer.verb) and not _is_told(outer.verb)
                if said or (inner.kind == "participle" and inner.subject in outer.objects and self.counts(outer.verb)):
                    return outer.subject, outer.verb.lemma in self.cues["claiming_verbs"]
            inner, outer = outer, outer.parent
        return None

    def says(self, verb: Verb) -> bool:
        """Whether a verb is one of saying."""
        return verb.lemma in self.cues["speech"] or verb.lemma in self.cues["claimed_speech"]

    def counts(self, verb: Verb) -> bool:
        """Whether a verb is one of counting: 'monitors report 800 people killed'."""
        return verb.lemma in self.cues["count_verbs"] and not verb.is_passive and not verb.is_negated

    def giver(self, clause: Clause, tags: list[str]) -> Noun | None:
        """Who gives a figure: 'put the toll at nine', 'spoke of nine dead', 'said nine', 'was raised to nine by X'."""
        verb = clause.verb
        if verb is None or verb.is_negated:
            return None
        revises = verb.lemma in _REVISING and clause.kind != "participle"  # not "a girl died, raising the toll to 36"
        tells = verb.lemma in self.cues["count_verbs"] or revises
        if verb.is_passive:
            held = clause.subject is not None and clause.subject.word in _HELD
            return next((noun for word, noun in clause.prepositions if word == "by" and tells and held), None)
        speaks = verb.lemma in _SPEAKING and any(word == "of" for word, _ in clause.prepositions)
        bare = verb.lemma in _SAYING and clause.object is not None and tags[clause.object.head] == "c"
        return (clause.antecedent if clause.kind == "relative" else clause.subject) if tells or speaks or bare else None

    def is_reported(self, clause: Clause) -> bool:
        """Whether a clause is what somebody said: its past perfect is only the past of the saying."""
        outer = clause.parent
        return clause.kind == "complement" and outer is not None and outer.verb is not None and self.says(outer.verb)

    def tells_of_before(self, clause: Clause) -> bool:
        """'had attacked': what was before the rest; not what 'police said had', nor what 'by noon had' come about.

        So is what 'the paper recalls that' somebody had done.
        """
        if clause.verb is None or clause.verb.tense != "pastperfect":
            return False
        if self.is_reported(clause) and not is_brought_up(clause):
            return False
        return not any(word == "by" and noun.word in _BY_THEN for word, noun in clause.prepositions)

    def _closes(self, clause: Clause) -> bool:
        """', officials said': a verb of saying at the end with nothing said behind it."""
        assert clause.verb is not None
        says = self.says(clause.verb) and not clause.verb.is_passive
        told = not clause.objects or clause.verb.lemma in ("tell", "inform")
        return says and told and not any(c.kind == "complement" for c in clause.children)


def is_brought_up(clause: Clause) -> bool:
    """'The paper recalls that rebels had attacked X': something else than the news."""
    above = clause.parent.verb if clause.kind == "complement" and clause.parent is not None else None
    verb = clause.verb
    return above is not None and above.lemma == "recall" and verb is not None and verb.tense == "pastperfect"
