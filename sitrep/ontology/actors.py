"""The actors: who is named in a text, by name, nationality, seat of government or role.

What belongs here: the compiled table of actors, finding them, their kinship. What does not: reading the data files
(actors_build), putting nationality and role together (composing), and what anybody did (the engine).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from sitrep.ontology import actors_build, cache, composing, spelling
from sitrep.ontology.actors_build import ADJECTIVE, DEMONYM, FILLER, MODIFIER, ROLE
from sitrep.ontology.composing import NameHit, Part, Role
from sitrep.ontology.context import Context
from sitrep.ontology.matching import ANY, CAPITALS, Folded, Match, NameTable, as_folded, key, written_as
from sitrep.records import Actor

__all__ = ["ActorIndex", "NameHit", "Role", "load_actors"]


class ActorIndex:
    """The known actors; immutable, so that threads may share it."""

    def __init__(self, compiled: dict[str, Any], context: Context) -> None:
        self._actors: dict[str, tuple[Any, ...]] = compiled["actors"]
        self._sides = {key: self._side(key) for key in self._actors}
        self._records = {key: _actor(key, row) for key, row in self._actors.items()}
        self._names = NameTable(compiled["names"], compiled["lengths"])
        self._meanings: list[tuple[tuple[int, str], ...]] = compiled["meanings"]
        self._rules: dict[str, int] = compiled["rules"]
        self._context = context
        self._nationalities = lru_cache(maxsize=1)(self._countries_of_peoples)  # seldom asked for
        self.roles: dict[str, Role] = {name: Role(name, *row) for name, row in compiled["roles"].items()}
        self.modifiers: dict[str, tuple[str, str, str | None]] = compiled["modifiers"]
        self.adjectives: dict[str, str] = compiled["adjectives"]  # ISO2 -> "Pakistani"

    def __len__(self) -> int:
        return len(self._actors)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._records.values())

    def find(self, text: str | Folded, countries: Iterable[str] = ()) -> tuple[NameHit, ...]:
        """The actors that a text names, left to right, the longest at each spot.

        Where several bear one name, the one of a country that the text (or `countries`) names is meant."""
        folded = as_folded(text)
        matches = self._names.find(folded, lambda match: self._counts(folded, match))
        unsure = {match.first for match in matches if self._is_unsure(folded, match)}
        known = self._countries([match for match in matches if match.first not in unsure], countries)
        matches = [match for match in matches if match.first not in unsure or self._is_near(match, known)]
        return composing.compose(folded, [self._part(match, known) for match in matches], self)

    def _part(self, match: Match, known: Counter[str]) -> Part:
        form, ref = self._meaning(match, known)
        return Part(match.first, match.last, form, ref)

    def _counts(self, folded: Folded, match: Match) -> bool:
        rule = self._rules.get(match.key, ANY)
        if rule == ANY:
            return True
        told = written_as(folded, match, rule)
        if told is None and rule == CAPITALS:
            return len(match.key) > 3 or not self._context.is_common(match.key)
        return self._context.places(folded, match) if told is None else told

    def _is_unsure(self, folded: Folded, match: Match) -> bool:
        """Whether a match may be an everyday word in a text of capitals alone: "LET", "ANA", "ARENA"."""
        if self._rules.get(match.key) != CAPITALS or written_as(folded, match, CAPITALS) is not None:
            return False
        return len(match.key) <= 3 or self._context.is_common(match.key)

    def _is_near(self, match: Match, known: Counter[str]) -> bool:
        """Whether the text names the country of an actor of this name; one of no country needs none, words apart."""
        if self._context.is_common(match.key):
            return any(known[self._country_of(meaning) or ""] for meaning in self._meanings[match.value])
        return any(self._told(meaning, known) for meaning in self._meanings[match.value])

    def _countries(self, matches: list[Match], countries: Iterable[str]) -> Counter[str]:
        """How often the text names each country, by names that have one meaning."""
        counted = Counter(countries)
        for match in matches:
            meanings = self._meanings[match.value]
            if len(meanings) == 1 and (country := self._country_of(meanings[0])):
                counted[country] += 1
        return counted

    def _country_of(self, meaning: tuple[int, str]) -> str | None:
        form, ref = meaning
        return None if form in (ROLE, MODIFIER, FILLER) else self._actors[ref][2]

    def _meaning(self, match: Match, countries: Counter[str]) -> tuple[int, str]:
        meanings = self._meanings[match.value]
        if len(meanings) == 1:
            return meanings[0]
        return max(meanings, key=lambda m: (self._told(m, countries), -meanings.index(m)))

    def _told(self, meaning: tuple[int, str], countries: Counter[str]) -> float:
        """How far a text tells of an actor's country; one of no country goes before one of a country not named."""
        country = self._country_of(meaning)
        return 0.5 if country is None else countries[country]

    def get(self, actor_id: str) -> Actor | None:
        """An actor; those that a nationality and a role make up (`unidentified.militants-ps`) are made on the spot."""
        return self._records.get(actor_id) or composing.made_up(actor_id, self)

    def is_known(self, actor_id: str) -> bool:
        """Whether the data name this actor."""
        return actor_id in self._actors

    def parent(self, actor_id: str) -> str | None:
        """Whose side an actor is part of: a brigade's group, a force's state."""
        return self._actors[actor_id][3] if actor_id in self._actors else None

    def side(self, actor_id: str) -> str:
        """The topmost actor that this one is part of, itself if none."""
        return self._sides.get(actor_id, actor_id)

    def _side(self, actor_id: str) -> str:
        seen = {actor_id}
        while (above := self.parent(actor_id)) is not None and above not in seen:
            seen.add(above)
            actor_id = above
        return actor_id

    def kin(self, one: str, other: str) -> bool:
        """Whether two actors are one side: a state, its forces and its seat; a group and its wings."""
        return self.side(one) == self.side(other)

    def nationality(self, word: str) -> str | None:
        """The country (ISO 3166) of an adjective, of a people or of a name: "Pakistani", "Pakistanis", "Pakistan"."""
        return self._nationalities().get(key(word))

    def _countries_of_peoples(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in self._names:
            value = self._names.get(name)
            for form, ref in () if value is None else self._meanings[value]:
                if form in (ADJECTIVE, DEMONYM) or (ref.startswith("state.") and form == actors_build.NAME):
                    found.setdefault(name, self._actors[ref][2])
        return found


def _actor(actor_id: str, row: tuple[Any, ...]) -> Actor:
    name, kind, country, _parent, aliases = row
    return Actor(actor_id, name, kind, country, aliases)


def load_actors(extra: Sequence[Path] = (), cache_folder: Path | None = None) -> ActorIndex:
    """The actors, compiled once for each version of their data."""
    files = [*actors_build.files(extra=extra), spelling.FILE]

    def build() -> dict[str, Any]:
        return actors_build.compile_actors(extra=extra)

    compiled = cache.load_or_build("actors", cache.fingerprint(files, actors_build.FORM), build, cache_folder)
    return ActorIndex(compiled, Context.load())
