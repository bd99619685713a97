"""Raises the floors of the labelled set to what is measured: python -m tests.evaluation.labelled_floors.

What belongs here: bringing the figures of texts, symmetry and examples under their names in labelled_floors.yaml.
What does not: measuring, and holding the floors (test_labelled_floors.py).
"""

from __future__ import annotations

from sitrep.evaluate import raise_floors
from tests.evaluation.event_type_examples import readings, shares
from tests.evaluation.labelled_score import FLOORS, HALVES, default_engine, figures, score
from tests.evaluation.labelled_set import read_all
from tests.evaluation.labelled_symmetry import share_even_handed

#: How far a floor stays below what was measured: a rule that wins ten answers may lose two of another measure.
ROOM = 0.02


def main() -> None:
    engine = default_engine()
    judgements = score(read_all(), engine)
    for half in HALVES:
        raise_floors(FLOORS, f"labelled, {half}", with_room(figures([j for j in judgements if j.text.half == half])))
    raise_floors(FLOORS, "symmetry", share_even_handed(engine)[0])
    raise_floors(FLOORS, "examples", with_room(shares(list(readings(engine)))))


def with_room(measured: dict[str, float]) -> dict[str, float]:
    return {name: max(0.0, figure - ROOM) for name, figure in measured.items()}


if __name__ == "__main__":
    main()
