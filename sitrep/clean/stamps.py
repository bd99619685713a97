"""Lines that say when and by whom a page was published, and what they say.

What belongs here: date lines and bylines of plain text. What does not: choosing the publication date (dating.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sitrep.clean.lines import Line, is_title_case
from sitrep.clean.other_months import in_other_language
from sitrep.timex import TimeExpression, find

#: Words that may stand beside a date in a line that is nothing but its stamp.
STAMP_WORDS = re.compile(
    r"\b(?:(?:first |last |originally )?(?:published|posted|updated|modified|edited|created|issued|released|uploaded|"
    r"added|filed|revised|transmitted|sent|aired|broadcast|archived|saved|entered|printed|submitted)|publication|publish|update|issue|post|story|article|date|dated?|time|on|at|by|of|the|as|from|"
    r"last|first|original|since|a\.?\s?m\.?|p\.?\s?m\.?|noon|midnight|hrs?|hours?|gmt|utc|[a-z]{1,3}[sd]t\b|cet|cest|msk|pkt|ist|bst|"
    r"local time|e\.?t\b|c\.?t\b|p\.?t\b|"
    r"eastern|pacific|central|time|min(?:ute)?s?|read|ago|edition|web|online|page|pada|tanggal|[a-z]{3}/[a-z]{3}|us|uk|h)\b"
)
CLOCK = re.compile(
    r"\b(?P<hour>[0-2]?[0-9])[:.h](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:\.[0-9]+)?)?\s*"
    r"(?P<half>[ap]\.?\s?m\b\.?)?\s*(?:hrs?\b|hours\b)?\s*\(?(?P<zone>z\b|gmt|utc|ist|pkt|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|"
    r"cet|cest|eet|eest|msk|aft|irst|trt|aest|aedt|jst|sgt|hkt|wib|eat|wat|cat|sast)?\)?\s*(?P<offset>[+-][0-9]{1,2}(?::?[0-9]{2})?\b)?"
    r"|\b(?P<hour2>1[0-2]|[1-9])\s*(?P<half2>[ap]\.?m)\b\.?|\b(?P<hour3>[0-2][0-9])(?P<minute3>[0-5][0-9])\s*(?:hrs|hours|(?P<zone3>gmt|utc|est|edt|cst|cdt|pst|pdt|ist|pkt))\b"
)
REST = re.compile(r"[\s|/,.:;()\[\]•·>–—@+*#'▪●◦‣-]+|\bt(?=\s|$)")
PUBLISHED = re.compile(
    r"\b(?:published|posted|publish(?:ed)? date|publication date|issued|dated?|filed|released|created|uploaded|"
    r"appear(?:s|ed) in)\b"
)
UPDATED = re.compile(r"\b(?:updated?|modified|edited|revised)\b")
#: A page that carries another's text says when it first came out.
ORIGINAL = re.compile(r"\b(?:first|originally) (?:published|posted|issued|aired)|\boriginal publication\b")
#: What a page sets beside its date: writers, sections, counts, invitations. With such a word the line is no headline.
BESIDE = re.compile(
    r"by|leave|add|comments?|repl(?:y|ies)|views?|shares?|filed|posted|written|submitted|print|email|reads?|category|"
    r"categories|tags?|likes?|hits|news"
)
SMALL = re.compile(r"in|on|at|no|and|of|the|a|for|with|under|to|min|k|am|pm")
BESIDE_WORDS = 9
#: What a line beside its date calls the text below: no headline, where a mark parts it from the date.
KIND = re.compile(
    r"\b(?:transcript|bulletin|brief(?:ing)?|situation report|sitrep|statement|communiqu[eé]|press release|release|"
    r"dispatch|digest|newsletter|round-?up|summary|edition|issue|no\.? ?[0-9]+|interview|recorded|recording|"
    r"page [a-z]?[0-9]+|p\.|post|thread|channel|translat(?:ed|ion)|monthly|weekly)\b"
)
KIND_WORDS = 9
TELLS = re.compile(r"\b(?:was|were|is|are|had|has|have|kill(?:s|ed)|dead|die[sd]?|after|as|that|who)\b")
PARTED = re.compile(r"(?:^|[,;:|/(\[–—-]|\brecorded|\bweek of|\bdated|\bpost) ?(?:[a-z]{3,9}day,? )?$")
PARTED_BEHIND = re.compile(r"\s*(?:$|[,.;:|/)\]–—-])")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
MAX_STAMP_WORDS = 24
ISO_MONTH = re.compile(r"(?:[a-z]+[: ]+)?((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])")
#: An agency's name stuck to the label of a date: "ANIUpdated: May 3, 2024".
STUCK = re.compile(r"^[\w ]{2,20}(?<=\w)(?=(?:Updated|Published|Posted|Modified)\b)")
DIGIT = re.compile("[0-9]")
#: What parts a date from the headline that it leads or ends.
LEADS = re.compile(r"[\])]?\s*[-:|]\s+|[\])]\s*|\s{2,}")
ENDS = re.compile(r"\s+[-|]\s+$|\s*[\[(]$")
WORDS_BEHIND = 2
#: A sentence that says when its own text was published.
OF_ITSELF = (
    "this article",
    "this story",
    "this report",
    "this post",
    "this piece",
    "this page",
    "the article",
    "the story",
)
SIGNED_REST = 4
#: Words that a line may hold beside its label and date: who published, and where ("Reuters Published Jan 18, 2024").
LABELLED_REST = 5
BYLINE = re.compile(
    r"(?:[(\[*_-]+ ?)?(?:by|written by|story by|reported by|report by|words by|author|authors|text by|from)[: ]\s*"
    r"(?P<name>[^|•·]{2,90})$"
)
#: Words in lower case that a byline holds beside names.
SMALL_WORDS = re.compile(
    r"\b(?:with|and|in|for|of|from|at|the|staff|agency|agencies|news|desk|correspondents?|reporters?|service|online|team|"
    r"writers?|editors?|special|to|our)\b"
)
AGO = re.compile(r"(?:about )?(?:an?|[0-9]{1,2}) ?(?:m|h|min|mins|minutes?|hrs?|hours?)(?: ago)?")
CLOCK_WORDS = 8
NAME_AND_SITE = re.compile(r"^(?P<name>[^/|]{3,50}?)\s*[/|]\s*(?P<site>[^/|]{2,50})$")
#: Verbs and articles that no name holds: "By nightfall the town was lost".
NO_NAME = re.compile(
    r"\b(?:was|were|is|are|had|has|have|that|this|his|her|its|their|who|which|will|would|of(?! the)|killed|night|day|"
    r"morning)\b"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp's date with its clock, if it has one."""

    expression: TimeExpression | None  # None: a time of day alone
    clock: re.Match[str] | None
    label: str  # original, published, updated, plain; clock or relative where it gives no date
    line: int  # number of the line
    text: str
    below: bool = False  # it stands after the text has begun
    leads: bool = False  # it begins its line


