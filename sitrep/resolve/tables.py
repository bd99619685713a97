"""The tables of `core` as Arrow schemas, and the way between frames and plain rows.

What belongs here: names, types and order of the columns that resolution hands over. What does not: constraints and
comments (sql/schema), values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa

from sitrep.resolve.model import Row
from sitrep.schemas import ACTOR, DAY, FLAG, INSTANT, INT, REAL, TEXT, TEXTS


def _schema(**columns: Any) -> pa.Schema:
    return pa.schema(list(columns.items()))


DELIVERY = _schema(
    delivery_id=TEXT,
    document_id=TEXT,
    source_name=TEXT,
    raw_path=TEXT,
    url=TEXT,
    publisher=TEXT,
    published_at=INSTANT,
    batch_id=TEXT,
    arrived_at=INSTANT,
    outcome=TEXT,
)

DOCUMENT = _schema(
    document_id=TEXT,
    source_name=TEXT,
    raw_path=TEXT,
    url=TEXT,
    title=TEXT,
    publisher=TEXT,
    byline=TEXT,
    published_at=INSTANT,
    published_on=DAY,
    utc_offset=TEXT,
    published_precision=TEXT,
    published_basis=TEXT,
    language=TEXT,
    media_type=TEXT,
    encoding=TEXT,
    raw_sha256=TEXT,
    raw_chars=INT,
    clean_text=TEXT,
    clean_chars=INT,
    near_duplicate_of=TEXT,
    similarity=REAL,
    syndication_id=TEXT,
    supersedes=TEXT,
    parent_document_id=TEXT,
    section=INT,
    batch_id=TEXT,
    ingested_at=INSTANT,
)

SHARED_PASSAGE = _schema(
    document_id=TEXT,
    other_document_id=TEXT,
    char_start=INT,
    char_end=INT,
    other_start=INT,
    other_end=INT,
    similarity=REAL,
)

CUT = _schema(document_id=TEXT, raw_start=INT, raw_end=INT, rule_id=TEXT, text=TEXT)

MENTION = _schema(
    mention_id=TEXT,
    document_id=TEXT,
    event_type=TEXT,
    trigger=TEXT,
    trigger_start=INT,
    trigger_end=INT,
    sentence=TEXT,
    char_start=INT,
    char_end=INT,
    raw_start=INT,
    raw_end=INT,
    modality=TEXT,
    is_background=FLAG,
    is_aggregate=FLAG,
    attributed_to=TEXT,
    time_text=TEXT,
    occurred_from=DAY,
    occurred_to=DAY,
    date_precision=TEXT,
    date_basis=TEXT,
    place_id=TEXT,
    place_text=TEXT,
    place_relation=TEXT,
    geo_precision=TEXT,
    place_basis=TEXT,
    incident_id=TEXT,
    unresolved_reason=TEXT,
    rule_id=TEXT,
    engine=TEXT,
    engine_version=TEXT,
    confidence=REAL,
    happening=INT,
    entry=INT,
)

MENTION_ACTOR = _schema(
    mention_id=TEXT,
    role=TEXT,
    actor_id=TEXT,
    name=TEXT,
    char_start=INT,
    char_end=INT,
    attributed_to=TEXT,
    certainty=TEXT,
)

MENTION_CASUALTY = _schema(
    mention_id=TEXT,
    outcome=TEXT,
    victim_group=TEXT,
    low=INT,
    high=INT,
    char_start=INT,
    char_end=INT,
    attributed_to=TEXT,
    quote=TEXT,
)

INCIDENT = _schema(
    incident_id=TEXT,
    event_type=TEXT,
    event_class=TEXT,
    ucdp_type=TEXT,
    occurred_from=DAY,
    occurred_to=DAY,
    date_precision=TEXT,
    place_id=TEXT,
    place_name=TEXT,
    admin1=TEXT,
    admin2=TEXT,
    country=TEXT,
    latitude=REAL,
    longitude=REAL,
    geo_precision=TEXT,
    killed_low=INT,
    killed_best=INT,
    killed_high=INT,
    injured_low=INT,
    injured_best=INT,
    injured_high=INT,
    toll_disputed=FLAG,
    toll_rule=TEXT,
    mention_count=INT,
    document_count=INT,
    publisher_count=INT,
    origin_count=INT,
    first_reported_at=INSTANT,
    headline=TEXT,
)

INCIDENT_CASUALTY = _schema(
    incident_id=TEXT,
    outcome=TEXT,
    victim_group=TEXT,
    side=TEXT,
    low=INT,
    best=INT,
    high=INT,
    mention_ids=TEXTS,
)

INCIDENT_ACTOR = _schema(incident_id=TEXT, role=TEXT, actor_id=TEXT, mention_count=INT, certainty=TEXT, disputed=FLAG)
INCIDENT_LINK = _schema(incident_id=TEXT, relation=TEXT, related_incident_id=TEXT, mention_id=TEXT)
INCIDENT_ALIAS = _schema(alias_id=TEXT, incident_id=TEXT)
INCIDENT_REVISION = _schema(
    incident_id=TEXT, revision=INT, published_seq=INT, changed_at=INSTANT, change=TEXT, documents=TEXTS, state=TEXT
)
JOIN_EVIDENCE = _schema(
    mention_id=TEXT, other_mention_id=TEXT, incident_id=TEXT, decision=TEXT, score=REAL, reasons=TEXTS
)
PLACE = _schema(
    place_id=TEXT,
    name=TEXT,
    admin1=TEXT,
    admin2=TEXT,
    country=TEXT,
    latitude=REAL,
    longitude=REAL,
    geonames_id=INT,
    aliases=TEXTS,
    level=TEXT,
)

#: What the ledger keeps of a publish: which mention stood in which incident.
ASSIGNMENT = _schema(mention_id=TEXT, incident_id=TEXT, published_seq=INT, document_id=TEXT, raw_start=INT, raw_end=INT)

LEDGER: dict[str, pa.Schema] = {"assignment": ASSIGNMENT, "alias": INCIDENT_ALIAS, "revision": INCIDENT_REVISION}

SIGNATURE = pa.list_(pa.uint32())
#: What the next publish must know that `core` does not tell: the tables of schema `resolution`.
MEMORY: dict[str, pa.Schema] = {
    "document": _schema(document_id=TEXT, delivery_id=TEXT, text_hash=TEXT, address=TEXT),
    "band": _schema(band=pa.uint64(), text_hash=TEXT),
    "signature": _schema(text_hash=TEXT, signature=SIGNATURE),
    "alike": _schema(one=TEXT, other=TEXT, share=REAL),
    "account": _schema(account_key=TEXT, document_id=TEXT, incident=TEXT),
    "account_key": _schema(key=pa.uint64(), account_key=TEXT, asks=FLAG),
    "mention": _schema(mention_id=TEXT, seen_seq=INT),
    "evidence": _schema(mention_id=TEXT, other_mention_id=TEXT, held_against=TEXT),
    "mention_link": _schema(mention_id=TEXT, relation=TEXT, related_mention_id=TEXT),
}

#: The columns by which rows of a table are replaced or deleted.
KEYS: dict[str, tuple[str, ...]] = {
    "delivery": ("delivery_id",),
    "document": ("document_id",),
    "cut": ("document_id",),
    "shared_passage": ("document_id",),
    "mention": ("mention_id",),
    "mention_actor": ("mention_id",),
    "mention_casualty": ("mention_id",),
    "incident": ("incident_id",),
    "incident_casualty": ("incident_id",),
    "incident_actor": ("incident_id",),
    "incident_link": ("incident_id", "relation", "related_incident_id"),
    "incident_alias": ("alias_id",),
    "incident_revision": ("incident_id", "revision"),
    "join_evidence": ("mention_id", "other_mention_id"),
    "actor": ("actor_id",),
    "place": ("place_id",),
}

CORE: dict[str, pa.Schema] = {
    "delivery": DELIVERY,
    "document": DOCUMENT,
    "cut": CUT,
    "shared_passage": SHARED_PASSAGE,
    "mention": MENTION,
    "mention_actor": MENTION_ACTOR,
    "mention_casualty": MENTION_CASUALTY,
    "incident": INCIDENT,
    "incident_casualty": INCIDENT_CASUALTY,
    "incident_actor": INCIDENT_ACTOR,
    "incident_link": INCIDENT_LINK,
    "incident_alias": INCIDENT_ALIAS,
    "incident_revision": INCIDENT_REVISION,
    "join_evidence": JOIN_EVIDENCE,
    "actor": ACTOR,
    "place": PLACE,
}


def rows(frame: pd.DataFrame | None, schema: pa.Schema) -> list[Row]:
    """The rows of a frame as plain dictionaries: missing columns and values are None, numbers and days exact."""
    if frame is None or frame.empty:
        return []
    columns = {
        column.name: pa.array(frame[column.name], type=column.type, from_pandas=True).to_pylist()
        for column in schema
        if column.name in frame.columns
    }
    names = [column.name for column in schema]
    blank = [None] * len(frame)
    return [
        dict(zip(names, values, strict=True)) for values in zip(*(columns.get(n, blank) for n in names), strict=True)
    ]


def frame(records: Iterable[Mapping[str, Any]], schema: pa.Schema) -> pd.DataFrame:
    """A frame with exactly the schema's columns and types, Arrow-backed so that counts with gaps stay integers."""
    table = pa.Table.from_pylist(list(records), schema=schema)
    out: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return out


def with_batch(schema: pa.Schema) -> pa.Schema:
    """A stage's schema with the batch that its rows came in."""
    return schema.append(pa.field("batch_id", TEXT))
