"""What several commands take: the home, and the checks on it.

What belongs here: options and their meaning. What does not: commands.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.errors import Mistake
from sitrep.store import settings
from sitrep.store.home import Home

HomeOption = Annotated[
    Path | None,
    typer.Option("--home", help="The folder that holds everything [default: $SITREP_HOME, else ./home]."),
]


def home_of(given: Path | None) -> Home:
    """The home that a command works on; it need not exist yet."""
    path = (given or Path(os.environ.get("SITREP_HOME") or "home")).resolve()
    if path.exists() and not path.is_dir():
        raise Mistake(f"--home {path} is a file, not a folder")
    return Home(path)


def existing_home(given: Path | None) -> Home:
    """A home that something was run on before."""
    home = home_of(given)
    if not home.batches.exists():
        raise Mistake(f"nothing has been run in {home.path} yet: try `sitrep run corpus --home {home.path}`")
    return home


def settings_of(home: Home) -> settings.Settings:
    """The home's settings; a mistake in its file is told by its key."""
    try:
        return settings.load(home)
    except settings.SettingsError as error:
        raise Mistake(str(error)) from error
