"""Which lines of a text are furniture of its page, and by which rule.

What belongs here: holding lines against the rules (data), and the few decisions that need their neighbours.
What does not: the patterns themselves (rules/), dates (dating.py), and how text is put together again (spans.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise, takewhile

from sitrep.clean.address import ORDERS, cut_address
from sitrep.clean.comments import comments_start
from sitrep.clean.dateline import is_chronology
from sitrep.clean.lines import BULLET, HEAD_WORDS, LONG_WORDS, MARKS, Line, is_title_case, split_lines
from sitrep.clean.pictures import cut_captions
from sitrep.clean.rules import WHOLE_LINE, CleaningRules, fold, narrowed
from sitrep.clean.spans import Span
from sitrep.clean.sparing import spare_the_only_toll, spare_the_text
from sitrep.clean.stamps import (
    CLOCK,
    DIGIT,
    Byline,
    Stamp,
    label_of,
    read_byline,
    read_clock,
    read_dates,
    read_ends,
    read_stamp,
)
from sitrep.clean.titles import choose_title, is_outlet
from sitrep.clean.verdict import Verdict

#: No rule looks at longer lines as a whole: they are text.
MOST_WORDS, MOST_CHARS = 80, 900
#: The longest credit of a picture.
TAIL_CHARS = 110
#: The longest tag of an agency behind a paragraph.
END_CHARS = 60
#: Rules whose lines, where they are short, head a list of links or tags.
LISTING = ("links.", "origin.filed", "page.label", "page.follow_topics", "social.follow")
#: Rules whose lines say when their page was published, among other things.
DATED = (
    "origin.wire_stamp",
    "origin.published_in",
    "origin.section_and_day",
    "origin.contributed",
    "origin.filed",
    "origin.source",
    "page.bracketed",
)
#: Rules whose lines may hold a stamp; a credit that a date leads is one ("March 5, 2024 / 6:23 AM / CBS/AP").
STAMPED = ("origin.", "social.", "page.", "caption.credit")
#: A line of so few words above a date may be its label.
LABEL_WORDS = 4
#: How many lines a list of links below a heading may have, and how long each is: a headline.
LIST_LINES = 15
LINK_WORDS = (1, 24)
#: A title that asks is no sentence of the text, if it is as short as this.
QUESTION_WORDS = 14
#: A line that is repeated word for word is shown twice by the page, if it is longer than a refrain.
REPEATED_WORDS = 5
STUCK = re.compile(
    r"home(?: \w+){1,2} |(?:home|news|world|africa|asia|latest|international|national|local|top stories|security|\W)+"
)
#: Menus: parts between bars, each of at most so many words.
BARS = re.compile(r"\s*(?:\||·|•|›|»|—\s*\||\s/\s|>)\s*")
BAR_WORDS = 5
DASHES = re.compile(r"\s[-–—]\s")
#: A line of so many words that goes on with what was told is text, though it lacks its stop.
TOLD_WORDS = 12
GOES_ON = re.compile(r"(?:meanwhile|however|earlier|according to|in addition|he|she|they)\b")
#: Labels at the foot of a page have at most so many words.
FOOT_WORDS = 6
ORPHAN = re.compile(r".*(?:\w: \S|\w -{1,2} \w).*")
ORPHAN_WORDS = (5, 16)
#: So many such lines may stand together.
ORPHANS = 4
#: Long words of a line by which it is known to speak of something else.
ELSEWHERE_WORDS = 2
#: The marker that some archives put before a story's own summary, which follows the text.
HIGHLIGHT = "origin.highlight_marker"
#: Numbers, dashes and stars alone: page numbers, ratings, separators.
NUMBER_CHARS = 12
PAIR_OF_NAMES = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2} (?:and|&) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?:, [A-Z]\w+)?"
)
TAG = re.compile(r"[\w'’.&-]+(?: [\w'’.&-]+){0,3}")
#: A line that ends a text in mid-word is its last paragraph, broken off: it has at least so many words.
BROKEN_WORDS = 5
BROKEN_SHARE = 0.5
#: ... and so many, if it says what was not told before: a shorter one is another story's title.
LINK_AT_END = 9
#: A line below the text of whose long words this share stands in the text sums it up; less is another story's title.
SUMMARY_SHARE = 0.75
LONG_WORD = re.compile(r"[^\W\d_]{5,}")
LATIN = re.compile(r"[a-zA-Z]")


def judge(lines: Sequence[Line], rules: CleaningRules, site: str = "", title: str | None = None) -> Verdict:
    """The furniture of a text: rules first, then stamps, then what the neighbours show."""
    verdict = Verdict()
    rules = narrowed(rules, "\n".join(line.key for line in lines))
    if (start := comments_start(lines)) is not None:
        verdict.rules.update({line.number: "readers.comments" for line in lines[start:]})
    headings = _by_rules(lines, rules, site, verdict)
    _repeats(lines, verdict)
    _stamps_and_bars(lines, verdict, rules)
    cut_address(lines, verdict)
    _marks_alone(lines, verdict)
    _lists(lines, headings, verdict)
    choose_title(lines, title, verdict)
    cut_captions(lines, verdict)
    _offers(lines, verdict)
    _orphans(lines, verdict)
    _head(lines, verdict)
    _foot(lines, verdict)
    spare_the_text(lines, verdict)
    spare_the_only_toll(lines, verdict)
    _parts(lines, rules, verdict)
    return verdict


def add_stamps(lines: Sequence[Line], verdict: Verdict) -> None:
    """Stamps and bylines of lines that stand outside the text, but speak of it."""
    for line in lines:
        for part in _parts_of(line) or [line]:
            if stamps := read_stamp(part):
                verdict.stamps.extend(replace(stamp, line=-1) for stamp in stamps)
            elif byline := read_byline(part):
                verdict.bylines.append(byline)


def _parts_of(line: Line) -> list[Line]:
    """What stands between the bars of a line, each part as a line."""
    parts = [p for p in BARS.split(line.text) if p.strip()]
    return [_piece(line, part) for part in parts] if len(parts) > 1 else []


def _piece(line: Line, part: str) -> Line:
    (piece,) = split_lines(part.replace("\n", " "))
    return replace(piece, number=line.number, alone=False)


def _by_rules(lines: Sequence[Line], rules: CleaningRules, site: str, verdict: Verdict) -> list[Line]:
    """What single lines show by themselves. Returns the headings that lists of links may follow."""
    learned = rules.learned.get(site, frozenset())
    headings = []
    for line in lines:
        if not verdict.open(line):
            continue
        rule_id = match_line(line, rules)
        if rule_id is None and learned and " ".join(line.key.split()) in learned:
            rule_id = "learned.furniture"
        if rule_id is None:
            continue
        verdict.rules[line.number] = rule_id
        if rule_id.startswith("caption."):
            verdict.captions.append(line.text)
        elif rule_id.startswith("origin."):
            verdict.credits.append(line.text)
        if rule_id == "links.heading" or (rule_id.startswith(LISTING) and line.words <= HEAD_WORDS):
            headings.append(line)
    return headings


def match_line(line: Line, rules: CleaningRules) -> str | None:
    """The rule that a line meets as a whole."""
    if line.words > MOST_WORDS or len(line.key) > MOST_CHARS:
        return None
    bare = len(line.key) - len(line.key.lstrip(MARKS))
    for scope in WHOLE_LINE:
        found = rules.matchers[scope].find(line.key, 0, line.words)
        if found is None and bare:
            found = rules.matchers[scope].find(line.key, bare, line.words)
        if found:
            return found[0].rule_id
    found = rules.matchers["tail"].search(line.key, max(0, len(line.key) - TAIL_CHARS), line.words)
    return found[0].rule_id if found else None


def _stamps_and_bars(lines: Sequence[Line], verdict: Verdict, rules: CleaningRules) -> None:
    """Lines of dates, of writers' names, and of links between bars; a stamp may stand in furniture too."""
    prose_seen = False
    last = max((line.number for line in lines if line.prose and verdict.open(line)), default=0)
    titles = {line.key for line in lines}
    above = ""
    for line in lines:
        prose_seen = prose_seen or (line.prose and verdict.open(line))
        outside = (not prose_seen and (line.number > 0 or _has_clock(line))) or line.number > last
        if verdict.open(line) or _may_stamp(line, verdict.rules[line.number]):
            found, rule_id = _stamps_of(line, verdict, outside, prose_seen, above)
            if found:
                verdict.rules[line.number] = verdict.rules.get(line.number, rule_id)
                verdict.stamps.extend(replace(stamp, below=prose_seen) for stamp in found)
            elif verdict.open(line) and (byline := read_byline(line)) and _byline_here(line, prose_seen, verdict):
                verdict.rules[line.number] = "stamp.byline"
                verdict.bylines.append(byline)
                verdict.stamps.extend(replace(stamp, below=prose_seen) for stamp in read_dates(line))
            elif not line.prose and len(parts := [p for p in BARS.split(line.text) if p.strip()]) > 1:
                _bar(line, parts, verdict, rules, titles)
            elif not line.prose and len(parts := DASHES.split(line.text)) > 1:
                _bar(line, parts, verdict, rules, titles, least=2)
        above = line.key


