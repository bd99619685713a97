"""The ledger: every verdict is kept, and a row's status follows from the verdicts that came after."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from sitrep.store import decisions, ledger
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
    rows = ledger.quarantine(ledger.verdicts(home), decisions.dismissals(home))
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
    ledger.append_verdict(home, verdict(1, "raw_text", "b1", "x", "y"))
    decisions.dismiss(home, ["raw_text-b1-x"], "a test page of the outlet", NOON)
    assert statuses(home) == {"x": "dismissed", "y": "open"}
    assert decisions.dismissals(home) == {"raw_text-b1-x": "a test page of the outlet"}


def test_a_dismissed_row_stays_dismissed_while_it_is_refused_and_is_replayed_when_it_passes(home: Home) -> None:
    ledger.append_verdict(home, verdict(1, "raw_text", "b1", "x"))
    decisions.dismiss(home, ["raw_text-b1-x"], "a test page", NOON)
    ledger.append_verdict(home, verdict(2, "raw_text", "b1", "x"))
    assert statuses(home) == {"x": "dismissed"}
    ledger.append_verdict(home, verdict(3, "raw_text", "b1"))
    assert statuses(home) == {"x": "replayed"}


def test_an_order_to_read_a_row_again_takes_its_dismissal_back(home: Home) -> None:
    ledger.append_verdict(home, verdict(1, "raw_text", "b1", "x"))
    decisions.dismiss(home, ["raw_text-b1-x"], "a test page", NOON)
    again = decisions.Decision("d1", "replay", ("raw_text-b1-x",), NOON + dt.timedelta(minutes=5), "", "b1", ("dx",))
    assert decisions.find(home, decisions.record(home, again).decision_id) == again
    assert statuses(home) == {"x": "open"}
    with pytest.raises(decisions.UnknownDecision):
        decisions.find(home, "none")


def test_a_verdict_on_some_deliveries_speaks_of_their_rows_alone(home: Home) -> None:
    first = verdict(1, "raw_text", "b1", "x", "y")
    first.quarantine["delivery_id"] = ["dx", "dy"]
    ledger.append_verdict(home, first)
    second = verdict(2, "raw_text", "b1")
    ledger.append_verdict(home, replace(second, entry=replace(second.entry, deliveries=("dx",))))
    assert statuses(home) == {"x": "replayed", "y": "open"}


def test_the_trail_of_a_row_tells_all_that_happened_to_it(home: Home) -> None:
    ledger.append_verdict(home, verdict(1, "raw_text", "b1", "x"))
    decisions.dismiss(home, ["raw_text-b1-x"], "a test page", NOON + dt.timedelta(minutes=2))
    ledger.append_verdict(home, verdict(3, "raw_text", "b1", "x"))
    ledger.append_verdict(home, verdict(4, "raw_text", "b1"))
    ledger.append_verdict(home, verdict(5, "raw_text", "b1"))
    steps = decisions.trail(home, "raw_text-b1-x", ledger.verdicts(home))
    assert [(step.at.minute, step.what, step.detail) for step in steps] == [
        (1, "refused", "rule: x = 1"),
        (2, "dismissed", "a test page"),
        (3, "refused", "rule: x = 1"),
        (4, "let through", "passed the gate of raw_text"),
    ]
