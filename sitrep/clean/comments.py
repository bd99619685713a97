"""Where a page's report ends and its readers' comments begin: they are no news, and their dates are not the page's.

What belongs here: finding that line. What does not: prompts to comment, which are furniture by
rule (rules/social.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitrep.clean.lines import Line
from sitrep.clean.stamps import AGO, read_clock, read_stamp

#: Headings of a list of comments.
HEADING = re.compile(
    r"(?:\W*(?:[0-9]{1,4}|one|two|three|four|five|no|all|user|reader'?s?'?|recent|top)? ?"
    r"(?:comments?|responses?|repl(?:y|ies)|thoughts?)(?: \(?[0-9]{1,4}\)?)?(?: (?:on|to) .{3,150})?"
    r"|join the (?:conversation|discussion)|discussion|reader comments?)[:\s]*"
)
#: How a comment is signed or answered.
SIGNED = re.compile(
    r"[\w .'@-]{2,40} says:?|repl(?:y|ies)|log in to reply|report abuse|upvote|\+?[0-9]+ likes?|anonymous"
)
#: The heading and the first sign of a comment lie within so many lines.
REACH = 4
#: A heading that repeats the title has at most so many words.
MOST_WORDS = 30


def comments_start(lines: Sequence[Line]) -> int | None:
    """The number of the line that heads the readers' comments, if they stand on the page."""
    prose = [line.number for line in lines if line.prose]
    for line in lines:
        if not prose or line.number <= prose[0] or line.words > MOST_WORDS or not HEADING.fullmatch(line.key):
            continue
        following = lines[line.number + 1 : line.number + 1 + REACH]
        if any(_signs(one) for one in following) and line.number < prose[-1]:
            return line.number
    return None


def _signs(line: Line) -> bool:
    if SIGNED.fullmatch(line.key) or AGO.fullmatch(line.key):
        return True
    return bool(read_stamp(line, beside_text=True) or read_clock(line))
