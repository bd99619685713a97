"""Figures of a second speaker, of an earlier day, and of bodies: whose they are, and of what happening."""

from __future__ import annotations

import pytest

from sitrep.extract.engine import extract
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document

BOMB = "A bomb hit a market in Dori on Monday. "

#: The dead (total or of any group) as "speaker: low", told by all mentions of the bomb or the attack.
SPEAKERS = {
    "confirmed only": (
        "Rebels attacked a convoy near Dori on Sunday. The army said 90 rebels were killed, although officials"
        " confirmed only seven.",
        {"army: 90", "officials: 7"},
    ),
    "counted": (
        BOMB + "The death toll stood at 12, police said, though doctors counted 15.",
        {"police: 12", "doctors: 15"},
    ),
    "put it at": (
        BOMB + "The mayor said 12 people were killed, while residents put it at 20.",
        {"mayor: 12", "residents: 20"},
    ),
    "announced": (BOMB + "Police confirmed nine dead.\n\nThe mayor announced 11 dead.", {"Police: 9", "mayor: 11"}),
    "gave": (
        BOMB + "Police said 12 people died, but the governor gave a lower toll of ten.",
        {"Police: 12", "governor: 10"},
    ),
    "he who spoke before": (
        BOMB + 'Colonel Jon Abe said the army had found the device.\n\n"Twelve people were killed," he said.',
        {"Colonel Jon Abe: 12"},
    ),
    "of another kind": (BOMB + "Police said 12 people were killed, and announced two arrests.", {"Police: 12"}),
    "hurt, not killed": (
        BOMB + "Police said 12 people were killed, while doctors confirmed 15 were hurt.",
        {"Police: 12"},
    ),
    "since January": (
        BOMB + "Police said 12 people died, adding that they had recorded 30 since January.",
        {"Police: 12"},
    ),
    "without a verb": (BOMB + "Police say seven died, the hospital nine.", {"Police: 7", "hospital: 9"}),
    "of nine": (BOMB + "The mayor spoke of 12 dead, the army of nine.", {"mayor: 12", "army: 9"}),
    "at 15": (BOMB + "The mayor put the dead at 12 and the Red Cross at 15.", {"mayor: 12", "Red Cross: 15"}),
    "one of 15": (BOMB + "The mayor gave a toll of 12, a rights group one of 15.", {"mayor: 12", "rights group: 15"}),
    "two who are cited": (
        "A bomb hit a market in Dori on Monday, killing 12 people according to police and 15 according to residents.",
        {"police: 12", "residents: 15"},
    ),
    "two who said it behind": (
        BOMB + "Twelve people died, the mayor said; 15 died, police said.",
        {"mayor: 12", "police: 15"},
    ),
    "said nine": (BOMB + "The mayor said 12 people had died; the army said nine.", {"mayor: 12", "army: 9"}),
    "said behind the number": (
        BOMB + "Twelve died, say the police. Fifteen, say the villagers.",
        {"police: 12", "villagers: 15"},
    ),
    "a figure of": (
        BOMB + "The mayor said 12 people had died, while a doctor gave a figure of 15.",
        {"mayor: 12", "doctor: 15"},
    ),
    "the real number": (
        BOMB + "Twelve people died, police said. Residents said the real number was higher, at 15.",
        {"police: 12", "Residents: 15"},
    ),
    "put it, in a sentence behind": (
        BOMB + "Twelve people died, police said. Residents put it at 15.",
        {"police: 12", "Residents: 15"},
    ),
    "dead and hurt of two": (
        BOMB + "A mayor reported ten killed and 20 wounded, a local radio station 14 killed.",
        {"mayor: 10", "local radio station: 14"},
    ),
    "another side's soldiers": (
        "Rebels attacked a convoy near Dori on Sunday. The army says four soldiers were killed; the rebels claim 20.",
        {"army: 4", "rebels: 20"},
    ),
    "lowers it": (
        BOMB + "At least 95 people died, a mayor said. The ministry later lowered the toll to 35.",
        {"mayor: 95", "ministry: 35"},
    ),
    "raised by": (
        BOMB + "Twelve people died, a mayor said. The toll was later raised to 15 by the ministry.",
        {"mayor: 12", "ministry: 15"},
    ),
    "raised by a death": (
        BOMB + "Twelve people died, police said. A nurse died on Tuesday, raising the toll to 13.",
        {"police: 12", "None: 13", "None: 1"},
    ),
    "knows of": (BOMB + "The army knows of sixteen dead, the mayor of 113.", {"army: 16", "mayor: 113"}),
    "an age": (BOMB + "Police said four people died, the mayor, 60, and three guards.", {"Police: 4", "Police: 3"}),
    "those arrested": (BOMB + "Police said 14 people died, and arrested nine.", {"Police: 14"}),
    "those in hospital": (BOMB + "Police said 14 people died and the hospital admitted nine.", {"Police: 14"}),
    "of a crowd": (BOMB + "About 900 people marched on Tuesday, and police put the figure at 700.", set()),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_each_speaker_has_his_figure(text: str, expected: set[str], ontology: Ontology) -> None:
    found = extract(document(text), ontology, DAY).mentions
    tolls = [toll for mention in found for toll in mention.casualties if toll.outcome == "killed"]
    assert {f"{toll.attributed_to}: {toll.low}" for toll in tolls} == expected


#: The greatest number of dead of the first happening, and the least.
FIRST = {
    "initial toll": (36, 36, BOMB + "It killed 36 people. The initial toll was 24 dead."),
    "up from": (15, 15, BOMB + "It killed 15 people, police said, raising an earlier toll from eight dead."),
    "another who spoke first": (
        22,
        17,
        BOMB + "It killed 22 people, residents said. A rights group had first reported 17 dead.",
    ),
    "behind what is past": (
        22,
        17,
        "A jet bombed a school in Dori on Monday, killing 22 people, residents said.\n\nIt is run by lawmakers who were"
        " ousted in the coup of 2021.\n\nA rights group had first reported 17 dead.",
    ),
    "behind a revenge": (
        100,
        81,
        "Gunmen invaded the village of Mafa on Sunday, killing at least 81 people, an official said.\n\nHe said the"
        " attack was in revenge for the killing of two militants by villagers.\n\nA resident put the number of the dead"
        " at over 100.",
    ),
    "behind a fire": (
        37,
        30,
        "Gunmen stormed the village of Daura on Saturday and killed at least 30 people, police said.\n\nThey also"
        " destroyed the market.\n\nResidents put the death toll at 37.",
    ),
    "beside a vigil": (
        43,
        19,
        "Gunmen attacked a church in Komanda during a vigil on Sunday, killing 43 people.\n\nThe mission said 19 women"
        " were also among the dead.",
    ),
    "bodies and a search": (
        50,
        50,
        "Gunmen attacked Dori on Friday.\n\nThe mayor said 50 bodies had been found and soldiers"
        " were searching for more.",
    ),
    "corpses are not arrested": (
        37,
        37,
        "Gunmen attacked Dori on Friday.\n\nAn officer said his men had picked up 37 corpses.",
    ),
    "several hundred": (200, 200, "The battle in Dori on Monday left several hundred rebels dead."),
    "of another fight": (
        6,
        6,
        "A bomb killed six people in Dori on Monday.\n\nOn Tuesday gunmen killed 30 people in Goma.",
    ),
}


@pytest.mark.parametrize(("most", "least", "text"), FIRST.values(), ids=FIRST)
def test_a_later_figure_is_of_what_killed_so_many(most: int, least: int, text: str, ontology: Ontology) -> None:
    found = extract(document(text), ontology, DAY).mentions
    lows = [t.low for m in found if m.happening == 0 for t in m.casualties if t.outcome == "killed"]
    assert (max(lows), min(lows)) == (most, least)


SUMS = {
    "in several happenings": (True, "Seven attacks have been reported in which 20 farmers were killed."),
    "in three happenings": (True, "Twenty farmers were killed in three separate attacks in Mali on Sunday."),
    "in a story that goes on": (
        True,
        "Since 2012 Mali has been caught in a spiral of violence that has left 20 farmers dead and driven others away.",
    ),
    "in one happening": (False, "There was an attack near Gao on Sunday in which 20 farmers were killed."),
    "in two that are told": (False, "Twenty farmers were killed in separate attacks in Gao and Dori on Sunday."),
}


@pytest.mark.parametrize(("is_sum", "text"), SUMS.values(), ids=SUMS)
def test_what_several_happenings_killed_is_a_sum(*, is_sum: bool, text: str, ontology: Ontology) -> None:
    found = extract(document(text), ontology, DAY).mentions
    assert {m.is_aggregate for m in found if any(t.low == 20 for t in m.casualties)} == {is_sum}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "A car bomb killed 95 people in Peshawar on Wednesday, the worst since 2009, when 120 were killed there.",
            [(95, "2024-05-08"), (120, "2009-01-01")],
            id="in one sentence",
        ),
        pytest.param(
            "A bomb killed 95 men in Peshawar on Wednesday. It was the deadliest since 2007 when 140 died at a parade.",
            [(95, "2024-05-08")],
            id="of the dead of 2007 no attack is told",
        ),
        pytest.param(
            "Two bombs killed 20 people in Bamako on Monday, the first since 2012, when a blast killed four.",
            [(20, "2024-05-06"), (4, "2012-01-01")],
            id="the first since",
        ),
        pytest.param("The deadliest of the groups has killed 500 people since 2009.", [], id="no record"),
    ],
)
def test_since_when_nothing_was_worse_is_another_event(
    text: str, told: list[tuple[int, str]], ontology: Ontology
) -> None:
    found = [m for m in extract(document(text), ontology, DAY).mentions if not m.is_aggregate]
    dead = [
        (toll.low, str(m.occurrence.date_from)) for m in found for toll in m.casualties if toll.victim_group == "total"
    ]
    assert dead == told
    assert len({mention.happening for mention in found}) == len(told)
