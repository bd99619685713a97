"""Whom deeds without arms are for: those named inside their words, and the land that a measure is laid on."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, roles_of, shown


@pytest.mark.parametrize(
    ("sentence", "event_type", "target"),
    [
        pytest.param(
            "Moscow's envoy warned that Russia will no longer supply gas to Ukraine.",
            "threaten",
            "Ukraine",
            id="one's own side acts",
        ),
        pytest.param(
            "The army chief warned that soldiers would not tolerate marches by students.",
            "threaten",
            "students",
            id="one's own soldiers act",
        ),
        pytest.param(
            "Kosovo said it would close the border if Serbia rejected the deal.",
            "threaten",
            "Serbia",
            id="on whom it hangs",
        ),
        pytest.param(
            "Troops were on alert in Hebron on Monday to forestall Palestinian unrest.",
            "mobilize",
            "Hebron",
            id="where forces are, beside whom they are to stop",
        ),
        pytest.param(
            "Israel has given Hezbollah a week to withdraw its men.", "threaten", "Hezbollah", id="who has been given"
        ),
        pytest.param(
            "The charity pulled its staff out of Chechnya after the murder of six nurses.",
            "diplomatic_downgrade",
            "Chechnya",
            id="what is left after a murder",
        ),
        pytest.param("Iran warned that Israel would pay a price.", "threaten", "Israel", id="the other side will pay"),
        pytest.param(
            "A Kenyan offer was turned down by Uganda.", "reject", "Kenyan", id="whose offer a passive refuses"
        ),
        pytest.param(
            "Mali's rejection of the French plan came late.", "reject", "French", id="whose plan a noun refuses"
        ),
        pytest.param("Oman froze accounts that belong to Yemen's old king.", "sanction", "Yemen", id="whose accounts"),
        pytest.param(
            "Inmates refused food in protest at conditions in Omani jails.", "protest", "Omani", id="whose jails"
        ),
        pytest.param(
            "France's rejection of a plan by Chad came late.", "reject", "Chad", id="who made what is refused"
        ),
        pytest.param(
            "Mali's refusal to talk to the rebels came late.", "reject", "rebels", id="refusal to deal with X"
        ),
        pytest.param("Iran told Iraq that it would send engineers.", "agree", "Iraq", id="who is told so"),
        pytest.param(
            "The mission made a call for the rebels to disarm.", "appeal", "rebels", id="who is called on to act"
        ),
        pytest.param("Brazil is ready to send troops to a force in Haiti.", "agree", "Haiti", id="a force in a land"),
        pytest.param("The World Bank agreed to build a dam in Lesotho.", "agree", "Lesotho", id="a promise for a land"),
        pytest.param("Sudan lifted a curfew in Darfur on Monday.", "concede", "Darfur", id="where a curfew is lifted"),
        pytest.param("India sent 10,000 more soldiers to Kashmir.", "mobilize", "Kashmir", id="where troops are sent"),
        pytest.param("Israel pulled its last soldiers out of Gaza on Monday.", "withdraw", "Gaza", id="what is left"),
        pytest.param(
            "Kenya offered to train 300 officers for the Somali army.",
            "agree",
            "Somali army",
            id="for whom, not only what is given",
        ),
        pytest.param("Qatar hosted a delegation of Hamas on Sunday.", "meet", "Hamas", id="whose delegation"),
        pytest.param(
            "The opposition demanded that the president step down by Friday.",
            "appeal",
            "president",
            id="who is to do it",
        ),
        pytest.param(
            "Unions threatened to call a strike if the government raised fuel prices.",
            "threaten",
            "government",
            id="on whom the threat hangs",
        ),
        pytest.param("Eritrea massed troops along the Sudanese border.", "mobilize", "Sudanese", id="a land's border"),
        pytest.param("Chad massed troops along the border with Sudan.", "mobilize", "Sudan", id="a border with a land"),
        pytest.param("Spain sent a frigate to the waters off Libya.", "mobilize", "Libya", id="the waters off a land"),
        pytest.param("Malian troops sealed off the town of Mopti.", "security_operation", "Mopti", id="the town of"),
        pytest.param("Cuba voiced readiness to mediate between Peru and Chile.", "agree", "Chile", id="below an offer"),
        pytest.param("Iran warned that it would punish Oman.", "threaten", "Oman", id="whom the speaker will harm"),
        pytest.param("The junta accepted a visit by the UN envoy.", "agree", "UN envoy", id="who is to come"),
        pytest.param("About 200 rebels surrendered to the army.", "withdraw", "army", id="to whom they surrender"),
        pytest.param("Nuns held a vigil in front of the UN office.", "protest", "UN office", id="in front of whom"),
        pytest.param("Chad rejected truce terms set out by the rebels.", "reject", "rebels", id="whose terms"),
        pytest.param("The last Cuban soldiers left Angola on Monday.", "withdraw", "Angola", id="the land left"),
        pytest.param(
            "Togo closed its embassy in Manila.", "diplomatic_downgrade", "Manila", id="where an embassy shuts"
        ),
        pytest.param("Ghana blockaded Greece.", "border_closure", "Greece", id="a land shut in"),
        pytest.param("Ghana annexed part of Eritrea.", "territorial_change", "Eritrea", id="whose land is taken"),
        pytest.param("Jordan took Syria to the world court.", "accuse", "Syria", id="who is taken to court"),
        pytest.param("Sweden has offered Estonia a loan.", "agree", "Estonia", id="who is offered something"),
        pytest.param("Laos turned down aid from Burma.", "reject", "Burma", id="whose aid is refused"),
        pytest.param("Gabon postponed a summit with Togo.", "diplomatic_downgrade", "Togo", id="with whom none meets"),
        pytest.param("India held naval manoeuvres near Burma.", "mobilize", "Burma", id="near whom forces drill"),
        pytest.param("Uganda opened an embassy in Somalia.", "support", "Somalia", id="where an embassy opens"),
        pytest.param("Rebels gave the workers 48 hours to leave.", "threaten", "workers", id="who has some hours"),
    ],
)
def test_whom_a_deed_is_for(sentence: str, event_type: str, target: str, ontology: Ontology) -> None:
    told = [each for each in shown(sentence, ontology) if each.event_type == event_type]
    assert any(target in each.who.get("target", []) for each in told), told


def test_who_left_for_talks_was_not_left(ontology: Ontology) -> None:
    (visit,) = shown("Prime Minister Omar Dia left for Beijing on Monday for a four-day visit.", ontology)
    assert (visit.event_type, visit.who) == ("meet", {"perpetrator": ["Prime Minister Omar Dia"]})


def test_who_approved_a_measure_is_no_target_of_it(ontology: Ontology) -> None:
    [curfew] = mentions_of("The curfew, approved by the governor, was imposed in Gao on Monday.", ontology)
    assert roles_of(curfew)["perpetrator"] == ["governor"]


def test_what_is_signed_in_a_town_is_not_for_the_town(ontology: Ontology) -> None:
    [deal] = mentions_of("The deal was signed in Doha on Monday by the Taliban and Norway.", ontology)
    assert roles_of(deal) == {"perpetrator": ["Taliban", "Norway"]}


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("A meeting of Mali and Niger was held on Monday.", ["Mali", "Niger"]),
        ("A rally by students was held in Bamako on Monday.", ["students"]),
        ("Talks between the rebels and the army were held in Doha on Monday.", ["rebels", "army"]),
        ("After talks with rebel leaders in Doha on Monday, the envoy left for Oslo.", ["envoy"]),
        ("At a meeting with rebel leaders in Doha on Monday, the envoy spoke of hope.", ["envoy"]),
    ],
)
def test_who_talks_or_marches_where_a_noun_tells_it(sentence: str, doers: list[str], ontology: Ontology) -> None:
    assert roles_of(mentions_of(sentence, ontology)[0])["perpetrator"] == doers


def test_talks_are_not_for_the_town_where_they_are_held(ontology: Ontology) -> None:
    (meeting,) = shown("Envoys of Chad and Libya met in Doha on Monday.", ontology)
    assert "target" not in meeting.who


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        pytest.param("India refuses to negotiate with China, a diplomat said.", ["reject"], id="refuses to"),
        pytest.param("Peace plans to end the dispute failed on Monday.", [], id="plans that fail are a noun"),
        pytest.param("The council urged that the army release the men.", ["appeal"], id="what is wished is no event"),
        pytest.param("Miners went on strike on Monday over unpaid wages.", ["protest"], id="went on strike"),
    ],
)
def test_plain_verbs_of_wishes_and_plans(sentence: str, types: list[str], ontology: Ontology) -> None:
    assert [each.event_type for each in shown(sentence, ontology)] == types


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        pytest.param("A farmer was shot dead at a rally in Iguala.", ["armed_attack", "protest"], id="at a rally"),
        pytest.param(
            "A farmer was shot dead after a rally in Iguala.", ["armed_attack", "protest"], id="after a rally"
        ),
        pytest.param(
            "A mayor was gunned down as he left a rally in Iguala.", ["assassination", "protest"], id="leaving a rally"
        ),
        pytest.param("A bomb stuck to the car of a judge wounded him.", ["bombing"], id="a bomb stuck to a car"),
        pytest.param("The junta would close newspapers that lied.", ["sanction"], id="close is a verb behind a modal"),
    ],
)
def test_the_verb_that_tells_is_found(sentence: str, types: list[str], ontology: Ontology) -> None:
    assert [each.event_type for each in shown(sentence, ontology)] == types


def test_before_whom_somebody_was_harmed_is_no_target_of_a_charge(ontology: Ontology) -> None:
    sentence = "The brothers were charged with sending messages before the coup against President Ali Noor."
    (charge,) = [each for each in shown(sentence, ontology) if each.event_type == "judicial"]
    assert charge.who["target"] == ["brothers"]


@pytest.mark.parametrize(
    ("sentence", "event_type", "doer"),
    [
        pytest.param(
            "Officials of Togo visited Ghana to discuss smuggling.", "meet", "Officials of Togo", id="visitor"
        ),
        pytest.param(
            "Togolese Ambassador Abla Power accused Ghana of spying.",
            "accuse",
            "Togolese Ambassador Abla Power",
            id="a surname that is a word",
        ),
        pytest.param("Kenya urged Uganda to free the miners.", "appeal", "Kenya", id="who urges"),
        pytest.param("Rebel troops were deployed in Bunia on Monday.", "mobilize", "Rebel troops", id="troops sent"),
        pytest.param("The president deployed troops in Bunia on Monday.", "mobilize", "president", id="who sent them"),
        pytest.param(
            "The police's killing of a boy was denounced.", "armed_attack", "police", id="whose killing of others"
        ),
        pytest.param(
            "Mali deplored Niger's decision to close the border.", "border_closure", "Niger", id="who decided it"
        ),
        pytest.param(
            "A call by Chad for talks was ignored by Niger.", "reject", "Niger", id="not those whose call it was"
        ),
    ],
)
def test_who_does_it(sentence: str, event_type: str, doer: str, ontology: Ontology) -> None:
    told = [each for each in shown(sentence, ontology) if each.event_type == event_type]
    assert told
    assert all(each.who["perpetrator"] == [doer] for each in told)


def test_ambassadors_of_several_states_speak_for_each(ontology: Ontology) -> None:
    (told,) = shown("Ambassadors of Togo, Mali and Niger lashed out at Ghana.", ontology)
    assert told.who == {"perpetrator": ["Togo", "Mali", "Niger"], "target": ["Ghana"]}


def test_relations_that_are_cut_are_those_of_both_sides(ontology: Ontology) -> None:
    mention = mentions_of("Relations between Chad and Libya were severed on Monday.", ontology)[0]
    assert roles_of(mention) == {"perpetrator": ["Chad", "Libya"]}


def test_who_says_what_their_own_side_will_do_threatens_too(ontology: Ontology) -> None:
    (threat, *_) = mentions_of("An Iranian general said Iran would shell Oman if it is attacked.", ontology)
    assert roles_of(threat) == {"perpetrator": ["Iran", "Iranian general"], "target": ["Oman"]}


@pytest.mark.parametrize("body", ["party", "union", "gang", "court", "coalition"])
def test_a_body_of_people_is_what_it_stands_for(body: str, ontology: Ontology) -> None:
    (told,) = shown(f"The {body} announced that it had freed a boy.", ontology)
    assert told.who == {"perpetrator": [body], "target": ["boy"]}


def test_sanctions_that_hurt_people_are_no_attack(ontology: Ontology) -> None:
    told = shown("The sanctions hurt farmers in Iran.", ontology)
    assert [each.event_type for each in told] == ["sanction"]


def test_a_rally_that_is_held_is_nobody_to_protest_at(ontology: Ontology) -> None:
    (rally,) = shown("Students held a rally in Lagos on Monday.", ontology)
    assert rally.who == {"perpetrator": ["Students"]}


def test_coastguards_of_a_land_act_for_it(ontology: Ontology) -> None:
    (arrest,) = shown("Tongan coastguards detained eight Fijian fishermen on Monday.", ontology)
    assert arrest.who["perpetrator"] == ["Tongan coastguards"]
