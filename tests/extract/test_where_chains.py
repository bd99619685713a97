"""Places told with what they lie in: which namesake is meant, and what stands for a name that no list has there.

What belongs here: names with a district, town or province beside them. What does not: other forms of where
(test_where_forms), and the choice among namesakes by the whole text (tests/ontology).
"""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from sitrep.records import Place
from tests.extract.conftest import DAY, document
from tests.extract.reading import mentions_of
from tests.extract.test_where_forms import places_of


def first_place(text: str, ontology: Ontology) -> Place:
    """The place of the first mention."""
    read = extract(document(text), ontology, DAY)
    placed = read.mentions[0].place
    assert placed is not None
    found = next((p for p in read.places if p.place_id == placed.place_id), None)
    return found or ontology.places.get(placed.place_id or "")  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        pytest.param(
            "Two soldiers were killed in barangay San Miguel, Las Navas in Northern Samar.",
            ("San Miguel", "PH"),
            "Eastern Visayas",
            id="no barangay is a city of another country",
        ),
        pytest.param(
            "Two soldiers were killed in San Jose, Mapanas, Northern Samar, on Monday.",
            ("San Jose", "PH"),
            "Eastern Visayas",
            id="up the chain by commas",
        ),
        pytest.param(
            "The Taliban killed two policemen in Badakhshan province's Kohistan district.",
            ("Kohistan", "AF"),
            "Badakhshan",
            id="whose district it is",
        ),
        pytest.param(
            "The Taliban killed two policemen in Kohistan district in Faryab.",
            ("Kohistan", "AF"),
            "Faryab",
            id="the one that is known",
        ),
        pytest.param(
            "A jet dropped three bombs on Nyaung Kone village in the northern Sagaing region of Myanmar.",
            ("Nyaung Kone", "MM"),
            "Sagaing",
            id="a village behind a bearing",
        ),
        pytest.param(
            "Monday's attacks on Nyaung Kone and Kwarsi villages in Pale township in Sagaing region killed ten.",
            ("Nyaung Kone", "MM"),
            "Sagaing",
            id="a list of villages",
        ),
        pytest.param(
            "Gunmen killed four farmers in the village of San Pedro, in Meta department, on Monday.",
            ("San Pedro", "CO"),
            "Meta",
            id="a comma before in",
        ),
        pytest.param(
            "Planes dropped bombs on Zoe Larr Lay village of Katha township.",
            ("Zoe Larr Lay", "MM"),
            "Sagaing",
            id="a village's name that ends in a word",
        ),
        pytest.param(
            "Soldiers killed two people in Singu township's Kya Tauk Pauk village.",
            ("Kya Tauk Pauk", "MM"),
            "Mandalay Region",
            id="a village's name that ends in that of a district elsewhere",
        ),
        pytest.param(
            "MANILA - Two soldiers were killed.\n\nRebels attacked them in Zumhang, Kinoc town, Ifugao province.",
            ("Zumhang", "PH"),
            "Cordillera",
            id="the dateline's area holds no village",
        ),
    ],
)
def test_a_place_lies_where_the_words_beside_it_say(
    text: str, name: tuple[str, str], admin1: str, ontology: Ontology
) -> None:
    place = first_place(text, ontology)
    assert (place.name, place.country) == name
    assert place.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        pytest.param("Gunmen killed 12 people in Gao, Mopti and Timbuktu.", "Gao", "Gao", id="a list of towns"),
        pytest.param("A bomb killed two in Wana, South Waziristan.", "Wana", "Khyber Pakhtunkhwa", id="a chain"),
        pytest.param("Gunmen killed 3 in Konduga, Borno state.", "Konduga", "Borno", id="a chain with its kind"),
        pytest.param(
            "Rebels attacked Rutshuru, near the border with Uganda, killing two.", "Rutshuru", "North Kivu", id="near"
        ),
        pytest.param(
            "Armed men from Darfur attacked Bria near Bambari, killing six.", "Bria", "Haute-Kotto", id="far but near"
        ),
    ],
)
def test_what_is_no_chain_leaves_a_place_where_it_is(text: str, name: str, admin1: str, ontology: Ontology) -> None:
    place = first_place(text, ontology)
    assert (place.name, place.admin1) == (name, admin1)


