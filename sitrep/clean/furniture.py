"""Which lines of a text are furniture of its page, and by which rule.

What belongs here: holding lines against the rules (data), and the few decisions that need their neighbours.
What does not: the patterns themselves (rules/), dates (dating.py), and how text is put together again (spans.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sitrep.clean.lines import Line, is_title_case
from sitrep.clean.rules import WHOLE_LINE, CleaningRules, fold
from sitrep.clean.spans import Span
from sitrep.clean.stamps import Byline, Stamp, read_byline, read_stamp

#: No rule looks at longer lines as a whole: they are text.
MOST_WORDS = 80
#: Marks that may stand before the first word of furniture.
MARKS = "([{<>»→▶►*•#|_~-: "
#: The longest credit of a picture.
TAIL_CHARS = 110
#: How many lines a list of links below a heading may have, and how long each is: a headline.
LIST_LINES = 15
LINK_WORDS = (2, 24)
#: A line that is repeated word for word is shown twice by the page, if it is longer than a refrain.
REPEATED_WORDS = 5
#: Menus: parts between bars, each of at most so many words.
BARS = re.compile(r"\s*(?:\||·|•|›|»|—\s*\||\s/\s|>)\s*")
BAR_WORDS = 5
#: Labels at the head or foot of a page have at most so many words.
HEAD_WORDS = 3
FOOT_WORDS = 6
ORPHAN = re.compile(r".*(?:\w: \S|\w -{1,2} \w).*")
ORPHAN_WORDS = (5, 16)
BULLET = re.compile(r"[•*▪●◦‣>-]\s")
TAG = re.compile(r"[\w'’.&-]+(?: [\w'’.&-]+){0,3}")
#: Words that a page's own orders to its reader begin with.
ORDERS = re.compile(
    r"(?:share|follow|read|sign|subscribe|join|listen|watch|click|tap|download|interact|support|donate|contact|get|like|print|"
    r"send|save|open|view|see|visit|browse|explore|discover|learn|try|buy|shop|register|log|login|enter|submit|rate|vote|"
    r"comment|reply|advertise|copy|add|manage|update|turn|enable|allow|skip|go|back|return|continue|load|show|hide|more|"
    r"related|next|previous|also|latest|trending|topics?|tags?|about|home|help)\b"
)
#: Things of a page that an order is about: with them it is one wherever it stands.
PAGE_THINGS = re.compile(
    r"\b(?:newsletters?|inbox|channel|app|facebook|twitter|instagram|telegram|whatsapp|youtube|podcasts?|e-?mails?|notifications?|"
    r"alerts|account|page|website|site|article|story|stories|comments?|subscribers?|subscription|homepage|feed|profile|"
    r"gallery|video|link|cookies|membership|edition|viber|linkedin|print|bookmarks?)\b"
)
ORDER_WORDS = 14


@dataclass(slots=True)
class Verdict:
    """What was decided about the lines of one text: the working state of one call."""

    rules: dict[int, str] = field(default_factory=dict)  # number of a line -> rule that cuts it
    parts: list[Span] = field(default_factory=list)  # stretches within lines that stay
    stamps: list[Stamp] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)  # lines that name a source or an agency
    title: int | None = None  # number of the line that is the title

    def open(self, line: Line) -> bool:
        """Nothing has been decided against this line."""
        return line.number not in self.rules


def judge(lines: Sequence[Line], rules: CleaningRules, source: str = "", title: str | None = None) -> Verdict:
    """The furniture of a text: rules first, then stamps, then what the neighbours show."""
    verdict = Verdict()
    headings = _by_rules(lines, rules, source, verdict)
    _repeats(lines, verdict)
    _stamps_and_bars(lines, verdict, rules)
    _lists(lines, headings, verdict)
    _title(lines, title, verdict)
    _orphans(lines, verdict)
    _head(lines, verdict)
    _foot(lines, verdict)
    _parts(lines, rules, verdict)
    return verdict


def add_stamps(lines: Sequence[Line], verdict: Verdict) -> None:
    """Stamps and bylines of lines that stand outside the text, but speak of it."""
    for line in lines:
        for part in _parts_of(line) or [line]:
            if stamps := read_stamp(part):
                verdict.stamps.extend(stamps)
            elif byline := read_byline(part):
                verdict.bylines.append(byline)


def _parts_of(line: Line) -> list[Line]:
    """What stands between the bars of a line, each part as a line."""
    parts = [p for p in BARS.split(line.text) if p.strip()]
    return [_piece(line, part) for part in parts] if len(parts) > 1 else []


def _piece(line: Line, part: str) -> Line:
    return Line(line.number, 0, len(part), 0, 0, part, fold(part), len(part.split()), False)


def _by_rules(lines: Sequence[Line], rules: CleaningRules, source: str, verdict: Verdict) -> list[Line]:
    """What single lines show by themselves. Returns the headings that lists of links may follow."""
    learned = rules.learned.get(source, frozenset())
    headings = []
    for line in lines:
        rule_id = match_line(line, rules)
        if rule_id is None and line.key in learned:
            rule_id = "learned.furniture"
        if rule_id is None:
            continue
        verdict.rules[line.number] = rule_id
        if rule_id.startswith("caption."):
            verdict.captions.append(line.text)
        elif rule_id.startswith("origin."):
            verdict.credits.append(line.text)
        if rule_id == "links.heading" or (rule_id.startswith("links.") and line.words <= HEAD_WORDS):
            headings.append(line)
    return headings


def match_line(line: Line, rules: CleaningRules) -> str | None:
    """The rule that a line meets as a whole."""
    if line.words > MOST_WORDS:
        return None
    bare = len(line.key) - len(line.key.lstrip(MARKS))
    for scope in WHOLE_LINE:
        matcher = rules.matchers[scope]
        found = matcher.compiled.match(line.key)
        if found is None and bare:
            found = matcher.compiled.match(line.key, bare)
        if found and line.words <= matcher.rule(found).max_words:
            return matcher.rule(found).rule_id
    matcher = rules.matchers["tail"]
    ending = line.key[-TAIL_CHARS:]
    if matcher.any_of and not any(hint in ending for hint in matcher.any_of):
        return None
    found = matcher.compiled.search(line.key, max(3, len(line.key) - TAIL_CHARS))
    return matcher.rule(found).rule_id if found and line.words <= matcher.rule(found).max_words else None


def _stamps_and_bars(lines: Sequence[Line], verdict: Verdict, rules: CleaningRules) -> None:
    """Lines of dates, of writers' names, and of links between bars; a stamp may stand in furniture too."""
    prose_seen = False
    for line in lines:
        prose_seen = prose_seen or (line.prose and verdict.open(line))
        if not verdict.open(line) and not verdict.rules[line.number].startswith(("origin.", "social.", "page.")):
            continue
        if stamps := read_stamp(line):
            verdict.rules[line.number] = verdict.rules.get(line.number, "stamp.date")
            verdict.stamps.extend(stamps)
        elif verdict.open(line) and (byline := read_byline(line)) and _byline_here(line, prose_seen, verdict):
            verdict.rules[line.number] = "stamp.byline"
            verdict.bylines.append(byline)
        elif not line.prose and len(parts := [p for p in BARS.split(line.text) if p.strip()]) > 1:
            _bar(line, parts, verdict, rules)


