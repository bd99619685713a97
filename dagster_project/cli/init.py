"""`sitrep init`: a home for a deployment, before anything is run in it.

What belongs here: the command, and the settings file that a new home begins with. What does not: the settings.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli import show
from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, home_of, settings_of
from sitrep import files

TEMPLATE = Path(__file__).with_name("sitrep.toml")

InstanceOption = Annotated[
    Path | None,
    typer.Option("--instance", help="A dagster.yaml to begin with [default: SQLite under the home]."),
]


def command(home: HomeOption = None, instance: InstanceOption = None) -> None:
    """Make a home: its folders, Dagster's settings, and a sitrep.toml in which every setting stands with its default.

    What is there already is left as it is.
    """
    from dagster_project.instance import SETTINGS, prepare

    if instance is not None and not instance.is_file():
        raise Mistake(f"--instance {instance}: no such file")
    place = home_of(home).open()
    settings_of(place)
    made = ["dagster.yaml"] if prepare(place, instance.read_text("utf-8") if instance else SETTINGS) else []
    if not place.settings_file.exists():
        files.write_bytes(place.settings_file, TEMPLATE.read_bytes())
        made.append("sitrep.toml")
    show.console().print(f"Home: {place.path}" + (f" (written: {', '.join(made)})" if made else ""))
