"""When a document was published, on which evidence.

What belongs here: candidates in order of trust, and inference where none is printed. What does not: finding stamps in
the page (stamps.py), and dates that other documents give (sitrep.resolve). A date after `as_of` is never taken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from sitrep.clean.dateline import Dateline
from sitrep.clean.inference import LEAD_CHARS, NEWS_DAYS, infer, lead_weekday
from sitrep.clean.stamps import CLOCK, Stamp
from sitrep.records import Published
from sitrep.timex import TimeExpression, find, resolve

#: Hours from UTC of the zones that newspapers name. IST is India's, as its papers print it most.
ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "wat": 1, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "cat": 2, "sast": 2, "eest": 3,
    "msk": 3, "trt": 3, "eat": 3, "irst": 3.5, "aft": 4.5, "pkt": 5, "ist": 5.5, "wib": 7, "sgt": 8, "hkt": 8, "jst": 9,
    "aest": 10, "aedt": 11, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
#: News was not on the web, and no outlet prints dates, before this; an epoch of 0 is a missing date.
EARLIEST = dt.date(1950, 1, 1)
#: East of Greenwich a day begins up to 14 hours before UTC's: a date of tomorrow may be right.
AHEAD = dt.timedelta(days=1)
ISO_SHAPE = re.compile(r"\s*\d{4}-\d{2}")
COMPACT = re.compile(r"(?P<day>(?:19|20)\d{6})(?:T?(?P<clock>\d{6}))?Z?$")
EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?$")
MAIL_SHAPE = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
MONTH_SHAPE = re.compile(r"(?:19|20)\d{2}-\d{2}$")
YEAR_SHAPE = re.compile(r"(?:19|20)\d{2}$")


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that may tell a document's date, each kind by itself."""

    metadata: Sequence[tuple[str, str]] = ()  # where from, value: sidecar, feed, JSON-LD, OpenGraph, mail header
    stamps: Sequence[Stamp] = ()
    dateline: Dateline | None = None
    captions: Sequence[str] = ()
    body: str = ""


