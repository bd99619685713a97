"""The words that time expressions are made of: tables, and the pieces of pattern built from them."""

from __future__ import annotations

GAP = r"(?:[ \t\u00a0\u2009\u202f]+\n?[ \t]*|\n[ \t]*)"  # white space, at most one line end

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
            "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
#: Short names that are words of their own: taken only beside a date, or written as a name.
SHORT_WEEKDAYS = frozenset(name for name in WEEKDAYS if not name.endswith("day"))
#: Months that are verbs too: alone they count only after one of these words, or with a year or day beside them.
VERB_MONTHS = frozenset({"may", "march"})
LEADING_WORDS = frozenset(
    (
        "in", "of", "since", "by", "until", "till", "during", "from", "between", "last", "this", "next", "early",
        "late", "mid", "every", "before", "after", "to",
    )
)  # fmt: skip
BOUNDS = {
    "since": "since", "until": "until", "till": "until", "before": "before", "after": "after", "by": "by",
    "from": "from", "following": "after",
}  # fmt: skip

UNITS = {
    form: unit
    for unit, forms in {
        "hour": "hour hours hrs", "day": "day days", "week": "week weeks fortnight", "month": "month months",
        "year": "year years yr yrs", "weekend": "weekend", "night": "night nights", "minute": "minute minutes",
        "decade": "decade decades",
    }.items()
    for form in forms.split()
}  # fmt: skip

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "couple": 2, "half": 1, "dozen": 12,
}  # fmt: skip
ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth",
            "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
        ),
        start=1,
    )
}  # fmt: skip
VAGUE_NUMBERS = frozenset({"several", "few", "some", "many"})
DIRECTIONS = {
    "last": "past", "past": "past", "previous": "past", "preceding": "past", "this": "this", "current": "this",
    "next": "future", "coming": "future", "upcoming": "future", "following": "after", "same": "same",
}  # fmt: skip
PARTS = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late",
    "end": "late", "morning": "morning", "dawn": "morning", "noon": "afternoon", "afternoon": "afternoon",
    "midday": "afternoon", "evening": "evening", "night": "night", "midnight": "night", "overnight": "overnight",
}  # fmt: skip

#: Days told from the day of writing: how far they begin and end from it.
DEICTIC = {
    "today": (0, 0, None), "tonight": (0, 0, "night"), "yesterday": (-1, -1, None), "tomorrow": (1, 1, None),
    "overnight": (-1, 0, "overnight"),
}  # fmt: skip

#: Named days by the weekday that they fall on (Monday is 0): how many days they are from Easter Sunday.
FEASTS = {
    ("easter", 6): 0, ("easter", 0): 1, ("good", 4): -2, ("holy", 4): -2, ("maundy", 3): -3, ("palm", 6): -7,
    ("holy", 5): -1, ("ash", 2): -46,
}  # fmt: skip

#: Nouns that show a number before them to be a count, not a day or a year.
COUNTED = (
    "people|persons|men|women|children|civilians|soldiers|troops|militants|terrorists|insurgents|rebels|police\\w*|"
    "officers|others|dead|killed|killings|injured|wounded|hurt|arrested|detained|homes|houses|houseowners|villages|"
    "vehicles|km|kms|kilomet\\w+|metres|meters|miles|feet|per\\s?cent|percent|%|dollars|million|billion|thousand|"
    "hundred|rounds|times|rockets|missiles|drones|fighters|bodies|victims|students|families|members|residents|migrants"
)
