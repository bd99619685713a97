"""Sentences with violent words that tell of no act of violence: plans, calls, figures of speech, mishaps."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, shown


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The rebels agreed to abstain from any form of attack on officials.", id="abstained from"),
        pytest.param("The spy had the mission of killing the archbishop.", id="a mission"),
        pytest.param("They collected money to kill the senator.", id="money to kill"),
        pytest.param("He called for the assassination of the general.", id="called for"),
        pytest.param("The children could have been killed.", id="what could have been"),
        pytest.param("He tried to save a pupil from being killed.", id="saved from"),
        pytest.param("The islands were taken without a shot being fired.", id="without a shot"),
        pytest.param("The army hopes to announce that troops have killed the leader.", id="hopes to announce"),
        pytest.param("Traders are being killed in the city every day.", id="every day"),
        pytest.param("He will be the first mayor to be shot.", id="will be the first"),
        pytest.param("The guards are quick to fire on crowds.", id="are quick to"),
        pytest.param("Troops were posted in the district to prevent further attacks.", id="meant to prevent"),
        pytest.param("An attack on Goma is imminent, the governor fears.", id="is imminent"),
        pytest.param("The rebels stopped short of burning the village.", id="stopped short of"),
    ],
)
def test_what_lies_ahead_or_was_left_undone(sentence: str, ontology: Ontology) -> None:
    violent = [each for each in shown(sentence, ontology) if each.event_type not in ("agree", "appeal")]
    assert {each.modality for each in violent} & {"asserted", "claimed"} == set()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Smuggling is an attack on the dignity of the homeland.", id="an attack on a value"),
        pytest.param("They feared a social explosion in the mining towns.", id="a social explosion"),
        pytest.param("He condemned the looting of natural resources by the companies.", id="looting of resources"),
        pytest.param("Nurses struck over salaries in Nairobi on Monday.", id="struck over pay"),
        pytest.param("Inflation killed six small firms in Leon on Monday.", id="inflation"),
        pytest.param("Six people were trampled to death at a festival in Leon on Monday.", id="trampled at a festival"),
        pytest.param("The senator was attacked over taxes on Monday.", id="attacked over taxes"),
        pytest.param("The explosion of the population worries the mayor of Leon.", id="of the population"),
        pytest.param("Drugs are killing the young people of the city.", id="drugs"),
        pytest.param("Magistrates have been on strike since Monday.", id="on strike"),
        pytest.param("The strike by court employees is illegal.", id="a strike by employees"),
        pytest.param("The plane crashed into a hill, killing 17 people.", id="a crash"),
        pytest.param("The town was destroyed by an earthquake, killing 200 people.", id="an earthquake"),
        pytest.param("An earthquake shook the city and nearly 1,000 people were killed.", id="killed in it"),
    ],
)
def test_what_is_no_violence(sentence: str, ontology: Ontology) -> None:
    assert [each for each in shown(sentence, ontology) if each.event_type not in ("condemn", "protest")] == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Rebels shot down a helicopter, which crashed, killing five soldiers.", id="shot down"),
        pytest.param("A car bomb crashed into a gate, killing two guards.", id="a bomb"),
        pytest.param("Men who had been sent to kill the judge shot him on Monday.", id="done as well as planned"),
        pytest.param("We would like to say that gunmen killed two priests in Leon.", id="what one wishes to say"),
        pytest.param("He is the second trader to be murdered in Leon this week.", id="the second to be"),
        pytest.param("The raiders went on to kill two priests in Leon.", id="went on to"),
        pytest.param("Twenty villagers are being held hostage by rebels in Mocoa.", id="is being done"),
        pytest.param("Mali withdraws from the court with immediate effect.", id="with immediate effect"),
        pytest.param("Neighbours report hearing screams after a car bomb explodes in Leon.", id="told as if now"),
        pytest.param("We regret to inform you that gunmen killed two guards in Leon.", id="regretted"),
        pytest.param("The two confessed to having taken part in the murder of a judge.", id="having taken part"),
        pytest.param("The explosions in Leon on Monday did not cause any casualties.", id="they left nobody hurt"),
    ],
)
def test_violence_beside_such_words_stays(sentence: str, ontology: Ontology) -> None:
    assert "asserted" in {each.modality for each in shown(sentence, ontology)}


def test_a_force_with_a_number_is_not_nobody(ontology: Ontology) -> None:
    text = "Those killed belonged to Task Force No. 1 who were attacked with rifles in Gao on Friday."
    assert "denied" not in {m.modality for m in shown(text, ontology)}


def test_a_derby_without_many_players_is_sport(ontology: Ontology) -> None:
    text = (
        "United's attack laid siege to the goal in the season's last derby, and a rocket of a free kick was saved. "
        "After the interval the striker exploded into the box, the referee blew the whistle. One was injured."
    )
    assert "violent" not in {ontology.types[m.event_type].event_class for m in shown(text, ontology)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "It took soldiers ten hours to end an attack on a hotel in Gao.", "asserted", id="hours to end it"
        ),
        pytest.param("On Sunday forces worked to end a deadly attack on a hotel in Gao.", "asserted", id="worked to"),
        pytest.param("The mayor called on the rebels to end the attacks in Gao.", "denied", id="attacks in general"),
        pytest.param("The talks were meant to end the fighting in Gao.", "denied", id="what goes on"),
    ],
)
def test_what_somebody_ends_had_begun(text: str, told: str, ontology: Ontology) -> None:
    assert [m.modality for m in mentions_of(text, ontology) if m.event_type.startswith("armed")] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Police warned that the death toll could rise after the floods in Gao.",
        "Most of the wounded were treated and released from hospital on Sunday.",
        "The government takes responsibility for the welfare of the families.",
    ],
)
def test_no_threat_no_release_and_no_claim(text: str, ontology: Ontology) -> None:
    assert not mentions_of(text, ontology)


def test_what_plagues_a_city_is_no_news(ontology: Ontology) -> None:
    text = "Gunmen killed two in Quetta on Monday. The city is plagued by sectarian violence and attacks by the BLA."
    news, *others = mentions_of(text, ontology)
    assert {m.modality for m in others} == {"habitual"}
    assert news.happening not in {m.happening for m in others}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A bus fell into a ravine near Cali on Monday and 12 passengers were killed.", id="a fall"),
        pytest.param("Twelve people were killed near Cali on Monday when a truck rolled off a cliff.", id="a roll"),
        pytest.param("A plane came down near Cali on Monday; the pilot was killed.", id="a plane that came down"),
        pytest.param("A gas explosion killed four people in Cali on Monday.", id="a blast of gas"),
        pytest.param("A bus crashed near Cali on Monday. Twelve passengers were killed.", id="told in two sentences"),
        pytest.param("The town is still under an armed strike that rebels imposed on Monday.", id="an armed strike"),
        pytest.param("They spoke on Monday of the search for solutions.", id="a search for what no police find"),
    ],
)
def test_a_mishap_is_no_attack(text: str, ontology: Ontology) -> None:
    assert [mention.event_type for mention in mentions_of(text, ontology)] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gunmen fired on a bus near Cali on Monday. Twelve passengers were killed.", id="gunmen"),
        pytest.param("A helicopter was shot down near Cali on Monday and the pilot was killed.", id="shot down"),
        pytest.param("A car bomb exploded in Cali on Monday. Twelve people were killed.", id="a bomb"),
    ],
)
def test_deaths_behind_violence_are_of_it(text: str, ontology: Ontology) -> None:
    assert any(toll.outcome == "killed" for mention in mentions_of(text, ontology) for toll in mention.casualties)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("Police are looking into the possibility of", "hypothetical"),
        ("There is a risk of", "hypothetical"),
        ("Fears of", "hypothetical"),
        ("In the event of", "hypothetical"),
        ("Police found plans for", "planned"),
        ("Papers are full of allegations of", "claimed"),
        ("Residents gave reports of", "asserted"),
    ],
)
def test_what_stands_before_of_an_attack(before: str, told: str, ontology: Ontology) -> None:
    text = f"{before} an ambush near Gao."
    assert [m.modality for m in mentions_of(text, ontology) if m.event_type == "armed_attack"] == [told]


def test_who_is_held_for_a_ransom_is_not_free(ontology: Ontology) -> None:
    asked, paid = (
        "The gang demanded a ransom for the release of the priest.",
        "Kin paid a ransom for the priest's release.",
    )
    assert [m.modality for m in mentions_of(asked, ontology) if m.event_type == "release"] in ([], ["planned"])
    assert [m.modality for m in mentions_of(paid, ontology) if m.event_type == "release"] == ["asserted"]


def test_what_measures_are_aimed_at_was_not_foiled(ontology: Ontology) -> None:
    text = "The president spoke on Monday in Cali of measures aimed at thwarting further attacks."
    assert {m.modality for m in mentions_of(text, ontology) if m.trigger == "attacks"} <= {"hypothetical", "planned"}
    foiled = mentions_of("Police said they had thwarted a bomb attack in Cali on Monday.", ontology)
    assert [m.event_type for m in foiled] == ["disrupted_weapons_use"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("Troops shoot dead three protesters in Gao.", "asserted", id="so many now"),
        pytest.param("Gunmen kill 20 people a day in Gao.", "habitual", id="so many a day"),
        pytest.param("Bandits often abduct 10 travellers in Gao.", "habitual", id="often"),
    ],
)
def test_so_many_dead_in_the_present_are_no_habit(text: str, modality: str, ontology: Ontology) -> None:
    assert [m.modality for m in mentions_of(text, ontology)] == [modality]


def test_what_somebody_is_sad_to_hear_has_happened(ontology: Ontology) -> None:
    told = mentions_of("The mayor was sad to hear that a bomb had killed six guards in Gao on Monday.", ontology)
    assert [(mention.event_type, mention.modality) for mention in told] == [("bombing", "asserted")]


@pytest.mark.parametrize("told", ["was quick to condemn", "hastened to condemn"])
def test_what_somebody_lost_no_time_in_doing_is_done(told: str, ontology: Ontology) -> None:
    found = shown(f"The bishop {told} Monday's raid on a mill in Gao.", ontology)
    assert ("condemn", "asserted") in [(each.event_type, each.modality) for each in found]


@pytest.mark.parametrize(
    ("told", "modality"),
    [
        (
            "The president urged Peru to order an investigation into the murder of a judge in Cali on Monday.",
            "asserted",
        ),
        ("The union plans to demand punishment for the killing of a miner in Cali on Monday.", "asserted"),
        ("The minister promised to punish those responsible for the attack on a bus in Cali on Monday.", "asserted"),
        ("The police vowed to capture the men behind the bombing of a bank in Cali on Monday.", "asserted"),
        ("Peru threatened to retaliate for the attack on its embassy in Cali on Monday.", "asserted"),
        ("Deputies asked the army to explain the bombing of a wedding in Cali on Monday.", "asserted"),
        ("The minister pledged to rebuild the bridge blown up by rebels in Cali on Monday.", "asserted"),
        ("The bishop asked them to pray for the nun kidnapped in Cali on Monday.", "asserted"),
        ("The minister promised to respond to any attack on the border.", "threatened"),
        ("The president plans to order an attack on the camp.", "planned"),
        ("The rebels threatened to have the mayor killed.", "threatened"),
        ("The rebels threatened to launch the attack on the town of Cali.", "threatened"),
    ],
)
def test_what_is_to_be_answered_has_happened(told: str, modality: str, ontology: Ontology) -> None:
    violent = [m for m in mentions_of(told, ontology) if ontology.types[m.event_type].event_class == "violent"]
    assert [m.modality for m in violent] == [modality]


@pytest.mark.parametrize("way", ["left his county", "crossed the border", "entered the town"])
def test_what_nobody_went_to_do_is_denied(way: str, ontology: Ontology) -> None:
    told = mentions_of(f"The commissioner said no rebels {way} to attack villages in Bor.", ontology)
    assert {m.modality for m in told if m.trigger == "attack"} == {"denied"}
