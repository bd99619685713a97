"""Every rule of every suite: it holds for good rows, and refuses the row that it says it refuses."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from expectations import Rule, Suite, audit, load_suite, suite_names
from tests.expectations.good_rows import CONTEXT, good_frame

RULES = [
    pytest.param(load_suite(name), rule, id=f"{name}.{rule.id}")
    for name in suite_names()
    for rule in load_suite(name).rules
]


@pytest.mark.parametrize("name", suite_names())
def test_good_rows_pass(name: str) -> None:
    frame = good_frame(load_suite(name))
    verdict = audit(frame, name, CONTEXT)
    assert [(one.rule, one.observed) for one in verdict.failures] == []
    assert len(verdict.accepted) == 2


@pytest.mark.parametrize(("suite", "rule"), RULES)
def test_the_rule_refuses_what_it_says(suite: Suite, rule: Rule) -> None:
    verdict = audit(broken(good_frame(suite), rule), suite.suite, CONTEXT)
    found = {one.rule: one for one in verdict.results}[rule.id]
    assert not found.success
    assert found.sample
    assert verdict.blocked == (rule.level == "batch")
    if rule.level == "row":
        assert len(verdict.accepted) == 1
        assert any(reason.startswith(f"{rule.id}: ") for reason in verdict.quarantined["reasons"].iloc[0])


def broken(frame: pd.DataFrame, rule: Rule) -> pd.DataFrame:
    """The frame with the rule's bad values: in both rows where it gives two or is a rule on rates, else in one."""
    columns = {name: list(frame[name]) if name in frame else [None, None] for name in {*frame, *rule.refuses}}
    for name, value in rule.refuses.items():
        both = list(value) if isinstance(value, list) else [value, value]
        columns[name] = both if isinstance(value, list) or "mostly" in rule.args else [both[0], columns[name][1]]
    return pd.DataFrame({name: _series([_day(one) for one in values]) for name, values in columns.items()})


def _day(value: Any) -> Any:
    return value.date() if isinstance(value, dt.datetime) else value


def _series(values: list[Any]) -> pd.Series:
    given = [one for one in values if one is not None]
    are_whole = given and all(isinstance(one, int) and not isinstance(one, bool) for one in given)
    return pd.Series(values, dtype="Int64" if are_whole else None)
