"""Taking in what was dropped in landing/: settled files that the home does not know become batches.

What belongs here: one look at the folder, and what it takes. What does not: walking (sitrep.sources.landing), the
index (known), and asking for runs (dagster_project.sensors). A look may be cut short at any point, also by SIGKILL: a
batch appears by one rename, and a file counts as known only after the last batch that holds something of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sitrep.records import Delivery
from sitrep.sources import delivery_id, landing
from sitrep.sources.containers import split
from sitrep.sources.frame import row_of
from sitrep.sources.landing import Found
from sitrep.sources.paths import whole_file
from sitrep.store import batches, known
from sitrep.store.home import Home
from sitrep.store.known import Known
from sitrep.store.settings import Settings

#: Bounds of one look, so that it ends well within the minute that Dagster gives a sensor; the next look goes on.
MAX_BATCHES = 4
MAX_FILES = 10_000
MAX_BYTES = 1_000_000_000

_LAST_BATCH = "landing_batch_at"
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)  # what arrived is the same whenever it arrives


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at landing/ found and did; files are counted."""

    new: tuple[str, ...] = ()  # batches made
    in_hand: tuple[str, ...] = ()  # all batches that have not been through their stages, those included
    lying: int = 0  # in the folder
    read: int = 0  # of them opened in this look
    known: int = 0  # of those read, the ones that hold nothing new: renamed, touched or delivered again
    settling: int = 0  # changed too short a time ago
    waiting: int = 0  # settled, left for a later look
    unreadable: tuple[str, ...] = ()  # path and reason; tried again at each look


def look(home: Home, settings: Settings, now: dt.datetime) -> Look:
    """Look at landing/ once, and make the batches that are due; raises HomeBusy where someone else takes files in."""
    with home.intake_lock(wait=False), known.opened(home) as index:
        folder = landing.scan(home.landing, index.stamps())
        index.forget_files(folder.gone)
        index.done()
        moment = now.timestamp() - settings.landing.settle_seconds
        settled = sorted((one for one in folder.changed if one.changed_at <= moment), key=lambda one: one.changed_at)
        reader = _Reader(home.landing, index, settled)
        new = _take(home, index, reader, settings, now)
        close_finished(home, index)
        return Look(
            new=tuple(new),
            in_hand=tuple(index.open_batches()),
            lying=folder.lying,
            read=reader.files,
            known=reader.stale,
            settling=len(folder.changed) - len(settled),
            waiting=len(settled) - reader.noted,
            unreadable=(*folder.closed, *reader.unreadable),
        )


@dataclass(frozen=True, slots=True)
class Waiting:
    """Files in landing/ that no batch is known to hold."""

    settled: int = 0
    settling: int = 0  # changed too short a time ago
    closed: tuple[str, ...] = ()  # folders that could not be looked into, with the reason


def waiting(home: Home, settings: Settings, now: dt.datetime) -> Waiting:
    """What the next look will open; takes nothing in, and waits for nobody who does."""
    folder = landing.scan(home.landing, known.stamps(home))
    moment = now.timestamp() - settings.landing.settle_seconds
    settled = sum(one.changed_at <= moment for one in folder.changed)
    return Waiting(settled, len(folder.changed) - settled, folder.closed)


def close_finished(home: Home, index: Known) -> None:
    """Batches that are through their stages, or that a gate refused, are nobody's work any more."""
    index.close_batches([one for one in index.open_batches() if batches.state(home, one, {}) != "new"])
    index.done()


def _take(home: Home, index: Known, reader: _Reader, settings: Settings, now: dt.datetime) -> list[str]:
    """Make the batches that are full, and one that is not if the last one is long enough ago."""
    size = batches.Size(settings.batches.documents, settings.batches.megabytes)
    is_due = _is_due(index.noted(_LAST_BATCH), settings.landing.batch_minutes, now)
    if not is_due and not batches.is_full(len(reader.waiting), sum(one.size for one in reader.waiting), size):
        return []
    new: list[str] = []
    for frame in islice(batches.full_frames(reader.fresh(), size, now), MAX_BATCHES):
        if not is_due and not batches.is_full(len(frame), int(frame["raw_size"].sum()), size):
            break
        new.append(batches.add(home, index, frame, now.date(), now))
        index.note(_LAST_BATCH, now.isoformat())
        reader.note_whole(len(frame))
        index.done()
    reader.note_whole(0)
    index.done()
    return new


def _is_due(last: str | None, minutes: float, now: dt.datetime) -> bool:
    """Whether the last batch is long enough ago; a clock that was set back does not make anyone wait for it."""
    if last is None:
        return True
    ago = now - dt.datetime.fromisoformat(last)
    return not dt.timedelta(0) <= ago < dt.timedelta(minutes=minutes)


class _Reader:
    """Reads waiting files into deliveries that the home does not know, and tells the index which files are done with.

    A file is done with when every delivery that it shares with others or has alone is in a batch.
    """

    def __init__(self, folder: Path, index: Known, waiting: Sequence[Found]) -> None:
        self.waiting = waiting
        self.unreadable: list[str] = []
        self.files = self.stale = self.noted = 0
        self._folder, self._index = folder, index
        self._bytes = self._given = self._batched = 0
        self._met: set[str] = set()  # contents that this reader has given
        self._ended: list[tuple[int, str, str]] = []  # how many deliveries must be in batches before a file is known

    def fresh(self) -> Iterator[Delivery]:
        """Deliveries that came neither before nor earlier in this look, the file that changed first before others."""
        for found in self.waiting[:MAX_FILES]:
            if self._bytes > MAX_BYTES:
                return
            whole = self._whole(found)
            if whole is None:
                continue
            before, needed = self._given, 0
            for delivery in split(whole):
                content = known.content_id(row_of(delivery, _NEVER))
                if content in self._met:
                    needed = self._given
                elif not self._is_known(delivery, content):
                    self._met.add(content)
                    self._given += 1
                    yield delivery
            self.stale += self._given == before
            self._ended.append((self._given if self._given > before else needed, found.key, found.stamp))

    def note_whole(self, batched: int) -> None:
        """So many more deliveries are in batches: files that wait for no others are known from now on."""
        self._batched += batched
        whole = [one for one in self._ended if one[0] <= self._batched]
        self._ended = [one for one in self._ended if one[0] > self._batched]
        self._index.note_files((key, stamp) for _, key, stamp in whole)
        self.noted += len(whole)

    def _is_known(self, delivery: Delivery, content: str) -> bool:
        return self._index.has_content(content) or bool(self._index.batch_of([delivery_id(delivery)]))

    def _whole(self, found: Found) -> Delivery | None:
        """The file, unless it is gone, changed while it was read, or cannot be read."""
        source, name = landing.source_of(self._folder, found)
        try:
            whole = whole_file(self._folder / found.path, source, name)
        except FileNotFoundError:
            return None
        except OSError as error:
            self.unreadable.append(f"{found.key}: {error.strerror}")
            return None
        if landing.stamp_now(self._folder, found) != found.stamp:
            return None
        self.files += 1
        self._bytes += len(whole.payload)
        return whole
