"""The patterns in the form in which the engine asks for them.

What belongs here: the records alone; they are dicts and frozen sets where compiled code looks words up. What does not:
reading and checking the files (load.py), and reading text.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitrep.ontology.patterns.lexicon import Lexicon
from sitrep.ontology.patterns.links import LinkCue


@dataclass(frozen=True, slots=True)
class Frame:
    """Which parts of a clause and of a noun phrase fill which role."""

    verb: dict[str, str]
    noun: dict[str, str]
    harm: str | None  # outcome of those who are the object
    cause: bool  # the subject may be an event or a weapon
    done_to: bool  # the verb must have an object: alone behind a noun it is a passive
    blow: bool  # the verb only says what an event did, if that is its subject: "explosions rocked the town"

    def names_whom(self, part: str) -> bool:
        """Whether a name behind a preposition is whom it befell: 'the release of X Y', 'the shooting of X Y'."""
        harms = self.noun.get("owner") == "target" or (self.done_to and not self.cause)
        return (part == "of" and harms) or (part == "on" and self.blow)


@dataclass(frozen=True, slots=True)
class Refinement:
    """How means or parties make a type exact."""

    id: str
    types: frozenset[str]
    triggers: frozenset[str]  # ids of triggers, where only their events may be refined
    to: str
    means: frozenset[str]
    unless_means: frozenset[str]
    perpetrator: frozenset[str]
    target: frozenset[str]
    doers: frozenset[str]  # victim groups of who did it, however the text names him
    foiled: bool  # where a verb says that it was foiled, and nobody was harmed
    target_heads: frozenset[str]  # nouns of which the target must be one, in the singular


@dataclass(frozen=True, slots=True)
class Condition:
    """What a part of a frame must (or must not) be: classes of nouns, or words."""

    part: str
    classes: frozenset[str]
    words: frozenset[str]
    may_be_empty: bool
    infinitive: bool
    clause: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """A compiled trigger entry."""

    id: str
    event_type: str
    frame: Frame
    when: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    weak: bool
    strict: bool
    aggregate: bool
    light_object: bool
    as_doer: bool
    refers: bool
    finite: bool
    done: bool
    voiced: bool
    priority: int
    order: int
    asks_modifiers: bool  # one of its conditions is of the words beside the verb or before the noun
    needs: tuple[frozenset[str], ...]  # of each of these a sentence must say a word, or no verb of it has the trigger

    @property
    def stands_alone(self) -> bool:
        """Whether its verb needs nothing but a subject: 'gunmen attacked on Tuesday'."""
        return not self.frame.done_to and all(condition.part == "subject" for condition in self.when)


@dataclass(frozen=True, slots=True)
class Topic:
    """Words of a subject that is not conflict."""

    id: str
    need: int
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """All pattern data, compiled."""

    lexicon: Lexicon
    verbs: dict[str, tuple[tuple[tuple[str, ...], Trigger], ...]]  # lemma -> (particles, trigger), the likeliest first
    nouns: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], Trigger], ...]]  # head -> (before, after, trigger)
    acts: dict[str, tuple[tuple[str, Trigger], ...]]  # lemma -> (head of the object, trigger)
    asked: dict[str, tuple[frozenset[str], ...]]  # word of a text -> what triggers need, of which it is one
    refinements: tuple[Refinement, ...]
    cues: dict[str, frozenset[str]]
    fates: dict[str, str]  # adjective of harm -> what became of whom it is said
    topics: tuple[Topic, ...]
    conflict: frozenset[str]  # words that show that a text is about conflict after all
    links: tuple[LinkCue, ...]  # how text says that one event answers another
    alarm: frozenset[str]  # words that any sentence must hold one of to be read at all
    attackers: frozenset[str]  # heads of nouns for those who attack: gunmen, assailants
