"""Which of two readings of 03/04/2024 a page means: its other dates, the days that its news tells of, its zone.

What belongs here: the clues and their order. What does not: dates that have one reading (instants.py, sitrep.timex).
No clue, no answer: the year is then all that is known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitrep.clean.dateline import Dateline
from sitrep.clean.inference import LEAD_CHARS, NEWS_DAYS, lead_weekday
from sitrep.clean.stamps import Stamp
from sitrep.timex import TimeExpression, find, resolve

#: Other dates of a page, and days that its text tells of, lie so near to its publication.
NEAR = dt.timedelta(days=7)
FIGURES = re.compile(r"(?<![0-9])([0-9]{1,2})[-/]([0-9]{1,2})[-/](?:[0-9]{4}|[0-9]{2})(?![0-9])")
#: Zones whose papers write the month first; all others that they name write the day first.
MONTH_FIRST_ZONES = frozenset("est edt cst cdt mst mdt pst pdt et ct pt".split())
NO_ZONES = frozenset(("z", "gmt", "utc"))
_NOON = 12
#: Countries whose sites write the month first, and domains that are no country's own.
MONTH_FIRST_DOMAINS = frozenset(("us", "ph"))
NO_COUNTRY = frozenset("ai cc ca co fm io me tv ws to ly gg so".split())


@dataclass(frozen=True, slots=True)
class Clues:
    """What a page shows beside the date in question."""

    day_first: bool | None = None  # as other dates in figures alone have it
    printed: tuple[dt.date, ...] = ()  # dates of one reading in its stamps and dateline
    told: tuple[TimeExpression, ...] = ()  # days that the opening of the text tells of
    weekday: int | None = None  # of the news
    host_day_first: bool | None = None


def clues_of(stamps: Sequence[Stamp], dateline: Dateline | None, body: str, host: str | None) -> Clues:
    """The clues of a page; worked out only where a date has two readings."""
    dates = [s.expression for s in stamps if s.expression is not None and s.expression.kind == "date"]
    dates += [dateline.date] if dateline and dateline.date and dateline.date.kind == "date" else []
    if not any(date.swapped for date in dates):
        return Clues()
    opening = find(body[:LEAD_CHARS])
    weekday = lead_weekday(opening)
    return Clues(
        _order([date.text for date in dates]),
        tuple(day for date in dates if not date.swapped and date.year and (day := resolve(date, None).date_from)),
        tuple(one for one in opening if one.kind == "date" and not one.swapped),
        weekday.weekday if weekday else None,
        _order_of_host(host),
    )


def decided(expression: TimeExpression, stamp: Stamp, clues: Clues) -> tuple[dt.date | None, str]:
    """The reading that the first telling clue leaves, and that clue."""
    occurrence = resolve(expression, None)
    assert occurrence.date_from is not None
    assert occurrence.date_to is not None
    days = (occurrence.date_from, occurrence.date_to)
    for clue, found in (
        ("as its other dates", _in_order(expression, clues.day_first)),
        ("near its other dates", _only([day for day in days if any(abs(day - p) <= NEAR for p in clues.printed)])),
        ("a day told of", _only([day for day in days if any(_told(day, one) for one in clues.told)])),
        ("the weekday told of", _after_weekday(days, clues.weekday, alone=True)),
        ("its zone", _in_order(expression, _order_of_zone(stamp))),
        ("its country", _in_order(expression, clues.host_day_first)),
        ("its clock", _in_order(expression, _order_of_clock(stamp) if clues.weekday is not None else None)),
        ("the weekday told of", _after_weekday(days, clues.weekday, alone=False)),
    ):
        if found is not None:
            return found, clue
    return None, ""


def _only(days: Sequence[dt.date]) -> dt.date | None:
    return days[0] if len(set(days)) == 1 else None


def _in_order(expression: TimeExpression, day_first: bool | None) -> dt.date | None:
    """The reading in a given order; none where the order is not known or the figures do not show."""
    figures = FIGURES.search(expression.text)
    if day_first is None or figures is None:
        return None
    occurrence = resolve(expression, None)
    day = int(figures[1] if day_first else figures[2])
    return next((d for d in (occurrence.date_from, occurrence.date_to) if d and d.day == day), None)


def _order(texts: Sequence[str]) -> bool | None:
    """Whether dates in figures have the day first, as those tell whose day can be no month."""
    shown = {int(f[1]) > 12 for text in texts if (f := FIGURES.search(text)) and max(int(f[1]), int(f[2])) > 12}
    return shown.pop() if len(shown) == 1 else None


def _told(day: dt.date, told: TimeExpression) -> bool:
    """A reading that follows within days on a day that the text tells of."""
    occurrence = resolve(told, day)
    return occurrence.date_from is not None and dt.timedelta() <= day - occurrence.date_from <= NEAR


def _after_weekday(days: Sequence[dt.date], weekday: int | None, *, alone: bool) -> dt.date | None:
    """The one of two days that the news of a weekday can be out on; the nearer one where both can and may."""
    if weekday is None:
        return None
    since = {day: (day.weekday() - weekday) % 7 for day in days}
    nearest = min(since.values())
    told = [day for day in days if since[day] <= NEWS_DAYS]
    return _only(told if alone else [day for day in told if since[day] == nearest])


def _order_of_zone(stamp: Stamp) -> bool | None:
    zone = (stamp.clock["zone"] or stamp.clock["zone3"] or "").lower() if stamp.clock else ""
    return None if not zone or zone in NO_ZONES else zone not in MONTH_FIRST_ZONES


def _order_of_clock(stamp: Stamp) -> bool | None:
    """'10/06/2019 - 13:21': whoever counts the hours to 24 mostly writes the day first; enough to settle a tie."""
    hour = stamp.clock["hour"] if stamp.clock and not stamp.clock["half"] else None
    return True if hour is not None and int(hour) > _NOON else None


def _order_of_host(host: str | None) -> bool | None:
    domain = (host or "").rpartition(".")[2]
    return None if len(domain) != 2 or domain in NO_COUNTRY else domain not in MONTH_FIRST_DOMAINS
