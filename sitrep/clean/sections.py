"""Live blogs and round-ups: one page, several reports, each with its own time.

What belongs here: telling that a page is such a one, and where its sections begin and end. What does not: cutting
furniture, and making documents of the sections (document.py).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sitrep.clean.instants import clocked
from sitrep.clean.lines import Line
from sitrep.clean.stamps import CLOCK, Stamp
from sitrep.clean.verdict import Verdict
from sitrep.records import Published

#: A page is divided from so many marks on, each followed by so many words.
FEWEST_SECTIONS = 3
FEWEST_WORDS = 12
#: A page of more sections is an archive: the rest stays in its last section.
MOST_SECTIONS = 60
#: A page that does not say that it is live is one only with so many times of day: links to stories have times too.
FEWEST_UNNAMED = 6
LIVE = re.compile(r"\b(?:live|as it happened|minute by minute|updates|blog|timeline|diary|log|day \d+|latest)\b")
DAY = 24 * 60
NUMBERED = re.compile(r"(?:\(?(?P<number>[1-9][0-9]?)[.):]|#(?P<hash>[1-9][0-9]?)\b)\s*\S")
#: "14:05 - A shell hits the port.": an entry that begins with its time; it may be short.
ENTRY = re.compile(r"\s*(?:[-:|]|\)|\]|$)\s*\S")
FEWEST_ENTRY_WORDS = 4
#: Numbered paragraphs are reports of their own only where the page says that it is a round-up.
ROUND_UP = re.compile(
    r"\b(?:round-?ups?|wrap(?:-?up)?|in brief|briefs|briefing|digest|things to know|key (?:events|developments)|"
    r"bulletin|day in review|situation report|sitrep|security (?:incidents|summary|review)|at a glance)\b"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A report within a page: its lines, and the stamp that it stands under."""

    first: int  # numbers of its lines
    last: int
    stamp: Stamp | None
    headline: int | None  # number of the line that heads it


def find_sections(lines: Sequence[Line], verdict: Verdict, title: str | None) -> tuple[Section, ...]:
    """The sections of a page in order; none where it is one report."""
    times = _time_marks(lines, verdict)
    expressions = [stamp.expression for stamp in times.values() if stamp]
    dated = sum(expression is not None and expression.kind == "date" for expression in expressions)
    enough = FEWEST_SECTIONS if LIVE.search((title or "").lower()) or dated >= FEWEST_SECTIONS else FEWEST_UNNAMED
    if len(times) >= enough:
        return tuple(_between(lines, verdict, times))
    entries = _entry_marks(lines, verdict)
    if len(entries) >= enough:
        return tuple(_between(lines, verdict, entries))
    numbers = _number_marks(lines, verdict, title)
    return tuple(_between(lines, verdict, numbers)) if len(numbers) >= FEWEST_SECTIONS else ()


def _time_marks(lines: Sequence[Line], verdict: Verdict) -> dict[int, Stamp | None]:
    """Lines of nothing but a time, each with text below it before the next one."""
    stamps = {stamp.line: stamp for stamp in reversed(verdict.stamps)}
    return _with_text(
        lines, verdict, {n: stamp for n, stamp in stamps.items() if n >= 0 and not verdict.open(lines[n])}
    )


def _entry_marks(lines: Sequence[Line], verdict: Verdict) -> dict[int, Stamp | None]:
    """Lines of text that begin with a time of day: the entries of a live page that sets both in one line."""
    marks: dict[int, Stamp | None] = {}
    for line in lines:
        text = line.key.lstrip("[(")
        clock = CLOCK.match(text)
        if clock is None or not verdict.open(line) or line.words < FEWEST_ENTRY_WORDS:
            continue
        if ENTRY.match(text[clock.end() :]):
            marks[line.number] = Stamp(None, clock, "clock", line.number, clock[0].strip())
    return marks


def _number_marks(lines: Sequence[Line], verdict: Verdict, title: str | None) -> dict[int, Stamp | None]:
    """Numbered headlines or paragraphs of a round-up, counting up or down without a gap."""
    if not ROUND_UP.search((title or "").lower()):
        return {}
    found = [(line.number, NUMBERED.match(line.key)) for line in lines if verdict.open(line)]
    numbers = {at: int(match["number"] or match["hash"]) for at, match in found if match}
    values = list(numbers.values())
    steps = {later - earlier for earlier, later in pairwise(values)}
    return _with_text(lines, verdict, dict.fromkeys(numbers, None)) if steps in ({1}, {-1}) else {}


