"""How well a mention fits what a document has told before: points for what agrees, and what forbids it.

What belongs here: the weights, each with its reason. What does not: the order of reading and the sharing (story.py).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence

from sitrep import timex
from sitrep.extract.aims import (
    are_listed,
    harms_beside,
    is_of_row,
    other_aim,
    other_arm,
    other_walk,
    other_weapon,
)
from sitrep.extract.bygones import WIDE, is_in_passing, is_month, is_wide
from sitrep.extract.draft import Draft
from sitrep.extract.endings import is_attacker, is_end
from sitrep.extract.newcomers import is_lead, is_new, is_third, of_hamlets, opens_another, same_dead, same_side
from sitrep.extract.parties import Party
from sitrep.extract.settings import Where
from sitrep.ontology import Ontology
from sitrep.ontology.gazetteer import SAME_TOWN_KM, nested
from sitrep.records import HAPPENED, CasualtyMention

#: A mention that says nothing new by its words ("the attack") needs little; one that could stand alone needs evidence.
NEEDED_DEFINITE, NEEDED_FRESH, NEEDED = 0.5, 2.25, 1.75
NEEDED_HARM = 1.0  # "Three people were hurt.": mostly in what was told last
_LATEST = 1.5  # "the attack" is mostly the one told last
_KNOWN = 0.5  # ... but may be an earlier one
_NOT_POINTED = -2.5  # "that attack" is what was told last, not what else the sentence before tells
_SAME_TYPE = 0.75
_SAME_SENTENCE, _NEXT_SENTENCE, _NEAR = 2.5, 2.0, 0.5
_UNSURE = 1.0  # "a strike" alone may be of any kind: that others stand near says less
_SAME_WORD = 0.75  # "those strikes" are strikes that were called so
_TITLE = 0.75  # a headline tells what the lead tells
_LEAD = 0.5  # ... and both what the text is about
_NOBODY_DIED = -1.5  # "the massacre" is one of those in which somebody died
_POLICE_WORK = -2.0  # "the attack" is rather what was told before a search than the search
_MORE = 1.0  # "six more people": of the same event
_OTHER = -6.0  # "another blast", "the earlier blast"
_THE_OTHER = -1.5  # "the second blast", of which no first was told: it may be a part of what was
_THEN = 1.5  # "he then set off his explosives": what follows in the same scene
_TOLD_ON = 2.0  # "was attacked by another group, who killed a guard"
_IN_PASSING = -4.0  # "who took over when his father was killed in 2015", for what the next sentence tells
_OF_IT = 1.0  # "Six were killed.", right behind a raid of years ago in the same paragraph
_FOLLOWING = 2  # sentences between that and the scene
_VAGUE = frozenset("several many some few dozens scores numerous hundreds multiple".split())
_PAST = -1.5  # "10 were killed", told behind "had killed five"
_STRUCK_BACK = 3.0  # "the security forces killed nine of the assailants": one fight
_OWN_LOSSES = 2.0  # "two of its fighters were killed": in the attack that it made
_LONG_PAST = 20  # days before the news: a day so far back is not that of what has none
_YEAR = 300  # days; so wide a time has no year that is known
_BY_DAY = 3.0  # "Friday's attack" is that told of Friday, however far off
_OTHER_DAY = -2.0  # "a day earlier": not what was told before it
_AGO = -2.0  # "in February 2019", told behind what names no time, tells of what is past
#: What makes times of one kind the same, where no day of writing is known.
_SAID = {"weekday": ("weekday",), "date": ("month", "day"), "month": ("month",), "day": ("direction",)}
_CALENDAR = frozenset({"weekday", "date", "month", "year", "period", "ago", "day"})
_SHIFTED = -2.5  # "Elsewhere", "Hours later"
_BY_CHANCE = 4  # so many may die in each of two attacks
_ELSEWHERE = -1.5  # a place of its own, and a toll that is not the other's
_CLOSE_BY = 1.0  # a town so near that it may be the same scene
_MORE_ELSEWHERE = -2.0  # "five more were killed in X": a village near by is another one
_TURNED = -2.0  # who acted is now struck, by others
_WEAKLY = -1.0  # "from X", "against X" need not be where it happened
_HEADS, _OTHER_HEAD = 4, -2.5  # "In X, two were killed." behind "In Y, one was killed."
_ALSO = -2.0  # "They also raided a camp": beside what was told
_OTHER_SECTION = -1.5  # a heading stands between
_NO_DEED = -1.5  # "19 women were among the dead": not of the vigil that was attacked, nor of a fire
_FAR_MORE, _FEW = -1.5, 2  # "put the dead at 100", right behind "in revenge for the killing of two"
_LINES = frozenset({"border", "between"})  # as long as they are: what is put there may be in many places
_REACH_KM = 100.0  # how far off a town may be by which it is said where something was: "south of Baghdad"
_REGION_KM = 200.0  # how far a place of a region may lie from the middle of it
_STEM = 4  # letters that "raid" and "raided" share
_ARRESTED, _HARMED = "arrested", frozenset({"killed", "injured"})
_FORCES = ("state", "government", "military", "police")


class Judge:
    """Compares a draft with the drafts of a happening."""

    def __init__(
        self,
        ontology: Ontology,
        apart: frozenset[tuple[int, int]] = frozenset(),
        headings: Sequence[int] = (),
        today: dt.date | None = None,
    ) -> None:
        self.ontology, self.types = ontology, ontology.types
        cues = ontology.patterns.cues
        self.walks = {word: name for name in cues if name.startswith("walk_") for word in cues[name]}
        self.today = today  # the day of the news
        self.headings = headings  # the sentences that open a new part of the text, in order
        self.apart = apart  # drafts, by identity, of which one answers the other
        self.parted = frozenset(one for one, _ in apart)  # the first of each two

    def keep_apart(self, drafts: list[Draft]) -> None:
        """Makes it known that no two of some mentions are of one happening."""
        pairs = {(id(one), id(other)) for one in drafts for other in drafts if one is not other}
        self.apart, self.parted = self.apart | pairs, self.parted | {id(draft) for draft in drafts}

    def points(self, draft: Draft, others: list[Draft], *, is_latest: bool) -> float | None:
        """How well a draft agrees with what is known of a happening; None where it cannot be the same."""
        if not _stand_alike(draft, others[0]) or not self._types_agree(draft, others):
            return None
        if self.parted and id(draft) in self.parted and any((id(draft), id(other)) in self.apart for other in others):
            return None
        agreement = self.agreement(draft, others)
        if agreement is None:
            return None
        score = agreement + self._nearness(draft, others, is_latest=is_latest) + self.turning(draft, others)
        return score + (self._of_figures(draft, others) if draft.refers and draft.event is None else 0.0)

    def agreement(self, draft: Draft, others: list[Draft]) -> float | None:
        """How well when, where, who and how many agree; None where one of them forbids that both are one."""
        if draft.entry is not None and any(other.entry not in (None, draft.entry) for other in others):
            return None
        if any(are_listed(draft, other) or _is_counted_from(other, draft) for other in others):
            return None
        dates = self._dates(draft, others)
        places = self._places(draft, others) if dates is not None else None
        if dates is None or places is None:
            return None
        sides = self._sides(draft, others)
        if draft.claims:
            sides = max(sides or 0.0, 0.0)  # some may claim what others are said to have done
        if sides is None:
            return None
        score = dates + places + sides + same_dead(draft, others)
        if self._has_left(draft, others):
            if draft.is_separate or (
                draft.shifts and draft.tolls and (is_new(draft, others) or _count_apart(draft, others))
            ):
                return None
            if draft.is_other and draft.tolls and any(harms_beside(other, draft) for other in others):
                return None
            score += _SHIFTED
        if not draft.tolls:
            return score
        tolls = self._tolls(draft, others)
        differs = tolls < 0 or (draft.adds and any(other.tolls for other in others))
        return score + tolls + (_ELSEWHERE if differs and self._is_elsewhere(draft, others) else 0.0)

    def _has_left(self, draft: Draft, others: list[Draft]) -> bool:
        """Whether a draft opens another scene, or stands behind "after" in the sentence that tells the other."""
        if draft.is_other != any(other.is_other for other in others) and (draft.is_other or not draft.status.definite):
            return True
        if draft.is_title or is_lead(draft, others) or (draft.status.definite and not draft.refers):
            return False
        if draft.shifts:  # what goes back to the first scene may stand behind it
            told = {other.sentence.number for other in others}
            return min(told) < draft.sentence.number and draft.sentence.number not in told
        beside = all(other.sentence.number == draft.sentence.number or other.is_title for other in others)
        return draft.is_apart and draft.is_fresh and beside and not any(other.is_apart for other in others)

    def _is_elsewhere(self, draft: Draft, others: list[Draft]) -> bool:
        """Whether a draft names a town or district of its own that none of the others has."""
        where = draft.where
        if where is None or where.strength > 1 or self._is_coarse(where):
            return False
        theirs = [other.where for other in others if other.where is not None and other.where.strength <= 2]
        fine = [w.span.place_id or "" for w in theirs if not self._is_coarse(w)]
        return bool(fine) and not any(self._touch(where.span.place_id or "", other) for other in fine)

    def _is_coarse(self, where: Where) -> bool:
        place = self.ontology.places.get(where.span.place_id or "")
        return place is None or place.level in ("country", "region", "admin1")

    def may_be_one(self, draft: Draft, other: Draft) -> bool:
        """Whether nothing but when, where, who and how many could tell two drafts apart."""
        kin = draft.event_type == other.event_type or other.event_type in self.types[draft.event_type].kin
        if not kin or not _stand_alike(draft, other):
            return False
        return not self.parted or id(draft) not in self.parted or (id(draft), id(other)) not in self.apart

    def _types_agree(self, draft: Draft, others: list[Draft]) -> bool:
        if not draft.event_type:
            kind = self.types[others[0].event_type]
            harms = any(toll.outcome in _HARMED for toll in draft.tolls)
            if harms and all(self.types[other.event_type].own_outcome == _ARRESTED for other in others):
                return False  # "A rights group put the dead at 23", right behind those arrested
            return kind.has("can_be_claimed") if draft.claims else kind.has("takes_toll")
        own, kin = draft.event_type, self.types[draft.event_type].kin
        alike = sum(other.event_type == own or other.event_type in kin for other in others)
        return 3 * alike >= len(others)  # kinds do not chain: a search after a murder that is probed is no probe

    def _nearness(self, draft: Draft, others: list[Draft], *, is_latest: bool) -> float:
        gap = draft.sentence.number - others[-1].sentence.number
        score = _SAME_SENTENCE if gap <= 0 else _NEXT_SENTENCE if gap == 1 else _NEAR if gap <= 3 else 0.0
        if draft.refers and not draft.status.definite:
            score = min(score, _UNSURE)
        if any(draft.event_type == other.event_type for other in others):
            score += _SAME_TYPE
        if draft.status.definite:
            dated = draft.is_nominal and draft.when_distance == 0  # "Friday's attack" is known by its day
            is_latest = is_latest or (draft.is_judged and others[0].sentence.number <= 1)  # what the text is about
            score += _LATEST if is_latest and not dated else _KNOWN
            score += _NOT_POINTED if draft.status.pointing and not is_latest and gap == 1 else 0.0
            score += _SAME_WORD if any(self._same_word(draft, other) for other in others) else 0.0
            score += self._of_the_dead(draft, others) + other_arm(draft, others)
        if draft.status.definite or draft.means or draft.adds:
            score += self._of_police(draft, others)
        if any(o.is_title for o in others) and others[0].sentence.number <= 1:
            score += _TITLE
        elif others[0].sentence.number <= 1 and not draft.refers:
            score += _LEAD
        harms = bool(draft.event_type) and self.types[draft.event_type].has("takes_toll")
        score += _TOLD_ON if harms and any(_is_told_on(draft, other) for other in others) else 0.0
        score += _THEN if draft.goes_on and gap <= _FOLLOWING else 0.0
        bygone = gap > 0 and not draft.is_timed and self.is_past(others[-1])
        if (bygone and all(map(is_in_passing, others))) or (gap > 0 and self._is_of_news(draft, others)):
            return score + _IN_PASSING
        if bygone and gap == 1 and others[-1].sentence.paragraph == draft.sentence.paragraph and is_latest:
            score += _OF_IT if draft.only_harms else 0.0
        return score + (_MORE if draft.adds else 0.0)

    def _is_of_news(self, draft: Draft, others: list[Draft]) -> bool:
        """'The attack', 'Six were killed', behind 'in retaliation for the killing of X': of what answered that."""
        looks_back = (draft.status.definite and draft.is_nominal) or draft.only_harms
        return looks_back and all(o.is_avenged and not self._same_word(draft, o) for o in others)

    def turning(self, draft: Draft, others: list[Draft]) -> float:
        """What in the words of a mention turns to another event than those told before."""
        score = 0.0
        again = draft.is_fresh and not draft.is_plural and not draft.status.nth  # "another attack", "another ambush"
        if is_of_row(draft, others):
            score += _THEN if draft.status.other else 0.0
        elif draft.status.other and (again or not others[0].status.other):
            known = draft.status.definite and not draft.status.background
            score += _THE_OTHER if known else _OTHER
        elif is_third(draft, others):
            score += _OTHER
        if draft.is_also and self.types[draft.event_type].has("takes_toll"):
            score += _ALSO
        if _are_past(draft, others) and _count_apart(draft, others):
            score += _PAST
        if draft.status.definite or draft.refers:
            return score
        score += other_weapon(draft, others)
        score += opens_another(draft, others)
        if self.section(draft) != self.section(others[-1]) and not others[-1].is_title:
            score += _OTHER_SECTION
        return score

    def section(self, draft: Draft) -> int:
        """Under which heading of the text a mention stands."""
        return bisect_right(self.headings, draft.sentence.number)

    @staticmethod
    def _same_word(one: Draft, other: Draft) -> bool:
        """Whether both are nouns with one head: 'the raid' after 'a raid on the camp'."""
        heads = [d.event.noun.word for d in (one, other) if d.event is not None and d.event.noun is not None]
        return len(heads) == 2 and heads[0] == heads[1]

    def _of_the_dead(self, draft: Draft, others: list[Draft]) -> float:
        """'the killings' are no abduction told between, of which nobody is said to have died."""
        event = draft.event
        if event is None or event.noun is None or event.trigger.frame.harm != "killed":
            return 0.0
        taken = any(self.types[other.event_type].own_outcome not in (None, "killed") for other in others)
        died = any(toll.outcome == "killed" and toll.high != 0 for other in others for toll in other.tolls)
        return _NOBODY_DIED if taken and not died else 0.0

    def _of_police(self, draft: Draft, others: list[Draft]) -> float:
        """'the attack' is no search, arrest or manhunt told between; 'the raid' may be what 'raided' tells.

        Nor were 'four others' hurt in a search that hurt nobody.
        """
        noun = draft.event.noun if draft.event is not None else None
        if not draft.event_type or self.types[draft.event_type].event_class != "violent":
            return 0.0
        for other in others:
            if other.event is None or self.types[other.event_type].event_class != "coercive":
                return 0.0
            if noun is None:
                if other.tolls:
                    return 0.0
                continue
            word = (
                other.event.noun.word if other.event.noun is not None else other.event.verb and other.event.verb.lemma
            )
            if word and word[:_STEM] == noun.word[:_STEM]:
                return 0.0
        return _POLICE_WORK

    def _of_figures(self, draft: Draft, others: list[Draft]) -> float:
        """'A resident put the dead at 100': those of what killed 80, not of what killed two, nor of the fire after."""
        known = [toll for other in others for toll in other.tolls]
        if not draft.tolls:
            return 0.0
        if not known:
            struck = _of(others, "target")
            violent = any(self.types[other.event_type].event_class == "violent" for other in others)
            return 0.0 if violent and not (struck and all(party.is_thing for party in struck)) else _NO_DEED
        mine, theirs = (max((t.low for t in told if t.outcome == "killed"), default=0) for told in (draft.tolls, known))
        return _FAR_MORE if theirs and mine > 2 * theirs + _FEW else 0.0

    # ---- when
    def _dates(self, draft: Draft, others: list[Draft]) -> float | None:
        best = 0.0
        for other in others:
            verdict = self._same_time(draft, other)
            if verdict is None:
                return None
            if verdict and abs(verdict) > abs(best):
                best = verdict
        return best

    def _same_time(self, one: Draft, two: Draft) -> float | None:
        """1 for days that agree, None for days of their own that do not."""
        own = one.is_timed and two.is_timed
        a, b = one.when, two.when
        if a is None or b is None or not (a.date_from and a.date_to and b.date_from and b.date_to):
            if _is_counted(one):  # "three died at a base a day earlier" is not the attack that killed 71
                return None if not two.is_timed and _count_apart(one, [two]) else _OTHER_DAY
            timed = one.is_timed and two.is_timed
            return self._undated(one, two) if timed else _AGO if self.is_past(one) else 0.0
        if a.date_to < b.date_from or b.date_to < a.date_from:
            gap = max((a.date_from - b.date_to).days, (b.date_from - a.date_to).days)
            return None if own or (gap > _LONG_PAST and (one.is_timed or two.is_timed)) else -1.0
        wide = max((a.date_to - a.date_from).days, (b.date_to - b.date_from).days)
        if wide > _YEAR and _named_alike(one, two):
            return self._undated(one, two)
        by_day = not wide and one.is_nominal and one.when_distance == 0 and own
        return 0.0 if wide > WIDE else _BY_DAY if by_day else 1.0

    def is_bygone(self, draft: Draft) -> bool:
        """Whether a draft tells in passing of what is past: the news goes on behind it."""
        return is_in_passing(draft) and self.is_past(draft)

    def is_past(self, draft: Draft) -> bool:
        """Whether a draft has a time of its own that is not that of the news: 'in February', a day of years ago."""
        if not draft.is_timed:
            return False
        time = draft.time.time if draft.time is not None else None
        day = draft.when.date_to if draft.when is not None else None
        old = day is not None and self.today is not None and (self.today - day).days > _LONG_PAST
        return old or is_wide(draft.when) or (time is not None and is_month(time))

    def _undated(self, one: Draft, two: Draft) -> float | None:
        """Times of a text without a date, by their words: 'on Tuesday' is not 'on Friday', nor 'yesterday' 'today'."""
        a = one.time.time if one.time is not None else None
        b = two.time.time if two.time is not None else None
        if a is None:
            return 0.0
        if b is None:
            return _AGO if self.is_past(one) else 0.0
        own = one.when_distance <= 1 and two.when_distance <= 1
        if a.kind == b.kind and a.kind in _SAID:
            same = all(getattr(a, name) == getattr(b, name) for name in _SAID[a.kind])
            return 0.75 if same else None if own else _OTHER_DAY
        if {a.kind, b.kind} == {"month", "date"}:
            return 0.0 if a.month == b.month else None
        of_year = {time.kind for time in (a, b) if time.year is None and time.kind in ("weekday", "day")}
        if own and ((of_year and (a.year or b.year)) or timex.never_meet(a, b)):
            return None  # "on Monday" is not "in August 2004", nor "this morning" "last week"
        return -1.0 if {a.kind, b.kind} <= _CALENDAR else 0.0

    # ---- where
    def _places(self, draft: Draft, others: list[Draft]) -> float | None:
        if draft.where is None or draft.where.strength >= 8:
            return 0.0
        points = 0.0
        placed = [(other, other.where) for other in others if other.where is not None and other.where.strength < 8]
        told = {where.span.place_id for other, where in placed if not other.is_title}
        headed = draft.is_title or all(other.is_title for other in others)
        for other, where in placed:
            if told and other.is_title and where.span.place_id not in told:
                continue  # of what its text puts elsewhere, a headline gives the area or the nearest town
            found = self._place(draft, other, draft.where, where)
            if found is None and headed and self._are_of_namesake(draft.where, where):
                found = 1.0
            if found is None:
                return None
            points = min(points, found) if found < 0 else max(points, found)
        return points

    def _place(self, draft: Draft, other: Draft, here: Where, there: Where) -> float | None:
        """What two places say; None where they are of two happenings."""
        mine, theirs = here.span.place_id or "", there.span.place_id or ""
        if mine == theirs:
            return same_side(draft.side, other.side)
        if nested(self.ontology.places, mine, theirs):
            return 1.0
        if draft.adds and here.strength <= 1 and not _side_by_side(draft, other):
            return _MORE_ELSEWHERE
        if self._close(mine, theirs):
            return _CLOSE_BY
        relations = {here.relation, there.relation}
        if "weak" in relations:
            return _WEAKLY
        if relations & _LINES or self._in_region(mine, theirs):
            return 0.0
        if "distance" in relations and self._in_reach(mine, theirs):
            return 0.0
        both = here.strength <= 1 and there.strength <= 1
        if self._is_adrift(mine, theirs) and not (both and self._are_in_two_lands(mine, theirs)):
            known = not both or not (self._is_town(mine) and self._is_town(theirs))
            return 0.0 if known else of_hamlets(draft, other)
        if both:
            return None
        heads = max(here.strength, there.strength) <= _HEADS and draft.tolls and other.tolls
        return _OTHER_HEAD if heads else -1.0

    def _are_of_namesake(self, *wheres: Where) -> bool:
        """Whether one is a town and the other lies in the province that has its name: a headline means either."""
        found = [self.ontology.places.get(where.span.place_id or "") for where in wheres]
        lands = {(place.country, place.admin1) if place is not None else None for place in found}
        return len(lands) == 1 and any(place is not None and place.name == place.admin1 for place in found)

    def _touch(self, one: str, two: str) -> bool:
        return one == two or nested(self.ontology.places, one, two) or self._close(one, two)

    def _close(self, one: str, two: str) -> bool:
        places = self.ontology.places
        apart = places.distance(one, two) if self._is_town(one) and self._is_town(two) else None
        return apart is not None and apart <= SAME_TOWN_KM

    def _in_region(self, one: str, two: str) -> bool:
        """Whether one is a region without borders that are known, and the other may lie in it: a valley, a forest."""
        levels = {place.level for each in (one, two) if (place := self.ontology.places.get(each)) is not None}
        apart = self.ontology.places.distance(one, two) if "region" in levels and len(levels) > 1 else None
        return apart is not None and apart <= _REGION_KM

    def _in_reach(self, one: str, two: str) -> bool:
        """Whether what was "south of X" may have been in a town that lies around X, as far as anybody knows."""
        apart = self.ontology.places.distance(one, two) if self._is_town(one) and self._is_town(two) else None
        return self._is_adrift(one, two) or (apart is not None and apart <= _REACH_KM)

    def _is_adrift(self, *place_ids: str) -> bool:
        return any(place is not None and place.is_adrift for place in map(self.ontology.places.get, place_ids))

    def _are_in_two_lands(self, *place_ids: str) -> bool:
        """Whether each of two places lies in a province of another country: of a hamlet its province may be known."""
        one, two = map(self.ontology.places.chain, place_ids)
        return all("adm1." in " ".join(chain) for chain in (one, two)) and one[-1] != two[-1]

    def _is_town(self, place_id: str) -> bool:
        place = self.ontology.places.get(place_id)
        return place is not None and place.level in ("place", "admin2")

    # ---- who
    def _sides(self, draft: Draft, others: list[Draft]) -> float | None:
        doers, targets = draft.parties("perpetrator"), draft.parties("target")
        if not (doers or targets) or not any(other.parts for other in others):
            return 0.0
        known_doers, known_targets = _known_sides(others)
        score = 0.0
        if known_targets and is_end(draft, others, doers, targets, known_doers, self._kin):
            return _STRUCK_BACK
        if not doers and not draft.is_title and self._are_kin(targets, _of(others, "perpetrator", "claimant")):
            return _OWN_LOSSES
        if doers and known_doers:
            verdict = self._compare(doers, known_doers)
            if verdict is None:
                return None
            score += 1.5 * verdict
        if known_targets and any(is_attacker(p) for p in targets):
            targets = [p for p in targets if not is_attacker(p)]  # who attacked may die of it too
        if targets and known_targets:
            verdict = 1.0 if _called_alike(targets, known_targets) else self._compare(targets, known_targets)
            score += -1.0 if verdict is None else verdict
        score += other_aim(draft, others, self._kin) or other_walk(draft, others, self.walks)
        if doers and self._are_kin([p for p in doers if _is_named(p)], _of(others, "target")):
            score -= 2.0
        elif doers and self._are_kin([p for p in targets if _is_named(p)], _of(others, "perpetrator")):
            score += _TURNED
        return score

    def _are_kin(self, some: list[Party], others: list[Party]) -> bool:
        """Whether one of some parties is, or belongs to, one of others."""
        return bool(others) and any(self._kin(one, other) for one in some for other in others)

    def _compare(self, mine: list[Party], theirs: list[Party]) -> float | None:
        """1 for one side, None for two named ones, less than 0 for kinds that fight each other."""
        if self._are_kin(mine, theirs):
            return 1.0
        if any(_is_named(p) for p in mine) and any(_is_named(p) for p in theirs):
            return None
        kinds, others = {p.group for p in mine}, {p.group for p in theirs}
        if ("security_force" in kinds and "militant" in others) or ("militant" in kinds and "security_force" in others):
            return -1.5
        return -0.25 if kinds != others else 0.0

    def _kin(self, one: Party, two: Party) -> bool:
        a, b = one.actor.actor_id, two.actor.actor_id
        return bool(a) and bool(b) and (a == b or self.ontology.actors.kin(a, b))

    # ---- how many
    def _tolls(self, draft: Draft, others: list[Draft]) -> float:
        score = 0.0
        in_text = [other for other in others if not other.is_title and other.tolls]  # a headline repeats its lead
        said = [toll for other in in_text or others for toll in other.tolls]
        meant = draft.status.definite or draft.status.told_which
        for toll in draft.tolls:
            for known in said:
                if known.outcome != toll.outcome or _is_vague(known) or _is_vague(toll):
                    continue
                if known.victim_group != toll.victim_group and not (meant and _is_whole(known, toll)):
                    continue
                if known.low == toll.low:
                    score += 1.0 if toll.low and not draft.adds else 0.0  # "two others were killed in X" are others
                elif not draft.adds and not _by_another(toll, known):
                    low, high = sorted((known.low, toll.low))
                    score -= 0.5 if high <= 2 * low + 2 else 1.5
        return max(-2.0, min(2.0, score))


def _is_whole(known: CasualtyMention, toll: CasualtyMention) -> bool:
    """'71 soldiers', then 'the raid that killed 71': one counts all, the other as many of one group."""
    return known.low == toll.low and known.low > _BY_CHANCE and "total" in (known.victim_group, toll.victim_group)


def _is_vague(toll: CasualtyMention) -> bool:
    """'several people', 'dozens': no number to agree or to disagree with."""
    return toll.high is None and not _VAGUE.isdisjoint(toll.quote.lower().split())


def _by_another(toll: CasualtyMention, known: CasualtyMention) -> bool:
    """Whether two figures are told by two who speak: the mayor's and the minister's may be of one event."""
    return toll.attributed_to is not None and known.attributed_to not in (None, toll.attributed_to)


def _is_told_on(draft: Draft, other: Draft) -> bool:
    """Whether a relative clause on what another mention of its sentence tells tells on: 'by gunmen, who killed two'."""
    if draft.sentence is not other.sentence or draft.event is None or other.event is None:
        return False
    clause = draft.event.clause
    return clause is not None and clause.kind == "relative" and clause.parent is other.event.clause


def _are_past(draft: Draft, others: list[Draft]) -> bool:
    """Whether what was told looks back only, and a draft is news."""
    return not draft.status.background and all(other.status.background for other in others)


def _count_apart(draft: Draft, others: list[Draft]) -> bool:
    """Whether a draft and what was told count dead, and not the same number."""
    mine, theirs = _dead([draft]), _dead(others)
    return bool(mine and theirs) and max(mine) not in theirs


def _dead(drafts: list[Draft]) -> set[int]:
    return {t.low for draft in drafts for t in draft.tolls if t.outcome == "killed" and t.low and not draft.is_title}


def _named_alike(one: Draft, two: Draft) -> bool:
    """Whether both have times of one kind by their words, of which nobody knows the day: 'on Monday', 'on Tuesday'."""
    a, b = (d.time.time if d.time is not None else None for d in (one, two))
    return a is not None and b is not None and a.kind == b.kind == "weekday"


def _side_by_side(one: Draft, other: Draft) -> bool:
    """Whether one sentence tells both, each with the place of its own clause."""
    strengths = [d.where.strength for d in (one, other) if d.where is not None]
    return one.sentence is other.sentence and len(strengths) == 2 and max(strengths) <= 1


def _is_counted_from(deed: Draft, known: Draft) -> bool:
    """'A bomb hit a bank two days after the ambush': the ambush is another deed; 'he died two days after it' is not."""
    beside = known.is_apart and known.status.definite and deed.sentence.number == known.sentence.number
    return beside and deed.anaphor is not None and not (deed.counts_back or deed.only_harms or deed.event is None)


def _is_counted(draft: Draft) -> bool:
    """Whether a draft is told of a day other than that of what stands before it: 'a day earlier', 'the next day'."""
    time = draft.anaphor.time if draft.anaphor is not None else None
    return time is not None and time.count != 0 and time.unit not in ("hour", "minute")


def _of(drafts: list[Draft], role: str, second: str = "") -> list[Party]:
    return [part.party for draft in drafts for part in draft.parts if part.role == role or part.role == second]


def _known_sides(drafts: list[Draft]) -> tuple[list[Party], list[Party]]:
    """Who acted and who was struck by all drafts of a happening; those who fight each other are both."""
    doers: list[Party] = []
    targets: list[Party] = []
    for draft in drafts:
        for part in draft.parts:
            if part.role == "perpetrator" or part.role == "party":
                doers.append(part.party)
            if part.role == "target" or part.role == "party":
                targets.append(part.party)
    return doers, targets


def _called_alike(some: list[Party], others: list[Party]) -> bool:
    """Whether one of some parties is called by the last word of one of others: 'the post', told of 'an army post'."""
    last = {party.name.lower().split()[-1] for party in others if not (party.pronoun or party.is_number)}
    return any(party.name.lower().split()[-1] in last for party in some if not (party.pronoun or party.is_number))


def _is_named(party: Party) -> bool:
    """Whether a party is somebody in particular: not 'gunmen', nor 'the army' of no country."""
    actor = party.actor
    nameless = actor.kind in _FORCES and actor.country is None
    return not nameless and not actor.actor_id.startswith(("unidentified", "civilians"))


def _stand_alike(draft: Draft, other: Draft) -> bool:
    """Whether both are told as happened, or both in the same other way."""
    if draft.status.aggregate != other.status.aggregate:
        return False
    return draft.status.modality == other.status.modality or (
        draft.status.modality in HAPPENED and other.status.modality in HAPPENED
    )
