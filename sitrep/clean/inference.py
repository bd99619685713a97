"""Publication dates that no one printed, worked out from the weekdays and dates that a text speaks of.

What belongs here: inferences that hold by the calendar alone, with their reason. What does not: printed dates.
Each needs two facts that fit each other; a fact that stands alone gives nothing.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitrep.clean.dateline import Dateline
from sitrep.clean.stamps import Stamp
from sitrep.clean.terms import bounds
from sitrep.timex import TimeExpression, find, resolve

#: How far back a year is looked for: weekdays fall on the same dates every 5, 6 or 11 years.
YEARS_BACK = 30
#: The opening of a text, in which the day of the news stands.
LEAD_CHARS = 600
#: What is read within so many days of its publication is taken to be from this year.
FRESH = dt.timedelta(days=45)
#: A report of a weekday's event is out on that day or the next ones.
NEWS_DAYS = 2
#: What a report dates in full and tells as news lies so few days back.
TOLD_WITHIN = dt.timedelta(days=10)
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
OLD = re.compile(r"\b(?:file|archive|archival)\b", re.IGNORECASE)
SENTENCE = re.compile(r"[^.!?\n]+")


@dataclass(frozen=True, slots=True)
class Inferred:
    """A date with why it must be it; no date where several years fit, and which."""

    day: dt.date | None
    reason: str


def infer(
    body: str,
    dateline: Dateline | None,
    stamps: Sequence[Stamp],
    captions: Sequence[str],
    as_of: dt.date,
) -> Inferred | None:
    """The publication date by the first inference that holds."""
    expressions = find(body)
    weekday = lead_weekday(expressions)
    floor = _latest_year(expressions, as_of)
    marks = [e for e in (dateline.date if dateline else None, *(s.expression for s in stamps)) if e is not None]
    if found := _after_full_date(marks, expressions, as_of):
        return found
    if weekday is None or weekday.weekday is None:
        return None
    marks += [e for caption in captions for e in find(caption)]
    name = calendar.day_name[weekday.weekday]
    for what, days in [*_by_day(marks, floor, as_of), *_by_offset(body, expressions, floor, as_of)]:
        fitting = [day for day in days if day.weekday() == weekday.weekday and day <= as_of]
        if fitting:
            return _one_of(fitting, f"{what} is a {name}, the day of the news, in", body, as_of)
    for day, what in _pictured(body, captions, expressions):
        if day.weekday() == weekday.weekday and floor <= day.year and day <= as_of:
            return Inferred(day, f"{what}, of which a picture is, is a {name}, the day of the news")
    return None


def _pictured(
    body: str, captions: Sequence[str], expressions: Sequence[TimeExpression]
) -> Iterator[tuple[dt.date, str]]:
    """The full dates under pictures: in captions, and at the end of a line that no stop ends; not of old pictures."""
    known = [(caption, e) for caption in captions for e in find(caption)]
    for each in expressions:
        line = body[body.rfind("\n", 0, each.start) + 1 : each.end]
        if body[each.end : each.end + 1] in ("", "\n") and not line.endswith(".") and len(line) > len(each.text):
            known.append((line, each))
    for line, each in known:
        if each.kind == "date" and each.year and each.year >= 100 and not each.swapped and not OLD.search(line):
            day = resolve(each, None).date_from
            if day is not None:
                yield day, each.text


def _after_full_date(
    marks: Sequence[TimeExpression], expressions: Sequence[TimeExpression], as_of: dt.date
) -> Inferred | None:
    """A page's day without a year that follows within days on the latest full date that the text tells of."""
    told = [e for e in expressions if e.kind == "date" and e.year and e.year >= 100 and not e.swapped]
    days = sorted(day for e in told if (day := resolve(e, None).date_from) and day <= as_of)
    if not days:
        return None
    for mark in marks:
        if mark.kind != "date" or mark.year is not None or mark.month is None or mark.day is None:
            continue
        for day in _years_of(mark.month, mark.day, days[-1].year, as_of):
            if dt.timedelta() <= day - days[-1] <= TOLD_WITHIN:
                return Inferred(day, f"{mark.text} follows on {days[-1]}, which the text tells of")
    return None


