"""From a cluster of accounts to the rows of an incident: its days, place, actors, toll, counts and headline.

What belongs here: what each column of `incident`, `incident_casualty` and `incident_actor` says, and by which rule.
What does not: ids (history), which accounts belong together (clusters), links.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitrep.records import ARMED_GROUPS, CERTAINTIES
from sitrep.resolve.accounts import Material
from sitrep.resolve.consensus import origins, pick_date, pick_spot, pick_type
from sitrep.resolve.documents import known_day
from sitrep.resolve.model import Account, Row, Spot
from sitrep.resolve.sides import STATE_KINDS
from sitrep.resolve.tolls import Count, Sources, Toll, reckon

#: Which kinds of actors a group of victims is made of.
_GROUP_KINDS: Mapping[str, tuple[str, ...]] = {
    "civilian": ("civilians", "person", "media", "organisation", "party"),
    "security_force": STATE_KINDS,
    "militant": (*ARMED_GROUPS, "unidentified"),
}
_GEO_OF_LEVEL = {"place": "exact", "admin2": "admin2", "admin1": "admin1", "country": "country", "region": "fuzzy"}
_ACTING = ("perpetrator", "party")
_NAMELESS = ("unidentified", "civilians")


@dataclass(frozen=True, slots=True)
class Context:
    """What the incidents of one resolution share."""

    material: Material
    sources: Sources
    toll_rule: str


def incident_rows(members: Sequence[Account], context: Context) -> dict[str, list[Row]]:
    """The rows of one incident, without its id: tables `incident`, `incident_casualty`, `incident_actor`."""
    actors = actor_rows(members, context.material)
    names = _group_names(actors, context.material)
    toll = reckon(members, context.sources, context.toll_rule, names)
    incident = _incident(members, context, actors, toll)
    return {
        "incident": [incident],
        "incident_casualty": _casualty_rows(toll, actors, context),
        "incident_actor": actors,
    }


def _incident(members: Sequence[Account], context: Context, actors: Sequence[Row], toll: Toll) -> Row:
    material = context.material
    main = material.types[pick_type(members, material.types)]
    origin = origins(context.sources.origin)
    when = pick_date(members, origin)
    spot = pick_spot(members, origin)
    row: Row = {
        "event_type": main.event_type,
        "event_class": main.event_class,
        "ucdp_type": _ucdp_type(actors, material) if main.has("counts_as_organised_violence") else None,
        "occurred_from": when.first if when else None,
        "occurred_to": when.last if when else None,
        "date_precision": when.precision if when else "unknown",
        **_where(spot),
        **_toll_columns(toll),
        "toll_disputed": toll.disputed,
        "toll_rule": toll.rule,
        **_coverage(members, context),
    }
    row["headline"] = headline(row, actors, material)
    return row


def _where(spot: Spot | None) -> Row:
    if spot is None:
        blank = dict.fromkeys(("place_id", "place_name", "admin1", "admin2", "country", "latitude", "longitude"))
        return {**blank, "geo_precision": "unknown"}
    precision = spot.precision if spot.precision != "unknown" else _GEO_OF_LEVEL.get(spot.level, "unknown")
    return {
        "place_id": spot.place_id,
        "place_name": spot.name,
        "admin1": spot.admin1,
        "admin2": spot.admin2,
        "country": spot.country,
        "latitude": spot.latitude,
        "longitude": spot.longitude,
        "geo_precision": precision,
    }


def _toll_columns(toll: Toll) -> Row:
    row: Row = {}
    for outcome in ("killed", "injured"):
        count = toll.total(outcome)
        row |= {f"{outcome}_{end}": getattr(count, end) if count else None for end in ("low", "best", "high")}
    return row


def _coverage(members: Sequence[Account], context: Context) -> Row:
    documents = sorted({account.document_id for account in members})
    known = [context.material.documents[d] for d in documents if d in context.material.documents]
    times: list[dt.datetime] = [row["published_at"] for row in known if row["published_at"] and known_day(row)]
    return {
        "mention_count": sum(len(account.mention_ids) for account in members),
        "document_count": len(documents),
        "publisher_count": len({row["publisher"] or row["source_name"] for row in known}),
        "origin_count": len({context.sources.origin.get(document, document) for document in documents}),
        "first_reported_at": min(times, default=None),
    }


def actor_rows(members: Sequence[Account], material: Material) -> list[Row]:
    """Who stands in which role by how many mentions, how surely, and whether someone denies it."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for account in members:
        for mention_id in account.mention_ids:
            for row in material.actors_of.get(mention_id, ()):
                found[row["role"], row["actor_id"]].append(row)
    out = []
    for (role, actor_id), rows in sorted(found.items()):
        certainties = {row["certainty"] or "stated" for row in rows}
        surest = min(certainties, key=CERTAINTIES.index)
        mentions = len({row["mention_id"] for row in rows})
        disputed = "denied" in certainties and len(certainties) > 1
        out.append(
            {"role": role, "actor_id": actor_id, "mention_count": mentions, "certainty": surest, "disputed": disputed}
        )
    return out


