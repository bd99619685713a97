"""People and groups that only a document names: an actor each, by whatever office, trade or short name it calls them.

What belongs here: which names of a document are one person's or group's, and the actor that it is. What does not: the
name in a phrase (own_names.py), people whom a list holds, and who plays which role.
"""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.acronyms import Introduction
from sitrep.extract.draft import Draft, Part
from sitrep.extract.ids import slug
from sitrep.extract.parties import Party
from sitrep.ontology import Ontology
from sitrep.records import ARMED_GROUPS, Actor

#: Kinds that say on whose side somebody bears arms: a colonel stays one of the army, under his own name.
_ARMED = frozenset({"military", "police", "insurgent", "militia"})
_PERSON = "person."
#: Words for fighters that go on from what was said; gunmen and militants may be anybody's.
_FIGHTERS = frozenset(f"unidentified.{word}" for word in ("guerrillas", "guerillas", "rebels", "insurgents"))
#: ... and those that do so behind the name of such fighters: "rebel forces", "guerrilla units".
_OF_FIGHTERS = frozenset("fighters forces units columns commandos troops squads combatants".split())
_REBEL = frozenset({"guerrilla", "guerilla", "rebel", "insurgent"})


def name_bearers(drafts: list[Draft], ontology: Ontology) -> None:
    """Gives everyone done to who has a name an actor of their own, one for all the forms of a name in the document."""
    names = {name for draft in drafts for part in draft.parts if (name := part.party.bearer)}
    if not names:
        return
    full = {name: _fullest(name, names) for name in names}
    for draft in drafts:
        violent = ontology.types[draft.event_type].event_class in ("violent", "coercive")
        for part in draft.parts:
            if part.party.bearer and (violent or part.party.actor.actor_id.startswith(_PERSON)):
                part.party = _named(part, full[part.party.bearer], ontology)


def _fullest(name: str, names: set[str]) -> str:
    """The longest of a document's names that holds all words of a name: 'Luis Carlos Ossorio' for 'Ossorio'."""
    words = set(name.lower().split())
    return max((other for other in names if words <= set(other.lower().split())), key=lambda n: (len(n.split()), n))


def _named(part: Part, name: str, ontology: Ontology) -> Party:
    party, actor = part.party, part.party.actor
    own = actor.actor_id.startswith(_PERSON)
    listed = ontology.actors.is_known(actor.actor_id)
    if (own and listed) or (actor.kind in ARMED_GROUPS and listed):
        return party
    if part.role != "target" and actor.kind in ("government", "state"):
        return party  # what somebody in office does, the office does
    kind = actor.kind if actor.kind in _ARMED else "person"
    others = () if own else tuple(dict.fromkeys((actor.name, *actor.aliases, *party.trades)))
    country = None if own else actor.country
    return replace(party, actor=Actor(f"{_PERSON}{slug(name)}", name, kind, country, others))


def name_fighters(drafts: list[Draft]) -> None:
    """'the guerrillas' are those of the one armed group that a document names."""
    everyone = [party.actor for d in drafts for party in (*(part.party for part in d.parts), *d.heard)]
    named = {actor.actor_id: actor for actor in everyone if actor.kind in ARMED_GROUPS and _is_named(actor.actor_id)}
    if len(named) != 1:
        return
    group = next(iter(named.values()))
    for draft in drafts:
        own = {part.party.actor.actor_id for part in draft.parts}
        for part in draft.parts if group.actor_id not in own else ():
            if _may_be_of(part.party, group) and not part.party.is_vague:
                part.party = replace(part.party, actor=group)
                part.rule += "+actor.only_group"


def _may_be_of(party: Party, group: Actor) -> bool:
    """'the guerrillas', 'rebel forces', 'Salvadoran guerrillas' of a group of that country."""
    kind, actor = party.actor.actor_id, party.actor
    if actor.country is not None and actor.country == group.country:
        kind = kind.removesuffix(f"-{actor.country.lower()}")
    if kind in _FIGHTERS:
        return True
    return kind.removeprefix("unidentified.") in _OF_FIGHTERS and not _REBEL.isdisjoint(party.name.lower().split())


def _is_named(actor_id: str) -> bool:
    return not actor_id.startswith(("unidentified.", _PERSON))


def name_in_full(drafts: list[Draft], told: list[Introduction], ontology: Ontology) -> None:
    """Makes one actor of a long name and its short one that no list knows."""
    known = {f"group.{slug(name)}": each for each in told for name in (each.short, each.long)}
    known = {actor_id: each for actor_id, each in known.items() if not ontology.actors.is_known(actor_id)}
    for draft in drafts if known else ():
        for part in draft.parts:
            each = known.get(part.party.actor.actor_id)
            if each is not None:
                kind = part.party.actor.kind
                actor = Actor(f"group.{slug(each.long)}", each.long, kind, part.party.actor.country, (each.short,))
                part.party = replace(part.party, actor=actor)
