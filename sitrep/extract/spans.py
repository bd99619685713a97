"""The names, places and times that stand in a text, found once for the whole text.

What belongs here: laying the finders' hits over the tokens, the longest first. What does not: deciding what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sitrep import timex
from sitrep.extract.acronyms import Introduction, introductions, written
from sitrep.extract.text import Text, first_not_below
from sitrep.ontology import Ontology
from sitrep.ontology.composing import NameHit
from sitrep.ontology.gazetteer import PlaceHit
from sitrep.timex import TimeExpression

_NAMES = frozenset({"name", "acronym", "metonym"})
#: An hour of the clock, which counts nothing and names no day: "8.50am", "5 p.m.", "14:10", "0630 GMT", "9 o'clock".
_CLOCK = re.compile(
    r"(?<![\w.:/-])(?:(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?\s?(?:a\.m\.|p\.m\.|[ap]\.m\b|[ap]m\b|o'clock\b)"
    r"|(?:[01]?\d|2[0-4])[.:]?[0-5]\d\s?(?:gmt|utc|hrs|hours local time|local time)\b"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?![\w:]))"
)
_ANTI = "anti-"
_DIGITS = re.compile(r"\d+")
#: Right before a long time: what has a rank in it, as "the deadliest attack in the".
_RECORD = re.compile(
    r"\b(?:deadliest|bloodiest|worst|biggest|largest|heaviest|fiercest|gravest|highest)\b[^.,;:()]*"
    r"\b(?:in|of|over|for)(?:\s+the)?\s+$",
    re.IGNORECASE,
)
_LONG = frozenset({"week", "month", "year", "decade"})
_FAR = 80  # characters from the superlative to the time


@dataclass(frozen=True, slots=True)
class Hit:
    """A known actor at the tokens [first, last) that name it."""

    first: int
    last: int
    head: int  # token of the last noun
    actor_id: str
    kind: str
    country: str | None
    form: str  # name, acronym, metonym, adjective, demonym, role
    role: str | None
    is_vague: bool

    @property
    def is_state_name(self) -> bool:
        """'Iraq', 'US': the name of a state itself, not its capital, its people or its adjective."""
        return self.kind == "state" and self.form == "name"

    @property
    def is_nationality(self) -> bool:
        """'Chinese', 'American': the adjective of a state."""
        return self.kind == "state" and self.form == "adjective"


@dataclass(slots=True)
class Span:
    """A stretch of tokens [first, last) that one atom covers: a name, a place (or both), a time, an hour."""

    first: int
    last: int
    tag: str
    hit: Hit | None = None
    place: PlaceHit | None = None
    place_id: str | None = None  # chosen among the candidates
    time: TimeExpression | None = None


@dataclass(frozen=True, slots=True)
class Spans:
    """All spans of a text by their first token, and the actors by the tokens that they cover."""

    covering: dict[int, Span] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)  # of the hits, the last token of each
    by_token: dict[int, Hit] = field(default_factory=dict)
    places: list[Span] = field(default_factory=list)
    times: list[Span] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)  # at which any of them begins or an actor is named, once asked for

    def named(self) -> list[int]:
        """The tokens, rising, at which a span begins or an actor is named; asked for when all are laid."""
        if not self.tokens:
            self.tokens.extend(sorted({*self.covering, *self.by_token}))
        return self.tokens

    def hit_at(self, token: int) -> Hit | None:
        """The actor whose name or role noun stands at a token as its head."""
        hit = self.by_token.get(token)
        return hit if hit is not None and (hit.head <= token < hit.last or hit.form in _NAMES) else None

    def hits_between(self, first: int, last: int) -> tuple[Hit, ...]:
        """The actors named by the tokens [first, last), from left to right."""
        hits = self.hits
        position = first_not_below(self.ends, first)
        if position >= len(hits) or hits[position].first >= last:
            return ()
        found = []
        while position < len(hits) and hits[position].first < last:
            found.append(hits[position])
            position += 1
        return tuple(found)


def find_spans(text: Text, ontology: Ontology) -> Spans:
    """The spans of a text; where two overlap, the longer one stands, and a name that is also a place is both."""
    folded = text.plain
    spans = Spans()
    found: dict[tuple[int, int], Span] = {}
    places = ontology.places.find(folded)
    named = (name for name in ontology.actors.find(folded, _lands(places, ontology)) if not _is_against(text, name))
    hits = [_hit(text, name, ontology) for name in named]
    for hit in _with_short_names(text, hits, introductions(text)):
        spans.hits.append(hit)
        spans.ends.append(hit.last - 1)
        for token in range(hit.first, hit.last):
            spans.by_token[token] = hit
        _lay(found, hit)
    for place in places:
        first, last = text.token_at(place.start), text.token_at(place.end - 1) + 1
        span = found.setdefault((first, last), Span(first, last, "Y"))
        span.place = place
    for time in timex.find(text.raw, text.figures):
        if _only_ranks(text.raw, time):
            continue
        first, last = _time_tokens(text, time)
        found[first, last] = Span(first, last, "T", time=time)
    for first, last in _clocks(text):
        found.setdefault((first, last), Span(first, last, "T"))
    taken = 0
    for span in sorted(found.values(), key=lambda s: (s.first, s.first - s.last)):
        if span.first >= taken:
            spans.covering[span.first] = span
            taken = span.last
            (spans.times if span.time else spans.places).append(span) if span.time or span.place else None
    return spans


def _with_short_names(text: Text, hits: list[Hit], told: list[Introduction]) -> list[Hit]:
    """The known actors that a text names, also where it uses a short or a long name of them that only it introduces."""
    found = list(hits)
    for each in told:
        long = next((hit for hit in found if hit.last == each.last and hit.role is None), None)
        short = next((hit for hit in found if hit.first == each.last + 1 and hit.role is None), None)
        if long is not None and (short is None or short.actor_id != long.actor_id):
            again = list(written(text, each.short))
            found = [hit for hit in found if hit.first not in again]
            found += [replace(long, first=i, last=i + 1, head=i, form="acronym") for i in again]
        elif short is not None and long is None:
            found = [hit for hit in found if hit.last <= each.first or hit.first >= each.last]
            found.append(replace(short, first=each.first, last=each.last, head=each.first, form="name"))
    return sorted(found, key=lambda hit: (hit.last, hit.first))


def _lands(places: tuple[PlaceHit, ...], ontology: Ontology) -> list[str]:
    """The countries of the places that a text names, each place once: they say which of two groups "ADF" is."""
    named = {hit.candidates[0] for hit in places if hit.candidates and hit.standing == "plain"}
    found = (ontology.places.get(place_id) for place_id in sorted(named))
    return [place.country for place in found if place is not None and place.country is not None]


def _clocks(text: Text) -> Iterator[tuple[int, int]]:
    """The tokens of each hour of the clock."""
    folded = text.folded
    for begin, end in text.figures:
        for digits in _DIGITS.finditer(folded, begin, end):
            match = _CLOCK.match(folded, digits.start())
            if match is not None:
                yield text.token_at(match.start()), text.token_at(match.end() - 1) + 1


def _is_against(text: Text, name: NameHit) -> bool:
    """'anti-Taliban fighters' are not the Taliban's."""
    return text.raw[max(0, name.start - len(_ANTI)) : name.start].lower() == _ANTI


