"""The engine on the labelled set: figures that were once reached, in both halves, and even-handedness.

Raise them with: python -m tests.evaluation.labelled_floors
"""

from __future__ import annotations

import pytest

from sitrep.evaluate import read_floors, shortfalls
from tests.evaluation.event_type_examples import readings, shares
from tests.evaluation.labelled_score import FLOORS, HALVES, Judgement, default_engine, figures, misses, score, table
from tests.evaluation.labelled_set import read_all
from tests.evaluation.labelled_symmetry import share_even_handed


@pytest.fixture(scope="module")
def judgements() -> list[Judgement]:
    return score(read_all(), default_engine())


@pytest.mark.parametrize("half", HALVES)
def test_nothing_once_reached_is_lost(judgements: list[Judgement], half: str) -> None:
    measured = figures([j for j in judgements if j.text.half == half])
    fallen = shortfalls(measured, read_floors(FLOORS)[f"labelled, {half}"])
    lists = [misses(judgements, shortfall.name) for shortfall in fallen]
    assert not fallen, "\n".join([*map(str, fallen), table(judgements), *lists])


def test_the_engine_is_even_handed() -> None:
    measured, differences = share_even_handed(default_engine())
    fallen = shortfalls(measured, read_floors(FLOORS)["symmetry"])
    assert not fallen, "\n".join([*map(str, fallen), *differences])


def test_the_examples_of_the_event_types_are_read_as_they_say() -> None:
    read = list(readings(default_engine()))
    fallen = shortfalls(shares(read), read_floors(FLOORS)["examples"])
    assert not fallen, "\n".join([*map(str, fallen), *(str(reading) for reading in read if not reading.right)])
