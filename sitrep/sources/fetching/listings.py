"""What a source lists: entries of feeds, sitemaps, JSON feeds, page lists and folders.

What belongs here: from bytes to entries, each kind in a function of its own; nothing is asked for here, no entity is
resolved. What does not: fetching, and which entries are new (state).
"""

from __future__ import annotations

import hashlib
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from sitrep.sources.feeds import local, parse
from sitrep.sources.fetching.bodies import unpacked
from sitrep.sources.fetching.failures import NotFetched
from sitrep.sources.settings import Kind, Source


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a source lists: where it is, and what the listing says of it."""

    url: str
    title: str = ""
    published: str = ""  # as written: the outlet's own calendar is in it
    author: str = ""
    guid: str = ""
    publisher: str = ""
    feed_title: str = ""  # seldom the outlet's name alone
    language: str = ""  # of the entry; what a feed says of all its pages is often its program's default
    mark: str = ""  # another mark under the same address means that it has changed


@dataclass(frozen=True, slots=True)
class Listing:
    """What one document lists: entries, further listings (of a sitemap index), and what was odd about it."""

    entries: tuple[Entry, ...] = ()
    further: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A listing as it was fetched."""

    address: str  # after redirects: what links are relative to
    body: bytes
    content_type: str = ""
    source: Source | None = field(default=None, compare=False)


class NotAListing(NotFetched):
    """What came is not what the source is said to be."""


def read(kind: Kind, page: Page, limit: int) -> Listing:
    """The entries of a listing, each address once, links made whole; raises NotAListing."""
    if page.body.startswith(b"\x1f\x8b"):  # sitemaps are often packed files
        page = Page(page.address, _unpacked(page.body, limit), page.content_type, page.source)
    return _once(READERS[kind](page))


def _unpacked(body: bytes, limit: int) -> bytes:
    made = bytearray()
    for piece in unpacked([body]):
        made += piece
        if len(made) > limit:
            raise NotAListing(f"larger than {limit / 1_000_000:g} MB when unpacked")
    return bytes(made)


def _once(listing: Listing) -> Listing:
    """Each address once; what has no usable address, and ids that several addresses share, are noted."""
    kept: dict[str, Entry] = {}
    for entry in listing.entries:
        kept.setdefault(entry.url, entry)
    usable = {url: entry for url, entry in kept.items() if urlsplit(url).scheme in ("http", "https")}
    guids = Counter(entry.guid for entry in usable.values() if entry.guid)
    notes = list(listing.notes)
    shared = sum(1 for count in guids.values() if count > 1)
    if shared:
        notes.append(f"{shared} ids stand for several addresses each")
    if len(listing.entries) > len(kept):
        notes.append(f"{len(listing.entries) - len(kept)} entries repeat the address of another")
    if len(kept) > len(usable):
        notes.append(f"{len(kept) - len(usable)} entries have no http or https address")
    return Listing(tuple(usable.values()), listing.further, tuple(notes))


