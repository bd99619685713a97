"""The lines of a text, each with what the furniture rules ask of it.

What belongs here: splitting and the plain features of a line. What does not: what a line is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitrep.clean.rules import fold

#: A line of so many words reads as prose even where it breaks off without a stop.
LONG_WORDS = 25
#: Below this a line that ends in a stop is still no paragraph ("Photo by AP.").
PROSE_WORDS = 8
LINE = re.compile(r"[^\n]+")
CLOSING = "\"')]”’»"
STOPS = (".", "!", "?", "…", ":", ";", ",")
#: Broken texts are at most so wide, have so many broken rows, and of those nearly all are full.
NARROWEST, WIDEST = 50, 100
FEWEST_BROKEN = 2
BROKEN_SHARE = 0.6
WIDTH_SLACK = 4
#: So many spaces before a row begin a paragraph.
INDENT = 2
#: Marks that may stand before the first word of furniture, and those that make a line an item of a list.
MARKS = "([{<>»→▶►*•#|_~-:× "
BULLET = re.compile(r"[•*▪●◦‣>-]\s")
#: Labels at the head of a page have at most so many words.
HEAD_WORDS = 3
TITLE_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds more than white space."""

    number: int  # among such lines
    start: int  # of its first and last character that is no space
    end: int
    next_start: int  # where the next such line's row begins: what cutting this one takes with it
    row_start: int
    text: str
    key: str  # folded
    words: int
    alone: bool  # blank lines, or nothing, before and after
    ends_sentence: bool = False
    prose: bool = False  # running text, as far as a line can tell by itself


def split_lines(text: str, ranges: Sequence[tuple[int, int]] | None = None) -> tuple[Line, ...]:
    """All lines of a text, or of those stretches of it that something else has not cut already.

    A text that was broken at a fixed width gives its paragraphs, each as one line.
    """
    folded = fold(text).replace("\n", " ")
    found = _paragraphs(text, list(_rows(text, ranges)))
    spaced = _has_blank_lines(text, found)
    lines = []
    for number, (row_start, start, end) in enumerate(found):
        following = found[number + 1][0] if number + 1 < len(found) else len(text)
        gap_before = number == 0 or text.count("\n", found[number - 1][2], start) != 1
        gap_after = text.count("\n", end, following) != 1
        alone = (gap_before and gap_after) or not spaced
        content = text[start:end]
        words = len(content.split())
        key = folded[start:end]
        ends = key.rstrip(CLOSING).endswith(STOPS[:4])
        prose = words >= LONG_WORDS or (words >= PROSE_WORDS and ends)
        lines.append(Line(number, start, end, following, row_start, content, key, words, alone, ends, prose))
    return tuple(lines)


Row = tuple[int, int, int]


def _rows(text: str, ranges: Sequence[tuple[int, int]] | None) -> Iterator[Row]:
    """Start of the row, of its first and behind its last visible character."""
    for first, last in ranges or ((0, len(text)),):
        for row in LINE.finditer(text, first, last):
            visible = row.group().strip()
            if visible:
                start = row.start() + row.group().index(visible[0])
                yield row.start(), start, start + len(visible)


def _has_blank_lines(text: str, rows: Sequence[Row]) -> bool:
    """Whether the text sets its paragraphs apart: then a line among others is part of a block."""
    pairs = list(pairwise(rows))
    return not pairs or 3 * sum(text.count("\n", one[2], other[1]) > 1 for one, other in pairs) >= len(pairs)


def _paragraphs(text: str, rows: list[Row]) -> list[Row]:
    """Rows joined to paragraphs, where the text was broken at a fixed width: no row would have held the next word."""
    inner = [(one, other) for one, other in pairwise(rows) if text.count("\n", one[2], other[1]) == 1]
    if len(inner) < FEWEST_BROKEN:
        return rows
    width = max(one[2] - one[0] for one, _ in inner)
    full = {one[0] for one, other in inner if one[2] - one[0] + 1 + _first_word(text, other) > width - WIDTH_SLACK}
    if not NARROWEST <= width <= WIDEST or len(full) < BROKEN_SHARE * len(inner):
        return rows
    joined: list[Row] = []
    goes_on = False
    for row in rows:
        indented = row[1] - row[0] >= INDENT
        if (
            joined
            and goes_on
            and not indented
            and not BULLET.match(text, row[1])
            and text.count("\n", joined[-1][2], row[1]) == 1
        ):
            joined[-1] = (joined[-1][0], joined[-1][1], row[2])
        else:
            joined.append(row)
        goes_on = row[0] in full or not text[row[1] : row[2]].rstrip(CLOSING).endswith(STOPS[:4])
    return joined


def _first_word(text: str, row: Row) -> int:
    return len(text[row[1] : row[2]].split(maxsplit=1)[0])


def is_title_case(text: str) -> bool:
    """Every word that is not a small one begins with a capital: names and headings do."""
    words = TITLE_WORD.findall(text)
    return bool(words) and all(word[0].isupper() or len(word) <= 3 for word in words) and words[0][0].isupper()
