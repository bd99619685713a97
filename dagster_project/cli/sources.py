"""`sitrep sources`: what is fetched by the clock, how it goes, and trying it by hand.

What belongs here: the commands and their words. What does not: fetching (sitrep.sources.fetching).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.markup import escape

from dagster_project.cli import show
from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, home_of, settings_of
from sitrep.sources.fetching import state
from sitrep.sources.fetching.failures import NotFetched
from sitrep.sources.fetching.state import State, Todo, Visited
from sitrep.sources.fetching.visit import AlreadyVisited, Place, try_out, visit
from sitrep.sources.settings import Source
from sitrep.store.home import Home

GROUP_HELP = "Feeds, sitemaps, page lists and folders that are fetched by the clock: list, check, fetch."

Names = Annotated[list[str] | None, typer.Argument(help="Names of sources, as in sitrep.toml [default: all].")]
Name = Annotated[str, typer.Argument(help="The source, by its name in sitrep.toml.")]
AgainOption = Annotated[bool, typer.Option("--again", help="Try at once also what failed before or was given up.")]
_SHOWN = 5  # entries of a listing that `check` shows


def list_sources(home: HomeOption = None) -> None:
    """Show every source, how its last visit went, and what could not be fetched and why."""
    place = home_of(home)
    sources = _chosen(place, None)
    out = show.console()
    with state.opened(place.open().intake) as known:
        rows = [_row(known, one) for one in sources]
        columns = (
            "source",
            "kind",
            "asked at",
            "last visit (UTC)",
            "fetched",
            "unchanged",
            "failed",
            "waiting",
            "address",
        )
        out.print(show.table("", columns, rows))
        for one in sources:
            last = known.last_visit(one.name)
            for said in ((last.problem,) if last and last.problem else ()) + (last.notes if last else ()):
                out.print(f"{one.name}: {escape(said)}")
        failures = [_trouble(one.name, todo) for one in sources for todo in known.troubles(one.name)]
    if failures:
        out.print(
            show.table("Could not be fetched", ("source", "address", "why", "failures", "next try (UTC)"), failures)
        )


def check(names: Names = None, home: HomeOption = None) -> None:
    """Ask sources what they list, and fetch nothing: does the address answer, may we ask, what would come?

    Exit code 1 where one of them cannot be read.
    """
    place = home_of(home)
    sources = _chosen(place, names)
    failed = [one.name for one in sources if not _check(place, one)]
    if not settings_of(place).fetching.contact:
        show.note("No contact is configured: set `contact` under \\[fetching], so that hosts can write to you.")
    raise typer.Exit(1 if failed else 0)


def fetch(name: Name, home: HomeOption = None, again: AgainOption = False) -> None:
    """Visit one source now: what is new comes to landing/, where the sensor takes it in.

    Exit code 1 where the source itself cannot be read; pages that fail are listed and tried again.
    """
    place = home_of(home)
    (source,) = _chosen(place, [name])
    try:
        found = visit(_place(place.open()), source, again)
    except AlreadyVisited as busy:
        raise Mistake(f"{name} is being fetched at this moment: `sitrep sources list` shows how it went") from busy
    _tell(place, source, found)
    raise typer.Exit(1 if found.problem else 0)


COMMANDS = {"list": list_sources, "check": check, "fetch": fetch}


def _place(home: Home) -> Place:
    return Place(home.landing, home.intake, settings_of(home).fetching)


def _chosen(home: Home, names: Sequence[str] | None) -> list[Source]:
    known = {one.name: one for one in settings_of(home).sources}
    if not known:
        raise Mistake(f"{home.settings_file} has no sources: add a [[sources]] table, see docs/sources.md")
    unknown = [name for name in names or () if name not in known]
    if unknown:
        raise Mistake(f"no source is called {', '.join(unknown)}: there are {', '.join(known)}")
    return [known[name] for name in names] if names else list(known.values())


def _row(known: State, source: Source) -> tuple[object, ...]:
    last = known.last_visit(source.name)
    counts = (last.fetched, last.unchanged, last.failed) if last else ("", "", "")
    when = f"{last.at:%Y-%m-%d %H:%M}" if last else "never"
    cron = f"{source.cron} {source.timezone}" if source.enabled else "never (not enabled)"
    return (
        source.name,
        source.kind,
        cron,
        when,
        *counts,
        known.waiting(source.name),
        source.url or f"{len(source.urls)} pages",
    )


def _trouble(name: str, todo: Todo) -> tuple[object, ...]:
    return name, todo.entry.url, todo.reason, todo.failures, _when(todo.next_at)


def _when(moment: dt.datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else "given up: `sitrep sources fetch NAME --again`"


def _check(home: Home, source: Source) -> bool:
    out = show.console()
    try:
        found = try_out(_place(home), source)
    except NotFetched as failed:
        out.print(f"[red]{source.name}[/]: {escape(failed.reason)}")
        return False
    further = f", {len(found.further)} sitemaps" if found.further else ""
    out.print(f"[bold]{source.name}[/]: {len(found.entries)} entries{further}")
    for note in found.notes:
        out.print(f"  {escape(note)}")
    for entry in (*found.entries, *found.further)[:_SHOWN]:
        out.print(f"  {escape(' · '.join(filter(None, (entry.published, entry.title, entry.url))))}")
    return True


def _tell(home: Home, source: Source, found: Visited) -> None:
    out = show.console()
    if found.problem:
        out.print(f"[red]{source.name} could not be read:[/] {escape(found.problem)}")
    counts = {"fetched": found.fetched, "unchanged": found.unchanged, "failed": found.failed, "left": found.left_over}
    out.print(f"{source.name}: " + ", ".join(f"{count} {name}" for name, count in counts.items()))
    for note in found.notes:
        out.print(f"  {escape(note)}")
    with state.opened(home.intake) as known:
        for todo in known.troubles(source.name):
            out.print(f"  {escape(todo.entry.url)}: {escape(todo.reason or '')}, next try {_when(todo.next_at)}")
    if found.fetched:
        folder = home.landing / source.name
        out.print(f"They are in {escape(str(folder))}: the daemon takes them in, or `sitrep run {escape(str(folder))}`")
