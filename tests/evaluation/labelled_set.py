"""The labelled set: short texts written for this project, with the whole records that a reader expects of each.

What belongs here: reading and checking tests/evaluation/labelled/*.yaml, and turning a text into a CleanDocument.
What does not: scoring (labelled_score.py). The form of the files is told in labelled/README.md.
"""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from sitrep.ontology.types import EventTypes, load_types
from sitrep.records import (
    CERTAINTIES,
    LINK_RELATIONS,
    MODALITIES,
    OUTCOMES,
    ROLES,
    VICTIM_GROUPS,
    CleanDocument,
    Published,
    Segment,
)

FOLDER = Path(__file__).parent / "labelled"
ROLE_KEYS = {"perp": "perpetrator", "target": "target", "party": "party", "claimant": "claimant"}
EVENT_KEYS = {
    "type", "or", "at", "mod", "bg", "agg", "may", "place", "country", "date", "by", *ROLE_KEYS, *OUTCOMES
}  # fmt: skip
TEXT_KEYS = {"id", "manner", "conflict", "published", "title", "text", "events", "links", "hard", "swap"}


class LabelInvalid(ValueError):
    """A label says what it cannot; the message names the file and the text's id."""


@dataclass(frozen=True)
class Name:
    """Someone expected in a role, by any of the accepted forms."""

    accepted: tuple[str, ...]
    certainties: tuple[str, ...] = ()  # accepted; empty: not asked
    optional: bool = False


@dataclass(frozen=True)
class Toll:
    """A count expected of one outcome, for any of the accepted groups."""

    outcome: str
    groups: tuple[str, ...]
    low: tuple[int, int]  # the accepted lower bounds, first to last
    high: tuple[int, int] | None  # the accepted upper bounds; None: only an open one
    may_be_open: bool = False  # no upper bound is accepted too
    by: tuple[str, ...] = ()
    optional: bool = False

    def accepts(self, low: int, high: int | None) -> bool:
        """Whether these bounds say what the text says."""
        if not self.low[0] <= low <= self.low[1]:
            return False
        if high is None:
            return self.high is None or self.may_be_open
        return self.high is not None and self.high[0] <= high <= self.high[1]


@dataclass(frozen=True)
class Anchor:
    """Words of the text that speak of an event."""

    start: int
    end: int


@dataclass(frozen=True)
class Event:
    """One happening that a reader finds in the text, with all that the text says of it."""

    number: int
    types: tuple[str, ...]  # the first is the best
    anchors: tuple[Anchor, ...]
    modalities: tuple[str, ...]
    background: bool | None = False  # None: either will do
    aggregate: bool | None = False
    may: bool = False  # finding it earns nothing; found, it must have an accepted modality
    roles: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    free_roles: frozenset[str] = frozenset()  # not scored
    place: tuple[str, ...] | None = None  # None: the text gives none
    place_free: bool = False
    countries: tuple[str, ...] = ()  # empty: not asked
    dates: tuple[dt.date, dt.date] | None = None
    tolls: tuple[Toll, ...] = ()
    free_tolls: frozenset[tuple[str, str]] = frozenset()  # outcome and group, or outcome and "*": not scored
    by: tuple[str, ...] = ()
    by_free: bool = False

    @property
    def happened(self) -> bool:
        """Whether the text holds it for something that took place."""
        return bool({"asserted", "claimed"} & set(self.modalities))


@dataclass(frozen=True)
class Text:
    """One labelled text."""

    text_id: str
    file: str
    phenomenon: str
    manner: str
    conflict: str
    published: dt.date | None
    title: str | None
    body: str
    events: tuple[Event, ...]
    links: tuple[tuple[int, str, int], ...]
    hard: bool
    swap: Mapping[str, str]

    @property
    def whole(self) -> str:
        """The text as an engine gets it: the title, a blank line, the body."""
        return f"{self.title}\n\n{self.body}" if self.title else self.body

    @property
    def half(self) -> str:
        """The half that a text is in for good: engines' authors look at one and only score the other."""
        return "look" if int(hashlib.sha256(self.text_id.encode()).hexdigest(), 16) % 2 else "score"

    @property
    def negative(self) -> bool:
        """Whether nothing in it is to be found as something that happened."""
        return not any(event.happened and not event.may and not event.aggregate for event in self.events)


def read_all(folder: Path = FOLDER) -> tuple[Text, ...]:
    """Every text of a folder, in the order of files and entries; LabelInvalid says what is wrong, and where."""
    types = load_types()
    texts = [text for path in sorted(folder.glob("*.yaml")) for text in read_file(path, types)]
    ids = [text.text_id for text in texts]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise LabelInvalid(f"{folder}: ids stand twice: {twice}")
    return tuple(texts)


