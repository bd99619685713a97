"""An engine that knows the labels: it answers each text with exactly what is expected of it.

What belongs here: turning labels back into an Extraction, so that the scorer can be held against a reader who is never
wrong (all measures are 1 then) and the labels against themselves. What does not: judging.
"""

from __future__ import annotations

from sitrep.records import (
    Actor,
    ActorMention,
    CasualtyMention,
    Extraction,
    Mention,
    MentionLink,
    Occurrence,
    Place,
    PlaceMention,
)
from tests.evaluation.labelled_set import Event, Text, Toll


def answer(text: Text) -> Extraction:
    """The expected records of a text, each happening under its own number, each mention at its words."""
    mentions: list[Mention] = []
    first: dict[int, int] = {}
    for event in text.events:
        if not event.may:
            first[event.number] = len(mentions)
            mentions += [_mention(text, event, anchor.start, anchor.end) for anchor in event.anchors]
    links = [MentionLink(r, first[a], first[b]) for a, r, b in text.links if a in first and b in first]
    named = {a.actor_id: Actor(a.actor_id, a.name, "unidentified") for m in mentions for a in m.actors}
    places = [place for event in text.events if (place := _place(event))]
    return Extraction("", "oracle", "1", tuple(mentions), tuple(links), tuple(named.values()), tuple(places))


def _place(event: Event) -> Place | None:
    if event.place is None and not event.countries:
        return None
    name = event.place[0] if event.place else "somewhere"
    country = event.countries[0] if event.countries else None
    return Place(f"{name}@{country}", name, country)


def _mention(text: Text, event: Event, start: int, end: int) -> Mention:
    paragraph = text.whole.rfind("\n", 0, start) + 1, len(text.whole)
    place = _place(event)
    return Mention(
        event_type=event.types[0],
        trigger=text.whole[start:end],
        trigger_start=start,
        trigger_end=end,
        sentence=text.whole[slice(*paragraph)],
        char_start=paragraph[0],
        char_end=paragraph[1],
        rule_id="oracle",
        modality=event.modalities[0],
        is_background=bool(event.background),
        is_aggregate=bool(event.aggregate),
        attributed_to=event.by[0] if event.by else None,
        occurrence=Occurrence(None, *event.dates, "day", "explicit") if event.dates else Occurrence(),
        place=PlaceMention(place.place_id, place.name) if place else None,
        actors=_actors(event),
        casualties=tuple(_casualty(toll) for toll in event.tolls if not toll.optional),
        happening=event.number,
    )


def _actors(event: Event) -> tuple[ActorMention, ...]:
    return tuple(
        ActorMention(role, n.accepted[0], n.accepted[0], 0, 1, None, n.certainties[0] if n.certainties else "stated")
        for role, names in event.roles.items()
        for n in names
        if not n.optional
    )


def _casualty(toll: Toll) -> CasualtyMention:
    high = toll.high[0] if toll.high else None
    speaker = toll.by[0] if toll.by else None
    return CasualtyMention(toll.outcome, toll.groups[0], toll.low[0], high, 0, 1, "", speaker)
