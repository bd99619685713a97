"""`sitrep rebuild`: the warehouse from nothing, out of the stages and the ledger.

What belongs here: the command. What does not: building (assets.publishing).
"""

from __future__ import annotations

import typer

from dagster_project.cli import graph as graphs
from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, existing_home
from sitrep.store import batches, publishes


def command(home: HomeOption = None) -> None:
    """Build the warehouse from nothing, out of the stages and the ledger: the same rows, the same ids.

    After a change to sql/, after restoring a backup, or where the file is lost or in doubt. Batches that wait are
    published with it. Exit code 0: done; 1: a gate refused, the warehouse is as before; 2: wrong use.
    """
    place = existing_home(home)
    states = batches.states(place, publishes.held(place))
    if not any(state in ("extracted", "published") for state in states.values()):
        raise Mistake(f"no batch in {place.path} has passed its gates: there is nothing to build from")
    with graphs.at_work(place) as graph:
        seq = graphs.rebuild(graph)
    raise typer.Exit(graphs.finish(graph, seq))
