"""Finding time expressions: one scan for the words that carry them, then a small pattern at each.

What belongs here: what each pattern says of the expression. What does not: what is found by them alone (patterns.py),
what the days are (meaning.py).
The text is read in lower case, of the same length, so that upper-case wires are read like any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sitrep.timex.expressions import TimeExpression
from sitrep.timex.pairs import joined, with_years
from sitrep.timex.patterns import (
    AFTER_UNIT,
    BEFORE_UNIT,
    BEFORE_UNIT_BEGINS,
    BEFORE_UNIT_ENDS,
    BETWEEN_WORDS,
    BOUND_WORDS,
    BY_DIGITS,
    DAY_FIRST,
    DAY_PARTS,
    FEAST,
    FEAST_WORDS,
    GLUED_MONTH_FIRST,
    GLUED_TRIGGER,
    ISO,
    KILLED_SO_MANY,
    LEADING,
    LEFT,
    LEFT_BEGINS,
    LEFT_ENDS,
    LEFT_WORDS,
    LONE_DAY,
    LOOK_BACK,
    MONTH_FIRST,
    MONTH_ONLY,
    NAMED_DAYS,
    NIGHT_FROM,
    NUMERIC,
    OF_MONTH,
    ON_THE,
    ORDINAL_OF,
    PAPER,
    PART,
    TRIGGER,
    WEEK_OF,
    WEEKDAY_DATE,
    WEEKDAY_ONLY,
    YEARS,
)
from sitrep.timex.words import (
    BOUNDS,
    COUNTED,
    DEICTIC,
    DIRECTIONS,
    FEASTS,
    GAP,
    LEADING_WORDS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    SHORT_WEEKDAYS,
    UNITS,
    VAGUE_NUMBERS,
    VERB_MONTHS,
    WEEKDAYS,
)

Reader = Callable[[str, str, int, str], TimeExpression | None]


def find(text: str, within: Sequence[tuple[int, int]] | None = None) -> tuple[TimeExpression, ...]:
    """All time expressions of a text in order, none inside another; an offset holds its anchor, a range its end.

    Where it is known in which of its pieces, blank to blank, one may begin, they alone are looked at."""
    singles = _singles(text, _lowered(text), [(0, len(text))] if within is None else within)
    return tuple(with_years(text, list(joined(text, singles)))) if singles else ()


def may_begin(piece: str) -> bool:
    """Whether a time expression may begin in what stands between two blanks."""
    return TRIGGER.search(_lowered(piece) + " ") is not None


def _lowered(text: str) -> str:
    """The text in lower case, every character at its old place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _singles(text: str, low: str, within: Sequence[tuple[int, int]]) -> list[TimeExpression]:
    singles: list[TimeExpression] = []
    done = 0
    # each piece with the blank behind it
    for trigger in [hit for begin, end in within for hit in TRIGGER.finditer(low, begin, end + 1)]:
        if trigger.start() < done:
            continue
        word = trigger.group()
        read = _number if trigger.lastgroup == "number" else READERS[word]
        found = read(text, low, trigger.start(), word)
        if found is None:
            continue
        if found.start < done:
            found = replace(found, start=trigger.start(), text=text[trigger.start() : found.end])
        done = found.end
        singles.append(found)
        if found.kind == "date" and (glued := _glued(text, low, done)):
            done = glued.end
            singles.append(glued)
    return singles


def _glued(text: str, low: str, at: int) -> TimeExpression | None:
    """A date that begins where another ends, with nothing between."""
    trigger = GLUED_TRIGGER.match(low, at)
    if trigger is None:
        return None
    read = _number if trigger.lastgroup == "number" else READERS[trigger.group()]
    found = read(text, low, at, trigger.group())
    return found if found and found.kind == "date" and found.year else None


def _make(
    text: str,
    low: str,
    start: int,
    end: int,
    kind: str,
    *,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    swapped: bool = False,
    weekday: int | None = None,
    count: int | None = None,
    unit: str | None = None,
    direction: str | None = None,
    part: str | None = None,
) -> TimeExpression:
    """An expression with the bounding word before it (since, until ...), which stays outside its text."""
    begin = max(0, start - LOOK_BACK)
    may_bound = any(word.endswith(BOUND_WORDS) for word in low[begin:start].rsplit(None, 2)[-2:])
    leading = LEADING.search(low, begin, start) if may_bound else None
    relation = BOUNDS.get(leading["word"]) if leading else None
    return TimeExpression(
        start, end, text[start:end], kind, year, month, day, swapped, weekday, count, unit, direction, part, relation
    )


