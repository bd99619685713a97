"""The shape of the name data: what an entry of each YAML file may say, checked when it is read.

What belongs here: the schemas of actors, roles, countries and places, and errors that name the file and the entry.
What does not: what is made of the entries (actors, gazetteer) and the ontology's event types and patterns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sitrep.records import ACTOR_KINDS

Text = Annotated[str, Field(min_length=1)]
Iso2 = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ActorId = Annotated[str, Field(pattern=r"^[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)?$")]
PlaceId = Annotated[str, Field(pattern=r"^(country|adm1|adm2|region|local|gn)\.[A-Za-z0-9.-]+$")]
Kind = Literal["state", "government", "military", "police", "insurgent", "militia", "party", "civilians", "media",
               "organisation", "person", "unidentified"]  # fmt: skip
Degree = Annotated[float, Field(ge=-180, le=180)]
Position = Annotated[tuple[Degree, Degree], Field(strict=False)]

assert set(Kind.__args__) == set(ACTOR_KINDS)  # type: ignore[attr-defined]


class NameDataError(ValueError):
    """An entry of the name data that does not fit its schema."""

    def __init__(self, file: Path, entry: str, problem: str) -> None:
        super().__init__(f"{file.name}: {entry}: {problem}")
        self.file, self.entry, self.problem = file, entry, problem


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Named(_Entry):
    name: Text
    aliases: list[Text] = []  # count however they are written
    caps: list[Text] = []  # count only in capitals ("CAR", "LET")
    capital: list[Text] = []  # common words: count only where capitals or the words beside them tell
    source: Text | None = None


class ActorEntry(_Named):
    """A named actor."""

    id: ActorId
    kind: Kind
    country: Iso2 | None = None
    parent: ActorId | None = None  # whose side it is: a brigade's group, a wing's party, a force's state
    common: bool = False  # its name itself is a common word


class RoleEntry(_Entry):
    """A noun for people by what they do, alone or after a nationality ("troops", "villagers")."""

    id: Slug
    forms: list[Text]  # singular first, then plural, then other words for the same
    name: Text | None = None  # what the plain actor is called, if not the plural
    kind: Kind
    group: Literal["civilian", "security_force", "militant", "unknown"]
    parts: list[Literal["child", "woman", "foreign_national"]] = []
    plain: ActorId | None = None  # actor where no nationality stands before it; None: nobody is told from it
    national: Literal["state", "government", "military", "police", "civilians"] | None = None  # after a nationality
    common: bool = False  # has another everyday sense, so that the context must tell ("guard", "force", "cells")
    collective: bool = False  # names a body, not people that can be counted ("army", "ministry")


class ModifierEntry(_Entry):
    """A word that says whose people they are, without a state ("Baloch", "Islamist", "suspected")."""

    id: Slug
    forms: list[Text]
    type: Literal["ethnic", "religious", "ideological", "vague"]
    capital: list[Text] = []  # forms that are everyday words when written small ("Polish")
    country: Iso2 | None = None


class CountryEntry(_Named):
    """A country with all that its people, capital and government are called."""

    id: Iso2
    adjectives: list[Text] = []  # first one is used to name its forces
    demonyms: list[Text] = []  # its people, plural
    seats: list[Text] = []  # capital and houses that stand for the government
    at: Position | None = None
    common: bool = False


class PlaceEntry(_Named):
    """A place of a country's file; its id is made of the level, the country and this slug."""

    id: Slug
    within: Slug | None = Field(default=None, alias="in")  # first-order region, or the district of a locality
    at: Position | None = None  # latitude, longitude
    code: Text | None = None  # GeoNames code of a first-order region
    gn: int | None = None  # GeoNames id: the entry adds names to that place
    seats: list[Text] = []  # towns known to lie in this district
    population: int = 0
    common: bool = False


class RegionEntry(_Named):
    """A region across borders or outside a country's order, with what lies in it."""

    id: Slug
    countries: list[Iso2] = []  # countries that it touches
    parts: list[PlaceId] = []  # what lies wholly in it
    at: Position | None = None
    common: bool = False


class ActorFile(_Entry):
    about: Text
    source: Text
    entries: list[ActorEntry]


class RoleFile(_Entry):
    about: Text
    source: Text
    roles: list[RoleEntry]
    modifiers: list[ModifierEntry]
    fillers: list[Text] = []  # words that may stand between a nationality and a role ("border", "riot")


class CountryFile(_Entry):
    about: Text
    source: Text
    countries: list[CountryEntry]


class PlaceFile(_Entry):
    about: Text
    source: Text
    country: Iso2
    admin1: list[PlaceEntry] = []
    admin2: list[PlaceEntry] = []
    local: list[PlaceEntry] = []


class RegionFile(_Entry):
    about: Text
    source: Text
    regions: list[RegionEntry]


class WordFile(_Entry):
    """Lists of words and phrases by purpose."""

    about: Text
    source: Text
    words: dict[Text, list[Text]]


#: The word lists about what stands beside names.
WORD_LISTS = Path(__file__).parent / "places" / "words"

File = TypeVar("File", bound=_Entry)


def read(path: Path, model: type[File]) -> File:
    """One YAML file, checked; an error names the file and the entry."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise NameDataError(path, "file", f"is not YAML: {error}") from error
    try:
        checked = model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise NameDataError(path, _entry_name(data, first["loc"]), _problem(first)) from error
    _check_unique(path, checked)
    return checked


def yaml_files(folder: Path, extra: Sequence[Path] = (), pattern: str = "*.yaml") -> list[Path]:
    """The data files of a folder and the folders in it, and those given beside them, in a stable order."""
    return sorted(folder.rglob(pattern)) + sorted(Path(path) for path in extra)


def has_list(path: Path, name: str) -> bool:
    """Whether a file has a list of this name at its top."""
    return any(line.startswith(f"{name}:") for line in path.read_text(encoding="utf-8").splitlines())


def _entry_name(data: Any, location: tuple[int | str, ...]) -> str:
    for depth, step in enumerate(location):
        if isinstance(step, int) and isinstance(data, list):
            entry = data[step]
            names = entry if isinstance(entry, dict) else {}
            return f"{location[depth - 1]} {step + 1} ({names.get('id') or names.get('name') or entry!r})"
        data = data.get(step) if isinstance(data, dict) else None
    return "file"


def _problem(error: Any) -> str:
    field = ".".join(str(step) for step in error["loc"] if isinstance(step, str))
    return f"{field}: {error['msg']}" + ("" if error["type"] == "missing" else f" (got {error['input']!r})")


def _check_unique(path: Path, checked: _Entry) -> None:
    for name, entries in _lists(checked):
        seen: set[str] = set()
        for entry in entries:
            if (key := str(getattr(entry, "id", ""))) in seen:
                raise NameDataError(path, f"{name} ({key})", "id: stands here twice")
            seen.add(key)


def _lists(checked: _Entry) -> Iterator[tuple[str, list[Any]]]:
    for name in type(checked).model_fields:
        value = getattr(checked, name)
        if isinstance(value, list) and value and isinstance(value[0], _Entry):
            yield name, value
