"""The gold of corpus/ is well-formed: every snippet stands in the raw text, every name in it leads somewhere."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

from sitrep.evaluate import load_gold
from sitrep.evaluate.folding import fold
from sitrep.evaluate.gold import interval
from sitrep.ontology.types import load_types
from sitrep.records import LINK_RELATIONS, PUBLISHED_BASES, VICTIM_GROUPS
from tests.evaluation.raw_texts import CORPUS, GOLD, raw_text, report_files

RAW = json.loads(GOLD.read_text(encoding="utf-8"))
PARSED = load_gold(GOLD)
TYPES = load_types()
FILES = {document.key: document.file for document in PARSED.documents}


@cache
def text_of(key: str) -> str:
    return fold(raw_text(CORPUS / FILES[key]))


@cache
def paragraphs_of(key: str) -> list[str]:
    return [fold(paragraph) for paragraph in re.split(r"\n+", raw_text(CORPUS / FILES[key]))]


def test_every_report_has_answers_or_is_to_be_set_aside() -> None:
    answered = {document.file for document in PARSED.documents}
    aside = {name.split("#")[0] for name in PARSED.set_aside}
    assert {path.name for path in report_files()} == answered | aside


def test_names_of_files_are_unique_but_for_the_delivery_that_comes_twice() -> None:
    names = [path.name for path in report_files()]
    assert sorted(name for name in set(names) if names.count(name) > 1) == ["mafa-motorcycles.txt"]


def test_keys_and_ids_are_unique() -> None:
    ids = [incident.incident_id for incident in PARSED.incidents]
    assert len(ids) == len(set(ids))
    assert len(FILES) == len(set(FILES.values()))


@pytest.mark.parametrize("document", PARSED.documents, ids=lambda document: document.key)
def test_snippets_to_keep_and_to_cut_stand_in_the_raw_text(document) -> None:
    text = text_of(document.key)
    snippets = [*document.cut, *document.keep, *([document.title] if document.title else [])]
    assert [snippet for snippet in snippets if fold(snippet) not in text] == []


@pytest.mark.parametrize("document", PARSED.documents, ids=lambda document: document.key)
def test_nothing_is_to_be_kept_and_cut(document) -> None:
    keep, cut = [fold(text) for text in document.keep], [fold(text) for text in document.cut]
    assert [(k, c) for k in keep for c in cut if k in c or c in k] == []
    assert set(document.published_basis) <= set(PUBLISHED_BASES)


@pytest.mark.parametrize("incident", PARSED.incidents, ids=lambda incident: incident.incident_id)
def test_anchors_stand_in_one_paragraph_of_the_text(incident) -> None:
    paragraphs = {key: paragraphs_of(key) for key in incident.anchors}
    lost = [
        (key, anchor)
        for key, anchors in incident.anchors.items()
        for anchor in anchors
        if not any(fold(anchor) in paragraph for paragraph in paragraphs[key])
    ]
    assert lost == []


@pytest.mark.parametrize("incident", PARSED.incidents, ids=lambda incident: incident.incident_id)
def test_types_and_classes_are_those_of_the_ontology(incident) -> None:
    assert incident.types <= set(TYPES)
    main = set(next(entry["types"] for entry in RAW["incidents"] if entry["id"] == incident.incident_id))
    if incident.required:
        assert incident.event_class in {TYPES[name].event_class for name in main}


@pytest.mark.parametrize("incident", PARSED.incidents, ids=lambda incident: incident.incident_id)
def test_figures_are_in_order(incident) -> None:
    spans = [*incident.tolls.values(), *incident.killed_groups.values()]
    assert all(span.high is None or span.low <= span.high for span in spans)
    assert set(incident.killed_groups) <= set(VICTIM_GROUPS)
    assert incident.date is None or incident.date[0] <= incident.date[1]


def test_sentences_that_are_no_incidents_stand_in_the_raw_texts() -> None:
    lost = [
        (key, text) for key, texts in PARSED.not_incidents.items() for text in texts if fold(text) not in text_of(key)
    ]
    assert lost == []


def test_links_join_required_incidents() -> None:
    required = {incident.incident_id for incident in PARSED.incidents if incident.required}
    assert {end for link in PARSED.links for end in (link.source, link.target)} <= required
    assert {link.relation for link in PARSED.links} <= set(LINK_RELATIONS)


def test_the_corpus_is_as_wide_as_it_must_be() -> None:
    countries = {incident.country for incident in PARSED.incidents if incident.required and incident.country}
    disputed = [i for i in PARSED.incidents if (toll := i.tolls.get("killed")) and toll.high and toll.high > toll.low]
    told_thrice = [incident for incident in PARSED.incidents if len(incident.anchors) >= 3]
    assert len(PARSED.documents) >= 24
    assert len(countries) >= 4
    assert len(disputed) >= 3
    assert len(told_thrice) >= 3


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        pytest.param("2024-02-29", "2024-02-29", "2024-02-29", id="day"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="month"),
        pytest.param("2024-12", "2024-12-01", "2024-12-31", id="december"),
        pytest.param("2019", "2019-01-01", "2019-12-31", id="year"),
        pytest.param(["2024-01-29", "2024-01-30"], "2024-01-29", "2024-01-30", id="range"),
    ],
)
def test_a_gold_date_is_an_interval(written, first, last) -> None:
    assert [str(day) for day in interval(written)] == [first, last]
