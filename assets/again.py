"""Reading some rows of a batch again: only the deliveries concerned go through a stage, the others stay as they stand.

What belongs here: taking the rows of some deliveries out of frames, and putting frames together again. What does not:
which deliveries are concerned (dagster_project.replay).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

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


def put_together(
    standing: Frames, fresh: Frames, wanted: Collection[str], order: Sequence[str]
) -> dict[str, pd.DataFrame]:
    """What stands of other deliveries, and what was made again of these, in the order of the batch's deliveries.

    So the frames are what reading the whole batch again would give. Of a name that both have, the fresh one is taken.
    """
    return {
        name: _joined(frame, _rows(standing[name], wanted, others=True) if name in standing else frame.head(0), order)
        for name, frame in fresh.items()
    }


def _joined(fresh: pd.DataFrame, kept: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    parts = [one for one in (kept, fresh) if len(one)]
    if not parts:
        return fresh
    both = pd.concat(parts, ignore_index=True)
    if _DELIVERY not in both.columns:
        name = both.columns[0]
        return both.drop_duplicates(name, keep="last").sort_values(name, ignore_index=True)
    places = {one: place for place, one in enumerate(order)}
    return both.sort_values(_DELIVERY, key=lambda ids: ids.map(places), kind="stable", ignore_index=True)
