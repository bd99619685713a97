"""The publish, as Dagster runs it: plan, settle, put on record, show the checks, then refuse or swap the file in.

What belongs here: the order of these steps under the publish lock. What does not: how what is published is settled
(assets.publishing), the file (sitrep.warehouse).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import dagster as dg

from assets import record, ways
from assets.plans import Plan, Tools
from assets.ports import Desk, Yielded
from assets.publishing import (
    ACCOUNTING,
    Attempt,
    settle,
    verdicts,
)
from assets.warehouse import ADMISSION, RULES, published_tables, sql_check_owners
from dagster_project import metadata, stories
from dagster_project.gate import RESULTS, failure, write_data_docs
from dagster_project.jobs import JOB_TAG, REBUILD
from expectations import CheckResult, suite_names
from expectations.docs import Keep
from sitrep import files
from sitrep.store import batches, decisions, ledger, publishes, stages
from sitrep.store.batches import Batch
from sitrep.store.home import Home


def publish(desk: Desk, run: dg.AssetExecutionContext) -> Yielded:
    """Yield the checks of every table; then raise, or swap the file in and yield a word on each table."""
    desk.seconds("warehouse")  # from here on they count
    with desk.home.publish_lock():
        publishes.settle(desk.home)
        plan = plan_of(desk, run.run.run_id, whole=run.run.tags.get(JOB_TAG) == REBUILD)
        if why := _nothing_to_do(desk.home, plan):
            run.log.info(why)
            return
        desk.progress("resolving and building the warehouse")
        candidate = files.temporary(desk.home.warehouse).with_suffix(".duckdb")
        try:
            tools = _tools(desk, run, candidate)
            tried = settle(plan, tools)
            _put_on_record(desk.home, tried)
            yield from checks(tried)
            if not tried.is_good:
                write_data_docs(desk)
                raise failure("the new batches", [one.result for one in tried.offences])
            _reload_results(candidate, desk.home)
            told = _told(desk, tried, candidate)
            _swap(desk, tried, tools)
            yield from told
        finally:
            _discard(candidate)


def _nothing_to_do(home: Home, plan: Plan) -> str | None:
    """Why there is nothing to publish, if so."""
    back = publishes.rolled_back(home)
    if back is not None and back.on_hold and not plan.asked_for:
        return (
            f"The warehouse was put back to publish {back.seq} ({back.reason}) and stays there until "
            "`sitrep warehouse release`."
        )
    if not plan.new and not (plan.asked_for and plan.batches):
        return "The warehouse holds every batch that passed its gates: nothing to publish."
    return None


def plan_of(desk: Desk, run_id: str, whole: bool = False) -> Plan:
    """What is to be in the warehouse: the batches that it holds, and those that passed their gates since."""
    home = desk.home
    held, last, standing = publishes.held(home), publishes.last(home), publishes.standing(home)
    states = batches.states(home, held)
    ready = [batches.read_batch(home, one) for one, state in states.items() if state == "extracted"]
    ready.sort(key=lambda one: (one.created_at, one.batch_id))
    taken = ready if whole else _at_once(ready, held, desk.settings.warehouse.publish_documents)
    new = {one.batch_id: stages.current(home, stages.LAST, one.batch_id).version for one in taken}
    refused = frozenset(one for one, state in states.items() if state == "refused") - held.keys()
    readable = {batch: at for batch, at in held.items() if stages.exists(home, stages.LAST, batch, at)}
    return Plan(
        {**held, **new},
        frozenset(new),
        refused,
        last.seq + 1 if last else 1,
        desk.now(),
        run_id,
        held=readable,
        whole=whole or standing != last,
        asked_for=whole,
    )


def _at_once(ready: Sequence[Batch], held: Mapping[str, str], documents: int) -> Sequence[Batch]:
    """The batches that one publish takes, the oldest first: memory holds what is added, not what stands.

    Batches that were read again change what stands, and are taken together.
    """
    if any(one.batch_id in held for one in ready):
        return ready
    counts = accumulate(one.deliveries for one in ready)
    return [one for one, count in zip(ready, counts, strict=True) if count - one.deliveries < documents]


def _tools(desk: Desk, run: dg.AssetExecutionContext, candidate: Path) -> Tools:
    keep = Keep(desk.home.quality / RESULTS, run.run.run_id[:8], "warehouse", desk.now())
    types, toll_rule = desk.ontology().types, desk.settings.resolution.toll_rule
    return Tools(desk.home, candidate, types, toll_rule, keep, ways.basis(types, toll_rule))


def _put_on_record(home: Home, tried: Attempt) -> None:
    for one in verdicts(tried, home, "core", "mart"):
        ledger.append_verdict(home, one)
    for batch_id, why in tried.plan.kept_out.items():
        version = stages.version(home, "extracted_events", batch_id)
        batches.refuse(home, batch_id, record.refusal("core", why, tried.plan.run_id, version))


def checks(tried: Attempt) -> Yielded:
    """One check for each suite and account, one for each rule across tables, one that says which batches stayed out."""
    tables = published_tables()
    owners = sql_check_owners(tables)
    offences = {one.result.suite: one.result for one in tried.offences}
    for table in tables:
        key = dg.AssetKey([table.schema, table.name])
        if table.full_name in suite_names():
            found = tried.results.get(table.full_name, ())
            broken = offences.get(table.full_name)
            yield metadata.check_result(key, RULES, [*found, *([broken] if broken and broken not in found else [])])
        account = tried.results.get(f"{table.full_name} {ACCOUNTING}")
        if account:
            yield metadata.check_result(key, ACCOUNTING, account)
    for name, owner in owners.items():
        yield metadata.check_result(owner, name, tried.results.get(name, ()))
    yield _admission(tried.plan.kept_out)


def _admission(kept_out: Mapping[str, Sequence[CheckResult]]) -> dg.AssetCheckResult:
    rows = [
        {"batch": batch, "rule": f"{one.suite}.{one.rule}", "rows": one.unexpected, "observed": one.observed}
        for batch, why in sorted(kept_out.items())
        for one in why
    ]
    return dg.AssetCheckResult(
        asset_key=["core", "delivery"],
        check_name=ADMISSION,
        passed=not kept_out,
        metadata={"batches kept out": len(kept_out), "why": metadata.records(rows)},
        description=f"kept out: {', '.join(sorted(kept_out))}" if kept_out else None,
    )


def _told(desk: Desk, tried: Attempt, candidate: Path) -> list[dg.MaterializeResult[Any]]:
    """A word on each table, read from the candidate while it is closed to writers."""
    from sitrep.warehouse import reading

    with reading(candidate) as connection:
        made = {
            "publish": tried.plan.seq,
            "seconds": round(desk.seconds("warehouse"), 3),
            "batches": len(tried.plan.batches),
            "new batches": len(tried.plan.new),
        }
        return [stories.table(connection, table, made, desk) for table in published_tables()]


def _swap(desk: Desk, tried: Attempt, tools: Tools) -> None:
    """The moment of publishing: prepare the record, swap the file, commit the record."""
    from sitrep.warehouse import swap

    plan, home = tried.plan, desk.home
    record_of = publishes.Publish(plan.seq, plan.at, plan.run_id, plan.batches, tools.basis)
    publishes.prepare(home, record_of, tried.remember, tools.candidate)
    swap(tools.candidate, home.warehouse_file, desk.settings.warehouse.keep_versions)
    publishes.commit(home, plan.seq)


def _reload_results(candidate: Path, home: Home) -> None:
    """The rules across tables and the suites of the marts spoke after the file was built: take all results anew."""
    import duckdb

    from sitrep.warehouse.load import describe, load

    with duckdb.connect(str(candidate), config={"autoinstall_known_extensions": "false"}) as connection:
        target = describe(connection, "quality")["check_result"]
        connection.execute(f"delete from {target.table}")
        load(connection, target, ledger.check_results(ledger.verdicts(home)))
        connection.execute("checkpoint")


def _discard(candidate: Path) -> None:
    from sitrep.warehouse import discard

    discard(candidate)


def write_report(desk: Desk) -> Mapping[str, Any]:
    """Write the report and the Data Docs; where they are."""
    from sitrep.report import render

    desk.seconds("report")  # from here on they count
    home = desk.home
    refused = ledger.quarantine(ledger.verdicts(home), decisions.dismissals(home))
    rows = files.to_table(refused, ledger.QUARANTINE).to_pylist()
    page = render(home.warehouse_file, rows, built_at=desk.now())
    files.write_bytes(home.reports / "report.html", page.encode())
    write_data_docs(desk)
    return {"seconds": round(desk.seconds("report"), 3), **stories.links(home, desk.settings)}
