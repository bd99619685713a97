"""Small frames for tests of the store: the right columns, and hardly any rows."""

from __future__ import annotations

import pandas as pd

from sitrep import files
from sitrep.schemas import STAGES


def stage_frames(stage: str, **rows: list[dict[str, object]]) -> dict[str, pd.DataFrame]:
    """The frames of a stage, empty but for the rows that are given (missing columns are null)."""
    return {
        name: pd.DataFrame(rows[name]).reindex(columns=schema.names)
        if name in rows
        else files.to_frame(schema.empty_table())
        for name, schema in STAGES[stage].items()
    }
