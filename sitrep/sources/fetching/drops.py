"""What was fetched, as files in landing/: the bytes as they came, and a sidecar that says where from.

What belongs here: names and the order of writing. What does not: fetching; and taking files in (sitrep.store.intake).
A name is made of the address and of what the file holds: fetching the same again writes the same file again, and a
page that changed stands beside what it was.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitrep import files
from sitrep.sources.fetching.listings import Entry
from sitrep.sources.fetching.wire import Answer
from sitrep.sources.paths import SIDECAR_SUFFIX
from sitrep.sources.settings import Source

#: How files are called by what hosts say that they are; others keep the ending of their address.
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/json": ".json",
}
_LONGEST_STEM = 60
_SAFE = re.compile(r"[^A-Za-z0-9._-]+")


def drop(folder: Path, source: Source, entry: Entry, answer: Answer, now: dt.datetime) -> Path:
    """Write a page and its sidecar, the sidecar first: who sees the page finds it complete."""
    sha256 = hashlib.sha256(answer.body).hexdigest()
    path = folder / f"{now:%Y-%m}" / name_of(source, entry.url, answer, sha256)
    files.write_json(path.with_name(path.name + SIDECAR_SUFFIX), sidecar(source, entry, answer, now))
    files.write_bytes(path, answer.body)
    return path


def name_of(source: Source, address: str, answer: Answer, sha256: str) -> str:
    """A name that tells a person what it is, and is no other's."""
    last = unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2]
    given = _SAFE.sub("-", last).strip("-.")
    ending = _ending(given) if source.kind == "folder" else ENDINGS.get(answer.media_type) or _ending(given)
    stem = given.removesuffix(ending)[:_LONGEST_STEM].strip("-.") or "page"
    return f"{stem}-{hashlib.sha256(address.encode()).hexdigest()[:8]}-{sha256[:8]}{ending}"


def _ending(name: str) -> str:
    """The last suffix of a name, with the one before it where that says what is packed: .jsonl.gz."""
    found = re.search(r"(\.[A-Za-z0-9]{1,6})?\.[A-Za-z0-9]{1,6}$", name)
    if found is None:
        return ""
    return found[0].lower() if found[0].lower().endswith(".gz") else "." + name.rpartition(".")[2].lower()


def sidecar(source: Source, entry: Entry, answer: Answer, now: dt.datetime) -> dict[str, str]:
    """What is known of a page from its listing and from how it came; what is not known is left out."""
    said = {
        "url": entry.url,
        "title": entry.title,
        "published": entry.published,
        "author": entry.author,
        "publisher": source.publisher or entry.publisher,
        "language": source.language or entry.language,
        "feed_entry_id": entry.guid,
        "feed": source.name,
        "feed_title": entry.feed_title,
        "fetched_at": now.isoformat(),
        "fetched_from": str(answer.url),
        "http_content_type": answer.headers.get("content-type", ""),
        "http_etag": answer.headers.get("etag", ""),
        "http_last_modified": answer.headers.get("last-modified", ""),
    }
    if source.kind == "folder":  # a file of many documents: what is said of the file is not true of each of them
        said = {name: value for name, value in said.items() if name not in ("url", "title", "published", "author")}
    return {name: value for name, value in said.items() if value}
