"""Time expressions: text and a reference day in, the days out."""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.records import Occurrence
from sitrep.timex import find, never_meet, resolve

THURSDAY = dt.date(2024, 1, 18)

# text, the expression found, first day, last day, precision, basis; seen from Thursday 18 January 2024
SEEN = [
    ("THIS PAST TUESDAY GUNMEN", "THIS PAST TUESDAY", "2024-01-16", "2024-01-16", "day", "weekday"),
    ("on January 16, 2024, was a violation", "January 16, 2024", "2024-01-16", "2024-01-16", "day", "explicit"),
    ("on 16 January 2024 the", "16 January 2024", "2024-01-16", "2024-01-16", "day", "explicit"),
    ("December 6 - 2021 JOS", "December 6 - 2021", "2021-12-06", "2021-12-06", "day", "explicit"),
    ("on January 6 - 20 people", "January 6", "2024-01-06", "2024-01-06", "day", "explicit"),
    ("on the 16th of January, 2024 the", "16th of January, 2024", "2024-01-16", "2024-01-16", "day", "explicit"),
    ("district on Jan. 11.AGENCY", "Jan. 11", "2024-01-11", "2024-01-11", "day", "explicit"),
    ("the May 18 ceremony", "May 18", "2023-05-18", "2023-05-18", "day", "explicit"),
    ("SAN SALVADOR, 18 JAN 90 (ACAN)", "18 JAN 90", "1990-01-18", "1990-01-18", "day", "explicit"),
    ("on 17 December, 27 boys were", "17 December", "2023-12-17", "2023-12-17", "day", "explicit"),
    ("on 17 December 27 boys were", "17 December", "2023-12-17", "2023-12-17", "day", "explicit"),
    ("060748Z JAN 24, posts", "060748Z JAN 24", "2024-01-06", "2024-01-06", "day", "explicit"),
    ("on 06JAN2024 and", "06JAN2024", "2024-01-06", "2024-01-06", "day", "explicit"),
    ("on 06-Jan-24 and", "06-Jan-24", "2024-01-06", "2024-01-06", "day", "explicit"),
    ("on Jan-06-2024 and", "Jan-06-2024", "2024-01-06", "2024-01-06", "day", "explicit"),
    ("on 2024-Jan-06 and", "2024-Jan-06", "2024-01-06", "2024-01-06", "day", "explicit"),
    ("BOGOTA, 3 OCT 89 --", "3 OCT 89", "1989-10-03", "1989-10-03", "day", "explicit"),
    ("Updated 2024-01-18 05:38:00", "2024-01-18", "2024-01-18", "2024-01-18", "day", "explicit"),
    ("2023-11-29T10:00:00Z", "2023-11-29", "2023-11-29", "2023-11-29", "day", "explicit"),
    ("on 25/12/2023 at", "25/12/2023", "2023-12-25", "2023-12-25", "day", "explicit"),
    ("on 12/25/2023 at", "12/25/2023", "2023-12-25", "2023-12-25", "day", "explicit"),
    ("on 25.12.2023 at", "25.12.2023", "2023-12-25", "2023-12-25", "day", "explicit"),
    ("on 03/04/2023 at", "03/04/2023", "2023-03-04", "2023-04-03", "month", "explicit"),
    ("Thursday, Dec. 28, 2023, when", "Thursday, Dec. 28, 2023", "2023-12-28", "2023-12-28", "day", "explicit"),
    ("on Tuesday (January 16) that", "Tuesday (January 16", "2024-01-16", "2024-01-16", "day", "explicit"),
    ("In July 2019, the", "July 2019", "2019-07-01", "2019-07-31", "month", "explicit"),
    ("a November 2018 attack", "November 2018", "2018-11-01", "2018-11-30", "month", "explicit"),
    ("in early January", "early January", "2024-01-01", "2024-01-10", "month", "explicit"),
    ("in December they", "December", "2023-12-01", "2023-12-31", "month", "explicit"),
    ("since last July", "last July", "2023-07-01", "2024-01-18", "year", "relative"),
    ("in July last year", "July last year", "2023-07-01", "2023-07-31", "month", "relative"),
    ("since August 15 last year", "August 15 last year", "2023-08-15", "2024-01-18", "year", "relative"),
    ("founded in 2012, which", "2012", "2012-01-01", "2012-12-31", "year", "explicit"),
    ("the 2008 Mumbai attacks", "2008", "2008-01-01", "2008-12-31", "year", "explicit"),
    ("in late 2021", "late 2021", "2021-09-01", "2021-12-31", "year", "explicit"),
    ("from 2019 to 2021", "2019 to 2021", "2019-01-01", "2021-12-31", "unknown", "explicit"),
    ("during 1992-95 war", "1992-95", "1992-01-01", "1995-12-31", "unknown", "explicit"),
    ("on Tuesday, was acknowledged", "Tuesday", "2024-01-16", "2024-01-16", "day", "weekday"),
    ("on Thursday launched", "Thursday", "2024-01-18", "2024-01-18", "day", "weekday"),
    ("last Friday's attack", "last Friday", "2024-01-12", "2024-01-12", "day", "weekday"),
    ("last Thursday's attack", "last Thursday", "2024-01-11", "2024-01-11", "day", "weekday"),
    ("Friday's attack in", "Friday", "2024-01-12", "2024-01-12", "day", "weekday"),
    ("early Thursday, according", "early Thursday", "2024-01-18", "2024-01-18", "day", "weekday"),
    ("before dawn Tuesday, killing", "dawn Tuesday", "2024-01-16", "2024-01-16", "day", "weekday"),
    ("late on Wednesday night", "late on Wednesday night", "2024-01-17", "2024-01-17", "day", "weekday"),
    ("Friday last week", "Friday last week", "2024-01-12", "2024-01-12", "day", "weekday"),
    ("between Monday and Wednesday", "Monday and Wednesday", "2024-01-15", "2024-01-17", "week", "weekday"),
    ("next Monday", "next Monday", "2024-01-22", "2024-01-22", "day", "weekday"),
    ("since Monday,", "Monday", "2024-01-15", "2024-01-18", "week", "weekday"),
    ("on ThursDAY, a", "ThursDAY", "2024-01-18", "2024-01-18", "day", "weekday"),
    ("struck today", "today", "2024-01-18", "2024-01-18", "day", "relative"),
    ("yesterday evening, a", "yesterday evening", "2024-01-17", "2024-01-17", "day", "relative"),
    ("The overnight attacks", "overnight", "2024-01-17", "2024-01-18", "day", "relative"),
    ("\"This morning Pakistan", "This morning", "2024-01-18", "2024-01-18", "day", "relative"),
    ("late last night", "late last night", "2024-01-17", "2024-01-17", "day", "relative"),
    ("tonight", "tonight", "2024-01-18", "2024-01-18", "day", "relative"),
    ("Last week, Tehran", "Last week", "2024-01-08", "2024-01-14", "week", "relative"),
    ("earlier this week the", "this week", "2024-01-15", "2024-01-18", "week", "relative"),
    ("early last month", "early last month", "2023-12-01", "2023-12-10", "month", "relative"),
    ("this year", "this year", "2024-01-01", "2024-01-18", "month", "relative"),
    ("last year", "last year", "2023-01-01", "2023-12-31", "year", "relative"),
    ("over the last few days from", "last few days", "2024-01-11", "2024-01-18", "week", "relative"),
    ("in the past year,", "past year", "2023-01-18", "2024-01-18", "year", "relative"),
    ("in May 2023. It", "May 2023", "2023-05-01", "2023-05-31", "month", "explicit"),
    ("since August. It", "August", "2023-08-01", "2024-01-18", "year", "explicit"),
    ("on Easter Sunday", "Easter Sunday", "2023-04-09", "2023-04-09", "day", "relative"),
    ("on Good Friday", "Good Friday", "2023-04-07", "2023-04-07", "day", "relative"),
    ("a bombing in 2003 killed 36", "2003", "2003-01-01", "2003-12-31", "year", "explicit"),
    ("a bombing on January 8 killed 36", "January 8", "2024-01-08", "2024-01-08", "day", "explicit"),
    ("over the weekend, two", "the weekend", "2024-01-13", "2024-01-14", "day", "relative"),
    ("The weekend attack left", "weekend", "2024-01-13", "2024-01-14", "day", "relative"),
    ("The weekend suicide bombing left", "weekend", "2024-01-13", "2024-01-14", "day", "relative"),
    ("the day before yesterday", "day before yesterday", "2024-01-16", "2024-01-16", "day", "relative"),
    ("on May 3 in 2011", "May 3 in 2011", "2011-05-03", "2011-05-03", "day", "explicit"),
    ("the raid of August 17 of 2005", "August 17 of 2005", "2005-08-17", "2005-08-17", "day", "explicit"),
    ("on May 3 in 12 villages", "May 3", "2023-05-03", "2023-05-03", "day", "explicit"),
    ("on July 9 of last year", "July 9 of last year", "2023-07-09", "2023-07-09", "day", "relative"),
    ("in the past two days", "past two days", "2024-01-16", "2024-01-18", "week", "relative"),
    ("the last 24 hours", "last 24 hours", "2024-01-17", "2024-01-18", "day", "relative"),
    ("three days ago", "three days ago", "2024-01-15", "2024-01-15", "day", "relative"),
    ("two weeks ago today", "two weeks ago today", "2024-01-04", "2024-01-04", "day", "relative"),
    ("the night before last", "night before last", "2024-01-16", "2024-01-16", "day", "relative"),
    ("about a week ago", "a week ago", "2024-01-08", "2024-01-14", "week", "relative"),
    ("two months ago", "two months ago", "2023-11-01", "2023-11-30", "month", "relative"),
    ("10 years ago", "10 years ago", "2014-01-01", "2014-12-31", "year", "relative"),
    ("a few days ago", "a few days ago", "2024-01-11", "2024-01-16", "week", "relative"),
    ("hours ago", "hours ago", "2024-01-17", "2024-01-18", "day", "relative"),
    ("last weekend", "last weekend", "2024-01-13", "2024-01-14", "day", "relative"),
    ("two weeks after May 18, it", "two weeks after May 18", "2023-05-29", "2023-06-04", "week", "explicit"),
    ("a day before January 5", "a day before January 5", "2024-01-04", "2024-01-04", "day", "explicit"),
    ("January 3-5 talks", "January 3-5", "2024-01-03", "2024-01-05", "week", "explicit"),
    ("3 to 5 January 2024", "3 to 5 January 2024", "2024-01-03", "2024-01-05", "week", "explicit"),
    ("from December 30 to January 2", "December 30 to January 2", "2023-12-30", "2024-01-02", "week", "explicit"),
    ("on Christmas Day", "Christmas Day", "2023-12-25", "2023-12-25", "day", "explicit"),
    ("on Monday of last week a", "Monday of last week", "2024-01-08", "2024-01-08", "day", "weekday"),
    ("Last week, on Monday, a", "Last week, on Monday", "2024-01-08", "2024-01-08", "day", "weekday"),
    ("on Sunday night last week", "Sunday night last week", "2024-01-14", "2024-01-14", "day", "weekday"),
    ("the night from Friday to Saturday", "Friday to Saturday", "2024-01-12", "2024-01-13", "day", "weekday"),
    (
        "night of Friday to Saturday, January 6, a",
        "night of Friday to Saturday, January 6",
        "2024-01-05",
        "2024-01-06",
        "day",
        "explicit",
    ),
    ("In 2012 militants stormed it", "2012", "2012-01-01", "2012-12-31", "year", "explicit"),
    ("killed on the 8th.", "8th", "2024-01-08", "2024-01-08", "day", "explicit"),
    ("on the 21st, gunmen", "21st", "2023-12-21", "2023-12-21", "day", "explicit"),
    ("on the 4th of this month", "4th of this month", "2024-01-04", "2024-01-04", "day", "relative"),
    ("on the 4th of last month", "4th of last month", "2023-12-04", "2023-12-04", "day", "relative"),
    ("on New Year's Day", "New Year's Day", "2024-01-01", "2024-01-01", "day", "explicit"),
    ("in the first week of January", "first week of January", "2024-01-01", "2024-01-10", "month", "explicit"),
    ("the last days of November", "last days of November", "2023-11-21", "2023-11-30", "month", "explicit"),
    ("on the eve of 31 April", "31 April", None, None, "unknown", "unknown"),
    ("recently", "recently", None, None, "unknown", "unknown"),
    ("in recent years", "recent years", None, None, "unknown", "unknown"),
    ("in the 1980s", "1980s", "1980-01-01", "1989-12-31", "unknown", "explicit"),
    ("in the 2020s", "2020s", None, None, "unknown", "unknown"),
    ("for the past several years", "past several years", None, None, "unknown", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "first", "last", "precision", "basis"), SEEN, ids=[s[1] for s in SEEN])
