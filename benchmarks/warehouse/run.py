"""How long the warehouse takes at a size: building, each mart, each rule, each question, each export.

    python -m benchmarks.warehouse.run [INCIDENTS] [--json FILE]

What belongs here: measuring and printing. What does not: the rows (generate).
"""

from __future__ import annotations

import io
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.warehouse.generate import frames
from sitrep.export import EXPORTS, choose, write
from sitrep.report import render
from sitrep.warehouse import SQL_DIR, Changes, amend, analyses, build, checks, sqlfiles, swap
from sitrep.warehouse.build import CONFIG

#: What the project promises at 100,000 incidents.
ANALYSIS_SECONDS, MART_SECONDS = 1.0, 10.0
#: Incidents that a batch of about 1,000 documents makes here.
BATCH = 400


def timed(work: Callable[[], Any]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(incidents: int, folder: Path) -> dict[str, Any]:
    """All figures of one size."""
    core, quality = frames(incidents)
    path = folder / "sitrep.duckdb"
    found: dict[str, Any] = {"incidents": incidents, "rows": sum(len(one) for one in core.values())}
    found["build"] = timed(lambda: build(path, core, quality))
    found["megabytes"] = path.stat().st_size / 1e6
    found["marts"] = _marts(path)
    found["checks"] = _checks(path)
    found["analyses"] = _analyses(path)
    found["exports"] = {name: timed(lambda name=name: _export(path, name)) for name in EXPORTS}
    found["report"] = timed(lambda: render(path))
    found["amend"] = _amend(path, incidents)
    found["peak megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return found


def _marts(path: Path) -> dict[str, float]:
    """Each mart built anew from the tables and marts that are there."""
    with duckdb.connect(str(path), config=CONFIG) as connection:
        connection.execute("set TimeZone = 'UTC'")
        return {
            mart.name: timed(lambda mart=mart: connection.execute(f"create temp table made_{mart.name} as {mart.body}"))
            for mart in sqlfiles.marts()
        }


def _checks(path: Path) -> dict[str, float]:
    times: dict[str, float] = {}
    with duckdb.connect(str(path), read_only=True, config=CONFIG) as connection:
        connection.execute("set TimeZone = 'UTC'")
        for file in sqlfiles.read_folder(SQL_DIR / "checks"):
            if checks.needs_previous(file):
                continue
            found: list[Any] = []
            times[file.name] = timed(lambda file=file, found=found: found.append(checks._run(connection, file)))
            if not found[0].success:
                print(f"  {file.name} is broken: {found[0].count} rows, {found[0].sample[:1]}", file=sys.stderr)
    return times


def _analyses(path: Path) -> dict[str, float]:
    given = {"incident": "inc-000000007", "actor": "actor.7"}
    times = {}
    for one in analyses.analyses():
        values = {parameter.name: given[parameter.name] for parameter in one.parameters if parameter.name in given}
        times[one.name] = timed(lambda one=one, values=values: analyses.ask(path, one, values))
    return times


def _amend(path: Path, incidents: int) -> dict[str, float]:
    """A publish of about 1,000 documents more: the copy with its changes, the rules, the swap."""
    put, quality = frames(BATCH, incidents)
    put.pop("event_type")
    candidate = path.with_name("candidate.duckdb")
    times = {"copy, change and marts": timed(lambda: amend(path, candidate, Changes(put), quality))}
    times["rules across tables"] = timed(lambda: checks.run_checks(candidate, previous=path))
    times["swap"] = timed(lambda: swap(candidate, path))
    return times


def _export(path: Path, name: str) -> None:
    write(choose(path, EXPORTS[name]), EXPORTS[name].form, io.BytesIO())


def show(found: dict[str, Any]) -> None:
    """The figures, the slowest of each kind first."""
    print(
        f"{found['incidents']:,} incidents, {found['rows']:,} rows: built in {found['build']:.1f} s,"
        f" {found['megabytes']:.0f} MB on disk, {found['peak megabytes']:.0f} MB at most in memory"
    )
    for kind, limit in (("marts", MART_SECONDS), ("checks", None), ("analyses", ANALYSIS_SECONDS), ("exports", None)):
        times = sorted(found[kind].items(), key=lambda item: -item[1])
        print(
            f"{kind}: {sum(found[kind].values()):.1f} s in all"
            + (f", each must be under {limit:.0f} s" if limit else "")
        )
        for name, seconds in times:
            print(f"  {seconds:7.3f} s  {name}{'  TOO SLOW' if limit and seconds > limit else ''}")
    print(f"report: {found['report']:.2f} s")
    steps = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in found["amend"].items())
    print(f"1,000 documents more: {sum(found['amend'].values()):.1f} s ({steps})")


def main(arguments: list[str]) -> int:
    """Measures, prints, and says by the exit code whether the promises hold."""
    numbers = [one for one in arguments if one.isdigit()]
    with tempfile.TemporaryDirectory() as folder:
        found = measure(int(numbers[0]) if numbers else 100_000, Path(folder))
    show(found)
    if "--json" in arguments:
        Path(arguments[arguments.index("--json") + 1]).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    slow = [one for one in found["analyses"].values() if one > ANALYSIS_SECONDS]
    return bool(slow or [one for one in found["marts"].values() if one > MART_SECONDS])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
