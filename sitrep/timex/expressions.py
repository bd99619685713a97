"""The plain record of one time expression: what the words say, before any reference day is known."""

from __future__ import annotations

from dataclasses import dataclass

#: What an expression is. "date": a day of a month; "month"; "year"; "weekday"; "day": today, yesterday, overnight;
#: "period": last week, this year, the past two days; "ago": N units ago; "offset": N units before or after an anchor;
#: "anaphoric": the day before, two days later (counted from something the text speaks of, not from publication);
#: "range": two ends; "vague": recently, in the 1980s, in recent years (no days can be given).
KINDS = ("date", "month", "year", "weekday", "day", "period", "ago", "offset", "anaphoric", "range", "vague")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of text that says when, with the parts that it states; nothing is filled in."""

    start: int
    end: int
    text: str
    kind: str
    year: int | None = None  # as stated; two digits are kept as such (below 100)
    month: int | None = None
    day: int | None = None
    swapped: bool = False  # day and month may be the other way round: 03/04/2024
    weekday: int | None = None  # Monday is 0
    count: int | None = None  # None with a unit: "several", "a few"
    unit: str | None = None  # hour day week month year weekend night decade
    direction: str | None = None  # past, future, this
    part: str | None = None  # early mid late morning afternoon evening night
    relation: str | None = None  # the word before it, where it bounds: since until before after by from
    anchor: TimeExpression | None = None  # of an offset: what it is counted from; of a range: its last end
