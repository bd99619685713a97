"""What is decided about the lines of one text.

What belongs here: the working state that the steps of judging share. What does not: deciding (furniture and its parts).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sitrep.clean.lines import Line
from sitrep.clean.spans import Span
from sitrep.clean.stamps import Byline, Stamp


@dataclass(slots=True)
class Verdict:
    """What was decided about the lines of one text: the working state of one call."""

    rules: dict[int, str] = field(default_factory=dict)  # number of a line -> rule that cuts it
    parts: list[Span] = field(default_factory=list)  # stretches within lines that stay
    stamps: list[Stamp] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)  # lines that name a source or an agency
    title: int | None = None  # number of the line that is the title

    def open(self, line: Line) -> bool:
        """Nothing has been decided against this line."""
        return line.number not in self.rules
