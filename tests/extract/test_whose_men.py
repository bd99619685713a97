"""Whose men they were who did it, and who is pursued for it; what stands where somebody might, and is nobody.

What belongs here: the perpetrators and targets that a sentence names in these ways, and what looks alike. What does
not: the other forms of roles (test_who_forms.py).
"""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document
from tests.extract.reading import mentions_of, roles_of


def doers_of(text: str, ontology: Ontology) -> set[str]:
    """The ids of those who did the violence that a text tells of."""
    found = extract(document(text), ontology, DAY)
    violent = (m for m in found.mentions if ontology.types[m.event_type].event_class == "violent")
    return {actor.actor_id for m in violent for actor in m.actors if actor.role == "perpetrator"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Rebels belonging to the Shining Path attacked a post near Lima on Monday.",
                     {"group.shining-path"}, id="rebels belonging to a group"),
        pytest.param("The guerrillas, who belong to the FARC, killed two policemen in Cali on Monday.",
                     {"group.farc"}, id="guerrillas who belong to one"),
        pytest.param("Rebels burned a bus belonging to the FARC in Cali on Monday.", {"unidentified.rebels"},
                     id="a bus that belongs to it"),
        pytest.param("A commando of the Shining Path killed a mayor in Ayacucho on Monday.", {"group.shining-path"},
                     id="a commando of a group"),
        pytest.param("Men of the Shining Path killed a mayor in Ayacucho on Monday.", {"group.shining-path"},
                     id="men of a group"),
        pytest.param("Army commandos killed two rebels in Cali on Monday.", {"military.security-forces"},
                     id="commandos of an army"),
        pytest.param("FMLN urban commando groups attacked the garrison in Usulutan on Monday.", {"group.fmln"},
                     id="a group before what it is called"),
        pytest.param("A bus was burned in Ayacucho on Monday by presumed members of the Shining Path.",
                     {"group.shining-path"}, id="presumed members"),
        pytest.param("Two officers are implicated in the murder of a bishop in Cali on Monday.",
                     {"unidentified.officers"}, id="implicated in a murder"),
        pytest.param("A soldier was jailed on Monday for the killing of a student in Cali on Friday.",
                     {"military.soldiers"}, id="jailed for a killing"),
        pytest.param("A bomb went off on Monday in Cali. The ELN guerrillas are being held responsible.",
                     {"group.eln"}, id="held responsible for what was told"),
        pytest.param("A bomb went off on Monday in Cali. The mayor was held responsible for the price of bread.", set(),
                     id="held responsible for something else"),
        pytest.param("Two men were charged on Monday with the killing of a student in Cali on Friday.", set(),
                     id="charged, and nobody says who they are"),
        pytest.param("Two explosions occurred in Cali on Monday following a speech by President Bush.", set(),
                     id="who spoke before it"),
        pytest.param("The attack took place in Cali on Monday, 12 km from the capital.", set(), id="how far it was"),
    ],
)  # fmt: skip
def test_whose_men_did_it(text: str, who: set[str], ontology: Ontology) -> None:
    assert doers_of(text, ontology) == who


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        pytest.param("The attack took place on Army Boulevard in Cali on Monday.", [], id="a street"),
        pytest.param("An explosion occurred on the first floor of a building in Cali on Monday.", [], id="a floor"),
        pytest.param("The explosion took place at a restaurant in Cali on Monday.", ["restaurant"], id="a house"),
    ],
)
def test_where_it_took_place_is_struck_if_it_can_be(text: str, whom: list[str], ontology: Ontology) -> None:
    assert [roles_of(mention).get("target", []) for mention in mentions_of(text, ontology)] == [whom]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("The FARC denied a truce. The guerrillas attacked a post near Cali on Monday.", {"group.farc"},
                     id="one group is named"),
        pytest.param("FARC and ELN fighters met on Sunday. Guerrillas attacked a post near Cali on Monday.",
                     {"unidentified.guerrillas"}, id="two groups are named"),
        pytest.param("The FARC denied a truce. Suspected rebels attacked a post near Cali on Monday.",
                     {"unidentified.rebels"}, id="they are only suspected"),
        pytest.param("The FARC denied a truce. Gunmen attacked a post near Cali on Monday.", {"unidentified.gunmen"},
                     id="gunmen may be anybody's"),
        pytest.param("The FARC denied a truce. Rebel forces attacked a post near Cali on Monday.", {"group.farc"},
                     id="rebel forces"),
        pytest.param("The FARC denied a truce. Guerrilla fighters attacked a post near Cali on Monday.", {"group.farc"},
                     id="guerrilla fighters"),
        pytest.param("The FARC denied a truce. Colombian guerrillas attacked a post near Cali on Monday.",
                     {"group.farc"}, id="of its country"),
        pytest.param("The FARC denied a truce. Peruvian guerrillas attacked a post near Lima on Monday.",
                     {"unidentified.guerrillas-pe"}, id="of another country"),
        pytest.param("FARC and ELN fighters met on Sunday. Rebel forces attacked a post near Cali on Monday.",
                     {"unidentified.forces"}, id="forces of one of two"),
    ],
)  # fmt: skip
def test_guerrillas_are_those_of_the_one_group_that_is_named(text: str, who: set[str], ontology: Ontology) -> None:
    assert doers_of(text, ontology) == who


@pytest.mark.parametrize(
    ("crew", "who"),
    [
        ("An army helicopter", {"military.army"}),
        ("A junta fighter jet", {"military.army"}),
        ("A helicopter", {"unidentified.helicopters"}),  # whose, nobody says
    ],
)
def test_an_army_flies_its_jets(crew: str, who: set[str], ontology: Ontology) -> None:
    assert doers_of(f"{crew} bombed a village near Kanbalu on Monday, killing six people.", ontology) == who


