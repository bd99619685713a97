"""The floors of this folder, held against a run.

What belongs here: measuring a run, and asserting its floors. What does not: the floors themselves (floors.yaml).
"""

from __future__ import annotations

from pathlib import Path

from sitrep.evaluate import Evaluation, as_table, evaluate, load_gold, read_facts, read_floors, shortfalls

FLOORS = Path(__file__).with_name("floors.yaml")


def measure(warehouse: Path, gold: Path) -> Evaluation:
    return evaluate(read_facts(warehouse), load_gold(gold))


def hold(evaluation: Evaluation, set_name: str) -> None:
    """Fail where a figure is under its floor, and show the whole table then."""
    figures = {**evaluation.figures, "score": evaluation.score}
    fallen = shortfalls(figures, read_floors(FLOORS)[set_name])
    assert not fallen, "\n".join([*map(str, fallen), "", as_table(evaluation)])
