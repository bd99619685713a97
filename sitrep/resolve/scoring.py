"""How well two accounts fit as one happening: a sum of named pieces of evidence, and what forbids it.

What belongs here: finding the pieces of evidence, and the hard conflicts. What does not: what a piece counts
(weights), which accounts are compared (blocks), which are joined in the end (clusters).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sitrep.ontology.types import EventTypes, may_be_one
from sitrep.records import PART_GROUPS
from sitrep.resolve import names
from sitrep.resolve.model import Account, Evidence, Figure
from sitrep.resolve.places import best_relation
from sitrep.resolve.sides import agreement, is_person, named, states
from sitrep.resolve.weights import WEIGHTS

#: A date taken from the date line alone may lie this many days after the event.
LAG_DAYS = 7
#: Two documents within so many days of each other are likely to speak of the same news.
RECENT_DAYS = 4
#: Reports refer to what happened up to so long ago without saying when.
RECALLED_DAYS = 45
#: Up to so many days, a weekday or a day of the month may be held against an interval.
SHORT_DAYS = 6
_A_TENTH = 0.1
_DAY = dt.timedelta(days=1)


@dataclass(slots=True)
class Tally:
    """Collects pieces of evidence until a conflict ends it."""

    weights: Mapping[str, float]
    score: float = 0.0
    reasons: list[str] = field(default_factory=list)
    conflict: str | None = None
    is_timeless: bool = False  # nothing says that both are of one time

    def add(self, piece: str, reason: str = "", times: float = 1.0) -> None:
        """One piece of evidence for or against, by its name among the weights."""
        self.count(self.weights[piece] * times, reason or piece)

    def count(self, weight: float, reason: str) -> None:
        """So much for or against."""
        if weight:
            self.score += weight
            self.reasons.append(f"{weight:+.2f} {reason}")

    def forbid(self, reason: str) -> None:
        """A conflict that no evidence outweighs."""
        self.conflict = self.conflict or reason


Piece = Callable[[Tally, Account, Account], None]


class Scorer:
    """Scores pairs of accounts under one ontology."""

    def __init__(self, types: EventTypes, weights: Mapping[str, float] = WEIGHTS) -> None:
        self._types = types
        self._weights = weights
        self._kin: dict[tuple[str, str], bool] = {}

    def compare(self, one: Account, other: Account) -> Evidence:
        """The evidence that two accounts speak of one happening; the order of the two does not matter."""
        tally = Tally(self._weights)
        self._kind(tally, one, other)
        _entries(tally, one, other)
        pieces: tuple[Piece, ...] = (_time, _place, _roles, _toll) if one.is_located else (_time, _speakers, _where)
        for piece in pieces:
            if tally.conflict is None:
                piece(tally, one, other)
        if tally.conflict is None:
            _names(tally, one, other)
            _texts(tally, one, other)
            _same_document(tally, one, other)
            _timeless(tally, one, other)
        return Evidence(round(tally.score, 3), tally.conflict, tuple(tally.reasons))

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether two event types may stand for one happening (remembered: it is asked for every pair)."""
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._kin:
            self._kin[pair] = may_be_one(self._types, *pair)
        return self._kin[pair]

    def _kind(self, tally: Tally, one: Account, other: Account) -> None:
        if one.event_type == other.event_type:
            tally.add("same kind", "same kind of event")
        elif self.may_be_one(one.event_type, other.event_type):
            tally.add("kinds that go together")
        elif set(one.event_types) & set(other.event_types):
            tally.add("a kind in common")
        elif all(self._types[account.event_type].event_class == "violent" for account in (one, other)):
            tally.add("other violence", "kinds of violence: " + ", ".join(sorted((one.event_type, other.event_type))))
        else:
            tally.forbid("kinds of event: " + ", ".join(sorted((one.event_type, other.event_type))))


def _entries(tally: Tally, one: Account, other: Account) -> None:
    """What a list tells under two heads is two happenings; the text around the list may speak of either."""
    if one.entries and other.entries and any(a[0] == b[0] and a != b for a in one.entries for b in other.entries):
        tally.forbid("told in two entries of a list")


