"""Accounts of earlier publishes, brought back as linking asks for them.

What belongs here: reading stage rows and remembered rows into accounts, and the pool that fetches whom an account may
meet. What does not: comparing accounts, deciding where they stand (linker).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sitrep import schemas
from sitrep.ontology.types import EventTypes
from sitrep.resolve import tables
from sitrep.resolve.accounts import Material, accounts_of, unresolved_reason
from sitrep.resolve.corroboration import as_said
from sitrep.resolve.linker import Linker
from sitrep.resolve.memory import Memory
from sitrep.resolve.model import Account, Decision, Row, StageFrames
from sitrep.resolve.pool import Pool
from sitrep.resolve.texts import Texts, load

_CASUALTY_ORDER = ("outcome", "victim_group", "char_start")


class Recall:
    """Mentions, accounts and evidence: new ones from stage frames, earlier ones from memory."""

    def __init__(self, texts: Texts, memory: Memory, types: EventTypes) -> None:
        self.texts = texts
        self.memory = memory
        self.material = Material(texts.rows, {}, {}, {}, {}, {}, types)
        self.accounts: dict[str, Account] = {}
        self.account_of: dict[str, str] = {}  # mention -> account
        self.reasons: dict[str, str] = {}  # mention -> why it is no happening
        self.earlier: dict[str, Row] = {}  # mentions as they stood in earlier publishes
        self.remembered: dict[str, Row] = {}  # accounts as they stood
        self.evidence: dict[tuple[str, str], Row] = {}  # as it stood
        self._read: set[str] = set()  # documents

    def take_new(self, stages: StageFrames) -> list[Account]:
        """The accounts of fresh documents."""
        chosen = {document_id: self.texts.rows[document_id]["delivery_id"] for document_id in self.texts.fresh}
        types = self.material.types
        mentions = [
            row
            for row in tables.rows(stages.mention, tables.with_batch(schemas.MENTION))
            if chosen.get(row["document_id"]) == row["delivery_id"] and row["event_type"] in types
        ]
        speaking = {row["mention_id"]: row["delivery_id"] for row in mentions}
        actors = _speaking(tables.rows(stages.mention_actor, schemas.MENTION_ACTOR), speaking)
        casualties = _speaking(tables.rows(stages.mention_casualty, schemas.MENTION_CASUALTY), speaking)
        self._know("actor", tables.rows(stages.actor, schemas.ACTOR))
        self._know("place", tables.rows(stages.place, schemas.PLACE))
        self._read |= self.texts.fresh
        return self._take(mentions, actors, casualties)

    def forget(self, document_ids: Collection[str]) -> None:
        """Drops what earlier publishes read in documents that now speak otherwise."""
        for mention_id in [m for m, row in self.material.mentions.items() if row["document_id"] in document_ids]:
            self.material.mentions.pop(mention_id)
            self.material.actors_of.pop(mention_id, None)
            self.material.casualties_of.pop(mention_id, None)
            self.accounts.pop(self.account_of.pop(mention_id, ""), None)
            self.reasons.pop(mention_id, None)

    def read(self, document_ids: Collection[str]) -> None:
        """Brings back all that earlier publishes read in documents."""
        asked = set(document_ids) - self._read
        if not asked:
            return
        self._read |= asked
        load(self.texts, asked, self.memory)
        mentions = self.memory.mentions(asked)
        self.earlier.update({row["mention_id"]: row for row in mentions})
        ids = [row["mention_id"] for row in mentions]
        actors, casualties = (self.memory.hanging(name, ids) for name in ("mention_actor", "mention_casualty"))
        self._know("actor", self.memory.known("actor", {row["actor_id"] for row in actors}))
        self._know("place", self.memory.known("place", {row["place_id"] for row in mentions if row["place_id"]}))
        self._take([as_said(row) for row in mentions], actors, casualties, self.texts.replaced)

    def bring(self, column: str, values: Collection[str]) -> tuple[list[Row], list[Row]]:
        """Remembered accounts by a column, all others of their incidents, and the evidence for where they stand."""
        found = self.memory.accounts(column, values)
        homes = {row["incident"] for row in found if row["incident"]}
        found += self.memory.accounts("incident", homes)
        new = {row["account_key"]: row for row in found if row["account_key"] not in self.remembered}
        self.remembered |= new
        self.read({row["document_id"] for row in new.values()})
        why = {evidence_key(row): row for row in self.memory.evidence(new)}
        why = {key: row for key, row in why.items() if key not in self.evidence}
        self.evidence |= why
        return list(new.values()), list(why.values())

    def _take(
        self,
        mentions: Iterable[Row],
        actors: Iterable[Row],
        casualties: Iterable[Row],
        otherwise: Mapping[str, Row] | None = None,
    ) -> list[Account]:
        """Makes accounts of rows; `otherwise` are documents as they stood when these rows were published."""
        listed = list(mentions)
        self.material.mentions.update({row["mention_id"]: row for row in listed})
        self.material.actors_of.update(_hanging(actors, tables.MENTION_ACTOR.names))
        self.material.casualties_of.update(_hanging(casualties, _CASUALTY_ORDER))
        reasons = {row["mention_id"]: unresolved_reason(row, self.material.types) for row in listed}
        self.reasons.update({mention_id: reason for mention_id, reason in reasons.items() if reason is not None})
        documents = {**self.texts.rows, **otherwise} if otherwise else self.texts.rows
        made = accounts_of(
            replace(self.material, documents=documents), [row for row in listed if reasons[row["mention_id"]] is None]
        )
        self.accounts.update({account.key: account for account in made})
        self.account_of.update({mention_id: a.key for a in made for mention_id in a.mention_ids})
        return made

    def _know(self, name: str, rows: Iterable[Row]) -> None:
        """Each actor or place once: the row that knows most names, then by content."""
        kept = self.material.actors if name == "actor" else self.material.places
        schema = tables.CORE[name]
        for row in rows:
            plain = {column: row.get(column) for column in schema.names}
            key = str(plain[f"{name}_id"])
            if key not in kept or _knows(plain) > _knows(kept[key]):
                kept[key] = plain


def evidence_key(row: Row) -> tuple[str, str]:
    """What tells a row of core.join_evidence from all others."""
    return (row["mention_id"], row["other_mention_id"])


def _knows(row: Row) -> tuple[int, str]:
    return (len(row["aliases"] or ()), repr(row))


def _speaking(rows: Iterable[Row], speaking: Mapping[str, str]) -> list[Row]:
    return [row for row in rows if speaking.get(row["mention_id"]) == row["delivery_id"]]


def _hanging(rows: Iterable[Row], order: Sequence[str]) -> dict[str, list[Row]]:
    """mention id -> its rows, each once, in an order of their own."""
    out: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row not in out[row["mention_id"]]:
            out[row["mention_id"]].append(row)
    for same in out.values():
        same.sort(key=lambda row: tuple((row[name] is None, row[name] or 0) for name in order))
    return dict(out)


class RecallingPool(Pool):
    """A pool that fetches from memory whom an account may meet, before it looks."""

    is_whole = False

    def __init__(self, recall: Recall) -> None:
        super().__init__()
        self.linker: Linker | None = None
        self._recall = recall
        self._asked: set[int] = set()
        self._answered: set[int] = set()

    def fetch(self, asking: Iterable[Account], answering: Iterable[Account]) -> None:
        """Brings in those who answer to the first accounts, and those who ask for the second."""
        asked = {key for account in asking for key in self.asked_by(account)} - self._asked
        answered = {key for account in answering for key in self.answered_by(account)} - self._answered
        self._asked |= asked
        self._answered |= answered
        self.adopt("account_key", self._recall.memory.found(asked, answered) - self._recall.remembered.keys())

    def adopt(self, column: str, values: Collection[str]) -> None:
        """Brings remembered accounts in, where they stood, with the evidence for it."""
        assert self.linker is not None
        rows, evidence = self._recall.bring(column, values)
        for row in rows:
            self.linker.adopt(self._recall.accounts[row["account_key"]], row["incident"])
        for row in evidence:
            decided = Decision(
                row["mention_id"], row["other_mention_id"], row["decision"], row["score"], tuple(row["reasons"])
            )
            self.linker.evidence.adopt(decided, row["held_against"])
