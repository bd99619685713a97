"""Places that no gazetteer has: a name after "in", "near" or "the village of" is a place all the same.

What belongs here: finding such names, and saying what is known of where they lie. What does not: the places that are
known (ontology.gazetteer), and which event happened where (settings.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Sentence, Text
from sitrep.ontology import Ontology
from sitrep.ontology.gazetteer import PlaceHit, Places
from sitrep.ontology.matching import Folded
from sitrep.records import Place

#: Words after which a name is nearly always a place; "to" is followed by too much else.
_PLACING = frozenset({"in", "near", "outside", "around", "at", "into"})
#: Words between which and a name only "of" or nothing stands: "the mayor of X", "raided X".
_OF_PLACES = frozenset(
    {"residents", "inhabitants", "villagers", "mayor", "governor", "outskirts", "post", "garrison", "south", "north"}
    | {"east", "west", "control", "capture", "fall", "siege", "people", "locals", "streets", "bombing", "shelling"}
)
_TAKEN = frozenset(
    {"raided", "stormed", "shelled", "bombed", "bombarded", "captured", "retook", "recaptured", "overran", "besieged"}
    | {"entered", "invaded", "reached", "fleeing", "fled", "left"}
)
_TOWARD_CAPITAL = frozenset(
    {"in", "at", "to", "of", "from", "near", "outside", "around", "across", "throughout", "inside"}
)
_SMALL = frozenset({"village", "hamlet", "district", "sub-district", "township", "commune", "municipality"})
_TOWNS = frozenset({"town", "village", "hamlet", "municipality", "city", "neighborhood", "department"})
_ASSAULTS = frozenset({"attack", "attacks", "raid", "raids", "assault", "strike", "strikes", "offensive", "march"})
#: Words behind a name that show that it is a person's or a body's: "in Khan's view" is one too.
_NO_PLACE_BEHIND = frozenset({"'s", "'", "said", "says", "told", "and", "who", "has", "had"})
_KINDS = frozenset(
    {"village", "town", "city", "district", "area", "hamlet", "suburb", "neighbourhood", "neighborhood", "township"}
    | {"county", "municipality", "locality", "province", "settlement", "camp", "crossing", "quarter", "commune"}
    | {"parish", "region", "state", "territory", "tehsil", "sub-district"}
)
_UNDER = frozenset({"in", "of", "the", "a", ",", "'s", "near"})  # between a place and its container
_WORD = re.compile(r"[^\W\d_]")
_TIED = 3  # "in Chad" says more of where a text plays than "Uganda said"
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

    def named(self, name: str) -> tuple[str, ...]:
        """The known places that bear a name."""
        return self.known.named(name)

    def capital(self, iso2: str) -> str | None:
        """The city that is a country's capital."""
        return self.known.capital(iso2)

    def distance(self, one_id: str, other_id: str) -> float | None:
        """Kilometres between two known places; nothing is known of local ones."""
        return None if one_id in self.local or other_id in self.local else self.known.distance(one_id, other_id)


def name_localities(text: Text, spans: Spans, ontology: Ontology, *, mixed_case: bool) -> DocumentPlaces:
    """Adds the unknown places of a text to its spans, each inside the place or country that the text puts it in."""
    places = DocumentPlaces(ontology.places)
    main = _main_country(text, spans, ontology)
    found = list(_names(text, spans, ontology, mixed_case=mixed_case))
    parents = _parents(text, spans, found, main, ontology)
    for first, last in found:
        name = text.raw[text.starts[first] : text.ends[last - 1]]
        _lay(spans, Span(first, last, "Y", place_id=add(name, parents.get(name), places)))
    for token, place_id in _capitals(text, spans, main, ontology):
        _lay(spans, Span(token, token + 1, "n", place_id=place_id))
    spans.places.sort(key=lambda span: span.first)
    return places


def add(name: str, parent: str | None, places: DocumentPlaces) -> str:
    """Makes a name a place of the document, known or local, inside what is known to lie around it."""
    known = _known(name, parent, places.known)
    if known is not None:
        return known
    place = _place(name, parent, places.known)
    places.local[place.place_id] = place
    if parent is not None:
        places.parents[place.place_id] = parent
    return place.place_id


