"""When and where an event happened, as its own sentence says it.

What belongs here: choosing among the times and places of a sentence by how near grammar puts them to the event.
What does not: finding times and places (spans.py), and filling what a sentence leaves open (story.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sitrep import timex
from sitrep.extract.clause import Clause, opens_speech
from sitrep.extract.counting import counted_from, owner_of
from sitrep.extract.event import Event
from sitrep.extract.far import SITES, is_elsewhere, is_route, tie_of, tie_of_land
from sitrep.extract.named_places import PEOPLE, PLACED, TAILS, WARS, NamedPlaces, says_it_happened, taking_place
from sitrep.extract.neighbours import BORDERS
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Phrase, Verb, is_of_verb_behind
from sitrep.extract.posts import years_of_posts
from sitrep.extract.spans import Span
from sitrep.extract.telling import BESET, BESIDE, SAID, begun_at, is_day_of_news, is_of_history, is_record, only_ranks
from sitrep.extract.text import Text
from sitrep.extract.unlisted import KINDS
from sitrep.ontology import Ontology
from sitrep.records import Occurrence

_IN = frozenset(
    """in at near on outside inside around along within across through throughout over into upon toward towards off
    above near_to close_to next_to on_the_outskirts_of in_the_outskirts_of in_the_vicinity_of on_the_border_with
    along_the_border_with near_the_border_with north_of south_of east_of west_of northeast_of northwest_of southeast_of
    southwest_of on_the_road_to from against of beside under on_the_edge_of""".split()
)  # fmt: skip
_OF_TARGETS, _WHERE_OF = TAILS | {"of"}, KINDS | BESET | SITES  # "torched the police station of Maw Han"
_GROUNDS = KINDS | {"capital", "garrison", "university", "states", "council"}  # where some sit who are called so
_TIMED_MARKERS = frozenset({"when", "after", "before"})
_THE = frozenset({"the", "that", "this", "those", "these"})
_SPANS = frozenset(
    "night morning evening afternoon hours day days week weekend month months start end beginning middle summer winter "
    "spring autumn fall half course".split()
)
_LOOKS = frozenset({"investigate", "probe", "examine"})  # what police do elsewhere
_AHEAD, _BEHIND = 4, 6  # strength of a place at the head of a sentence, and of one that only follows the event in it
_LEVELS = {"place": 0, "admin2": 1, "admin1": 2, "country": 3, "region": 3}


@dataclass(frozen=True, slots=True)
class Where:
    """A place with the word that ties it to an event."""

    span: Span
    relation: str
    strength: int  # 0: in the event's own words, higher: farther


class Settings:
    """Reads times and places of one sentence's events."""

    def __init__(
        self,
        nouns: Nouns,
        text: Text,
        ontology: Ontology,
        phrases: list[Phrase],
        reference: dt.date | None,
        precision: str,
    ) -> None:
        self.nouns, self.text, self.ontology, self.phrases = nouns, text, ontology, phrases
        self.atoms = nouns.atoms
        self.named = NamedPlaces(nouns, ontology)
        self.reference, self.precision = reference, precision
        self.siblings: dict[int, list[Clause]] = {}
        self.acts: frozenset[int] = frozenset()  # clauses whose verb tells an act of speech or state
        self.timed: dict[int, Clause] = {}  # the clause of each time
        self.happened: list[Clause] = []  # "it occurred at X": of what the sentence speaks of as known
        self.subjects: set[int] = set()  # of clauses: what stands behind one is told of it
        self.has_times = not {"T", "A"}.isdisjoint(self.atoms.tags)
        self.posts = years_of_posts(phrases, nouns) if self.has_times else frozenset()
        self.has_places, away = self._names_places(), nouns.patterns.cues["elsewhere_words"]
        leading_away = (phrase for phrase in phrases if isinstance(phrase, Noun) and phrase.word in away)
        self.elsewhere = {id(other) for phrase in leading_away for _, other in phrase.tail}

    def _names_places(self) -> bool:
        """Whether the sentence names any place: most need not be searched for one."""
        covering, lands, said = self.nouns.spans.covering, self.nouns.patterns.cues["land_words"], self.atoms.said
        for first in self.atoms.first:
            span = covering.get(first)
            if span is not None and span.place_id is not None:
                return True
        return not (lands.isdisjoint(said) and WARS.isdisjoint(said))

    def join_siblings(self, clauses: list[Clause]) -> None:
        """Notes the subjects of clauses, and which share one: 'killed four and wounded five in Sibi' is one scene."""
        by_subject: dict[int, list[Clause]] = {}
        self.timed = {id(time): clause for clause in clauses for time in clause.times}
        self.happened = [clause for clause in clauses if says_it_happened(clause)]
        for clause in clauses:
            if clause.verb is not None and clause.subject is not None:
                self.subjects.add(id(clause.subject))
                if not clause.is_plan():
                    by_subject.setdefault(id(clause.subject), []).append(clause)
        aftermath = self.nouns.patterns.cues["aftermath_verbs"]
        for group in by_subject.values():
            for clause in group:
                beside = [each for each in group if each is not clause and not each.is_lasting]
                self.siblings[id(clause)] = [each for each in beside if not each.comes_of(clause, aftermath)]

    # ---- when
    def time_of(
        self,
        event: Event,
        clauses: list[Clause],
        says: frozenset[str],
        others: frozenset[int] = frozenset(),
        *,
        apart: bool = False,
    ) -> tuple[Span | None, int]:
        """The time nearest to an event, and how far off it is (0: its own words, 1: clause, 2: sentence, 3: who says).
        `others` are atoms of other events' times; one apart from its clause has only the times right at it.
        """
        known = self._time_at_hand(event, others, apart=apart)
        if known is not None:
            return (known[0], SAID) if opens_speech(event.clause, clauses, says) else known
        outer: list[Span] = []
        for distance, clause in self._clauses_near(event, says) if not apart else ():
            found = [s for s in self.times_in(clause, others) if not is_of_history(clause, s, event, self.nouns)]
            if found and distance == 1 and (event.noun is None or not self._speaks(clause, says)):
                return self._finest(found), distance
            outer += found
        aftermath = self.nouns.patterns.cues["aftermath_verbs"]
        around = [c for c in clauses if not apart and c.lends_time_to(event.clause, aftermath)]
        is_act = event.noun is None and id(event.clause) in self.acts
        told = [c for c in around if not self._speaks(c, says) or (is_act and c.verb and c.verb.lemma not in says)]
        for distance, circle in ((2, told), (SAID, around)):
            times = ((clause, span) for clause in circle for span in self.times_in(clause, others))
            if found := [span for clause, span in times if not is_of_history(clause, span, event, self.nouns)]:
                return self._last_before(event, found, outer), distance
        return None, 9

    def _speaks(self, clause: Clause, says: frozenset[str]) -> bool:
        """Whether a clause tells that somebody spoke or acted on what happened: 'on Monday he condemned the attack'."""
        return clause.verb is not None and (clause.verb.lemma in says or id(clause) in self.acts or clause.is_talk())

    def _time_at_hand(self, event: Event, others: frozenset[int], *, apart: bool) -> tuple[Span | None, int] | None:
        """The time in an event's own words, or right before its clause; none where it is counted from another."""
        if event.noun is not None:
            inside, behind = self._time_in(event.noun.first, event.noun.last), self._time_behind(event.noun)
            at_it = self._finest([inside, behind]) if inside and behind else inside or behind
            if at_it is not None and not self._only_ranks(at_it, event, others):
                return at_it, 0  # "the worst since the bombing in Nairobi in 1998" tells of the bombing too
            if (which := self._time_of_which(event, others)) is not None:
                return which, 0
            if self._comes_before(event.noun, event.clause):
                return None, 9
        if event.clause is None or apart:
            return None
        own = list(self.times_in(event.clause, others))
        if not own and (before := self._times_before(event.clause, others)):
            return before[0], 1
        ahead = self._time_ahead(event.clause)
        counted = self._counts_from(event.clause) is not None or any(map(self._anaphor, event.clause.times))
        if not own and (ahead is not None or counted):
            outer = event.clause.parent if event.clause.is_outcome and ahead is None else None
            around = next(self.times_in(outer, others), None) if outer is not None else None
            when = ahead if ahead is not None and self._is_solid(ahead) else around
            return when, 1 if when is not None else 9
        day = self._time_of_antecedent(event.clause) or self._time_in(*owner_of(event.clause.subject, self.nouns))
        return (day, 1) if day is not None and not own else None

    def _time_of_antecedent(self, clause: Clause | None) -> Span | None:
        """'an attack in August that struck X': what the relative clause tells of the attack was in August."""
        if clause is None or clause.kind != "relative" or clause.antecedent is None:
            return None
        noun = clause.antecedent
        return self._time_in(noun.first, noun.last) or self._time_behind(noun) if self.nouns.of(noun).triggers else None

    def _time_of_which(self, event: Event, others: frozenset[int]) -> Span | None:
        """'responsible for the attack which took place on 2 May': when a relative clause says that it happened."""
        happens = self.nouns.patterns.cues["light_happen"]
        for child in (*event.clause.children, *self.happened) if event.clause is not None else ():
            known = child in self.happened and event.noun is not None and self._is_definite(event.noun)
            if known or (child.antecedent is event.noun and child.verb is not None and child.verb.lemma in happens):
                return next(self.times_in(child, others), None)
        return None

    def _times_before(self, clause: Clause | None, others: frozenset[int]) -> list[Span]:
        """A time right before a clause's subject that was read as the end of what stands before: 'and last month X'.

        Between commas it belongs to what is said, not to the saying: 'he said, on April 23, gunmen attacked'.
        """
        at = next((i for i, p in enumerate(self.phrases) if clause is not None and p is clause.subject), 0)
        behind = at > 2 and self.phrases[at - 1].kind == ","
        begin = at = at - 1 if behind else at
        while begin > 0 and self.phrases[begin - 1].kind in "iT":  # "said, on Monday at 4 pm, rebels struck"
            begin -= 1
        if behind and (begin == 0 or self.phrases[begin - 1].kind not in ",:"):
            return []
        times = [p for p in self.phrases[begin if behind else max(0, at - 1) : at] if p.kind == "T"]
        spans = [self._time_at(phrase.first) for phrase in times if phrase.first not in others]
        return [span for span in spans if span is not None]

    def _finest(self, found: list[Span]) -> Span:
        """The first time of a clause, or one that only makes it more exact: 'ten years ago, on 2 April 2015'."""
        whole = self.resolve(found[0])
        for span in found[1:]:
            part = self.resolve(span)
            if whole.date_from is None or whole.date_to is None or part.date_from is None or part.date_to is None:
                continue
            inside = whole.date_from <= part.date_from and part.date_to <= whole.date_to
            if inside and part.date_to - part.date_from < whole.date_to - whole.date_from:
                return span
        return found[0]

    def _last_before(self, event: Event, found: list[Span], outer: list[Span]) -> Span:
        """Of the times of a sentence the last before an event, else that of the clause around it, else the first."""
        before = [span for span in found if span.first <= self.atoms.first[event.first]]
        return before[-1] if before else (outer or found)[0]

    def _only_ranks(self, span: Span, event: Event, others: frozenset[int]) -> bool:
        """'the worst raid since 2003'; 'the worst attack this year', where the clause tells its day besides."""
        if span.time is not None and span.time.relation == "since" and self._is_record(span):
            return True
        here = [event.clause, *event.clause.children] if event.clause is not None else []
        told = [time for clause in here for time in self.times_in(clause, others)]
        return event.noun is not None and only_ranks(self.atoms.words[: event.noun.last], span, told)

    def _is_record(self, span: Span) -> bool:
        before = [word for word, at in zip(self.atoms.words, self.atoms.first, strict=True) if at < span.first]
        return span.time is not None and is_record(before, span.time)

    def _time_ahead(self, clause: Clause | None) -> Span | None:
        """The time right before a clause's marker: 'since August, when rebels', 'two days after rebels'."""
        while clause is not None and clause.kind in ("complement", "participle") and clause.parent is not None:
            if clause.marker == "after":
                break  # "a week after killing 12"
            clause = clause.parent  # "a day after it said that it had shelled a post, killing two"
        if clause is None or clause.kind == "main" or clause.marker not in _TIMED_MARKERS:
            return None
        begin = clause.verb if clause.subject is None or clause.kind == "participle" else clause.subject
        at = next((i for i, phrase in enumerate(self.phrases) if phrase is begin), 0)
        while at > 0 and self.phrases[at].kind != "s":
            at -= 1
        at -= 1
        while at > 0 and self.phrases[at].kind == ",":
            at -= 1
        phrase = self.phrases[at] if at >= 0 else None
        if phrase is None or phrase.kind != "T":
            return None
        span = self.nouns.spans.covering.get(self.atoms.first[phrase.first])
        is_open = span is not None and span.time is not None and span.time.part == "open"
        if span is None or is_open == (clause.marker == "when"):
            return None
        return counted_from(span, at, self.phrases, clause, self._time_at)

    def _is_definite(self, noun: Noun) -> bool:
        return self.atoms.words[noun.first] in _THE or noun.owner is not None

    @staticmethod
    def _is_solid(span: Span) -> bool:
        """Whether a time means days by itself."""
        return span.time is not None and (span.time.kind not in ("offset", "anaphoric") or span.time.anchor is not None)

    def _counts_from(self, clause: Clause | None) -> tuple[Span, Noun] | None:
        """'A day after the bombing he was arrested': a clause's time that is counted from what was told before."""
        for phrase in clause.times if clause is not None else ():
            span = self._anaphor(phrase)
            at = next((i for i, other in enumerate(self.phrases) if other is phrase), len(self.phrases))
            noun = self.phrases[at + 2] if at + 2 < len(self.phrases) else None
            if span is None or span.time is None or span.time.part != "open" or not isinstance(noun, Noun):
                continue
            if self.nouns.of(noun).triggers and self._is_definite(noun) and self.phrases[at + 1].kind in "is":
                return span, noun
        return None

    def _comes_before(self, noun: Noun, clause: Clause | None) -> bool:
        """Whether a clause tells what followed an event: 'following the strike, it launched raids on Thursday'."""
        death = clause is not None and clause.tells_of_deaths(self.nouns.patterns.cues["die_verbs"])
        bound = clause.prepositions if clause is not None and not death else ()
        return any(n is noun and word.replace(" ", "_") in self.nouns.patterns.cues["preceding"] for word, n in bound)

    def times_in(self, clause: Clause, others: frozenset[int]) -> Iterator[Span]:
        """The times of a clause that mean a day by themselves."""
        for at in (phrase.first for phrase in clause.times if phrase.first not in others):
            span = begun_at(clause, self._time_at(at), self.atoms.words[:at])
            if span is not None and (clause.marker == "since" or not self._tells_which(at, span)):
                yield span

    def _tells_which(self, atom: int, span: Span) -> bool:
        """'the peace deal of 2016', 'the deadliest since August', 'born in 1967': a time that tells which one it is."""
        before = self.atoms.words[atom - 1] if atom else ""
        noun = next((p for p in self.phrases if isinstance(p, Noun) and p.last == atom - 1), None)
        if noun is None or span.time is None or noun.word == "born":
            begun = self.atoms.words[max(0, atom - 2)] in ("born", "founded", "established")
            aside = self.atoms.tags[max(0, atom - 3) : atom - 1] == [",", "j"]  # "the mayor, elected in 2019, was shot"
            return before == "in" and (self._is_record(span) or aside or begun)
        within = noun.first > 0 and self.atoms.words[noun.first - 1] in ("in", "during")  # "ousted in the coup of 2021"
        of_year = before == "of" and span.time.kind in ("year", "month") and noun.word not in _SPANS and not within
        return of_year or (before in ("since", "in") and self._is_record(span))

    def time_atoms(self, noun: Noun, *, of_news: bool = True) -> list[int]:
        """Where times stand with an event's noun, within it or right behind it; also days of the week, if asked."""
        inside = (i for i in range(noun.first, noun.last) if self._time_at(i) is not None)
        found = [*inside, *(phrase.first for phrase in self._behind(noun)[:1])]
        return [i for i in found if of_news or not is_day_of_news(self._time_at(i))]

    def anaphor_of(self, event: Event, others: frozenset[int], *, apart: bool) -> tuple[Span | None, bool]:
        """A time counted from what was told before: 'a day earlier'; and whether it counts on: 'a day after'.

        An event that stands apart from its clause has only what stands right at it.
        """
        ahead = self._time_ahead(event.clause) if not apart else None
        if ahead is not None and not self._is_solid(ahead):
            return ahead, True
        counted = self._counts_from(event.clause) if not apart else None
        if counted is not None and event.clause is not None and not any(self.times_in(event.clause, frozenset())):
            return (None, False) if counted[1] is event.noun else (counted[0], False)
        at = next((i for i, phrase in enumerate(self.phrases) if phrase is event.noun), -1)
        if at > 1 and self.phrases[at - 1].kind in "is" and (span := self._anaphor(self.phrases[at - 2])) is not None:
            clause = self.timed.get(id(self.phrases[at - 2]))
            is_told = event.noun is not None and self._is_definite(event.noun) and clause is not None
            beside = at > 3 and [phrase.kind for phrase in self.phrases[at - 4 : at - 2]] == ["T", ","]
            if is_told and clause is not None and (beside or not any(self.times_in(clause, frozenset()))):
                return None, False  # what the clause tells is counted from it: "On 3 May, a day after the raid, he"
            return (span, True) if span.time is not None and span.time.part == "open" else (None, False)
        behind = self._behind(event.noun) if event.noun is not None else []
        times = event.clause.told_times() if event.clause is not None and not apart else []
        for phrase in (*behind, *(time for time in times if time.first not in others)):
            span = self._anaphor(phrase)
            if span is not None and span.time is not None and span.time.part != "open":
                return span, False
        return None, False

    def _anaphor(self, phrase: Phrase) -> Span | None:
        span = self.nouns.spans.covering.get(self.atoms.first[phrase.first]) if phrase.kind == "T" else None
        return span if span is not None and span.time is not None and span.time.kind == "anaphoric" else None

    def _behind(self, noun: Noun) -> list[Phrase]:
        """The times right behind a noun, before any verb, clause or comma."""
        found: list[Phrase] = []
        behind = False
        for phrase in self.phrases:
            if phrase is noun:
                behind = True
            elif behind and phrase.kind == "T":
                found.append(phrase)
            elif behind and (isinstance(phrase, Verb) or phrase.kind in "rsC," or id(phrase) in self.subjects):
                break
        return found

    def _clauses_near(self, event: Event, says: frozenset[str]) -> Iterator[tuple[int, Clause]]:
        clause = event.clause
        if clause is None:
            return
        yield 1, clause
        for child in clause.children:
            same_scene = child.kind != "subordinate" or child.marker in ("when", "as", "while", "where")
            bound = child.kind in ("subordinate", "participle", "infinitive")
            if bound and same_scene and not self._tells_other(child):
                yield 1, child
        for other in self.siblings.get(id(clause), ()):
            yield 1, other
        outer = clause.parent
        while outer is not None and (outer.verb is None or outer.verb.lemma not in says or clause.is_reported()):
            yield 2, outer
            outer = outer.parent

    def _tells_other(self, clause: Clause) -> bool:
        """Whether what a participle hangs on is somebody, not the event: 'groups operating in Quetta'."""
        return (
            clause.kind == "participle"
            and clause.antecedent is not None
            and not self.nouns.of(clause.antecedent).triggers
        )

    def _time_behind(self, noun: Noun) -> Span | None:
        """A time that follows a noun before any verb or other event: 'an attack in Kabul on Monday'.

        Not 'X, which claimed the attack, on Monday denied it'.
        """
        behind = False
        for index, phrase in enumerate(self.phrases):
            if phrase is noun:
                behind = True
            elif not behind:
                continue
            elif phrase.kind == "T":
                if is_of_verb_behind(self.phrases, index):
                    return None
                if (span := self._time_at(phrase.first)) is not None or not self._is_clock(phrase):
                    return span
            elif isinstance(phrase, Verb) or phrase.kind in "rsC" or id(phrase) in self.subjects:
                return None
            elif isinstance(phrase, Noun) and self.nouns.of(phrase).triggers:
                return None
        return None

    def _is_clock(self, phrase: Phrase) -> bool:
        """An hour without a day: 'the attack at 11 am on Monday' is Monday's."""
        return (span := self.nouns.spans.covering.get(self.atoms.first[phrase.first])) is not None and span.time is None

    def _time_in(self, first: int, last: int) -> Span | None:
        return next((span for i in range(first, last) if (span := self._time_at(i)) is not None), None)

    def _time_at(self, atom: int) -> Span | None:
        span = self.nouns.spans.covering.get(self.atoms.first[atom])
        if span is None or span.time is None or atom in self.posts:
            return None
        loose = span.time.kind in ("offset", "anaphoric") and span.time.anchor is None
        return None if loose else span

    def resolve(self, span: Span, tense: str = "past") -> Occurrence:
        """The days that a time expression means."""
        assert span.time is not None
        return timex.resolve(span.time, self.reference, reference_precision=self.precision, tense=tense)

    # ---- where
    def place_of(self, event: Event, says: frozenset[str]) -> Where | None:
        """The finest place among those that grammar ties most closely to an event."""
        if not self.has_places:
            return None
        strength, away = 0, None
        for strength, nouns in enumerate(self.circles(event, says)):
            found = [
                w
                for word, noun in nouns
                if id(noun) not in self.elsewhere or self.named.is_struck(noun, event)
                for w in self.wheres(word, noun, strength)
            ]
            struck = () if found else self.named.of_struck(event)
            found += [w for pair in struck if pair in nouns for w in self.wheres(*pair, strength + 1)]
            best = found[0] if len(found) == 1 else min(found, key=self.rank) if found else None
            if best is not None and best.relation != "distance":
                inner = self.named.head_of(self.named.innermost(best.span, [w.span for w in found]))
                return self._finer(event, Where(inner, best.relation, best.strength))
            away = away or best  # "a base in Bulo Marer, 110 km from the capital": where it was may be told farther off
        return away or self._place_behind(event, max(strength, _BEHIND)) or self._place_ahead(event, says)

    def _is_spoken_of(self, event: Event, says: frozenset[str]) -> bool:
        """'In London, a spokesman called the bombing cowardly': who speaks of what is known is elsewhere."""
        noun, clause, verb = event.noun, event.clause, event.clause.verb if event.clause is not None else None
        if noun is None or clause is None or verb is None or not self._is_definite(noun):
            return False
        is_thought = verb.lemma == "be" and clause.kind == "complement"
        return is_thought or verb.lemma in self.nouns.patterns.cues["comment_verbs"] or self._speaks(clause, says)

    def _finer(self, event: Event, wide: Where) -> Where:
        """'raided Kwatas community in Plateau State': a place that is struck, in the one that grammar ties."""
        struck = [n for role, n in event.roles if role == "target"]
        struck += [event.struck] if event.struck is not None else []
        for noun in struck:
            is_place = noun.word in KINDS or "place" in self.nouns.of(noun).classes
            beside = [n for word, n in noun.tail if word in _OF_TARGETS and self.named.is_spot(n)]
            for span in (s for n in ([noun] if is_place else beside) for s in self.named.within(n)):
                outer, inner = wide.span.place_id or "", span.place_id or ""
                if outer != inner and self.ontology.places.contains(outer, inner):
                    return Where(span, "in", wide.strength)
        return wide

    def _place_behind(self, event: Event, strength: int) -> Where | None:
        """The first place tied to anything behind the event, before another one: 'what they called a camp near X'."""
        for phrase in self.phrases:
            if phrase.first <= event.last:
                continue
            if isinstance(phrase, Verb) and phrase.lemma not in self.nouns.patterns.cues["naming_verbs"]:
                return None
            if not isinstance(phrase, Noun):
                continue
            if self.nouns.of(phrase).triggers or id(phrase) in self.subjects:
                return None
            word = self.atoms.words[phrase.first - 1] if phrase.first else ""
            if word in TAILS and id(phrase) not in self.elsewhere:
                for where in self.wheres(word, phrase, strength):
                    return where
        return None

    def place_beside(self, event: Event, clauses: list[Clause], says: frozenset[str], taken: set[int]) -> Where | None:
        """A place of the sentence that grammar ties to nothing told there, nor to those who speak.

        `taken` are tokens of places that other events of the sentence have.
        """
        if not self.has_places:
            return None
        tellers = {id(c.subject) for c in clauses if self._speaks(c, says)}
        aside = (c for c in clauses if self._speaks(c, says) or id(c.antecedent) in tellers)
        apart = self.elsewhere | {id(n) for clause in aside for _, n in clause.prepositions}
        if self._is_spoken_of(event, says):
            apart |= {id(p) for p in self.phrases if p.first == 1}
        for phrase in self._places_around(event):
            found = self.placed(phrase, _BEHIND + 1) if id(phrase) not in apart else []
            if found and taken.isdisjoint(where.span.first for where in found):
                best = min(found, key=self.rank)
                return Where(self.named.head_of(best.span), best.relation, best.strength)
        return None

    def _place_ahead(self, event: Event, says: frozenset[str]) -> Where | None:
        """The place at a sentence's head, which holds for all that it tells: 'In X, men said to be Y raided Z'."""
        spoken = self._is_spoken_of(event, says)
        head = next((p for p in self.phrases if isinstance(p, Noun) and p.first == 1 and not spoken), None)
        found = self.placed(head, _AHEAD) if head is not None and self.has_places else []
        if not found and head is not None and head.word in _GROUNDS and self.atoms.words[0] in PLACED:
            called = next((p for p in self.phrases if isinstance(p, Noun) and p.first == head.last + 1), None)
            apart = called is not None and self.atoms.words[head.last] == ","  # "In the state capital, Wad Madani, ..."
            found = [Where(span, "in", _AHEAD) for span in self.named.within(called)] if apart and called else []
        return min(found, key=self.rank, default=None)

    def placed(self, phrase: Noun, strength: int) -> list[Where]:
        word = self.atoms.words[phrase.first - 1] if phrase.first else ""
        return self.wheres(word, phrase, strength) if word in PLACED else []

    def _places_around(self, event: Event) -> list[Noun]:
        """The noun phrases of a sentence that tell of no event: those behind an event, then those before it."""
        nouns = [p for p in self.phrases if isinstance(p, Noun) and not self.nouns.of(p).triggers]
        behind = [n for n in nouns if n.first > event.last]
        return [*behind, *reversed([n for n in nouns if n.first <= event.first])]

    def circles(self, event: Event, says: frozenset[str]) -> Iterator[list[tuple[str, Noun]]]:
        """Noun phrases from near to far: the frame's place, what hangs on the noun, the clause, those around it."""
        streets = self.named.streets_of(event)
        yield [*self.named.before_where(event, self.phrases), *streets, *[("where", n) for n in event.places]]
        if event.noun is not None:
            inside = self.named.inside(event, event.noun)
            yield [*self.named.own_tail(event.noun), ("inside", inside), *taking_place(event, self.happened)]
            for child in event.clause.children if event.clause is not None else ():
                if child.is_told_of(event.noun):
                    yield list(child.prepositions)  # "the attack, which took place at X"
        spoken = self._is_spoken_of(event, says)
        for _, clause in () if self._is_beside(event) else self._clauses_near(event, says):
            if spoken and event.clause and clause.antecedent is event.clause.subject is not None:
                continue  # "the minister, who was in X, condemned it"
            told = (p for p in clause.prepositions if p[1] is not event.noun and not (spoken and p[1].first == 1))
            others = self.named.of_others(event, clause)
            bound = [(w, n) for w, n in told if id(n) not in others]
            subject = clause.subject.tail if clause.subject is not None and self._acts(clause, event) else []
            named = [("appositive", a) for _, n in clause.prepositions for a in n.appositions]
            yield [*bound, *[(w, n) for w, n in subject if w in ("in", "at", "near")], *named]
        targets = [n for role, n in event.roles if role == "target"]
        yield [(w, place) for n in targets for w, place in n.tail if w in TAILS]
        yield self.named.of_those_struck(event, targets)
        yield [("of", n) for n in targets]

    def _acts(self, clause: Clause, event: Event) -> bool:
        """Whether a clause's subject is where the event is: not 'the envoy in Lima asked about the murder'."""
        if clause.kind == "participle" or clause.subject is None:
            return False
        if event.noun is None or clause.subject is event.noun or clause.verb is None:
            return True
        lemma = clause.verb.lemma
        acts = lemma in self.nouns.patterns.verbs and lemma not in _LOOKS
        return (acts and id(clause) not in self.acts) or not self.named.is_somebody(clause.subject)

    def _is_beside(self, event: Event) -> bool:
        """'Two days before the massacre the army bombed a site at X': the clause tells of another event."""
        clause = event.clause
        if event.noun is None or clause is None or clause.verb is None:
            return False
        if clause.verb.lemma in BESIDE or clause.verb.lemma not in self.nouns.patterns.verbs:
            return clause.verb.lemma in BESIDE and clause.subject is event.noun  # "followed a bombing in Y"
        facts = self.nouns.patterns.cues["realis_prepositions"]
        return any(n is event.noun and word.replace(" ", "_") in facts for word, n in clause.prepositions)

    def wheres(self, word: str, noun: Noun, strength: int) -> list[Where]:
        unit = word.replace(" ", "_")
        if unit == "where":  # "130 km from Farah, where two died": there, however it is tied to what stands before
            return [Where(span, "in", strength) for span in self.named.within(noun)]
        if unit not in _IN and unit not in ("appositive", "inside"):
            return []
        beside = () if self.nouns.of(noun).triggers else noun.coordinated  # "raiding on the borders of X and Y"
        named = () if self.named.is_somebody(noun) else noun.appositions
        told = [(each, span) for each in (noun, *beside, *named) for span in self.named.within(each)]
        if not told:
            return []  # as most
        home = self.atoms.words[max(0, noun.first - 2) : noun.first] == [",", "of"]  # "Ali Khan, 35, of Quetta"
        origin = home or (unit == "from" and self.named.is_origin(noun, self.phrases))
        if origin or is_elsewhere(unit, self.atoms.words, noun.first):
            return []
        relation = tie_of(unit, self.atoms.words, noun.first)
        of_what = self.atoms.words[noun.first - 2] if unit == "of" and noun.first > 1 else ""
        if of_what in self.nouns.patterns.cues["land_words"] or of_what in _WHERE_OF:
            relation = tie_of_land(self.atoms.words, noun.first - 2)  # "in the Indian district of X"
        if of_what in BORDERS:
            relation = "border"  # "on the borders of Unity and Warrap"
        found: list[Where] = []
        for each, span in told:
            classes = self.nouns.of(each).classes
            is_land = bool(classes & {"place", "facility"}) or each.word in _GROUNDS
            if classes & PEOPLE and not is_land and unit != "inside":
                continue  # "Kano State" is where, though a state may act
            abroad = relation == "near" and self.level(span) == _LEVELS["country"]  # "in the hills near Mali"
            tie = "border" if each.word in BORDERS or abroad else relation
            found.append(Where(span, "between" if is_route(self.text.words, span.last) else tie, strength))
        return found

    def rank(self, where: Where) -> tuple[int, bool, int, bool, int, int]:
        """For choosing among places of one event: nearest in grammar, sure, of a town or district, not far, first."""
        sure, is_far = where.relation not in ("weak", "border", "between"), where.relation == "distance"
        level = self.level(where.span)
        return (where.strength, not sure, max(level, _LEVELS["admin2"]), is_far, level, where.span.first)

    def level(self, span: Span) -> int:
        return 4 if (place := self.ontology.places.get(span.place_id or "")) is None else _LEVELS.get(place.level, 3)
