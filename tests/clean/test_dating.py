"""Publication dates: what a page says of itself, and what can be worked out."""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.clean import clean, load_rules
from sitrep.clean.instants import parse
from sitrep.clean.terms import bounds
from sitrep.records import Delivery, Published

RULES = load_rules()
AS_OF = dt.date(2026, 11, 20)
BODY = (
    "Gunmen attacked a convoy near the town on Tuesday, killing two soldiers, officials said.\n\nNo group claimed it."
)
UTC = dt.UTC


def published(text: str, **sidecar: str) -> Published:
    (document,) = clean(Delivery("s", "a.txt", text.encode(), "text/plain", sidecar), "d", AS_OF, RULES)
    return document.published


THAT_DAY = dt.date(2024, 1, 18)


def day(year: int, month: int, of_month: int) -> dt.datetime:
    return dt.datetime(year, month, of_month, tzinfo=UTC)


def at(*clock: int, on: int = 18) -> dt.datetime:
    return dt.datetime(2024, 1, on, *clock, tzinfo=UTC)


VALUES = [
    ("2024-01-18", Published(day(2024, 1, 18), THAT_DAY, None, "day")),
    ("2024-01-18T05:38:00Z", Published(at(5, 38), THAT_DAY, "+00:00", "second")),
    ("2024-01-18T02:30:00+05:00", Published(at(21, 30, on=17), THAT_DAY, "+05:00", "second")),
    ("2024-01-18 05:38:00", Published(at(5, 38), THAT_DAY, None, "day")),
    ("Thu, 18 Jan 2024 05:38:00 GMT", Published(at(5, 38), THAT_DAY, "+00:00", "second")),
    ("1705568933", Published(at(9, 8, 53), THAT_DAY, "+00:00", "second")),
    ("20240118", Published(day(2024, 1, 18), THAT_DAY, None, "day")),
    ("2024-01", Published(day(2024, 1, 1), dt.date(2024, 1, 1), None, "month")),
    ("2024", Published(day(2024, 1, 1), dt.date(2024, 1, 1), None, "year")),
    ("January 18, 2024", Published(day(2024, 1, 18), THAT_DAY, None, "day")),
    ("18 January 2024, 4:10 PM IST", Published(at(10, 40), THAT_DAY, "+05:30", "second")),
    ("yesterday", None),
    ("2024-13-45", None),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), VALUES, ids=[value for value, _ in VALUES])
def test_values_of_metadata(value: str, expected: Published | None) -> None:
    assert parse(value) == expected


STAMPS = [
    ("Two hurt in town clash\n2024-01-18 05:38:00\n\n{}", "2024-01-18", "text"),
    ("Two hurt in town clash\nPublished: 18 January 2024 | Updated: 20 January 2024\n\n{}", "2024-01-18", "text"),
    ("Two hurt in town clash\nUpdated 20 Jan 2024\nPublished 18 Jan 2024\n\n{}", "2024-01-18", "text"),
    ("Saturday, 20 Apr, 2024\nTwo hurt in town clash\nUpdate: 2024-01-18 10:40:19\n\n{}", "2024-01-18", "text"),
    ("Thursday, 18 Jan, 2024\nTwo hurt in town clash\nUpdated: 2024-01-20\n\n{}", "2024-01-18", "text"),
    ("Two hurt in town clash\nLast updated January 18th, 2024 5:12 pm\n\n{}", "2024-01-18", "text"),
    ("Two hurt in town clash\nBy R. Roe | The Daily | January 18, 2024\n\n{}", "2024-01-18", "text"),
    ("Two hurt in town clash\nPublished 2 years ago on\nJanuary 18, 2024\n\n{}", "2024-01-18", "text"),
    ("Two hurt in town clash\nThursday, 18 January 2024, 6:10am\n\n{}", "2024-01-18", "text"),
    (" date 2024-01-18 Two hurt in town clash\n\n{}", "2024-01-18", "text"),
    ("ZCZC VNA12 2024-01-18 19:48\nTwo hurt in town clash\n\n{}", "2024-01-18", "text"),
    ("Two hurt in town clash - 2024-01-18\n\n{}", "2024-01-18", "text"),
    ("[18 January 2024] Two hurt in town clash\n\n{}", "2024-01-18", "text"),
    ("{}\n\nThis article was first published on 18 January 2024.", "2024-01-18", "text"),
    ("QUETTA, Pakistan, Jan. 18, 2024 (AP) - {}", "2024-01-18", "text"),
    ("{}\n\nPosted on January 18, 2024", "2024-01-18", "text"),
    ("A convoy burns on Jan. 16. Photo: R. ROE/Getty Images\n\n{} It was rebuilt in 2020.", "2024-01-16", "inferred"),
    ("QUETTA, JAN 16 - {} The road was closed in 2021.", "2024-01-16", "inferred"),
    ("QUETTA, JAN 16 - {} Former Prime Minister Imran Khan condemned it.", "2024-01-16", "inferred"),
    ("QUETTA, NOV 17 - {}", "2026-11-17", "inferred"),
    (
        "{}\n\nA convoy burns on the road to the town, January 16, 2024\n\nThe road was closed for hours after that, "
        "residents told reporters.",
        "2024-01-16",
        "inferred",
    ),
    (
        "A guard stands near the burnt convoy on Tuesday, Jan. 16, 2024. (AP Photo/R. Roe)\n\n{}",
        "2024-01-16",
        "inferred",
    ),
    (
        "{}\n\nA convoy burns on the road to the town, January 17, 2024\n\nThe road was closed for hours after that, "
        "residents told reporters.",
        None,
        "unknown",
    ),
    (
        "{}\n\nA convoy on the road to the town in a file picture, January 16, 2024\n\nThe road was closed for hours "
        "after that, residents told reporters.",
        None,
        "unknown",
    ),
    (
        "A guard stands on the road to the town following an attack, in Sibi, 16 January 2024. R. ROE\n\n"
        "Quetta, Jan 16 (EFE).- {}",
        "2024-01-16",
        "inferred",
    ),
    ("QUETTA, July 29 (Wire) - The army took the post on July 27, 2025. {}", "2025-07-29", "inferred"),
    ("QUETTA, July 30 (Wire) - The post was taken on May 2, 2025, the army said. {}", None, "unknown"),
    ("QUETTA, JAN 16 - {}", None, "unknown"),
    ("Quetta, January 16, 2024. {}", "2024-01-16", "text"),
    ("QUETTA, 16 January 2024. {}", "2024-01-16", "text"),
    ("Two hurt in town clash\n03/04/2024\n\n{}", "2024-04-03", "text"),
    ("Two hurt in town clash\nPosted: 01/02/2024\n\n{}", "2024-01-02", "text"),
    ("Two hurt in town clash\nPosted: 09/08/2024\n\n{}", "2024-01-01", "text"),
    ("Two hurt in town clash\n18 January 2027\n\n{}", None, "unknown"),
    ("Two hurt in town clash\n\n{}", None, "unknown"),
    ("Two hurt in town clash\n\n{} The market was rebuilt after the fire of 16 January 2019.", None, "unknown"),
    ("Two hurt in town clash\n\n{}\n\n© 2019 The Daily. All rights reserved.", None, "unknown"),
]