def test_who_publishes_a_statement_is_no_doer(ontology: Ontology) -> None:
    told = "A raid near Kanbalu on Monday killed six people."
    assert doers_of(f"{told} The Red Cross issued a statement condemning the raid.", ontology) == set()
    assert doers_of(f"{told} The Red Cross sent a team. Boko Haram led the raid.", ontology) == {"group.boko-haram"}


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Police are looking for those behind the attack on a bus in Cali on Monday.", set()),
        ("The army vowed to hunt down the men behind the attack on a bus in Cali on Monday.", set()),
        ("Bush urged Peru to find and try the people behind the attack on a bus in Cali on Monday.", set()),
        ("The FARC was behind the attack on a bus in Cali on Monday.", {"group.farc"}),
        ("The FARC is believed to be behind the attack on a bus in Cali on Monday.", {"group.farc"}),
        ("The men behind the attack on a bus in Cali on Monday fled.", {"unidentified.men"}),
        ("Luis Mora was the brain behind the attack on a bus in Cali on Monday.", {"person.luis-mora"}),
    ],
)
def test_who_seeks_those_behind_an_attack_is_not_behind_it(told: str, who: set[str], ontology: Ontology) -> None:
    assert doers_of(told, ontology) == who


@pytest.mark.parametrize(
    ("text", "doers", "targets"),
    [
        pytest.param("Gang killings left nine people dead in Cali on Monday.", {"Gang"}, {"people"}, id="gang"),
        pytest.param("A jihadist massacre in Gao on Monday left 30 people dead.", {"jihadist"}, {"people"}, id="creed"),
        pytest.param("Police killings of two students in Kisumu on Monday angered the town.", {"Police"}, {"students"},
                     id="police, where it says of whom"),
        pytest.param("The Israeli killing of a baker in Tyre on Monday was filmed.", {"Israeli"}, {"baker"}, id="land"),
        pytest.param("The journalist killings in Tijuana on Monday were filmed.", set(), {"journalist"}, id="victims"),
        pytest.param("The Taliban commander killing in Quetta on Monday was filmed.", set(), {"Taliban commander"},
                     id="one of a group"),
    ],
)  # fmt: skip
def test_who_stands_before_a_killing(text: str, doers: set[str], targets: set[str], ontology: Ontology) -> None:
    told = [roles_of(mention) for mention in mentions_of(text, ontology)]
    assert {name for who in told for name in who.get("perpetrator", ())} == doers
    assert {name for who in told for name in who.get("target", ())} == targets


@pytest.mark.parametrize(
    ("text", "parties", "targets"),
    [
        pytest.param("Two nurses were killed during fighting in Gao on Monday.", set(), {"nurses"}, id="in fighting"),
        pytest.param("A nurse was shot dead in clashes between police and gunmen in Gao on Monday.",
                     {"police", "gunmen"}, {"nurse"}, id="between two others"),
        pytest.param("Two farmers were killed in clashes with herders in Gao on Monday.", {"farmers", "herders"}, set(),
                     id="they are the other side"),
        pytest.param("Two soldiers were killed in fighting in Gao on Monday.", {"soldiers"}, set(), id="they fight"),
    ],
)  # fmt: skip
def test_who_dies_in_fighting_of_others(text: str, parties: set[str], targets: set[str], ontology: Ontology) -> None:
    (told,) = (roles_of(mention) for mention in mentions_of(text, ontology))
    assert (set(told.get("party", ())), set(told.get("target", ()))) == (parties, targets)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param("In Kano gunmen killed nine people on Monday.", {"gunmen"}, id="behind a town"),
        pytest.param("Rebels shot a judge in Gao on Monday; in Kano soldiers shot nine people.", {"Rebels", "soldiers"},
                     id="in the second clause"),
        pytest.param("In Kano police said gunmen killed nine people on Monday.", {"gunmen"}, id="a speaker"),
        pytest.param("Soldiers from two bases, who had ambushed rebels in Gao, were decorated.", {"Soldiers"},
                     id="no base is who"),
        pytest.param("The man from a village near Gao who killed two girls on Monday is a baker.", {"man"},
                     id="nor a village"),
        pytest.param('Rebels raided a hotel in Gao on Monday. "They told us to run and shot us," he said.', {"Rebels"},
                     id="us is not they"),
    ],
)  # fmt: skip
def test_who_acts(text: str, doers: set[str], ontology: Ontology) -> None:
    told = [roles_of(mention) for mention in mentions_of(text, ontology)]
    assert {name for who in told for name in who.get("perpetrator", ())} == doers
    assert not doers & {name for who in told for name in who.get("target", ())}


@pytest.mark.parametrize(
    "said",
    [
        "A rights group linked the ADF to the killing of nine farmers in Beni on Monday.",
        "The ADF has been linked to the killing of nine farmers in Beni on Monday.",
        "The killing of nine farmers in Beni on Monday has been linked to the ADF.",
        "Police tied the ADF to the killing of nine farmers in Beni on Monday.",
    ],
)
def test_who_is_linked_to_a_deed_is_held_to_have_done_it(said: str, ontology: Ontology) -> None:
    killings = [mention for mention in mentions_of(said, ontology) if mention.trigger == "killing"]
    told = [(a.name, a.certainty) for m in killings for a in m.actors if a.role == "perpetrator"]
    assert told == [("ADF", "claimed")]
