"""WARC: the pages that a crawl fetched, one delivery a page.

What belongs here: which records are documents, their address and type. What does not: the crawl's dates, which say when
a page was fetched and never when it was published.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from sitrep.records import Delivery
from sitrep.sources.archives import refused
from sitrep.sources.kinds import media_type_of
from sitrep.sources.limits import MAX_MEMBERS, MAX_RECORD_BYTES, MAX_UNPACKED_BYTES

RECORD_TYPES = ("response", "resource", "conversion")
DOCUMENTS = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/json",
    "application/pdf",
    "message/rfc822",
)


def split_warc(whole: Delivery) -> Iterator[Delivery]:
    """The documents of a web archive; where it breaks off, those before it and a delivery that says so."""
    unpacked = number = documents = 0
    records = iter(ArchiveIterator(io.BytesIO(whole.payload)))
    while number < MAX_MEMBERS and unpacked <= MAX_UNPACKED_BYTES:
        try:
            record = next(records, None)
            if record is None:
                if not documents:
                    yield refused(whole, "no document in the web archive")
                return
            number += 1
            found = _document(whole, record, number)
        except (ArchiveLoadFailed, EOFError, ValueError, OSError, AttributeError) as error:
            yield refused(replace(whole, raw_path=f"{whole.raw_path}#{number + 1}"), f"broken web archive: {error}")
            return
        if found is not None:
            unpacked, documents = unpacked + len(found.payload), documents + 1
            yield found
    yield refused(
        replace(whole, raw_path=f"{whole.raw_path}#{number}"), "web archive bomb: unpacks to more than the limit"
    )


def _document(whole: Delivery, record: Any, number: int) -> Delivery | None:
    """A record as a delivery, if it is a document that was found."""
    if record.rec_type not in RECORD_TYPES:
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() not in ("200", ""):
        return None
    stated = (headers.get_header("Content-Type") if headers else record.content_type) or ""
    kind, _, rest = stated.lower().partition(";")
    payload = record.content_stream().read(MAX_RECORD_BYTES + 1)
    kind = kind.strip() or media_type_of("", payload)
    if kind not in DOCUMENTS:
        return None
    address = record.rec_headers.get_header("WARC-Target-URI")
    media_type = f"{kind};{rest}" if "charset" in rest else kind
    sidecar = {**({"url": address} if address else {}), **whole.sidecar}
    return Delivery(whole.source_name, f"{whole.raw_path}#{number}", payload, media_type, sidecar)
