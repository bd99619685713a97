"""Splitting what holds several records into one delivery a record.

What belongs here: which media type is split by what. What does not: each format's own reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sitrep.records import Delivery
from sitrep.sources.limits import EVIDENCE_BYTES, MAX_RECORD_BYTES
from sitrep.sources.records import split_json, split_lines

Splitter = Callable[[Delivery], Iterator[Delivery]]

SPLITTERS: dict[str, Splitter] = {
    "application/json": split_json,
    "application/x-ndjson": split_lines,
}


def split(whole: Delivery) -> Iterator[Delivery]:
    """The records of a delivery: itself, where it is one record."""
    splitter = SPLITTERS.get(whole.media_type)
    for record in splitter(whole) if splitter else (whole,):
        yield _limited(record)


def _limited(record: Delivery) -> Delivery:
    size = len(record.payload)
    if size <= MAX_RECORD_BYTES:
        return record
    problem = f"too large: {size} bytes, the limit for a record is {MAX_RECORD_BYTES}"
    return replace(record, payload=record.payload[:EVIDENCE_BYTES], problem=record.problem or problem)
