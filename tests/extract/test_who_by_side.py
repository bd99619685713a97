"""Whose word a claim is, what a group is called, and whom a clause of saying names with what hangs on them.

What belongs here: doers, targets and claimants read over a clause or a sentence that stands between. What does not: the
forms of claiming and denying themselves (test_denials_and_claims.py).
"""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document


def parts_of(text: str, ontology: Ontology) -> set[tuple[str, str]]:
    """Each role that a text gives, with the id of who has it, behind its first sentence's own."""
    found = extract(document(text), ontology, DAY)
    return {(actor.role, actor.actor_id) for m in found.mentions for actor in m.actors}


def ids_of(text: str, role: str, ontology: Ontology) -> set[str]:
    return {actor_id for each, actor_id in parts_of(text, ontology) if each == role}


_SHOT = "Four loggers were shot dead near Nabire on Monday. "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("A spokesman for the separatists said their fighters had carried out the attack.",
                     {"unidentified.separatists"}, id="a spokesman for a side"),
        pytest.param("Obed Mote, a spokesman of the rebels, confirmed that the attack had been carried out by "
                     "fighters of the group.", {"unidentified.rebels"}, id="by fighters of the group"),
        pytest.param("Obed Mote, the separatists' spokesman, said their fighters shot the loggers.",
                     {"unidentified.separatists"}, id="a side's spokesman beside his name"),
        pytest.param("Rebel spokesman Obed Mote said the attack was the work of his men.", {"person.obed-mote"},
                     id="a rebel with a title and a name"),
        pytest.param("A police spokesman said the attack was carried out by members of the group.", set(),
                     id="the police, of a group"),
        pytest.param("A Telegram channel linked to the Free Delta Brigade posted a video claiming the attack.",
                     {"group.free-delta-brigade"}, id="a channel that posts a video"),
        pytest.param("A statement signed by the People's Front for Delta said its members had carried out the attack.",
                     {"group.people-s-front-for-delta"}, id="a statement that a group signs"),
        pytest.param("The Movement for the Salvation of the Delta claimed the attack.",
                     {"group.movement-for-the-salvation-of-the-delta"}, id="a long name in no list"),
        pytest.param("A group called Deltas Unidos, which wants the loggers out, has claimed the attack.",
                     {"group.deltas-unidos"}, id="a group called so, with a remark"),
        pytest.param("The mayor said that a group called Deltas Unidos had claimed the attack.",
                     {"group.deltas-unidos"}, id="somebody says that a group called so did"),
        pytest.param("A group called for calm after the attack.", set(), id="a group that calls for something"),
    ],
)  # fmt: skip
def test_whose_word_a_claim_is(text: str, who: set[str], ontology: Ontology) -> None:
    assert ids_of(_SHOT + text, "claimant", ontology) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Police said gunmen armed with knives attacked a church in Jos on Monday.",
                     {"unidentified.gunmen"}, id="armed with one thing"),
        pytest.param("He said some 40 raiders armed with rifles and axes stormed a church in Jos on Monday.",
                     {"unidentified.raiders"}, id="armed with two"),
        pytest.param("Police said raiders from Chad and Cameroon attacked a church in Jos on Monday.",
                     {"unidentified.raiders"}, id="from two lands"),
        pytest.param("Police said raiders in Chad and rebels attacked a church in Jos on Monday.",
                     {"unidentified.rebels"}, id="others behind a place"),
        pytest.param("A gang called Los Perros, which fights for the port, shot six men in Manta on Monday.",
                     {"group.los-perros"}, id="a gang called so"),
        pytest.param("A man called the police before he shot six people in Manta on Monday.", {"unidentified.men"},
                     id="who calls the police"),
        pytest.param("Fighters suspected to be members of Boko Haram attacked a church in Jos on Monday.",
                     {"group.boko-haram"}, id="fighters suspected to be somebody's"),
        pytest.param("Guerillas of the Shining Path shot at a convoy near Lima on Monday. A bomb was set off by the "
                     "guerillas.", {"group.shining-path"}, id="guerillas with one r"),
        pytest.param(_SHOT + "ISIS said its men had carried out the attack.", {"group.islamic-state"}, id="its men"),
    ],
)  # fmt: skip
def test_who_did_it(text: str, who: set[str], ontology: Ontology) -> None:
    assert ids_of(text, "perpetrator", ontology) == who


def test_him_is_not_who_acts_on_him(ontology: Ontology) -> None:
    text = ("Forces loyal to Riek Machar fought the army in Juba on Monday. "
            "President Kiir accused him of backing the rebels.")  # fmt: skip
    assert ("target", "person.riek-machar") in parts_of(text, ontology)
    assert ("perpetrator", "person.riek-machar") in parts_of(text, ontology)


