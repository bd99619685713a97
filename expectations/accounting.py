"""The accounts: nothing that came in may be silently gone.

What belongs here: deliveries and mentions held against what became of them. What does not: rules on values (suites/).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

import pandas as pd

from expectations.audit import SAMPLE
from expectations.verdict import CheckResult


def delivery_account(table: pd.DataFrame, arrived: pd.DataFrame, refused: Collection[str]) -> CheckResult:
    """Deliveries = published + quarantined + duplicates: each that arrived is one of them, once."""
    listed = Counter(table["delivery_id"])
    expected = set(arrived["delivery_id"])
    out = dict(zip(table["delivery_id"], table["outcome"], strict=True))
    problems = [
        *((one, "arrived, but is neither published, quarantined nor duplicate") for one in expected - listed.keys()),
        *((one, "is listed, but never arrived") for one in listed.keys() - expected),
        *((one, f"is listed {times} times") for one, times in listed.items() if times > 1),
        *((one, "is quarantined without a reason") for one in out if out[one] == "quarantined" and one not in refused),
    ]
    outcomes = Counter(table["outcome"])
    told = f"{len(expected)} deliveries = " + " + ".join(
        f"{outcomes.get(name, 0)} {name}" for name in ("published", "quarantined", "duplicate")
    )
    return _result("core.delivery", "delivery_id", "deliveries_accounted", told, problems)


def mention_account(table: pd.DataFrame, documents: pd.DataFrame, extracted: pd.DataFrame) -> CheckResult:
    """Mentions of a published document = those extracted from one of its deliveries, the one that speaks for it.

    Mentions that a gate refused are not among those extracted: they are in quarantine.
    """
    listed = Counter(table["mention_id"])
    published = _mentions(table, "document_id")
    said: dict[str, list[set[str]]] = {}
    for (document, _), mentions in _mentions(extracted, "document_id", "delivery_id").items():
        said.setdefault(document, []).append(mentions)
    problems = [(one, f"is listed {times} times") for one, times in listed.items() if times > 1]
    for document in documents["document_id"]:
        there, options = published.get((document,), set()), said.get(document, [set()])
        if there not in options:
            nearest = min(options, key=lambda one: len(one ^ there))
            problems += [(one, "was extracted, but is neither published nor quarantined") for one in nearest - there]
            problems += [(one, "is published, but was not extracted") for one in there - nearest]
    return _result("core.mention", "mention_id", "mentions_accounted", f"{len(listed)} mentions", problems)


def _mentions(frame: pd.DataFrame, *keys: str) -> dict[tuple[str, ...], set[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for mention, *key in zip(frame["mention_id"], *(frame[name] for name in keys), strict=True):
        found.setdefault(tuple(key), set()).add(mention)
    return found


def _result(suite: str, key: str, rule: str, told: str, problems: Iterable[tuple[str, str]]) -> CheckResult:
    found = sorted(problems)
    return CheckResult(
        suite=suite,
        rule=rule,
        level="batch",
        expectation="nothing is silently gone",
        column=key,
        success=not found,
        unexpected=len(found),
        observed=told,
        reason="What is neither published nor in quarantine with a reason is lost, and nobody would know.",
        sample=tuple({key: one, "problem": problem} for one, problem in found[:SAMPLE]),
    )
