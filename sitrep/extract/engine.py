"""The cascade as a whole: the steps in their order, from a clean document to its mentions.

What belongs here: which step follows which, and making records of what they found. What does not: any step itself.
"""

from __future__ import annotations

import datetime as dt
import gc
import re
import string
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice

from sitrep import timex
from sitrep.clean.dateline import MAX_DATELINE, read_dateline
from sitrep.extract.acronyms import introductions
from sitrep.extract.bearers import name_bearers, name_fighters, name_in_full
from sitrep.extract.bystanders import name_civilians, name_foreigners, name_him
from sitrep.extract.chains import settle_chains
from sitrep.extract.chronicles import breaks, entries, set_scenes
from sitrep.extract.crackdowns import name_crackdowns
from sitrep.extract.draft import Draft, Part
from sitrep.extract.heads import find_heads
from sitrep.extract.kickers import set_apart, without_kicker
from sitrep.extract.links import Linker
from sitrep.extract.localities import name_localities
from sitrep.extract.mishaps import without_mishaps
from sitrep.extract.officials import place_by_officials
from sitrep.extract.placing import choose_places
from sitrep.extract.reading import Context, Reading, read_sentences
from sitrep.extract.scenes import Scenes
from sitrep.extract.shifts import leave_charges_open, set_beside
from sitrep.extract.shouted import names_shown
from sitrep.extract.spans import Span, Spans, find_spans
from sitrep.extract.specific import idle, kinds_of
from sitrep.extract.spoken_places import lay_spoken
from sitrep.extract.story import Story
from sitrep.extract.text import Sentence, Text, headings, read
from sitrep.extract.told_days import count_from_speech, date_beside, open_before_release
from sitrep.extract.tracing import Reason, reasons
from sitrep.extract.unrest import settle
from sitrep.ontology import Ontology
from sitrep.records import (
    HAPPENED,
    Actor,
    ActorMention,
    CleanDocument,
    Extraction,
    Mention,
    MentionLink,
    Occurrence,
    Place,
    PlaceMention,
)

#: A number that a title can only mean as a year.
_YEAR = re.compile(r"(?<![\w.,-])(?:19[5-9]|20[0-4])[0-9](?![\w.,-])")

_SMALL, _CAPITALS = string.ascii_lowercase.encode(), string.ascii_uppercase.encode()
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")

#: The title of another page in a list: "* 2014 Camp Redwood bombing".
_PAGE = re.compile(r"[*\u2022]\s*(?:19|20)[0-9]{2} [A-Z][^.:,;0-9]{4,60}")

#: A line of text, and in how many of the first the dateline is looked for.
_PARAGRAPH = re.compile(r"\S[^\n]*")
_OPENING = 4
#: How many days after its writing a report may be printed.
_PRINTED = 2
_DAY = dt.timedelta(days=1)
#: How well a place of a level says where something was.
_PRECISION = {"place": "exact", "admin2": "admin2", "admin1": "admin1", "country": "country", "region": "fuzzy"}
_IN_CAPITALS = re.compile(r"[^\W\d_a-z]['’.]?[^\W\d_a-z]")

ENGINE = "cascade"
ENGINE_VERSION = "0.26.0"


def extract(document: CleanDocument, ontology: Ontology, as_of: dt.date) -> Extraction:
    """All events that a document tells, with who, where, when and how many, each at its characters."""
    with _uncollected():
        return _extract(document, ontology, as_of)


def _extract(document: CleanDocument, ontology: Ontology, as_of: dt.date) -> Extraction:
    """The same; what was made on the way is gone when it returns."""
    told = _read(document, ontology)
    extraction = _extraction(told, document, as_of)
    told.context.let_go()
    return extraction


