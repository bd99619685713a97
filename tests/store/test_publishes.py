"""Publishes: prepared before the file is swapped, committed after; a death in between is settled by the file itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from sitrep.store import publishes
from sitrep.store.home import Home

AT = dt.datetime(2024, 3, 10, 12, tzinfo=dt.UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).open()


def prepare(home: Home, seq: int, *mentions: str) -> Path:
    candidate = home.warehouse / f"candidate-{seq}"
    candidate.write_text(f"version {seq}")
    rows = pd.DataFrame({"mention_id": list(mentions), "incident_id": [f"i-{one}" for one in mentions]})
    publishes.prepare(home, publishes.Publish(seq, AT, f"run-{seq}", {"b1": "v1"}), {"assignment": rows}, candidate)
    return candidate


def test_a_publish_counts_once_it_is_committed(home: Home) -> None:
    candidate = prepare(home, 1, "m1")
    assert publishes.last(home) is None
    candidate.rename(home.warehouse_file)
    publishes.commit(home, 1)
    assert publishes.last(home) == publishes.Publish(1, AT, "run-1", {"b1": "v1"})
    assert publishes.held(home) == {"b1": "v1"}


def test_died_after_the_swap_it_is_committed(home: Home) -> None:
    prepare(home, 1, "m1").rename(home.warehouse_file)
    assert publishes.settle(home) == [1]
    assert publishes.held(home) == {"b1": "v1"}


def test_died_before_the_swap_it_is_dropped(home: Home) -> None:
    home.warehouse_file.write_text("version 0")
    prepare(home, 1, "m1")
    assert publishes.settle(home) == []
    assert publishes.last(home) is None
    assert publishes.settle(home) == []


def test_rows_of_all_publishes_are_read_in_order(home: Home) -> None:
    for seq, mention in ((1, "m1"), (2, "m2")):
        prepare(home, seq, mention).replace(home.warehouse_file)
        publishes.commit(home, seq)
    rows = publishes.read_frames(home, "assignment")
    assert rows is not None
    assert rows[["mention_id", "published_seq"]].to_dict("list") == {
        "mention_id": ["m1", "m2"],
        "published_seq": [1, 2],
    }
    assert publishes.read_frames(home, "revision") is None


def test_a_home_without_its_file_holds_nothing(home: Home) -> None:
    prepare(home, 1, "m1").rename(home.warehouse_file)
    publishes.commit(home, 1)
    home.warehouse_file.unlink()
    assert publishes.held(home) == {}


def test_after_going_back_an_older_publish_stands_until_the_next_one(home: Home) -> None:
    for seq in (1, 2):
        prepare(home, seq, "m1").rename(home.warehouse_file)
        publishes.commit(home, seq)
    assert publishes.rolled_back(home) is None
    publishes.roll_back(home, publishes.Rollback(1, 2, AT, "wrong figures"))
    assert publishes.rolled_back(home) == publishes.Rollback(1, 2, AT, "wrong figures", on_hold=True)
    assert [one.seq for one in (publishes.standing(home), publishes.last(home)) if one] == [1, 2]
    prepare(home, 3, "m1").rename(home.warehouse_file)
    publishes.commit(home, 3)
    assert publishes.rolled_back(home) is None
    assert publishes.standing(home) == publishes.last(home)
