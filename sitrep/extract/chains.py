"""Places that a text names with what they lie in: 'San Miguel, Las Navas', 'Kohistan district of Badakhshan province'.

What belongs here: whether the namesake that was chosen lies where the words beside it say, and what stands for it where
it does not. What does not: choosing by the whole text (placing.py), and names that no list has (localities.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract.localities import DocumentPlaces, local_place, may_lie, owner_of
from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Text
from sitrep.extract.unlisted import AHEAD, BEARINGS, KINDS, MANY, PLACING
from sitrep.records import Place

#: So many people are known by their name alone: "Kabul, Khost" is no chain.
_LARGE = 100_000
_FINE = frozenset({"place", "admin2"})
_HOLDING = frozenset({"place", "admin2", "admin1"})
_BETWEEN = frozenset({"the", "a", "an", "of", "in", "remote", "rural", "restive", "small"}) | BEARINGS | KINDS
_INTO = frozenset({"in", "of", "near"})
_NOT_HOLDING = frozenset({"and", "or", "'s", "said", "border"})


def settle_chains(text: Text, spans: Spans, places: DocumentPlaces) -> None:
    """Gives each known place that does not lie in what is named around it its namesake there, or the bare name."""
    moved: dict[str, str] = {}
    held: set[int] = set()
    for span in spans.places:
        place = places.known.get(span.place_id or "")
        if place is None or not _may_move(span, place, text):
            continue
        for outer_id in _around(text, spans, span):
            outer = places.known.get(outer_id)
            if outer is None or outer.level not in _HOLDING or outer_id == place.place_id:
                continue
            held.add(span.first)
            if not may_lie(place, outer, places.known):
                name = _name(text, span)
                span.place_id = moved[name.lower()] = _there(name, outer, places)
            break
    if moved:
        for span in spans.places:
            name = _name(text, span).lower()
            place = places.known.get(span.place_id or "")
            if name in moved and span.first not in held and place is not None and place.level in _FINE:
                span.place_id = moved[name]


def _name(text: Text, span: Span) -> str:
    last = span.last - 1 if span.last > span.first + 1 and text.words[span.last - 1] in KINDS else span.last
    return text.raw[text.starts[span.first] : text.ends[last - 1]]


def _may_move(span: Span, place: Place, text: Text) -> bool:
    if place.level not in _FINE or span.tag == "n" or span.hit is not None:
        return False
    return place.population < _LARGE or (span.first > 0 and text.words[span.first - 1] in AHEAD)


def _there(name: str, outer: Place, places: DocumentPlaces) -> str:
    """The namesake that lies in a place, else a place of the document that bears the name there."""
    for place_id in places.named(name):
        other = places.known.get(place_id)
        if other is not None and other.level in _FINE and may_lie(other, outer, places.known):
            return place_id
    place = local_place(name, outer.place_id, places.known)
    places.local[place.place_id] = place
    places.parents[place.place_id] = outer.place_id
    return place.place_id


# ---- what the words beside a name say that it lies in
def _around(text: Text, spans: Spans, span: Span) -> Iterator[str]:
    """What a name is said to lie in or near: behind it, or as whose it is told before it."""
    words, end, at = text.words, _end_of_list(text, spans, span.last), span.last
    kind = end < len(words) and words[end] in (KINDS if end == at else MANY)
    at = end + 1 if kind else at
    kind = kind or (span.last > span.first + 1 and words[span.last - 1] in KINDS)
    before = words[span.first - 1] if span.first else ""
    ahead = before in AHEAD or (before == "of" and span.first > 1 and words[span.first - 2] in KINDS)
    behind = _behind(text, spans, span, at, told=kind or ahead)
    if behind is not None:
        yield behind
    if kind or before in BEARINGS or before == "'s":
        owner = owner_of(text, spans, span.first)
        if owner is not None:
            yield owner


def _end_of_list(text: Text, spans: Spans, at: int) -> int:
    """Behind the last name of 'X, Y and Z villages'."""
    while at + 1 < len(text.words) and text.words[at] in (",", "and"):
        following = spans.covering.get(at + 1)
        if following is None or following.place_id is None:
            break
        at = following.last
    return at


def _behind(text: Text, spans: Spans, span: Span, at: int, *, told: bool) -> str | None:
    """'X district in Y', 'barangay X, Y', 'in X, Y province': a list of towns ('in X, Y and Z') holds nothing."""
    words = text.words
    placed = span.first > 0 and words[span.first - 1] in PLACING
    if at + 1 >= len(words) or not (told or placed):
        return None
    comma = words[at] == ","
    at += comma
    into = words[at] in _INTO and (words[at] != "of" or told) and (told or not comma)
    if not comma and not into:
        return None
    at += into
    while into and at < len(words) and spans.covering.get(at) is None:
        if words[at] not in _BETWEEN and not (_is_bare(text, at) and words[at + 1 : at + 2] != [","]):
            break
        at += 1
    outer = spans.covering.get(at)
    if outer is None or outer.place_id is None:
        return None
    goes_on = words[outer.last] if outer.last < len(words) else "."
    if goes_on in _NOT_HOLDING or (comma and goes_on == "," and not told and not _holds_next(spans, outer)):
        return None
    return outer.place_id


def _is_bare(text: Text, at: int) -> bool:
    """A district that no list has, on the way to one that is known: 'in Kwatas township in Sagaing region'."""
    return text.raw[text.starts[at]].isupper() and at + 2 < len(text.words) and text.words[at + 1] in KINDS


def _holds_next(spans: Spans, outer: Span) -> bool:
    """Whether a second comma goes on up the chain: 'in X, Y, Z province'."""
    further = spans.covering.get(outer.last + 1)
    return further is None or further.place_id is None or further.place is None or bool(further.place.level)
