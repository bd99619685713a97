"""Whose turn it is at a host: so many requests at a time, so long after one another, over all processes of a home.

What belongs here: waiting for a turn. What does not: asking. The state is a lock and a number a host, in files: sources
that share a host are often asked by processes that know nothing of each other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from sitrep.sources.fetching.clock import Clock

_TOO_FAR = 1000.0  # seconds: a turn further away than this was noted under another clock


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a home, below a folder."""

    folder: Path
    clock: Clock

    @contextmanager
    def at(self, host: str, seconds_between: float, places: int) -> Iterator[None]:
        """Hold one of the places at a host, once enough time has passed since the last request to it."""
        name = hashlib.sha256(host.encode()).hexdigest()[:24]
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._place(name, places):
            self.clock.sleep(self._until_turn(name, seconds_between))
            yield

    @contextmanager
    def _place(self, name: str, places: int) -> Iterator[None]:
        with ExitStack() as stack:
            locks = [FileLock(self.folder / f"{name}.{number}.lock") for number in range(places)]
            if not any(_try(lock, stack) for lock in locks):
                stack.enter_context(locks[0])  # waits
            yield

    def _until_turn(self, name: str, seconds_between: float) -> float:
        """Take the next free moment; how far away it is."""
        with FileLock(self.folder / f"{name}.turn.lock"):
            note, now = self.folder / f"{name}.turn", self.clock.now().timestamp()
            noted = _number(note)
            turn = noted if now < noted < now + _TOO_FAR else now
            note.write_text(repr(turn + seconds_between))
        return max(0.0, turn - now)


def _try(lock: FileLock, stack: ExitStack) -> bool:
    try:
        stack.enter_context(lock.acquire(timeout=0))
    except Timeout:
        return False
    return True


def _number(note: Path) -> float:
    try:
        return float(note.read_text())
    except (OSError, ValueError):
        return 0.0
