"""The scorer of the labelled set: one text, one wrong answer, and the judgement that it must give."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from sitrep.ontology.types import load_types
from sitrep.records import ActorMention, CasualtyMention, Extraction, Mention, Occurrence, PlaceMention
from tests.evaluation.labelled_oracle import answer
from tests.evaluation.labelled_score import misses, score, sums, table
from tests.evaluation.labelled_set import Text, read_file

STORY = (
    "Gunmen of M23 attacked Sake on Friday, killing 7 villagers, police said. The raid lasted an hour. "
    "A bomb killed a guard in Goma."
)
EVENTS = [
    {"type": "armed_attack", "at": ["attacked", "raid"], "perp": ["M23 ~stated"], "target": ["Sake"], "place": "Sake",
     "country": "CD", "date": "2024-01-05", "killed": {"civilian": "7 <police>"}, "by": "police"},
    {"type": "bombing", "at": ["bomb"], "target": ["guard"], "place": "Goma", "country": "CD", "killed": {"people": 1}},
]  # fmt: skip

#: What is asked of both events of the story, and of the raid alone.
OF_BOTH = ("modality", "background", "aggregate", "target", "killed", "victim group", "place", "country")
OF_THE_RAID = (*OF_BOTH, "perpetrator", "certainty", "toll's speaker", "date", "speaker")
ANOTHER_PERPETRATOR = {("perpetrator", "missed"), ("perpetrator", "false"), ("certainty", "missed")}
ANOTHER_TOLL = {("killed", "false"), *((m, "missed") for m in ("killed", "victim group", "toll's speaker"))}

Change = Callable[[Mention], Mention]


@pytest.fixture
def text(tmp_path: Path) -> Text:
    whole = {"id": "raids-1", "manner": "wire", "conflict": "drc", "published": dt.date(2024, 1, 6), "text": STORY}
    path = tmp_path / "raids.yaml"
    path.write_text(yaml.safe_dump({"phenomenon": "raids", "texts": [{**whole, "events": EVENTS}]}))
    return read_file(path, load_types())[0]


def wrong(text: Text, change: Callable[[tuple[Mention, ...]], tuple[Mention, ...]]) -> set[tuple[str, str]]:
    """Measures that are wrong, and whether recall or precision, when the right answer is changed."""
    right = answer(text)
    changed = dataclasses.replace(right, mentions=change(right.mentions))
    return {(j.measure, "missed" if j.asked else "false") for j in score([text], lambda _: changed) if not j.right}


def each(change: Change) -> Callable[[tuple[Mention, ...]], tuple[Mention, ...]]:
    """The same change in both mentions of the raid."""
    return lambda mentions: (change(mentions[0]), change(mentions[1]), *mentions[2:])


def with_(**fields: object) -> Callable[[tuple[Mention, ...]], tuple[Mention, ...]]:
    return each(lambda mention: dataclasses.replace(mention, **fields))


def actors(role: str, name: str, certainty: str = "stated") -> tuple[ActorMention, ...]:
    others = [ActorMention(r, n, n, 0, 1) for r, n in (("perpetrator", "M23"), ("target", "Sake")) if r != role]
    return (*others, ActorMention(role, name, name, 0, 1, None, certainty))


def tolls(*tolls: tuple[str, str, int, int | None]) -> tuple[CasualtyMention, ...]:
    return tuple(CasualtyMention(*toll, 0, 1, "", "police") for toll in tolls)


@pytest.mark.parametrize(
    ("change", "judged"),
    [
        pytest.param(lambda m: m, set(), id="all right"),
        pytest.param(
            lambda m: (m[0], m[2]),
            {("trigger words", "missed"), ("one happening", "missed")},
            id="a second mention missed costs no happening",
        ),
        pytest.param(
            lambda m: m[:2],
            {(m, "missed") for m in ("violent found", "type bombing", "trigger words", *OF_BOTH)},
            id="a happening missed",
        ),
        pytest.param(
            with_(event_type="armed_clash"),
            {("type armed_attack", "missed"), ("type armed_clash", "false")},
            id="a relative's type is found, and wrong",
        ),
        pytest.param(
            with_(modality="denied"),
            {(m, "missed") for m in ("violent found", "type armed_attack", *OF_THE_RAID)},
            id="held for denied is not found",
        ),
        pytest.param(with_(modality="claimed"), {("modality", "missed")}, id="modality"),
        pytest.param(with_(is_background=True), {("background", "missed")}, id="background"),
        pytest.param(with_(actors=actors("perpetrator", "ADF")), ANOTHER_PERPETRATOR,
                     id="another perpetrator"),
        pytest.param(with_(actors=actors("perpetrator", "the M23 rebels", "denied")), {("certainty", "missed")},
                     id="certainty"),
        pytest.param(with_(actors=(*actors("target", "Sake"), ActorMention("claimant", "x", "ADF", 0, 1))),
                     {("claimant", "false")}, id="a claimant invented"),
        pytest.param(with_(place=PlaceMention("Goma@CD", "Goma")), {("place", "missed"), ("place", "false")},
                     id="the other place of the text"),
        pytest.param(with_(place=None), {("place", "missed"), ("country", "missed")}, id="no place"),
        pytest.param(with_(occurrence=Occurrence()), {("date", "missed")}, id="no date"),
        pytest.param(with_(casualties=tolls(("killed", "unknown", 7, 7))), {("victim group", "missed")}, id="group"),
        pytest.param(with_(casualties=tolls(("killed", "civilian", 7, None))),
                     ANOTHER_TOLL,
                     id="an open toll for an exact one"),
        pytest.param(with_(casualties=tolls(("killed", "civilian", 7, 7), ("injured", "unknown", 2, 2))),
                     {("injured", "false")}, id="a toll invented"),
        pytest.param(with_(casualties=tolls(("killed", "civilian", 7, 7), ("killed", "total", 7, 7))), set(),
                     id="a total that is the sum"),
        pytest.param(with_(casualties=tolls(("killed", "civilian", 4, 4), ("killed", "civilian", 3, 3))), set(),
                     id="parts that come to the toll"),
        pytest.param(with_(attributed_to="Gunmen"), {("speaker", "false")}, id="another speaker"),
        pytest.param(
            lambda m: (m[0], dataclasses.replace(m[1], happening=9), m[2]), {("one happening", "missed")}, id="split"
        ),
        pytest.param(
            lambda m: (m[0], m[1], dataclasses.replace(m[2], happening=0)), {("one happening", "false")}, id="lumped"
        ),
    ],
)  # fmt: skip
def test_each_wrong_answer_costs_its_own_mark(
    text: Text,
    change: Callable[[tuple[Mention, ...]], tuple[Mention, ...]],
    judged: set[tuple[str, str]],
) -> None:
    assert wrong(text, change) == judged


def test_a_happening_of_no_expected_event_is_a_false_alarm(text: Text) -> None:
    def more(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        extra = dataclasses.replace(
            mentions[2], trigger_start=0, trigger_end=6, event_type="meet", happening=9, char_end=10
        )
        return (*mentions, extra)

    assert wrong(text, more) == {("other found", "false"), ("type meet", "false")}


def test_a_victim_of_the_toll_is_no_wrong_target_but_a_bare_count_is(text: Text) -> None:
    def also(name: str, start: int) -> Callable[[tuple[Mention, ...]], tuple[Mention, ...]]:
        more = ActorMention("target", name, name, start, start + 9)
        return each(lambda mention: dataclasses.replace(mention, actors=(*mention.actors, more)))

    assert wrong(text, also("villagers", 0)) == set()
    assert wrong(text, also("villagers", 40)) == {("target", "false")}
    assert wrong(text, also("seven", 0)) == {("target", "false")}


def test_nothing_found_is_all_missed_and_nothing_false(text: Text) -> None:
    judgements = score([text], lambda _: Extraction("", "none", "1"))
    figures = {measure: (f.recall, f.precision) for measure, f in sums(judgements).items()}
    names = ("trigger words", "type armed_attack", "type bombing", "violent found", "one happening", *OF_THE_RAID)
    assert figures == dict.fromkeys(names, (0.0, None))
    assert misses(judgements, "violent") == "" if text.half == "score" else "nothing" in misses(judgements, "violent")
    assert "violent found" in table(judgements)
