"""Places that head the items of a round-up: "GARISSA - One man was killed", "SOMALIA" on a line of its own.

What belongs here: finding such heads, and giving their place to what their item tells without a nearer one. What does
not: the dateline of a report (clean.dateline), places that grammar ties to an event (settings.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sitrep.extract import localities
from sitrep.extract.draft import Draft
from sitrep.extract.localities import DocumentPlaces
from sitrep.extract.settings import Where
from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Sentence, Text
from sitrep.ontology import Ontology

#: A text with fewer heads is a report with its dateline.
FEWEST = 2
_MARKS = frozenset({"-", ":", "--"})
_BULLETS = frozenset({"*", "•", "-", "–", ">", "▪", "●"})
_KINDS = frozenset({"province", "region", "state", "district", "county", "department", "governorate", "city"})
_LONGEST = 6  # tokens before the mark: "Dera Bugti, Balochistan -"
_OWN, _CARRIED = 1, 5  # strength: in the item's first paragraph; in those that follow it without a head
_LOOSE = 6  # strength from which a mention's own place gives way to its item's


@dataclass(frozen=True, slots=True)
class Heads:
    """The places under which the sentences of a text stand, by sentence number."""

    over: dict[int, Where]

    def place(self, drafts: list[Draft], ontology: Ontology) -> None:
        """Gives drafts the place of their head, where their own words tie them to none that is nearer."""
        for draft in drafts if self.over else ():
            head = self.over.get(draft.sentence.number)
            kind = ontology.types.get(draft.event_type)  # none yet: a claim of what another sentence tells
            if head is None or (kind is not None and not kind.has("is_located")):
                continue
            if draft.where is None or draft.where.strength >= _LOOSE or _holds(draft.where, head, ontology):
                draft.where = head
                draft.why["place"] = "place.head"


def _holds(own: Where, head: Where, ontology: Ontology) -> bool:
    """Whether a mention's own place is but the country or province around its head's."""
    one, two = own.span.place_id or "", head.span.place_id or ""
    return one != two and own.relation == "in" and ontology.places.contains(one, two)


def find_heads(text: Text, spans: Spans, ontology: Ontology, places: DocumentPlaces, title_end: int) -> Heads:
    """The heads of a round-up; none where a text has but one, which is its dateline."""
    known = list(_heads(text, spans, title_end))
    if len({head.span.place_id for head in known if head.leads}) < FEWEST:
        return Heads({})
    found = {head.paragraph: head for head in known}
    over: dict[int, Where] = {}
    current: _Head | None = None
    for sentence in text.sentences:
        if sentence.start < title_end:
            continue
        if sentence.paragraph not in found and text.begins_paragraph(sentence):
            fresh = _unknown(sentence, text, ontology, places, current)
            found |= {sentence.paragraph: _Head(sentence.paragraph, fresh, leads=True)} if fresh is not None else {}
        current = found.get(sentence.paragraph, current)
        if current is not None:
            own = current.paragraph == sentence.paragraph
            over[sentence.number] = Where(current.span, "in", _OWN if own else _CARRIED)
    return Heads(over)


@dataclass(frozen=True, slots=True)
class _Head:
    paragraph: int
    span: Span
    leads: bool  # it begins a paragraph of text; one that stands alone heads those that follow


def _heads(text: Text, spans: Spans, title_end: int) -> Iterator[_Head]:
    for paragraph, members in groupby(text.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(members)
        first = sentences[0]
        if first.start < title_end:
            continue
        if (span := _leading(first, text, spans)) is not None:
            yield _Head(paragraph, span, leads=True)
        elif len(sentences) == 1 and (alone := _alone(first, text, spans)) is not None:
            yield _Head(paragraph, alone, leads=False)


def _mark(sentence: Sentence, text: Text) -> tuple[int, int] | None:
    """The tokens of what stands before a dash or colon at the head of a sentence."""
    first = sentence.first + (text.words[sentence.first] in _BULLETS)
    ahead = range(first, min(first + _LONGEST, sentence.last - 1))
    mark = next((i for i in ahead if text.words[i] in _MARKS), first)
    return (first, mark) if mark > first and _is_apart(mark, text) else None


def _leading(sentence: Sentence, text: Text, spans: Spans) -> Span | None:
    """The known place that stands before the mark, and nothing else with it but what it lies in, and a day."""
    found = _mark(sentence, text)
    if found is None:
        return None
    first, mark = found
    named = [span for i in range(first, mark) if (span := spans.covering.get(i)) is not None]
    known = [span for span in named if span.place_id or span.time]
    rest = [w for i, w in enumerate(text.words[first:mark], first) if not any(s.first <= i < s.last for s in known)]
    alone = known and known[0].first == first and all(word in _KINDS or word == "," for word in rest)
    return next((span for span in known if span.place_id), None) if alone else None


def _unknown(
    sentence: Sentence, text: Text, ontology: Ontology, places: DocumentPlaces, above: _Head | None
) -> Span | None:
    """A name in capitals before a dash, in a text whose other items begin so: a place that lies where those do."""
    found = _mark(sentence, text)
    if found is None or text.words[found[1]] == ":" or above is None:
        return None
    first, mark = found
    name = text.raw[text.starts[first] : text.ends[mark - 1]]
    words = ontology.patterns.lexicon.tags
    if not name.isupper() or any(word in words or not word[0].isalpha() for word in text.words[first:mark]):
        return None
    around = places.get(above.span.place_id or "")
    country = places.country_place(around.country) if around is not None and around.country else None
    return Span(first, mark, "Y", place_id=localities.add(name.title(), country, places))


def _is_apart(mark: int, text: Text) -> bool:
    """A dash with room around it, or a colon: 'al-Bab' is one name."""
    return text.words[mark] == ":" or text.ends[mark - 1] < text.starts[mark] or text.ends[mark] < text.starts[mark + 1]


def _alone(sentence: Sentence, text: Text, spans: Spans) -> Span | None:
    """A place that is a paragraph by itself."""
    span = spans.covering.get(sentence.first)
    rest = text.words[span.last : sentence.last] if span is not None and span.place_id else ["?"]
    return span if all(word in _KINDS or word in (":", ".") for word in rest) else None
