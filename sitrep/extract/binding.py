"""Who a pronoun stands for inside its own sentence.

What belongs here: looking back and up in one sentence. What does not: what other sentences named (pronouns.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.owning import owned
from sitrep.extract.parties import Parties, Party
from sitrep.extract.phrases import Noun

_ME = frozenset({"we", "us", "i", "me"})
_HIM = frozenset({"he", "him", "she", "her"})
_ARMED = frozenset({"militants", "unidentified"})
_FORCES = frozenset({"military", "police"})
#: What those whom police or troops shot had done before: "after they opened fire on a patrol".
_BEGINS = frozenset(
    {"attack", "ambush", "fire", "open", "shoot", "kill", "abduct", "kidnap", "refuse", "resist", "rob"}
)
_REPLIES = frozenset({"respond", "retaliate", "reply"})
_DEEDS = frozenset("epz")  # tags of verbs that say what somebody did
_NUMBERS = frozenset({"number", "toll"})


_TELLERS = frozenset(
    """witness witnesses eyewitness eyewitnesses police officials official medics doctors doctor relatives relative
    family families activists source sources report reports spokesman spokeswoman spokesperson governor minister
    ministry authorities prosecutors prosecutor lawyer""".split()
)


class Binder:
    """Binds the pronouns of one sentence."""

    def __init__(self, parties: Parties, phrases: list[Noun]) -> None:
        self.parties, self.phrases = parties, phrases
        self.nouns, self.text = parties.nouns, parties.text

    def of(self, party: Party, clause: Clause, speaker: Party | None, *, hurt: str = "") -> Party:
        """'Iran said it struck camps': 'it' is who speaks; 'ambushed a commander and shot him': 'him' the commander.

        `hurt`: what was done to whom the pronoun stands for: the dead do not speak, nor were witnesses hurt.
        """
        if party.pronoun == "our":
            return party if speaker is None or speaker.pronoun else owned(party, speaker, self.parties.ontology)
        if party.pronoun == "its":
            return self._owner(party, speaker)
        if party.pronoun == "his":
            owner = self._above(party.told_as(party.actor, party.group, "he"), clause)
            return party if owner is None else owned(party, owner, self.parties.ontology)
        if party.pronoun in _ME and speaker is not None:
            return speaker
        if party.pronoun == "they" and (struck := self._replies(party, clause)) is not None:
            return struck
        if hurt and party.pronoun in _HIM and (hurt_one := self._while_acting(party, clause)) is not None:
            return hurt_one
        if party.pronoun in ("he", "she") and (told := self._who_told(party, clause, hurt)) is not None:
            return told
        person = self._person_before(party, self._acting_on(party, clause)) if party.pronoun in _HIM else None
        return person or self._above(party, clause, hurt) or party

    def others(self, party: Party, clause: Clause) -> list[Party]:
        """'A, B and C said they had attacked': B and C."""
        outer = clause.parent
        if party.pronoun != "they" or clause.kind != "complement" or outer is None or outer.subject is None:
            return []
        found = (self.parties.of(each) for each in outer.subject.coordinated)
        return [other for other in found if other is not None and not other.pronoun and not other.is_person]

    def beside(self, party: Party, clause: Clause, clauses: list[Clause]) -> Party:
        """'insurgents held the area, and they have attacked it since': who acts in the clause before its own."""
        if clause.subject is None or party.pronoun not in ("they", "it"):
            return party
        for before in reversed(clauses[: clause.number]):
            subject, verb = before.subject, before.verb
            found = (
                self.parties.of(subject) if subject is not None and verb is not None and not verb.is_passive else None
            )
            if found is None or found.pronoun or found.is_thing or found.start >= party.start:
                continue
            if found.is_plural == (party.pronoun == "they") and _may_stand_for(party.pronoun, found):
                return found
        return party

    def those_before(self, party: Party, clause: Clause | None) -> Party | None:
        """'officers had gone to a house when gunmen fired on them': the people named before those who fired.

        Others who carry arms, such as those whom the officers had gone to arrest, are it where there is nobody else.
        """
        doer = clause.subject if clause is not None else None
        words, tags, found = self.nouns.atoms.words, self.nouns.atoms.tags, []
        for noun in reversed(self.phrases):
            before = self._start(noun) < party.start and words[noun.first - 1] not in ("as", "by")
            own = doer is not None and noun.first >= doer.first and _DEEDS.isdisjoint(tags[doer.first : noun.first])
            those = self.parties.of(noun) if before and not own else None  # "gunmen, some of them X, ambushed them"
            if those is not None and those.is_plural and not (those.pronoun or those.is_thing or those.is_number):
                found.append((noun, those))
        doers = self.nouns.of(doer).classes if doer is not None else frozenset()
        if doers & _ARMED:
            found.sort(key=lambda each: bool(self.nouns.of(each[0]).classes & _ARMED))
        elif doers & _FORCES:  # "gunmen killed six worshippers before police shot them"
            found.sort(key=lambda each: not self.nouns.of(each[0]).classes & _ARMED)
        return found[0][1] if found else None

    def owner_of(self, noun: Noun, party: Party, doers: list[Party]) -> Party | None:
        """Whose a thing is that was struck: 'the chief was leaving when his car was hit': the chief's."""
        if not party.is_thing or self.nouns.atoms.words[noun.first] not in ("his", "her"):
            return None
        owner = self._person_before(party)
        return None if owner is None or any(owner.start == doer.start for doer in doers) else owner

    def _who_told(self, party: Party, clause: Clause, hurt: str) -> Party | None:
        """'the envoy told the general that he would leave', 'that he is ready to leave': the envoy."""
        said = clause
        while said.kind == "infinitive" and said.parent is not None:
            said = said.parent
        outer = said.parent
        if said.kind != "complement" or outer is None or outer.verb is None or not outer.objects:
            return None
        return self._above(party, clause, hurt) if outer.verb.lemma == "tell" and not outer.verb.is_passive else None

    def _replies(self, party: Party, clause: Clause) -> Party | None:
        """'threw bricks at the army and they responded with gunfire, killing two': the army."""
        outer = clause.parent if clause.kind == "participle" and clause.parent is not None else clause
        if outer.verb is None or outer.verb.lemma not in _REPLIES or outer.kind == "complement":
            return None
        for noun in reversed(self.phrases):
            found = self.parties.of(noun) if self._start(noun) < party.start else None
            if found is not None and found.actor.kind in ("military", "police") and not found.pronoun:
                return found
        return None

    def _while_acting(self, party: Party, clause: Clause) -> Party | None:
        """'Ana Ruiz was waiting for her aunt when she was shot': who acts in the clause around."""
        subject = clause.parent.subject if clause.kind == "subordinate" and clause.parent is not None else None
        found = self.parties.of(subject) if subject is not None else None
        hangs = found is not None and not found.pronoun and found.is_person and not found.is_plural
        return found if hangs and found is not None and found.start < party.start else None

    def _acting_on(self, party: Party, clause: Clause) -> Noun | None:
        """Who does to 'him' what a clause tells: of 'the president accused him of' not the president."""
        for each in (clause, clause.parent):
            held = (*each.objects, *(noun for _, noun in each.prepositions)) if each is not None else ()
            if each is not None and any(self._start(noun) == party.start for noun in held):
                return each.subject
        return None

    def _person_before(self, party: Party, besides: Noun | None = None) -> Party | None:
        """The last human being named before 'him', who is nobody of `besides`."""
        others = () if besides is None else (besides, *besides.appositions)
        for noun in reversed(self.phrases):
            if self._start(noun) < party.start and not any(noun is other for other in others):
                found = self.parties.of(noun)
                known = found is not None and not found.pronoun and found.start != party.start
                if known and found is not None and found.is_person and not self.nouns.of(noun).classes & _NUMBERS:
                    return found
        return None

    def _above(self, party: Party, clause: Clause, hurt: str = "") -> Party | None:
        """Who speaks or acts in the clauses around."""
        inner, outer = clause, clause.parent
        while outer is not None:
            hangs = inner.kind == "complement" or (
                inner.kind in ("subordinate", "relative") and party.pronoun in ("they", "it", "them")
            )
            tells = inner.kind == "complement" and outer.subject is not None
            if tells and outer.subject is not None and (hurt == "killed" or (hurt and outer.subject.word in _TELLERS)):
                return None  # "witnesses said they were shot": those of whom was told before
            if outer.subject is not None and outer.subject is not clause.subject and hangs:
                if self.nouns.atoms.words[outer.subject.first].split()[0] in self.nouns.patterns.cues["nobody_words"]:
                    return party.told_as(party.actor, party.group, "nobody")  # "no one has said they did it"
                speaker = self.parties.of(self._armed_by(inner, outer) or outer.subject)
                if speaker is not None and not speaker.pronoun and _may_stand_for(party.pronoun, speaker):
                    return speaker
            inner, outer = outer, outer.parent
        return None

    def _armed_by(self, inner: Clause, outer: Clause) -> Noun | None:
        """'five were killed by militia when they raided the village': those with arms did, unless both have."""
        if inner.kind != "subordinate" or outer.verb is None or outer.subject is None:
            return None
        if not outer.verb.is_passive:
            return self._shot_at(inner, outer)
        by = next((noun for word, noun in outer.prepositions if word == "by"), None)
        armed = by is not None and bool(self.nouns.of(by).classes & _ARMED)
        return by if armed and not self.nouns.of(outer.subject).classes & (_ARMED | _FORCES) else None

    def _shot_at(self, inner: Clause, outer: Clause) -> Noun | None:
        """'police killed four gunmen after they attacked a mosque': the gunmen did."""
        struck, verb = outer.object, inner.verb
        if inner.marker != "after" or struck is None or outer.subject is None or verb is None:
            return None
        forces = bool(self.nouns.of(outer.subject).classes & _FORCES)
        return struck if forces and verb.lemma in _BEGINS and self.nouns.of(struck).classes & _ARMED else None

    def _owner(self, party: Party, speaker: Party | None) -> Party:
        """'Islamabad recalled its ambassador': the body named before; 'its men shot two, X said': who speaks behind."""
        for noun in reversed(self.phrases):
            if self._start(noun) >= party.start:
                continue
            classes = self.nouns.of(noun).classes
            if classes & {"state", "body", "official"} and "pronoun" not in classes and "event" not in classes:
                owner = self.parties.of(noun)
                if owner is not None and not owner.pronoun and not owner.is_plural:
                    return owned(party, owner, self.parties.ontology)
        behind = speaker is not None and not speaker.pronoun and speaker.start > party.start
        tells = speaker is not None and speaker.actor.kind in ("insurgent", "militia", "military", "state")
        return owned(party, speaker, self.parties.ontology) if speaker is not None and behind and tells else party

    def _start(self, noun: Noun) -> int:
        return self.text.starts[self.nouns.atoms.first[noun.first]]


def _may_stand_for(pronoun: str, party: Party) -> bool:
    """Whether a pronoun may mean a party: 'he' a person, 'it' a body, 'they' many."""
    if pronoun in ("he", "him", "she", "her", "himself", "herself", "i", "me"):
        return (party.actor.kind in ("person", "government") or party.is_person) and not party.is_plural
    if pronoun in ("it", "itself"):
        return (
            party.actor.kind != "person"
            and not party.is_person
            and (not party.is_plural or party.actor.actor_id.startswith("group."))
        )
    if pronoun in ("they", "them", "themselves"):
        if party.is_thing and not party.is_plural:
            return False  # "the convoy was under way when they attacked it"
        return party.is_plural or not party.is_person
    return pronoun in ("we", "us")