def publication(evidence: Evidence, as_of: dt.date) -> Published:
    """The best date that the evidence allows, with all that was considered."""
    considered: list[str] = []
    for where, value in evidence.metadata:
        found = parse(value)
        if _accepted(found, as_of, f"{where}: {value}", considered):
            assert found is not None
            return _with(found, "metadata", considered)
    for candidate in _printed_candidates(evidence):
        if _accepted(candidate.published, as_of, candidate.what, considered):
            assert candidate.published is not None
            return _with(candidate.published, "text", considered)
    inferred = infer(evidence.body, evidence.dateline, evidence.stamps, evidence.captions, as_of)
    if inferred is not None:
        considered.append(inferred.reason)
    if inferred is None or inferred.day is None:
        return Published(evidence=tuple(considered))
    return _with(_on_day(inferred.day), "inferred", considered)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A date that the page prints, and where."""

    published: Published | None
    what: str


def _printed_candidates(evidence: Evidence) -> Iterator[_Candidate]:
    """Stamps above the text, the dateline, stamps below it (a statement's own date among them)."""
    weekday = lead_weekday(find(evidence.body[:LEAD_CHARS]))
    for below in (False, True):
        if below and (found := _of_dateline(evidence.dateline)):
            yield found
        for stamp in _in_trust([s for s in evidence.stamps if s.below == below]):
            yield _Candidate(_from_stamp(stamp, weekday), f"{stamp.label}: {stamp.text}")


def _of_dateline(dateline: Dateline | None) -> _Candidate | None:
    """The full date of a dateline."""
    if dateline is None or dateline.date is None:
        return None
    occurrence = resolve(dateline.date, None)
    if occurrence.date_from is None or occurrence.date_from != occurrence.date_to:
        return None
    return _Candidate(_on_day(occurrence.date_from), f"dateline: {occurrence.text}")


def _with(found: Published, basis: str, considered: list[str]) -> Published:
    return Published(found.at, found.on, found.utc_offset, found.precision, basis, tuple(considered))


def _accepted(found: Published | None, as_of: dt.date, what: str, considered: list[str]) -> bool:
    """Whether a candidate is a possible date; what was considered is noted either way."""
    if found is None or found.on is None:
        considered.append(f"{what} (no date)")
        return False
    if not EARLIEST <= found.on <= as_of + AHEAD:
        considered.append(f"{what} (not between {EARLIEST} and {as_of})")
        return False
    considered.append(what)
    return True


def _in_trust(stamps: Sequence[Stamp]) -> list[Stamp]:
    """Published before plain before updated; a stamp higher on the page before a lower one."""
    order = {"published": 0, "plain": 1, "updated": 2}
    return sorted((s for s in stamps if s.label in order), key=lambda s: order[s.label])


def _from_stamp(stamp: Stamp, weekday: TimeExpression | None) -> Published | None:
    """The day of a stamp. Where day and month may be the other way round, the weekday of the news decides."""
    expression = stamp.expression
    if expression is None or expression.year is None or expression.month is None or expression.day is None:
        return None
    occurrence = resolve(expression, None)
    if occurrence.date_from is None or occurrence.date_to is None:
        return None
    if occurrence.date_from != occurrence.date_to:  # 03/04/2024: the day may be open, the year is not
        day = _fitting((occurrence.date_from, occurrence.date_to), weekday)
        if day is not None:
            return clocked(day, stamp.clock)
        return Published(
            _midnight(occurrence.date_from), occurrence.date_from.replace(month=1, day=1), precision="year"
        )
    return clocked(occurrence.date_from, stamp.clock)


def _fitting(days: tuple[dt.date, dt.date], weekday: TimeExpression | None) -> dt.date | None:
    """The one of two days that the news of a weekday can be out on."""
    if weekday is None or weekday.weekday is None:
        return None
    since = {day: (day.weekday() - weekday.weekday) % 7 for day in days}
    nearest = min(since.values())
    fitting = [day for day in days if since[day] == nearest <= NEWS_DAYS]
    return fitting[0] if len(fitting) == 1 else None


def clocked(day: dt.date, clock: re.Match[str] | None) -> Published:
    """A day with its clock. Without a zone the instant is the outlet's own, and good to the day only."""
    if clock is None:
        return _on_day(day)
    hour = int(clock["hour"] or clock["hour2"] or clock["hour3"])
    minute, second = int(clock["minute"] or clock["minute3"] or 0), int(clock["second"] or 0)
    half = (clock["half"] or clock["half2"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        local = dt.datetime(day.year, day.month, day.day, hour, minute, second)
    except ValueError:
        return _on_day(day)
    offset = _offset(clock)
    if offset is None:
        return Published(local.replace(tzinfo=dt.UTC), day, None, "day")
    return _instant(local.replace(tzinfo=dt.timezone(offset)))


def _offset(clock: re.Match[str]) -> dt.timedelta | None:
    if clock["offset"]:
        sign, (hours, _, minutes) = clock["offset"][0], clock["offset"][1:].partition(":")
        hours, minutes = (hours[:2], hours[2:]) if len(hours) == 4 else (hours, minutes)
        size = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
        return -size if sign == "-" else size
    zone = (clock["zone"] or "").lower()
    return dt.timedelta(hours=ZONES[zone]) if zone in ZONES else None


def parse(value: str) -> Published | None:
    """A date as metadata give it: ISO 8601, RFC 2822, an epoch, or as a newspaper prints it."""
    value = value.strip()
    for read in (_epoch, _iso, _mail, _compact, _printed):
        found = read(value)
        if found is not None:
            return found
    return None


def _epoch(value: str) -> Published | None:
    if not EPOCH.match(value):
        return None
    seconds = float(value)
    try:
        return _instant(dt.datetime.fromtimestamp(seconds / 1000 if seconds > 10**11 else seconds, dt.UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _iso(value: str) -> Published | None:
    if MONTH_SHAPE.match(value) or YEAR_SHAPE.match(value):
        parts = [int(part) for part in value.split("-")]
        try:
            day = dt.date(parts[0], parts[1] if len(parts) > 1 else 1, 1)
        except ValueError:
            return None
        return Published(_midnight(day), day, None, "month" if len(parts) > 1 else "year")
    if not ISO_SHAPE.match(value):
        return None
    try:
        moment = dt.datetime.fromisoformat(value.replace(" +", "+").replace(" UTC", "+00:00").replace(" Z", "Z"))
    except ValueError:
        return None
    if len(value) == 10:
        return _on_day(moment.date())
    return _instant(moment) if moment.tzinfo else Published(moment.replace(tzinfo=dt.UTC), moment.date(), None, "day")


def _mail(value: str) -> Published | None:
    if not MAIL_SHAPE.match(value):
        return None
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None
    if moment.tzinfo is None:
        zone = re.search(r"(?:gmt|utc|[+-]0000)\s*$", value.lower())
        return (
            _instant(moment.replace(tzinfo=dt.UTC))
            if zone
            else Published(moment.replace(tzinfo=dt.UTC), moment.date(), None, "day")
        )
    return _instant(moment)


def _compact(value: str) -> Published | None:
    if not (found := COMPACT.match(value)):
        return None
    try:
        if found["clock"]:
            return _instant(dt.datetime.strptime(found["day"] + found["clock"], "%Y%m%d%H%M%S").replace(tzinfo=dt.UTC))
        return _on_day(dt.datetime.strptime(found["day"], "%Y%m%d").replace(tzinfo=dt.UTC).date())
    except ValueError:
        return None


def _printed(value: str) -> Published | None:
    dates = [e for e in find(value) if e.kind == "date" and e.year is not None]
    if not dates:
        return None
    occurrence = resolve(dates[0], None)
    if occurrence.date_from is None or occurrence.date_from != occurrence.date_to:
        return None
    return clocked(occurrence.date_from, CLOCK.search(value.lower(), dates[0].end))


def _on_day(day: dt.date) -> Published:
    return Published(_midnight(day), day, None, "day")


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _instant(moment: dt.datetime) -> Published:
    """An instant with its zone: the day is the outlet's own, the instant UTC."""
    offset = moment.utcoffset() or dt.timedelta()
    minutes = int(offset.total_seconds() // 60)
    sign, size = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return Published(moment.astimezone(dt.UTC), moment.date(), f"{sign}{size // 60:02d}:{size % 60:02d}", "second")
