"""What is worked out of the files of `sql/`, kept in the user's cache until one of them, or what reads them, changes.

What belongs here: by what it is known to hold still. What does not: what is worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def kept(name: str, sql_dir: Path, work_out: Callable[[], Any]) -> Any:
    """Plain values that follow from the files of `sql/`: lists, tuples, dicts, texts, numbers."""
    from sitrep.ontology import cache  # the names behind it are of no concern to those who only read a warehouse

    files = [path for path in sorted(sql_dir.rglob("*.*")) if path.is_file()]
    read_by = [*sorted(_HERE.glob("*.py")), *sorted(_HERE.glob("*.yaml"))]
    state = cache.fingerprint([*files, *read_by], *(f"{one} {version(one)}" for one in ("duckdb", "sqlglot")))
    return cache.load_or_build(f"sql-{name}", state, work_out)
