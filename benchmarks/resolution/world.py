"""A made-up world for generated news: countries with provinces, districts and towns, forces and armed groups.

What belongs here: places and actors that do not exist, in the shape of the stage frames. What does not: events.
Towns of a district stand 13 to 30 km apart, so that twins in neighbouring towns are hard to tell apart by distance.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
_SOUNDS = ("ka", "ru", "mon", "dar", "ves", "til", "sha", "gor", "ban", "lim", "pe", "zu", "har", "nok", "ela", "bri")


@dataclass(frozen=True, slots=True)
class Town:
    """A town and the areas that hold it, as place rows."""

    place: Row
    admin2: Row
    admin1: Row
    country: Row


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its towns and those who fight in it."""

    code: str
    towns: tuple[Town, ...]
    army: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class World:
    """Everything that generated news can be about."""

    countries: tuple[Country, ...]
    places: tuple[Row, ...]
    actors: tuple[Row, ...]

    def neighbours(self, town: Town) -> list[Town]:
        """The other towns of a town's district."""
        (country,) = (c for c in self.countries if c.code == town.place["country"])
        same = town.admin2["place_id"]
        return [t for t in country.towns if t.admin2["place_id"] == same and t is not town]


def make_world(seed: int, countries: int = 12, provinces: int = 5, districts: int = 4, towns: int = 5) -> World:
    """A world that a seed determines."""
    chance = random.Random(seed)
    made = [_country(chance, number, provinces, districts, towns) for number in range(countries)]
    places: dict[str, Row] = {}
    for country, _ in made:
        for town in country.towns:
            for row in (town.country, town.admin1, town.admin2, town.place):
                places[row["place_id"]] = row
    actors = [row for _, rows in made for row in rows]
    actors.append({"actor_id": "unidentified.gunmen", "name": "gunmen", "kind": "unidentified", "country": None})
    actors.append({"actor_id": "civilians", "name": "civilians", "kind": "civilians", "country": None})
    for row in actors:
        row["aliases"] = []
    return World(tuple(country for country, _ in made), tuple(places.values()), tuple(actors))


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SOUNDS) for _ in range(chance.choice((2, 3)))).capitalize()


def _country(
    chance: random.Random, number: int, provinces: int, districts: int, towns: int
) -> tuple[Country, list[Row]]:
    code = f"{chr(65 + number // 26)}{chr(65 + number % 26)}"
    nation = _place(f"country.{code}", _name(chance) + "land", "country", code)
    south, west = chance.uniform(-40, 40), 20.0 * number - 120.0
    made = []
    for p in range(provinces):
        admin1 = _place(f"adm1.{code}.{p}", f"{_name(chance)} Province {p}", "admin1", code)
        admin1["admin1"] = admin1["name"]
        for d in range(districts):
            admin2 = _place(f"adm2.{code}.{p}.{d}", f"{_name(chance)} District {d}", "admin2", code)
            admin2 |= {"admin1": admin1["name"], "admin2": admin2["name"]}
            centre = south + 1.5 * p, west + 1.5 * d
            made += [Town(row, admin2, admin1, nation) for row in _towns(chance, code, (p, d), admin2, centre, towns)]
    actors = [
        {"actor_id": f"military.{code}", "name": f"{nation['name']} army", "kind": "military", "country": code},
        {"actor_id": f"state.{code}", "name": nation["name"], "kind": "state", "country": code},
    ]
    groups = [f"group.{code}.{n}" for n in range(4)]
    actors += [{"actor_id": g, "name": f"{_name(chance)} Front", "kind": "insurgent", "country": code} for g in groups]
    return Country(code, tuple(made), f"military.{code}", tuple(groups)), actors


def _towns(
    chance: random.Random, code: str, area: Sequence[int], admin2: Row, centre: tuple[float, float], count: int
) -> list[Row]:
    """Towns on a ring, each 13 to 30 km from the next."""
    out = []
    for n in range(count):
        row = _place(f"gn.{code}.{area[0]}.{area[1]}.{n}", f"{_name(chance)} {chance.randrange(1000)}", "place", code)
        row |= {"admin1": admin2["admin1"], "admin2": admin2["name"]}
        row |= {"latitude": centre[0] + 0.14 * (n % 3), "longitude": centre[1] + 0.18 * (n // 3)}
        out.append(row)
    return out


def _place(place_id: str, name: str, level: str, country: str) -> Row:
    blank = dict.fromkeys(("admin1", "admin2", "latitude", "longitude", "geonames_id"))
    return {"place_id": place_id, "name": name, "level": level, "country": country, "aliases": [], **blank}
