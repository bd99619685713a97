"""What a warehouse tells of a corpus's documents, in the form that MUC-4's scorer reads: one line a document.

What belongs here: handing over what the warehouse knows, each actor once and each place by its names. What does not:
scoring (the corpus's own scorer), running (corpora.py).

The adapter that the corpora share gives an actor twice, by the words of the text and by its own name, which the scorer
takes for two answers, a country by its code, which no key has, and of "today or the day before" the day before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import duckdb

_MENTIONS = """
    select split_part(document.url, ':', 2) as doc_id, mention.*, place.name as place, place.admin1, place.admin2,
           country.name as country_name, incident.event_type as incident_type
    from core.mention
    join core.document using (document_id)
    join core.incident using (incident_id)
    left join core.place on place.place_id = mention.place_id
    left join core.country on country.country = place.country
    order by doc_id, incident_id, trigger_start
"""
_ACTORS = """
    select mention_id, role, name from core.mention_actor
    where role in ('perpetrator', 'target') and certainty <> 'denied'
    order by mention_id, role, char_start
"""
_CASUALTIES = "select mention_id, outcome, victim_group, low from core.mention_casualty where low is not null"
_PARTS = frozenset({"civilian", "security_force", "militant", "unknown"})
Row = Mapping[str, Any]


def answers(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """The events of each document of a warehouse, one for each of its incidents."""
    actors: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _rows(connection, _ACTORS):
        actors[row["mention_id"], row["role"]].append(" ".join(row["name"].split()))
    counted: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(connection, _CASUALTIES):
        counted[row["mention_id"]].append(row)
    told: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows(connection, _MENTIONS):
        told[row["doc_id"]][row["incident_id"]].append(row)
    return [
        {"doc_id": doc_id, "events": [_event(mentions, actors, counted) for mentions in incidents.values()]}
        for doc_id, incidents in told.items()
    ]


def _event(
    mentions: list[Row], actors: Mapping[tuple[str, str], list[str]], counted: Mapping[str, list[Row]]
) -> dict[str, Any]:
    def names(role: str) -> list[str]:
        return list(dict.fromkeys(name for m in mentions for name in actors.get((m["mention_id"], role), ())))

    days = Counter(str(m["occurred_to"]) for m in mentions if m["date_precision"] in ("day", "week"))
    places = (m[k] for m in mentions for k in ("place_text", "place", "admin2", "admin1", "country_name") if m[k])
    tolls = [toll for m in mentions for toll in counted.get(m["mention_id"], ())]
    return {
        "type": _type(mentions),
        "perpetrators": names("perpetrator"),
        "targets": names("target"),
        "killed": _total(tolls, "killed"),
        "injured": _total(tolls, "injured"),
        "place": list(dict.fromkeys(places)) or None,
        "date": days.most_common(1)[0][0] if days else None,
    }


def _type(mentions: list[Row]) -> str:
    """What most mentions of a document call it; of several called as often, what the incident is in the warehouse."""
    called = Counter(m["event_type"] for m in mentions)
    return max(called, key=lambda name: (called[name], name == mentions[0]["incident_type"]))


def _total(tolls: Iterable[Row], outcome: str) -> int | None:
    """A document's own figure: its total where it gives one, else the sum over groups, the largest of several."""
    best: dict[str, int] = defaultdict(int)
    for toll in tolls:
        if toll["outcome"] == outcome:
            best[toll["victim_group"]] = max(best[toll["victim_group"]], toll["low"])
    parts = sum(number for group, number in best.items() if group in _PARTS)
    return max(parts, *best.values()) if best else None


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