def _may_stamp(line: Line, rule_id: str) -> bool:
    """Furniture that can say when its page came out; a line that looks like a link only where it says "published"."""
    return rule_id.startswith(STAMPED) or (rule_id.startswith("links.read") and label_of(line.key) != "plain")


def _has_clock(line: Line) -> bool:
    """A time of day beside a date: no headline holds one."""
    return CLOCK.search(line.key) is not None


def _stamps_of(
    line: Line, verdict: Verdict, outside: bool, prose_seen: bool, above: str
) -> tuple[tuple[Stamp, ...], str]:
    """The stamps of a line, and the rule by which it goes: a date line, furniture with a date in it, a time of day."""
    label = label_of(above) if DIGIT.search(line.key) and len(above.split()) <= LABEL_WORDS else "plain"
    if stamps := read_stamp(line, outside, label):
        return stamps, "stamp.date"
    rule_id = verdict.rules.get(line.number, "")
    dated = rule_id.startswith(DATED) or (rule_id and (not prose_seen or label_of(line.key) != "plain"))
    if dated and (dates := read_dates(line)):
        return (dates if rule_id != "caption.credit" or dates[0].leads else ()), rule_id
    clock = read_clock(line)
    return ((clock,) if clock else ()), "stamp.time"


def _byline_here(line: Line, prose_seen: bool, verdict: Verdict) -> bool:
    """Bylines stand above the text, beside other furniture, or say that they are one."""
    beside = any(number in verdict.rules for number in (line.number - 1, line.number + 1))
    return not prose_seen or beside or line.key.startswith(("by ", "reported by", "written by"))


