"""Which triggers the words of a sentence leave to each of its verbs, before anything is asked that costs more.

What belongs here: verbs, particles and the nouns that make an act with a verb, and the words without which a trigger
cannot hold. What does not: its conditions (events.py). A verb may have dozens of triggers; nearly all ask for words
that are not said, so that one more costs next to nothing.
"""

from __future__ import annotations

from sitrep.extract.atoms import Atoms
from sitrep.extract.clause import Clause
from sitrep.extract.phrases import Noun, Verb
from sitrep.ontology.patterns import Patterns
from sitrep.ontology.patterns.forms import Trigger

_PREPOSITIONS = frozenset({"in", "on", "for", "at", "to", "of", "with", "upon", "behind", "by", "into", "from"})
_NOT_WITH = frozenset({"after", "before", "since", "during", "over", "until", "amid", "despite", "following"})  # no act
_ABLAZE = frozenset({("on", "fire"), ("ablaze",), ("alight",), ("afire",)})
_NEAR, _PARTICIPLES, _ENDS = 9, frozenset("pqeg"), frozenset(",.;:-rsxhmoz")
_FIXED = 2  # so many particles make another verb of one: "held talks with" holds nobody


class Candidates:
    """The triggers that the verbs of one sentence may be."""

    def __init__(self, atoms: Atoms, patterns: Patterns) -> None:
        self.atoms, self.words, self.patterns = atoms, atoms.words, patterns
        self.heard: set[frozenset[str]] | None = None  # what triggers need, of which the sentence says a word

    def of(self, clause: Clause, verb: Verb, after: str) -> list[tuple[Trigger, bool]]:
        """Those with a fixed object first, of which it says so, then those of the verb and its particles."""
        found: list[tuple[Trigger, bool]] = []
        acts = self.acts_of(verb)
        if acts:
            heads = self._heads(clause, verb, after, acts)
            for head, trigger in acts:
                if head in heads and (not trigger.needs or self._may_hold(trigger)):
                    found.append((trigger, True))
        for particles, trigger in self.patterns.verbs.get(verb.lemma, ()):
            if not trigger.needs or self._may_hold(trigger):
                bare = not particles and len(verb.particles) < _FIXED
                if bare or particles == verb.particles or self._follows(clause, particles):
                    found.append((trigger, False))
        return found

    def acted(self, clause: Clause, verb: Verb, trigger: Trigger) -> Noun | None:
        """The noun that makes the act with the verb which a trigger asks for."""
        heads = [head for head, act in self.acts_of(verb) if act is trigger]
        nouns = self._act_nouns(clause, verb) if heads else []
        return next((noun for head in heads for noun in nouns if head in self.forms(noun)), None)

    def _may_hold(self, trigger: Trigger) -> bool:
        if self.heard is None:
            self.heard = self._heard()
        heard = self.heard
        return all(words in heard for words in trigger.needs)

    def _heard(self) -> set[frozenset[str]]:
        """What the words of the sentence meet."""
        heard: set[frozenset[str]] = set()
        asked = self.patterns.asked
        for word in self.atoms.said:
            sets = asked.get(word)
            if sets is not None:
                heard.update(sets)
        return heard

    def acts_of(self, verb: Verb) -> tuple[tuple[str, Trigger], ...]:
        """The nouns that make one act with a verb: with its particles ("call off a strike"), else without."""
        own = self.patterns.acts.get(verb.name(), ()) if verb.particles else ()
        return own or self.patterns.acts.get(verb.lemma, ())

    def _act_nouns(self, clause: Clause, verb: Verb) -> list[Noun]:
        """The objects of a clause, or a passive's subject, that an act may ask for."""
        subjects = [clause.subject] if verb.is_passive and clause.subject is not None else []
        near = [n for word, n in clause.prepositions[:1] if word not in _NOT_WITH]  # "held after a protest"
        return [*clause.objects, *subjects, *near]

    def _heads(self, clause: Clause, verb: Verb, after: str, acts: tuple[tuple[str, Trigger], ...]) -> set[str]:
        """What may make an act with the verb: the nouns, the word behind them, 'is ready'.

        A noun behind a preposition only where no object does: who "opened fire on a market" opened no market.
        """
        heads = {after}
        near = clause.prepositions[0][1] if clause.prepositions else None
        for noun in self._act_nouns(clause, verb):
            if noun is not near or not any(head in heads for head, _ in acts):
                heads.update(self.forms(noun))
        if verb.lemma == "be":
            heads.update([self.words[phrase.first] for phrase in clause.adjectives])
        return heads

    def forms(self, noun: Noun) -> tuple[str, ...]:
        """The words by which an act may call a noun: as it is, for one, for several, with its blanks joined."""
        own = noun.word
        one = own[:-1] if own.endswith("s") else own
        joined = own.replace(" ", "_") if " " in own else own
        return own, self.patterns.lexicon.singulars.get(own, own), own + "s", one, joined

    def _behind_adverbs(self, clause: Clause, particle: str) -> bool:
        """'called repeatedly for new polls', 'appealed once more for calm'."""
        at = first = clause.verb.last if clause.verb is not None else 0
        while at < len(self.words) and self.atoms.tags[at] == "a":
            at += 1
        whom = "".join(self.atoms.tags[at + 1 : at + 2]) not in "TA"  # not "called again on Monday"
        return at > first and self.words[at : at + 1] == [particle] and whom

    def _follows(self, clause: Clause, particles: tuple[str, ...]) -> bool:
        """Whether particles stand behind the object: 'blew himself up', 'shot the man dead', 'set the bus on fire'."""
        if len(particles) == 1 and particles[0] in _PREPOSITIONS:
            return self._behind_adverbs(clause, particles[0])
        noun = clause.object
        if noun is None:
            return False
        if len(particles) == 2 and any((word, n.word) == particles for word, n in clause.prepositions):
            return True
        if self._stand_at(noun.last, particles):
            return True
        if any(self._stand_at(other.last, particles) for _, other in noun.tail):  # "set a station in Nantes ablaze"
            return True
        return particles in _ABLAZE and self._ends_in(noun.last, particles)

    def _ends_in(self, place: int, particles: tuple[str, ...]) -> bool:
        """Whether a participle stands between the object and the flames: 'set a lorry carrying rice on fire'."""
        if "".join(self.atoms.tags[place : place + 1]) not in _PARTICIPLES:
            return False
        for at in range(place + 1, min(place + _NEAR, len(self.words))):
            if self._stand_at(at, particles):
                return True
            if self.atoms.tags[at] in _ENDS:
                return False
        return False

    def _stand_at(self, place: int, particles: tuple[str, ...]) -> bool:
        """Whether particles stand at a place, the last perhaps as the first word of a unit: 'out' in 'out of'."""
        if particles and (place >= len(self.words) or not self.words[place].startswith(particles[0])):
            return False
        found = tuple(self.words[place : place + len(particles)])
        return found == particles or (len(found) == len(particles) and (*found[:-1], found[-1].split()[0]) == particles)
