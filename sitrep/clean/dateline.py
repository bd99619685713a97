"""The dateline that opens a report's first paragraph: place, date, agency.

What belongs here: reading it. It stays in the clean text; what does not belong here is cutting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitrep.clean.other_months import in_other_language
from sitrep.timex import TimeExpression, find
from sitrep.timex.words import MONTHS

AGENCIES = (
    "CNN|AP|Reuters|REUTERS|AFP|dpa|DPA|PTI|ANI|IANS|UNI|APP|Xinhua|XINHUA|AA|TASS|Tass|Interfax|Bloomberg|EFE|ANSA|Kyodo|"
    "Yonhap|IRNA|WAFA|SPA|NAN|UPI|BBC|ACAN-EFE|ACAN|NOTIMEX|PRENSA LATINA|Anadolu|Agencies|Al Jazeera|AsiaNews|RFE/RL|"
    "VOA|INP|NNI|Online|Bernama|Antara|Kyodo News|The Associated Press|Associated Press|Agence France-Presse"
)
PLACE = r"[A-Z][\w'’.]*(?:[ /-](?:[A-Z][\w'’.]*|d[ei]|l[ao]s?|al|el|of|the)){0,3}"
PLACE_NAME = re.compile(PLACE)
AGENCY = re.compile(AGENCIES)
DAY_MONTH = r"[0-3]?[0-9](?:st|nd|rd|th)? [A-Za-z]{3,9}\.?"
MONTH_DAY = r"[A-Za-z]{3,9}\.? [0-3]?[0-9]"
DASH = r"(?:--|[-–—:])"
OPENING = re.compile(
    rf"(?P<place>{PLACE})(?: ?\([A-Z][\w .]{{1,24}}\))?(?:, (?P<area>[A-Z][\w'’. -]{{1,28}}?))?"
    rf"(?P<date>,? \(?{MONTH_DAY}(?:, (?:19|20)[0-9]{{2}})?\)?|,? {DAY_MONTH}(?:,? [0-9]{{2,4}})?)?"
    rf"(?: [0-9]{{1,2}}[:.][0-9]{{2}})?"
    rf"(?:(?: ?[-–—]{{1,2}})? ?\((?:(?P<agency>{AGENCIES})(?:[/ ,-][\w ]{{2,20}})?|[A-Z][A-Z0-9 .'-]{{1,50}})\))?"
    rf"(?P<end> ?(?:--|//|>>|»|[-–—:]|\.{{2,3}}|…)-? ?|(?<=(?:19|20)[0-9]{{2}})\. (?=[A-Z\"“'])|(?<=\)) ?(?=[A-Z])|$)"
)
AGENCY_FIRST = re.compile(rf"\((?P<agency>{AGENCIES})\)\s*{DASH}?\s*")
AGENCY_FIRST_PLACE = re.compile(rf"\(?(?P<agency>{AGENCIES})\)?,? (?P<place>{PLACE}) ?{DASH} ")
DATE_FIRST = re.compile(
    rf"(?P<date>{DAY_MONTH},? (?:19|20)[0-9]{{2}}|{MONTH_DAY}, (?:19|20)[0-9]{{2}})"
    rf" ?(?:[-–—:|]{{1,2}}|\.) ?(?:\((?P<place>[A-Z][\w '’.-]{{1,28}})\){DASH}? )?"
)
BRACKETED_DATE = re.compile(
    rf"[\[(](?P<date>{DAY_MONTH},? (?:19|20)[0-9]{{2}}|{MONTH_DAY}, (?:19|20)[0-9]{{2}})[\])](?: ?{DASH})? ?(?=\S)"
)
#: As some archives keep a wire's dateline, without its agency and dash: "SANAA, Sept 21 At least six".
CAPITALS_AND_DAY = re.compile(
    rf"(?P<place>[A-Z][A-Z'’-]{{2,}}(?: [A-Z][A-Z'’-]+){{0,2}})(?:, (?P<area>[A-Z][\w'’. -]{{1,28}}?))?"
    rf", (?P<date>(?:{'|'.join(name.capitalize() for name in sorted(MONTHS, key=len, reverse=True))})\b\.? [0-3]?[0-9])"
    r" (?=[A-Z])"
)
#: What opens an entry of a chronology, and how many make one.
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
ENTRY = re.compile(
    rf"[•*-]? ?(?:(?:[0-3]?[0-9] {MONTH}|{MONTH} [0-3]?[0-9])(?:,? (?:19|20)[0-9]{{2}})?|{MONTH},? (?:19|20)[0-9]{{2}})"
    rf" ?[-–—:|]{{1,2}} ",
    re.IGNORECASE,
)
FEWEST_ENTRIES = 3
MAX_DATELINE = 110
#: A dateline in no fixed order: what may part it from the text, and what stands in it beside a date.
MARKS = re.compile(
    r"[)\]/]?\.?\s*(?:\s-{1,3}(?=\s)|-{2,3}|[–—]{1,2}|\.-|:(?![0-9/])|\.{2,3}|…|\s(?:\||>>|»)(?=\s))\s*|(?:(?<=[)\]])|(?<=[)\]]/)|(?<=/))\.?\s+|\Z"
    r"|(?<=[.,/ ](?:19|20)[0-9]{2})\.\s+(?=[A-Z\"“'])"
)
SMALL = frozenset("of the and de di del la las los el al du des bin am".split())
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
CLOCK = re.compile(r"\b[0-2]?[0-9][:.][0-5][0-9]\b(?:\s*[AaPp]\.?[Mm]\b\.?)?(?:\s*(?:GMT|UTC|[A-Z]{1,3}T)\b)?")
BRACKETED = re.compile(r"[(\[/]([^()\[\]/]*)[)\]/]")
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
NAME_WORDS = 8
#: A line that is nothing but a dateline names a place of so many words, and perhaps an agency.
LONE_WORDS = 5
#: What papers call out before a headline: no place, though it stands as one would.
CALLS = re.compile(
    r"(?:breaking|flash|alert|just in|updated?|exclusive|urgent|developing|watch|videos?|photos?|pictures|latest|"
    r"opinion|analysis|explainer|interview|editorial|fact ?check|live|profile|timeline)"
    r"(?: (?:news|alert|story|update))?",
    re.IGNORECASE,
)
#: Words that begin a sentence about a day, and no place.
OPENERS = frozenset("on in by at since after before from until the this it how why when".split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a report's opening says of itself."""

    end: int  # length of the dateline
    place: str | None = None
    agency: str | None = None
    date: TimeExpression | None = None


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph opens with, if it does. One that leaves out a date beside it is not whole."""
    opening = paragraph[:MAX_DATELINE]
    undated = None
    for pattern in (AGENCY_FIRST, AGENCY_FIRST_PLACE, DATE_FIRST, BRACKETED_DATE, OPENING, CAPITALS_AND_DAY):
        found = pattern.match(opening)
        if found and _plausible(found, opening):
            parts = found.groupdict()
            dates = [one for one in find(found.group()) if one.kind in ("date", "month", "weekday")]
            undated = Dateline(found.end(), parts.get("place"), parts.get("agency"), dates[0] if dates else None)
            if dates and dates[0].year is not None:
                return undated
            break
    return _composed(paragraph) or undated


def is_chronology(paragraphs: Sequence[str]) -> bool:
    """Whether so many paragraphs open with a date that they are entries of a chronology, and no date is the page's."""
    dated = {found[0] for text in paragraphs if (found := ENTRY.match(text[:MAX_DATELINE]))}
    return len(dated) >= FEWEST_ENTRIES