@contextmanager
def _uncollected() -> Iterator[None]:
    """Puts off collecting cycles until a document is read.

    What is made on the way is in use to the end: looking through it every few hundred objects takes a tenth of it.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def explain(document: CleanDocument, ontology: Ontology, as_of: dt.date) -> tuple[Extraction, list[tuple[Reason, ...]]]:
    """The same with the rule that made each field, mention by mention."""
    told = _read(document, ontology)
    extraction = _extraction(told, document, as_of)
    return extraction, [reasons(*pair) for pair in zip(told.drafts, extraction.mentions, strict=True)]


@dataclass(frozen=True, slots=True)
class _Told:
    """A document read: what it was read with, and what it tells."""

    context: Context
    drafts: list[Draft]
    links: tuple[MentionLink, ...]


def _read(document: CleanDocument, ontology: Ontology) -> _Told:
    text, dateline = read(set_apart(document.clean_text, document.title_start or 0)), _dateline(document)
    spans = find_spans(text, ontology)
    mixed_case = _has_small_letters(text.raw)
    choose_places(text, spans, ontology, mixed_case=mixed_case)
    local = name_localities(text, spans, ontology, dateline, document.title_end or 0, mixed_case=mixed_case)
    settle_chains(text, spans, local)
    lay_spoken(text, spans, local, dateline)
    ontology = replace(ontology, places=local)
    _leave_dateline(spans, text, dateline)
    shown = None if mixed_case else names_shown(text, ontology.patterns.lexicon.tags.keys())
    context = Context(text, spans, ontology, *_reference(document, dateline), mixed_case, shown=shown)
    readings: list[Reading] = []
    for sentence in _behind(dateline, text):
        if _may_tell(text, sentence, ontology):
            is_title = _is_title(document, text, sentence)
            headline = is_title or _is_line(text, sentence)
            sentence = without_kicker(sentence, text, ontology.patterns.cues["kickers"]) if headline else sentence
            readings.append(Reading(context, sentence, is_title=is_title, headline=headline))
    drafts = read_sentences(readings)
    drafts = without_mishaps(drafts, text, ontology.types)
    name_in_full(drafts, introductions(text), ontology)
    find_heads(text, spans, ontology, local, document.title_end or 0).place(drafts, ontology)
    place_by_officials(drafts, text, spans, ontology)
    linker = Linker(text, ontology.types, ontology.patterns.links, drafts)
    listed = entries(text, spans, document.title_end or 0)
    settle(drafts, local)
    set_scenes(drafts, listed, context.reference, context.precision)
    count_from_speech(drafts, text, spans, context.reference, context.precision)
    open_before_release(drafts, text, ontology.types)
    date_beside(drafts, text, spans, ontology.types, context.reference, context.precision)
    parts = sorted(breaks(listed).union(headings(text, document.title_end or 0)))
    now = _about_now(context.written_on, is_todays=False) if context.written_on is not None else None
    told = Story(ontology, linker.apart(drafts) | set_beside(drafts, text), parts, now).tell(drafts)
    kinds = kinds_of(told, ontology)
    links = linker.links(told, frozenset(map(id, kinds)))
    for link in links:
        told[link.related_ordinal].is_answered = link.relation != "condemns"
    leave_charges_open(told, ontology.types)
    Scenes(text, spans, ontology, document.title_end or 0, dateline, context.written_on).place(told)
    name_crackdowns(told)
    name_him(told)
    name_civilians(told, ontology.types, ontology.patterns.lexicon)
    name_foreigners(told, ontology)
    name_bearers(told, ontology)
    name_fighters(told)
    for draft in kinds:  # a kind of thing, not one happening
        draft.status.aggregate = True
    return _without_idle(_Told(context, told, links), kinds, ontology)


def _without_idle(told: _Told, kinds: list[Draft], ontology: Ontology) -> _Told:
    """The same without mentions that only name a strife; links keep to their mentions."""
    linked = {number for link in told.links for number in (link.ordinal, link.related_ordinal)}
    left_out = idle(told.drafts, kinds, linked, ontology)
    if not left_out:
        return told
    kept = [number for number in range(len(told.drafts)) if number not in left_out]
    now = {number: at for at, number in enumerate(kept)}
    links = tuple(
        replace(link, ordinal=now[link.ordinal], related_ordinal=now[link.related_ordinal]) for link in told.links
    )
    return _Told(told.context, [told.drafts[number] for number in kept], links)


def _extraction(told: _Told, document: CleanDocument, as_of: dt.date) -> Extraction:
    day = document.published.on or as_of
    mentions = tuple(_mention(draft, told.context, day) for draft in told.drafts)
    actors, places = _actors(told.drafts), _places(mentions, told.context.ontology)
    return Extraction(document.document_id, ENGINE, ENGINE_VERSION, mentions, told.links, actors, places)


def _reference(document: CleanDocument, dateline: tuple[int, int]) -> tuple[dt.date | None, str]:
    """The day that times are read from and how well it is known: the year of an undated chronicle is in its title.

    A paper prints today what was written the day before: "today" is the day of the dateline.
    """
    published = document.published.on
    if published is not None and document.published.precision == "day":
        written = _written(document.clean_text[dateline[0] : dateline[1]], published)
        if written is not None and 0 < (published - written).days <= _PRINTED:
            return written, "day"
    if published is not None or document.title is None:
        return published, document.published.precision if published else "unknown"
    years = {int(year) for year in _YEAR.findall(document.title)}
    return (dt.date(years.pop(), 12, 31), "year") if len(years) == 1 else (None, "unknown")


def _written(opening: str, published: dt.date) -> dt.date | None:
    """The day that a dateline names: 'CALI, Colombia, Feb. 7 -'."""
    dates = [time for time in timex.find(opening) if time.kind == "date" and time.day is not None]
    return timex.resolve(dates[0], published).date_from if len(dates) == 1 else None


def _dateline(document: CleanDocument) -> tuple[int, int]:
    """Where the dateline stands: an empty stretch where there is none.

    A summary or a byline may stand before it; a town in capitals alone opens the report then.
    """
    begin = document.title_end or 0
    for number, found in enumerate(islice(_PARAGRAPH.finditer(document.clean_text, begin), _OPENING)):
        if number and _IN_CAPITALS.search(document.clean_text, found.start(), found.start() + MAX_DATELINE) is None:
            continue  # no town in capitals
        dateline = read_dateline(found.group())
        if dateline is not None and (number == 0 or (dateline.place or "").isupper()):
            return found.start(), found.start() + dateline.end
    return begin, begin


def _behind(dateline: tuple[int, int], text: Text) -> Iterator[Sentence]:
    """The sentences of a text; a dateline that ends at no dash is no part of the first: 'Goma, May 3 (AFP) Six'."""
    first, last = dateline
    for sentence in text.sentences:
        if sentence.start <= first < last < sentence.end and _ends_bare(text.raw[first:last]):
            begin = bisect_left(text.starts, last, sentence.first, sentence.last)
            yield replace(sentence, first=begin, start=text.starts[begin])
        else:
            yield sentence


def _ends_bare(dateline: str) -> bool:
    """Whether nothing parts a dateline from the text but a bracket or its day: '(AFP)', 'SANAA, Sept 21'."""
    return dateline.rstrip()[-1] in ")]0123456789"


def _leave_dateline(spans: Spans, text: Text, dateline: tuple[int, int]) -> None:
    """The day in a dateline is the day of writing, and no event's."""
    first, last = dateline
    for span in spans.times:
        if first <= text.starts[span.first] < last:
            span.time = None


