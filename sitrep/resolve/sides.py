"""Who stands on which side: actors as tokens that tell kin from strangers.

What belongs here: the tokens of an actor (a state's army, police, ministers and capital share one) and how two sets
of tokens agree. What does not: roles, scores.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from sitrep.records import ARMED_GROUPS
from sitrep.resolve.model import Row

#: Kinds that act for the state of their country.
STATE_KINDS = ("state", "government", "military", "police")
#: Kinds that name nobody: they agree with anyone and tell nobody apart.
_NAMELESS = {"unidentified": "?armed", "civilians": "?civilians"}
#: "The army", "police" of no country.
_FORCES = "?forces"
_PERSON, _UNNAMED = "person.", "unidentified."

Agreement = Literal["same", "open", "differ"]


def tokens(actor_id: str, actors: Mapping[str, Row]) -> frozenset[str]:
    """What an actor may be recognised by."""
    actor = actors.get(actor_id)
    kind = actor["kind"] if actor else actor_id.split(".")[0]
    country = actor["country"] if actor else None
    if kind in _NAMELESS:
        return frozenset((_NAMELESS[kind],))
    if kind in ARMED_GROUPS and actor_id.startswith(_UNNAMED):
        return frozenset((_NAMELESS["unidentified"],))
    if actor_id.startswith(_PERSON):  # also a policeman or an officer who is named
        return frozenset((actor_id, f"side:{country}")) if country else frozenset((actor_id,))
    if kind in STATE_KINDS and country:
        return frozenset((f"side:{country}",))
    if kind in STATE_KINDS:
        return frozenset((_FORCES,))
    return frozenset((actor_id,))


def side(actor_ids: Iterable[str], actors: Mapping[str, Row]) -> frozenset[str]:
    """The tokens of all who stand in one role."""
    return frozenset(token for actor_id in actor_ids for token in tokens(actor_id, actors))


@lru_cache(maxsize=8192)
def named(side_tokens: frozenset[str]) -> frozenset[str]:
    """The tokens that name somebody."""
    return frozenset(token for token in side_tokens if not token.startswith("?"))


def states(side_tokens: frozenset[str]) -> frozenset[str]:
    """The states whose people stand on a side."""
    return frozenset(token for token in side_tokens if token.startswith("side:"))


def is_person(token: str) -> bool:
    """Whether a token names a human being."""
    return token.startswith(_PERSON)


def agreement(one: frozenset[str], other: frozenset[str]) -> Agreement:
    """Whether two sides may be the same people: open where one names nobody, or only persons."""
    one, other = named(one), named(other)
    if one & other:
        return "same"
    if _are_people(one) != _are_people(other):
        return "open"
    return "differ" if one and other else "open"


@lru_cache(maxsize=8192)
def _are_people(tokens_of_side: frozenset[str]) -> bool:
    """Whether a side is known by the names of human beings alone."""
    return bool(tokens_of_side) and all(map(is_person, tokens_of_side))
