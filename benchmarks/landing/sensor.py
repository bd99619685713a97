"""How long one look at landing/ takes where many files lie that are known already.

    python -m benchmarks.landing.sensor [FILES]

What belongs here: wall and processor time of a look, with nothing new and with ten new files, by the number of known
files. What does not: whether the right files are taken (tests/store/test_intake.py).
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from pathlib import Path

from sitrep.store import intake
from sitrep.store.home import Home
from sitrep.store.intake import Look
from sitrep.store.settings import Batches, Landing, Settings

FOLDERS = 100
ROUNDS = 30  # the fastest one counts, so that other work on the machine does not
SETTINGS = Settings(batches=Batches(documents=2000), landing=Landing(settle_seconds=0, batch_minutes=0))


def fill(home: Home, first: int, files: int) -> None:
    """Small reports in nested folders, as sources deliver them."""
    for number in range(first, first + files):
        folder = home.landing / f"source-{number % 5}" / f"{number % FOLDERS:02}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}.txt").write_text(f"Report {number}: gunmen killed two soldiers.")


def look(home: Home) -> Look:
    """One look, as the sensor takes it."""
    return intake.look(home, SETTINGS, dt.datetime.now(dt.UTC))


def timed(home: Home) -> tuple[float, float, Look]:
    """Wall and processor seconds of a look."""
    wall, processor = time.perf_counter(), time.process_time()
    found = look(home)
    return time.perf_counter() - wall, time.process_time() - processor, found


def main(files: int) -> None:
    """Take all in, then look again."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder)).open()
        fill(home, 0, files)
        looks = 1
        while (found := look(home)).waiting:
            looks += 1
        print(f"{files} files taken in by {looks} looks, {len(found.in_hand)} batches")
        quiet = min(timed(home)[:2] for _ in range(ROUNDS))
        print(f"nothing new: {quiet[0]:.2f} s, processor {quiet[1]:.2f} s")
        fill(home, files, 10)
        wall, processor, found = timed(home)
        print(f"{found.read} new files: {wall:.2f} s, processor {processor:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
