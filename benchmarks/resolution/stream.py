"""Generated news: many reports of known incidents, with all that makes them hard to put together.

What belongs here: incidents, the reports that tell of them, and the stage frames that an engine would make of these,
with the truth beside them. What does not: measuring. The same seed and size give the same stream.

Each incident is told by a first wave of outlets, copies of agency texts among them, then by follow-ups with grown or
corrected tolls, by passing mentions weeks later, and by round-ups with sums. A share of the incidents has a twin: the
same kind of attack on the same day in a neighbouring town. Tellings leave things out and get things wrong as real
ones do: province or country instead of the town, no day, a day off by one, gunmen instead of the group.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from benchmarks.resolution.world import Country, Row, Town, World, make_world
from sitrep import schemas
from sitrep.resolve import StageFrames, tables

KINDS = ("bombing", "armed_attack", "air_strike", "armed_clash", "suicide_bombing", "abduction", "shelling")
#: What a report that knows less calls it.
_LOOSER = {"suicide_bombing": "bombing", "shelling": "armed_attack", "air_strike": "armed_attack"}
_GROUPS = ("civilian", "security_force")
START = dt.date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Shares:
    """How often tellings do what; the defaults are those of the published figures."""

    twins: float = 0.1
    province_only: float = 0.12
    country_only: float = 0.04
    undated: float = 0.05
    day_off: float = 0.03
    nameless: float = 0.3
    wrong_group: float = 0.02
    loose_kind: float = 0.15
    copies: float = 0.3
    follow_ups: float = 0.6
    corrections: float = 0.15
    looking_back: float = 0.3
    round_ups: float = 0.1
    per_day: float = 6.0  # incidents a day over the whole world


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident as it was."""

    number: int
    kind: str
    day: dt.date
    town: Town
    country: Country
    attacker: str
    victim: str
    killed: int
    group: str
    detail: str  # a name that only reports of this incident carry
    twin_of: int | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report says of one incident (or, as a sum, of several)."""

    happening: int | None
    kind: str
    first: dt.date | None
    last: dt.date | None
    precision: str
    basis: str
    place: Row | None
    attacker: str
    victim: str
    killed: int | None
    group: str
    speaker: str | None
    sentence: str
    is_background: bool = False
    is_aggregate: bool = False
    time_text: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A report."""

    document_id: str
    publisher: str
    url: str | None
    published: dt.datetime | None
    text: str
    signature: tuple[int, ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True)
class Stream:
    """Stories and the truth about them."""

    world: World
    happenings: tuple[Happening, ...]
    stories: tuple[Story, ...]
    truth: dict[str, int] = field(default_factory=dict)  # mention id -> happening


def mention_id(story: Story, ordinal: int) -> str:
    """The id of a telling."""
    return hashlib.sha256(f"{story.document_id}|{ordinal}".encode()).hexdigest()[:20]


def make_stream(incidents: int, seed: int = 7, shares: Shares | None = None) -> Stream:
    """So many incidents and the news of them."""
    shares = shares or Shares()
    chance = random.Random(seed)
    world = make_world(seed)
    happenings = list(_happenings(chance, world, incidents, shares))
    stories = []
    for happening in happenings:
        stories += _news_of(chance, happening, shares)
    stories += _round_ups(chance, happenings, shares)
    truth = {
        mention_id(story, ordinal): telling.happening
        for story in stories
        for ordinal, telling in enumerate(story.tellings)
        if telling.happening is not None
    }
    return Stream(world, tuple(happenings), tuple(stories), truth)


def _happenings(chance: random.Random, world: World, count: int, shares: Shares) -> Iterator[Happening]:
    days = max(1, round(count / shares.per_day))
    number = 0
    while number < count:
        country = chance.choice(world.countries)
        attacker = chance.choice((country.army, *country.groups))
        made = Happening(
            number,
            chance.choice(KINDS),
            START + dt.timedelta(days=chance.randrange(days)),
            chance.choice(country.towns),
            country,
            attacker,
            "civilians" if attacker == country.army or chance.random() < 0.5 else country.army,
            _toll(chance),
            chance.choice(_GROUPS),
            f"Base{chance.randrange(10**6)}",
        )
        yield made
        number += 1
        if number < count and chance.random() < shares.twins:
            town = chance.choice(world.neighbours(made.town))
            toll = max(1, made.killed + chance.choice((-3, -2, -1, 1, 2, 3)))
            detail = f"Base{chance.randrange(10**6)}"
            yield replace(made, number=number, town=town, killed=toll, detail=detail, twin_of=made.number)
            number += 1


def _toll(chance: random.Random) -> int:
    return min(90, int(chance.paretovariate(0.9)))


