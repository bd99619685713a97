"""Lines in which a page speaks to its reader: orders, and what says "you" without saying who spoke.

What belongs here: telling them from news. What does not: prompts that a rule knows by their words (rules/).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitrep.clean.lines import MARKS, Line
from sitrep.clean.verdict import Verdict

#: Words that a page's own orders to its reader begin with.
ORDERS = re.compile(
    r"(?:share|follow|read|sign|subscribe|join|listen|watch|click|tap|download|interact|support|donate|contact|get|like|print|"
    r"send|save|open|view|see|visit|browse|explore|discover|learn|try|buy|shop|register|log|login|enter|submit|rate|vote|"
    r"comment|reply|advertise|copy|add|manage|update|turn|enable|allow|skip|go|back|return|continue|load|show|hide|more|"
    r"become|reuse|related|next|previous|also|latest|trending|topics?|tags?|about|home|help)\b"
)
#: Of these, words that headlines begin with as well ("More than 70 dead in ..."): only so short a line is an order.
NO_VERBS = re.compile(r"(?:more|back|home|about|latest|related|next|previous|also|open|like|get|go|turn|see|visit)\b")
NO_VERB_WORDS = 6
#: Things of a page that an order is about: with them it is one wherever it stands.
PAGE_THINGS = re.compile(
    r"\b(?:newsletters?|inbox|channel|app|facebook|twitter|instagram|telegram|whatsapp|youtube|podcasts?|e-?mails?|notifications?|"
    r"alerts|account|page|website|site|article|story|stories|comments?|subscribers?|subscription|homepage|feed|profile|"
    r"gallery|video|link|cookies|membership|edition|viber|linkedin|print|bookmarks?|journalism|newsroom|patron|donation|"
    r"subscribing|supporters?|readers?|articles|browser|terms|topics|content|ads)\b"
)
ORDER_WORDS = 14
#: A page speaks to its reader; news does so in quotation marks alone, or says who spoke.
READER = re.compile(r"\b(?:you|your|yours|our|us|we)\b")
YOU = re.compile(r"\b(?:you|your|yours)\b")
#: Above this share of its paragraphs what speaks to "you" is the text itself.
SPEECH_SHARE = 0.2
SPEECH = re.compile(
    r"[\"“”«»]|^\[[^\]]+\] \S|(?<!\w)'[^']{3,}'(?!\w)|"
    r"\b(?:said|told|says|saying|according|added|asked|wrote|statement|warned|vowed|urged)\b"
)
ADDRESS_WORDS = 45


def cut_address(lines: Sequence[Line], verdict: Verdict) -> None:
    """Lines in which the page gives orders or speaks to its reader, wherever they stand."""
    for line in lines:
        if not verdict.open(line) or line.words > ADDRESS_WORDS:
            continue
        of_page = PAGE_THINGS.search(line.key)
        if of_page and _orders(line):
            verdict.rules[line.number] = "page.order"
        addressed = READER.search(line.key) if of_page else line.words <= ORDER_WORDS and YOU.search(line.key)
        if verdict.open(line) and addressed and not SPEECH.search(line.key):
            verdict.rules[line.number] = "page.address"
    _spare_speeches(lines, verdict)


def _orders(line: Line) -> bool:
    """A line that begins like an order, and is no sentence of the text nor a headline."""
    start = line.key.lstrip(MARKS)
    longest = NO_VERB_WORDS if NO_VERBS.match(start) else ORDER_WORDS
    return line.words <= longest and ORDERS.match(start) is not None and not line.ends_sentence


def _spare_speeches(lines: Sequence[Line], verdict: Verdict) -> None:
    """Where much of a text speaks to someone it is a speech, and all of it stays."""
    spoken = [line for line in lines if verdict.rules.get(line.number) == "page.address" and line.prose]
    if len(spoken) > SPEECH_SHARE * sum(line.prose for line in lines):
        for line in spoken:
            del verdict.rules[line.number]
