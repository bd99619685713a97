"""`sitrep ui`: the Dagster UI over a home.

What belongs here: the environment that Dagster's own server is started in. What does not: the server.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, home_of, settings_of

PortOption = Annotated[int, typer.Option("--port", help="Where the UI answers.")]


def command(home: HomeOption = None, port: PortOption = 3000) -> None:
    """Open the Dagster UI: runs of `sitrep run` are seen there, and runs started there do the same work."""
    from dagster_project.instance import prepare

    place = home_of(home).open()
    settings_of(place)
    prepare(place)
    workspace = Path(__file__).parents[2] / "workspace.yaml"
    if not workspace.exists():
        raise Mistake(f"{workspace} is missing: the UI runs from a checkout of the project")
    chosen = {
        "SITREP_HOME": str(place.path),
        "DAGSTER_HOME": str(place.dagster),
        "PYTHONPATH": os.pathsep.join(filter(None, (str(workspace.parent), os.environ.get("PYTHONPATH")))),
    }
    command_line = [sys.executable, "-m", "dagster", "dev", "-w", str(workspace), "-p", str(port)]
    os.execve(sys.executable, command_line, {**os.environ, **chosen})
