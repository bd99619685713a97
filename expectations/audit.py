"""The one function of frame and suite: what may go on, what may not, and why.

What belongs here: putting the findings of the rules together into a verdict. What does not: the rules themselves
(suites/), columns that rules need beside those of the frame (derive), Great Expectations (great).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from expectations.derive import derive
from expectations.docs import Keep
from expectations.great import Finding, evaluate
from expectations.suite import Rule, Suite, load_suite
from expectations.verdict import CheckResult, Verdict

SAMPLE = 5
_SHORT = 160  # characters of a value that a person needs to see what is wrong


def audit(
    frame: pd.DataFrame, suite_name: str, context: Mapping[str, Any] | None = None, keep: Keep | None = None
) -> Verdict:
    """Hold a frame against its suite. `context` has what rules compare with: other frames of the stage, `as_of`."""
    suite = load_suite(suite_name)
    frame = frame.reset_index(drop=True)
    if missing := [name for name in suite.key if name not in frame.columns]:
        return Verdict(suite.suite, frame.head(0), frame.head(0), (_shapeless(suite, missing),))
    if frame.empty:
        return Verdict(suite.suite, frame, frame.assign(reasons=None), tuple(_untested(suite)))
    seen = derive(frame, {name for rule in suite.rules for name in rule.columns}, context or {})
    findings = evaluate(seen, suite.suite, suite.rules, keep)
    results = [_result(suite, rule, one, seen) for rule, one in zip(suite.rules, findings, strict=True)]
    reasons = _reasons(suite, findings, seen, "row")
    results += _volume(suite, len(frame), len(reasons))
    blockers = [one.rule for one in results if one.level == "batch" and not one.success]
    if blockers:
        refused = {row: [f"batch_refused: {', '.join(blockers)}"] for row in range(len(frame))}
        reasons = {**refused, **_reasons(suite, findings, seen, "row", "batch")}
    out = frame.loc[sorted(reasons)].assign(reasons=[reasons[row] for row in sorted(reasons)])
    return Verdict(suite.suite, frame.drop(index=list(reasons)).reset_index(drop=True), out, tuple(results))


def _result(suite: Suite, rule: Rule, finding: Finding, frame: pd.DataFrame) -> CheckResult:
    shown = [name for name in dict.fromkeys((*suite.key, *rule.columns)) if name in frame.columns]
    sample = [{name: short(frame.at[row, name]) for name in shown} for row in finding.rows[:SAMPLE]]
    return CheckResult(
        suite=suite.suite,
        rule=rule.id,
        level="batch" if finding.is_broken else rule.level,
        expectation=rule.expectation,
        column=", ".join(rule.columns) or None,
        success=finding.success,
        unexpected=len(finding.rows) or int(not finding.success),
        observed=finding.observed,
        reason=rule.reason,
        sample=tuple(sample),
    )


def _reasons(suite: Suite, findings: list[Finding], frame: pd.DataFrame, *levels: str) -> dict[int, list[str]]:
    """The rows that broke a rule of these levels, each with every such rule, the column and the value."""
    reasons: dict[int, list[str]] = {}
    for rule, finding in zip(suite.rules, findings, strict=True):
        for row in finding.rows if rule.level in levels else ():
            values = ", ".join(f"{name} = {short(frame.at[row, name])!r}" for name in rule.columns)
            reasons.setdefault(row, []).append(f"{rule.id}: {values}")
    return reasons


def _volume(suite: Suite, rows: int, bad: int) -> list[CheckResult]:
    """The batch's own rule: too many bad rows mean that something else than these rows is wrong."""
    if suite.volume is None:
        return []
    limit = suite.volume.share if rows >= suite.volume.minimum else 1.0
    failed = bad == rows or (rows >= suite.volume.minimum and bad / rows > limit)
    return [
        CheckResult(
            suite=suite.suite,
            rule="volume",
            level="batch",
            expectation="share_of_quarantined_rows",
            column=None,
            success=not failed,
            unexpected=bad if failed else 0,
            observed=f"{bad} of {rows} rows quarantined",
            reason=suite.volume.reason,
        )
    ]


def _untested(suite: Suite) -> list[CheckResult]:
    return [
        CheckResult(
            suite=suite.suite,
            rule=rule.id,
            level=rule.level,
            expectation=rule.expectation,
            column=", ".join(rule.columns) or None,
            success=True,
            unexpected=0,
            observed="no rows",
            reason=rule.reason,
        )
        for rule in suite.rules
    ]


def _shapeless(suite: Suite, missing: list[str]) -> CheckResult:
    return CheckResult(
        suite=suite.suite,
        rule="shape",
        level="batch",
        expectation="columns_of_the_key",
        column=", ".join(missing),
        success=False,
        unexpected=len(missing),
        observed=f"columns missing: {', '.join(missing)}",
        reason="Rows without their key cannot be told apart, so none of them can be refused or published.",
    )


def short(value: Any) -> Any:
    """A value as a person is shown it: bytes told by their number, long texts cut."""
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or isinstance(value, bool | int | float):
        return value
    text = str(value)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
