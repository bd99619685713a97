"""The whole pipeline on development material that lies beside the checkout, where it does.

What belongs here: floors on it, and agreement with the scorer there. Nothing of it is copied into the project.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sitrep.evaluate import Evaluation
from tests.conftest import AS_OF, ROOT, Run
from tests.evaluation.floors_of import hold, measure
from tests.evaluation.raw_texts import GOLD
from tests.pipeline.conftest import call

SHARED = ROOT.parent / "shared"
SCORER = SHARED / "gold" / "score.py"
NEWS = SHARED / "corpora" / "news_dev"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason=f"not run: there is no {SHARED}, the development material"),
]


def run(tmp_path_factory: pytest.TempPathFactory, *folders: Path) -> Run:
    """A run in this process: of one in a process of its own there is `corpus_run`."""
    home = tmp_path_factory.mktemp(folders[0].name) / "home"
    done = call("run", *folders, "--home", home, "--as-of", AS_OF)
    return Run(home, done.code, done.out + done.err)


@pytest.fixture(scope="module")
def seeds_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(tmp_path_factory, SHARED / "seeds")


@pytest.fixture(scope="module")
def news_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(tmp_path_factory, NEWS / "look", NEWS / "judge")


def by_the_scorer(warehouse: Path, gold: Path) -> dict[str, float]:
    """What the scorer beside the checkout says of a warehouse."""
    command = [sys.executable, str(SCORER), str(warehouse), "--gold", str(gold), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    return {**said["measures"], "score": said["score"]}


def common(evaluation: Evaluation) -> dict[str, float]:
    figures = {measure.name: measure.recall for measure in evaluation.measures if not measure.is_extra}
    return {**figures, "score": evaluation.score}


def test_the_seeds_hold_their_floors(seeds_run: Run) -> None:
    assert seeds_run.code == 0, seeds_run.printed
    hold(measure(seeds_run.warehouse, SHARED / "gold" / "seeds.json"), "seeds")


@pytest.mark.parametrize("part", ["look", "judge"])
def test_modern_news_holds_its_floors(news_run: Run, part: str) -> None:
    assert news_run.code == 0, news_run.printed
    hold(measure(news_run.warehouse, NEWS / f"{part}.json"), f"news_dev {part}")


@pytest.mark.parametrize("which", ["corpus", "seeds", "look", "judge"])
def test_both_scorers_agree(which: str, request: pytest.FixtureRequest) -> None:
    fixture, gold = {
        "corpus": ("corpus_run", GOLD),
        "seeds": ("seeds_run", SHARED / "gold" / "seeds.json"),
        "look": ("news_run", NEWS / "look.json"),
        "judge": ("news_run", NEWS / "judge.json"),
    }[which]
    warehouse = request.getfixturevalue(fixture).warehouse
    assert common(measure(warehouse, gold)) == pytest.approx(by_the_scorer(warehouse, gold))
