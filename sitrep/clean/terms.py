"""Between which months a text can have been written, from the offices that it gives to people.

What belongs here: reading the terms of office (data/terms.yaml) off a text. What does not: what follows from them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from sitrep.clean.rules import fold

#: How texts call an office.
OFFICES = {
    "president": "president",
    "prime minister": "prime minister|premier|pm",
    "chancellor": "chancellor",
    "foreign minister": "foreign minister|top diplomat|diplomat",
    "secretary of state": "secretary of state|top diplomat",
    "secretary-general": "secretary[- ]general|chief",
    "army chief": "army chief|chief of (?:the )?(?:army )?staff|chief of army staff|general|gen\\.",
    "state counsellor": "state counsellor|leader",
}
#: Words that say that the term is over; "late" and "slain" too, as those who died in office left it.
OVER = re.compile(
    r"\b(?:former|ex|late|slain|ousted|deposed|toppled|jailed|then|erstwhile|one-time)\b[- ]?(?:[\w.'-]+ ){0,4}$"
)
#: Words of the office stand right before the name, with at most so many given names or ranks between.
BETWEEN = r"(?:,? [\w.'-]+){0,4}? "
#: Papers go on saying "President" for so long after a term.
AFTERGLOW = dt.timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Term:
    """Someone's time in an office."""

    pattern: re.Pattern[str]
    start: dt.date
    end: dt.date | None
    label: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days between which a text was written, as far as it shows, and by what."""

    first: dt.date | None = None
    last: dt.date | None = None
    reasons: tuple[str, ...] = ()


def bounds(text: str) -> Bounds:
    """What the offices that a text names say of its time: not before the latest of their terms began."""
    found = sorted(_met(fold(text)), key=lambda met: (met[0], met[1] or dt.date.max))
    if not found:
        return Bounds()
    first = found[-1][0]
    ends = [end for start, end, _ in found if start == first]
    last = None if None in ends else max(end for end in ends if end is not None) + AFTERGLOW
    return Bounds(first, last, tuple(dict.fromkeys(label for start, _, label in found if start == first)))


def _met(text: str) -> Iterator[tuple[dt.date, dt.date | None, str]]:
    """Each term that a text speaks of: from beginning to end, or from its end on where it is said to be over."""
    by_name: dict[str, list[tuple[dt.date, dt.date | None, str]]] = {}
    for term in _terms():
        for found in term.pattern.finditer(text):
            over = OVER.search(text[max(0, found.start() - 60) : found.start()])
            if over and term.end is not None:
                yield term.end, None, f"former {term.label}"
            elif not over:
                by_name.setdefault(term.label, []).append((term.start, term.end, term.label))
            break
    for terms in by_name.values():  # of two terms of one person the text may speak of either
        ends = [end for _, end, _ in terms]
        yield min(t[0] for t in terms), None if None in ends else max(e for e in ends if e), terms[0][2]


@lru_cache(maxsize=1)
def _terms() -> tuple[Term, ...]:
    entries = yaml.load(resources.files(__package__).joinpath("data/terms.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return tuple(
        Term(
            re.compile(rf"\b(?:{OFFICES[entry['office']]}){BETWEEN}(?:{entry['name']})\b"),
            _month(str(entry["from"])),
            _end(str(entry["to"])) if "to" in entry else None,
            f"{entry['office']} {_plain(entry['name'])} ({entry['country']})",
        )
        for entry in entries
    )


def _plain(name: str) -> str:
    """A name without the signs of its pattern, as a person reads it."""
    return re.sub(r"\(\?:[^)]*\)\??|\[(.)[^\]]*\]\+?|[?\\]", r"\1", name).split("|")[-1].strip()


def _month(text: str) -> dt.date:
    year, month = text.split("-")[:2]
    return dt.date(int(year), int(month), 1)


def _end(text: str) -> dt.date:
    first = _month(text)
    return (first + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)
