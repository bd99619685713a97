"""An evaluation as text: a table for people, JSON for programs.

What belongs here: wording and layout. What does not: any figure that is not in the evaluation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sitrep.evaluate.tally import Evaluation, Measure


def as_table(evaluation: Evaluation, verbose: bool = False) -> str:
    """One line a measure: right of those given, right of those asked; with `verbose` what was missed."""
    return "\n".join(_lines(evaluation, verbose)) + "\n"


def as_json(evaluation: Evaluation, verbose: bool = False) -> str:
    """The same as one JSON object."""
    measures = {measure.name: _fields(measure) for measure in evaluation.measures}
    counts = {name: getattr(evaluation, name) for name in ("documents", "mentions", "incidents")}
    misses = [{"measure": miss.measure, "what": miss.what} for miss in evaluation.misses]
    shown = {**counts, "score": round(evaluation.score, 4), "measures": measures}
    return json.dumps({**shown, "misses": misses} if verbose else shown, ensure_ascii=False, indent=1)


def _fields(measure: Measure) -> dict[str, float | int | None]:
    figures = {name: getattr(measure, name) for name in ("recall", "precision", "f1", "right")}
    rounded = {name: None if figure is None else round(figure, 4) for name, figure in figures.items()}
    return {**rounded, "asked": measure.asked, "answered": measure.answered}


def _precision(measure: Measure) -> str:
    return f"{'':5}" if measure.precision is None else f"{measure.precision:5.2f}"


def _lines(evaluation: Evaluation, verbose: bool) -> Iterator[str]:
    yield f"{'recall':>6}  {'prec.':>5}  {'right':>6} {'asked':>6}  measure"
    for measure in evaluation.measures:
        star = " *" if measure.is_extra else ""
        yield (
            f"{measure.recall:6.2f}  {_precision(measure)}  {measure.right:6g} {measure.asked:6d}  {measure.name}{star}"
        )
        for miss in evaluation.misses if verbose else ():
            if miss.measure == measure.name:
                yield f"{'':16}- {miss.what}"
    yield f"{evaluation.documents} documents, {evaluation.mentions} mentions, {evaluation.incidents} incidents"
    yield f"score {evaluation.score:.3f} (mean of the recalls, those marked * left out)"
