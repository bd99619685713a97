"""All rows of many batches as one set of frames: what resolution works on.

What belongs here: putting the accepted frames of batches together, each row with its batch. What does not: choosing
the batches, or anything about the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd
import pyarrow as pa

from sitrep import files, schemas
from sitrep.store import batches, stages
from sitrep.store.home import Home

_DELIVERY = [name for name in schemas.DELIVERY.names if name != "payload"]


def collect(home: Home, versions: Mapping[str, str]) -> dict[str, pd.DataFrame]:
    """The accepted frames of batches at given versions of their mentions, and the documents that those rest on."""
    parts: dict[str, list[pd.DataFrame]] = {}
    for batch_id in sorted(versions):
        pinned = stages.inputs(home, stages.LAST, batch_id, versions[batch_id]).get("cleaned_text")
        frames = {
            **stages.read(home, "cleaned_text", batch_id, pinned),
            **stages.read(home, "extracted_events", batch_id, versions[batch_id]),
        }
        for name, frame in frames.items():
            parts.setdefault(name, []).append(frame.assign(batch_id=batch_id))
    names = [*schemas.STAGES["cleaned_text"], *schemas.STAGES["extracted_events"]]
    return {name: _joined(parts.get(name, []), _schema(name)) for name in names}


def arrivals(home: Home, batch_ids: Iterable[str]) -> pd.DataFrame:
    """Every delivery of these batches, without its bytes."""
    parts = [
        batches.read_deliveries(home, batch_id, _DELIVERY).assign(batch_id=batch_id) for batch_id in sorted(batch_ids)
    ]
    schema = pa.schema([schemas.DELIVERY.field(name) for name in _DELIVERY])
    return _joined(parts, schema)


def _schema(name: str) -> pa.Schema:
    return next(frames[name] for frames in schemas.STAGES.values() if name in frames)


def _joined(parts: list[pd.DataFrame], schema: pa.Schema) -> pd.DataFrame:
    whole = [part for part in parts if len(part)]
    if not whole:
        return files.to_frame(schema.append(pa.field("batch_id", schemas.TEXT)).empty_table())
    return pd.concat(whole, ignore_index=True)
