"""Turns of speech that claim a deed: 'put its name to the blast', 'the bomber was one of its men, X said'.

What belongs here: claims that hang on a fixed phrase, or on who speaks behind them. What does not: the verbs of
claiming (claiming.py), blame laid on others (blaming.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sitrep.extract.claiming import Claim, Claims
from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.phrases import Noun, Verb

_TO_A_DEED = frozenset({"to", "for", "on", "of", "behind"})
_THEIR_OWN, _CRIMES = frozenset({"theirs", "ours"}), frozenset({"deed", "act", "crime"})
_EACH_ONE = frozenset({"both", "he", "they", "it"})
_SPEAKERS = frozenset({"it", "we"})  # "It was behind the bombing, the group said"
_SELVES = frozenset({"itself", "themselves", "himself"})
_ASCRIBES, _ONTO = frozenset({"attribute", "ascribe", "credit", "take", "assume"}), frozenset({"to", "on", "upon"})
_DECLARES = frozenset({"declare", "pronounce", "proclaim", "announce"})
_MAKES_OWN = frozenset({"make", "call"})
_HAILS = frozenset({"hail", "praise", "celebrate", "describe", "present"})
_COMES, _CLAIMS = frozenset({"come", "issue", "appear", "follow", "arrive"}), frozenset({"claim", "claims"})
_ACCOUNTS = frozenset({"account", "admission", "avowal", "telling", "word"})
_NONE = frozenset({"no", "neither", "nor", "never"})
#: Whoever gives the reason for a deed did it: "said the blast was in revenge for the death of its chief".
_REASONS = frozenset({"in revenge for", "in retaliation for", "in response to", "in reprisal for"})
_REVENGE = frozenset({"revenge", "retaliation", "reprisal"})  # no "response": that is said of others' deeds too
_IS, _AS_REASON = frozenset({"be", "come"}), frozenset({"revenge", "retaliation", "response", "reply", "answer"})


class TurnsOfClaim:
    """Finds such claims in the clauses of one sentence."""

    def __init__(self, claims: Claims) -> None:
        self.claims, self.cues, self.words = claims, claims.cues, claims.words

    def find(self, clauses: list[Clause]) -> list[Claim]:
        """Who claims what; event None: what an earlier sentence tells."""
        found = [replace(claim, claimant=self.claims.by_name(claim.claimant)) for claim in self._find(clauses)]
        return [claim for claim in found if not self.claims.is_nobody(claim.claimant)]

    def _find(self, clauses: list[Clause]) -> Iterator[Claim]:
        for clause in clauses:
            verb, subject = clause.verb, clause.subject
            if verb is None or verb.is_negated or verb.modal or subject is None:
                continue
            if verb.is_passive and verb.lemma not in _COMES:
                continue
            about = self._about(clause, verb, subject)
            if about is not None and self._may_claim(subject):
                yield Claim(subject, about[0], clause)
            yield from self._from_whom(clause, verb, subject)
            yield from self._said_behind(clause, clauses)

    def _may_claim(self, subject: Noun) -> bool:
        return self.claims.fights(subject) or bool(
            self.claims.nouns.of(subject).classes & {"proper", "named", "pronoun"}
        )

    def _about(self, clause: Clause, verb: Verb, subject: Noun) -> tuple[Event | None] | None:
        """The deed that a clause claims, in a tuple; no tuple where it claims none."""
        if any(f"{verb.lemma}/{noun.word}" in self.cues["claim_acts"] for noun in clause.objects):
            return self._deed([noun for word, noun in clause.prepositions if word in _TO_A_DEED])
        if any(self._is_own_account(bound) for bound in clause.prepositions) and self.claims.fights(subject):
            return (self.claims.matcher.by_clause.get(clause.number),)
        if verb.lemma == "own" and self.words[verb.main + 1 : verb.main + 2] in (["up"], ["up to"]):
            return self._deed([*clause.objects, *(noun for _, noun in clause.prepositions)]) or (None,)
        if verb.lemma in _MAKES_OWN and (
            any(self._is_own(noun) for noun in clause.objects) or self._is_own_behind(clause)
        ):
            return self._deed(clause.objects)
        if verb.lemma in _ASCRIBES and any(
            word in _ONTO and noun.word in _SELVES for word, noun in clause.prepositions
        ):
            return self._deed([*clause.objects, *(noun for each in clause.objects for _, noun in each.prepositions)])
        if verb.lemma in _DECLARES and clause.object is not None and clause.object.word in _SELVES:
            responsible = "responsible" in self.words[clause.object.last : clause.object.last + 2]
            about = [noun for word, noun in clause.prepositions if word == "for"]
            return (self._deed(about) or ((None,) if not about else None)) if responsible else None
        if verb.lemma in _HAILS:
            if any(word == "as" and noun.word in _REVENGE for word, noun in clause.prepositions):
                return self._deed(clause.objects) if self.claims.fights(subject) else None
            work = [noun for word, noun in clause.prepositions if word == "as" and noun.word in self.cues["work_nouns"]]
            theirs = any(self.claims.is_theirs(n) for noun in work for word, n in noun.prepositions if word == "of")
            return self._deed(clause.objects) if theirs else None
        if verb.lemma not in self.cues["speech"] or not self.claims.fights(subject):
            return None
        return self._reason(clause) or self._its_own(clause)

    def _its_own(self, clause: Clause) -> tuple[Event | None] | None:
        """'X said the operation was its own', 'said that the deed was theirs'."""
        for child in clause.children:
            noun, verb = child.object, child.verb
            if child.kind != "complement" or verb is None or noun is None or verb.lemma != "be" or verb.is_negated:
                continue
            own = noun.word in _THEIR_OWN or self._is_own(noun)
            if own and child.subject is not None and child.subject.word in _CRIMES:
                return (None,)
            event = self.claims.event_of(child.subject)
            if own and event is not None:
                return (event,)
        return None

    def _is_own_account(self, bound: tuple[str, Noun]) -> bool:
        """'by its own account'."""
        word, noun = bound
        return word == "by" and noun.word in _ACCOUNTS and "own" in self.words[noun.first : noun.last]

    def _is_own(self, noun: Noun) -> bool:
        """'its own'."""
        return noun.word == "own" and self.words[noun.first] in ("its", "their")

    def _is_own_behind(self, clause: Clause) -> bool:
        """'made the attack its own'."""
        noun = clause.object
        behind = self.words[noun.last : noun.last + 2] if noun is not None else []
        return behind in (["its", "own"], ["their", "own"])

    def _deed(self, nouns: list[Noun]) -> tuple[Event | None] | None:
        for noun in nouns:
            event = self.claims.event_of(noun)
            if event is not None or self.claims.stands_for_deed(noun):
                return (event,)
        return None

    def _reason(self, clause: Clause) -> tuple[Event | None] | None:
        """'X said the bombing was in revenge for the death of its chief'."""
        for child in clause.children:
            verb, event = child.verb, self.claims.event_of(child.subject)
            if child.kind != "complement" or verb is None or verb.is_negated or verb.lemma not in _IS or event is None:
                continue
            for_it = any(word in _REASONS for word, _ in child.prepositions)
            if for_it or any(noun.word in _AS_REASON for noun in child.objects):
                return (event,)
        return None

    def _from_whom(self, clause: Clause, verb: Verb, subject: Noun) -> Iterator[Claim]:
        """'A claim of responsibility came from X'."""
        if subject.word not in _CLAIMS or verb.lemma not in _COMES or self.words[subject.first] in _NONE:
            return
        whose = [n for word, n in (*clause.prepositions, *subject.tail) if word in ("from", "by", "in the name of")]
        yield from (Claim(noun, None, clause) for noun in whose[:1] if self._may_claim(noun))

    def _said_behind(self, clause: Clause, clauses: list[Clause]) -> Iterator[Claim]:
        """'It was one of its men, X says', '"We did it," X said', 'the bomber was one of theirs, X said'."""
        if clause.kind != "main":
            return
        speaker, _ = self.claims.speakers.of(clause, clauses)
        if speaker is None or speaker is clause.subject or not self.claims.fights(speaker):
            return
        if self.claims.own_people(clause) or self._did_it(clause) or self.claims.own_work(clause, speaker):
            yield Claim(speaker, self.claims.event_of(clause.subject), clause)
        elif clause.subject is not None and clause.subject.word in _SPEAKERS and not self._is_undergone(clause):
            event = self.claims.did(clause)
            yield from (Claim(speaker, event, clause),) if event is not None else ()

    def _is_undergone(self, clause: Clause) -> bool:
        return clause.verb is None or clause.verb.is_passive

    def _did_it(self, clause: Clause) -> bool:
        """'We did it', 'it was us'."""
        subject, verb = clause.subject, clause.verb
        if subject is None or verb is None or verb.lemma not in ("be", "do"):
            return False
        objects = {noun.word for noun in clause.objects}
        ours = [n for n in clause.objects if n.word in self.cues["work_nouns"] and self.words[n.first] == "our"]
        if verb.lemma == "be" and ("ours" in objects or ours):  # "Both were ours", "the blast was our work"
            told = self.claims.event_of(subject) is not None or subject.word in _CRIMES
            return told or subject.word in _EACH_ONE or subject.word in self.cues["doer_nouns"]
        return (subject.word == "we" and verb.lemma == "do" and "it" in objects) or (
            subject.word == "it" and verb.lemma == "be" and bool(objects & {"us", "we"})
        )
