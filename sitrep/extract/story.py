"""From drafts of single sentences to the happenings of a document.

What belongs here: which mentions speak of one happening, in the order of reading, and filling what one sentence leaves
open from the others. What does not: reading sentences, comparing two mentions (joining.py), pronouns (pronouns.py).
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sitrep import timex
from sitrep.extract import overviews
from sitrep.extract.aims import is_of_row, sets_apart
from sitrep.extract.avowals import avow, spread
from sitrep.extract.bygones import is_of_before, returns
from sitrep.extract.crowds import may_name, name_counted
from sitrep.extract.draft import Draft, Part
from sitrep.extract.endings import tell_ends
from sitrep.extract.joining import NEEDED, NEEDED_DEFINITE, NEEDED_FRESH, NEEDED_HARM, Judge
from sitrep.extract.merging import Merger
from sitrep.extract.pronouns import Focus
from sitrep.extract.telling import SAID
from sitrep.ontology import Ontology
from sitrep.ontology.event_type import EventTypes, broader_types, most_specific
from sitrep.records import DIVIDING_GROUPS, HAPPENED, PART_GROUPS, CasualtyMention, Occurrence

_MONTH = 20  # days: a wider time is none that a happening is known by, if there is another
_SOON = 2  # days: news is spoken of
_WHO_DIED, _AFTER_THAT = frozenset({"he", "she"}), 4  # so many sentences after somebody was hurt
_CROWD = 100  # so many, counted over a stretch of time, are known by their number
_UNKNOWN = 9999  # days


@dataclass(slots=True, eq=False)
class Happening:
    """Mentions of one document that speak of one thing that happened."""

    number: int
    drafts: list[Draft] = field(default_factory=list)
    is_recalled: bool = False  # of the past, told in the midst of news

    @property
    def is_bare(self) -> bool:
        """Whether nothing is known of it but its kind: 'It began with a murder.'"""
        return not any(d.parts or d.tolls or d.where or d.when for d in self.drafts)


_NOT_DEADLY = "sexual_violence"
_JUST_BEHIND = 2  # sentences behind a toll in which more are told to have died
_FIRST = "1"  # of a row: "the first blast"


class Story:
    """Joins the drafts of one document."""

    def __init__(
        self,
        ontology: Ontology,
        apart: frozenset[tuple[int, int]] = frozenset(),
        headings: Sequence[int] = (),
        about_now: Occurrence | None = None,
    ) -> None:
        self.types = ontology.types
        today = about_now.date_to if about_now is not None else None
        self.judge, self.focus = Judge(ontology, apart, headings, today), Focus(ontology)
        self.happenings: list[Happening] = []
        self.whole: Sequence[Draft] = ()  # all that the document tells
        self.drafts: list[Draft] = []  # of that, what was heard, in the order of the text
        self.latest: Happening | None = None  # spoken of last, of those with a toll
        self.recalled: Happening | None = None  # spoken of last, of the past
        self.about_now = about_now  # when news without a day happened
        self.told_on: dt.date | None = None  # the day of what was told last
        self.is_todays = False  # it was told of "today"
        self.last_told: Draft | None = None  # of those with a time, also of long ago

    def tell(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts with their happenings; drafts that refer to nothing are left out."""
        told, waiting = [], []
        self.whole = drafts
        summed = overviews.mark(drafts, self.judge.ontology)
        for overview in summed:
            self.judge.keep_apart(overview.parts)
        for draft in drafts:
            self.focus.hear(draft)
            avow(draft, self.types)
            self._count_from(draft)
            self._add_to_sum(draft)
            self.drafts.append(draft)
            if self._join(draft):
                told.append(draft)
            elif draft.is_title:
                waiting.append(draft)  # a headline may speak of what the lead tells
        told += [draft for draft in waiting if self._head(draft)]
        _spread_sums(drafts)
        groups = Merger(self.judge).merge([happening.drafts for happening in self.happenings])
        for number, members in enumerate(groups):
            for rank, draft in enumerate(members):
                draft.happening, draft.rank = number, rank
            _share(members)
            self._sharpen(members)
            tell_ends(members)
            _name_parties(members, self.types)
            name_counted(members, self.types)
            _bury(members)
            _drop_echoes(members)
            _take_apart(members)
            _add_later_dead(members)
            _drop_pieces(members)
        overviews.hand_on_doers(summed, groups)
        spread(groups, self.types)
        _keep_apart(groups, self.judge)
        return sorted(told, key=lambda draft: draft.start)

    def _count_from(self, draft: Draft) -> None:
        """Gives 'a day earlier' and 'that day' the day that they are counted from: that of what was told last."""
        draft.is_todays = self.is_todays
        base = self._base(draft)
        if draft.anaphor is not None and draft.anaphor.time is not None and base is not None:
            time = draft.anaphor.time
            if draft.counts_back:
                time = replace(time, direction="future" if time.direction == "past" else "past")
            draft.when, draft.time, draft.when_distance = _counted(time, base), draft.anaphor, 1
            draft.why["date"] = "date.counted"
        self._note_time(draft)

    @staticmethod
    def _is_second(draft: Draft) -> bool:
        """'The second attack took place in X': of the day of the first, where nothing else is told."""
        known = bool(draft.status.nth) and draft.status.definite and not draft.status.background
        return known and draft.is_nominal and draft.when is None and draft.time is None

    def _base(self, draft: Draft) -> Occurrence | None:
        """What 'a day earlier' is counted from: the day of what was told last, or a wider time told just before it."""
        if draft.told_on is not None:
            return draft.told_on
        last = self.last_told
        if last is not None and last.when is not None and draft.sentence.number - last.sentence.number <= 1:
            return last.when
        if self.told_on is None:
            time = draft.anaphor.time if draft.anaphor is not None else None
            counted = time is not None and time.part != "open" and time.count != 0 and time.unit == "day"
            return self.about_now if counted else None
        return Occurrence(None, self.told_on, self.told_on, "day", "relative")

    def _note_time(self, draft: Draft) -> None:
        """Keeps when the events were that later sentences count from: not when somebody spoke of them."""
        if draft.when is None or draft.when.date_to is None or draft.status.aggregate or draft.is_avenged:
            return
        located = bool(draft.event_type) and self.types[draft.event_type].has("is_located")
        last = self.last_told
        beside = last.when if last is not None and last.sentence.number == draft.sentence.number else None
        is_wider = beside is not None and beside.precision == "day" and draft.when.precision != "day"
        first = last is None and (located or self.about_now is None)
        if first or (located and not is_wider):
            self.last_told = draft  # not "in Yaldo, where 160 were massacred in 2019. Hours later"
        if draft.when.precision == "day" and not draft.status.background and (located or self.told_on is None):
            self.told_on = draft.when.date_to
            named = draft.time.time if draft.time is not None else None
            self.is_todays = named is not None and named.kind == "day" and draft.when.date_from == draft.when.date_to
            self.is_todays = self.is_todays and named is not None and named.direction in ("today", "tonight")

    def _add_to_sum(self, draft: Draft) -> None:
        """'A further 2,212 were injured': behind a sum, more of the sum."""
        before = self.drafts[-1] if self.drafts else None
        if before is None or not draft.adds or not before.status.aggregate or before.is_title or not before.tolls:
            return
        own = draft.where is not None or draft.is_timed or draft.parties("perpetrator", "party")
        if not own and draft.sentence.number - before.sentence.number <= 1:
            draft.status.aggregate = True

    def _best(self, draft: Draft, happenings: list[Happening]) -> tuple[Happening | None, float]:
        """The happening that a draft fits best, and how well."""
        best, best_score = None, 0.0
        latest = self._latest(draft)
        for happening in happenings:
            score = self.judge.points(draft, happening.drafts, is_latest=happening is latest)
            if score is not None and happening.is_recalled:
                score += self._returns(draft, happening)
            if score is not None and (best is None or score >= best_score):
                best, best_score = happening, score
        return best, best_score

    def _latest(self, draft: Draft) -> Happening | None:
        """What a draft goes on with if it says nothing else: the news, behind what was only recalled."""
        if draft.status.pointing and draft.is_nominal and (pointed := self._told_last(draft)) is not None:
            return pointed
        recalled = self.recalled
        return recalled if recalled is not None and not self._returns(draft, recalled) else self.latest

    def _told_last(self, draft: Draft) -> Happening | None:
        """What the sentence before tells last: "in that incident", behind "a day after gunmen stormed a house"."""
        before = [d for d in self.drafts if d.sentence.number == draft.sentence.number - 1 and d.happening >= 0]
        deeds = [d for d in before if self.types[d.event_type].has("takes_toll") and d.status.modality in HAPPENED]
        return self.happenings[max(deeds, key=lambda d: d.start).happening] if deeds else None

    def _returns(self, draft: Draft, recalled: Happening) -> float:
        if self.latest is None:
            return 0.0
        beside = [other for other in self.whole if other.sentence is draft.sentence]
        return returns(draft, recalled.drafts, self.latest.drafts, beside)

    def _join(self, draft: Draft) -> bool:
        if draft.part_of is not None and draft.part_of.happening >= 0:
            self._add(draft, self.happenings[draft.part_of.happening])
            return True
        deadly = [h for h in self.happenings if any(d.tolls for d in h.drafts)] if draft.is_new_figure else []
        best, best_score = self._best(draft, deadly)
        if best is None or best_score < self._needed(draft, best):
            best, best_score = self._best(draft, self.happenings)
        if best is not None and best_score >= self._needed(draft, best):
            if draft.refers and (_names_only_struck(draft, best.drafts) or not may_name(draft, best.drafts)):
                return False
            self._add(draft, best)
        elif draft.refers:
            return False
        else:
            if self.told_on is not None and self._is_second(draft):
                draft.when, draft.when_distance = Occurrence(None, self.told_on, self.told_on, "day", "relative"), 2
                draft.why["date"] = "date.of_the_first"
            fresh = Happening(len(self.happenings))
            self.happenings.append(fresh)
            self._add(draft, fresh)
        return True

    def _head(self, draft: Draft) -> bool:
        """Joins a headline to what the text tells first, of all that fits equally."""
        fits = [(self.judge.points(draft, h.drafts, is_latest=False), h) for h in self.happenings]
        best = max(((score, -h.number) for score, h in fits if score is not None), default=(0.0, 0))
        if best[0] < (NEEDED_DEFINITE if draft.status.definite else NEEDED):
            return False
        self._add(draft, self.happenings[-best[1]])
        return True

    def _sharpen(self, drafts: list[Draft]) -> None:
        """Gives 'the attack' and 'three were hurt' the kind of what they look back on: of a bomb that went off.

        Of those that tell it in their own words one in three must tell of that kind, however often it is called "the
        attack" after; that two sides fought makes an attack no clash.
        """
        left_open: list[Draft] = []
        told: dict[str, int] = {}
        for draft in drafts:
            if self._is_open(draft):
                left_open.append(draft)
            elif not self.types[draft.event_type].has("is_two_sided"):
                told[draft.event_type] = told.get(draft.event_type, 0) + 1
        total = sum(told.values())
        for draft in left_open:
            deadly = draft.event is not None and draft.event.trigger.frame.harm == "killed"
            kinds = [
                name
                for name, count in told.items()
                if 3 * count >= total
                and draft.event_type in broader_types(self.types, name)
                and not (deadly and name == _NOT_DEADLY)  # "the massacre", of rapes that were told in it
            ]
            if kinds:
                draft.event_type = most_specific(self.types, kinds)

    def _is_open(self, draft: Draft) -> bool:
        """Whether its words leave open of what kind it is: 'the attack', 'an assault that left three dead'."""
        bare = draft.is_nominal and not draft.means and self.types[draft.event_type].has("takes_toll")
        return bare or _looks_back(draft)

    def _needed(self, draft: Draft, happening: Happening) -> float:
        if draft.status.definite or draft.refers:
            return NEEDED_DEFINITE
        if draft.only_harms and happening is self._latest(draft):
            return NEEDED_HARM
        if happening.is_bare and draft.sentence.number - happening.drafts[-1].sentence.number <= 1:
            return 1.0
        return NEEDED_FRESH if draft.is_fresh else NEEDED

    def _add(self, draft: Draft, happening: Happening) -> None:
        draft.happening = happening.number
        if not draft.event_type:
            draft.event_type = most_specific(self.types, [d.event_type for d in happening.drafts])
        happening.drafts.append(draft)
        kind = self.types[draft.event_type]
        told = kind.has("takes_toll") and draft.status.modality in HAPPENED
        searched = kind.event_class == "coercive" and not draft.tolls
        if len(happening.drafts) == 1:
            happening.is_recalled = self._recalls(draft)
        past = happening.is_recalled or draft.is_avenged or self.judge.is_bygone(draft)
        aside = self.latest is not None and (searched or past)
        if told and not draft.is_other and not aside:
            self.latest = happening
        if told and not draft.is_other:
            self.recalled = happening if happening.is_recalled else None

    def _recalls(self, draft: Draft) -> bool:
        """Whether a draft tells first of something past, where the text tells news: of days before it, or months."""
        if self.latest is None or self.judge.is_past(self.latest.drafts[0]):
            return False
        return self.judge.is_past(draft) or is_of_before(draft, self.latest.drafts)


