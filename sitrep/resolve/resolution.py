"""The whole of resolution: stage frames and history in, tables of `core` out.

What belongs here: the order of the steps and the shape of the tables. What does not: any rule. Everything is a pure
function of its arguments, and every choice is made by content, never by the order in which rows arrive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from sitrep import schemas
from sitrep.ontology.types import EventTypes
from sitrep.resolve import history as past_times
from sitrep.resolve import tables
from sitrep.resolve.accounts import Material, accounts_of, unresolved_reason
from sitrep.resolve.copies import Copies, find_copies
from sitrep.resolve.corroboration import corroborated_days, corroborated_mentions
from sitrep.resolve.documents import best_deliveries, deliveries_with_outcome, known_day, supersessions
from sitrep.resolve.incidents import Context, incident_rows
from sitrep.resolve.linker import by_mention, cluster
from sitrep.resolve.links import incident_links
from sitrep.resolve.model import (
    Account,
    Clustering,
    Decision,
    History,
    Resolution,
    ResolveOptions,
    Row,
    StageFrames,
)
from sitrep.resolve.tolls import Sources

Tables = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Texts:
    """The documents of a resolution, and how they stand to each other."""

    best: Mapping[str, Row]
    deliveries: Sequence[Row]
    copies: Copies
    supersedes: Mapping[str, str]


def resolve(stages: StageFrames, history: History, options: ResolveOptions, types: EventTypes) -> Resolution:
    """Mentions to incidents, and every table of `core` that follows from them."""
    texts = _texts(stages, options)
    material = _material(stages, texts, types)
    reasons = {
        mention_id: reason
        for mention_id, row in material.mentions.items()
        if (reason := unresolved_reason(row, types)) is not None
    }
    happenings = (row for mention_id, row in material.mentions.items() if mention_id not in reasons)
    accounts = accounts_of(material, happenings)
    clustering = cluster(accounts, types)
    reasons |= by_mention(clustering, accounts)
    out, ledger = _tables(stages, texts, material, clustering, reasons, past_times.read(history), options)
    return Resolution(
        {name: tables.frame(out[name], schema) for name, schema in tables.CORE.items()},
        {name: tables.frame(ledger[name], schema) for name, schema in tables.LEDGER.items()},
    )


def _texts(stages: StageFrames, options: ResolveOptions) -> Texts:
    documents = tables.rows(stages.document, tables.with_batch(_lean_document()))
    best = best_deliveries(documents)
    deliveries = tables.rows(stages.delivery, tables.with_batch(_lean_delivery()))
    listed = deliveries_with_outcome(deliveries, documents, best)
    return Texts(best, listed, find_copies(best, options), supersessions(best))


def _lean_document() -> pa.Schema:
    """The document's schema without what only earlier stages need."""
    return _without(schemas.DOCUMENT, ("raw_text", "segments", "published_evidence"))


def _lean_delivery() -> pa.Schema:
    return _without(schemas.DELIVERY, ("payload",))


def _without(schema: pa.Schema, names: Sequence[str]) -> pa.Schema:
    return pa.schema([column for column in schema if column.name not in names])


def _material(stages: StageFrames, texts: Texts, types: EventTypes) -> Material:
    """The rows that hang on each document's best delivery."""
    chosen = {document_id: row["delivery_id"] for document_id, row in texts.best.items()}
    mentions = {
        row["mention_id"]: row
        for row in tables.rows(stages.mention, tables.with_batch(schemas.MENTION))
        if chosen.get(row["document_id"]) == row["delivery_id"] and row["event_type"] in types
    }
    speaking = {mention_id: row["delivery_id"] for mention_id, row in mentions.items()}
    return Material(
        texts.best,
        dict(sorted(mentions.items())),
        _hanging(tables.rows(stages.mention_actor, schemas.MENTION_ACTOR), speaking, tables.MENTION_ACTOR.names),
        _hanging(tables.rows(stages.mention_casualty, schemas.MENTION_CASUALTY), speaking, _CASUALTY_KEY),
        _known(tables.rows(stages.actor, schemas.ACTOR), "actor_id"),
        _known(tables.rows(stages.place, schemas.PLACE), "place_id"),
        types,
    )


_CASUALTY_KEY = ["outcome", "victim_group", "char_start"]


def _hanging(found: Iterable[Row], speaking: Mapping[str, str], order: Sequence[str]) -> dict[str, list[Row]]:
    """mention id -> its rows from the delivery that speaks, each once, in an order of their own."""
    out: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        if speaking.get(row["mention_id"]) == row["delivery_id"] and row not in out[row["mention_id"]]:
            out[row["mention_id"]].append(row)
    for same in out.values():
        same.sort(key=lambda row: tuple((row[name] is None, row[name] or 0) for name in order if name in row))
    return dict(out)


def _known(found: Iterable[Row], key: str) -> dict[str, Row]:
    """Each actor or place once: the row that knows most names, then by content."""
    ranked = sorted(found, key=lambda row: (row[key], len(row["aliases"] or ()), repr(row)))
    return {row[key]: row for row in ranked}


def _sources(texts: Texts) -> Sources:
    return Sources(
        texts.copies.syndication_id,
        frozenset(texts.supersedes.values()),
        {document_id: row["publisher"] for document_id, row in texts.best.items()},
        {document_id: known_day(row) for document_id, row in texts.best.items()},
    )


