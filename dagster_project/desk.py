"""The desk that a run works at: its home, settings, clock, progress, and the gates.

What belongs here: the resource behind assets.ports.Desk. What does not: rules, and the steps of publishing.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import dagster as dg

from assets.ports import Frames, Progress, Yielded
from dagster_project import gate, publish
from dagster_project.liveness import alive
from dagster_project.progress import Reporter, Silent
from sitrep.store import batches, settings
from sitrep.store.home import Home

HOME_VARIABLE = "SITREP_HOME"
DEFAULT_HOME = "home"


class HomeDesk:
    """The desk of one run."""

    def __init__(self, home: Home, reporter: Reporter) -> None:
        self.home = home
        self.settings = settings.load(home)
        self._reporter = reporter
        self._versions: dict[tuple[str, str], str] = {}

    def now(self) -> dt.datetime:
        """The clock; nothing below the assets reads one."""
        return dt.datetime.now(dt.UTC)

    def ontology(self) -> Any:
        """What exists, loaded once a process."""
        return load_ontology(self.settings.rules.ontology)

    def cleaning_rules(self) -> Any:
        """The rules of cleaning: the project's, then this home's (learned furniture among them), as they stand now."""
        own = sorted(self.home.rules.glob("*.yaml"))
        return load_cleaning_rules((*own, *self.settings.rules.cleaning))

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

    def write_report(self) -> Mapping[str, Any]:
        """Write the report of the warehouse as it stands; what to say of it."""
        return publish.write_report(self)

    def note_version(self, stage: str, batch_id: str, version: str) -> None:
        """Remember which version of a stage this run read or made."""
        self._versions[stage, batch_id] = version

    def read_versions(self, batch_id: str) -> dict[str, str]:
        """The versions of earlier stages that this run's next output rests on."""
        return {stage: version for (stage, of), version in self._versions.items() if of == batch_id}


@cache
def load_ontology(extra: tuple[Path, ...]) -> Any:
    """The ontology with a deployment's own additions."""
    from sitrep.ontology import load

    return load(extra)


def load_cleaning_rules(extra: tuple[Path, ...]) -> Any:
    """The cleaning rules with a deployment's own additions; compiled once for the same files."""
    from sitrep.clean import load_rules

    return load_rules(extra)


def home_path(given: Path | None = None) -> Path:
    """The home: as given, else as the environment says, else ./home."""
    return (given or Path(os.environ.get(HOME_VARIABLE) or DEFAULT_HOME)).resolve()


def desk_resource(home: Path | None = None, reporter: Reporter | None = None) -> dg.ResourceDefinition:
    """The desk as a resource; without a path it finds its home when a run starts."""

    @dg.resource(description="The home that a run works on: $SITREP_HOME, or ./home.")
    def desk(context: dg.InitResourceContext) -> Iterator[HomeDesk]:
        opened = Home(home_path(home)).open()
        with alive(opened, context.run_id):
            yield HomeDesk(opened, reporter or Silent())

    return desk
