"""Clauses of which the verb is left out: 'nine were killed in Gao and six in Mopti'.

What belongs here: finding those who are counted beside others at a place of their own, and giving them a clause with
the verb and the doers of the others. What does not: reading clauses from left to right (clauses.py), and lists of those
at one place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sitrep.extract.clause import Clause
from sitrep.extract.draft import Draft
from sitrep.extract.event import Event
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Phrase, Verb
from sitrep.extract.scattered import Scattered
from sitrep.ontology.gazetteer import nested

_PEOPLE = frozenset({"people", "person", "military", "police", "militants", "number", "toll"})
_OTHERS = frozenset({"another", "others", "more"})
_AT, _UNKNOWN = frozenset({"in", "at", "near"}), "?"  # before the name of a place that no list holds
_SAYING = frozenset({"say", "report", "tell", "add"})


@dataclass(frozen=True, slots=True)
class Member:
    """Those who are counted at a place of their own."""

    noun: Noun
    hanging: list[Phrase]  # prepositions, their nouns and times behind it
    place: str
    source: Clause  # whose verb is theirs too


class Elided:
    """Reads what one sentence counts at several places."""

    def __init__(self, items: list[Phrase], nouns: Nouns, scattered: Scattered) -> None:
        self.items, self.nouns, self.scattered = items, nouns, scattered
        self.words = nouns.atoms.words

    def fill(self, clauses: list[Clause], phrases: list[Noun]) -> None:
        """Adds the clauses whose verb is that of a clause before them."""
        if "Y" not in self.nouns.atoms.tags:
            return
        found = [member for index in range(1, len(self.items)) if (member := self._member(index, clauses)) is not None]
        for source in {id(member.source): member.source for member in found}.values():
            members = [member for member in found if member.source is source]
            source.is_sum = self._are_shares(source, members)
            for member in members:
                if source.is_sum or self._parts(source, member):
                    _take_out(member, clauses, phrases)
                    self._add(member, clauses)
                elif (near := self._beside(source, member)) is not None:
                    _take_out(member, clauses, phrases)
                    near.coordinated.append(member.noun)
                    source.times += [phrase for phrase in member.hanging if phrase.kind == "T"]

    def _member(self, index: int, clauses: list[Clause]) -> Member | None:
        """Those who are counted at a place of their own, beside those whom a clause counts."""
        noun = self.items[index]
        if not isinstance(noun, Noun) or not self._is_joined(index) or not self._is_counted(noun):
            return None
        hanging = self._hanging(index)
        place = self._place([p for p in hanging if isinstance(p, Noun)])
        source = self._source(noun, clauses) if place is not None else None
        return Member(noun, hanging, place, source) if source is not None and place is not None else None

    def _are_shares(self, source: Clause, members: list[Member]) -> bool:
        """'killed 14 people, nine in X and five in Y': what a clause counts in all."""
        whole = self._counted_in(source)
        total = self.nouns.of(whole).count if whole is not None else None
        counts = [self.nouns.of(member.noun).count or (1, 1) for member in members]
        return len(members) > 1 and total is not None and total[0] == sum(count[0] for count in counts)

    def _is_counted(self, noun: Noun) -> bool:
        meaning = self.nouns.of(noun)
        bare = self.nouns.atoms.tags[noun.head] == "c" or noun.word in _OTHERS
        return (meaning.count is not None or noun.word == "another") and (bare or bool(meaning.classes & _PEOPLE))

    def _is_joined(self, index: int) -> bool:
        """Whether 'and', a comma or a time between commas stands before a phrase: 'and, hours later, six in X'."""
        before = index - 1
        while before > 0 and self.items[before].kind in "T,a":
            before -= 1
        return before > 0 and (self.items[before].kind == "l" or self.items[index - 1].kind in ",:-")

    def _hanging(self, index: int) -> list[Phrase]:
        """The prepositions, their nouns and the times behind a phrase, where no verb of its own follows."""
        found: list[Phrase] = []
        position = index + 1
        while position < len(self.items):
            phrase = self.items[position]
            if isinstance(phrase, Verb) and phrase.form == "finite":
                return []
            if (
                phrase.kind == "i"
                or phrase.kind in "Ta"
                or (isinstance(phrase, Noun) and self.items[position - 1].kind == "i")
            ):
                found.append(phrase)
                position += 1
            else:
                break
        following = self.items[position] if position < len(self.items) else None
        return [] if isinstance(following, Verb) else found

    def _source(self, noun: Noun, clauses: list[Clause]) -> Clause | None:
        """The last clause before a phrase whose verb is done to people who are counted."""
        before = [c for c in clauses if c.verb is not None and c.verb.first < noun.first and noun is not c.subject]
        before = [c for c in before if c.verb is not None and c.verb.lemma not in _SAYING] or before
        last = max(before, key=lambda c: c.verb.first if c.verb is not None else 0, default=None)
        if last is not None and last.object is noun and last.verb is not None and last.verb.is_passive:
            return last if last.subject is not None and self._is_counted(last.subject) else None
        counted = self._counted_in(last) if last is not None else None
        return last if counted is not None and counted is not noun else None

    def _counted_in(self, clause: Clause) -> Noun | None:
        """Those of whom a clause gives the number: its object, or its subject where it has none."""
        noun = clause.object or clause.subject
        return noun if noun is not None and self._is_counted(noun) else None

    def _parts(self, source: Clause, member: Member) -> bool:
        """Whether those counted first and those counted here were at two places."""
        bound = [n for _, noun in source.prepositions for n in (noun, *(other for _, other in noun.tail))]
        here = self._place([n for n in bound if n.first < member.noun.first])
        known = here is not None and not _is_unknown(here, member.place)
        return known and here is not None and self.scattered.are_far(here, member.place)

    def _beside(self, source: Clause, member: Member) -> Noun | None:
        """'12 were killed in the one village and 14 in the next': those with whom the others are counted together."""
        bound = [n for _, noun in source.prepositions for n in (noun, *(other for _, other in noun.tail))]
        here = self._place([n for n in bound if n.first < member.noun.first])
        told = (
            here is not None
            and here != member.place
            and not source.objects
            and "," not in self.words[source.verb.last if source.verb is not None else 0 : member.noun.first]
        )
        if here is None or not told:
            return None
        apart = _is_unknown(here, member.place)
        return source.subject if apart or not nested(self.scattered.places, here, member.place) else None

    def _place(self, bound: list[Noun]) -> str | None:
        """The first place among phrases, each behind the word that ties it."""
        words = (("at" if self._is_struck(n) else self.words[n.first - 1], n) for n in bound)
        return next((place for word, n in words if (place := self._named(word, n)) is not None), None)

    def _named(self, word: str, noun: Noun) -> str | None:
        """The place that a phrase names, also one of which nobody knows where it lies."""
        known = self.scattered.place(word, noun)
        unknown = known is None and word in _AT and self.nouns.atoms.tags[noun.head] == "Y"
        return f"{_UNKNOWN}{noun.word}" if unknown and self.nouns.of(noun).place is None else known

    def _is_struck(self, noun: Noun) -> bool:
        """'12 in an attack on Mopti': where those died whom the attack killed."""
        at = noun.first - 2
        return at >= 0 and self.words[at + 1] == "on" and self.words[at] in self.nouns.patterns.lexicon.event_heads

    def _add(self, member: Member, clauses: list[Clause]) -> None:
        """Makes the clause of those who are counted beside others."""
        source, noun = member.source, member.noun
        fresh = Clause(len(clauses), source.kind, source.first, source.last)
        fresh.verb = source.verb.again() if source.verb is not None else None
        fresh.marker, fresh.parent = source.marker, source.parent
        fresh.antecedent, fresh.source = source.antecedent, source
        if source.parent is not None:
            source.parent.children.append(fresh)
        fresh.subject = source.subject if source.objects else noun
        fresh.objects = [noun] if source.objects else []
        fresh.prepositions = [(w, n) for w, n in source.prepositions if w == "by"] + noun.tail
        fresh.times = [phrase for phrase in member.hanging if phrase.kind == "T"]
        clauses.append(fresh)


def _take_out(member: Member, clauses: list[Clause], phrases: list[Noun]) -> None:
    """Frees a phrase, and what hangs on it, from the lists and clauses that it was read into."""
    noun, behind = member.noun, {id(phrase) for phrase in member.hanging}
    noun.tail = [(w, n) for w, n in noun.tail if id(n) in behind]
    for clause in clauses:
        clause.give_up(noun)
        clause.prepositions = [(w, n) for w, n in clause.prepositions if id(n) not in behind]
        clause.times = [time for time in clause.times if id(time) not in behind]
    for other in phrases:
        other.coordinated = [n for n in other.coordinated if n is not noun]
        other.appositions = [n for n in other.appositions if n is not noun]
        if other is not noun and id(other) not in behind:
            other.tail = [(w, n) for w, n in other.tail if id(n) not in behind]
            other.prepositions = [(w, n) for w, n in other.prepositions if id(n) not in behind]


def name_doers(events: list[Event], drafts: dict[int, Draft]) -> None:
    """Gives those who did, and claim, one thing what they did elsewhere: 'shelling killed two in X and six in Y'."""
    for event in events:
        source = event.clause.source if event.clause is not None else None
        told = (e for e in events if source is not None and e.clause is source and e.verb is not None)
        like = event.like or next(told, None)
        first = drafts.get(id(like.root())) if like is not None else None
        draft = drafts.get(id(event))
        if first is None or draft is None:
            continue
        for role in ("perpetrator", "party", "claimant"):
            if not draft.parties(role):
                draft.parts += [replace(part) for part in first.parts if part.role == role]


def _is_unknown(*places: str) -> bool:
    """Whether nobody knows where one of some places lies."""
    return any(place.startswith(_UNKNOWN) for place in places)
