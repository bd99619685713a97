"""Leads and headlines that sum up several happenings which the text then tells one by one.

What belongs here: finding them among the drafts of a document, before mentions are joined. What does not: sums over
time, which their own sentence shows (sums.py).

"Five militants and two soldiers were killed in two encounters" is the toll of neither; who took it for one would add
the second's dead to the first. The sign is a plural event whose numbers are the sums of what later sentences count.
Two blasts in one town, which the text counts as the first and another, are one attack: what each did is a part of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitrep.extract.draft import Draft
from sitrep.ontology import Ontology
from sitrep.ontology.event_type import EventTypes
from sitrep.ontology.gazetteer import SAME_TOWN_KM, Places, nested
from sitrep.records import DIVIDING_GROUPS

_ADDENDS = 8  # of the counts behind a lead, so many are tried
_AT_MOST = 4  # ... of which so many are added up
_MANY = 20  # so great a number is not met by chance
_LEAD = 2  # sentences: headline and lead
_UNCOUNTED = 10**6
_OWN = 1  # strength of a place that grammar ties to its event
_TIED = 2  # ... or to what its sentence tells of it
_NEAR = 2  # sentences within which a place told is that of what follows
_DOERS = frozenset({"perpetrator", "party"})
_HARMS = ("killed", "injured")
_TOWNS = frozenset({"place", "admin2"})


@dataclass(frozen=True, slots=True)
class Overview:
    """A sum: the mentions that tell it, and those of which it is the sum."""

    told: list[Draft]
    parts: list[Draft]


def mark(drafts: list[Draft], ontology: Ontology) -> list[Overview]:
    """Makes sums of the mentions that add up what later sentences tell apart, and gives these the day of the sum.

    Returns the sums whose parts have each a place of their own: no two of these are one.
    """
    types = ontology.types
    sites = _sites(drafts)
    found: list[Overview] = []
    for draft in drafts:
        if (
            (draft.is_plural or draft.status.row not in ("", "1"))
            and not draft.status.definite
            and _is_located(draft, types)
        ):
            _take_parts(draft, drafts, ontology.places, sites)
    drafts = [draft for draft in drafts if draft.part_of is None]
    for sentence in _with_several(drafts, types):
        inside = [draft for draft in drafts if draft.sentence.number == sentence]
        later = [draft for draft in drafts if draft.sentence.number > sentence and not draft.status.aggregate]
        counts = [count for draft in inside for count in _counts(draft)]
        added = {count: parts for count in counts if (parts := _addends(count, later, sites))}
        sums = [count for count in counts if count in added]
        found += [Overview(inside, parts) for parts in added.values() if _lie_apart(parts, sites, ontology.places)]
        if sums or (_says_several(inside) and _are_told(inside, later)):
            beside = bool(sums) and any(_stands_alone(draft, sums) for draft in inside)
            summed = [draft for draft in inside if not beside or draft.is_plural]
            summed += [draft for draft in drafts if draft.is_title and _share(draft, sums or counts)]
            summed += [draft for draft in drafts if draft.is_title and draft.is_plural and not draft.tolls]
            leads = [draft for draft in later if draft.sentence.number < _LEAD and sums and _share(draft, sums)]
            summed += leads  # "Raids kill 30. Gunmen raided two villages, killing 30."
            for draft in summed:
                if _is_located(draft, types):
                    draft.status.aggregate = True
            behind = [draft for draft in later if draft not in leads and _is_located(draft, types)]
            _hand_on([*inside, *leads], behind)
    found += _mark_openings(drafts, ontology, sites)
    return found


def hand_on_doers(told: list[Overview], groups: list[list[Draft]]) -> None:
    """'Gunmen killed 30 in two villages. In Gwoza, 18 died.': who did all did the parts of which no doer is told."""
    for overview in told:
        doers = [part for draft in overview.told for part in draft.parts if part.role in _DOERS]
        for members in groups if doers else ():
            parts = [draft for draft in members if any(draft is part for part in overview.parts)]
            if parts and not any(part.role in _DOERS for draft in members for part in draft.parts):
                parts[0].parts += [replace(part, rule="actor.overview") for part in doers]


def _mark_openings(drafts: list[Draft], ontology: Ontology, sites: dict[int, str]) -> Iterator[Overview]:
    """'21 dead as gunmen attack villages', of a text that counts nine in one and 12 in another; its lead likewise."""
    openings = [d for d in drafts if (d.is_title or d.sentence.number <= _LEAD) and not d.status.background]
    for opening in openings:
        if opening.status.aggregate or not _is_located(opening, ontology.types):
            continue
        later = [d for d in drafts if d.sentence.number > opening.sentence.number and not d.status.aggregate]
        harmed = [d for d in later if id(d) in sites and not d.status.background]
        for count in _counts(opening):
            parts = _addends(count, harmed, sites, also="total")  # of 15 civilians, "they killed four people" in one
            if parts and _lie_apart(parts, sites, ontology.places) and not _is_by_chance(parts, count[0]):
                opening.status.aggregate = True
                _hand_on([opening], harmed)
                yield Overview([opening], parts)


def _sites(drafts: list[Draft]) -> dict[int, str]:
    """Where each mention is told of, by its identity: where grammar puts it or its sentence, or as told last."""
    found: dict[int, str] = {}
    last, told = "", -_NEAR
    for number, inside in itertools.groupby(drafts, key=lambda draft: draft.sentence.number):
        told_here = list(inside)
        own = [_own_place(draft) for draft in told_here]
        first = next((place for place in own if place), "")
        if not first and number - told <= _NEAR:
            first = last
        for draft, place in zip(told_here, own, strict=True):
            if place or first:
                found[id(draft)] = place or first
        places = [place for place in own if place]
        last, told = (places[-1], number) if places else (last, told)
    return found


def _own_place(draft: Draft) -> str:
    """The place that grammar ties to a mention."""
    return (draft.where.span.place_id or "") if draft.where is not None and draft.where.strength <= _TIED else ""


def _is_by_chance(parts: list[Draft], outcome: str) -> bool:
    """Whether one dead makes up the number, told far from the others: so many texts tell somewhere of one."""
    told = sorted(part.sentence.number for part in parts)
    lone = any(all(toll.low <= 1 for toll in part.tolls if toll.outcome == outcome) for part in parts)
    return lone and any(later - first > _NEAR for first, later in itertools.pairwise(told))


def _lie_apart(parts: list[Draft], sites: dict[int, str], places: Places) -> bool:
    """Whether mentions have places of their own, none of which lies in another."""
    told = [sites.get(id(part), "") for part in parts]
    return all(one and other and not _is_in(one, other, places) for one, other in itertools.combinations(told, 2))


def _stands_alone(draft: Draft, sums: list[tuple[str, str, int]]) -> bool:
    """'A bomb killed five, a day after nine died in similar blasts': of the five, the nine are no sum."""
    counts = list(_counts(draft))
    return bool(counts) and not draft.is_plural and not any(count in sums for count in counts)


def _hand_on(inside: list[Draft], later: list[Draft]) -> None:
    """Gives the day of a sum to what is then told one by one, up to the first that has a time of its own."""
    days = [d for d in inside if d.is_timed and d.when is not None and d.when.date_from == d.when.date_to]
    day = max(days, key=lambda d: d.when is not None and d.when.date_from is not None, default=None)
    if day is None:
        return
    for draft in itertools.takewhile(lambda d: d.time is None and not d.status.background, later):
        if draft.when is None:
            draft.when, draft.time, draft.when_distance = day.when, day.time, day.when_distance
            draft.why["date"] = "date.overview"


def _with_several(drafts: list[Draft], types: EventTypes) -> list[int]:
    """The sentences that speak of several violent happenings at once, and count their victims or say that several."""
    told = {d.sentence.number for d in drafts if d.is_several or any(True for _ in _counts(d))}
    return sorted(
        {
            draft.sentence.number
            for draft in drafts
            if draft.sentence.number in told
            and draft.is_plural
            and not draft.status.definite
            and _is_located(draft, types)
        }
    )


def _says_several(drafts: list[Draft]) -> bool:
    """'Four killed in separate attacks', of a headline or a lead."""
    return any(draft.is_several and (draft.is_title or draft.sentence.number <= _LEAD) for draft in drafts)


def _are_told(inside: list[Draft], later: list[Draft]) -> bool:
    """Whether later sentences count victims in two places, fewer in each than what is said of all."""
    most = max((number for draft in inside for _, _, number in _counts(draft)), default=_UNCOUNTED)
    harmed = [d for d in later if not d.status.background and any(t.outcome in _HARMS and t.low > 0 for t in d.tolls)]
    parts = [d for d in harmed if all(toll.low < most for toll in d.tolls if toll.outcome in _HARMS)]
    places = {draft.where.span.place_id for draft in parts if draft.where is not None and draft.where.strength <= _OWN}
    return len(places) > 1


def _is_located(draft: Draft, types: EventTypes) -> bool:
    return bool(draft.event_type) and types[draft.event_type].has("is_located")


def _counts(draft: Draft) -> Iterator[tuple[str, str, int]]:
    """What a draft counts: outcome, group, number."""
    for toll in draft.tolls:
        if toll.outcome in _HARMS and toll.low > 1:
            yield toll.outcome, toll.victim_group, toll.low


def _share(draft: Draft, counts: list[tuple[str, str, int]]) -> bool:
    """Whether a headline counts what the lead counts."""
    return bool({(o, n) for o, _, n in _counts(draft)} & {(o, n) for o, _, n in counts})


def _take_parts(whole: Draft, drafts: list[Draft], places: Places, sites: dict[int, str]) -> None:
    """'Blasts killed 37 in the metro. The first killed 25. Another killed 12.': makes the blasts parts of the whole."""
    later = [draft for draft in drafts if draft.sentence.number > whole.sentence.number and not draft.status.aggregate]
    parts = [part for count in _counts(whole) for part in _addends(count, later, sites)]
    town = whole.where.span.place_id if whole.where is not None else None
    place = places.get(town or "")
    if town is None or place is None or place.level not in _TOWNS:
        return
    for part in parts:
        counted = part.status.nth or part.status.other or part.status.definite or part.status.row
        there = part.where.span.place_id if part.where is not None and part.where.strength <= _OWN else None
        if not counted or not (there is None or _is_in(there, town, places)):
            return
    for part in parts:
        part.part_of, part.pieces = whole, [*part.tolls]


def _is_in(place: str, town: str, places: Places) -> bool:
    """Whether a place is a town, lies in it, or so near that it may be one of its parts."""
    apart = places.distance(place, town)
    return place == town or nested(places, place, town) or (apart is not None and apart <= SAME_TOWN_KM)


def _addends(count: tuple[str, str, int], later: list[Draft], sites: dict[int, str], also: str = "") -> list[Draft]:
    """The later mentions, in two places or one of 'another' happening, whose counts add up to a number."""
    outcome, group, number = count
    found: list[tuple[int, Draft]] = []
    for draft in later:
        groups = (group, also) if group != "total" else (*DIVIDING_GROUPS, "total")  # women and children are parts
        lows = [t.low for t in draft.tolls if t.outcome == outcome and t.victim_group in groups]
        if lows and max(lows) < number:
            found.append((max(lows), draft))
    for size in range(2, _AT_MOST + 1):
        for chosen in itertools.combinations(found[:_ADDENDS], size):
            drafts = [draft for _, draft in chosen]
            if sum(low for low, _ in chosen) == number and (number >= _MANY or _are_apart(drafts, later, sites)):
                return drafts
    return []


def _are_apart(drafts: list[Draft], told: list[Draft], sites: dict[int, str]) -> bool:
    """Whether mentions are set apart, each by its place, or those of different sentences by 'another' between them."""
    own = {sites[id(draft)] for draft in drafts if id(draft) in sites}
    if len(own) == len(drafts):
        return True
    sentences = {draft.sentence.number for draft in drafts}
    if len(sentences) < len(drafts):
        return False
    places = {draft.where.span.place_id for draft in drafts if draft.where is not None}
    between = (draft for draft in told if min(sentences) < draft.sentence.number <= max(sentences))
    return len(places) > 1 or any(draft.status.other or draft.shifts for draft in between)