def _has_small_letters(raw: str) -> bool:
    beginning = raw[:2000]
    plain = beginning.encode("ascii", "ignore")
    small, capitals = (len(plain) - len(plain.translate(None, letters)) for letters in (_SMALL, _CAPITALS))
    others = [] if beginning.isascii() else [*filter(str.isalpha, _BEYOND_ASCII.findall(beginning))]
    small_others, capital_others = sum(map(str.islower, others)), any(map(str.isupper, others))
    is_small = small + small_others > 0.5 * max(1, small + capitals + len(others))
    return is_small and (capitals > 0 or capital_others)


def _may_tell(text: Text, sentence: Sentence, ontology: Ontology) -> bool:
    alarms = not ontology.patterns.alarm.isdisjoint(text.words[sentence.first : sentence.last])
    listed = text.raw[sentence.start] in "*\u2022"
    return alarms and not (listed and _PAGE.fullmatch(text.raw, sentence.start, sentence.end))


def _is_title(document: CleanDocument, text: Text, sentence: Sentence) -> bool:
    if document.title_start is not None and document.title_end is not None:
        return document.title_start <= sentence.start and sentence.end <= document.title_end
    return (
        sentence.number == 0 and sentence.last - sentence.first < 20 and text.words[sentence.last - 1] not in ".!?\"')"
    )


def _is_line(text: Text, sentence: Sentence) -> bool:
    """A short paragraph without a full stop: a headline inside the text."""
    return (
        text.begins_paragraph(sentence)
        and sentence.last - sentence.first < 22
        and text.words[sentence.last - 1] not in ".!?\"',:;"
    )