def test_one_name_is_one_place_throughout_a_text(ontology: Ontology) -> None:
    text = (
        "Rebels killed a soldier in barangay San Miguel, Las Navas in Northern Samar.\n\n"
        "Another was wounded in the San Miguel public market."
    )
    read = extract(document(text), ontology, DAY)
    assert len({m.place.place_id for m in read.mentions if m.place is not None}) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Three militants were killed in Zurkawan area of Shopian in Kashmir.", "Zurkawan", id="an area of"
        ),
        pytest.param(
            "Gunmen killed three people in Zulawa community of Zurmi, Nigeria.", "Zulawa", id="a community of"
        ),
        pytest.param("A bomb killed two people in the Kabul district of Shakardara.", "Shakardara", id="a city's part"),
        pytest.param("The army attacked Kwatas town of Shan state, killing two.", "Kwatas", id="a town attacked"),
        pytest.param(
            "Gunmen ambushed a convoy in central Mexico. They fled to the State of Mexico.",
            "State of Mexico",
            id="not a",
        ),
    ],
)
def test_a_part_and_what_it_is_part_of(text: str, name: str, ontology: Ontology) -> None:
    assert first_place(text, ontology).name == name


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Rocket fire killed two farmers near the Israeli border, Lebanese officials said.", "LB"),
        ("Iranian border guards killed two smugglers on the border with Pakistan.", "IR"),
        ("Israel said that rockets killed two people near the Lebanese border.", "IL"),
        ("Gunmen killed two people in an Israeli border town.", "IL"),
        (
            "Shells fell on Kramatorsk in Ukraine. In the village of Zetaylove, Russian invaders killed two people.",
            "UA",
        ),
    ],
)
def test_what_is_near_a_border_lies_in_the_land_of_the_report(text: str, country: str, ontology: Ontology) -> None:
    read = extract(document(text), ontology, DAY)
    last = read.mentions[-1].place
    assert last is not None
    assert next(p.country for p in read.places if p.place_id == last.place_id) == country


def test_what_an_attack_followed_is_not_where_it_was(ontology: Ontology) -> None:
    text = "Militants stormed a base in Baidoa. The attack followed the bombing of a hotel in the port city of Kismayo."
    read = extract(document(text), ontology, DAY)
    assert [m.place.text for m in read.mentions if m.place and m.trigger == "attack"] == ["Baidoa"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Eleven people died in an attack near Gwoza in March.", ["Nigeria", "Gwoza"], id="of March"),
        pytest.param("On Monday five traders were killed in Gwoza.", ["Nigeria", "Gwoza"], id="of the day before"),
        pytest.param("Three others were wounded in Gwoza on Tuesday.", ["Gwoza", "Gwoza"], id="of one day"),
        pytest.param("The men were on patrol near Gwoza when gunmen opened fire.", ["Gwoza", "Gwoza"], id="told on"),
    ],
)
def test_what_happened_on_another_day_lends_no_place(text: str, names: list[str], ontology: Ontology) -> None:
    read = extract(document(f"Seven guards were shot dead in Nigeria on Tuesday. {text}"), ontology, DAY)
    found = {p.place_id: p.name for p in read.places}
    placed = [m.place.place_id for m in read.mentions if m.place]
    assert [found.get(p or "") for p in placed] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed two men in Moo 3 village of Tambon Zilawa in Yaha district of Yala.", "Zilawa"),
        ("Gunmen killed two men in tambon Zilawa, Yaha district.", "Zilawa"),
        ("Gunmen killed two men in Moo 4 village in Yaha district.", "Yaha"),
    ],
)
def test_a_subdistrict_of_thailand_and_its_numbered_villages(text: str, name: str, ontology: Ontology) -> None:
    assert first_place(text, ontology).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb killed two soldiers in Pakistan. The wounded were taken to a hospital in Peshawar.", "Pakistan"),
        ("A bomb at a hospital in Peshawar killed two soldiers.", "Peshawar"),
    ],
)
def test_the_town_of_the_hospital_is_no_scene(text: str, name: str, ontology: Ontology) -> None:
    assert first_place(text, ontology).name == name


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Six people were killed in Zarewo, a village about 20 km from Gusau.", "NG"),
        ("Six people were killed in Zarewo, more than 700km from Kinshasa.", "CD"),
        ("Peacekeepers from Chad killed two men in Zarewo, Mali.", "ML"),
    ],
)
def test_a_village_lies_in_the_land_from_whose_town_it_is_measured(text: str, country: str, ontology: Ontology) -> None:
    assert first_place(text, ontology).country == country


