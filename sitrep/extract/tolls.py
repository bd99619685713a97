"""How many were harmed: counts of people tied to the event that harmed them.

What belongs here: reading "killed six soldiers", "left N dead", "the deaths of two children", and joining each to its
event inside the sentence. What does not: which event of another sentence a toll without one belongs to (story.py).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from sitrep.extract.clauses import Clause
from sitrep.extract.events import Event, Matcher
from sitrep.extract.nouns import Nouns
from sitrep.extract.numbers import Count
from sitrep.extract.phrases import Noun, Phrase
from sitrep.ontology.patterns import Patterns
from sitrep.ontology.types import EventTypes, may_be_one

_CAUSES = frozenset(
    {
        "in",
        "during",
        "by",
        "after",
        "from",
        "when",
        "as",
        "following",
        "amid",
        "with",
        "while",
        "at",
        "on",
        "because_of",
        "because",
        "through",
        "since",
        "against",
        "of",
        "to",
    }
)


@dataclass(slots=True, eq=False)
class Toll:
    """People harmed, as one phrase gives them."""

    outcome: str
    noun: Noun
    clause: Clause | None
    first: int  # atoms of the whole expression
    last: int
    event: Event | None = None
    count: Count | None = None
    is_part: bool = False  # of another toll of the sentence: never added to it


class TollReader:
    """Finds the tolls of one sentence and the events that they belong to."""

    def __init__(self, matcher: Matcher, nouns: Nouns, patterns: Patterns, types: EventTypes) -> None:
        self.matcher, self.nouns, self.types = matcher, nouns, types
        self.words = nouns.atoms.words
        self.cues = patterns.cues
        self.tolls: list[Toll] = []

    def read(self, clauses: list[Clause], phrases: list[Noun]) -> list[Toll]:
        """The tolls of a sentence."""
        for event in list(self.matcher.events):
            self._harm_event(event)
        self._share_causes()
        for clause in clauses:
            self._at_once(clause)
        for clause in clauses:
            if clause.verb is not None:
                self._result(clause)
        for noun in phrases:
            self._nominal(noun, clauses)
        return self.tolls

    # ---- events that are themselves a harm: killed, wounded, kidnapped
    def _harm_event(self, event: Event) -> None:
        if event.verb is not None and event.clause is not None:
            for outcome, noun in event.victims:
                self._add(outcome, noun, event.clause, event)
            if event.trigger.frame.cause:
                event.join(self._cause(event, event.clause))
        elif event.noun is not None and event.trigger.frame.harm:
            for word, noun in event.noun.prepositions:
                if word == "of":
                    self._add(event.trigger.frame.harm, noun, event.clause, event)
            if event.noun.owner is not None and self.nouns.of(event.noun.owner).classes & {"people", "person"}:
                self._add(event.trigger.frame.harm, event.noun.owner, event.clause, event)

    def _at_once(self, clause: Clause) -> None:
        """'was destroyed in the attack when a bomb went off': what two clauses joined by "when" tell is one event."""
        if clause.kind != "subordinate" or clause.marker not in ("when", "as") or clause.parent is None:
            return
        inner, outer = self.matcher.by_clause.get(clause.number), self._told_in(clause.parent)
        if inner is None or outer is None or not self._violent(inner) or not self._violent(outer):
            return
        if may_be_one(self.types, inner.event_type, outer.event_type):
            inner.root().join(outer)

    def _share_causes(self) -> None:
        """'four were killed and hundreds injured in clashes': both in the clashes."""
        harms = [
            e for e in self.matcher.events if e.verb is not None and e.trigger.frame.cause and e.trigger.frame.harm
        ]
        for one, other in itertools.pairwise(harms):
            if one.host is None and other.host is not None and one.verb is not None and one.verb.is_passive:
                if not any(role == "perpetrator" for role, _ in one.roles):
                    one.join(other.host)
                    for toll in self.tolls:
                        if toll.event is one:
                            toll.event = other.host

    def _cause(self, event: Event, clause: Clause) -> Event | None:
        """The event of the sentence that a killing is part of: its subject, its occasion, or what the clause hangs on."""
        verb = clause.verb
        subject = clause.subject
        if subject is not None and verb is not None and not verb.is_passive:
            for noun in (subject, *clause.antecedents, *(n for _, n in subject.tail)):
                found = self.matcher.by_noun.get(id(noun))
                if found is not None and found is not event and self._violent(found):
                    return found
                if (
                    clause.kind != "relative"
                    and noun is subject
                    and self.nouns.of(noun).classes & {"people", "actor", "means"}
                ):
                    break
        if verb is not None and verb.is_passive:
            for word, noun in clause.prepositions:
                found = self._event_in(noun)
                if (
                    word.replace(" ", "_") in _CAUSES
                    and found is not None
                    and found is not event
                    and self._hosts(found)
                ):
                    return found
        return self._cause_outside(event, clause)

    def _event_in(self, noun: Noun) -> Event | None:
        for each in (noun, *noun.coordinated):
            found = self.matcher.by_noun.get(id(each))
            if found is not None:
                return found
        return None

    def _hosts(self, event: Event) -> bool:
        return self._violent(event) and not event.trigger.weak

    def _violent(self, event: Event) -> bool:
        return self.types[event.event_type].has("takes_toll")

    def _cause_outside(self, event: Event, clause: Clause) -> Event | None:
        for child in clause.children:
            if child.kind == "subordinate" and child.marker.split()[-1] in ("when", "as", "after", "while", "during"):
                found = self._told_in(child)
                if found is not None and self._violent(found):
                    return found
        parent = clause.parent
        if clause.kind == "infinitive":
            return None
        if clause.kind == "participle" and parent is not None:
            found = self._hanging_on(clause, parent, event)
            if found is not None:
                return found
        return self._coordinated(event, clause)

    def _told_in(self, clause: Clause) -> Event | None:
        """The event that a clause tells by its verb, its subject, its object, or what it came under."""
        found = self.matcher.by_clause.get(clause.number)
        nouns = [
            *([clause.subject] if clause.subject is not None else []),
            *clause.objects,
            *(n for _, n in clause.prepositions),
        ]
        return found or next((e for noun in nouns if (e := self._event_in(noun)) is not None), None)

    def _hanging_on(self, clause: Clause, parent: Clause, event: Event) -> Event | None:
        """', killing six' belongs to the event of the clause before it, or to the one that its subject or object tells."""
        if clause.antecedent is not None:
            found = self.matcher.by_noun.get(id(clause.antecedent))
            if found is not None and self._violent(found):
                return found
        outer: Clause | None = parent
        while outer is not None:
            found = self.matcher.by_clause.get(outer.number)
            if found is not None and self._violent(found) and found is not event:
                return found
            for noun in [
                *outer.objects,
                *([outer.subject] if outer.subject else []),
                *(n for _, n in outer.prepositions),
            ]:
                inner = self._event_in(noun)
                if inner is not None and self._violent(inner):
                    return inner
            outer = outer.parent if outer.kind in ("participle", "infinitive") else None
        return None

    def _coordinated(self, event: Event, clause: Clause) -> Event | None:
        """'attacked the post and killed two': verbs with one subject tell one event."""
        for other in self.matcher.events:
            same = other.clause is not None and other.clause is not clause and other.clause.subject is clause.subject
            if (
                same
                and other.verb is not None
                and clause.subject is not None
                and other.first < event.first
                and self._violent(other)
            ):
                return other.root()
        return None

    # ---- verbs that give an event its toll: left six dead, claimed 12 lives, died
    def _result(self, clause: Clause) -> None:
        verb = clause.verb
        assert verb is not None
        if self._by_accident(clause):
            return
        if (
            verb.lemma in self.cues["die_verbs"]
            and clause.subject is not None
            and clause.number not in self.matcher.by_clause
        ):
            if self.nouns.of(clause.subject).classes & {
                "people",
                "person",
                "number",
                "military",
                "police",
                "militants",
            }:
                self._add("killed", clause.subject, clause, self._occasion(clause))
            return
        if (
            any(noun.word in self.cues["last_things"] for noun in clause.objects)
            and verb.lemma in self.cues["losing_verbs"]
        ):
            if clause.subject is not None:
                self._add("killed", clause.subject, clause, self._occasion(clause))
            return
        if verb.lemma in ("include", "be", "comprise", "were", "was", "are") and clause.subject is not None:
            self._made_up_of(clause, clause.subject)
        if verb.lemma in ("leave", "find", "report", "declare", "feare", "fear", "presume", "confirm"):
            self._left_dead(clause)
        if verb.lemma in ("claim", "take", "cost"):
            for noun in clause.objects:
                if noun.word in ("lives", "life"):
                    self._add("killed", noun, clause, self._source(clause))
        if verb.lemma in self.cues["suffer_verbs"]:
            for noun in clause.objects:
                if noun.word in self.cues["hurt_nouns"] and clause.subject is not None:
                    self._add("injured", clause.subject, clause, self._occasion(clause))

    def _by_accident(self, clause: Clause) -> bool:
        """Whether a clause tells of deaths in a mishap: 'died in the methane blast', 'drowned when the boat sank'."""
        nouns = [n for _, n in clause.prepositions] + ([clause.subject] if clause.subject is not None else [])
        if any(noun.word in self.cues["war_words"] for noun in nouns):
            return True
        nouns += [
            child.subject for child in clause.children if child.kind == "subordinate" and child.subject is not None
        ]
        for noun in nouns:
            known = noun.word in self.cues["accident_words"]
            if known or (
                noun.word in self.nouns.patterns.lexicon.event_heads
                and self._event_in(noun) is None
                and noun.word in self.cues["blast_words"]
            ):
                return True
        return clause.subject is not None and clause.subject.word in self.cues["accident_words"]

    def _left_dead(self, clause: Clause) -> None:
        """'left six soldiers dead and 40 wounded': the adjective behind the people says what became of them."""
        nouns = [
            *clause.objects,
            *([clause.subject] if clause.verb is not None and clause.verb.is_passive and clause.subject else []),
        ]
        for noun in (each for n in nouns for each in (n, *n.coordinated)):
            outcome = self._outcome_word(noun.word) or (
                self._outcome_word(self.words[noun.last]) if noun.last < len(self.words) else None
            )
            if outcome is None and clause.verb is not None and clause.verb.last < len(self.words):
                outcome = self._outcome_word(self.words[clause.verb.last])
            if outcome is not None:
                self._add(outcome, noun, clause, self._source(clause))

    def _made_up_of(self, clause: Clause, subject: Noun) -> None:
        """'the dead included three women', 'four of the dead were policemen'."""
        inner = next((n for w, n in subject.prepositions if w == "of"), None)
        word = inner.word if inner is not None and self.nouns.of(subject).count is not None else subject.word
        outcome = (
            "killed"
            if word in self.cues["dead_nouns"] | {"victims", "killed"}
            else "injured"
            if word in self.cues["hurt_nouns"]
            else None
        )
        if outcome is None:
            return
        count = self.nouns.of(subject).count if inner is not None else None
        for noun in clause.objects:
            for each in (noun, *noun.coordinated):
                stated = self.nouns.of(each).count or count
                if (
                    self.nouns.of(each).classes & {"people", "person", "military", "police", "militants"}
                    and stated is not None
                ):
                    self._add(outcome, each, clause, self._occasion(clause))
                    self.tolls[-1].count = stated

    def _outcome_word(self, word: str) -> str | None:
        if word in self.cues["dead_adjectives"]:
            return "killed"
        if word in self.cues["hurt_adjectives"]:
            return "injured"
        return "missing" if word in self.cues["missing_adjectives"] else None

    def _source(self, clause: Clause) -> Event | None:
        """The event that is subject of a verb of result, or what its clause hangs on."""
        subject = clause.subject
        if subject is not None:
            for noun in (subject, *clause.antecedents, *(n for _, n in subject.tail)):
                found = self.matcher.by_noun.get(id(noun))
                if found is not None:
                    return found
        return self._occasion(clause)

    def _occasion(self, clause: Clause) -> Event | None:
        """The event in, during or after which people came to harm."""
        for word, noun in clause.prepositions:
            found = self._event_in(noun)
            if found is not None and word.replace(" ", "_") in _CAUSES and self._violent(found):
                return found
        for child in clause.children:
            if child.kind == "subordinate":
                found = self._told_in(child)
                if found is not None and self._violent(found):
                    return found
        if clause.kind in ("participle", "relative", "infinitive") and clause.parent is not None:
            for noun in clause.antecedents:
                found = self.matcher.by_noun.get(id(noun))
                if found is not None and self._violent(found):
                    return found
            found = self.matcher.by_clause.get(clause.parent.number)
            if found is not None and self._violent(found):
                return found
        return None

    # ---- nouns: deaths of two children, injuries to three, six dead, 26 wounded
    def _nominal(self, noun: Noun, clauses: Iterable[Clause]) -> None:
        if id(noun) in self.matcher.by_noun or any(t.noun is noun for t in self.tolls):
            return
        self._with_adjective(noun, clauses)
        outcome = (
            "killed"
            if noun.word in self.cues["dead_nouns"]
            else "injured"
            if noun.word in self.cues["hurt_nouns"]
            else None
        )
        if outcome is None:
            if noun.word in ("killed", "wounded", "injured", "hurt", "slain", "dead"):
                outcome = "injured" if noun.word in self.cues["hurt_adjectives"] else "killed"
            else:
                return
        clause = next(
            (c for c in clauses if noun is c.subject or noun in c.objects or any(n is noun for _, n in c.prepositions)),
            None,
        )
        people = next((other for word, other in noun.prepositions if word in ("of", "to", "for")), None)
        if people is not None and self.nouns.of(people).classes & {
            "people",
            "person",
            "military",
            "police",
            "militants",
            "number",
        }:
            self._add(outcome, people, clause, self._source(clause) if clause else None)
        elif self.nouns.of(noun).count is not None:
            self._add(outcome, noun, clause, self._source(clause) if clause else None)

    def _with_adjective(self, noun: Noun, clauses: Iterable[Clause]) -> None:
        """'8 jawans and driver dead' in a headline: the adjective behind people says what became of them."""
        if noun.last >= len(self.words) or not self.nouns.of(noun).classes & {
            "people",
            "person",
            "military",
            "police",
            "militants",
        }:
            return
        outcome = self._outcome_word(self.words[noun.last])
        meaning = self.nouns.of(noun)
        if (
            outcome is None
            or self.nouns.atoms.tags[noun.last] not in "j"
            or (meaning.count is None and not self.nouns.atoms.headline)
        ):
            return
        first = next((other for other in self.matcher.phrases if noun in other.coordinated), noun)
        clause = next((c for c in clauses if first is c.subject or first in c.objects), None)
        self._add(outcome, first, clause, self._source(clause) if clause else None)

    def _is_harm_word(self, word: str) -> bool:
        return word in self.cues["dead_nouns"] or word in self.cues["hurt_nouns"]

    def _add(self, outcome: str, noun: Noun, clause: Clause | None, event: Event | None) -> None:
        for each in (noun, *noun.coordinated):
            if (
                self.words[each.first] in ("every", "each", "any")
                or any(t.noun is each for t in self.tolls)
                or (each is not noun and self._is_harm_word(each.word))
            ):
                continue
            self.tolls.append(Toll(outcome, each, clause, each.first, each.last, event, self.nouns.of(each).count))
            self._parts_of(outcome, each, clause, event)

    def _parts_of(self, outcome: str, whole: Noun, clause: Clause | None, event: Event | None) -> None:
        """', three of them children', ', including six civilians', ': eight soldiers and a driver': parts of a toll."""
        inner = [n for w, n in whole.tail if w == "including"] + whole.appositions
        for part in (each for n in inner for each in (n, *n.coordinated)):
            counted = self.nouns.counted(part)
            count = self.nouns.of(part).count
            people = self.nouns.of(counted).classes & {"people", "person", "military", "police", "militants"}
            if (
                count is None
                or not people
                or "number" in self.nouns.of(counted).classes
                or any(t.noun is part for t in self.tolls)
            ):
                continue
            self.tolls.append(
                Toll(outcome, part, clause, part.first, max(part.last, counted.last), event, count, is_part=True)
            )


def atoms_of(phrase: Phrase) -> range:
    """The atoms of a phrase."""
    return range(phrase.first, phrase.last)
