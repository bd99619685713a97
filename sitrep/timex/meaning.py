"""What days a time expression means, seen from a reference day.

What belongs here: calendar arithmetic and its conventions, each with its reason.
What does not: finding expressions, and choosing the reference (publication, or the event spoken of).
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from dateutil.easter import easter

from sitrep.records import Occurrence
from sitrep.timex.expressions import TimeExpression
from sitrep.timex.words import DEICTIC

Span = tuple[dt.date, dt.date]

#: Two-digit years up to this many years after the reference belong to its century, others to the one before.
YEARS_AHEAD = 1
#: The century of a two-digit year where no reference is known: 70-99 are 19xx (older wires), the rest 20xx.
PIVOT = 70
#: "Two weeks ago" is said of 11 to 17 days: a count of weeks is good to half a week.
WEEK_SLACK = 3
#: How far back "several" or "a few" units may lie: the days of the nearest and the farthest.
SEVERAL = {"day": (2, 7), "week": (10, 45), "month": (50, 330)}
#: How many days ahead a day of a month is told by its weekday as well, although the past is spoken of.
SOON = 31
#: How many days back a day of a month is that of the news, whatever weekday is said to be.
NEWS = 3
#: Years of "the 1980s".
DECADE = 10
#: Which days the parts of a month are, and which months those of a year.
MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
#: The widest interval, in days, that still counts as this precision.
WIDTHS = ((2, "day"), (8, "week"), (31, "month"), (366, "year"))

#: A day of each month, on every day of the week, at the beginning, in the middle and at the end of months.
_ANY_DAYS = tuple(dt.date(2001, month, 1 + 29 * month // 12) for month in range(1, 13))


@dataclass(frozen=True, slots=True)
class _Reference:
    """The day that an expression is seen from, and how well it is known."""

    first: dt.date  # of the interval that the reference is known to lie in
    day: dt.date  # the last day of that interval
    exact: bool
    tense: str

    @property
    def ahead(self) -> bool:
        return self.tense == "future"


def resolve(
    expression: TimeExpression, reference: dt.date | None, *, reference_precision: str = "day", tense: str = "past"
) -> Occurrence:
    """The days that an expression means, or its text alone where the reference does not allow one.

    `reference` is the day of writing; for an anaphoric expression ("two days later") give the day it is counted from.
    With `tense` "future" the nearest day ahead is meant, else the last one, the reference day itself counting.
    """
    basis = _basis(expression)
    seen = _seen_from(reference, reference_precision, tense)
    span = _span(expression, seen)
    if span is not None and expression.relation == "since" and seen is not None and span[0] <= seen.day:
        span = (span[0], seen.day)
    if span is None:
        return Occurrence(text=expression.text)
    return Occurrence(expression.text, span[0], span[1], _precision(span), basis)


def never_meet(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether two expressions mean different days whenever they were written: "this morning" and "last week".

    "in 2019" may be "today"; but who says "this morning" gives no date for it.
    """
    if (one.year or other.year) and "date" not in (one.kind, other.kind):
        return False
    for day in _ANY_DAYS:
        a, b = resolve(one, day), resolve(other, day)
        if a.date_from is None or a.date_to is None or b.date_from is None or b.date_to is None:
            return False
        if a.date_from <= b.date_to and b.date_from <= a.date_to:
            return False
    return True


def _basis(expression: TimeExpression) -> str:
    inner = expression.anchor if expression.kind == "offset" and expression.anchor else expression
    if inner.kind in ("date", "month", "year") or (inner.unit == "decade" and inner.year is not None):
        return "relative" if inner.direction else "explicit"
    if inner.kind == "range" and inner.anchor is not None:
        return _basis(inner.anchor)
    return "weekday" if inner.kind == "weekday" else "relative"


def _precision(span: Span) -> str:
    days = (span[1] - span[0]).days + 1
    return next((name for width, name in WIDTHS if days <= width), "unknown")


def _seen_from(reference: dt.date | None, precision: str, tense: str) -> _Reference | None:
    if reference is None or precision == "unknown":
        return None
    if precision == "month":
        first, last = _month_span(reference.year, reference.month)
        return _Reference(first, last, False, tense)
    if precision == "year":
        return _Reference(dt.date(reference.year, 1, 1), dt.date(reference.year, 12, 31), False, tense)
    return _Reference(reference, reference, True, tense)


