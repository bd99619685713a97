"""Which sentences tell of which event, who does it, and whether it happened: forms that are easily missed or misread.

What belongs here: single sentences, by the form that they show. What does not: whole records (test_mentions.py).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, roles_of, shown


@pytest.mark.parametrize(
    ("sentence", "event_type", "doer"),
    [
        ("The ministry said the claim was false.", "reject", "ministry"),
        ("Kabul rejected the charge on Monday.", "reject", "Kabul"),
        ("Baku denied having broken the truce.", "reject", "Baku"),
        ("A lawyers' union called the raid a war crime.", "condemn", "union"),
        ("Rwanda must withdraw its troops, the foreign minister said.", "appeal", "foreign minister"),
        ("The killing will not go unanswered, the president said.", "threaten", "president"),
        ("The rebels will pay a heavy price, the minister said.", "threaten", "minister"),
        ("The president vowed to crush the revolt.", "threaten", "president"),
        ("Peru downgraded ties with Chile on Monday.", "diplomatic_downgrade", "Peru"),
        ("UNICEF calls on all sides to spare schools.", "appeal", "UNICEF"),
        ("Ministers asked Cuba to help find the boat.", "appeal", "Ministers"),
        ("Police seized a ton of cocaine in Callao.", "seizure", "Police"),
        ("Soldiers are combing the hills near Tarma for the rebels.", "security_operation", "Soldiers"),
        ("Police questioned three men about the fire.", "investigate", "Police"),
        ("Troops entered the village of Pasco on Monday.", "mobilize", "Troops"),
        ("Bolivia claimed the capture of Tarma.", "territorial_change", "Bolivia"),
        ("Armed men dragged off a teacher in Tarma.", "abduction", "Armed men"),
    ],
)
def test_who_does_what_in_words_and_deeds(ontology: Ontology, sentence: str, event_type: str, doer: str) -> None:
    told = [m for m in mentions_of(sentence, ontology) if m.event_type == event_type and m.modality != "planned"]
    assert [roles_of(m).get("perpetrator") for m in told] == [[doer]]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("A shell fell near the refinery at Talara.", "shelling"),
        ("The bodies of nine men were found in a ditch near Tarma.", "violence_against_civilians"),
        ("The two armies exchanged small-arms fire along the border.", "armed_clash"),
        ("A soldier was wounded by Chilean fire near Arica.", "armed_attack"),
        ("Two small bombs aimed at patrols wounded three people in Lima.", "bombing"),
        ("The attack, carried out with two bombs, damaged a house in Lima.", "bombing"),
        ("The attack, carried out by two men, damaged a house in Lima.", "armed_attack"),
        ("He conceded that the town of Tarma had fallen.", "territorial_change"),
        ("Thousands poured onto the streets of Lima.", "protest"),
        ("The two leaders spoke by telephone on Saturday.", "meet"),
        ("Three men were jailed for nine years over the plot.", "judicial"),
        ("An inquiry by the army found that a tank had fired at the school.", "investigate"),
        ("The mission was appalled by the killings in the camp.", "condemn"),
    ],
)
def test_what_a_sentence_tells(ontology: Ontology, sentence: str, event_type: str) -> None:
    assert event_type in {mention.event_type for mention in shown(sentence, ontology)}


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("The army plans to attack the town.", "planned"),
        ("Rebels' plans to attack Tarma alarmed the army.", "planned"),
        ("Police took part in a drill in which gunmen attacked a bus.", "hypothetical"),
        ("Rebels have learned to attack convoys.", "habitual"),
        ("Rebels attacked convoys on Monday.", "asserted"),
    ],
)
def test_what_only_may_happen_is_played_or_learned(ontology: Ontology, sentence: str, modality: str) -> None:
    attacks = [m.modality for m in mentions_of(sentence, ontology) if m.event_type == "armed_attack"]
    assert attacks == [modality]


@pytest.mark.parametrize("verb", ["foiled", "thwarted", "averted"])
def test_a_foiled_attack_is_what_its_foilers_did(ontology: Ontology, verb: str) -> None:
    (mention,) = mentions_of(f"Police {verb} an attack by rebels on the market in Lima on Monday.", ontology)
    assert mention.event_type == "disrupted_weapons_use"
    assert roles_of(mention) == {"perpetrator": ["Police"], "target": ["rebels"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Police repelled an attack by rebels on the market in Lima on Monday.",
        "Police foiled an attack by rebels on the market in Lima on Monday, killing two of them.",
        "The attack by rebels on the market in Lima was foiled on Monday.",
    ],
)
def test_an_attack_that_was_made_stays_one(ontology: Ontology, sentence: str) -> None:
    assert [mention.event_type for mention in mentions_of(sentence, ontology)] == ["armed_attack"]


def test_what_a_weapon_did_and_whom_it_killed_are_one(ontology: Ontology) -> None:
    (mention,) = shown("A bomb exploded in Lima on Friday and four people were killed.", ontology)
    assert (mention.event_type, mention.tolls) == ("bombing", ["killed 4 total"])


def test_nobody_threatens_where_nobody_speaks(ontology: Ontology) -> None:
    assert "threaten" not in {m.event_type for m in shown("The killing will not go unanswered.", ontology)}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("* 2014 Camp Redwood bombing", []),
        ("* 2014 July 7: bombing of Camp Redwood", ["bombing"]),
        ("* Gunmen killed four men in Tarma.", ["armed_attack"]),
    ],
)
def test_the_title_of_another_page_in_a_list_tells_nothing(line: str, told: list[str], ontology: Ontology) -> None:
    text = f"Rebels hold the hills around Tarma, the army said on Monday.\n\n{line}\n\nThe army holds the town itself."
    assert [m.event_type for m in mentions_of(text, ontology)] == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The toll from a truck bomb in Lima on Friday has risen to 27.", ["killed 27 total"]),
        ("Four people died in a roadside bomb near Lima.", ["killed 4 total"]),
        ("Friday's car bomb in Lima was the worst in years.", []),
    ],
)
def test_a_weapon_behind_a_toll_or_a_day_is_what_it_did(said: str, told: list[str], ontology: Ontology) -> None:
    (mention,) = shown(said, ontology)
    assert (mention.event_type, [t for t in mention.tolls if "total" in t]) == ("bombing", told)


@pytest.mark.parametrize("said", ["Police found a car bomb in Lima.", "Police defused a roadside bomb near Lima."])
def test_a_weapon_that_was_found_struck_nobody(said: str, ontology: Ontology) -> None:
    assert "bombing" not in {mention.event_type for mention in mentions_of(said, ontology)}


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        pytest.param(
            "Soldiers broke up a sit-in in Gao on Monday, killing 35 people.", "violence_against_civilians", id="a"
        ),
        pytest.param(
            "The crackdown on the sit-in in Gao left 118 dead.", "violence_against_civilians", id="a crackdown"
        ),
        pytest.param(
            "Soldiers broke up a sit-in in Gao on Monday, hurting 35 people.", "security_operation", id="nobody died"
        ),
        pytest.param("The crackdown on the gang in Gao left three dead.", "security_operation", id="no protest"),
    ],
)
def test_a_protest_put_down_with_deaths_is_violence(sentence: str, event_type: str, ontology: Ontology) -> None:
    assert {m.event_type for m in shown(sentence, ontology) if m.tolls} == {event_type}


@pytest.mark.parametrize(
    ("sentence", "modalities"),
    [
        ("Two bombs failed to go off after being thrown at a house in Tarma on Monday.", {"asserted"}),
        ("A device failed to explode at the home of a judge in Tarma on Monday.", {"asserted"}),
        ("A bomb left at a school in Tarma on Monday did not detonate.", {"asserted"}),
        ("If the bomb fails to explode, troops will shoot at it.", {"planned"}),
        ("No bomb exploded in Tarma on Monday.", {"denied"}),
    ],
)
def test_a_bomb_that_failed_was_laid_all_the_same(sentence: str, modalities: set[str], ontology: Ontology) -> None:
    assert {m.modality for m in mentions_of(sentence, ontology)} == modalities


@pytest.mark.parametrize(
    ("headline", "types"),
    [
        ("School blown up in Mir Ali", ["bombing"]),  # "blown" is never what somebody did
        ("Gas pipeline blown up near Sui", ["sabotage"]),
        ("Students marched in Mir Ali", ["protest"]),
    ],
)
def test_participles_that_are_no_past_tense_are_passives(headline: str, types: list[str], ontology: Ontology) -> None:
    assert [each.event_type for each in shown(headline, ontology)] == types


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        pytest.param("Oman banned the Reform Party on Monday.", "COERCE", id="a party banned"),
        pytest.param("Brussels imposed an arms embargo on Chad on Monday.", "COERCE", id="an embargo"),
        pytest.param("Peru extended its embargo on Chile on Monday.", "COERCE", id="an embargo goes on"),
        pytest.param("Oman cut off the internet in the north on Monday.", "COERCE", id="the net"),
        pytest.param("Lima declared martial law in three provinces on Monday.", "COERCE", id="a state of emergency"),
        pytest.param("Peru cut off military aid to Chile on Monday.", "SANCTION", id="aid stopped"),
        pytest.param("Peru broke off talks with Chile on Monday.", "SANCTION", id="talks broken off"),
        pytest.param("Oman expelled two aid agencies from the north on Monday.", "SANCTION", id="agencies expelled"),
        pytest.param("Peru cancelled a planned visit to Chile on Monday.", "SANCTION", id="a visit called off"),
    ],
)
def test_bans_coerce_and_what_is_broken_off_lowers_relations(ontology: Ontology, sentence: str, event: str) -> None:
    assert [ontology.types[m.event_type].plover_event for m in shown(sentence, ontology)] == [event]
