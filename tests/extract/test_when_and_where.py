"""Where and when each event of a text happened, form by form.

What belongs here: sentences of each form in which news says where and when, with the place and days of every mention.
What does not: time expressions by themselves (tests/timex), roles and tolls.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from sitrep.records import Published
from tests.extract.conftest import DAY, document
from tests.extract.reading import mentions_of, shown


def places_of(text: str, ontology: Ontology) -> list[tuple[str, str]]:
    """Trigger and the text of its place, mention by mention."""
    return [(m.trigger, m.place.text if m.place else "") for m in mentions_of(text, ontology)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "In Kandahar, some 40 armed men believed to be Taliban members raided a bank.",
            [("raided", "Kandahar")],
            id="a place at the head holds for all that the sentence tells",
        ),
        pytest.param(
            "A bomb exploded outside Taiwan's embassy in Port-au-Prince.",
            [("exploded", "Port-au-Prince")],
            id="an embassy stands in the land of others",
        ),
        pytest.param(
            "Residents in Gusau said that gunmen abducted 12 residents in Maru.",
            [("abducted", "Maru")],
            id="residents who are taken, and such as speak",
        ),
        pytest.param(
            "The attack took place some 80 km (50 miles) east of the Suez Canal, near the town of Bir al-Abd.",
            [("attack", "Bir al-Abd")],
            id="the town that it was near, not that from which it is far",
        ),
        pytest.param(
            "The US embassy in Kabul said gunmen killed two guards in Herat.",
            [("killed", "Herat")],
            id="an embassy that speaks",
        ),
        pytest.param(
            "Three officers were killed by two roadside bombs, blamed on the Taliban, in the Musa Qala district.",
            [("killed", "Musa Qala")],
            id="a place that stands behind an aside",
        ),
        pytest.param(
            "Gunmen killed eight men who were mending a bridge in Mach.",
            [("killed", "Mach")],
            id="where those who were struck were at work",
        ),
        pytest.param(
            "Gunmen abducted two students in Taraba State, two days after three were kidnapped in Calabar, Nigeria.",
            [("abducted", "Taraba"), ("kidnapped", "Calabar")],
            id="a state is where, though a state may act",
        ),
        pytest.param(
            "A suicide attack on the police headquarters in Kandahar killed nine people.",
            [("suicide attack", "Kandahar")],
            id="a headquarters that is struck, where officials do not speak",
        ),
        pytest.param(
            "Militants killed six people in attacks on two gun shops in the Kazakh city of Aktobe.",
            [("killed", "Aktobe"), ("attacks", "Aktobe")],
            id="a town is called as a people is",
        ),
        pytest.param(
            "Two jets bombed Naw Lon village in Kachin State. Two people were killed in the village on Monday.",
            [("bombed", "Naw Lon"), ("killed", "village")],
            id="a name of several words before what it is, and the village meant by the word alone",
        ),
        pytest.param(
            "Six people died in attacks on the villages of Mikolane and Mwamule. Three people were killed in Mwamule.",
            [("attacks", "Mikolane"), ("killed", "Mwamule")],
            id="names listed with one that is marked",
        ),
        pytest.param(
            "Gunmen raided Kwatat community in Plateau State. They killed nine people in Kwatat on Monday.",
            [("raided", "Kwatat"), ("killed", "Kwatat")],
            id="a name that was marked once",
        ),
        pytest.param(
            "Gunmen attacked Gadukwet on Monday. Police said the Gadukwet massacre left six dead.",
            [("attacked", "Gadukwet"), ("massacre", "Gadukwet")],
            id="a bare name that is attacked, and that a massacre is called by",
        ),
        pytest.param(
            "A bomber struck a market in Burkina Faso's capital on Monday. Gunmen killed two in Chad's oil capital.",
            [("struck", "capital"), ("killed", "Chad")],
            id="a country's capital by that word alone",
        ),
        pytest.param(
            "In the provincial capital, Kandahar, meanwhile, nine people were killed in an army air strike.",
            [("air strike", "Kandahar")],
            id="a name that follows what the place is at the head",
        ),
        pytest.param(
            "Soldiers clashed with rebels in Sitio Mamboga, Barangay Planasan, Guihulngan City.",
            [("clashed", "Mamboga")],
            id="kinds that stand before a name",
        ),
        pytest.param(
            "Eleven villagers were killed on Monday in Ituri, Congo. Rebels surprised farmers near Mambasa.",
            [("killed", "Mambasa")],
            id="the sentence behind, which tells of no event, says where",
        ),
        pytest.param(
            "Eleven villagers were killed on Monday in Ituri, Congo. The governor, who lives in Bunia, was not there.",
            [("killed", "Ituri")],
            id="where somebody lives is not where it was",
        ),
        pytest.param(
            "In Kachin State, fighters torched the police station of Maw Han village, Mohnyin Township, on Thursday.",
            [("torched", "Maw Han")],
            id="the place of what was struck within the area at the head",
        ),
        pytest.param(
            "QUETTA, May 7 - Gunmen killed four policemen on Monday, officials said.",
            [("killed", "QUETTA")],
            id="the dateline's town, where the text has no other place",
        ),
        pytest.param(
            "KABUL, May 7 - Gunmen killed four policemen near Khost on Monday, officials said.",
            [("killed", "Khost")],
            id="a dateline's town, where the text has another place",
        ),
        pytest.param(
            "Al-Shabab attacked an army base in Bulo Marer, 110 km southwest of the capital Mogadishu.",
            [("attacked", "Bulo Marer")],
            id="how far it is from a city",
        ),
        pytest.param(
            "Gunmen killed six people in Beni Messous on Monday, Algerian police said.",
            [("killed", "Beni Messous")],
            id="a name that begins as that of a large town far away",
        ),
        pytest.param(
            "Insurgents beheaded five people in the administrative post of Mucojo, in Macomia district.",
            [("beheaded", "Mucojo")],
            id="a post of that name",
        ),
        pytest.param(
            "The attack took place on Monday at a spot known as Miriga, residents said.",
            [("attack", "Miriga")],
            id="a spot known as",
        ),
        pytest.param(
            "In the district capital, Kutum, shells killed six people.",
            [("killed", "Kutum")],
            id="a capital that no list has",
        ),
        pytest.param(
            "Raiders burned two houses in Kwatas on Monday. A car was set on fire, a militia leader in Maiduguri said.",
            [("burned", "Kwatas"), ("set on fire", "Kwatas")],
            id="where somebody sits who speaks behind",
        ),
    ],
)
def test_where(text: str, places: list[tuple[str, str]], ontology: Ontology) -> None:
    assert places_of(text, ontology) == places


@pytest.mark.parametrize(
    ("text", "area"),
    [
        pytest.param("In Plateau state, Nigeria, gunmen attacked Kwatas village.", "Plateau", id="of its sentence"),
        pytest.param(
            "Plateau state, in Nigeria, was calm. Gunmen attacked Kwatas village.", "Plateau", id="of its text"
        ),
        pytest.param(
            "Borno and Plateau states, in Nigeria, were calm. Gunmen attacked Kwatas village.", None, id="of two"
        ),
    ],
)
def test_a_village_that_no_list_has_lies_in_the_province_of_its_text(
    text: str, area: str | None, ontology: Ontology
) -> None:
    places = {place.name: place.admin1 for place in extract(document(text), ontology, DAY).places}
    assert places["Kwatas"] == area


@pytest.mark.parametrize(
    "where",
    [
        "In Damaturu, Yobe State,",
        "In Kunduz, the provincial capital,",
        "In the provincial capital, Kunduz,",
        "In Baga, a town on Lake Chad,",
        "In Mopti, central Mali,",
    ],
)
def test_what_is_said_of_a_place_at_the_head_takes_no_part(where: str, ontology: Ontology) -> None:
    mention = mentions_of(f"{where} gunmen killed six soldiers on Monday.", ontology)[0]
    assert [(actor.role, actor.name) for actor in mention.actors] == [("perpetrator", "gunmen"), ("target", "soldiers")]


def test_what_lies_beyond_a_border_does_not_hold_a_village(ontology: Ontology) -> None:
    text = (
        "The army was on alert in Maroua, Cameroon. Fighters attacked the village of Ndabat on the border with Nigeria."
    )
    found = extract(document(text), ontology, DAY)
    assert {place.name: place.country for place in found.places}["Ndabat"] == "CM"


CHRONICLE = """Weekly report

