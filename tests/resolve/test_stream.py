"""The generated stream: the same each time, with all that it promises, and well put together."""

import random
from collections import Counter

import pytest

from benchmarks.resolution.measure import b_cubed, quality
from benchmarks.resolution.stream import make_stream, stage_frames
from sitrep.resolve import History, ResolveOptions, resolve
from tests.resolve.builders import canonical


@pytest.fixture(scope="module")
def stream():
    return make_stream(100)


def test_the_same_seed_gives_the_same_stream(stream):
    assert make_stream(100) == stream
    assert make_stream(100, seed=8) != stream


def test_the_stream_has_all_that_makes_news_hard(stream):
    tellings = [telling for story in stream.stories for telling in story.tellings]
    levels = Counter(telling.place["level"] for telling in tellings)
    assert len(stream.happenings) == 100
    assert all(levels[level] for level in ("place", "admin2", "admin1", "country"))
    assert any(telling.is_aggregate for telling in tellings)
    assert any(telling.is_background for telling in tellings)
    assert any(telling.first is None for telling in tellings)
    texts = Counter(story.text.removesuffix(" end") for story in stream.stories)
    assert max(texts.values()) > 1, "no copies"
    addresses = Counter(story.url for story in stream.stories if story.url)
    assert max(addresses.values()) > 1, "no corrections"


def test_twins_happen_on_one_day_in_neighbouring_towns(stream):
    twins = [(h, stream.happenings[h.twin_of]) for h in stream.happenings if h.twin_of is not None]
    assert twins
    for one, other in twins:
        assert (one.day, one.kind, one.attacker) == (other.day, other.kind, other.attacker)
        assert one.town.place["place_id"] != other.town.place["place_id"]
        assert one.town.admin2 == other.town.admin2


def test_b_cubed_of_known_clusters():
    truth = {"a": 1, "b": 1, "c": 2, "d": 2}
    assert b_cubed(truth, {"a": "x", "b": "x", "c": "y", "d": "y"}) == (1.0, 1.0, 1.0)
    assert b_cubed(truth, {"a": "x", "b": "x", "c": "x", "d": "x"}) == (0.5, 1.0, pytest.approx(2 / 3))
    assert b_cubed(truth, {}) == (1.0, 0.5, pytest.approx(2 / 3))


def test_the_stream_is_put_together_and_order_does_not_show(types, stream):
    done = resolve(stage_frames(stream), History(), ResolveOptions(), types)
    found = quality(stream, done)
    assert found.f1 >= 0.95
    assert found.twins_apart >= 0.95
    assert found.tolls_within >= 0.98
    stories = list(stream.stories)
    random.Random(3).shuffle(stories)
    assert canonical(resolve(stage_frames(stream, stories), History(), ResolveOptions(), types)) == canonical(done)
