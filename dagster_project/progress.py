"""How far a long task is, for those who wait.

What belongs here: the bar of the command line, which disappears when it is done or where no one watches.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Tell = Callable[[int, int], None]


class Reporter(Protocol):
    """Someone who shows tasks."""

    def task(self, name: str) -> Tell:
        """A task of this name begins; the function takes how many are done, of how many."""


class Silent:
    """Shows nothing."""

    def task(self, name: str) -> Tell:  # noqa: ARG002
        """Nothing is shown."""
        return lambda done, total: None  # noqa: ARG005


class Bar:
    """A bar on standard error, which leaves nothing behind; nothing at all where that is no terminal."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        self._bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._bar.add_task("starting", total=None)

    def __enter__(self) -> Bar:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def task(self, name: str) -> Tell:
        """One line, which always shows the task at hand."""
        self._bar.reset(self._task, description=name, total=None)
        return lambda done, total: self._bar.update(self._task, completed=done, total=total)
