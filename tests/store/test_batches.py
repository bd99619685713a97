"""Batches: what is new is cut into them, what is known is not taken in again, and where each stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitrep.records import Delivery
from sitrep.store import batches, stages
from sitrep.store.home import Home
from tests.store.frames import stage_frames

DAY, NOW = dt.date(2024, 3, 10), dt.datetime(2024, 3, 10, 12, tzinfo=dt.UTC)
WIDE = batches.Size(documents=100)


def delivery(name: str, text: str = "") -> Delivery:
    return Delivery("feed", name, (text or name).encode(), "text/plain")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).open()


def take_in(home: Home, *names: str, size: batches.Size = WIDE) -> batches.Intake:
    return batches.make_batches(home, [delivery(name) for name in names], DAY, size, NOW)


def test_a_batch_keeps_the_bytes_and_the_day(home: Home) -> None:
    (batch_id,) = take_in(home, "a.txt", "b.txt").new
    assert batches.read_batch(home, batch_id) == batches.Batch(batch_id, DAY, NOW, 2, ("feed",))
    assert list(batches.read_deliveries(home, batch_id)["payload"]) == [b"a.txt", b"b.txt"]


def test_the_id_does_not_depend_on_the_order(tmp_path: Path) -> None:
    one, other = Home(tmp_path / "one").open(), Home(tmp_path / "other").open()
    assert take_in(one, "a.txt", "b.txt").new == take_in(other, "b.txt", "a.txt").new


def test_what_is_known_is_not_taken_in_again(home: Home) -> None:
    (first,) = take_in(home, "a.txt", "b.txt").new
    again = take_in(home, "b.txt", "c.txt", "c.txt")
    assert (again.given, len(again.new), again.known) == (3, 1, {first: 1})
    assert list(batches.read_deliveries(home, again.new[0])["raw_path"]) == ["c.txt"]


def test_the_same_bytes_at_another_place_are_another_delivery(home: Home) -> None:
    take_in(home, "a.txt")
    moved = batches.make_batches(home, [delivery("b.txt", "a.txt")], DAY, WIDE, NOW)
    assert len(moved.new) == 1


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        pytest.param(batches.Size(documents=2), [2, 2, 1], id="by documents"),
        pytest.param(batches.Size(documents=9, megabytes=0), [1, 1, 1, 1, 1], id="by bytes"),
    ],
)
def test_a_full_batch_makes_room_for_the_next(home: Home, size: batches.Size, expected: list[int]) -> None:
    made = take_in(home, *(f"{number}.txt" for number in range(5)), size=size)
    assert [batches.read_batch(home, one).deliveries for one in made.new] == expected


def test_reading_is_lazy_one_batch_at_a_time(home: Home) -> None:
    seen: list[int] = []

    def deliveries() -> Iterator[Delivery]:
        for number in range(4):
            seen.append(len(batches.list_batches(home)))
            yield delivery(f"{number}.txt")

    batches.make_batches(home, deliveries(), DAY, batches.Size(documents=2), NOW)
    assert seen == [0, 0, 1, 1]


def test_an_unknown_batch_is_told_by_its_id(home: Home) -> None:
    with pytest.raises(batches.UnknownBatch, match="feedc0de"):
        batches.read_batch(home, "feedc0de")


def test_a_batch_goes_from_new_over_extracted_to_published(home: Home) -> None:
    (batch_id,) = take_in(home, "a.txt").new
    assert batches.state(home, batch_id, {}) == "new"
    version = stages.write(home, "extracted_events", batch_id, stage_frames("extracted_events")).version
    assert batches.state(home, batch_id, {}) == "extracted"
    assert batches.state(home, batch_id, {batch_id: "an older one"}) == "extracted"
    assert batches.state(home, batch_id, {batch_id: version}) == "published"


def test_a_refused_batch_is_told_with_its_rule_until_it_passes(home: Home) -> None:
    (batch_id,) = take_in(home, "a.txt").new
    broken = batches.BrokenRule("raw_text.delivery.volume", 1, "1 of 1 rows", "because", ({"row": 1},))
    batches.refuse(home, batch_id, batches.Refusal("raw_text", (broken,), "run-1"))
    assert batches.state(home, batch_id, {}) == "refused"
    assert batches.refusal(home, batch_id) == batches.Refusal("raw_text", (broken,), "run-1")
    batches.forgive(home, batch_id)
    assert batches.refusal(home, batch_id) is None
    assert batches.state(home, batch_id, {}) == "new"


def test_a_batch_that_the_warehouse_refused_comes_back_with_another_version(home: Home) -> None:
    (batch_id,) = take_in(home, "a.txt").new
    made = stages.write(home, "extracted_events", batch_id, stage_frames("extracted_events"))
    batches.refuse(home, batch_id, batches.Refusal("core", (), "run-1", made.version))
    assert batches.state(home, batch_id, {}) == "refused"
    stages.write(home, "extracted_events", batch_id, stage_frames("extracted_events"), {"cleaned_text": "newer"})
    assert batches.state(home, batch_id, {}) == "extracted"
