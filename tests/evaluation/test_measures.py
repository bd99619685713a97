"""The scorer's measures, on warehouses of a few rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sitrep.evaluate import Facts, Gold, Measure, as_table, evaluate
from sitrep.evaluate.facts import Document, Incident, Mention, SetAside
from sitrep.evaluate.folding import any_named, fold, touches
from sitrep.evaluate.gold import GoldDocument, GoldIncident, GoldLink, Span

CLASSES = {"bombing": "violent", "armed_clash": "violent", "condemn": "diplomatic"}
DAY = dt.date(2024, 5, 2)
NEXT_DAY = dt.date(2024, 5, 3)
BLAST = Incident("I1", "bombing", "violent", DAY, DAY, "Mach", "Balochistan", "PK", 4, 6, 9)
SENTENCE = "A bomb killed four people in Mach on Thursday."
ASKED = GoldIncident(
    incident_id="mach",
    event_class="violent",
    types=frozenset({"bombing"}),
    required=True,
    anchors={"a": ("A bomb killed four",)},
    date=(DAY, DAY),
    country="PK",
    places=("Mach", "Bolan"),
    admin1=("Balochistan",),
    tolls={"killed": Span(4, 6)},
    killed_groups={"civilian": Span(4, 4)},
    actors={"perpetrator": ("gunmen", "unknown"), "target": ("people",)},
    unclaimed=True,
)
GOLD = Gold((GoldDocument("a", "a.txt"),), (ASKED,))
FACTS = Facts(
    documents=(Document("D1", "a.txt", "Blast", "A bomb killed four people.", DAY, "text"),),
    mentions=(Mention("M1", "D1", "bombing", SENTENCE, "I1"),),
    incidents={"I1": BLAST},
    class_of=CLASSES,
    actors={("I1", "target"): ("people",)},
    killed={("I1", "civilian"): ((4, None),)},
    links=frozenset(),
)


def figures(facts: Facts = FACTS, gold: Gold = GOLD) -> dict[str, float]:
    return evaluate(facts, gold).figures


def with_incident(**fields: object) -> Facts:
    return replace(FACTS, incidents={"I1": replace(BLAST, **fields)})


def asking(**fields: object) -> Gold:
    return replace(GOLD, incidents=(replace(ASKED, **fields),))


def test_a_right_warehouse_has_all_measures_at_one() -> None:
    assert figures() == {
        "documents loaded": 1.0,
        "violent incidents found": 1.0,
        "found in each document": 1.0,
        "in one incident": 1.0,
        "date": 1.0,
        "country": 1.0,
        "place": 1.0,
        "killed": 1.0,
        "killed by group": 1.0,
        "perpetrator": 1.0,
        "target": 1.0,
        "no claimant invented": 1.0,
        "violent incidents not false alarms": 1.0,
    }


def test_an_incident_that_is_not_there_has_all_its_fields_wrong() -> None:
    measured = figures(replace(FACTS, mentions=()))
    lost = ("violent incidents found", "date", "country", "place", "killed", "killed by group", "perpetrator", "target")
    assert {name: measured[name] for name in lost} == dict.fromkeys(lost, 0.0)
    assert "no claimant invented" not in measured


@pytest.mark.parametrize(
    ("fields", "measure", "value"),
    [
        pytest.param({"occurred_from": None}, "date", 0.0, id="no date"),
        pytest.param({"occurred_from": NEXT_DAY, "occurred_to": NEXT_DAY}, "date", 0.0, id="next day"),
        pytest.param({"occurred_from": DAY - dt.timedelta(20)}, "date", 0.5, id="three weeks"),
        pytest.param({"country": "IR"}, "country", 0.0, id="other country"),
        pytest.param({"place_name": "Quetta"}, "place", 0.5, id="right province alone"),
        pytest.param({"place_name": "Bolan Pass"}, "place", 1.0, id="another name of it"),
        pytest.param({"place_name": "Karachi", "admin1": "Sindh"}, "place", 0.0, id="other province"),
        pytest.param({"killed_high": 4}, "killed", 0.5, id="dispute hidden"),
        pytest.param({"killed_low": 3}, "killed", 0.0, id="too few"),
        pytest.param({"killed_high": 7}, "killed", 0.0, id="too many"),
        pytest.param({"killed_low": None, "killed_high": None}, "killed", 0.0, id="no toll"),
    ],
)  # fmt: skip
def test_a_field_counts_as_far_as_it_is_right(fields, measure, value) -> None:
    assert figures(with_incident(**fields))[measure] == value


def test_an_open_end_of_a_toll_fits_any_upper_bound() -> None:
    assert figures(with_incident(killed_high=None), asking(tolls={"killed": Span(4, 4)}))["killed"] == 1.0


@pytest.mark.parametrize(
    ("actors", "value"),
    [
        pytest.param({}, 1.0, id="nobody named where unknown is accepted"),
        pytest.param({("I1", "perpetrator"): ("Gunmen",)}, 1.0, id="named"),
        pytest.param({("I1", "party"): ("gunmen",)}, 1.0, id="a party of a clash"),
        pytest.param({("I1", "perpetrator"): ("the army",)}, 0.0, id="someone else"),
        pytest.param({("I1", "perpetrator"): ("gunmen", "people")}, 0.5, id="the victims stand there too"),
    ],
)
def test_a_role_is_right_if_one_of_its_names_is(actors, value) -> None:
    assert figures(replace(FACTS, actors=actors))["perpetrator"] == value


def test_a_toll_is_invented_where_the_documents_say_none() -> None:
    gold = asking(tolls={}, no_toll=("killed", "injured"))
    assert figures(with_incident(killed_low=0), gold)["no toll invented"] == 0.5


def test_a_mention_of_the_class_alone_is_no_hit_and_no_false_alarm() -> None:
    facts = replace(FACTS, mentions=(replace(FACTS.mentions[0], event_type="armed_clash"),))
    measured = figures(facts)
    assert measured["violent incidents found"] == 0.0
    assert measured["violent incidents not false alarms"] == 1.0


def test_a_violent_incident_on_another_sentence_is_a_false_alarm() -> None:
    other = Mention("M2", "D1", "bombing", "Critics bombed the film, and its director was blasted.", "I2")
    facts = replace(
        FACTS, mentions=(*FACTS.mentions, other), incidents={"I1": BLAST, "I2": replace(BLAST, incident_id="I2")}
    )
    gold = replace(GOLD, not_incidents={"a": ("Critics bombed the film", "nowhere said")})
    assert figures(facts, gold)["violent incidents not false alarms"] == 0.5
    assert figures(facts, gold)["not built on a non-event"] == 0.5


def test_pairs_of_mentions_that_are_torn_apart_lower_the_merging_recall() -> None:
    sentences = ("A bomb killed four", "The blast was heard far away", "The explosion tore the roof off")
    mentions = tuple(Mention(f"M{i}", "D1", "bombing", s, "I1" if i < 2 else "I2") for i, s in enumerate(sentences))
    facts = replace(FACTS, mentions=mentions, incidents={"I1": BLAST, "I2": replace(BLAST, incident_id="I2")})
    measured = figures(facts, asking(anchors={"a": sentences}))
    assert measured["merging precision (pairs)"] == 1.0
    assert measured["merging recall (pairs)"] == pytest.approx(1 / 3)
    assert measured["merging F1 (pairs)"] == pytest.approx(1 / 2)
    assert measured["in one incident"] == pytest.approx(2 / 3)


def test_a_link_counts_between_the_incidents_that_stand_for_its_ends() -> None:
    answer = replace(
        ASKED, incident_id="answer", anchors={"a": ("In revenge shells fell",)}, types=frozenset({"bombing"})
    )
    gold = replace(GOLD, incidents=(ASKED, answer), links=(GoldLink("answer", "retaliation_for", "mach"),))
    second = Mention("M2", "D1", "bombing", "In revenge shells fell on the town.", "I2")
    facts = replace(
        FACTS, mentions=(*FACTS.mentions, second), incidents={"I1": BLAST, "I2": replace(BLAST, incident_id="I2")}
    )
    assert figures(facts, gold)["links"] == 0.0
    assert figures(replace(facts, links=frozenset({("I2", "response_to", "I1")})), gold)["links"] == 1.0
    assert figures(replace(facts, links=frozenset({("I1", "response_to", "I2")})), gold)["links"] == 0.0


def test_documents_are_held_to_title_date_keep_and_cut() -> None:
    document = GoldDocument(
        "a",
        "a.txt",
        "Blast in Mach",
        DAY,
        ("metadata",),
        cut=("Share this", "bomb killed"),
        keep=("four people", "lost"),
    )
    measured = figures(gold=replace(GOLD, documents=(document,)))
    assert [measured[n] for n in ("boilerplate cut", "body kept", "title", "published date", "published basis")] == [
        0.5, 0.5, 0.0, 1.0, 0.0,
    ]  # fmt: skip


def test_what_is_set_aside_must_say_why() -> None:
    facts = replace(FACTS, set_aside=(SetAside("in/empty.txt", ("the file is empty",)), SetAside("es.txt", ("cut",))))
    gold = replace(GOLD, set_aside={"empty.txt": ("empty",), "es.txt": ("language",), "gone.txt": ("binary",)})
    assert figures(facts, gold)["set aside with reason"] == pytest.approx(1 / 3)


def test_precision_counts_the_answers_given() -> None:
    other = replace(ASKED, incident_id="other", anchors={"a": ("Nobody tells this",)})
    evaluation = evaluate(with_incident(country="IR"), replace(GOLD, incidents=(ASKED, other)))
    measures = {measure.name: measure for measure in evaluation.measures}
    assert measures["date"] == Measure("date", 1.0, 2, 1)
    assert (measures["date"].recall, measures["date"].precision) == (0.5, 1.0)
    assert (measures["country"].recall, measures["country"].precision) == (0.0, 0.0)
    assert measures["found in each document"].precision is None


def test_the_table_lists_misses_when_asked() -> None:
    evaluation = evaluate(with_incident(country="IR"), GOLD)
    assert "- mach -> I1: IR, not PK" in as_table(evaluation, verbose=True)
    assert "- mach" not in as_table(evaluation)


@pytest.mark.parametrize(
    ("wanted", "found", "named"),
    [
        pytest.param(["Turbat"], ["Near Turbat"], True, id="begins a word"),
        pytest.param(["US"], ["Russia"], False, id="inside a word"),
        pytest.param(["soldier"], ["Soldiers"], True, id="plural"),
        pytest.param(["Al-Fashir"], ["al–Fashir"], True, id="another dash"),
        pytest.param(["x"], [None], False, id="nothing"),
    ],
)
def test_names_are_compared_by_the_beginnings_of_words(wanted, found, named) -> None:
    assert any_named(wanted, found) is named


def test_an_anchor_that_spans_sentences_is_touched_by_long_ones_alone() -> None:
    anchor = fold("He was shot. The man had come home from work that evening.")
    assert touches(anchor, fold("The man had come home from work that evening."))
    assert not touches(anchor, fold("He was shot."))
