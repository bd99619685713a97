"""Where each event of a text happened, form by form.

What belongs here: sentences of each form in which news says where, with the place of every mention.
What does not: days (test_when_forms), the choice among namesakes by themselves (tests/ontology), roles and tolls.
"""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
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
            "A forum met in Moscow amid the battle for Syria.",
            [("met", "Moscow"), ("battle", "Syria")],
            id="what they fight for",
        ),
        pytest.param("Bombings in cities such as Kano have killed hundreds.", [("Bombings", "Kano")], id="such as"),
        pytest.param("Residents fled Aden. The war has many sides.", [("war", "Aden")], id="the war of the text"),
        pytest.param("Residents fled Aden. War has many sides.", [], id="... and war at large"),
        pytest.param("Syria's civil war has displaced millions.", [("civil war", "Syria")], id="whose civil war it is"),
        pytest.param("Aid groups left the Yemeni conflict.", [("conflict", "Yemeni")], id="a people's conflict"),
        pytest.param(
            'Bandits "invaded" Kirtawa village in Katsina state on Monday.',
            [("invaded", "Kirtawa")],
            id="a village behind a word in quotation marks",
        ),
        pytest.param(
            "Tension has gripped Zirri, Chikun Local Government Area of Kaduna State, after bandits abducted pupils.",
            [("abducted", "Zirri")],
            id="the first of a chain that ends with its state",
        ),
        pytest.param(
            "The rebels attacked the villages of Kipura and Masala in Ituri, killing ten.",
            [("attacked", "Kipura")],
            id="villages in a province",
        ),
        pytest.param(
            "In Raqqa province, in Syria, gunmen shot dead an elder near the town of Mansoura.",
            [("shot dead", "Mansoura")],
            id="the town of a name that a far town bears",
        ),
        pytest.param(
            "The rebels signed a peace accord with Congo on Monday, in Nairobi.",
            [("signed", "Nairobi")],
            id="with whom is not where",
        ),
        pytest.param(
            "Kosovo shut two crossings to Serbia on Monday.",
            [("shut", "Kosovo")],
            id="whither a crossing leads is not where",
        ),
        pytest.param(
            "The guerrillas killed three soldiers at the military base of Sabalito, in Arauca.",
            [("killed", "Sabalito")],
            id="the town that a base is called by",
        ),
        pytest.param(
            "Gunmen killed two on the Mediterranean island of Corsica.",
            [("killed", "Corsica")],
            id="a sea is no province of which an island bears the name",
        ),
        pytest.param(
            "A bomb exploded in Mahmudiyah, 30 km south of Baghdad, on Monday.",
            [("exploded", "Mahmudiyah")],
            id="in a district's town, which lies so far from a city",
        ),
        pytest.param(
            "Gunmen killed six farmers in Iskandariyah, south of the capital.",
            [("killed", "Iskandariyah")],
            id="in a district's town, south of the capital",
        ),
        pytest.param(
            "Near Ramadi, insurgents attacked a United States base.",
            [("attacked", "Ramadi")],
            id="what the forces of a land have abroad",
        ),
        pytest.param(
            "KIRKUK, Iraq - Gunmen killed two in Mosul on Monday. A bomb went off on Tuesday in this oil-rich city.",
            [("killed", "Mosul"), ("went off", "city")],
            id="this city is the one that the report is written in",
        ),
        pytest.param(
            "Three were wounded by a bomb outside Gov. Abdul Rasul's house in Gardez.",
            [("wounded", "Gardez")],
            id="a title is no place",
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
            "Gunmen shot three men at the Bogota bar in Cali.",
            [("shot", "Cali")],
            id="a house's own name",
        ),
        pytest.param(
            "Gunmen shot three men at a Bogota bar on Monday.",
            [("shot", "Bogota")],
            id="... and the town of one",
        ),
        pytest.param(
            "Gunmen shot three men in Gao. Ali Sow, 35, of Mopti, Mali, was shot dead as he left a house.",
            [("shot", "Gao"), ("shot dead", "Gao")],
            id="where a victim is from",
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


@pytest.mark.parametrize("near", ["close to", "next to", "near"])
@pytest.mark.parametrize(
    "deed",
    [
        "Gunmen attacked a French base",
        "Six French soldiers were killed by a bomb",
        "Two men were shot dead by French soldiers",
        "A vehicle was seized by a French patrol",
        "French troops clashed with rebels",
    ],
)
def test_what_is_close_to_a_town_is_there_whatever_nation_is_named(deed: str, near: str, ontology: Ontology) -> None:
    mention = mentions_of(f"{deed} {near} Mopti on Monday.", ontology)[0]
    assert mention.place is not None
    assert (mention.place.text, mention.place.relation) == ("Mopti", "near")


@pytest.mark.parametrize("off", ["20 miles north of", "some 20 kilometres from", "20 km outside"])
@pytest.mark.parametrize(
    "deed", ["Rebels ambushed a convoy", "Gunmen killed two guards", "A mine hit a lorry of farmers"]
)
def test_how_far_off_it_was_is_no_part_of_what_was_struck(deed: str, off: str, ontology: Ontology) -> None:
    mention = mentions_of(f"{deed} {off} Gao on Monday.", ontology)[0]
    assert mention.place is not None
    assert (mention.place.text, mention.place.relation in ("distance", "near")) == ("Gao", True)


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
            "Raiders killed six nurses in Gao. The attack on Musa Belok left a guard dead. Belok and his wife fled.",
            "Gao",
            id="a man who has a wife",
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


def test_the_town_is_in_the_country_of_the_text(ontology: Ontology) -> None:
    text = "In Raqqa province, in Syria, gunmen shot dead an elder near the town of Mansoura."
    assert [m.place.place_id for m in mentions_of(text, ontology) if m.place] == ["local.SY.mansoura"]


def test_shelling_is_not_in_the_land_from_inside_which_it_came(ontology: Ontology) -> None:
    text = "A guard was killed by shelling from inside Yemen in the southern region of Jizan on Thursday."
    assert {place for _, place in places_of(text, ontology)} == {"Jizan"}


def test_an_attack_is_not_in_the_land_from_whose_soil_it_came(ontology: Ontology) -> None:
    text = "Fighters killed two soldiers in Zinder on Monday. They attacked the patrol from Chadian territory."
    assert places_of(text, ontology) == [("killed", "Zinder"), ("attacked", "Zinder")]


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


def test_a_dateline_behind_a_summary_is_no_place_of_an_event(ontology: Ontology) -> None:
    text = "The gunmen came by night, a source said.\n\nBAMAKO - Rebels killed 16 people in northern Mali on Monday."
    (mention,) = [m for m in mentions_of(text, ontology) if m.casualties]
    assert mention.place is not None
    assert mention.place.text != "BAMAKO"


@pytest.mark.parametrize("building", ["St Blasius Church", "Kwatas mosque", "Zorgan Hotel"])
def test_a_building_is_no_town(building: str, ontology: Ontology) -> None:
    text = f"Gunmen killed nine people on Sunday.\n\nThe attack took place at {building} in the town of Gao in Mali."
    assert {m.place.text for m in mentions_of(text, ontology) if m.place is not None} == {"Gao"}


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
    ("text", "place"),
    [
        pytest.param("In Yala's Yaha district, a bomb killed two soldiers.", "Yaha", id="district of a city's name"),
        pytest.param("A bomb killed two soldiers in Yala's city centre.", "Yala", id="only the city"),
        pytest.param("A bomb hit a bus in Helmand and troops were killed in the country's capital.", "capital", id="a"),
        pytest.param("Troops were killed in the province's capital in Helmand.", "Helmand", id="another capital"),
    ],
)
def test_the_place_of_the_last(text: str, place: str, ontology: Ontology) -> None:
    last = mentions_of(text, ontology)[-1]
    assert last.place is not None
    assert last.place.text == place