def _tables(
    stages: StageFrames,
    texts: Texts,
    material: Material,
    clustering: Clustering,
    reasons: Mapping[str, str],
    past: past_times.Past,
    options: ResolveOptions,
) -> tuple[Tables, Tables]:
    context = Context(material, _sources(texts), options.toll_rule)
    clusters = clustering.clusters
    found = [incident_rows(members, context) for members in clusters]
    members_of = [[m for account in members for m in account.mention_ids] for members in clusters]
    identities = past_times.identify(members_of, material.mentions, past)
    incident_of = {m: identities.ids[n] for n, members in enumerate(members_of) for m in members}
    out = _incident_tables(found, identities.ids)
    links = [r for r in tables.rows(stages.mention_link, schemas.MENTION_LINK) if _speaks(r, material)]
    out["incident_link"] = incident_links(links, incident_of)
    states = _states(out, identities.ids, members_of)
    document_of = {mention_id: row["document_id"] for mention_id, row in material.mentions.items()}
    revisions = past_times.revision_rows(states, document_of, identities.aliases, past, options)
    out["incident_revision"] = [*past.revisions, *revisions]
    out["incident_alias"] = _alias_rows(identities.aliases)
    pairs = list(zip(clusters, (rows["incident"][0] for rows in found), strict=True))
    out |= _document_tables(stages, texts, corroborated_days(pairs, texts.best))
    out |= _mention_tables(material, pairs, incident_of, reasons)
    out["join_evidence"] = _evidence_rows(clustering.decisions, incident_of)
    assignment = past_times.assignment_rows(incident_of, material.mentions, past, options.published_seq)
    return out, {"assignment": assignment, "alias": _alias_rows(identities.new_aliases), "revision": revisions}


def _alias_rows(aliases: Mapping[str, str]) -> list[Row]:
    return [{"alias_id": alias, "incident_id": incident_id} for alias, incident_id in aliases.items()]


def _speaks(link: Row, material: Material) -> bool:
    mention = material.mentions.get(link["mention_id"])
    return mention is not None and mention["delivery_id"] == link["delivery_id"]


def _incident_tables(found: Sequence[Mapping[str, list[Row]]], ids: Sequence[str]) -> Tables:
    out: Tables = {}
    for name in ("incident", "incident_casualty", "incident_actor"):
        out[name] = [{"incident_id": i, **row} for i, rows in zip(ids, found, strict=True) for row in rows[name]]
        out[name].sort(key=lambda row: str(row["incident_id"]))
    return out


def _states(out: Tables, ids: Sequence[str], members_of: Sequence[Sequence[str]]) -> dict[str, Row]:
    names = {"casualties": "incident_casualty", "actors": "incident_actor", "links": "incident_link"}
    hanging = {part: _by_incident(out[name]) for part, name in names.items()}
    incidents = {row["incident_id"]: row for row in out["incident"]}
    return {
        incident_id: past_times.state_of(
            incidents[incident_id], {part: found.get(incident_id, ()) for part, found in hanging.items()}, members
        )
        for incident_id, members in zip(ids, members_of, strict=True)
    }


def _by_incident(found: Iterable[Row]) -> dict[str, list[Row]]:
    out: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        out[row["incident_id"]].append(row)
    return out


def _document_tables(stages: StageFrames, texts: Texts, corroborated: Mapping[str, object]) -> Tables:
    documents = []
    arrived = {row["delivery_id"]: row["arrived_at"] for row in texts.deliveries}
    for document_id, row in texts.best.items():
        copy_of, similarity = texts.copies.near_duplicate_of.get(document_id, (None, None))
        filled = {
            **row,
            "near_duplicate_of": copy_of,
            "similarity": similarity,
            "syndication_id": texts.copies.syndication_id[document_id],
            "supersedes": texts.supersedes.get(document_id),
            "ingested_at": arrived.get(row["delivery_id"]),
        }
        if document_id in corroborated:
            filled |= {
                "published_on": corroborated[document_id],
                "published_precision": "day",
                "published_basis": "corroborated",
            }
        documents.append(filled)
    chosen = {document_id: row["delivery_id"] for document_id, row in texts.best.items()}
    cuts = [r for r in tables.rows(stages.cut, schemas.CUT) if chosen.get(r["document_id"]) == r["delivery_id"]]
    cuts.sort(key=lambda row: (row["document_id"], row["raw_start"]))
    return {"delivery": list(texts.deliveries), "document": documents, "cut": cuts}


def _mention_tables(
    material: Material,
    pairs: Sequence[tuple[Sequence[Account], Row]],
    incident_of: Mapping[str, str],
    reasons: Mapping[str, str],
) -> Tables:
    dates = {m: columns for members, incident in pairs for m, columns in corroborated_mentions(members, incident)}
    mentions = [
        {
            **row,
            **dates.get(mention_id, {}),
            "incident_id": incident_of.get(mention_id),
            "unresolved_reason": reasons.get(mention_id),
        }
        for mention_id, row in material.mentions.items()
    ]
    return {
        "mention": mentions,
        "mention_actor": [row for m in material.mentions for row in material.actors_of.get(m, ())],
        "mention_casualty": [row for m in material.mentions for row in material.casualties_of.get(m, ())],
        "actor": list(material.actors.values()),
        "place": list(material.places.values()),
    }


def _evidence_rows(decisions: Iterable[Decision], incident_of: Mapping[str, str]) -> list[Row]:
    made = [
        {
            "mention_id": decision.account,
            "other_mention_id": decision.other,
            "incident_id": incident_of.get(decision.account),
            "decision": decision.decision,
            "score": decision.score,
            "reasons": list(decision.reasons),
        }
        for decision in decisions
    ]
    return sorted(made, key=lambda row: (row["mention_id"], row["decision"], row["other_mention_id"] or ""))
