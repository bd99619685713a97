"""Reading folders and files into deliveries."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from sitrep.records import Delivery
from sitrep.sources import delivery_id, document_id, read_paths, to_frame


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def test_a_folder_is_read_in_order_with_its_sidecars(tmp_path: Path) -> None:
    write(
        tmp_path / "feed",
        {
            "b.txt": "two",
            "a.txt": "one",
            "a.txt.meta.json": '{"url": "https://x.org/1", "published": "2024-01-18", "author": "R. Roe"}',
            "sub/c.html": "<p>three</p>",
            "sub/c.meta.json": '{"title": "Three", "site_name": "X"}',
            ".hidden": "no",
        },
    )
    assert list(read_paths([tmp_path / "feed"])) == [
        Delivery(
            "feed", "a.txt", b"one", "text/plain",
            {"url": "https://x.org/1", "published": "2024-01-18", "author": "R. Roe"},
        ),
        Delivery("feed", "b.txt", b"two", "text/plain"),
        Delivery("feed", "sub/c.html", b"<p>three</p>", "text/html", {"title": "Three", "publisher": "X"}),
    ]  # fmt: skip


def test_a_file_takes_its_folder_as_source(tmp_path: Path) -> None:
    write(tmp_path / "desk", {"a.txt": "one"})
    assert [(d.source_name, d.raw_path) for d in read_paths([tmp_path / "desk" / "a.txt"])] == [("desk", "a.txt")]


def test_a_missing_file_is_a_delivery_with_its_problem(tmp_path: Path) -> None:
    (found,) = read_paths([tmp_path / "no.txt"])
    assert found.problem == "cannot be read: No such file or directory"


def test_one_broken_line_among_good_ones(tmp_path: Path) -> None:
    lines = ['{"text": "one", "title": "T"}', '{"text": "tw', "", '{"body": "three", "link": "http://x"}', '["four"]']
    write(tmp_path / "s", {"c.jsonl": "\n".join(lines)})
    assert [(d.raw_path, d.payload, dict(d.sidecar), d.problem) for d in read_paths([tmp_path / "s"])] == [
        ("c.jsonl#1", lines[0].encode(), {"title": "T"}, None),
        ("c.jsonl#2", lines[1].encode(), {}, "not valid JSON"),
        ("c.jsonl#4", lines[3].encode(), {"url": "http://x"}, None),
        ("c.jsonl#5", lines[4].encode(), {}, "not a JSON object"),
    ]


@pytest.mark.parametrize(
    "wrapped", ["%s", '{"status": "ok", "articles": %s}', '{"response": {"n": [1], "results": %s}}']
)
def test_each_record_of_a_json_list_keeps_its_own_bytes(tmp_path: Path, wrapped: str) -> None:
    records = ['{"content":  "one"}', '{"content": "tw\\u00e9", "publishedAt": 1705568933}']
    write(tmp_path / "s", {"c.json": wrapped % f"[ {records[0]} ,\n{records[1]}]"})
    assert [(d.raw_path, d.payload, dict(d.sidecar)) for d in read_paths([tmp_path / "s"])] == [
        ("c.json#1", records[0].encode(), {}),
        ("c.json#2", records[1].encode(), {"published": "2024-01-18T09:08:53+00:00"}),
    ]


def test_a_json_file_of_one_record_keeps_its_path(tmp_path: Path) -> None:
    record = {"headline": "H", "articleBody": ["p one", "p two"], "source": {"name": "X"}, "lang": "en"}
    write(tmp_path / "s", {"c.json": json.dumps(record)})
    (found,) = read_paths([tmp_path / "s"])
    assert (found.raw_path, dict(found.sidecar)) == ("c.json", {"title": "H", "publisher": "X", "language": "en"})


@pytest.mark.parametrize(
    ("name", "payload", "media_type"),
    [
        ("a.txt", b"plain", "text/plain"),
        ("a.txt", b"<!DOCTYPE html><html>", "text/html"),
        ("a", b"no suffix", "text/plain"),
        ("a.txt", b"%PDF-1.4", "application/pdf"),
        ("a.png", b"\x89PNG\r\n", "image/png"),
    ],
)
def test_media_types(tmp_path: Path, name: str, payload: bytes, media_type: str) -> None:
    write(tmp_path / "s", {name: payload})
    assert [d.media_type for d in read_paths([tmp_path / "s"])] == [media_type]


def test_a_broken_sidecar_is_said(tmp_path: Path) -> None:
    write(tmp_path / "s", {"a.txt": "one", "a.meta.json": "{"})
    (found,) = read_paths([tmp_path / "s"])
    assert found.problem is not None
    assert found.problem.startswith("sidecar a.meta.json cannot be read")


def test_ids_follow_content_alone() -> None:
    one = Delivery("s", "a.txt", b"x", "text/plain", {"b": "1", "a": "2"})
    same = Delivery("s", "a.txt", b"x", "text/html", {"a": "2", "b": "1"})
    others = [
        Delivery("t", "a.txt", b"x", "text/plain", {"b": "1", "a": "2"}),
        Delivery("s", "b.txt", b"x", "text/plain", {"b": "1", "a": "2"}),
        Delivery("s", "a.txt", b"y", "text/plain", {"b": "1", "a": "2"}),
        Delivery("s", "a.txt", b"x", "text/plain", {}),
    ]
    assert delivery_id(one) == delivery_id(same)
    assert len({delivery_id(one), *map(delivery_id, others)}) == 5
    assert (len(delivery_id(one)), len(document_id(b"x"))) == (24, 20)


def test_the_frame_holds_each_delivery() -> None:
    arrived = dt.datetime(2024, 1, 18, tzinfo=dt.UTC)
    frame = to_frame([Delivery("s", "a\udcff.txt", b"x", "text/plain", {"url": "u"}, "odd")], arrived)
    (row,) = frame.to_dict("records")
    assert (row["raw_path"], row["payload"], row["raw_size"], row["url"], row["problem"]) == (
        "a?.txt",
        b"x",
        1,
        "u",
        "odd",
    )
    assert row["arrived_at"] == arrived
