"""What time expressions look like: the patterns with which they are found.

What belongs here: words and forms. What does not: what a form says of the expression (scan.py), names of months and
numbers (words.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitrep.timex.words import (
    BOUNDS,
    COUNTED,
    DEICTIC,
    GAP,
    MONTHS,
    NUMBERS,
    ORDINALS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
)


def _words(names: object) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))  # type: ignore[call-overload]


def _by_initial(names: Iterable[str]) -> str:
    """The same as a pattern that asks for each first letter once."""
    tails: dict[str, list[str]] = {}
    for name in names:
        tails.setdefault(name[0], []).append(name[1:])
    return "|".join(f"{initial}(?:{_words(tails[initial])})" for initial in sorted(tails))


#: A stop belongs to a short name alone: after "Tuesday" it ends the sentence.
MONTH = rf"(?:{_words(MONTHS)})\b(?:(?<=\b[a-z]{{3}})\.|(?<=\bsept)\.)?"
WEEKDAY = rf"(?:{_words(WEEKDAYS)})\b(?:(?<!day)\.)?"
#: "on May 3 killed 36", "in 2003 injured a boy": a deed, and no count of those killed.
KILLED_SO_MANY = (
    rf"(?:killed|injured|wounded|hurt){GAP}(?:(?:at least|about|some|nearly|more than|up to){GAP})?"
    rf"(?:[0-9]|a\b|an\b|the\b|(?:{_words(NUMBERS)}|dozens|scores|hundreds|thousands|many|several)\b)"
)
#: A number of a month's day that is no count of something, no decimal, no clock time.
DAY = (
    rf"(?:[0-2]?[0-9]|3[01])(?:st|nd|rd|th)?(?!\w|:[0-9]|[.][0-9]|,(?!(?:19|20)[0-9]{{2}}\b)[0-9]"
    rf"|{GAP}(?!{KILLED_SO_MANY})(?:{COUNTED})\b)"
)
#: Two digits are a year only where the expression ends with them: "18 JAN 90 (EFE)", not "17 February, 27 boys".
YEAR = (
    r"(?:(?:1[6-9]|20)[0-9]{2}(?:(?=[0-2]?[0-9]:[0-5][0-9])|(?=[0-3]?[0-9] [a-z]{3,9}\.? (?:19|20)[0-9]{2})|"
    r"(?![0-9,.:]*[0-9]))|['’][0-9]{2}\b|"
    r"(?<=[a-z. -])(?<!, )[0-9]{2}\b(?=[ \t]*(?:$|[\n()\[\].,;–—-])(?![.,:][0-9])))"
)
#: After a month alone two digits are a year only if they cannot be a day of it.
LONE_YEAR = (
    rf"(?:(?:1[6-9]|20)[0-9]{{2}}(?![0-9,.:]*[0-9])|['’][0-9]{{2}}\b|(?:3[2-9]|[4-9][0-9])\b(?!:|{GAP}(?:{COUNTED})\b))"
)
PART = r"(?:morning|afternoon|evening|night|midnight|dawn|noon|midday|overnight)"

#: Every word that an expression can be recognised at; all else is passed over.
CARRIERS = (
    r"(?:(?P<number>[0-9]{1,4}(?![0-9])|[0-9]{6}(?=z?[ \t]))|(?P<word>"
    + _by_initial(
        [*MONTHS, *WEEKDAYS, *UNITS, *DEICTIC, "recently", "christmas", "new", "morning", "afternoon", "evening"]
    )
    + r")(?![a-z_]))"
)
TRIGGER = re.compile(r"(?<![a-z0-9_])" + CARRIERS)
#: Two dates that a page shows one below the other may come without anything between: "5 Mar 20245 Mar 2024".
GLUED_TRIGGER = re.compile(CARRIERS)
MONTH_FIRST = re.compile(
    rf"(?P<month>{MONTH}){GAP}?(?P<day>{DAY})(?:{GAP}?(?:-|–|—|to|and|&|through){GAP}?(?P<last>{DAY}))?"
    rf"(?:(?:,?{GAP}|,|{GAP}[-–]{GAP}(?=[12][0-9]{{3}}))(?:of{GAP})?(?P<year>{YEAR})|{GAP}(?:of{GAP})?(?P<which>last|this){GAP}year\b)?"
)
MONTH_ONLY = re.compile(
    rf"(?P<month>{MONTH})(?:,?{GAP}?(?:of{GAP})?(?P<year>{LONE_YEAR})|{GAP}(?:of{GAP})?(?P<which>last|this|next){GAP}year\b)?"
)
DAY_FIRST = re.compile(
    rf"(?P<day>{DAY})(?:{GAP}?(?:-|–|—|to|and|&){GAP}?(?P<last>{DAY}))?{GAP}?-?(?:of{GAP})?"
    rf"(?P<month>{MONTH})-?(?:,?{GAP}?(?:of{GAP})?(?P<year>{YEAR})|{GAP}(?:of{GAP})?(?P<which>last|this){GAP}year\b)?"
)
ISO = re.compile(r"(?P<year>(?:19|20)[0-9]{2})([-/.])(?P<month>0?[1-9]|1[0-2])\2(?P<day>[0-2]?[0-9]|3[01])(?![0-9])")
NUMERIC = re.compile(
    r"(?<![0-9][-/.])(?P<a>[0-3]?[0-9])([-/.])(?P<b>[0-3]?[0-9])\2(?P<year>(?:19|20)?[0-9]{2})(?![0-9]|[.][0-9])"
)
MILITARY = re.compile(
    rf"(?P<day>[0-3][0-9])[0-9]{{4}}(?:z|{GAP}(?:gmt|utc|hrs))?{GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?"
)
#: Day, short month and year without a space: 06JAN2025, 06-JAN-25, Jan-06-2025, 2025-Jan-06.
SHORT_MONTH = "|".join(name for name in MONTHS if len(name) == 3)
GLUED = re.compile(rf"(?P<day>[0-3][0-9])-?(?P<month>{SHORT_MONTH})-?(?P<year>(?:19|20)?[0-9]{{2}})(?![0-9a-z])")
GLUED_MONTH_FIRST = re.compile(
    rf"(?P<month>{SHORT_MONTH})-(?P<day>[0-3][0-9])-(?P<year>(?:19|20)[0-9]{{2}})(?![0-9a-z])"
)
GLUED_YEAR_FIRST = re.compile(
    rf"(?P<year>(?:19|20)[0-9]{{2}})-(?P<month>{SHORT_MONTH})-(?P<day>[0-3]?[0-9])(?![0-9a-z])"
)
#: Which of these a number may begin, by its digits.
BY_DIGITS = {1: (DAY_FIRST,), 2: (GLUED, DAY_FIRST), 4: (GLUED_YEAR_FIRST,), 6: (MILITARY,)}
YEARS = re.compile(r"(?P<first>(?:1[6-9]|20)[0-9]{2})(?P<decade>['’]?s\b)?(?:[-–—/](?P<last>[0-9]{4}|[0-9]{2})\b)?")
WEEKDAY_ONLY = re.compile(
    rf"(?P<weekday>{WEEKDAY})(?:{GAP}(?:(?:at|around|before){GAP})?(?P<part>{PART})\b)?"
    rf"(?:,?{GAP}(?:of{GAP})?(?P<which>last|next|this){GAP}week\b(?!['’]))?"
)
WEEKDAY_DATE = re.compile(rf"{WEEKDAY}(?:{GAP}{PART})?,?{GAP}?(?:on{GAP})?(?:the{GAP})?\(?(?=[0-9]|{MONTH})")
AFTER_UNIT = re.compile(
    rf"{GAP}(?:(?P<ago>ago|back)\b|(?P<later>later|afterwards?|thereafter)\b|(?P<earlier>earlier|before(?:hand)?|prior)\b"
    rf"(?:{GAP}(?:to|than)\b)?|(?P<after>after|since|from|following)\b)"
)
_WHICH = "last|past|previous|preceding|this|current|next|coming|following|same|recent"
BEFORE_UNIT = re.compile(
    rf"(?:(?P<which>{_WHICH}){GAP})?"
    rf"(?:(?:a{GAP})?(?P<count>[0-9]{{1,3}}|{_words(NUMBERS)}|{_words(VAGUE_NUMBERS)})(?:{GAP}of)?(?:{GAP}|-))?$"
)
#: Where that may begin: the scan looks no closer elsewhere.
BEFORE_UNIT_BEGINS = re.compile(rf"(?<![a-z0-9])(?:{_WHICH}|a\s|[0-9]|{_words(NUMBERS)}|{_words(VAGUE_NUMBERS)})")
_PART = "early|mid|late|beginning|start|middle|end|morning|afternoon|evening|night|dawn|overnight"
LEFT_BEGINS = re.compile(rf"(?<![a-z])(?:{_WHICH}|{_PART})")
LEFT = re.compile(
    rf"(?:(?P<which>last|past|previous|this|next|coming){GAP})?"
    rf"(?:(?P<part>{_PART})"
    rf"(?:-|{GAP}(?:(?:on|of|in|the|into){GAP}){{0,2}}))?(?:(?P<which2>last|this|next|past){GAP})?$"
)
LEFT_WORDS = (*_WHICH.split("|"), *_PART.split("|"))
LEFT_ENDS = (*_PART.split("|"), "last", "past", "previous", "this", "next", "coming", "on", "of", "in", "the", "into")
BEFORE_UNIT_ENDS = (*_WHICH.split("|"), "of", *"0123456789", *NUMBERS, *VAGUE_NUMBERS)
BETWEEN_WORDS = "- \t\n\u00a0\u2009\u202f"
LEADING = re.compile(rf"(?<![a-z])(?P<word>[a-z]+)(?:{GAP}(?:the|a|about|around|early|late|mid))?{GAP}$")
BOUND_WORDS = tuple(BOUNDS)
#: Papers that are called by the day on which they appear: "Sunday Trust gathered that".
PAPER = re.compile(
    r"(?<!\b[Oo]n )(?<!\blast )\b[A-Z]\w+day (?:Times|Trust|Vanguard|Punch|PUNCH|Tribune|Telegraph|Independent|Mirror|"
    r"Mail|Express|Herald|Leader|Standard|Nation|Monitor|Vision|Observer|Star|Sun|World|Guardian|Chronicle|Argus)\b"
)
#: Days that are named, not told from the day of writing.
FEAST_WORDS = ("easter", "good", "palm", "black", "bloody", "ash", "maundy", "holy")
FEAST = re.compile(rf"\b(?P<feast>{'|'.join(FEAST_WORDS)}){GAP}$")
#: "the first week of April": its first days; "the last days of April": those at its end.
WEEK_OF = re.compile(
    rf"\b(?:(?P<early>first|opening|early)|(?P<late>last|final|closing)){GAP}(?:few{GAP})?(?:weeks?|days){GAP}(?:of|in){GAP}$"
)
OF_MONTH = re.compile(rf"{GAP}(?:of|in){GAP}(?:{MONTH})")
NIGHT_FROM = re.compile(rf"{GAP}from{GAP}{WEEKDAY}{GAP}(?:to|into|until){GAP}")
#: "on the 8th", "on the 21st of last month": a day of the month of writing, else of the one before; of "troops of the
#: 3rd and 5th Brigades" none.
LONE_DAY = re.compile(
    rf"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)(?!{GAP}and{GAP}(?:the{GAP})?[0-9]+(?:st|nd|rd|th){GAP}[a-z]+s\b)(?:{GAP}(?:of{GAP})?(?P<which>this|last){GAP}month\b|{GAP}(?:instant|inst)\b"
    rf"|(?=[.,;:)]|{GAP}(?:at|in|and|when|as|by|near|around|before|shortly){GAP}))"
)
ON_THE = re.compile(rf"\b(?:on|of|since|until|night|morning|evening|afternoon){GAP}(?:of{GAP})?the{GAP}$")
NAMED_DAYS = (("new year's ", 1, 1), ("new year\u2019s ", 1, 1), ("may ", 5, 1), ("boxing ", 12, 26))
ORDINAL_OF = re.compile(rf"\b(?P<day>{_words(ORDINALS)}){GAP}(?:day{GAP})?of{GAP}$")
#: Parts of a day: what bounds them bounds an hour, not the day.
DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
#: How far back a word before an expression may begin.
LOOK_BACK = 40
