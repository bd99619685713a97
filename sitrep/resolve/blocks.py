"""Which accounts are worth comparing: keys that accounts of one happening are bound to share.

What belongs here: keys of place, time and actors, and the tiers of accounts. What does not: scores. Accounts of the
first tier say on which day and in which town (or, for acts of speech, who acted): they meet under narrow keys. The
others are held against incidents, and against each other, under wider keys.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from sitrep.resolve.model import Account
from sitrep.resolve.scoring import width_days
from sitrep.resolve.sides import named

Key = tuple[str, ...]

#: An account that leaves open more days than this names no day.
ANCHOR_DAYS = 4
_LAST_TIER = 5
#: Up to so many days, an interval is listed by its days; longer ones by their months alone.
_LISTED_DAYS = 12
_LISTED_MONTHS = 18
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


def tiers(accounts: Iterable[Account]) -> list[list[Account]]:
    """Accounts by tier, those that say most first."""
    out: list[list[Account]] = [[] for _ in range(_LAST_TIER + 1)]
    for account in accounts:
        out[tier_of(account)].append(account)
    return out


def _actors(account: Account) -> list[str]:
    return sorted(named(account.perpetrators | account.parties))


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


def narrow_keys(account: Account) -> Iterator[Key]:
    """The keys under which anchored accounts meet."""
    if account.first is None or account.last is None:
        return
    for day in _days(account.first, account.last):
        if not account.is_located:
            yield from (("speech", actor, day) for actor in _actors(account))
        else:
            areas = {(spot.country or "", (spot.admin1 or "").casefold()) for spot in account.spots if spot.admin1}
            for country, admin1 in sorted(areas) or [((account.spot.country or "") if account.spot else "", "")]:
                yield ("scene", country, admin1, day)


def _times(account: Account, *, is_incident: bool) -> Iterator[str]:
    """Days where they are few, and months: `any` month finds all incidents, `wide` those that name no day.

    An account that names its day looks for that day and for incidents without one; any other looks through the month.
    """
    names_day = width_days(account) <= _LISTED_DAYS
    if account.first is not None and account.last is not None:
        months = list(_months(account.first, account.last))
        if names_day:
            yield from _days(account.first, account.last)
    elif account.published is not None:
        months = list(_months(account.published - 31 * _DAY, account.published))
    else:
        return
    if is_incident or not names_day:
        yield from (f"any {month}" for month in months)
    if is_incident != names_day:
        yield from (f"wide {month}" for month in months)


def wide_keys(account: Account, *, is_incident: bool) -> Iterator[Key]:
    """The keys under which an account that is not anchored meets incidents (and others like it)."""
    times = sorted(set(_times(account, is_incident=is_incident)))
    if not account.is_located:
        yield from (("speech", actor, time) for time in times for actor in _actors(account))
        if not times or is_incident:
            targets = sorted(named(account.targets))
            yield from (("speech", actor, target) for actor in _actors(account) for target in targets)
        return
    if not times or is_incident:
        yield from (("place", spot.place_id) for spot in account.spots if spot.level in ("place", "admin2"))
        attackers = sorted(named(account.perpetrators | account.parties))
        victims = sorted(named(account.targets | account.parties))
        yield from (("sides", one, other) for one in attackers for other in victims if one != other)
    for time in times:
        yield from _scenes(account, time, is_incident=is_incident)


def _scenes(account: Account, time: str, *, is_incident: bool) -> Iterator[Key]:
    areas = sorted({(spot.country or "", (spot.admin1 or "").casefold()) for spot in account.spots if spot.country})
    for country, admin1 in areas:
        if is_incident or not admin1:
            yield ("scene", country, "", time)
        if admin1:
            yield ("scene", country, admin1, time)
    if not areas or is_incident:
        yield from (("hand", actor, time) for actor in _actors(account))
