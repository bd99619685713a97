"""How an attack ends: those who made it are killed in turn. It is the same fight, and they stay who began it.

What belongs here: which mention tells of such an end, and what roles people have in it. What does not: all else that
speaks for one happening (joining.py), roles by grammar (frames.yaml).
"""

from __future__ import annotations

from collections.abc import Callable

from sitrep.extract.aims import is_told_beside
from sitrep.extract.draft import Draft
from sitrep.extract.parties import Party

#: What people are called by an attack that they made.
_NAMED_BY_DEED = frozenset(
    {"assailants", "attackers", "bombers", "gunmen", "kidnappers", "assassins", "raiders", "hijackers"}
)
_LAWLESS = frozenset({"militants", "insurgents", "terrorists", "extremists", "jihadists", "bandits"})
_IN_ARMS = frozenset({"rebels", "fighters", "guerrillas"})

Kin = Callable[[Party, Party], bool]


def is_attacker(party: Party) -> bool:
    """Whether people are called by what they did: 'the assailants', 'the bombers'."""
    return _word(party) in _NAMED_BY_DEED


def is_end(
    draft: Draft, others: list[Draft], doers: list[Party], targets: list[Party], known_doers: list[Party], kin: Kin
) -> bool:
    """'Police killed nine of the assailants', 'before being shot dead by guards', 'The army said it killed nine'."""
    if not targets or not any(party.group == "militant" for party in known_doers):
        return False
    if doers and not any(party.group == "security_force" for party in doers):
        return False
    if any(is_attacker(party) for party in targets):
        return True
    known = draft.brings_back or any(party.start == doer.start for party in targets for doer in known_doers)
    beside = bool(doers) and (known or is_told_beside(draft, others))
    return beside and any(kin(party, doer) for party in targets for doer in known_doers)


def tell_ends(drafts: list[Draft]) -> None:
    """Gives the roles of an attack's end to all that tell of it.

    'Troops killed three of the attackers', of what these did to others: two sides, not doer and target. 'Five
    attackers died too': they are who did it, not whom it was done to.
    """
    if not any(part.role == "target" and part.party.group == "militant" for d in drafts for part in d.parts):
        return
    begun = [d for d in drafts if _all_militants(d.parties("perpetrator")) and _strikes_others(d)]
    news = [d for d in begun if not d.status.background]
    doers = {party.actor.actor_id for d in drafts for party in d.parties("perpetrator", "claimant")}
    alone = not any(d.parties("perpetrator", "party") for d in drafts) and any(_strikes_others(d) for d in drafts)
    for draft in drafts:
        acting, struck = draft.parties("perpetrator", "party"), draft.parties("target")
        if acting and _all_militants(struck) and _are_others(acting, begun):
            if any(other.start < draft.start for other in begun):
                for part in draft.parts:
                    part.role = "party" if part.role in ("perpetrator", "target") else part.role
            continue
        if not (news or alone) or (acting and not _all_militants(acting)):
            continue
        later = any(other.start < draft.start for other in news)
        for part in draft.parts:
            own = part.party.actor.actor_id in doers or is_attacker(part.party) or _are_of_attackers(part.party, news)
            known = bool(acting) or later or is_attacker(part.party)
            if part.role == "target" and part.party.group == "militant" and own and known:
                part.role, part.rule = "perpetrator", f"{part.rule}+story.own_dead"


def _are_others(acting: list[Party], begun: list[Draft]) -> bool:
    """Whether those who kill attackers are none of them: forces, and vigilantes who attacked nobody."""
    if all(party.group == "security_force" for party in acting):
        return True
    began = {party.actor.actor_id for draft in begun for party in draft.parties("perpetrator")}
    return all(party.actor.kind == "militia" and party.actor.actor_id not in began for party in acting)


def _are_of_attackers(party: Party, begun: list[Draft]) -> bool:
    """'Ten militants were killed in a Taliban attack on a post': those without a name are of the side that attacked.

    Rebels and fighters may be of another side, unless forces of a state were struck.
    """
    forces = any(struck.group == "security_force" for draft in begun for struck in draft.parties("target"))
    unnamed = party.actor.actor_id.startswith("unidentified")
    return unnamed and (_word(party) in _LAWLESS or (forces and _word(party) in _IN_ARMS))


def _strikes_others(draft: Draft) -> bool:
    """Whether a draft names people or things that are no militants as what was struck."""
    return any(party.group != "militant" or party.is_thing for party in draft.parties("target"))


def _all_militants(parties: list[Party]) -> bool:
    return bool(parties) and all(party.group == "militant" for party in parties)


def _word(party: Party) -> str:
    return party.actor.actor_id.rsplit(".", 1)[-1]
