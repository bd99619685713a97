"""Where acts of speech and of office were done: 'a court in X jailed six', 'In X, the minister condemned it'.

What belongs here: the place of who acts, where the act itself has none. What does not: where something happened
(settings.py), and the country of who acts (scenes.py).
"""

from __future__ import annotations

from sitrep.extract.event import Event
from sitrep.extract.phrases import Noun
from sitrep.extract.settings import Settings, Where

_TIED = frozenset({"in", "at"})
_NEAR, _AHEAD = 1, 4  # strength of a place of who acts, and of one at the head of the sentence


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