@pytest.mark.parametrize("people", ["Kuki", "Rohingya", "Hazara", "Sunni"])
def test_who_lives_in_a_village_is_not_how_it_is_called(people: str, ontology: Ontology) -> None:
    text = f"Gunmen attacked a {people} village in the Kwatas area on Wednesday."
    assert {m.place.text for m in mentions_of(text, ontology) if m.place is not None} == {"Kwatas"}
    (mention,) = mentions_of("Rockets hit the Kurdish town of Zorava.", ontology)
    assert mention.place is not None
    assert mention.place.text == "Zorava"


@pytest.mark.parametrize(
    ("road", "places", "precision"),
    [
        ("on the Srinagar-Jammu national highway", {"Pulwama"}, "admin2"),  # as far from either as the road is long
        ("in Jammu", {"Pulwama", "Jammu"}, "admin2"),
    ],
)
def test_a_road_from_town_to_town_is_in_neither(
    road: str, places: set[str], precision: str, ontology: Ontology
) -> None:
    text = f"Forty policemen were killed in Pulwama district on Thursday. They were ambushed {road}."
    found = [m.place for m in mentions_of(text, ontology) if m.place is not None]
    assert {place.text for place in found} == places
    assert found[0].geo_precision == precision


def test_a_road_alone_says_only_about_where(ontology: Ontology) -> None:
    (mention,) = mentions_of("Gunmen killed five soldiers on the Kabul-Kandahar highway on Thursday.", ontology)
    assert mention.place is not None
    assert mention.place.geo_precision == "fuzzy"