@pytest.mark.parametrize(("text", "on", "basis"), STAMPS, ids=[text[:60] for text, _, _ in STAMPS])
def test_dates_of_a_page(text: str, on: str | None, basis: str) -> None:
    found = published(text.format(BODY))
    assert (str(found.on) if found.on else None, found.basis) == (on, basis)


def test_an_offset_from_a_dated_event_gives_the_day() -> None:
    text = (
        "The army said Thursday that two men died. It came just two weeks after Governor Marwat opened the bridge.\n\n"
        "Marwat, at the May 18 opening, spoke of peace, with Prime Minister Shehbaz Sharif beside him."
    )
    found = published(text)
    assert (found.on, found.basis, found.precision) == (dt.date(2023, 6, 1), "inferred", "day")
    assert found.evidence == (
        "two weeks after May 18 is a Thursday, the day of the news, in 2023, the only such year with "
        "prime minister shahbaz sharif (PK)",
    )


def test_several_years_are_said_and_none_is_guessed() -> None:
    found = published("QUETTA, JAN 16 - " + BODY)
    assert found.evidence == (
        "JAN 16 is a Tuesday, the day of the news, in 2024, 2018, 2007, 2001, 1996: too many to tell",
    )


def test_the_sidecar_comes_first() -> None:
    found = published("Two hurt in town clash\n18 January 2024\n\n" + BODY, published="2024-01-19T08:00:00+05:00")
    assert (found.on, found.basis, found.utc_offset) == (dt.date(2024, 1, 19), "metadata", "+05:00")
    assert found.evidence == ("sidecar: 2024-01-19T08:00:00+05:00",)


def test_a_sidecar_from_the_future_is_not_believed_but_noted() -> None:
    found = published("Two hurt in town clash\n18 January 2024\n\n" + BODY, published="2031-01-01")
    assert (found.on, found.basis) == (THAT_DAY, "text")
    assert found.evidence[0] == "sidecar: 2031-01-01 (not between 1950-01-01 and 2026-11-20)"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("President Rajapaksa spoke.", (2005, 11), 2022),
        ("President Hafez al-Assad spoke.", (1971, 3), 2025),
        ("Prime Minister Benjamin Netanyahu spoke.", (1996, 6), None),
        ("President Gustavo Petro spoke.", (2022, 8), 2026),
        ("former President Gustavo Petro spoke.", (2026, 8), None),
    ],
)
def test_an_office_that_two_of_one_name_held_dates_to_either(
    text: str, first: tuple[int, int], last: int | None
) -> None:
    found = bounds(text)
    assert found.first is not None
    assert ((found.first.year, found.first.month), found.last.year if found.last else None) == (first, last)
