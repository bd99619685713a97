"""Versions of the published file, which publish each of them is, and making one stand again.

What belongs here: telling files apart by what is in them, and the order of going back. What does not: words (cli).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from sitrep.store import publishes
from sitrep.store.home import Home
from sitrep.store.publishes import Publish


@dataclass(frozen=True, slots=True)
class Version:
    """A file that readers can open; its publish is None where the ledger does not know what is in it."""

    path: Path
    publish: Publish | None
    stands: bool


def list_versions(home: Home) -> list[Version]:
    """Every version, by its publish; the file in place among them, kept copies of one publish once."""
    from sitrep.warehouse import versions

    if not home.warehouse_file.exists():
        return []
    known = {one.run_id: one for one in publishes.list_publishes(home)}
    standing = Version(home.warehouse_file, publish_in(home.warehouse_file, known), stands=True)
    found: dict[int, Version] = {}
    unknown = []
    for path in versions(home.warehouse_file):
        publish = publish_in(path, known)
        if publish is None:
            unknown.append(Version(path, None, stands=False))
        elif standing.publish is None or publish.seq != standing.publish.seq:
            found[publish.seq] = Version(path, publish, stands=False)
    return [*unknown, *sorted([*found.values(), standing], key=_seq)]


def _seq(version: Version) -> int:
    return version.publish.seq if version.publish else 0


def publish_in(path: Path, known: dict[str, Publish]) -> Publish | None:
    """The publish that a file is: the run that spoke last of the warehouse's own rules is the one that made it."""
    from sitrep.warehouse import reading

    query = (
        "select run_id from quality.check_result where stage in ('core', 'mart') group by 1 order by max(checked_at)"
    )
    with reading(path) as connection:
        runs = [run for (run,) in connection.execute(query).fetchall()]
    return next((known[run] for run in reversed(runs) if run in known), None)


def put_back(home: Home, version: Version, reason: str, at: dt.datetime, keep: int) -> None:
    """Make a version stand again. The record comes first: cut short after it, nothing is published and asking again
    puts the file in place; cut short before it, nothing has happened."""
    from sitrep.warehouse import go_back

    newest = publishes.last(home)
    assert version.publish is not None
    assert newest is not None
    publishes.roll_back(home, publishes.Rollback(version.publish.seq, newest.seq, at, reason))
    go_back(home.warehouse_file, version.path, keep)
