"""Which of several places of one name a text means.

What belongs here: the score of a candidate and its parts. What does not: finding names (gazetteer), reading text.

A score is roughly a power of ten of people: a city of a million has 6 of its own, what the text says of countries and
regions adds or takes a few. Every weight has its reason beside it; none was fitted to one text.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitrep.ontology.context import WIDER
from sitrep.ontology.matching import key

if TYPE_CHECKING:
    from sitrep.ontology.context import Context
    from sitrep.ontology.gazetteer import PlaceHit
    from sitrep.ontology.place_table import PlaceTable

    Regions = tuple[dict[int, list[PlaceHit]], dict[int, list[PlaceHit]]]


#: What a place weighs by its kind: a name that is a country's is nearly always the country.
LEVEL_WEIGHT = {"country": 8.5, "region": 6.0, "admin1": 5.6, "admin2": 4.6}
OWN_WEIGHT = 4.2  # a locality that the project's files name: they hold places of conflicts
OTHER_NAME = -1.5  # an old or foreign name (Pokrovsk for Engels) is seldom meant
IN_COUNTRY = 2.5  # the text names the country, its people or its forces
#: Countries whose forces strike beyond their borders: where none but such are named, it may have been anywhere.
REACHING = frozenset("US IL RU IR TR SA GB FR".split())
ELSEWHERE = -1.0  # the text names countries, and not this one
SEAT = -1.2  # a region named like a town in it: without "province" the town is meant
IN_REGION = 2.5  # the text names the region or district that the candidate lies in
BESIDE_REGION = 1.5  # ... within the next words ("Mach, Bolan district")
BESIDE = 40  # characters
_COUNTIES = frozenset({"KE", "LR", "RO", "HU", "HR", "EE"})  # whose first areas are counties
LEVEL_SAID = 3.0  # "province", "town of" beside the name
LOCATIVE = 0.6  # "in", "near", "the town of" before the name: it is a place, whichever
ALONE = 1.0  # ... and all that bear the name lie in one country
NEAR = 1.0  # within NEAR_KM of a place that is sure
NEAR_KM = 250.0
AMIDST_KM = 60.0  # from the middle of a region
NEAR_DEGREES = 2.3  # of latitude: places further apart than this are further than NEAR_KM, whatever their longitudes
NEAR_DEGREES_EAST, MIDDLE = 4.6, 60.0  # of longitude, up to this latitude: the same
_RADIANS = math.pi / 180  # of a degree
#: A candidate needs this much to be taken: a town of 50,000 in a text that names no country, a village where it does.
ENOUGH = 4.6
COMMON_ENOUGH = 6.2  # for names that are common words or people's names
SURE = 7.0  # from here on a choice helps to choose the others


def ranked(table: PlaceTable, name: str, numbers: Sequence[int]) -> tuple[int, ...]:
    """Namesakes by what they weigh without a text."""
    if len(numbers) == 1:
        return tuple(numbers)
    return tuple(sorted(numbers, key=lambda n: (-prior(table, name, n), table.id(n))))


def prior(table: PlaceTable, name: str, number: int) -> float:
    """What a place weighs by itself under this name."""
    weight = math.log10(table.people(number) + 10)
    level = table.level(number)
    if level in LEVEL_WEIGHT:
        weight = max(LEVEL_WEIGHT[level], min(weight, LEVEL_WEIGHT[level] + 0.3))
    elif table.is_own(number):
        weight = max(weight, OWN_WEIGHT)
    return weight + (0.0 if table.is_own(number) or key(table.name(number)) == name else OTHER_NAME)


@dataclass(frozen=True, slots=True)
class Known:
    """What a choice asks of a place under one name."""

    number: int
    prior: float
    level: str
    country: str | None
    regions: tuple[int, ...]  # what it lies in, from near to far, without the country
    position: tuple[float, float] | None
    is_proper: bool  # the name is its own, no other name of it


Seen = dict[tuple[str, int], Known]  # by name and number


#: The candidates of some thousand names.
KEPT = 8192


def choose(
    table: PlaceTable, options: dict[PlaceHit, list[int]], countries: Iterable[str], context: Context, seen: Seen
) -> dict[PlaceHit, int]:
    """The best candidate of each hit, where it is good enough; a second look uses what the first one made sure.

    `seen` are the candidates that were looked up before: texts name the same places again and again."""
    if len(seen) > KEPT:
        seen.clear()
    hits, known = list(options), _known(table, options, seen)
    known = [_without_seats(hit, places) for hit, places in zip(hits, known, strict=True)]
    counted = Counter(countries)
    own = [_own_country(places) for places in known]
    counted.update(country for country in own if country)
    everywhere = _weights(counted)
    by_country = {country: _weights(counted, country) for country in {*own} if country}
    weights = [by_country[country] if country else everywhere for country in own]
    regions = _regions(table, hits, known)
    scores = [
        [(score(hit, place, weight, places, regions), place) for place in places]
        for hit, weight, places in zip(hits, weights, known, strict=True)
    ]
    enough = [COMMON_ENOUGH if context.is_common(key(hit.text)) else ENOUGH for hit in hits]
    found: dict[PlaceHit, int] = {}
    anchors: list[Known] = []
    for _look in range(2):
        best = [_best(scored, anchors) for scored in scores]
        found = {
            hit: place.number
            for hit, (points, place), needed in zip(hits, best, enough, strict=True)
            if place is not None and points >= needed
        }
        sure = (place for points, place in best if points >= SURE)
        anchors = [place for place in sure if place is not None and place.level not in ("country", "region")]
    return found


def _known(table: PlaceTable, options: dict[PlaceHit, list[int]], seen: Seen) -> list[list[Known]]:
    """The candidates of each hit."""
    found: list[list[Known]] = []
    for hit, numbers in options.items():
        name, places = key(hit.text), []
        for number in numbers:
            if number >= 0:
                place = seen.get((name, number))
                if place is None:
                    place = seen[name, number] = _look_up(table, name, number)
                places.append(place)
        found.append(places)
    return found


def _without_seats(hit: PlaceHit, places: list[Known]) -> list[Known]:
    """'in central Mexico' is no town: without "city" beside it a country's name is not that of the towns in it."""
    if hit.level == "place" or not places or places[0].level != "country" or not places[0].is_proper:
        return places
    return [place for place in places if place.level != "place" or place.country != places[0].country]