def _keep_apart(groups: list[list[Draft]], judge: Judge) -> None:
    """Gives entries of their own to "another blast" and to the blast before it: what a text sets apart is not one.

    The second of the two blasts that a headline tells of is part of what it tells.
    """
    for number, later in enumerate(groups):
        first = min(later, key=lambda draft: draft.start)
        if not sets_apart(first):
            continue
        for earlier in groups[:number]:
            several = any(draft.is_title or _covers(draft, first) for draft in earlier)
            several = several or is_of_row(first, earlier)
            if not several and any(judge.may_be_one(first, other) for other in earlier):
                _enter(earlier)
                _enter(later)


def _covers(draft: Draft, later: Draft) -> bool:
    """Whether a mention of several may mean a later one too: 'attacks on villages', but not what comes in addition."""
    return draft.is_plural and draft.is_nominal and not (later.shifts and draft.sentence.number > 1)


def _enter(drafts: list[Draft]) -> None:
    """Makes the mentions of a happening an entry of their own."""
    number = min(draft.sentence.number for draft in drafts)
    for draft in drafts:
        draft.entry = number if draft.entry is None else draft.entry


def _looks_back(draft: Draft) -> bool:
    """Whether a mention tells by a word of what other mentions tell: 'the attack', 'was hurt in it'."""
    return not draft.means and (draft.only_harms or (draft.is_nominal and not draft.is_fresh))


