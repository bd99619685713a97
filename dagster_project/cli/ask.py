"""`sitrep ask`: the questions of sql/analyses, by name.

What belongs here: the command. What does not: the questions, binding their parameters (sitrep.warehouse.analyses).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from dagster_project.cli import show
from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, existing_home
from dagster_project.cli.sql import Format, FormatOption, write_answer

#: Every question has parameters of its own: `--country PK` is read here, not by typer.
CONTEXT_SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}

NameArgument = Annotated[str | None, typer.Argument(help="The question, as `sitrep ask --list` names it.")]
ListOption = Annotated[bool, typer.Option("--list", "-l", help="Show all questions with their parameters.")]
ShowOption = Annotated[bool, typer.Option("--sql", help="Show the question's statement instead of asking it.")]


def command(
    context: typer.Context,
    name: NameArgument = None,
    list_all: ListOption = False,
    show_sql: ShowOption = False,
    home: HomeOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Ask one of the questions that analysts ask.

    `sitrep ask --list` names them with their parameters: `sitrep ask deadliest_incidents --country PK --top 5`.
    """
    from sitrep.warehouse import analyses

    if list_all or name is None:
        _list(analyses.analyses())
        return
    try:
        question = analyses.find(name)
        given = parameters(context.args)
        analyses.bind(question, given)
    except (analyses.UnknownAnalysis, analyses.WrongParameter) as error:
        raise Mistake(str(error.args[0])) from error
    if show_sql:
        typer.echo(question.statement)
        return
    place = existing_home(home)
    if not place.warehouse_file.exists():
        raise Mistake(f"there is no warehouse in {place.path} yet: run `sitrep run PATH... --home {place.path}`")
    show.note(question.question)
    write_answer(analyses.ask(place.warehouse_file, question, given), form)


def _list(questions: Sequence[object]) -> None:
    from sitrep.warehouse.analyses import Analysis

    for question in questions:
        assert isinstance(question, Analysis)
        typer.echo(f"{question.name}\n    {question.question}")
        for one in question.parameters:
            default = "" if one.default in (None, "null") else f" [default: {one.default}]"
            must = " (must be given)" if one.is_required else ""
            typer.echo(f"    --{one.name.replace('_', '-')} {one.type.upper()}{must}  {one.about}{default}")


def parameters(words: Sequence[str]) -> dict[str, str]:
    """`--country PK --top=5` as names and values."""
    given: dict[str, str] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if not word.startswith("--"):
            raise Mistake(f"{word!r} is no parameter: write `--name value`")
        name, equals, value = word.removeprefix("--").partition("=")
        if not equals:
            if not rest:
                raise Mistake(f"--{name} needs a value")
            value = rest.pop(0)
        given[name] = value
    return given
