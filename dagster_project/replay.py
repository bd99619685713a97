"""Reading quarantined rows again: which of them, batch by batch, and what a run of the job has to read for that.

What belongs here: orders (which rows, on record in the ledger) and their way into runs. What does not: the reading
(assets), the runs (runs), words for people (cli).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import dagster as dg
import pandas as pd

from dagster_project.jobs import REPLAY_QUARANTINE
from dagster_project.versions import STAGES
from sitrep.store import batches, decisions, ledger, stages
from sitrep.store.home import Home

#: The tag of a run that names its order; without it the job reads all open rows of its batch again.
ORDER = "sitrep/replay"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be read again in one batch, from which stage on."""

    decision: decisions.Decision
    stages: tuple[str, ...]  # empty where only the gates of the warehouse refused: the next publish asks them again

    @property
    def batch_id(self) -> str | None:
        """The batch; None where the rows belong to none."""
        return self.decision.batch_id


def is_replay(run: dg.AssetExecutionContext) -> bool:
    """Whether a run reads quarantined rows again."""
    return ORDER in run.run.tags or run.run.job_name == REPLAY_QUARANTINE


def deliveries_of(home: Home, run: dg.AssetExecutionContext, stage: str, batch_id: str) -> frozenset[str] | None:
    """What a run reads again at a stage; None: the whole batch, as nothing of it stands there."""
    if not is_replay(run):
        return None
    mark = batches.refusal(home, batch_id)
    if stages.version(home, stage, batch_id) is None or (mark is not None and mark.stage in STAGES):
        return None
    if ORDER in run.run.tags:
        return frozenset(decisions.find(home, run.run.tags[ORDER]).deliveries)
    rows = open_rows(home)
    return frozenset(rows.loc[rows["batch_id"] == batch_id, "delivery_id"].dropna())


def open_rows(home: Home) -> pd.DataFrame:
    """The rows in quarantine that nobody has let through or dismissed."""
    rows = ledger.quarantine(ledger.verdicts(home), decisions.dismissals(home))
    return rows[rows["status"] == "open"].reset_index(drop=True)


def give_orders(home: Home, rows: pd.DataFrame, reason: str, at: dt.datetime) -> list[Order]:
    """Put on record that these rows are to be read again: one order a batch."""
    return [
        _order(home, None if pd.isna(batch_id) else str(batch_id), mine, reason, at)
        for batch_id, mine in rows.groupby("batch_id", sort=True, dropna=False)
    ]


def _order(home: Home, batch_id: str | None, rows: pd.DataFrame, reason: str, at: dt.datetime) -> Order:
    decision = decisions.Decision(
        decision_id=decisions.new_id(),
        kind="replay",
        quarantine_ids=tuple(rows["quarantine_id"]),
        at=at,
        reason=reason,
        batch_id=batch_id,
        deliveries=tuple(sorted(set(rows["delivery_id"].dropna()))),
    )
    return Order(decisions.record(home, decision), _from_first(set(rows["stage"])) if batch_id else ())


def _from_first(concerned: set[str]) -> tuple[str, ...]:
    first = next((place for place, stage in enumerate(STAGES) if stage in concerned), len(STAGES))
    return STAGES[first:]


def requests(orders: Sequence[Order]) -> list[dg.RunRequest]:
    """The runs that carry out orders."""
    return [
        dg.RunRequest(
            run_key=one.decision.decision_id,
            partition_key=one.batch_id,
            asset_selection=[dg.AssetKey(stage) for stage in one.stages],
            tags={ORDER: one.decision.decision_id},
        )
        for one in orders
        if one.stages
    ]
