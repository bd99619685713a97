"""The ledger: every verdict is kept, and a row's status follows from the verdicts that came after."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from sitrep.store import ledger
from sitrep.store.home import Home

NOON = dt.datetime(2024, 3, 10, 12, tzinfo=dt.UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).open()


def verdict(minute: int, stage: str, batch: str, *rows: str, covers: tuple[str, ...] | None = None) -> ledger.Verdict:
    at = NOON + dt.timedelta(minutes=minute)
    entry = ledger.Entry(stage, batch, f"run-{minute}", at, False, (batch,) if covers is None else covers)
    refused = [
        {
            "quarantine_id": f"{stage}-{batch}-{row}",
            "stage": stage,
            "batch_id": batch,
            "row_key": row,
            "reasons": ["rule: x = 1"],
            "payload": "{}",
            "status": "open",
            "quarantined_at": at,
        }
        for row in rows
    ]
    checks = [{"run_id": entry.run_id, "stage": stage, "suite": "s", "expectation": "rule", "success": not rows}]
    return ledger.Verdict(
        entry,
        pd.DataFrame(checks).reindex(columns=ledger.CHECK_RESULT.names),
        pd.DataFrame(refused).reindex(columns=ledger.QUARANTINE.names),
    )


def statuses(home: Home) -> dict[str, str]:
    rows = ledger.quarantine(ledger.verdicts(home), ledger.dismissals(home))
    return dict(zip(rows["row_key"], rows["status"], strict=True))


def test_an_empty_ledger_has_the_columns(home: Home) -> None:
    assert list(ledger.check_results(ledger.verdicts(home)).columns) == ledger.CHECK_RESULT.names
    assert statuses(home) == {}


def test_every_verdict_is_kept_in_order(home: Home) -> None:
    for one in (verdict(2, "raw_text", "b2"), verdict(1, "raw_text", "b1", "x")):
        ledger.append_verdict(home, one)
    known = ledger.verdicts(home)
    assert [one.entry.run_id for one in known] == ["run-1", "run-2"]
    assert ledger.check_results(known)["success"].tolist() == [False, True]


def test_a_row_that_a_later_verdict_lets_through_is_replayed(home: Home) -> None:
    ledger.append_verdict(home, verdict(1, "raw_text", "b1", "x", "y"))
    ledger.append_verdict(home, verdict(2, "raw_text", "b1", "y"))
    assert statuses(home) == {"x": "replayed", "y": "open"}


def test_a_verdict_on_another_batch_or_stage_says_nothing_of_a_row(home: Home) -> None:
    ledger.append_verdict(home, verdict(1, "raw_text", "b1", "x"))
    ledger.append_verdict(home, verdict(2, "raw_text", "b2"))
    ledger.append_verdict(home, verdict(3, "cleaned_text", "b1"))
    ledger.append_verdict(home, verdict(4, "raw_text", "b1", covers=()))
    assert statuses(home) == {"x": "open"}


def test_a_row_refused_again_keeps_its_first_moment(home: Home) -> None:
    ledger.append_verdict(home, verdict(1, "raw_text", "b1", "x"))
    ledger.append_verdict(home, verdict(2, "raw_text", "b1", "x"))
    rows = ledger.quarantine(ledger.verdicts(home))
    assert rows["quarantined_at"].tolist() == [NOON + dt.timedelta(minutes=1)]


def test_a_row_can_be_dismissed_with_a_reason(home: Home) -> None:
    ledger.append_verdict(home, verdict(1, "raw_text", "b1", "x"))
    ledger.dismiss(home, "raw_text-b1-x", "a test page of the outlet")
    assert statuses(home) == {"x": "dismissed"}
    assert ledger.dismissals(home) == {"raw_text-b1-x": "a test page of the outlet"}
