"""The files of `sql/`: where they are, what their headers say, and in which order marts build on each other.

What belongs here: reading and parsing SQL files. What does not: a database.

A file opens with comment lines: first its purpose, then fields (`Grain:`, `Inputs:`, `Kind:`, `Severity:` ...), each of
which may run over several lines. The columns of a mart are described beside them, in its CTE `final`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import sqlglot
from sqlglot import exp

#: Beside the package in a checkout.
SQL_DIR = Path(__file__).resolve().parents[2] / "sql"

_FIELD = re.compile(r"^([A-Z][a-z]+): (.*)$")
_DESCRIBED_COLUMN = re.compile(r'(?:"([^"]+)"|(\b\w+)),?\s*--\s+(\S.*)$')


class MalformedSqlFile(ValueError):
    """A file of `sql/` does not say what a file of its kind must say."""


@dataclass(frozen=True, slots=True)
class SqlFile:
    """One statement with what its header says."""

    name: str
    path: Path
    purpose: str
    fields: Mapping[str, tuple[str, ...]]
    body: str

    def field(self, name: str, default: str | None = None) -> str:
        """The one value of a header field."""
        values = self.fields.get(name, ())
        if values:
            return values[0]
        if default is None:
            raise MalformedSqlFile(f"{self.path.name}: its header has no '{name}:'")
        return default


def read(path: Path) -> SqlFile:
    """Reads one file: header and statement."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    count = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    purpose, fields = _header([line.removeprefix("--").strip() for line in lines[:count]])
    if not purpose:
        raise MalformedSqlFile(f"{path.name}: its first line does not say what it is for")
    return SqlFile(path.stem, path, purpose, fields, "\n".join(lines[count:]).strip().removesuffix(";"))


def _header(lines: list[str]) -> tuple[str, dict[str, tuple[str, ...]]]:
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in lines:
        field = _FIELD.match(line)
        if field:
            parts.append((field.group(1), [field.group(2)]))
        else:
            parts[-1][1].append(line)
    fields: dict[str, tuple[str, ...]] = {}
    for name, words in parts[1:]:
        fields[name] = (*fields.get(name, ()), " ".join(words).strip())
    return " ".join(parts[0][1]).strip(), fields


def read_folder(folder: Path) -> tuple[SqlFile, ...]:
    """All files of a folder, by name."""
    return tuple(read(path) for path in sorted(folder.glob("*.sql")))


@cache
def _parsed(body: str) -> exp.Expr:
    return sqlglot.parse_one(body, dialect="duckdb")


@cache
def tables_read(body: str) -> frozenset[str]:
    """The tables that a statement reads, as `schema.table`."""
    return frozenset(f"{table.db}.{table.name}" for table in _parsed(body).find_all(exp.Table) if table.db)


def marts(sql_dir: Path = SQL_DIR) -> tuple[SqlFile, ...]:
    """The marts, each after those that it reads."""
    by_name = {f"mart.{file.name}": file for file in read_folder(sql_dir / "marts")}
    reads = {name: sorted(tables_read(file.body) & by_name.keys()) for name, file in sorted(by_name.items())}
    return tuple(by_name[name] for name in TopologicalSorter(reads).static_order())


def column_comments(body: str) -> dict[str, str]:
    """What a mart says of its columns: `expression as name, -- description` in its CTE `final`."""
    _, _, final = body.partition("final as (")
    found = (_DESCRIBED_COLUMN.search(line) for line in final.splitlines())
    return {match.group(1) or match.group(2): match.group(3).strip() for match in found if match}


def parse(body: str) -> exp.Expr:
    """A statement's syntax tree; a copy, free to be changed."""
    return _parsed(body).copy()
