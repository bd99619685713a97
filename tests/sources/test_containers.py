"""Archives, mail, feeds and web archives: their records as deliveries, their tricks refused."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sitrep.records import Delivery
from sitrep.sources import read_paths


def deliveries(folder: Path, name: str, payload: bytes) -> list[Delivery]:
    (folder / "s").mkdir(exist_ok=True)
    (folder / "s" / name).write_bytes(payload)
    return list(read_paths([folder / "s"]))


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def paths(found: list[Delivery]) -> list[tuple[str, bytes, str | None]]:
    return [(d.raw_path, d.payload, d.problem) for d in found]


def test_the_members_of_a_zip_with_their_sidecars(tmp_path: Path) -> None:
    inner = zipped({"c.jsonl": b'{"text": "three"}\n{"te'})
    members = {
        "b.html": b"<p>two</p>", "a.txt": b"one", "a.meta.json": b'{"url": "http://x"}', "sub/d.zip": inner,
        "__MACOSX/a.txt": b"no", "sub/.hidden": b"no",
    }  # fmt: skip
    found = deliveries(tmp_path, "a.zip", zipped(members))
    assert paths(found) == [
        ("a.zip!a.txt", b"one", None),
        ("a.zip!b.html", b"<p>two</p>", None),
        ("a.zip!sub/d.zip!c.jsonl#1", b'{"text": "three"}', None),
        ("a.zip!sub/d.zip!c.jsonl#2", b'{"te', "not valid JSON"),
    ]
    assert (dict(found[0].sidecar), found[1].media_type) == ({"url": "http://x"}, "text/html")


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "C:\\a.txt", "..\\a.txt"])
def test_a_path_that_leads_out_of_its_archive(tmp_path: Path, name: str) -> None:
    found = deliveries(tmp_path, "a.zip", zipped({name: b"evil", "good.txt": b"good"}))
    assert [d.problem for d in found if d.payload != b"good"] == ["unsafe path: leads out of its archive"]
    assert [d.payload for d in found if d.problem is None] == [b"good"]


def test_a_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    (found,) = deliveries(tmp_path, "a.zip", zipped({"a.txt": b"0" * 50_000_000}))
    assert found.problem is not None
    assert found.problem.startswith("zip bomb: unpacks to ")
    assert len(found.payload) <= 4096


def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (found,) = deliveries(tmp_path, "a.txt.gz", gzip.compress(b"0" * 50_000_000))
    assert found.problem == "gzip bomb: unpacks to more than 200 times its size"


def test_archives_too_deep(tmp_path: Path) -> None:
    payload = b"text"
    for level in range(6):
        payload = zipped({f"{level}.zip" if level else "a.txt": payload})
    (found,) = deliveries(tmp_path, "a.zip", payload)
    assert found.problem == "archives within archives: more than 3 deep"


def test_a_gzip_gives_its_content(tmp_path: Path) -> None:
    whole = gzip.compress(b"one ") + gzip.compress(b"two")
    assert paths(deliveries(tmp_path, "a.txt.gz", whole)) == [("a.txt.gz!a.txt", b"one two", None)]


def test_a_truncated_gzip(tmp_path: Path) -> None:
    (found,) = deliveries(tmp_path, "a.txt.gz", gzip.compress(bytes(range(256)) * 50)[:-20])
    assert found.problem == "broken gzip: it ends before its content does"


@pytest.mark.parametrize(
    "payload", [b"PK\x03\x04 no zip at all", zipped({"a.txt": b"one"})[:-10]], ids=["noise", "cut off"]
)
def test_a_broken_zip(tmp_path: Path, payload: bytes) -> None:
    (found,) = deliveries(tmp_path, "a.zip", payload)
    assert found.problem == "broken zip: File is not a zip file"


MESSAGE = b"""From: "The Valley Post" <news@valley.example>
Subject: =?utf-8?q?Three_killed_in_Pe=C3=B1a?=
Date: Thu, 18 Jan 2024 05:38:00 +0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=B

--B
Content-Type: text/plain; charset=utf-8

Three soldiers died.
--B
Content-Type: text/html
Content-Disposition: attachment; filename="more.html"

