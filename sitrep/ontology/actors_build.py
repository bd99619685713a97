"""Compiling the actors: files of actors, roles and countries become one table of names.

What belongs here: reading those files, making states and their forces out of the countries, and laying the result down
as plain values that load fast. What does not: finding actors in a text (actors, composing).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitrep.ontology import entries
from sitrep.ontology.matching import ANY, CAPITALISED, CAPITALS, NOT_SMALL, first_pairs, key
from sitrep.ontology.spelling import Spellings

HERE = Path(__file__).parent / "actors"
COUNTRIES = Path(__file__).parent / "places" / "countries.yaml"
#: Changes whenever the compiled form changes, so that an older cache is not read.
FORM = "4"
#: Forces and bodies that every state has: id prefix, kind, what stands behind the adjective in its name.
STATE_BODIES = (
    ("government", "government", "government"),
    ("military", "military", "military"),
    ("police", "police", "police"),
)
#: What a name in the table stands for.
NAME, ACRONYM, METONYM, ADJECTIVE, DEMONYM, ROLE, MODIFIER, FILLER = range(8)


@dataclass(slots=True)
class Draft:
    """The table while it is built."""

    actors: dict[str, tuple[Any, ...]] = field(default_factory=dict)  # id -> (name, kind, country, parent, aliases)
    names: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))  # key -> (form, ref)
    rules: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, form: int, ref: str, rule: int = ANY) -> None:
        """Enters a name; the first rule that asks for capitals stands."""
        if name and (form, ref) not in self.names[name]:
            self.names[name].append((form, ref))
        if rule != ANY:
            self.rules.setdefault(name, rule)


def compile_actors(folder: Path = HERE, extra: Sequence[Path] = ()) -> dict[str, Any]:
    """All actors, roles and names as plain values."""
    spellings, draft = Spellings.load(), Draft()
    roles = [entries.read(path, entries.RoleFile) for path in _of_kind(folder, extra, "roles")]
    countries = [entry for file in _country_files(extra) for entry in file.countries]
    for path in _of_kind(folder, extra, "entries"):
        for actor in entries.read(path, entries.ActorFile).entries:
            _add_actor(draft, path, actor, spellings)
    for country in countries:
        _add_country(draft, country)
    for file in roles:
        _add_roles(draft, file)
    _check_parents(draft)
    return {
        "actors": draft.actors,
        "names": {name: number for number, name in enumerate(draft.names)},
        "meanings": [tuple(found) for found in draft.names.values()],
        "lengths": first_pairs(draft.names),
        "rules": draft.rules,
        "roles": {role.id: _role_row(role) for file in roles for role in file.roles},
        "modifiers": {m.id: (m.forms[0], m.type, m.country) for file in roles for m in file.modifiers},
        "adjectives": {country.id: (country.adjectives or [country.name])[0] for country in countries},
    }


def files(folder: Path = HERE, extra: Sequence[Path] = ()) -> list[Path]:
    """All files that the table is made of."""
    return [*entries.yaml_files(folder, extra), COUNTRIES]


def _of_kind(folder: Path, extra: Sequence[Path], top: str) -> Iterator[Path]:
    for path in entries.yaml_files(folder, extra):
        if entries.has_list(path, top):
            yield path


def _country_files(extra: Sequence[Path]) -> Iterator[entries.CountryFile]:
    for path in (COUNTRIES, *extra):
        if entries.has_list(path, "countries"):
            yield entries.read(path, entries.CountryFile)


def _add_actor(draft: Draft, path: Path, actor: entries.ActorEntry, spellings: Spellings) -> None:
    if actor.id in draft.actors:
        raise entries.NameDataError(path, f"entries ({actor.id})", "id: another file has it too")
    aliases = tuple(dict.fromkeys((*actor.aliases, *actor.caps, *actor.capital)))
    parent = actor.parent or _natural_parent(actor)
    draft.actors[actor.id] = (actor.name, actor.kind, actor.country, parent, aliases)
    for name in (actor.name, *actor.aliases):
        common = actor.common and name == actor.name
        rule = CAPITALISED if common else NOT_SMALL if actor.kind == "person" else ANY
        for variant in spellings.variants(key(name)):
            form = ACRONYM if name.isupper() and " " not in name else NAME
            draft.add(variant, form, actor.id, rule)
    for name in actor.caps:
        draft.add(key(name), ACRONYM, actor.id, CAPITALS)
    for name in actor.capital:
        draft.add(key(name), NAME, actor.id, CAPITALISED)


def _natural_parent(actor: entries.ActorEntry) -> str | None:
    """The state that a force belongs to where its entry names no parent."""
    if actor.country is None or actor.kind not in ("government", "military", "police", "state"):
        return None
    own_state = f"state.{actor.country.lower()}"
    return own_state if actor.id != own_state else None


def _add_country(draft: Draft, country: entries.CountryEntry) -> None:
    """A state with its names, seats, adjectives and people, and its government, military and police."""
    code = country.id.lower()
    state = f"state.{code}"
    names = (country.name, *country.aliases, *country.caps)
    draft.actors.setdefault(state, (country.name, "state", country.id, None, (*names[1:], *country.seats)))
    rules = {key(word): CAPITALISED for word in country.capital}
    rules |= {key(country.name): NOT_SMALL} if country.common else {}
    rules |= {key(word): CAPITALS for word in country.caps}
    forms = ((NAME, names), (METONYM, country.seats), (ADJECTIVE, country.adjectives))
    for form, words in forms:
        for word in words:
            draft.add(key(word), form, state, rules.get(key(word), ANY))
    people = (country.demonyms or [f"people of {country.name}"])[0]
    draft.actors.setdefault(f"civilians.{code}", (people, "civilians", country.id, None, tuple(country.demonyms[1:])))
    for word in country.demonyms:
        draft.add(key(word), DEMONYM, f"civilians.{code}", rules.get(key(word), ANY))
    _add_bodies(draft, country)


def _add_bodies(draft: Draft, country: entries.CountryEntry) -> None:
    adjective = (country.adjectives or [country.name])[0]
    for prefix, kind, noun in STATE_BODIES:
        actor_id = f"{prefix}.{country.id.lower()}"
        row = (f"{adjective} {noun}", kind, country.id, f"state.{country.id.lower()}", (f"{country.name} {noun}",))
        draft.actors.setdefault(actor_id, row)


def _add_roles(draft: Draft, file: entries.RoleFile) -> None:
    for role in file.roles:
        for form in role.forms:
            draft.add(key(form), ROLE, role.id)
        if role.plain is not None:
            name = role.name or (role.forms[1] if len(role.forms) > 1 and not role.collective else role.forms[0])
            draft.actors.setdefault(
                role.plain, (name, role.kind, None, None, tuple(f for f in role.forms if f != name))
            )
    for modifier in file.modifiers:
        for form in modifier.forms:
            draft.add(key(form), MODIFIER, modifier.id, CAPITALISED if form in modifier.capital else ANY)
    for filler in file.fillers:
        draft.add(key(filler), FILLER, "")


def _role_row(role: entries.RoleEntry) -> tuple[Any, ...]:
    return (
        tuple(role.forms),
        role.kind,
        role.group,
        tuple(role.parts),
        role.plain,
        role.national,
        role.common,
        role.collective,
    )


def _check_parents(draft: Draft) -> None:
    for actor_id, row in draft.actors.items():
        if row[3] is not None and row[3] not in draft.actors:
            raise entries.NameDataError(Path("actors"), actor_id, f"parent: no such actor {row[3]}")