def _byline_here(line: Line, prose_seen: bool, verdict: Verdict) -> bool:
    """Bylines stand above the text, beside other furniture, or say that they are one."""
    beside = any(number in verdict.rules for number in (line.number - 1, line.number + 1))
    return not prose_seen or beside or line.key.startswith(("by ", "reported by", "written by"))


def _bar(line: Line, parts: Sequence[str], verdict: Verdict, rules: CleaningRules) -> None:
    """A row of links or stamps between bars: all short, or short around what is furniture by itself."""
    known = 0
    stamps: list[Stamp] = []
    bylines: list[Byline] = []
    for part in parts:
        piece = _piece(line, part)
        if found := read_stamp(piece):
            stamps.extend(found)
            known += 1
        elif byline := read_byline(piece):
            bylines.append(byline)
            known += 1
        elif match_line(piece, rules):
            known += 1
        elif piece.words > BAR_WORDS or piece.ends_sentence:
            return
    if known or (len(parts) > 2 and not BULLET.match(line.text)):
        verdict.rules[line.number] = verdict.rules.get(line.number, "page.bar")
        verdict.stamps.extend(stamps)
        verdict.bylines.extend(bylines)


def _repeats(lines: Sequence[Line], verdict: Verdict) -> None:
    """Lines that stand twice: the first stays."""
    seen: set[str] = set()
    for line in lines:
        if line.words < REPEATED_WORDS:
            continue
        if line.key in seen and verdict.open(line):
            verdict.rules[line.number] = "line.repeat"
        seen.add(line.key)


def _lists(lines: Sequence[Line], headings: Sequence[Line], verdict: Verdict) -> None:
    """The links below a heading such as "Also read": lines like headlines, up to the next paragraph."""
    for heading in headings:
        blanks = 0
        for line in lines[heading.number + 1 : heading.number + 1 + LIST_LINES]:
            blanks += line.alone
            if not verdict.open(line) and verdict.rules[line.number] != "line.repeat":
                continue
            if line.prose or not LINK_WORDS[0] <= line.words <= LINK_WORDS[1] or _resumes(line, lines, blanks):
                break
            verdict.rules[line.number] = "links.listed"


def _resumes(line: Line, lines: Sequence[Line], blanks: int) -> bool:
    """A list whose links stand apart from each other ends where one of them heads a paragraph: a title or subtitle."""
    following = lines[line.number + 1] if line.number + 1 < len(lines) else None
    return blanks > 1 and following is not None and following.prose and not following.alone


def _title(lines: Sequence[Line], given: str | None, verdict: Verdict) -> None:
    """The line that is the title: the one that was given, else the first headline before the first paragraph."""
    wanted = fold(given).strip() if given else None
    candidates = []
    for line in lines:
        if not verdict.open(line):
            continue
        if wanted and (line.key == wanted or (wanted.startswith(line.key + " ") and line.words > HEAD_WORDS)):
            verdict.title = line.number
            return
        if line.prose and not (wanted and line.number < 3):
            break
        if not BULLET.match(line.text) and not line.key.endswith((":", ".", ",")):
            candidates.append(line)
    if wanted is None and candidates and candidates[-1].number < len(lines) - 1:
        long_enough = [line for line in candidates if line.words > HEAD_WORDS] or [c for c in candidates if c.words > 1]
        verdict.title = long_enough[0].number if long_enough else None


