"""The gate of a stage, as Dagster runs it: audit, put on record, show the checks, then refuse or let through.

What belongs here: the order of these steps, so that nothing is renamed into place before the checks are known.
What does not: the rules (expectations), the ledger (sitrep.store).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import dagster as dg

from assets import record
from assets.again import put_together
from assets.ports import Desk, Frames, Yielded
from assets.publishing import refused_deliveries
from dagster_project import metadata, stories
from expectations import CheckResult, Verdict
from expectations.docs import Keep
from expectations.stages import Quarantined, StageVerdict, audit_stage
from sitrep import files
from sitrep.schemas import STAGES
from sitrep.store import batches, ledger, stages

#: Results of Great Expectations, below the home's folder of quality.
RESULTS = "results"


def gate(
    desk: Desk, run: dg.AssetExecutionContext, frames: Frames, compare: Mapping[str, Any], versions: Mapping[str, str]
) -> Yielded:
    """Yield a check for each frame; then raise, or yield the frames that may be stored, written beside their place."""
    stage, batch_id = run.asset_key.path[-1], run.partition_key
    again = desk.again(run)
    if again is not None:
        order = batches.read_deliveries(desk.home, batch_id, ["delivery_id"])["delivery_id"].tolist()
        frames = put_together(stages.read(desk.home, stage, batch_id), frames, again, order)
    said = _audit(desk, run, stage, frames, compare)
    rows = [*said.quarantined, *_rest_of_batch(desk, batch_id, said)]
    spoken_of = None if again is None else tuple(sorted(again))
    entry = ledger.Entry(stage, batch_id, run.run.run_id, desk.now(), bool(said.blockers), (batch_id,), spoken_of)
    ledger.append_verdict(desk.home, record.verdict(entry, said.results, rows))
    for name, one in said.verdicts.items():
        yield metadata.check_result(run.asset_key, name, one.results)
    if said.blockers:
        batches.refuse(desk.home, batch_id, record.refusal(stage, said.blockers, run.run.run_id))
        write_data_docs(desk)
        raise failure(f"{stage} of batch {batch_id}", said.blockers)
    told = stories.stage(desk, run, frames, said, versions, again)
    yield _stored(desk, stage, batch_id, said.accepted, again, told)


def _stored(
    desk: Desk, stage: str, batch_id: str, accepted: Frames, again: frozenset[str] | None, told: Mapping[str, Any]
) -> dg.MaterializeResult[stages.Draft]:
    """What passed, written beside its place: the storage puts it there. Some rows read again do not renew the rest."""
    code = desk.code(stage) if again is None else stages.current(desk.home, stage, batch_id).code
    draft = stages.draft(desk.home, stage, batch_id, accepted, desk.inputs_of(stage, batch_id), code)
    return dg.MaterializeResult(value=draft, metadata=dict(told), data_version=dg.DataVersion(draft.made.version))


def unchanged(desk: Desk, run: dg.AssetExecutionContext) -> Yielded:
    """What stands, with the word of the gate that let it through: nothing is made, asked or stored again."""
    stage, batch_id = run.asset_key.path[-1], run.partition_key
    standing = stages.current(desk.home, stage, batch_id)
    for name, results in last_results(desk, stage, batch_id).items():
        yield metadata.check_result(run.asset_key, name, results)
    run.log.info(f"{stage} of batch {batch_id} is as its code and its input would make it: nothing to do.")
    told = stories.standing(desk, run, stages.read(desk.home, stage, batch_id))
    yield dg.MaterializeResult(value=standing, metadata=dict(told), data_version=dg.DataVersion(standing.version))


def last_results(desk: Desk, stage: str, batch_id: str) -> dict[str, list[CheckResult]]:
    """What the gate said of each frame of a stage when it last let the batch through."""
    mine = [one for one in ledger.verdicts(desk.home, batch_id) if one.entry.stage == stage and not one.entry.blocked]
    rows = mine[-1].checks.to_dict("records") if mine else []
    return {
        frame: [record.as_said(row) for row in rows if row["suite"] == f"{stage}.{frame}"] for frame in STAGES[stage]
    }


def write_data_docs(desk: Desk) -> Path:
    """Great Expectations' own pages, brought up to date."""
    from expectations.docs import build_data_docs

    home = desk.home
    return build_data_docs(home.quality / RESULTS, home.reports / "data_docs", desk.settings.data_docs.keep_results)


def failure(what: str, blockers: Sequence[CheckResult]) -> dg.Failure:
    """The end of a run that a gate refused: no other try would change it."""
    rules = "; ".join(f"{one.suite}.{one.rule} ({one.observed})" for one in blockers)
    return dg.Failure(f"The gate refused {what}: {rules}", metadata.check(blockers), allow_retries=False)


def _audit(
    desk: Desk, run: dg.AssetExecutionContext, stage: str, frames: Frames, compare: Mapping[str, Any]
) -> StageVerdict:
    misshapen = [one for name in STAGES[stage] for one in _shape(stage, name, frames)]
    if misshapen:
        verdicts = {
            name: Verdict(f"{stage}.{name}", frame.head(0), frame.head(0), tuple(_of(misshapen, stage, name)))
            for name, frame in frames.items()
        }
        return StageVerdict(stage, {}, (), verdicts)
    keep = Keep(desk.home.quality / RESULTS, run.run.run_id[:8], run.partition_key, desk.now())
    ordered = {name: frames[name] for name in STAGES[stage]}
    return audit_stage(stage, ordered, compare, keep, scope=run.partition_key)


def _shape(stage: str, name: str, frames: Frames) -> list[CheckResult]:
    """Whether a frame has the columns and types of its schema: before that no rule can be asked."""
    try:
        files.to_table(frames[name], STAGES[stage][name])
    except (KeyError, files.FrameMismatch) as error:
        return [
            CheckResult(
                suite=f"{stage}.{name}",
                rule="schema",
                level="batch",
                expectation="columns and types of the schema",
                column=None,
                success=False,
                unexpected=1,
                observed=str(error),
                reason="Rows whose columns mean something else cannot be audited, stored or read by the next stage.",
            )
        ]
    return []


def _of(results: Sequence[CheckResult], stage: str, name: str) -> list[CheckResult]:
    return [one for one in results if one.suite == f"{stage}.{name}"]


def _rest_of_batch(desk: Desk, batch_id: str, said: StageVerdict) -> list[Quarantined]:
    """A batch that is refused whole: also its deliveries without a fault of their own are accounted for."""
    if not said.blockers:
        return []
    listed = {row.delivery_id for row in said.quarantined if row.delivery_id}
    return refused_deliveries(desk.home, batch_id, said.stage, said.blockers, listed)
