"""`sitrep run`: reports in, warehouse out.

What belongs here: the order of the steps, and the exit code. What does not: the steps, or the words (show).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dagster_project.cli import show
from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, home_of, settings_of
from dagster_project.progress import Bar
from sitrep.store import batches, publishes
from sitrep.store.home import Home
from sitrep.store.settings import Settings

if TYPE_CHECKING:
    from dagster import DagsterInstance

    from dagster_project.runs import Outcome

Paths = Annotated[list[Path], typer.Argument(help="Files and folders of reports: .txt, .html, .json, .jsonl.")]
AsOf = Annotated[
    dt.datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day that the reports are read on [default: today]."),
]


def command(paths: Paths, home: HomeOption = None, as_of: AsOf = None) -> None:
    """Read reports, and publish what passes the gates.

    Takes in the files that the home does not know yet, cleans them, reads the events in them, joins these into
    incidents and swaps the new warehouse in. Exit code 0: published, or nothing new; 1: a gate refused; 2: wrong use.
    """
    place = home_of(home)
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise Mistake(f"no such file or folder: {', '.join(str(path) for path in missing)}")
    chosen = settings_of(place)
    place.open()
    with place.lock(on_wait=lambda: show.waiting(place)):
        work = _work(place, paths, as_of.date() if as_of else dt.datetime.now(dt.UTC).date(), chosen)
        show.outcome(place, work)
    raise typer.Exit(1 if work.refused or work.broken else 0)


def _work(home: Home, paths: list[Path], as_of: dt.date, chosen: Settings) -> show.Work:
    """Put right what was left, take in, ingest batch by batch, publish."""
    from dagster_project.instance import open_instance
    from dagster_project.recovery import repair

    with open_instance(home) as instance, Bar() as bar:
        show.repaired(repair(home, instance))
        work = show.Work(_take_in(home, paths, as_of, chosen))
        to_do = _to_do(home, work.intake)
        if to_do or _extracted(home) or _lacks_report(home):
            _through_the_graph(home, work, to_do, instance, bar)
    return work


def _through_the_graph(home: Home, work: show.Work, to_do: list[str], instance: DagsterInstance, bar: Bar) -> None:
    from dagster_project.project import build_definitions
    from dagster_project.runs import ingest, publish, report

    defs = build_definitions(home.path, bar)
    for batch_id in to_do:
        work.worked.append(batch_id)
        _note(home, work, f"batch {batch_id}", ingest(defs, instance, batch_id), [batch_id])
    waiting = _extracted(home)
    if waiting:
        _publish_all(home, work, waiting, lambda: publish(defs, instance))
    elif _lacks_report(home):
        _note(home, work, "report", report(defs, instance), [])


def _publish_all(home: Home, work: show.Work, waiting: list[str], publish: Callable[[], Outcome]) -> None:
    """Publish until nothing waits, or a publish takes nothing: each takes `[warehouse] publish_documents` at most."""
    left, before = waiting, None
    while left and left != before:
        _note(home, work, "publish", publish(), left)
        left, before = _extracted(home), left
    work.published = any(state == "published" for state in _states_of(home, waiting))


def _lacks_report(home: Home) -> bool:
    """Whether a publish was cut short before its report."""
    page = home.reports / "report.html"
    published = home.warehouse_file
    return published.exists() and (not page.exists() or page.stat().st_mtime < published.stat().st_mtime)


def _take_in(home: Home, paths: list[Path], as_of: dt.date, chosen: Settings) -> batches.Intake:
    from sitrep.sources import read_paths

    size = batches.Size(chosen.batches.documents, chosen.batches.megabytes)
    return batches.make_batches(home, read_paths(paths), as_of, size, dt.datetime.now(dt.UTC))


def _to_do(home: Home, intake: batches.Intake) -> list[str]:
    """Batches that were never finished, and refused ones whose reports are handed in again: rules may have changed."""
    states = batches.states(home, publishes.held(home))
    again = {one for one in intake.known if states[one] == "refused"}
    return [one for one, state in states.items() if state == "new" or one in again]


def _extracted(home: Home) -> list[str]:
    return [one for one, state in batches.states(home, publishes.held(home)).items() if state == "extracted"]


def _states_of(home: Home, wanted: list[str]) -> list[str]:
    states: dict[str, Any] = batches.states(home, publishes.held(home))
    return [states[one] for one in wanted]


def _note(home: Home, work: show.Work, what: str, outcome: Outcome, concerned: list[str]) -> None:
    """Which of the batches concerned a gate refused, or what broke."""
    refused = [one for one in concerned if _was_refused_by(home, one, outcome.run_id)]
    work.refused += refused
    if not outcome.success and not refused:
        work.broken.append((what, outcome.error or "a gate refused what the warehouse holds already"))


def _was_refused_by(home: Home, batch_id: str, run_id: str) -> bool:
    mark = batches.refusal(home, batch_id)
    return mark is not None and mark.run_id == run_id
