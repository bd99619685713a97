"""What an asset asks of the project that runs it.

What belongs here: the interface of the resource `desk`. What does not: its implementation (dagster_project.desk).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

import dagster as dg
import pandas as pd

from sitrep.store.batches import Batch
from sitrep.store.home import Home
from sitrep.store.settings import Settings

Frames = dict[str, pd.DataFrame]
Progress = Callable[[int, int], None]
#: What a stage yields: the results of its checks, then what it made. A refusal raises between the two.
Yielded = Iterator[Any]


class Desk(Protocol):
    """The home that a run works on, its settings, and the gate that stands before anything is published there."""

    @property
    def home(self) -> Home:
        """Where everything lies."""

    @property
    def settings(self) -> Settings:
        """What the people who run the home have chosen."""

    def now(self) -> dt.datetime:
        """The clock; nothing below this interface reads one."""

    def ontology(self) -> Any:
        """What exists, loaded once a process."""

    def cleaning_rules(self) -> Any:
        """The rules of cleaning, loaded once a process."""

    def batch(self, batch_id: str) -> Batch:
        """The manifest of a batch."""

    def code(self, stage: str) -> str:
        """The version of code and rules by which a stage is made now."""

    def inputs_of(self, stage: str, batch_id: str) -> Mapping[str, str]:
        """The version of the stage before, as this run read it."""

    def again(self, run: dg.AssetExecutionContext) -> frozenset[str] | None:
        """The deliveries that this run reads again for its stage; None where it reads the whole batch."""

    def unchanged(self, run: dg.AssetExecutionContext) -> Yielded | None:
        """Where this run would make what stands already: what was said of it then, to be said again."""

    def seconds(self, stage: str) -> float:
        """How long this run has been at work on a stage."""

    def progress(self, task: str) -> Progress:
        """A place to tell how far a long task is."""

    def gate(
        self,
        run: dg.AssetExecutionContext,
        frames: Frames,
        compare: Mapping[str, Any] | None = None,
        versions: Mapping[str, str] | None = None,
    ) -> Yielded:
        """Audit a stage's frames; yield the checks, then refuse, or yield the accepted frames to be stored."""

    def publish(self, run: dg.AssetExecutionContext) -> Yielded:
        """Build, audit and swap in the warehouse; yield the checks, then refuse, or yield a word on each table."""

    def fetch(self, source: str) -> Mapping[str, Any] | None:
        """Visit a source; what to say of it, or None where someone else does at this moment."""

    def write_report(self) -> Mapping[str, Any]:
        """Write the report of the warehouse as it stands; what to say of it."""
