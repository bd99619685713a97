"""From a linked state to the rows of every table: what is put, what is gone, what is remembered.

What belongs here: the shape of the tables. What does not: the rules behind their values (incidents, tolls,
corroboration, history), linking.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

import pandas as pd

from sitrep.resolve import history as past_times
from sitrep.resolve import tables
from sitrep.resolve.corroboration import (
    corroborated_days,
    corroborated_mentions,
    dated_account,
    dated_from,
    placed_mentions,
)
from sitrep.resolve.documents import known_day
from sitrep.resolve.incidents import Context, incident_rows
from sitrep.resolve.links import incident_links
from sitrep.resolve.model import Decision, Resolution, ResolveOptions, Row
from sitrep.resolve.state import Cluster, State
from sitrep.resolve.tolls import Sources

Tables = dict[str, list[Row]]
_PARTS = {"casualties": "incident_casualty", "actors": "incident_actor", "links": "incident_link"}


class Assembly:
    """The tables of one publish."""

    def __init__(self, state: State, past: past_times.Past, options: ResolveOptions) -> None:
        self._state = state
        self._past = past
        self._options = options

    def resolution(self) -> Resolution:
        """Everything, as frames."""
        put: Tables = {**self._documents(), **self._incidents, **self._mentions(), **self._names()}
        gone: Tables = {"cut": [{"document_id": d} for d in sorted(self._state.texts.replaced)]}
        texts = self._state.texts
        known = sorted(d for d in texts.compared if d in texts.replaced or d not in texts.fresh)
        gone["shared_passage"] = [{"document_id": document_id} for document_id in known]
        gone |= self._gone_incidents() | self._gone_mentions()
        put["incident_link"] = self._links
        put["incident_alias"], gone["incident_alias"] = self._aliases()
        revisions = self._revisions()
        is_first = not self._state.recall.remembered
        put["incident_revision"] = [*self._past.revisions, *revisions] if is_first else revisions
        put["join_evidence"], gone["join_evidence"] = self._evidence()
        memory, memory_gone = self._memory()
        return Resolution(
            {name: tables.frame(put[name], schema) for name, schema in tables.CORE.items()},
            {name: _keys(gone[name], tables.KEYS[name]) for name in tables.CORE if gone.get(name)},
            {name: tables.frame(rows, tables.LEDGER[name]) for name, rows in self._ledger(revisions).items()},
            {name: tables.frame(memory[name], schema) for name, schema in tables.MEMORY.items()},
            {name: pd.DataFrame(rows) for name, rows in memory_gone.items() if rows},
        )

    @cached_property
    def _context(self) -> Context:
        state = self._state
        documents = {account.document_id for members in state.clusters for account in members}
        return Context(state.recall.material, self._sources(documents), self._options.toll_rule)

    def _sources(self, documents: Collection[str]) -> Sources:
        texts = self._state.texts
        told = {d for d, is_superseded in texts.superseded.items() if is_superseded}
        others = self._state.memory.superseded(set(documents) - texts.superseded.keys())
        rows = {document_id: texts.rows[document_id] for document_id in documents}
        return Sources(
            {d: row["syndication_id"] for d, row in rows.items()},
            frozenset(told | others),
            {d: row["publisher"] for d, row in rows.items()},
            {d: known_day(row) for d, row in rows.items()},
        )

    @cached_property
    def _own(self) -> list[dict[str, list[Row]]]:
        """The rows of each incident by what documents say themselves: this alone corroborates."""
        return [incident_rows(members, self._context) for members in self._state.clusters]

    @cached_property
    def _found(self) -> list[dict[str, list[Row]]]:
        """The rows of each incident, with the days that documents without one got from others."""
        out, mentions = [], self._state.mentions
        for members, own in zip(self._state.clusters, self._own, strict=True):
            dated = tuple(dated_account(account, self._dates, mentions) for account in members)
            out.append(own if dated == members else incident_rows(dated, self._context))
        return out

    @cached_property
    def _dates(self) -> dict[str, Row]:
        """mention id -> date columns, for mentions that are dated by the day that their document got from others."""
        days, mentions = self._days, self._state.mentions
        told = (m for members in self._state.clusters for account in members for m in account.mention_ids)
        found = {
            m: dated_from(mentions[m], days[mentions[m]["document_id"]])
            for m in told
            if mentions[m]["document_id"] in days
        }
        return {m: columns for m, columns in found.items() if columns is not None}

    @cached_property
    def _members_of(self) -> list[list[str]]:
        return [[m for account in members for m in account.mention_ids] for members in self._state.clusters]

    @cached_property
    def _identities(self) -> past_times.Identities:
        return past_times.identify(self._members_of, self._state.mentions, self._past)

    @cached_property
    def _incident_of(self) -> dict[str, str]:
        return {m: self._identities.ids[n] for n, members in enumerate(self._members_of) for m in members}

    @cached_property
    def _touched_ids(self) -> set[str]:
        """Incidents by their public ids, those of today and those that were."""
        before = {incident_id for incident_id in self._past.incident_of.values() if incident_id is not None}
        return before | set(self._identities.ids)

    @cached_property
    def _incidents(self) -> Tables:
        out: Tables = {}
        for name in ("incident", "incident_casualty", "incident_actor"):
            pairs = zip(self._identities.ids, self._found, strict=True)
            out[name] = [{"incident_id": incident_id, **row} for incident_id, rows in pairs for row in rows[name]]
            out[name].sort(key=lambda row: str(row["incident_id"]))
        return out

    def _gone_incidents(self) -> Tables:
        if not self._state.recall.remembered:
            return {}
        keys: list[Row] = [{"incident_id": incident_id} for incident_id in sorted(self._touched_ids)]
        gone = dict.fromkeys(("incident", "incident_casualty", "incident_actor"), keys)
        return {**gone, "incident_link": self._state.memory.incident_links(self._touched_ids)}

    @cached_property
    def _links(self) -> list[Row]:
        """Links that have an end in what is touched."""
        withdrawn = {row["mention_id"] for row in self._state.withdrawn}
        remembered = self._state.memory.links([*self._state.mention_ids, *withdrawn])
        said = [*self._state.links, *(row for row in remembered if row["mention_id"] not in withdrawn)]
        ends = {row[end] for row in said for end in ("mention_id", "related_mention_id")}
        outside = self._state.memory.incident_of(ends - self._state.mentions.keys() - withdrawn)
        known = {m: incident_id for m, incident_id in outside.items() if incident_id is not None}
        return incident_links(said, {**known, **self._incident_of})

    def _aliases(self) -> tuple[list[Row], list[Row]]:
        holding = _alias_rows(self._identities.aliases)
        gone = [{"alias_id": alias} for alias in self._past.aliases if alias not in self._identities.aliases]
        return holding, (gone if self._state.recall.remembered else [])

    @cached_property
    def _states(self) -> dict[str, Row]:
        """What is believed of each touched incident."""
        hanging: dict[str, dict[str, list[Row]]] = {part: defaultdict(list) for part in _PARTS}
        for part, name in _PARTS.items():
            for row in self._links if name == "incident_link" else self._incidents[name]:
                hanging[part][row["incident_id"]].append(row)
        incidents = {row["incident_id"]: row for row in self._incidents["incident"]}
        return {
            incident_id: past_times.state_of(
                incidents[incident_id], {part: rows.get(incident_id, ()) for part, rows in hanging.items()}, members
            )
            for incident_id, members in zip(self._identities.ids, self._members_of, strict=True)
        }

    def _relinked(self) -> dict[str, Row]:
        """Incidents that are what they were but for their links, with their states."""
        if not self._state.recall.remembered:
            return {}
        memory = self._state.memory
        gone = {_link_key(row): row for row in memory.incident_links(self._touched_ids)}
        now = {_link_key(row): row for row in self._links}
        differing = {key for key in gone.keys() | now.keys() if gone.get(key) != now.get(key)}
        others = {incident_id for incident_id, _, _ in differing} - self._touched_ids
        standing = {_link_key(r): r for r in memory.incident_links(others) if r["incident_id"] in others}
        standing = {key: row for key, row in standing.items() if key not in gone} | now
        out = {}
        for last in memory.last_revisions(others):
            links = [row for row in standing.values() if row["incident_id"] == last["incident_id"]]
            links.sort(key=_link_key)
            out[last["incident_id"]] = {
                **json.loads(last["state"]),
                "links": [{k: v for k, v in row.items() if k != "incident_id"} for row in links],
            }
        return out

    def _revisions(self) -> list[Row]:
        relinked = self._relinked()
        earlier = (*self._past.revisions, *self._state.memory.last_revisions(relinked.keys()))
        known = [*self._state.recall.earlier.values(), *self._state.mentions.values()]
        document_of = {row["mention_id"]: row["document_id"] for row in known}
        states = {**self._states, **relinked}
        return past_times.revision_rows(states, document_of, self._identities.aliases, earlier, self._options)

    def _documents(self) -> Tables:
        texts, days, undated = self._state.texts, self._days, self._undated
        arrived = {row["delivery_id"]: row["arrived_at"] for row in texts.deliveries}
        rows = []
        for document_id in sorted(texts.touched | undated):
            row = dict(texts.rows[document_id])
            row["ingested_at"] = row.get("ingested_at") or arrived.get(row["delivery_id"])
            if document_id in days:
                day = {"published_on": days[document_id], "published_precision": "day"}
                row |= {**day, "published_basis": "corroborated"}
            rows.append(row)
        cuts = sorted(self._state.cuts, key=lambda row: (row["document_id"], row["raw_start"]))
        return {"delivery": texts.deliveries, "document": rows, "cut": cuts, "shared_passage": texts.passages}

    @cached_property
    def _undated(self) -> set[str]:
        """Documents of what is touched that do not say when they appeared."""
        told = {self._state.recall.accounts[key].document_id for key in self._state.involved}
        return {document_id for document_id in told if self._state.texts.rows[document_id]["published_on"] is None}

    @cached_property
    def _days(self) -> dict[str, dt.date]:
        """Days of publication of documents that do not say theirs, from all incidents that they tell of."""
        state, undated = self._state, self._undated
        homes = {state.linker.home.get(key) for key in state.accounts_of_documents(undated)}
        beside = [name for name in homes if name is not None and name not in state.names]
        clusters = state.clusters_of(beside)
        documents = {account.document_id for members in clusters for account in members}
        context = Context(state.recall.material, self._sources(documents), self._options.toll_rule)
        pairs: list[tuple[Cluster, Row]] = [(m, incident_rows(m, context)["incident"][0]) for m in clusters]
        pairs += [(m, rows["incident"][0]) for m, rows in zip(state.clusters, self._own, strict=True)]
        told = (row for row in state.recall.material.mentions.values() if row["document_id"] in undated)
        return corroborated_days(pairs, {d: state.texts.rows[d] for d in undated}, told)

    def _mentions(self) -> Tables:
        state = self._state
        dates = {
            mention_id: columns
            for members, rows in zip(state.clusters, self._own, strict=True)
            for mention_id, columns in corroborated_mentions(members, rows["incident"][0], state.mentions)
        }
        dates |= self._dates
        places = {
            mention_id: columns
            for members, rows in zip(state.clusters, self._found, strict=True)
            for mention_id, columns in placed_mentions(members, rows["incident"][0], state.mentions)
        }
        mentions = []
        for mention_id, row in state.mentions.items():
            incident_id = self._incident_of.get(mention_id)
            reason = None if incident_id else state.reason(mention_id)
            columns = {"incident_id": incident_id, "unresolved_reason": reason}
            mentions.append({**row, **dates.get(mention_id, {}), **places.get(mention_id, {}), **columns})
        fresh = [m for m, row in state.mentions.items() if row["document_id"] in state.texts.fresh]
        material = state.recall.material
        return {
            "mention": mentions,
            "mention_actor": [row for m in fresh for row in material.actors_of.get(m, ())],
            "mention_casualty": [row for m in fresh for row in material.casualties_of.get(m, ())],
        }

    def _gone_mentions(self) -> Tables:
        keys: list[Row] = [{"mention_id": row["mention_id"]} for row in self._state.withdrawn]
        return dict.fromkeys(("mention", "mention_actor", "mention_casualty"), keys)

    def _names(self) -> Tables:
        material = self._state.recall.material
        return {"actor": list(material.actors.values()), "place": list(material.places.values())}

    @cached_property
    def _evidence_now(self) -> dict[tuple[str, str], tuple[str, Decision]]:
        """Who was held against whom: pairs of accounts of one tier, and accounts against finer incidents."""
        book = self._state.linker.evidence
        pairs = [("account", decision) for decision in book.pairs.values()]
        fits = [("incident", decision) for decisions in book.fits.values() for decision in decisions]
        return {(d.account, d.other): (against, d) for against, d in (*pairs, *fits)}

    def _evidence(self) -> tuple[list[Row], list[Row]]:
        """Evidence rows that are new or other than before, and the keys of those that are no more."""
        before = {key: {**row} for key, row in self._state.recall.evidence.items()}
        for row in before.values():
            del row["held_against"]
        now = {key: self._evidence_row(decision) for key, (_, decision) in sorted(self._evidence_now.items())}
        put = [row for key, row in now.items() if before.get(key) != row]
        return put, [row for key, row in sorted(before.items()) if key not in now]

    def _evidence_row(self, decision: Decision) -> Row:
        mention = decision.account
        recall = self._state.recall
        earlier = recall.earlier.get(mention) or recall.evidence.get((mention, decision.other), {})
        incident = self._incident_of.get(mention) if mention in self._state.mentions else earlier.get("incident_id")
        return {
            "mention_id": mention,
            "other_mention_id": decision.other,
            "incident_id": incident,
            "decision": decision.decision,
            "score": decision.score,
            "reasons": list(decision.reasons),
        }

    def _evidence_kinds(self) -> tuple[list[Row], list[Row]]:
        before = {key: row["held_against"] for key, row in self._state.recall.evidence.items()}
        now = {key: against for key, (against, _) in sorted(self._evidence_now.items())}
        put = [_kind_row(key, against) for key, against in now.items() if before.get(key) != against]
        gone = [_kind_row(key, against) for key, against in sorted(before.items()) if now.get(key) != against]
        return put, gone

    def _ledger(self, revisions: list[Row]) -> Tables:
        assignment = past_times.assignment_rows(
            self._incident_of, self._state.mentions, self._past, self._options.published_seq
        )
        aliases = _alias_rows(self._identities.new_aliases)
        return {"assignment": assignment, "alias": aliases, "revision": revisions}

    def _memory(self) -> tuple[Tables, Tables]:
        state = self._state
        withdrawn: list[Row] = [{"mention_id": row["mention_id"]} for row in state.withdrawn]
        fresh = [m for m, row in state.mentions.items() if row["document_id"] in state.texts.fresh]
        seen = self._past.seen
        changed_accounts = sorted(state.involved)
        put: Tables = {
            "document": [state.texts.rows[document_id] for document_id in sorted(state.texts.fresh)],
            "band": state.texts.bands,
            "signature": state.texts.signatures,
            "alike": state.texts.alike,
            "account": [self._account_row(key) for key in changed_accounts],
            "account_key": [row for key in sorted(state.new) for row in self._key_rows(key)],
            "mention": [{"mention_id": m, "seen_seq": seen.get(m, self._options.published_seq)} for m in fresh],
            "mention_link": state.links,
        }
        put["evidence"], no_more = self._evidence_kinds()
        accounts: list[Row] = [{"account_key": key} for key in sorted({*changed_accounts, *state.gone})]
        gone: Tables = {
            "document": [{"document_id": document_id} for document_id in sorted(state.texts.replaced)],
            "account": accounts if state.recall.remembered else [],
            "account_key": [{"account_key": key} for key in sorted(state.gone)],
            "mention": withdrawn,
            "mention_link": withdrawn,
            "evidence": no_more,
        }
        return put, gone

    def _account_row(self, key: str) -> Row:
        account = self._state.recall.accounts[key]
        return {
            "account_key": key,
            "document_id": account.document_id,
            "incident": self._state.linker.home.get(key),
        }

    def _key_rows(self, key: str) -> list[Row]:
        pool = self._state.linker.pool
        both = ((True, pool.asks[key]), (False, pool.answers[key]))
        return [{"key": number, "account_key": key, "asks": asks} for asks, keys in both for number in keys]


def _alias_rows(aliases: Mapping[str, str]) -> list[Row]:
    return [{"alias_id": alias, "incident_id": incident_id} for alias, incident_id in aliases.items()]


def _link_key(row: Row) -> tuple[str, str, str]:
    return (row["incident_id"], row["relation"], row["related_incident_id"])


def _kind_row(key: tuple[str, str], held_against: str) -> Row:
    return {"mention_id": key[0], "other_mention_id": key[1], "held_against": held_against}


def _keys(rows: Sequence[Row], names: Sequence[str]) -> pd.DataFrame:
    """The rows' key columns, those that they have."""
    present = [name for name in names if name in rows[0]]
    return pd.DataFrame([{name: row[name] for name in present} for row in rows])
