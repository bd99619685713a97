"""What is only said: contents of other events, and deeds that are promised, threatened or refused by their doer."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import shown


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        pytest.param("The two sides agreed to exchange prisoners.", ["agree"], id="what was agreed"),
        pytest.param("The bishops called for talks with the rebels.", ["appeal"], id="what was called for"),
        pytest.param("The council threatened to suspend aid to Mali.", ["threaten"], id="what was threatened"),
        pytest.param("The general rejected an offer of talks.", ["reject"], id="what was refused"),
        pytest.param("The rebels will never disarm, their leader said.", ["reject"], id="what will not be done"),
        pytest.param("The cabinet decided not to free more prisoners.", ["reject"], id="what it was decided not to do"),
        pytest.param("Villagers marched to demand the closing of a mine.", ["protest"], id="what a protest is for"),
        pytest.param("The junta agreed to hold direct talks with rebels.", ["agree"], id="direct talks agreed on"),
        pytest.param("Oman agreed to back the plan.", ["agree"], id="a verb that is mostly an adverb"),
        pytest.param("The junta vowed to eradicate the rebels.", ["threaten"], id="a verb of destroying"),
        pytest.param("Mali must quit the pact, the envoy said.", ["appeal"], id="what another must do"),
        pytest.param("Thai police suspect rebels of having helped them.", ["accuse"], id="what police suspect"),
        pytest.param("The junta said it would free 300 prisoners.", ["agree"], id="what is promised"),
        pytest.param("The United States may cut off aid to Uganda.", ["threaten"], id="what may be cut"),
        pytest.param("Egypt is considering lifting the curfew.", ["agree"], id="what is considered"),
        pytest.param(
            "The ministry announced it would stop aid to Mali.", ["diplomatic_downgrade"], id="a measure announced"
        ),
        pytest.param("The rebels said they would attack the dam.", ["threaten"], id="violence in the doer's own words"),
        pytest.param(
            "The general said protesters would be shot if they entered the square.",
            ["threaten"],
            id="a harm that hangs on an if, told by those who command",
        ),
        pytest.param(
            "Doctors said patients would be killed if the power failed.",
            ["armed_attack"],
            id="a harm that others fear",
        ),
        pytest.param("Oman insisted that Chad recognise the new cabinet.", ["appeal"], id="what is insisted on"),
        pytest.param("Austria said the EU should suspend talks with Turkey.", ["appeal"], id="what another should do"),
        pytest.param(
            "Kosovo said it would close the border if Serbia rejected the deal.", ["threaten"], id="on what it hangs"
        ),
        pytest.param("Rebels threatened to attack the dam.", ["threaten", "armed_attack"], id="violence stays beside"),
        pytest.param("The junta freed 300 prisoners.", ["release"], id="what was done"),
        pytest.param(
            "The rebels handed over hostages after talks with Israel.",
            ["release", "meet"],
            id="what stands beside was done",
        ),
    ],
)
def test_what_is_only_said_is_one_event(sentence: str, types: list[str], ontology: Ontology) -> None:
    assert [each.event_type for each in shown(sentence, ontology)] == types


def test_whom_sanctions_are_asked_against_is_whom_the_appeal_is_about(ontology: Ontology) -> None:
    (appeal,) = shown("The archbishop called for sanctions against Nigeria.", ontology)
    assert appeal.who["target"] == ["Nigeria"]


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        pytest.param("The guerrillas were prepared to lay down their arms.", ["agree"], id="ready to"),
        pytest.param("The guerrillas were forced to lay down their arms.", ["withdraw"], id="made to"),
        pytest.param("The minister said Gambia hoped to deepen cooperation with Mali.", ["agree"], id="hoped to"),
        pytest.param(
            "Bowing to pressure from the unions, the cabinet freed 30 miners.", ["concede", "release"], id="bow"
        ),
        pytest.param(
            "The envoy insisted that Israel halt settlement work in Hebron.", ["appeal"], id="wished of a state"
        ),
        pytest.param("Ghana and the rebels reached an understanding on Monday.", ["agree"], id="verb and noun are one"),
        pytest.param("Prosecutors filed charges against the general on Monday.", ["judicial"], id="charges filed"),
    ],
)
def test_verbs_of_what_is_meant_are_read_as_verbs(sentence: str, types: list[str], ontology: Ontology) -> None:
    assert [each.event_type for each in shown(sentence, ontology)] == types


def test_workers_somewhere_who_threaten_are_the_doers(ontology: Ontology) -> None:
    (threat,) = shown("Dock workers in Greece threatened to strike over pension cuts.", ontology)
    assert threat.who == {"perpetrator": ["Dock workers"]}


def test_a_hostage_with_an_adjective_is_somebody(ontology: Ontology) -> None:
    (threat,) = shown("The kidnappers said they would kill a Korean hostage on Monday.", ontology)
    assert threat.who["target"] == ["Korean hostage"]
    (taken,) = shown("Rebels took a doctor hostage on Monday.", ontology)
    assert taken.who["target"] == ["doctor"]
