"""The count of right answers, under one name a measure.

What belongs here: answers, measures and their sums. What does not: how an answer is judged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: Measures that the project has beyond the common ones: they are reported, and left out of the overall score.
EXTRA_MEASURES = frozenset(
    {
        "merging precision (pairs)",
        "merging recall (pairs)",
        "not built on a non-event",
        "published basis",
        "set aside with reason",
    }
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of the gold, how far the warehouse answers it right (0 to 1), and whether it answers at all.

    `answered` is None where keeping silent is no way to answer, as with boilerplate that is cut or is not.
    """

    measure: str
    right: float
    what: str
    answered: bool | None = None


@dataclass(frozen=True, slots=True)
class Miss:
    """One answer that is not wholly right."""

    measure: str
    what: str


@dataclass(frozen=True, slots=True)
class Measure:
    """All answers of one name: of those asked, and of those given, how many are right."""

    name: str
    right: float
    asked: int
    answered: int | None = None

    @property
    def recall(self) -> float:
        return self.right / self.asked if self.asked else 0.0

    @property
    def precision(self) -> float | None:
        """Of the answers given how many are right; None where the question always has an answer."""
        if self.answered is None:
            return None
        return self.right / self.answered if self.answered else 0.0

    @property
    def f1(self) -> float | None:
        if self.precision is None:
            return None
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def is_extra(self) -> bool:
        return self.name in EXTRA_MEASURES


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one evaluation found."""

    measures: tuple[Measure, ...]
    misses: tuple[Miss, ...]
    documents: int
    mentions: int
    incidents: int

    @property
    def score(self) -> float:
        """The mean of the common measures' recalls: the overall figure that the development scorer prints."""
        values = [measure.recall for measure in self.measures if not measure.is_extra]
        return sum(values) / len(values) if values else 0.0

    @property
    def figures(self) -> dict[str, float]:
        """Recall by measure."""
        return {measure.name: measure.recall for measure in self.measures}


def tally(answers: Iterable[Answer]) -> tuple[tuple[Measure, ...], tuple[Miss, ...]]:
    """Answers summed by measure, in the order in which the measures first appear, and what was missed."""
    by_measure: dict[str, list[Answer]] = {}
    for answer in answers:
        by_measure.setdefault(answer.measure, []).append(answer)
    measures = tuple(_measure(name, given) for name, given in by_measure.items())
    missed = tuple(Miss(name, a.what) for name, given in by_measure.items() for a in given if a.right < 1)
    return measures, missed


def _measure(name: str, given: list[Answer]) -> Measure:
    silent = all(answer.answered is None for answer in given)
    answered = None if silent else sum(answer.answered is not False for answer in given)
    return Measure(name, sum(answer.right for answer in given), len(given), answered)
