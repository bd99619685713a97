"""The questions of `sql/analyses/`: what each asks, with which parameters, and asking them.

What belongs here: reading the headers, typing the values, running one question. What does not: the questions, and how
an answer is shown.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from sitrep.warehouse import sqlfiles
from sitrep.warehouse.reading import reading

_PARAMETER = re.compile(r"^(?P<name>\w+) (?P<type>\w+)(?: = (?P<default>'[^']*'|\S+))? -- (?P<about>.+)$")
_TYPES: Mapping[str, Callable[[str], Any]] = {
    "varchar": str,
    "bigint": int,
    "double": float,
    "date": dt.date.fromisoformat,
}
_FORMS = {"varchar": "text", "bigint": "a whole number", "double": "a number", "date": "a day such as 2024-01-31"}


class UnknownAnalysis(LookupError):
    """No question has this name."""


class WrongParameter(ValueError):
    """A parameter that the question does not have, lacks, or cannot read."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question lets one choose."""

    name: str
    type: str
    default: str | None  # as written; None: must be given
    about: str

    @property
    def is_required(self) -> bool:
        """Whether the question cannot be asked without it."""
        return self.default is None

    def value(self, text: str | None) -> Any:
        """The value that a word stands for, or the default."""
        if text is None:
            return self._default()
        try:
            return _TYPES[self.type](text)
        except ValueError:
            raise WrongParameter(f"{self.name} must be {_FORMS[self.type]}, not {text!r}") from None

    def _default(self) -> Any:
        if self.default is None:
            raise WrongParameter(f"{self.name} must be given: {self.about}")
        text = self.default.strip("'")
        return None if self.default == "null" else _TYPES[self.type](text)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A question, its answer's rows, and the statement that finds them."""

    name: str
    question: str
    grain: str
    parameters: tuple[Parameter, ...]
    statement: str


def analyses(sql_dir: Path = sqlfiles.SQL_DIR) -> tuple[Analysis, ...]:
    """All questions, by name."""
    return tuple(_analysis(file) for file in sqlfiles.read_folder(sql_dir / "analyses"))


def find(name: str, sql_dir: Path = sqlfiles.SQL_DIR) -> Analysis:
    """The question of a name; hyphens do for underscores."""
    known = {one.name: one for one in analyses(sql_dir)}
    wanted = name.replace("-", "_")
    if wanted in known:
        return known[wanted]
    near = difflib.get_close_matches(wanted, known, 1)
    hint = f": did you mean {near[0]}?" if near else "; `sitrep ask --list` shows all"
    raise UnknownAnalysis(f"there is no question {name!r}{hint}")


def ask(warehouse: Path, analysis: Analysis, given: Mapping[str, str] | None = None) -> pa.Table:
    """The answer; values are given as words and bound, never pasted into the statement."""
    values = bind(analysis, given or {})
    with reading(warehouse) as connection:
        return _whole(connection.sql(analysis.statement, params=values).to_arrow_table())


def _whole(answer: pa.Table) -> pa.Table:
    """Sums of whole numbers come as 128-bit decimals, which few readers know: as 64-bit integers."""
    fields = [
        field.with_type(pa.int64()) if pa.types.is_decimal(field.type) and field.type.scale == 0 else field
        for field in answer.schema
    ]
    return answer.cast(pa.schema(fields))


def bind(analysis: Analysis, given: Mapping[str, str]) -> dict[str, Any]:
    """Every parameter of a question with its typed value."""
    names = [one.name for one in analysis.parameters]
    given = {name.replace("-", "_"): text for name, text in given.items()}
    if unknown := [name for name in given if name not in names]:
        has = ", ".join(names) or "none"
        raise WrongParameter(f"{analysis.name} has no parameter {unknown[0]!r}; it has {has}")
    return {one.name: one.value(given.get(one.name)) for one in analysis.parameters}


def _analysis(file: sqlfiles.SqlFile) -> Analysis:
    parameters = tuple(_parameter(file, text) for text in file.fields.get("Param", ()))
    return Analysis(file.name, file.purpose, file.field("Grain"), parameters, file.body)


def _parameter(file: sqlfiles.SqlFile, text: str) -> Parameter:
    match = _PARAMETER.match(text)
    if match is None or match["type"] not in _TYPES:
        raise sqlfiles.MalformedSqlFile(f"{file.path.name}: 'Param: {text}' is not 'name type = default -- about'")
    return Parameter(match["name"], match["type"], match["default"], match["about"])
