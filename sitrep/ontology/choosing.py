"""Which of several places of one name a text means.

What belongs here: the score of a candidate and its parts. What does not: finding names (gazetteer), reading text.

A score is roughly a power of ten of people: a city of a million has 6 of its own, what the text says of countries and
regions adds or takes a few. Every weight has its reason beside it; none was fitted to one text.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from sitrep.ontology.matching import key

if TYPE_CHECKING:
    from sitrep.ontology.context import Context
    from sitrep.ontology.place_table import PlaceTable

#: What a place weighs by its kind: a name that is a country's is nearly always the country.
LEVEL_WEIGHT = {"country": 8.5, "region": 6.0, "admin1": 5.6, "admin2": 4.6}
OWN_WEIGHT = 4.2  # a locality that the project's files name: they hold places of conflicts
OTHER_NAME = -1.5  # an old or foreign name (Pokrovsk for Engels) is seldom meant
IN_COUNTRY = 2.5  # the text names the country, its people or its forces
ELSEWHERE = -1.0  # the text names countries, and not this one
SEAT = -1.2  # a region named like a town in it: without "province" the town is meant
IN_REGION = 2.5  # the text names the region or district that the candidate lies in
BESIDE_REGION = 1.5  # ... within the next words ("Mach, Bolan district")
BESIDE = 40  # characters
LEVEL_SAID = 3.0  # "province", "town of" beside the name
LOCATIVE = 0.6  # "in", "near", "the town of" before the name: it is a place, whichever
ALONE = 1.0  # ... and all that bear the name lie in one country
NEAR = 1.0  # within NEAR_KM of a place that is sure
NEAR_KM = 250.0
#: A candidate needs this much to be taken: a town of 50,000 in a text that names no country, a village where it does.
ENOUGH = 4.6
COMMON_ENOUGH = 6.2  # for names that are common words or people's names
SURE = 7.0  # from here on a choice helps to choose the others


class Hit(Protocol):
    """What of a hit the choice looks at."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def is_locative(self) -> bool: ...


H = TypeVar("H", bound=Hit)


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


def choose(
    table: PlaceTable, options: Mapping[H, Sequence[int]], countries: Iterable[str], context: Context
) -> dict[H, int]:
    """The best candidate of each hit, where it is good enough; a second look uses what the first one made sure."""
    counted = Counter(countries)
    own = {hit: country for hit, numbers in options.items() if (country := _own_country(table, hit, numbers))}
    counted.update(own.values())
    everywhere = _weights(counted)
    weights = {hit: _weights(counted, own[hit]) if hit in own else everywhere for hit in options}
    regions = _regions(table, options)
    scores = {h: [(score(table, h, n, weights[h], ns, regions), n) for n in ns if n >= 0] for h, ns in options.items()}
    found: dict[H, int] = {}
    anchors: list[int] = []
    for _look in range(2):
        found = {}
        sure: list[int] = []
        for hit, scored in scores.items():
            if not scored:
                continue
            best, number = _best(table, scored, anchors)
            if best >= (COMMON_ENOUGH if context.is_common(key(hit.text)) else ENOUGH):
                found[hit] = number
            if best >= SURE and table.level(number) not in ("country", "region"):
                sure.append(number)
        anchors = sure
    return found


def _best(table: PlaceTable, scored: Sequence[tuple[float, int]], anchors: Sequence[int]) -> tuple[float, int]:
    """The best candidate of a hit with its score, nearness to sure places added."""
    most = max(score for score, _ in scored)
    in_reach = [(score, n) for score, n in scored if score + NEAR >= most]  # no other can be lifted above the best
    nearer = [(score + (NEAR if _near(table, n, anchors) else 0.0), -n) for score, n in in_reach]
    best, negative = max(nearer)
    return best, -negative


def _near(table: PlaceTable, number: int, anchors: Sequence[int]) -> bool:
    return any(a != number and (kilometres(table, a, number) or NEAR_KM) < NEAR_KM for a in anchors)


