"""What only looks like furniture and is all that a text has: it stays.

What belongs here: second thoughts about what was cut. What does not: why it was cut (furniture).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitrep.clean.lines import LONG_WORDS, PROSE_WORDS, Line
from sitrep.clean.verdict import Verdict

#: Rules that tell by likeness: what they cut comes back where nothing else is left.
UNSURE = ("page.address", "page.order", "links.", "caption.", "origin.author_note", "origin.contributed")
#: Words of a toll, and words that say that a picture was not taken at what the report tells.
HARM = re.compile(
    r"\b(?:killed|killing|kills|dead|deaths?|died|dies|injured|injuring|wounded|wounding|bodies|casualt\w+|victims)\b"
)
OLD_PICTURE = re.compile(
    r"\bfile\b|\b(?:19|20)[0-9]{2}\b|represent|illustrat|archive|anniversar|memorial|vigil|funeral"
)


def spare_the_text(lines: Sequence[Line], verdict: Verdict) -> None:
    """Where no paragraph is left, those that only look like furniture stay: better a caption than nothing."""
    if any(line.prose and verdict.open(line) for line in lines):
        return
    for line in lines:
        rule_id = verdict.rules.get(line.number, "")
        if line.prose and line.words >= LONG_WORDS and rule_id.startswith(UNSURE):
            del verdict.rules[line.number]


def spare_the_only_toll(lines: Sequence[Line], verdict: Verdict) -> None:
    """Where no line of the text tells of anyone harmed, a caption that does stays: it is all there is of the news.

    Else captions go: they show other days and places often enough, and repeat what the text says. Old pictures go too.
    """
    if any(HARM.search(line.key) for line in lines if verdict.open(line) and line.number != verdict.title):
        return
    for line in lines:
        is_sentence = verdict.rules.get(line.number, "").startswith("caption.") and line.words >= PROSE_WORDS
        if is_sentence and HARM.search(line.key) and not OLD_PICTURE.search(line.key):
            del verdict.rules[line.number]
            verdict.captions.remove(line.text)
