"""Places that a text names by what they are: 'in the city', 'in the same state', 'elsewhere in the district'.

What belongs here: finding such words and the place named before that they mean. What does not: 'the capital', which is
known without being named (localities.py), and 'the area', which is where the news plays (scenes.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sitrep.extract.localities import DocumentPlaces
from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Text
from sitrep.extract.unlisted import BEARINGS

_TO = frozenset({"in", "at", "near", "outside", "around", "across", "throughout", "inside", "into", "of"})
_THE = frozenset({"the", "that", "this", "same"})
_PARTS = BEARINGS | {"rest", "part", "parts"}
_TOWNS = frozenset({"city", "town", "village", "camp", "neighbourhood", "neighborhood", "settlement", "hamlet"})
_FIRST = frozenset({"state", "province", "region", "governorate", "department", "oblast"})
_WIDE = frozenset({"country"})
_SECOND = frozenset({"district", "county", "township", "tehsil", "raion", "municipality"})
_SPOKEN = _TOWNS | _FIRST | _WIDE | _SECOND
#: Words behind that make another thing of it: "the city council", "the village of X", "the state government".
_ENDS = frozenset({".", ",", ";", ":", ")", "on", "and", "in", "at", "when", "where", "after", "before", "by", "late"})
_ENDS |= {"since", "early", "last", "killing", "leaving", "wounding", "as", "during", "with", "for", "to"}
_EPITHETS = 5  # words from "this" to the town, and those that stand not between: "in this part of the city"
_NO_EPITHETS = frozenset({"of", "the", "that", "and", "in", "part"})
_FINE = ("place", "admin2")
#: So many people are no village, so few no city.
_NO_VILLAGE, _NO_CITY = 50_000, 5_000


def lay_spoken(text: Text, spans: Spans, places: DocumentPlaces, dateline: tuple[int, int] = (0, 0)) -> None:
    """Lays the places that are spoken of so over a text that was written where its dateline says."""
    for span in list(SpokenPlaces(text, spans, places, dateline).find()):
        spans.covering[span.first] = span
        spans.places.append(span)
    spans.places.sort(key=lambda span: span.first)


@dataclass(frozen=True)
class SpokenPlaces:
    """Finds them in one text, after all that is named."""

    text: Text
    spans: Spans
    places: DocumentPlaces
    dateline: tuple[int, int]  # its offsets

    def find(self) -> Iterator[Span]:
        """The spans of such words, each with the place that it means."""
        named = [span for span in self.spans.places if span.place_id is not None]
        at = 0
        before: list[Span] = []
        for index in [index for index, word in enumerate(self.text.words) if word in _SPOKEN]:
            while at < len(named) and named[at].last <= index - 1:
                before.append(named[at])
                at += 1
            if index > 1 and index not in self.spans.covering:
                place_id = self._written_in(before) if self._is_writers(index) else None
                if place_id is None and self._speaks(index):
                    place_id = self._meant(index, before)
                if place_id is not None:
                    yield Span(index, index + 1, "n", place_id=place_id)

    def _speaks(self, index: int) -> bool:
        """Whether a word for a place stands behind "in the" and nothing tells which place it is."""
        words = self.text.words
        if words[index] not in _SPOKEN:
            return False
        if index + 1 < len(words) and words[index + 1] not in _ENDS:
            return False
        at = index - 1
        if words[at] not in _THE:
            return False
        while at > 0 and words[at] in _THE:
            at -= 1
        if words[at] == "of" and at > 1 and words[at - 1] in _PARTS:
            at -= 2
            at -= words[at] == "the"
        return words[at] in _TO and not self._is_told(index)

    def _is_writers(self, index: int) -> bool:
        """'in this restive city north of X', 'at this border town': the town that a reporter writes from."""
        words = self.text.words
        for at in range(index - 1, max(0, index - _EPITHETS), -1):
            if words[at] == "this":
                return words[index] in _TOWNS and words[at - 1] in _TO
            if not words[at][0].isalpha() or words[at] in _NO_EPITHETS:
                return False
        return False

    def _written_in(self, before: list[Span]) -> str | None:
        """The town of the dateline."""
        first, last = self.dateline
        for span in before:
            place = self.places.get(span.place_id or "")
            if first <= self.text.starts[span.first] < last and place is not None and place.level in _FINE:
                return place.place_id
        return None

    def _is_told(self, index: int) -> bool:
        """'the city, Goma': the name follows."""
        words = self.text.words
        if index + 2 < len(words) and words[index + 1] in (",", "in"):
            span = self.spans.covering.get(index + 2)
            return span is not None and span.place_id is not None
        return False

    def _meant(self, index: int, before: list[Span]) -> str | None:
        """The place called so last, else that which most of the text plays in, of those that may be called so.

        One named last in the same sentence goes before: 'Kharkiv Mayor X said the attacks hit parts of the city'.
        """
        word = self.text.words[index]
        if before and "." not in self.text.words[before[-1].last : index] and self._may_be(word, before[-1].place_id):
            return before[-1].place_id
        called = [span for span in before if self._is_called(word, span)]
        counted: Counter[str] = Counter()
        for span in called[-1:] or before:
            fits = self._fitting(word, span)
            if fits is not None:
                counted[fits] += 2 if span is before[-1] else 1
        return max(counted, key=lambda place_id: (counted[place_id], place_id)) if counted else None

    def _fitting(self, word: str, span: Span) -> str | None:
        """A place, or what it lies in, if it may be called so; where people are from is elsewhere."""
        if span.first and self.text.words[span.first - 1] == "from":
            return None
        chain = self.places.chain(span.place_id or "") or (span.place_id or "",)
        return next((place_id for place_id in chain if self._may_be(word, place_id)), None)

    def _is_called(self, word: str, span: Span) -> bool:
        """'the border town of X', 'X city', 'X, a town in'."""
        words = self.text.words
        ahead, behind = words[max(0, span.first - 2) : span.first], words[span.last : span.last + 4]
        return ahead == [word, "of"] or behind[:1] == [word] or (behind[:1] == [","] and word in behind[1:])

    def _may_be(self, word: str, place_id: str | None) -> bool:
        place = self.places.get(place_id or "")
        if place is None:
            return False
        if word in _WIDE:
            return place.level == "country"
        if word in _FIRST:
            return place.level == "admin1"
        if word in _SECOND:
            return place.level == "admin2"
        small = word in ("village", "hamlet", "settlement", "camp")
        fits = place.population < _NO_VILLAGE if small else word != "city" or place.population >= _NO_CITY
        return place.level == "place" and fits
