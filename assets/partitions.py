"""The partitions of the first three stages: one a batch.

What belongs here: the definition. What does not: adding batches to it (dagster_project.runs).
"""

import dagster as dg

BATCHES = dg.DynamicPartitionsDefinition(name="batches")
OWNERS = ["team:sitrep"]
