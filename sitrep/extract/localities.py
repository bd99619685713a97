"""Places that no gazetteer has: a name after "in", "near" or "the village of" is a place all the same.

What belongs here: finding such names, and saying what is known of where they lie. What does not: the places that are
known (ontology.gazetteer), and which event happened where (settings.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Text
from sitrep.ontology import Ontology
from sitrep.ontology.gazetteer import PlaceHit, Places
from sitrep.ontology.matching import Folded
from sitrep.records import Place

#: Words after which a name is nearly always a place; "at" and "to" are followed by too much else.
_PLACING = frozenset({"in", "near", "outside", "around"})
_KINDS = frozenset(
    {"village", "town", "city", "district", "area", "hamlet", "suburb", "neighbourhood", "neighborhood", "township"}
    | {"county", "municipality", "locality", "province", "settlement", "camp", "crossing", "quarter", "commune"}
    | {"parish", "region", "state", "territory", "tehsil", "sub-district"}
)
_UNDER = frozenset({"in", "of", "the", "a", ",", "'s", "near"})  # between a place and its container
_WORD = re.compile(r"[^\W\d_]")
_LONGEST = 3  # words of a name
_REACH = 6  # tokens behind the name in which its container stands


@dataclass(frozen=True)
class DocumentPlaces:
    """The gazetteer with the local places that one document names."""

    known: Places
    local: dict[str, Place] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    seen: dict[str, Place | None] = field(default_factory=dict)  # known places that the document asked for
    within: dict[tuple[str, str], bool] = field(default_factory=dict)  # the same of containment

    def find(self, text: str | Folded) -> tuple[PlaceHit, ...]:
        """The known places that a text names."""
        return self.known.find(text)

    def choose(self, hits: Iterable[PlaceHit], countries_in_text: Iterable[str] = ()) -> dict[PlaceHit, str]:
        """Which known place each hit means."""
        return self.known.choose(hits, countries_in_text)

    def get(self, place_id: str) -> Place | None:
        """A place with all that is known of it."""
        if place_id in self.local:
            return self.local[place_id]
        if place_id not in self.seen:
            self.seen[place_id] = self.known.get(place_id)
        return self.seen[place_id]

    def contains(self, outer_id: str, inner_id: str) -> bool:
        """Whether one place lies in another, or is it."""
        if outer_id == inner_id:
            return True
        if outer_id in self.local:
            return False
        pair = (outer_id, inner_id)
        if pair not in self.within:
            self.within[pair] = self.known.contains(outer_id, self.parents.get(inner_id, inner_id))
        return self.within[pair]

    def chain(self, place_id: str) -> tuple[str, ...]:
        """A place and all that it lies in, from near to far."""
        parent = self.parents.get(place_id)
        return self.known.chain(place_id) if parent is None else (place_id, *self.known.chain(parent))

    def country_place(self, iso2: str) -> str | None:
        """The country as a place."""
        return self.known.country_place(iso2)

    def distance(self, one_id: str, other_id: str) -> float | None:
        """Kilometres between two known places; nothing is known of local ones."""
        return None if one_id in self.local or other_id in self.local else self.known.distance(one_id, other_id)


def name_localities(text: Text, spans: Spans, ontology: Ontology, *, mixed_case: bool) -> DocumentPlaces:
    """Adds the unknown places of a text to its spans, each inside the place or country that the text puts it in."""
    places = DocumentPlaces(ontology.places)
    if not mixed_case:  # upper-case text does not show which unknown words are names
        return places
    country = _main_country(spans, ontology)
    for first, last in _names(text, spans, ontology):
        name = text.raw[text.starts[first] : text.ends[last - 1]]
        parent = _container(text, spans, last) or (ontology.places.country_place(country) if country else None)
        if parent is None:
            continue
        place = _place(name, parent, ontology.places)
        places.local[place.place_id], places.parents[place.place_id] = place, parent
        span = Span(first, last, "Y", place_id=place.place_id)
        spans.covering[first] = span
        spans.places.append(span)
    spans.places.sort(key=lambda span: span.first)
    return places


def _names(text: Text, spans: Spans, ontology: Ontology) -> Iterator[tuple[int, int]]:
    """The tokens of names that stand where only a place can stand, and that nothing known covers."""
    covered = {token for span in spans.covering.values() for token in range(span.first, span.last)}
    covered |= set(spans.by_token)
    words, known = text.words, ontology.patterns.lexicon.tags
    for index in range(1, len(words)):
        if index in covered or not _is_name(text, index, known):
            continue
        last = index + 1
        while last < len(words) and last - index < _LONGEST and last not in covered and _is_name(text, last, known):
            last += 1
        if (index - 1 in covered or _is_name(text, index - 1, known)) and words[index - 1] not in _PLACING:
            continue
        before, behind = words[index - 1], words[last] if last < len(words) else ""
        named = before == "of" and index > 1 and words[index - 2] in _KINDS
        kind = behind in _KINDS and before in ("in", "the", "of", "near", "at", "from", "outside", "around")
        if (before in _PLACING or named or kind) and behind not in ("'s", "'"):
            yield index, last


def _is_name(text: Text, index: int, known: Container[str]) -> bool:
    start = text.starts[index]
    word = text.words[index]
    return text.raw[start].isupper() and len(word) > 2 and bool(_WORD.match(word)) and word not in known


def _container(text: Text, spans: Spans, last: int) -> str | None:
    """The place that follows as the container of a name: "Ambeli, a village in Bijapur district"."""
    for token in range(last, min(last + _REACH, len(text.words))):
        span = spans.covering.get(token)
        if span is not None:
            return span.place_id
        if text.words[token] not in _UNDER | _KINDS:
            return None
    return None


def _main_country(spans: Spans, ontology: Ontology) -> str | None:
    """The country that most of a text's places lie in, else that of most of its actors."""
    placed = (ontology.places.get(span.place_id) for span in spans.places if span.place_id)
    counted = Counter(place.country for place in placed if place is not None and place.country)
    if not counted:
        counted = Counter(hit.country for hit in spans.hits if hit.country)
    return max(counted, key=lambda country: (counted[country], country)) if counted else None


def _place(name: str, parent: str, places: Places) -> Place:
    """A record of what is known: the name, and the regions that its container lies in."""
    around = [p for p in (places.get(one) for one in places.chain(parent)) if p is not None]
    country = next((p.country for p in around if p.country), None)
    slug = "-".join(re.findall(r"[^\W_]+", name.lower()))
    below = [p for p in around if p.level != "country"]
    admin1 = next((p.name if p.level == "admin1" else p.admin1 for p in below if p.admin1 or p.level == "admin1"), None)
    admin2 = next((p.name if p.level == "admin2" else p.admin2 for p in below if p.admin2 or p.level == "admin2"), None)
    return Place(f"local.{country or 'xx'}.{slug}", name, country, admin1, admin2)