def label_of(text: str) -> str:
    """What words before a date say that it is: original, published, updated, or plain."""
    for label, pattern in (("original", ORIGINAL), ("updated", UPDATED), ("published", PUBLISHED)):
        if pattern.search(text):
            return label
    return "plain"


def read_stamp(line: Line, beside_text: bool = False, label: str = "plain") -> tuple[Stamp, ...]:
    """The dates of a line that holds nothing else, or a name too where it stands outside the text.

    `label` is what the line above says of a date that has no label of its own.
    """
    if line.words > MAX_STAMP_WORDS or not DIGIT.search(line.key):
        return ()
    if stuck := STUCK.search(line.text):
        line = replace(line, text=line.text[stuck.end() :], key=line.key[stuck.end() :])
    if bare := _bare_date(line):
        return _stamps(line, [bare], list(CLOCK.finditer(line.key)), label)
    found = [e for e in find(line.text) if e.kind in ("date", "month", "ago", "day", "weekday", "range", "period")]
    if not found:
        return ()
    without_dates = line.key
    for expression in reversed(found):
        without_dates = without_dates[: expression.start] + " " + without_dates[expression.end :]
    clocks = list(CLOCK.finditer(without_dates))
    rest = _bare(without_dates)
    if not rest or rest.isdigit() or _is_labelled(line, found, rest):
        return _stamps(line, found, clocks, label)
    if beside_text and (_is_signed(line, found, rest) or _is_beside(line, found) or _is_of_kind(line, found, rest)):
        return _stamps(line, found, clocks, label)
    return ()


