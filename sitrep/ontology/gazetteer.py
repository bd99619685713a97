"""The gazetteer: which places a text names, and which of several places of one name it means.

What belongs here: the compiled table of places, finding their names in text, choosing among namesakes, containment.
What does not: reading the data files (gazetteer_build), the scores of a choice (choosing), and whether something
happened there (the engine).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from sitrep.ontology import cache, choosing, gazetteer_build, spelling
from sitrep.ontology.context import PLAIN, Context
from sitrep.ontology.matching import (
    ANY,
    CAPITALISED,
    NOT_SMALL,
    Folded,
    Match,
    NameTable,
    as_folded,
    key,
    written_as,
)
from sitrep.ontology.place_table import PlaceTable
from sitrep.records import Place

#: How many places are kept as records: those of a few hundred reports.
_PLACES_KEPT = 8192
_PAIRS_KEPT = 16384


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A name at its characters, with the places that bear it, the likeliest first."""

    start: int
    end: int
    text: str
    candidates: tuple[str, ...]
    #: The level that the words beside it say ("Khost province", "town of"): country, admin1, admin2, place or nothing.
    level: str = ""
    #: `plain`, or why it is no location: `modifier` ("Saudi-led", "Kabul-based"), `person` ("President Washington").
    standing: str = PLAIN
    is_locative: bool = False  # "in", "near", "north of" stands before it
    numbers: tuple[int, ...] = field(default=(), compare=False, repr=False)  # of the candidates, in the table

    def __hash__(self) -> int:
        return self.start  # it is unlike all others of its text


class Places:
    """What the engine asks of places: those of the world, or with those that one document adds.

    A class to build on and no protocol: the compiler calls what it knows the class of without asking Python for it.
    """

    def find(self, text: str | Folded) -> tuple[PlaceHit, ...]:
        """The places that a text names."""
        raise NotImplementedError

    def choose(self, hits: Iterable[PlaceHit], countries_in_text: Iterable[str] = ()) -> dict[PlaceHit, str]:
        """Which place each hit means."""
        raise NotImplementedError

    def get(self, place_id: str) -> Place | None:
        """A place with all that is known of it."""
        raise NotImplementedError

    def contains(self, outer_id: str, inner_id: str) -> bool:
        """Whether a place is another one or lies in it."""
        raise NotImplementedError

    def country_place(self, iso2: str) -> str | None:
        """The place that a country is."""
        raise NotImplementedError

    def distance(self, one_id: str, other_id: str) -> float | None:
        """Kilometres between the middles of two places, if both are known."""
        raise NotImplementedError

    def chain(self, place_id: str) -> tuple[str, ...]:
        """A place and all that it lies in, from near to far."""
        raise NotImplementedError

    def named(self, name: str) -> tuple[str, ...]:
        """The places that bear a name, the likeliest first."""
        raise NotImplementedError

    def capital(self, iso2: str) -> str | None:
        """The city that is a country's capital."""
        raise NotImplementedError


#: Kilometres between a town and its quarters or beaches, and what else is told as being in it.
SAME_TOWN_KM = 12.0


def nested(places: Places, one_id: str, other_id: str) -> bool:
    """Whether of two places one lies in the other, or is it."""
    return places.contains(one_id, other_id) or places.contains(other_id, one_id)


