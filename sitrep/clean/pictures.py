"""Captions that only their neighbours or their ends give away.

What belongs here: lines that say what a picture shows without a word of the rules in them. What does not: captions
that one line shows by itself (rules/captions.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sitrep.clean.lines import Line, is_title_case
from sitrep.clean.verdict import Verdict

#: A caption ends in its owner's name: "(Israel Defense Forces)", "(Source: Regional Prosecutor's Office)".
OWNER = re.compile(r"[\w.,'’”\"] \((?:[Ss]ource: ?)?[A-Z][\w.'’&-]+(?: (?:of|the|de|and|[A-Z][\w.'’&-]+)){0,5}\)$")
#: ... and is at least so long: a headline may end in the name of who says it.
OWNED_WORDS = 8
#: What is seen is told in the present, or by where it is seen.
SEEN = re.compile(
    r"\((?:file|pictured|(?:(?:top|bottom|far|second|third|fourth|from) )*(?:left|right|cent(?:re|er)))\b[^)]*\)"
    r"|\b(?:stands?(?! by)|sits?|walks?|gathers?|inspects?|look|looks|speaks?|address|addresses|attends?|carry|carries|"
    r"holds?|patrols?|mourns?|wait|waits|(?:is|are) seen|poses?|waves?|rides?|displays?|rise|rises|billows?|lie|lies|"
    r"arrive|arrives)\b"
)
#: A credit on a line of its own, and the name of a picture, have at most so many words.
CREDIT_WORDS, NAME_WORDS = 12, 5


def cut_captions(lines: Sequence[Line], verdict: Verdict) -> None:
    """Captions above the text: those that end in their owner's name, and those right above a credit."""
    prose = [line.number for line in lines if line.prose and verdict.open(line)]
    for line, below in reversed(list(pairwise(lines))):
        if not verdict.open(line) or line.number == verdict.title:
            continue
        if prose and line.number < prose[0] and line.words >= OWNED_WORDS and OWNER.search(line.text):
            rule_id = "caption.owner"
        elif verdict.title == line.number - 1 and _repeats(line, lines[line.number - 1]):
            rule_id = "caption.alt"
        elif len(prose) > 1 and line.number < prose[1] and _is_credited(line, below, verdict):
            rule_id = "caption.credited"
        else:
            continue
        verdict.rules[line.number] = rule_id
        verdict.captions.append(line.text)


def _is_credited(line: Line, below: Line, verdict: Verdict) -> bool:
    """What is seen above a line that says who took it; or a picture's name above what is seen."""
    rule_id = verdict.rules.get(below.number, "")
    named = line.words <= NAME_WORDS and not line.ends_sentence and not is_title_case(line.text)
    if rule_id.startswith("caption.") and named:
        return True
    short = rule_id in ("caption.marker", "caption.credit") and below.words <= CREDIT_WORDS
    return short and SEEN.search(line.key) is not None


def _repeats(line: Line, title: Line) -> bool:
    """A few of the title's own words below it: what a page shows in place of its picture."""
    few = 1 < line.words <= NAME_WORDS and not line.ends_sentence and not line.text.isupper()
    return few and set(line.key.split()) <= set(title.key.split())
