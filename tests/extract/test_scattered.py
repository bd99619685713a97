"""Two deeds of one sentence, each with its own place or its own doers, and one deed told by two clauses.

What belongs here: clauses joined by "after" and "while", and the tolls of every mention. What does not: whole texts.
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, roles_of, tolls_of

APART = [(["killed 30 total"], "Gao"), (["killed 6 security_force"], "Mopti")]


def told(text: str, ontology: Ontology) -> list[tuple[list[str], str]]:
    """The tolls and the place of every mention."""
    return [(tolls_of(m), m.place.text if m.place else "") for m in mentions_of(text, ontology)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 30 people in Gao on Sunday after a bombing in Mopti killed six soldiers.",
        "Gunmen killed 30 people in Gao on Sunday, days after a bomb killed six soldiers in Mopti.",
        "Gunmen killed 30 people in Gao on Sunday while a bomb killed six soldiers in Mopti.",
    ],
)
def test_what_others_do_elsewhere_is_another_deed(text: str, ontology: Ontology) -> None:
    assert sorted(told(text, ontology)) == APART


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Six soldiers were killed in Gao on Sunday after gunmen attacked their post.", ["killed 6 security_force"]),
        ("Gunmen killed six soldiers in Gao on Sunday after storming their post.", ["killed 6 security_force"]),
        ("Six soldiers died in Gao on Sunday while nine were wounded when a mine went off.",
         ["injured 9 total", "killed 6 security_force"]),
    ],
)  # fmt: skip
def test_what_one_deed_did_stays_together(text: str, tolls: list[str], ontology: Ontology) -> None:
    found = [toll for mention, _ in told(text, ontology) for toll in mention]
    assert (sorted(found), len({m.happening for m in mentions_of(text, ontology)})) == (tolls, 1)


def test_deaths_in_a_number_of_incidents_are_a_sum(ontology: Ontology) -> None:
    (mention,) = mentions_of("In Swat, 192 people were killed in 219 terror activities.", ontology)
    assert mention.is_aggregate


GAO_AND_MOPTI = [(["killed 9 total"], "Gao"), (["injured 6 total"], "Mopti")]


@pytest.mark.parametrize(
    "text",
    [
        "In Gao, gunmen killed nine people; in Mopti, a bomb wounded six.",
        "In the first raid, gunmen killed nine people in Gao, and in Mopti, a bomb wounded six.",
        "The attack in Gao, which killed nine people, came after a bomb wounded six in Mopti.",
        "A shell killed nine people in Gao and six others were wounded in Mopti.",
        "Shelling killed nine people in Gao and wounded six in Mopti.",
        "Rebels killed nine in Gao on Monday and had wounded six in Mopti a week earlier.",
    ],
)
def test_each_place_of_a_sentence_has_its_own_toll(text: str, ontology: Ontology) -> None:
    assert [(told, place) for told, place in told(text, ontology) if told] == GAO_AND_MOPTI
    assert len({m.happening for m in mentions_of(text, ontology) if m.casualties}) == 2


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Nine people were killed in Gao and six in Mopti.", {"Gao": 9, "Mopti": 6}),
        ("Gunmen killed nine in Gao and, hours later, six in Mopti.", {"Gao": 9, "Mopti": 6}),
        ("Air raids killed nine villagers in Gao, six in Mopti and two in Kidal.", {"Gao": 9, "Mopti": 6, "Kidal": 2}),
        ("Nine died in an attack in Gao, six soldiers in an ambush near Mopti and two men in Kidal were shot.",
         {"Gao": 9, "Mopti": 6}),
    ],
)  # fmt: skip
def test_a_verb_that_is_left_out_is_that_of_the_others(text: str, tolls: dict[str, int], ontology: Ontology) -> None:
    found = {m.place.text: c.low for m in mentions_of(text, ontology) if m.place for c in m.casualties}
    assert {place: found.get(place) for place in tolls} == tolls


def test_what_is_told_place_by_place_is_told_before_as_a_sum(ontology: Ontology) -> None:
    mentions = mentions_of("Fourteen people have been killed: nine in Gao and five in Mopti.", ontology)
    assert [(tolls_of(m), m.is_aggregate) for m in mentions] == [
        (["killed 14 total"], True),
        (["killed 9 total"], False),
        (["killed 5 total"], False),
    ]


def test_who_struck_here_struck_there(ontology: Ontology) -> None:
    mentions = mentions_of("Russian shelling killed two people in Kherson and wounded five in Kharkiv.", ontology)
    assert [(m.event_type, m.place.text, roles_of(m)["perpetrator"]) for m in mentions if m.place] == [
        ("shelling", "Kherson", ["Russian"]),
        ("shelling", "Kharkiv", ["Russian"]),
    ]


def test_those_counted_in_one_village_after_the_other_died_in_one_raid(ontology: Ontology) -> None:
    text = (
        "Bandits raided Gusau district. They killed two men in Kwanbari village, three in Gidanju and two in Karandu."
    )
    assert [tolls_of(m) for m in mentions_of(text, ontology)][-1] == ["killed 7 total"]


def test_what_a_time_opens_behind_and_is_of_that_time(ontology: Ontology) -> None:
    (_, mention) = mentions_of("A bomb killed two men on Friday; a day earlier, six were shot dead.", ontology)
    assert tolls_of(mention) == ["killed 6 total"]


@pytest.mark.parametrize(
    ("told", "is_sum"),
    [
        pytest.param(
            "Dozens of officers have been killed in suicide attacks since the insurgency began.", True, id="since"
        ),
        pytest.param("Nine officers were killed in suicide attacks in Warri on Monday.", False, id="on a day"),
        pytest.param("Nine died in a series of blasts in Warri on Monday.", False, id="a series of one day"),
    ],
)
def test_what_attacks_have_cost_since_is_no_incident(told: str, is_sum: bool, ontology: Ontology) -> None:
    assert [mention.is_aggregate for mention in mentions_of(told, ontology)] == [is_sum]


def test_what_those_shot_are_accused_of_is_another_deed(ontology: Ontology) -> None:
    found = mentions_of("Police shot dead two men accused of killing 12 people in Paris.", ontology)
    assert [{t.low for t in m.casualties} for m in found] == [{2}, {12}]
    assert len({m.happening for m in found}) == 2


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "Police said on Thursday they had killed 19 men suspected of carrying out the raid on Tuesday that killed "
            "seven monks in Gao.",
            {"killed": "05-09..05-09", "raid": "05-07..05-07"},
            id="of which more is told",
        ),
        pytest.param(
            "Police on Thursday shot a suspect in the murder of a priest.",
            {"shot": "05-09..05-09", "murder": "None..None"},
            id="nobody knows when",
        ),
        pytest.param(
            "Police in Gao on Thursday arrested two men accused of shelling a church, an attack that killed six.",
            {"arrested": "05-09..05-09", "shelling": "None..None", "attack": "None..None"},
            id="told twice",
        ),
        pytest.param(
            "A shell hit a church in Gao on Thursday, killing six. Police arrested two men accused of shelling it.",
            {"hit": "05-09..05-09", "arrested": "05-09..05-10", "shelling": "05-09..05-09"},
            id="told before as news",
        ),
    ],
)
def test_a_charge_has_no_day_but_its_own(text: str, days: dict[str, str], ontology: Ontology) -> None:
    found = {m.trigger: m.occurrence for m in mentions_of(text, ontology)}
    assert {word: f"{str(o.date_from)[-5:].lstrip('-')}..{str(o.date_to)[-5:]}" for word, o in found.items()} == days


def test_what_men_are_accused_of_is_the_deed_told(ontology: Ontology) -> None:
    text = "Two men are accused of killing 12 people in Paris. The killings took place on Friday."
    assert len({m.happening for m in mentions_of(text, ontology) if m.event_type == "armed_attack"}) == 1


def test_another_and_another_are_two(ontology: Ontology) -> None:
    text = (
        "Gunmen killed nine people in Gao on Sunday. Another attack left four people dead in Mopti, while another "
        "ambush left six soldiers dead in Menaka."
    )
    assert [m.happening for m in mentions_of(text, ontology)] == [0, 1, 2]


IN_CAPITALS = {
    "the rest elsewhere": (
        "Bombs killed 12 people in Baghdad, three in Mosul, and five in Kirkuk on Monday.",
        {"Baghdad": "killed 12 total", "Mosul": "killed 3 total", "Kirkuk": "killed 5 total"},
    ),
    "joined by and": (
        "A car bomb killed 12 people in Baghdad on Monday and three policemen were shot dead in Mosul.",
        {"Baghdad": "killed 12 total", "Mosul": "killed 3 security_force"},
    ),
    "another clause between": (
        "Three people were killed in Bamako on Monday and eight others were hurt, while a guard was hurt in Gao.",
        {"Bamako": "injured 8 total, killed 3 total", "Gao": "injured 1 security_force"},
    ),
    "one scene": (
        "Three people were killed in Bamako on Monday and eight others were hurt, while two guards escaped.",
        {"Bamako": "injured 8 total, killed 3 total"},
    ),
    "a quarter of the town": (
        "A bomb killed two people near Baghdad airport and wounded six in Baghdad on Monday.",
        {"Baghdad": "injured 6 total, killed 2 total"},
    ),
}


@pytest.mark.parametrize(("text", "tolls"), IN_CAPITALS.values(), ids=IN_CAPITALS.keys())
def test_a_capital_is_a_scene_of_its_own(text: str, tolls: dict[str, str], ontology: Ontology) -> None:
    assert {place: ", ".join(found) for found, place in told(text, ontology) if found} == tolls


def test_those_who_are_hurt_by_now_are_no_habit(ontology: Ontology) -> None:
    text = "A missile hit a market in Gao on Monday. Three people are killed. Five more are injured."
    assert [m.modality for m in mentions_of(text, ontology)] == ["asserted"] * 3