def test_seen_from_a_thursday(
    text: str, found: str, first: str | None, last: str | None, precision: str, basis: str
) -> None:
    (expression,) = find(text)
    day = dt.date.fromisoformat
    expected = Occurrence(found, day(first) if first else None, day(last) if last else None, precision, basis)
    assert text[expression.start : expression.end] == found
    assert resolve(expression, THURSDAY) == expected


NOT_TIMES = [
    "it may 12 times have",
    "troops may march on",
    "some 2019 people were displaced",
    "killed 2000 soldiers",
    "a $56 billion corridor of 900 km",
    "the score was 3-1-2",
    "Article 370 and Flight 752",
    "IP 10.10.10.10 said",
    "sun and sat by the sea",
    "the day the week the month",
    "a 25-year-old man",
    "on Sundayé and on Friday中",
    "on the 8th floor and in the 9th brigade",
    "troops of the 4th and 9th Brigades",
    "Sunday Trust and Saturday PUNCH learnt",
    "the 21 March",
]


@pytest.mark.parametrize("text", NOT_TIMES[:-1])
def test_no_time(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize("case", [str.upper, str.lower, str.title])
def test_any_case(case: type[str]) -> None:
    text = case("Gunmen attacked on Tuesday, January 16, 2024, two weeks ago, and last Friday")  # type: ignore[call-arg]
    found = [(e.kind, resolve(e, THURSDAY).date_from) for e in find(text)]
    day = dt.date
    assert found == [("date", day(2024, 1, 16)), ("ago", day(2024, 1, 1)), ("weekday", day(2024, 1, 12))]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2005, six people were killed on May 3.", [2005, 2005]),
        ("In one of its worst attacks in 2005, it set off bombs on the same day, 17 August.", [2005, None, 2005]),
        ("It was calm. In 2005, two died on May 3. Six died on June 4.", [2005, 2005, None]),
        ("In 2005, two died on May 3 and six on June 4, 2006.", [2005, 2005, 2006]),
        ("The group, founded in 1998, killed six on May 3.", [1998, None]),
        ("In 2015, a truce was signed. On May 3 it broke.", [2015, None]),
    ],
)
def test_a_year_at_the_head_of_a_sentence_holds_for_its_days(text: str, years: list[int | None]) -> None:
    assert [time.year for time in find(text)] == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2013 the raids began. A bomb killed nine in that year.", [2013, 2013]),
        ("The raids began in May 2013. In the same year, a bomb killed nine.", [2013, 2013]),
        ("The worst raids were in 2013. Later that year, on May 3, a bomb killed nine.", [2013, 2013, None]),
        ("Raids began last year. A bomb killed nine in that year.", [None, None]),
    ],
)
def test_that_year_is_the_one_named_last(text: str, years: list[int | None]) -> None:
    assert [each.year for each in find(text)] == years


