"""`sitrep warehouse`: the versions of the published file, and going back to one.

What belongs here: the commands. What does not: files (sitrep.warehouse), the record (sitrep.store.publishes).
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli import graph as graphs
from dagster_project.cli import show
from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, existing_home, settings_of
from dagster_project.going_back import Version, list_versions, put_back
from sitrep.store import publishes
from sitrep.store.home import Home

GROUP_HELP = "The versions of the published file: versions, rollback, release."

ReasonOption = Annotated[str, typer.Option("--reason", help="Why: it stays on record.")]
SeqArgument = Annotated[int | None, typer.Argument(help="The publish to go back to [default: the one before].")]


def versions(home: HomeOption = None) -> None:
    """List the versions of the warehouse that can be opened or gone back to."""
    place = existing_home(home)
    rows = [
        (
            "→" if one.stands else "",
            "?" if one.publish is None else one.publish.seq,
            "" if one.publish is None else f"{one.publish.at:%Y-%m-%d %H:%M}",
            "" if one.publish is None else len(one.publish.batches),
            f"{one.path.stat().st_size / 1_000_000:.1f}",
            _short(one.path),
        )
        for one in list_versions(place)
    ]
    out = show.console()
    out.print(show.table("", ("", "publish", "published (UTC)", "batches", "MB", "file"), rows))
    back = publishes.rolled_back(place)
    if back:
        held = "; publishing waits for `sitrep warehouse release`" if back.on_hold else ""
        out.print(f"Put back to publish {back.seq} on {back.at:%Y-%m-%d %H:%M} UTC ({back.reason}){held}")


def rollback(seq: SeqArgument = None, home: HomeOption = None, reason: ReasonOption = "") -> None:
    """Make an earlier version the published one again, and hold publishing until `sitrep warehouse release`.

    Readers see it at once. Nothing is lost: stages and ledger stay, and the version that is replaced is kept.
    """
    place = existing_home(home)
    if not reason.strip():
        raise Mistake("--reason is missing: who finds old figures in the warehouse wants to know why")
    with place.lock(on_wait=lambda: show.waiting(place)), place.publish_lock():
        wanted = _wanted(place, seq)
        put_back(place, wanted, reason.strip(), graphs.now(), settings_of(place).warehouse.keep_versions)
    assert wanted.publish is not None
    out = show.console()
    out.print(f"The warehouse is publish [bold]{wanted.publish.seq}[/] again ({wanted.publish.at:%Y-%m-%d %H:%M} UTC).")
    out.print("Publishing waits until `sitrep warehouse release`.")


def release(home: HomeOption = None) -> None:
    """Let publishing go on after a rollback: the next publish builds the warehouse anew from all batches."""
    place = existing_home(home)
    back = publishes.rolled_back(place)
    if back is None or not back.on_hold:
        raise Mistake("publishing is not on hold")
    with place.lock(on_wait=lambda: show.waiting(place)):
        again = publishes.Rollback(back.seq, back.after, graphs.now(), back.reason, on_hold=False)
        publishes.roll_back(place, again)
    show.console().print("Publishing goes on with the next publish: `sitrep rebuild` makes one now.")


COMMANDS = {"versions": versions, "rollback": rollback, "release": release}


def _wanted(home: Home, seq: int | None) -> Version:
    known = [one for one in list_versions(home) if one.publish is not None and not one.stands]
    if seq is None:
        standing = publishes.standing(home)
        earlier = [one for one in known if one.publish and standing and one.publish.seq < standing.seq]
        if not earlier:
            raise Mistake("there is no earlier version: see `sitrep warehouse versions`")
        return earlier[-1]
    for one in known:
        if one.publish and one.publish.seq == seq:
            return one
    raise Mistake(f"publish {seq} stands already, or its file is not kept: see `sitrep warehouse versions`")


def _short(path: Path) -> str:
    return "/".join(path.parts[-2:])