def read_file(path: Path, types: EventTypes) -> list[Text]:
    """The texts of one file."""
    content = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    texts = []
    for entry in content["texts"]:
        try:
            texts.append(_text(entry, content, path.stem, types))
        except (LabelInvalid, KeyError, TypeError, ValueError) as error:
            raise LabelInvalid(f"{path.name}: {entry.get('id')}: {error}") from error
    return texts


def _text(entry: dict[str, Any], content: dict[str, Any], stem: str, types: EventTypes) -> Text:
    _only(entry, TEXT_KEYS)
    title, body = entry.get("title"), str(entry["text"]).strip()
    whole = f"{title}\n\n{body}" if title else body
    if not str(entry["id"]).startswith(stem + "-"):
        raise LabelInvalid("the id does not begin with the file's name")
    if not isinstance(entry["published"], dt.date | None):
        raise LabelInvalid(f"published {entry['published']!r} is no day")
    events = tuple(_event(number, raw, whole, types) for number, raw in enumerate(entry["events"]))
    links = tuple((a, relation, b) for a, relation, b in entry.get("links", ()))
    if any(r not in LINK_RELATIONS or max(a, b) >= len(events) for a, r, b in links):
        raise LabelInvalid(f"links {links}")
    return Text(
        text_id=entry["id"],
        file=stem,
        phenomenon=content["phenomenon"],
        manner=entry["manner"],
        conflict=entry["conflict"],
        published=entry["published"],
        title=title,
        body=body,
        events=events,
        links=links,
        hard=entry.get("hard", content.get("hard", False)),
        swap=_both_ways(entry.get("swap", {}), whole),
    )


def _event(number: int, raw: dict[str, Any], whole: str, types: EventTypes) -> Event:
    _only(raw, EVENT_KEYS)
    kinds = (raw["type"], *raw.get("or", ()))
    if unknown := [kind for kind in kinds if kind not in types]:
        raise LabelInvalid(f"unknown types {unknown}")
    default = "asserted|threatened" if types[kinds[0]].has("forms_incident_when_threatened") else "asserted"
    modalities = tuple(raw.get("mod", default).split("|"))
    if unknown := [m for m in modalities if m not in MODALITIES]:
        raise LabelInvalid(f"unknown modalities {unknown}")
    place, by = raw.get("place"), raw.get("by")
    counts = [(o, group, value) for o in OUTCOMES for group, value in _by_group(raw.get(o, {})).items()]
    return Event(
        number=number,
        types=kinds,
        anchors=tuple(_anchor(words, whole) for words in raw["at"]),
        modalities=modalities,
        background=_flag(raw.get("bg", False)),
        aggregate=_flag(raw.get("agg", False)),
        may=raw.get("may", False),
        roles={role: _names(raw[key]) for key, role in ROLE_KEYS.items() if isinstance(raw.get(key), list)},
        free_roles=frozenset(role for key, role in ROLE_KEYS.items() if raw.get(key) == "any"),
        place=None if place in (None, "any") else tuple(place.split("|")),
        place_free=place == "any",
        countries=() if raw.get("country") in (None, "any") else tuple(raw["country"].split("|")),
        dates=_dates(raw.get("date")),
        tolls=tuple(t for o, group, value in counts if value != "any" for t in _tolls(o, group, value)),
        free_tolls=frozenset(
            (o, group) for o, groups, value in counts if value == "any" for group in groups.split("|")
        ),
        by=() if by in (None, "any") else tuple(by.split("|")),
        by_free=by == "any",
    )


def _only(raw: dict[str, Any], known: set[str]) -> None:
    if unknown := sorted(set(raw) - known):
        raise LabelInvalid(f"unknown keys {unknown}")


def _flag(value: bool | str) -> bool | None:
    return None if value == "any" else bool(value)


def _anchor(words: str, whole: str) -> Anchor:
    """Where the words stand; 'words@2' is their second place."""
    words, _, nth = words.partition("@")
    places = [match.start() for match in re.finditer(re.escape(words), whole)]
    index = int(nth or 1) - 1
    if index >= len(places):
        raise LabelInvalid(f"the text does not have {words!r} {index + 1} times")
    return Anchor(places[index], places[index] + len(words))