def _lay(spans: Spans, span: Span) -> None:
    spans.covering[span.first] = span
    spans.places.append(span)


def _known(name: str, parent: str | None, places: Places) -> str | None:
    """A place of the gazetteer that lies where the text says, or that only conflict reports speak of."""
    candidates = [place for place in map(places.get, places.named(name)) if place is not None]
    around = places.get(parent) if parent is not None else None
    country = around.country if around is not None else None
    at_home = [place for place in candidates if place.country == country]
    own = [place for place in candidates if not place.place_id.startswith("gn.")]
    if at_home and country is not None:
        return at_home[0].place_id
    if len({place.country for place in own}) == 1:
        return own[0].place_id
    return candidates[0].place_id if country is None and len({place.country for place in candidates}) == 1 else None


def _capitals(text: Text, spans: Spans, main: str | None, ontology: Ontology) -> Iterator[tuple[int, str]]:
    """'in the capital', 'outside the Haitian capital': a city that the text does not name, with its token."""
    words = text.words
    for index in range(2, len(words)):
        if words[index] != "capital" or index in spans.covering or _is_named_behind(index, text, spans):
            continue
        hit = spans.by_token.get(index - 1)
        country = hit.country if hit is not None and hit.form == "adjective" else None
        before = index - (2 if country else 1)
        if words[before] != "the" or words[before - 1] not in _TOWARD_CAPITAL:
            continue
        capital = ontology.places.capital(country or main or "")
        if capital is not None:
            yield index, capital


def _is_named_behind(index: int, text: Text, spans: Spans) -> bool:
    """Whether the capital's name or whose it is follows: 'the capital, Kabul', 'the capital of the province'."""
    words = text.words
    after = index + 1 if index + 1 < len(words) and words[index + 1] not in (",", "city") else index + 2
    if index + 1 < len(words) and words[index + 1] == "of":
        return True
    span = spans.covering.get(after)
    return span is not None and span.place_id is not None


def _parents(
    text: Text, spans: Spans, found: Iterable[tuple[int, int]], main: str | None, ontology: Ontology
) -> dict[str, str]:
    """What each name lies in: the container beside it, else the country of its sentences, else that of the text."""
    beside: dict[str, str] = {}
    countries: dict[str, Counter[str]] = {}
    for first, last in found:
        name = text.raw[text.starts[first] : text.ends[last - 1]]
        container = _container(text, spans, last)
        if container is not None:
            beside.setdefault(name, container)
        sentence = next(s for s in text.sentences if s.first <= first < s.last)
        countries.setdefault(name, Counter()).update(_countries_in(sentence, text, spans, ontology))
    for name, counted in countries.items():
        best = counted.most_common(2)
        clear = best and (len(best) == 1 or best[0][1] > best[1][1])
        country = best[0][0] if clear else main
        place = ontology.places.country_place(country) if country else None
        if place is not None:
            beside.setdefault(name, place)
    return beside


def _countries_in(sentence: Sentence, text: Text, spans: Spans, ontology: Ontology) -> Iterator[str]:
    """The countries that a sentence speaks of; one beyond a border counts for nothing."""
    for hit in spans.hits_between(sentence.first, sentence.last):
        border = hit.last < len(text.words) and text.words[hit.last] in ("border", "frontier")
        if hit.country and not border and hit.first not in {span.first for span in spans.places}:
            yield hit.country
    for span in spans.places:
        if sentence.first <= span.first < sentence.last and span.place_id and not _is_origin(span, text):
            place = ontology.places.get(span.place_id)
            if place is not None and place.country:
                yield place.country


def _names(text: Text, spans: Spans, ontology: Ontology, *, mixed_case: bool) -> Iterator[tuple[int, int]]:
    """The tokens of names that stand where only a place can stand, and that nothing known covers."""
    covered = {token for span in spans.covering.values() for token in range(span.first, span.last)}
    covered |= set(spans.by_token)
    words, known, shouted = text.words, ontology.patterns.lexicon.tags, _shouted(text)
    for index in range(1, len(words)):
        if index in covered or not _is_name(text, index, known):
            continue
        last = index + 1
        while last < len(words) and last - index < _LONGEST and last not in covered and _is_name(text, last, known):
            last += 1
        if (index - 1 in covered or _is_name(text, index - 1, known)) and words[index - 1] not in _PLACING | _TAKEN:
            continue
        small = mixed_case and index not in shouted
        if _stands_for_place(words, index, last) if small else _is_town_of(words, index):
            yield index, last


