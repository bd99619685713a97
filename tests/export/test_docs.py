"""The pages on the mappings name every column and every rule of their export."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitrep.ontology.types import ACLED_SUB_EVENTS, load_types
from sitrep.warehouse import SQL_DIR, tables

DOCS = Path(__file__).parents[2] / "docs" / "exports"
PAGES = {"acled": "export_acled", "ucdp": "export_ucdp_ged", "plover": "export_plover"}


@pytest.mark.parametrize(("page", "mart"), PAGES.items())
def test_every_column_has_its_decision(page: str, mart: str) -> None:
    cells = [
        line.split("|")[1] for line in (DOCS / f"{page}.md").read_text(encoding="utf-8").splitlines() if line[:1] == "|"
    ]
    named = {name.strip(" `") for cell in cells for name in cell.split(",")}
    columns = next([column.name for column in table.columns] for table in tables() if table.name == mart)
    assert [name for name in columns if name not in named] == []


@pytest.mark.parametrize(("page", "mart"), PAGES.items())
def test_every_rule_that_leaves_out_is_explained(page: str, mart: str) -> None:
    sql = (SQL_DIR / "marts" / f"{mart}_excluded.sql").read_text(encoding="utf-8")
    rules = re.findall(r"^    \('([^']+)', '", sql, re.MULTILINE)
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    assert len(rules) >= 4
    assert set(re.findall(r"then '([^']+)'", sql)) == set(rules)
    assert [rule for rule in rules if f"| {rule} |" not in text] == []


def test_the_sub_events_that_are_never_reached_are_named() -> None:
    sql = (SQL_DIR / "marts" / "export_acled.sql").read_text(encoding="utf-8")
    reached = {kind.acled_sub_event_type for kind in load_types().values()} | set(re.findall(r"then '([^']+)'", sql))
    every = {sub for subs in ACLED_SUB_EVENTS.values() for sub in subs}
    text = (DOCS / "acled.md").read_text(encoding="utf-8").partition("never reached")[2].partition("##")[0]
    assert {" ".join(name.split()) for name in re.findall(r"\*([^*]+)\*", text)} - {"Other"} == every - reached
