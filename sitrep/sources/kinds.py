"""What a payload is: by its first bytes where they tell, else by its name.

What belongs here: media types. What does not: character sets, and reading.
"""

from __future__ import annotations

import re

BY_SUFFIX = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".shtml": "text/html",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
    ".eml": "message/rfc822",
    ".mbox": "application/mbox",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".xml": "application/xml",
    ".warc": "application/warc",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".gz": "application/gzip",
}
#: First bytes that settle it, whatever the name says.
BY_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"WARC/1.", "application/warc"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x7fELF", "application/x-executable"),
    (b"ID3", "audio/mpeg"),
    (b"\x00\x00\x00\x18ftyp", "video/mp4"),
)
MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
FEED = re.compile(rb"<(rss|feed|rdf:RDF)\b", re.IGNORECASE)
SNIFFED = 2048


def media_type_of(name: str, payload: bytes) -> str:
    """The media type of a payload that came under a name."""
    for magic, media_type in BY_MAGIC:
        if payload.startswith(magic):
            return media_type
    lowered = name.lower()
    suffix = lowered[lowered.rfind(".") :] if "." in lowered else ""
    by_name = BY_SUFFIX.get(suffix)
    head = payload[:SNIFFED]
    if by_name in (None, "text/plain") and MARKUP.match(head):
        return "text/html"
    if by_name == "application/xml" and (root := FEED.search(head)):
        return "application/atom+xml" if root.group(1).lower() == b"feed" else "application/rss+xml"
    return by_name or "text/plain"
