"""The labelled set itself: its size and spread, its form, and a reader who is never wrong."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
import yaml

from sitrep.ontology.types import load_types
from tests.evaluation.labelled_oracle import answer
from tests.evaluation.labelled_score import figures, score
from tests.evaluation.labelled_set import FOLDER, Event, LabelInvalid, Name, Text, Toll, read_all, read_file


@pytest.fixture(scope="module")
def texts() -> tuple[Text, ...]:
    return read_all()


def written(tmp_path: Path, **text: object) -> Path:
    path = tmp_path / "clashes.yaml"
    whole = {
        "id": "clashes-01",
        "manner": "wire",
        "conflict": "x",
        "published": dt.date(2024, 1, 5),
        "events": [],
        **text,
    }
    path.write_text(yaml.safe_dump({"phenomenon": "clashes", "texts": [whole]}), encoding="utf-8")
    return path


def test_the_set_is_large_and_varied(texts: tuple[Text, ...]) -> None:
    assert len(texts) >= 400
    assert len({text.conflict for text in texts} - {"none"}) >= 12
    assert len({text.manner for text in texts}) >= 40
    assert sum(text.negative or text.hard for text in texts) * 3 >= len(texts)
    assert len({text.whole for text in texts}) == len(texts)


def test_every_phenomenon_has_texts_in_both_halves(texts: tuple[Text, ...]) -> None:
    halves = Counter((text.file, text.half) for text in texts)
    files = {text.file for text in texts}
    assert all(halves[file, half] >= 2 for file in files for half in ("look", "score")), halves


def test_every_event_type_is_expected_somewhere(texts: tuple[Text, ...]) -> None:
    expected = {event.types[0] for text in texts for event in text.events if event.happened and not event.may}
    assert expected == set(load_types())


def test_nothing_is_expected_to_happen_after_its_text(texts: tuple[Text, ...]) -> None:
    late = [
        text.text_id
        for text in texts
        for event in text.events
        if event.happened and event.dates and text.published and event.dates[0] > text.published
    ]
    assert late == []


def test_a_reader_who_is_never_wrong_gets_every_mark(texts: tuple[Text, ...]) -> None:
    by_words = {text.whole: text for text in texts}
    judgements = score(texts, lambda document: answer(by_words[document.clean_text]))
    assert [f"{j.text.text_id} {j.measure}: {j.what}" for j in judgements if not j.right] == []
    assert set(figures(judgements).values()) == {1.0}


def test_a_label_says_all_that_it_can(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        text="Rebels shot 3 to 5 police near Goma on Friday, the mayor said.",
        events=[
            {
                "type": "armed_attack",
                "or": ["armed_clash"],
                "at": ["shot"],
                "perp": ["M23|Rebels ~suspected", "(ADF)"],
                "target": "any",
                "place": "Goma|Sake",
                "country": "CD",
                "date": "2024-01-05..2024-01",
                "killed": {"security_force": "3-5 <mayor>"},
                "injured": "any",
                "by": "mayor",
            }
        ],
    )
    (text,) = read_file(path, load_types())
    (event,) = text.events
    assert text.whole[event.anchors[0].start : event.anchors[0].end] == "shot"
    assert event == Event(
        number=0,
        types=("armed_attack", "armed_clash"),
        anchors=event.anchors,
        modalities=("asserted",),
        roles={"perpetrator": (Name(("M23", "Rebels"), ("suspected",)), Name(("ADF",), optional=True))},
        free_roles=frozenset({"target"}),
        place=("Goma", "Sake"),
        countries=("CD",),
        dates=event.dates,
        tolls=(Toll("killed", ("security_force",), (3, 3), (5, 5), by=("mayor",)),),
        free_tolls=frozenset({("injured", "*")}),
        by=("mayor",),
    )
    assert event.dates is not None
    assert [day.isoformat() for day in event.dates] == ["2024-01-05", "2024-01-31"]


@pytest.mark.parametrize(
    ("raw", "right", "wrong"),
    [
        ("12", [(12, 12)], [(12, None), (11, 12), (12, 13)]),
        ("12+", [(12, None), (13, None)], [(12, 12), (14, None)]),
        ("5-7", [(5, 7)], [(5, 5), (5, None)]),
        ("~30", [(30, 30), (25, 30), (27, 33)], [(30, None), (20, 30), (30, 50)]),
        ("dozens", [(24, None), (24, 99)], [(12, None), (24, 24)]),
        ("0", [(0, 0)], [(0, None)]),
    ],
)
def test_counts_accept_what_says_the_same(
    tmp_path: Path, raw: str, right: list[tuple[int, int | None]], wrong: list[tuple[int, int | None]]
) -> None:
    event = {"type": "bombing", "at": ["Blast"], "killed": {"people": raw}}
    (text,) = read_file(written(tmp_path, text="Blast kills.", events=[event]), load_types())
    (toll,) = text.events[0].tolls
    assert toll.groups == ("total", "unknown")
    assert [toll.accepts(*bounds) for bounds in right] == [True] * len(right)
    assert [toll.accepts(*bounds) for bounds in wrong] == [False] * len(wrong)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"type": "battle"}, "battle", id="unknown type"),
        pytest.param({"at": ["exploded"]}, "exploded", id="words that the text has not"),
        pytest.param({"mod": "maybe"}, "maybe", id="unknown modality"),
        pytest.param({"killed": {"people": "some"}}, "some", id="no count"),
        pytest.param({"killed": {"soldiers": 3}}, "soldiers", id="no group"),
        pytest.param({"perp": ["M23 ~perhaps"]}, "perhaps", id="no certainty"),
        pytest.param({"plaec": "Goma"}, "plaec", id="a key too many"),
        pytest.param({"date": "Friday"}, "Friday", id="no date"),
    ],
)
def test_a_label_that_cannot_be_names_file_and_text(tmp_path: Path, change: dict[str, object], message: str) -> None:
    event = {"type": "bombing", "at": ["Blast"], **change}
    path = written(tmp_path, text="Blast kills two.", events=[event])
    with pytest.raises(LabelInvalid, match=rf"clashes\.yaml: clashes-01: .*{message}"):
        read_file(path, load_types())


def test_ids_are_unique_over_all_files() -> None:
    assert len({text.text_id for text in read_all()}) == sum(
        len(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["texts"]) for path in FOLDER.glob("*.yaml")
    )