def _one_of(days: Sequence[dt.date], reason: str, body: str, as_of: dt.date) -> Inferred:
    """The one year of several that the text can be from: fresh news, or the only one in the terms that it speaks of."""
    if len(days) == 1 or as_of - days[0] <= FRESH:
        return Inferred(days[0], f"{reason} {days[0].year}")
    known = bounds(body)
    possible = [d for d in days if (known.first or d) <= d <= (known.last or d)] if known.reasons else []
    if len(possible) == 1:
        return Inferred(possible[0], f"{reason} {possible[0].year}, the only such year with {', '.join(known.reasons)}")
    return Inferred(None, f"{reason} {', '.join(str(day.year) for day in possible or days)}: too many to tell")


def lead_weekday(expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """The weekday that the opening tells its news of."""
    for expression in expressions:
        if expression.start > LEAD_CHARS:
            return None
        if expression.kind == "weekday" and expression.direction is None and expression.relation is None:
            return expression
    return None


def _latest_year(expressions: Sequence[TimeExpression], as_of: dt.date) -> int:
    """The latest year that the text speaks of as past: it was not written before."""
    years = [
        e.year for e in expressions if e.year and 1900 < e.year <= as_of.year and e.relation not in ("by", "until")
    ]
    return max(years, default=as_of.year - YEARS_BACK)


def _by_day(marks: Sequence[TimeExpression], floor: int, as_of: dt.date) -> Iterator[tuple[str, list[dt.date]]]:
    """Days and months on the page (dateline, caption, stamp), each in all its years."""
    for mark in marks:
        if mark.kind == "date" and mark.year is None and mark.month is not None and mark.day is not None:
            yield mark.text, list(_years_of(mark.month, mark.day, floor, as_of))


def _years_of(month: int, day: int, floor: int, as_of: dt.date) -> Iterator[dt.date]:
    """A day of the year in each possible year, the latest first."""
    for year in range(as_of.year, floor - 1, -1):
        if day <= calendar.monthrange(year, month)[1] and (found := dt.date(year, month, day)) <= as_of:
            yield found


def _by_offset(
    body: str, expressions: Sequence[TimeExpression], floor: int, as_of: dt.date
) -> Iterator[tuple[str, list[dt.date]]]:
    """What lies N days or weeks after something that another sentence dates, in all its years."""
    for offset in expressions:
        if offset.kind not in ("anaphoric", "offset") or offset.direction != "future" or not _counts_days(offset):
            continue
        length = dt.timedelta(days=_days(offset))
        for dated in _dates_of_the_same(body, offset, expressions):
            assert dated.month is not None
            assert dated.day is not None
            origins = _years_of(dated.month, dated.day, floor, as_of)
            words = offset.text if offset.anchor else f"{offset.text} {dated.text}"
            yield words, [origin + length for origin in origins]


def _counts_days(offset: TimeExpression) -> bool:
    return (
        offset.count is not None
        and offset.unit in ("day", "week")
        and (offset.part == "open" or offset.kind == "offset")
    )


def _days(offset: TimeExpression) -> int:
    return (offset.count or 0) * (7 if offset.unit == "week" else 1)


def _dates_of_the_same(
    body: str, offset: TimeExpression, expressions: Sequence[TimeExpression]
) -> Iterator[TimeExpression]:
    """Days and months in a sentence that names someone whom the offset's sentence names, the offset's own first."""
    if offset.anchor is not None:
        if offset.anchor.kind == "date" and offset.anchor.year is None:
            yield offset.anchor
        return
    names = set(NAME.findall(_sentence(body, offset.start)))
    for other in expressions:
        if other.kind == "date" and other.year is None and names & set(NAME.findall(_sentence(body, other.start))):
            yield other


def _sentence(body: str, position: int) -> str:
    """The sentence around a position, as far as stops tell."""
    start = max(body.rfind(". ", 0, position), body.rfind("\n", 0, position)) + 1
    ends = [end for end in (body.find(". ", position), body.find("\n", position)) if end >= 0]
    return body[start : min(ends, default=len(body))]
