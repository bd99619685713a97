"""`sitrep quarantine`: work on the rows that gates refused.

What belongs here: choosing rows, and the order of the steps. What does not: reading rows again (assets), the ledger.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import pandas as pd
import typer
from rich.markup import escape

from dagster_project.cli import graph as graphs
from dagster_project.cli import show, sql
from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, existing_home
from sitrep import files
from sitrep.store import decisions, ledger
from sitrep.store.home import Home

if TYPE_CHECKING:
    from dagster_project.replay import Order

GROUP_HELP = "Work on the rows that gates refused: list, show, replay, dismiss."
_SHOWN = 40  # rows of a list for people; other forms give all

RowId = Annotated[str, typer.Argument(help="The row, by its id or how it begins.")]
Ids = Annotated[list[str] | None, typer.Argument(help="Rows, by their ids or how these begin.")]
StageOption = Annotated[str | None, typer.Option("--stage", help="Only rows that this stage's gate refused.")]
RuleOption = Annotated[str | None, typer.Option("--rule", help="Only rows that broke this rule.")]
BatchOption = Annotated[str | None, typer.Option("--batch", help="Only rows of this batch (how its id begins).")]
StatusOption = Annotated[str, typer.Option("--status", help="open, replayed, dismissed, or all.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why: it stays on record.")]
AllOption = Annotated[bool, typer.Option("--all", help="All open rows.")]
FormatOption = Annotated[sql.Format, typer.Option("--format", "-f", help="How the answer is written.")]


@dataclass(frozen=True, slots=True)
class Choice:
    """What singles rows out."""

    stage: str | None = None
    rule: str | None = None
    batch: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it singles nothing out."""
        return not (self.stage or self.rule or self.batch)


def list_rows(
    home: HomeOption = None,
    stage: StageOption = None,
    rule: RuleOption = None,
    batch: BatchOption = None,
    status: StatusOption = "open",
    form: FormatOption = sql.Format.table,
) -> None:
    """List refused rows: what they are, and the rules that they broke."""
    if status not in ("open", "replayed", "dismissed", "all"):
        raise Mistake(f"--status is open, replayed, dismissed or all, not {status}")
    rows = _narrowed(_rows(existing_home(home), status), Choice(stage, rule, batch))
    if form is not sql.Format.table:
        sql.write_answer(files.to_table(rows, ledger.QUARANTINE), form)
        return
    shown = [
        (
            row["quarantine_id"],
            row["stage"],
            row["batch_id"],
            row["row_key"],
            show.cut(row["reasons"][0]),
            row["status"],
        )
        for row in rows.head(_SHOWN).to_dict("records")
    ]
    out = show.console()
    out.print(show.table("", ("row", "stage", "batch", "key", "first reason", "status"), shown))
    out.print(f"{len(rows)} rows" + (f", {_SHOWN} shown: --format csv gives all" if len(rows) > _SHOWN else ""))


def show_row(
    row_id: Annotated[str, typer.Argument(help="The row, by its id or how it begins.")], home: HomeOption = None
) -> None:
    """Show a refused row: every rule that it broke and why the rule is there, the row itself, and its whole trail."""
    place = existing_home(home)
    row = _one(_rows(place, "all"), row_id).iloc[0]
    out = show.console()
    out.print(f"[bold]{row['quarantine_id']}[/]  {row['status']}  {row['stage']}, batch {row['batch_id']}")
    out.print(f"key: {escape(str(row['row_key']))}   delivery: {row['delivery_id']}   document: {row['document_id']}")
    for reason in row["reasons"]:
        out.print(f"  {escape(reason)}")
        if why := show.reason_of(str(row["stage"]), str(row["row_key"]), reason):
            out.print(f"    {escape(why)}")
    out.print(escape(json.dumps(json.loads(row["payload"]), ensure_ascii=False, indent=1)))
    for step in decisions.trail(place, str(row["quarantine_id"]), ledger.verdicts(place)):
        by = f"  (run {step.run_id})" if step.run_id else ""
        out.print(f"{step.at:%Y-%m-%d %H:%M:%S} UTC  {step.what}: {escape(step.detail)}{by}")


