"""Several sentences that tell of one thing, or of two: joined, shared, pronouns named, places inherited.

What belongs here: whole texts of two or three sentences with every mention expected. What does not: single sentences.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from sitrep.records import Published
from tests.extract.conftest import DAY, document
from tests.extract.reading import Shown, mentions_of, shown

KANDAHAR = Shown("killed", "bombing", {"target": ["people"]}, ["killed 9 total"], where="Kandahar", when="2024-05-09")
KILLED_NINE = "A bomb killed nine people in Kandahar on Thursday."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{KILLED_NINE} The attack was claimed by the Taliban.",
            [
                KANDAHAR,
                Shown("attack", "bombing", {"claimant": ["Taliban"], "perpetrator": ["Taliban"], "target": ["people"]},
                      where="Kandahar", when="2024-05-09"),
            ],
            id="the attack is the one told last, and has its day and place",
        ),
        pytest.param(
            f"{KILLED_NINE} Police said the blast wounded 20 others.",
            [
                KANDAHAR,
                Shown("blast", "bombing", {"target": ["people"]}, ["injured 20 total"], "Kandahar", "2024-05-09",
                      by="Police"),
            ],
            id="the blast wounded others too, whom nobody names",
        ),
        pytest.param(
            f"{KILLED_NINE} Another blast wounded two in Herat.",
            [
                KANDAHAR,
                Shown("blast", "bombing", {"target": ["two"]}, ["injured 2 total"], "Herat", happening=1),
            ],
            id="another blast is another",
        ),
        pytest.param(
            "Gunmen killed four soldiers in Mopti on Monday. On Wednesday, gunmen killed two soldiers in Gao.",
            [
                Shown("killed", "armed_attack", {"perpetrator": ["Gunmen"], "target": ["soldiers"]},
                      ["killed 4 security_force"], "Mopti", "2024-05-06"),
                Shown("killed", "armed_attack", {"perpetrator": ["gunmen"], "target": ["soldiers"]},
                      ["killed 2 security_force"], "Gao", "2024-05-08", happening=1),
            ],
            id="another day and place",
        ),
        pytest.param(
            "Gunmen attacked a police post in Quetta on Tuesday. Security forces killed three of the attackers.",
            [
                Shown("attacked", "armed_attack", {"perpetrator": ["Gunmen"], "target": ["police post"]},
                      where="Quetta", when="2024-05-07"),
                Shown("killed", "armed_attack", {"party": ["Security forces", "attackers"]},
                      ["killed 3 militant"], "Quetta", "2024-05-07"),
            ],
            id="those who struck back in the same fight are a side of it, not who began it",
        ),
        pytest.param(
            "Two bombs went off in Kandahar on Thursday. At least nine people were killed. "
            "A day earlier, gunmen shot dead a judge in Kabul.",
            [
                Shown("went off", "bombing", where="Kandahar", when="2024-05-09"),
                Shown("killed", "bombing", {"target": ["people"]}, ["killed 9 or more total"], "Kandahar",
                      "2024-05-09"),
                Shown("shot dead", "assassination", {"perpetrator": ["gunmen"], "target": ["judge"]},
                      ["killed 1 civilian"], "Kabul", "2024-05-08", happening=1),
            ],
            id="a toll in a sentence of its own, and a day counted from what was told",
        ),
    ],
)  # fmt: skip
def test_what_is_one_happening(text: str, expected: list[Shown], ontology: Ontology) -> None:
    assert shown(text, ontology) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("A bomb exploded in Kandahar. The attack killed nine people.", {"bombing"}, id="of a bomb"),
        pytest.param("Gunmen shot a trader in Kandahar. The attack lasted an hour.", {"armed_attack"}, id="of no bomb"),
        pytest.param(
            "Rebels and troops fought a battle in Bardale. The attack by the rebels killed two soldiers.",
            {"armed_clash", "armed_attack"},
            id="an attack in a battle stays one",
        ),
    ],
)
def test_the_attack_is_of_the_kind_of_what_it_looks_back_on(text: str, kinds: set[str], ontology: Ontology) -> None:
    assert {each.event_type for each in shown(text, ontology)} == kinds


def test_a_headline_and_its_lead_are_one_happening(ontology: Ontology) -> None:
    told = shown("The bomb killed nine people on Thursday, police said.", ontology, "Bomb kills nine in Kandahar")
    assert [(each.trigger, each.happening, each.where, each.when) for each in told] == [
        ("kills", 0, "Kandahar", "2024-05-09"),
        ("killed", 0, "Kandahar", "2024-05-09"),
    ]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param(
            "Boko Haram raided the village of Dalori. It burned 20 houses.", ["Boko Haram", "Boko Haram"], id="it"
        ),
        pytest.param(
            "Rebels bombed a market in Goma. The bombing was the worst in months.", ["Rebels", "Rebels"], id="the"
        ),
        pytest.param("Rebels were among those who shelled the town.", ["Rebels"], id="among those who"),
        pytest.param("Rebels ambushed a patrol. They killed four soldiers.", ["Rebels", "Rebels"], id="they"),
        pytest.param("The army said it had killed six militants.", ["army"], id="it in the same sentence"),
        pytest.param(
            "Al-Shabab attacked a hotel in Mogadishu. The group has killed hundreds of people.",
            ["Al-Shabab", "Al-Shabab"],
            id="the group",
        ),
        pytest.param(
            "Police blocked a road in Goma. Rebels once held the hills, and they have shelled two farms since.",
            ["Police", "Rebels"],
            id="who acts in the clause before",
        ),
        pytest.param(
            "The Red Cross condemned the war. Sudan's army carried out an air strike when it hit a mill.",
            ["Red Cross", "army"],
            id="it in a clause behind the deed",
        ),
        pytest.param("A court in Goma jailed two men. They killed a driver.", ["court"], id="they are no court"),
        pytest.param("Guards were killed at a hotel in Goma. We shelled it at noon.", [], id="we whom nobody quotes"),
        pytest.param(
            "The Taliban attacked a post in Kunduz. The army sent guards. We burned two trucks.",
            ["Taliban", "army", "Taliban"],
            id="we of a statement",
        ),
    ],
)
def test_pronouns_stand_for_who_was_named(text: str, doers: list[str], ontology: Ontology) -> None:
    found = [name for each in shown(text, ontology) for name in each.who.get("perpetrator", [])]
    assert found == doers


def test_its_fighters_are_those_of_the_group_named_before(ontology: Ontology) -> None:

    told = mentions_of("The Taliban attacked a convoy. Its fighters killed six soldiers.", ontology)
    assert [[a.actor_id for a in m.actors if a.role == "perpetrator"] for m in told] == [
        ["group.taliban"],
        ["group.taliban"],
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "MAIDUGURI, Nigeria, May 9 - Gunmen attacked a church in Konduga on Thursday. Six people were killed.",
            ["Konduga", "Konduga"],
            id="not where the reporter sits",
        ),
        pytest.param(
            "Rebels attacked a village in North Kivu on Monday. Nine farmers were killed.",
            ["North Kivu", "North Kivu"],
            id="a region, where no finer place is named",
        ),
    ],
)
def test_a_sentence_without_a_place_has_that_of_its_scene(text: str, places: list[str], ontology: Ontology) -> None:
    assert [each.where for each in shown(text, ontology)] == places


ROUND_UP = """AFGHANISTAN

