"""Which accounts are worth comparing: keys that accounts of one happening are bound to share.

What belongs here: keys of place, time and actors, and the tiers of accounts. What does not: scores. Accounts of the
first tier say on which day and in which town (or, for acts of speech, who acted). An account *asks* under the keys of
what it says, and *answers* under those and all wider ones, so that one who knows less still finds it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterator

from sitrep.resolve import names
from sitrep.resolve.model import Account
from sitrep.resolve.places import called
from sitrep.resolve.scoring import LAG_DAYS, width_days
from sitrep.resolve.sides import is_person, named

Key = tuple[str, ...]

#: An account that leaves open more days than this names no day.
ANCHOR_DAYS = 4
TIERS = 6
_LAST_TIER = TIERS - 1
#: Up to so many days, an interval is listed by its days; longer ones by their months alone.
_LISTED_DAYS = 12
_LISTED_MONTHS = 18
#: So many dead tell a happening from most others of its country.
_TELLING = 10
_DAY = dt.timedelta(days=1)


def tier_of(account: Account) -> int:
    """How little an account says of when and where: 0 a day and a town, 1 a town, 4 a day and a country, 5 neither."""
    has_day = width_days(account) <= ANCHOR_DAYS
    if not account.is_located:
        return 0 if has_day and _actors(account) else _LAST_TIER
    level = account.spot.level if account.spot is not None and account.spot.country else "country"
    if not has_day:
        return 1 if level == "place" else _LAST_TIER
    return {"place": 0, "admin2": 2, "admin1": 3}.get(level, 4)


def _actors(account: Account) -> frozenset[str]:
    return named(account.perpetrators | account.parties)


def _days(first: dt.date, last: dt.date) -> Iterator[str]:
    """The days of an interval and the one after it: intervals one day apart share one."""
    for step in range((last - first).days + 2):
        yield (first + step * _DAY).isoformat()


def _months(first: dt.date, last: dt.date) -> Iterator[str]:
    month = first.replace(day=1)
    for _ in range(_LISTED_MONTHS):
        if month > last:
            return
        yield month.isoformat()[:7]
        month = (month + 32 * _DAY).replace(day=1)


def _times(account: Account, *, is_incident: bool) -> Iterator[str]:
    """Days where they are few, and months: `any` month finds all incidents, `wide` those that name no day.

    An account that names its day looks for that day and for incidents without one; any other looks through the month.
    """
    names_day = width_days(account) <= _LISTED_DAYS
    if account.first is not None and account.last is not None:
        months = list(_months(account.first, account.last))
        if names_day:
            yield from _days(account.first, account.last)
            if account.basis == "document" and not is_incident:  # the latest day that it can have been
                yield from _days(account.first - LAG_DAYS * _DAY, account.first)
    elif account.published is not None:
        months = list(_months(account.published - 31 * _DAY, account.published))
    else:
        return
    if is_incident or not names_day:
        yield from (f"any {month}" for month in months)
    if is_incident != names_day:
        yield from (f"wide {month}" for month in months)


def ask_keys(account: Account) -> tuple[int, ...]:
    """The keys under which an account looks for the incident that it tells of."""
    return tuple(sorted(map(_hashed, set(_keys(account, is_incident=False)))))


def answer_keys(account: Account) -> tuple[int, ...]:
    """The keys under which an account, as part of an incident, is found."""
    return tuple(sorted(map(_hashed, set(_keys(account, is_incident=True)))))


def _hashed(key: Key) -> int:
    """A key as one number, the same everywhere and always."""
    return int.from_bytes(hashlib.blake2b("|".join(key).encode(), digest_size=8).digest(), "little")


def _keys(account: Account, *, is_incident: bool) -> Iterator[Key]:
    times = set(_times(account, is_incident=is_incident))
    if account.document_id:
        yield ("document", account.document_id)
    if not account.is_located:
        yield from (("speech", actor, time) for time in times for actor in _actors(account))
        if not times or is_incident:
            targets = named(account.targets)
            yield from (("speech", actor, target) for actor in _actors(account) for target in targets)
        return
    if not times or is_incident:
        yield from _particulars(account)
    yield from _told_beside(account, times, is_incident=is_incident)
    if not times or not is_incident:
        yield from ((*key, "timeless") for key in _particulars(account))
        if not account.is_town or is_incident:
            yield from _scenes(account, "timeless", is_incident=is_incident)
    for time in (*times, *_days_of_any_year(account, is_incident=is_incident)):
        yield from _scenes(account, time, is_incident=is_incident)


def _days_of_any_year(account: Account, *, is_incident: bool) -> Iterator[str]:
    """The day of a text that gives no year, 'on September 6', and those that a dated account may have been on."""
    if account.month_day is not None:
        yield "any year {}-{}".format(*account.month_day)
    elif is_incident and account.first is not None and width_days(account) <= ANCHOR_DAYS:
        days = (account.first + step * _DAY for step in range(width_days(account)))
        yield from (f"any year {day.month}-{day.day}" for day in days)


def _told_beside(account: Account, times: Collection[str], *, is_incident: bool) -> Iterator[Key]:
    """Towns by the words of their names: one who knows no time or no place looks for all that its text names."""
    if is_incident:
        towns = names.words(spot.name for spot in account.spots if spot.level == "place")
        yield from (("told", word, time) for word in towns for time in ("", *times))
    elif not times or not account.spots:
        yield from (("told", name, time) for text in account.texts for name in text for time in times or ("",))


def _particulars(account: Account) -> Iterator[Key]:
    """What is looked for at any time, where one of the two names none: places, sides, many dead, rare names."""
    yield from (("place", spot.place_id) for spot in account.spots if spot.level in ("place", "admin2"))
    attackers, victims = (named(side | account.parties) for side in (account.perpetrators, account.targets))
    yield from (("sides", one, other) for one in attackers for other in victims if one != other)
    yield from (("person", token) for token in account.targets if is_person(token))
    yield from (("called", *area) for area in _towns_and_districts(account))
    yield from (("name", name) for text in account.texts for name in account.names & text)
    dead = max((figure.low for figure in account.figures if figure.outcome == "killed"), default=0)
    if dead >= _TELLING and account.spot is not None and account.spot.country:
        yield ("toll", account.spot.country, str(dead))


def _towns_and_districts(account: Account) -> set[tuple[str, str]]:
    """What towns and districts are called, the districts of towns among them: one may name the town of the other."""
    listed = (spot for spot in account.spots if spot.country and spot.level in ("place", "admin2"))
    named_so = ((spot.country or "", called(name)) for spot in listed for name in (spot.name, spot.admin2 or ""))
    return {(country, name) for country, name in named_so if name}


def _scenes(account: Account, time: str, *, is_incident: bool) -> Iterator[Key]:
    areas = {(spot.country or "", (spot.admin1 or "").casefold()) for spot in account.spots if spot.country}
    for country, admin1 in areas:
        if is_incident or not admin1:
            yield ("scene", country, "", time)
        if admin1:
            yield ("scene", country, admin1, time)
    if not areas or is_incident:
        yield from (("hand", actor, time) for actor in _actors(account))
