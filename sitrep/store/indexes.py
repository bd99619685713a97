"""Small SQLite files below intake/: what can be found out again, kept because finding it out takes long.

What belongs here: opening one, and setting one aside that is broken. What does not: what is kept in it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path


def connect(path: Path, schema: str) -> sqlite3.Connection:
    """Open an index, made where there is none; one that is no database any more is set aside and begun anew.

    Raises sqlite3.OperationalError where the file is not at fault: no right to write, no room, a lock.
    """
    connection = sqlite3.connect(path, timeout=60)
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")  # a loss of power may cost the last entries, which come again
        connection.executescript(schema)
    except sqlite3.DatabaseError as error:
        connection.close()
        if isinstance(error, sqlite3.OperationalError):
            raise
        _set_aside(path)
        return connect(path, schema)
    return connection


def _set_aside(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        found = path.with_name(path.name + suffix)
        if found.exists():
            found.replace(path.with_name(f"broken-{path.name}{suffix}"))
