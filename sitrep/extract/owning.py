"""Whose somebody is whom a possessive pronoun gives to an owner: 'its fighters', 'his country', 'our soldiers'.

What belongs here: the actor that comes of owner and owned. What does not: who the owner is (binding.py, pronouns.py).
"""

from __future__ import annotations

from sitrep.extract.own_names import HOMELANDS
from sitrep.extract.parties import Party
from sitrep.ontology import Ontology
from sitrep.records import ARMED_GROUPS, Actor

_FORCES = ("military", "police", "government")
_MEN = frozenset({"men", "man", "members", "member", "followers"})
_TEAMS = {"military": "military.soldiers", "police": "police.officers"}
_ANYBODYS = ("civilians.", "unidentified.")
_OF_STATE = frozenset({"military", "police"})
_TROOPS = frozenset({"men", "boys", "unit", "units", "personnel", "teams", "forces"})
_OF_ARMS = frozenset("militant security_force unidentified insurgent military".split())


def owned(party: Party, owner: Party, ontology: Ontology) -> Party:
    """A party that a possessive pronoun gives to an owner: fighters to a group, soldiers to a country."""
    actor, side = party.actor, owner.actor
    if side.kind in ARMED_GROUPS:
        called = party.name.lower()
        men = called.split()[-1] in _MEN and not called.startswith("own ")  # "arrested three of its own men"
        theirs = {party.group, actor.kind} & _OF_ARMS or "spokes" in called or men
        actor = side if theirs else actor
    elif side.kind in _OF_STATE and actor.actor_id.startswith(_ANYBODYS) and party.name.lower().split()[-1] in _TROOPS:
        force = _TEAMS[side.kind] if owner.is_person else side.actor_id  # "our men were ambushed," the police said
        return party.told_as(ontology.actors.get(force) or side, "security_force", "")
    elif side.country is not None and party.name.lower() in HOMELANDS:
        actor = ontology.actors.get(f"state.{side.country.lower()}") or actor
    elif side.country is not None and actor.kind in _FORCES:
        stem = f"{actor.kind}.{side.country.lower()}"
        actor = ontology.actors.get(stem) or Actor(stem, f"{actor.kind} of {side.country}", actor.kind, side.country)
    return party.told_as(actor, party.group, "")
