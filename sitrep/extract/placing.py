"""Which place each name of a text means, and which names are none after all.

What belongs here: asking the gazetteer for the whole text, and what a text without small letters or without countries
needs beside it. What does not: names that no gazetteer has (localities.py), and what happened where (settings.py).
"""

from __future__ import annotations

from collections.abc import Iterable

from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Text
from sitrep.extract.unlisted import BEARINGS, KINDS, SPEAKS
from sitrep.ontology import Ontology
from sitrep.ontology.gazetteer import PlaceHit

#: In a text of capitals alone a name that nothing marks as a place may be a person's or any word: only a town of this
#: many people is taken for granted.
_KNOWN_TOWN = 100_000
_TIES = frozenset({",", "and", "to", "("})  # between two places
_INITIAL = 2  # letters: a shorter word before a name is no given name
#: What a place is called by that the land around it need not be told with.
_SMALL_KINDS = frozenset({"village", "hamlet", "town", "area", "community"})
#: Parts of a town: what bears the name lies in a town that the text names.
_PARTS_OF_TOWNS = frozenset(
    "neighborhood neighborhoods neighbourhood neighbourhoods suburb quarter barrio colony".split()
)
_ROADS = frozenset(
    """street streets square avenue avenues boulevard boulevards road roads lane drive crescent terrace link""".split()
)
#: Where a thing was made, of which it says only what kind it is.
_MADE = frozenset("made manufactured assembled produced designed".split())
_BUILT = frozenset({"built", "bought", "purchased", "registered"})
_CRAFT = frozenset(
    """boat boats gunboat gunboats ship ships vessel vessels craft frigate trawler tanker ferry jet jets plane
    planes aircraft airliner helicopter helicopters drone drones tank tanks truck trucks rifle rifles missile
    missiles rocket rockets carrier carriers""".split()
)
_CRAFT_NEAR = 9  # words before
#: So few capitals are a body's initials, unless the project's files know a place of that name.
_ACRONYM = 4


def choose_places(text: Text, spans: Spans, ontology: Ontology, *, mixed_case: bool) -> None:
    """Decides for the whole text which of several places each name means; names that are none lose their place."""
    countries = [hit.country for hit in spans.hits if hit.country is not None]
    people = frozenset() if mixed_case else _surnames(text, spans, ontology)
    speakers = _speakers(text, spans)
    chosen = ontology.places.choose([s.place for s in spans.places if s.place is not None], countries)
    lands = _lands(countries, chosen.values(), ontology)
    for span in spans.places:
        if span.place is None:
            continue
        no_place = _is_road(text, span) or _is_people(text, span) or _is_where_made(text, span)
        no_place = no_place or (_name(text, span) in speakers and not _is_said_a_place(span))
        if no_place or _is_other_name(span, ontology, mixed_case=mixed_case):
            _drop(span, spans)
            continue
        span.place_id = chosen.get(span.place) or _first_at_home(span.place, countries, ontology)
        if span.place_id is not None and not mixed_case:
            is_name = _is_marked(text, span, spans, ontology) and not _is_plain_word(text, span, ontology)
            if not is_name or (_name(text, span) in people and not _is_said_a_place(span)):
                span.place_id = None
        side = mixed_case and _is_some_side(text, span, countries, ontology)
        other = _is_other_village(text, span, lands, ontology) or _is_other_quarter(text, span, spans, ontology)
        if span.place_id is not None and (side or other):
            span.place_id = None
        if span.place_id is not None and mixed_case and _is_part_of_name(text, span, spans, ontology):
            span.place_id = None
        if span.place_id is None and mixed_case:
            span.place_id = _only_one(span, spans, countries, ontology)
        if span.place_id is None:
            _drop(span, spans)


def _lands(countries: list[str], chosen: Iterable[str | None], ontology: Ontology) -> set[str | None]:
    """The countries that a text speaks of, by its actors, by name or by a province."""
    areas = (ontology.places.get(place_id or "") for place_id in chosen)
    return {*countries, *(p.country for p in areas if p is not None and p.level in ("country", "admin1"))}


