"""From frames of clean documents to frames of mentions, row by row.

What belongs here: the shape of the frames (sitrep.schemas) on both sides of the engine. What does not: reading text.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

from sitrep.extract.engine import ENGINE, ENGINE_VERSION, extract
from sitrep.ontology import Ontology
from sitrep.records import CleanDocument, Extraction, Mention, Published, Segment
from sitrep.schemas import STAGES

Rows = dict[str, list[dict[str, Any]]]

FRAMES = STAGES["extracted_events"]


def extract_batch(
    frames: Mapping[str, pd.DataFrame],
    ontology: Ontology,
    as_of: dt.date,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, pd.DataFrame]:
    """The mentions of every document of a batch, as the frames of stage extracted_events."""
    rows: Rows = {name: [] for name in FRAMES}
    documents: list[dict[str, Any]] = frames["document"].to_dict("records")  # type: ignore[assignment]
    known: dict[str, dict[str, dict[str, Any]]] = {"actor": {}, "place": {}}
    for position, row in enumerate(documents):
        if _missing(row.get("problem")):
            document = document_of(row)
            add_rows(rows, known, document, str(row["delivery_id"]), extract(document, ontology, as_of))
        if progress:
            progress(position + 1, len(documents))
    for name, seen in known.items():
        rows[name] = [seen[key] for key in sorted(seen)]
    return {name: to_frame(rows[name], schema) for name, schema in FRAMES.items()}


def to_frame(rows: list[dict[str, Any]], schema: pa.Schema) -> pd.DataFrame:
    """Rows as a frame with the columns of a schema, whole numbers kept whole where some are missing."""
    table = pa.Table.from_pylist(rows, schema=schema)
    frame: pd.DataFrame = table.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
    return frame


def document_of(row: Mapping[str, Any]) -> CleanDocument:
    """The clean document that a row of the frame `document` holds."""
    segments = tuple(
        Segment(int(s["clean_start"]), int(s["clean_end"]), int(s["raw_start"])) for s in _items(row.get("segments"))
    )
    return CleanDocument(
        document_id=str(row["document_id"]),
        raw_text=_text(row.get("raw_text")) or "",
        clean_text=_text(row.get("clean_text")) or "",
        segments=segments,
        cuts=(),
        title=_text(row.get("title")),
        title_start=_number(row.get("title_start")),
        title_end=_number(row.get("title_end")),
        publisher=_text(row.get("publisher")),
        dateline_place=_text(row.get("dateline_place")),
        published=Published(
            on=_day(row.get("published_on")), precision=_text(row.get("published_precision")) or "unknown"
        ),
        language=_text(row.get("language")),
    )


def add_rows(
    rows: Rows,
    known: dict[str, dict[str, dict[str, Any]]],
    document: CleanDocument,
    delivery_id: str,
    extraction: Extraction,
) -> None:
    """Adds one document's extraction to the rows of the batch."""
    ids = mention_ids(document, extraction.mentions)
    for mention_id, mention in zip(ids, extraction.mentions, strict=True):
        rows["mention"].append(_mention_row(mention_id, delivery_id, document, extraction, mention))
        for actor in mention.actors:
            rows["mention_actor"].append(
                {"mention_id": mention_id, "delivery_id": delivery_id}
                | {field: getattr(actor, field) for field in FRAMES["mention_actor"].names[2:]}
            )
        for toll in mention.casualties:
            rows["mention_casualty"].append(
                {"mention_id": mention_id, "delivery_id": delivery_id}
                | {field: getattr(toll, field) for field in FRAMES["mention_casualty"].names[2:]}
            )
    for link in extraction.links:
        rows["mention_link"].append(
            {"mention_id": ids[link.ordinal], "delivery_id": delivery_id, "relation": link.relation}
            | {"related_mention_id": ids[link.related_ordinal]}
        )
    for name, found in (("actor", extraction.actors), ("place", extraction.places)):
        for record in found:
            fields = {field: getattr(record, field) for field in FRAMES[name].names}
            known[name].setdefault(fields[f"{name}_id"], fields | {"aliases": list(fields["aliases"])})


def mention_ids(document: CleanDocument, mentions: Sequence[Mention]) -> list[str]:
    """A stable id for each mention: document, where the trigger stands in the raw text, type, and which of several."""
    seen: dict[str, int] = {}
    ids = []
    for mention in mentions:
        start, end = raw_span(document.segments, mention.trigger_start, mention.trigger_end)
        key = f"{document.document_id}|{start}|{end}|{mention.event_type}"
        seen[key] = seen.get(key, -1) + 1
        ids.append(hashlib.sha256(f"{key}|{seen[key]}".encode()).hexdigest()[:20])
    return ids


def raw_span(segments: Sequence[Segment], start: int, end: int) -> tuple[int, int]:
    """Where a stretch of the clean text stands in the raw text, from its first to its last character."""
    return _raw(segments, start), _raw(segments, max(start, end - 1)) + min(1, end - start)


def _raw(segments: Sequence[Segment], offset: int) -> int:
    position = bisect_right(segments, offset, key=lambda s: s.clean_start) - 1
    if position < 0:
        return offset
    return segments[position].raw_start + offset - segments[position].clean_start


def _mention_row(
    mention_id: str, delivery_id: str, document: CleanDocument, extraction: Extraction, mention: Mention
) -> dict[str, Any]:
    when, place = mention.occurrence, mention.place
    raw_start, raw_end = raw_span(document.segments, mention.char_start, mention.char_end)
    row: dict[str, Any] = {field: getattr(mention, field, None) for field in FRAMES["mention"].names}
    row.update(
        mention_id=mention_id,
        document_id=document.document_id,
        delivery_id=delivery_id,
        raw_start=raw_start,
        raw_end=raw_end,
        time_text=when.text,
        occurred_from=when.date_from,
        occurred_to=when.date_to,
        date_precision=when.precision,
        date_basis=when.basis,
        place_id=place.place_id if place else None,
        place_text=(place.site or place.text) if place else None,
        place_relation=place.relation if place else None,
        geo_precision=place.geo_precision if place else "unknown",
        place_basis=place.basis if place else None,
        engine=ENGINE if not extraction.engine else extraction.engine,
        engine_version=ENGINE_VERSION if not extraction.engine_version else extraction.engine_version,
    )
    return row


def _missing(value: Any) -> bool:
    return value is None or (not isinstance(value, (list, dict)) and bool(pd.isna(value)))


def _items(value: Any) -> Sequence[Any]:
    return () if value is None or isinstance(value, float) else list(value)


def _text(value: Any) -> str | None:
    return None if _missing(value) else str(value)


def _number(value: Any) -> int | None:
    return None if _missing(value) else int(value)


def _day(value: Any) -> dt.date | None:
    if _missing(value):
        return None
    return value.date() if isinstance(value, dt.datetime) else value