def _bar(
    line: Line, parts: Sequence[str], verdict: Verdict, rules: CleaningRules, others: Set[str], least: int = 1
) -> None:
    """A row of links or stamps between bars: all short, or short around what is furniture or stands on its own line.

    Between dashes, as titles have them too, at least two parts must be furniture.
    """
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
        elif match_line(piece, rules) or (piece.words > BAR_WORDS and piece.key in others):
            known += 1
        elif piece.words > BAR_WORDS or piece.ends_sentence:
            return
    if known >= least or (least == 1 and len(parts) > 2 and not BULLET.match(line.text)):
        verdict.rules[line.number] = verdict.rules.get(line.number, "page.bar")
        verdict.stamps.extend(stamps)
        verdict.bylines.extend(bylines)


def _repeats(lines: Sequence[Line], verdict: Verdict) -> None:
    """Lines that stand twice: the first stays, or the second where a menu's word is stuck to the first."""
    seen: set[str] = set()
    for line, following in pairwise(lines):
        shortened = line.key.removesuffix("...").rstrip("…")
        if shortened != line.key and line.words >= REPEATED_WORDS and following.key.startswith(shortened):
            verdict.rules[line.number] = "line.repeat"
        stuck = line.key.endswith(following.key) and following.words >= REPEATED_WORDS and not line.prose
        if stuck and STUCK.fullmatch(line.key[: -len(following.key)]) and verdict.open(line):
            verdict.rules[line.number] = "page.breadcrumb"
    for line in lines:
        if line.words < REPEATED_WORDS:
            continue
        key = " ".join(line.key.split())
        if key in seen and verdict.open(line):
            verdict.rules[line.number] = "line.repeat"
        seen.add(key)


