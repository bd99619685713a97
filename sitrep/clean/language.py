"""In which language a text is written, and whether an engine reads it.

What belongs here: identification. What does not: translation. English is told by its commonest words, which is surer on
news full of names than any model and costs nothing; all else goes to py3langid, whose model comes with it.
"""

from __future__ import annotations

import re

import py3langid

#: Languages that an extraction engine reads.
READ = frozenset({"en"})
COMMON = frozenset(
    (
        "the", "of", "and", "to", "in", "a", "on", "was", "were", "that", "for", "by", "with", "said", "at", "from",
        "is", "as", "it", "his", "has", "had", "have", "be", "which", "who", "are", "an", "this",
    )
)  # fmt: skip
#: English news has about 35 of these words in a hundred, lists of names 15, other languages under 5.
COMMON_SHARE = 0.16
#: With fewer words nothing can be told.
FEWEST_WORDS = 12
SAMPLE = 3000
WORDS = re.compile(r"[^\W\d_]+")


def identify(text: str, declared: str | None = None) -> str | None:
    """The language of a text as ISO 639-1; the declared one, or none, where the text is too short to tell."""
    words = WORDS.findall(text[:SAMPLE].lower())
    if len(words) < FEWEST_WORDS:
        return (declared or "")[:2].lower() or None
    if sum(word in COMMON for word in words) >= COMMON_SHARE * len(words):
        return "en"
    language, _ = py3langid.classify(text[:SAMPLE])
    return str(language)
