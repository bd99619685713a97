"""Every example that the ontology gives: the entry's own words tell it, and no counter-example is told by them."""

from __future__ import annotations

import datetime as dt
import functools

import pytest

from sitrep.ontology.patterns.load import TriggerEntry, load_entries
from sitrep.records import Mention
from tests.evaluation.event_type_examples import Reading, readings
from tests.evaluation.labelled_score import Engine, default_engine, stands_for_happening
from tests.evaluation.labelled_set import document_of

#: Any weekday will do: no example gives a date that it depends on.
READ_ON = dt.date(2024, 3, 6)

ENTRIES = load_entries()
EXAMPLES = [pytest.param(e, text, id=f"{e.id}-{n}") for e in ENTRIES for n, text in enumerate(e.examples)]
COUNTERS = [pytest.param(e, text, id=f"{e.id}-{n}") for e in ENTRIES for n, text in enumerate(e.counter_examples)]


@functools.cache
def engine() -> Engine:
    return default_engine()


def told_by(entry: TriggerEntry, text: str) -> list[Mention]:
    """The mentions of a text that an entry's words tell, made exact by means or parties or not."""
    mentions = engine()(document_of(text, READ_ON)).mentions
    return [m for m in mentions if m.rule_id.split("+")[0] == entry.id]


@pytest.mark.parametrize(("entry", "text"), EXAMPLES)
def test_an_example_is_told_by_its_entry(entry: TriggerEntry, text: str) -> None:
    mentions = engine()(document_of(text, READ_ON)).mentions
    said = [f"{m.event_type} {m.trigger!r} by {m.rule_id}, {m.modality}" for m in mentions]
    of_its_type = [m for m in mentions if m.event_type == entry.type and stands_for_happening(m)]
    assert told_by(entry, text) or of_its_type, said


@pytest.mark.parametrize(("entry", "text"), COUNTERS)
def test_a_counter_example_is_no_happening_of_its_entry(entry: TriggerEntry, text: str) -> None:
    said = [f"{m.event_type} {m.trigger!r}, {m.modality}" for m in told_by(entry, text) if stands_for_happening(m)]
    assert not said


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_has_an_example_and_a_counter_example(entry: TriggerEntry) -> None:
    assert entry.examples
    assert entry.counter_examples


@pytest.mark.parametrize("reading", readings(default_engine()), ids=lambda reading: reading.text[:60])
def test_the_examples_of_the_event_types_are_read_as_they_say(reading: Reading) -> None:
    assert reading.right, str(reading)
