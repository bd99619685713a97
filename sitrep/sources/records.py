"""JSON and JSON lines: one delivery a record, its usual metadata fields taken into the sidecar.

What belongs here: finding records and their fields under the names that crawlers and APIs give them.
What does not: reading the text of a record (sitrep.clean, which uses the same names).
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sitrep.records import Delivery

#: Where a field is found, in order of trust. Names are compared without case, hyphens and underscores.
BODY_FIELDS = (
    "text", "body", "content", "fulltext", "maintext", "articlebody", "articletext", "bodytext", "article", "story",
    "rawtext", "plaintext", "html", "contenthtml", "bodyhtml", "contentencoded", "description", "summary",
)  # fmt: skip
METADATA_FIELDS = {
    "title": ("title", "headline", "heading", "name", "webtitle"),
    "url": ("url", "link", "weburl", "canonicalurl", "sourceurl", "articleurl", "permalink", "href", "guid"),
    "published": (
        "published", "publishedat", "datepublished", "datepublish", "publishdate", "pubdate", "publicationdate",
        "publicationtime", "date", "datetime", "timestamp", "createdat", "created", "webpublicationdate",
    ),
    "publisher": (
        "publisher", "sitename", "outlet", "sourcename", "newspaper", "source", "website", "sourcedomain", "domain",
    ),
    "language": ("language", "lang", "inlanguage"),
    "author": ("byline", "author", "authors", "creator", "writer"),
}  # fmt: skip
#: Names under which a file keeps its list of records.
LIST_FIELDS = (
    "articles",
    "items",
    "documents",
    "docs",
    "results",
    "records",
    "data",
    "entries",
    "stories",
    "news",
    "response",
)
#: An epoch of more digits than this counts milliseconds.
SECONDS_LIMIT = 10**11


def split_lines(whole: Delivery) -> Iterator[Delivery]:
    """Each line of a JSON lines file; a broken line is a delivery with its problem, and the others pass."""
    payload = whole.payload.removeprefix(b"\xef\xbb\xbf")
    for number, line in enumerate(payload.split(b"\n"), start=1):
        if line.strip():
            yield _record(whole, line.strip(), number)


def split_json(whole: Delivery) -> Iterator[Delivery]:
    """The record of a JSON file, or each record of its list, in the bytes that it stands in."""
    text = whole.payload.decode("utf-8-sig", "surrogateescape")
    start = _list_start(text, _parsed(whole.payload))
    slices = _elements(text, start) if start is not None else None
    if slices is None:
        yield _record(whole, whole.payload, None)
        return
    for number, element in enumerate(slices, start=1):
        yield _record(whole, element.encode("utf-8", "surrogateescape"), number)


def _list_start(text: str, fields: object) -> int | None:
    """Where the list of records begins: the file is one, or keeps it under a usual name."""
    if isinstance(fields, list):
        return text.index("[")
    if not isinstance(fields, dict) or body_of(fields) is not None:
        return None
    names = [re.escape(json.dumps(name)) + r"\s*:" for name in _list_path(fields) or ()]
    found = re.search(r".*?".join(names) + r"\s*\[", text, re.DOTALL) if names else None
    return found.end() - 1 if found else None


def _list_path(fields: Mapping[str, object], depth: int = 0) -> tuple[str, ...] | None:
    """The names that lead to a list of objects."""
    for name, value in fields.items():
        if _key(name) in LIST_FIELDS:
            if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
                return (name,)
            if isinstance(value, dict) and depth < 2 and (inner := _list_path(value, depth + 1)) is not None:
                return (name, *inner)
    return None


def _elements(text: str, start: int) -> list[str] | None:
    """The elements of the list that begins at an offset, each as it is written."""
    decoder, space, elements = json.JSONDecoder(), re.compile(r"[\s,]*"), []
    at = _skipped(space, text, start + 1)
    while text[at : at + 1] != "]":
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return None
        elements.append(text[at:end])
        at = _skipped(space, text, end)
    return elements


def _skipped(space: re.Pattern[str], text: str, at: int) -> int:
    found = space.match(text, at)
    return found.end() if found else at


def _parsed(payload: bytes) -> object:
    try:
        parsed: object = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    return parsed


def _record(whole: Delivery, payload: bytes, number: int | None) -> Delivery:
    path = whole.raw_path if number is None else f"{whole.raw_path}#{number}"
    fields = _parsed(payload)
    record = replace(whole, raw_path=path, payload=payload, media_type="application/json")
    if fields is None:
        return replace(record, problem="not valid JSON")
    if not isinstance(fields, dict):
        return replace(record, problem="not a JSON object")
    if body_of(fields) is None and not text_fields(fields).get("title"):
        return replace(record, problem=f"no text field; it has {', '.join(sorted(fields)[:10]) or 'no fields'}")
    return replace(record, sidecar={**text_fields(fields), **whole.sidecar})


def body_of(fields: Mapping[str, object]) -> str | None:
    """The text of a record: the first of the usual fields that holds any; paragraphs in a list are joined."""
    by_key = {_key(name): value for name, value in reversed(list(fields.items()))}
    for name in BODY_FIELDS:
        value = by_key.get(name)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, Mapping):
            value = body_of(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def text_fields(fields: Mapping[str, object]) -> dict[str, str]:
    """The metadata of a record or sidecar, under our names, as text."""
    by_key = {_key(name): value for name, value in reversed(list(fields.items()))}
    found = {}
    for ours, names in METADATA_FIELDS.items():
        for name in names:
            value = _as_text(by_key.get(name), ours)
            if value:
                found[ours] = value
                break
    return found


def _key(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "").replace(":", "")


def _as_text(value: object, field: str) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title") or value.get("uri")
    if isinstance(value, list):
        value = ", ".join(text for one in value if (text := _as_text(one, field)))
    if isinstance(value, (int, float)) and not isinstance(value, bool) and field == "published":
        return _from_epoch(float(value))
    return value.strip() or None if isinstance(value, str) else None


def _from_epoch(value: float) -> str | None:
    seconds = value / 1000 if abs(value) >= SECONDS_LIMIT else value
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None
