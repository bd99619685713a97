"""The raw frame in, the frames of stage cleaned_text out."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pyarrow as pa

from sitrep.clean import clean_batch, load_rules
from sitrep.records import Delivery
from sitrep.schemas import STAGES
from sitrep.sources import delivery_id, document_id, to_frame

RULES = load_rules()
AS_OF = dt.date(2026, 11, 20)
ARRIVED = dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC)
TEXT = b"Two die in Karwat raid\n17 January 2024\n\nTwo men died in Karwat on Tuesday in a raid on a farm, police said."
BATCH = [
    Delivery("a", "1.txt", TEXT, "text/plain", {"url": "http://a.example/1"}),
    Delivery("b", "2.txt", TEXT, "text/plain", {"url": "http://b.example/2", "published": "2024-01-18"}),
    Delivery("b", "3.txt", b"", "text/plain"),
    Delivery("b", "4.gz", b"\x1f\x8b", "application/gzip", {}, "broken gzip: it ends before its content does"),
]


def test_one_row_a_delivery_with_its_own_metadata() -> None:
    told: list[tuple[int, int]] = []
    frames = clean_batch(to_frame(BATCH, ARRIVED), AS_OF, RULES, lambda done, total: told.append((done, total)))
    documents = frames["document"].to_dict("records")
    assert [row["delivery_id"] for row in documents] == [delivery_id(d) for d in BATCH]
    assert [row["document_id"] for row in documents] == [document_id(d.payload) for d in BATCH]
    assert [(row["url"], str(row["published_on"]), row["published_basis"]) for row in documents[:2]] == [
        ("http://a.example/1", "2024-01-17", "text"),
        ("http://b.example/2", "2024-01-18", "metadata"),
    ]
    assert [row["problem"] for row in documents[2:]] == [
        "empty: no bytes",
        "broken gzip: it ends before its content does",
    ]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_the_frames_have_their_schemas() -> None:
    frames = clean_batch(to_frame(BATCH, ARRIVED), AS_OF, RULES)
    for name, schema in STAGES["cleaned_text"].items():
        assert pa.Table.from_pandas(frames[name], schema=schema, preserve_index=False).schema == schema
    assert pd.isna(frames["document"]["section"]).all()


def test_cuts_and_kept_text_account_for_each_delivery() -> None:
    frames = clean_batch(to_frame(BATCH[:2], ARRIVED), AS_OF, RULES)
    cuts = frames["cut"]
    assert [(row["rule_id"], row["text"]) for row in cuts.to_dict("records")] == [
        ("stamp.date", "17 January 2024\n\n")
    ] * 2
    for row in frames["document"].to_dict("records"):
        cut = cuts[cuts["delivery_id"] == row["delivery_id"]]
        kept = sum(s["clean_end"] - s["clean_start"] for s in row["segments"])
        assert kept + (cut["raw_end"] - cut["raw_start"]).sum() == row["raw_chars"] == len(TEXT)


def test_an_empty_batch() -> None:
    frames = clean_batch(to_frame([], ARRIVED), AS_OF, RULES)
    assert {name: len(frame) for name, frame in frames.items()} == {"document": 0, "cut": 0}