def _shouted(text: Text) -> frozenset[int]:
    """The tokens of sentences in capitals alone, as headings are: "29 KILLED IN SERIES OF ATTACKS"."""
    loud = (s for s in text.sentences if s.last - s.first > _LONGEST and text.raw[s.start : s.end].isupper())
    return frozenset(token for s in loud for token in range(s.first, s.last))


def _is_town_of(words: Sequence[str], first: int) -> bool:
    """'THE TOWN OF X': all that shows a name in a text without small letters."""
    return first > 1 and words[first - 1] == "of" and words[first - 2] in _TOWNS


def _stands_for_place(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the words around a name leave it no other sense than a place."""
    before, behind = words[first - 1], words[last] if last < len(words) else ""
    earlier = words[first - 2] if first > 1 else ""
    if behind in ("'s", "'"):
        return False
    if before == "at" and behind in _NO_PLACE_BEHIND:
        return False
    named = before == "of" and earlier in _KINDS | _OF_PLACES
    kind = behind in _KINDS and before in ("in", "the", "of", "near", "at", "from", "outside", "around")
    kind = kind or (behind in _SMALL and before not in (".", '"', "\n") and first > 0)
    taken = (before in _TAKEN or (before == "on" and earlier in _ASSAULTS)) and behind not in _NO_PLACE_BEHIND
    return before in _PLACING or named or kind or taken


def _is_name(text: Text, index: int, known: Container[str]) -> bool:
    start, word = text.starts[index], text.words[index]
    if len(word) < 3 or word in known or not (text.raw[start].isupper() or word[0] in "ae"):
        return False
    article, dash, rest = text.raw[start : text.ends[index]].partition("-")
    first = rest[:1] if dash and article in ("al", "el", "ad", "ar", "as", "at", "ath") else text.raw[start]
    return first.isupper() and bool(_WORD.match(word))


def _container(text: Text, spans: Spans, last: int) -> str | None:
    """The place that follows as the container of a name: "Ambeli, a village in Bijapur district"."""
    for token in range(last, min(last + _REACH, len(text.words))):
        span = spans.covering.get(token)
        if span is not None:
            return span.place_id
        if text.words[token] not in _UNDER | _KINDS:
            return None
    return None


def _is_origin(span: Span, text: Text) -> bool:
    """'peacekeepers from Chad' are elsewhere."""
    return span.first > 0 and text.words[span.first - 1] == "from"


def _main_country(text: Text, spans: Spans, ontology: Ontology) -> str | None:
    """The country that most of a text's places lie in, else that of most of its actors."""
    counted: Counter[str] = Counter()
    for span in spans.places:
        place = ontology.places.get(span.place_id) if span.place_id and not _is_origin(span, text) else None
        if place is not None and place.country:
            counted[place.country] += _TIED if span.first and text.words[span.first - 1] in _PLACING else 1
    if not counted:
        counted = Counter(hit.country for hit in spans.hits if hit.country)
    return max(counted, key=lambda country: (counted[country], country)) if counted else None


def _place(name: str, parent: str | None, places: Places) -> Place:
    """A record of what is known: the name, and the regions that its container lies in, if any is known."""
    around = [p for p in (places.get(one) for one in places.chain(parent)) if p is not None] if parent else []
    country = next((p.country for p in around if p.country), None)
    slug = "-".join(re.findall(r"[^\W_]+", name.lower()))
    below = [p for p in around if p.level != "country"]
    admin1 = next((p.name if p.level == "admin1" else p.admin1 for p in below if p.admin1 or p.level == "admin1"), None)
    admin2 = next((p.name if p.level == "admin2" else p.admin2 for p in below if p.admin2 or p.level == "admin2"), None)
    return Place(f"local.{country or 'xx'}.{slug}", name, country, admin1, admin2)
