"""The lines of a text, each with what the furniture rules ask of it.

What belongs here: splitting and the plain features of a line. What does not: what a line is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitrep.clean.rules import fold

#: A line of so many words reads as prose even where it breaks off without a stop.
LONG_WORDS = 25
#: Below this a line that ends in a stop is still no paragraph ("Photo by AP.").
PROSE_WORDS = 8
LINE = re.compile(r"[^\n]+")
CLOSING = "\"')]”’»"
STOPS = (".", "!", "?", "…", ":", ";", ",")
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

    @property
    def ends_sentence(self) -> bool:
        return self.key.rstrip(CLOSING).endswith(STOPS[:4])

    @property
    def prose(self) -> bool:
        """Running text, as far as a line can tell by itself."""
        return self.words >= LONG_WORDS or (self.words >= PROSE_WORDS and self.ends_sentence)


def split_lines(text: str, ranges: Sequence[tuple[int, int]] | None = None) -> tuple[Line, ...]:
    """All lines of a text, or of those stretches of it that something else has not cut already."""
    folded = fold(text)
    found = list(_rows(text, ranges))
    lines = []
    for number, (row_start, start, end) in enumerate(found):
        following = found[number + 1][0] if number + 1 < len(found) else len(text)
        gap_before = text.count("\n", found[number - 1][2] if number else 0, start) != 1 or number == 0
        gap_after = text.count("\n", end, following) != 1
        lines.append(
            Line(
                number,
                start,
                end,
                following,
                row_start,
                text[start:end],
                folded[start:end],
                len(text[start:end].split()),
                gap_before and gap_after,
            )
        )
    return tuple(lines)


def _rows(text: str, ranges: Sequence[tuple[int, int]] | None) -> Iterator[tuple[int, int, int]]:
    """Start of the row, of its first and behind its last visible character."""
    for first, last in ranges or ((0, len(text)),):
        for row in LINE.finditer(text, first, last):
            visible = row.group().strip()
            if visible:
                start = row.start() + row.group().index(visible[0])
                yield row.start(), start, start + len(visible)


def is_title_case(text: str) -> bool:
    """Every word that is not a small one begins with a capital: names and headings do."""
    words = TITLE_WORD.findall(text)
    return bool(words) and all(word[0].isupper() or len(word) <= 3 for word in words) and words[0][0].isupper()
