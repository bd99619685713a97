"""Short names that a text introduces in brackets, of groups that lists hold and of others."""

from __future__ import annotations

import pytest

from sitrep.extract.acronyms import introductions
from sitrep.extract.text import read
from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("The Zambara People's Army (ZPA) attacked.", [("Zambara People's Army", "ZPA")], id="in order"),
        pytest.param("the Front for the Freedom of Ruva (FFR)", [("Front for the Freedom of Ruva", "FFR")], id="of"),
        pytest.param(
            "Ruva's Revolutionary Armed Forces (Farr)", [("Ruva's Revolutionary Armed Forces", "Farr")], id="any"
        ),
        pytest.param("Harakat-e-Zambara (HeZ)", [("Harakat-e-Zambara", "HeZ")], id="hyphens"),
        pytest.param("fighters in Zambara (Reuters)", [], id="letters of nothing before it"),
        pytest.param("General Hassan Omar (PKR) spoke.", [], id="a party"),
        pytest.param("Zambara City (population 5,000)", [], id="more than a word"),
    ],
)
def test_introductions(text: str, names: list[tuple[str, str]]) -> None:
    assert [(each.long, each.short) for each in introductions(read(text))] == names


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param(
            "The Zambara People's Army (ZPA) shot a priest in Warri. The ZPA killed two guards.",
            ["group.zambara-people-s-army"] * 2,
            id="known to no list",
        ),
        pytest.param(
            "Colombia's Revolutionary Armed Forces (FARC) shot a priest in Tame.", ["group.farc"], id="short name known"
        ),
        pytest.param(
            "A guard died in a Farc attack. The Revolutionary Armed Forces of Colombia (Farc) shot a priest.",
            ["group.farc"] * 2,
            id="long name known, short one written in its own way, before it too",
        ),
    ],
)
def test_both_names_mean_one_actor(text: str, doers: list[str], ontology: Ontology) -> None:
    told = [a.actor_id for m in mentions_of(text, ontology) for a in m.actors if a.role == "perpetrator"]
    assert told == doers


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [("the Brigade of Salwa", "group.brigade-of-salwa"), ("the Army of Chad", "military.td")],
)
def test_a_name_goes_on_behind_its_head(name: str, actor_id: str, ontology: Ontology) -> None:
    told = mentions_of(f"Fighters of {name} shot a priest in Warri. Last week {name} killed two guards.", ontology)
    assert actor_id in {a.actor_id for m in told for a in m.actors if a.role == "perpetrator"}
