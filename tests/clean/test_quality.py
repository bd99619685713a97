"""Cleaning holds its floors on the labelled pages of benchmarks/cleaning."""

from __future__ import annotations

import pytest
import yaml

from benchmarks.cleaning.quality import HERE, STORIES_A_SHAPE, Score, score
from sitrep.clean import load_rules

FLOORS = yaml.safe_load((HERE / "floors.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def measured() -> Score:
    return score(load_rules())


@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_floor(measured: Score, measure: str) -> None:
    assert measured.shares[measure] >= FLOORS[measure], "\n".join(m for m in measured.misses if m.startswith(measure))


def test_there_are_sixty_pages_in_the_manners_of_twenty_five_outlets() -> None:
    shapes = len(list((HERE / "shapes").iterdir()))
    assert shapes >= 25
    assert shapes * STORIES_A_SHAPE >= 60