<p>More</p>
--B
Content-Type: image/png
Content-Disposition: attachment; filename="x.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--B--
"""
HEADERS = {"title": "Three killed in Peña", "published": "2024-01-18T05:38:00+05:00", "publisher": "The Valley Post"}


def test_a_message_and_its_attachments(tmp_path: Path) -> None:
    found = deliveries(tmp_path, "a.eml", MESSAGE)
    assert [(d.raw_path, d.media_type, dict(d.sidecar)) for d in found] == [
        ("a.eml", "message/rfc822", HEADERS),
        ("a.eml!more.html", "text/html", HEADERS),
    ]


def test_a_mail_box(tmp_path: Path) -> None:
    box = b"From a@b Thu Jan 18\n" + MESSAGE + b"\n\nFrom a@b Thu Jan 19\nSubject: Two\n\nBody\n"
    found = deliveries(tmp_path, "a.mbox", box)
    assert [(d.raw_path, d.sidecar["title"]) for d in found] == [
        ("a.mbox#1", "Three killed in Peña"), ("a.mbox#1!more.html", "Three killed in Peña"), ("a.mbox#2", "Two"),
    ]  # fmt: skip


RSS = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY local SYSTEM "file:///etc/passwd"><!ENTITY lol "lol">
<!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Valley Post</title>
<language>en</language>
<item><title>One &local;</title><link>http://x/1</link><pubDate>Thu, 18 Jan 2024 05:38:00 GMT</pubDate>
<description>short</description><content:encoded><![CDATA[<p>Two soldiers died.</p>]]></content:encoded></item>
<item><title>Two</title><link>http://x/2</link><description>Quiet &lol2;</description></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Valley Post</title><entry><title>One</title>
<link rel="self" href="http://x/self"/><link href="http://x/1"/><updated>2024-01-19T00:00:00Z</updated>
<published>2024-01-18T00:00:00Z</published><content type="html">&lt;p&gt;Two died.&lt;/p&gt;</content></entry></feed>"""


def test_the_entries_of_a_feed_with_entities_never_resolved(tmp_path: Path) -> None:
    found = deliveries(tmp_path, "a.xml", RSS)
    assert [(d.raw_path, dict(d.sidecar)) for d in found] == [
        ("a.xml#1", {"publisher": "Valley Post", "language": "en", "title": "One", "url": "http://x/1",
                     "published": "Thu, 18 Jan 2024 05:38:00 GMT"}),
        ("a.xml#2", {"publisher": "Valley Post", "language": "en", "title": "Two", "url": "http://x/2"}),
    ]  # fmt: skip
    assert not any(b"root:" in d.payload or b"lollol" in d.payload for d in found)


def test_an_atom_feed(tmp_path: Path) -> None:
    (found,) = deliveries(tmp_path, "a.atom", ATOM)
    assert dict(found.sidecar) == {
        "publisher": "Valley Post", "title": "One", "url": "http://x/1", "published": "2024-01-18T00:00:00Z",
    }  # fmt: skip


def web_archive() -> bytes:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    for address, status, kind, body in (
        ("http://x/1", "200 OK", "text/html; charset=windows-1251", b"<p>one</p>"),
        ("http://x/2", "404 Not Found", "text/html", b"<p>gone</p>"),
        ("http://x/3", "200 OK", "image/png", b"\x89PNG"),
        ("http://x/4", "200 OK", "text/plain", b"four"),
    ):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(writer.create_warc_record(address, "response", io.BytesIO(body), http_headers=headers))
    return buffer.getvalue()


def test_the_documents_of_a_web_archive(tmp_path: Path) -> None:
    found = deliveries(tmp_path, "a.warc.gz", web_archive())
    assert [(d.raw_path, d.payload, d.media_type, dict(d.sidecar)) for d in found] == [
        ("a.warc.gz#1", b"<p>one</p>", "text/html; charset=windows-1251", {"url": "http://x/1"}),
        ("a.warc.gz#4", b"four", "text/plain", {"url": "http://x/4"}),
    ]


def test_a_web_archive_that_breaks_off_keeps_what_stands_before(tmp_path: Path) -> None:
    found = deliveries(tmp_path, "a.warc.gz", web_archive()[:-30])
    assert [(d.raw_path, d.problem) for d in found][:1] == [("a.warc.gz#1", None)]


def test_a_web_archive_without_a_document(tmp_path: Path) -> None:
    (found,) = deliveries(tmp_path, "a.warc", b"WARC/1.0\r\nno record at all\r\n\r\n")
    assert found.problem == "no document in the web archive"


def test_a_file_in_one_line_of_fifty_megabytes(tmp_path: Path) -> None:
    (found,) = deliveries(tmp_path, "a.txt", b"word " * 10_000_000)
    assert found.problem == "too large: 50000000 bytes, the limit for a record is 16777216"
    assert len(found.payload) == 4096


def test_markup_whose_first_tag_is_no_name_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (found,) = deliveries(tmp_path, "a.xml", b"<http://x.org\n<item>")
    assert found.raw_path == "a.xml"
