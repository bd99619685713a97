"""Where everything stands after linking: what the tables are made from.

What belongs here: which accounts, mentions and documents a publish touches, and what earlier publishes said of them.
What does not: rows of tables (assembling).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sitrep.resolve.history import Past
from sitrep.resolve.linker import Linker, is_specific
from sitrep.resolve.memory import Memory
from sitrep.resolve.model import Account, Row
from sitrep.resolve.recall import Recall, RecallingPool
from sitrep.resolve.texts import Texts

Cluster = tuple[Account, ...]


@dataclass
class State:
    """The outcome of linking."""

    texts: Texts
    recall: Recall
    linker: Linker
    memory: Memory
    names: set[str]  # incidents, by their names in linking, that changed or are no more
    new: set[str]  # accounts
    gone: set[str]  # accounts
    links: list[Row]  # of fresh documents
    cuts: list[Row]  # of fresh documents

    @cached_property
    def clusters(self) -> list[Cluster]:
        """The accounts of each incident that is new or changed, and that tells of something in particular."""
        return self.clusters_of(self.names)

    def clusters_of(self, names: Iterable[str]) -> list[Cluster]:
        """The accounts of incidents that tell of something in particular."""
        views = (tuple(self.linker.view(name)) for name in sorted(names) if self.linker.members.get(name))
        found = [members for members in views if members]
        return [m for m in found if is_specific(self.linker.profile(self.linker.home[m[0].key]))]

    @cached_property
    def involved(self) -> set[str]:
        """The accounts that are new, or stand or stood in an incident that changed."""
        now = {key for name in self.names for key in self.linker.members.get(name, ())}
        before = {key for key, row in self.recall.remembered.items() if row["incident"] in self.names}
        moved = {key for key, row in self.recall.remembered.items() if row["incident"] != self.linker.home.get(key)}
        return (now | before | moved | self.new) - (self.gone - self.new)

    @cached_property
    def mention_ids(self) -> list[str]:
        """The mentions whose row may be another than before."""
        fresh = {m for m, row in self.recall.material.mentions.items() if row["document_id"] in self.texts.fresh}
        told = {m for key in self.involved for m in self.recall.accounts[key].mention_ids}
        return sorted(fresh | told)

    @cached_property
    def mentions(self) -> dict[str, Row]:
        """Those mentions."""
        return {mention_id: self.recall.material.mentions[mention_id] for mention_id in self.mention_ids}

    @cached_property
    def withdrawn(self) -> list[Row]:
        """Mentions as earlier publishes had them, of documents for which another delivery now speaks."""
        return [row for row in self.recall.earlier.values() if row["document_id"] in self.texts.replaced]

    def reason(self, mention_id: str) -> str | None:
        """Why a mention stands in no incident."""
        if mention_id in self.recall.reasons:
            return self.recall.reasons[mention_id]
        return self.linker.open_reason(self.recall.account_of[mention_id])

    def accounts_of_documents(self, document_ids: set[str]) -> list[str]:
        """All accounts of documents, those remembered brought in."""
        pool = self.linker.pool
        if isinstance(pool, RecallingPool):
            pool.adopt("document_id", document_ids - self.texts.fresh)
        return [key for key, account in pool.accounts.items() if account.document_id in document_ids]

    def past(self) -> Past:
        """What earlier publishes said of all that is touched."""
        asked = set(self.mention_ids)
        rows = [row for m, row in self.recall.earlier.items() if m in asked] + self.withdrawn
        ids = {row["incident_id"] for row in rows if row["incident_id"]}
        return Past(
            {row["mention_id"]: row["incident_id"] for row in rows},
            {row["mention_id"]: row["seen_seq"] for row in rows},
            self.memory.born(ids),
            {row["mention_id"]: (row["document_id"], row["raw_start"] or 0, row["raw_end"] or 0) for row in rows},
            self.memory.aliases_of(ids),
            tuple(self.memory.last_revisions(ids)),
            self.memory,
        )
