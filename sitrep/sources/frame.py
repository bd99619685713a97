"""Deliveries as the raw frame.

What belongs here: one row a delivery, in the columns of schemas.DELIVERY. What does not: ids, and reading.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

import pandas as pd
import pyarrow as pa

from sitrep.records import Delivery
from sitrep.schemas import DELIVERY
from sitrep.sources.identity import delivery_id, document_id

SIDECAR_COLUMNS = ("url", "published", "publisher", "title", "language")


def to_frame(deliveries: Iterable[Delivery], arrived_at: dt.datetime) -> pd.DataFrame:
    """All deliveries as one frame, in the order given."""
    rows = [row_of(delivery, arrived_at) for delivery in deliveries]
    frame: pd.DataFrame = pa.Table.from_pylist(rows, schema=DELIVERY).to_pandas()
    return frame


def row_of(delivery: Delivery, arrived_at: dt.datetime) -> dict[str, object]:
    """One delivery as a row, by the names of its columns."""
    return {
        "delivery_id": delivery_id(delivery),
        "document_id": document_id(delivery.payload),
        "source_name": _storable(delivery.source_name),
        "raw_path": _storable(delivery.raw_path),
        "media_type": delivery.media_type,
        "payload": delivery.payload,
        "raw_size": len(delivery.payload),
        "raw_sha256": hashlib.sha256(delivery.payload).hexdigest(),
        **{name: _storable(delivery.sidecar.get(name)) for name in SIDECAR_COLUMNS},
        "problem": delivery.problem,
        "arrived_at": arrived_at,
    }


def _storable(text: str | None) -> str | None:
    """Text without unpaired surrogates (file names and JSON may hold them), which no column can store."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")