def _names(raw: list[str]) -> tuple[Name, ...]:
    """'Boko Haram|jihadists ~suspected' or, if finding it is optional, '(army)'."""
    names = []
    for one in raw:
        match = re.fullmatch(r"(?P<open>\()?(?P<accepted>.*?)(?:\s*~(?P<certainty>[a-z|]+))?\)?", one)
        certainties = tuple((match["certainty"] or "").split("|")) if match and match["certainty"] else ()
        if match is None or any(c not in CERTAINTIES for c in certainties):
            raise LabelInvalid(f"name {one!r}")
        names.append(Name(tuple(match["accepted"].split("|")), certainties, optional=bool(match["open"])))
    return tuple(names)


def _dates(raw: object) -> tuple[dt.date, dt.date] | None:
    """A day, '2023-05', '2023', or 'first..last'; None and 'any' are not scored."""
    if raw in (None, "any"):
        return None
    if isinstance(raw, dt.date):
        return raw, raw
    parts = [_period(part) for part in str(raw).split("..")]
    return parts[0][0], parts[-1][1]


def _period(raw: str) -> tuple[dt.date, dt.date]:
    if len(raw) == 4:
        return dt.date(int(raw), 1, 1), dt.date(int(raw), 12, 31)
    if len(raw) == 7:
        year, month = map(int, raw.split("-"))
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    day = dt.date.fromisoformat(raw)
    return day, day


def _by_group(raw: object) -> dict[str, object]:
    if raw == "any":
        return {"*": "any"}
    if not isinstance(raw, dict):
        raise LabelInvalid(f"toll {raw!r}")
    return raw


def _tolls(outcome: str, groups: str, raw: object) -> list[Toll]:
    """The counts of one group: '12', '12+', '5-7', '~30', 'dozens', with '<speaker>'; in brackets if optional."""
    names = tuple(g for group in groups.split("|") for g in (("total", "unknown") if group == "people" else (group,)))
    if unknown := [g for g in names if g not in VICTIM_GROUPS]:
        raise LabelInvalid(f"unknown groups {unknown}")
    found = []
    for one in raw if isinstance(raw, list) else [raw]:
        match = re.fullmatch(r"(?P<open>\()?(?P<count>[^<)]*?)(?:\s*<(?P<by>.+)>)?\)?", str(one))
        low, high, may_be_open = _bounds(match["count"] if match else "")
        by = tuple(match["by"].split("|")) if match and match["by"] else ()
        found.append(Toll(outcome, names, low, high, may_be_open, by, optional=bool(match and match["open"])))
    return found


#: Accepted lower and upper bounds of words for many; how far they reach is for an engine to say.
VAGUE = {"dozens": ((20, 36), (48, 120)), "scores": ((20, 60), (60, 400)), "hundreds": ((100, 300), (300, 2000))}


def _bounds(raw: str) -> tuple[tuple[int, int], tuple[int, int] | None, bool]:
    if raw in VAGUE:
        return (*VAGUE[raw], True)
    if about := re.fullmatch(r"~(\d+)", raw):
        count = int(about[1])
        return (count * 4 // 5, count), (count, count * 6 // 5), False
    if match := re.fullmatch(r"(\d+)(?:(\+)|-(\d+))?", raw):
        low = int(match[1])
        if match[2]:  # "more than 30" is 30 or 31 and up
            return (low, low + 1), None, True
        return (low, low), ((int(match[3]),) * 2 if match[3] else (low, low)), False
    raise LabelInvalid(f"toll {raw!r}")


def _both_ways(pairs: dict[str, str], whole: str) -> dict[str, str]:
    if missing := [word for pair in pairs.items() for word in pair[:1] if word not in whole]:
        raise LabelInvalid(f"swap names {missing}, which the text does not have")
    return {**pairs, **{b: a for a, b in pairs.items()}}


def document(text: Text) -> CleanDocument:
    """The text as the cleaning would hand it over: nothing cut, the date known to the day."""
    return document_of(text.whole, text.published, text.title)


def document_of(whole: str, published: dt.date | None, title: str | None = None) -> CleanDocument:
    """A clean document of these words."""
    at = None if published is None else dt.datetime(published.year, published.month, published.day, 12, tzinfo=dt.UTC)
    known = Published(at, published, None, "day", "metadata") if published else Published()
    return CleanDocument(
        document_id=hashlib.sha256(whole.encode()).hexdigest()[:20],
        raw_text=whole,
        clean_text=whole,
        segments=(Segment(0, len(whole), 0),),
        cuts=(),
        title=title,
        title_start=0 if title else None,
        title_end=len(title) if title else None,
        published=known,
        language="en",
    )


__all__ = ["ROLES", "Anchor", "Event", "LabelInvalid", "Name", "Text", "Toll", "document", "document_of", "read_all"]
