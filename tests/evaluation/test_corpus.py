"""The whole pipeline on corpus/: what it prints, what it sets aside, and the measured figures as floors."""

from __future__ import annotations

import json

import duckdb
import pytest

from sitrep.evaluate import Evaluation
from tests.conftest import Run, sitrep
from tests.evaluation.floors_of import FLOORS, hold, measure
from tests.evaluation.raw_texts import GOLD, report_files


@pytest.fixture(scope="module")
def evaluation(corpus_run: Run) -> Evaluation:
    assert corpus_run.code == 0, corpus_run.printed
    return measure(corpus_run.warehouse, GOLD)


def test_the_run_publishes(corpus_run: Run) -> None:
    assert corpus_run.code == 0, corpus_run.printed
    assert corpus_run.warehouse.exists()


def test_the_run_prints_why_files_were_set_aside(corpus_run: Run) -> None:
    for word in ("empty", "JSON", "language", "binary"):
        assert word in corpus_run.printed


def test_every_delivery_is_accounted_for(corpus_run: Run) -> None:
    with duckdb.connect(str(corpus_run.warehouse), read_only=True) as connection:
        rows = connection.execute("select outcome, count(*) from core.delivery group by all").fetchall()
    briefs = 5  # lines of wire-briefs.jsonl, one of them broken
    assert sum(count for _, count in rows) == len(report_files()) - 1 + briefs
    assert dict(rows)["duplicate"] == 1
    assert dict(rows)["quarantined"] == 5


def test_the_figures_hold_their_floors(evaluation: Evaluation) -> None:
    hold(evaluation, "corpus")


def test_the_command_measures_the_same(corpus_run: Run, evaluation: Evaluation) -> None:
    done = sitrep("evaluate", "--home", corpus_run.home, "--format", "json", "--floors", FLOORS)
    assert done.returncode == 0, done.stderr
    printed = json.loads(done.stdout)
    assert printed["score"] == round(evaluation.score, 4)
    assert {name: m["recall"] for name, m in printed["measures"].items()} == {
        name: round(figure, 4) for name, figure in evaluation.figures.items()
    }


def test_wrong_use_of_the_command_ends_with_two(corpus_run: Run, tmp_path) -> None:
    broken = tmp_path / "gold.json"
    broken.write_text('{"documents": {}')
    done = sitrep("evaluate", "--home", corpus_run.home, "--gold", broken)
    assert (done.returncode, done.stdout) == (2, "")
    assert str(broken) in done.stderr
