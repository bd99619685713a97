"""Which rule made each field of a mention, in words that lead to the rule.

What belongs here: telling of one draft and its mention what decided each field. What does not: deciding anything, and
printing (the command line). A rule with a dot and no further words is a trigger's or a refinement's id of the pattern
files, or the name of a reading in this package: `frame.object` is the object of the trigger's frame, `toll.result` what
`TollReader` reads off a result, `place.scene` what `Scenes` gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitrep.extract.draft import Draft
from sitrep.records import CasualtyMention, Mention

#: How near grammar puts a time to its event, by the distance that settings.py counts.
_DISTANCES = ("date.own_words", "date.clause", "date.sentence", "date.said")


@dataclass(frozen=True, slots=True)
class Reason:
    """A field of a mention, what it says, the characters that say so, and the rule that read them."""

    field: str
    value: str
    quote: str | None
    rule: str


def reasons(draft: Draft, mention: Mention) -> tuple[Reason, ...]:
    """The reasons of every field of a mention that says something."""
    return tuple(_reasons(draft, mention))


def _reasons(draft: Draft, mention: Mention) -> Iterator[Reason]:
    yield Reason("event_type", mention.event_type, mention.trigger, draft.rule)
    yield from _standing(draft, mention)
    for part, actor in zip(draft.parts, mention.actors, strict=True):
        yield Reason(actor.role, f"{actor.actor_id} ({actor.certainty})", actor.name, part.rule)
    if mention.place is not None:
        value = f"{mention.place.place_id} ({mention.place.relation}, {mention.place.geo_precision})"
        yield Reason("place", value, mention.place.text, draft.why.get("place", "place.grammar"))
    yield from _date(draft, mention)
    for toll in mention.casualties:
        rule = draft.why.get(f"{toll.outcome}.{toll.victim_group}@{toll.char_start}", "")
        yield Reason(f"{toll.outcome}, {toll.victim_group}", _range(toll), toll.quote, rule)
    rule = "story.new" if draft.rank == 0 else "story.joined"
    yield Reason("happening", str(mention.happening), None, rule)


def _standing(draft: Draft, mention: Mention) -> Iterator[Reason]:
    """Whether it happened, and who says so."""
    rule = draft.status.rule or ("speaker.claims" if mention.modality == "claimed" else "told.as_fact")
    yield Reason("modality", mention.modality, None, rule)
    if mention.is_background:
        yield Reason("is_background", "true", None, "status.earlier" if draft.status.background else "date.long_ago")
    if mention.is_aggregate:
        yield Reason("is_aggregate", "true", None, "status.sum")
    if mention.attributed_to is not None:
        yield Reason("attributed_to", mention.attributed_to, mention.attributed_to, "speaker.clause")


def _date(draft: Draft, mention: Mention) -> Iterator[Reason]:
    when = mention.occurrence
    if when.date_from is None and when.text is None:
        return
    near = _DISTANCES[draft.when_distance] if draft.when_distance < len(_DISTANCES) else "date.sentence"
    rule = "date.document" if when.basis == "document" else draft.why.get("date", near)
    value = "unknown" if when.date_from is None else f"{when.date_from} to {when.date_to} ({when.basis})"
    yield Reason("date", value, when.text, rule)


def _range(toll: CasualtyMention) -> str:
    if toll.high is None:
        return f"{toll.low} or more"
    return str(toll.low) if toll.low == toll.high else f"{toll.low} to {toll.high}"
