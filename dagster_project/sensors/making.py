"""How a sensor over a home is made.

What belongs here: what all sensors that start runs have in common. What does not: what they look at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from dagster_project.desk import home_path
from sitrep.store.home import Home

Ask = Callable[[Home, dg.SensorEvaluationContext], dg.SensorResult]


@dataclass(frozen=True, slots=True)
class Watch:
    """A sensor: its name, the job that it starts, and what it does, in words."""

    name: str
    job: str
    description: str


def sensor(watch: Watch, home: Path | None, seconds: int, ask: Ask) -> dg.SensorDefinition:
    """A sensor that looks at a home (by default the one that the environment names when it is asked) so often."""

    def evaluate(context: dg.SensorEvaluationContext) -> dg.SensorResult:
        return ask(Home(home_path(home)), context)

    return dg.SensorDefinition(
        name=watch.name,
        evaluation_fn=evaluate,
        job_name=watch.job,
        minimum_interval_seconds=seconds,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description=watch.description,
    )