def _orphans(lines: Sequence[Line], verdict: Verdict) -> None:
    """Headlines of other stories set between paragraphs: alone, without a stop, with a colon or dash inside."""
    open_lines = [line for line in lines if verdict.open(line)]
    for before, line, after in zip(open_lines, open_lines[1:], open_lines[2:], strict=False):
        if (
            line.alone
            and before.prose
            and after.prose
            and ORPHAN_WORDS[0] <= line.words <= ORPHAN_WORDS[1]
            and not line.ends_sentence
            and not line.key.endswith((":", ","))
            and line.number != verdict.title
            and ORPHAN.match(line.key)
        ):
            verdict.rules[line.number] = "links.orphan"


def _head(lines: Sequence[Line], verdict: Verdict) -> None:
    """Labels above the text beside other furniture: section names, writers' names."""
    for line in lines:
        if line.prose and verdict.open(line):
            return
        if not verdict.open(line) or line.number == verdict.title or line.words > HEAD_WORDS or BULLET.match(line.text):
            continue
        above = line.number == 0 or (verdict.title is not None and line.number < verdict.title)
        beside = any(0 <= n < len(lines) and n in verdict.rules for n in (line.number - 1, line.number + 1))
        if (above or beside) and is_title_case(line.text) and not _place_alone(line, lines):
            verdict.rules[line.number] = "page.head_label"
            if line.words >= 2 and not above:
                verdict.bylines.append(Byline(line.text))


def _place_alone(line: Line, lines: Sequence[Line]) -> bool:
    """A dateline on a line of its own, in capitals where the text is not: "ISTANBUL"."""
    return line.text.isupper() and any(not other.text.isupper() and other.prose for other in lines)


def _foot(lines: Sequence[Line], verdict: Verdict) -> None:
    """Labels, tags and orders below the last paragraph; orders about the page wherever they stand."""
    last = max((line.number for line in lines if line.prose and verdict.open(line)), default=-1)
    sites = {fold(b.site) for b in verdict.bylines if b.site}
    for line in lines:
        if not verdict.open(line) or line.number == verdict.title:
            continue
        order = line.words <= ORDER_WORDS and ORDERS.match(line.key)
        if order and PAGE_THINGS.search(line.key) and not line.ends_sentence:
            verdict.rules[line.number] = "page.order"
        elif line.number > last >= 0:
            if line.key.strip(". ") in sites:
                verdict.rules[line.number] = "page.site_name"
            elif _tags(line):
                verdict.rules[line.number] = "page.tags"
            elif (
                line.words <= FOOT_WORDS
                and not line.ends_sentence
                and (order or _beside_furniture(line, lines, verdict))
            ):
                verdict.rules[line.number] = "page.foot_label"


def _tags(line: Line) -> bool:
    """A list of at least three short names: "Turkey, football, Super League"."""
    parts = [part.strip() for part in line.text.split(",")]
    return len(parts) >= 3 and not line.ends_sentence and all(TAG.fullmatch(part) for part in parts if part)


def _beside_furniture(line: Line, lines: Sequence[Line], verdict: Verdict) -> bool:
    around = [n for n in (line.number - 1, line.number + 1) if 0 <= n < len(lines)]
    return is_title_case(line.text) and any(verdict.rules.get(n, "stamp.").split(".")[0] != "stamp" for n in around)


def _parts(lines: Sequence[Line], rules: CleaningRules, verdict: Verdict) -> None:
    """Stretches within lines that stay: stamps that lead the text, agency tags that end a paragraph, pointers."""
    for line in lines:
        if not verdict.open(line):
            continue
        if (
            line.number == 0
            and (found := rules.matchers["lead"].compiled.match(line.key))
            and found.end() < len(line.key)
        ):
            span = Span(line.start, line.start + found.end(), rules.matchers["lead"].rule(found).rule_id)
            verdict.parts.append(span)
            stamp = Line(0, 0, 0, 0, 0, found.group().strip(" ,;|-"), found.group().strip(" ,;|-"), 2, False)
            verdict.stamps.extend(read_stamp(stamp))
        _inside(line, rules, verdict)


def _inside(line: Line, rules: CleaningRules, verdict: Verdict) -> None:
    for found in rules.matchers["part"].compiled.finditer(line.key):
        rule = rules.matchers["part"].rule(found)
        verdict.parts.append(Span(line.start + found.start(), line.start + found.end(), rule.rule_id))
    tail = rules.matchers["end"].compiled.search(line.key, max(0, len(line.key) - 80))
    if tail and tail.start() > 0:
        verdict.parts.append(Span(line.start + tail.start(), line.end, rules.matchers["end"].rule(tail).rule_id))
        verdict.credits.append(line.text[tail.start() :])
