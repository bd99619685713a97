"""The places: which place a name means by what stands around it; containment, spellings and errors of the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitrep.ontology import entries, gazetteer_build
from sitrep.ontology.gazetteer import Gazetteer, load_places

PLACE_FILES = [path for path in entries.yaml_files(gazetteer_build.HERE) if gazetteer_build.model_of(path)]


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return load_places()


def chosen(places: Gazetteer, text: str, *countries: str) -> dict[str, str]:
    """What each name of a text means: name -> "country/first-order region/name"."""
    hits = places.find(text)
    found = {}
    for hit, place_id in places.choose(hits, countries).items():
        place = places.get(place_id)
        assert place is not None
        found[hit.text] = "/".join(str(part) for part in (place.country, place.admin1, place.name) if part)
    return found


@pytest.mark.parametrize("path", PLACE_FILES, ids=lambda path: str(path.relative_to(gazetteer_build.HERE)))
def test_the_ids_of_a_file_stand_in_order(path: Path) -> None:
    model = gazetteer_build.model_of(path)
    assert model is not None
    file = entries.read(path, model)
    for name in ("admin1", "admin2", "local", "regions", "countries"):
        ids = [entry.id for entry in getattr(file, name, [])]
        assert ids == sorted(set(ids))


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("Troops raided Jenin in the West Bank.", "Jenin", "PS/West Bank/Jenin"),
        ("Shelling of Pokrovsk in Ukraine's Donetsk region", "Pokrovsk", "UA/Donetsk/Pokrovsk"),
        ("A blast hit a square in Sanaa, the Yemeni capital", "Sanaa", "YE/Amanat al-Asimah/Sanaa"),
        ("Villages of Sanaa governorate, Yemen", "Sanaa governorate", "YE/Sanaa/Sanaa"),
        ("A bomb in Cauca, in southwestern Colombia", "Cauca", "CO/Cauca/Cauca"),
        ("Militias clashed in Tripoli, the Libyan capital, Libya", "Tripoli", "LY/Tripoli district/Tripoli"),
        ("Gunmen fired in Tripoli in northern Lebanon", "Tripoli", "LB/North Lebanon/Tripoli"),
        ("Police in Hyderabad, Sindh, said", "Hyderabad", "PK/Sindh/Hyderabad"),
        ("Police in Hyderabad in the Indian state of Telangana, India, said", "Hyderabad", "IN/Telangana/Hyderabad"),
        ("Russia's war with Georgia over South Ossetia", "Georgia", "GE/Georgia"),
        ("A shooting in Atlanta, Georgia", "Georgia", "US/Georgia/Georgia"),
        ("The blast hit Mach in Bolan district of Balochistan, Pakistan", "Mach", "PK/Balochistan/Mach"),
        ("The army of Lebanon shelled Blida", "Blida", "LB/Nabatieh/Blida"),
        ("Rebels took Sake in North Kivu", "Sake", "CD/North Kivu/Sake"),
        ("Militants fired on Pulwama, Kashmir", "Pulwama", "IN/Jammu and Kashmir/Pulwama"),
        ("Kurdistan province of Iran", "Kurdistan province", "IR/Kurdistan/Kurdistan"),
        ("Strikes on a Gaza hospital; aid entered the Gaza Strip", "Gaza", "PS/Gaza"),
        ("Strikes on Gaza City, in the Gaza Strip", "Gaza City", "PS/Gaza Strip/Gaza"),
        ("Kurdish forces in Iraqi Kurdistan", "Iraqi Kurdistan", "IQ/Kurdistan"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else None,
)
def test_namesakes_are_told_by_the_text(places: Gazetteer, text: str, name: str, meant: str) -> None:
    assert chosen(places, text)[name] == meant


@pytest.mark.parametrize(
    ("names", "place_id"),
    [
        (("Baluchistan", "BALOCHISTAN", "Balochistan"), "adm1.PK.balochistan"),
        (("Siestan-o-Baluchistan", "Sistan-Baluchestan", "Sistan and Baluchistan"), "adm1.IR.sistan-and-baluchestan"),
        (("Deir Ezzor", "Deir al-Zor", "Deir ez-Zor"), "adm1.SY.deir-ez-zor"),
        (("Hodeidah", "Hudaydah", "al-Hodeidah"), "adm1.YE.hodeidah"),
        (("Zaporizhzhia", "Zaporozhye"), "adm1.UA.zaporizhzhia"),
        (("Nagorno-Karabakh", "Nagorno Karabakh", "Karabakh"), "region.nagorno-karabakh"),
        (("Middle Shabelle", "Middle Shabeelle"), "adm1.SO.middle-shabelle"),
        (("Cabo Delgado", "CABO DELGADO"), "adm1.MZ.cabo-delgado"),
        (("Khyber Pakhtunkhwa", "Khyber-Pakhtunkhwa", "North-West Frontier Province"), "adm1.PK.khyber-pakhtunkhwa"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_one_place_in_its_spellings(places: Gazetteer, names: tuple[str, ...], place_id: str) -> None:
    for name in names:
        assert place_id in places.named(name), name


@pytest.mark.parametrize(
    ("outer", "inner", "inside"),
    [
        ("country.PK", "adm2.PK.kech", True),
        ("adm1.PK.balochistan", "adm2.PK.kachhi", True),
        ("region.darfur", "adm2.SD.el-fasher", True),
        ("region.donbas", "adm2.UA.bakhmut-raion", True),
        ("region.sahel-region", "adm1.BF.sahel", True),
        ("region.kashmir", "adm2.IN.pulwama", True),
        ("adm1.PK.balochistan", "adm2.AF.spera", False),
        ("adm2.PK.kech", "adm1.PK.balochistan", False),
    ],
)
def test_containment(places: Gazetteer, outer: str, inner: str, inside: bool) -> None:
    assert places.contains(outer, inner) is inside


def test_towns_lie_in_their_districts(places: Gazetteer) -> None:
    turbat = next(i for i in places.named("Turbat") if i.startswith("gn."))
    above = [places.table.id(number) for number in places.table.above(places.number(turbat))]
    assert above == ["adm2.PK.kech", "adm1.PK.balochistan", "country.PK"]


@pytest.mark.parametrize(
    "text",
    [
        "The Paris Agreement was signed.",
        "They sold Kashmir shawls.",
        "The Karachi stock exchange fell.",
        "The bank is at hand, and the bay is calm.",
        "Nine Die in Independence Day Celebration at Checkpoint",
    ],
)
def test_parts_of_other_names_are_no_place(places: Gazetteer, text: str) -> None:
    assert [hit.text for hit in places.find(text)] == []


def test_positions_lie_on_the_globe_and_near_their_country(places: Gazetteer) -> None:
    far = []
    for row in places.table.rows:
        place_id, country = str(row[0]), row[2]
        if row[5] is None or country is None or not place_id.startswith(("adm2.", "local.")):
            continue
        away = places.distance(place_id, f"country.{country}")
        if away is not None and away > 4200:
            far.append((place_id, away))
    assert far == []


def test_an_unknown_region_is_named(tmp_path: Path) -> None:
    path = tmp_path / "zz.yaml"
    path.write_text("about: a\nsource: b\ncountry: PK\nadmin2:\n- {id: x, name: X, in: nowhere}\n")
    with pytest.raises(entries.NameDataError, match="nowhere: in: names no region"):
        load_places([path], tmp_path)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Tskhinvali", "GE"),
        ("Marib", "YE"),
        ("Afrin", "SY"),
        ("Derna", "LY"),
        ("Birgunj", "NP"),
        ("Zaporizhzhia", "UA"),
    ],
)
def test_a_town_is_called_as_wire_reports_call_it(name: str, country: str, places: Gazetteer) -> None:
    (chosen,) = places.choose(places.find(f"fighting in {name}, they said"), [country] * 2).values()
    place = places.get(chosen)
    assert place is not None
    assert place.name == name