def _drop(span: Span, spans: Spans) -> None:
    """Takes back that a span names a place."""
    span.place = None
    if span.hit is None:
        del spans.covering[span.first]


def _is_other_name(span: Span, ontology: Ontology, *, mixed_case: bool) -> bool:
    """'Kazakh', 'a Canadian', 'BLA': a word for people or for a body, though a town somewhere is called so too."""
    hit, place = span.hit, span.place
    if place is None:
        return False
    other = hit is not None and hit.form in ("adjective", "demonym", "acronym")
    acronym = mixed_case and place.text.isupper() and len(place.text) <= _ACRONYM
    if not other and not acronym:
        return False
    found = (ontology.places.get(place_id) for place_id in place.candidates)
    known = [p for p in found if p is not None]
    if any(p.level in ("country", "region", "admin1") for p in known):
        return False
    return other or all(p.place_id.startswith("gn.") for p in known)


def _is_people(text: Text, span: Span) -> bool:
    """'20 ethnic Amhara', 'ethnic Kachin farmers': who they are, not where; but 'the ethnic Shan State'."""
    return text.words[span.first - 1 : span.first] == ["ethnic"] and text.words[span.last : span.last + 1] != ["state"]


def _is_where_made(text: Text, span: Span) -> bool:
    """'rifles made in Romania', 'the gunboat, which was built in Israel': a country that tells what kind it is."""
    before = text.words[max(0, span.first - _CRAFT_NEAR) : span.first]
    if before[-1:] == ["the"]:
        before.pop()
    if before[-1:] != ["in"] or span.hit is None:
        return False
    return before[-2:-1] != [] and (before[-2] in _MADE or (before[-2] in _BUILT and not _CRAFT.isdisjoint(before)))


def _is_road(text: Text, span: Span) -> bool:
    """'Oxford Street', 'Bolivar Square': what bears the name is in another town; 'a Kabul street' is in Kabul."""
    last = span.last
    if last >= len(text.words) or text.words[last] not in _ROADS or not text.raw[text.starts[last]].isupper():
        return False
    return text.raw[text.ends[last - 1] : text.starts[last]] == " "


def _is_part_of_name(text: Text, span: Span, spans: Spans, ontology: Ontology) -> bool:
    """'Sim Tacke', 'Layla Dana': a name beside which a word in no list stands, where only a small town bears it."""
    hit, place = span.place, ontology.places.get(span.place_id or "")
    if hit is None or place is None or hit.is_locative or hit.level or not place.place_id.startswith("gn."):
        return False
    if place.population >= _KNOWN_TOWN or place.level != "place" or span.hit is not None:
        return False
    behind = span.last < len(text.words) and _is_unknown_name(text, span.last, spans, ontology)
    if behind and text.raw[text.ends[span.last - 1] : text.starts[span.last]] == " ":
        return True
    before = span.first > 0 and _is_unknown_name(text, span.first - 1, spans, ontology)
    return before and text.raw[text.ends[span.first - 1] : text.starts[span.first]] == " "


def _is_unknown_name(text: Text, token: int, spans: Spans, ontology: Ontology) -> bool:
    """A word with a capital that is in no list of words or names."""
    word = text.words[token]
    known = word in ontology.patterns.lexicon.tags or token in spans.by_token or token in spans.covering
    return not known and len(word) > _INITIAL and word.isalpha() and text.raw[text.starts[token]].isupper()


def _first_at_home(hit: PlaceHit, countries: list[str], ontology: Ontology) -> str | None:
    """The likeliest place of a name that lies in a country of the text, where choosing left the name open."""
    if hit.standing != "plain":
        return None
    for place_id in hit.candidates[:3]:
        place = ontology.places.get(place_id)
        if place is not None and place.country in countries:
            return place_id
    return None


def _is_some_side(text: Text, span: Span, countries: list[str], ontology: Ontology) -> bool:
    """'in the same southern district' in a text on Libya is no district of another country that has this name."""
    if text.words[span.first] not in BEARINGS or span.place is None or not span.place.text.islower():
        return False
    place = ontology.places.get(span.place_id or "")
    return place is None or place.country not in countries


