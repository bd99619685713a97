"""What adding documents to a warehouse costs: `python -m benchmarks.resolution.adding 1000 10000 --documents 1000`.

Builds a warehouse of a generated stream without its last documents, in the order in which they appeared, then adds
those by the steps of a publish: link and make rows, amend a copy of the file, run the rules across tables, hold what is
new or changed against the suites, swap. With `--late` the documents that are added are of all times. Prints seconds of
processor time (of all threads) and of the wall for each step, and the peak of memory before the adding and in all.
`suites_first_use` is the loading of the suites' library. With `--keep FOLDER` the warehouse that is added to stays
there, and is taken from there the next time.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from assets.ways import changed_rows
from benchmarks.resolution.stream import Story, Stream, make_stream, stage_frames
from expectations import audit, suite_names
from sitrep.ontology.types import load_types
from sitrep.resolve import History, Resolution, ResolveOptions, StageFrames, advance, resolve
from sitrep.resolve.memory import Memory, remember, remember_changes
from sitrep.resolve.tables import KEYS
from sitrep.store import ledger
from sitrep.warehouse import Changes, amend, build, event_type_frame, reading, run_checks, swap

NOW = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
#: Documents that the standing warehouse is built of at a time: memory holds the rows of so many.
CHUNK = 40_000
Answer = TypeVar("Answer")
Figures = dict[str, str]


class Stopwatch:
    """Seconds of each step."""

    def __init__(self) -> None:
        self.spent: dict[str, tuple[float, float]] = {}

    def time(self, name: str, step: Callable[[], Answer]) -> Answer:
        """Runs a step and notes processor time and wall time."""
        processor, wall = time.process_time(), time.perf_counter()
        answer = step()
        known = self.spent.get(name, (0.0, 0.0))
        self.spent[name] = (known[0] + time.process_time() - processor, known[1] + time.perf_counter() - wall)
        return answer

    @property
    def figures(self) -> dict[str, str]:
        """Each step's processor seconds / wall seconds, all its rounds together."""
        return {name: f"{processor:.2f}/{wall:.2f}" for name, (processor, wall) in self.spent.items()}


def measure(incidents: int, documents: int, folder: Path, *, late: bool = False, keep: Path | None = None) -> Figures:
    """The figures of one size, each as processor seconds / wall seconds."""
    types = load_types()
    stream = make_stream(incidents, 7)
    stories = _in_order(stream.stories, documents if late else 0)
    watch, sizes = Stopwatch(), {"incidents": str(incidents), "documents_before": str(len(stories) - documents)}
    standing, candidate = folder / "sitrep.duckdb", folder / "candidate.duckdb"
    kept = keep / f"{incidents}-{documents}{'-late' if late else ''}.duckdb" if keep else None
    if kept is not None and kept.exists():
        shutil.copyfile(kept, standing)
    else:
        _stand(watch, standing, candidate, stream, stories[:-documents], types)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(standing, kept)
    more = stage_frames(stream, stories[-documents:], "more")
    del stream, stories
    before = _peak_mb()
    _add(watch, standing, candidate, more, types)
    peaks = {"peak_mb_before": str(before), "peak_mb": str(_peak_mb())}
    file_mb = f"{standing.stat().st_size / 2**20:.0f}"
    return {**sizes, "added": str(documents), **watch.figures, "file_mb": file_mb, **peaks}


def _add(watch: Stopwatch, standing: Path, candidate: Path, more: StageFrames, types: Any) -> None:
    """The steps of a publish."""
    anywhere = pd.DataFrame({"place_id": ["p"], "latitude": [0.0], "longitude": [0.0]})
    watch.time("suites_first_use", lambda: audit(anywhere, "core.place"))
    with reading(standing) as connection:
        ((seq,),) = connection.execute("select max(published_seq) + 1 from core.incident_revision").fetchall()
        done = watch.time("advance", lambda: advance(more, Memory(connection), ResolveOptions(seq, NOW), types))
    reached = watch.time("amend", lambda: _amend(standing, candidate, done))
    watch.time("rules_across_tables", lambda: run_checks(candidate, previous=standing))
    watch.time("suites", lambda: _audit(candidate, standing, done, reached))
    watch.time("swap", lambda: swap(candidate, standing))


def _peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _in_order(stories: Sequence[Story], held_back: int) -> list[Story]:
    """Stories by the time at which they appeared; so many of all times are held back to the end."""
    ordered = sorted(stories, key=lambda story: (story.published or NOW, story.document_id))
    late = set(random.Random(1).sample(range(len(ordered)), held_back))
    return [s for n, s in enumerate(ordered) if n not in late] + [ordered[n] for n in sorted(late)]


def _stand(
    watch: Stopwatch, standing: Path, candidate: Path, stream: Stream, stories: Sequence[Story], types: Any
) -> None:
    """Builds the warehouse that is added to, a chunk at a time, so that memory holds one."""
    for seq, first in enumerate(range(0, len(stories), CHUNK), start=1):
        frames = stage_frames(stream, stories[first : first + CHUNK], f"b{seq}")
        watch.time("standing", partial(_grow, standing, candidate, frames, seq, types))
        print(f"{first + len(frames.document)} documents stand: {watch.figures}", file=sys.stderr, flush=True)


def _grow(standing: Path, candidate: Path, frames: StageFrames, seq: int, types: Any) -> None:
    """The first chunk makes the file, the others are added to it."""
    options = ResolveOptions(seq, NOW)
    if seq == 1:
        _build(standing, resolve(frames, History(), options, types), types)
        return
    with reading(standing) as connection:
        done = advance(frames, Memory(connection), options, types)
    _amend(standing, candidate, done)
    swap(candidate, standing)


def _quality() -> dict[str, pd.DataFrame]:
    return {
        "check_result": pd.DataFrame(columns=ledger.CHECK_RESULT.names),
        "quarantine": pd.DataFrame(columns=ledger.QUARANTINE.names),
    }


def _build(path: Path, done: Resolution, types: Any) -> None:
    frames = {**done.frames, "event_type": event_type_frame(types)}
    build(path, frames, _quality(), beside=lambda connection: remember(connection, done.memory))


def _amend(standing: Path, candidate: Path, done: Resolution) -> frozenset[str] | None:
    changes = Changes(done.frames, done.gone, KEYS)
    return amend(
        standing,
        candidate,
        changes,
        _quality(),
        beside=lambda connection: remember_changes(connection, done.memory, done.memory_gone),
    )


def _audit(candidate: Path, standing: Path, done: Resolution, reached: frozenset[str] | None) -> None:
    marts = [name for name in suite_names() if name.startswith("mart.")]
    rows = {f"core.{name}": frame for name, frame in done.frames.items()}
    rows |= changed_rows(candidate, standing, marts, reached)
    for name, frame in rows.items():
        if name in suite_names():
            audit(frame, name, {"as_of": NOW.date()})


def main(argv: list[str]) -> None:
    """Prints a line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="+", type=int)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--late", action="store_true", help="add documents of all times, not the newest")
    parser.add_argument("--keep", type=Path, help="a folder that keeps the warehouses that documents are added to")
    asked = parser.parse_args(argv)
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            found = measure(size, asked.documents, Path(folder), late=asked.late, keep=asked.keep)
        print(" ".join(f"{name}={value}" for name, value in found.items()), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