def _names_only_struck(draft: Draft, drafts: list[Draft]) -> bool:
    """Of 'police killed three of the attackers', told already: that the attackers attacked says nothing more."""
    beside = (d for d in drafts if d.sentence is draft.sentence)
    struck = {part.party.end for d in beside for part in d.parts if part.role == "target"}
    return bool(draft.parts) and all(part.party.end in struck for part in draft.parts)


def _name_parties(drafts: list[Draft], types: EventTypes) -> None:
    """Gives 'the attack' those who made it and those it was made on, where other mentions of it name them.

    The police who cordon off where a bomb went off are not its bombers: only what kills may name who attacked.
    """
    asking = [d for d in drafts if d.is_nominal and d.status.definite and not _answers(d)]
    told = [d for d in sorted(drafts, key=lambda d: d.start) if d.parts] if asking else []
    for draft in asking if told else ():
        for role in ("perpetrator", "target"):
            if draft.parties(role, "party"):
                continue
            alike = sorted(told, key=lambda d: d.event_type != draft.event_type)
            if types[draft.event_type].event_class == "violent":
                alike = [d for d in alike if types[d.event_type].event_class == "violent"]
            named = next((parts for d in alike if (parts := _named(d, role))), [])
            own = {part.party.actor.actor_id for part in draft.parts}
            draft.parts += [
                Part(role, part.party, part.certainty, part.speaker, "actor.happening")
                for part in named
                if part.party.actor.actor_id not in own
            ]


