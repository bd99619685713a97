"""One weighed choice among all places of a text, for what happened where no grammar says.

What belongs here: the points of what a reader goes by, and adding them up. What does not: which happenings need a
place, what it must lie in, and places that grammar ties to an event (scenes.py, settings.py).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sitrep.extract.draft import Draft
from sitrep.extract.spans import Span
from sitrep.extract.text import Text
from sitrep.ontology import Ontology
from sitrep.records import Place

#: What each sign counts for: twice the weights that a regression over places of reports with answers gave, rounded.
#: On 153 deeds without a place of their own a fuller choice of this kind found 115 in sets left out of the fit, the
#: rules that stood here before (nearest told, most named, one that somebody was sent to) 100; the signs were
#: picked on them.
POINTS: Mapping[str, int] = {
    "its sentence": 1,
    "the sentence before": 2,
    "a little before": 1,
    "a little behind": -2,
    "title": 2,
    "first sentence": 2,
    "tied": 2,  # "in X", wherever it is said
    "named again": 1,
    "dateline alone": -1,
    "no official's": -3,  # ... where the chief or governor of a district speaks: that is where it was
    "acts": -1,  # only ever named as a government or a people
    "town": 1,  # or a district, not a province
    "area named": 2,  # each area around it that the text names
}
_TIES = frozenset({"in", "at", "near", "outside"})
_TOWNISH = frozenset({"place", "admin2"})
_WIDE_LEVELS = frozenset({"country", "region"})
_A_LITTLE = 3  # sentences
_LOCAL = frozenset(
    "governor mayor chief head chairman chairperson chairwoman commissioner administrator prefect officer councillor "
    "councilor magistrate superintendent inspector sheriff elder warden supervisor".split()
)
_OFFICE = 4  # words from an office to its place


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a text names, with the points that it has for every happening of the text."""

    span: Span  # the first that names it, in "in X" where there is one
    sentences: tuple[int, ...]
    points: int


def candidates(
    scenes: list[Span], text: Text, ontology: Ontology, title_end: int, dateline: tuple[int, int]
) -> list[Candidate]:
    """The places finer than a country that may be scenes of a text, in the order of their first names."""
    named: dict[str, tuple[Place, list[Span]]] = {}
    for span in scenes:
        place = ontology.places.get(span.place_id) if span.place_id is not None else None
        if place is not None:
            named.setdefault(place.place_id, (place, []))[1].append(span)
    firsts = [sentence.first for sentence in text.sentences]
    lead = next((s.number for s in text.sentences if s.start >= title_end), None)
    officials = any(_has_official(p, told, text.words) for p, told in named.values())
    found: list[Candidate] = []
    for place_id, (place, told) in named.items():
        if place.level in _WIDE_LEVELS:
            continue
        starts = [text.starts[span.first] for span in told]
        sentences = tuple(text.sentences[bisect_right(firsts, span.first) - 1].number for span in told)
        tied = [span for span in told if span.first > 0 and text.words[span.first - 1] in _TIES]
        signs = {
            "title": min(starts) < title_end,
            "first sentence": lead in sentences,
            "tied": bool(tied),
            "named again": len(told) > 1,
            "dateline alone": all(dateline[0] <= start < dateline[1] for start in starts),
            "acts": all(span.hit is not None for span in told),
            "no official's": officials and all(dateline[0] <= start < dateline[1] for start in starts),
            "town": place.level in _TOWNISH,
        }
        around = sum(other != place_id and ontology.places.contains(other, place_id) for other in named)
        points = sum(POINTS[sign] for sign, holds in signs.items() if holds) + POINTS["area named"] * around
        found.append(Candidate((tied or told)[0], sentences, points))
    return found


def _has_official(place: Place, told: list[Span], words: list[str]) -> bool:
    """Whether a text hears one who answers for a town or district: 'the governor of X'."""
    ahead = [words[max(0, span.first - _OFFICE) : span.first] for span in told]
    return place.level in _TOWNISH and any(
        "of" in office and "," not in office and not _LOCAL.isdisjoint(office[: office.index("of")]) for office in ahead
    )


def weigh(found: list[Candidate], members: list[Draft], fits: Callable[[str | None], bool]) -> Span | None:
    """The place in which a happening most likely was, of those that fit what is known."""
    body = [d.sentence.number for d in members if not d.is_title] or [d.sentence.number for d in members]
    best: tuple[int, int] | None = None
    chosen: Span | None = None
    for order, each in enumerate(found):
        if not fits(each.span.place_id):
            continue
        gap = min((n - s for n in body for s in each.sentences), key=lambda gap: (abs(gap), -gap))
        rank = (each.points + _by_distance(gap), -order)
        if best is None or rank > best:
            best, chosen = rank, each.span
    return chosen


def _by_distance(gap: int) -> int:
    """The points of a place named so many sentences before a happening, or behind it."""
    if gap in (0, 1):
        return POINTS["the sentence before" if gap else "its sentence"]
    if 1 < gap <= _A_LITTLE:
        return POINTS["a little before"]
    return POINTS["a little behind"] if -_A_LITTLE <= gap < -1 else 0
