"""From mentions to accounts: what one document says of one happening, and which mentions are no happening at all.

What belongs here: reading stage rows into accounts, and the reasons for which a mention never forms an incident. What
does not: comparing accounts of different documents.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitrep import timex
from sitrep.ontology.types import EventTypes, most_specific
from sitrep.records import DATE_PRECISIONS
from sitrep.resolve import names, sides
from sitrep.resolve.documents import known_day
from sitrep.resolve.model import Account, Figure, Row, Spot
from sitrep.resolve.places import NEAR_KM, depth, kilometres, spot_of

#: How much a date's basis is trusted, best first: what a text says outweighs what its date line suggests.
_BASES = ("explicit", "relative", "weekday", "corroborated", "document", "unknown")
_STATED = _BASES.index("weekday")  # up to here words of the text say it
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile("|".join(_WEEKDAYS), re.IGNORECASE)
_ROSE = r"(?:rose|risen|ris(?:es|ing)|climb\w*|jump\w*|increas\w+|gr[eo]wn?|soar\w*|reach\w+|up to|now)"
#: A report of a later day: 'the death toll has risen to 12', 'bringing the toll to 12', 'two more have died'.
_RISE = re.compile(
    rf"\btoll\b[^.;]{{0,60}}\b{_ROSE}\b|\b(?:bring|brought|rais|tak|push)(?:s|e|es|ing)?\b[^.;]{{0,30}}\btoll\b"
    rf"|\bnumber (?:of (?:people )?(?:dead|deaths|killed|victims)|killed)\b[^.;]{{0,60}}\b{_ROSE}\b"
    r"|\bmore\b[^.;]{0,60}\b(?:ha(?:s|ve|d) died|died (?:in|at) (?:the )?hospital|succumbed)\b"
    r"|\bnow known to have (?:died|been killed)\b",
    re.IGNORECASE,
)
#: Depth of districts, towns and what lies in them.
_FINE = 3
_PRECISION_RANK = {"exact": 0, "near": 1, "admin2": 2, "admin1": 3, "fuzzy": 4, "country": 5, "international": 6}


@dataclass(frozen=True, slots=True)
class Material:
    """The stage rows of one resolution, by what they hang on."""

    documents: dict[str, Row]
    mentions: dict[str, Row]
    actors_of: dict[str, list[Row]]
    casualties_of: dict[str, list[Row]]
    actors: dict[str, Row]
    places: dict[str, Row]
    types: EventTypes


def unresolved_reason(mention: Row, types: EventTypes) -> str | None:
    """Why a mention is no single happening, or None where it is one."""
    if mention["is_aggregate"]:
        return "aggregate"
    if not types[mention["event_type"]].forms_incident(mention["modality"]):
        return str(mention["modality"])
    return None


def accounts_of(material: Material, mentions: Iterable[Row]) -> list[Account]:
    """The accounts of mentions that are happenings, sorted by content."""
    groups: dict[tuple[str, object], list[Row]] = defaultdict(list)
    for row in mentions:
        number = row["happening"] if row["happening"] is not None else row["mention_id"]
        groups[row["document_id"], number].append(row)
    texts = _texts_of(material, groups)
    made = (_account(material, sorted(rows, key=_in_text), texts[rows[0]["document_id"]]) for rows in groups.values())
    return sorted(made, key=lambda account: account.key)


def _texts_of(
    material: Material, groups: Mapping[tuple[str, object], Sequence[Row]]
) -> dict[str, tuple[frozenset[str], ...]]:
    """The names of each document's text, as accounts carry them."""
    told: dict[str, list[Row]] = defaultdict(list)
    for (document_id, _), rows in groups.items():
        told[document_id] += rows
    found = {document_id: _text_names(material, rows) for document_id, rows in told.items()}
    return {document_id: (listed,) if listed else () for document_id, listed in found.items()}


def _in_text(row: Row) -> tuple[int, int, str]:
    return (row["char_start"] or 0, row["trigger_start"] or 0, row["mention_id"])


