"""Bad input: each ends with a reason that the gate can read, never with an exception."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.clean import clean, load_rules
from sitrep.records import CleanDocument, Delivery
from tests.clean.test_spans import accounted

RULES = load_rules()
NEWS = "Gunmen attacked a convoy near Quetta on Tuesday, killing two soldiers and wounding five others, officials said."
ARABIC = "قُتل خمسة أشخاص وأصيب عشرون آخرون في انفجار وقع في سوق وسط المدينة صباح اليوم، حسبما أفادت الشرطة المحلية."


def cleaned(payload: bytes, media_type: str = "text/plain", **sidecar: str) -> CleanDocument:
    (document,) = clean(Delivery("s", "a", payload, media_type, sidecar), "d", dt.date(2026, 1, 1), RULES)
    accounted(document)
    return document


def pdf(text: str | None) -> bytes:
    """A PDF of one page, written by hand."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET" if text else ""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode()
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += "".join(f"{offset:010d} 00000 n \n" for offset in offsets).encode()
    return made + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


PROBLEMS = [
    ("empty", b"", "text/plain", "empty: no bytes"),
    ("white space", b" \n\t \r\n", "text/plain", "empty: no text"),
    ("zeros alone", b"\0" * 100, "text/plain", "binary: not text in any character set"),
    ("only boilerplate", b"Share this: Facebook | Twitter\nAdvertisement\nSubscribe now for unlimited access",
     "text/plain", "boilerplate: nothing but furniture of a page"),
    ("binary", bytes(range(256)) * 20, "text/plain", "binary: not text in any character set"),
    ("a picture", b"\x89PNG\r\n\x1a\n", "image/png", "binary: no reader for image/png"),
    ("another language", (ARABIC * 3).encode(), "text/plain", "language: no engine reads 'ar'"),
    ("no JSON", b'{"text": ', "application/json", "not valid JSON"),
    ("JSON nested too deep", b"[" * 100_000, "application/json", "not valid JSON"),
    ("no PDF", b"%PDF-1.4 nothing", "application/pdf", "broken PDF: "),
    ("a PDF without text", pdf(None), "application/pdf", "no text layer: 1 pages of pictures"),
    ("mail without a body", b"Subject: x\n\n", "message/rfc822", "empty: no text"),
    ("broken XML", b"<a><b", "application/xml", "empty: no text"),
]  # fmt: skip


@pytest.mark.parametrize(("payload", "media_type", "problem"), [p[1:] for p in PROBLEMS], ids=[p[0] for p in PROBLEMS])
def test_what_cannot_be_read_says_why(payload: bytes, media_type: str, problem: str) -> None:
    document = cleaned(payload, media_type)
    assert document.problem is not None
    assert document.problem.startswith(problem)


def test_what_a_source_could_not_read_keeps_its_reason() -> None:
    delivery = Delivery("s", "a", b"", "text/plain", {}, "broken gzip: it ends before its content does")
    (document,) = clean(delivery, "d", dt.date(2026, 1, 1), RULES)
    assert document.problem == "broken gzip: it ends before its content does"


def test_a_wrongly_declared_character_set_does_no_harm() -> None:
    markup = f'<html><head><meta charset="utf-16"></head><body><p>{NEWS} Peña said so.</p></body></html>'
    assert "Peña said so." in cleaned(markup.encode(), "text/html; charset=koi8-r").clean_text


def test_zeros_in_a_text_are_cut_and_the_rest_is_read() -> None:
    document = cleaned(NEWS.replace(" ", "\0 ", 1).encode())
    assert (document.clean_text, [c.rule_id for c in document.cuts]) == (NEWS, ["repair.invisible"])


def test_unpaired_surrogates_become_replacement_characters() -> None:
    document = cleaned(json.dumps({"text": NEWS + " \ud83d!"}).encode(), "application/json")
    assert document.clean_text == NEWS + " \ufffd!"
    document.clean_text.encode()


def test_right_to_left_marks_are_cut() -> None:
    assert cleaned(f"\u202e\u200f{NEWS}\u202c".encode()).clean_text == NEWS


def test_a_pdf_with_text_is_read() -> None:
    assert NEWS in cleaned(pdf(NEWS), "application/pdf").clean_text


def test_a_long_line_is_read_in_time_that_grows_with_it() -> None:
    text = NEWS + " " + "word " * 400_000
    assert cleaned(text.encode()).problem is None


@settings(max_examples=150, deadline=None)
@given(
    payload=st.binary(max_size=400),
    media_type=st.sampled_from(
        ["text/plain", "text/html", "application/json", "message/rfc822", "application/pdf", "application/xml",
         "application/x-feed-entry+xml", "application/octet-stream"]
    ),
)  # fmt: skip
def test_no_bytes_raise(payload: bytes, media_type: str) -> None:
    for document in clean(Delivery("s", "a", payload, media_type), "d", dt.date(2026, 1, 1), RULES):
        accounted(document)


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="<>/=\"' abpdivbrhtml&;#0", max_size=200))
def test_no_markup_raises(text: str) -> None:
    for document in clean(Delivery("s", "a", text.encode(), "text/html"), "d", dt.date(2026, 1, 1), RULES):
        accounted(document)
