"""A warehouse brought up to date batch by batch is the one built from nothing, to the last id and revision."""

import datetime as dt
import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.resolution.stream import make_stream, stage_frames
from sitrep.resolve import History, ResolveOptions, advance, resolve, tables
from tests.resolve.builders import Report, Said, frames, killed, next_history
from tests.resolve.published import Published
from tests.resolve.test_order import reports_of


def options(seq):
    return ResolveOptions(published_seq=seq, published_at=dt.datetime(2024, 2, 1, seq % 24, tzinfo=dt.UTC))


def plain(done, name, schema):
    return sorted(tables.rows(done.frames[name], schema), key=repr)


def check_same(published, whole):
    """The file's tables and those from nothing are equal, all of them, and so is what is remembered."""
    for name, schema in tables.CORE.items():
        assert differences(published.table(name), plain(whole, name, schema)) == ([], []), name
    for name, schema in tables.MEMORY.items():
        expected = sorted(tables.rows(whole.memory[name], schema), key=repr)
        assert differences(published.memory_table(name), expected) == ([], []), f"resolution.{name}"


def differences(mine, theirs):
    """The rows that only one of two tables has, or has more often."""
    ours, others = Counter(map(repr, mine)), Counter(map(repr, theirs))
    return sorted((ours - others).elements()), sorted((others - ours).elements())


def run_batches(batches, stage, types):
    """Publishes batch after batch both ways, and compares after each."""
    published, history, so_far = Published(), None, []
    for seq, batch in enumerate(batches, start=1):
        so_far += batch
        whole = resolve(stage(so_far), history or History(), options(seq), types)
        if seq == 1:
            published.build(resolve(stage(batch), History(), options(seq), types))
        else:
            step = advance(stage(batch), published.memory, options(seq), types)
            published.amend(step)
            for name, schema in tables.LEDGER.items():
                mine, theirs = (sorted(tables.rows(d.ledger[name], schema), key=repr) for d in (step, whole))
                assert mine == theirs, f"ledger {name}"
        check_same(published, whole)
        history = next_history(history, whole)


@settings(max_examples=30, deadline=None)
@given(reports=reports_of(), data=st.data())
def test_batch_by_batch_is_all_at_once(types, reports, data):
    shuffled = data.draw(st.permutations(reports))
    cuts = sorted({len(reports), *data.draw(st.lists(st.integers(1, len(reports)), max_size=3))})
    batches = [
        [replace(report, batch=f"b{number}") for report in shuffled[start:end]]
        for number, (start, end) in enumerate(zip([0, *cuts], cuts, strict=False))
    ]
    run_batches(batches, lambda chosen: frames(*chosen), types)


@pytest.mark.parametrize("seed", range(2))
def test_a_stream_in_ten_batches(types, seed):
    stream = make_stream(30, seed=seed)
    stories = list(stream.stories)
    random.Random(seed).shuffle(stories)
    size = len(stories) // 10 + 1
    batches = [stories[start : start + size] for start in range(0, len(stories), size)]
    run_batches(batches, lambda chosen: stage_frames(stream, chosen), types)


def test_a_better_delivery_in_a_later_batch_takes_the_place_of_the_first(types):
    said = Said("bombing", None, "sibi", tolls=(killed(4),), time_text="on Tuesday")
    other = Report("other", "2024-01-30", (Said("bombing", "2024-01-30", "sibi", tolls=(killed(4),)),))
    bare = Report("one", None, (said,), source="a")
    dated = replace(bare, published="2024-03-01", source="b", said=(replace(said, day="2024-02-27"),))
    run_batches([[other, bare], [dated]], lambda chosen: frames(*chosen), types)


def test_an_account_that_a_better_delivery_makes_vaguer_leaves_its_incident_behind(types):
    said = Said("bombing", "2024-01-30", "balochistan", sentence="it went off near Colonel Nadeem Bhatti.")
    one, two = (Report(name, None, (said,)) for name in ("one", "two"))
    dated = replace(one, published="2024-01-18", source="other")
    run_batches([[one, two], [dated]], lambda chosen: frames(*chosen), types)


def test_a_batch_touches_only_its_blocks(types):
    stream = make_stream(50, seed=3)
    stories = list(stream.stories)
    published = Published()
    published.build(resolve(stage_frames(stream, stories[1:]), History(), options(1), types))
    step = advance(stage_frames(stream, stories[:1]), published.memory, options(2), types)
    assert len(step.frames["delivery"]) == 1
    assert 1 <= len(step.frames["incident"]) <= 4
    assert len(step.frames["mention"]) <= 60


def test_the_elder_of_two_copies_may_change_where_nothing_was_resolved(types):
    """Only denied events, so that no account is remembered: what the copy shares turns round all the same."""
    words = " ".join(f"word{number}" for number in range(60))
    said = Said("bombing", modality="denied")
    zero, one = (Report(f"report{n}", None, (said,), text=f"{words} {n}", signature=tuple(range(12))) for n in (0, 1))
    first = [replace(one, source="a"), replace(zero, source="a", published="2024-01-18")]
    later = [replace(zero, source="b"), replace(one, source="b", published="2024-01-18")]
    run_batches([first, later], lambda chosen: frames(*chosen), types)
