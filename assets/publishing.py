"""From extracted batches to a warehouse that passed its gates: resolve, audit, build beside, check, and try again
without the rows or batches that the gates refuse.

What belongs here: the order of these steps. What does not: who is to blame (blame), the rules (expectations,
sql/checks), Dagster, and the moment of publishing (dagster_project.desk).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from assets import ways
from assets.blame import Excluded, Offence, blamed_batches, blamed_rows
from assets.plans import Plan, Tools
from assets.record import verdict
from expectations import CheckResult, audit, suite_names
from expectations.accounting import delivery_account, mention_account
from expectations.stages import Quarantined, plain, quarantined_row
from sitrep.store import collect, decisions, ledger
from sitrep.store.home import Home

Frames = dict[str, pd.DataFrame]
Results = dict[str, tuple[CheckResult, ...]]
#: The name under which the accounts stand beside the suites of their tables.
ACCOUNTING = "accounting"
#: After so many rounds of leaving out single rows, the batches that they come from are left out whole.
ROUNDS = 8


@dataclass(frozen=True)
class Attempt:
    """One try: the tables, what the gates said of them, and what stands against publishing."""

    plan: Plan
    frames: Frames  # those of core, as far as this publish makes or changes them
    remember: Frames  # rows that the ledger must keep: assignment, alias, revision
    excluded: tuple[Quarantined, ...]
    results: Results  # by table, or by the name of a rule across tables
    offences: tuple[Offence, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether nothing stands against publishing."""
        return not self.offences


def settle(plan: Plan, tools: Tools) -> Attempt:
    """Try until what is left passes every gate; the last attempt, good or with no new batch left to publish."""
    excluded, rounds = Excluded(), ROUNDS
    while True:
        tried = attempt(plan, excluded, tools)
        if tried.is_good:
            return tried
        rows = blamed_rows(tried.offences, tried.frames) if rounds else Excluded()
        if rows.adds_to(excluded):
            excluded, rounds = excluded | rows, rounds - 1
            continue
        guilty = (blamed_batches(tried.offences, tried.frames) & plan.new) or _guilty_alone(plan, excluded, tools)
        plan = _without_batches(plan, guilty, tuple(offence.result for offence in tried.offences))
        if not plan.new:
            return replace(tried, plan=plan)


def _without_batches(plan: Plan, guilty: frozenset[str], why: tuple[CheckResult, ...] = ()) -> Plan:
    others = {batch: version for batch, version in plan.batches.items() if batch not in guilty}
    # Of a batch that was read again the warehouse keeps what it holds.
    left = {**others, **{batch: plan.held[batch] for batch in guilty & plan.held.keys()}}
    kept_out = {**plan.kept_out, **dict.fromkeys(guilty, why)}
    return replace(plan, batches=left, new=plan.new - guilty, kept_out=kept_out)


def _guilty_alone(plan: Plan, excluded: Excluded, tools: Tools) -> frozenset[str]:
    """Where offending rows name no new batch: those that offend without the other new ones, else all of them."""
    if len(plan.new) < 2:
        return plan.new
    alone = {batch: _without_batches(plan, plan.new - {batch}) for batch in sorted(plan.new)}
    guilty = {batch for batch, one in alone.items() if not attempt(one, excluded, tools).is_good}
    return frozenset(guilty) or plan.new


def attempt(plan: Plan, excluded: Excluded, tools: Tools) -> Attempt:
    """Resolve, audit the tables of core, build the candidate, hold marts and the rules across tables against it."""
    made = ways.make(plan, excluded, tools)
    gone = _quarantined(excluded, made.collected, made.arrived)
    tried = _audit_core(Attempt(plan, made.frames, made.remember, gone, {}, ()), made, tools)
    return _audit_file(tried, made, tools) if tried.is_good else tried


def _quarantined(
    excluded: Excluded, stages: Mapping[str, pd.DataFrame], arrived: pd.DataFrame
) -> tuple[Quarantined, ...]:
    """What is left out, as rows of quarantine: mentions, and deliveries."""
    found = []
    for frame, name, reasons in (
        (stages["mention"], "mention", excluded.mentions),
        (arrived, "delivery", excluded.deliveries),
    ):
        key = f"{name}_id"
        for row in frame[frame[key].isin(list(reasons))].to_dict("records"):
            shown = {**row, "reasons": reasons[row[key]]}
            found.append(quarantined_row(f"core.{name}", shown, ("delivery_id", key), {}, str(row["batch_id"])))
    return tuple(found)


def _audit_core(tried: Attempt, made: ways.Made, tools: Tools) -> Attempt:
    refused, told = _refused(tried, made.arrived, tools), made.accounted
    results, offences = _audit_tables("core", tried.frames, tools, {"as_of": tried.plan.at.date()})
    accounts = {
        "delivery": delivery_account(told["delivery"], made.arrived, refused),
        "mention": mention_account(told["mention"], told["document"], made.stages["mention"]),
    }
    offences += [Offence(one, one.sample) for one in accounts.values() if not one.success]
    results |= {f"core.{name} {ACCOUNTING}": (one,) for name, one in accounts.items()}
    return replace(tried, results=results, offences=tuple(offences))