def _span(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    try:
        return RESOLVERS[expression.kind](expression, seen)
    except (ValueError, OverflowError):  # 31 April, or a day outside the calendar
        return None


def _month_span(year: int, month: int) -> Span:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _full_year(year: int, seen: _Reference | None) -> int:
    """A stated year in four digits."""
    if year >= 100:
        return year
    if seen is None:
        return year + (1900 if year >= PIVOT else 2000)
    century = seen.day.year // 100 * 100
    return century + year if century + year <= seen.day.year + YEARS_AHEAD else century - 100 + year


def _date(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    assert expression.day is not None
    if expression.month is None:
        return _day_of_month(expression.day, expression.direction, seen)
    year = _stated_year(expression, seen)
    if year is None:
        if seen is None:
            return None
        day = _nearest_date(expression.month, expression.day, expression.weekday, seen)
        return (day, day) if day else None
    day = dt.date(year, expression.month, expression.day)
    if not expression.swapped:
        return day, day
    other = dt.date(year, expression.day, expression.month)
    named = [d for d in (day, other) if expression.weekday is None or d.weekday() == expression.weekday] or [day, other]
    possible = sorted(d for d in named if seen is None or d <= seen.day or seen.ahead) or sorted(named)
    return possible[0], possible[-1]


def _day_of_month(number: int, direction: str | None, seen: _Reference | None) -> Span | None:
    """'on the 8th': the last such day up to the reference, or the next one from it; 'of last month' says which."""
    if seen is None or not seen.exact:
        return (seen.first, seen.day) if seen is not None and direction is None else None
    steps = -1 if direction == "past" else 0
    if direction is None and number != seen.day.day and (number > seen.day.day) != seen.ahead:
        steps = 1 if seen.ahead else -1
    year, month = _shifted(seen.day.year, seen.day.month, steps)
    day = dt.date(year, month, number)
    return day, day


def _stated_year(expression: TimeExpression, seen: _Reference | None) -> int | None:
    if expression.year is not None:
        return _full_year(expression.year, seen)
    if expression.direction and seen is not None:
        return seen.day.year + {"past": -1, "this": 0, "future": 1}[expression.direction]
    return None


def _nearest_date(month: int, day: int, weekday: int | None, seen: _Reference) -> dt.date | None:
    """The last such day up to the reference, or the next one from it; a weekday's name has to fit if any year fits."""
    step = 1 if seen.ahead else -1
    years = [seen.day.year + step * n for n in range(9)]
    days = [dt.date(y, month, day) for y in years if day <= calendar.monthrange(y, month)[1]]
    fitting = [d for d in days if (d >= seen.first if seen.ahead else d <= seen.day)]
    named = [d for d in fitting[:2] if weekday is None or d.weekday() == weekday]
    if not named and weekday is not None:  # "scheduled for Sunday, 25 February": a near day ahead
        near = [d for d in days[:1] if abs((d - seen.day).days) <= SOON and d.weekday() == weekday]
        named = near
    elif not seen.ahead and fitting and (seen.day - fitting[0]).days <= NEWS:
        return fitting[0]  # a slip in the weekday's name is likelier than news of a year ago
    return next(iter(named or fitting), None)


def _month(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    assert expression.month is not None
    year = _stated_year(expression, seen) if expression.year is not None else None
    if year is None:
        if seen is None:
            return None
        year = _nearest_year(expression, seen)
    first, last = _month_span(year, expression.month)
    return _part(first, last, MONTH_PARTS.get(expression.part or ""))


def _part(first: dt.date, last: dt.date, days: tuple[int, int] | None) -> Span:
    if days is None:
        return first, last
    return first.replace(day=days[0]), first.replace(day=min(days[1], last.day))


def _nearest_year(expression: TimeExpression, seen: _Reference) -> int:
    """The year of a month named alone: the last one that began, or the next one to come."""
    assert expression.month is not None
    year, here = seen.day.year, seen.day.month
    if "year" in expression.text.lower():
        return _stated_year(expression, seen) or year
    if expression.direction == "future" or (seen.ahead and expression.direction is None):
        return year if expression.month >= here else year + 1
    if expression.direction == "past":
        return year if expression.month < here else year - 1
    return year if expression.month <= here else year - 1


def _year(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    assert expression.year is not None
    year = _full_year(expression.year, seen)
    first, last = YEAR_PARTS.get(expression.part or "", (1, 12))
    return dt.date(year, first, 1), _month_span(year, last)[1]


def _weekday(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    """The last such day before the reference or on it; "last Friday" is before it, "next Friday" after it."""
    assert expression.weekday is not None
    if seen is None:
        return None
    if not seen.exact:
        return seen.first, seen.day
    if expression.unit == "week":  # "Friday last week"
        monday = seen.day - dt.timedelta(days=seen.day.weekday())
        weeks = {"past": -1, "this": 0, "future": 1}[expression.direction or "this"]
        day = monday + dt.timedelta(days=7 * weeks + expression.weekday)
        return day, day
    back = (seen.day.weekday() - expression.weekday) % 7
    on = (expression.weekday - seen.day.weekday()) % 7
    if expression.direction == "future" or (seen.ahead and expression.direction != "past"):
        day = seen.day + dt.timedelta(days=on or 7)
    else:
        day = seen.day - dt.timedelta(days=back or (7 if expression.direction == "past" else 0))
    return (day - dt.timedelta(days=1), day) if expression.part == "overnight" else (day, day)


def _day(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    if seen is None:
        return None
    if not seen.exact:
        return seen.first, seen.day
    first, last, _ = DEICTIC[expression.direction or "today"]
    return seen.day + dt.timedelta(days=first), seen.day + dt.timedelta(days=last)


def _period(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    """Last week is the calendar week before, Monday to Sunday; the last two weeks are the days up to the reference."""
    if seen is None:
        return None
    unit, direction = expression.unit or "day", expression.direction or "past"
    if expression.count is None and unit == "day" and expression.text.lower().endswith("s"):  # the past few days
        return _counted_period(SEVERAL["day"][1], unit, direction, seen)
    if expression.count is not None:
        return _counted_period(expression.count, unit, direction, seen)
    steps = {"past": -1, "this": 0, "future": 1}[direction]
    if unit in ("month", "year"):
        span = _calendar_period(unit, steps, seen.day)
    elif not seen.exact:
        return seen.first, seen.day
    else:
        span = _week_or_day(unit, steps, seen.day)
    if expression.part and unit == "month":
        span = _part(*span, MONTH_PARTS.get(expression.part))
    if direction == "this" and not seen.ahead and span[0] <= seen.day:
        span = (span[0], min(span[1], seen.day))
    return span


def _calendar_period(unit: str, steps: int, day: dt.date) -> Span:
    if unit == "year":
        return dt.date(day.year + steps, 1, 1), dt.date(day.year + steps, 12, 31)
    return _month_span(*_shifted(day.year, day.month, steps))


def _shifted(year: int, month: int, steps: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + steps
    return index // 12, index % 12 + 1


def _week_or_day(unit: str, steps: int, day: dt.date) -> Span:
    if unit == "weekend":
        saturday = day - dt.timedelta(days=(day.weekday() - 5) % 7) + dt.timedelta(days=7 * max(steps, 0))
        return saturday, saturday + dt.timedelta(days=1)
    if unit in ("day", "night", "hour", "minute"):
        moved = day + dt.timedelta(days=steps)
        return moved, moved
    monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(days=7 * steps)
    return monday, monday + dt.timedelta(days=6)


def _counted_period(count: int, unit: str, direction: str, seen: _Reference) -> Span | None:
    days = _days_of(count, unit)
    if days is None:
        return None
    length = dt.timedelta(days=days)
    if direction == "future":
        return seen.day, seen.day + length
    return seen.first - length, seen.day


def _days_of(count: int, unit: str) -> int | None:
    """A number of units in days, the hours rounded up."""
    each = {"day": 1, "night": 1, "week": 7, "weekend": 7, "month": 30, "year": 365, "decade": 3652}.get(unit)
    return count * each if each else (count + 23) // 24 if unit == "hour" else 1 if unit == "minute" else None


def _ago(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    if seen is None:
        return None
    if expression.unit == "minute":
        return seen.first, seen.day
    return _shift(expression.count, expression.unit or "day", -1, (seen.first, seen.day))


def _shift(count: int | None, unit: str, sign: int, around: Span) -> Span | None:
    """An interval moved by N units, wider by what the unit leaves open."""
    first, last = around
    if count is None:
        if unit in ("hour", "minute"):
            return (first - dt.timedelta(days=1), last) if sign < 0 else (first, last + dt.timedelta(days=1))
        near, far = SEVERAL.get(unit, (0, 0))
        if not far:
            return None
        low, high = (-far, -near) if sign < 0 else (near, far)
        return first + dt.timedelta(days=low), last + dt.timedelta(days=high)
    if unit == "month":
        return _month_span(*_shifted(first.year, first.month, sign * count))[0], _month_span(
            *_shifted(last.year, last.month, sign * count)
        )[1]
    if unit in ("year", "decade"):
        years = sign * count * (10 if unit == "decade" else 1)
        return dt.date(first.year + years, 1, 1), dt.date(last.year + years, 12, 31)
    moved = dt.timedelta(days=sign * (_days_of(count, unit) or 0))
    if unit in ("hour", "minute"):
        return (first + moved, last) if sign < 0 else (first, last + moved)
    slack = dt.timedelta(days=WEEK_SLACK if unit == "week" else 0)
    return first + moved - slack, last + moved + slack


def _anaphoric(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    if seen is None:
        return None
    sign = -1 if expression.direction == "past" else 1
    return _shift(expression.count, expression.unit or "day", sign, (seen.first, seen.day))


def _offset(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    around = _span(expression.anchor, seen) if expression.anchor else None
    if around is None:
        return None
    sign = -1 if expression.direction == "past" else 1
    return _shift(expression.count, expression.unit or "day", sign, around)


def _range(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    """From the first end to the last; what only the last end states (its year) holds for the first too."""
    last = _span(expression.anchor, seen) if expression.anchor else None
    if last is None:
        return None
    first = _first_end(expression, seen, last)
    return (first[0], last[1]) if first and first[0] <= last[1] else last


def _first_end(expression: TimeExpression, seen: _Reference | None, last: Span) -> Span | None:
    if expression.weekday is not None and expression.day is None:
        back = (last[0].weekday() - expression.weekday) % 7
        day = last[0] - dt.timedelta(days=back)
        return day, day
    if expression.month is None:
        return _year(expression, seen)
    bounded = _Reference(last[1], last[1], True, "past")
    if expression.day is None:
        return _month(expression, seen if expression.year else bounded)
    return _date(expression, seen if expression.year else bounded)


def _feast(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    """The last Easter (Good Friday ...) up to the reference, or the next one from it; of the western calendar."""
    if seen is None:
        return None
    moved = dt.timedelta(days=expression.count or 0)
    days = [easter(seen.day.year + step) + moved for step in (-1, 0, 1)]
    ahead = [day for day in days if day >= seen.first]
    past = [day for day in days if day <= seen.day]
    day = ahead[0] if seen.ahead else past[-1]
    return day, day


def _vague(expression: TimeExpression, seen: _Reference | None) -> Span | None:
    """A decade that is over has its years; 'recently', 'in recent years' and a decade that goes on have no days."""
    if expression.unit != "decade" or expression.year is None:
        return None
    first, last = dt.date(expression.year, 1, 1), dt.date(expression.year + DECADE - 1, 12, 31)
    return (first, last) if seen is None or last < seen.first else None


RESOLVERS: dict[str, Callable[[TimeExpression, _Reference | None], Span | None]] = {
    "date": _date,
    "month": _month,
    "year": _year,
    "weekday": _weekday,
    "day": _day,
    "period": _period,
    "ago": _ago,
    "offset": _offset,
    "anaphoric": _anaphoric,
    "range": _range,
    "feast": _feast,
    "vague": _vague,
}
