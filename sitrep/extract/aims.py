"""Whether a mention tells of somebody or something else that was struck than what a happening is known by.

What belongs here: people by their names, things that are struck. What does not: sides, days, places (joining.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sitrep.extract.draft import Draft, Part
from sitrep.extract.parties import Party
from sitrep.extract.telling import is_related

_OTHER_AIM = -1.0  # "They blew up a bridge.", told behind the shelling of a market
_AND_MORE = -2.0  # ... in a sentence that leaves the scene: "In addition, they blew up a bridge."
_OTHER_PERSON = -6.0  # "the murder of Ana Ruiz", told behind that of Juan Perez
_OTHER_WALK = -4.0  # "a shopkeeper was gunned down near a mosque", told behind a policeman who was shot dead
_OTHER_WEAPON = -3.0  # "a grocer was shot dead in Yala", told behind a bomb in Yala
_CHARGES = frozenset(
    {"bomb", "bomber", "blast", "explosion", "device", "detonation", "bombing"}
)  # told in turn of each other
_OTHER_ARM = -2.0
_ARM_OF = {"bombing": "bomb", "suicide_bombing": "bomb", "air_strike": "air", "shelling": "shells"}
_GUNMEN = "unidentified.gunmen"
_QUARTERS = frozenset("neighbourhood neighborhood district quarter suburb area borough ward".split())
_SHOOTING = frozenset({"shoot", "gun", "gun_down", "shoot_dead"})
_DONE_TO_PEOPLE = frozenset({"killed", "abducted"})


def other_aim(draft: Draft, others: list[Draft], kin: Callable[[Party, Party], bool]) -> float:
    """What speaks against one happening in whom and what both strike."""
    return _other_person(draft, others) or _other_thing(draft, others, kin)


def _other_person(draft: Draft, others: list[Draft]) -> float:
    """'the murder of B', 'gunmen kidnapped B': not what was done to A, unless more came to harm than are named."""
    if not _names_whom(draft):
        return 0.0
    mine = _called([draft])
    theirs = _called(others) if mine else []
    if not theirs or any(not one.isdisjoint(other) for one in mine for other in theirs):
        return 0.0
    if any(other.sentence is draft.sentence for other in others) and not draft.is_nominal:
        return 0.0
    most = max((toll.low for other in others for toll in other.tolls if toll.outcome in _DONE_TO_PEOPLE), default=0)
    return _OTHER_PERSON if most <= len(set(theirs)) else 0.0


def _names_whom(draft: Draft) -> bool:
    """Whether a mention tells by whom, where or when it was done to somebody: 'B was killed too' may be of the same."""
    event = draft.event
    if event is None or event.trigger.frame.harm not in _DONE_TO_PEOPLE:
        return False
    if event.verb is None or not event.verb.is_passive:
        return True
    return has_own_place(draft) or draft.when_distance <= 1 or draft.is_also or bool(draft.parties("perpetrator"))


def _called(drafts: list[Draft]) -> list[frozenset[str]]:
    """The names of those to whom it was done."""
    struck = (part for draft in drafts for part in draft.parts if part.role == "target")
    return [part.party.called for part in struck if part.party.called and part.rule != "actor.happening"]


def other_walk(draft: Draft, others: list[Draft], walks: Mapping[str, str]) -> float:
    """'a teacher was shot dead in Yala', told behind the killing of a priest: no one is both.

    Whoever came to harm as well is told without a place, time or doers of their own: 'A passing teacher was killed'.
    """
    event = draft.event
    if not draft.brings_in or draft.is_title or event is None:
        return 0.0
    if event.verb is None or event.verb.is_passive:
        own = has_own_place(draft) or draft.when_distance <= 1 or bool(draft.parties("perpetrator"))
        known = not draft.is_fresh if event.verb is None else draft.is_also
        if known or not (own or _is_somewhere(draft)):
            return 0.0
    told = [other for other in others if not other.is_title and other.parties("target")]
    if any(other.sentence is draft.sentence or _several_died(other) for other in told):
        return 0.0
    mine = [_walk(party, walks) for party in draft.parties("target")]
    theirs = [_walk(party, walks) for other in told for party in other.parties("target")]
    if not mine or not theirs or "" in mine or "" in theirs:
        return 0.0
    return _OTHER_WALK if set(mine).isdisjoint(theirs) else 0.0


def _several_died(draft: Draft) -> bool:
    return any(toll.low > 1 for toll in draft.tolls)


def _walk(party: Party, walks: Mapping[str, str]) -> str:
    """The walk of life of one person, where the words say it."""
    if not party.is_person or party.is_plural or party.pronoun or party.is_thing:
        return ""
    words = party.name.lower().split()
    return next((walk for at in (-2, -1) if (walk := walks.get("_".join(words[at:]), ""))), "")


def _other_thing(draft: Draft, others: list[Draft], kin: Callable[[Party, Party], bool]) -> float:
    """'They blew up a bridge', told after 'they shelled a market': another thing that is struck."""
    if draft.refers or draft.status.definite or draft.is_title:
        return 0.0
    event = draft.event
    if event is None or not (event.trigger.frame.blow or event.trigger.frame.harm):
        return 0.0  # what was burned or taken away in it
    if event.verb is not None and event.verb.is_passive and event.trigger.frame.harm:
        return 0.0  # "one guard was killed": of those who were there
    if draft.status.told_which and event.noun is not None and not event.noun.prepositions:
        return 0.0  # "the bombing that destroyed two houses": what else came of it
    mine = [p.party for p in draft.parts if _is_single(p)]
    theirs = [p.party for other in others for p in other.parts if _is_single(p)]
    if not mine or not theirs or any(kin(a, b) for a in mine for b in theirs):
        return 0.0
    return _OTHER_AIM + (_AND_MORE if draft.shifts else 0.0)


def _is_single(part: Part) -> bool:
    """Whether a part is a thing that was aimed at, or so many, by its name: not 'villagers', 'posts', nor 'it'."""
    party = part.party
    told = part.rule == "actor.happening" or "pronoun" in part.rule
    if part.role != "target" or party.pronoun or told or (party.is_plural and not party.is_counted):
        return False
    return party.is_thing


def other_weapon(draft: Draft, others: list[Draft]) -> float:
    """'a grocer was shot dead in Yala', told behind 'a bomb wounded two in Yala': the town named anew, another arm.

    What gunmen do right after a bomb went off is told without naming the town again.
    """
    if draft.is_title or draft.goes_on or draft.status.definite or not has_own_place(draft):
        return 0.0
    mine = _weapon(draft)
    theirs = {_weapon(other) for other in others if not other.is_title}
    beside = any(other.sentence is draft.sentence for other in others)
    return _OTHER_WEAPON if mine and not beside and theirs and "" not in theirs and mine not in theirs else 0.0


def _weapon(draft: Draft) -> str:
    """Whether a mention tells of shots or of a bomb."""
    verb = draft.event.verb if draft.event is not None else None
    if verb is not None and verb.lemma in _SHOOTING:
        return "gun"
    return "bomb" if draft.event_type == "bombing" else ""


def other_arm(draft: Draft, others: list[Draft]) -> float:
    """'the blast', told behind a bomb and then gunmen who killed two: rather that of the bomb."""
    mine = _arm(draft) if draft.is_nominal else ""
    theirs = {_arm(other) for other in others} - {""} if mine else set()
    return _OTHER_ARM if theirs and mine not in theirs else 0.0


def _arm(draft: Draft) -> str:
    """Whether a mention tells of shots, of a bomb or of what fell from the air, by the deed or by who did it."""
    if draft.event_type in _ARM_OF:
        return _ARM_OF[draft.event_type]
    noun = draft.event.noun if draft.event is not None else None
    if noun is not None and noun.word in ("shooting", "shootings"):
        return "gun"
    return "gun" if any(p.actor.actor_id == _GUNMEN for p in draft.parties("perpetrator")) else _weapon(draft)


def harms_beside(draft: Draft, other: Draft) -> bool:
    """Of 'a bomb killed ten, hours after a soldier was shot' the bomb: not so 'they died hours after two were shot'."""
    verb = draft.event.verb if draft.event is not None else None
    return draft.sentence is other.sentence and bool(draft.tolls) and (verb is None or verb.lemma != "die")


def sets_apart(draft: Draft) -> bool:
    """Whether the words of a mention say that it is not what was told before: 'another blast', 'they also raided'.

    Who "was also shot" was there as well, unless it was elsewhere.
    """
    if draft.is_title:
        return False
    another = draft.status.other and not draft.status.definite and not draft.is_plural
    passive = draft.event is not None and draft.event.verb is not None and draft.event.verb.is_passive
    also = draft.is_also and (not passive or has_own_place(draft))
    return another or also or draft.shifts or follows_on(draft)


def are_listed(draft: Draft, other: Draft) -> bool:
    """Whether a list names both, each with what it struck: 'the bombing of a bar and the murder of a judge'."""
    event, before = draft.event, other.event
    if event is None or before is None or draft.sentence is not other.sentence or event.clause is None:
        return False
    one, two = event.noun, before.noun
    if one is None or two is None or not one.prepositions or not two.prepositions:
        return False
    held = (*event.clause.objects, *(noun for _, noun in event.clause.prepositions))
    lists = ([n, *n.coordinated, *n.appositions, *(m for a in n.appositions for m in a.coordinated)] for n in held)
    return any(one in listed and two in listed for listed in lists)


def follows_on(draft: Draft) -> bool:
    """Whether it is what another event came after: 'the assault followed the bombing of a bar'."""
    event, told = draft.event, draft.status.definite and not draft.status.told_which
    return event is not None and event.clause is not None and not told and is_related(event, event.clause)


def has_own_place(draft: Draft) -> bool:
    """Whether grammar ties a place to a mention."""
    return draft.where is not None and draft.where.strength <= 1


def is_told_beside(draft: Draft, others: list[Draft]) -> bool:
    """'Rebels attacked a post. The army said it killed six rebels.': deaths with no place or time of their own."""
    event = draft.event
    if event is None or event.verb is None or event.trigger.frame.harm != "killed" or draft.is_title or draft.shifts:
        return False
    last = others[-1]
    near = draft.sentence.number == last.sentence.number + 1 and not last.is_title
    return near and not has_own_place(draft) and draft.when_distance > 1 and not last.status.background


def is_in_quarter(draft: Draft) -> bool:
    """Whether a mention is told in a part of a town: 'the attack, in the Kawaji district'."""
    event = draft.event
    if event is None or event.clause is None:
        return False
    held = [*(event.noun.tail if event.noun is not None else ()), *event.clause.prepositions]
    return any(word == "in" and noun.word in _QUARTERS for word, noun in held)


def is_of_row(draft: Draft, others: list[Draft]) -> bool:
    """Whether a mention is of one of a row told before: 'a second bomber', behind 'two bombers' or 'twin blasts'.

    'A second strike hit the building as rescuers came' is of the attack told before: it has no place, day or dead of
    its own.
    """
    nth = draft.status.nth
    if not nth:
        return False
    rows = {other.status.row for other in others}
    placed = has_own_place(draft) or _is_somewhere(draft)
    told = draft.is_nominal or not draft.parties("target")  # "a second bomb went off"
    counted = draft.anaphor.time if draft.anaphor is not None else None
    timed = draft.is_timed and not (counted is not None and counted.unit == "minute")
    bare = told and not (draft.tolls or timed or draft.shifts or placed)
    kinds = {other.event_type for other in others if not other.is_title} if bare else set()
    return bool(rows & {"*", nth} or (nth in _CHARGES and rows & _CHARGES) or draft.event_type in kinds)


def _is_somewhere(draft: Draft) -> bool:
    """'was heard near the palace': at a spot of its own, though no list may have it."""
    clause = draft.event.clause if draft.event is not None else None
    return clause is not None and any(word in ("in", "at", "near", "outside") for word, _ in clause.prepositions)
