"""How two places stand to each other: the same, one within the other, side by side, or apart.

What belongs here: comparisons of places by the gazetteer's hierarchy and coordinates. What does not: scores, times.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from sitrep.resolve.model import Row, Spot

Relation = Literal[
    "same",
    "within_place",
    "within_admin2",
    "within_admin1",
    "within_country",
    "close",
    "beside",
    "apart",
    "other_country",
    "open",
]

#: A village and the market town it is reported under: nearer than this, two names may mean one scene.
CLOSE_KM = 12.0
#: "Near X" is said of places up to about this far from X.
NEAR_KM = 40.0
#: Precisions that leave open on which side of a line something happened.
_BLURRED = ("fuzzy", "international", "unknown")
_DEPTH = {"place": 4, "admin2": 3, "admin1": 2, "country": 1, "region": 0}
_TOWNS = ("place", "admin2")  # a district bears its town's name
_UNSPOKEN = re.compile(r"^(?:al|el|as|ash|an|ad|ar|at)[- ]|[^a-z]")
_DOUBLED = re.compile(r"(.)\1+")
_ORDER: tuple[Relation, ...] = (
    "same", "within_place", "close", "within_admin2", "within_admin1", "within_country", "open", "beside", "apart",
    "other_country",
)  # fmt: skip


def spot_of(place: Row | None, precision: str | None) -> Spot | None:
    """A place row as it stands in a mention."""
    if place is None:
        return None
    return Spot(
        place["place_id"],
        place["level"] or "place",
        precision or "unknown",
        place["country"],
        place["admin1"],
        place["admin2"],
        place["name"] or "",
        place["latitude"],
        place["longitude"],
    )


def depth(spot: Spot) -> int:
    """How fine a place is: 4 a town, 0 a region across borders."""
    return _DEPTH.get(spot.level, 0)


def kilometres(one: Spot, other: Spot) -> float | None:
    """Great-circle distance, where both coordinates are known."""
    corners = (one.latitude, one.longitude, other.latitude, other.longitude)
    known = [math.radians(angle) for angle in corners if angle is not None]
    if len(known) < len(corners):
        return None
    lat1, lon1, lat2, lon2 = known
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


def _same_area(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() == other.casefold()


def _within(inner: Spot, outer: Spot) -> Relation | None:
    """Whether the finer of two places lies in the wider one, by its chain or by its name."""
    if outer.level == "country":
        return "within_country"
    if outer.level == "admin1" or (outer.level == "place" and _same_area(outer.name, inner.admin1)):
        return "within_admin1" if _same_area(inner.admin1, outer.admin1 or outer.name) else None
    if _same_area(inner.admin2, outer.name) or (outer.level == "admin2" and _same_area(inner.admin2, outer.admin2)):
        return "within_admin2"
    return None


def _side_by_side(one: Spot, other: Spot) -> Relation:
    """Two places of which neither holds the other."""
    blurred = one.precision in _BLURRED or other.precision in _BLURRED
    distance = kilometres(one, other)
    limit = NEAR_KM if "near" in (one.precision, other.precision) else CLOSE_KM
    if distance is not None and distance <= limit and one.level == other.level == "place":
        return "close"
    if one.admin1 and other.admin1 and not _same_area(one.admin1, other.admin1) and not blurred:
        return "apart"
    if min(depth(one), depth(other)) < _DEPTH["admin2"] or _is_adrift(one) or _is_adrift(other):
        return "open"
    return "beside"


def _is_adrift(spot: Spot) -> bool:
    """Whether no more than the country or a province is known of where a place lies."""
    return spot.level == "place" and spot.admin2 is None and spot.latitude is None


@lru_cache(maxsize=8192)
def called(name: str) -> str:
    """A name without that in which spellings of it differ: an article, accents, doubled letters, y for i, a last h."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    bare = _UNSPOKEN.sub("", plain).replace("y", "i").replace("q", "k").replace("ou", "u")
    return _DOUBLED.sub(r"\1", bare).rstrip("h")


def _is_spelled_alike(one: Spot, other: Spot) -> bool:
    """Whether two towns, of which nobody knows where one lies, are one name in two spellings."""
    if one.latitude is not None and other.latitude is not None:
        return False
    towns = one.level in _TOWNS and other.level in _TOWNS
    return towns and len(called(one.name)) > 3 and called(one.name) == called(other.name)


def relate(one: Spot, other: Spot) -> Relation:
    """How two places stand to each other."""
    if one.place_id == other.place_id:
        return "same"
    if "region" in (one.level, other.level) or None in (one.country, other.country):
        return "open"
    if one.country != other.country:
        return "open" if one.precision in _BLURRED or other.precision in _BLURRED else "other_country"
    if _is_spelled_alike(one, other):
        return "same"
    inner, outer = (one, other) if depth(one) >= depth(other) else (other, one)
    found = _within(inner, outer) or _within(outer, inner)
    return found or _side_by_side(one, other)


def _closest(ones: Iterable[Spot], others: Sequence[Spot]) -> Relation:
    found = [relate(one, other) for one in ones for other in others]
    return min(found, key=_ORDER.index) if found else "open"


def _finest(spots: Iterable[Spot]) -> list[Spot]:
    """The places of the finest level: the province around a village says nothing more."""
    listed = list(spots)
    deepest = max((depth(spot) for spot in listed), default=0)
    return [spot for spot in listed if depth(spot) == deepest]


def best_relation(ones: Iterable[Spot], others: Iterable[Spot]) -> Relation:
    """The closest relation between the finest places of two accounts: one shared village outweighs all else.

    Where nothing but the country is known of the finest, the areas that are named beside them say how they stand.
    """
    mine, theirs = list(ones), list(others)
    found = _closest(_finest(mine), _finest(theirs))
    if found != "open":
        return found
    around = [[spot for spot in spots if not _is_adrift(spot)] for spots in (mine, theirs)]
    return _closest(*map(_finest, around)) if any(map(_is_adrift, (*mine, *theirs))) else found
