"""`sitrep`, the command line: one module a command, found by its name.

What belongs here: the application, and what all commands share in how they end. What does not: any command.
A command is a module of this package with a function `command`, whose docstring is the help, and CONTEXT_SETTINGS
where its options are not known beforehand; or with COMMANDS, functions by name, and then it is a group of commands
(`sitrep sources list`), whose help is GROUP_HELP.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType

import typer

from dagster_project.cli.errors import Mistake

#: Modules of this package that are no commands.
SHARED = frozenset({"errors", "graph", "options", "show"})


def application() -> typer.Typer:
    """The application with every command that the package has."""
    app = typer.Typer(
        name="sitrep",
        help="Turns raw news reports of conflict into an auditable DuckDB warehouse of incidents.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="markdown",
        pretty_exceptions_enable=False,
    )
    app.callback()(_nothing)
    for name in command_names():
        _mount(app, name.replace("_", "-"), importlib.import_module(f"{__name__}.{name}"))
    return app


def _mount(app: typer.Typer, name: str, module: ModuleType) -> None:
    """One module as a command, or as a group of commands."""
    if not hasattr(module, "COMMANDS"):
        app.command(name, context_settings=getattr(module, "CONTEXT_SETTINGS", None))(module.command)
        return
    group = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown", help=module.GROUP_HELP)
    for one, function in module.COMMANDS.items():
        group.command(one)(function)
    app.add_typer(group, name=name)


def _nothing() -> None:
    """Turns raw news reports of conflict into an auditable DuckDB warehouse of incidents."""


def command_names() -> list[str]:
    """The commands, by name."""
    return sorted(one.name for one in pkgutil.iter_modules(__path__) if one.name not in SHARED)


def main(arguments: Sequence[str] | None = None) -> None:
    """The console script: 0 done, 1 a gate refused, 2 wrong use."""
    try:
        application()(arguments, prog_name="sitrep")
    except Mistake as mistake:
        typer.echo(f"sitrep: {mistake}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        typer.echo("sitrep: interrupted; the next run puts right what is half done.", err=True)
        sys.exit(130)