def _mention(draft: Draft, context: Context, day: dt.date) -> Mention:
    """A draft as a record. What others answer has happened before them, on no day that is known."""
    sentence = draft.sentence
    raw = context.text.raw
    modality = draft.status.modality
    if modality == "asserted" and draft.status.claimed:
        modality = "claimed"
    when = _told(draft.when or Occurrence(), modality, context.reference)
    if (
        when.date_from is None
        and not draft.status.background
        and not draft.is_answered
        and modality in HAPPENED
        and context.written_on is not None
    ):
        todays = draft.is_todays and context.is_harm(draft.event_type)
        when = _about_now(context.written_on, is_todays=todays, words=when.text)
    return Mention(
        event_type=draft.event_type,
        trigger=raw[draft.start : draft.end],
        trigger_start=draft.start,
        trigger_end=draft.end,
        sentence=raw[sentence.start : sentence.end],
        char_start=sentence.start,
        char_end=sentence.end,
        rule_id=draft.rule,
        modality=modality,
        is_background=draft.status.background or _is_old(when, day),
        is_aggregate=draft.status.aggregate,
        attributed_to=draft.speaker.name if draft.speaker is not None else None,
        occurrence=when,
        place=_place_mention(draft, context),
        actors=tuple(_actor_mention(part) for part in draft.parts),
        casualties=tuple(draft.tolls),
        happening=draft.happening,
        entry=draft.entry,
        confidence=0.8 if modality == "asserted" else 0.6,
    )


def _about_now(written: dt.date, *, is_todays: bool, words: str | None = None) -> Occurrence:
    """What the news tells without a day: shortly before the writing, on the same day where it tells of "today"."""
    first = written if is_todays else written - _DAY
    return Occurrence(words, first, written, "day", "document")


def _told(when: Occurrence, modality: str, written: dt.date | None) -> Occurrence:
    """What is told as having happened did not happen after the day of writing (a day is left to time zones)."""
    if modality not in HAPPENED or written is None or when.date_from is None:
        return when
    return Occurrence(when.text) if when.date_from > written + _DAY else when


def _is_old(when: Occurrence, day: dt.date) -> bool:
    return when.date_to is not None and (day - when.date_to).days > 10


def _actor_mention(part: Part) -> ActorMention:
    party = part.party
    speaker = part.speaker.name if part.speaker is not None else None
    return ActorMention(part.role, party.actor.actor_id, party.name, party.start, party.end, speaker, part.certainty)


def _place_mention(draft: Draft, context: Context) -> PlaceMention | None:
    where = draft.where
    if where is None:
        return None
    place = context.ontology.places.get(where.span.place_id or "")
    level = place.level if place is not None else "place"
    precision = _PRECISION.get(level, "unknown")
    relation = "in" if where.relation == "weak" else where.relation
    if relation in ("border", "between"):
        precision = "fuzzy"
    elif relation != "in" and precision in ("exact", "admin2"):
        precision = "near"
    name, basis = _words(context.text, where.span.first, where.span.last), "scene" if "place" in draft.why else "stated"
    site = _site_of(draft, where.span, context)
    return PlaceMention(where.span.place_id or "", name, relation, precision, basis, site if site != name else None)


def _site_of(draft: Draft, place: Span, context: Context) -> str | None:
    """The phrase in which a sentence says where, if it names the place, or none where other sentences name that."""
    if draft.site is None:
        return None
    first, last = draft.site
    named = [context.spans.covering[token] for token in range(first, last) if token in context.spans.covering]
    fits = place in named if first <= place.first < last else all(span.place_id is None for span in named)
    return _words(context.text, first, last) if fits else None


def _words(text: Text, first: int, last: int) -> str:
    return text.raw[text.starts[first] : text.ends[last - 1]]


def _actors(drafts: list[Draft]) -> tuple[Actor, ...]:
    found = {part.party.actor.actor_id: part.party.actor for draft in drafts for part in draft.parts}
    return tuple(found[key] for key in sorted(found))


def _places(mentions: tuple[Mention, ...], ontology: Ontology) -> tuple[Place, ...]:
    ids = sorted({m.place.place_id for m in mentions if m.place is not None})
    return tuple(place for place in map(ontology.places.get, ids) if place is not None)