def mark_of(*parts: str) -> str:
    """A short name for what a listing says of an entry."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16] if any(parts) else ""


def read_feed(page: Page) -> Listing:
    """RSS and Atom of any dialect; what is not well formed is read as far as it goes, and noted."""
    import feedparser

    headers = {"content-location": page.address, **({"content-type": page.content_type} if page.content_type else {})}
    # A file object: a feed's bytes must never be taken for the name of a file or an address.
    try:
        feed = feedparser.parse(io.BytesIO(page.body), response_headers=headers, sanitize_html=False)
    except Exception as error:  # of whatever kind: it stumbles over encodings that are no names, and more
        raise NotAListing(f"no feed: {type(error).__name__}: {error}") from error
    if not feed.entries and not feed.get("version"):
        raise NotAListing(f"no feed: {_fault(feed) or page.content_type or 'unknown type'}")
    title = _text(feed.feed.get("title"))
    entries = tuple(_feed_entry(one, page.address, title) for one in feed.entries)
    fault = _fault(feed)
    return Listing(entries, notes=(f"not well formed: {fault}",) if fault else ())


def _fault(feed: Any) -> str:
    """What the parser complains of; an encoding other than the one stated is no fault of the text."""
    error = feed.get("bozo_exception") if feed.get("bozo") else None
    if error is None or type(error).__name__ in ("CharacterEncodingOverride", "NonXMLContentType"):
        return ""
    return " ".join(str(error).split())[:200]


def _feed_entry(one: Any, base: str, feed_title: str) -> Entry:
    title, published = _text(one.get("title")), _text(one.get("published")) or _text(one.get("updated"))
    return Entry(
        url=_whole(base, one.get("link")),
        title=title,
        published=published,
        author=_text(one.get("author")),
        guid=_text(one.get("id")),
        feed_title=feed_title,
        mark=mark_of(title, _text(one.get("published")), _text(one.get("updated"))),
    )


def read_sitemap(page: Page) -> Listing:
    """A sitemap with its news extension, or an index of sitemaps; the newest come first."""
    root = parse(page.body)
    if root is None or local(root) not in ("urlset", "sitemapindex"):
        raise NotAListing(f"no sitemap: {local(root) or 'no XML' if root is not None else 'no XML'}")
    found = [_sitemap_entry(node, page.address) for node in root if local(node) in ("url", "sitemap")]
    found.sort(key=lambda one: one.published, reverse=True)
    if local(root) == "sitemapindex":
        return Listing(further=tuple(found))
    return Listing(tuple(found))


def _sitemap_entry(node: etree._Element, base: str) -> Entry:
    said = {local(one): _text(one.text) for one in reversed(list(node.iter())) if one is not node}
    changed = said.get("lastmod", "")
    return Entry(
        url=_whole(base, said.get("loc")),
        title=said.get("title", ""),
        published=said.get("publication_date") or changed,
        publisher=said.get("name", ""),
        language=said.get("language", ""),
        mark=mark_of(changed),
    )


def read_jsonfeed(page: Page) -> Listing:
    """JSON Feed, versions 1 and 1.1."""
    try:
        feed = json.loads(page.body)
    except (ValueError, RecursionError) as error:
        raise NotAListing(f"no JSON: {error}") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise NotAListing("no JSON Feed: it has no list of items")
    items = [one for one in feed["items"] if isinstance(one, dict)]
    return Listing(tuple(_json_entry(one, page.address, _text(feed.get("title"))) for one in items))


def _json_entry(one: Mapping[str, Any], base: str, feed_title: str) -> Entry:
    authors = one.get("authors") if isinstance(one.get("authors"), list) else [one.get("author")]
    names = [_text(author.get("name")) for author in authors or () if isinstance(author, dict)]
    published, changed = _text(one.get("date_published")), _text(one.get("date_modified"))
    return Entry(
        url=_whole(base, one.get("url") or one.get("external_url")),
        title=_text(one.get("title")),
        published=published or changed,
        author=", ".join(filter(None, names)),
        guid=_text(one.get("id")),
        feed_title=feed_title,
        language=_text(one.get("language")),
        mark=mark_of(_text(one.get("title")), published, changed),
    )


def read_pages(page: Page) -> Listing:
    """A list of addresses, one a line; lines that begin with # are remarks."""
    lines = (line.strip() for line in page.body.decode("utf-8-sig", "replace").splitlines())
    addresses = [_whole(page.address, line) for line in lines if line and not line.startswith("#")]
    if any("<" in one or " " in one for one in addresses[:5]):
        raise NotAListing("no list of addresses: it looks like a page")
    return Listing(tuple(Entry(url=one) for one in addresses))


def read_folder(page: Page) -> Listing:
    """The files that a web server's page of a folder links to: in this folder, with one of the wanted endings."""
    suffixes = page.source.suffixes if page.source else ()
    try:
        root = html.fromstring(page.body)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NotAListing(f"no page of a folder: {error}") from error
    base = page.address if page.address.endswith("/") else page.address.rpartition("/")[0] + "/"
    found = [
        Entry(url=whole.partition("#")[0], mark=mark_of(_text(link.tail)))
        for link in root.iter("a")
        if (whole := _whole(page.address, link.get("href"))).startswith(base)
        and "/" not in whole.removeprefix(base)
        and unquote(urlsplit(whole).path).lower().endswith(tuple(suffixes))
    ]
    return Listing(tuple(found))


def _whole(base: str, link: object) -> str:
    """A link as an address of its own; what cannot be one becomes empty, and is noted later."""
    if not isinstance(link, str) or not link.strip():
        return ""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


READERS: Mapping[Kind, Callable[[Page], Listing]] = {
    "rss": read_feed,
    "atom": read_feed,
    "sitemap": read_sitemap,
    "jsonfeed": read_jsonfeed,
    "pages": read_pages,
    "folder": read_folder,
}


def of_addresses(addresses: Iterable[str]) -> Listing:
    """A list that stands in the settings themselves."""
    return _once(Listing(tuple(Entry(url=one) for one in addresses)))
