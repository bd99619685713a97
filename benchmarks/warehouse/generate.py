"""A generated warehouse of any size, as the frames that a publish would hand over.

What belongs here: making frames. What does not: the rows themselves (generate.sql), measuring.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from sitrep.ontology.types import load_types
from sitrep.warehouse import event_type_frame

Frames = dict[str, "pa.Table | pd.DataFrame"]

_STATEMENTS = Path(__file__).with_name("generate.sql")
_SCAFFOLDING = frozenset({"happened", "told", "written", "casualties"})
_QUALITY = ("check_result", "quarantine")


def frames(incidents: int, first: int = 0) -> tuple[Frames, Frames]:
    """The frames of core and of quality for a warehouse of so many incidents, numbered from `first`."""
    types = event_type_frame(load_types())
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as connection:
        connection.execute("set TimeZone = 'UTC'")
        connection.execute(f"set variable incidents = {incidents}::bigint")
        connection.execute(f"set variable first = {first}::bigint")
        connection.register("event_type", types)
        connection.execute(_STATEMENTS.read_text(encoding="utf-8"))
        names = [name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()]
        made: Frames = {
            name: connection.sql(f"from {name}").to_arrow_table() for name in names if name not in _SCAFFOLDING
        }
    quality = {name: made.pop(name) for name in _QUALITY}
    return {**made, "event_type": types}, quality
