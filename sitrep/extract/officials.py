"""Where a deed was that the governor, mayor or commissioner of a place tells of, and no grammar says where.

What belongs here: who answers for which place, and giving it to what he tells. What does not: places that grammar ties
to an event (settings.py), and places that a text as a whole makes likely (weighing.py).
"""

from __future__ import annotations

from sitrep.extract.draft import Draft
from sitrep.extract.settings import Where
from sitrep.extract.spans import Spans
from sitrep.extract.text import Text
from sitrep.ontology import Ontology
from sitrep.records import HAPPENED

#: Who speaks of what happened in his own town, district or province.
_OFFICES = frozenset("governor mayor commissioner prefect administrator head chairman chairperson chief".split())
_REACH = 8  # tokens from an office to the place behind "of"
_BETWEEN = frozenset(
    "of the 's regional military state civil administration district city town northern southern eastern western "
    "central deputy police local government council area county province region provincial".split()
)
_TOLD = 7  # strength: weaker than whatever grammar ties to a deed


def place_by_officials(drafts: list[Draft], text: Text, spans: Spans, ontology: Ontology) -> None:
    """'Kharkiv Mayor X said drones killed two', 'the governor of X said': in X, where the deed has no place."""
    for draft in drafts:
        kind = ontology.types.get(draft.event_type)
        located = kind.has("is_located") if kind is not None else bool(draft.tolls)
        told = located and draft.status.modality in HAPPENED
        if not told or draft.where is not None or draft.speaker is None or draft.status.aggregate:
            continue
        if draft.is_nominal and draft.status.definite:
            continue  # "the attack" was where it was told to be
        where = _place_of_office(draft.speaker.start, draft.speaker.end, text, spans, ontology)
        if where is not None:
            draft.where = where
            draft.why["place"] = "place.official"


def _place_of_office(start: int, end: int, text: Text, spans: Spans, ontology: Ontology) -> Where | None:
    """The town, district or province for which somebody answers who is named from one character to another."""
    first, last = text.token_at(start), text.token_at(end - 1) + 1
    office = next((at for at in range(first, min(last + 3, len(text.words))) if text.words[at] in _OFFICES), None)
    if office is None:
        return None
    ahead = [spans.covering.get(at) for at in range(max(0, office - 4), office)]
    behind = []
    for at in range(office + 1, min(office + _REACH, len(text.words))):
        span = spans.covering.get(at)
        behind.append(span)
        if span is None and text.words[at] not in _BETWEEN:
            break
    for span in (*reversed(ahead), *behind):
        place = ontology.places.get(span.place_id) if span is not None and span.place_id is not None else None
        if span is not None and place is not None and place.level not in ("country", "region"):
            return Where(span, "in", _TOLD)
    return None