def _month_of(name: str) -> int:
    return MONTHS[name.rstrip(".")]


def _year_of(stated: str | None) -> int | None:
    return int(stated.lstrip("'’")) if stated else None


def _which(match: re.Match[str]) -> str | None:
    word = match.groupdict().get("which")
    return DIRECTIONS[word] if word else None


def _left(low: str, start: int) -> re.Match[str] | None:
    """The words just before an expression that belong to it: last, early, late on, the end of."""
    begin = max(0, start - LOOK_BACK)
    before = low[begin:start]
    if not before.rstrip(BETWEEN_WORDS).endswith(LEFT_ENDS) or not any(word in before for word in LEFT_WORDS):
        return None  # as nearly everywhere
    best = None
    for match in LEFT_BEGINS.finditer(before):
        best = LEFT.fullmatch(low, begin + match.start(), start)
        if best:
            return best
    return None


def _dated(text: str, low: str, start: int, match: re.Match[str], weekday: int | None) -> TimeExpression | None:
    """A day of a month, or two of them as a range."""
    day = int(re.sub(r"\D", "", match["day"]))
    if not 1 <= day <= 31:
        return None
    year, month = _year_of(match["year"]), _month_of(match["month"])
    which = _which(match)
    first = _make(
        text, low, start, match.end(), "date", day=day, weekday=weekday, year=year, month=month, direction=which
    )
    if not match.groupdict().get("last"):
        return first
    last = replace(first, day=int(re.sub(r"\D", "", match["last"])), weekday=None)
    return replace(first, kind="range", anchor=replace(last, kind="date"))


def _month(text: str, low: str, start: int, word: str) -> TimeExpression | None:
    if match := GLUED_MONTH_FIRST.match(low, start) or MONTH_FIRST.match(low, start):
        found = _dated(text, low, start, match, None)
        if found:
            return found
    match = MONTH_ONLY.match(low, start)
    if match is None:
        return None
    left = _left(low, start)
    plain = not (match["year"] or match["which"] or left)
    if plain and not _stands_as_month(text, low, start, word):
        return None
    if ordinal := ORDINAL_OF.search(low, max(0, start - LOOK_BACK), start):
        month, day, year = _month_of(match["month"]), ORDINALS[ordinal["day"]], _year_of(match["year"])
        return _make(text, low, ordinal.start(), match.end(), "date", month=month, day=day, year=year)
    year, end = _year_of(match["year"]), match.end()
    if week := WEEK_OF.search(low, max(0, start - LOOK_BACK), start):
        month, part = _month_of(match["month"]), week.lastgroup
        return _make(text, low, week.start(), end, "month", month=month, year=year, direction=_which(match), part=part)
    which = _which(match) or (DIRECTIONS[w] if left and (w := left["which2"] or left["which"]) else None)
    begin = left.start() if left else start
    part = PARTS[left["part"]] if left and left["part"] else None
    return _make(text, low, begin, end, "month", month=_month_of(match["month"]), year=year, direction=which, part=part)


def _stands_as_month(text: str, low: str, start: int, word: str) -> bool:
    """May and March, and all short names, are months by themselves only where the words around say so."""
    if word not in VERB_MONTHS and len(word) > 3:
        return True
    leading = LEADING.search(low, max(0, start - LOOK_BACK), start)
    return bool(leading and leading["word"] in LEADING_WORDS and text[start].isupper())


