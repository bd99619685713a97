"""Splitting what holds several records into one delivery a record.

What belongs here: which media type is split by what, and how deep. What does not: each format's own reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sitrep.records import Delivery
from sitrep.sources.archives import refused, split_gzip, split_zip
from sitrep.sources.feeds import split_feed
from sitrep.sources.limits import EVIDENCE_BYTES, MAX_DEPTH, MAX_RECORD_BYTES
from sitrep.sources.mail import split_mail, split_mailbox
from sitrep.sources.records import split_json, split_lines
from sitrep.sources.webarchive import split_warc

Splitter = Callable[[Delivery], Iterator[Delivery]]

#: What holds records that are documents.
SPLITTERS: dict[str, Splitter] = {
    "application/json": split_json,
    "application/x-ndjson": split_lines,
    "application/rss+xml": split_feed,
    "application/atom+xml": split_feed,
    "application/xml": split_feed,
    "application/warc": split_warc,
    "message/rfc822": split_mail,
    "application/mbox": split_mailbox,
}
#: What holds files, which are split in their turn.
ARCHIVES: dict[str, Splitter] = {"application/zip": split_zip, "application/gzip": split_gzip}


def split(whole: Delivery, depth: int = 0) -> Iterator[Delivery]:
    """The records of a delivery: itself, where it is one record."""
    if whole.problem is not None:
        yield whole
    elif whole.media_type == "application/gzip" and whole.raw_path.endswith(".warc.gz"):
        yield from map(_limited, split_warc(whole))
    elif whole.media_type in ARCHIVES:
        if depth >= MAX_DEPTH:
            yield refused(whole, f"archives within archives: more than {MAX_DEPTH} deep")
            return
        for member in ARCHIVES[whole.media_type](whole):
            yield from split(member, depth + 1)
    else:
        splitter = SPLITTERS.get(whole.media_type)
        yield from map(_limited, splitter(whole) if splitter else (whole,))


def _limited(record: Delivery) -> Delivery:
    size = len(record.payload)
    if size <= MAX_RECORD_BYTES:
        return record
    problem = f"too large: {size} bytes, the limit for a record is {MAX_RECORD_BYTES}"
    return replace(record, payload=record.payload[:EVIDENCE_BYTES], problem=record.problem or problem)