def _news_of(chance: random.Random, happening: Happening, shares: Shares) -> list[Story]:
    """The first wave, then what follows it."""
    stories = []
    for outlet in range(chance.choice((1, 2, 2, 3, 4))):
        delay = chance.choice((0, 0, 1))
        story = _story(chance, happening, f"Outlet {chance.randrange(60)}", delay, shares, f"first{outlet}", first=True)
        stories.append(story)
        if chance.random() < shares.copies:
            stories.append(_copy(chance, story))
    if chance.random() < shares.corrections and stories[0].url:
        grown = replace(happening, killed=max(1, happening.killed + chance.choice((-1, 1, 2))))
        again = _story(chance, grown, stories[0].publisher, 2, shares, "correction")
        stories.append(replace(again, url=stories[0].url))
    if chance.random() < shares.follow_ups:
        grown = replace(happening, killed=happening.killed + chance.choice((0, 0, 1, 2)))
        stories.append(
            _story(chance, grown, f"Outlet {chance.randrange(60)}", chance.randrange(2, 8), shares, "follow")
        )
    if chance.random() < shares.looking_back:
        stories.append(_look_back(chance, happening))
    return stories


def _story(
    chance: random.Random,
    happening: Happening,
    publisher: str,
    delay: int,
    shares: Shares,
    part: str,
    *,
    first: bool = False,
) -> Story:
    published = dt.datetime.combine(happening.day + dt.timedelta(days=delay), dt.time(chance.randrange(24)), dt.UTC)
    key = f"{happening.number}|{part}|{publisher}"
    telling = _telling(chance, happening, shares)
    if part == "first0":  # somebody always says where and when, or nobody could ever tell twins apart
        telling = replace(telling, place=happening.town.place, first=happening.day, last=happening.day, precision="day")
        telling = replace(telling, basis="weekday")
    rest = replace(telling, killed=None, sentence=f"It struck near {happening.detail} in the morning.")
    tellings = (telling, rest) if chance.random() < 0.4 else (telling,)
    words = random.Random(key)
    text = " ".join(f"w{words.randrange(5000)}" for _ in range(80))
    document_id = hashlib.sha256(key.encode()).hexdigest()[:20]
    url = f"https://news.example/{document_id}" if first else None
    signature = tuple(words.randrange(2**32) for _ in range(32))
    return Story(document_id, publisher, url, published, text, signature, tellings)


def _telling(chance: random.Random, happening: Happening, shares: Shares) -> Telling:
    """What a report of the week says, with what it leaves out or gets wrong."""
    place = _place_said(chance, happening.town, shares)
    day = happening.day
    if chance.random() < shares.day_off:
        day += dt.timedelta(days=chance.choice((-1, 1)))
    undated = chance.random() < shares.undated and place["level"] == "place"
    kind = _LOOSER.get(happening.kind, happening.kind) if chance.random() < shares.loose_kind else happening.kind
    attacker = happening.attacker
    if chance.random() < shares.nameless:
        attacker = "unidentified.gunmen" if attacker.startswith("group") else ""
    elif chance.random() < shares.wrong_group:
        attacker = chance.choice(happening.country.groups)
    detail = f"the {happening.detail} checkpoint" if chance.random() < 0.5 else "a checkpoint"
    return Telling(
        happening.number,
        kind,
        None if undated else day,
        None if undated else day,
        "unknown" if undated else "day",
        "unknown" if undated else chance.choice(("explicit", "weekday", "weekday")),
        place,
        attacker,
        happening.victim,
        happening.killed if chance.random() < 0.9 else None,
        happening.group if chance.random() < 0.5 else "total",
        chance.choice((None, "police", "hospital officials", "a witness")),
        f"at least {happening.killed} died when attackers struck {detail}.",
        time_text=f"on {happening.day:%A}",
    )


def _place_said(chance: random.Random, town: Town, shares: Shares) -> Row:
    draw = chance.random()
    if draw < shares.country_only:
        return town.country
    if draw < shares.country_only + shares.province_only:
        return town.admin2 if chance.random() < 0.5 else town.admin1
    return town.place


def _copy(chance: random.Random, story: Story) -> Story:
    """Another outlet's print of the same text."""
    document_id = hashlib.sha256(f"copy|{story.document_id}".encode()).hexdigest()[:20]
    publisher = f"Outlet {60 + chance.randrange(60)}"
    return replace(story, document_id=document_id, publisher=publisher, url=None, text=story.text + " end")


def _look_back(chance: random.Random, happening: Happening) -> Story:
    """A passing mention weeks later: a month, a town, who did it."""
    first = happening.day.replace(day=1)
    last = (first + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)
    telling = Telling(
        happening.number,
        happening.kind,
        first,
        last,
        "month",
        "explicit",
        happening.town.place,
        happening.attacker,
        happening.victim,
        happening.killed if chance.random() < 0.5 else None,
        "total",
        None,
        f"the attack of {happening.day:%B} near {happening.detail} is remembered.",
        is_background=True,
    )
    story = _story(chance, happening, f"Outlet {chance.randrange(60)}", 30 + chance.randrange(30), Shares(), "back")
    return replace(story, tellings=(telling,))


