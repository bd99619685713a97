"""What a gate says of a frame, in plain values.

What belongs here: the result of an audit. What does not: Great Expectations' own result objects.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one rule found in one frame."""

    suite: str
    rule: str
    level: str  # row: the row goes to quarantine; batch: nothing is published; warn: published, and said
    expectation: str
    column: str | None
    success: bool
    unexpected: int
    observed: str
    reason: str  # why the rule is there
    sample: tuple[Mapping[str, Any], ...] = ()  # the first five offending rows: key and value

    @property
    def severity(self) -> str:
        """As the warehouse says it: blocking (not published against it) or warning."""
        return "warning" if self.level == "warn" else "blocking"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rows that may go on, those that may not (with a column `reasons`), and whether the frame may go on at all."""

    suite: str
    accepted: pd.DataFrame
    quarantined: pd.DataFrame
    results: tuple[CheckResult, ...]

    @property
    def blocked(self) -> bool:
        """Whether a batch rule failed: then nothing of the frame may be published."""
        return any(not one.success and one.level == "batch" for one in self.results)

    @property
    def failures(self) -> tuple[CheckResult, ...]:
        """The rules that did not hold."""
        return tuple(one for one in self.results if not one.success)

    @property
    def blockers(self) -> tuple[CheckResult, ...]:
        """The batch rules that did not hold."""
        return tuple(one for one in self.failures if one.level == "batch")
