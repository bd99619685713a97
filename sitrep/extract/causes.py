"""Which event of its sentence a harm belongs to: what killed them, what they died in, what left them dead.

What belongs here: following subjects, prepositions and clauses from a verb of harm to an event. What does not: reading
how many were harmed (tolls.py), and events of other sentences (story.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.events import Matcher
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun
from sitrep.extract.scattered import Scattered, is_charge
from sitrep.extract.sums import is_row_of
from sitrep.ontology.event_type import EventTypes, may_be_one

_CAUSES = frozenset(
    """in during by after from when as following amid with while at on because_of due_to as_a_result_of because through
    since against of to""".split()
)
_DAYS = frozenset("hours day days week weeks month months year years".split())
_BESIDE = frozenset({"at", "after", "following", "since", "from", "to"})
_BLOWS = frozenset("shoot gun_down stab beat hack lynch behead run_over trample ram".split())
_GATHERINGS = frozenset({"rally", "vigil", "procession", "march", "parade", "sit-in"})
_MOVES = frozenset(
    """leave attend address speak return arrive walk drive head go enter come ride watch cover wait campaign travel
    prepare""".split()
)
_BEHIND = frozenset({"after", "following", "since"})
#: What is done for the sake of those whom another deed killed: "to avenge the deaths of two shot by gunmen".
_FOR_ANOTHER = frozenset({"avenge", "revenge", "mourn", "commemorate", "protest"})
_AT = frozenset({"in", "at", "near", "outside"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})


def is_days_after(clause: Clause, words: list[str]) -> bool:
    """'were killed two days after the rebels took the town': that came before, and is another thing."""
    marker = clause.marker.split()
    if not marker or marker[-1] != "after":
        return False
    if len(marker) > 1:
        return not _DAYS.isdisjoint(marker)
    begin = clause.verb if clause.kind == "participle" else clause.subject  # "a week after killing 12"
    first = begin.first if begin is not None else 0
    at = next((i for i in range(first - 1, max(0, first - 6), -1) if words[i] == "after"), 0)
    return at > 0 and not _DAYS.isdisjoint(words[at - 1].split())


def _is_gathering(word: str, noun: Noun) -> bool:
    """Whether people only meet there: 'at a protest', 'after a protest', 'in a rally'; not 'in protests'."""
    return word in _BESIDE or noun.word in _GATHERINGS


def _are_both_ways(event: Event, other: Event) -> bool:
    """'a man who had stabbed three was shot dead by police': who did the one is whom others did the other to."""
    doers = {id(noun) for role, noun in other.roles if role == "perpetrator"}
    return bool(event.roles_of("perpetrator")) and any(r == "target" and id(n) in doers for r, n in event.roles)


def _nearest_first(clause: Clause) -> list[tuple[str, Noun]]:
    """What people may have come to harm in: 'after clashes in X, two were killed in a raid' is of the raid.

    What only says who they are comes last: 'the gunman in that attack was killed in a raid'.
    """
    own = {id(noun) for _, noun in clause.subject.tail} if clause.subject is not None else set()
    return sorted(clause.prepositions, key=lambda bound: (id(bound[1]) in own, bound[0] in _BEHIND))


class Causes:
    """Ties the harms of one sentence to its events."""

    def __init__(self, matcher: Matcher, nouns: Nouns, types: EventTypes, scattered: Scattered) -> None:
        self.matcher, self.nouns, self.types, self.scattered = matcher, nouns, types, scattered

    def of(self, event: Event, clause: Clause) -> Event | None:
        """The event of the sentence that a killing is part of: its subject, its occasion, what the clause hangs on."""
        verb = clause.verb
        found = self._told_by(event, clause)
        if found is not None and self.scattered.are_apart(clause, found):
            event.follow(found)
            return None
        if found is not None:
            return found
        blow = self._blow_behind(clause)
        if blow is not None and blow is not event:
            return blow
        if verb is not None and verb.is_passive:
            for word, noun in _nearest_first(clause):
                found = self._cause_in(word, noun, clause)
                if (
                    found is None
                    or found is event
                    or self._is_days_before(word, noun)
                    or (word == "during" and self._strikes_back(event))
                ):
                    continue
                if found.trigger.refers and (not self.is_told(noun) or clause.antecedent is noun):
                    found.join(event)  # "the incident in which three were killed" is told by its clause
                elif self._hosts(found) and not (
                    self._is_peaceful(found, verb.lemma) and (verb.lemma in _BLOWS or _is_gathering(word, noun))
                ):
                    return found
        if clause.source is not None and clause.kind == "participle":
            return None  # "attacked two towns, killing nine people in Goma and 12 in Bukavu"
        outside = None if is_charge(event.first, self.nouns.atoms.words) else self._cause_outside(event, clause)
        return None if outside is not None and self._are_of_two(event, outside) else outside

    def _are_of_two(self, event: Event, outside: Event) -> bool:
        """'police shot four gunmen after they attacked a mosque': what each side did."""
        after = outside.clause is not None and outside.clause.marker == "after"
        ways = _are_both_ways(event, outside) or (after and self._strikes_back(event))
        return ways or self.are_of_sides(event, outside)

    def are_of_sides(self, event: Event, other: Event) -> bool:
        """'police shot a man as crowds hurled stones at them': what forces did, and what others did."""
        told = event.roles_of("target")
        struck = [self.nouns.of(noun).classes for noun in (*told, *(n for m in told for _, n in m.tail[:1]))]
        others = bool(struck) and not any(classes & {"militants", "unidentified", "pronoun"} for classes in struck)
        return others and self._are_forces(event) is True and self._are_forces(other) is False

    def tell_one(self, outer: Event, inner: Event) -> bool:
        """Whether what a clause tells may be what one below it tells."""
        return may_be_one(self.types, inner.event_type, outer.event_type) and not self.are_of_sides(outer, inner)

    def are_apart(self, one: Event, other: Event) -> bool:
        """'ten were killed on Monday, a day after five were killed in a raid': the raid killed five."""
        clause = other.clause
        after = clause is not None and clause.kind == "subordinate" and clause.marker in ("after", "before")
        return after or self.scattered.are_two(one, other)

    def _are_forces(self, event: Event) -> bool | None:
        """Whether soldiers or the police did it; None: nobody, or whom a pronoun stands for."""
        doers = [self.nouns.of(noun).classes for noun in event.roles_of("perpetrator")]
        if not doers or any("pronoun" in classes or not classes for classes in doers):
            return None
        return any(classes & {"military", "police"} for classes in doers)

    def _strikes_back(self, event: Event) -> bool:
        """'two gunmen were shot by guards during the attack on a mosque': no part of what the gunmen did."""
        doers = [self.nouns.of(noun).classes for noun in event.roles_of("perpetrator")]
        counted = [
            n for each in event.roles_of("target") for n in ([m for w, m in each.tail if w == "of"] or [each])[:1]
        ]
        struck = [self.nouns.of(noun).classes for noun in counted]
        forces = bool(doers and struck) and all(classes & {"military", "police"} for classes in doers)
        return forces and all(classes & {"militants", "unidentified"} for classes in struck)

    def _told_by(self, event: Event, clause: Clause) -> Event | None:
        """The violent event that is subject of an active verb, or that its relative clause hangs on."""
        verb, subject = clause.verb, clause.subject
        if subject is None or verb is None or verb.is_passive:
            return None
        for noun in (subject, *clause.antecedents, *self._behind(subject)):
            found = self.matcher.by_noun.get(id(noun))
            if found is not None and found is not event and self.violent(found):
                return found
            people = self.nouns.of(noun).classes & {"people", "actor", "means"}
            if clause.kind != "relative" and noun is subject and people:
                break
        return None

    def _blow_behind(self, clause: Clause) -> Event | None:
        """'was killed at a protest after being hit by a bullet': the bullet did it."""
        for child in clause.children:
            if (
                child.kind == "participle"
                and child.marker == "after"
                and child.verb is not None
                and child.verb.is_passive
            ):
                found = self.matcher.by_clause.get(child.number)
                if found is not None and self.violent(found):
                    return found
        return None

    def _cause_in(self, word: str, noun: Noun, clause: Clause) -> Event | None:
        """What a clause's people came to harm in, behind a word that says so; not 'after an attack' somewhere else."""
        words = self.nouns.atoms.words
        is_cause = word.replace(" ", "_") in _CAUSES and not (is_row_of(noun, words) or is_charge(noun.first, words))
        found = self.event_in(noun) if is_cause else None
        elsewhere = found is not None and word in _BEHIND and self.scattered.are_apart(clause, found)
        return None if elsewhere else found

    def _is_days_before(self, word: str, noun: Noun) -> bool:
        """'were killed a day after the clashes': in something else."""
        before = self.nouns.atoms.words[max(0, noun.first - 2) : noun.first]
        return word == "after" and len(before) > 1 and not _DAYS.isdisjoint(before[0].split())

    def is_told(self, noun: Noun) -> bool:
        """'in the incident' is one told before; 'in a separate incident' is what the clause itself tells."""
        words = self.nouns.atoms.words[noun.first : noun.head]
        return noun.owner is not None or not _POINTING.isdisjoint(words)

    def event_in(self, noun: Noun) -> Event | None:
        """The event that a noun phrase, or one joined to it, tells."""
        for each in (noun, *noun.coordinated):
            found = self.matcher.by_noun.get(id(each))
            if found is not None:
                return found
        return None

    def _is_peaceful(self, event: Event, lemma: str) -> bool:
        """'was shot dead at a rally': a gathering where somebody did it, not what did it."""
        own = lemma not in self.matcher.patterns.cues["result"]
        return own and self._is_protest(event)

    def _is_protest(self, event: Event) -> bool:
        return self.types[event.event_type].event_class == "protest"

    def _goes_to(self, event: Event, child: Clause, clause: Clause) -> bool:
        """'was shot dead as he left a rally': only where they came from or were going."""
        verb = clause.verb
        moves = event.noun is not None and child.verb is not None and child.verb.lemma in _MOVES
        return moves and verb is not None and self._is_peaceful(event, verb.lemma)

    def _hosts(self, event: Event) -> bool:
        return self.violent(event) and not event.trigger.weak

    def violent(self, event: Event) -> bool:
        """Whether people come to harm in events of this kind."""
        kind = event.root().event_type or event.event_type  # "lodged a protest" is no gathering
        return self.types[kind].has("takes_toll")

    def _cause_outside(self, event: Event, clause: Clause) -> Event | None:
        for child in clause.children:
            if child.kind == "subordinate" and child.marker.split()[-1] in ("when", "as", "after", "while", "during"):
                found = self.told_in(child) if not self._parts(child, clause) else None
                beside = self._goes_to(found, child, clause) if found is not None else True
                if (
                    found is not None
                    and self.violent(found)
                    and not (beside or self._only_goes_on(event, found, child))
                ):
                    return found
        parent = clause.parent
        if clause.kind == "infinitive":
            return None
        if clause.kind == "participle" and is_days_after(clause, self.nouns.atoms.words):
            return None
        if clause.kind == "participle" and parent is not None:
            found = self._hanging_on(clause, parent, event)
            if found is not None:
                return found
        if clause.kind == "relative" and self._is_in_which(clause):
            found = self._in_which(clause)
            if found is not None and self.violent(found) and found is not event:
                return found.root()
        return self._there(event, clause) or self._coordinated(event, clause)

    def _there(self, event: Event, clause: Clause) -> Event | None:
        """'came a day after clashes in X, where 15 were killed': in what was told of the place, if on no other day."""
        verb, words = clause.verb, self.nouns.atoms.words
        if clause.marker != "where" or verb is None or not verb.is_passive or clause.times or clause.subject is None:
            return None
        end = clause.subject.first - 1
        end -= words[end - 1] == ","
        if verb.tense == "pastperfect" or event.roles_of("perpetrator"):
            return None
        for told in self.matcher.events:
            places = [n for word, n in told.noun.tail if word in _AT] if told.noun is not None else []
            named = [each.last for n in places for each in (n, *n.coordinated)]
            if told.first < event.first and end in named and self._hosts(told):
                return told.root()
        return None

    def _only_goes_on(self, event: Event, fight: Event, child: Clause) -> bool:
        """'a bomb killed six as fighting raged': they died of the bomb."""
        two_sided = self.types[fight.root().event_type or fight.event_type].has("is_two_sided")
        return bool(event.means) and two_sided and child.marker.split()[-1] in ("as", "while")

    def _parts(self, child: Clause, clause: Clause) -> bool:
        """Whether a clause behind "after" or "while" tells of something else than the clause that it hangs on."""
        if is_days_after(child, self.nouns.atoms.words):
            return True
        if child.marker == "when" and child.verb is not None and self.scattered.is_before(child.verb.first):
            return True
        if child.marker.split()[-1:] not in (["after"], ["while"], ["as"]):
            return False
        found = self.told_in(child)
        apart = found is not None and (self.scattered.are_apart(clause, found) or self._is_elsewhere(found, child))
        return apart or (child.marker != "as" and self.scattered.have_own_doers(clause, child))

    def _is_elsewhere(self, event: Event, child: Clause) -> bool:
        """'two died in X and six were hurt, while one was hurt in Y': not where the clauses before "while" tell of."""
        if child.marker != "while":
            return False
        before = (e for e in self.matcher.events if e.first < event.first and e.clause is not child)
        return any(self.violent(e) and self.scattered.are_two(e, event) for e in before)

    def _in_which(self, clause: Clause) -> Event | None:
        """What 'in which' stands for where no event is named before it: what the clause around it tells by its verb."""
        named = (self.matcher.by_noun.get(id(noun)) for noun in clause.antecedents)
        event = next((each for each in named if each is not None and self.violent(each)), None)
        if event is not None and event.noun is not None:
            tags = self.nouns.atoms.tags[event.noun.first : event.noun.last]
            return event if event.noun.owner is None and "A" not in tags else None
        return self.matcher.by_clause.get(clause.parent.number) if clause.parent is not None else None

    def _is_in_which(self, clause: Clause) -> bool:
        """'was attacked in May, in which 40 soldiers were killed': in what the clause before it tells."""
        words, verb = self.nouns.atoms.words, clause.verb
        first = clause.subject.first if clause.subject is not None else verb.first if verb is not None else 0
        return words[max(0, first - 2) : first] in (["in", "which"], ["during", "which"])

    def told_in(self, clause: Clause) -> Event | None:
        """The event that a clause tells by its verb, its subject, its object, or what it came under."""
        found = self.matcher.by_clause.get(clause.number)
        nouns = [
            *([clause.subject] if clause.subject is not None else []),
            *clause.objects,
            *(n for _, n in clause.prepositions),
        ]
        return found or next((e for noun in nouns if (e := self.event_in(noun)) is not None), None)

    def _hanging_on(self, clause: Clause, parent: Clause, event: Event) -> Event | None:
        """', killing six' belongs to the event of the clause before it, or to that of its subject or object."""
        if clause.antecedent is not None:
            found = self.matcher.by_noun.get(id(clause.antecedent))
            if found is not None and self.violent(found):
                return found
        outer: Clause | None = parent
        while outer is not None and (outer.verb is None or outer.verb.lemma not in _FOR_ANOTHER):
            found = self.matcher.by_clause.get(outer.number)
            if found is not None and self.violent(found) and found is not event:
                return self._beyond_crowd(found, outer) or found
            for noun in [
                *outer.objects,
                *([outer.subject] if outer.subject else []),
                *(n for _, n in outer.prepositions),
            ]:
                inner = self.event_in(noun)
                if inner is not None and self.violent(inner):
                    said = found is not None and self.types[found.event_type].event_class == "diplomatic"
                    if said:  # "condemned the raid on X, killing six": whoever condemns it did not
                        event.roles = [pair for pair in event.roles if pair[0] != "perpetrator"]
                    return inner
            outer = outer.parent if outer.kind in ("participle", "infinitive") else None
        return None

    def _beyond_crowd(self, event: Event, clause: Clause) -> Event | None:
        """'fired on a crowd that was demonstrating, killing six': the shots did it."""
        if clause.kind != "relative" or clause.parent is None:
            return None
        outer = self.matcher.by_clause.get(clause.parent.number)
        organised = outer is not None and self.types[outer.event_type].has("counts_as_organised_violence")
        return outer if organised and not self.types[event.event_type].has("counts_as_organised_violence") else None

    def _coordinated(self, event: Event, clause: Clause) -> Event | None:
        """'attacked the post and killed two': verbs with one subject tell one event."""
        for other in self.matcher.events:
            same = other.clause is not None and other.clause is not clause and other.clause.subject is clause.subject
            if (
                same
                and other.verb is not None
                and clause.subject is not None
                and other.first < event.first
                and self.violent(other)
                and not other.is_aside_of(event)
                and not self.scattered.are_two(event, other)
            ):
                return other.root()
        return self._struck_before(event, clause)

    def _struck_before(self, event: Event, clause: Clause) -> Event | None:
        """'a shell fell on a house and four people were killed': what a weapon just did killed them."""
        verb = clause.verb
        if verb is None or not verb.is_passive or clause.kind != "main" or event.roles_of("perpetrator"):
            return None
        before = [e for e in self.matcher.events if e.first < event.first and e.verb is not None and e.means]
        last = before[-1] if before and not self.scattered.are_two(event, before[-1]) else None
        told = last is not None and self.violent(last) and last.clause is not None and last.clause.kind == "main"
        return last.root() if last is not None and told else None

    def source(self, clause: Clause) -> Event | None:
        """The event that is subject of a verb of result, or what its clause hangs on."""
        subject = clause.subject
        if subject is not None:
            for noun in (subject, *clause.antecedents, *self._behind(subject)):
                found = self.matcher.by_noun.get(id(noun))
                if found is not None and self.violent(found):
                    return found  # not "said in a phone call that 49 bodies arrived"
        return self.occasion(clause)

    def _behind(self, noun: Noun) -> list[Noun]:
        """What hangs on a noun; not what one of them is known for: 'ten men, including a suspect in the murder of'."""
        words = self.nouns.atoms.words
        return [n for _, n in noun.tail if not is_charge(n.first, words) and not is_charge(n.head, words)]

    def _told_below(self, clause: Clause) -> Event | None:
        """The violence that a clause below this one tells: 'six died when a bomb exploded'."""
        below = [c for c in clause.children if c.kind == "subordinate" and not self._parts(c, clause)]
        told = (self.told_in(child) for child in below)
        return next((found for found in told if found is not None and self.violent(found)), None)

    def occasion(self, clause: Clause) -> Event | None:
        """The event in, during or after which people came to harm."""
        meant = None  # "in a separate incident, six died when a bomb exploded"
        for word, noun in _nearest_first(clause):
            found = self._cause_in(word, noun, clause)
            if found is not None and self.violent(found):
                if self._is_protest(found) and (below := self._told_below(clause) or self._blow_behind(clause)):
                    return below  # "died at a protest when police opened fire"
                if not found.trigger.refers or self.is_told(noun):
                    return found
                meant = meant or found
        meant = self._told_below(clause) or meant
        if meant is not None:
            return meant
        if clause.kind in ("participle", "relative", "infinitive") and clause.parent is not None:
            for noun in clause.antecedents:
                found = self.matcher.by_noun.get(id(noun))
                if found is not None and self.violent(found):
                    return found
            found = self.matcher.by_clause.get(clause.parent.number)
            if found is not None and self.violent(found):
                return found
        return None
