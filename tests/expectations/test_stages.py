"""A whole stage: what hangs on a refused row leaves with it, and can be read in quarantine."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from expectations import load_suite
from expectations.stages import audit_stage
from sitrep.schemas import STAGES
from tests.expectations.good_rows import CONTEXT, good_frame


def frames(**changes: dict[str, Any]) -> dict[str, pd.DataFrame]:
    """Good frames of extracted events, with changed values in the first row of some."""
    found = {}
    for name in STAGES["extracted_events"]:
        frame = good_frame(load_suite(f"extracted_events.{name}"))
        for column, value in changes.get(name, {}).items():
            frame.loc[0, column] = value
        found[name] = frame
    found["mention_link"]["related_mention_id"] = ["m1", "m2"]
    return found


def test_good_frames_go_on_whole() -> None:
    said = audit_stage("extracted_events", frames(), CONTEXT)
    assert [len(frame) for frame in said.accepted.values()] == [2] * 6
    assert said.quarantined == ()
    assert said.blockers == ()


def test_what_hangs_on_a_refused_row_leaves_with_it() -> None:
    said = audit_stage("extracted_events", frames(mention={"trigger": "invented"}), CONTEXT, scope="b1")
    left = {name: len(frame) for name, frame in said.accepted.items()}
    assert left == {"mention": 1, "mention_actor": 1, "mention_casualty": 1, "mention_link": 1, "actor": 2, "place": 2}
    (mention,) = said.quarantined
    assert mention.reasons == ("trigger_stands_in_text: trigger = 'invented', trigger_at_offsets = 'killed'",)
    assert (mention.frame, mention.row_key, mention.delivery_id) == ("mention", "v1|m1", "v1")
    payload = json.loads(mention.payload)
    assert payload["trigger"] == "invented"
    assert [row["mention_id"] for row in payload["mention_actor"]] == ["m1"]


def test_a_bad_row_of_another_frame_leaves_alone() -> None:
    said = audit_stage("extracted_events", frames(mention_casualty={"low": 9, "high": 3}), CONTEXT)
    assert {name: len(frame) for name, frame in said.accepted.items() if len(frame) < 2} == {"mention_casualty": 1}
    (row,) = said.quarantined
    assert row.reasons == ("low_to_high: high = 3, low = 9",)


def test_the_same_row_refused_again_has_the_same_id_and_another_in_another_batch() -> None:
    bad = frames(mention={"trigger": "invented"})
    ids = [audit_stage("extracted_events", bad, CONTEXT, scope=one).quarantined[0].quarantine_id for one in "aab"]
    assert ids[0] == ids[1] != ids[2]


def test_a_batch_rule_of_any_frame_blocks_the_stage() -> None:
    said = audit_stage("extracted_events", frames(place={"latitude": 200.0}), CONTEXT)
    assert [f"{one.suite}.{one.rule}" for one in said.blockers] == ["extracted_events.place.latitude_on_earth"]