KANDAHAR - One man was killed by a grenade. Three people were hurt.

Herat, Injil district: Gunmen attacked a convoy.

SARKAND - Fighters beat off an attack on their base.

OUTLOOK: More rain is expected."""


def test_the_items_of_a_round_up_play_in_the_places_that_head_them(ontology: Ontology) -> None:
    told = [(s.trigger, s.where) for s in shown(ROUND_UP, ontology)]
    assert told == [("killed", "KANDAHAR"), ("hurt", "KANDAHAR"), ("attacked", "Herat"), ("attack", "SARKAND")]


def test_one_head_is_a_dateline(ontology: Ontology) -> None:
    text = "KABUL - Officials gave details on Thursday.\n\nA bomb killed nine people in Kandahar.\n\nTwo were hurt."
    assert {s.where for s in shown(text, ontology)} == {"Kandahar"}


def test_a_headline_in_capitals_names_no_place_by_its_capitals(ontology: Ontology) -> None:
    text = "29 PEOPLE KILLED IN SERIES OF RAIDS\n\nAt least 29 people died in raids across Afghanistan last week."
    assert "SERIES" not in {s.where for s in shown(text, ontology)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Protesters used bulldozers to tear down the offices of the party in Herat on Saturday.", ["asserted"]),
        ("Rebels used to burn villages in Herat.", ["habitual"]),
        ("The bishop rejected the attack in Herat on Saturday.", ["asserted", "asserted"]),
        ("The group denied the attack in Herat on Saturday.", ["asserted", "denied"]),
    ],
)
def test_what_was_done_with_something_and_what_was_deplored_happened(
    text: str, told: list[str], ontology: Ontology
) -> None:
    assert [s.modality for s in shown(text, ontology)] == told


@pytest.mark.parametrize(
    ("text", "is_sum"),
    [
        ("Nine civilians have been killed in Herat, not far from the border, by armed men.", False),
        ("So far 90 civilians have been killed in Herat.", True),
    ],
)
def test_so_far_makes_a_sum_and_far_does_not(text: str, is_sum: bool, ontology: Ontology) -> None:
    assert [s.is_aggregate for s in shown(text, ontology)] == [is_sum]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The president called the bombing in Herat a cowardly act.", "president"),
        ('"This heinous crime will not be forgotten," the minister said of the bombing in Herat.', "minister"),
    ],
)
def test_who_judges_a_deed_condemns_it(text: str, who: str, ontology: Ontology) -> None:
    assert [s.who for s in shown(text, ontology) if s.event_type == "condemn"] == [{"perpetrator": [who]}]


def test_troops_do_what_they_were_sent_for(ontology: Ontology) -> None:
    text = "Troops were deployed to hunt for the attackers in Herat on Monday."
    assert ("security_operation", "asserted") in {(s.event_type, s.modality) for s in shown(text, ontology)}


@pytest.mark.parametrize("opening", ["In addition,", "In another action,", "Additionally,"])
def test_a_sentence_that_opens_with_more_tells_another_deed(opening: str, ontology: Ontology) -> None:
    told = shown(f"Rebels destroyed a bridge near Lima on Monday. {opening} gunmen burned a public bus.", ontology)
    assert [each.happening for each in told] == [0, 1]


def test_weekdays_of_an_unknown_year_part_what_is_told_of_two_hamlets(ontology: Ontology) -> None:
    text = (
        "Two farmers were shot dead in Kwandoka village on Monday. "
        "Six people were hurt on Tuesday as well, when mortar rounds hit Tsalashi village."
    )
    of_2019 = replace(document(text), published=Published(on=dt.date(2019, 12, 31), precision="year"))
    mentions = extract(of_2019, ontology, DAY).mentions
    assert len({m.happening for m in mentions}) == 2


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "An attack in Lima killed two. The attack was condemned. Men threw a bomb at a bank in Lima. "
            "The attack damaged two shops. The attack shocked many.", {"bombing"}, id="a bomb, told once",
        ),
        pytest.param(
            "Gunmen attacked a bank in Lima. They shot two guards. They ambushed a patrol in Lima. "
            "One of them threw a grenade in Lima. The attack was condemned.", {"armed_attack", "bombing"},
            id="mostly shots",
        ),
    ],
)  # fmt: skip
def test_the_attack_is_of_the_kind_that_the_text_tells_in_its_own_words(
    text: str, kinds: set[str], ontology: Ontology
) -> None:
    attacks = [m for m in extract(document(text), ontology, DAY).mentions if m.event_type != "condemn"]
    assert {m.event_type for m in attacks} == kinds
    assert attacks[-1].event_type == ("bombing" if len(kinds) == 1 else "armed_attack")


def test_a_weekday_of_a_text_without_a_date_is_not_in_a_month_of_a_year(ontology: Ontology) -> None:
    text = (
        "Two bombs exploded in Kyiv on Monday, killing 34 people. The last attack in the city was in August 2004, when"
        " a bomber killed ten people."
    )
    undated = replace(document(text), published=Published())
    found = extract(undated, ontology, DAY).mentions
    happenings = {toll.low: mention.happening for mention in found for toll in mention.casualties}
    assert happenings[34] != happenings[10]
