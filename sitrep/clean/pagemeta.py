"""What a page says of itself in its head: dates above all, which decide when everything else happened.

What belongs here: JSON-LD, OpenGraph and the other usual tags, dates in addresses. What does not: visible text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

#: Tags that give the publication date, in order of trust.
DATE_TAGS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article.published",
    "rnews:datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "bt:pubdate",
    "published_time", "published_at", "publish-date", "publish_date", "publishdate", "publication_date", "pubdate",
    "pub_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "date.issued", "datecreated", "article_date_original", "citation_publication_date", "citation_date",
    "originalpublicationdate", "shareaholic:article_published_time", "date", "created", "timestamp",
)  # fmt: skip
ADDRESS_TAGS = ("og:url", "twitter:url", "parsely-link")
ARTICLE_TYPES = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-])")
ADDRESS_COMPACT = re.compile(r"[/-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/.-]|$)")
#: Broken JSON-LD is common: the date itself is read from it as text.
LOOSE_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')


def page_dates(tree: HtmlElement, url: str | None) -> tuple[tuple[str, str], ...]:
    """Where a page states its date and what it states, in order of trust."""
    found = [("json-ld", value) for value in _json_ld_dates(tree)][:1]
    tags = _tags(tree)
    found += [(name, tags[name]) for name in DATE_TAGS if name in tags]
    found += [("time", value) for value in _time_elements(tree)][:1]
    found += [("address", value) for value in _address_date(url or _address(tags))]
    return tuple(dict.fromkeys(found))


def _tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and content and content.strip():
            tags.setdefault(name.lower(), content.strip())
    return tags


def _address(tags: dict[str, str]) -> str | None:
    return next((tags[name] for name in ADDRESS_TAGS if name in tags), None)


def _json_ld_dates(tree: HtmlElement) -> Iterator[str]:
    """Dates of articles before dates of anything else."""
    others: list[str] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            value = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            others.extend(LOOSE_DATE.findall(script.text))
            continue
        for is_article, date in _dates_in(value):
            if is_article:
                yield date
            else:
                others.append(date)
    yield from others


def _dates_in(value: object, depth: int = 0) -> Iterator[tuple[bool, str]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for one in value:
            yield from _dates_in(one, depth + 1)
    elif isinstance(value, dict):
        date = value.get("datePublished") or value.get("uploadDate")
        if isinstance(date, str):
            yield bool(ARTICLE_TYPES.search(str(value.get("@type", "")))), date
        for inner in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "liveBlogUpdate"):
            yield from _dates_in(value.get(inner), depth + 1)


def _time_elements(tree: HtmlElement) -> Iterator[str]:
    """Elements of time: those marked as the publication's first."""
    marked: list[str] = []
    others: list[str] = []
    for element in tree.iter("time"):
        value = element.get("datetime")
        if not value:
            continue
        label = " ".join(filter(None, (element.get("class"), element.get("itemprop"), element.get("pubdate")))).lower()
        (marked if "publ" in label or element.get("pubdate") is not None else others).append(value)
    yield from marked
    if len(set(others)) == 1 or (others and not marked):
        yield others[0]


def _address_date(url: str | None) -> Iterator[str]:
    for pattern in (ADDRESS_DATE, ADDRESS_COMPACT):
        if url and (found := pattern.search(url)):
            yield f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
            return