June 4, Kabul Province: one civilian killed
A bomb went off at a bazaar in Qarabagh, killing one civilian.

June 3, Paktia Province: four policemen killed
The police chief and three of his men were killed when their vehicle hit a roadside bomb.
"""


def test_the_entries_of_a_chronicle_have_the_day_and_place_at_their_head(ontology: Ontology) -> None:
    found = [(m.trigger, str(m.occurrence.date_from)[5:], m.happening) for m in mentions_of(CHRONICLE, ontology)]
    days = {trigger: day for trigger, day, _ in found}
    assert days == {"killed": "06-03", "went off": "06-04", "hit": "06-03"}
    assert [m.place.text for m in mentions_of(CHRONICLE, ontology) if m.place and m.trigger == "hit"] == ["Paktia"]
    happenings = {day: {number for _, other, number in found if other == day} for day in ("06-04", "06-03")}
    assert not happenings["06-04"] & happenings["06-03"]


def test_one_day_before_a_colon_heads_nothing(ontology: Ontology) -> None:
    text = "June 4: what we know\nA bomb killed nine people in Kandahar.\nGunmen shot a guard dead in Mach."
    assert {m.occurrence.basis for m in mentions_of(text, ontology)} == {"document"}


def test_an_undated_chronicle_is_of_the_year_in_its_title(ontology: Ontology) -> None:
    title = "Nimroz: incidents of 2017"
    text = f"{title}\nJanuary 5: A commander was shot dead in Zaranj.\nJanuary 9: Two men were abducted in Zaranj."
    undated = replace(document(text), title=title, title_start=0, title_end=len(title), published=Published())
    days = [str(m.occurrence.date_from) for m in extract(undated, ontology, DAY).mentions]
    assert days == ["2017-01-05", "2017-01-09"]


def days_of(text: str, ontology: Ontology) -> list[tuple[str, str]]:
    """Trigger and first day, mention by mention."""
    return [(m.trigger, str(m.occurrence.date_from)) for m in mentions_of(text, ontology)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "Gunmen on Tuesday abducted two students in Kano, two days after three teachers were kidnapped in Kaduna.",
            [("abducted", "2024-05-07"), ("kidnapped", "2024-05-05")],
            id="a clause that a time before its marker dates",
        ),
        pytest.param(
            "A missile hit Sumy on Sunday, killing 34. Two days before the strike, a drone struck a bus in Kyiv.",
            [("hit", "2024-05-05"), ("strike", "2024-05-05"), ("struck", "2024-05-03")],
            id="what is counted from an event told before",
        ),
        pytest.param(
            "Two soldiers were shot dead in Mach last March. Two days later a guard was abducted in Sibi.",
            [("shot dead", "2024-03-01"), ("abducted", "2024-03-03")],
            id="what is counted from a month",
        ),
        pytest.param(
            "Ten years ago, on 2 April 2014, gunmen shot two guards in Garissa.",
            [("shot", "2014-04-02")],
            id="the more exact of two times of one clause",
        ),
        pytest.param(
            "On the night of 3 to 4 May gunmen killed five men in Mach.",
            [("killed", "2024-05-03")],
            id="the night of a day is a time, not what kind of gunmen",
        ),
        pytest.param(
            "The rebels killed six soldiers in Mach in March, he added, and last month troops raided a camp in Sibi.",
            [("killed", "2024-03-01"), ("raided", "2024-04-01")],
            id="a time right before a clause is its own",
        ),
        pytest.param(
            "On Monday a drone hit a clinic in Kano. On Thursday the UN condemned it. "
            "Four doctors were abducted in Kaduna the same day.",
            [("hit", "2024-05-06"), ("condemned", "2024-05-09"), ("abducted", "2024-05-06")],
            id="the same day is that of what happened, not of what was said of it",
        ),
        pytest.param(
            "Officials confirmed the deaths on Tuesday, one day after rebels struck Kano.",
            [("struck", "2024-05-06")],
            id="counted from the day beside it",
        ),
        pytest.param(
            "Two days after bandits killed 20 men in Anka, gunmen on Monday abducted 12 pupils in Maru.",
            [("killed", "2024-05-04"), ("abducted", "2024-05-06")],
            id="counted from the day of the clause that it leads to",
        ),
        pytest.param(
            "Two days after bandits killed 20 men in Anka, gunmen have abducted 12 pupils in Maru.",
            [("killed", "2024-05-08"), ("abducted", "2024-05-09")],
            id="counted from the day of writing, where no other is named",
        ),
        pytest.param(
            "Gunmen killed two men in Kano on Tuesday. The ambush took place after bandits raided a mill on Sunday.",
            [("killed", "2024-05-07"), ("ambush", "2024-05-07"), ("raided", "2024-05-05")],
            id="what it took place after was before it",
        ),
        pytest.param(
            "Residents gathered on Tuesday where they laid out the bodies of men who they said had been killed.",
            [("killed", "2024-05-09")],
            id="the dead were killed before they were laid out",
        ),
        pytest.param(
            "A new round of clashes between rival clans left six people dead on Tuesday.",
            [("clashes", "2024-05-07")],
            id="a round of clashes is the clashes",
        ),
        pytest.param(
            "Gunmen shot a guard in Mach on Tuesday. The murder could have been avoided if agents had acted last week.",
            [("shot", "2024-05-07"), ("murder", "2024-05-07")],
            id="what would have had to be done is of another time",
        ),
        pytest.param(
            "Rebels who refused the peace deal of 2016 shelled Cali on Tuesday.",
            [("shelled", "2024-05-07")],
            id="a year that says which deal it was",
        ),
        pytest.param(
            "On Monday the PKK released 20 officers whom it had abducted in April near Cizre.",
            [("released", "2024-05-06"), ("abducted", "2024-04-01")],
            id="the month of what came before is not that of a release",
        ),
        pytest.param(
            "Nine villagers were killed overnight from Thursday to Friday in Beni.",
            [("killed", "2024-05-09")],
            id="which night it was",
        ),
        pytest.param(
            "Police on Sunday arrested three men who attacked a bus in Gao in April.",
            [("arrested", "2024-05-05"), ("attacked", "2024-04-01")],
            id="those arrested on a day attacked on another",
        ),
        pytest.param(
            "The Arakan Army said it was responsible for the shooting which happened in Paletwa on 17 March.",
            [("shooting", "2024-03-17")],
            id="a relative clause that says when it happened",
        ),
        pytest.param(
            "A bomb killed six people in Sibi on Saturday. On Monday the governor condemned the attack.",
            [("killed", "2024-05-04"), ("condemned", "2024-05-06"), ("attack", "2024-05-04")],
            id="the day of a condemnation is not that of the attack",
        ),
        pytest.param(
            "On Monday gunmen attacked a post in Sibi. The attack killed six.",
            [("attacked", "2024-05-06"), ("attack", "2024-05-06")],
            id="the day of an attack is",
        ),
        pytest.param(
            "Six soldiers died near Sibi, the army said on Monday, blaming the assault on insurgents. "
            "Gunmen stormed the post there on Sunday, killing the six.",
            [("assault", "2024-05-05"), ("stormed", "2024-05-05")],
            id="who blames somebody on a day tells of what was before it",
        ),
        pytest.param(
            "The Jundi Front, which had claimed the attack, on Monday denied it. Police seek men for Sunday's attack.",
            [("denied", "2024-05-06"), ("attack", "2024-05-05")],
            id="a time between a comma and a verb is that verb's",
        ),
        pytest.param(
            "The attack, on Monday night, killed six people in Sibi.",
            [("attack", "2024-05-06")],
            id="a time between commas is that of the noun before them",
        ),
        pytest.param("A bomb exploded at dawn today.", [("exploded", "2024-05-10")], id="at dawn today"),
        pytest.param("A bomb exploded at dawn on Monday.", [("exploded", "2024-05-06")], id="at dawn on a weekday"),
    ],
)
def test_when(text: str, days: list[tuple[str, str]], ontology: Ontology) -> None:
    found = dict(days_of(text, ontology))
    assert {trigger: found.get(trigger) for trigger, _ in days} == dict(days)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param(
            "PROSECUTOR EPIGMENIO IBARRA WAS NOT HURT BY THE BOMB TODAY. IBARRA SPOKE TO NEWSMEN.",
            None,
            id="the surname of somebody named before",
        ),
        pytest.param("A BOMB EXPLODED IN IBARRA, ECUADOR, TODAY.", "IBARRA", id="a town of that name"),
        pytest.param("A BOMB EXPLODED NEAR THE MISSION IN THE AREA TODAY.", None, id="everyday words"),
        pytest.param("GUNMEN SHOT A TRADER IN THE KWATAS NEIGHBORHOOD TODAY.", "KWATAS", id="a kind of place behind"),
        pytest.param("GUNMEN SHOT A TRADER IN THE RESIDENTIAL NEIGHBORHOOD TODAY.", None, id="no name before it"),
        pytest.param(
            "EL SALVADOR: A BOMB EXPLODED IN THE AREA OF GUAZAPA AND HURT TWO TODAY.",
            "GUAZAPA",
            id="a kind of place before",
        ),
    ],
)
def test_names_in_a_text_of_capitals_alone(text: str, where: str | None, ontology: Ontology) -> None:
    assert shown(text, ontology)[0].where == where


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "The governor on Thursday condemned the attack that killed six in Gao.", 2, id="what is said about a deed"
        ),
        pytest.param("On Thursday gunmen made an attack that killed six in Gao.", 1, id="the deed itself"),
        pytest.param(
            "The funeral of six people killed in an attack in Gao was held on Tuesday.", 2, id="a funeral's day"
        ),
    ],
)
def test_an_answer_has_a_day_of_its_own(text: str, days: int, ontology: Ontology) -> None:
    attack = next(m for m in mentions_of(text, ontology) if m.trigger == "attack").occurrence
    assert attack.date_from is not None
    assert attack.date_to is not None
    assert (attack.date_to - attack.date_from).days + 1 == days


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param(
            "San Salvador, Nov 4 (AFP) - Salvadoran officials said two unions mourned the attack that killed ten "
            "members.\n\nThe rebels did not come to the talks in Caracas.",
            "country.SV",
            id="talks abroad, in a report from home",
        ),
        pytest.param(
            "Nairobi, Kenya (AP) - Gunmen killed three people, Somali officials said.\n\nSomali elders in Baidoa and "
            "traders in Baidoa spoke of the shooting.",
            "gn.64536",
            id="a report that was written abroad",
        ),
    ],
)
def test_the_scene_of_a_report_lies_in_the_country_that_it_is_on(text: str, where: str, ontology: Ontology) -> None:
    told = [m for m in mentions_of(text, ontology) if m.casualties]
    assert [m.place.place_id if m.place else None for m in told] == [where]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param(
            "Analyst Sim Takkena said the blast killed six soldiers in Homs, Syria. Russia denied it.",
            "Homs",
            id="a town of that name far away",
        ),
        pytest.param(
            "Nine people died in Belfast. A bomb at the Oxford Street bus station killed six people.",
            "Belfast",
            id="a street called after a town elsewhere",
        ),
        pytest.param("Gunmen killed six people on a Kabul street on Monday.", "Kabul", id="a street of the town"),
        pytest.param(
            "The envoy in Lima asked about the murder of six teachers in Ayacucho. Peru is at war.",
            "Ayacucho",
            id="where somebody sits who asks about it",
        ),
        pytest.param(
            "SANTIAGO, 15 MAY (AP) -- SIX BOMBS KILLED TWO IN THE CAPITAL. THE U.S. CONSULATE AND U.S. BANKS SHUT.",
            "CAPITAL",
            id="the capital of the country in which a report was written",
        ),
    ],
)
def test_names_and_seats_that_are_no_scene(text: str, where: str, ontology: Ontology) -> None:
    told = [m for m in mentions_of(text, ontology) if m.casualties or m.trigger == "murder"]
    assert {m.place.text if m.place else None for m in told} == {where}
    assert all(m.place is None or m.place.place_id != "gn.4140963" for m in told)  # Washington


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param(
            "Gunmen shot an officer dead in the west of the country. They did so in daylight, at Divandareh, in the "
            "middle of Kurdistan province, where Iran has many soldiers.",
            "Divandareh",
            id="told behind 'in the west of the country'",
        ),
        pytest.param(
            "The army shelled 11 settlements in the Kherson region, killing two. One man was in Mykhailivka, Ukraine.",
            "Kherson",
            id="several settlements are not one that is named behind",
        ),
        pytest.param(
            "Three soldiers were killed in an ambush in Basilan on Thursday. Basilan, Philippines, is calm. All of "
            "Basilan mourns.",
            "Basilan",
            id="a province named again does not speak for the town in it that is called so too",
        ),
        pytest.param(
            "The attackers, believed to be from Unity state, killed 74 people in Warrap, South Sudan.",
            "Warrap",
            id="where those who did it are believed to be from",
        ),
        pytest.param("Gunmen killed six people in Kwatat refugee camp in Kenya.", "Kwatat", id="whose camp it is"),
        pytest.param("Militants attacked Camp Kwatat in Helmand, killing six.", "Kwatat", id="a camp called so"),
        pytest.param(
            "Insurgents attacked a quarter of the town of Pemba, Mozambique, on Friday, killing three.",
            "Pemba",
            id="a quarter of a town",
        ),
    ],
)
def test_the_place_at_its_own_fineness(text: str, where: str, ontology: Ontology) -> None:
    place = next(m for m in mentions_of(text, ontology) if m.casualties).place
    known = ontology.places.get(place.place_id) if place is not None else None
    assert place is not None
    assert place.text == where
    assert known is None or known.name != "City of Isabela"


@pytest.mark.parametrize(
    ("told", "level"),
    [
        pytest.param("He said that Nigeria had not forgotten the kidnapping of Chief Odukwe.", "country", id="known"),
        pytest.param("He said that gunmen had kidnapped a man in Nigeria hours before.", "exact", id="news"),
    ],
)
def test_a_deed_told_as_known_does_not_take_the_scene(told: str, level: str, ontology: Ontology) -> None:
    text = f"The governor of Kano spoke in Kano on Monday.\n\n{told}"
    place = next(m for m in mentions_of(text, ontology) if m.event_type == "abduction").place
    assert place is not None
    assert place.geo_precision == level


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param("Talks between Chad and Libya, which were held in Tunis, ended on Monday.", "Tunis", id="held"),
        pytest.param("Talks with the rebels, who held on to Bangui, ended on Monday.", None, id="told of the rebels"),
    ],
)
def test_where_talks_are_held(text: str, where: str | None, ontology: Ontology) -> None:
    place = next(m for m in mentions_of(text, ontology) if m.event_type == "meet").place
    assert (place.text if place is not None and place.geo_precision == "exact" else None) == where


def test_an_anniversary_is_of_a_deed_long_past_that_was_elsewhere(ontology: Ontology) -> None:
    text = (
        "A bomb killed nine people in Kandahar. The blast came as Afghans marked the anniversary of a bombing in Herat."
    )
    told = [(m.place.text if m.place else None, m.is_background) for m in mentions_of(text, ontology)]
    assert told == [("Kandahar", False), ("Kandahar", False), ("Herat", True)]


def test_a_day_that_lies_ahead_is_not_that_of_the_news(ontology: Ontology) -> None:
    text = "The killing of a priest in Tame came after envoys announced that talks would resume on Monday."
    killing = next(m for m in mentions_of(text, ontology) if m.trigger == "killing")
    assert killing.occurrence.basis != "weekday"


def test_an_attack_is_not_in_the_land_from_whose_soil_it_came(ontology: Ontology) -> None:
    text = "Fighters killed two soldiers in Zinder on Monday. They attacked the patrol from Chadian territory."
    assert places_of(text, ontology) == [("killed", "Zinder"), ("attacked", "Zinder")]


@pytest.mark.parametrize(
    ("told", "basis"),
    [
        pytest.param(
            "The attack comes after a bomb killed 40 people in Karachi on Thursday.", "document", id="comes after"
        ),
        pytest.param(
            "The attack followed a raid that killed 40 people in Karachi on Thursday.", "document", id="followed"
        ),
        pytest.param("The attack came as voters went to the polls on Thursday.", "weekday", id="came as"),
        pytest.param("The attack came on Thursday, after police had left.", "weekday", id="a day of its own"),
    ],
)
def test_what_an_attack_follows_was_on_another_day(told: str, basis: str, ontology: Ontology) -> None:
    text = f"Gunmen killed five people in Lahore. {told}"
    assert next(m for m in mentions_of(text, ontology) if m.trigger == "attack").occurrence.basis == basis


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        pytest.param("Gunmen killed six in the northern Nigeria city of Kano.", "gn.2335204", id="a country's city"),
        pytest.param(
            "Rebels killed six in the Mozambique town of Palma.", "adm2.MZ.palma", id="a town is called so too"
        ),
        pytest.param(
            "Attackers killed six in China's Xinjiang region.", "adm1.CN.xinjiang", id="a region's usual name"
        ),
        pytest.param("Gunmen killed six in Garissa County, Kenya.", "adm1.KE.garissa", id="a county of Kenya"),
        pytest.param("Gunmen killed six in Garissa town, Kenya.", "gn.197745", id="the town in it"),
        pytest.param("A bombing in nearby Dar Salwa killed six.", "local.xx.dar-salwa", id="nearby"),
    ],
)
def test_where_a_name_could_be_another_place(text: str, place_id: str, ontology: Ontology) -> None:
    place = mentions_of(text, ontology)[0].place
    assert place is not None
    assert place.place_id == place_id


@pytest.mark.parametrize("said", ["On Sunday, rebels were said to have killed", "Rebels are reported to have killed"])
def test_a_day_beside_a_report_is_that_of_what_is_reported(said: str, ontology: Ontology) -> None:
    day = "" if said.startswith("On") else " on Sunday"
    (mention,) = mentions_of(f"{said} six people in Gao{day}.", ontology)
    assert mention.occurrence.text == "Sunday"
    assert mention.occurrence.date_from == mention.occurrence.date_to


def test_later_the_same_day_opens_a_sentence(ontology: Ontology) -> None:
    text = "On Friday rebels shot two men in Gao. Later the same day, three people died in a raid on a suburb of Mopti."
    first, second = mentions_of(text, ontology)
    assert second.occurrence.date_from == first.occurrence.date_from
    assert [toll.low for toll in second.casualties if toll.victim_group == "total"] == [3]


def test_what_a_day_is_counted_from_is_still_told(ontology: Ontology) -> None:
    text = "Rebels fired on a crowd in Mopti hours after a bomb killed 80 people in Gao on Sunday."
    assert {(m.event_type, max((t.low for t in m.casualties), default=0)) for m in mentions_of(text, ontology)} == {
        ("armed_attack", 0),
        ("bombing", 80),
    }


def test_a_dateline_behind_a_summary_is_no_place_of_an_event(ontology: Ontology) -> None:
    text = "The gunmen came by night, a source said.\n\nBAMAKO - Rebels killed 16 people in northern Mali on Monday."
    (mention,) = [m for m in mentions_of(text, ontology) if m.casualties]
    assert mention.place is not None
    assert mention.place.text != "BAMAKO"


def test_the_day_before_counts_from_the_day_beside_it(ontology: Ontology) -> None:
    text = "A ranger was killed in Yala on Thursday and a grocer was shot dead the day before."
    first, second = mentions_of(text, ontology)
    assert first.happening != second.happening
    assert first.occurrence.date_from is not None
    assert second.occurrence.date_from is not None
    assert (first.occurrence.date_from - second.occurrence.date_from).days == 1


@pytest.mark.parametrize(
    "record",
    [
        "The attack was the bloodiest in Gao since March 2023, when a bomber killed nine people.",
        "The raid is the first major incident since the new governor took office in February.",
        "It was the deadliest attack in Mali since the president was elected in January.",
    ],
)
def test_what_a_record_is_counted_from_does_not_date_it(record: str, ontology: Ontology) -> None:
    news, *again = mentions_of(f"Gunmen killed 30 people in a raid on Gao on Tuesday.\n\n{record}", ontology)
    main = [m for m in again if m.happening == news.happening]
    assert main
    assert {m.occurrence.date_from for m in main} == {news.occurrence.date_from}
    assert not any(m.is_background for m in main)


@pytest.mark.parametrize("building", ["St Blasius Church", "Kwatas mosque", "Zorgan Hotel"])
def test_a_building_is_no_town(building: str, ontology: Ontology) -> None:
    text = f"Gunmen killed nine people on Sunday.\n\nThe attack took place at {building} in the town of Gao in Mali."
    assert {m.place.text for m in mentions_of(text, ontology) if m.place is not None} == {"Gao"}


def test_two_days_in_a_row_are_one_stretch(ontology: Ontology) -> None:
    (mention,) = mentions_of("Gunmen killed 80 people near Blida last Monday and Tuesday.", ontology)
    assert (str(mention.occurrence.date_from), str(mention.occurrence.date_to)) == ("2024-05-06", "2024-05-07")


def test_a_side_in_small_letters_is_no_district_of_a_far_country(ontology: Ontology) -> None:
    text = (
        "Rival militias clashed in Tripoli, Libya, on Monday. They fought on in the same southern district on Tuesday."
    )
    assert {place.country for place in extract(document(text), ontology, DAY).places} == {"LY"}


@pytest.mark.parametrize(
    ("text", "place", "doer"),
    [
        ("US airstrike hits hospital in Kunduz, Afghanistan.", "Kunduz", "state.us"),
        ("A Russia missile attack hit flats in Kharkiv on Monday.", "Kharkiv", "state.ru"),
        ("Kenya attack kills 39 people.", "Kenya", None),
        ("Israel attack kills 10 people in Gaza.", "Gaza", "state.il"),
    ],
)
def test_whose_strike_it_was_is_not_where_it_was(text: str, place: str, doer: str | None, ontology: Ontology) -> None:
    (mention,) = mentions_of(text, ontology)
    assert mention.place is not None
    assert mention.place.text == place
    assert {a.actor_id for a in mention.actors if a.role == "perpetrator"} == ({doer} if doer else set())


@pytest.mark.parametrize(
    "said", ["Ali Khan said, “On Monday around 4 pm,", "Ali Khan told the agency today: “On Monday,"]
)
def test_a_time_that_opens_a_quotation_is_of_what_it_tells(said: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(f"{said} rebels attacked three villages near Gao.”", ontology)
    assert mention.occurrence.text == "Monday"
    assert mention.occurrence.date_from == mention.occurrence.date_to
