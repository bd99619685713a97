"""The table of places by number, as the gazetteer compiles and loads it.

What belongs here: reading its rows and columns. What does not: names, choices and the data files.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: The columns of the cities, with the array type of each.
COLUMN_TYPES = {"city_id": "q", "city_people": "q", "city_up": "l", "city_latitude": "f", "city_longitude": "f"}
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Places by number: the project's as rows, the packages' cities as columns."""

    rows: Sequence[tuple[Any, ...]]
    groups: Sequence[tuple[int, ...]]
    city_id: array[int]
    city_people: array[int]
    city_up: array[int]
    city_latitude: array[float]
    city_longitude: array[float]
    city_name: Sequence[str]
    city_admin2: Sequence[str]

    @classmethod
    def of(cls, compiled: Mapping[str, Any]) -> PlaceTable:
        """The table of a compiled gazetteer."""
        columns = {name: _column(code, compiled[name]) for name, code in COLUMN_TYPES.items()}
        return cls(
            rows=compiled["places"],
            groups=compiled["groups"],
            city_name=compiled["city_name"],
            city_admin2=compiled["city_admin2"],
            **columns,
        )

    def __len__(self) -> int:
        return len(self.rows) + len(self.city_id)

    def numbers(self, value: int) -> tuple[int, ...]:
        """The places that a value of the name table stands for."""
        return (value,) if value >= 0 else self.groups[-value - 1]

    def id(self, number: int) -> str:
        base = len(self.rows)
        return str(self.rows[number][0]) if number < base else f"gn.{self.city_id[number - base]}"

    def name(self, number: int) -> str:
        base = len(self.rows)
        return str(self.rows[number][1]) if number < base else self.city_name[number - base]

    def level(self, number: int) -> str:
        return str(self.rows[number][3]) if number < len(self.rows) else "place"

    def up(self, number: int) -> int:
        """What the place lies in, or -1."""
        base = len(self.rows)
        return int(self.rows[number][4]) if number < base else self.city_up[number - base]

    def parts(self, number: int) -> Sequence[int]:
        """What the region files say lies wholly in a place."""
        return self.rows[number][10] if number < len(self.rows) else ()

    def people(self, number: int) -> int:
        base = len(self.rows)
        return int(self.rows[number][8]) if number < base else self.city_people[number - base]

    def position(self, number: int) -> tuple[float, float] | None:
        """Latitude and longitude, if they are known."""
        base = len(self.rows)
        if number >= base:
            return self.city_latitude[number - base], self.city_longitude[number - base]
        latitude, longitude = self.rows[number][5:7]
        return None if latitude is None else (latitude, longitude)

    def country(self, number: int) -> str | None:
        while number >= len(self.rows):
            number = self.up(number)
        return self.rows[number][2] if number >= 0 else None

    def above(self, number: int) -> Iterator[int]:
        """All that a place lies in, from near to far."""
        while (number := self.up(number)) >= 0:
            yield number

    def is_own(self, number: int) -> bool:
        """Whether the project's own files name the place."""
        return number < len(self.rows)


def _column(code: str, packed: bytes) -> array[Any]:
    column: array[Any] = array(code)
    column.frombytes(packed)
    return column