@pytest.mark.parametrize(
    ("before", "there"),
    [
        ("The town is 130 km from Maiduguri, where", "Maiduguri"),
        ("The raiders had come from Maiduguri, where", "Maiduguri"),
        ("Families fled to Bama, where", "Bama"),
        ("The road links the town with Bama, where", "Bama"),
        ("Unrest has spread to Maiduguri, the capital of Borno state, where", "Maiduguri"),
    ],
)
def test_a_clause_with_where_tells_of_the_place_before_it(before: str, there: str, ontology: Ontology) -> None:
    text = f"Gunmen killed nine people in Gwoza, Nigeria, on Wednesday. {before} soldiers shot dead four men on Monday."
    assert [place for trigger, place in places_of(text, ontology) if trigger == "shot dead"] == [there]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("The town is 130 km from Maiduguri, which saw a suicide bombing on Monday.", "Maiduguri"),
        ("The town is 130 km from Maiduguri, said a witness of a suicide bombing on Monday.", "Gwoza"),
    ],
)
def test_a_place_that_saw_a_deed_is_where_it_was_however_far(text: str, there: str, ontology: Ontology) -> None:
    text = f"Gunmen killed nine people in Gwoza, Nigeria, on Wednesday. {text}"
    assert [place for trigger, place in places_of(text, ontology) if trigger == "suicide bombing"] == [there]


def test_an_act_told_behind_where_was_done_there(ontology: Ontology) -> None:
    text = (
        "Police caught two men in Gwoza, Nigeria. They were flown to Maiduguri, where a court charged them on Friday."
    )
    assert [place for trigger, place in places_of(text, ontology) if trigger == "charged"] == ["Maiduguri"]


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("In Tikrit gunmen shot dead a policeman on Monday.", "gunmen", "Tikrit"),
        ("On Monday in nearby Tikrit militants shot dead a policeman.", "militants", "Tikrit"),
        ("In southern Doda district gunmen shot dead a woman, Indian officials said.", "gunmen", "Doda"),
        ("In Syria's Homs province government troops shelled a village.", "government troops", "Homs"),
        ("In the Kurdish town of Cizre police shot dead a boy.", "police", "Cizre"),
        ("In Kandahar police and soldiers killed two men.", "police", "Kandahar"),
        ("In Nigeria Boko Haram abducted 20 girls.", "Boko Haram", "Nigeria"),
        ("In Kabul Taliban gunmen shot dead a policeman.", "Taliban gunmen", "Kabul"),
        ("Guards in Kano state police uniforms killed two men.", "Guards", "Kano"),
    ],
)
def test_who_acts_may_stand_right_behind_where(text: str, who: str, where: str, ontology: Ontology) -> None:
    told = mentions_of(text, ontology)[0]
    names = [actor.name for actor in told.actors if actor.role in ("perpetrator", "party")]
    assert (names[0], told.place.text if told.place else "") == (who, where)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Elsewhere, rebels shot dead four men.", "country.NG"),
        ("Elsewhere in Nigeria, rebels shot dead four men.", "country.NG"),
        ("In a separate attack, rebels shot dead four men.", "country.NG"),
        ("In a separate attack, rebels shot dead four men. It happened in Bama.", "gn.2347954"),
        ("Elsewhere, police in Maiduguri said rebels shot dead four men.", "gn.2331447"),
        ("Elsewhere, police in Maiduguri, a city in Borno state, said rebels shot dead four men.", "gn.2331447"),
        ("Later, police in Abuja said rebels shot dead four men.", "adm2.NG.gwoza"),
    ],
)
def test_what_happened_elsewhere_was_in_no_place_told_before(text: str, there: str, ontology: Ontology) -> None:
    told = mentions_of(f"Gunmen killed nine people in Gwoza, Nigeria, on Wednesday. {text}", ontology)
    place = next(m.place for m in told if m.trigger == "shot dead")
    assert place is not None
    assert place.place_id == there


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("The governor of Laghman province said he had survived an attack on his convoy.", "Laghman"),
        ("The mayor of Ghazni said an attack on his car had failed.", "Ghazni"),
        ("Kunduz governor Mohammad Omar was going home when a similar attack hit his car.", "Kunduz"),
        ("The governor of Herat was on a trip when an attack in Waghaz hit his car.", "Waghaz"),
    ],
)
def test_who_governs_is_hit_where_he_governs(text: str, there: str, ontology: Ontology) -> None:
    text = f"Two soldiers were killed on Saturday in Kandahar province when their unit was ambushed. {text}"
    assert [place for trigger, place in places_of(text, ontology) if trigger == "attack"] == [there]


@pytest.mark.parametrize(
    "struck",
    ["against a police headquarters in Baquba", "at a hospital in Baquba", "on the army headquarters in Baquba"],
)
def test_a_house_that_is_struck_tells_where(struck: str, ontology: Ontology) -> None:
    text = f"A car bomb killed two men in Mosul, Iraq. The blast came a day after bombings {struck} killed three men."
    assert [place for trigger, place in places_of(text, ontology) if trigger == "bombings"] == ["Baquba"]


def test_whose_areas_they_are_names_no_place(ontology: Ontology) -> None:
    text = "Two men were shot dead on Monday in Srinagar, India. Shops were burned in the Muslim-majority areas."
    assert [place for trigger, place in places_of(text, ontology) if trigger == "burned"] == ["Srinagar"]