def _account(material: Material, rows: Sequence[Row], texts: tuple[frozenset[str], ...]) -> Account:
    ids = tuple(sorted(row["mention_id"] for row in rows))
    document_id = rows[0]["document_id"]
    main = _main_type(rows, material.types)
    document = material.documents.get(document_id)
    spots = _spots(rows, material.places, _title_end(document))
    published = known_day(document) if document is not None else None
    when = _pick_date(rows, published)
    return Account(
        key=ids[0],
        document_id=document_id,
        mention_ids=ids,
        event_types=tuple(sorted(row["event_type"] for row in rows)),
        event_type=main,
        is_located=material.types[main].has("is_located"),
        first=when["occurred_from"] if when else None,
        last=(when["occurred_to"] or when["occurred_from"]) if when else None,
        precision=when["date_precision"] if when else "unknown",
        basis=when["date_basis"] if when else "unknown",
        weekday=None if when else _weekday(rows),
        month_day=None if when else _month_day(rows),
        spot=spots[0] if spots else None,
        spots=spots,
        perpetrators=_side(material, ids, ("perpetrator",)),
        accuses=_accuses(material, ids),
        targets=_side(material, ids, ("target",)),
        parties=_side(material, ids, ("party",)),
        figures=_figures(material, ids, document_id, published),
        names=_names(material, rows),
        texts=texts,
        published=published,
        is_background=all(bool(row["is_background"]) for row in rows),
        tells_rise=any(tells_rise(row["sentence"] or "") for row in rows),
        entries=frozenset((document_id, row["entry"]) for row in rows if row["entry"] is not None),
    )


def _main_type(rows: Sequence[Row], types: EventTypes) -> str:
    """The type that says most among those that a third of the mentions bear out, else the one most often said."""
    counts = Counter(row["event_type"] for row in rows)
    borne = [name for name, count in counts.items() if 3 * count >= len(rows)]
    return most_specific(types, borne or list(counts))


def _pick_date(rows: Sequence[Row], published: dt.date | None) -> Row | None:
    """The mention whose date says most: finest, best founded, most often said, earliest in the text.

    What is told as having happened has happened when the document appears (a day is left to time zones).
    """
    latest = published + dt.timedelta(days=1) if published else dt.date.max
    dated = [row for row in rows if row["occurred_from"] is not None and row["occurred_from"] <= latest]
    if not dated:
        return None
    if 2 * len(dated) < len(rows) and dated[0] is not rows[0] and all(map(_is_wide, dated)):
        return None  # one of many mentions looks back on a month or a year
    said = Counter((row["occurred_from"], row["occurred_to"]) for row in dated)

    def preference(row: Row) -> tuple[int, int, int, int]:
        basis = _BASES.index(row["date_basis"] or "unknown")
        return (
            DATE_PRECISIONS.index(row["date_precision"] or "unknown"),
            max(basis, _STATED),
            -said[row["occurred_from"], row["occurred_to"]],
            basis,
        )

    return min(dated, key=preference)


def _is_wide(row: Row) -> bool:
    return row["date_precision"] not in ("day", "week")


def tells_rise(sentence: str) -> bool:
    """Whether words say that more have died than were told before."""
    return _RISE.search(sentence) is not None


def _weekday(rows: Iterable[Row]) -> int | None:
    for row in rows:
        found = _WEEKDAY.search(row["time_text"] or "")
        if found:
            return _WEEKDAYS.index(found.group().lower())
    return None


def _month_day(rows: Iterable[Row]) -> tuple[int, int] | None:
    """The month and day that a text names without a year: 'on September 6'."""
    for row in rows:
        for said in timex.find(row["time_text"] or ""):
            if said.month is not None and said.day is not None and not said.swapped:
                return (said.month, said.day)
    return None


def _title_end(document: Row | None) -> int:
    """Where the headline of a text ends; 0 where it has none."""
    end = document.get("title_end") if document is not None else None
    return int(end) if end is not None and end == end else 0


