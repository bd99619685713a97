"""Instants and days as machines and pages write them: metadata values, and a day with its clock.

What belongs here: reading one value. What does not: which of several a document was published on (dating.py).
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from sitrep.clean.stamps import CLOCK
from sitrep.records import Published
from sitrep.timex import find, resolve

#: Hours from UTC of the zones that newspapers name. IST is India's, as its papers print it most.
ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "wat": 1, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "cat": 2, "sast": 2, "eest": 3,
    "msk": 3, "trt": 3, "eat": 3, "irst": 3.5, "aft": 4.5, "pkt": 5, "ist": 5.5, "wib": 7, "sgt": 8, "hkt": 8, "jst": 9,
    "aest": 10, "aedt": 11, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
ISO_SHAPE = re.compile(r"\s*\d{4}-\d{2}")
COMPACT = re.compile(r"(?P<day>(?:19|20)\d{6})(?:T?(?P<clock>\d{6}))?Z?$")
EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?$")
MAIL_SHAPE = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
MONTH_SHAPE = re.compile(r"(?:19|20)\d{2}-\d{2}$")
YEAR_SHAPE = re.compile(r"(?:19|20)\d{2}$")


def clocked(day: dt.date, clock: re.Match[str] | None) -> Published:
    """A day with its clock. Without a zone the instant is the outlet's own, and good to the day only."""
    if clock is None:
        return on_day(day)
    hour = int(clock["hour"] or clock["hour2"] or clock["hour3"])
    minute, second = int(clock["minute"] or clock["minute3"] or 0), int(clock["second"] or 0)
    half = (clock["half"] or clock["half2"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        local = dt.datetime(day.year, day.month, day.day, hour, minute, second)
    except ValueError:
        return on_day(day)
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
    zone = (clock["zone"] or clock["zone3"] or "").lower()
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
        return Published(midnight(day), day, None, "month" if len(parts) > 1 else "year")
    if not ISO_SHAPE.match(value):
        return None
    try:
        moment = dt.datetime.fromisoformat(value.replace(" +", "+").replace(" UTC", "+00:00").replace(" Z", "Z"))
    except ValueError:
        return None
    if len(value) == 10:
        return on_day(moment.date())
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
        return on_day(dt.datetime.strptime(found["day"], "%Y%m%d").replace(tzinfo=dt.UTC).date())
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


def on_day(day: dt.date) -> Published:
    return Published(midnight(day), day, None, "day")


def midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _instant(moment: dt.datetime) -> Published:
    """An instant with its zone: the day is the outlet's own, the instant UTC."""
    offset = moment.utcoffset() or dt.timedelta()
    minutes = int(offset.total_seconds() // 60)
    sign, size = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return Published(moment.astimezone(dt.UTC), moment.date(), f"{sign}{size // 60:02d}:{size % 60:02d}", "second")