def _weekday(text: str, low: str, start: int, word: str) -> TimeExpression | None:
    number, begin = WEEKDAYS[word], max(0, start - LOOK_BACK)
    may_be_feast = low[begin:start].rstrip().endswith(FEAST_WORDS)
    if may_be_feast and (feast := FEAST.search(low, begin, start)):
        days = FEASTS.get((feast["feast"], number))
        kind = "vague" if days is None else "feast"
        return _make(text, low, feast.start(), start + len(word), kind, weekday=number, count=days)
    if (prefix := WEEKDAY_DATE.match(low, start)) and (dated := _date_at(text, low, start, prefix.end(), number)):
        return dated
    if word in SHORT_WEEKDAYS and not (text[start : start + len(word)].istitle() and len(word) > 3):
        return None
    match = WEEKDAY_ONLY.match(low, start)
    if match is None or PAPER.match(text, start):  # "sundayé": a letter that the trigger does not know goes on
        return None
    left = _left(low, start)
    which = _which(match) or (DIRECTIONS[w] if left and (w := left["which2"] or left["which"]) else None)
    part = match["part"] or (left["part"] if left else None)
    unit = "week" if match["which"] else None
    begin = left.start() if left else start
    part = PARTS[part] if part else None
    found = _make(text, low, begin, match.end(), "weekday", weekday=number, direction=which, unit=unit, part=part)
    return replace(found, relation=None) if begin < start and part in DAY_PARTS else found  # before dawn Tuesday


def _date_at(text: str, low: str, start: int, at: int, weekday: int) -> TimeExpression | None:
    """The date that follows a weekday's name: "Thursday, Jan. 18", "Thursday (18 January 2024)"."""
    match = MONTH_FIRST.match(low, at) or DAY_FIRST.match(low, at)
    if match:
        return _dated(text, low, start, match, weekday)
    numeric = _numeric(text, low, at)
    return replace(numeric, start=start, text=text[start : numeric.end], weekday=weekday) if numeric else None


def _number(text: str, low: str, start: int, word: str) -> TimeExpression | None:
    end = start + len(word)
    if low[end : end + 1] in ("-", "/", ".") and (found := _numeric(text, low, start)) is not None:
        return found
    for pattern in BY_DIGITS.get(len(word), ()):
        if match := pattern.match(low, start):
            return _dated(text, low, start, match, None)
    return _years(text, low, start) if len(word) == 4 else _lone_day(text, low, start) if len(word) < 3 else None


def _lone_day(text: str, low: str, start: int) -> TimeExpression | None:
    """'on the 8th': a day of a month that is not named."""
    match = LONE_DAY.match(low, start)
    if match is None or not 1 <= int(match["day"]) <= 31 or not ON_THE.search(low, max(0, start - LOOK_BACK), start):
        return None
    return _make(text, low, start, match.end(), "date", day=int(match["day"]), direction=_which(match))


def _numeric(text: str, low: str, start: int) -> TimeExpression | None:
    """Dates in figures alone. Where day and month may be the other way round, it is said so."""
    if match := ISO.match(low, start):
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        return _make(text, low, start, match.end(), "date", year=year, month=month, day=day) if day else None
    match = NUMERIC.match(low, start)
    if match is None:
        return None
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    day, month = (b, a) if b > 12 else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    dotted = match[2] == "."  # 03.04.2024 is written day first
    swapped = a <= 12 and b <= 12 and a != b and not dotted
    return _make(text, low, start, match.end(), "date", year=year, month=month, day=day, swapped=swapped)


VERB_AND_COUNT = re.compile(rf"{GAP}{KILLED_SO_MANY}")
WEEKEND_DEED = re.compile(
    rf"(?:'s)?(?:{GAP}[a-z]+){{0,2}}{GAP}(?:attacks?|raids?|violence|bombings?|(?:air-?)?strikes?|clash(?:es)?|shootings?|killings?|massacres?|ambush(?:es)?|blasts?"
    rf"|explosions?|assaults?|shelling|riots?|unrest|protests?|fighting|battles?|gun-?(?:battles?|fights?)"
    rf"|kidnappings?|abductions?|arrests?|rampage|bloodshed|incursions?|offensive|operations?|demonstrations?|rall(?:y|ies))\b"
)  # "the weekend attack", "the weekend suicide bombing"
IN_YEAR = re.compile(rf"\b(?:in|of){GAP}(?:(?:early|mid|late)(?:-|{GAP}))?$")
#: "In 2012 militants stormed it": so no sentence opens that counts them.
OPENS = re.compile(rf"(?:\A|[.!?:;\n][\"\u201d\u2019']?{GAP}?)in{GAP}$")
CENTURIES = ("19", "20")
COUNT_AFTER = re.compile(rf"-|{GAP}(?:{COUNTED})\b")
YEAR_BEFORE = re.compile(
    rf"(?:\b(?:in|since|during|of|from|by|until|till|before|after|between|to|and|late|early|mid|the|for|year|circa|a|an|his|"
    rf"their|its|s){GAP}|[(,]{GAP}?|mid-|-)$"
)