def gap_days(one: Account, other: Account) -> int | None:
    """Days between two dated accounts: 0 where their intervals touch."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return None
    return max(0, (max(one.first, other.first) - min(one.last, other.last)).days)


def width_days(account: Account) -> int:
    """How many days an account leaves open."""
    return (account.last - account.first).days + 1 if account.first and account.last else 10_000


def _time(tally: Tally, one: Account, other: Account) -> None:
    if _foretold(one, other) or _foretold(other, one):
        tally.forbid("published before it happened")
        return
    gap = gap_days(one, other)
    if gap is None:
        _undated(tally, one, other)
        return
    wide = max(width_days(one), width_days(other))
    if gap == 0:
        known = "to 2" if wide <= 2 else "to 4" if wide <= 4 else "to 10" if wide <= 10 else "roughly"
        tally.add(f"days agree {known}", "days agree")
    elif _lags(one, other) or _lags(other, one):
        tally.add("one date is that of its document")
    elif gap == 1 and wide <= 2:
        tally.add("one day apart")
    else:
        tally.forbid("disjoint days")


def _foretold(teller: Account, told: Account) -> bool:
    """Whether a document appeared before what another says happened (a day is left to time zones).

    A day taken from a date line is the latest that it can have been.
    """
    if teller.published is None or told.first is None or told.first <= teller.published + _DAY:
        return False
    return not _lags(told, teller)


def _lags(later: Account, earlier: Account) -> bool:
    """Whether the later date is only its document's own, which may stand some days after the event."""
    if later.basis != "document" or later.last is None or earlier.first is None:
        return False
    return dt.timedelta(0) <= later.last - earlier.first <= LAG_DAYS * _DAY


def _undated(tally: Tally, one: Account, other: Account) -> None:
    """Times of which at least one is not known: weekdays and days of publication are left."""
    before = tally.score
    dated, undated = (one, other) if one.first is not None else (other, one)
    if dated.first is not None:
        _half_dated(tally, dated, undated, dated.first)
    else:
        _both_undated(tally, one, other)
    tally.is_timeless = tally.score == before and not _soon_after(undated, dated)


def _soon_after(teller: Account, told: Account) -> bool:
    """Whether a document appeared while others still spoke of what happened."""
    if teller.published is None or told.last is None:
        return False
    return dt.timedelta(0) <= teller.published - told.last <= RECALLED_DAYS * _DAY


def _both_undated(tally: Tally, one: Account, other: Account) -> None:
    if one.month_day is not None and other.month_day is not None:
        if one.month_day != other.month_day:
            tally.forbid("days of the month differ")
            return
        tally.add("days of the month agree")
    elif one.weekday is not None and other.weekday is not None:
        if one.weekday != other.weekday:
            tally.forbid("weekdays differ")
            return
        tally.add("weekdays agree")
    if one.published and other.published and abs((one.published - other.published).days) <= RECENT_DAYS:
        tally.add("published within days of each other")


def _half_dated(tally: Tally, dated: Account, undated: Account, first: dt.date) -> None:
    days = [first + step * _DAY for step in range(width_days(dated))] if width_days(dated) <= SHORT_DAYS else []
    if undated.month_day is not None and days:
        named = {(day.month, day.day) for day in days}
        if undated.month_day in named:
            tally.add("day of the month agrees")
        elif undated.month_day in {(day.month, day.day) for day in (days[0] - _DAY, days[-1] + _DAY)}:
            tally.add("one day apart")
        else:
            tally.forbid("day of the month differs")
            return
    elif undated.weekday is not None and days:
        if undated.weekday not in {day.weekday() for day in days}:
            tally.forbid("weekday differs")
            return
        tally.add("weekday agrees" if len(days) <= 2 else "weekday agrees with one of many")
    if undated.published is not None and (undated.published - first).days <= LAG_DAYS:
        tally.add("published within days of it")


def _place(tally: Tally, one: Account, other: Account) -> None:
    relation = best_relation(one.spots, other.spots)
    if relation == "other_country":
        tally.forbid("other country")
    elif relation in ("beside", "apart") and _names_town_of(one, other) and _names_town_of(other, one):
        tally.add(f"places: {relation}, both told", f"places: {relation}, and either text names both")
    else:
        tally.add(f"places: {relation}", f"places: {relation.replace('_', ' ')}")


def _names_town_of(teller: Account, told: Account) -> bool:
    """Whether the text of one document names the town in which another has it: either may have taken the wrong one."""
    if teller.document_id == told.document_id:
        return False
    towns = [names.words([spot.name]) for spot in told.spots if spot.level == "place"]
    return any(town <= text for town in towns for text in teller.texts if town)


