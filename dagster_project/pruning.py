"""The job that prunes: work on a home, not on an asset.

What belongs here: the job. What does not: choosing and removing (prune).
"""

import dagster as dg

from dagster_project.jobs import PRUNE, tags_of
from dagster_project.prune import remove, surplus


def prune_job() -> dg.JobDefinition:
    """The job that takes away what the settings no longer keep."""

    @dg.op(name="take_away", required_resource_keys={"desk"}, description="Finds what may go, and takes it away.")
    def prune(context: dg.OpExecutionContext) -> None:
        desk = context.resources.desk
        with desk.home.publish_lock():
            found = surplus(desk.home, context.instance, desk.settings, desk.now())
            remove(found, context.instance)
        told = {name: len(getattr(found, name)) for name in ("versions", "stages", "alerts", "runs")}
        context.add_output_metadata({**told, "megabytes": found.megabytes})

    @dg.job(
        name=PRUNE,
        executor_def=dg.in_process_executor,
        tags=tags_of(PRUNE),
        description="Takes away what the settings no longer keep, as `sitrep prune` does; nothing a rebuild needs.",
    )
    def pruning() -> None:
        prune()

    return pruning
