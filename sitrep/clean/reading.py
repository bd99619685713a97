"""The result of reading one delivery: its text as it stands, and what its container says of it.

What belongs here: the record that all readers make. What does not: any reader (readers.py, html.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from sitrep.clean.spans import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """The raw text of a delivery with its metadata; `cuts` are stretches that its format shows to be no article."""

    text: str
    encoding: str | None = None
    problem: str | None = None
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[tuple[str, str], ...] = ()  # where from, value; in order of trust
    cuts: tuple[Span, ...] = ()  # in the raw text
    beside: tuple[str, ...] = ()  # cut lines above the article, which may stamp and sign it
