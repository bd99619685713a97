"""Tolls told by turns of speech and over two sentences: whom nobody could save, who shared a fate, who they were."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, tolls_of

BOMB = "A bomb hit a market in Dori on Monday. "
DEAD = "Gunmen attacked a village near Dori on Monday, killing nine people. "

TURNS = {
    "did not come home": (BOMB + "Four soldiers and a herdsman did not come back.", "killed 4 security_force"),
    "a number that did not": (BOMB + "Nine did not come home: six nurses and three guards.", "killed 9 total"),
    "never came home": (BOMB + "Nine soldiers never came home.", "killed 9 security_force"),
    "did not live to": (BOMB + "Four people did not live to see the evening.", "killed 4 total"),
    "could do nothing for": (BOMB + "Medics could do nothing for four of them.", "killed 4 total"),
    "could not save": (BOMB + "Doctors could not save four of the wounded.", "killed 4 total"),
    "could not be saved": (BOMB + "Four more were brought to hospital and could not be saved.", "killed 4 total"),
    "help came too late": (BOMB + "Help came too late for nine guards.", "killed 9 security_force"),
    "beyond help": (BOMB + "Nine guards were beyond help.", "killed 9 security_force"),
    "torn to pieces": (BOMB + "Two nurses were torn to pieces.", "killed 2 civilian"),
    "bled to death": (BOMB + "Two nurses bled to death.", "killed 2 civilian"),
    "felled": (BOMB + "A guard was felled by a splinter.", "killed 1 security_force"),
    "fell to bullets": (
        "Rebels raided Dori on Monday. Of the soldiers, five fell to their bullets.",
        "killed 5 security_force",
    ),
    "names on a list": (BOMB + "Fifteen names are on the list of the dead.", "killed 15 total"),
    "a list that holds": (BOMB + "The list of the fallen holds 19 names.", "killed 19 total"),
    "a list that grows": (BOMB + "The list of the dead has grown to 19.", "killed 19 total"),
    "as did": (BOMB + "The priest died, as did eight worshippers.", "killed 9 civilian"),
    "so did": (BOMB + "Six people died, and so did the bomber.", "killed 7 total"),
    "three more in hospital": (BOMB + "Six died on the spot, three more in hospital.", "killed 9 total"),
    "the third": (BOMB + "Two of the guards died on the spot; the third, in hospital.", "killed 3 security_force"),
    "more, without a number's noun": (BOMB + "Six were dead when help came and two more died later.", "killed 8 total"),
    "dead and hurt": (BOMB + "Six people died, three more in hospital are critical.", "killed 6 total"),
    "one of those attacked": (
        "A gang attacked police officers in Dori on Monday, and one of them lost his life.",
        "killed 1 security_force",
    ),
    "so are": (BOMB + "The priest is dead, and so are two of his guards.", "killed 2 security_force"),
    "not reached alive": (
        BOMB + "Thirty were past help, and four more did not reach the hospital alive.",
        "killed 34 total",
    ),
    "its 24th victim": (BOMB + "It claimed its 24th victim on Tuesday.", "killed 24 total"),
    "a fourteenth": (
        "Gunmen ambushed a patrol near Dori on Monday. A fourteenth officer has died of his wounds.",
        "killed 14 security_force",
    ),
    "what it cost the army": (
        "Gunmen ambushed a patrol near Dori on Monday. The ambush cost the army 12 soldiers.",
        "killed 12 security_force",
    ),
    "on the list": (DEAD + "A monk, two children and four women are on the list.", "killed 4 woman"),
    "six of the nine": (DEAD + "Six of the nine were children.", "killed 6 child"),
    "carried to hospital": (BOMB + "Forty people were carried to hospitals.", "injured 40 total"),
    "others were hit": (BOMB + "Two others were hit.", "injured 2 total"),
    "by one count and by another": (
        "Twenty soldiers, by one count, and two, by another, were killed in a raid on Dori on Monday.",
        "killed 2-20 security_force",
    ),
    "plus the bomber, behind an aside": (
        "A bomb in Dori on Monday killed eight people - four lawyers and four clerks - plus the bomber.",
        "killed 9 total",
    ),
    "of a force": (
        "Eleven fighters of the Badr Corps, a paramilitary force, were killed in an ambush near Tikrit on Monday.",
        "killed 11 militant",
    ),
    "of the 14 dead": (BOMB + "Of the 14 dead, four were soldiers.", "killed 14 total"),
    "of the 14 killed": (BOMB + "Of the 14 people killed, four were soldiers.", "killed 4 security_force"),
    "five of the wounded": (BOMB + "Seven people were killed and five of the wounded died later.", "killed 12 total"),
    "died of their wounds": (BOMB + "Seven people were killed. Five more died of their wounds.", "killed 12 total"),
    "three more in a sentence behind": (
        BOMB + "Six died where they stood. Three more died in hospital.",
        "killed 9 total",
    ),
    "they lost": (
        "Clashes in Dori on Monday killed 12. The rebels said they lost three men and killed 20 soldiers.",
        "killed 3 militant",
    ),
    "six of them": (DEAD + "Six of them were soldiers.", "killed 6 security_force"),
    "six, and the rest": (DEAD + "Six were soldiers, the rest farmers.", "killed 6 security_force"),
    "all nine": (DEAD + "All nine were soldiers.", "killed 9 security_force"),
    "among them": (DEAD + "Among them were two children.", "killed 2 child"),
    "four of them, behind where it was": (
        "At least 12 people were killed in a raid on Dori on Monday, four of them farmers, officials said.",
        "killed 4 civilian",
    ),
    "four of them and the rest": (
        "Twelve people were killed in a raid on Dori, four of them soldiers and the rest herdsmen.",
        "killed 8 civilian",
    ),
    "soldiers and the rest": (
        "Twelve people died in a raid on Dori, five soldiers and the rest herdsmen.",
        "killed 7 civilian",
    ),
    "half of them": ("Twelve people were killed in a raid on Dori, half of them soldiers.", "killed 6 security_force"),
    "behind a dash": (
        "Twelve people were killed in a raid on Dori - seven nurses and five guards.",
        "killed 7 civilian",
    ),
    "two kinds of one group, behind a colon": (
        "Twelve people were killed in a raid on Dori: five soldiers, a policeman and six nurses.",
        "killed 6 security_force",
    ),
    "of them and who make it up": (
        "The raid on Dori on Monday killed 12 people, ten of them nurses and two guards.",
        "killed 12 total",
    ),
    "some of those killed": (BOMB + "Nineteen of the 20 people killed were children.", "killed 19 child"),
    "their sum behind a list": (
        "The raid on Dori on Monday killed 18 soldiers and seven nurses, 25 people in all.",
        "killed 7 civilian",
    ),
    "in brackets": (
        "Six people (three men, two women and a boy) were killed in a raid on Dori on Monday.",
        "killed 2 woman",
    ),
    "one of them gravely": (BOMB + "Two guards were wounded, one of them seriously.", "injured 2 security_force"),
    "while another": (BOMB + "One guard was killed while another sustained serious injuries.", "injured 1 total"),
    "left nursing": (BOMB + "Three people were killed and ten others left nursing injuries.", "injured 10 total"),
    "fighting for their lives": (BOMB + "Nine people are fighting for their lives.", "injured 9 total"),
    "sent to hospital": ("The bombing in Dori on Monday sent 50 people to hospital.", "injured 50 total"),
    "injuries, behind a colon": (BOMB + "Fatalities: 30. Injuries: 16.", "injured 16 total"),
    "laid to rest": (BOMB + "Seventeen people were laid to rest on Tuesday.", "killed 17 total"),
    "we lost": (BOMB + '"We lost 30 people," a resident said.', "killed 30 total"),
    "people inside": (BOMB + "Nine people inside were killed.", "killed 9 total"),
    "close to": (BOMB + "Close to a hundred people were killed.", "killed 100 total"),
    "half a dozen": (BOMB + "Half a dozen people were killed.", "killed 6 total"),
    "anywhere from": (BOMB + "Anywhere from 40 to 60 people were killed.", "killed 40-60 total"),
    "dead and hurt as casualties": (
        "The attack on Dori on Monday caused 60 casualties, 25 dead and 35 wounded.",
        "killed 25 total",
    ),
    "six more of a whole": (
        "Six more people have died, taking the number of those killed in the raid on Dori to 25.",
        "killed 25 total",
    ),
    "of militants killed": ("The army put the number of rebels killed in Dori at 12.", "killed 12 militant"),
    "a boy of an age": ("A boy aged 12 and three adults were wounded in the shelling of Dori.", "injured 4 total"),
    "martyrs": ("Medics spoke of seven martyrs and 15 wounded in the air strike on Dori.", "killed 7 total"),
    "all but one of them": (
        "Sixteen people died in a raid on Dori on Monday, all but one of them policemen.",
        "killed 15 security_force",
    ),
    "all but two of them": (
        "Sixteen people, all but two of them policemen, died in a raid on Dori.",
        "killed 14 security_force",
    ),
    "counted among the dead": (
        BOMB + "The army counted five soldiers, a guard and nine nurses among the dead.",
        "killed 6 security_force",
    ),
    "fallen": (
        "Our side in the attack on the post: 71 soldiers fallen on the field of honour.",
        "killed 71 security_force",
    ),
    "a toll that reports": (BOMB + "The provisional toll reports 32 people killed.", "killed 32 total"),
    "at two places, one after the other": (
        "Thirty-six people died in Goma and 19 in Bukavu when rebels struck on Monday.",
        "killed 55 total",
    ),
    "at two hamlets near each other": ("Thirty-six people were killed in Tchabi and 19 in Boga.", "killed 55 total"),
    "of a team, and the driver": (
        "Fifteen soldiers of the Quick Response Team and the driver were killed in a raid on Dori on Monday.",
        "killed 1 civilian",
    ),
    "to their graves": ("Gunmen sent 50 worshippers to their early graves in Dori on Monday.", "killed 50 civilian"),
    "on admission": (BOMB + "Sixty people are still on admission.", "injured 60 total"),
    "no fewer than": ("No fewer than 22 villagers have been killed by gunmen in Dori.", "killed 22 or more civilian"),
    "so many, feared": ("Not less than 12 people were feared killed in a raid on Dori.", "killed 12 or more total"),
    "ages": ("A man and his three children, ages 9, 11 and 19, were shot dead in Dori.", "killed 4 civilian"),
    "bodies and those treated": (
        BOMB + "The clinic received 13 bodies and several people for treatment.",
        "killed 13 total",
    ),
    "told in a call": (BOMB + "A nurse said in a phone call that 49 bodies arrived at the clinic.", "killed 49 total"),
    "as tragedy struck": ("Tragedy struck a community in Dori as gunmen killed four people.", "killed 4 total"),
}


def told_in(text: str, ontology: Ontology) -> list[str]:
    """Every toll of a text, mention by mention."""
    return [toll for mention in mentions_of(text, ontology) for toll in tolls_of(mention)]


@pytest.mark.parametrize(("text", "toll"), TURNS.values(), ids=TURNS)
def test_each_turn_that_tells_of_dead(text: str, toll: str, ontology: Ontology) -> None:
    assert toll in told_in(text, ontology)


NONE = {
    "did not come back from leave": "Five soldiers came under fire in Dori on Monday. They did not come back to work.",
    "were saved": BOMB + "Four of the wounded were saved.",
    "a list of guests": BOMB + "Fifteen names are on the list of guests.",
    "of those hurt": "A bomb in Dori on Monday wounded nine people. Six of them were soldiers.",
    "fell to the ground": BOMB + "Two nurses fell to the ground.",
    "of a year": "Ali Diallo, the 14th reporter to be threatened this year, left Dori on Monday.",
    "came home": BOMB + "Two nurses came home late.",
    "survived with wounds": BOMB + "The mayor fled; two nurses survived with burns.",
    "none of them": BOMB + "None of the nine was a fighter.",
}


def test_who_died_later_is_not_added_where_the_whole_is_told(ontology: Ontology) -> None:
    text = "Rebels killed 12 people in Dori on Monday. Seven of them died at once. Five more died of their wounds."
    told = told_in(text, ontology)
    assert told.count("killed 12 total") == 1
    assert "killed 17 total" not in told


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        pytest.param("Sixteen women and children were hacked to death in Dori.", ["killed 16 civilian"], id="both"),
        pytest.param(
            "Over 200 people were killed and over 100 children kidnapped by rebels in Dori.",
            ["killed 200 or more total"],
            id="others kidnapped",
        ),
    ],
)
def test_nobody_more_is_killed(text: str, killed: list[str], ontology: Ontology) -> None:
    assert [toll for toll in told_in(text, ontology) if toll.startswith("killed")] == killed


def test_no_fewer_than_denies_nothing(ontology: Ontology) -> None:
    (mention,) = mentions_of("No fewer than 22 villagers were killed by gunmen in Dori.", ontology)
    assert mention.modality == "asserted"


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_death(text: str, ontology: Ontology) -> None:
    told = told_in(text, ontology)
    assert not [toll for toll in told if toll.startswith("killed")]


@pytest.mark.parametrize(
    ("told", "tolls"),
    [
        ("The minister was not injured in the attack in Cali on Monday.", []),
        ("Six soldiers were not hurt in the attack in Cali on Monday.", []),
        ("None of the six soldiers was hurt in the attack in Cali on Monday.", []),
        ("The mayor's guards were not hurt when gunmen attacked his house in Cali on Monday.", []),
        (
            "Two boys were not hurt when a bomb exploded in Cali on Monday, but a driver was killed.",
            ["killed 1 civilian"],
        ),
        ("Six soldiers were hurt in the attack in Cali on Monday.", ["injured 6 security_force"]),
    ],
)
def test_who_was_not_hurt_counts_as_nobody_in_an_attack_that_happened(
    told: str, tolls: list[str], ontology: Ontology
) -> None:
    assert told_in(told, ontology) == tolls