def _with_text(lines: Sequence[Line], verdict: Verdict, marks: Mapping[int, Stamp | None]) -> dict[int, Stamp | None]:
    """The marks that text follows; of several in a row the last."""
    places = sorted(marks)
    kept = {}
    for at, following in pairwise([*places, len(lines)]):
        words = sum(line.words for line in lines[at:following] if verdict.open(line))
        if words >= FEWEST_WORDS:
            kept[at] = marks[at]
    return kept


def _between(lines: Sequence[Line], verdict: Verdict, marks: Mapping[int, Stamp | None]) -> Iterator[Section]:
    """From each mark to the next. What stands before the first is a section too, if it says anything."""
    places = sorted(marks)[:MOST_SECTIONS]
    before = [line for line in lines[: places[0]] if verdict.open(line) and line.number != verdict.title]
    if sum(line.words for line in before) >= FEWEST_WORDS:
        yield Section(0, places[0] - 1, None, verdict.title)
    else:
        places[0] = 0
    stamps = [marks[at] for at in sorted(marks)[:MOST_SECTIONS]]
    for at, following, stamp in zip(places, [*places[1:], len(lines)], stamps, strict=True):
        yield Section(at, following - 1, stamp, _headline(lines[at:following], verdict))


def _headline(lines: Sequence[Line], verdict: Verdict) -> int | None:
    """The first line of a section, if it is no running text and some follows."""
    opened = [line for line in lines if verdict.open(line) and line.number != verdict.title]
    if len(opened) > 1 and not opened[0].prose and not opened[0].ends_sentence:
        return opened[0].number
    return None


def dates_of(sections: Sequence[Section], page: Published) -> Iterator[Published]:
    """When each section was published: by its own date, else on the page's day, moved where midnight passed between."""
    day = page.on if page.precision in ("second", "day") else None
    times = [_minutes(section.stamp) for section in sections]
    rising = _rising([time for time in times if time is not None])
    previous: int | None = None
    for section, time in zip(sections, times, strict=True):
        own = _own_date(section.stamp)
        if own is not None:
            yield replace(own, basis="text", evidence=(f"section: {section.stamp.text}" if section.stamp else "",))
            day, previous = own.on, time
            continue
        if day is not None and time is not None:
            if previous is not None and rising is not None and (time < previous if rising else time > previous):
                day += dt.timedelta(days=1 if rising else -1)
            previous = time
        yield _at(section.stamp, day, page)


def _rising(times: Sequence[int]) -> bool | None:
    """Whether a page tells its times forwards (the newest last) or backwards; midnight may lie between two posts."""
    steps = [(later - earlier + DAY // 2) % DAY - DAY // 2 for earlier, later in pairwise(times) if later != earlier]
    forwards = sum(step > 0 for step in steps)
    return None if not steps or 2 * forwards == len(steps) else 2 * forwards > len(steps)


def _minutes(stamp: Stamp | None) -> int | None:
    """The time of a stamp as minutes of its day."""
    published = clocked(dt.date(2000, 1, 2), stamp.clock) if stamp and stamp.clock else None
    if published is None or published.at is None:
        return None
    local = published.at
    if published.utc_offset:
        sign = -1 if published.utc_offset.startswith("-") else 1
        hours, minutes = published.utc_offset[1:].split(":")
        local += sign * dt.timedelta(hours=int(hours), minutes=int(minutes))
    return local.hour * 60 + local.minute


def _own_date(stamp: Stamp | None) -> Published | None:
    """The date of a stamp that states its day, month and year."""
    expression = stamp.expression if stamp else None
    if (
        stamp is None
        or expression is None
        or None in (expression.year, expression.month, expression.day)
        or expression.swapped
    ):
        return None
    assert expression.year is not None
    assert expression.month is not None
    assert expression.day is not None
    if expression.year < 100:
        return None
    try:
        return clocked(dt.date(expression.year, expression.month, expression.day), stamp.clock)
    except ValueError:
        return None


def _at(stamp: Stamp | None, day: dt.date | None, page: Published) -> Published:
    """The page's publication, at the time and on the day of a section."""
    if day is None:
        return page
    if stamp is None or stamp.clock is None:
        return replace(page, on=day) if day == page.on else replace(page, at=None, on=day, precision="day")
    found = clocked(day, stamp.clock)
    return replace(found, basis=page.basis, evidence=(*page.evidence, f"section: {stamp.text}"))
