"""The desk that a run works at: its home, settings, clock, progress, and the gates.

What belongs here: the resource behind assets.ports.Desk. What does not: rules, and the steps of publishing.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import dagster as dg

from assets.ports import Frames, Progress, Yielded
from dagster_project import gate, publish, replay, visits
from dagster_project.liveness import alive
from dagster_project.progress import Reporter, Silent
from dagster_project.versions import code_versions, is_current, stage_before
from sitrep.store import batches, settings
from sitrep.store.home import Home

HOME_VARIABLE = "SITREP_HOME"
DEFAULT_HOME = "home"
#: A run with this tag makes its stages again even if they would be as they stand.
FORCE = "sitrep/force"


class HomeDesk:
    """The desk of one run."""

    def __init__(self, home: Home, reporter: Reporter) -> None:
        self.home = home
        self.settings = settings.load(home)
        self._reporter = reporter
        self._versions: dict[tuple[str, str], str] = {}
        self._code: dict[str, str] = {}
        self._since: dict[str, float] = {}

    def now(self) -> dt.datetime:
        """The clock; nothing below the assets reads one."""
        return dt.datetime.now(dt.UTC)

    def ontology(self) -> Any:
        """What exists, loaded once a process."""
        return load_ontology(*stamped(settings.ontology_files(self.home, self.settings)))

    def cleaning_rules(self) -> Any:
        """The rules of cleaning: the project's, then this home's (learned furniture among them), as they stand now."""
        from sitrep.clean import load_rules

        return load_rules(settings.cleaning_files(self.home, self.settings))

    def code(self, stage: str) -> str:
        """The version of code and rules by which a stage is made now."""
        if not self._code:
            self._code = code_versions(self.home)
        return self._code[stage]

    def again(self, run: dg.AssetExecutionContext) -> frozenset[str] | None:
        """The deliveries that this run reads again for its stage; None where it reads the whole batch."""
        return replay.deliveries_of(self.home, run, run.asset_key.path[-1], run.partition_key)

    def unchanged(self, run: dg.AssetExecutionContext) -> Yielded | None:
        """Where this run would make what stands already: what was said of it then, to be said again."""
        stage, batch_id = run.asset_key.path[-1], run.partition_key
        self._since[stage] = time.monotonic()
        if FORCE in run.run.tags or replay.is_replay(run):
            return None
        if not is_current(self.home, batch_id, stage, {stage: self.code(stage)}):
            return None
        return gate.unchanged(self, run)

    def batch(self, batch_id: str) -> batches.Batch:
        """The manifest of a batch."""
        return batches.read_batch(self.home, batch_id)

    def progress(self, task: str) -> Progress:
        """A place to tell how far a long task is."""
        return self._reporter.task(task)

    def gate(
        self,
        run: dg.AssetExecutionContext,
        frames: Frames,
        compare: Mapping[str, Any] | None = None,
        versions: Mapping[str, str] | None = None,
    ) -> Yielded:
        """Audit a stage's frames; yield the checks, then refuse, or yield the accepted frames to be stored."""
        return gate.gate(self, run, frames, compare or {}, versions or {})

    def publish(self, run: dg.AssetExecutionContext) -> Yielded:
        """Build, audit and swap in the warehouse; yield the checks, then refuse, or yield a word on each table."""
        return publish.publish(self, run)

    def fetch(self, source: str) -> Mapping[str, Any] | None:
        """Visit a source; what to say of it, or None where someone else does at this moment."""
        return visits.fetch(self.home, self.settings, source)

    def write_report(self) -> Mapping[str, Any]:
        """Write the report of the warehouse as it stands; what to say of it."""
        return publish.write_report(self)

    def seconds(self, stage: str) -> float:
        """How long this run has been at work on a stage."""
        return time.monotonic() - self._since.setdefault(stage, time.monotonic())

    def note_version(self, stage: str, batch_id: str, version: str) -> None:
        """Remember which version of a stage this run read or made."""
        self._versions[stage, batch_id] = version

    def inputs_of(self, stage: str, batch_id: str) -> dict[str, str]:
        """The version of the stage before, as this run read it."""
        before = stage_before(stage)
        return {before: self._versions[before, batch_id]} if before else {}


def stamped(paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], tuple[tuple[int, int], ...]]:
    """Files, and what tells whether they are as they were."""
    return paths, tuple((one.stat().st_mtime_ns, one.stat().st_size) for one in paths)


@lru_cache(maxsize=2)
def load_ontology(extra: tuple[Path, ...], _: tuple[tuple[int, int], ...]) -> Any:
    """The ontology with a deployment's own additions."""
    from sitrep.ontology import load

    return load(extra)


def home_path(given: Path | None = None) -> Path:
    """The home: as given, else as the environment says, else ./home."""
    return (given or Path(os.environ.get(HOME_VARIABLE) or DEFAULT_HOME)).resolve()


def desk_resource(home: Path | None = None, reporter: Reporter | None = None) -> dg.ResourceDefinition:
    """The desk as a resource; without a path it finds its home when a run starts."""

    @dg.resource(description="The home that a run works on: $SITREP_HOME, or ./home.")
    def desk(context: dg.InitResourceContext) -> Iterator[HomeDesk]:
        opened = Home(home_path(home)).open()
        with alive(opened, context.run.run_id if context.run else None):
            yield HomeDesk(opened, reporter or Silent())

    return desk
