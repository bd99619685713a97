"""Measures resolution on generated streams: `python -m benchmarks.resolution.run 100 1000 10000`.

Prints a line a size: B-cubed, twins apart, tolls within the ledger's span, incidents a second, peak memory. Seconds are
those of the processor, which other work on the machine does not lengthen.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import sys
import time
from dataclasses import asdict

from benchmarks.resolution.measure import quality
from benchmarks.resolution.stream import make_stream, stage_frames
from sitrep.ontology.types import load_types
from sitrep.resolve import History, ResolveOptions, resolve


def main(argv: list[str]) -> None:
    """Runs each size asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="+", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--shuffle", action="store_true", help="another order of arrival; the figures must not change")
    asked = parser.parse_args(argv)
    types = load_types()
    for size in asked.sizes:
        stream = make_stream(size, asked.seed)
        stories = list(stream.stories)
        if asked.shuffle:
            random.Random(1).shuffle(stories)
        frames = stage_frames(stream, stories)
        before = time.process_time()
        done = resolve(frames, History(), ResolveOptions(1, dt.datetime(2024, 1, 1, tzinfo=dt.UTC)), types)
        seconds = time.process_time() - before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        figures = {"size": size, "documents": len(stories), **asdict(quality(stream, done))}
        figures |= {"seconds": round(seconds, 2), "incidents_per_second": round(size / seconds), "peak_mb": round(peak)}
        print(" ".join(f"{name}={value}" for name, value in figures.items()), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
