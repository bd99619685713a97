"""Where acts of speech and of office were done: 'a court in X jailed six', 'In X, the minister condemned it'.

What belongs here: the place of who acts, speaks or is struck, where what is told has none. What does not: where
something happened (settings.py), and the country of who acts (scenes.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.draft import Draft
from sitrep.extract.event import Event
from sitrep.extract.phrases import Noun
from sitrep.extract.settings import Settings, Where
from sitrep.extract.shifts import leaves_scene
from sitrep.ontology.event_type import EventTypes

_TIED = frozenset({"in", "at"})
_AREA = 2  # level of a province
_IN_OFFICE = frozenset({"government", "police", "military", "party"})
_NEAR, _AHEAD, _OFFICE = 1, 4, 5  # strength of a place of who acts, of one at the sentence's head, of an office


def place_of_act(event: Event | None, settings: Settings) -> Where | None:
    """The place that a sentence says of those who act, or opens with."""
    clause = event.clause if event is not None else None
    if event is None or clause is None or clause.subject is None or not settings.has_places:
        return None
    before = settings.named.before_where(event, settings.phrases)  # "was flown to X, where a court jailed him"
    if there := next((w for word, noun in before for w in settings.wheres(word, noun, _NEAR)), None):
        return there
    if event.verb is None or clause.verb is not event.verb or event.verb.is_passive:
        return None
    found = [w for word, noun in clause.subject.tail if word in _TIED for w in settings.wheres(word, noun, _NEAR)]
    if not found and clause.kind == "main":
        head = next((p for p in settings.phrases if isinstance(p, Noun) and p.first == 1), None)
        found = settings.placed(head, _AHEAD) if head is not None else []
    return min(found, key=settings.rank, default=None)


def place_by_sentence(drafts: list[Draft], settings: Settings, types: EventTypes, clauses: list[Clause]) -> None:
    """Notes for events that grammar ties to no place where those are whom they hit, or one of their sentence."""
    said, says = [d for d in drafts if d.event is not None], settings.nouns.patterns.cues["speech"]
    taken = {d.where.span.first for d in said if d.where is not None}
    if leaves_scene(settings.atoms, settings.nouns.spans) == "place":
        says = frozenset()  # "Elsewhere, police in X said gunmen had killed two": where those are who tell of it
    for draft in said:
        located = bool(draft.event_type) and types[draft.event_type].has("is_located")
        if located and draft.where is None and draft.event is not None:
            draft.where = _place_of_office(draft, settings)
            draft.beside = settings.place_beside(draft.event, clauses, says, taken)


def _place_of_office(draft: Draft, settings: Settings) -> Where | None:
    """'The governor of X was going home when a bomb hit his car': where he governs, if nothing says where it was."""
    struck = [part.party for part in draft.parts if part.role == "target" and part.rule.endswith("+owner")]
    starts = [settings.text.token_at(party.start) for party in struck if party.actor.kind in _IN_OFFICE]
    for noun in settings.phrases if starts and settings.has_places else ():
        if isinstance(noun, Noun) and any(
            settings.atoms.first[noun.first] <= start < settings.atoms.last[noun.last - 1] for start in starts
        ):
            of = [other for word, other in noun.tail[:1] if word == "of"]
            found = [w for each in (noun, *of) for w in settings.wheres("where", each, _OFFICE)]
            return min((w for w in found if settings.level(w.span) <= _AREA), key=settings.rank, default=None)
    return None
