"""Places that no gazetteer has: a name after "in", "near" or "the village of" is a place all the same.

What belongs here: laying such names over a text, and saying what is known of where they lie. What does not: finding
them (unlisted.py), the places that are known (ontology.gazetteer), and which event happened where (settings.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from sitrep.extract.far import is_far
from sitrep.extract.named_places import is_terse
from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Sentence, Text
from sitrep.extract.unlisted import BEARINGS, KINDS, LENGTHS_AWAY, PLACING, Name, Unlisted
from sitrep.ontology import Ontology
from sitrep.ontology.choosing import REACHING
from sitrep.ontology.gazetteer import PlaceHit, Places
from sitrep.ontology.matching import Folded
from sitrep.records import Place

#: What may follow it in a headline: "in Mexican capital", but not "in Mexican capital markets".
_BEHIND_CAPITAL = frozenset({".", ",", ":", ";", "after", "as", "on", "by", "and"})
_TOWARD_CAPITAL = frozenset(
    {"in", "at", "to", "of", "from", "near", "outside", "around", "across", "throughout", "inside"}
)
_LANDS = frozenset({"country", "nation"})
_MEASURES = LENGTHS_AWAY | {"away", "far"}
#: Words that may stand between a place and its container: "Ambeli, a village in the south of Bijapur district".
_UNDER = frozenset({"in", "of", "the", "a", ",", "'s", "near", "(", "small", "remote", "rural"})
_NEARBY = _UNDER | KINDS | BEARINGS  # words between a name and the place that it lies in
_BORDERS = frozenset({"border", "borders", "frontier", "bordering", "neighbouring", "neighboring"})
#: What is called by the border of a land and stands in it: "Israeli border towns", "Iranian border guards".
_OF_BORDERS = KINDS | frozenset(
    "guard guards police force forces troops patrol patrols agents officers post posts".split()
)
_TIED = 3  # "in Chad" says more of where a text plays than "Uganda said"
_WRITTEN = 2  # ... and so does the town in which a report was written
_REACH = 8  # tokens behind the name in which its container stands
#: Kilometres from the middle of a district or from a town, beyond which nothing is told as lying in or near it.
_FAR = 120.0
_SMALL_TOWN = 100_000  # so many people are known by their name alone, whatever stands beside it


class DocumentPlaces(Places):
    """The gazetteer with the local places that one document names."""

    def __init__(self, known: Places) -> None:
        self.known = known
        self.local: dict[str, Place] = {}
        self.parents: dict[str, str] = {}
        self.seen: dict[str, Place | None] = {}  # known places that the document asked for
        self.within: dict[tuple[str, str], bool] = {}  # the same of containment
        self.chains: dict[str, tuple[str, ...]] = {}  # and of chains

    def find(self, text: str | Folded) -> tuple[PlaceHit, ...]:
        """The known places that a text names."""
        return self.known.find(text)

    def choose(self, hits: Iterable[PlaceHit], countries_in_text: Iterable[str] = ()) -> dict[PlaceHit, str]:
        """Which known place each hit means."""
        return self.known.choose(hits, countries_in_text)

    def get(self, place_id: str) -> Place | None:
        """A place with all that is known of it."""
        place = self.seen.get(place_id) or self.local.get(place_id)
        if place is None and place_id not in self.seen:
            place = self.seen[place_id] = self.known.get(place_id)
        return place

    def contains(self, outer_id: str, inner_id: str) -> bool:
        """Whether one place lies in another, or is it."""
        if outer_id == inner_id:
            return True
        if outer_id in self.local:
            return False
        pair = (outer_id, inner_id)
        known = self.within.get(pair)
        if known is None:
            known = self.within[pair] = self.known.contains(outer_id, self.parents.get(inner_id, inner_id))
        return known

    def chain(self, place_id: str) -> tuple[str, ...]:
        """A place and all that it lies in, from near to far."""
        parent = self.parents.get(place_id)
        known = self.chains.get(parent or place_id)
        if known is None:
            known = self.chains[parent or place_id] = self.known.chain(parent or place_id)
        return known if parent is None else (place_id, *known)

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


def name_localities(
    text: Text, spans: Spans, ontology: Ontology, dateline: tuple[int, int], body: int, *, mixed_case: bool
) -> DocumentPlaces:
    """Adds the unknown places of a text to its spans, each inside the place or country that the text puts it in."""
    places = DocumentPlaces(ontology.places)
    main = _main_country(text, spans, ontology, dateline)
    doubtful = dict(_doubtful(text, spans, ontology)) if mixed_case else {}
    named = Unlisted(text, spans, ontology, mixed_case, doubtful).find()
    found = [name for name in named if not _is_known(name, doubtful)]
    below = {name.text for name in found if text.starts[name.first] >= body}
    if below or any(text.starts[span.first] >= body for span in spans.places):  # "4 soldiers die in MagSur"
        found = [name for name in found if text.starts[name.first] >= body or name.text in below]
    for token in {t for name in found for t in range(name.first, name.last)} & spans.covering.keys():
        if spans.covering[token].place_id is not None:
            spans.places.remove(spans.covering.pop(token))
    parents = _parents(text, spans, found, main, ontology, dateline)
    for name in found:
        place_id = add(name.text, parents.get(name.text), places)
        _lay(spans, Span(name.first, name.last, "Y", place_id=place_id))
    for token, place_id in _capitals(text, spans, main, ontology):
        _lay(spans, Span(token, token + 1, "n", place_id=place_id))
    spans.places.sort(key=lambda span: span.first)
    return places


def _doubtful(text: Text, spans: Spans, ontology: Ontology) -> Iterator[tuple[int, Span]]:
    """Small known places beside which a word with a capital stands that may belong to a longer name: 'Chaung Ma'."""
    for span in spans.places:
        if span.hit is None and span.place_id is not None and span.place_id.startswith("gn."):
            place = ontology.places.get(span.place_id)
            if place is None or not _is_beside_capital(span, text):
                continue
            if place.population < _SMALL_TOWN or _goes_on(span, text, spans, ontology):
                yield span.first, span


def _goes_on(span: Span, text: Text, spans: Spans, ontology: Ontology) -> bool:
    """'in Beni Messous', 'near Myeik Wa village': a name that begins as that of a large town far away does."""
    words, last = text.words, span.last
    if last + 1 >= len(words) or span.first == 0 or words[span.first - 1] not in PLACING | {"of"}:
        return False
    joined = text.raw[text.ends[last - 1] : text.starts[last]] == " " and text.raw[text.starts[last]].isupper()
    unknown = words[last] not in ontology.patterns.lexicon.tags and last not in spans.by_token
    if not joined or not unknown or last in spans.covering:
        return False
    return words[last + 1] in KINDS or words[last + 1] in (",", ".", "on", "in", "and", "after", "when", ";")


def _is_beside_capital(span: Span, text: Text) -> bool:
    around = [token for token in (span.first - 1, span.last) if 0 <= token < len(text.words)]
    return any(text.raw[text.starts[token]].isupper() for token in around)


def _is_known(name: Name, doubtful: dict[int, Span]) -> bool:
    """Whether a name is but what a known place is called."""
    span = doubtful.get(name.first)
    return span is not None and span.last == name.last


def add(name: str, parent: str | None, places: DocumentPlaces) -> str:
    """Makes a name a place of the document, known or local, inside what is known to lie around it."""
    known = _known(name, parent, places.known)
    if known is not None:
        return known
    place = local_place(name, parent, places.known)
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
    at_home = [p for p in candidates if p.country == country and (around is None or may_lie(p, around, places))]
    own = [place for place in candidates if not place.place_id.startswith("gn.")]
    if at_home and country is not None:
        return at_home[0].place_id
    is_near = around is None or around.level == "country" or any(place.country == country for place in own)
    if len({place.country for place in own}) == 1 and is_near:
        return own[0].place_id  # else a namesake: it is in no province of the land that the text speaks of
    return candidates[0].place_id if country is None and len({place.country for place in candidates}) == 1 else None


def may_lie(place: Place, outer: Place, places: Places) -> bool:
    """Whether a place may lie in another or right beside it, as far as anybody knows."""
    if places.contains(outer.place_id, place.place_id) or places.contains(place.place_id, outer.place_id):
        return True
    if place.country != outer.country:
        return False
    same = place.admin1 is not None and place.admin1 == outer.admin1
    if outer.level == "admin1" or place.admin1 is None or outer.admin1 is None:
        return same or place.admin1 is None
    apart = places.distance(place.place_id, outer.place_id)
    if apart is None:
        return same
    return apart < _FAR or (same and outer.name == outer.admin1)


def _capitals(text: Text, spans: Spans, main: str | None, ontology: Ontology) -> Iterator[tuple[int, str]]:
    """'in the capital', 'outside the Haitian capital': a city that the text does not name, with its token."""
    words = text.words
    told: dict[str, str] = {}  # cities that the text calls so: "in the capital, Rangoon"
    for index in range(2, len(words)):
        if words[index] != "capital" or index in spans.covering:
            continue
        if _is_named_behind(index, text, spans):
            span = spans.covering.get(index + 2) if words[index - 1] == "the" else None
            city = ontology.places.get(span.place_id) if span is not None and span.place_id is not None else None
            if city is not None and city.level == "place" and city.country is not None:
                told.setdefault(city.country, city.place_id)
            continue
        named = words[index - 1] == "'s"  # "in Somalia's capital"
        hit = spans.by_token.get(index - (2 if named else 1))
        country = hit.country if hit is not None and hit.form == ("name" if named else "adjective") else None
        before = (hit.first if hit is not None and country else index) - 1
        if named and country is None and words[index - 2] in _LANDS:
            named, before = False, index - 3  # "in the country's capital"
        ends = words[index + 1 : index + 2] == [] or words[index + 1] in _BEHIND_CAPITAL
        ends = ends or any(sentence.last == index + 1 for sentence in text.sentences)
        if words[before] != "the" and not (country and (named or ends)):
            continue
        if words[before - (words[before] == "the")] not in _TOWARD_CAPITAL:
            continue
        capital = told.get(country or main or "") or ontology.places.capital(country or main or "")
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
    text: Text, spans: Spans, found: list[Name], main: str | None, ontology: Ontology, dateline: tuple[int, int]
) -> dict[str, str]:
    """What each name lies in: the container beside it, else the area or country of its sentences, or of the text."""
    beside: dict[str, str] = {}
    countries: dict[str, Counter[str]] = {}
    areas: dict[str, list[str]] = {}
    firsts = [sentence.first for sentence in text.sentences]
    by_first = {name.first: name for name in found}
    head, body = text.token_at(dateline[0]), text.token_at(dateline[1])
    spoken = [(0, head), (body, len(text.words))] if found else []
    everywhere = [area for first, last in spoken for area in _areas_in(first, last, text, spans, ontology)]
    for name in found:
        container = _container(text, spans, name.last, by_first) or owner_of(text, spans, name.first)
        if container is not None and _lies_in_country(container, ontology):
            beside.setdefault(name.text, container)
        sentence = text.sentences[bisect_right(firsts, name.first) - 1]
        countries.setdefault(name.text, Counter()).update(_countries_in(sentence, text, spans, ontology))
        areas.setdefault(name.text, []).extend(_areas_in(sentence.first, sentence.last, text, spans, ontology))
    for called, counted in countries.items():
        best = counted.most_common(2)
        clear = best and (len(best) == 1 or best[0][1] > best[1][1])
        country = best[0][0] if clear and main not in counted else main
        area = _only_area(areas[called], country, ontology) or _only_area(everywhere, country, ontology)
        place = area or (ontology.places.country_place(country) if country else None)
        if place is not None:
            beside.setdefault(called, place)
    return beside


def _lies_in_country(place_id: str, ontology: Ontology) -> bool:
    place = ontology.places.get(place_id)
    return place is not None and place.country is not None


def _areas_in(first: int, last: int, text: Text, spans: Spans, ontology: Ontology) -> Iterator[str]:
    """The first-order areas that the tokens [first, last) speak of, by their name or by a place within."""
    for span in spans.places:
        told = first <= span.first < last and span.place_id is not None and not _is_origin(span, text)
        if told and not is_beyond(span.first, span.last, text) and not is_far(text.words, span.first):
            yield from (p for p in ontology.places.chain(span.place_id or "") if _is_area(p, ontology))


def _is_area(place_id: str, ontology: Ontology) -> bool:
    place = ontology.places.get(place_id)
    return place is not None and place.level == "admin1"


def _only_area(areas: list[str], country: str | None, ontology: Ontology) -> str | None:
    """The area of a country that alone is spoken of, if it is one: a village told of there is likely to lie in it."""
    at_home = {a for a in areas if (place := ontology.places.get(a)) is not None and place.country == country}
    return at_home.pop() if len(at_home) == 1 else None


def _countries_in(sentence: Sentence, text: Text, spans: Spans, ontology: Ontology) -> Iterator[str]:
    """The countries that a sentence speaks of; one beyond a border counts for nothing."""
    placed = {span.first for span in spans.places}
    for hit in spans.hits_between(sentence.first, sentence.last):
        abroad = hit.country in REACHING  # "the Russian invaders" are where they should not be
        if hit.country and not abroad and hit.first not in placed and not is_beyond(hit.first, hit.last, text):
            yield hit.country
    for span in spans.places:
        if sentence.first <= span.first < sentence.last and span.place_id and not _is_origin(span, text):
            place = ontology.places.get(span.place_id)
            if place is not None and place.country and not is_beyond(span.first, span.last, text):
                yield place.country


def is_beyond(first: int, last: int, text: Text) -> bool:
    """'the border with Nigeria', 'the Nigerian border', 'bordering Chad': what lies there is not told to."""
    before = text.words[max(0, first - 2) : first]
    behind = text.words[last : last + 2]
    named = len(behind) > 0 and behind[0] in _BORDERS and behind[-1] not in _OF_BORDERS
    return named or (not _BORDERS.isdisjoint(before) and before[-1] not in (",", "."))


def _container(text: Text, spans: Spans, last: int, named: dict[int, Name]) -> str | None:
    """The place that follows as the container of a name: "Ambeli, a village in Bijapur district"."""
    token, end = last, min(last + _REACH, len(text.words))
    while token < end:
        span = spans.covering.get(token)
        if span is not None:
            part = spans.covering.get(span.last + 1) if text.words[span.last : span.last + 1] == ["'s"] else None
            held = part if part is not None and part.place_id is not None else span  # "in Nigeria's Kwara State"
            return held.place_id if not is_beyond(span.first, span.last, text) else None
        if token in named and text.words[token - 1] != "and":
            token = named[token].last  # "Sitio Mambog, Barangay Planas, Masbate"
            end = min(token + _REACH, len(text.words))
        elif text.words[token] in _NEARBY:
            token += 1
        else:
            return None
    return None


def owner_of(text: Text, spans: Spans, first: int) -> str | None:
    """'Badakhshan province's Kohistan district', 'Sagaing's Tabayin township': what a name is told as part of."""
    at = first - 1
    while at >= 0 and text.words[at] in BEARINGS:
        at -= 1
    if at < 1 or text.words[at] != "'s":
        return None
    at -= 1
    at -= text.words[at] in KINDS
    for begin in range(at, max(-1, at - 4), -1):
        span = spans.covering.get(begin)
        if span is not None:
            return span.place_id if span.last >= at + 1 else None
    return None


def _is_origin(span: Span, text: Text) -> bool:
    """'peacekeepers from Chad' are elsewhere; what is '20 km from Gusau' is not."""
    if span.first == 0 or text.words[span.first - 1] != "from":
        return False
    before = text.words[span.first - 2] if span.first > 1 else ""
    return before not in _MEASURES and not (before[:1].isdigit() and before.endswith("km"))


def _main_country(text: Text, spans: Spans, ontology: Ontology, dateline: tuple[int, int]) -> str | None:
    """The country that most of a text's places lie in, the dateline's for two; else that of most of its actors."""
    counted: Counter[str] = Counter()
    for span in spans.places:
        place = ontology.places.get(span.place_id) if span.place_id and not _is_origin(span, text) else None
        tied = span.first > 0 and text.words[span.first - 1] in PLACING
        if place is not None and place.country and (tied or not is_terse(text.words[span.first])):
            counted[place.country] += _TIED if tied else 1
            counted[place.country] += _WRITTEN if dateline[0] <= text.starts[span.first] < dateline[1] else 0
    if not counted:
        counted = Counter(hit.country for hit in spans.hits if hit.country)
    return max(counted, key=lambda country: (counted[country], country)) if counted else None


def local_place(name: str, parent: str | None, places: Places) -> Place:
    """A record of what is known: the name, and the regions that its container lies in, if any is known."""
    around = [p for p in (places.get(one) for one in places.chain(parent)) if p is not None] if parent else []
    country = next((p.country for p in around if p.country), None)
    slug = "-".join(re.findall(r"[^\W_]+", name.lower()))
    below = [p for p in around if p.level != "country"]
    admin1 = next((p.name if p.level == "admin1" else p.admin1 for p in below if p.admin1 or p.level == "admin1"), None)
    admin2 = next((p.name if p.level == "admin2" else p.admin2 for p in below if p.admin2 or p.level == "admin2"), None)
    return Place(f"local.{country or 'xx'}.{slug}", name, country, admin1, admin2)