def _reversed(one: Account, other: Account) -> bool:
    """Whether who attacks in one account is attacked in the other."""
    if one.parties or other.parties:
        return False
    attackers = named(one.perpetrators), named(other.perpetrators)
    if attackers[0] & attackers[1]:
        return False
    return bool(attackers[0] & other.targets and attackers[1]) or bool(attackers[1] & one.targets and attackers[0])


def _roles(tally: Tally, one: Account, other: Account) -> None:
    if _reversed(one, other):
        tally.forbid("sides reversed")
        return
    attackers = agreement(one.perpetrators | one.parties, other.perpetrators | other.parties)
    if attackers == "differ" and (one.accuses or other.accuses):
        tally.add("others are said to have done it")
    elif attackers != "open":
        tally.add(f"perpetrators {attackers}")
    if people := sorted(t for t in one.targets & other.targets if is_person(t)):
        tally.add("the same person", f"the same person: {', '.join(people[:3])}")
        return
    victims = agreement(one.targets | one.parties, other.targets | other.parties)
    if victims == "differ" and states(one.targets) and states(other.targets):
        tally.add("another state's people struck")
    elif victims != "open":
        tally.add(f"targets {victims}")


def _speakers(tally: Tally, one: Account, other: Account) -> None:
    """Acts of speech and state are told by who acts on whom."""
    acting = agreement(one.perpetrators | one.parties, other.perpetrators | other.parties)
    if acting == "differ":
        both = agreement(_everyone(one), _everyone(other))
        if both == "differ":
            tally.forbid("other actors")
        else:
            tally.add("actors in other roles")
        return
    if acting == "same":
        tally.add("actors same")
    acted_on = agreement(one.targets, other.targets)
    if acted_on != "open":
        tally.add(f"acted on {acted_on}")


def _everyone(account: Account) -> frozenset[str]:
    return account.perpetrators | account.targets | account.parties


def _where(tally: Tally, one: Account, other: Account) -> None:
    if best_relation(one.spots, other.spots) == "same":
        tally.add("same place of speech", "same place")


class Told(NamedTuple):
    """How many dead a document tells of: at least so many where it leaves open how many more."""

    dead: int
    is_open: bool
    told_on: dt.date | None


def tolls_told(figures: Iterable[Figure]) -> frozenset[Told]:
    """How many dead each document tells of, and when: its total, or its groups added up if they are more.

    Some count the dead of the armed groups with the others, some apart: both ways of counting are held against others.
    """
    by_document: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.outcome == "killed" and figure.group not in PART_GROUPS:
            by_document[figure.document_id].append(figure)
    return frozenset(told for listed in by_document.values() for told in _ways_of_counting(listed))


def _ways_of_counting(figures: Sequence[Figure]) -> set[Told]:
    """The dead of one document with those of armed groups and without them, and its largest figure for each."""
    largest: dict[str, Figure] = {}
    for figure in figures:
        best = largest.get(figure.group)
        if best is None or (figure.low, figure.high is None) > (best.low, best.high is None):
            largest[figure.group] = figure
    total, groups = largest.pop("total", None), list(largest.values())
    told_on, found = figures[0].told_on, set()
    for counted in (groups, [figure for figure in groups if figure.group != "militant"]):
        added, is_open = sum(f.low for f in counted), any(f.high is None for f in counted)
        if total is not None and total.low >= added:
            added, is_open = total.low, total.high is None
        if counted or total is not None:
            found.add(Told(added, is_open, told_on))
    return found


def _toll(tally: Tally, one: Account, other: Account) -> None:
    mine, yours = tolls_told(one.figures), tolls_told(other.figures)
    if not mine or not yours:
        return
    if shared := {told.dead for told in mine} & {told.dead for told in yours}:
        size = "same toll" if max(shared) > 4 else "same small toll" if max(shared) > 0 else "same toll of none"
        tally.add(size, "same toll")
    elif any(_rose(a, b) for a in (mine if one.tells_rise else ()) for b in yours) or any(
        _rose(a, b) for a in (yours if other.tells_rise else ()) for b in mine
    ):
        tally.add("a toll that rose")
    elif any(_nearly(a, b) for a in mine for b in yours):
        tally.add("tolls nearly the same")
    elif any(_close(a, b) for a in mine for b in yours):
        tally.add("tolls a little apart")
    else:
        is_there = best_relation(one.spots, other.spots) == "same"
        tally.add("tolls differ, place same" if is_there else "tolls differ", "tolls differ")


