"""Reading one delivery by its media type.

What belongs here: which reader a media type has, plain text, JSON records. What does not: cutting and repairing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from sitrep.clean.decoding import decode, uniform
from sitrep.clean.html import fragment, read_html
from sitrep.clean.mail import read_mail
from sitrep.clean.pdf import read_pdf
from sitrep.clean.reading import Reading
from sitrep.records import Delivery
from sitrep.sources.feeds import ENTRY_TYPE, entry_body, entry_fields, parse
from sitrep.sources.records import body_of, text_fields

Reader = Callable[[Delivery], Reading]
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
MARKUP = re.compile(r"<(?:p|br|div|span|a|h[1-6]|strong|em|ul|article|figure)\b[^>]*>", re.IGNORECASE)


def read(delivery: Delivery) -> Reading:
    """The text of a delivery by the reader of its media type, its sidecar's word before the container's own."""
    if delivery.problem is not None:
        return Reading("", problem=delivery.problem)
    if not delivery.payload:
        return Reading("", problem="empty: no bytes")
    media_type, _, parameters = delivery.media_type.partition(";")
    charset = CHARSET.search(parameters)
    if charset:
        delivery = replace(delivery, sidecar={"charset": charset[1], **delivery.sidecar})
    reader = READERS.get(media_type.strip())
    if reader is None:
        return Reading("", problem=f"binary: no reader for {delivery.media_type}")
    return _with_sidecar(reader(delivery), delivery.sidecar)


def _with_sidecar(reading: Reading, sidecar: Mapping[str, str]) -> Reading:
    stated = (("sidecar", sidecar["published"]),) if sidecar.get("published") else ()
    return Reading(
        reading.text,
        reading.encoding,
        reading.problem,
        sidecar.get("title") or reading.title,
        sidecar.get("author") or reading.byline,
        sidecar.get("publisher") or reading.publisher,
        sidecar.get("url") or reading.url,
        sidecar.get("language") or reading.language,
        stated + reading.dates,
        reading.cuts,
        reading.beside,
    )


def _plain(delivery: Delivery) -> Reading:
    decoded = decode(delivery.payload, delivery.sidecar.get("charset"))
    return Reading(decoded.text, decoded.encoding, decoded.problem)


def _record(delivery: Delivery) -> Reading:
    """A JSON record: its title, a blank line, its text."""
    try:
        fields = json.loads(delivery.payload)
    except (ValueError, RecursionError):
        return Reading("", problem="not valid JSON")
    if not isinstance(fields, dict):
        return Reading("", problem="not a JSON object")
    known = text_fields(fields)
    body = body_of(fields) or ""
    title = known.get("title")
    if MARKUP.search(body):
        body = fragment(body, None)
    text = f"{title}\n\n{body}" if title and not body.lstrip().startswith(title) else body or title or ""
    dates = (("record", known["published"]),) if known.get("published") else ()
    return Reading(
        uniform(text), "utf-8", None, title, known.get("author"), known.get("publisher"), known.get("url"),
        known.get("language"), dates,
    )  # fmt: skip


def _entry(delivery: Delivery) -> Reading:
    """An entry of a feed: its title, a blank line, its text."""
    entry = parse(delivery.payload)
    if entry is None:
        return Reading("", problem="not XML")
    fields = entry_fields(entry)
    return Reading(
        fragment(entry_body(entry), fields.get("title")),
        "utf-8",
        title=fields.get("title"),
        byline=fields.get("author"),
    )


def _markup(delivery: Delivery) -> Reading:
    """XML that is no feed: all its text."""
    decoded = decode(delivery.payload)
    return Reading(fragment(decoded.text, None), decoded.encoding, decoded.problem)


READERS: dict[str, Reader] = {
    "text/plain": _plain,
    "text/html": read_html,
    "application/xhtml+xml": read_html,
    "application/xml": _markup,
    "message/rfc822": read_mail,
    "application/pdf": read_pdf,
    ENTRY_TYPE: _entry,
    "application/json": _record,
}
