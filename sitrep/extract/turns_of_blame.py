"""Turns of speech that lay a deed told before on somebody: 'it bore the marks of X', 'X's hand is seen in it'.

What belongs here: blame that hangs on a fixed phrase. What does not: the verbs of blaming (blaming.py), claims of one's
own (turns_of_claim.py).
"""

from __future__ import annotations

from sitrep.extract.claiming import Claim, Claims
from sitrep.extract.clause import Clause
from sitrep.extract.phrases import Noun, Verb

#: Words that stand for a deed told before.
DEED = frozenset({"it", "this", "that", "deed", "act", "crime", "atrocity", "outrage", "incident"})
SEES, _SEEN = frozenset({"see", "suspect", "believe", "place"}), frozenset({"see", "suspect", "detect", "sense"})
_TRACED = SEES | _SEEN
_TRACES = frozenset({"mark", "marks", "hallmark", "hallmarks", "stamp", "signature", "hand", "fingerprints", "work"})
#: Those who were said to have done it: "they were X rebels", "he belonged to Y".
THEY = frozenset({"they", "he", "she"})
_HANDS = frozenset({"hand", "handiwork"})
_NAMES = frozenset({"name", "identify", "call", "brand"})
_CULPRITS = frozenset({"culprit", "culprits", "perpetrator", "perpetrators"})
_SUSPECTS = frozenset({"suspect", "suspects", "culprit", "culprits"})
_GUILTY = frozenset({"responsible", "behind", "guilty"})
#: Words between those who are held to have done it, or pursued for it, and the deed.
FOR_A_DEED = frozenset({"for", "of", "over", "with", "in", "in connection with", "because of", "on"})
#: People who are no armed group, and raid: "residents blamed Fulani herders".
_RAIDERS = frozenset(
    "herders herdsmen pastoralists settlers bandits gang gangs cartel crime vigilantes mob pirates".split()
)
#: Forces of a state, of whom such a turn is as good as a name.
_FORCES_BLAMED = frozenset("army military police soldiers troops paramilitaries junta regime".split())


class TurnsOfBlame:
    """Reads them off the clauses of one sentence."""

    def __init__(self, claims: Claims) -> None:
        self.claims, self.cues, self.words = claims, claims.cues, claims.words

    def find(self, clause: Clause, verb: Verb) -> list[Claim]:
        """Who is said by a turn of speech to have done what an earlier sentence tells."""
        subject = clause.subject
        if subject is None:
            return []
        if subject.word in DEED and not verb.is_passive:
            who = self._traced(clause) or self._cleft(clause)
        elif subject.word in THEY and verb.lemma == "be" and not verb.is_passive:
            named = next((n for n in clause.objects if self.claims.fights(n)), None)
            return [Claim(named, None, clause, is_own=False, is_name=True)] if named is not None else []
        elif verb.lemma == "be":
            who = self._is_called_so(clause, subject)
        elif verb.lemma in _NAMES:
            who = self._named_as_doer(clause)
        else:
            who = self._seen(clause, verb, subject)
        said = clause.parent if clause.kind == "infinitive" and clause.parent is not None else clause  # "take it to be"
        return [Claim(who, None, said, is_own=False)] if who is not None and self.may_have(who) else []

    def may_have(self, noun: Noun) -> bool:
        """Whether somebody blamed may have done it with weapons: an armed group, a state, its army."""
        hit = self.claims.nouns.of(noun).hit
        return (
            self.claims.fights(noun)
            or noun.word in _RAIDERS
            or noun.word in _FORCES_BLAMED
            or (hit is not None and hit.kind in ("state", "military") and hit.form != "role")
        )

    def _traced(self, clause: Clause) -> Noun | None:
        """'it bore the marks of X', 'it was the work of X', 'this is X's doing'."""
        traces = (n for n in clause.objects if n.word in _TRACES or n.word in self.cues["work_nouns"])
        return next((who for trace in traces if (who := self._whose(trace)) is not None), None)

    def _whose(self, noun: Noun) -> Noun | None:
        return noun.owner or next((n for word, n in noun.prepositions if word == "of"), None)

    def _cleft(self, clause: Clause) -> Noun | None:
        """'it was X fighters who did it': X fighters."""
        told = (c for c in clause.children if c.kind == "relative" and c.verb is not None and c.verb.lemma == "do")
        return next((c.antecedent for c in told if any(n.word in DEED for n in c.objects)), None)

    def _is_called_so(self, clause: Clause, subject: Noun) -> Noun | None:
        """'X is the prime suspect', 'those responsible were X', 'X, the army says, was responsible'."""
        if any(noun.word in _SUSPECTS for noun in clause.objects) and self.claims.fights(subject):
            of_other = any(word in FOR_A_DEED for noun in clause.objects for word, _ in noun.prepositions)
            return None if of_other else subject
        if self.words[subject.first] == "those":
            return None if _GUILTY.isdisjoint(self.words[subject.first + 1 : subject.last + 1]) else clause.object
        told = clause.kind == "main" or self._is_believed(clause, subject)
        alone = told and not any(word == "for" for word, _ in clause.prepositions)
        return subject if alone and not clause.children and self.claims.is_responsible(clause) else None

    def _is_believed(self, clause: Clause, subject: Noun) -> bool:
        """'officials believe X was responsible': what others say of a group."""
        outer = clause.parent
        if clause.kind != "complement" or outer is None or outer.verb is None or outer.subject is None:
            return False
        says = outer.verb.lemma in self.cues["speech"] and not outer.verb.is_negated
        return says and self.claims.fights(subject) and not self.claims.is_own(subject, outer.subject)

    def _named_as_doer(self, clause: Clause) -> Noun | None:
        """'named X as the culprit', 'identified the attackers as X rebels': X."""
        named = clause.object
        as_what = next((noun for word, noun in clause.prepositions if word == "as"), None)
        if named is None or as_what is None:
            return None
        return named if self._is_culprit(as_what) else as_what if self._is_culprit(named) else None

    def _is_culprit(self, noun: Noun) -> bool:
        return noun.word in self.cues["doer_nouns"] or noun.word in _CULPRITS

    def _seen(self, clause: Clause, verb: Verb, subject: Noun) -> Noun | None:
        """'X's hand is seen in it', 'the army sees X behind it', 'officials suspect the hand of X'."""
        if verb.is_passive:
            return self._whose(subject) if verb.lemma in _SEEN and subject.word in _TRACES else None
        if verb.lemma in SEES and any(word == "behind" and n.word in DEED for word, n in clause.prepositions):
            return clause.object
        hand = clause.object
        if verb.lemma not in _TRACED or hand is None or hand.word not in _HANDS:
            return None
        return self._whose(hand) or next((n for word, n in clause.prepositions if word == "of"), None)
