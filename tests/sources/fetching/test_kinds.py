"""Each kind of source, from its listing to what lies in landing/."""

from __future__ import annotations

import gzip
import json
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.sources.fetching.addresses import is_public
from sitrep.sources.fetching.failures import NotFetched
from sitrep.sources.fetching.listings import READERS, Page, read
from sitrep.sources.settings import Kind
from tests.sources.fetching.conftest import Desk, page
from tests.sources.fetching.server import Reply, Site

NEWS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def sitemap(*paths: str, site: Site, changed: str = "2024-03-10") -> str:
    urls = "".join(f"<url><loc>{site.address}{path}</loc><lastmod>{changed}</lastmod></url>" for path in paths)
    return f"<urlset {NEWS}>{urls}</urlset>"


def index(*paths: str, site: Site) -> str:
    listed = "".join(
        f"<sitemap><loc>{site.address}{path}</loc><lastmod>2024-03-{10 - number:02}</lastmod></sitemap>"
        for number, path in enumerate(paths)
    )
    return f"<sitemapindex {NEWS}>{listed}</sitemapindex>"


def test_a_sitemap_with_its_news_extension(desk: Desk, site: Site) -> None:
    site.put("/map.xml", f"""<urlset {NEWS}><url><loc>{site.address}/one</loc><news:news>
      <news:publication><news:name>The Wire</news:name><news:language>en</news:language></news:publication>
      <news:publication_date>2024-03-10T09:30:00+05:00</news:publication_date>
      <news:title>Gunmen kill five</news:title></news:news></url></urlset>""")  # fmt: skip
    site.put("/one", page("one"))
    assert desk.visit(desk.source("sitemap", "/map.xml")).fetched == 1
    (said,) = desk.sidecars()
    assert {name: said[name] for name in ("title", "published", "publisher", "language")} == {
        "title": "Gunmen kill five",
        "published": "2024-03-10T09:30:00+05:00",
        "publisher": "The Wire",
        "language": "en",
    }


def test_a_sitemap_lists_a_page_again_once_it_changed(desk: Desk, site: Site) -> None:
    source = desk.source("sitemap", "/map.xml")
    for number, changed in enumerate(("2024-03-10", "2024-03-10", "2024-03-11")):
        site.put("/map.xml", sitemap("/one", site=site, changed=changed))
        site.put("/one", page(str(number)))
        desk.visit(source)
    assert desk.pages() == [page("0").encode(), page("2").encode()]


def test_an_index_leads_to_its_sitemaps_packed_or_not_up_to_a_limit(desk: Desk, site: Site) -> None:
    site.put("/index.xml", index("/a.xml", "/b.xml.gz", "/gone.xml", "/inner.xml", "/old.xml", site=site))
    site.put("/a.xml", Reply(sitemap("/one", site=site).encode(), headers={"ETag": '"a"'}))
    site.put("/b.xml.gz", Reply(gzip.compress(sitemap("/two", site=site).encode()), type="application/gzip"))
    site.put("/inner.xml", index("/index.xml", site=site))
    for path in ("/one", "/two", "/three"):
        site.put(path, page(path))
    source = desk.source("sitemap", "/index.xml", limits={"sitemaps": 4})
    found = desk.visit(source)
    assert (found.fetched, found.problem) == (2, None)
    assert [note.replace(site.address, "") for note in found.notes] == [
        "1 sitemaps beyond the limit of 4, the oldest",
        "/gone.xml: 404 Not Found",
        "/inner.xml: an index within an index, which is not followed",
    ]
    site.put("/a.xml", Reply(sitemap("/one", "/three", site=site).encode(), headers={"ETag": '"a2"'}))
    assert desk.visit(source).fetched == 1


def test_a_packed_sitemap_that_is_a_bomb_is_refused(desk: Desk, site: Site) -> None:
    site.put("/map.xml.gz", Reply(gzip.compress(bytes(30_000_000)), type="application/gzip"))
    problem = desk.visit(desk.source("sitemap", "/map.xml.gz", limits={"listing_megabytes": 1})).problem
    assert problem == f"{site.address}/map.xml.gz: larger than 1 MB when unpacked"


def test_a_json_feed(desk: Desk, site: Site) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Wire",
        "items": [
            {
                "id": "1",
                "url": "one",
                "title": "One",
                "date_published": "2024-03-10",
                "authors": [{"name": "R. Roe"}],
                "language": "en",
            },
            {"id": 2, "external_url": "/two"},
            "no item",
        ],
    }
    site.put("/feed", Reply(json.dumps(feed).encode(), type="application/feed+json"))
    site.put("/one", page("one"))
    site.put("/two", page("two"))
    assert desk.visit(desk.source("jsonfeed")).fetched == 2
    said = next(one for one in desk.sidecars() if one["url"].endswith("/one"))
    assert (said["title"], said["published"], said["author"], said["language"]) == ("One", "2024-03-10", "R. Roe", "en")


