"""Links between the mentions of one document: each cue's own example and counter-example, read by the whole engine."""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology, load
from sitrep.ontology.patterns.links import LinkCue, load_links
from sitrep.records import CleanDocument, Extraction, Published, Segment

CUES = load_links()


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def read(text: str, ontology: Ontology) -> Extraction:
    published = Published(on=dt.date(2024, 5, 10), precision="day", basis="metadata")
    document = CleanDocument("d", text, text, (Segment(0, len(text), 0),), (), published=published)
    return extract(document, ontology, dt.date(2024, 5, 10))


def pairs(extraction: Extraction) -> list[tuple[str, str, str]]:
    mentions = extraction.mentions
    return [(mentions[x.ordinal].trigger, x.relation, mentions[x.related_ordinal].trigger) for x in extraction.links]


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_example_links_and_counter_example_does_not(cue: LinkCue, ontology: Ontology) -> None:
    assert [relation for _, relation, _ in pairs(read(cue.example, ontology))] == [cue.relation]
    assert pairs(read(cue.counter_example, ontology)) == []


def test_the_answer_stands_first_whichever_the_sentence_names_first(ontology: Ontology) -> None:
    text = "In retaliation for the ambush near Mopti, the army shelled two villages on Thursday."
    assert pairs(read(text, ontology)) == [("shelled", "retaliation_for", "ambush")]


def test_a_censure_condemns_what_was_told_before(ontology: Ontology) -> None:
    text = "A bomb killed nine people in Kandahar on Thursday. The United Nations condemned the attack."
    assert next(link for link in pairs(read(text, ontology)) if link[1] == "condemns")[0] == "condemned"


def test_an_answer_may_stand_behind_its_cause_in_one_sentence(ontology: Ontology) -> None:
    text = "Rebels killed a teacher near Mora on Monday, and the army shelled their hideout in answer."
    assert pairs(read(text, ontology)) == [("shelled", "response_to", "killed")]