def _bare_date(line: Line) -> TimeExpression | None:
    """A date alone on its line in a form that no running English text has: 2024-03, "5 de marzo de 2024"."""
    if found := ISO_MONTH.fullmatch(line.key.strip()):
        return TimeExpression(
            found.start(1), found.end(2), found[0], "month", year=int(found[1]), month=int(found[2])
        )  # fmt: skip
    return in_other_language(line.key.strip(" .,"), alone=True)


def read_dates(line: Line) -> tuple[Stamp, ...]:
    """The full dates of a line that is known to be furniture, whatever else it holds."""
    found = [e for e in find(line.text) if e.kind == "date" and e.year is not None]
    return _stamps(line, found, list(CLOCK.finditer(line.key))) if found else ()


def read_ends(line: Line) -> tuple[Stamp, int, int] | None:
    """A full date that leads or ends a headline, with the stretch that it takes: "Two die in raid - 2003-03-30"."""
    for expression in find(line.text):
        if expression.kind != "date" or expression.year is None or expression.swapped:
            continue
        before, after = line.key[: expression.start], line.key[expression.end :]
        if (led := LEADS.match(after)) and not before.strip("[( "):
            return (
                Stamp(expression, None, "plain", line.number, line.text[: expression.end]),
                0,
                expression.end + led.end(),
            )
        if (ended := ENDS.search(before)) and not after.strip("]) ."):
            return (
                Stamp(expression, None, "plain", line.number, line.text[expression.start :]),
                ended.start(),
                len(line.text),
            )
    return None


def _bare(text: str) -> str:
    """What is left of a line without clocks, marks and the words that stand beside dates."""
    return REST.sub(" ", STAMP_WORDS.sub(" ", REST.sub(" ", CLOCK.sub(" ", text)))).strip()


def _is_labelled(line: Line, found: list[TimeExpression], rest: str) -> bool:
    """A full date behind a label, and few words besides: who published before it, where behind it."""
    sentence = line.ends_sentence and not line.key.startswith(OF_ITSELF)
    if sentence or not any(e.year for e in found) or len(rest.split()) > LABELLED_REST:
        return False
    label = PUBLISHED.search(line.key) or UPDATED.search(line.key)
    return label is not None and len(_bare(line.key[found[-1].end :]).split()) <= WORDS_BEHIND


def _is_signed(line: Line, found: list[TimeExpression], rest: str) -> bool:
    """A full date at one end of a line that holds a name besides: "R. Roe - 7 September 2024"."""
    if line.ends_sentence or not rest or len(rest.split()) > SIGNED_REST or not any(e.year for e in found):
        return False
    other = line.text[found[-1].end :] if found[0].start == 0 else line.text[: found[0].start]
    named = re.sub(r"\b(?:By|by|at|on|of|in|the|and)\b", "", other)
    return is_title_case(named or "X") or len(named.split()) == 1


def _is_beside(line: Line, found: list[TimeExpression]) -> bool:
    """A full date that leads or ends a line of names and the words that pages set beside dates."""
    dates = [e for e in found if e.kind == "date" and e.year]
    if line.ends_sentence or not dates:
        return False
    before, after = line.key[: dates[0].start], CLOCK.sub(" ", line.key[dates[-1].end :])
    if before.strip() and REST.sub("", after):
        return False
    words = WORD.findall(line.text[: dates[0].start] if before.strip() else line.text[dates[-1].end :])
    plain = [word.lower() for word in words]
    beside = any(BESIDE.fullmatch(word) for word in plain) and len(words) <= BESIDE_WORDS
    known = [bool(BESIDE.fullmatch(word) or SMALL.fullmatch(word)) for word in plain]
    known = [one or (number > 0 and plain[number - 1] == "by") for number, one in enumerate(known)]
    return beside and all(one or word[0].isupper() for one, word in zip(known, words, strict=True))