@pytest.mark.parametrize("body", ["{", "[]", '{"items": {}}', "[" * 100_000])
def test_what_is_no_json_feed_is_told(desk: Desk, site: Site, body: str) -> None:
    site.put("/feed", body)
    assert ": no JSON" in (desk.visit(desk.source("jsonfeed")).problem or "")


def test_pages_that_stand_in_the_settings_are_asked_for_each_time(desk: Desk, site: Site) -> None:
    site.put("/one", Reply(page("one").encode(), headers={"ETag": '"1"'}))
    source = desk.source("pages", url="", urls=[f"{site.address}/one"])
    assert [(found.fetched, found.unchanged) for found in (desk.visit(source), desk.visit(source))] == [(1, 0), (0, 1)]
    site.put("/one", Reply(page("one, longer").encode(), headers={"ETag": '"2"'}))
    assert desk.visit(source).fetched == 1


def test_a_list_of_pages_with_remarks(desk: Desk, site: Site) -> None:
    site.put(
        "/list.txt", Reply(f"# our list\n{site.address}/one\n\n/two\nmailto:x@y.org\n".encode(), type="text/plain")
    )
    site.put("/one", page("one"))
    site.put("/two", page("two"))
    found = desk.visit(desk.source("pages", "/list.txt"))
    assert (found.fetched, found.notes) == (2, (f"{site.address}/list.txt: 1 entries have no http or https address",))


def test_a_folder_of_archives_is_fetched_as_it_lies(desk: Desk, site: Site) -> None:
    links = ["a.jsonl.gz", "b.zip", "notes.css", "../up.zip", "sub/", "sub/c.zip", "http://other.example/d.zip", "?C=M"]
    rows = "".join(f'<a href="{link}">{link}</a>   2024-03-10 10:00   5K\n' for link in links)
    site.put("/archive/", f"<html><h1>Index of /archive</h1><pre>{rows}</pre></html>")
    archive = gzip.compress(b'{"text": "one"}\n')
    site.put("/archive/a.jsonl.gz", Reply(archive, headers={"Content-Encoding": "gzip"}, type="application/json"))
    site.put("/archive/b.zip", Reply(b"PK\x05\x06" + bytes(18), type="application/octet-stream"))
    source = desk.source("folder", "/archive/")
    assert desk.visit(source).fetched == 2
    assert desk.pages() == sorted([archive, b"PK\x05\x06" + bytes(18)])
    assert {tuple(path.suffixes) for path in desk.place.landing.rglob("*-*-*") if "meta" not in path.name} == {
        (".jsonl", ".gz"),
        (".zip",),
    }
    assert all("url" not in one and one["feed"] == "wire" for one in desk.sidecars())
    desk.visit(source)
    assert site.paths().count("/archive/b.zip") == 1  # its row in the folder is as it was
    site.put("/archive/", f"<pre>{rows}</pre>".replace("5K", "6K"))
    site.put("/archive/b.zip", Reply(b"PK\x05\x06" + bytes(19), type="application/octet-stream"))
    assert desk.visit(source).fetched == 1


SEEDS = (
    b"<rss version='2.0'><channel><title>W</title><item><title>&amp;</title><link>/a</link><pubDate>x</pubDate></item>",
    b"<?xml version='1.0' encoding='utf-16'?><feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='?'/><id>1",
    b"<urlset><url><loc>http://[::1</loc><lastmod>2024</lastmod></url><sitemap/><url/></urlset>",
    b'{"items": [{"url": 5, "authors": 7, "id": {}}, null, {"authors": [1, {"name": []}], "author": 3}], "title": []}',
    b"<a href='http://[/x.zip'>x</a><a href=\"x.zip\">y</a><a>",
    b"http://x.org\n//\nhttp://[\n\xff\xfe",
    b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
)
TOKENS = st.sampled_from(
    [b"<", b">", b"&", b"&#x;", b"]]>", b"<![CDATA[", b"\x00", b"\xff", b"<!DOCTYPE x [", b"<!--", b"'", b"{", b"\n"]
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(SEEDS), st.lists(st.tuples(st.floats(0, 1), TOKENS), max_size=6), st.sampled_from(sorted(READERS))
)
def test_whatever_comes_is_read_or_refused_in_words(
    seed: bytes, changes: list[tuple[float, bytes]], kind: Kind
) -> None:
    body = seed
    for share, token in changes:
        at = int(share * len(body))
        body = body[:at] + token + body[at:]
    try:
        found = read(kind, Page("http://x.org/feed", body), 10**6)
    except NotFetched:
        return
    assert all(urlsplit(one.url).scheme in ("http", "https") for one in found.entries)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_numbers_are_public(number: str, expected: bool) -> None:
    assert is_public(number) is expected