def _close(one: Told, other: Told) -> bool:
    """Whether two counts may be of one event: not far apart, or one up to three times an earlier or open one."""
    small, large = sorted((one, other), key=lambda told: told.dead)
    if small.dead == 0:
        return False
    grew = small.told_on is not None and large.told_on is not None and large.told_on > small.told_on
    most = 3 if grew or small.is_open else 1.5
    return large.dead - small.dead <= 2 or large.dead <= most * small.dead


def _rose(later: Told, earlier: Told) -> bool:
    """Whether a later report counts more dead, and not beyond what a toll grows to."""
    if later.told_on is not None and earlier.told_on is not None and later.told_on < earlier.told_on:
        return False
    return later.dead > earlier.dead and _close(later, earlier)


def _nearly(one: Told, other: Told) -> bool:
    """Whether two counts of many differ by no more than one body in ten."""
    small, large = sorted((one.dead, other.dead))
    return large - small <= _A_TENTH * small


def _names(tally: Tally, one: Account, other: Account) -> None:
    shared = sorted(one.names & other.names)
    weight = tally.weights["a name in common"] * len(shared)
    tally.count(min(tally.weights["most of names in common"], weight), f"names in common: {', '.join(shared[:4])}")


def _texts(tally: Tally, one: Account, other: Account) -> None:
    """Reports of one happening name the same people and villages throughout; what looks back does so elsewhere."""
    if one.document_id == other.document_id or one.is_background or other.is_background:
        return
    shared = max((sorted(mine & yours) for mine in one.texts for yours in other.texts), key=len, default=[])
    weight = tally.weights["a name in common of the texts"] * len(shared)
    most = tally.weights["most of names in common of the texts"]
    tally.count(min(most, weight), f"the texts share: {', '.join(shared[:6])}")


def _timeless(tally: Tally, one: Account, other: Account) -> None:
    """Where no time is known, a kind and an area are not enough: the same may have happened there in any year."""
    if not tally.is_timeless or one.document_id == other.document_id:
        return
    mine, yours = tolls_told(one.figures), tolls_told(other.figures)
    shared = {told.dead for told in mine} & {told.dead for told in yours}
    if mine and yours and not shared and not any(_close(a, b) for a in mine for b in yours):
        tally.add("timeless, tolls differ", "of no known time, and not of so many dead")
    attackers = agreement(one.perpetrators | one.parties, other.perpetrators | other.parties)
    people = any(is_person(token) for token in one.targets & other.targets)
    is_town = best_relation(one.spots, other.spots) == "same" and one.is_town and other.is_town
    if attackers != "same" and not is_town and not people and not shared - {0} and not one.names & other.names:
        tally.add("timeless", "nothing in particular in common, no time either")


def _same_document(tally: Tally, one: Account, other: Account) -> None:
    if one.document_id != other.document_id:
        return
    tally.add("one document", "one document tells of both")
    mine, yours = ({told.dead for told in tolls_told(account.figures)} - {0} for account in (one, other))
    counted_apart = one.is_located and mine and yours and not mine & yours
    if counted_apart and not _are_fighters_of(one, other) and not _are_fighters_of(other, one):
        tally.forbid("one document tells of both, and of so many dead in each")
    if one.is_located and _count_other_dead(one, other):
        tally.forbid("one document tells of both, and of other dead in each")
    if one.first is None and other.first is None and one.is_located:
        tally.add("one document, no days", "and gives no day to either")


def _count_other_dead(one: Account, other: Account) -> bool:
    """Whether the dead of each account are of groups that the other counts none of: two policemen, two rebels."""
    mine, yours = ({f.group for f in account.figures if f.outcome == "killed" and f.low} for account in (one, other))
    mine, yours = mine.difference(PART_GROUPS), yours.difference(PART_GROUPS)
    return bool(mine and yours) and "total" not in mine | yours and mine.isdisjoint(yours)


def _are_fighters_of(part: Account, whole: Account) -> bool:
    """Whether all whose deaths one account counts are fighters, and may be among all those whom the other counts."""
    fighters, all_dead = ({f for f in account.figures if f.outcome == "killed"} for account in (part, whole))
    if {f.group for f in fighters} != {"militant"} or {f.group for f in all_dead} != {"total"}:
        return False
    return max(f.low for f in fighters) <= max(f.low for f in all_dead)
