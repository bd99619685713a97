"""What commands share that run jobs over a home: the lock, what a killed run left, and how each run ended.

What belongs here: opening the graph over a home, and telling refused from broken. What does not: commands, words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dagster_project.cli import show
from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import settings_of
from dagster_project.progress import Bar
from sitrep.store import batches, publishes
from sitrep.store.home import Home

if TYPE_CHECKING:
    from dagster import DagsterInstance, Definitions

    from dagster_project.runs import Outcome


@dataclass
class Graph:
    """The jobs over a home, and how those ended that were run."""

    home: Home
    defs: Definitions
    instance: DagsterInstance
    refused: list[str] = field(default_factory=list)  # batches
    broken: list[tuple[str, str]] = field(default_factory=list)  # what, error

    @property
    def failed(self) -> bool:
        """Whether anything did not go through."""
        return bool(self.refused or self.broken)

    def run(self, what: str, job: Callable[..., Outcome], *arguments: Any, concerned: Sequence[str] = ()) -> Outcome:
        """Run a job; of the batches concerned, note those that it refused, or what broke."""
        outcome = job(self.defs, self.instance, *arguments)
        refused = [one for one in concerned if _was_refused_by(self.home, one, outcome.run_id)]
        self.refused += refused
        if not outcome.success and not refused:
            self.broken.append((what, outcome.error or "a gate refused what the warehouse holds already"))
        return outcome


@contextmanager
def at_work(home: Home) -> Iterator[Graph]:
    """Hold the home, put right what a killed run left, and open the graph."""
    settings_of(home)
    with home.lock(on_wait=lambda: show.waiting(home)):
        from dagster_project.instance import open_instance
        from dagster_project.project import build_definitions
        from dagster_project.recovery import repair

        with open_instance(home) as instance, Bar() as bar:
            show.repaired(repair(home, instance))
            yield Graph(home, build_definitions(home.path, bar), instance)


def publish(graph: Graph) -> int | None:
    """Bring in what is waiting; the number of the publish, if there was one."""
    from dagster_project.runs import publish as job

    waiting = [one for one, state in _states(graph.home).items() if state == "extracted"]
    return _new_publish(graph, "publish", job, waiting) if waiting else None


def rebuild(graph: Graph) -> int | None:
    """Build the warehouse from nothing; the number of the publish, if it passed its gates."""
    from dagster_project.runs import rebuild as job

    waiting = [one for one, state in _states(graph.home).items() if state == "extracted"]
    return _new_publish(graph, "rebuild", job, waiting)


def _new_publish(graph: Graph, what: str, job: Callable[..., Outcome], waiting: Sequence[str]) -> int | None:
    before = publishes.last(graph.home)
    graph.run(what, job, concerned=waiting)
    after = publishes.last(graph.home)
    return after.seq if after and after != before else None


def finish(graph: Graph, seq: int | None) -> int:
    """Say what was refused or broke and what the publish changed; the exit code."""
    show.refusals(graph.home, graph.refused, graph.broken, seq is not None)
    if seq is not None:
        show.changes(graph.home, seq)
    return 1 if graph.failed else 0


def chosen_batches(home: Home, given: Sequence[str]) -> list[str]:
    """The batches named (by the beginning of their ids), or all."""
    known = [one.batch_id for one in batches.list_batches(home)]
    found = []
    for one in given:
        match = [batch for batch in known if batch.startswith(one)]
        if len(match) != 1:
            raise Mistake(
                f"{'no batch' if not match else 'more than one batch'} begins with {one}: see `sitrep status`"
            )
        found += match
    return found or known


def now() -> dt.datetime:
    """The clock of commands."""
    return dt.datetime.now(dt.UTC)


def _states(home: Home) -> dict[str, batches.State]:
    return batches.states(home, publishes.held(home))


def _was_refused_by(home: Home, batch_id: str, run_id: str) -> bool:
    mark = batches.refusal(home, batch_id)
    return mark is not None and mark.run_id == run_id
