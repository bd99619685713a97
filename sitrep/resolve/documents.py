"""Deliveries and documents: which delivery speaks for a document, what became of each, which text follows which.

What belongs here: choices among deliveries and texts of one address, made by their content alone, so that the order
of arrival does not matter. What does not: near-duplicates (copies), anything about events.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sitrep.records import PUBLISHED_BASES, PUBLISHED_PRECISIONS
from sitrep.resolve.model import Row

#: How far a corrected text may say so of itself, from its start: a notice stands at the head or at the foot.
_NOTICE = ("correction", "corrected", "clarification", "updated", "update:")
_FAR = dt.datetime.max.replace(tzinfo=dt.UTC)


def _rank(value: str | None, order: Sequence[str]) -> int:
    return order.index(value) if value in order else len(order)


def _delivery_preference(row: Row) -> tuple[Any, ...]:
    """Smallest first: the delivery that knows most about the document, then by its content alone."""
    known = sum(row[column] is not None for column in ("url", "title", "publisher", "byline", "language"))
    return (
        _rank(row["published_basis"], PUBLISHED_BASES),
        _rank(row["published_precision"], PUBLISHED_PRECISIONS),
        -known,
        row["published_at"] or _FAR,
        row["source_name"] or "",
        row["raw_path"] or "",
        row["delivery_id"],
    )


def best_deliveries(documents: Iterable[Row]) -> dict[str, Row]:
    """document_id -> the row of the delivery that speaks for it."""
    best: dict[str, Row] = {}
    for row in documents:
        known = best.get(row["document_id"])
        if known is None or _delivery_preference(row) < _delivery_preference(known):
            best[row["document_id"]] = row
    return dict(sorted(best.items()))


def deliveries_with_outcome(deliveries: Iterable[Row], documents: Iterable[Row], best: Mapping[str, Row]) -> list[Row]:
    """Every delivery, published, duplicate (of the one that was), or quarantined (no document came of it)."""
    read = {row["delivery_id"]: row for row in documents}
    out: dict[str, Row] = {}
    for row in sorted(deliveries, key=lambda row: (row["delivery_id"], row.get("batch_id") or "")):
        document = read.get(row["delivery_id"])
        if document is None:
            outcome = "quarantined"
        else:
            chosen = best[document["document_id"]]["delivery_id"] == row["delivery_id"]
            outcome = "published" if chosen else "duplicate"
        published_at = document["published_at"] if document else None
        out.setdefault(row["delivery_id"], {**row, "published_at": published_at, "outcome": outcome})
    return list(out.values())


def address_of(url: str | None) -> str | None:
    """A page's address without what does not change the page: scheme, www, fragment, tracking, last slash."""
    if not url:
        return None
    bare = url.split("#")[0].split("?utm_")[0].split("&utm_")[0]
    bare = bare.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return bare.lower() or None


def _version(row: Row) -> tuple[Any, ...]:
    """Order of the texts of one address: by publication, then one that says it is corrected, then the longer."""
    text = (row["clean_text"] or "").lower()
    noticed = any(word in text[:400] or word in text[-400:] for word in _NOTICE)
    return (row["published_at"] or _FAR, noticed, row["clean_chars"] or 0, row["document_id"])


def supersessions(best: Mapping[str, Row]) -> dict[str, str]:
    """document_id -> the earlier text of the same address (and section) that it replaces."""
    by_address: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in best.values():
        if (address := address_of(row["url"])) is not None:
            by_address[address, row["section"] or 0].append(row)
    out = {}
    for versions in by_address.values():
        ordered = sorted(versions, key=_version)
        for earlier, later in pairwise(ordered):
            out[later["document_id"]] = earlier["document_id"]
    return out


def own_publication(row: Row) -> Row:
    """A published document row as the document itself has it: without a day that another document gave it."""
    if row["published_basis"] != "corroborated":
        return row
    unknown = {"published_on": None, "published_precision": "unknown", "published_basis": "unknown"}
    return {**row, **unknown}


def known_day(row: Row) -> dt.date | None:
    """The day a document was published, where it is known to the day."""
    day: dt.date | None = row["published_on"]
    return day if row["published_precision"] in ("second", "day") else None
