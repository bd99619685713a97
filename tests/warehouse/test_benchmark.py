"""The generated warehouse of the benchmark is a good one: no rule is broken, and every mart has rows."""

from __future__ import annotations

from pathlib import Path

import duckdb

from benchmarks.warehouse.generate import frames
from sitrep.warehouse import build, run_checks, sqlfiles


def test_the_generated_warehouse_holds_every_rule(tmp_path: Path) -> None:
    build(tmp_path / "w.duckdb", *frames(400))
    assert [result for result in run_checks(tmp_path / "w.duckdb") if not result.success] == []
    with duckdb.connect(str(tmp_path / "w.duckdb"), read_only=True) as connection:
        rows = {
            mart.name: connection.execute(f"select count(*) from mart.{mart.name}").fetchall()
            for mart in sqlfiles.marts()
        }
    assert {name for name, ((count,),) in rows.items() if count == 0} <= {"correction", "export_plover_excluded"}