def _group_names(actors: Iterable[Row], material: Material) -> frozenset[str]:
    """How the armed groups of an incident are called: their word is not an official one."""
    names: set[str] = set()
    for row in actors:
        actor = material.actors.get(row["actor_id"])
        if actor and actor["kind"] in ARMED_GROUPS:
            names.update(name.casefold() for name in (actor["name"], *(actor["aliases"] or ())) if name)
    return frozenset(names)


def _kinds(actors: Iterable[Row], material: Material, roles: Sequence[str]) -> set[str]:
    kinds = set()
    for row in actors:
        actor = material.actors.get(row["actor_id"])
        if actor and row["role"] in roles and row["certainty"] != "denied":
            kinds.add(actor["kind"])
    return kinds


def _ucdp_type(actors: Sequence[Row], material: Material) -> str | None:
    """UCDP's type of violence, from who acts and who is acted on; None where the actors do not tell."""
    acting = _kinds(actors, material, _ACTING)
    struck = _kinds(actors, material, ("target", "party"))
    organised = (*STATE_KINDS, *ARMED_GROUPS)
    if not acting & set(organised):
        return None
    if not struck & set(organised):
        return "one_sided" if struck & {"civilians", "person", "media"} else None
    states = (acting | struck) & set(STATE_KINDS)
    return "state_based" if states else "non_state"


def _casualty_rows(toll: Toll, actors: Sequence[Row], context: Context) -> list[Row]:
    acting = _kinds(actors, context.material, ("perpetrator",))
    struck = _kinds(actors, context.material, ("target",))
    return [
        {
            "outcome": count.outcome,
            "victim_group": count.group,
            "side": _side(count.group, acting, struck),
            "low": count.low,
            "best": count.best,
            "high": count.high,
            "mention_ids": list(count.mention_ids),
        }
        for count in toll.counts
    ]


def _side(group: str, acting: set[str], struck: set[str]) -> str:
    """On whose side a group of victims stood, as far as the actors tell."""
    kinds = set(_GROUP_KINDS.get(group, ()))
    if not kinds:
        return "unknown"
    if kinds & acting and not kinds & struck:
        return "perpetrator"
    if kinds & struck and not kinds & acting:
        return "target"
    return "other" if group == "civilian" and (acting or struck) else "unknown"


def headline(row: Row, actors: Sequence[Row], material: Material) -> str:
    """One line that says what happened: kind, who on whom, where, when, how many dead."""
    parts = [_kind_words(str(row["event_type"]), material)]
    by, on = _name(actors, material, ("perpetrator",)), _name(actors, material, ("target",))
    sides = _name(actors, material, ("party",))
    if by:
        parts.append(f"by {by}")
    if on:
        parts.append(f"against {on}" if row["event_class"] == "violent" else f"towards {on}")
    if sides and not by:
        parts.append(f"of {sides}")
    parts.append(_place_words(row))
    if row["occurred_from"] is not None:
        parts.append(_day_words(row))
    killed = _toll_words(row, "killed")
    return " ".join(part for part in parts if part) + (f": {killed}" if killed else "")


def _kind_words(event_type: str, material: Material) -> str:
    """What a type is called in a line: its label up to the second name that the label gives."""
    first, _, second = material.types[event_type].label.partition(" or ")
    return event_type.replace("_", " ").capitalize() if second and "," in first else first


def _name(actors: Iterable[Row], material: Material, roles: Sequence[str]) -> str:
    """The names of the two best borne out in a role; where nobody is named, what kind of people they were."""
    counts: Counter[str] = Counter()
    for row in actors:
        if row["role"] in roles and row["certainty"] != "denied":
            counts[row["actor_id"]] += row["mention_count"]
    known = {actor_id: material.actors.get(actor_id) or {} for actor_id in counts}
    named = [actor_id for actor_id in counts if known[actor_id].get("kind") not in _NAMELESS]
    if named:
        ordered = sorted(named, key=lambda actor_id: (-counts[actor_id], actor_id))[:2]
        return " and ".join(known[actor_id].get("name") or actor_id for actor_id in ordered)
    kinds = {known[actor_id].get("kind") for actor_id in counts}
    if "civilians" in kinds:
        return "civilians"
    return "unidentified attackers" if kinds and "perpetrator" in roles else ""


def _place_words(row: Row) -> str:
    name, wider = row["place_name"], row["admin1"] or row["country"]
    if row["geo_precision"] == "country":
        wider = None
    if not name:
        return ""
    preposition = {"near": "near", "fuzzy": "around"}.get(row["geo_precision"], "in")
    return f"{preposition} {name}" + (f", {wider}" if wider and wider != name else "")


def _day_words(row: Row) -> str:
    first, last = row["occurred_from"], row["occurred_to"]
    return f"on {first}" if first == last else f"between {first} and {last}"


def _toll_words(row: Row, outcome: str) -> str:
    low, best, high = (row[f"{outcome}_{end}"] for end in ("low", "best", "high"))
    if best is None:
        return ""
    return f"{best} {outcome}" if low == high else f"{best} {outcome} ({low} to {high})"


def count_of(counts: Iterable[Count], outcome: str, group: str) -> Count | None:
    """One count among many."""
    return next((count for count in counts if (count.outcome, count.group) == (outcome, group)), None)