def test_counted_from_the_event_spoken_of() -> None:
    text = "Two days later the army struck. The day before, a convoy was hit. A day after Iran admitted it, it rained."
    found = find(text)
    assert [e.kind for e in found] == ["anaphoric"] * 3
    assert [resolve(e, THURSDAY).date_from for e in found] == [
        dt.date(2024, 1, 20), dt.date(2024, 1, 17), dt.date(2024, 1, 19),
    ]  # fmt: skip


def test_offset_keeps_its_anchor() -> None:
    (expression,) = find("It came two weeks after the May 18 opening.")
    assert expression.anchor is not None
    assert (expression.text, expression.anchor.text) == ("two weeks after the May 18", "May 18")


def test_without_a_reference_only_what_states_its_year_has_days() -> None:
    text = "on Tuesday, yesterday, May 18, last week, January 2020 and 5 May 2019"
    days = [resolve(e, None).date_from for e in find(text)]
    assert days == [None, None, None, None, dt.date(2020, 1, 1), dt.date(2019, 5, 5)]


def test_a_reference_known_to_the_month_gives_the_month() -> None:
    weekday, date = find("on Tuesday and January 12")
    january = dt.date(2024, 1, 1)
    assert resolve(weekday, january, reference_precision="month") == Occurrence(
        "Tuesday", january, dt.date(2024, 1, 31), "month", "weekday"
    )
    assert resolve(date, january, reference_precision="month").date_from == dt.date(2024, 1, 12)


def test_future_tense_looks_ahead() -> None:
    found = find("on Tuesday or May 18 and in March")
    assert [resolve(e, THURSDAY, tense="future").date_from for e in found] == [
        dt.date(2024, 1, 23), dt.date(2024, 5, 18), dt.date(2024, 3, 1),
    ]  # fmt: skip


def test_bounding_words_are_told() -> None:
    assert [(e.text, e.relation) for e in find("since Monday, by Friday, before 2019")] == [
        ("Monday", "since"), ("Friday", "by"), ("2019", "before"),
    ]  # fmt: skip


def test_letters_that_grow_in_lower_case_do_not_shift_offsets() -> None:
    text = "İİİ struck on Tuesday"
    (expression,) = find(text)
    assert text[expression.start : expression.end] == "Tuesday"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("this morning", "last week", True),
        ("yesterday", "on 5 March 2019", True),
        ("today", "on Friday", False),
        ("today", "in 2019", False),
        ("on Tuesday", "last week", False),
    ],
)
def test_times_that_never_meet_whenever_they_were_written(one: str, other: str, *, expected: bool) -> None:
    (a,), (b,) = find(one), find(other)
    assert never_meet(a, b) is never_meet(b, a) is expected
