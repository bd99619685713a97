"""The verdict on a frame: what goes on, what goes to quarantine and why, what blocks, what warns."""

from __future__ import annotations

import hashlib
from typing import Any

import pandas as pd
import pytest

from expectations import audit
from expectations.audit import short


def deliveries(*payloads: bytes) -> pd.DataFrame:
    rows = [
        {
            "delivery_id": f"d{number}",
            "document_id": hashlib.sha256(payload).hexdigest()[:20],
            "raw_path": f"{number}.txt",
            "payload": payload,
            "raw_size": len(payload),
            "raw_sha256": hashlib.sha256(payload).hexdigest(),
            "problem": None,
        }
        for number, payload in enumerate(payloads)
    ]
    return pd.DataFrame(rows)


def test_a_bad_row_goes_to_quarantine_with_every_rule_column_and_value() -> None:
    frame = deliveries(b"one", b"", b"three")
    frame.loc[1, "problem"] = "the download broke off"
    verdict = audit(frame, "raw_text.delivery")
    assert verdict.accepted["delivery_id"].tolist() == ["d0", "d2"]
    assert verdict.quarantined[["delivery_id", "reasons"]].to_dict("records") == [
        {
            "delivery_id": "d1",
            "reasons": ["source_could_read_it: problem = 'the download broke off'", "has_bytes: raw_size = 0"],
        }
    ]
    assert not verdict.blocked
    assert [one.rule for one in verdict.failures] == ["source_could_read_it", "has_bytes"]


@pytest.mark.parametrize(
    ("good", "bad", "blocked"),
    [
        pytest.param(1, 3, False, id="few rows, most of them bad"),
        pytest.param(0, 1, True, id="the only row bad"),
        pytest.param(10, 10, False, id="twenty rows, half of them bad"),
        pytest.param(9, 11, True, id="twenty rows, over half of them bad"),
    ],
)
def test_too_many_bad_rows_block(good: int, bad: int, blocked: bool) -> None:
    verdict = audit(deliveries(*(b"x%d" % n for n in range(good)), *([b""] * bad)), "raw_text.delivery")
    assert verdict.blocked == blocked
    assert len(verdict.accepted) == (0 if blocked else good)


def test_a_blocked_frame_is_quarantined_whole_with_offenders_by_their_rule() -> None:
    frame = deliveries(b"one", b"two", b"three")
    frame["delivery_id"] = ["d0", "d0", "d2"]
    verdict = audit(frame, "raw_text.delivery")
    assert verdict.quarantined["reasons"].tolist() == [
        ["delivery_once: delivery_id = 'd0'"],
        ["delivery_once: delivery_id = 'd0'"],
        ["batch_refused: delivery_once"],
    ]
    (blocker,) = verdict.blockers
    assert (blocker.rule, blocker.unexpected, blocker.severity) == ("delivery_once", 2, "blocking")


def test_an_empty_frame_passes_untested() -> None:
    verdict = audit(deliveries(b"one").head(0), "raw_text.delivery")
    assert not verdict.failures
    assert {one.observed for one in verdict.results} == {"no rows"}


def test_a_frame_without_its_key_is_blocked_and_says_so() -> None:
    verdict = audit(deliveries(b"one").drop(columns="delivery_id"), "raw_text.delivery")
    assert [(one.rule, one.observed) for one in verdict.blockers] == [("shape", "columns missing: delivery_id")]


def test_a_rule_that_cannot_be_evaluated_blocks_instead_of_passing() -> None:
    verdict = audit(deliveries(b"one").drop(columns="raw_path"), "raw_text.delivery")
    (blocker,) = verdict.blockers
    assert blocker.rule == "says_where_from"
    assert blocker.observed.startswith("cannot be evaluated")


def test_a_warning_neither_blocks_nor_moves_rows() -> None:
    frame = pd.DataFrame({"delivery_id": ["d1", "d2"], "url": ["https://example.org", "page one"]})
    verdict = audit(frame, "core.delivery")
    assert [(one.rule, one.severity) for one in verdict.failures] == [("address_is_a_link", "warning")]
    assert not verdict.blocked
    assert len(verdict.accepted) == 2


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(b"\xff" * 9, "9 bytes", id="bytes"),
        pytest.param("x" * 500, "x" * 159 + "…", id="a long text"),
        pytest.param(pd.Series([3], dtype="int64")[0], 3, id="a number of numpy"),
        pytest.param(None, None, id="nothing"),
    ],
)
def test_values_are_shown_short(value: Any, shown: Any) -> None:
    assert short(value) == shown
