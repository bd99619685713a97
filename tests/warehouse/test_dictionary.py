"""The data dictionary is what the files of sql/ say now."""

from __future__ import annotations

from pathlib import Path

from sitrep.warehouse import tables
from sitrep.warehouse.dictionary import markdown

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == markdown(), (
        "run: python -m sitrep.warehouse.dictionary > docs/data-dictionary.md"
    )


def test_names_every_table_and_column() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for table in tables():
        section = text.partition(f"### {table.full_name}\n")[2].partition("\n### ")[0]
        assert [one.name for one in table.columns if f"| `{one.name}` |" not in section] == []
