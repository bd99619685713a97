"""The documents of a publish: which delivery speaks for each, which are copies, which text replaces which.

What belongs here: what new deliveries change among documents, those of earlier publishes included. What does not:
what the documents tell. Texts are compared once each: documents with the same clean text share a `text_hash`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sitrep.resolve.copies import alike_texts, band_keys, clusters_of
from sitrep.resolve.documents import (
    address_of,
    best_deliveries,
    deliveries_with_outcome,
    known_day,
    own_publication,
    supersessions,
)
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
    alike: list[Row] = field(default_factory=list)  # pairs that are new


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
    bands = [(band, text_hash) for text_hash, row in new.items() for band in band_keys(row["signature"] or ())]
    met = memory.in_bands({band for band, _ in bands})
    out.bands = [{"band": band, "text_hash": text_hash} for band, text_hash in bands]
    listed = [*bands, *((row["band"], row["text_hash"]) for row in met)]
    texts = {text_hash: row["clean_text"] or "" for text_hash, row in new.items()}
    texts |= _texts_of({row["text_hash"] for row in met}, memory)
    found = alike_texts(listed, texts, new.keys(), options.rewrite)
    out.alike = [{"one": one, "other": other, "share": share} for (one, other), share in sorted(found.items())]
    pairs, members = _everyone_alike(out, fresh.keys(), memory)
    near = _near_duplicates(pairs, options.near_duplicate)
    for hashes in clusters_of(pairs, members):
        _name_copies(out, hashes, near, members)


def _near_duplicates(pairs: Mapping[tuple[str, str], float], least: float) -> dict[str, dict[str, float]]:
    """text -> its near-duplicates with what they share."""
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), share in pairs.items():
        if share >= least:
            near[one][other] = near[other][one] = share
    return near


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


def _name_copies(
    out: Texts, hashes: Collection[str], near: Mapping[str, Mapping[str, float]], members: Mapping[str, list[str]]
) -> None:
    """Says of each document of one cluster whose copy it is: of the earliest near-duplicate by publication."""

    def age(document_id: str) -> tuple[dt.date, str]:
        return (known_day(out.rows[document_id]) or dt.date.max, document_id)

    eldest = min((document_id for text_hash in hashes for document_id in members[text_hash]), key=age)
    for text_hash in hashes:
        texts = {text_hash: 1.0, **near.get(text_hash, {})}
        alike = [(document_id, share) for other, share in texts.items() for document_id in members[other]]
        for document_id in members[text_hash]:
            first, share = min(alike, key=lambda pair: age(pair[0]))
            is_copy = age(first) < age(document_id)
            named = (first, round(share, 4)) if is_copy else (None, None)
            _set(out, document_id, dict(zip(_COPY_COLUMNS, (*named, eldest), strict=True)))


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
