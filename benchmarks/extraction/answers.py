"""What a warehouse tells of a corpus's documents, in the form that MUC-4's scorer reads: one line a document.

What belongs here: handing over what the warehouse knows, each actor once and each place by its names, and what of it
MUC-4 asks for. What does not: scoring (the corpus's own scorer), running (corpora.py).

The adapter that the corpora share gives an actor twice, by the words of the text and by its own name, which the scorer
takes for two answers, a country by its code, which no key has, and of "today or the day before" the day before.

MUC-4 asks for less than sitrep reports: for what was no more than two months before the report, is told in particular,
and was not done to armed forces or to "positions" and "helicopters" of unknown people alone. A fire or a robbery beside
an attack is an answer of its own. What is told so vaguely that it was hardly asked for is left out by points (WEIGHTS),
which were fitted on the seen half (fit.py).
It asks for more where a threat or a bomb that was found in time is enough, and where only documents are compared: what
fits several incidents of the warehouse was told all the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import duckdb

_MENTIONS = """
    select split_part(document.url, ':', 2) as doc_id, document.published_on, mention.*, place.name as place,
           place.admin1, place.admin2, country.name as country_name, incident.event_type as incident_type,
           coalesce(incident_id, unresolved_reason || ' ' || happening) as told
    from core.mention
    join core.document using (document_id)
    left join core.incident using (incident_id)
    left join core.place on place.place_id = mention.place_id
    left join core.country on country.country = place.country
    where incident_id is not null or unresolved_reason in ('ambiguous', 'threatened')
    order by doc_id, told, trigger_start
"""
_ACTORS = """
    select mention_id, role, mention_actor.name, actor_id, kind, list_append(aliases, actor.name) as names
    from core.mention_actor
    join core.actor using (actor_id)
    where role in ('perpetrator', 'target', 'party') and certainty <> 'denied'
    order by mention_id, role, char_start