def _lists(lines: Sequence[Line], headings: Sequence[Line], verdict: Verdict) -> None:
    """The links below a heading such as "Also read": lines like headlines, up to the next paragraph."""
    first_prose = next((line.number for line in lines if line.prose and verdict.open(line)), len(lines))
    for heading in headings:
        if heading.number < first_prose and not verdict.rules[heading.number].startswith("links."):
            continue  # a label above the text heads the text
        if label_of(heading.key) != "plain":
            continue  # what stands below "Published on" is the page's day
        blanks = 0
        for line in lines[heading.number + 1 : heading.number + 1 + LIST_LINES]:
            blanks += line.alone
            if not verdict.open(line) and verdict.rules[line.number] != "line.repeat":
                if line.number > first_prose:
                    verdict.stamps = [stamp for stamp in verdict.stamps if stamp.line != line.number]
                continue
            if _is_paragraph(line) or not LINK_WORDS[0] <= line.words <= LINK_WORDS[1] or _resumes(line, lines, blanks):
                break
            verdict.rules[line.number] = "links.listed"


def _is_paragraph(line: Line) -> bool:
    """Running text, and no title that asks."""
    return line.prose and not (line.key.endswith("?") and line.words <= QUESTION_WORDS)


def _resumes(line: Line, lines: Sequence[Line], blanks: int) -> bool:
    """A list whose links stand apart from each other ends where one of them heads a paragraph: a title or subtitle."""
    following = lines[line.number + 1] if line.number + 1 < len(lines) else None
    return blanks > 1 and following is not None and following.prose and not following.alone


def _orphans(lines: Sequence[Line], verdict: Verdict) -> None:
    """Headlines of other stories set between paragraphs: alone, without a stop, with a colon or dash inside.

    So are lines of that length of whose words the paragraph below says none: a heading of its own would.
    """
    open_lines = [line for line in lines if verdict.open(line)]
    for at, before in enumerate(open_lines):
        run = (
            list(takewhile(lambda line: not line.prose, open_lines[at + 1 : at + 2 + ORPHANS])) if before.prose else []
        )
        after = open_lines[at + 1 + len(run)] if at + 1 + len(run) < len(open_lines) else None
        if not run or len(run) > ORPHANS or after is None or before.key.endswith(":"):
            continue
        if len(run) == 1 and not run[0].alone:
            continue
        if all(_may_lead_elsewhere(line, verdict) for line in run):
            for line in run:
                if (len(run) == 1 and ORPHAN.match(line.key)) or all(_leads_elsewhere(one, after) for one in run):
                    verdict.rules[line.number] = "links.orphan"
                    verdict.captions.append(line.text)


def _may_lead_elsewhere(line: Line, verdict: Verdict) -> bool:
    """Whether a line that is no paragraph reads like the title of another story."""
    short = ORPHAN_WORDS[0] <= line.words <= ORPHAN_WORDS[1]
    return short and not line.ends_sentence and not line.key.endswith((":", ",")) and line.number != verdict.title


def _leads_elsewhere(line: Line, after: Line) -> bool:
    """Whether the paragraph below a line says nothing of what the line speaks of."""
    own = LONG_WORD.findall(line.key)
    return not BULLET.match(line.text) and len(own) >= ELSEWHERE_WORDS and not any(word in after.key for word in own)


