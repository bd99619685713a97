"""Putting the words for an actor together: a nationality and a role, a group and its fighters, a role alone.

What belongs here: the small grammar of who-phrases ("Pakistani border guards", "suspected Baloch separatists", "Taliban
fighters") over the words that the table found, and the actors that such phrases make. What does not: finding the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitrep.ontology.actors_build import ACRONYM, ADJECTIVE, DEMONYM, FILLER, METONYM, MODIFIER, NAME, ROLE
from sitrep.ontology.matching import Folded, joins
from sitrep.records import Actor

if TYPE_CHECKING:
    from sitrep.ontology.actors import ActorIndex

FORMS = {NAME: "name", ACRONYM: "acronym", METONYM: "metonym", ADJECTIVE: "adjective", DEMONYM: "demonym", ROLE: "role"}


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for people by what they do."""

    role_id: str
    forms: tuple[str, ...]
    kind: str
    victim_group: str  # the group that dead of this role are counted in
    parts: tuple[str, ...] = ()  # child, woman, foreign_national
    plain: str | None = None
    national: str | None = None
    is_common: bool = False
    is_collective: bool = False


@dataclass(frozen=True, slots=True)
class NameHit:
    """An actor at the characters that name it."""

    start: int
    end: int
    text: str
    actor_id: str
    #: name, acronym, metonym (a seat for its government), adjective ("Pakistani" alone), demonym, or role
    form: str = "name"
    role: str | None = None  # the role noun that heads the words, for its victim group and parts
    country: str | None = None
    #: whether the words say that it is not sure who they were ("suspected", "unidentified", "alleged")
    is_vague: bool = False
    head: int = 0  # where the last noun begins: "soldiers" of "Pakistani soldiers"


@dataclass(frozen=True, slots=True)
class Part:
    """A found word or name of a who-phrase: words first..last (inclusive)."""

    first: int
    last: int
    form: int
    ref: str


def compose(folded: Folded, parts: list[Part], known: ActorIndex) -> tuple[NameHit, ...]:
    """The actors that the found words name, adjoining words taken together."""
    hits: list[NameHit] = []
    phrase: list[Part] = []
    for number, part in enumerate(parts):
        if phrase and (not _adjoins(folded, phrase[-1], part) or _accuses(folded, phrase[-1], parts[number:], known)):
            hits += _read(folded, phrase, known)
            phrase = []
        if phrase and _suspects(folded, parts[number - 1 : number + 2]):
            hits += _read(folded, phrase, known)
            phrase = []
        else:
            phrase.append(part)
    return (*hits, *_read(folded, phrase, known))


def _adjoins(folded: Folded, before: Part, after: Part) -> bool:
    """Whether two found words belong to one phrase: side by side, or with a possessive between them."""
    if after.first == before.last + 2:
        return folded.words[before.last + 1] == "s" and joins(folded, before.last) and joins(folded, after.first - 1)
    return after.first == before.last + 1 and joins(folded, before.last)


def _suspects(folded: Folded, parts: list[Part]) -> bool:
    """Whether the middle one of three words is what police do: 'police suspect gunmen', not 'a police suspect'."""
    if len(parts) < 3 or folded.words[parts[1].first] != "suspect" or parts[1].first != parts[1].last:
        return False
    return folded.words[parts[0].last] == "police" and _adjoins(folded, parts[1], parts[2])


def _accuses(folded: Folded, before: Part, rest: list[Part], known: ActorIndex) -> bool:
    """Whether a doubting word behind a name is a verb: 'Kenya accused Uganda's army', not 'a Hamas suspect'."""
    if before.form not in (NAME, ACRONYM, METONYM) or rest[0].form != MODIFIER or len(rest) == 1:
        return False
    if folded.words[rest[0].first] == "accused" and rest[1].first == rest[0].last + 1:
        return True  # "Kenya accused rebels"
    doubts = known.modifiers[rest[0].ref][1] == "vague" and rest[1].first == rest[0].last + 1
    return doubts and rest[1].form in (NAME, ACRONYM, METONYM, ADJECTIVE, DEMONYM)


def _read(folded: Folded, phrase: list[Part], known: ActorIndex) -> list[NameHit]:
    """The actors of one run of adjoining words."""
    hits: list[NameHit] = []
    waiting: list[Part] = []
    roles: list[Part] = []
    for part in phrase:
        if part.form == ROLE:
            roles.append(part)
            continue
        if roles and not _names_group(folded, roles[-1], part, known):
            hits.append(_headed(folded, waiting, roles, known))
            waiting = []
        roles = []
        waiting.append(part)
    if roles:
        hits.append(_headed(folded, waiting, roles, known))
    else:
        hits += [_hit(folded, p, p, p.ref, FORMS[p.form], known) for p in waiting if p.form in FORMS]
    return [hit for hit in hits if hit.actor_id]


