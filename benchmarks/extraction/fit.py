"""Fits the points by which answers.py chooses what is handed over to MUC-4's scorer, on the seen half alone.

    python -m benchmarks.extraction.fit

Runs the seen half, and from the points that stand in answers.py changes one at a time, by whole points, as long as the
mean F1 of the measures (MEASURES) rises by more than LEAST. It prints the points, and what the same search gives on
documents that it did not see: the half is cut in FOLDS parts, each scored with the points found on the others, which
are printed in brackets. Nothing is written: who takes points over takes those on which the parts agree.

What belongs here: the search. What does not: the signs and what else is asked of an incident (answers.py).
"""

from __future__ import annotations

import functools
import hashlib
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.extraction.answers import WEIGHTS, Told, told_in
from benchmarks.extraction.corpora import CORPORA, SHARED, measure, module, read_lines, warehouse

MEASURES = (
    "relevance",
    "type_strict",
    "type_violent",
    "pooled.perp_org",
    "pooled.human_target",
    "aligned.location",
    "aligned.date",
)
FOLDS = 5
LEAST = 0.0005
_RANGE = range(-4, 5)
Points = Mapping[str, int]
#: Right answers, answers, keys met and keys, by measure.
Counts = dict[str, tuple[float, ...]]


@dataclass(frozen=True)
class Report:
    """A document: what it tells that may be asked for, with its signs, and how a choice of it is scored."""

    doc_id: str
    signs: Sequence[Sequence[str]]
    score: Callable[[tuple[bool, ...]], Counts]

    def counts(self, points: Points) -> Counts:
        """What is right and wrong with some points."""
        return self.score(tuple(sum(points[sign] for sign in shown) >= 1 for shown in self.signs))

    @property
    def fold(self) -> int:
        return int(hashlib.sha256(self.doc_id.encode()).hexdigest(), 16) // len("ab") % FOLDS


def reports(home: Path, gold: Path) -> list[Report]:
    """The documents of a run with their keys."""
    scorer = module(SHARED / "muc4_dev" / "score.py")
    with duckdb.connect(str(warehouse(home)), read_only=True) as connection:
        told = told_in(connection)
    found = []
    for line in read_lines(gold):
        asked = [each for each in told.get(line["doc_id"], ()) if each.may_be_asked()]
        score = functools.cache(functools.partial(_score, scorer, line, asked))
        found.append(Report(line["doc_id"], [each.signs() for each in asked], score))
    return found


def _score(scorer: Any, line: Mapping[str, Any], asked: Sequence[Told], chosen: tuple[bool, ...]) -> Counts:
    doc_id = line["doc_id"]
    events = [told.event() for told, kept in zip(asked, chosen, strict=True) if kept]
    figures = scorer.score({doc_id: line["incidents"]}, {doc_id: events}, scorer.TYPE_MAP)
    return {
        name: (f["p"] * f["system"], f["system"], f["r"] * f["gold"], f["gold"])
        for name, f in figures.items()
        if name in MEASURES
    }


def mean_f1(counted: Iterable[Counts]) -> float:
    """The mean F1 of the measures over documents."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * 4)
    for counts in counted:
        for name, numbers in counts.items():
            sums[name] = [a + b for a, b in zip(sums[name], numbers, strict=True)]
    return sum(_f1(*sums[name]) for name in MEASURES) / len(MEASURES)


def _f1(right: float, given: float, met: float, keys: float) -> float:
    precision, recall = right / given if given else 0.0, met / keys if keys else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def fit(documents: Sequence[Report]) -> dict[str, int]:
    """The points that a search by single changes finds."""
    points, best = dict(WEIGHTS), mean_f1(d.counts(WEIGHTS) for d in documents)
    changed = True
    while changed:
        changed = False
        for sign in WEIGHTS:
            tried = {number: mean_f1(d.counts({**points, sign: number}) for d in documents) for number in _RANGE}
            number = max(tried, key=lambda each: (tried[each], -abs(each)))
            if tried[number] > best + LEAST:
                points[sign], best, changed = number, tried[number], True
    return points


def main() -> None:
    """Prints the points found, and how they do on documents left out."""
    if not SHARED.is_dir():
        sys.exit(f"The corpora are not part of the project, and {SHARED} is not there: nothing to fit.")
    corpus = CORPORA["muc4"]
    with tempfile.TemporaryDirectory(prefix="sitrep-fit-") as folder:
        home = Path(folder)
        measure(corpus, "seen", home)
        documents = reports(home / "home", home / corpus.gold)
        points = fit(documents)
        parts = [fit([d for d in documents if d.fold != fold]) for fold in range(FOLDS)]
        left_out = [d.counts(parts[d.fold]) for d in documents]
        for sign, number in points.items():
            each = " ".join(f"{part[sign]:2}" for part in parts)
            print(f"{WEIGHTS[sign]:4} -> {number:2} ({each})  {sign}")
        print(f"mean F1 of {', '.join(MEASURES)}")
        print(f"{mean_f1(d.counts(WEIGHTS) for d in documents):.4f}  the points that stand")
        print(
            f"{mean_f1(d.counts(points) for d in documents):.4f}  the points found, on the documents they were found on"
        )
        print(f"{mean_f1(left_out):.4f}  found on four parts of five, on the fifth")


if __name__ == "__main__":
    main()
