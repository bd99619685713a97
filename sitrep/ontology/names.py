"""Where the engine finds the actors and the gazetteer.

What belongs here: the import of both, and empty ones of the same shape while a checkout lacks them.
What does not: names or places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from sitrep.records import Actor, Place


class NameHit(Protocol):
    """A known actor's name at its characters."""

    start: int
    end: int
    text: str
    actor_id: str


class PlaceHit(Protocol):
    """A known place's name at its characters, with the places that bear it."""

    start: int
    end: int
    text: str
    candidates: tuple[str, ...]


class ActorIndex(Protocol):
    """The known actors."""

    def find(self, text: str) -> Sequence[NameHit]: ...
    def get(self, actor_id: str) -> Actor | None: ...
    def nationality(self, word: str) -> str | None: ...
    def kin(self, a: str, b: str) -> bool: ...


class Gazetteer(Protocol):
    """The known places."""

    def find(self, text: str) -> Sequence[PlaceHit]: ...
    def get(self, place_id: str) -> Place | None: ...
    def choose(self, hits: Iterable[PlaceHit], countries_in_text: Iterable[str]) -> Mapping[PlaceHit, str]: ...
    def contains(self, outer_id: str, inner_id: str) -> bool: ...
    def country_place(self, iso2: str) -> str | None: ...


class NoActors:
    """An index without names."""

    def find(self, text: str) -> Sequence[NameHit]:
        return ()

    def get(self, actor_id: str) -> Actor | None:
        return None

    def nationality(self, word: str) -> str | None:
        return None

    def kin(self, a: str, b: str) -> bool:
        return a == b


class NoPlaces:
    """A gazetteer without places."""

    def find(self, text: str) -> Sequence[PlaceHit]:
        return ()

    def get(self, place_id: str) -> Place | None:
        return None

    def choose(self, hits: Iterable[PlaceHit], countries_in_text: Iterable[str]) -> Mapping[PlaceHit, str]:
        return {}

    def contains(self, outer_id: str, inner_id: str) -> bool:
        return outer_id == inner_id

    def country_place(self, iso2: str) -> str | None:
        return None


def load_actors(extra: Sequence[Path] = ()) -> ActorIndex:
    """The known actors, from data."""
    try:
        from sitrep.ontology import actors
    except ImportError:
        return NoActors()
    loader = getattr(actors, "load_actors", None)
    return loader(extra) if loader else NoActors()


def load_places(extra: Sequence[Path] = ()) -> Gazetteer:
    """The known places, from data."""
    try:
        from sitrep.ontology import gazetteer
    except ImportError:
        return NoPlaces()
    return gazetteer.load_places(extra)
