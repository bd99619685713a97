"""From the raw frame to the frames of stage cleaned_text, row by row.

What belongs here: the shape of the frames on both sides. What does not: cleaning.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa

from sitrep.clean.document import clean
from sitrep.clean.rules import CleaningRules
from sitrep.records import CleanDocument, Delivery
from sitrep.schemas import STAGES

FRAMES = STAGES["cleaned_text"]
SIDECAR = ("url", "published", "publisher", "title", "language")
#: Columns of the document frame that are not fields of the record of the same name.
FROM_DELIVERY = ("delivery_id", "source_name", "raw_path", "raw_sha256")


def clean_batch(
    delivery_frame: pd.DataFrame,
    as_of: dt.date,
    rules: CleaningRules,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, pd.DataFrame]:
    """One row or more a delivery in frame `document`, and every cut in frame `cut`."""
    documents: list[dict[str, Any]] = []
    cuts: list[dict[str, Any]] = []
    for number, row in enumerate(rows(delivery_frame), start=1):
        for document in clean(_delivery(row), row["document_id"], as_of, rules):
            documents.append(_document_row(document, row))
            cuts.extend(_cut_rows(document, row["delivery_id"]))
        if progress:
            progress(number, len(delivery_frame))
    return {"document": _frame(documents, FRAMES["document"]), "cut": _frame(cuts, FRAMES["cut"])}


def rows(frame: pd.DataFrame) -> Iterable[dict[str, Any]]:
    """The rows of a frame as plain values, with None for what is missing."""
    for row in frame.to_dict("records"):
        yield {str(name): None if _missing(value) else value for name, value in row.items()}


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


def _delivery(row: Mapping[str, Any]) -> Delivery:
    sidecar = {name: row[name] for name in SIDECAR if row.get(name)}
    payload = bytes(row["payload"] or b"")
    return Delivery(row["source_name"], row["raw_path"], payload, row["media_type"], sidecar, row["problem"])


def _document_row(document: CleanDocument, row: Mapping[str, Any]) -> dict[str, Any]:
    published = document.published
    made: dict[str, Any] = {name: row[name] for name in FROM_DELIVERY}
    for name in FRAMES["document"].names:
        if name not in made and hasattr(document, name):
            made[name] = getattr(document, name)
    made.update(
        published_at=published.at,
        published_on=published.on,
        utc_offset=published.utc_offset,
        published_precision=published.precision,
        published_basis=published.basis,
        published_evidence=list(published.evidence),
        raw_chars=len(document.raw_text),
        clean_chars=len(document.clean_text),
        segments=[
            {"clean_start": s.clean_start, "clean_end": s.clean_end, "raw_start": s.raw_start}
            for s in document.segments
        ],
        signature=list(document.signature),
    )
    return made


def _cut_rows(document: CleanDocument, delivery_id: str) -> Iterable[dict[str, Any]]:
    for cut in document.cuts:
        yield {
            "document_id": document.document_id,
            "delivery_id": delivery_id,
            "raw_start": cut.raw_start,
            "raw_end": cut.raw_end,
            "rule_id": cut.rule_id,
            "text": cut.text,
        }


def _frame(made: list[dict[str, Any]], schema: pa.Schema) -> pd.DataFrame:
    """Rows as a frame with the columns of a schema, whole numbers kept whole where some are missing."""
    table = pa.Table.from_pylist(made, schema=schema)
    frame: pd.DataFrame = table.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
    return frame
