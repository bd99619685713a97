"""Text compared as a reader would: quotes, dashes, case and white space do not count.

What belongs here: the folding of text, and the questions of containment and naming built on it.
What does not: what is compared with what (matching, measures).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " "})
SPACE = re.compile(r"\s+")

#: A sentence at most this long is never taken for a part of an anchor: "He was killed." fits too many.
SHORT_SENTENCE = 24


def fold(text: str | None) -> str:
    """The text in one case, with plain quotes and dashes and single spaces."""
    return SPACE.sub(" ", (text or "").translate(TYPOGRAPHY)).strip().lower()


def touches(anchor: str, sentence: str) -> bool:
    """Whether a sentence holds an anchor, or is a fair part of one that spans several (both folded)."""
    return anchor in sentence or (len(sentence) > SHORT_SENTENCE and sentence in anchor)


def any_named(wanted: Iterable[str], found: Iterable[str | None]) -> bool:
    """Whether one of the wanted names begins a word of one of the found ones."""
    folded = [fold(name) for name in found]
    patterns = [re.compile(rf"(?<!\w){re.escape(fold(name))}") for name in wanted]
    return any(pattern.search(name) for pattern in patterns for name in folded)
