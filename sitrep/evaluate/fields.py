"""The fields of one incident against those of the happening that it stands for.

What belongs here: one small function a field. What does not: choosing the incident (matching), summing (tally).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitrep.evaluate.facts import Incident
from sitrep.evaluate.folding import any_named, fold
from sitrep.evaluate.gold import GoldIncident, Span
from sitrep.evaluate.matching import Matched, overlaps
from sitrep.evaluate.tally import Answer

#: A date may be this much wider than the gold's before it says too little to count whole.
LOOSE_DAYS = 7

OPPOSITE: Mapping[str, str] = {"perpetrator": "target", "target": "perpetrator"}


def judge_fields(matched: Matched, wanted: GoldIncident) -> Iterator[Answer]:
    """All asked fields of a happening that was found."""
    incident = matched.facts.incidents[matched.chosen[wanted.incident_id]]
    name = f"{wanted.incident_id} -> {incident.incident_id}"
    shares = matched.shares(wanted.incident_id)
    whole = shares[incident.incident_id] / shares.total()
    yield Answer("in one incident", whole, f"{wanted.incident_id}: {dict(shares)}", answered=True)
    yield from _judge_date(wanted, incident, name)
    yield from _judge_place(wanted, incident, name)
    yield from _judge_tolls(wanted, incident, name)
    yield from _judge_groups(matched, wanted, name)
    for role, names in wanted.actors.items():
        yield _judge_role(matched, wanted, incident.incident_id, role, names)
    if wanted.unclaimed:
        claimants = matched.facts.actors.get((incident.incident_id, "claimant"), ())
        yield Answer("no claimant invented", float(not claimants), f"{name}: {claimants}")


def not_found(wanted: GoldIncident) -> Iterator[Answer]:
    """The same questions for a happening that is not there: all are wrong, none is answered."""
    asked = {"in one incident": True, "date": wanted.date, "country": wanted.country, "place": wanted.places}
    fields = [name for name, value in asked.items() if value]
    fields += [*wanted.tolls, *wanted.actors, *("killed by group" for _ in wanted.killed_groups)]
    for field in fields:
        yield Answer(field, 0.0, f"{wanted.incident_id} not found", answered=False)


def _judge_date(wanted: GoldIncident, incident: Incident, name: str) -> Iterator[Answer]:
    if wanted.date is None:
        return
    first, last = incident.occurred_from, incident.occurred_to
    right = float(overlaps(incident, wanted))
    if right and first and last and (last - first).days > (wanted.date[1] - wanted.date[0]).days + LOOSE_DAYS:
        right = 0.5
    what = f"{name}: {first}..{last}, not {wanted.date[0]}..{wanted.date[1]}"
    yield Answer("date", right, what, answered=first is not None and last is not None)


def _judge_place(wanted: GoldIncident, incident: Incident, name: str) -> Iterator[Answer]:
    if wanted.country:
        right = float(incident.country == wanted.country)
        what = f"{name}: {incident.country}, not {wanted.country}"
        yield Answer("country", right, what, incident.country is not None)
    if wanted.places:
        wider = any_named(wanted.admin1, (incident.place_name, incident.admin1))
        right = 1.0 if any_named(wanted.places, (incident.place_name,)) else 0.5 * wider
        what = f"{name}: {incident.place_name}, {incident.admin1}, not {wanted.places[0]}"
        yield Answer("place", right, what, incident.place_name is not None)


def _judge_tolls(wanted: GoldIncident, incident: Incident, name: str) -> Iterator[Answer]:
    if span := wanted.tolls.get("killed"):
        found = Span(incident.killed_low, incident.killed_high) if incident.killed_low is not None else None
        right = float(found is not None and _within(found, span))
        if not (span.high in (None, span.low) or (found and found.high is not None and found.high > found.low)):
            right *= 0.5  # the documents disagree, and one figure alone hides it
        yield Answer("killed", right, f"{name}: {found}, not {span}", found is not None)
    if span := wanted.tolls.get("injured"):
        low = incident.injured_low
        right = float(low is not None and low >= span.low and (span.high is None or low <= span.high))
        yield Answer("injured", right, f"{name}: {low}, not {span}", low is not None)
    for outcome in wanted.no_toll:
        low = incident.killed_low if outcome == "killed" else incident.injured_low
        yield Answer("no toll invented", float(not low), f"{name}: {outcome} {low}")


def _within(found: Span, span: Span) -> bool:
    """Whether a figure lies in the span that the documents allow; an open end fits any."""
    if found.low < span.low or (found.high is not None and found.high < found.low):
        return False
    return found.high is None or span.high is None or found.high <= span.high


def _judge_groups(matched: Matched, wanted: GoldIncident, name: str) -> Iterator[Answer]:
    incidents = sorted({str(mention.incident_id) for mention in matched.hits[wanted.incident_id]})
    shares = matched.shares(wanted.incident_id)
    for group, span in wanted.killed_groups.items():
        stated = [low for i in incidents if i in shares for low, _ in matched.facts.killed.get((i, group), ())]
        right = sum(low >= span.low and (span.high is None or low <= span.high) for low in stated)
        value = 0.0 if not right else 1.0 if 2 * right >= len(stated) else 0.5
        yield Answer("killed by group", value, f"{name}: {group} {stated}, not {span}", bool(stated))


def _judge_role(matched: Matched, wanted: GoldIncident, incident_id: str, role: str, names: tuple[str, ...]) -> Answer:
    """A party to a clash stands for either side; who stands on the wrong side as well is half right."""
    in_role = matched.facts.actors.get((incident_id, role), ())
    parties = matched.facts.actors.get((incident_id, "party"), ()) if role in OPPOSITE else ()
    found = (*in_role, *parties)
    right = float(any_named(names, found) or ("unknown" in map(fold, names) and not found))
    others = [name for name in wanted.actors.get(OPPOSITE.get(role, ""), ()) if name not in names]
    if right and any_named(others, in_role):
        right = 0.5
    what = f"{wanted.incident_id} -> {incident_id}: {sorted(set(found))}, not {list(names)}"
    return Answer(role, right, what, bool(found))
