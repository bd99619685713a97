"""From bytes to text: which character set, and whether it is text at all.

What belongs here: the order of evidence for a character set. What does not: repairs of what was decoded wrongly before.
Evidence in order: byte order mark, valid UTF-8 (nothing else looks like it), the declared set, detection.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Control characters that no text file has; a share of them above this means that the bytes are no text.
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"
BINARY_SHARE = 0.02
#: How much is looked at to detect a character set: more costs time and changes nothing.
DETECTED_BYTES = 20_000
#: Up to this share of bytes beyond ASCII a text is in Latin letters, too few of them special to tell the set by.
FEW_LETTERS = 0.15
#: Where nothing tells: the set of old Western web pages, in which every byte but five has a meaning.
FALLBACK = "cp1252"
NUL_SYMBOL = "\u2400"
SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the character set it was read in, or the reason why it is none."""

    text: str
    encoding: str | None
    problem: str | None = None


def decode(payload: bytes, declared: str | None = None) -> Decoded:
    """The text of some bytes; line ends become one newline, and what no table can store is replaced, one for one."""
    for bom, encoding in BOMS:
        if payload.startswith(bom):
            return Decoded(
                uniform(payload[len(bom) if encoding == "utf-8" else 0 :].decode(encoding, "replace")), encoding
            )
    if payload.isascii() and not _is_binary(payload):
        return Decoded(uniform(payload.decode("ascii")), "utf-8")
    wide = _wide(payload)
    if wide is None and _is_binary(payload):
        return Decoded("", None, "binary: not text in any character set")
    for encoding in filter(None, (wide, "utf-8", _known(declared))):
        try:
            return Decoded(uniform(payload.decode(encoding)), encoding)
        except UnicodeDecodeError:
            continue
    encoding = _detected(payload)
    return Decoded(uniform(payload.decode(encoding, "replace")), encoding)


def uniform(text: str) -> str:
    """Text with one kind of line end, and without the surrogates and zeros that no table can store."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() and SURROGATES.search(text):
        text = SURROGATES.sub("\ufffd", text)
    return text.replace("\0", NUL_SYMBOL)


def _is_binary(payload: bytes) -> bool:
    sample = payload[:65536]
    return len(sample) - len(sample.translate(None, CONTROLS)) > BINARY_SHARE * len(sample)


def _wide(payload: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = payload[:2000]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[offset::2].count(0), sample[1 - offset :: 2].count(0)
        if len(sample) >= 8 and zeros > 0.7 * len(sample) / 2 and others < 0.05 * len(sample):
            return encoding
    return None


def _known(declared: str | None) -> str | None:
    """A declared character set, if there is such a one; Latin-1 on the web is Windows-1252."""
    try:
        name = codecs.lookup((declared or "").strip("\"' ")).name
    except (LookupError, ValueError):
        return None
    return FALLBACK if name in ("iso8859-1", "ascii") else name


def _detected(payload: bytes) -> str:
    best = from_bytes(payload[:DETECTED_BYTES]).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return FALLBACK
    if _mostly_ascii(payload):  # too little to tell by: English with a few Western letters
        return FALLBACK
    return best.encoding


def _mostly_ascii(payload: bytes) -> bool:
    return sum(byte > 127 for byte in payload[:DETECTED_BYTES]) < FEW_LETTERS * len(payload[:DETECTED_BYTES])
