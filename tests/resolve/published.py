"""A warehouse file in miniature: the tables of core as resolution hands them over, brought up to date batch by batch.

What belongs here: putting and deleting rows by key. What does not: the real file (sitrep.warehouse), gates.
"""

from __future__ import annotations

import duckdb
import pyarrow as pa

from sitrep.resolve import Resolution, tables
from sitrep.resolve.memory import Memory, remember, remember_changes


class Published:
    """Core tables in memory."""

    def __init__(self) -> None:
        self.connection = duckdb.connect(config={"threads": 1})  # a few rows: nothing to share out
        self.connection.execute("set TimeZone = 'UTC'")
        self.connection.execute("create schema core")

    @property
    def memory(self) -> Memory:
        return Memory(self.connection)

    def build(self, done: Resolution) -> None:
        """The first publish."""
        for name, frame in done.frames.items():
            self.connection.register("incoming", pa.Table.from_pandas(frame, preserve_index=False))
            self.connection.execute(f"create table core.{name} as select * from incoming")
        remember(self.connection, done.memory)

    def amend(self, done: Resolution) -> None:
        """A later publish."""
        for name, frame in done.frames.items():
            keys = list(tables.KEYS[name])
            if name in done.gone:
                self._delete(name, pa.Table.from_pandas(done.gone[name], preserve_index=False))
            incoming = pa.Table.from_pandas(frame, preserve_index=False)
            if len(frame):
                self._delete(name, incoming.select(keys))
                self.connection.register("incoming", incoming)
                self.connection.execute(f"insert into core.{name} by name select * from incoming")
        remember_changes(self.connection, done.memory, done.memory_gone)

    def _delete(self, name: str, keys: pa.Table) -> None:
        self.connection.register("gone_keys", keys)
        same = " and ".join(f't."{column}" = gone_keys."{column}"' for column in keys.column_names)
        self.connection.execute(f"delete from core.{name} as t using gone_keys where {same}")

    def table(self, name: str) -> list[dict]:
        """The rows of a table, in an order of their own."""
        rows = self.connection.sql(f"from core.{name}").to_arrow_table().to_pylist()
        names = tables.CORE[name].names
        return sorted(({n: row[n] for n in names} for row in rows), key=repr)

    def memory_table(self, name: str) -> list[dict]:
        """The rows of a table of schema resolution."""
        return sorted(self.connection.sql(f"from resolution.{name}").to_arrow_table().to_pylist(), key=repr)