def _years(text: str, low: str, start: int) -> TimeExpression | None:
    """A year by itself, where the words around do not make it a count; a span of years; a decade."""
    match = YEARS.match(low, start)
    if match is None:
        return None
    if not match["last"] and COUNT_AFTER.match(low, match.end()) and not _is_told_of(low, start, match.end()):
        return None
    if re.match(r"[\w,.:][0-9]", low[match.end() : match.end() + 2]):
        return None
    if not YEAR_BEFORE.search(low, max(0, start - 12), start):
        return None
    year = int(match["first"])
    if match["decade"]:
        return _make(text, low, start, match.end(), "vague", year=year, unit="decade")
    left = _left(low, start)
    begin, part = (left.start(), PARTS[left["part"]]) if left and left["part"] else (start, None)
    first = _make(text, low, begin, match.end(), "year", year=year, part=part)
    if not match["last"]:
        return first
    last = int(match["last"]) if len(match["last"]) == 4 else year - year % 100 + int(match["last"])
    return replace(first, kind="range", anchor=replace(first, year=last)) if last > year else None


def _is_told_of(low: str, start: int, end: int) -> bool:
    """'a bombing in 2003 killed 36', 'In 2003 rebels raided it': a year, and no count of those killed."""
    if IN_YEAR.search(low, max(0, start - LOOK_BACK), start) is None:
        return False
    opens = OPENS.search(low, max(0, start - LOOK_BACK), start) is not None and low.startswith(CENTURIES, start)
    return opens or bool(VERB_AND_COUNT.match(low, end))


def _deictic(text: str, low: str, start: int, word: str) -> TimeExpression | None:
    _, _, part = DEICTIC[word]
    end = start + len(word)
    if after := re.compile(rf"{GAP}(?:{PART})\b").match(low, end):
        part, end = PARTS[after.group().split()[-1]], after.end()
    left = _left(low, start)
    begin = left.start() if left and left["part"] and not left["which"] else start
    if word == "yesterday" and low.endswith("day before ", 0, start):
        return _make(text, low, start - 11, end, "ago", count=2, unit="day", direction="past")
    return _make(text, low, begin, end, "day", part=part, direction=word)


def _unit(text: str, low: str, start: int, word: str) -> TimeExpression | None:
    """Expressions around a unit: three days ago, last week, the next day, two weeks after."""
    unit, end = UNITS[word], start + len(word)
    if unit == "weekend" and low.endswith(("over the ", "at the ", "during the "), 0, start):
        return _make(text, low, start - 4, end, "period", unit=unit, direction="past")
    if unit == "weekend" and WEEKEND_DEED.match(low, end):
        return _make(text, low, start, end, "period", unit=unit, direction="past")
    if word == "night" and low.startswith(" before last", end):
        return _make(text, low, start, end + 12, "ago", count=2, unit="day", direction="past")
    if word == "day" and (named := _named_day(text, low, start, end)) is not None:
        return named
    if word == "minute" and low.endswith("last ", 0, start):
        return None  # "a last minute report"
    if word in ("day", "night", "week", "month", "year") and low.endswith(" that ", 0, start):
        unit = "day" if word == "night" else word
        return _make(text, low, start - 5, end, "anaphoric", count=0, unit=unit, direction="future")
    if low.startswith(" before yesterday", end) or _is_read_behind(low, word, end):
        return None  # read at "yesterday"
    before = _before_unit(low, start)
    after = AFTER_UNIT.match(low, end)
    count, vague = _count(before, word)
    placed = before is not None and before["which"] is not None and (after is None or after.lastgroup == "after")
    if after and not placed and (count or vague or word.endswith("s") or low.endswith("the ", 0, start)):
        return _counted(text, low, start, before, after, unit, count)
    if before is None or not before["which"]:
        return _within(text, low, start, word)
    return _named_period(text, low, start, end, before, unit, count, vague)


