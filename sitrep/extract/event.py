"""An event of one sentence, as grammar gives it.

What belongs here: the record of an event and what can be asked of it alone. What does not: finding events (events.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sitrep.extract.clause import Clause
from sitrep.extract.phrases import Noun, Verb
from sitrep.ontology.event_type import EventTypes
from sitrep.ontology.patterns.forms import Trigger

#: What stands before a deed that somebody lives through: "X woke to its worst attack in years".
RANKED = frozenset("worst deadliest bloodiest biggest largest heaviest gravest first second third fourth fifth".split())


@dataclass(slots=True, eq=False)
class Event:
    """One statement of an event, as grammar gives it."""

    trigger: Trigger
    event_type: str
    first: int  # atoms of the trigger words
    last: int
    clause: Clause | None
    noun: Noun | None = None  # the noun phrase that tells it
    verb: Verb | None = None
    rule: str = ""
    roles: list[tuple[str, Noun]] = field(default_factory=list)
    means: set[str] = field(default_factory=set)
    places: list[Noun] = field(default_factory=list)  # named as its place by the frame
    victims: list[tuple[str, Noun]] = field(default_factory=list)  # outcome, those harmed
    host: Event | None = None  # the event of the same sentence that this one is part of
    accused: list[tuple[Noun, Noun | None]] = field(default_factory=list)  # who is blamed, by whom
    denied: list[Noun] = field(default_factory=list)  # who says that they did not do it
    struck: Noun | None = None  # the town or the thing attacked, where nobody is named
    foiled: bool = False
    is_name: bool = False  # only a name for what was told: "called it an attack"
    acted: Noun | None = None  # the noun that makes one act with the verb: "lodged a protest"
    like: Event | None = None  # another event of the same sentence by the same doers, elsewhere
    waiting: Clause | None = None  # the clause around it that may tell the same event
    unsure: set[int] = field(default_factory=set)  # noun phrases, by identity, of whom it is only held to be so
    how: dict[int, str] = field(default_factory=dict)  # by which rule each noun phrase, by identity, got its role

    def join(self, other: Event | None) -> None:
        """Makes this event part of another one, unless that is part of it already.

        No happening is part of a condition: of 'the war began when gunmen attacked the town' the attack.
        """
        if other is None or self.host is not None or other.root() is self:
            return
        if not other.root().trigger.aggregate or self.trigger.aggregate:
            self.host = other

    def is_aside_of(self, other: Event) -> bool:
        """Whether it is what somebody wants or always does, told beside the other."""
        return self.clause is not None and other.clause is not None and self.clause.is_aside_of(other.clause)

    def follow(self, other: Event) -> None:
        """Makes this event one of the same kind, by the same doers: 'shelling killed two in X and six in Y'."""
        self.event_type, self.like = other.event_type, other
        self.means |= other.means

    def held(self, role: str, noun: Noun) -> str:
        """How sure a role is: 'suspected' where somebody is only held to have done it, else as sure as the event."""
        told = self.verb is not None and self.clause is not None and self.clause.is_hearsay()
        return "suspected" if role == "perpetrator" and (told or id(noun) in self.unsure) else ""

    def roles_of(self, role: str) -> list[Noun]:
        """Who plays a role."""
        return [noun for played, noun in self.roles if played == role]

    def root(self) -> Event:
        """The event that this one is part of, in the end."""
        event = self
        while event.host is not None:
            event = event.host
        return event


#: What is done about a deed, on a day of its own.
_AFTERMATHS = frozenset("funeral funerals burial burials vigil anniversary trial hearing investigation inquiry".split())


def is_answered(members: list[Event], others: list[Event], types: EventTypes) -> bool:
    """Whether a clause tells what was said or done about a deed: 'on Thursday it condemned the attack'.

    Its day is not that of the deed.
    """
    clauses = [event.clause for event in members if event.noun is not None and event.clause is not None]
    around = [*clauses, *(clause.parent for clause in clauses if clause.parent is not None)]
    if any(clause.subject is not None and clause.subject.word in _AFTERMATHS for clause in around):
        return True
    verbs = [clause.verb for clause in clauses if clause.verb is not None]
    told = (other for other in others if other.verb is not None and any(other.verb is verb for verb in verbs))
    return any(not types[other.root().event_type].has("is_located") for other in told if other.root().event_type)
