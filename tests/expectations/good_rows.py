"""Rows that every suite accepts: one value a column name, and the documents that they are about.

What belongs here: values. What does not: what is wrong with others (each rule brings the values that it refuses).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from expectations import Suite
from sitrep.schemas import STAGES
from sitrep.warehouse import Table, tables

PAYLOAD = b"Gunmen killed three soldiers near Quetta on Tuesday. Share this"
RAW = PAYLOAD.decode()
CLEAN = RAW[:52]
SHA = hashlib.sha256(PAYLOAD).hexdigest()
DAY = dt.date(2024, 3, 5)

VALUES: Mapping[str, Any] = {
    "payload": PAYLOAD,
    "raw_size": len(PAYLOAD),
    "raw_sha256": SHA,
    "raw_path": "a.txt",
    "problem": None,
    "raw_text": RAW,
    "raw_chars": len(RAW),
    "clean_text": CLEAN,
    "clean_chars": len(CLEAN),
    "segments": [{"clean_start": 0, "clean_end": 52, "raw_start": 0}],
    "title_end": None,
    "published_on": DAY,
    "published_precision": "day",
    "published_basis": "metadata",
    "rule_id": "a.rule",
    "event_type": "armed_attack",
    "trigger": "killed",
    "trigger_start": 7,
    "trigger_end": 13,
    "sentence": CLEAN,
    "char_start": 0,
    "char_end": 52,
    "raw_start": 0,
    "raw_end": 52,
    "modality": "asserted",
    "occurred_from": DAY,
    "occurred_to": DAY,
    "date_precision": "day",
    "confidence": 0.7,
    "name": CLEAN,
    "quote": CLEAN,
    "text": CLEAN,
    "role": "perpetrator",
    "certainty": "stated",
    "outcome": "killed",
    "victim_group": "security_force",
    "low": 3,
    "best": 3,
    "high": 4,
    "relation": "condemns",
    "kind": "military",
    "country": "PK",
    "latitude": 30.2,
    "longitude": 67.0,
    "url": "https://example.org/a",
    "similarity": 0.9,
    "incident_id": "i1",
    "unresolved_reason": None,
    "killed_low": 3,
    "killed_best": 3,
    "killed_high": 4,
    "injured_low": 0,
    "injured_best": 1,
    "injured_high": 2,
    "mention_count": 2,
    "document_count": 2,
    "origin_count": 1,
    "place_id": "gn.1",
    "related_incident_id": "i2",
    "alias_id": "i9",
    "revision": 1,
    "reasons": ["same day"],
    "incidents": 3,
    "violent_incidents": 2,
    "disputed_incidents": 1,
    "documents": 3,
    "origins": 2,
    "step": 0,
    "agreement": 0.5,
    "actor1_id": "military.pk",
    "fatalities": 3,
    "time_precision": 1,
    "geo_precision": 1,
    "type_of_violence": 1,
    "Event Type": "ASSAULT",
    "times_asked": 2,
    "times_failed": 1,
    "released_share": 0.5,
}
CONTEXT: Mapping[str, Any] = {
    "as_of": dt.date(2024, 3, 10),
    "event_types": frozenset({"armed_attack"}),
    "document": pd.DataFrame(
        [{"delivery_id": f"v{n}", "document_id": f"{n}" * 20, "clean_text": CLEAN, "raw_text": RAW} for n in (1, 2)]
    ),
    "cut": pd.DataFrame(
        [{"delivery_id": f"v{n}", "document_id": f"{n}" * 20, "raw_start": 52, "raw_end": len(RAW)} for n in (1, 2)]
    ),
    "mention": pd.DataFrame(
        [{"delivery_id": f"v{n}", "mention_id": f"m{n}", "document_id": f"{n}" * 20} for n in (1, 2)]
        + [{"delivery_id": f"v{n}", "mention_id": f"r{n}", "document_id": f"{n}" * 20} for n in (1, 2)]
    ),
}


IDS = {"delivery_id": "v{row}", "document_id": "{row}" * 20, "mention_id": "m{row}", "related_mention_id": "r{row}"}


def good_frame(suite: Suite) -> pd.DataFrame:
    """Two rows, with those columns of a suite's frame or table that have a value here."""
    columns = [name for name in columns_of(suite.suite) if name in VALUES or name in IDS or name in suite.key]
    return pd.DataFrame([{name: _value(name, row, suite) for name in columns} for row in (1, 2)])


@cache
def columns_of(name: str) -> tuple[str, ...]:
    """The columns of a stage's frame, or of a table of the warehouse."""
    stage, _, frame = name.partition(".")
    if stage in STAGES:
        return tuple(STAGES[stage][frame].names)
    return next(tuple(one.name for one in table.columns) for table in _tables() if table.full_name == name)


@cache
def _tables() -> tuple[Table, ...]:
    return tables()


def _value(name: str, row: int, suite: Suite) -> Any:
    if name in IDS:
        return IDS[name].format(row=row)
    if name not in VALUES:
        return f"{name}-{row}"
    is_first_of_key = name == next((one for one in suite.key if one not in IDS), None)
    if not is_first_of_key or any(one in IDS for one in suite.key):
        return VALUES[name]
    return VALUES[name] + row if isinstance(VALUES[name], int) else f"{VALUES[name]}-{row}"
