"""Single sentences and the whole record that each becomes: how many, whether it happened, who says so, where.

What belongs here: one event and one sentence. What does not: what several sentences tell together (test_story.py).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import Shown, mentions_of, shown

ATTACK = {"perpetrator": ["Rebels"], "target": ["town"]}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Rebels attacked the town of Goma on Tuesday.",
            Shown("attacked", "armed_attack", ATTACK, where="Goma", when="2024-05-07"),
            id="told as a fact",
        ),
        pytest.param(
            "Rebels did not attack the town.",
            Shown("attack", "armed_attack", ATTACK, modality="denied"),
            id="denied by a negation",
        ),
        pytest.param(
            "Rebels may attack the town.",
            Shown("attack", "armed_attack", ATTACK, modality="hypothetical"),
            id="supposed by a modal",
        ),
        pytest.param(
            "Rebels often attack the town.",
            Shown("attack", "armed_attack", ATTACK, modality="habitual"),
            id="a habit",
        ),
        pytest.param(
            "Rebels used to attack the town.",
            Shown("attack", "armed_attack", ATTACK, modality="habitual"),
            id="a habit of the past",
        ),
        pytest.param(
            "Rebels used rockets to attack the town.",
            Shown("attack", "armed_attack", ATTACK),
            id="what was used, and for what, was done",
        ),
        pytest.param(
            "If rebels attack the town, troops will return.",
            Shown("attack", "armed_attack", {"perpetrator": ["rebels"], "target": ["town"]}, modality="hypothetical"),
            id="supposed by an if",
        ),
        pytest.param(
            "Did rebels attack the town?",
            Shown("attack", "armed_attack", {"perpetrator": ["rebels"], "target": ["town"]}, modality="hypothetical"),
            id="asked",
        ),
        pytest.param(
            "Rebels had attacked the town in 2019.",
            Shown("attacked", "armed_attack", ATTACK, when="2019-01-01/2019-12-31", is_background=True),
            id="background by its tense",
        ),
        pytest.param(
            "Rebels attacked the town in March 2021.",
            Shown("attacked", "armed_attack", ATTACK, when="2021-03-01/2021-03-31", is_background=True),
            id="background by its day",
        ),
    ],
)
def test_whether_it_happened(sentence: str, expected: Shown, ontology: Ontology) -> None:
    assert shown(sentence, ontology) == [expected]


@pytest.mark.parametrize(
    ("sentence", "modalities"),
    [
        pytest.param("Rebels told farmers to leave the town or be killed.",
                     {"appeal": "asserted", "armed_attack": "planned"},
                     id="what they are told to expect"),
        pytest.param("Police were investigating whether a gang was involved in the attacks.",
                     {"investigate": "asserted", "armed_attack": "asserted"},
                     id="who did it is asked, not whether"),
        pytest.param("Rebels threatened to attack the town.", {"threaten": "asserted", "armed_attack": "threatened"},
                     id="threatened"),
        pytest.param("The army denied that it shelled the village.", {"reject": "asserted", "shelling": "denied"},
                     id="denied by who would have done it"),
    ],
)  # fmt: skip
def test_what_is_said_and_what_it_is_said_of_are_two(
    sentence: str, modalities: dict[str, str], ontology: Ontology
) -> None:
    assert {each.event_type: each.modality for each in shown(sentence, ontology)} == modalities


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        pytest.param("A bomb killed 12 people in Kabul.", ["killed 12 total"], id="digits"),
        pytest.param("A bomb killed twenty-six people.", ["killed 26 total"], id="words"),
        pytest.param("A bomb killed at least 12 people.", ["killed 12 or more total"], id="at least"),
        pytest.param("A bomb killed up to 12 people.", ["killed 0-12 total"], id="up to"),
        pytest.param("A bomb killed 40+ people.", ["killed 40 or more total"], id="a plus"),
        pytest.param("A bomb injured 180-plus.", ["injured 180 or more total"], id="a plus in words"),
        pytest.param("A bomb killed more than 1,200 people.", ["killed 1200 or more total"], id="more than"),
        pytest.param("A bomb killed dozens of people.", ["killed 24 or more total"], id="dozens"),
        pytest.param("Between 12 and 15 villagers were killed in the raid.", ["killed 12-15 civilian"], id="between"),
        pytest.param("The blast killed a policeman.", ["killed 1 security_force"], id="one without a number"),
        pytest.param("Gunmen kidnapped two engineers.", ["abducted 2 civilian"], id="abducted"),
        pytest.param(
            "The attack left six soldiers dead and nine wounded.",
            ["injured 9 total", "killed 6 security_force"],
            id="left dead and wounded",
        ),
        pytest.param(
            "Six soldiers, including a major, were killed in an ambush.", ["killed 6 security_force"], id="one of them"
        ),
        pytest.param(
            "Three women and four children were killed in the air strike.",
            ["killed 3 woman", "killed 4 child", "killed 7 civilian"],
            id="a sum of parts",
        ),
        pytest.param(
            "The shelling killed five people, including two children.",
            ["killed 2 child", "killed 5 total"],
            id="a part of the sum",
        ),
        pytest.param(
            "Ten civilians and five soldiers were killed and 20 people injured in clashes.",
            ["injured 20 total", "killed 10 civilian", "killed 5 security_force"],
            id="two groups and two outcomes",
        ),
        pytest.param("The death toll from the bombing rose to 31.", ["killed 31 total"], id="a toll that rose"),
        pytest.param("The blast destroyed 12 houses.", [], id="houses are nobody"),
    ],
)
def test_how_many(sentence: str, tolls: list[str], ontology: Ontology) -> None:
    assert [each.tolls for each in shown(sentence, ontology)] == [tolls]


def test_a_sum_over_years_is_no_single_event(ontology: Ontology) -> None:
    told = shown("More than 2,400 people have been killed in the conflict since 2019.", ontology)
    assert [(each.tolls, each.is_aggregate) for each in told if each.tolls] == [(["killed 2400 or more total"], True)]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        pytest.param("Six soldiers were killed in the ambush.", None, id="the text itself"),
        pytest.param("Six soldiers were killed in the ambush, the army said.", "army", id="behind"),
        pytest.param("The army said rebels killed six soldiers.", "army", id="before"),
        pytest.param("According to police, gunmen killed a judge.", "police", id="according to"),
        pytest.param('"They killed six people," said the mayor.', "mayor", id="behind a quotation"),
    ],
)
def test_who_says_so(sentence: str, speaker: str | None, ontology: Ontology) -> None:
    assert [each.by for each in shown(sentence, ontology)] == [speaker]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        pytest.param(
            "The army said rebels killed six soldiers.",
            {"perpetrator": ["rebels"], "target": ["soldiers"]},
            id="who speaks did nothing",
        ),
        pytest.param(
            "Russian missiles hit a hospital in Kharkiv.",
            {"perpetrator": ["Russian missiles"], "target": ["hospital"]},
            id="whose weapon it was",
        ),
        pytest.param(
            "Troops clashed with militants near Mosul.",
            {"party": ["Troops", "militants"]},
            id="the two sides of a fight",
        ),
        pytest.param(
            "Six soldiers were ambushed by Al-Shabab.",
            {"perpetrator": ["Al-Shabab"], "target": ["soldiers"]},
            id="passive",
        ),
    ],
)
def test_who_did_it_to_whom(sentence: str, who: dict[str, list[str]], ontology: Ontology) -> None:
    assert [each.who for each in shown(sentence, ontology)] == [who]


@pytest.mark.parametrize(
    ("sentence", "where", "place_id"),
    [
        pytest.param("Rebels shelled the town of Abu Zabad in Sudan.", "Abu Zabad", "gn.380348", id="the finest"),
        pytest.param("Gunmen attacked a bus near Ogossagou in central Mali.", "near Ogossagou", "local.ML.ogossagou",
                     id="a village that no list has, in its country"),
        pytest.param("A bomb exploded near Zabitkel, a village in Helmand province.", "near Zabitkel",
                     "local.AF.zabitkel", id="a village that is said to be one"),
        pytest.param("A bomb killed nine people at a market.", None, None, id="a market is no place on the map"),
    ],
)  # fmt: skip
def test_where(sentence: str, where: str | None, place_id: str | None, ontology: Ontology) -> None:

    assert [each.where for each in shown(sentence, ontology)] == [where]
    assert [m.place.place_id if m.place else None for m in mentions_of(sentence, ontology)] == [place_id]
