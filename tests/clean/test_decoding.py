"""Bytes in, text and character set out."""

from __future__ import annotations

import pytest

from sitrep.clean.decoding import Decoded, decode
from sitrep.clean.repair import find_damage
from sitrep.clean.spans import repaired

TEXT = "Peña said the “café” in Łódź was hit — 5 died."
WESTERN = "Peña said the café was hit, naïve as it was."
RUSSIAN = "Взрыв прогремел на рынке в центре города, сообщили власти. Погибли пять человек, ещё двадцать ранены. " * 4


@pytest.mark.parametrize(
    ("payload", "declared", "expected"),
    [
        (b"plain", None, Decoded("plain", "utf-8")),
        (TEXT.encode(), None, Decoded(TEXT, "utf-8")),
        (TEXT.encode(), "latin-1", Decoded(TEXT, "utf-8")),
        (TEXT.encode("utf-8-sig"), None, Decoded(TEXT, "utf-8")),
        (TEXT.encode("utf-16"), None, Decoded(TEXT, "utf-16")),
        (TEXT.encode("utf-16-le"), None, Decoded(TEXT, "utf-16-le")),
        (WESTERN.encode("latin-1"), None, Decoded(WESTERN, "cp1252")),
        (WESTERN.encode("latin-1"), "ISO-8859-1", Decoded(WESTERN, "cp1252")),
        (WESTERN.encode("latin-1"), "utf-8", Decoded(WESTERN, "cp1252")),
        (WESTERN.encode("latin-1"), "no-such-set", Decoded(WESTERN, "cp1252")),
        (RUSSIAN.encode("cp1251"), "windows-1251", Decoded(RUSSIAN, "cp1251")),
        (RUSSIAN.encode("cp1251"), None, Decoded(RUSSIAN, "cp1251")),
        (b"one\r\ntwo\rthree", None, Decoded("one\ntwo\nthree", "utf-8")),
        (b"a zero\x00 in much more text that is plain and long enough", None,
         Decoded("a zero\u2400 in much more text that is plain and long enough", "utf-8")),
        (bytes(range(256)) * 4, None, Decoded("", None, "binary: not text in any character set")),
    ],
    ids=[
        "ascii", "utf-8", "utf-8 declared latin-1", "mark", "utf-16 mark", "utf-16 bare", "western", "declared",
        "wrongly declared", "unknown declared", "russian declared", "russian", "line ends", "zero", "binary",
    ],
)  # fmt: skip
def test_decode(payload: bytes, declared: str | None, expected: Decoded) -> None:
    assert decode(payload, declared) == expected


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("It was â€œleftâ€\x9d there, he didnâ€™t say", "It was “left” there, he didn’t say"),
        ("PeÃ±a of CÃ³rdoba", "Peña of Córdoba"),
        ("Smith &amp; sons &#8217;s &quot;raid&quot;&nbsp;there", 'Smith & sons ’s "raid" there'),
        ("sol\u00addiers \u200bwere\ufeff hit\u202e", "soldiers were hit"),
        ("“Typographic” quotes — and café stay’s", "“Typographic” quotes — and café stay’s"),
        ("R&D; AT&T and &c; stay", "R&D; AT&T and &c; stay"),
    ],
    ids=["quotes", "letters", "entities", "invisible", "no damage", "no entities"],
)
def test_repairs(damaged: str, mended: str) -> None:
    edits = find_damage(damaged)
    assert repaired(damaged, edits)[0] == mended
    assert bool(edits) == (damaged != mended)
