"""Which place each name of a text means, and which names are none after all.

What belongs here: asking the gazetteer for the whole text, and what a text without small letters or without countries
needs beside it. What does not: names that no gazetteer has (localities.py), and what happened where (settings.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Text
from sitrep.ontology import Ontology
from sitrep.ontology.gazetteer import PlaceHit

#: In a text of capitals alone a name that nothing marks as a place may be a person's or any word: only a town of this
#: many people is taken for granted.
_KNOWN_TOWN = 100_000
#: So many people are no village.
_NO_VILLAGE = 30_000


def choose_places(text: Text, spans: Spans, ontology: Ontology, *, mixed_case: bool) -> None:
    """Decides for the whole text which of several places each name means; names that are none lose their place."""
    countries = [hit.country for hit in spans.hits if hit.country is not None]
    chosen = ontology.places.choose([s.place for s in spans.places if s.place is not None], countries)
    for span in spans.places:
        if span.place is None:
            continue
        span.place_id = chosen.get(span.place) or _first_at_home(span.place, countries, ontology)
        if span.place_id is not None and not mixed_case and not _is_marked(text, span, spans, ontology):
            span.place_id = None
        if span.place_id is not None and _is_other_village(text, span, countries, ontology):
            span.place_id = None
        if span.place_id is None:
            span.place_id = _only_one(span, spans, countries, ontology) if mixed_case else None
        if span.place_id is None:
            span.place = None
            if span.hit is None:
                del spans.covering[span.first]


def _first_at_home(hit: PlaceHit, countries: list[str], ontology: Ontology) -> str | None:
    """The likeliest place of a name that lies in a country of the text, where choosing left the name open."""
    if hit.standing != "plain":
        return None
    for place_id in hit.candidates[:3]:
        place = ontology.places.get(place_id)
        if place is not None and place.country in countries:
            return place_id
    return None


def _is_other_village(text: Text, span: Span, countries: Sequence[str], ontology: Ontology) -> bool:
    """'the village of Bata' in a text on Uganda is not the port of Bata in Equatorial Guinea."""
    place = ontology.places.get(span.place_id or "")
    if place is None or place.level != "place" or place.population < _NO_VILLAGE or place.country in countries:
        return False
    before = text.words[max(0, span.first - 2) : span.first]
    behind = text.words[span.last] if span.last < len(text.words) else ""
    return bool(countries) and (before == ["village", "of"] or behind == "village")


def _only_one(span: Span, spans: Spans, countries: Sequence[str], ontology: Ontology) -> str | None:
    """'at Bavispe' in a text that names no country: small, but the only place of the name, and surely a place."""
    hit = span.place
    if hit is None or countries or not (hit.is_locative or hit.level) or hit.standing != "plain":
        return None
    known = [place for place in map(ontology.places.get, hit.candidates) if place is not None]
    if len({place.country for place in known}) != 1 or any(
        other.place_id is not None for other in spans.places if other is not span
    ):
        return None
    return known[0].place_id


def _is_marked(text: Text, span: Span, spans: Spans, ontology: Ontology) -> bool:
    """Whether something says that a name in capitals is a place: a word before it, its size, a place beside it."""
    hit = span.place
    place = ontology.places.get(span.place_id or "")
    if hit is None or place is None or hit.is_locative or hit.level or place.level in ("country", "region"):
        return True
    if place.population >= _KNOWN_TOWN or len(hit.text.split()) > 1:
        return True
    beside = span.last + 1 if span.last < len(text.words) and text.words[span.last] == "," else span.last
    after = spans.covering.get(beside)
    if after is not None and after.place is not None and beside > span.last:
        return True
    return span.first > 1 and text.words[span.first - 1] == "," and _ends_place(span.first - 1, spans)


def _ends_place(token: int, spans: Spans) -> bool:
    return any(span.last == token and span.place is not None for span in spans.places)