def _composed(paragraph: str) -> Dateline | None:
    """A dateline in any order of place, day and agency: nothing but names and a day of the year, up to a mark."""
    opening = paragraph[:MAX_DATELINE]
    date = next((one for one in find(opening) if one.kind == "date" and one.day is not None), None)
    date = date or in_other_language(opening)
    if date is None:
        return None
    for mark in MARKS.finditer(opening, date.end):
        if mark.end() == len(opening) < len(paragraph):
            return None
        bracket = opening[mark.start()] if mark.start() < len(opening) and opening[mark.start()] in ")]/" else ""
        stretch = opening[: mark.start() + len(bracket)]
        names = CLOCK.sub(" ", stretch[: date.start] + " " + stretch[date.end :])
        if not _only_names(names, alone=mark.end() == len(paragraph)):
            return None
        if _ends_here(opening, mark):
            return _read(names, date, mark.end())
    return None


def _ends_here(opening: str, mark: re.Match[str]) -> bool:
    """A dash or colon ends a dateline; a bracket only where text follows it, and no other part."""
    following = opening[mark.end() : mark.end() + 1]
    if mark.group().strip(" .)]/"):
        return True
    return not following or (following.isupper() and YEAR.search(opening[: mark.end()]) is not None)


def _only_names(names: str, alone: bool) -> bool:
    """Names of places and agencies, and no other word."""
    words = WORD.findall(WEEKDAY.sub(" ", BRACKETED.sub(" ", names)))
    bracketed = [word for inner in BRACKETED.findall(names) for word in WORD.findall(inner)]
    if (not words and not bracketed) or len(words) + len(bracketed) > (LONE_WORDS if alone else NAME_WORDS):
        return False
    if words and words[0].lower() in OPENERS:
        return False
    return all(word[0].isupper() or word in SMALL for word in words) and len(BRACKETED.findall(names)) <= 2


def _read(names: str, date: TimeExpression, end: int) -> Dateline:
    """The parts of a dateline: the place outside its brackets, or the one in them where none is outside."""
    inner = [text.strip(" ,.") for text in BRACKETED.findall(names)]
    inner = [text for text in inner if WORD.search(WEEKDAY.sub("", text))]
    outside = PLACE_NAME.search(WEEKDAY.sub(" ", BRACKETED.sub(" ", names)))
    agency = next((text for text in inner if AGENCY.fullmatch(text)), None)
    place = outside[0] if outside else next((text for text in inner if text != agency), None)
    year = YEAR.search(names)
    if date.year is None and year:
        date = replace(date, year=int(year[0]))
    return Dateline(end, place, agency, date)


def _plausible(found: re.Match[str], opening: str) -> bool:
    """ "QUETTA:" and "New Delhi -" are datelines; "Witnesses:" at a line's end and "He said:" are not."""
    parts = found.groupdict()
    if parts.get("agency") or "end" not in parts or parts.get("date"):
        return True
    place, end = found["place"], found["end"]
    if CALLS.fullmatch(place):
        return False
    if len(opening) <= found.end() or not opening[found.end() : found.end() + 1].strip("\"'“‘( "):
        return False
    if place.isupper():
        return len(place) > 2
    spaced = end.startswith(" ") and end.endswith(" ")
    return (":" in end or spaced) and len(place.split()) <= 3 and opening[found.end()].isupper()
