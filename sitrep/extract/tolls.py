"""How many were harmed: counts of people tied to the event that harmed them.

What belongs here: reading "killed six soldiers", "left N dead", "the deaths of two children", and joining each to its
event inside the sentence. What does not: which event of another sentence a toll without one belongs to (story.py).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitrep.extract.clause import Clause
from sitrep.extract.events import Event, Matcher
from sitrep.extract.nouns import Nouns
from sitrep.extract.numbers import Count
from sitrep.extract.phrases import Noun, Phrase
from sitrep.extract.sums import Sums
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
        "due_to",
        "as_a_result_of",
        "because",
        "through",
        "since",
        "against",
        "of",
        "to",
    }
)

_PEOPLE = frozenset({"people", "person", "military", "police", "militants"})
_RESULTS = frozenset(
    """include be comprise were was are leave find report declare feare fear presume confirm shoot claim take
    cost""".split()
)  # fmt: skip
_UNNUMBERED = frozenset({"many", "number", "numerous", "countless", "untold"})  # "a number of wounded": no number said
_ONE = frozenset({"a", "an", "his", "her", "its", "their", "one", "another"})


#: Bodies of so many people; None: of as many as is said behind ("a family of five").
_SEVERAL: Mapping[str, Count | None] = {
    "couple": (2, 2), "pair": (2, 2), "duo": (2, 2), "twins": (2, 2), "trio": (3, 3), "family": None,
}  # fmt: skip


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
    rule: str = ""  # how the sentence says it
    series: list[Toll] = field(default_factory=list)  # the list of which it is a member, in the order of the text


class TollReader:
    """Finds the tolls of one sentence and the events that they belong to."""

    def __init__(self, matcher: Matcher, nouns: Nouns, patterns: Patterns, types: EventTypes) -> None:
        self.matcher, self.nouns, self.types = matcher, nouns, types
        self.words = nouns.atoms.words
        self.cues = patterns.cues
        self.sums = Sums(nouns, patterns.cues)
        self.tolls: list[Toll] = []
        self.rule = ""  # what is being read, for the tolls that it gives

    def read(self, clauses: list[Clause], phrases: list[Noun]) -> list[Toll]:
        """The tolls of a sentence."""
        self.rule = "toll.event"
        for event in list(self.matcher.events):
            self._harm_event(event)
        self._share_causes()
        for clause in clauses:
            self._at_once(clause)
        for clause in clauses:
            if clause.verb is not None:
                self.rule = "toll.stated"
                self._stated(clause)
                self.rule = "toll.result"
                self._result(clause)
        self.rule = "toll.noun"
        for noun in phrases:
            self._nominal(noun, clauses)
        return self.tolls

    # ---- events that are themselves a harm: killed, wounded, kidnapped
    def _harm_event(self, event: Event) -> None:
        if event.verb is not None and event.clause is not None:
            listed = {id(each) for _, noun in event.victims for each in noun.coordinated}
            for outcome, noun in event.victims:
                if id(noun) not in listed:
                    self._add(outcome, noun, event.clause, event)
            self._over_forty(event, event.clause)
            if event.trigger.frame.cause:
                event.join(self._cause(event, event.clause))
        elif event.noun is not None and event.trigger.frame.harm:
            for word, noun in event.noun.prepositions:
                if word == "of":
                    self._add(event.trigger.frame.harm, noun, event.clause, event)
            if event.noun.owner is not None and self.nouns.of(event.noun.owner).classes & {"people", "person"}:
                self._add(event.trigger.frame.harm, event.noun.owner, event.clause, event)

    def _over_forty(self, event: Event, clause: Clause) -> None:
        """'Over 40 worshippers were killed': the people are the subject, not what 'over' takes."""
        if event.victims or event.trigger.frame.harm is None or event.verb is None or not event.verb.is_passive:
            return
        for word, noun in clause.prepositions:
            count = self.nouns.of(noun).count
            if word in ("over", "under", "about", "around", "near") and count is not None and noun.last <= event.first:
                self._add(event.trigger.frame.harm, noun, clause, event)
                self.tolls[-1].count = (count[0], None) if word == "over" else count
                return

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
            undone = one.host is None and one.verb is not None and one.verb.is_passive
            if other.host is None or not undone or any(role == "perpetrator" for role, _ in one.roles):
                continue
            one.join(other.host)
            for toll in self.tolls:
                if toll.event is one:
                    toll.event = other.host

    def _cause(self, event: Event, clause: Clause) -> Event | None:
        """The event of the sentence that a killing is part of: its subject, its occasion, what the clause hangs on."""
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
        """', killing six' belongs to the event of the clause before it, or to that of its subject or object."""
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

    # ---- tolls that are told as such: the toll rose to 34, put the number of dead at about 10
    def _stated(self, clause: Clause) -> None:
        verb = clause.verb
        assert verb is not None
        if verb.lemma not in ("be", "estimate", "place") and verb.lemma not in self.cues["rise_to"]:
            return
        holders = [*clause.objects, *([clause.subject] if clause.subject is not None else [])]
        outcome = next((o for noun in holders if (o := self._told_of(noun)) is not None), None)
        over_years = any(other.word in self.cues["war_words"] for noun in holders for _, other in noun.tail)
        over_years = over_years or any(w == "since" for noun in holders for w, _ in noun.tail)
        over_years = over_years or self.sums.is_since(clause)
        heads = {noun.word for noun in self.matcher.phrases}
        if outcome is None or over_years or self.cues["accident_words"] & heads:
            return  # "the death toll of the war", "of the quake"
        numbers = [
            n for word, n in clause.prepositions if word in ("to", "at", "about", "around", "over")
        ] or clause.objects
        for noun in numbers:
            meaning = self.nouns.of(noun)
            if (
                meaning.count is not None
                and meaning.classes & (_PEOPLE | {"number"})
                and "measure" not in meaning.classes
            ):
                self._add(self._own_outcome(noun) or outcome, noun, clause, self._source(clause))
                return

    def _told_of(self, noun: Noun) -> str | None:
        """What a word for a toll counts: 'the death toll', 'the number of dead', 'the number of people killed'."""
        if noun.word == "losses" and not self._has_losses(noun):
            return None
        if noun.word in ("losses", "death_toll") or (noun.word == "toll" and not noun.prepositions):
            return "killed"
        if noun.word not in self.cues["toll_nouns"]:
            return None
        for word, other in noun.prepositions:
            outcome = self._harm_of(other) if word in ("of", "from", "in") else None
            if outcome is not None:
                return outcome
        if self.words[noun.head + 1 : noun.head + 2] == ["of"]:  # "the number of dead": an adjective alone is no phrase
            behind = [word for word in self.words[noun.head + 2 : noun.head + 4] if word != "the"]
            return self._outcome_word(behind[0]) if behind else None
        return "killed" if noun.word == "toll" or self.words[noun.head - 1] == "death" else None

    def _has_losses(self, noun: Noun) -> bool:
        """'its own losses', 'the attackers' losses': of people who fight, not of a firm."""
        sides = {"military", "militants", "police", "state", "government", "people"}
        if noun.owner is not None and self.words[noun.owner.first] not in ("its", "their"):
            return bool(self.nouns.of(noun.owner).classes & sides)
        return self.words[noun.first] in ("its", "their") or noun.owner is not None

    def _harm_of(self, noun: Noun) -> str | None:
        """'the dead', 'those wounded', 'people killed'."""
        if noun.word in self.cues["hurt_nouns"]:
            return "injured"
        if noun.word in self.cues["dead_nouns"]:
            return "killed"
        behind = self.words[noun.last] if noun.last < len(self.words) else ""
        return self._outcome_word(noun.word) or self._outcome_word(behind)

    # ---- verbs that give an event its toll: left six dead, claimed 12 lives, died
    def _result(self, clause: Clause) -> None:
        verb, subject = clause.verb, clause.subject
        assert verb is not None
        if not self._may_tell(verb.lemma) or self._by_accident(clause) or self.sums.is_over_time(clause):
            return
        if self._died(clause):
            return
        if verb.lemma in ("include", "be", "comprise", "were", "was", "are") and subject is not None:
            self._made_up_of(clause, subject)
        if verb.lemma == "be" and subject is not None:
            self._were_dead(clause, subject)
        if verb.lemma in ("leave", "find", "report", "declare", "feare", "fear", "presume", "confirm", "shoot"):
            self._left_dead(clause)
        if verb.lemma in ("claim", "take", "cost"):
            for noun in clause.objects:
                if noun.word in ("lives", "life"):
                    of = next((n for w, n in noun.prepositions if w == "of"), noun)
                    self._add("killed", of, clause, self._source(clause))
                elif self.words[noun.first].endswith("lives of"):
                    self._add("killed", noun, clause, self._source(clause))
        hurts = verb.lemma in self.cues["suffer_verbs"]
        if hurts and subject is not None and any(noun.word in self.cues["hurt_nouns"] for noun in clause.objects):
            self._add("injured", subject, clause, self._occasion(clause))

    def _may_tell(self, lemma: str) -> bool:
        """Whether a verb is one of those that the readings below know: most are not."""
        return lemma in _RESULTS or any(
            lemma in self.cues[name] for name in ("die_verbs", "losing_verbs", "suffer_verbs")
        )

    def _died(self, clause: Clause) -> bool:
        """'12 died', 'two sepoys embraced martyrdom': the subject of a verb of dying."""
        verb, subject = clause.verb, clause.subject
        assert verb is not None
        dies = verb.lemma in self.cues["die_verbs"] and clause.number not in self.matcher.by_clause
        last = verb.lemma in self.cues["losing_verbs"] and any(
            noun.word in self.cues["last_things"] for noun in clause.objects
        )
        if subject is None or not (dies or last):
            return False
        if last or self.nouns.of(subject).classes & (_PEOPLE | {"number"}):
            self._add("killed", subject, clause, self._occasion(clause))
        return True

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

    def _were_dead(self, clause: Clause, subject: Noun) -> None:
        """'23 people were dead': what the adjective says of people that are counted."""
        told = (self._outcome_word(self.words[phrase.first]) for phrase in clause.adjectives)
        outcome = next((word for word in told if word is not None), None)
        if outcome is not None and self._count(subject) is not None and self.nouns.of(subject).classes & _PEOPLE:
            self._add(outcome, subject, clause, self._occasion(clause))

    def _left_dead(self, clause: Clause) -> None:
        """'left six soldiers dead and 40 wounded': the adjective behind the people says what became of them."""
        nouns = [
            *clause.objects,
            *([clause.subject] if clause.verb is not None and clause.verb.is_passive and clause.subject else []),
        ]
        for whole in nouns:
            listed = (whole, *whole.coordinated)
            outcomes = [self._outcome_behind(noun, clause) for noun in listed]
            for index, noun in enumerate(listed):
                outcome = next((o for o in outcomes[index:] if o is not None), None)
                if outcome is not None:
                    self._add_one(outcome, noun, clause, self._source(clause))

    def _outcome_behind(self, noun: Noun, clause: Clause) -> str | None:
        """What an adjective at the end of a phrase, behind it or behind the verb says became of people."""
        last = noun.prepositions[-1][1].last if noun.prepositions and noun.prepositions[0][0] == "of" else noun.last
        outcome = self._outcome_word(noun.word) or (
            self._outcome_word(self.words[last]) if last < len(self.words) else None
        )
        if outcome is None and clause.verb is not None and clause.verb.last < len(self.words):
            outcome = self._outcome_word(self.words[clause.verb.last])
        return outcome

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
                if self.nouns.of(each).classes & _PEOPLE and stated is not None:
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
        if clause is not None and (self._by_accident(clause) or self.sums.is_over_time(clause)):
            return
        people = next((other for word, other in noun.prepositions if word in ("of", "to", "for")), None)
        if people is not None and self.nouns.of(people).classes & (_PEOPLE | {"number"}):
            self._add(outcome, people, clause, self._source(clause) if clause else None)
        elif self.nouns.of(noun).count is not None:
            self._add(outcome, noun, clause, self._source(clause) if clause else None)

    def _with_adjective(self, noun: Noun, clauses: Iterable[Clause]) -> None:
        """'8 jawans and driver dead' in a headline: the adjective behind people says what became of them."""
        if noun.last >= len(self.words) or self.nouns.atoms.tags[noun.last] != "j":
            return
        shot = self.words[noun.last : noun.last + 2] == ["shot", "dead"]
        outcome = "killed" if shot else self._outcome_word(self.words[noun.last])
        if outcome is None:
            return
        meaning = self.nouns.of(noun)
        told = meaning.count is not None or self.nouns.atoms.headline
        if not told or not meaning.classes & (_PEOPLE | {"number"}):
            return
        first = next((other for other in self.matcher.phrases if noun in other.coordinated), noun)
        clause = next((c for c in clauses if first is c.subject or first in c.objects), None)
        self._add(outcome, first, clause, self._source(clause) if clause else None)

    def _is_harm_word(self, word: str) -> bool:
        return word in self.cues["dead_nouns"] or word in self.cues["hurt_nouns"]

    def _add(self, outcome: str, noun: Noun, clause: Clause | None, event: Event | None) -> None:
        noun = self._whole(noun)
        before = len(self.tolls)
        listed = [noun, *noun.coordinated, *self._besides(noun)]
        for index, each in enumerate(listed):
            if index and self._is_same(listed, index):
                continue
            strange = self._is_harm_word(each.word) or self._is_age(noun, each)
            if each is noun or self._own_outcome(each) is not None or not strange:
                self._add_one(self._own_outcome(each) or outcome, each, clause, event)
        self._make_series(before)

    def _besides(self, noun: Noun) -> list[Noun]:
        """'five of them and their driver', 'the chief of Baga and two guards': joined to what hangs on the first."""
        found: list[Noun] = []
        for _, inner in noun.tail if not noun.coordinated else ():
            meaning = self.nouns.of(inner)
            is_name = meaning.hit is not None and meaning.hit.form in ("name", "acronym")
            if is_name or not meaning.classes & _PEOPLE or "pronoun" in meaning.classes:
                found += [n for n in inner.coordinated if self._count(n) is not None and n not in found]
        return [other for other in found if self.nouns.of(other).classes & (_PEOPLE | {"number"})]

    def _make_series(self, before: int) -> None:
        """Ties the tolls that one list gives."""
        made = [toll for toll in self.tolls[before:] if not toll.is_part]
        for toll in made:
            toll.is_part = toll.noun.predicate is not None and toll is not made[0]  # "30 people, 12 of them children"
        made = [toll for toll in made if not toll.is_part]
        if len(made) > 1:
            for toll in made:
                toll.series = made

    def _add_one(self, outcome: str, noun: Noun, clause: Clause | None, event: Event | None) -> None:
        words = self.words[noun.first : noun.last]
        if words[0] in ("every", "each", "any") or {"how", "but"} & set(words):  # "all but two"
            return
        if any(t.noun is noun for t in self.tolls):
            return
        count = None if is_unnumbered(words) else self._count(noun)
        if count is not None and count[1] is None and clause is not None and self._is_feared(clause):
            return
        last = max(noun.last, self.nouns.counted(noun).last) if count is not None else noun.last
        self.tolls.append(Toll(outcome, noun, clause, noun.first, last, event, count, rule=self.rule))
        self._parts_of(outcome, noun, clause, event)

    def _is_feared(self, clause: Clause) -> bool:
        """'Thousands were feared killed': a fear without a number is no toll."""
        verbs = [c.verb.lemma for c in (clause, clause.parent) if c is not None and c.verb is not None]
        return "fear" in verbs

    def _whole(self, noun: Noun) -> Noun:
        """Of '147 people, nearly all of them students, died' the 147 people."""
        if "them" not in self.words[max(0, noun.first - 1) : noun.first]:
            return noun
        for other in reversed(self.matcher.phrases):
            if other.last < noun.first - 1 and self.nouns.of(other).count is not None:
                between = self.words[other.last : noun.first]
                return other if between[0] == "," and len(between) <= 6 else noun
        return noun

    def _count(self, noun: Noun) -> Count | None:
        """How many a phrase counts: a number, or one for 'a policeman', 'their driver'."""
        count = self.nouns.of(noun).count
        if count is None and self.words[noun.first] in ("a", "an") and self.nouns.atoms.tags[noun.head] == "j":
            return 1, 1  # "two Indians and a Pakistani"
        if count is None and noun.word in _SEVERAL and self.nouns.atoms.tags[noun.first] in "dn":
            return self._of_family(noun)
        if count is not None or self.nouns.of(noun).is_plural or noun.word not in self.nouns.patterns.lexicon.nouns:
            return count
        lone = self.words[noun.first] in _ONE or (noun.owner is not None and self.words[noun.owner.first] in _ONE)
        known = self.nouns.of(noun).known
        return (1, 1) if lone and known is not None and known.classes & _PEOPLE and self._is_someone(noun) else None

    def _of_family(self, noun: Noun) -> Count | None:
        """'a couple' is two, 'a family of five' five."""
        stated = next((self.nouns.of(n).count for word, n in noun.prepositions[:1] if word == "of"), None)
        return stated if stated is not None else _SEVERAL[noun.word]

    def _is_someone(self, noun: Noun) -> bool:
        """Whether a singular names a person, not a body of people: 'a policeman', not 'a family' or 'a platoon'."""
        known = self.nouns.of(noun).known
        return known is not None and ("person" in known.classes or noun.word.endswith(("man", "woman", "er", "or")))

    def _own_outcome(self, noun: Noun) -> str | None:
        """'26 killed and 46 injured', 'another wounded': a number whose own word says what became of them."""
        if self.nouns.of(noun).count is None and self.words[noun.first] != "another":
            return None
        if noun.word in self.cues["hurt_adjectives"] or noun.word in self.cues["missing_adjectives"]:
            return self._outcome_word(noun.word)
        after = noun.last
        while after < len(self.words) - 1 and self.nouns.atoms.tags[after] == "a":
            after += 1
        behind = self.words[after] if after < len(self.words) else ""
        before = self.nouns.of(noun).classes & {"number"} or noun.word in self.cues["more_words"]
        return "injured" if before and behind in self.cues["hurt_adjectives"] else None

    def _is_same(self, listed: list[Noun], index: int) -> bool:
        """'the general, Ali Hassan,', 'Ali Hassan, a farmer,', 'Ali Hassan, senator and candidate': one person."""
        before, noun = listed[index - 1], listed[index]
        if not self._is_one(noun) or not (self._is_one(before) or (index > 1 and self._is_same(listed, index - 1))):
            return False
        bare = self.nouns.atoms.tags[noun.first] in "njG" and noun.owner is None and not self.nouns.atoms.headline
        if bare and (self._is_bare(before) or (self._is_bare(noun) and self._is_named(before))):
            return True
        comma, names = self.words[noun.first - 1] == ",", self._is_named(noun)
        told = self.nouns.atoms.tags[before.first] == "d" and not self._is_named(before)
        return comma and ((told and names) or (len(listed) == 2 and self._is_named(before) != names))

    def _is_one(self, noun: Noun) -> bool:
        """Whether a phrase is of one person."""
        meaning = self.nouns.of(noun)
        return meaning.count in (None, (1, 1)) and not meaning.is_plural and bool(meaning.classes & _PEOPLE)

    def _is_named(self, noun: Noun) -> bool:
        return self.nouns.of(noun).known is None and bool(self.nouns.of(noun).classes & {"proper", "named"})

    def _is_bare(self, noun: Noun) -> bool:
        """A known noun without article, number or owner: 'senator', 'rector of the university'."""
        alone = self.nouns.atoms.tags[noun.first] in "njG" and noun.owner is None
        return alone and noun.word in self.nouns.patterns.lexicon.nouns and self.nouns.of(noun).count is None

    def _is_age(self, whole: Noun, number: Noun) -> bool:
        """'two brothers, 21 and 19', 'Ali Hassan, 42': bare numbers behind people are their ages."""
        bare = self.nouns.atoms.tags[number.head] == "c" and not number.prepositions
        if not bare or self.nouns.atoms.tags[whole.head] == "c":
            return False
        return self.nouns.of(whole).count is not None or (self._is_one(whole) and self.words[number.first - 1] == ",")

    def _parts_of(self, outcome: str, whole: Noun, clause: Clause | None, event: Event | None) -> None:
        """', three of them children', ', including six civilians', ': eight soldiers and a driver': parts of a toll."""
        inner = [n for w, n in whole.tail if w == "including"] + whole.appositions
        if clause is not None and whole in clause.objects[:1] and self.nouns.of(whole).count is not None:
            inner += [n for w, n in clause.prepositions if w == "including" and n not in inner]
        for part in (each for n in inner for each in (n, *n.coordinated)):
            own = self._own_outcome(part)
            if own not in (None, outcome):
                self._add_one(own or outcome, part, clause, event)
                continue
            counted = self.nouns.counted(part)
            count = self._count(part)
            people = self.nouns.of(counted).classes & _PEOPLE
            if (
                count is None
                or not people
                or "number" in self.nouns.of(counted).classes
                or any(t.noun is part for t in self.tolls)
            ):
                continue
            self.tolls.append(
                Toll(
                    outcome,
                    part,
                    clause,
                    part.first,
                    max(part.last, counted.last),
                    event,
                    count,
                    is_part=True,
                    rule="toll.part",
                )
            )


def is_unnumbered(words: Iterable[str]) -> bool:
    """Whether a phrase tells of several without a number: 'a number of wounded', but not 'as many as 43'."""
    return bool(_UNNUMBERED & {part for word in words if word != "as many as" for part in word.split()})


def atoms_of(phrase: Phrase) -> range:
    """The atoms of a phrase."""
    return range(phrase.first, phrase.last)