def _refused(tried: Attempt, arrived: pd.DataFrame, tools: Tools) -> set[str]:
    """The deliveries of which a gate refused a row, or the whole batch."""
    rows = ledger.quarantine(ledger.verdicts(tools.home))
    recorded = set(rows.loc[rows["status"] != "replayed", "delivery_id"].dropna())
    whole = set(arrived.loc[arrived["batch_id"].isin(list(tried.plan.kept_out)), "delivery_id"])
    return recorded | whole | {one.delivery_id for one in tried.excluded if one.delivery_id}


def _audit_tables(
    schema: str, frames: Mapping[str, pd.DataFrame], tools: Tools, compare: Mapping[str, Any]
) -> tuple[Results, list[Offence]]:
    """Hold each table that has a suite against it."""
    results: Results = {}
    offences: list[Offence] = []
    for name in sorted(name for name in frames if f"{schema}.{name}" in suite_names()):
        said = audit(frames[name], f"{schema}.{name}", compare, tools.keep)
        results[said.suite] = said.results
        rows = said.quarantined.to_dict("records")
        for one in said.failures:
            broke = [row for row in rows if any(reason.startswith(f"{one.rule}:") for reason in row["reasons"])]
            if one.level != "warn":
                offences.append(Offence(one, tuple({str(key): row[key] for key in row} for row in broke)))
    return results, offences


def _audit_file(tried: Attempt, made: ways.Made, tools: Tools) -> Attempt:
    from sitrep.warehouse import RefusedRows, discard, run_checks

    discard(tools.candidate)
    known = [*ledger.verdicts(tools.home), *verdicts(tried, tools.home, "core")]
    try:
        reached = made.write(quality_frames(tools.home, known))
    except RefusedRows as refused:
        return replace(tried, offences=(Offence(_constraint(refused), ()),))
    before = tools.home.warehouse_file if tools.home.warehouse_file.exists() else None
    said = run_checks(tools.candidate, previous=before)
    failing = [one for one in said if not one.success and one.severity != "warning"]
    sets_aside = all(one.refuses_rows for one in failing)  # where more is wrong, no single row is to blame
    across = {one.name: (_across(one, sets_aside=sets_aside),) for one in said}
    wanted = [name for name in suite_names() if name.startswith("mart.")]
    found = ways.changed_rows(tools.candidate, before if made.new is not None else None, wanted, reached)
    marts, offences = _audit_tables("mart", {name.partition(".")[2]: rows for name, rows in found.items()}, tools, {})
    offences += [Offence(one, one.sample) for (one,) in across.values() if not one.success and one.level != "warn"]
    return replace(tried, results={**tried.results, **across, **marts}, offences=tuple(offences))


def quality_frames(home: Home, known: list[ledger.Verdict]) -> Frames:
    """The tables of quality: what the gates have said up to now."""
    return {
        "check_result": ledger.check_results(known),
        "quarantine": ledger.quarantine(known, decisions.dismissals(home)),
    }


def verdicts(tried: Attempt, home: Home, *stages: str) -> list[ledger.Verdict]:
    """What the gates of the warehouse say of an attempt, stage by stage, and of each batch that they refuse."""
    plan, found = tried.plan, []
    covers = tuple(sorted(plan.batches)) if tried.is_good else ()
    for stage in stages:
        entry = ledger.Entry(stage, None, plan.run_id, plan.at, not tried.is_good, covers)
        gone = tried.excluded if stage == "core" and tried.is_good else ()
        found.append(verdict(entry, results_of(tried.results, stage), gone))
    for batch, why in sorted(plan.kept_out.items()) if "core" in stages else ():
        entry = ledger.Entry("core", batch, plan.run_id, plan.at, True, (batch,))
        found.append(verdict(entry, why, refused_deliveries(home, batch, "core", why)))
    return found


def refused_deliveries(
    home: Home, batch_id: str, stage: str, why: Iterable[CheckResult], listed: Collection[str] = ()
) -> list[Quarantined]:
    """The deliveries of a batch that is refused whole, save those that are listed already for faults of their own."""
    arrived = collect.arrivals(home, [batch_id])
    reason = f"batch_refused: {', '.join(sorted({f'{one.suite}.{one.rule}' for one in why}))}"
    return [
        quarantined_row(f"{stage}.delivery", {**row, "reasons": (reason,)}, ("delivery_id",), {}, batch_id)
        for row in arrived[~arrived["delivery_id"].isin(list(listed))].to_dict("records")
    ]


def results_of(results: Results, stage: str) -> list[CheckResult]:
    """The results of one of the two stages of the warehouse."""
    return [one for found in results.values() for one in found if _stage_of(one) == stage]


def _stage_of(result: CheckResult) -> str:
    return "mart" if result.suite.startswith("mart") else "core"


def _constraint(refused: Any) -> CheckResult:
    return CheckResult(
        suite=refused.table,
        rule="constraints",
        level="batch",
        expectation="constraints of the table",
        column=None,
        success=False,
        unexpected=1,
        observed=refused.detail,
        reason="Keys, required values and codes are what every query on the table relies on.",
    )


def _across(check: Any, *, sets_aside: bool) -> CheckResult:
    return CheckResult(
        suite=f"{check.stage}.checks",
        rule=check.name,
        level="warn" if check.severity == "warning" else "row" if check.refuses_rows and sets_aside else "batch",
        expectation="no offending rows",
        column=None,
        success=check.success,
        unexpected=check.count,
        observed=f"{check.count} offending rows",
        reason=check.purpose,
        sample=tuple(plain(row) for row in check.sample),
    )
