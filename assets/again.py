"""Reading some rows of a batch again: only the deliveries concerned go through a stage, the others stay as they stand.

What belongs here: taking the rows of some deliveries out of frames, and putting frames together again. What does not:
which deliveries are concerned (dagster_project.replay).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

Frames = Mapping[str, pd.DataFrame]
_DELIVERY = "delivery_id"


def of_deliveries(frames: Frames, wanted: Collection[str] | None) -> dict[str, pd.DataFrame]:
    """The rows of some deliveries (None: of all); frames of names, which belong to none, stay whole."""
    if wanted is None:
        return dict(frames)
    return {name: _rows(frame, wanted) for name, frame in frames.items()}


def _rows(frame: pd.DataFrame, wanted: Collection[str], others: bool = False) -> pd.DataFrame:
    if _DELIVERY not in frame.columns:
        return frame
    return frame[frame[_DELIVERY].isin(list(wanted)) ^ others].reset_index(drop=True)


def put_together(standing: Frames, fresh: Frames, wanted: Collection[str]) -> dict[str, pd.DataFrame]:
    """What stands of other deliveries, and what was made again of these; of a name that both have, the fresh one."""
    return {
        name: _joined(frame, _rows(standing[name], wanted, others=True) if name in standing else frame.head(0))
        for name, frame in fresh.items()
    }


def _joined(fresh: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    parts = [one for one in (kept, fresh) if len(one)]
    if not parts:
        return fresh
    both = pd.concat(parts, ignore_index=True)
    return both if _DELIVERY in both.columns else both.drop_duplicates(both.columns[0], keep="last", ignore_index=True)