def _names_group(folded: Folded, role: Part, part: Part, known: ActorIndex) -> bool:
    """Whether a role only says what kind of group the next name is: "the militant group Hamas", "the rebel M23"."""
    if part.form not in (NAME, ACRONYM) or part.first != role.last + 1:
        return False
    word, actor = folded.words[role.last], known.get(part.ref)
    if word.endswith(("s", "men", "people")) or known.roles[role.ref].kind not in ("unidentified", "militia"):
        return False
    return actor is not None and actor.kind in ("insurgent", "militia", "party")


def _headed(folded: Folded, before: list[Part], roles: list[Part], known: ActorIndex) -> NameHit:
    """The actor of a phrase that ends with a role noun."""
    head = roles[-1]
    role = known.roles[_ruling(roles, known)]
    owner = next((p for p in reversed(before) if p.form in (NAME, ACRONYM, METONYM, ADJECTIVE, DEMONYM)), None)
    modifiers = [p.ref for p in before if p.form == MODIFIER]
    vague = any(known.modifiers[m][1] == "vague" for m in modifiers)
    whose = [m for m in modifiers if known.modifiers[m][1] != "vague"]
    first = next((p for p in before if p.form != FILLER), roles[0])
    actor_id = _actor_id(role, owner, whose, known)
    return _hit(folded, first, head, actor_id, "role", known, role=head.ref, vague=vague)


def _ruling(roles: list[Part], known: ActorIndex) -> str:
    """Of several role nouns in a row the first body decides ("army chief"), else the last ("government's forces")."""
    if known.roles[roles[-1].ref].national == "military":
        return roles[-1].ref
    for part in roles[:-1]:
        role = known.roles[part.ref]
        if role.kind in ("military", "police", "government", "unidentified"):
            return part.ref
    return roles[-1].ref


def _actor_id(role: Role, owner: Part | None, whose: list[str], known: ActorIndex) -> str:
    if owner is None:
        if role.is_common and not whose:
            return ""
        return f"{role.plain}-{whose[-1]}" if whose and role.plain else role.plain or ""
    actor = known.get(owner.ref)
    country = actor.country if actor else None
    if actor is not None and actor.kind == "person" and role.kind == "civilians":
        return role.plain or ""  # "the mayor's mother" is not the mayor
    if actor is None or country is None or not owner.ref.startswith(("state.", "civilians.")):
        return owner.ref  # "Taliban fighters", "UN peacekeepers"
    if role.national in ("state", "government", "military", "police"):
        return f"{role.national}.{country.lower()}"
    if role.plain is None:
        return f"civilians.{country.lower()}" if role.kind == "civilians" else owner.ref
    return f"{role.plain}-{country.lower()}"


def _hit(
    folded: Folded, first: Part, last: Part, actor_id: str, form: str, known: ActorIndex,
    role: str | None = None, vague: bool = False,
) -> NameHit:  # fmt: skip
    start, end = folded.starts[first.first], folded.ends[last.last]
    if folded.text[end : end + 1] == ")" and folded.text.count("(", start, end) > folded.text.count(")", start, end):
        end += 1  # "CPI (Maoist)"
    actor = known.get(actor_id) if actor_id else None
    country = actor.country if actor else None
    return NameHit(start, end, folded.text[start:end], actor_id, form, role, country, vague, folded.starts[last.first])


def made_up(actor_id: str, known: ActorIndex) -> Actor | None:
    """The actor that a role with a country or a people makes, by its id ("unidentified.separatists-baloch")."""
    words = actor_id.split("-")
    for cut in range(len(words) - 1, 0, -1):
        plain, whose = "-".join(words[:cut]), "-".join(words[cut:])
        if not known.is_known(plain):
            continue
        base = known.get(plain)
        if base is not None and (owner := _owner(whose, known)) is not None:
            return Actor(actor_id, f"{owner[0]} {base.name}", base.kind, owner[1], (base.name,))
    return None


def _owner(whose: str, known: ActorIndex) -> tuple[str, str | None] | None:
    """The word and the country for the last part of a made-up id."""
    if whose in known.modifiers:
        word, _type, country = known.modifiers[whose]
        return word, country
    country = whose.upper()
    return (known.adjectives[country], country) if country in known.adjectives else None