def _look_up(table: PlaceTable, name: str, number: int) -> Known:
    country, level = table.country(number), table.level(number)
    regions = tuple(n for n in table.above(number) if table.level(n) != "country")
    if level == "region":
        regions += tuple(table.parts(number))  # who tells of the Gaza Strip means it by "Gaza", not the town in it
    is_proper = key(table.name(number)) == name
    return Known(number, prior(table, name, number), level, country, regions, table.position(number), is_proper)


def _best(scored: list[tuple[float, Known]], anchors: list[Known]) -> tuple[float, Known | None]:
    """The best candidate of a hit with its score, nearness to sure places added."""
    if not scored:
        return 0.0, None
    if len(scored) == 1 and not anchors:
        return scored[0]
    best, most = scored[0][1], -math.inf
    highest = max([score for score, _ in scored])
    for score, place in scored:
        if score + NEAR < highest:
            continue  # nearness cannot lift it above the best
        points = score + (NEAR if _near(place, anchors) else 0.0)
        if points > most or (points == most and place.number < best.number):
            best, most = place, points
    return most, best


def _near(place: Known, anchors: list[Known]) -> bool:
    if place.position is None:
        return False
    latitude, longitude = place.position
    for anchor in anchors:
        if anchor.position is None or anchor.number == place.number:
            continue
        north, east = anchor.position
        if abs(north - latitude) > NEAR_DEGREES:
            continue
        apart = abs(east - longitude)
        if NEAR_DEGREES_EAST < apart < 360 - NEAR_DEGREES_EAST and abs(north) < MIDDLE and abs(latitude) < MIDDLE:
            continue
        if (_arc(place.position, anchor.position) or NEAR_KM) < NEAR_KM:
            return True
    return False


def score(hit: PlaceHit, place: Known, countries: dict[str, float], others: list[Known], regions: Regions) -> float:
    """How likely a hit means a candidate among others, without what lies near."""
    total = place.prior
    total += _by_country(place, countries)
    total += _by_region(hit, place, regions)
    if place.level in ("admin1", "admin2") and any(o.is_proper and _is_seat(o, place) for o in others):
        total += SEAT
    if hit.is_locative:
        total += LOCATIVE + (ALONE if len({other.country for other in others}) == 1 else 0.0)
    if hit.level:  # "Mach district" where only the town Mach is known means around the town
        known = any(_is_said(hit.level, other) for other in others)
        total += LEVEL_SAID if _is_said(hit.level, place) else -LEVEL_SAID if known else 0.0
    return total


