"""Reading one delivery: its text as it stands, and what its container says of it.

What belongs here: which reader a media type has, and the common result. What does not: cutting and repairing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sitrep.clean.decoding import decode, uniform
from sitrep.clean.spans import Span
from sitrep.records import Delivery
from sitrep.sources.records import body_of, text_fields


@dataclass(frozen=True, slots=True)
class Reading:
    """The raw text of a delivery with its metadata; `cuts` are stretches that its format shows to be no article."""

    text: str
    encoding: str | None = None
    problem: str | None = None
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[tuple[str, str], ...] = ()  # where from, value; in order of trust
    cuts: tuple[Span, ...] = ()  # in the raw text


Reader = Callable[[Delivery], Reading]


def read(delivery: Delivery) -> Reading:
    """The text of a delivery by the reader of its media type, its sidecar's word before the container's own."""
    if delivery.problem is not None:
        return Reading("", problem=delivery.problem)
    if not delivery.payload:
        return Reading("", problem="empty: no bytes")
    reader = READERS.get(delivery.media_type)
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
    text = f"{title}\n\n{body}" if title and not body.lstrip().startswith(title) else body or title or ""
    dates = (("record", known["published"]),) if known.get("published") else ()
    return Reading(
        uniform(text), "utf-8", None, title, known.get("author"), known.get("publisher"), known.get("url"),
        known.get("language"), dates,
    )  # fmt: skip


READERS: dict[str, Reader] = {
    "text/plain": _plain,
    "application/json": _record,
}
