"""When a document was published, on which evidence.

What belongs here: candidates in order of trust, and inference where none is printed. What does not: finding stamps in
the page (stamps.py), reading values (instants.py), and dates that other documents give (sitrep.resolve). A date after
`as_of` is never taken.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitrep.clean.dateline import Dateline
from sitrep.clean.dayfirst import Clues, clues_of, decided
from sitrep.clean.inference import infer
from sitrep.clean.instants import clocked, midnight, on_day, parse
from sitrep.clean.stamps import Stamp
from sitrep.records import Published
from sitrep.timex import resolve

#: News was not on the web, and no outlet prints dates, before this; an epoch of 0 is a missing date.
EARLIEST = dt.date(1950, 1, 1)
#: East of Greenwich a day begins up to 14 hours before UTC's: a date of tomorrow may be right.
AHEAD = dt.timedelta(days=1)
#: What a stamp says it is, the more trusted first. A page that carries another's text says when that was published.
TRUST = {"original": 0, "published": 1, "plain": 2, "updated": 4}
#: Stamps up to this trust come before a dateline.
SURE = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that may tell a document's date, each kind by itself."""

    metadata: Sequence[tuple[str, str]] = ()  # where from, value: sidecar, feed, JSON-LD, OpenGraph, mail header
    stamps: Sequence[Stamp] = ()
    dateline: Dateline | None = None
    captions: Sequence[str] = ()
    body: str = ""
    heading: int | None = None  # number of the line that is the title
    host: str | None = None  # of the address


def publication(evidence: Evidence, as_of: dt.date) -> Published:
    """The best date that the evidence allows, with all that was considered."""
    considered: list[str] = []
    for where, value in evidence.metadata:
        found = parse(value)
        if _accepted(found, as_of, f"{where}: {value}", considered):
            assert found is not None
            return _with(found, "metadata", considered)
    coarse: Published | None = None
    for candidate in _printed_candidates(evidence, as_of):
        found = candidate.published
        if _accepted(found, as_of, candidate.what, considered):
            assert found is not None
            if found.precision in ("second", "day"):
                return _with(found, "text", considered)
            coarse = coarse or found
    if coarse is not None:
        return _with(coarse, "text", considered)
    inferred = infer(evidence.body, evidence.dateline, evidence.stamps, evidence.captions, as_of)
    if inferred is not None:
        considered.append(inferred.reason)
    if inferred is None or inferred.day is None:
        return Published(evidence=tuple(considered))
    return _with(on_day(inferred.day), "inferred", considered)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A date that the page prints, and where."""

    published: Published | None
    what: str


def _printed_candidates(evidence: Evidence, as_of: dt.date) -> Iterator[_Candidate]:
    """Stamps above the text and the dateline, by trust; then stamps below it (a statement's own date among them)."""
    clues = clues_of(evidence.stamps, evidence.dateline, evidence.body, evidence.host)
    above = [s for s in evidence.stamps if not s.below and not _is_of_reading(s, evidence)]
    yield from _of_stamps([s for s in above if _trust(s, evidence.heading) <= SURE], clues, as_of, evidence.heading)
    yield from _of_dateline(evidence.dateline, clues, as_of)
    yield from _of_stamps([s for s in above if _trust(s, evidence.heading) > SURE], clues, as_of, evidence.heading)
    yield from _of_stamps([stamp for stamp in evidence.stamps if stamp.below], clues, as_of, evidence.heading)


def _of_stamps(stamps: Sequence[Stamp], clues: Clues, as_of: dt.date, heading: int | None) -> Iterator[_Candidate]:
    """The dates of stamps, the most trusted first; of equal ones the higher on the page."""
    for stamp in sorted((s for s in stamps if s.label in TRUST), key=lambda s: _trust(s, heading)):
        published, why = _from_stamp(stamp, clues, as_of)
        yield _Candidate(published, f"{stamp.label}: {stamp.text}{why}")


def _of_dateline(dateline: Dateline | None, clues: Clues, as_of: dt.date) -> Iterator[_Candidate]:
    """The full date of a dateline."""
    if dateline is None or dateline.date is None or dateline.date.kind != "date" or dateline.date.year is None:
        return
    stamp = Stamp(dateline.date, None, "plain", -1, dateline.date.text)
    published, why = _from_stamp(stamp, clues, as_of)
    yield _Candidate(published, f"dateline: {dateline.date.text}{why}")


def _trust(stamp: Stamp, heading: int | None) -> int:
    """How far a stamp is from saying "published": the less the better. Above the title it may be the day of reading."""
    above_title = heading is not None and 0 <= stamp.line < heading
    return TRUST.get(stamp.label, max(TRUST.values())) + (stamp.label == "plain" and above_title)


def _is_of_reading(stamp: Stamp, evidence: Evidence) -> bool:
    """A bare day above the title, behind the day on which the page says that it was last changed: of its reading."""
    heading, day = evidence.heading, _day_of(stamp)
    if stamp.label != "plain" or day is None or heading is None or not 0 <= stamp.line < heading:
        return False
    changed = [known for other in evidence.stamps if other.label == "updated" and (known := _day_of(other)) is not None]
    return bool(changed) and max(changed) < day


def _day_of(stamp: Stamp) -> dt.date | None:
    """The day of a stamp with a year; the later one where day and month may be the other way round."""
    expression = stamp.expression
    return resolve(expression, None).date_to if expression is not None and expression.year is not None else None


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


def _from_stamp(stamp: Stamp, clues: Clues, as_of: dt.date) -> tuple[Published | None, str]:
    """The day of a stamp and, where day and month could be the other way round, why they are not."""
    expression = stamp.expression
    if expression is None or expression.year is None or expression.month is None:
        return None, ""
    occurrence = resolve(expression, None)
    first, last = occurrence.date_from, occurrence.date_to
    if first is None or last is None:
        return None, ""
    if expression.kind == "month":
        return Published(midnight(first), first, precision="month"), ""
    if first == last:
        return clocked(first, stamp.clock), ""
    possible = [day for day in (first, last) if day <= as_of + AHEAD] or [first]
    day, why = (possible[0], "the other day is ahead") if len(possible) == 1 else decided(expression, stamp, clues)
    if day is not None:
        return clocked(day, stamp.clock), f" ({why})"
    january = first.replace(month=1, day=1)  # 03/04/2024: the day may be open, the year is not
    return Published(midnight(january), january, precision="year"), " (day or month first?)"