def _is_other_village(text: Text, span: Span, countries: set[str | None], ontology: Ontology) -> bool:
    """'the village of Bata' in a text on Uganda is not the port of Bata in Equatorial Guinea."""
    place = ontology.places.get(span.place_id or "")
    if place is None or place.level not in ("place", "admin2") or place.country in countries:
        return False
    before = text.words[max(0, span.first - 2) : span.first]
    behind = text.words[span.last] if span.last < len(text.words) else ""
    return bool(countries) and (behind in _SMALL_KINDS or before in (["village", "of"], ["town", "of"]))


def _is_other_quarter(text: Text, span: Span, spans: Spans, ontology: Ontology) -> bool:
    """'the Modelo neighborhood' of a text that names places of Honduras is no town in Brazil."""
    behind = text.words[span.last] if span.last < len(text.words) else ""
    place = ontology.places.get(span.place_id or "")
    if behind not in _PARTS_OF_TOWNS or place is None or place.level not in ("place", "admin2"):
        return False
    named = (ontology.places.get(other.place_id or "") for other in spans.places if other is not span)
    around = {other.country for other in named if other is not None and other.country is not None}
    around |= {hit.country for hit in spans.hits if hit.country is not None}
    return bool(around) and place.country not in around


def _only_one(span: Span, spans: Spans, countries: list[str], ontology: Ontology) -> str | None:
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


def _surnames(text: Text, spans: Spans, ontology: Ontology) -> frozenset[str]:
    """What a text without small letters has as the last of several names: 'EPIGMENIO IBARRA', 'MAURICIO COLORADO'.

    A name that it says to be a place anywhere ('IN SANTIAGO') is none, nor is a country.
    """
    named = {_name(text, span) for span in spans.places if _follows_name(text, span, spans, ontology)}
    placed = {_name(text, span) for span in spans.places if _is_said_a_place(span) or span.hit is not None}
    return frozenset(named - placed)


def _speakers(text: Text, spans: Spans) -> frozenset[str]:
    """Names that say something and stand for nobody else: 'Calle said' of a Colonel William Calle; 'Kyiv said' does."""
    words = text.words
    said = [s for s in spans.places if s.hit is None and s.last < len(words) and words[s.last] in SPEAKS]
    own = (s for s in said if s.place is not None and words[s.first - 1] not in ("of", "from"))
    return frozenset(_name(text, span) for span in own if not _is_said_a_place(span))


def _follows_name(text: Text, span: Span, spans: Spans, ontology: Ontology) -> bool:
    """Whether a name stands right behind a word that is in no list: a given name."""
    before = span.first - 1
    word, tags = text.words[before], ontology.patterns.lexicon.tags
    together = text.ends[before] + 1 == text.starts[span.first]
    return together and word.isalpha() and len(word) > _INITIAL and word not in tags and before not in spans.covering


def _name(text: Text, span: Span) -> str:
    return " ".join(text.words[span.first : span.last])


def _is_said_a_place(span: Span) -> bool:
    """Whether the words beside a name place something there, or name its level."""
    return span.place is not None and (span.place.is_locative or bool(span.place.level))


def _is_plain_word(text: Text, span: Span, ontology: Ontology) -> bool:
    """Whether a name in capitals is an everyday word that only some village far away bears: 'AREA', 'THE MISSION'."""
    place = ontology.places.get(span.place_id or "")
    if place is None or place.level in ("country", "region") or place.country is None:
        return False
    return all(word in ontology.patterns.lexicon.tags for word in text.words[span.first : span.last])


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
    return _goes_on(text, span.first - 1, spans)


def _goes_on(text: Text, token: int, spans: Spans) -> bool:
    """Whether what stands right before a name ties it to a place: 'ZULIA AND', 'FROM ZULIA TO', 'THE AREA OF'."""
    if token < 1:
        return False
    word, before = text.words[token], text.words[token - 1]
    if word == "of":
        return before in KINDS
    if word == "and" and before == ",":
        token -= 1
    return word in _TIES and _ends_place(token, spans)


def _ends_place(token: int, spans: Spans) -> bool:
    return any(span.last == token and span.place is not None for span in spans.places)