def _answers(draft: Draft) -> bool:
    """'during the counterattack': of those who had been attacked."""
    noun = draft.event.noun if draft.event is not None else None
    return noun is not None and noun.word.startswith("counter")


def _named(draft: Draft, role: str) -> list[Part]:
    """Who plays a role by a mention's own words, under a name."""
    return [p for p in draft.parts if p.role == role and not p.party.pronoun and p.rule != "actor.happening"]


def _spread_sums(drafts: list[Draft]) -> None:
    """Makes a sum of every mention of its number: of '5,601 killed' where the text counts them over a year."""
    sums = {(t.outcome, t.low) for d in drafts if d.status.aggregate for t in d.tolls if t.low >= _CROWD}
    for draft in drafts:
        if any((toll.outcome, toll.low) in sums for toll in draft.tolls):
            draft.status.aggregate = True


def _counted(time: timex.TimeExpression, base: Occurrence) -> Occurrence:
    """A time counted from one that is known, from both its ends where it is more than a day."""
    first = timex.resolve(time, base.date_from)
    last = timex.resolve(time, base.date_to)
    if first == last or first.date_from is None or last.date_to is None:
        return last
    return replace(last, date_from=first.date_from, precision=base.precision)


def _bury(drafts: list[Draft]) -> None:
    """'A policeman was shot and wounded. He died in hospital.': the one who died is hurt no more, and a policeman."""
    for number, draft in enumerate(drafts):
        for at, toll in enumerate(draft.tolls):
            if toll.outcome != "killed" or toll.quote.lower() not in _WHO_DIED or draft.status.background:
                continue
            for before in reversed(drafts[:number]):
                hurt = [t for t in before.tolls if t.outcome == "injured" and (t.low, t.high) == (1, 1)]
                if hurt and draft.sentence.number - before.sentence.number <= _AFTER_THAT:
                    groups = [t.victim_group for t in hurt if t.victim_group not in ("child", "woman")]
                    before.tolls = [t for t in before.tolls if t not in hurt]
                    draft.tolls[at] = replace(toll, victim_group=groups[0]) if groups else toll
                    break