def _named_day(text: str, low: str, start: int, end: int) -> TimeExpression | None:
    """New Year's Day, May Day."""
    name, month, day = next((each for each in NAMED_DAYS if low.endswith(each[0], 0, start)), ("", 0, 0))
    return _make(text, low, start - len(name), end, "date", month=month, day=day) if name else None


def _is_read_behind(low: str, word: str, end: int) -> bool:
    """Whether the days or the month behind say it: 'the night from Friday to Saturday', 'the last days of April'."""
    pattern = NIGHT_FROM if word == "night" else OF_MONTH if word in ("week", "weeks", "days") else None
    return pattern is not None and pattern.match(low, end) is not None


_IN_THE = re.compile(rf"\b(?:later|earlier){GAP}in{GAP}the{GAP}$")


def _within(text: str, low: str, start: int, word: str) -> TimeExpression | None:
    """Later in the day, earlier in the week: within what was told of, or within that of the writing."""
    begun = _IN_THE.search(low, max(0, start - LOOK_BACK), start) if low.endswith(" in the ", 0, start) else None
    end = start + len(word)
    if begun is None or word not in ("day", "week", "month", "year"):
        return None
    if word == "day":
        return _make(text, low, begun.start(), end, "anaphoric", count=0, unit="day", direction="future")
    return _make(text, low, begun.start(), end, "period", unit=UNITS[word], direction=DIRECTIONS["this"])


def _before_unit(low: str, start: int) -> re.Match[str] | None:
    """The longest run of words before a unit that counts or places it."""
    begin = max(0, start - LOOK_BACK)
    if not low[begin:start].rstrip(BETWEEN_WORDS).endswith(BEFORE_UNIT_ENDS):
        return None  # as "one of the days"
    for match in BEFORE_UNIT_BEGINS.finditer(low[begin:start]):
        found = BEFORE_UNIT.fullmatch(low, begin + match.start(), start)
        if found and (found["which"] or found["count"]):
            return found
    return None


def _count(before: re.Match[str] | None, word: str) -> tuple[int | None, bool]:
    """How many units, or that there are several without a number."""
    stated = before["count"] if before else None
    times = 2 if word == "fortnight" else 1
    if stated is None:
        return None, False
    if stated in VAGUE_NUMBERS:
        return None, True
    return (int(stated) if stated.isdigit() else NUMBERS[stated]) * times, False


def _counted(
    text: str, low: str, start: int, before: re.Match[str] | None, after: re.Match[str], unit: str, count: int | None
) -> TimeExpression:
    begin = before.start() if before else start
    if before is None and low.endswith("the ", 0, start):
        begin, count = start - 4, 1
    named = after.lastgroup or "ago"
    if named == "ago" and unit == "week" and count and low.startswith(" today", after.end()):
        return _make(text, low, begin, after.end() + 6, "ago", count=7 * count, unit="day", direction="past")
    if named == "ago":
        return _make(text, low, begin, after.end(), "ago", count=count, unit=unit, direction="past")
    direction = "past" if named == "earlier" else "future"
    ends = low[after.end() : after.end() + 1] in ("", ".", ",", ";", ")", '"')  # "was shot dead the day before."
    counts_on = after.group().endswith((" to", " than")) or (after.group().endswith(" before") and not ends)
    part = "open" if named == "after" or counts_on else None
    return _make(text, low, begin, after.end(), "anaphoric", count=count, unit=unit, direction=direction, part=part)


_THE = re.compile(r"(?:\W|\A)?the $")
_LATER_THE = re.compile(rf"\b(?:later|earlier)(?:{GAP}on)?{GAP}(?:the|that){GAP}$")  # "later the same day"