"""
_CASUALTIES = "select mention_id, outcome, victim_group, low from core.mention_casualty where low is not null"
_PARTS = frozenset({"civilian", "security_force", "militant", "unknown"})
_UNKNOWN = "unidentified"
_ARMED = frozenset({"military", "police", "insurgent", "militia", _UNKNOWN})
_SOLDIERS = _ARMED - {"police"}
_AREAS = frozenset("towns cities villages areas regions sectors neighborhoods countries".split())
_UNARMED = frozenset({"civilian", "woman", "child"})
_RECENT = dt.timedelta(days=62)
_ASKED_COUNTRIES = frozenset(
    ("Argentina", "Bolivia", "Chile", "Colombia", "Ecuador", "El Salvador", "Guatemala", "Honduras", "Peru")
)
_SPEECH = frozenset({"we", "our"})
_WORD = re.compile(r"\w+")
#: What speaks for and against an incident being asked for; one point in all is enough.
WEIGHTS = {
    "civilians were hurt": 3,
    "a bombing": 2,
    "its sentence says where": 2,
    "the only one of its document": 2,
    "its sentence says when": 1,
    "by people unknown": -1,
    "by aircraft or artillery": -3,
    "told in a speech": -2,
    "in no country that is asked for": -2,
}
_CLASH, _FOILED, _BOMBING = "armed_clash", "disrupted_weapons_use", "bombing"
_OF_WAR = frozenset({"air_strike", "shelling"})
_OF_THEIR_OWN = frozenset({"arson", "robbery"})
#: What MUC-4 has a type for, but for clashes: who searches, withdraws or is arrested did not do the deed.
_DEEDS = frozenset(
    """abduction air_strike armed_attack arson assassination bombing robbery sabotage shelling suicide_bombing
    violence_against_civilians""".split()
)
_STATED = frozenset({"explicit", "relative", "weekday", "corroborated"})
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """What a document tells of an incident."""

    mentions: Sequence[Row]
    actors: Sequence[Row]
    tolls: Sequence[Row]
    groups: Mapping[str, str]  # how the document calls armed groups by name
    others: int = 0  # of what MUC-4 has a type for, how many more the document tells

    def names(self, role: str) -> list[str]:
        """Who plays a role in the deed, each as the text writes it; the key has people and buildings for targets.

        So soldiers and fighters are left out where others were struck beside them, and so is the town or state
        that was; and all of whom nobody knows the side, planes and crews for culprits and who is blamed beside a group.
        "The guerrillas" of a group are handed over by its name too: the key has both.
        """
        kinds = {m["mention_id"]: m["event_type"] for m in self.mentions}
        shown = {*_DEEDS, _CLASH, *([_FOILED] if role == "target" else [])}
        never = (_UNKNOWN, "state") if role == "target" else ("civilians",)
        playing = [a for a in self.actors if a["role"] == role and a["kind"] not in never]
        found = [a for a in playing if kinds[a["mention_id"]] in shown]
        if role == "target":
            where = [str(m[key]).casefold().split() for m in self.mentions for key in ("place_text", "place")]
            found = [a for a in found if a["kind"] not in _SOLDIERS or _is_person(a)] or found
            found = [a for a in found if not _is_area(a) and a["name"].casefold().split() not in where] or found
        else:
            found = list(filter(_is_group, found)) or found
        told = ([a["name"]] if _is_named(a) else [a["name"], self.groups.get(a["actor_id"], a["name"])] for a in found)
        return list(dict.fromkeys(" ".join(name.split()) for names in told for name in names))

    def type(self) -> str:
        """What most mentions call it; a clash in which others were attacked is that attack, a bomb found is one."""
        called = _called(self.mentions)
        if called == _CLASH:
            hit = {a["mention_id"] for a in self.actors if a["role"] == "target" and _is_unarmed(a)}
            attacks = [m for m in self.mentions if m["mention_id"] in hit and m["event_type"] in _DEEDS]
            return _called(attacks) if attacks else called
        return _BOMBING if called == _FOILED else called

    def event(self) -> dict[str, Any]:
        """The event in the scorer's form."""
        days = Counter(str(m["occurred_to"]) for m in self.mentions if m["date_precision"] in ("day", "week"))
        keys = ("place_text", "place", "admin2", "admin1", "country_name")
        return {
            "type": self.type(),
            "perpetrators": self.names("perpetrator"),
            "targets": self.names("target"),
            "killed": _total(self.tolls, "killed"),
            "injured": _total(self.tolls, "injured"),
            "place": list(dict.fromkeys(m[key] for m in self.mentions for key in keys if m[key])) or None,
            "date": days.most_common(1)[0][0] if days else None,
        }

    def is_asked(self, weights: Mapping[str, int] = WEIGHTS) -> bool:
        """Whether MUC-4 asks for it: what may be asked for, with enough points."""
        return self.may_be_asked() and sum(weights[sign] for sign in self.signs()) >= 1

    def may_be_asked(self) -> bool:
        """Whether it is something in particular, recent, and not done to armed forces alone."""
        struck = self._struck()
        named = any(map(_is_person, struck))
        if not (struck or self._is_told_by_itself()) or not (named or self._is_told_how()):
            return False
        dated = [m for m in self.mentions if m["occurred_to"] and m["published_on"]]
        if dated and all(m["published_on"] - m["occurred_to"] > _RECENT for m in dated):
            return False
        armed = bool(struck) and all(actor["kind"] in _ARMED for actor in struck)
        return not armed or named or self._hurts_civilians()

    def signs(self) -> list[str]:
        """The signs that have a weight which it shows."""
        doers = {actor["kind"] for actor in self.actors if actor["role"] == "perpetrator"}
        countries = {m["country_name"] for m in self.mentions if m["country_name"]}
        shown = {
            "civilians were hurt": self._hurts_civilians(),
            "a bombing": self.type() == _BOMBING,
            "its sentence says where": any(m["place_basis"] == "stated" for m in self.mentions),
            "the only one of its document": not self.others,
            "its sentence says when": any(m["date_basis"] in _STATED for m in self.mentions),
            "by people unknown": _UNKNOWN in doers,
            "by aircraft or artillery": self.type() in _OF_WAR,
            "told in a speech": any(_SPEECH & set(_WORD.findall(m["sentence"].casefold())) for m in self.mentions),
            "in no country that is asked for": bool(countries) and countries.isdisjoint(_ASKED_COUNTRIES),
        }
        return [sign for sign, holds in shown.items() if holds]

    def _struck(self) -> list[Row]:
        return [actor for actor in self.actors if actor["role"] in ("target", "party")]

    def _hurts_civilians(self) -> bool:
        return any(toll["victim_group"] in _UNARMED and toll["low"] for toll in self.tolls)

    def _is_told_by_itself(self) -> bool:
        """Whether it is something in particular though nobody says who was struck: "the army's attacks" are nothing."""
        blamed = any(actor["role"] == "perpetrator" for actor in self.actors)
        return self.is_incident and (not blamed or bool(self.tolls) or self.type() == _BOMBING)

    def _is_told_how(self) -> bool:
        """Whether the text counts who was hurt, or says by itself when or where."""
        said = any(m["date_basis"] in _STATED or m["place_basis"] == "stated" for m in self.mentions)
        return said or bool(self.tolls)

    @property
    def is_incident(self) -> bool:
        """Whether it stands in the warehouse as an incident: not a threat, nor what fits several."""
        return any(m["incident_id"] for m in self.mentions)


