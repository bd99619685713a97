"""Verdicts as the ledger keeps them.

What belongs here: from results of rules and refused rows to the ledger's frames. What does not: the ledger itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from expectations import CheckResult
from expectations.stages import Quarantined
from sitrep.store import batches, ledger


def verdict(entry: ledger.Entry, results: Iterable[CheckResult], refused: Iterable[Quarantined]) -> ledger.Verdict:
    """One gate's word, ready for the ledger."""
    checks = [
        {
            "run_id": entry.run_id,
            "batch_id": entry.batch_id,
            "stage": entry.stage,
            "suite": one.suite,
            "expectation": one.rule,
            "column_name": one.column,
            "severity": one.severity,
            "success": one.success,
            "observed": one.observed,
            "unexpected_count": one.unexpected,
            "checked_at": entry.at,
        }
        for one in results
    ]
    rows = [
        {
            "quarantine_id": one.quarantine_id,
            "stage": entry.stage,
            "batch_id": one.batch_id or entry.batch_id,
            "row_key": f"{one.frame}|{one.row_key}",
            "document_id": one.document_id,
            "delivery_id": one.delivery_id,
            "reasons": list(one.reasons),
            "payload": one.payload,
            "status": "open",
            "quarantined_at": entry.at,
        }
        for one in refused
    ]
    return ledger.Verdict(
        entry,
        pd.DataFrame(checks, columns=ledger.CHECK_RESULT.names),
        pd.DataFrame(rows, columns=ledger.QUARANTINE.names),
    )


def as_said(row: Mapping[str, Any]) -> CheckResult:
    """A result of the ledger, of a gate that let its batch through: what failed there were rows, or warnings."""
    suite, rule = str(row["suite"]), str(row["expectation"])
    return CheckResult(
        suite=suite,
        rule=rule,
        level="warn" if row["severity"] == "warning" else "row",
        expectation=rule,
        column=row["column_name"],
        success=bool(row["success"]),
        unexpected=int(row["unexpected_count"]),
        observed=str(row["observed"]),
        reason="",
    )


def refusal(stage: str, blockers: Sequence[CheckResult], run_id: str, version: str | None = None) -> batches.Refusal:
    """Why a batch was refused, as its mark says it."""
    rules = tuple(
        batches.BrokenRule(f"{one.suite}.{one.rule}", one.unexpected, one.observed, one.reason, tuple(one.sample))
        for one in blockers
    )
    return batches.Refusal(stage, rules, run_id, version)
