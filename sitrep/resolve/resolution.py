"""The whole of resolution: stage frames and what is remembered in, tables of `core` out.

What belongs here: the order of the steps. What does not: any rule (their own modules), the shape of the tables
(assembling). Everything is a function of its arguments, and every choice is made by content, never by the order in
which rows arrive. A warehouse built from nothing and one brought up to date go the same way: the first remembers
nothing and touches everything.
"""

from __future__ import annotations

import pyarrow as pa

from sitrep import schemas
from sitrep.ontology.types import EventTypes
from sitrep.resolve import history as past_times
from sitrep.resolve import tables
from sitrep.resolve.assembling import Assembly
from sitrep.resolve.linker import Linker
from sitrep.resolve.memory import Memory
from sitrep.resolve.model import History, Resolution, ResolveOptions, StageFrames
from sitrep.resolve.pool import Pool
from sitrep.resolve.recall import Recall, RecallingPool
from sitrep.resolve.state import State
from sitrep.resolve.texts import Texts, read_texts


def resolve(stages: StageFrames, history: History, options: ResolveOptions, types: EventTypes) -> Resolution:
    """Mentions to incidents, and every table of `core` that follows from them, from nothing but the ledger."""
    state = _link(stages, Memory(), options, types)
    return Assembly(state, past_times.read(history), options).resolution()


def advance(stages: StageFrames, memory: Memory, options: ResolveOptions, types: EventTypes) -> Resolution:
    """What the frames of new batches change in a warehouse that holds others, equal to what `resolve` gives for all."""
    state = _link(stages, memory, options, types)
    return Assembly(state, state.past(), options).resolution()


def _link(stages: StageFrames, memory: Memory, options: ResolveOptions, types: EventTypes) -> State:
    """Links the new accounts with each other and with those remembered, as far as they may have to do with them."""
    documents = tables.rows(stages.document, tables.with_batch(_lean(schemas.DOCUMENT)))
    deliveries = tables.rows(stages.delivery, tables.with_batch(_lean(schemas.DELIVERY)))
    texts = read_texts(documents, deliveries, memory, options)
    recall = Recall(texts, memory, types)
    pool = Pool() if memory.is_empty else RecallingPool(recall)
    linker = Linker(pool, types)
    if isinstance(pool, RecallingPool):
        pool.linker = linker
    gone = _withdraw(recall, pool, texts)
    new = recall.take_new(stages)
    names = linker.update(new, gone)
    names |= _incidents_of(_standing_changed(texts), recall, pool, linker)
    names |= _incidents_of(_undated(names, recall, linker), recall, pool, linker)
    links = [row for row in tables.rows(stages.mention_link, schemas.MENTION_LINK) if _speaks(row, recall)]
    cuts = [row for row in tables.rows(stages.cut, schemas.CUT) if _is_chosen(row, texts)]
    return State(texts, recall, linker, memory, names, {account.key for account in new}, set(gone), links, cuts)


def _lean(schema: pa.Schema) -> pa.Schema:
    """A stage's schema without what only earlier stages need."""
    heavy = ("raw_text", "segments", "published_evidence", "payload")
    return pa.schema([column for column in schema if column.name not in heavy])


def _withdraw(recall: Recall, pool: Pool, texts: Texts) -> list[str]:
    """The remembered accounts of documents for which another delivery now speaks."""
    if not isinstance(pool, RecallingPool) or not texts.replaced:
        return []
    pool.adopt("document_id", texts.replaced)
    recall.read(texts.replaced)
    recall.forget(texts.replaced)
    return sorted(key for key, row in recall.remembered.items() if row["document_id"] in texts.replaced)


def _standing_changed(texts: Texts) -> set[str]:
    """Known documents whose standing among copies or versions is another, so that they count otherwise."""
    return (texts.touched | texts.superseded.keys()) - texts.fresh


def _incidents_of(document_ids: set[str], recall: Recall, pool: Pool, linker: Linker) -> set[str]:
    if not isinstance(pool, RecallingPool) or not document_ids:
        return set()
    pool.adopt("document_id", document_ids)
    keys = (key for key, row in recall.remembered.items() if row["document_id"] in document_ids)
    return {linker.home[key] for key in keys if key in linker.home}


def _undated(names: set[str], recall: Recall, linker: Linker) -> set[str]:
    """Documents of changed incidents that do not say when they appeared: the day that they get dates what they tell."""
    now = {key for name in names for key in linker.members.get(name, ())}
    before = {key for key, row in recall.remembered.items() if row["incident"] in names and key in recall.accounts}
    told = {recall.accounts[key].document_id for key in now | before}
    return {document_id for document_id in told if recall.texts.rows[document_id]["published_on"] is None}


def _speaks(link: dict[str, object], recall: Recall) -> bool:
    mention = recall.material.mentions.get(str(link["mention_id"]))
    return mention is not None and mention.get("delivery_id") == link["delivery_id"]


def _is_chosen(row: dict[str, object], texts: Texts) -> bool:
    document_id = str(row["document_id"])
    return document_id in texts.fresh and texts.rows[document_id]["delivery_id"] == row["delivery_id"]
