"""Places of sentences that tell of no event by themselves: 'They came at about 3 pm, in the village of Ouye.'

What belongs here: which places such sentences name as where something was, and which happening told just before may
have been there. What does not: whether it takes the place (scenes.py), and places tied to events (settings.py).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitrep.extract.draft import Draft
from sitrep.extract.settings import Where
from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Sentence, Text
from sitrep.extract.unlisted import KINDS
from sitrep.ontology import Ontology

_TIED = frozenset({"in", "at", "near", "outside"})
_NEAR = frozenset({"near", "outside"})
_FINE = frozenset({"place", "admin2"})
_REACH = 3  # sentences behind what was told in which its place may still be told
_STRENGTH = 7  # as far as a place that no grammar ties to its event
#: Words before "in X" that say where somebody lives or sits, or where another thing is.
_LIVING = frozenset(
    """lives living lived based born headquartered resident residents official officials police hospital hospitals
    clinic office offices headquarters court raised educated reporters journalists hospitalised hospitalized treated
    buried funeral""".split()
)


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """The places of sentences without events, by sentence number."""

    at: Mapping[int, tuple[Where, ...]]
    told: frozenset[int]  # numbers of the sentences that tell of events

    def behind(self, members: list[Draft]) -> Iterator[tuple[int, Where]]:
        """The places told behind a happening before any other is told, with how many sentences lie between."""
        for draft in members:
            if draft.is_title:
                continue
            for gap in range(1, _REACH + 1):
                number = draft.sentence.number + gap
                if number in self.told:
                    break
                yield from ((gap, where) for where in self.at.get(number, ()))


def find_unclaimed(text: Text, spans: Spans, ontology: Ontology, drafts: list[Draft]) -> Unclaimed:
    """The places that no event of a text has in its own sentence."""
    told = frozenset(draft.sentence.number for draft in drafts)
    at: dict[int, tuple[Where, ...]] = {}
    firsts = [sentence.first for sentence in text.sentences]
    for span in spans.places:
        sentence = text.sentences[bisect_right(firsts, span.first) - 1]
        if sentence.number not in told and (where := _where(span, sentence, text, ontology)) is not None:
            at[sentence.number] = (*at.get(sentence.number, ()), where)
    return Unclaimed(at, told)


def _where(span: Span, sentence: Sentence, text: Text, ontology: Ontology) -> Where | None:
    """A fine place behind 'in', with its kind and what it is 'of' between: 'in the village of X', 'in the X area'."""
    place = ontology.places.get(span.place_id or "")
    if place is None or place.level not in _FINE:
        return None
    words, at = text.words, span.first - 1
    while at > sentence.first and (words[at] in KINDS or words[at] in ("the", "of", "a", "small")):
        at -= 1
    if at < sentence.first or words[at] not in _TIED or not _LIVING.isdisjoint(words[sentence.first : span.first]):
        return None
    return Where(span, "near" if words[at] in _NEAR else "in", _STRENGTH)
