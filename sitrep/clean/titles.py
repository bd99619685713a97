"""Which line of a text is its title.

What belongs here: choosing it among the lines above the first paragraph. What does not: titles that metadata give.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitrep.clean.dateline import read_dateline
from sitrep.clean.lines import BULLET, HEAD_WORDS, Line, is_title_case
from sitrep.clean.rules import fold
from sitrep.clean.verdict import Verdict

#: A title that was taken for an order has so many words.
TITLE_WORDS = (6, 24)
#: The names that outlets have.
OUTLET = re.compile(
    r"(?:the )?(?:[\w'&.-]+ ){0,3}(?:news(?:paper)?|times|post|herald|tribune|daily|journal|gazette|tv|express|press|"
    r"online|radio|observer|mirror|monitor|chronicle|telegraph|independent|guardian|examiner|bulletin|dispatch|courier|"
    r"reporter|correspondent|wire|media)"
    r"(?: (?:of|on) [\w-]+| online| network| agency| service| international| tv| desk| staff){0,2}"
    r"|ag[eê]n(?:cia|ce|zia)(?: [\w'&.-]+){1,4}"
)
#: ... and the town that archives set behind them.
TOWN = re.compile(r" \([a-z][\w' -]{2,25}\)$")
OUTLET_WORDS = 5


def choose_title(lines: Sequence[Line], given: str | None, verdict: Verdict) -> None:
    """The line that is the title: the one that was given, else the first headline before the first paragraph."""
    wanted = fold(given).strip() if given else None
    candidates = []
    is_list = sum(BULLET.match(line.text) is not None for line in lines) > 1
    for line in lines:
        if not verdict.open(line):
            continue
        if wanted and (line.key == wanted or (wanted.startswith(line.key + " ") and line.words > HEAD_WORDS)):
            verdict.title = line.number
            return
        if line.prose and not (wanted and line.number < 3) and not _calls_out(line, lines):
            break
        if (
            not (is_list and BULLET.match(line.text))
            and not line.key.endswith((":", ".", ","))
            and not _names_no_news(line)
        ):
            candidates.append(line)
    if len(candidates) > 1 and _says_what_is_seen(candidates[0], lines, verdict):
        verdict.rules[candidates.pop(0).number] = "caption.beside"
    if wanted is None and candidates and candidates[-1].number < len(lines) - 1:
        long_enough = [line for line in candidates if line.words > HEAD_WORDS] or [c for c in candidates if c.words > 1]
        verdict.title = long_enough[0].number if long_enough else None
    elif wanted is None and len(lines) > 1:
        _labelled_title(lines, verdict)
    if wanted is None and verdict.title is None:
        _title_taken_for_order(lines, verdict)


def _calls_out(line: Line, lines: Sequence[Line]) -> bool:
    """A first line that asks or cries out stands over a text as its headline, though it ends as a sentence does."""
    following = lines[line.number + 1] if line.number + 1 < len(lines) else None
    short = TITLE_WORDS[0] <= line.words <= TITLE_WORDS[1] and line.key.endswith(("?", "!"))
    return short and line.number == 0 and line.alone and following is not None and following.prose


def _says_what_is_seen(line: Line, lines: Sequence[Line], verdict: Verdict) -> bool:
    """A first line right above a whole caption says in its stead what the picture shows; the title stands below."""
    behind = lines[line.number + 1] if line.number == 0 and not line.alone else None
    captioned = behind is not None and verdict.rules.get(behind.number, "").startswith("caption.")
    return captioned and behind is not None and behind.words >= TITLE_WORDS[0]


def _labelled_title(lines: Sequence[Line], verdict: Verdict) -> None:
    """A first line that a label makes look like a link ("Explainer: ...") is the title where there is no other."""
    first, second = lines[:2]
    as_link = verdict.rules.get(first.number, "").startswith("links.") and first.words > HEAD_WORDS
    if as_link and second.prose and verdict.open(second) and not first.ends_sentence:
        del verdict.rules[first.number]
        verdict.title = first.number


def _title_taken_for_order(lines: Sequence[Line], verdict: Verdict) -> None:
    """The last line above the text that reads like an order, or the one link there, is the title where none is."""
    first = next((line.number for line in lines if line.prose and verdict.open(line)), 0)
    links = [line.number for line in lines[:first] if verdict.rules.get(line.number) == "links.listed"]
    listed = links[0] if len(links) == 1 else None
    for line in reversed(lines[:first]):
        spoken = verdict.rules.get(line.number) in ("page.order", "page.address") or line.number == listed
        if spoken and TITLE_WORDS[0] <= line.words <= TITLE_WORDS[1] and not line.ends_sentence:
            del verdict.rules[line.number]
            verdict.title = line.number
            return


def _names_no_news(line: Line) -> bool:
    """The name of an outlet, or a dateline on a line of its own: no headline."""
    dateline = read_dateline(line.text) if any(map(str.isdigit, line.text)) else None
    return is_outlet(line) or (dateline is not None and dateline.date is not None and dateline.end == len(line.text))


def is_outlet(line: Line) -> bool:
    """The name of a newspaper or station, by itself."""
    name = TOWN.sub("", line.key.strip(" ."))
    named = name.count(" ") < OUTLET_WORDS and is_title_case(line.text)
    return named and OUTLET.fullmatch(name) is not None