def _is_seat(town: Known, region: Known) -> bool:
    """Whether a town lies in a region named like it, or in the midst of it as an area of its own: Sanaa."""
    if region.number in town.regions:
        return True
    beside = town.level == "place" and town.country == region.country and region.level == "admin1"
    if not beside or town.position is None or region.position is None:
        return False
    return (_arc(town.position, region.position) or NEAR_KM) < AMIDST_KM


def _is_said(level: str, place: Known) -> bool:
    """Whether a place is of the level that a word beside its name says; 'county' is said of two levels."""
    if level == WIDER:
        return place.level != "place"
    return place.level == level or (level == "admin2" and place.level == "admin1" and place.country in _COUNTIES)


def kilometres(table: PlaceTable, one: int, other: int) -> float | None:
    """The distance of two places on the globe, if both positions are known."""
    here, there = table.position(one), table.position(other)
    if here is None or there is None:
        return None
    return _arc(here, there)


def _arc(here: tuple[float, float], there: tuple[float, float]) -> float:
    lat1, lon1 = here[0] * _RADIANS, here[1] * _RADIANS
    lat2, lon2 = there[0] * _RADIANS, there[1] * _RADIANS
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))


def _own_country(places: list[Known]) -> str | None:
    """The country that a name tells of by itself: its own, or that of a place without namesakes to speak of."""
    return places[0].country if places and _stands_out(places) else None


def _weights(counted: Counter[str], own: str | None = None) -> dict[str, float]:
    """How much of the text speaks of each country, up to 1; a name does not speak for its own choice (`own`)."""
    counts = {country: count - (country == own) for country, count in counted.items()}
    most = max(counts.values(), default=1)
    return {country: min(1.0, 0.5 + count / (2 * most)) for country, count in counts.items() if count > 0}


def _stands_out(places: list[Known]) -> bool:
    """Whether a name's first candidate is so much larger than the others that it needs no context."""
    best = max([place.prior for place in places])
    others = [place.prior for place in places if place.country != places[0].country] if best >= 5.5 else []
    return best >= 5.5 and best - max(others, default=0.0) >= 1.0


def _by_country(place: Known, countries: dict[str, float]) -> float:
    if place.country is None or not countries or place.level == "country":
        return 0.0
    if place.country in countries:
        return IN_COUNTRY * countries[place.country]
    return 0.0 if countries.keys() <= REACHING else ELSEWHERE  # "Russian shells fell on Kherson"


def _regions(table: PlaceTable, hits: list[PlaceHit], known: list[list[Known]]) -> Regions:
    """Which hits may name each region or district, and which name one that has a place among its listed parts."""
    named: dict[int, list[PlaceHit]] = defaultdict(list)
    parts: dict[int, list[PlaceHit]] = defaultdict(list)
    for hit, places in zip(hits, known, strict=True):
        for place in places:
            if place.level in ("admin1", "admin2"):
                named[place.number].append(hit)
            for part in table.parts(place.number):
                parts[part].append(hit)
    return named, parts


def _by_region(hit: PlaceHit, place: Known, regions: Regions) -> float:
    """What it adds that the text names the district or region that the candidate lies in."""
    named, parts = regions
    best = 0.0
    for number in (*place.regions, place.number):
        if number in named and number != place.number:
            best = max(best, _by_names(hit, place, named[number]))
        if number in parts:
            best = max(best, _by_names(hit, place, parts[number]))
    return best


def _by_names(hit: PlaceHit, place: Known, others: list[PlaceHit]) -> float:
    """The same of the hits that may name one of them."""
    best = 0.0
    for other in others:
        if other is not hit and (place.is_proper or key(other.text) != key(hit.text)):  # no name speaks for itself
            gap = min(abs(other.start - hit.end), abs(hit.start - other.end))
            best = max(best, IN_REGION + (BESIDE_REGION if gap <= BESIDE else 0.0))
    return best
