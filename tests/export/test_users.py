"""Scripts that ACLED's and UCDP's users write, by their public codebooks, run on the exports as they are."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

from sitrep.export import EXPORTS, choose, write
from sitrep.warehouse import build
from tests.warehouse.busy import OLD, busy_world, happen

USERS = Path(__file__).parent / "users"
EXPECTED = {
    "acled_monthly": "country,event_date,events,fatalities\nPakistan,2024-01-01,2,11\n",
    "acled_civilians": "inter1,actor1,count,sum\n",
    "acled_types": (
        "region,country,admin1,Explosions/Remote violence,Protests\nSouth Asia,Pakistan,Balochistan,2,1\n"
        "interaction,count\nProtesters only,1\nRebel group-State forces,1\nState forces-Rebel group,1\n"
    ),
    "ucdp_yearly": "year,country_id,country,type,low,best,high\n2024,770,Pakistan,state-based,11,11,12\n",
    "ucdp_dyads": (
        "type_of_violence,dyad_name,year,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,active_year,id\n"
        "1,Government of Pakistan - Red Front,2024,6,3,2,0,11,0,2\n"
    ),
    "ucdp_grid": "priogrid_gid,month,best\n172575,2024-01,6\n172576,2024-01,5\n",
}


def _run(script: str, warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = warehouse.with_suffix(".csv")
    export = EXPORTS[script.partition("_")[0]]
    with path.open("wb") as out:
        write(choose(warehouse, export), "csv", out)
    monkeypatch.setattr(sys, "argv", [script, str(path)])
    runpy.run_path(str(USERS / f"{script}.py"), run_name="__main__")


@pytest.mark.parametrize(("script", "printed"), EXPECTED.items())
def test_runs_unchanged(
    warehouse: Path, script: str, printed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(script, warehouse, monkeypatch)
    assert capsys.readouterr().out == printed


@pytest.mark.parametrize(
    ("script", "printed"),
    [
        ("acled_civilians", "inter1,actor1,count,sum\nRebel group,Reds,3,3\n"),
        ("acled_monthly", "country,event_date,events,fatalities\nPakistan,2024-01-01,2,2\nPakistan,2024-02-01,1,1\n"),
    ],
)
def test_runs_unchanged_on_attacks_on_civilians(
    tmp_path: Path, script: str, printed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    world = busy_world()
    for number in (0, 1, 40):
        happen(world, number, OLD)
    build(tmp_path / "w.duckdb", *world.frames())
    _run(script, tmp_path / "w.duckdb", monkeypatch)
    assert capsys.readouterr().out == printed


def test_every_script_runs() -> None:
    assert {path.stem for path in USERS.glob("[a-z]*.py")} == set(EXPECTED)
