"""`sitrep prune`: take away what the settings no longer keep.

What belongs here: the command. What does not: choosing (prune).
"""

from __future__ import annotations

from typing import Annotated

import typer

from dagster_project.cli import graph as graphs
from dagster_project.cli import show
from dagster_project.cli.options import HomeOption, existing_home, settings_of

DryOption = Annotated[bool, typer.Option("--dry-run", help="Say what would go, and leave it.")]


def command(home: HomeOption = None, dry_run: DryOption = False) -> None:
    """Take away what the settings no longer keep: old versions of the warehouse, superseded stages, old runs.

    `[warehouse] keep_versions` and `[retention]` in sitrep.toml say how much is kept. Batches, the ledger, what stands
    and what the warehouse holds are never touched: `sitrep rebuild` gives the same warehouse after it.
    """
    from dagster_project.instance import open_instance
    from dagster_project.prune import remove, surplus

    place = existing_home(home)
    chosen = settings_of(place)
    with place.lock(on_wait=lambda: show.waiting(place)), place.publish_lock(), open_instance(place) as instance:
        found = surplus(place, instance, chosen, graphs.now())
        megabytes = found.megabytes
        if not dry_run:
            remove(found, instance)
    out = show.console()
    for path in found.paths:
        out.print(f"  {path.relative_to(place.path)}")
    told = f"{len(found.versions)} versions of the warehouse, {len(found.stages)} superseded stages, "
    told += f"{len(found.alerts)} alerts ({megabytes:.1f} MB), {len(found.runs)} runs"
    out.print(f"{'Would take' if dry_run else 'Took'} away: {told}")
