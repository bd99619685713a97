"""Which deeds claims are for: the deed told right before, the doer's own word for a deed, one claim for several.

What belongs here: claims that do not name their deed, or name many. What does not: finding claims in the words of a
sentence (claiming.py), and who a pronoun stands for (pronouns.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitrep.extract.draft import Draft, Part
from sitrep.extract.parties import Party
from sitrep.ontology.actors import ActorIndex
from sitrep.ontology.types import EventTypes, may_be_one
from sitrep.records import ARMED_GROUPS

_WITHIN = 4  # sentences in which what "the attacks" are was told
_NEAR = 4  # days between deeds that one claim is for


def deed_before(drafts: list[Draft], claimant: Party, types: EventTypes) -> Draft | None:
    """The deed that a sentence tells before somebody claims it: 'a bomb killed six; X said it was behind it'."""
    free = (d for d in drafts if d.start < claimant.start and not d.claims and _may_be_claimed(d, types))
    return max((d for d in free if not _has_other_doer(d)), key=lambda d: d.start, default=None)


def for_whom(claimant: Party, actors: ActorIndex) -> Party:
    """The group in whose name somebody of it claims: 'Zabihullah Mujahid claimed it' is the Taliban's word."""
    if claimant.actor.actor_id.startswith("group."):
        return claimant  # "al-Shabaab's spokesman": their word, not that of al-Qaeda, to whom they belong
    above = actors.parent(claimant.actor.actor_id) if claimant.is_person or claimant.actor.kind == "person" else None
    group = actors.get(above) if above is not None else None
    return replace(claimant, actor=group, bearer="") if group is not None and group.kind in ARMED_GROUPS else claimant


def avow(draft: Draft, types: EventTypes) -> None:
    """Makes a claim of what a group tells of its own: 'X spokesman Ali Khan said X fighters had struck the post'."""
    speaker = draft.speaker
    if speaker is None or speaker.actor.kind not in ARMED_GROUPS or _is_unnamed(speaker) or draft.parties("claimant"):
        return
    own = any(party.actor.actor_id == speaker.actor.actor_id for party in draft.parties("perpetrator"))
    if own and _may_be_claimed(draft, types) and draft.status.modality in ("asserted", "claimed"):
        draft.parts.append(Part("claimant", speaker, "claimed", rule="speaker.own"))


def claim_named(draft: Draft) -> None:
    """Makes a claim of 'a Taliban-claimed blast'."""
    for part in list(draft.parts):
        if part.role == "perpetrator" and part.party.name.casefold().endswith("-claimed"):
            draft.parts.append(Part("claimant", part.party, "claimed", rule="claim.modifier"))


def spread(happenings: Sequence[list[Draft]], types: EventTypes) -> None:
    """Gives 'X claimed both attacks' to each deed that it may be for: told before, of those days, of no other doer."""
    for draft in sorted((d for members in happenings for d in members), key=lambda d: d.start):
        claimants = [part for part in draft.parts if part.role == "claimant"]
        status = draft.status
        told = status.modality in ("asserted", "claimed") and not (status.background or status.aggregate)
        several = draft.is_plural and (draft.where is None or "place" in draft.why)  # not "the attacks in X and Y"
        if not (claimants and told and several) or any(_is_unnamed(part.party) for part in claimants):
            continue
        for members in happenings:
            if draft not in members and all(_may_be_of(draft, other, types) for other in members):
                told_by = [(part.party, part.speaker) for part in claimants]
                claim(min(members, key=lambda d: (d.is_title, d.start)), told_by, "claim.of_several")


def _has_other_doer(draft: Draft) -> bool:
    return any(not _is_unnamed(party) for party in draft.parties("perpetrator", "party"))


def claim(draft: Draft, claimants: Iterable[tuple[Party, Party | None]], rule: str) -> None:
    """Adds those who claim a deed, each with who says so; where nobody is known to have done it, they are its doers."""
    claimants = list(claimants)
    voice = draft.speaker.actor.actor_id if draft.speaker is not None and draft.speaker.actor.kind == "person" else None
    if any(party.actor.kind in ARMED_GROUPS for party, _ in claimants):  # '"We did it," said Ali Khan, X's spokesman'
        draft.parts = [p for p in draft.parts if p.role != "perpetrator" or p.party.actor.actor_id != voice]
    others = {party.actor.actor_id for party in draft.parties("claimant")}  # "claimed by X and, separately, by Y"
    doers = (p for p in draft.parties("perpetrator") if p.actor.actor_id not in others)
    known = any(not party.pronoun and not party.is_thing and not _is_unnamed(party) for party in doers)
    for claimant, speaker in claimants:
        draft.parts.append(Part("claimant", claimant, "claimed", speaker, rule))
        if not known:
            draft.parts.append(Part("perpetrator", claimant, "claimed", claimant, rule))


def _may_be_of(claim: Draft, other: Draft, types: EventTypes) -> bool:
    """Whether a mention may be of a deed that a claim of several is for."""
    if other.start > claim.start or other.status.background or other.status.aggregate or not other.event_type:
        return False
    happened = other.status.modality in ("asserted", "claimed") and _may_be_claimed(other, types)
    if claim.sentence.number - other.sentence.number > _WITHIN and not other.is_title:
        return False
    alike = happened and may_be_one(types, other.event_type, claim.event_type)
    free = not other.parties("claimant", "party") and all(_is_nobody(p, claim) for p in other.parties("perpetrator"))
    return alike and free and _are_near(claim, other)


def _may_be_claimed(draft: Draft, types: EventTypes) -> bool:
    return bool(draft.event_type) and types[draft.event_type].has("can_be_claimed")


def _is_nobody(party: Party, claim: Draft) -> bool:
    """Whether a doer has no name, or that of those who claim."""
    return _is_unnamed(party) or party.actor.actor_id in {p.actor.actor_id for p in claim.parties("claimant")}


def _is_unnamed(party: Party) -> bool:
    return party.actor.kind == "unidentified" or party.actor.actor_id.startswith("unidentified.")


def _are_near(claim: Draft, other: Draft) -> bool:
    """Whether two mentions are of the same days, as far as the text gives days."""
    first, last = (draft.when.date_from if draft.when is not None else None for draft in (claim, other))
    return first is None or last is None or abs((first - last).days) <= _NEAR
