"""The order in which documents arrive, and the batches they arrive in, never show."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.builders import ACTORS, PLACES, Report, Said, Toll, canonical, next_history, run

_DAYS = st.sampled_from([None, "2024-01-16", "2024-01-17", "2024-01-18", "2024-01-30"])
_SIDES = st.lists(st.sampled_from(sorted(ACTORS)), max_size=2, unique=True).map(tuple)
_TOLLS = st.lists(
    st.builds(
        Toll,
        outcome=st.sampled_from(["killed", "injured"]),
        low=st.integers(0, 12),
        group=st.sampled_from(["total", "civilian", "security_force", "militant", "unknown", "child"]),
        by=st.sampled_from([None, "police", "the group"]),
    ),
    max_size=2,
).map(tuple)
_SAID = st.builds(
    Said,
    event_type=st.sampled_from(["bombing", "armed_attack", "air_strike", "condemn", "arrest"]),
    day=_DAYS,
    place=st.sampled_from([None, *sorted(PLACES)]),
    by=_SIDES,
    on=_SIDES,
    tolls=_TOLLS,
    happening=st.integers(0, 2),
    modality=st.sampled_from(["asserted", "asserted", "claimed", "denied"]),
    time_text=st.sampled_from([None, "on Tuesday", "on Thursday"]),
    sentence=st.sampled_from(["a bomb went off near Colonel Nadeem Bhatti.", "the attack of 15 men on Marwan Base."]),
)
_TEXTS = [" ".join(f"word{n}" for n in range(start, start + 60)) for start in (0, 3, 100)]
_COPY = st.integers(0, 2)
_PUBLISHED = st.sampled_from([None, "2024-01-18", "2024-01-19", "2024-01-31"])


@st.composite
def reports_of(draw):
    count = draw(st.integers(2, 7))
    out = []
    for number in range(count):
        copy = draw(_COPY)
        out.append(
            Report(
                name=f"report{number}",
                published=draw(_PUBLISHED),
                said=tuple(draw(st.lists(_SAID, min_size=1, max_size=3))),
                publisher=draw(st.sampled_from(["Dawn", "Reuters", None])),
                url=draw(st.sampled_from([None, "https://x.example/a", "https://x.example/b"])),
                text=_TEXTS[copy] + f" {number}",
                signature=tuple(range(100 * (copy // 2), 100 * (copy // 2) + 12)),
            )
        )
    again = draw(st.lists(st.sampled_from(out), max_size=2, unique_by=lambda report: report.name))
    return out + [replace(report, source="other feed", published=draw(_PUBLISHED), url=None) for report in again]


@settings(max_examples=50, deadline=None)
@given(reports=reports_of(), data=st.data())
def test_any_order_gives_the_same_tables(types, reports, data):
    shuffled = data.draw(st.permutations(reports))
    assert canonical(run(*shuffled, types=types)) == canonical(run(*reports, types=types))


@settings(max_examples=25, deadline=None)
@given(reports=reports_of(), data=st.data())
def test_any_split_into_batches_gives_the_same_tables(types, reports, data):
    shuffled = data.draw(st.permutations(reports))
    cuts = sorted({len(reports), *data.draw(st.lists(st.integers(1, len(reports)), max_size=3))})
    batched = []
    for number, (start, end) in enumerate(zip([0, *cuts], cuts, strict=False)):
        batched.append([replace(report, batch=f"b{number}") for report in shuffled[start:end]])
    history, done, so_far = None, None, []
    for seq, batch in enumerate(batched, start=1):
        so_far += batch
        done = run(*so_far, types=types, history=history, seq=seq)
        history = next_history(history, done)
    assert done is not None
    assert canonical(done) == canonical(run(*reports, types=types))


@settings(max_examples=25, deadline=None)
@given(reports=reports_of(), data=st.data())
def test_nothing_new_changes_no_id_and_writes_no_revision(types, reports, data):
    first = run(*reports, types=types)
    again = run(*data.draw(st.permutations(reports)), types=types, history=next_history(None, first), seq=2)
    for name in ("incident", "incident_alias", "incident_revision", "incident_link", "mention"):
        assert first.frames[name].equals(again.frames[name]), name
    assert len(again.assignment) == 0


@pytest.mark.parametrize("rule", ["latest_official", "conservative", "latest", "median"])
@settings(max_examples=12, deadline=None)
@given(reports=reports_of())
def test_tolls_are_spans_and_their_groups_add_up(types, rule, reports):
    done = run(*reports, types=types, rule=rule)
    counts = done.frames["incident_casualty"]
    for (_, _), rows in counts.groupby(["incident_id", "outcome"]):
        by_group = {row["victim_group"]: row for row in rows.to_dict("records")}
        for row in by_group.values():
            assert 0 <= row["low"] <= row["best"] <= row["high"], row
        dividing = [by_group[g]["best"] for g in ("civilian", "security_force", "militant", "unknown") if g in by_group]
        assert sum(dividing) == by_group["total"]["best"]
