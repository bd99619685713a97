"""The frames that stand between the stages: names, types and order of their columns, as Arrow schemas.

What belongs here: the one description that Parquet files, pandas frames and their tests share.
What does not: the warehouse's own tables (sql/schema) and rules on values (expectations).
"""

from __future__ import annotations

import pyarrow as pa

TEXT, INT, DAY, FLAG, REAL = pa.string(), pa.int64(), pa.date32(), pa.bool_(), pa.float64()
INSTANT = pa.timestamp("us", tz="UTC")
TEXTS = pa.list_(TEXT)

DELIVERY = pa.schema(
    [
        ("delivery_id", TEXT),
        ("document_id", TEXT),
        ("source_name", TEXT),
        ("raw_path", TEXT),
        ("media_type", TEXT),
        ("payload", pa.binary()),
        ("raw_size", INT),
        ("raw_sha256", TEXT),
        ("url", TEXT),
        ("published", TEXT),
        ("publisher", TEXT),
        ("title", TEXT),
        ("language", TEXT),
        ("problem", TEXT),
        ("arrived_at", INSTANT),
    ]
)

DOCUMENT = pa.schema(
    [
        ("document_id", TEXT),
        ("delivery_id", TEXT),
        ("source_name", TEXT),
        ("raw_path", TEXT),
        ("url", TEXT),
        ("title", TEXT),
        ("title_start", INT),
        ("title_end", INT),
        ("publisher", TEXT),
        ("byline", TEXT),
        ("dateline_place", TEXT),
        ("published_at", INSTANT),
        ("published_on", DAY),
        ("utc_offset", TEXT),
        ("published_precision", TEXT),
        ("published_basis", TEXT),
        ("published_evidence", TEXTS),
        ("language", TEXT),
        ("media_type", TEXT),
        ("encoding", TEXT),
        ("raw_sha256", TEXT),
        ("raw_text", TEXT),
        ("raw_chars", INT),
        ("clean_text", TEXT),
        ("clean_chars", INT),
        ("segments", pa.list_(pa.struct([("clean_start", INT), ("clean_end", INT), ("raw_start", INT)]))),
        ("signature", pa.list_(pa.uint64())),
        ("parent_document_id", TEXT),
        ("section", INT),
        ("problem", TEXT),
    ]
)

CUT = pa.schema(
    [
        ("document_id", TEXT),
        ("delivery_id", TEXT),
        ("raw_start", INT),
        ("raw_end", INT),
        ("rule_id", TEXT),
        ("text", TEXT),
    ]
)

MENTION = pa.schema(
    [
        ("mention_id", TEXT),
        ("document_id", TEXT),
        ("delivery_id", TEXT),
        ("event_type", TEXT),
        ("trigger", TEXT),
        ("trigger_start", INT),
        ("trigger_end", INT),
        ("sentence", TEXT),
        ("char_start", INT),
        ("char_end", INT),
        ("raw_start", INT),
        ("raw_end", INT),
        ("modality", TEXT),
        ("is_background", FLAG),
        ("is_aggregate", FLAG),
        ("attributed_to", TEXT),
        ("time_text", TEXT),
        ("occurred_from", DAY),
        ("occurred_to", DAY),
        ("date_precision", TEXT),
        ("date_basis", TEXT),
        ("place_id", TEXT),
        ("place_text", TEXT),
        ("place_relation", TEXT),
        ("geo_precision", TEXT),
        ("place_basis", TEXT),
        ("happening", INT),
        ("entry", INT),
        ("rule_id", TEXT),
        ("engine", TEXT),
        ("engine_version", TEXT),
        ("confidence", REAL),
    ]
)

MENTION_ACTOR = pa.schema(
    [
        ("mention_id", TEXT),
        ("delivery_id", TEXT),
        ("role", TEXT),
        ("actor_id", TEXT),
        ("name", TEXT),
        ("char_start", INT),
        ("char_end", INT),
        ("attributed_to", TEXT),
        ("certainty", TEXT),
    ]
)

MENTION_CASUALTY = pa.schema(
    [
        ("mention_id", TEXT),
        ("delivery_id", TEXT),
        ("outcome", TEXT),
        ("victim_group", TEXT),
        ("low", INT),
        ("high", INT),
        ("char_start", INT),
        ("char_end", INT),
        ("attributed_to", TEXT),
        ("quote", TEXT),
    ]
)

MENTION_LINK = pa.schema(
    [("mention_id", TEXT), ("delivery_id", TEXT), ("relation", TEXT), ("related_mention_id", TEXT)]
)

ACTOR = pa.schema([("actor_id", TEXT), ("name", TEXT), ("kind", TEXT), ("country", TEXT), ("aliases", TEXTS)])

PLACE = pa.schema(
    [
        ("place_id", TEXT),
        ("name", TEXT),
        ("level", TEXT),
        ("admin1", TEXT),
        ("admin2", TEXT),
        ("country", TEXT),
        ("latitude", REAL),
        ("longitude", REAL),
        ("geonames_id", INT),
        ("aliases", TEXTS),
    ]
)

#: stage -> frame -> schema. The first frame of a stage is the one whose rows its gate counts; the others hang on it.
STAGES: dict[str, dict[str, pa.Schema]] = {
    "raw_text": {"delivery": DELIVERY},
    "cleaned_text": {"document": DOCUMENT, "cut": CUT},
    "extracted_events": {
        "mention": MENTION,
        "mention_actor": MENTION_ACTOR,
        "mention_casualty": MENTION_CASUALTY,
        "mention_link": MENTION_LINK,
        "actor": ACTOR,
        "place": PLACE,
    },
}
