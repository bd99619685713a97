"""The folder that holds everything a deployment owns, and the locks on it.

What belongs here: the names of the folders and who may write at one time. What does not: what lies inside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout


class HomeBusy(Exception):
    """Someone else holds the lock, and the caller does not want to wait."""


@dataclass(frozen=True, slots=True)
class Home:
    """A deployment's own folder; all paths of the project hang on it."""

    path: Path

    @property
    def landing(self) -> Path:
        """Where files are dropped for the sensor to find."""
        return self.path / "landing"

    @property
    def intake(self) -> Path:
        """What has come in before, and how feeds stand: indexes, no data; rebuilt or fetched again where lost."""
        return self.path / "intake"

    @property
    def batches(self) -> Path:
        """One folder a batch: its manifest and its deliveries, byte for byte."""
        return self.path / "batches"

    @property
    def stages(self) -> Path:
        """The frames that passed their gates: stage / batch / version / frame.parquet."""
        return self.path / "stages"

    @property
    def quality(self) -> Path:
        """What Great Expectations found, as it says it: the source of the Data Docs."""
        return self.path / "quality"

    @property
    def ledger(self) -> Path:
        """Append-only: verdicts, quarantined rows, publishes."""
        return self.path / "ledger"

    @property
    def warehouse(self) -> Path:
        """The folder of the warehouse file and its earlier versions."""
        return self.path / "warehouse"

    @property
    def warehouse_file(self) -> Path:
        """The file that analysts open."""
        return self.warehouse / "sitrep.duckdb"

    @property
    def reports(self) -> Path:
        """Pages for people: the report and the Data Docs."""
        return self.path / "reports"

    @property
    def dagster(self) -> Path:
        """Dagster's own folder: runs, events, schedules."""
        return self.path / "dagster"

    @property
    def settings_file(self) -> Path:
        """What the people who run it have chosen."""
        return self.path / "sitrep.toml"

    @property
    def rules(self) -> Path:
        """Cleaning rules of this home alone: YAML files, read after the project's own."""
        return self.path / "rules"

    @property
    def ontology(self) -> Path:
        """Names of this home alone: YAML files of actors and places, read beside the project's own."""
        return self.path / "ontology"

    @property
    def alerts(self) -> Path:
        """What was to be told to people, and to whom it was delivered."""
        return self.path / "alerts"

    def open(self) -> Home:
        """Make the folders that are missing."""
        for folder in (
            self.landing,
            self.intake,
            self.batches,
            self.stages,
            self.quality,
            self.ledger,
            self.warehouse,
            self.reports,
            self.dagster,
        ):
            folder.mkdir(parents=True, exist_ok=True)
        return self

    def lock(self, wait: bool = True, on_wait: Callable[[], None] | None = None) -> AbstractContextManager[None]:
        """Hold the home for one command: the kernel frees it when the process dies."""
        return _hold(self.path / ".lock", wait, on_wait)

    def intake_lock(self, wait: bool = True, on_wait: Callable[[], None] | None = None) -> AbstractContextManager[None]:
        """Hold the making of batches, whoever takes files in: a command, or one of the threads that ask sensors."""
        return _hold(self.intake / ".lock", wait, on_wait, again=False)

    def publish_lock(self, on_wait: Callable[[], None] | None = None) -> AbstractContextManager[None]:
        """Hold the warehouse for one publish, whoever runs it: a command or the UI."""
        return _hold(self.warehouse / ".lock", True, on_wait)


@contextmanager
def _hold(path: Path, wait: bool, on_wait: Callable[[], None] | None, again: bool = True) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    # One object a path in this process, where it may be taken again: a command that holds the lock publishes under it.
    lock = FileLock(path, is_singleton=again, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout as busy:
        if not wait:
            raise HomeBusy(str(path)) from busy
        if on_wait:
            on_wait()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
