"""RSS and Atom: one delivery an entry, in the XML that it stands in.

What belongs here: entries and their metadata. What does not: fetching, and the text of an entry (sitrep.clean).
Entities are never resolved, nothing is ever loaded, and what is not well formed is read as far as it goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from sitrep.records import Delivery

ENTRY_TYPE = "application/x-feed-entry+xml"
PUBLISHED = ("pubdate", "published", "date", "issued", "created", "updated", "modified")
ENTITY = re.compile(r"&\w+;")  # left as it stood, since it is never resolved
BODIES = ("encoded", "content", "description", "summary")


def split_feed(whole: Delivery) -> Iterator[Delivery]:
    """The entries of a feed, numbered."""
    root = parse(whole.payload)
    if root is None:
        yield replace(whole, problem="not XML")
        return
    entries = [node for node in root.iter() if local(node) in ("item", "entry")]
    if not entries:
        if local(root) in ("rss", "feed", "rdf"):
            yield replace(whole, problem="a feed without entries")
        else:
            yield replace(whole, media_type="application/xml")
        return
    outlet = _outlet(root)
    for number, entry in enumerate(entries, start=1):
        payload = etree.tostring(entry, encoding="utf-8", with_tail=False)
        sidecar = {**outlet, **entry_fields(entry), **whole.sidecar}
        yield replace(
            whole, raw_path=f"{whole.raw_path}#{number}", payload=payload, media_type=ENTRY_TYPE, sidecar=sidecar
        )


def parse(payload: bytes) -> etree._Element | None:
    """The root of some XML, with its entities left as they are."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=True
    )
    try:
        return etree.fromstring(payload.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(node: etree._Element) -> str:
    """The name of an element without its namespace, in lower case."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""  # also of tags that are no names


def _outlet(root: etree._Element) -> dict[str, str]:
    """Title and language of the feed: what stands before its entries."""
    found: dict[str, str] = {}
    for node in root.iter():
        name = local(node)
        if name in ("item", "entry"):
            break
        if name in ("title", "language") and (text := _text(node)):
            found.setdefault({"title": "publisher"}.get(name, name), text)
    return found


def entry_fields(entry: etree._Element) -> dict[str, str]:
    """Title, address and date of an entry."""
    found: dict[str, str] = {}
    dates: dict[str, str] = {}
    for node in entry:
        name, text = local(node), _text(node)
        if name == "title" and text:
            found.setdefault("title", text)
        elif name == "link" and (address := node.get("href") or text) and node.get("rel", "alternate") == "alternate":
            found.setdefault("url", address)
        elif name in PUBLISHED and text:
            dates.setdefault(name, text)
        elif name in ("creator", "author") and text:
            found.setdefault("author", " ".join(text.split()))
    stated = next((dates[name] for name in PUBLISHED if name in dates), None)
    return {**found, "published": stated} if stated else found


def entry_body(entry: etree._Element) -> str:
    """The longest of an entry's texts, as markup."""
    bodies = [_markup(node) for node in entry if local(node) in BODIES]
    return max(bodies, key=len, default="")


def _markup(node: etree._Element) -> str:
    if len(node):  # Atom's xhtml
        return "".join(etree.tostring(child, encoding="unicode") for child in node)
    return node.text or ""


def _text(node: etree._Element) -> str:
    return ENTITY.sub("", "".join(str(part) for part in node.itertext())).strip()