class Gazetteer(Places):
    """The known places; immutable, so that threads may share it."""

    def __init__(self, compiled: dict[str, Any], context: Context) -> None:
        self.table = PlaceTable.of(compiled)
        self.names = NameTable(compiled["names"], compiled["lengths"])
        self.context = context
        self._rules: dict[str, int] = compiled["rules"]
        self._capitals: dict[str, str] = compiled["capitals"]
        self._number = {str(row[0]): number for number, row in enumerate(self.table.rows)}
        base = len(self.table.rows)
        self._city_number = {identity: base + index for index, identity in enumerate(self.table.city_id)}
        self._seen: choosing.Seen = {}
        self._holds = lru_cache(maxsize=_PAIRS_KEPT)(self._lies_in)  # ... and ask which lies in which
        self._apart = lru_cache(maxsize=_PAIRS_KEPT)(self._kilometres)
        self._places: dict[str, Place | None] = {}  # reports name the same places again and again

    def find(self, text: str | Folded) -> tuple[PlaceHit, ...]:
        """The places that a text names, the longest at each spot; none inside another name (Paris Agreement)."""
        folded = as_folded(text)
        covered = self.context.exclusions(folded)
        found = self.names.find(folded, lambda match: self._counts(folded, match, covered))
        return tuple(self._hit(folded, match) for match in found)

    def exclusions(self, text: str | Folded) -> tuple[tuple[int, int], ...]:
        """Where names stand that hold a place's name and are none (treaties, newspapers, clubs, goods)."""
        folded = as_folded(text)
        return tuple((folded.starts[first], folded.ends[last]) for first, last in self.context.exclusions(folded))

    def _counts(self, folded: Folded, match: Match, covered: list[tuple[int, int]]) -> bool:
        if any(first <= match.last and match.first <= last for first, last in covered):
            return False
        if match.key in self.context.words["generic"] and not self.context.level(folded, match):
            return False  # "in the capital", "the eastern front": a region only where "province" stands beside it
        rule = self._rule(match)
        if rule == ANY:
            return True
        told = written_as(folded, match, rule)
        return self.context.places(folded, match) if told is None else told

    def _rule(self, match: Match) -> int:
        if (rule := self._rules.get(match.key)) is not None:
            return rule
        if self.context.is_common(match.key):
            return CAPITALISED
        own = any(self.table.is_own(n) for n in self.table.numbers(match.value))
        return ANY if own else NOT_SMALL  # what only the packages know may be a word of some language

    def _hit(self, folded: Folded, match: Match) -> PlaceHit:
        start, end = folded.starts[match.first], folded.ends[match.last]
        numbers = self.table.numbers(match.value)
        candidates = tuple([self.table.id(number) for number in numbers])
        level, standing = self.context.level(folded, match), self.context.standing(folded, match)
        locative = self.context.is_locative(folded, match)
        if level == "place" and self.table.level(numbers[0]) == "country":
            of = folded.words[max(0, match.first - 1) : match.first] == ["of"]  # "the town of Colombia"
            level = level if of else ""  # but "the Mali town of Kidal", "killed in Mali village raid"
        return PlaceHit(start, end, folded.text[start:end], candidates, level, standing, locative, numbers)

    def choose(self, hits: Iterable[PlaceHit], countries_in_text: Iterable[str] = ()) -> dict[PlaceHit, str]:
        """Which place each hit means, by the text's countries, regions and other places.

        A hit that means none is left out. A country that stands several times in `countries_in_text` weighs more."""
        options = {hit: self._numbers(hit) for hit in hits if hit.standing == PLAIN}
        chosen = choosing.choose(self.table, options, countries_in_text, self.context, self._seen)
        return {hit: self.table.id(number) for hit, number in chosen.items()}

    def _numbers(self, hit: PlaceHit) -> list[int]:
        return [*hit.numbers] if hit.numbers else [self.number(each) for each in hit.candidates]

    def number(self, place_id: str) -> int:
        """The number of a place in the table, -1 for none."""
        if place_id.startswith("gn."):
            return self._city_number.get(int(place_id[3:]), -1) if place_id[3:].isdigit() else -1
        return self._number.get(place_id, -1)

    def get(self, place_id: str) -> Place | None:
        """A place with all that is known of it."""
        place = self._places.get(place_id)
        if place is None and place_id not in self._places:
            number = self.number(place_id)
            if len(self._places) >= _PLACES_KEPT:
                self._places.clear()
            place = self._places[place_id] = self._made(number) if number >= 0 else None
        return place

    def _made(self, number: int) -> Place:
        table = self.table
        above = {table.level(n): table.name(n) for n in reversed([number, *table.above(number)])}
        level = table.level(number)
        position = table.position(number)
        own = table.is_own(number)
        admin2 = above.get("admin2") or (None if own else table.city_admin2[number - len(table.rows)] or None)
        return Place(
            place_id=table.id(number),
            name=table.name(number),
            country=table.country(number),
            admin1=above.get("admin1"),
            admin2=admin2,
            latitude=None if position is None else round(position[0], 5),
            longitude=None if position is None else round(position[1], 5),
            geonames_id=table.rows[number][7] if own else table.city_id[number - len(table.rows)],
            aliases=table.rows[number][9] if own else (),
            level=level,
            population=table.people(number),
        )

    def named(self, name: str) -> tuple[str, ...]:
        """The places that bear a name, the likeliest first."""
        value = self.names.get(key(name))
        return () if value is None else tuple(self.table.id(n) for n in self.table.numbers(value))

    def contains(self, outer_id: str, inner_id: str) -> bool:
        """Whether a place is another one or lies in it."""
        return outer_id == inner_id or self._holds(outer_id, inner_id)

    def _lies_in(self, outer_id: str, inner_id: str) -> bool:
        outer, inner = self.number(outer_id), self.number(inner_id)
        if outer < 0 or inner < 0:
            return False
        up = self.table.up
        around = inner
        while around >= 0 and around != outer:
            around = up(around)
        if around == outer:
            return True
        if not self.table.parts(outer):
            return False
        parts = self._parts(outer)
        around = inner
        while around >= 0 and around not in parts:
            around = up(around)
        return around >= 0

    def _parts(self, number: int) -> set[int]:
        """A place with the parts of it that the region files list, and theirs."""
        found: set[int] = set()
        waiting = [number]
        while waiting:
            if (part := waiting.pop()) not in found:
                found.add(part)
                waiting += self.table.rows[part][10] if self.table.is_own(part) else ()
        return found

    def chain(self, place_id: str) -> tuple[str, ...]:
        """A place and all that it lies in, from near to far."""
        number = self.number(place_id)
        return () if number < 0 else tuple(self.table.id(n) for n in (number, *self.table.above(number)))

    def country_place(self, iso2: str) -> str | None:
        """The place that a country is."""
        place_id = f"country.{iso2.upper()}"
        return place_id if place_id in self._number else None

    def capital(self, iso2: str) -> str | None:
        """The city that is a country's capital."""
        numbers = [self.number(place_id) for place_id in self.named(self._capitals.get(iso2.upper(), ""))]
        at_home = [n for n in numbers if self.table.country(n) == iso2.upper() and self.table.level(n) == "place"]
        return self.table.id(max(at_home, key=self.table.people)) if at_home else None

    def distance(self, one_id: str, other_id: str) -> float | None:
        """Kilometres between the middles of two places, if both are known."""
        return self._apart(one_id, other_id)

    def _kilometres(self, one_id: str, other_id: str) -> float | None:
        one, other = self.number(one_id), self.number(other_id)
        return None if one < 0 or other < 0 else choosing.kilometres(self.table, one, other)


def load_places(extra: Sequence[Path] = (), cache_folder: Path | None = None) -> Gazetteer:
    """The gazetteer, compiled once for each version of its data."""
    folder = gazetteer_build.HERE
    files = gazetteer_build.place_files(folder, extra)
    version = cache.fingerprint([*files, spelling.FILE], gazetteer_build.FORM, *gazetteer_build.package_versions())
    compiled = cache.load_or_build(
        "places", version, lambda: gazetteer_build.compile_places(folder, extra), cache_folder
    )
    return Gazetteer(compiled, Context.load())