def _round_ups(chance: random.Random, happenings: Sequence[Happening], shares: Shares) -> Iterator[Story]:
    """Weekly sums over a country: kept as evidence, never part of a toll."""
    for happening in happenings:
        if chance.random() >= shares.round_ups:
            continue
        first = happening.day - dt.timedelta(days=6)
        total = happening.killed + 20 + chance.randrange(100)
        telling = Telling(
            None,
            "armed_attack",
            first,
            happening.day,
            "week",
            "relative",
            happening.town.country,
            "",
            "civilians",
            total,
            "total",
            None,
            f"{total} people were killed in a week of attacks.",
            is_aggregate=True,
        )
        story = _story(chance, happening, f"Outlet {chance.randrange(60)}", 1, shares, "roundup")
        yield replace(story, tellings=(telling,))


def stage_frames(stream: Stream, stories: Sequence[Story] | None = None, batch: str = "b1") -> StageFrames:
    """The frames that an engine without faults of its own would make of stories."""
    chosen = stream.stories if stories is None else stories
    rows: dict[str, list[Row]] = {name: [] for name in _SCHEMAS}
    for story in chosen:
        _add_story(rows, story, batch)
    rows["actor"] = list(stream.world.actors)
    rows["place"] = list(stream.world.places)
    return StageFrames(**{name: tables.frame(rows[name], tables.with_batch(_SCHEMAS[name])) for name in _SCHEMAS})


_ARRIVED = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
_SCHEMAS = {
    "delivery": schemas.DELIVERY,
    "document": schemas.DOCUMENT,
    "cut": schemas.CUT,
    "mention": schemas.MENTION,
    "mention_actor": schemas.MENTION_ACTOR,
    "mention_casualty": schemas.MENTION_CASUALTY,
    "mention_link": schemas.MENTION_LINK,
    "actor": schemas.ACTOR,
    "place": schemas.PLACE,
}


def _add_story(rows: dict[str, list[Row]], story: Story, batch: str) -> None:
    delivery_id = f"d{story.document_id}"
    ids = {"document_id": story.document_id, "delivery_id": delivery_id, "batch_id": batch}
    where = {"source_name": "stream", "raw_path": f"{story.document_id}.txt", "url": story.url}
    rows["delivery"].append({**ids, **where, "publisher": story.publisher, "arrived_at": _ARRIVED})
    rows["document"].append(
        {
            **ids,
            **where,
            "publisher": story.publisher,
            "published_at": story.published,
            "published_on": story.published.date() if story.published else None,
            "published_precision": "second" if story.published else "unknown",
            "published_basis": "metadata" if story.published else "unknown",
            "clean_text": story.text,
            "clean_chars": len(story.text),
            "media_type": "text/plain",
            "raw_sha256": story.document_id,
            "raw_chars": len(story.text),
            "signature": list(story.signature),
        }
    )
    for ordinal, telling in enumerate(story.tellings):
        _add_telling(rows, story, ordinal, telling, {"delivery_id": delivery_id, "batch_id": batch})


def _add_telling(rows: dict[str, list[Row]], story: Story, ordinal: int, telling: Telling, ids: Row) -> None:
    mention = mention_id(story, ordinal)
    start = 200 * ordinal
    place: Any = telling.place or {}
    rows["mention"].append(
        {
            **ids,
            "mention_id": mention,
            "document_id": story.document_id,
            "event_type": telling.kind,
            "trigger": telling.kind,
            "trigger_start": start,
            "trigger_end": start + 5,
            "sentence": telling.sentence,
            "char_start": start,
            "char_end": start + len(telling.sentence),
            "raw_start": start,
            "raw_end": start + len(telling.sentence),
            "modality": "asserted",
            "is_background": telling.is_background,
            "is_aggregate": telling.is_aggregate,
            "time_text": telling.time_text,
            "occurred_from": telling.first,
            "occurred_to": telling.last,
            "date_precision": telling.precision,
            "date_basis": telling.basis,
            "place_id": place.get("place_id"),
            "place_text": place.get("name"),
            "place_basis": "stated" if place else None,
            "geo_precision": {"place": "exact"}.get(place.get("level"), place.get("level") or "unknown"),
            "happening": 0,
            "rule_id": "stream",
            "engine": "stream",
            "engine_version": "1",
            "confidence": 1.0,
        }
    )
    for role, actor_id in (("perpetrator", telling.attacker), ("target", telling.victim)):
        if actor_id:
            named = {"role": role, "actor_id": actor_id, "name": actor_id, "certainty": "stated"}
            at = {"char_start": start, "char_end": start + len(actor_id)}
            rows["mention_actor"].append({**ids, "mention_id": mention, **named, **at})
    if telling.killed is not None:
        count = {"outcome": "killed", "victim_group": telling.group, "low": telling.killed, "high": telling.killed}
        said = {"attributed_to": telling.speaker, "quote": str(telling.killed), "char_start": start + 9}
        said["char_end"] = start + 12
        rows["mention_casualty"].append({**ids, "mention_id": mention, **count, **said})