def _is_person(actor: Row) -> bool:
    return str(actor["actor_id"]).startswith("person.")


def _is_area(actor: Row) -> bool:
    return str(actor["actor_id"]).removeprefix("civilians.") in _AREAS


def _is_group(actor: Row) -> bool:
    return str(actor["actor_id"]).startswith("group.")


def _is_named(actor: Row) -> bool:
    """Whether the text has a name there, and no 'guerrillas' or 'terrorists': only groups have such names here."""
    called = " ".join(actor["name"].split()).casefold()
    return not _is_group(actor) or any(name.casefold() in called for name in actor["names"])


def _is_unarmed(actor: Row) -> bool:
    return actor["kind"] not in _ARMED and not str(actor["actor_id"]).startswith(_UNKNOWN)


def answers(connection: duckdb.DuckDBPyConnection, *, all_told: bool = False) -> list[dict[str, Any]]:
    """The events of each document of a warehouse, one for each of its incidents that MUC-4 asks for, or for each."""
    return [
        {"doc_id": doc_id, "events": [t.event() for t in listed if (t.is_incident if all_told else t.is_asked())]}
        for doc_id, listed in told_in(connection).items()
    ]


def told_in(connection: duckdb.DuckDBPyConnection) -> dict[str, list[Told]]:
    """What each document of a warehouse tells, by its incidents."""
    actors, tolls = _by_mention(connection, _ACTORS), _by_mention(connection, _CASUALTIES)
    told: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows(connection, _MENTIONS):
        told[row["doc_id"]][row["told"]].append(row)
    found = {}
    for doc_id, incidents in told.items():
        playing = [actor for mentions in incidents.values() for actor in _of(mentions, actors)]
        groups = {a["actor_id"]: a["name"] for a in reversed(playing) if _is_group(a) and _is_named(a)}
        parts = [part for mentions in incidents.values() for part in _parts(mentions)]
        listed = [Told(ms, _of(ms, actors), _of(ms, tolls), groups) for ms in parts]
        typed = sum(t.type() in _DEEDS for t in listed)
        found[doc_id] = [replace(t, others=typed - (t.type() in _DEEDS)) for t in listed]
    return found


def _parts(mentions: Sequence[Row]) -> list[list[Row]]:
    """The mentions of an incident, the fires and the robberies beside another deed apart."""
    parts: dict[str, list[Row]] = defaultdict(list)
    for mention in mentions:
        parts[mention["event_type"] if mention["event_type"] in _OF_THEIR_OWN else ""].append(mention)
    beside = any(m["event_type"] in _DEEDS for m in parts.get("", ()))
    return list(parts.values()) if beside else [list(mentions)]


def _of(mentions: Sequence[Row], rows: Mapping[str, Sequence[Row]]) -> list[Row]:
    return [row for mention in mentions for row in rows.get(mention["mention_id"], ())]


def _by_mention(connection: duckdb.DuckDBPyConnection, query: str) -> Mapping[str, Sequence[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(connection, query):
        found[row["mention_id"]].append(row)
    return found


def _called(mentions: Sequence[Row]) -> str:
    """What most mentions of a document call it; of several called as often, what the incident is in the warehouse."""
    called: Counter[str] = Counter(m["event_type"] for m in mentions)
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
