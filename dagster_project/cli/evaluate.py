"""`sitrep evaluate`: how far the warehouse agrees with answers that a person read from the same reports.

What belongs here: finding warehouse, gold and floors, and printing. What does not: measuring (sitrep.evaluate).
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, existing_home

if TYPE_CHECKING:
    from sitrep.evaluate import Evaluation

#: The answers to the reports of corpus/, which a checkout has.
CORPUS_GOLD = Path(__file__).resolve().parents[2] / "tests" / "evaluation" / "corpus.json"


class Format(StrEnum):
    """How the evaluation is written."""

    table = "table"
    json = "json"


GoldOption = Annotated[Path, typer.Option("--gold", help="The file of answers.", show_default="those of corpus/")]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="List what was missed.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How the evaluation is written.")]
FloorsOption = Annotated[Path | None, typer.Option("--floors", help="A file of floors that must be held.")]
SetOption = Annotated[str, typer.Option("--set", help="The set of reports, by its name in the file of floors.")]
RaiseOption = Annotated[bool, typer.Option("--raise-floors", help="Lift the floors to what is measured.")]


def command(
    home: HomeOption = None,
    gold: GoldOption = CORPUS_GOLD,
    verbose: VerboseOption = False,
    form: FormatOption = Format.table,
    floors: FloorsOption = None,
    set_name: SetOption = "corpus",
    lift: RaiseOption = False,
) -> None:
    """Measure the warehouse against hand-read answers: precision and recall by measure.

    With `--floors FILE` it ends with 1 where a figure is under its floor.
    """
    from sitrep.evaluate import as_json, as_table

    if lift and floors is None:
        raise Mistake("--raise-floors needs --floors FILE, the file to lift them in")
    evaluation = _evaluation(existing_home(home).warehouse_file, gold)
    show = as_json if form is Format.json else as_table
    typer.echo(show(evaluation, verbose).rstrip("\n"))
    if floors is not None:
        _hold(evaluation, floors, set_name, lift)


def _evaluation(warehouse: Path, gold: Path) -> Evaluation:
    from sitrep.evaluate import MalformedGold, evaluate, load_gold, read_facts

    if not warehouse.exists():
        raise Mistake(f"there is no warehouse at {warehouse} yet: run `sitrep run` first")
    try:
        return evaluate(read_facts(warehouse), load_gold(gold))
    except MalformedGold as problem:
        raise Mistake(str(problem)) from problem


def _hold(evaluation: Evaluation, floors: Path, set_name: str, lift: bool) -> None:
    from sitrep.evaluate import raise_floors, read_floors, shortfalls

    figures = {**evaluation.figures, "score": evaluation.score}
    if lift:
        raise_floors(floors, set_name, figures)
    known = read_floors(floors)
    if set_name not in known:
        raise Mistake(f"{floors} has no floors of {set_name}: it has {', '.join(known) or 'none'}")
    fallen = shortfalls(figures, known[set_name])
    for shortfall in fallen:
        typer.echo(f"under its floor: {shortfall}", err=True)
    if fallen:
        raise typer.Exit(1)
