"""The documents of a publish: which delivery speaks for each, which are copies, which text replaces which.

What belongs here: what new deliveries change among documents, those of earlier publishes included. What does not:
what the documents tell. Texts are compared once each: documents with the same clean text share a `text_hash`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sitrep.resolve.copies import alike_texts, band_keys, candidates, clusters_of
from sitrep.resolve.documents import (
    address_of,
    best_deliveries,
    deliveries_with_outcome,
    own_publication,
    supersessions,
)
from sitrep.resolve.families import Family, passage_rows
from sitrep.resolve.memory import Memory
from sitrep.resolve.model import ResolveOptions, Row

_COPY_COLUMNS = ("near_duplicate_of", "similarity", "syndication_id")


@dataclass
class Texts:
    """Documents as they stand after a publish, as far as it touches them."""

    rows: dict[str, Row] = field(default_factory=dict)  # by document id: metadata, text, and how it stands to others
    fresh: set[str] = field(default_factory=set)  # new documents, and those for which another delivery now speaks
    replaced: dict[str, Row] = field(default_factory=dict)  # those of them that were known, as they were
    touched: set[str] = field(default_factory=set)  # documents whose row is not what it was
    superseded: dict[str, bool] = field(default_factory=dict)
    deliveries: list[Row] = field(default_factory=list)
    bands: list[Row] = field(default_factory=list)  # of texts that are new
    signatures: list[Row] = field(default_factory=list)  # of texts that are new
    alike: list[Row] = field(default_factory=list)  # pairs that are new
    compared: set[str] = field(default_factory=set)  # documents whose passages stand in `passages`, if they have any
    passages: list[Row] = field(default_factory=list)  # rows of core.shared_passage


def read_texts(documents: list[Row], deliveries: list[Row], memory: Memory, options: ResolveOptions) -> Texts:
    """What the deliveries of a publish make of the documents."""
    arriving = {row["document_id"] for row in documents}
    known = {row["document_id"]: own_publication(row) for row in memory.documents(arriving)}
    best = best_deliveries([*documents, *known.values()])
    out = Texts()
    for document_id, row in best.items():
        if document_id in known and known[document_id]["delivery_id"] == row["delivery_id"]:
            out.rows[document_id] = known[document_id]
            continue
        out.fresh.add(document_id)
        if document_id in known:
            out.replaced[document_id] = known[document_id]
        out.rows[document_id] = {**row, "text_hash": _hash(row["clean_text"] or "")}
    out.touched |= out.fresh
    spoke = {row["delivery_id"] for row in out.replaced.values()}
    out.deliveries = deliveries_with_outcome(
        [*deliveries, *memory.deliveries(spoke)], [*documents, *known.values()], best
    )
    for row in out.rows.values():
        row["address"] = address_of(row["url"])
    _join_copies(out, memory, options)
    _follow_addresses(out, memory)
    return out


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def load(out: Texts, ids: Collection[str], memory: Memory) -> None:
    """Brings in documents of earlier publishes."""
    for row in memory.documents(set(ids) - out.rows.keys()):
        out.rows[row["document_id"]] = own_publication(row)


def _join_copies(out: Texts, memory: Memory, options: ResolveOptions) -> None:
    """Finds the copies of fresh documents, and what that changes for all texts alike to them."""
    fresh = {out.rows[document_id]["text_hash"]: out.rows[document_id] for document_id in sorted(out.fresh)}
    known_hashes = {row["text_hash"] for row in memory.with_hashes(fresh)}
    new = {text_hash: row for text_hash, row in fresh.items() if text_hash not in known_hashes}
    found = _alike(out, new, memory, options.rewrite)
    out.alike = [{"one": one, "other": other, "share": share} for (one, other), share in sorted(found.items())]
    pairs, members = _everyone_alike(out, fresh.keys(), memory)
    alike: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), share in pairs.items():
        alike[one][other] = alike[other][one] = share
    for hashes in clusters_of(pairs, members):
        _name(out, Family({text_hash: members[text_hash] for text_hash in hashes}, alike, out.rows, options))


def _alike(out: Texts, new: Mapping[str, Row], memory: Memory, least: float) -> dict[tuple[str, str], float]:
    """Pairs of alike texts of which one is new."""
    signatures = {text_hash: row["signature"] for text_hash, row in new.items() if row["signature"]}
    bands = [(band, text_hash) for text_hash, signature in signatures.items() for band in band_keys(signature)]
    out.signatures = [{"text_hash": text_hash, "signature": signatures[text_hash]} for text_hash in signatures]
    out.bands = [{"band": band, "text_hash": text_hash} for band, text_hash in bands]
    met = memory.in_bands({band for band, _ in bands})
    bands += [(row["band"], row["text_hash"]) for row in met]
    signatures |= {r["text_hash"]: r["signature"] for r in memory.signatures({row["text_hash"] for row in met})}
    pairs = candidates(bands, signatures, new.keys(), least)
    known = {text_hash for pair in pairs for text_hash in pair if text_hash not in new}
    texts = {text_hash: row["clean_text"] or "" for text_hash, row in new.items()} | _texts_of(known, memory)
    return alike_texts(pairs, texts, least)


def _name(out: Texts, family: Family) -> None:
    """Says of each document of a family what it repeats."""
    for standing in family.standings():
        named = standing.copy_of
        columns = (named.document_id, round(named.similarity, 4)) if named else (None, None)
        _set(out, standing.document_id, dict(zip(_COPY_COLUMNS, (*columns, standing.syndication_id), strict=True)))
        out.compared.add(standing.document_id)
        out.passages.extend(passage_rows(standing, out.rows))


def _texts_of(hashes: Collection[str], memory: Memory) -> dict[str, str]:
    one_each = {row["text_hash"]: row["document_id"] for row in memory.with_hashes(hashes)}
    return {row["text_hash"]: row["clean_text"] or "" for row in memory.documents(one_each.values())}


def _everyone_alike(
    out: Texts, start: Iterable[str], memory: Memory
) -> tuple[dict[tuple[str, str], float], dict[str, list[str]]]:
    """All texts that likeness leads to from some, step by step, with the documents that carry them."""
    pairs = {(row["one"], row["other"]): row["share"] for row in out.alike}
    reached: set[str] = set()
    frontier = set(start)
    while frontier:
        reached |= frontier
        for row in memory.alike(frontier):
            pairs[row["one"], row["other"]] = row["share"]
        frontier = {text for pair in pairs for text in pair} - reached
    members: dict[str, list[str]] = defaultdict(list)
    carried = {(row["text_hash"], row["document_id"]) for row in memory.with_hashes(reached)}
    load(out, {document_id for _, document_id in carried}, memory)
    carried |= {(out.rows[document_id]["text_hash"], document_id) for document_id in out.fresh}
    for text_hash, document_id in sorted(carried):
        members[text_hash].append(document_id)
    standing = {pair: share for pair, share in pairs.items() if pair[0] in members and pair[1] in members}
    return standing, members


def _set(out: Texts, document_id: str, columns: Row) -> None:
    row = out.rows[document_id]
    if any(row.get(name) != value for name, value in columns.items()):
        out.touched.add(document_id)
    row.update(columns)


def _follow_addresses(out: Texts, memory: Memory) -> None:
    """Says of each text which earlier one of its address it replaces."""
    before = {address_of(row["url"]) for row in out.replaced.values()}
    addresses = {out.rows[document_id]["address"] for document_id in out.fresh} | before
    asked = {address for address in addresses if address}
    load(out, {row["document_id"] for row in memory.at_addresses(asked)}, memory)
    standing = {d: row for d, row in out.rows.items() if row.get("address", address_of(row["url"])) in asked}
    follows = supersessions(standing)
    gone = set(follows.values())
    for document_id in sorted(standing.keys() | out.replaced.keys()):
        _set(out, document_id, {"supersedes": follows.get(document_id)})
        out.superseded[document_id] = document_id in gone
