"""What papers tell behind an attack, of it or of what was done about it: police, mourners, a second blast, blame."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import Shown, shown

BOMB = "A bomb killed six people at a market in Gao on Monday."
BEHIND = {
    "nobody said so": "Police cordoned off the area. Nobody has yet said they were behind the attack.",
    "no one claimed it": "Doctors appealed for blood. No one immediately said they had carried out the bombing.",
    "a search between": "Police cordoned off the area and searched for devices. Four others were wounded, he said.",
    "mourners": "Hundreds of mourners took to the streets. No one has said it was behind the attack.",
    "a second blast": "A second blast hit the market as rescuers arrived, witnesses said. Nine people were hurt.",
    "minutes later": "Minutes later a second bomb went off, witnesses said. Nine people were hurt.",
    "suspicion": "Suspicion fell on separatist rebels.",
}


def _attacks(text: str, ontology: Ontology, title: str | None = None) -> list[Shown]:
    return [m for m in shown(text, ontology, title) if m.event_type in ("bombing", "armed_attack", "air_strike")]


@pytest.mark.parametrize("behind", BEHIND.values(), ids=BEHIND)
def test_the_attack_stays_one_with_its_dead_and_no_other_doer(behind: str, ontology: Ontology) -> None:
    told = _attacks(f"{BOMB} {behind}", ontology)
    assert len({m.happening for m in told}) == 1
    assert [toll for m in told for toll in m.tolls if toll.startswith("killed")] == ["killed 6 total"]
    doers = {name for m in told for name in m.who.get("perpetrator", [])}
    assert doers <= {"separatist rebels"}
    assert not {m.by for m in told} & {"Nobody", "No one"}


def test_a_second_bomb_elsewhere_is_another(ontology: Ontology) -> None:
    told = _attacks(f"{BOMB} A second bomb exploded near the Kano palace.", ontology)
    assert len({m.happening for m in told}) == 2


def test_a_house_that_is_struck_is_where_the_raid_was(ontology: Ontology) -> None:
    told = _attacks(
        "Three people were killed in an air raid on a hospital in Gao on Friday, doctors said.",
        ontology,
        "Air strike on hospital kills three in Mali",
    )
    assert [m.where for m in told] == ["Gao", "Gao"]


def test_days_after_are_not_counted_from_a_sum_of_years(ontology: Ontology) -> None:
    told = shown("The war has killed thousands since 2009. It comes days after gunmen killed 10 in Gao.", ontology)
    (attack,) = (m for m in told if m.tolls == ["killed 10 total"])
    assert attack.when is None or attack.when > "2024-04"


def test_a_village_of_a_land_is_no_village_called_so(ontology: Ontology) -> None:
    title = "Gunmen kill six in Mozambique village raid"
    told = _attacks(
        "At least six villagers were killed by Islamist insurgents near Macomia on Monday.", ontology, title
    )
    assert {m.where for m in told} == {"near Macomia"}
    assert len({m.happening for m in told}) == 1


@pytest.mark.parametrize(
    "bygone",
    [
        "On January 5, 10 people died in an attack by rebels in Gao.",
        "10 people were killed in Gao in March when rebels attacked a mosque.",
    ],
)
def test_what_was_months_ago_in_the_same_town_is_apart(bygone: str, ontology: Ontology) -> None:
    news = (
        "Three soldiers were killed by rebels in an ambush near Gao, officials said on Friday. The attack lasted hours."
    )
    told = _attacks(f"{news} {bygone}", ontology)
    past = [m for m in told if "killed 10 total" in m.tolls]
    assert {m.happening for m in past}.isdisjoint(m.happening for m in told if m not in past)
