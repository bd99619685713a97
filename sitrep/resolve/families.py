"""Families of copies: which earlier document each one repeats, how much of it, and in which passages.

What belongs here: naming, by publication, within one cluster of alike texts. What does not: finding the texts that are
alike (copies), and what follows for incidents (consensus). A family is named from its members alone, so that the order
in which they arrived does not show.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitrep.resolve.copies import ELDERS, Grams, grams, jaccard, shared
from sitrep.resolve.documents import known_day
from sitrep.resolve.model import ResolveOptions, Row
from sitrep.resolve.passages import shared_passages


@dataclass(frozen=True, slots=True)
class Kin:
    """An earlier document that one repeats."""

    document_id: str
    similarity: float  # the shared part of all their runs of five words
    repeated: float  # how much of the later one's runs stands in the earlier one


@dataclass(frozen=True, slots=True)
class Standing:
    """What one document is within its family."""

    document_id: str
    syndication_id: str
    copy_of: Kin | None  # of which it is a near-duplicate: nearly all that it says stands there
    made_from: Kin | None  # what it shares most with, where that makes it a copy or rewrite


class Family:
    """A cluster of alike texts with the documents that carry them."""

    def __init__(
        self,
        members: Mapping[str, Sequence[str]],
        alike: Mapping[str, Mapping[str, float]],
        rows: Mapping[str, Row],
        options: ResolveOptions,
    ) -> None:
        self._rows = rows
        self._options = options
        self._alike = alike
        self._text_of = {document_id: text for text, carried in members.items() for document_id in carried}
        self._ordered = sorted(self._text_of, key=lambda document_id: _age(rows[document_id], document_id))
        self._first_texts = list(dict.fromkeys(self._text_of[document_id] for document_id in self._ordered))[:ELDERS]
        self._is_large = len(members) > ELDERS
        self._grams: dict[str, Grams] = {}

    def standings(self) -> Iterator[Standing]:
        """Each document, the eldest first."""
        carriers: dict[str, str] = {}  # of each text the eldest document
        for document_id in self._ordered:
            text = self._text_of[document_id]
            kin = list(self._elders(text, carriers))
            copies = [one for one in kin if one.repeated >= self._options.near_duplicate]
            made_from = copies[0] if copies else max(kin, key=lambda one: one.similarity, default=None)
            yield Standing(document_id, self._ordered[0], copies[0] if copies else None, made_from)
            carriers.setdefault(text, document_id)

    def _elders(self, text: str, carriers: Mapping[str, str]) -> Iterator[Kin]:
        """The alike documents that came before, the eldest first."""
        alike = self._first_texts if self._is_large else self._alike.get(text, {})
        for other, document_id in carriers.items():
            if other == text:
                yield Kin(document_id, 1.0, 1.0)
            elif other in alike:
                one, its = self._runs(text), self._runs(other)
                similarity = jaccard(one, its)
                if similarity >= self._options.rewrite:
                    yield Kin(document_id, similarity, shared(one, its) / len(one))

    def _runs(self, text: str) -> Grams:
        if text not in self._grams:
            document_id = next(one for one in self._ordered if self._text_of[one] == text)
            self._grams[text] = grams(self._rows[document_id]["clean_text"] or "")
        return self._grams[text]


def passage_rows(standing: Standing, rows: Mapping[str, Row]) -> Iterator[Row]:
    """Rows of core.shared_passage: what a document shares with the one that it repeats."""
    kin = standing.made_from
    if kin is None:
        return
    text, other = rows[standing.document_id]["clean_text"] or "", rows[kin.document_id]["clean_text"] or ""
    for passage in shared_passages(text, other):
        yield {
            "document_id": standing.document_id,
            "other_document_id": kin.document_id,
            "char_start": passage.char_start,
            "char_end": passage.char_end,
            "other_start": passage.other_start,
            "other_end": passage.other_end,
            "similarity": round(kin.similarity, 4),
        }


def _age(row: Row, document_id: str) -> tuple[dt.date, str]:
    return (known_day(row) or dt.date.max, document_id)