def _hit(text: Text, name: NameHit, ontology: Ontology) -> Hit:
    first, last = text.token_at(name.start), text.token_at(name.end - 1) + 1
    head = last - 1 if name.role else first
    if name.role and name.head > name.start:
        head = text.token_at(name.head)
    actor = ontology.actors.get(name.actor_id)
    kind, country = (actor.kind, actor.country) if actor is not None else ("unidentified", None)
    return Hit(first, last, head, name.actor_id, kind, country, name.form, name.role, name.is_vague)


def _lay(found: dict[tuple[int, int], Span], hit: Hit) -> None:
    """A name is one atom; of a role with a name before it the name is one, and the role nouns stay words."""
    if hit.form in _NAMES:
        found[hit.first, hit.last] = Span(hit.first, hit.last, "y", hit=hit)
    elif hit.form == "demonym":
        found[hit.first, hit.last] = Span(hit.first, hit.last, "n", hit=hit)
    elif hit.form == "adjective":
        found[hit.first, hit.last] = Span(hit.first, hit.last, "j", hit=hit)


def _only_ranks(raw: str, time: TimeExpression) -> bool:
    """'the deadliest attack in the past decade', 'one of the worst in recent years': when nothing was worse."""
    if time.kind not in ("period", "vague") or time.unit not in _LONG:
        return False
    return _RECORD.search(raw, max(0, time.start - _FAR), time.start) is not None


def _time_tokens(text: Text, time: TimeExpression) -> tuple[int, int]:
    """The tokens of a time; the "after" of "two days after the blast" stays a word of its own."""
    words = time.text.split()
    end = time.end - len(words[-1]) if len(words) > 1 and words[-1].lower() in ("after", "before") else time.end
    last = text.token_at(end - 1) + 1
    while last > 0 and text.starts[last - 1] >= end:
        last -= 1
    return text.token_at(time.start), last