def score(
    table: PlaceTable, hit: H, number: int, countries: Mapping[str, float], numbers: Sequence[int], regions: Regions[H]
) -> float:
    """How likely a hit means a candidate of its numbers, without what lies near."""
    total = prior(table, key(hit.text), number)
    total += _by_country(table, number, countries)
    total += _by_region(table, hit, number, regions)
    if table.level(number) in ("admin1", "admin2") and any(number in table.above(n) for n in numbers if n >= 0):
        total += SEAT
    if hit.is_locative:
        total += LOCATIVE + (ALONE if len({table.country(n) for n in numbers if n >= 0}) == 1 else 0.0)
    if hit.level:  # "Mach district" where only the town Mach is known means around the town
        known = any(table.level(n) == hit.level for n in numbers if n >= 0)
        total += LEVEL_SAID if table.level(number) == hit.level else -LEVEL_SAID if known else 0.0
    return total


def kilometres(table: PlaceTable, one: int, other: int) -> float | None:
    """The distance of two places on the globe, if both positions are known."""
    here, there = table.position(one), table.position(other)
    if here is None or there is None:
        return None
    (lat1, lon1), (lat2, lon2) = ((math.radians(x), math.radians(y)) for x, y in (here, there))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))


def _own_country(table: PlaceTable, hit: Hit, numbers: Sequence[int]) -> str | None:
    """The country that a name tells of by itself: its own, or that of a place without namesakes to speak of."""
    first = numbers[0] if numbers else -1
    return table.country(first) if first >= 0 and _stands_out(table, key(hit.text), numbers) else None


def _weights(counted: Counter[str], own: str | None = None) -> dict[str, float]:
    """How much of the text speaks of each country, up to 1; a name does not speak for its own choice (`own`)."""
    counts = {country: count - (country == own) for country, count in counted.items()}
    most = max(counts.values(), default=1)
    return {country: min(1.0, 0.5 + count / (2 * most)) for country, count in counts.items() if count > 0}


def _stands_out(table: PlaceTable, name: str, numbers: Sequence[int]) -> bool:
    """Whether a name's first candidate is so much larger than the others that it needs no context."""
    weights = sorted((prior(table, name, n) for n in numbers), reverse=True)
    best = weights[0]
    others = [prior(table, name, n) for n in numbers if table.country(n) != table.country(numbers[0])]
    return best >= 5.5 and best - max(others, default=0.0) >= 1.0


def _by_country(table: PlaceTable, number: int, countries: Mapping[str, float]) -> float:
    country = table.country(number)
    if country is None or not countries or table.level(number) == "country":
        return 0.0
    return IN_COUNTRY * countries[country] if country in countries else ELSEWHERE


Regions = tuple[Mapping[int, Sequence[H]], Mapping[int, Sequence[H]]]


def _regions(table: PlaceTable, options: Mapping[H, Sequence[int]]) -> Regions[H]:
    """Which hits may name each region or district, and which name one that has a place among its listed parts."""
    named: dict[int, list[H]] = defaultdict(list)
    parts: dict[int, list[H]] = defaultdict(list)
    for hit, numbers in options.items():
        for number in numbers:
            if number >= 0 and table.level(number) in ("admin1", "admin2"):
                named[number].append(hit)
            for part in table.parts(number) if number >= 0 else ():
                parts[part].append(hit)
    return named, parts


def _by_region(table: PlaceTable, hit: H, number: int, regions: Regions[H]) -> float:
    """What it adds that the text names the district or region that the candidate lies in."""
    named, parts = regions
    above = [n for n in table.above(number) if table.level(n) != "country"]
    best = 0.0
    for other in itertools.chain(*(named.get(n, ()) for n in above), *(parts.get(n, ()) for n in (number, *above))):
        if other is not hit:
            gap = min(abs(other.start - hit.end), abs(hit.start - other.end))
            best = max(best, IN_REGION + (BESIDE_REGION if gap <= BESIDE else 0.0))
    return best