def test_it_who_calls_for_something_is_who_spoke(ontology: Ontology) -> None:
    text = ("Human Rights Watch said the army of Burkina Faso killed 20 men in Djibo on Monday. "
            "In a statement it called for an inquiry.")  # fmt: skip
    found = extract(document(text), ontology, DAY)
    asked = [m for m in found.mentions if m.event_type == "appeal"]
    assert [actor.actor_id for m in asked for actor in m.actors if actor.role == "perpetrator"] == ["org.hrw"]


def test_own_men_that_are_arrested_stay_men(ontology: Ontology) -> None:
    text = "The RSF said on Monday that it had arrested three of its own men in El Fasher."
    assert ("target", "civilians.men") in parts_of(text, ontology)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Six guards of the mayor, who were shot in Cali on Monday, have been buried.", {"police.guards"},
                     id="many, by the verb"),
        pytest.param("Six guards of the mayor, who was shot in Cali on Monday, have left.", {"government.mayors"},
                     id="one, by the verb"),
        pytest.param("Police fired rubber bullets and tear gas at students in Kampala on Monday.",
                     {"civilians.students"}, id="what was fired at them"),
        pytest.param('"Our men were ambushed near Gaya on Monday," the police said.', {"police.officers"},
                     id="our men, the police say"),
        pytest.param("The police chief said his men were ambushed near Gaya on Monday.", {"police.officers"},
                     id="his men, their chief says"),
        pytest.param("The rebels blew up two craft near Galle on Monday.", {"civilians.crafts"}, id="boats"),
    ],
)  # fmt: skip
def test_whom_it_struck(text: str, who: set[str], ontology: Ontology) -> None:
    assert ids_of(text, "target", ontology) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Officials take it to be the work of the FARC.", {"group.farc"}, id="taken to be their work"),
        pytest.param("Officials hold the FARC to be behind it.", {"group.farc"}, id="held to be behind it"),
        pytest.param("Officials took a bus to be in Goma by noon.", set(), id="taking a bus"),
        pytest.param("The army said its forces later shot at a boat.", {"military.army"}, id="its forces"),
    ],
)  # fmt: skip
def test_who_is_held_to_have_done_it(text: str, who: set[str], ontology: Ontology) -> None:
    assert ids_of(_SHOT + text, "perpetrator", ontology) == who


def test_a_rally_is_not_of_the_police_who_break_it_up(ontology: Ontology) -> None:
    text = "Students gathered in Harare on Monday. Police broke up their rally with tear gas."
    found = extract(document(text), ontology, DAY)
    protests = [m for m in found.mentions if m.event_type == "protest"]
    assert all(actor.actor_id != "police.officers" for m in protests for actor in m.actors)


def test_who_calls_on_others_behind_what_he_says_of_something(ontology: Ontology) -> None:
    text = "The mayor said the fighting in Wabag was of great concern to him and called on the clans to stop it."
    assert ("perpetrator", "government.mayors") in parts_of(text, ontology)


def test_diplomats_named_unwelcome_are_sent_home(ontology: Ontology) -> None:
    found = extract(document("On Monday Kenya named four Ethiopian diplomats persona non grata."), ontology, DAY)
    assert [m.event_type for m in found.mentions] == ["diplomatic_downgrade"]


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        pytest.param("A grenade was thrown into a bar in Kinama on Monday. RED-Tabara claimed the one in Gatumba.",
                     "claimant", set(), id="another one"),
        pytest.param("A grenade was thrown into a bar in Kinama on Monday. RED-Tabara claimed this one.", "claimant",
                     {"group.red-tabara"}, id="this one"),
        pytest.param("A rocket attack on a base that houses US troops near Erbil hurt a cook on Monday.", "perpetrator",
                     set(), id="whom a base houses"),
        pytest.param("A Palestinian rammed his car into a bus stop near Ariel on Monday, hurting two, and was shot by "
                     "soldiers.", "perpetrator", {"civilians.ps", "military.soldiers"}, id="who rams and who shoots"),
        pytest.param("The party's co-chair, Leyla Demir, accused the government of doing nothing.", "perpetrator",
                     {"person.leyla-demir"}, id="a co-chair"),
    ],
)  # fmt: skip
def test_who_it_is_and_is_not(text: str, role: str, who: set[str], ontology: Ontology) -> None:
    assert ids_of(text, role, ontology) == who


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        pytest.param("Amnesty International has alleged that the army killed 20 men in Djibo on Monday.", "target",
                     {"military.army", "civilians.men"}, id="has alleged"),
        pytest.param("Rebels have besieged the town of Dilling since May.", "perpetrator", {"unidentified.rebels"},
                     id="have besieged"),
        pytest.param("Iran has armed the Houthis.", "target", {"group.houthis"}, id="has armed"),
        pytest.param("The army has armed forces in Dilling.", "target", set(), id="armed forces"),
    ],
)  # fmt: skip
def test_what_somebody_has_done(text: str, role: str, who: set[str], ontology: Ontology) -> None:
    assert ids_of(text, role, ontology) == who
