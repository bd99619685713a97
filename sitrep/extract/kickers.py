"""What a paper sets before a headline's own words: 'BREAKING:', 'JUST IN |', 'UPDATE 2-'.

What belongs here: where the headline itself begins. What does not: places before a colon (heads.py, clauses.py), the
outlet behind a headline.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from sitrep.extract.text import Sentence, Text

#: An agency's label that stands close to the headline: "UPDATE 2-Gunmen", "URGENT-Gunmen".
_CLOSE = re.compile(r"\s*(?:UPDATE|WRAPUP|REFILE|CORRECTED|RPT|URGENT|FLASH)(?P<number> ?\d{1,2})?(?P<dash>-)(?=\w)")
_BEHIND = frozenset({":", "|", "-", "]", "!", "..."})
_BEFORE = frozenset({"[", "#"})
_LONGEST = 3  # words: "breaking news update"


def set_apart(raw: str, start: int) -> str:
    """A text of the same length in which an agency's label stands apart from the headline at a place."""
    found = _CLOSE.match(raw, start)
    if found is None:
        return raw
    at = found.start("dash")
    return raw[:at] + (" " if found["number"] else ":") + raw[at + 1 :]


def without_kicker(sentence: Sentence, text: Text, kickers: Set[str]) -> Sentence:
    """A headline from where its own words begin."""
    words, at = text.words, sentence.first
    at += words[at] in _BEFORE
    begin = at
    while at < sentence.last and at - begin < _LONGEST and words[at] in kickers:
        at += 1
    if at == begin:
        return sentence
    numbered = at < sentence.last and words[at].isdigit() and words[at - 1] not in ("in", "live")
    at += numbered
    marked = at < sentence.last and words[at] in _BEHIND
    at += marked
    if not (marked or numbered) or at >= sentence.last:
        return sentence
    return replace(sentence, first=at, start=text.starts[at])
