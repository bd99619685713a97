"""Repairs of text that was damaged before it came: mojibake, entities, invisible characters.

What belongs here: finding the damage and what should stand there, as edits. What does not: cutting what is no news.
Typographic quotes, accents and dashes are no damage and stay.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import ftfy
from ftfy.badness import is_bad

from sitrep.clean.spans import Edit

#: Joiners inside Arabic or Indic words are letters; elsewhere these say nothing to a reader.
INVISIBLE = re.compile(
    "[\u2400\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\x01-\x08\x0b\x0e-\x1f\x7f\x80-\x9f]+"
)
ENTITY = re.compile(r"&(?:#[0-9]{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}[0-9]{0,2});", re.IGNORECASE)
WORDS = re.compile("([^\x00-\x7f]+)")
#: Signs that a text may hold mojibake at all: letters that UTF-8 bytes turn into when read as a Western set.
SUSPECT = re.compile("[\u00c2-\u00f4\u0102\u0152\u0153\u0432\u0420\u0421\u00e2\ufffd\x80-\x9f]")


def find_damage(text: str) -> tuple[Edit, ...]:
    """All repairs that a text needs, in order and apart."""
    if text.isascii():
        return tuple(_entities(text)) if "&" in text else tuple(_invisible(text))
    edits = sorted([*_mojibake(text), *_entities(text), *_invisible(text)], key=lambda e: (e.raw_start, -e.raw_end))
    return tuple(_apart(edits))


def _apart(edits: list[Edit]) -> Iterator[Edit]:
    end = 0
    for edit in edits:
        if edit.raw_start >= end:
            yield edit
            end = edit.raw_end


def _entities(text: str) -> Iterator[Edit]:
    for found in ENTITY.finditer(text):
        plain = html.unescape(found.group())
        if plain != found.group():
            yield Edit(found.start(), found.end(), plain.replace("\u00a0", " "), "repair.entity")


def _invisible(text: str) -> Iterator[Edit]:
    for found in INVISIBLE.finditer(text):
        yield Edit(found.start(), found.end(), "", "repair.invisible")


def _mojibake(text: str) -> Iterator[Edit]:
    if not SUSPECT.search(text):
        return
    start = 0
    for line in text.splitlines(keepends=True):
        if SUSPECT.search(line) and is_bad(line):
            fixed = ftfy.fix_encoding(line)
            if fixed != line:
                yield from _differences(line, fixed, start)
        start += len(line)


def _differences(damaged: str, fixed: str, offset: int) -> Iterator[Edit]:
    """Where a repaired line differs: between the same runs of plain letters, or wherever they do not agree."""
    old, new = WORDS.split(damaged), WORDS.split(fixed)
    if old[::2] == new[::2]:
        at = offset
        for was, now in zip(old, new, strict=True):
            if was != now:
                yield Edit(at, at + len(was), now, "repair.mojibake")
            at += len(was)
        return
    matcher = SequenceMatcher(None, damaged, fixed, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal" and b > a:
            yield Edit(offset + a, offset + b, fixed[c:d], "repair.mojibake")
        elif tag == "insert" and a > 0:  # an insertion takes a neighbour with it, so that each edit has a raw stretch
            yield Edit(offset + a - 1, offset + a, fixed[c - 1 : d], "repair.mojibake")
