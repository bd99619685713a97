"""Which of several accounts of one happening gives it its day."""

from __future__ import annotations

import datetime as dt

from sitrep.resolve.consensus import pick_date
from sitrep.resolve.model import Account

AUGUST, NOVEMBER = dt.date(1989, 8, 18), dt.date(1989, 11, 6)


def account(key: str, day: dt.date | None, basis: str, published: dt.date | None) -> Account:
    kind = ("seizure",)
    return Account(key, f"d-{key}", (key,), kind, kind[0], True, day, day, "day", basis, published=published)


def test_a_day_that_a_report_was_lent_yields_to_one_that_is_told() -> None:
    told = account("b", AUGUST, "explicit", AUGUST)
    lent = account("a", NOVEMBER, "corroborated", None)
    assert pick_date([lent, told]) == told


def test_a_lent_day_is_taken_where_nobody_tells_one() -> None:
    lent = account("a", AUGUST, "corroborated", None)
    assert pick_date([lent, account("b", None, "unknown", NOVEMBER)]) == lent


def test_no_lent_day_lies_behind_the_first_report() -> None:
    lent = account("a", NOVEMBER, "corroborated", None)
    assert pick_date([lent, account("b", None, "unknown", AUGUST)]) is None
