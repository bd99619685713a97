"""Whether a text is a cron expression of five fields, told before a scheduler stumbles over it.

What belongs here: the form alone. What does not: when it is time (the scheduler's own reading).
"""

from __future__ import annotations

import re

NAMED = frozenset({"@hourly", "@daily", "@weekly", "@monthly", "@yearly"})
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
DAYS = "sun mon tue wed thu fri sat".split()
#: Lowest and highest number of each field, and the names that stand for numbers.
FIELDS: tuple[tuple[int, int, dict[str, int]], ...] = (
    (0, 59, {}),
    (0, 23, {}),
    (1, 31, {}),
    (1, 12, {name: number for number, name in enumerate(MONTHS, start=1)}),
    (0, 7, {name: number for number, name in enumerate(DAYS)}),
)
_PART = re.compile(r"(?P<all>\*)|(?P<low>\w+)(-(?P<high>\w+))?")


def is_cron(text: str) -> bool:
    """Minute, hour, day of the month, month, day of the week: `*/15 6-23 * * mon-fri`; or a name such as @hourly."""
    words = text.lower().split()
    if len(words) == 1:
        return words[0] in NAMED
    return len(words) == len(FIELDS) and all(
        _is_part(part, *field) for word, field in zip(words, FIELDS, strict=True) for part in word.split(",")
    )


def _is_part(part: str, least: int, most: int, names: dict[str, int]) -> bool:
    base, slash, step = part.partition("/")
    if slash and not (step.isdecimal() and int(step) > 0):
        return False
    found = _PART.fullmatch(base)
    if found is None:
        return False
    ends = [_number(word, names) for word in (found["low"], found["high"]) if word is not None]
    return all(end is not None and least <= end <= most for end in ends) and ends == sorted(ends, key=lambda x: x or 0)


def _number(word: str, names: dict[str, int]) -> int | None:
    return int(word) if word.isdecimal() else names.get(word)
