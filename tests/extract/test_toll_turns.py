"""Turns of counting: all but one of so many, of those on board, feared dead, dead or missing, all of them children."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, shown


@pytest.mark.parametrize(
    ("told", "tolls"),
    [
        ("All but one of the 12 passengers were killed when gunmen fired on their van.", ["killed 11 civilian"]),
        ("The attack killed all but two of the 14 men on the post.", ["killed 12 total"]),
        ("The attack killed 25 of those on board and wounded 35.", ["injured 35 total", "killed 25 total"]),
        ("Over 20 farmers were feared killed when bandits attacked Yala.", ["killed 20 or more civilian"]),
        ("Dozens of farmers were feared killed when bandits attacked Yala.", []),
        ("The attack left 45 soldiers dead or missing.", []),
        ("The toll of the attack on the base is 45 soldiers killed or missing.", []),
        ("Twenty people, all of them children, died in the air strike.", ["killed 20 child", "killed 20 civilian"]),
        ("Three people died on the spot and a fourth in hospital after gunmen attacked a bar.", ["killed 4 total"]),
        ("Police shot down two robbers in Yala on Monday.", ["killed 2 militant"]),
        ("Police foiled an attack by rebels in Yala, killing two of them.", ["killed 2 militant"]),
        ("Rebels ambushed soldiers near Yala, killing two of them.", ["killed 2 security_force"]),
        ("The governor pointed out that six soldiers were killed in the attack.", ["killed 6 security_force"]),
        ("At least 45 soldiers are dead or missing after the attack in Yala.", []),
        ("Forty people were confirmed killed or injured in the blast in Yala.", []),
        ("Two guards were killed and 45 people are dead or missing after the blast.", ["killed 2 security_force"]),
        ("The mayor put the number of those who died in the attack at 22.", ["killed 22 total"]),
        ("The number of people who lost their lives in the attack has risen to 22.", ["killed 22 total"]),
        ("Officials gave the number of people killed in the attack on Yala as 14.", ["killed 14 total"]),
        ("The ambush near Yala cost the army nine men.", ["killed 9 security_force"]),
        ("Rebels attacked a post near Yala. Nine soldiers are still unaccounted for.", ["missing 9 security_force"]),
        ("Two auxiliaries were killed when rebels attacked a post near Yala.", ["killed 2 security_force"]),
    ],
)
def test_turns_of_counting(told: str, tolls: list[str], ontology: Ontology) -> None:
    assert sorted(toll for m in shown(told, ontology) for toll in m.tolls) == tolls


def test_so_many_of_its_own_in_a_headline(ontology: Ontology) -> None:
    mentions = mentions_of("Nothing else is known.", ontology, "Army says three of its soldiers killed in Yala ambush")
    assert [(c.victim_group, c.low) for m in mentions for c in m.casualties] == [("security_force", 3)]


@pytest.mark.parametrize(
    ("told", "tolls"),
    [
        (
            "Five soldiers died when a mine went off near Yala. Two more succumbed to their wounds.",
            ["killed 5 security_force", "killed 7 total"],
        ),
        (
            "Shelling hit a house in Yala. The dead are a man of 60 and his wife.",
            ["killed 1 woman", "killed 2 civilian"],
        ),
        (
            "A bomb exploded in Yala. The death toll stood at five. By evening it had climbed to 11.",
            ["killed 11 total", "killed 5 total"],
        ),
        (
            "An air strike in Yala killed 47 people, 39 of them women and children.",
            ["killed 39 civilian", "killed 47 total"],
        ),
        (
            "An air strike in Yala killed 47 people. Among the dead were two nurses.",
            ["killed 2 civilian", "killed 47 total"],
        ),
        (
            "The bodies of six farmers, who had been kidnapped on Sunday, were found near Yala.",
            ["abducted 6 civilian", "killed 6 civilian"],
        ),
        ("A bomb exploded in Yala, killing five. The price of bread has risen. It stood at 11.", ["killed 5 total"]),
    ],
)
def test_tolls_built_over_sentences(told: str, tolls: list[str], ontology: Ontology) -> None:
    assert sorted(toll for m in shown(told, ontology) for toll in m.tolls) == tolls