def _spots(rows: Sequence[Row], places: Mapping[str, Row], title_end: int) -> tuple[Spot, ...]:
    """The places that the mentions name, each once: finest first, then those it was in, and those most often said.

    What a sentence says itself counts before what was taken over from another, and before that of a headline: of a
    village the headline names the next town, or the area that is called like one.
    """
    found: dict[str, list[Spot]] = defaultdict(list)
    said: Counter[str] = Counter()
    in_text: dict[str, Spot] = {}
    for row in rows:
        spot = spot_of(places.get(row["place_id"]), row["geo_precision"]) if row["place_id"] else None
        if spot is not None:
            found[spot.place_id].append(spot)
            stated = row["place_basis"] == "stated"
            said[spot.place_id] += stated
            if stated and (row["char_start"] or 0) >= title_end:
                in_text[spot.place_id] = spot
    best = [min(same, key=lambda spot: _PRECISION_RANK.get(spot.precision, 9)) for same in found.values()]

    told = [spot for spot in in_text.values() if depth(spot) >= _FINE]
    yields = {
        s.place_id for s in best if said[s.place_id] and s.place_id not in in_text and any(_around(s, t) for t in told)
    }

    def rank(spot: Spot) -> tuple[bool, int, bool, int, int]:
        place_id = spot.place_id
        return (place_id in yields, -depth(spot), spot.precision == "near", -said[place_id], -len(found[place_id]))

    return tuple(sorted(best, key=rank))  # stable: earlier in the text first


def _around(wide: Spot, spot: Spot) -> bool:
    """Whether a town is near a place, or the area that holds the place is called like it."""
    if wide.country != spot.country:
        return False
    apart = kilometres(wide, spot)
    if apart is not None and apart <= NEAR_KM:
        return True
    return bool(wide.name) and any((area or "").startswith(wide.name) for area in (spot.admin1, spot.admin2))


def _side(material: Material, mention_ids: Iterable[str], roles: Sequence[str]) -> frozenset[str]:
    found = (
        row["actor_id"]
        for mention_id in mention_ids
        for row in material.actors_of.get(mention_id, ())
        if row["role"] in roles and row["certainty"] != "denied"
    )
    return sides.side(found, material.actors)


def _accuses(material: Material, mention_ids: Iterable[str]) -> bool:
    """Whether nobody named is stated to have done it: somebody claims it, or is suspected."""
    acting = [row for m in mention_ids for row in material.actors_of.get(m, ()) if row["role"] == "perpetrator"]
    sure = (row["actor_id"] for row in acting if row["certainty"] == "stated")
    return bool(acting) and not sides.named(sides.side(sure, material.actors))


def _figures(
    material: Material, mention_ids: Iterable[str], document_id: str, told_on: dt.date | None
) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            row["outcome"],
            row["victim_group"],
            row["low"],
            row["high"],
            row["attributed_to"],
            mention_id,
            document_id,
            told_on,
            row.get("quote") or "",
        )
        for mention_id in mention_ids
        for row in sorted(material.casualties_of.get(mention_id, ()), key=lambda row: row["char_start"] or 0)
    )


def _names(material: Material, rows: Sequence[Row]) -> frozenset[str]:
    """Proper names and numbers of the sentences that are neither the event's actors nor its place nor a day."""
    taken: set[str] = set()
    for row in rows:
        for actor in material.actors_of.get(row["mention_id"], ()):
            taken.update((actor["name"] or "").casefold().split())
        taken.update((row["place_text"] or "").casefold().split())
    return names.in_sentences((row["sentence"] or "" for row in rows), taken)


def _text_names(material: Material, rows: Sequence[Row]) -> frozenset[str]:
    """The names of a document's whole text, but for those who fight in it and the areas and countries around."""
    document = material.documents.get(rows[0]["document_id"])
    acting = {row["name"] for m in rows for row in material.actors_of.get(m["mention_id"], ())}
    places = [material.places[m["place_id"]] for m in rows if m["place_id"] in material.places]
    wide = {row["name"] for row in places if row["level"] in ("admin1", "country", "region")}
    around = {row["admin1"] for row in places}
    return names.in_text((document or {}).get("clean_text") or "", names.words([*acting, *wide, *around]))
