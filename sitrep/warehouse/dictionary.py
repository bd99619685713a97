"""The data dictionary: what docs/data-dictionary.md says, written from the files of `sql/`.

    python -m sitrep.warehouse.dictionary > docs/data-dictionary.md

What belongs here: turning the catalog into Markdown. What does not: what tables and columns mean (sql/).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sitrep.warehouse import sqlfiles
from sitrep.warehouse.analyses import analyses
from sitrep.warehouse.catalog import Table, tables

_INTRODUCTION = """\
# Data dictionary

Written from the files of `sql/` by `python -m sitrep.warehouse.dictionary > docs/data-dictionary.md`; a test holds that
it is current. The same words are the comments in the database: `select table_name, column_name, comment from
duckdb_columns()`. How to read the warehouse from other tools: [reading.md](reading.md).
"""
_SCHEMAS = {
    "core": "What the sources say, and what was made of it.",
    "mart": "Answers worked out from core, one file of `sql/marts/` each.",
    "quality": "What the gates said and what they refused.",
}


def markdown(sql_dir: Path = sqlfiles.SQL_DIR) -> str:
    """The whole document."""
    return "\n".join([_INTRODUCTION, *_tables(sql_dir), *_macros(sql_dir), *_analyses(sql_dir), *_checks(sql_dir)])


def _tables(sql_dir: Path) -> Iterator[str]:
    found = tables(sql_dir)
    marts = {f"mart.{file.name}": file for file in sqlfiles.read_folder(sql_dir / "marts")}
    for schema, about in _SCHEMAS.items():
        yield f"## {schema}\n\n{about}\n"
        for table in found:
            if table.schema == schema:
                yield from _table(table, marts.get(table.full_name))


def _table(table: Table, mart: sqlfiles.SqlFile | None) -> Iterator[str]:
    yield f"### {table.full_name}\n\n{table.comment}\n"
    if table.key:
        yield f"Key: {', '.join(f'`{name}`' for name in table.key)}.\n"
    if mart:
        read = ", ".join(f"`{name}`" for name in mart.field("Inputs").split(", "))
        yield f"A {table.kind} from {read}.\n"
    rows = ((f"`{one.name}`", one.type.lower(), "yes" if one.required else "", one.comment) for one in table.columns)
    if mart:
        yield from _grid(("column", "type", "what it is"), ((name, kind, text) for name, kind, _, text in rows))
    else:
        yield from _grid(("column", "type", "never null", "what it is"), rows)


def _macros(sql_dir: Path) -> Iterator[str]:
    yield "## As of an instant\n\nTable macros of core: what was believed at an instant (UTC).\n"
    files = sqlfiles.read_folder(sql_dir / "macros")
    yield from _grid(("macro", "what it gives"), ((f"`core.{file.name}(ts)`", file.purpose) for file in files))


def _analyses(sql_dir: Path) -> Iterator[str]:
    yield "## Questions\n\nThe files of `sql/analyses/`: `sitrep ask NAME [--parameter value]`.\n"
    rows = (
        (f"`{one.name}`", one.question, ", ".join(f"`{parameter.name}`" for parameter in one.parameters))
        for one in analyses(sql_dir)
    )
    yield from _grid(("name", "question", "parameters"), rows)


def _checks(sql_dir: Path) -> Iterator[str]:
    yield "## Rules across tables\n\nThe files of `sql/checks/`: each returns the rows that break it.\n"
    files = sqlfiles.read_folder(sql_dir / "checks")
    rows = ((f"`{one.name}`", one.field("Severity"), one.purpose, one.field("Why")) for one in files)
    yield from _grid(("rule", "severity", "what holds", "why"), rows)


def _grid(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _line(columns)
    yield _line(["---"] * len(columns))
    yield from (_line(row) for row in rows)
    yield ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    sys.stdout.write(markdown())
