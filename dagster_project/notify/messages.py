"""What an alert says: the gate, the rule, the count, where to look, and what to do.

What belongs here: from a run and the home's records to an alert, and its words. What does not: sending it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import dagster as dg

from dagster_project.jobs import JOB_TAG
from sitrep.store import batches, ledger
from sitrep.store.alerts import Alert, Finding
from sitrep.store.home import Home

_PARTITION = "dagster/partition"
_GUIDE = "docs/operating.md"
_REFUSED = (
    "A gate refused; nothing of it was published, the warehouse is as before. `sitrep status` and "
    f"`sitrep quarantine list` show the rows; {_GUIDE}, 'A gate refused', says how to mend and replay."
)
_BROKE = (
    f"The run broke off. {_GUIDE}, 'A run broke off', says what can be told from the error; running it again is safe."
)


def alert_of(home: Home, run: dg.DagsterRun, at: dt.datetime, error: str | None, ui_url: str) -> Alert | None:
    """What to tell of a run that ended; None where there is nothing to tell."""
    findings = tuple(_findings(home, run))
    if not findings and error is None:
        return None
    batch_id = run.tags.get(_PARTITION)
    return Alert(
        alert_id=run.run_id,
        title=_title(run, batch_id, findings),
        at=at,
        job=run.tags.get(JOB_TAG, run.job_name),
        batch_id=batch_id,
        findings=findings,
        error=None if findings else error,
        link=f"{ui_url.rstrip('/')}/runs/{run.run_id}" if ui_url else f"run {run.run_id} in the UI",
        what_to_do=_REFUSED if findings else _BROKE,
    )


def _title(run: dg.DagsterRun, batch_id: str | None, findings: tuple[Finding, ...]) -> str:
    of = f" of batch {batch_id}" if batch_id else ""
    if not findings:
        return f"{run.job_name}{of} broke off"
    gates = ", ".join(dict.fromkeys(one.gate for one in findings))
    return f"{run.job_name}{of}: the gate of {gates} refused, {findings[0].rule} ({findings[0].count})"


def _findings(home: Home, run: dg.DagsterRun) -> Iterable[Finding]:
    """What gates refused in this run: the marks of batches, else the blocked verdicts of the ledger."""
    marked = list(_marked(home, run))
    return marked or _blocked(home, run)


def _marked(home: Home, run: dg.DagsterRun) -> Iterable[Finding]:
    of = run.tags.get(_PARTITION)
    for batch_id in [of] if of else [one.batch_id for one in batches.list_batches(home)]:
        mark = batches.refusal(home, batch_id)
        if mark is not None and mark.run_id == run.run_id:
            for rule in mark.rules:
                observed = rule.observed if of else f"batch {batch_id} kept out: {rule.observed}"
                yield Finding(mark.stage, rule.rule, rule.count, observed, rule.reason)


def _blocked(home: Home, run: dg.DagsterRun) -> Iterable[Finding]:
    for verdict in ledger.verdicts(home, run_id=run.run_id):
        for row in verdict.checks.to_dict("records") if verdict.entry.blocked else ():
            if not row["success"] and row["severity"] == "blocking":
                rule = f"{row['suite']}.{row['expectation']}"
                yield Finding(verdict.entry.stage, rule, int(row["unexpected_count"]), str(row["observed"]))


def as_text(alert: Alert) -> str:
    """An alert in plain words, for mail and log."""
    lines = [alert.title, ""]
    for one in alert.findings:
        lines += [f"gate {one.gate}, rule {one.rule}: {one.count} rows, {one.observed}"]
        lines += [f"  {one.reason}"] if one.reason else []
    lines += [f"error: {alert.error}"] if alert.error else []
    lines += ["", f"When: {alert.at:%Y-%m-%d %H:%M:%S} UTC", f"Where: {alert.link}", f"What to do: {alert.what_to_do}"]
    return "\n".join(lines)
