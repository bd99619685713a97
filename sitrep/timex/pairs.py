"""Two time expressions side by side made one: an offset with what it is counted from, a range with its end.

What belongs here: which neighbours are one. What does not: finding each of them (scan.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sitrep.timex.expressions import TimeExpression
from sitrep.timex.words import GAP

BETWEEN = re.compile(rf"{GAP}?(?:-|–|—|to|into|and|until|till|through){GAP}?(?:on{GAP})?(?:the{GAP})?$")
SENTENCE_END = re.compile(r"[.;:!?\n](?:\s|$)")
#: How far an anchor may stand from "two weeks after": the length of a noun phrase.
ANCHOR_REACH = 45
#: Verbs: "hours after a bomb killed two on Sunday" tells of the bomb, "hours after the blast on Sunday" is a time.
TELLS = re.compile(
    r"\b(?:\w+ed|was|were|had|has|have|did|is|are|broke|struck|hit|left|shot|began|took|fell|blew|fled|met|won|said|went"
    r"|came|set|ran|sent|made|gave|held|lost|drove|rose|burst|tore|swept|sank|told)\b",
    re.IGNORECASE,
)


#: "in 2005,", "in one of its worst raids in 2005,": a year that opens a sentence holds for the days told in it.
OPENS_WITH_YEAR = re.compile(r"(?:\A|[.!?][\"”’]?\s+|\n\s*)In (?:[^,.;:!?\n]{0,90}\bin )?\Z")
OPENING = 200  # characters before a year that may lead to it from the head of its sentence
YEAR_REACH = 300  # characters from a year to "that year": some two sentences
WITHIN = re.compile(rf"{GAP}?,?{GAP}?(?:on{GAP})?(?:the{GAP})?", re.IGNORECASE)  # "last week, on Monday"
IN_YEAR = re.compile(rf"{GAP}?,?{GAP}?(?:back{GAP})?(?:in|of|during){GAP}(?:the{GAP}year{GAP})?", re.IGNORECASE)


def with_years(text: str, found: list[TimeExpression]) -> Iterator[TimeExpression]:
    """The days without a year that a year at the head of their sentence gives theirs: 'In 2005, six died on May 3'.

    'That year' and 'the same year' are the one named last, not far before.
    """
    year: TimeExpression | None = None
    last = 0
    named: TimeExpression | None = None
    for each in found:
        if each.kind == "anaphoric" and each.unit == "year" and each.count == 0 and each.part is None:
            near = named is not None and named.year is not None and each.start - named.end <= YEAR_REACH
            if near and named is not None:
                each = replace(each, kind="year", year=named.year, count=None, unit=None, direction=None)
        elif each.kind in ("date", "month", "year") and each.year is not None and each.direction is None:
            named = each
        if year is not None and SENTENCE_END.search(text[last : each.start]):
            year = None
        if each.kind == "year" and each.relation is None and text[each.end : each.end + 1] == ",":
            year = each if OPENS_WITH_YEAR.search(text, max(0, each.start - OPENING), each.start) else None
        is_bare = each.kind == "date" and each.year is None and each.month is not None
        last = each.end - 1  # "3 May." takes in the stop
        yield replace(each, year=year.year) if is_bare and year is not None else each


def joined(text: str, found: list[TimeExpression]) -> Iterator[TimeExpression]:
    """Two neighbours made one where the second is what the first is counted from, or the end of its range."""
    skip = False
    for one, other in pairwise([*found, None]):
        if skip or one is None:
            skip = False
            continue
        if other is not None and _says_which_night(text, one, other):
            continue
        both = _pair(text, one, other) if other else None
        skip = both is not None
        yield both or one


def _says_which_night(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    """'overnight from Thursday to Friday', 'overnight on May 2': the second says which night the first was."""
    if one.kind != "day" or one.part != "overnight" or other.kind not in ("weekday", "date"):
        return False
    return text[one.end : other.start].strip().lower() in ("", "on", "from", "into", "of")


def _pair(text: str, one: TimeExpression, other: TimeExpression) -> TimeExpression | None:
    gap = text[one.end : other.start]
    span = text[one.start : other.end]
    if one.kind == "anaphoric" and one.part == "open" and other.kind in ("date", "weekday", "month", "year", "day"):
        if len(gap) <= ANCHOR_REACH and not SENTENCE_END.search(gap) and "," not in gap and not TELLS.search(gap):
            return replace(one, end=other.end, text=span, kind="offset", part=None, anchor=other)
        return None
    if _is_week(one) and other.kind == "weekday" and other.direction is None and WITHIN.fullmatch(gap):
        return replace(other, start=one.start, text=span, unit="week", direction=one.direction)
    if one.kind == "weekday" and other.kind == "date" and _is_night_to(text, one, other, gap):
        part = None if one.part == "overnight" else one.part
        return replace(one, end=other.end, text=span, kind="range", part=part, anchor=other)
    if one.kind == "date" and one.year is None and other.kind == "year" and IN_YEAR.fullmatch(gap):
        return replace(one, end=other.end, text=span, year=other.year)  # "on May 3 in 2011"
    if one.kind == other.kind and one.kind in ("date", "month", "weekday", "year") and BETWEEN.fullmatch(gap.lower()):
        bounded = "and" not in gap.lower() or _follows_between(text, one.start) or _is_next_day(one, other)
        part = None if one.part == "overnight" else one.part
        return replace(one, end=other.end, text=span, kind="range", part=part, anchor=other) if bounded else None
    return None


def _is_week(one: TimeExpression) -> bool:
    """'last week', 'this week': the week of a day told behind it."""
    return one.kind == "period" and one.unit == "week" and one.count is None and one.direction in ("past", "this")


def _is_night_to(text: str, one: TimeExpression, other: TimeExpression, gap: str) -> bool:
    """'from Wednesday to Thursday, October 3': the days of a night, of which the second is named in full."""
    is_next = one.weekday is not None and other.weekday == (one.weekday + 1) % 7
    between = "and" not in gap.lower() or _follows_between(text, one.start)
    return is_next and between and BETWEEN.fullmatch(gap.lower()) is not None


def _is_next_day(one: TimeExpression, other: TimeExpression) -> bool:
    """'on Thursday and Friday', 'overnight Thursday and Friday': the two days that something took."""
    return one.kind == "weekday" and one.weekday is not None and other.weekday == (one.weekday + 1) % 7


def _follows_between(text: str, start: int) -> bool:
    return re.search(r"\bbetween\s+(?:the\s+)?$", text[max(0, start - 14) : start], re.IGNORECASE) is not None
