"""Opening a finished warehouse file to read it, alone or beside the version before.

What belongs here: the connection. What does not: questions.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from sitrep.warehouse.build import CONFIG


@contextmanager
def reading(warehouse: Path, previous: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection with days and instants in UTC; the version before, where there is one, as `previous`."""
    with duckdb.connect(str(warehouse), read_only=True, config=CONFIG) as connection:
        connection.execute("set TimeZone = 'UTC'")
        if previous is not None:
            connection.execute(f"attach '{str(previous).replace(chr(39), chr(39) * 2)}' as previous (read_only)")
        yield connection