def _named_period(
    text: str, low: str, start: int, end: int, before: re.Match[str], unit: str, count: int | None, vague: bool
) -> TimeExpression | None:
    """Last week, this year, the past two days, the same day, in recent months."""
    which, begin = before["which"], before.start()
    if which == "recent":
        return _make(text, low, begin, end, "vague", unit=unit)
    direction = DIRECTIONS[which]
    if unit == "day" and count is None and which in ("previous", "preceding", "following", "next", "same"):
        step = {"past": -1, "same": 0}.get(direction, 1)
        if (later := _LATER_THE.search(low, max(0, begin - LOOK_BACK), begin)) is not None:
            begin = later.start()
        elif _THE.match(low, max(0, begin - 5), begin) is not None and not low.startswith(("'", "\u2019"), end):
            begin -= 4  # "in an attack the same day, four were shot"
        return _make(text, low, begin, end, "anaphoric", count=abs(step), unit=unit, direction=_sign(step))
    if direction == "same":
        return _make(text, low, begin, end, "anaphoric", count=0, unit=unit, direction="future")
    left = _left(low, begin)
    part = PARTS[left["part"]] if left and left["part"] else None
    begin = left.start() if left and part else begin
    plural = low[start:end].endswith("s")
    kind = "vague" if plural and count is None and not (vague and unit == "day") else "period"
    count = 1 if which == "past" and count is None and not plural else count
    direction = "future" if direction == "after" else direction
    return _make(text, low, begin, end, kind, count=count, unit=unit, direction=direction, part=part)


def _sign(step: int) -> str:
    return "past" if step < 0 else "future"


def _part_of_day(text: str, low: str, start: int, word: str) -> TimeExpression | None:
    """This morning, last night: a part of the day of writing or of the one before."""
    if (earlier := _evening_before(text, low, start, word)) is not None:
        return earlier
    left = re.compile(rf"(?:this|last|late{GAP}last|next|following|previous|preceding){GAP}$").search(
        low, max(0, start - LOOK_BACK), start
    )
    if left is None:
        return None
    if left.group().startswith(("next", "following", "pre")):  # "the previous night": before what was told
        end, part, step = start + len(word), PARTS[word], -1 if left.group().startswith("pre") else 1
        begin = left.start() - 4 * low.endswith("the ", 0, left.start())
        return _make(text, low, begin, end, "anaphoric", count=1, unit="day", direction=_sign(step), part=part)
    day = "yesterday" if "last" in left.group() else "today"
    return _make(text, low, left.start(), start + len(word), "day", part=PARTS[word], direction=day)


def _evening_before(text: str, low: str, start: int, word: str) -> TimeExpression | None:
    """'the evening before', 'the night earlier': of the day before the one spoken of."""
    match = re.compile(rf"{GAP}(?:before|earlier)(?!{GAP}(?:[\w’']))").match(low, start + len(word))
    if match is None or not low.endswith("the ", 0, start):
        return None
    part = PARTS[word]
    return _make(text, low, start - 4, match.end(), "anaphoric", count=1, unit="day", direction="past", part=part)


def _night(text: str, low: str, start: int, word: str) -> TimeExpression | None:
    return _part_of_day(text, low, start, word) or _unit(text, low, start, word)


def _vague(text: str, low: str, start: int, word: str) -> TimeExpression | None:
    return _make(text, low, start, start + len(word), "vague")


def _christmas(text: str, low: str, start: int, word: str) -> TimeExpression | None:
    match = re.compile(rf"{word}{GAP}(eve|day)\b").match(low, start)
    if match is None:
        return None
    return _make(text, low, start, match.end(), "date", month=12, day=24 if match[1] == "eve" else 25)


NEW_YEAR = re.compile(rf"new{GAP}years?(?:['\u2019]s|s['\u2019])?{GAP}(eve|day)\b")


def _new_year(text: str, low: str, start: int, _word: str) -> TimeExpression | None:
    match = NEW_YEAR.match(low, start)
    if match is None:
        return None
    month, day = (12, 31) if match[1] == "eve" else (1, 1)
    return _make(text, low, start, match.end(), "date", month=month, day=day)


READERS: dict[str, Reader] = {
    **dict.fromkeys(MONTHS, _month),
    **dict.fromkeys(WEEKDAYS, _weekday),
    **dict.fromkeys(UNITS, _unit),
    **dict.fromkeys(DEICTIC, _deictic),
    **dict.fromkeys(("morning", "afternoon", "evening"), _part_of_day),
    "night": _night,
    "recently": _vague,
    "christmas": _christmas,
    "new": _new_year,
}
