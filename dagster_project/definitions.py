"""What Dagster loads: `workspace.yaml` names this module.

What belongs here: the definitions over the home that the environment names. What does not: their making (project).
"""

from dagster_project.project import build_definitions

defs = build_definitions()
