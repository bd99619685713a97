"""Identity over time: ids that survive, aliases of what was merged, and what each publish changed.

What belongs here: matching today's clusters with earlier incidents, and the differences between two states of one
incident. What does not: clustering. The ledger is append-only: the latest row of a mention is the one that holds.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sitrep.resolve.memory import Memory
from sitrep.resolve.model import History, ResolveOptions, Row
from sitrep.resolve.tables import ASSIGNMENT, INCIDENT_ALIAS, INCIDENT_REVISION, rows


@dataclass(frozen=True, slots=True)
class Past:
    """What the ledger remembers, ready to be asked."""

    incident_of: Mapping[str, str | None] = field(default_factory=dict)  # mention -> incident, aliases followed
    seen: Mapping[str, int] = field(default_factory=dict)  # mention -> first publish
    born: Mapping[str, int] = field(default_factory=dict)  # incident -> first publish
    spans: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)  # mention -> document, raw span
    aliases: Mapping[str, str] = field(default_factory=dict)
    revisions: tuple[Row, ...] = ()
    memory: Memory = field(default_factory=Memory)  # which ids were ever given

    def taken(self, incident_ids: Collection[str]) -> set[str]:
        """Those of some ids that were ever published: asked in one question, as each looks through all revisions."""
        known = {one for one in incident_ids if one in self.born or one in self.aliases}
        return known | self.memory.born(set(incident_ids) - known).keys()


def read(history: History) -> Past:
    """The past as the ledger tells it."""
    assigned = sorted(rows(history.assignment, ASSIGNMENT), key=lambda row: row["published_seq"] or 0)
    aliases = {row["alias_id"]: row["incident_id"] for row in rows(history.alias, INCIDENT_ALIAS)}
    latest: dict[str, str | None] = {}
    seen: dict[str, int] = {}
    born: dict[str, int] = {}
    spans: dict[str, tuple[str, int, int]] = {}
    for row in assigned:
        latest[row["mention_id"]] = row["incident_id"]
        seen.setdefault(row["mention_id"], row["published_seq"])
        spans[row["mention_id"]] = (row["document_id"], row["raw_start"] or 0, row["raw_end"] or 0)
        if row["incident_id"] is not None:
            born.setdefault(row["incident_id"], row["published_seq"])
    followed = {mention: follow(aliases, incident) if incident else None for mention, incident in latest.items()}
    revisions = {(row["incident_id"], row["revision"]): row for row in rows(history.revision, INCIDENT_REVISION)}
    return Past(followed, seen, born, spans, aliases, tuple(revisions[key] for key in sorted(revisions)))


def follow(aliases: Mapping[str, str], incident_id: str) -> str:
    """The incident that an id stands for today."""
    visited = {incident_id}
    while incident_id in aliases and aliases[incident_id] not in visited:
        incident_id = aliases[incident_id]
        visited.add(incident_id)
    return incident_id


@dataclass(frozen=True, slots=True)
class Identities:
    """The id of each cluster, and the older ids that now stand for another."""

    ids: tuple[str, ...]
    aliases: Mapping[str, str]  # all that hold, for the table
    new_aliases: Mapping[str, str]  # those of this publish, for the ledger


def identify(clusters: Sequence[Sequence[str]], mentions: Mapping[str, Row], past: Past) -> Identities:
    """Ids of clusters of mention ids: an earlier incident lives on where its oldest mention stands."""
    where = {mention_id: number for number, members in enumerate(clusters) for mention_id in members}
    heirs = _heirs(where, mentions, past)
    claims: dict[int, list[str]] = defaultdict(list)
    for incident_id, number in heirs.items():
        claims[number].append(incident_id)
    aliases = dict(past.aliases)
    new_ids = _new_ids([min(members) for number, members in enumerate(clusters) if not claims[number]], past)
    ids: list[str] = []
    for number, members in enumerate(clusters):
        claimants = sorted(claims[number], key=lambda incident_id: (past.born.get(incident_id, 0), incident_id))
        kept = claimants[0] if claimants else new_ids[min(members)]
        ids.append(kept)
        aliases.update(dict.fromkeys(claimants[1:], kept))
    alive = set(ids)
    current = {alias: follow(aliases, alias) for alias in sorted(aliases) if alias not in alive}
    holding = {alias: target for alias, target in current.items() if target in alive}
    new = {alias: target for alias, target in holding.items() if past.aliases.get(alias) != target}
    return Identities(tuple(ids), holding, new)


def _heirs(where: Mapping[str, int], mentions: Mapping[str, Row], past: Past) -> dict[str, int]:
    """earlier incident -> the cluster in which its oldest mention stands now."""
    by_document: dict[str, list[Row]] = defaultdict(list)
    if any(mention_id not in where for mention_id in past.incident_of):
        for mention_id in where:
            by_document[mentions[mention_id]["document_id"]].append(mentions[mention_id])
    heirs: dict[str, tuple[int, str, int]] = {}
    for mention_id, incident_id in past.incident_of.items():
        if incident_id is None:
            continue
        number = where.get(mention_id)
        if number is None and mention_id not in mentions:
            number = _successor(past.spans[mention_id], by_document, where)
        if number is not None:
            rank = (past.seen[mention_id], mention_id, number)
            heirs[incident_id] = min(heirs.get(incident_id, rank), rank)
    return {incident_id: number for incident_id, (_, _, number) in heirs.items()}


def _successor(
    span: tuple[str, int, int], by_document: Mapping[str, Sequence[Row]], where: Mapping[str, int]
) -> int | None:
    """The cluster of the mention that a newer engine reads where an older one read this one."""
    document_id, start, end = span
    best: tuple[int, str] | None = None
    for row in by_document.get(document_id, ()):
        overlap = min(end, row["raw_end"] or 0) - max(start, row["raw_start"] or 0)
        if overlap > 0 and (best is None or (-overlap, row["mention_id"]) < best):
            best = (-overlap, row["mention_id"])
    return where[best[1]] if best else None


def _new_ids(mention_ids: Iterable[str], past: Past) -> dict[str, str]:
    """mention -> an id that no incident ever had, for the incident whose smallest mention it is."""
    found: dict[str, str] = {}
    open_ones, attempt = list(mention_ids), 0
    while open_ones:
        made = {one: hashlib.sha256(f"incident|{one}|{attempt}".encode()).hexdigest()[:20] for one in open_ones}
        taken = past.taken(made.values())
        found |= {one: incident_id for one, incident_id in made.items() if incident_id not in taken}
        open_ones, attempt = [one for one in open_ones if one not in found], attempt + 1
    return found


def assignment_rows(incident_of: Mapping[str, str], mentions: Mapping[str, Row], past: Past, seq: int) -> list[Row]:
    """What the ledger must add: mentions that are new to it or stand elsewhere now."""
    changed = []
    for mention_id in sorted(mentions):
        incident_id = incident_of.get(mention_id)
        if mention_id in past.incident_of and past.incident_of[mention_id] == incident_id:
            continue
        row = mentions[mention_id]
        changed.append(
            {
                "mention_id": mention_id,
                "incident_id": incident_id,
                "published_seq": seq,
                "document_id": row["document_id"],
                "raw_start": row["raw_start"],
                "raw_end": row["raw_end"],
            }
        )
    return changed


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, default=_plain, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else str(value)


def state_of(incident: Row, hanging: Mapping[str, Iterable[Row]], mentions: Iterable[str]) -> Row:
    """All that is believed of an incident, as plain values; `hanging` are its casualties, actors and links."""
    parts = {name: [_without_id(row) for row in found] for name, found in hanging.items()}
    return {"incident": _without_id(incident), **parts, "mentions": sorted(mentions)}


def _without_id(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "incident_id"}


def revision_rows(
    states: Mapping[str, Row],
    document_of: Mapping[str, str],
    aliases: Mapping[str, str],
    earlier: Iterable[Row],
    options: ResolveOptions,
) -> list[Row]:
    """One revision for each incident that this publish made, changed, or took away."""
    last: dict[str, Row] = {row["incident_id"]: row for row in earlier}
    added = []
    for incident_id in sorted(set(states) | set(last)):
        before_text = last[incident_id]["state"] if incident_id in last else None
        after = states.get(incident_id)
        after_text = _json(after) if after is not None else None
        if before_text == after_text:
            continue
        before = json.loads(before_text) if before_text else None
        plain_after = json.loads(after_text) if after_text else None
        change = _change(before, plain_after)
        if incident_id in aliases:
            change["merged_into"] = [None, aliases[incident_id]]
        added.append(
            {
                "incident_id": incident_id,
                "revision": (last[incident_id]["revision"] if incident_id in last else 0) + 1,
                "published_seq": options.published_seq,
                "changed_at": options.published_at,
                "change": _json(change),
                "documents": _word_of(before, plain_after, document_of),
                "state": after_text,
            }
        )
    return added


def _flat(state: Row | None) -> Row:
    """The values of a state under one name each."""
    if state is None:
        return {}
    flat: Row = dict(state["incident"])
    for row in state["casualties"]:
        numbers = [row["low"], row["best"], row["high"]]
        flat[f"{row['outcome']}.{row['victim_group']}"] = numbers
    for row in state["actors"]:
        flat[f"{row['role']}.{row['actor_id']}"] = row["certainty"]
    for row in state["links"]:
        flat[f"{row['relation']}.{row['related_incident_id']}"] = row["mention_id"]
    return flat


def _change(before: Row | None, after: Row | None) -> Row:
    """Name -> [from, to] of each value that differs."""
    old, new = _flat(before), _flat(after)
    return {name: [old.get(name), new.get(name)] for name in sorted({*old, *new}) if old.get(name) != new.get(name)}


def _word_of(before: Row | None, after: Row | None, document_of: Mapping[str, str]) -> list[str]:
    """The documents whose mentions came to the incident, or left it."""
    old = set(before["mentions"]) if before else set()
    new = set(after["mentions"]) if after else set()
    return sorted({document_of[mention] for mention in old ^ new if mention in document_of})