def _drop_echoes(drafts: list[Draft]) -> None:
    """Takes out 'the eight' and 'initially 12' where the same happening's toll is told without looking back.

    What others said first is their figure: 'rights groups had first reported 100 dead'.
    """
    echoes = {id(toll) for draft in drafts for toll in draft.echoes}
    if not echoes:
        return
    aside = echoes | {id(toll) for draft in drafts for toll in draft.pieces}
    told = [toll for draft in drafts for toll in draft.tolls if id(toll) not in aside]
    known = {(toll.outcome, group) for toll in told for group in (toll.victim_group, "total")}
    tellers = {toll.attributed_to for toll in told}
    for draft in drafts:
        by_others = {id(t) for t in draft.tolls if t.attributed_to is not None and t.attributed_to not in tellers}
        draft.tolls = [
            t
            for t in draft.tolls
            if id(t) not in echoes or id(t) in by_others or (t.outcome, t.victim_group) not in known
        ]


def _take_apart(drafts: list[Draft]) -> None:
    """What each of 'two blasts' did is a piece of what both did: 'the first killed 25', 'a second bomber killed 12'."""
    several = (d.start for d in drafts if d.status.row not in ("", _FIRST) and any(map(_counts_dead, d.tolls)))
    begin = min(several, default=None)
    for draft in drafts if begin is not None else ():
        one = draft.status.nth or draft.status.other or draft.status.row == _FIRST
        if one and draft.start > (begin or 0):
            draft.pieces += [toll for toll in draft.tolls if toll not in draft.pieces]


def _counts_dead(toll: CasualtyMention) -> bool:
    return toll.outcome == "killed" and toll.victim_group == "total"


def _drop_pieces(drafts: list[Draft]) -> None:
    """Takes out '36 bodies were handed over' where the same happening's text counts as many dead or more."""
    pieces = {id(toll) for draft in drafts for toll in draft.pieces}
    most = 0
    for draft in drafts if pieces else ():
        dead = [toll for toll in draft.tolls if toll.outcome == "killed" and id(toll) not in pieces]
        groups = sum(toll.low for toll in dead if toll.victim_group in DIVIDING_GROUPS)
        most = max([most, groups, *(toll.low for toll in dead if toll.victim_group == "total")])
    for draft in drafts if pieces else ():
        draft.tolls = [t for t in draft.tolls if id(t) not in pieces or t.victim_group != "total" or t.low > most]