def _is_of_kind(line: Line, found: list[TimeExpression], rest: str) -> bool:
    """A full date, parted by marks from words that say what kind of text this is: "Radio X, transcript, 7 May 2024"."""
    dates = [e for e in found if e.kind == "date" and e.year]
    if line.ends_sentence or len(dates) != 1 or len(rest.split()) > KIND_WORDS or TELLS.search(rest):
        return False
    before, after = line.key[: dates[0].start], line.key[dates[0].end :]
    return KIND.search(f"{before} {after}") is not None and bool(PARTED.search(before) and PARTED_BEHIND.match(after))


def _stamps(
    line: Line, found: list[TimeExpression], clocks: list[re.Match[str]], above: str = "plain"
) -> tuple[Stamp, ...]:
    """Each full date with the label before it, and the clock that follows it, if each has one."""
    dated = [e for e in found if e.kind == "date"] or [e for e in found if e.kind == "month" and e.year]
    weekday = next((e.weekday for e in found if e.kind == "weekday"), None)
    paired = len(clocks) == len(dated)
    stamps = []
    for number, expression in enumerate(dated):
        before = line.key[dated[number - 1].end if number else 0 : expression.start]
        own = label_of(before)
        label = above if own == "plain" and number == 0 else own
        if expression.weekday is None and weekday is not None and len(dated) == 1:
            expression = replace(expression, weekday=weekday)
        clock = clocks[number] if paired else clocks[0] if clocks and number == 0 else None
        stamps.append(Stamp(expression, clock, label, line.number, line.text, leads=expression.start == 0))
    return tuple(stamps) or (Stamp(found[0], None, "relative", line.number, line.text),)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote a text, and for whom, as a line says."""

    name: str
    site: str | None = None


def read_clock(line: Line) -> Stamp | None:
    """The time of day that a line is: "14:05 GMT", "Updated 2.15 pm", "2h ago" of a live blog."""
    if line.words > CLOCK_WORDS:
        return None
    found = CLOCK.search(line.key)
    rest = line.key if found is None else line.key[: found.start()] + " " + line.key[found.end() :]
    if found is None and not AGO.fullmatch(line.key):
        return None
    rest = REST.sub(" ", STAMP_WORDS.sub(" ", AGO.sub(" ", REST.sub(" ", rest)))).strip()
    return None if rest else Stamp(None, found, "clock", line.number, line.text)


def read_byline(line: Line) -> Byline | None:
    """The byline that a line is: "By R. Roe", "By R. Roe, The Daily", "R. Roe / The Daily"."""
    if line.words > 14 or line.prose:
        return None
    if found := BYLINE.match(line.key):
        name = line.text[found.start("name") : found.end("name")].strip(" .:*_-()[]").removeprefix("the ")
        if NO_NAME.search(found["name"]) or not _names(name) or (name.isupper() and "THE " in line.text):
            return None
        writer, _, site = name.partition(",")
        return Byline(writer.strip(), site.strip() or None)
    return _name_and_site(line)


def _names(text: str) -> bool:
    """Names alone: each word begins with a capital, but for "and" and the like; or all in one case."""
    named = SMALL_WORDS.sub("", text).strip()
    return is_title_case(named) or named.isupper()


def _name_and_site(line: Line) -> Byline | None:
    found = NAME_AND_SITE.match(line.text)
    if found is None or line.words > 9 or any(char.isdigit() for char in line.text):
        return None
    words = len(found["name"].split())
    if 2 <= words <= 4 and is_title_case(found["name"]) and is_title_case(found["site"]) and "/" not in found["site"]:
        return Byline(found["name"].strip(), found["site"].strip())
    return None
