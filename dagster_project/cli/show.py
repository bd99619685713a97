"""What the commands say, in words and tables.

What belongs here: text for people. What does not: deciding anything.
"""

from __future__ import annotations

import ast
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from expectations import load_suite, suite_names
from sitrep.store import batches, ledger
from sitrep.store.home import Home

if TYPE_CHECKING:
    from dagster_project.recovery import Repair

_WIDE = 10_000
_WIDTH = 60  # characters of a value in an offending row


@dataclass
class Work:
    """What a run did: batches by how they ended, and whether the warehouse is a new one."""

    intake: batches.Intake
    worked: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    broken: list[tuple[str, str]] = field(default_factory=list)  # what, error
    published: bool = False


def console() -> Console:
    """Standard output; where nobody watches, lines are as long as they need to be."""
    out = Console(highlight=False, soft_wrap=True)
    return out if out.is_terminal else Console(highlight=False, soft_wrap=True, width=_WIDE)


def note(text: str) -> None:
    """A word on what goes on, beside the output."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(text)


def waiting(home: Home) -> None:
    """Another run holds the home."""
    note(f"Another run is going on in {escape(str(home.path))}: waiting until it is done ...")


def repaired(found: Repair) -> None:
    """What a killed run had left behind, if anything."""
    if found.runs:
        note(f"Put right after a run that was killed: {len(found.runs)} marked as failed, {found.files} files removed.")


def outcome(home: Home, work: Work) -> None:
    """The end of a run: what went in, what came out, what was refused and why, what to do next."""
    out = console()
    refusals(home, work.refused, work.broken, work.published)
    if not (work.worked or work.published or work.refused or work.broken):
        out.print(f"Nothing new: all {work.intake.given} documents are known. The warehouse is as it was.")
    if work.worked:
        _documents(out, home, work)
    if home.warehouse_file.exists():
        _warehouse(out, home)
        _next(out, home)


def refusals(home: Home, refused: Sequence[str], broken: Sequence[tuple[str, str]], published: bool) -> None:
    """What a gate refused and what broke off, and what that means for the warehouse."""
    out = console()
    for batch_id in refused:
        _refusal(out, home, batch_id)
    for what, error in broken:
        out.print(f"[red]{escape(what)} broke off:[/] {escape(error)}")
    if refused or broken:
        state = "has the other batches" if published else "is as it was before"
        exists = home.warehouse_file.exists()
        out.print(f"The warehouse {state}." if exists else "There is no warehouse yet.")


def changes(home: Home, seq: int) -> None:
    """What a publish changed, by the kinds of its revisions, and where to read them."""
    query = """
        select count(distinct incident_id), count(*), (select count(*) from core.incident)
        from core.incident_revision where published_seq = ?
    """
    [(incidents, revisions, all_incidents)] = _ask(home, query, [seq])
    out = console()
    out.print(
        f"Publish [bold]{seq}[/]: {revisions} revisions of {incidents} incidents; the other "
        f"{all_incidents - min(incidents, all_incidents)} are as they were."
    )
    if revisions:
        wanted = f"select * from core.incident_revision where published_seq = {seq}"
        out.print(f'  {_command()} sql "{wanted}" --home {escape(str(home.path))}')


def _refusal(out: Console, home: Home, batch_id: str) -> None:
    mark = batches.refusal(home, batch_id)
    if mark is None:
        return
    out.print(f"[bold red]Refused[/] by the gate of {mark.stage}: batch {batch_id}")
    for rule in mark.rules:
        out.print(f"  [bold]{escape(rule.rule)}[/]: {rule.count} rows, {escape(rule.observed)}")
        out.print(f"  {escape(rule.reason)}")
    for row in [row for rule in mark.rules for row in rule.sample][:5] or _five_rows(home, batch_id, mark.stage):
        out.print(f"    {escape(_line(row))}")


def _five_rows(home: Home, batch_id: str, stage: str) -> list[Mapping[str, Any]]:
    rows = ledger.quarantine(ledger.verdicts(home))
    mine = rows[(rows["batch_id"] == batch_id) & (rows["stage"] == stage) & (rows["status"] == "open")]
    return [{"row": row["row_key"], "why": "; ".join(row["reasons"])} for row in mine.head(5).to_dict("records")]


def _line(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} = {cut(value)}" for name, value in row.items())


def cut(value: Any) -> str:
    """A value in one short line."""
    text = " ".join(str(value).split())
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def _documents(out: Console, home: Home, work: Work) -> None:
    arrived = sum(batches.read_batch(home, one).deliveries for one in work.worked)
    known = f", {work.intake.given - arrived} known before" if work.intake.given > arrived else ""
    outcomes = _outcomes(home, work.worked)
    told = ", ".join(f"{count} {name}" for name, count in outcomes.items())
    out.print(f"[bold]{arrived}[/] documents in{known}: {told or 'none published'}")
    for reason, count in _reasons(home, work.worked):
        out.print(f"  quarantined: {count} × {escape(reason)}")


def _outcomes(home: Home, worked: Sequence[str]) -> dict[str, int]:
    if not home.warehouse_file.exists():
        return {}
    query = "select outcome, count(*) from core.delivery where list_contains(?, batch_id) group by all order by 2 desc"
    return {str(name): int(count) for name, count in _ask(home, query, [list(worked)])}


def _reasons(home: Home, worked: Sequence[str]) -> list[tuple[str, int]]:
    rows = ledger.quarantine(ledger.verdicts(home))
    mine = rows[rows["batch_id"].isin(list(worked)) & (rows["status"] == "open")]
    told = zip(mine["stage"], mine["row_key"], mine["reasons"], strict=True)
    return Counter(_why(stage, key.partition("|")[0], reasons[0]) for stage, key, reasons in told).most_common(8)


def reason_of(stage: str, row_key: str, reason: str) -> str | None:
    """Why the rule is there that a row broke; None where it has no suite of its own."""
    suite, rule = f"{stage}.{row_key.partition('|')[0]}", reason.partition(":")[0].rpartition(".")[2]
    rules = load_suite(suite).rules if suite in suite_names() else ()
    return next((one.reason for one in rules if one.id == rule), None)


def _why(stage: str, frame: str, reason: str) -> str:
    """The first reason of a row in words: what its source or cleaning said, else the fault that its rule names."""
    rule, _, values = reason.partition(": ")
    if values.startswith("problem = "):
        return f"{ast.literal_eval(values.removeprefix('problem = '))} ({stage})"
    if f"{stage}.{frame}" in suite_names():
        faults = {one.id: one.fault for one in load_suite(f"{stage}.{frame}").rules}
        return f"{faults.get(rule) or rule.replace('_', ' ')} ({stage})"
    return f"{rule.replace('_', ' ')} ({stage})"


def _warehouse(out: Console, home: Home) -> None:
    query = """
        select (select count(*) from core.mention), count(*), count(*) filter (toll_disputed) from core.incident
    """
    mentions, incidents, disputed = _ask(home, query)[0]
    out.print(f"[bold]{mentions}[/] mentions of [bold]{incidents}[/] incidents, {disputed} with disputed tolls")
    out.print(f"Warehouse: {escape(str(home.warehouse_file))}")
    out.print(f"Report:    {escape(str(home.reports / 'report.html'))}")


def _command() -> str:
    """How to call this program from here: by its name where the shell finds it, else by its path."""
    called = sys.argv[0]
    return os.path.relpath(called) if called.endswith("/sitrep") and not shutil.which("sitrep") else "sitrep"


def _next(out: Console, home: Home) -> None:
    place, sitrep = escape(str(home.path)), _command()
    out.print("Next:")
    incident = "occurred_from, country, place_name, event_type, killed_low, killed_best, killed_high, document_count"
    toll = "place_name, occurred_from, outcome, low, high, attributed_to, publisher, published_on"
    out.print(f'  {sitrep} sql "select {incident} from core.incident order by 8 desc limit 20" --home {place}')
    out.print(f'  {sitrep} sql "select {toll} from mart.disputed_toll order by all" --home {place}')
    out.print(f"  {sitrep} status --home {place}")


def _ask(home: Home, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    from sitrep.warehouse import reading

    with reading(home.warehouse_file) as connection:
        return connection.execute(query, list(values)).fetchall()


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """A table of plain values."""
    made = Table(title=title, title_justify="left", header_style="bold")
    for name in columns:
        made.add_column(name)
    for row in rows:
        made.add_row(*(escape("" if value is None else str(value)) for value in row))
    return made