def _add_later_dead(drafts: list[Draft]) -> None:
    """'It killed seven people. Five more died of their wounds.': twelve, where nobody counts as many."""
    if not any(draft.adds for draft in drafts):
        return
    told = sorted(drafts, key=lambda draft: draft.start)
    for first, later in itertools.pairwise(told):
        before, more = _lone_total(first) or _lone_groups(first), _lone_total(later)
        if (
            before is None
            or more is None
            or first.is_title
            or not later.adds
            or not any(t is more for t in later.pieces)
        ):
            continue
        if later.sentence.number - first.sentence.number > _JUST_BEHIND:
            continue
        if before.attributed_to != more.attributed_to and None not in (before.attributed_to, more.attributed_to):
            continue
        added = before.low + more.low
        if any(_counts_dead(toll) and toll.low >= added for draft in drafts for toll in draft.tolls):
            continue
        later.tolls = [replace(toll, low=added, high=added) if toll is more else toll for toll in later.tolls]


def _lone_total(draft: Draft) -> CasualtyMention | None:
    """The dead of a draft, where it counts them once and exactly."""
    dead = [toll for toll in draft.tolls if _counts_dead(toll)]
    return dead[0] if len(dead) == 1 and dead[0].low == dead[0].high else None


def _lone_groups(draft: Draft) -> CasualtyMention | None:
    """The dead of a draft that counts them by groups alone, exactly, added up: 'five soldiers and a farmer died'."""
    dead = [toll for toll in draft.tolls if toll.outcome == "killed" and toll.victim_group not in PART_GROUPS]
    exact = all(toll.low == toll.high and toll.victim_group in DIVIDING_GROUPS for toll in dead)
    whole = sum(toll.low for toll in dead)
    return replace(dead[0], low=whole, high=whole) if dead and exact else None


def _share(drafts: list[Draft]) -> None:
    """Gives each mention the day and the place that its happening is known by.

    A month or year dates what it introduces; told later, it is mostly that of the past that is looked back on. When
    somebody spoke of it says nothing where its own words say when it was.
    """
    first = min(drafts, key=lambda d: d.start)
    dated = [d for d in drafts if _width(d.when) <= _MONTH or (d is first and _width(d.when) < _UNKNOWN)]
    own = [d for d in dated if d.when_distance <= 1]
    known = min(own, key=_preference).when if own else None
    spoken = [d for d in drafts if d.when_distance == SAID and _told_soon(d.when, known)]
    for draft in spoken:
        draft.when = None
    for draft in drafts:
        draft.where = draft.where or draft.beside
    placed = [d for d in drafts if d.where is not None]
    when = known if spoken else min(dated, key=_preference).when if dated else None
    where = min(placed, key=lambda d: (_looseness(d), d.start)).where if placed else None
    for draft in drafts:
        if draft.when is None or draft.when.date_from is None:
            draft.when = when or draft.own_time  # "on Thursday", of a text that does not say its day
            draft.why["date"] = "date.happening"
        if draft.where is None:
            draft.where = where
            draft.why["place"] = "place.happening"


def _told_soon(told: Occurrence | None, happened: Occurrence | None) -> bool:
    """Whether somebody spoke of a happening on its day or in the days after it."""
    if told is None or told.date_from is None or happened is None or happened.date_to is None:
        return False
    return -1 <= (told.date_from - happened.date_to).days <= _SOON


def _looseness(draft: Draft) -> int:
    """How far a draft's place is from its event."""
    return draft.where.strength if draft.where is not None else 9


def _preference(draft: Draft) -> tuple[bool, bool, int, int, int]:
    """News before background, days before months, then the time that stands nearest to its event."""
    width = _width(draft.when)
    return (draft.status.background, width > _MONTH, draft.when_distance, width, draft.start)


def _width(when: Occurrence | None) -> int:
    if when is None or when.date_from is None or when.date_to is None:
        return _UNKNOWN
    return (when.date_to - when.date_from).days