def replay(
    ids: Ids = None,
    home: HomeOption = None,
    stage: StageOption = None,
    rule: RuleOption = None,
    batch: BatchOption = None,
    everything: AllOption = False,
    reason: ReasonOption = "",
) -> None:
    """Read refused rows again, after a rule or the ontology was mended: these rows alone, and publish what passes.

    Exit code 0: every row passed; 1: a gate refused rows again, or a batch; 2: wrong use.
    """
    from dagster_project.replay import give_orders

    place = existing_home(home)
    rows = _chosen(place, ids or (), Choice(stage, rule, batch), everything)
    with graphs.at_work(place) as graph:
        seq = _read_again(graph, give_orders(place, rows, reason, graphs.now()))
    left = _still_open(place, rows)
    show.console().print(f"[bold]{len(rows) - left}[/] of {len(rows)} rows let through, {left} refused again")
    code = graphs.finish(graph, seq)
    raise typer.Exit(1 if left else code)


def dismiss(
    ids: Ids = None,
    home: HomeOption = None,
    stage: StageOption = None,
    rule: RuleOption = None,
    batch: BatchOption = None,
    reason: ReasonOption = "",
) -> None:
    """Say of refused rows that they may stay out, and why: they are open no longer. `replay` takes it back."""
    if not reason.strip():
        raise Mistake("--reason is missing: who reads the record later wants to know why the rows may stay out")
    place = existing_home(home)
    rows = _chosen(place, ids or (), Choice(stage, rule, batch), everything=False)
    decisions.dismiss(place, rows["quarantine_id"], reason.strip(), graphs.now())
    show.console().print(f"[bold]{len(rows)}[/] rows dismissed: {escape(reason.strip())}")


COMMANDS = {"list": list_rows, "show": show_row, "replay": replay, "dismiss": dismiss}


def _read_again(graph: graphs.Graph, orders: list[Order]) -> int | None:
    """Carry out orders batch by batch, then publish; rows that only the warehouse's gates refused need it whole."""
    from dagster_project import runs

    whole = False
    for order in orders:
        if order.stages:
            what = f"batch {order.batch_id}"
            told = (order.batch_id, order.decision.decision_id, order.stages)
            graph.run(what, runs.replay, *told, concerned=[str(order.batch_id)])
        else:
            whole = True
    return graphs.rebuild(graph) if whole else graphs.publish(graph)


def _rows(home: Home, status: str) -> pd.DataFrame:
    rows = ledger.quarantine(ledger.verdicts(home), decisions.dismissals(home))
    return rows if status == "all" else rows[rows["status"] == status]


def _narrowed(rows: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    if choice.stage is not None:
        rows = rows[rows["stage"] == choice.stage]
    if choice.batch is not None:
        rows = rows[rows["batch_id"].fillna("").str.startswith(choice.batch)]
    if choice.rule is not None:
        rows = rows[[any(choice.rule in _rule_of(one) for one in reasons) for reasons in rows["reasons"]]]
    return rows.reset_index(drop=True)


def _rule_of(reason: str) -> tuple[str, str]:
    """A reason's rule, with and without its suite."""
    named = reason.partition(":")[0]
    return named, named.rpartition(".")[2]


def _chosen(home: Home, ids: Sequence[str], choice: Choice, everything: bool) -> pd.DataFrame:
    """The rows that a command is about: those named, or the open ones that options single out."""
    if ids:
        every = _rows(home, "all")
        rows = pd.concat([_one(every, one) for one in ids]).drop_duplicates("quarantine_id")
    elif everything or not choice.is_open:
        rows = _rows(home, "open")
    else:
        raise Mistake("which rows? name them, or single them out with --stage, --rule, --batch or --all")
    found = _narrowed(rows, choice)
    if found.empty:
        raise Mistake("no row in quarantine is like that: see `sitrep quarantine list --status all`")
    return found


def _one(rows: pd.DataFrame, row_id: str) -> pd.DataFrame:
    found = rows[rows["quarantine_id"].str.startswith(row_id)]
    if len(found) != 1:
        many = "more than one row" if len(found) else "no row"
        raise Mistake(f"{many} begins with {row_id}: see `sitrep quarantine list --status all`")
    return found


def _still_open(home: Home, rows: pd.DataFrame) -> int:
    now = _rows(home, "open")
    return int(now["quarantine_id"].isin(rows["quarantine_id"]).sum())