def _head(lines: Sequence[Line], verdict: Verdict) -> None:
    """Labels above the text beside other furniture: section names, names of writers and outlets."""
    first = next((line.number for line in lines if line.prose and verdict.open(line)), 0)
    head = [line for line in lines[:first] if line.number != verdict.title]
    for line in [*head, *reversed(head)]:  # what is cut may show its neighbour to be a label, on either side
        if not verdict.open(line):
            continue
        if is_outlet(line):
            verdict.rules[line.number] = "page.site_name"
            verdict.outlets.append(line.text)
        elif _is_label(line, lines, verdict):
            verdict.rules[line.number] = "page.head_label"
            if line.words >= 2 and line.number > (verdict.title or 0) > 0:
                verdict.bylines.append(Byline(line.text))


def _is_label(line: Line, lines: Sequence[Line], verdict: Verdict) -> bool:
    """A few words above the title, or beside furniture below it, that read like a name."""
    if (line.words > HEAD_WORDS and not PAIR_OF_NAMES.fullmatch(line.text)) or BULLET.match(line.text):
        return False
    above = line.number == 0 or (verdict.title is not None and line.number < verdict.title)
    beside = any(0 <= n < len(lines) and n in verdict.rules for n in (line.number - 1, line.number + 1))
    named = is_title_case(line.text) or (line.words <= 2 and line.text.islower())
    return named and (above or (beside and not _place_alone(line, lines))) and not _is_one_of_heads(line, lines)


def _is_one_of_heads(line: Line, lines: Sequence[Line]) -> bool:
    """A heading in capitals like others below it, each above text: "BURKINA FASO", "NIGERIA" in a review of a week."""
    if not line.text.isupper() or not line.alone:
        return False
    below = (other for other in lines[line.number + 2 : -1] if other.words <= HEAD_WORDS)
    return any(other.alone and other.text.isupper() and _has_text_below(other, lines) for other in below)


def _has_text_below(line: Line, lines: Sequence[Line]) -> bool:
    return any(following.prose for following in lines[line.number + 1 : line.number + 3])


def _place_alone(line: Line, lines: Sequence[Line]) -> bool:
    """A dateline on a line of its own, in capitals where the text that follows is not: "ISTANBUL"."""
    following = lines[line.number + 1] if line.number + 1 < len(lines) else None
    return line.text.isupper() and following is not None and following.prose and not following.text.isupper()


def _foot(lines: Sequence[Line], verdict: Verdict) -> None:
    """What stands below the last paragraph: labels, tags, orders, other stories' titles."""
    last = max((line.number for line in lines if line.prose and verdict.open(line)), default=-1)
    if last < 0:
        return
    sites = {fold(b.site) for b in verdict.bylines if b.site}
    body = set(LONG_WORD.findall(" ".join(line.key for line in lines[: last + 1] if verdict.open(line))))
    for line in lines[last + 1 :]:
        if verdict.open(line) and (rule_id := _foot_rule(line, lines, verdict, sites, body, last)):
            verdict.rules[line.number] = rule_id


def _foot_rule(
    line: Line, lines: Sequence[Line], verdict: Verdict, sites: set[str], body: set[str], last: int
) -> str | None:
    """Why a line below the text is none of it, if it is not."""
    if line.number == verdict.title or verdict.rules.get(line.number - 1) == HIGHLIGHT:
        return None
    if line.key.strip(". ") in sites or is_outlet(line):
        return "page.site_name"
    if _tags(line):
        return "page.tags"
    long_words = LONG_WORD.findall(line.key)
    known = sum(word in body for word in long_words) / max(1, len(long_words))
    if line.ends_sentence or _broken_off(line, lines, last, known):
        return None
    if line.words <= FOOT_WORDS and (ORDERS.match(line.key) or _beside_furniture(line, lines, verdict)):
        return "page.foot_label"
    if line.words >= TOLD_WORDS and GOES_ON.match(line.key):
        return None
    if line.words <= LINK_WORDS[1] and not BULLET.match(line.text) and known < SUMMARY_SHARE:
        return "links.below"
    return None


def _broken_off(line: Line, lines: Sequence[Line], last: int, known: float) -> bool:
    """The last paragraph of a text that ends in mid-sentence."""
    if (
        line.number != len(lines) - 1
        or line.words < BROKEN_WORDS
        or (is_title_case(line.text) and not line.text.isupper())
    ):
        return False
    return (line.number == last + 1 and line.words > LINK_AT_END) or known >= BROKEN_SHARE


