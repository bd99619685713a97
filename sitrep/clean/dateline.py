"""The dateline that opens a report's first paragraph: place, date, agency.

What belongs here: reading it. It stays in the clean text; what does not belong here is cutting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitrep.timex import TimeExpression, find

AGENCIES = (
    "CNN|AP|Reuters|REUTERS|AFP|dpa|DPA|PTI|ANI|IANS|UNI|APP|Xinhua|XINHUA|AA|TASS|Tass|Interfax|Bloomberg|EFE|ANSA|Kyodo|"
    "Yonhap|IRNA|WAFA|SPA|NAN|UPI|BBC|ACAN-EFE|ACAN|NOTIMEX|PRENSA LATINA|Anadolu|Agencies|Al Jazeera|AsiaNews|RFE/RL|"
    "VOA|INP|NNI|Online|Bernama|Antara|Kyodo News|The Associated Press|Associated Press|Agence France-Presse"
)
PLACE = r"[A-Z][\w'’.]*(?:[ /-](?:[A-Z][\w'’.]*|d[ei]|l[ao]s?|al|el|of|the)){0,3}"
DAY_MONTH = r"[0-3]?[0-9](?:st|nd|rd|th)? [A-Za-z]{3,9}\.?"
MONTH_DAY = r"[A-Za-z]{3,9}\.? [0-3]?[0-9]"
DASH = r"(?:--|[-–—:])"
OPENING = re.compile(
    rf"(?P<place>{PLACE})(?: ?\([A-Z][\w .]{{1,24}}\))?(?:, (?P<area>[A-Z][\w'’. -]{{1,28}}?))?"
    rf"(?P<date>,? \(?{MONTH_DAY}(?:, (?:19|20)[0-9]{{2}})?\)?|,? {DAY_MONTH}(?:,? [0-9]{{2,4}})?)?"
    rf"(?: [0-9]{{1,2}}[:.][0-9]{{2}})?"
    rf"(?:(?: ?[-–—]{{1,2}})? ?\((?:(?P<agency>{AGENCIES})(?:[/ ,-][\w ]{{2,20}})?|[A-Z][A-Z0-9 .'-]{{1,50}})\))?"
    rf"(?P<end> ?(?:--|[-–—:]|\.{{2,3}}|…)-? ?|(?<=\)) ?(?=[A-Z])|$)"
)
AGENCY_FIRST = re.compile(rf"\((?P<agency>{AGENCIES})\)\s*{DASH}?\s*")
AGENCY_FIRST_PLACE = re.compile(rf"\(?(?P<agency>{AGENCIES})\)?,? (?P<place>{PLACE}) ?{DASH} ")
DATE_FIRST = re.compile(
    rf"(?P<date>{DAY_MONTH},? (?:19|20)[0-9]{{2}}|{MONTH_DAY}, (?:19|20)[0-9]{{2}})"
    rf" ?(?:[-–—:|]{{1,2}}|\.) ?(?:\((?P<place>[A-Z][\w '’.-]{{1,28}})\){DASH}? )?"
)
MAX_DATELINE = 90


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a report's opening says of itself."""

    end: int  # length of the dateline
    place: str | None = None
    agency: str | None = None
    date: TimeExpression | None = None


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph opens with, if it does."""
    opening = paragraph[:MAX_DATELINE]
    for pattern in (AGENCY_FIRST, AGENCY_FIRST_PLACE, DATE_FIRST, OPENING):
        found = pattern.match(opening)
        if found and _plausible(found, opening):
            parts = found.groupdict()
            dates = find(found.group())
            place = parts.get("place")
            return Dateline(found.end(), place, parts.get("agency"), dates[0] if dates else None)
    return None


def _plausible(found: re.Match[str], opening: str) -> bool:
    """ "QUETTA:" and "New Delhi -" are datelines; "Witnesses:" at a line's end and "He said:" are not."""
    parts = found.groupdict()
    if parts.get("agency") or "end" not in parts or parts.get("date"):
        return True
    place, end = found["place"], found["end"]
    if len(opening) <= found.end() or not opening[found.end() : found.end() + 1].strip("\"'“‘( "):
        return False
    if place.isupper():
        return len(place) > 2
    spaced = end.startswith(" ") and end.endswith(" ")
    return (":" in end or spaced) and len(place.split()) <= 3 and opening[found.end()].isupper()
