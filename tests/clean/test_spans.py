"""Kept text and cuts account for every character, and offsets lead both ways."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitrep.clean import clean, clean_span, load_rules, raw_span
from sitrep.clean.spans import Edit, Span, assemble, repaired
from sitrep.records import CleanDocument, Delivery, Segment

RULES = load_rules()
LINES = st.sampled_from(
    [
        "Gunmen attacked a convoy near Quetta on Tuesday, killing two soldiers, officials said.",
        "Three hurt as blast hits market",
        "Also Read",
        "Share this: Facebook | Twitter",
        "Photo: AFP",
        "It â€œwas leftâ€\x9d there, PeÃ±a said &amp; the caf\u00e9 stood.",
        "\u200bShe said\u00ad nothing of it to the reporters who had come. (Reuters)",
        "Published: 18 January 2024",
        "",
        "   ",
        "#one #two",
        "\ufeff\x00\x07",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(LINES, max_size=12).map("\n".join), st.lists(LINES).map("\r\n\n".join)
)


def accounted(document: CleanDocument) -> None:
    """Every raw character is in one segment or one cut; each segment's characters are the same on both sides."""
    stretches = [(s.raw_start, s.raw_start + s.clean_end - s.clean_start) for s in document.segments]
    stretches += [(c.raw_start, c.raw_end) for c in document.cuts]
    at = 0
    for start, end in sorted(stretches):
        assert start == at
        at = end
    assert at == len(document.raw_text)
    for segment in document.segments:
        raw_end = segment.raw_start + segment.clean_end - segment.clean_start
        assert (
            document.clean_text[segment.clean_start : segment.clean_end]
            == document.raw_text[segment.raw_start : raw_end]
        )
    assert all(document.raw_text[c.raw_start : c.raw_end] == c.text for c in document.cuts)
    repairs = len(document.clean_text) - sum(s.clean_end - s.clean_start for s in document.segments)
    assert repairs >= 0
    assert repairs == 0 or any(c.rule_id.startswith("repair.") for c in document.cuts)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
@example(text="\U00017000")
def test_kept_and_cut_are_the_whole_of_any_text(text: str) -> None:
    payload = text.encode("utf-8", "replace")
    for document in clean(Delivery("s", "a.txt", payload, "text/plain"), "d", dt.date(2026, 1, 1), RULES):
        accounted(document)


@settings(max_examples=200, deadline=None)
@given(
    raw=st.text(alphabet="abcdef \n", min_size=1, max_size=60),
    marks=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8), st.text("XY", max_size=2)), max_size=5),
    spans=st.lists(st.tuples(st.integers(0, 70), st.integers(0, 20)), max_size=5),
)
def test_any_edits_and_spans(raw: str, marks: list[tuple[int, int, str]], spans: list[tuple[int, int]]) -> None:
    edits: list[Edit] = []
    for start, length, text in sorted(marks):
        end = min(start + max(length, 1), len(raw))
        if start < end and (not edits or edits[-1].raw_end <= start):
            edits.append(Edit(start, end, text, "repair.test"))
    text, pieces = repaired(raw, edits)
    made = assemble(raw, text, pieces, [Span(start, start + length, "rule") for start, length in spans])
    accounted(CleanDocument("d", raw, made.clean_text, made.segments, made.cuts))
    for start in range(len(made.clean_text)):
        raw_start, raw_end = raw_span(made.segments, start, start + 1)
        assert 0 <= raw_start <= raw_end <= len(raw)
        if any(s.clean_start <= start < s.clean_end for s in made.segments):
            assert raw[raw_start:raw_end] == made.clean_text[start]
            assert clean_span(made.segments, raw_start, raw_end) == (start, start + 1)


SEGMENTS = (Segment(0, 5, 10), Segment(7, 9, 20))  # clean characters 5 and 6 stand for raw 15 to 20


@pytest.mark.parametrize(
    ("clean_offsets", "raw_offsets"),
    [
        ((0, 5), (10, 15)),
        ((0, 9), (10, 22)),
        ((7, 8), (20, 21)),
        ((5, 7), (15, 20)),
        ((4, 6), (14, 20)),
        ((6, 8), (15, 21)),
    ],
    ids=str,
)
def test_repaired_characters_lead_to_what_they_stand_for(
    clean_offsets: tuple[int, int], raw_offsets: tuple[int, int]
) -> None:
    assert raw_span(SEGMENTS, *clean_offsets) == raw_offsets


def test_what_was_cut_has_no_place_in_the_clean_text() -> None:
    assert clean_span(SEGMENTS, 0, 9) is None
    assert clean_span(SEGMENTS, 12, 21) == (2, 8)
