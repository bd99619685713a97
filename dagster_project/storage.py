"""Dagster's way to the stages on disk: Parquet with explicit schemas, put in place by one rename.

What belongs here: the IO manager. What does not: the files (sitrep.store.stages).
"""

from __future__ import annotations

from typing import Any

import dagster as dg

from sitrep.store import batches, publishes, stages


@dg.io_manager(required_resource_keys={"desk"}, description="The stages of a home, as Parquet.")
def parquet(context: dg.InitResourceContext) -> dg.IOManager:
    """Reads and writes the frames of a stage of a batch."""
    return StageStorage(context.resources.desk)


class StageStorage(dg.IOManager):
    """Frames by stage and batch; each version remembers the versions that it was made from."""

    def __init__(self, desk: Any) -> None:
        self.desk = desk

    def handle_output(self, context: dg.OutputContext, obj: stages.Draft | stages.Current) -> None:
        """Put what passed the gate in its place. After the last stage the batch is ready to be published."""
        stage, batch_id, home = context.asset_key.path[-1], context.partition_key, self.desk.home
        made = stages.place(home, obj) if isinstance(obj, stages.Draft) else obj
        self.desk.note_version(stage, batch_id, made.version)
        context.add_output_metadata({"version": made.version})
        if stage == stages.LAST:
            batches.forgive(home, batch_id)
            stages.tidy(home, batch_id, publishes.held(home).get(batch_id))

    def load_input(self, context: dg.InputContext) -> dict[str, Any]:
        """The accepted frames of the stage before."""
        stage, batch_id = context.asset_key.path[-1], context.partition_key
        version = stages.current(self.desk.home, stage, batch_id).version
        self.desk.note_version(stage, batch_id, version)
        return stages.read(self.desk.home, stage, batch_id, version)