def _marks_alone(lines: Sequence[Line], verdict: Verdict) -> None:
    """Lines without a word, and short ones in another script than the text's."""
    for line in lines:
        if not verdict.open(line):
            continue
        letters = sum(map(str.isalpha, line.text)) if line.words <= FOOT_WORDS else LONG_WORDS
        if letters == 0 and len(line.text) <= NUMBER_CHARS:
            verdict.rules[line.number] = "layout.marks"
        elif line.words <= FOOT_WORDS and letters > 2 and not LATIN.search(line.text) and _latin(lines):
            verdict.rules[line.number] = "page.other_script"
        elif not line.text.isascii() and len(_scripts(line.text)) > 2:
            verdict.rules[line.number] = "page.language_choice"


def _latin(lines: Sequence[Line]) -> bool:
    return any(LATIN.search(line.text[:50]) for line in lines if line.prose)


def _scripts(text: str) -> set[str]:
    """The scripts of a text's letters: in three at once only a choice of languages is written."""
    return {unicodedata.name(letter, "nameless").split()[0] for letter in text if letter.isalpha()}


def _offers(lines: Sequence[Line], verdict: Verdict) -> None:
    """Items of a list below an order to subscribe: what one gets for it."""
    for above, line in pairwise(lines):
        if verdict.rules.get(above.number, "").startswith("social.") and BULLET.match(line.text) and not line.prose:
            verdict.rules.setdefault(line.number, "social.offer")


def _tags(line: Line) -> bool:
    """A list of at least three short names: "Turkey, football, Super League"."""
    parts = [part.strip() for part in line.text.split(",")]
    return len(parts) >= 3 and not line.ends_sentence and all(TAG.fullmatch(part) for part in parts if part)


def _beside_furniture(line: Line, lines: Sequence[Line], verdict: Verdict) -> bool:
    around = [n for n in (line.number - 1, line.number + 1) if 0 <= n < len(lines)]
    named = is_title_case(line.text) or (line.words <= 2 and line.text.islower())
    return named and any(verdict.rules.get(n, "stamp.").split(".")[0] != "stamp" for n in around)


def _parts(lines: Sequence[Line], rules: CleaningRules, verdict: Verdict) -> None:
    """Stretches within lines that stay: stamps that lead the text, agency tags that end a paragraph, pointers."""
    first = next((line.number for line in lines if line.prose and verdict.open(line)), 0)
    if is_chronology([line.text for line in lines if verdict.open(line)]):
        first = -1
    for line in lines:
        met = rules.matchers["lead"].find(line.key) if line.number <= first else None
        if met and met[1].end() < len(line.key):
            verdict.stamps.extend(_lead_stamps(met[1].group()))  # of a line that goes as a whole too
        if not verdict.open(line):
            continue
        if met and met[1].end() < len(line.key):
            verdict.parts.append(Span(line.start, line.start + met[1].end(), met[0].rule_id))
        elif line.number <= first and not line.prose and (ends := read_ends(line)):
            stamp_found, start, end = ends
            verdict.parts.append(Span(line.start + start, line.start + end, "stamp.title_date"))
            verdict.stamps.append(stamp_found)
        _inside(line, rules, verdict)


def _lead_stamps(lead: str) -> tuple[Stamp, ...]:
    """The date of what leads a text: " date 2024-05-16 "."""
    stamp = lead.strip(" ,;|-")
    return read_stamp(Line(0, 0, 0, 0, 0, stamp, stamp, 2, False))


def _inside(line: Line, rules: CleaningRules, verdict: Verdict) -> None:
    for rule, found in rules.matchers["part"].all(line.key):
        verdict.parts.append(Span(line.start + found.start(), line.start + found.end(), rule.rule_id))
    met = rules.matchers["end"].search(line.key, max(0, len(line.key) - END_CHARS))
    if met and met[1].start() > 0:
        verdict.parts.append(Span(line.start + met[1].start(), line.end, met[0].rule_id))
        verdict.credits.append(line.text[met[1].start() :])
