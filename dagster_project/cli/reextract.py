"""`sitrep reextract`: read old batches again with the engine and the names of now.

What belongs here: which batches, in which order, and the end. What does not: reading (sitrep.extract), what is stale
(versions).
"""

from __future__ import annotations

from typing import Annotated

import typer

from dagster_project.cli import graph as graphs
from dagster_project.cli import show
from dagster_project.cli.options import HomeOption, existing_home
from sitrep.store import stages
from sitrep.store.home import Home

BatchOption = Annotated[list[str] | None, typer.Option("--batch", help="Only this batch (or several) [default: all].")]
CleanOption = Annotated[bool, typer.Option("--clean", help="Clean the texts again too, where cleaning rules changed.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Also batches that nothing has changed for.")]


def command(
    home: HomeOption = None, batch: BatchOption = None, clean: CleanOption = False, force: ForceOption = False
) -> None:
    """Read the cleaned texts again, with the engine and the names of now, and publish what changed.

    After a line was added to the ontology, or a new version of sitrep. Nothing is fetched or cleaned; batches that were
    read with this engine and these names are left alone. Exit code 0: done; 1: a gate refused; 2: wrong use.
    """
    place = existing_home(home)
    wanted = graphs.chosen_batches(place, batch or ())
    with graphs.at_work(place) as graph:
        done = [one for one in wanted if _again(graph, one, clean, force)]
        seq = graphs.publish(graph)
    _tell(place, wanted, done)
    raise typer.Exit(graphs.finish(graph, seq))


def _again(graph: graphs.Graph, batch_id: str, clean: bool, force: bool) -> bool:
    """Make one batch's mentions again; whether there was a reason to."""
    from dagster_project import runs
    from dagster_project.versions import STAGES, code_versions, stale_stages

    home = graph.home
    code = code_versions(home)
    stale = stale_stages(home, batch_id, code)
    if stages.version(home, "cleaned_text", batch_id) is None:
        return False  # it never got so far: `sitrep run` takes it from the start
    if clean and "cleaned_text" in stale:
        graph.run(f"batch {batch_id}", runs.remake, batch_id, ("cleaned_text",), concerned=[batch_id])
        stale = stale_stages(home, batch_id, code)
    if not stale and not force:
        return False
    if STAGES[-1] in stale or force:
        graph.run(f"batch {batch_id}", runs.reextract, batch_id, force, concerned=[batch_id])
    return True


def _tell(home: Home, wanted: list[str], done: list[str]) -> None:
    out = show.console()
    left = len(wanted) - len(done)
    out.print(f"[bold]{len(done)}[/] batches read again, {left} as they were" + (f" ({home.path})" if not done else ""))
