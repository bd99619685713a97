"""Who killed and who was killed, where the words leave both open: 'gang killings', 'killing two of them'.

What belongs here: the role of a modifier of a noun of killing, whose dead a bare number counts. What does not: which
modifiers there are (drafting.py), the roles of other parts of a phrase (frames.yaml), how many died (casualties.py).
"""

from __future__ import annotations

from sitrep.extract.draft import Draft
from sitrep.extract.event import Event
from sitrep.extract.nouns import Nouns
from sitrep.extract.parties import Party

#: Who kills rather than being killed, where nobody else is named: "gang killings", "a jihadist massacre".
_KILLERS = frozenset({"insurgent", "militia", "unidentified"})
#: ... and where the killed are: "the police killing of a student".
_ALSO_KILL = _KILLERS | {"military", "police", "state"}
_PERSONS = frozenset({"unidentified.men", "unidentified.suspects", "unidentified.people"})
#: One of them before the noun is rather who died: "the Taliban commander killing".
_ONE = frozenset("commander leader chief member militant terrorist fighter gunman soldier spokesman attacker".split())


def role_before(event: Event, nouns: Nouns) -> str | None:
    """The role of those named before an event's noun; None: the frame gives none."""
    role = event.trigger.frame.noun.get("modifier")
    if event.noun is None or role != "target" or event.trigger.frame.harm != "killed":
        return role
    meaning = nouns.of(event.noun)
    ends = nouns.atoms.first[meaning.trigger_first]
    hit = next((hit for hit in meaning.modifiers if hit.last == ends), None)
    whom = any(role == "target" for role, _ in event.roles)
    if hit is None or hit.actor_id in _PERSONS or (not whom and nouns.atoms.words[meaning.trigger_first - 1] in _ONE):
        return role
    return "perpetrator" if hit.kind in (_ALSO_KILL if whom else _KILLERS) else role


def group_of_harmed(draft: Draft, harmer: Party | None) -> str | None:
    """The group of those whom an event was aimed at, where they are of one.

    Of those who hit back ("soldiers repulsed the attack, killing two of them") it is the group of its doers.
    """
    back = harmer is not None and any(harmer.start == party.start for party in draft.parties("target"))
    told = draft.parties("perpetrator" if back else "target")
    groups = {party.group for party in told if party.is_plural and not party.is_thing}
    return groups.pop() if len(groups) == 1 else None
