"""The verdict on a rise: violence, coverage, a gap, or nothing unusual."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitrep.warehouse import analyses, build
from tests.warehouse.busy import OLD, busy_world, day, happen
from tests.warehouse.world import World, ask


def _rows(world: World, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in ask(world, query)]


def _verdict(world: World, number: int) -> Any:
    query = f"select verdict from mart.incident_daily where occurred_on = date '{day(number)}' and country = 'PK'"
    return _rows(world, query)[0][0]


def _usual(days: range, count: int = 1) -> World:
    world = busy_world()
    for number in days:
        happen(world, number, OLD, count)
    return world


def _really_more(world: World) -> None:
    happen(world, 40, OLD, 6)


def _told_by_new_sources_alone(world: World) -> None:
    happen(world, 40, OLD)
    happen(world, 40, ["New Three"], 6)


def _a_new_source_among_real_reports(world: World) -> None:
    happen(world, 40, (*OLD, "New Three"), 6)


def _one_text_carried_by_many(world: World) -> None:
    happen(world, 40, [*OLD, *(f"Paper {number}" for number in range(8))], copies="agency text")


def _a_little_more(world: World) -> None:
    happen(world, 40, OLD, 2)


@pytest.mark.parametrize(
    ("story", "verdict"),
    [
        (_really_more, "violence"),
        (_told_by_new_sources_alone, "coverage"),
        (_a_new_source_among_real_reports, "violence"),
        (_one_text_carried_by_many, "usual"),
        (_a_little_more, "usual"),
    ],
)
def test_tells_a_rise_of_violence_from_one_of_coverage(story: Callable[[World], None], verdict: str) -> None:
    world = _usual(range(40))
    story(world)
    assert _verdict(world, 40) == verdict


def test_says_so_where_regular_outlets_are_silent() -> None:
    world = _usual(range(40))
    happen(world, 40, OLD[:1])
    assert _verdict(world, 40) == "gap"


def test_an_outage_does_not_make_the_days_after_it_a_rise() -> None:
    """Three a day, five days of silence, then six: against all days a rise, against the watched ones none."""
    world = _usual(range(35), 3)
    happen(world, 40, OLD, 6)
    assert _verdict(world, 40) == "usual"


def test_a_long_quiet_time_is_watched_and_not_an_outage() -> None:
    world = _usual(range(35))
    for number in (60, 61):
        happen(world, number, OLD, 4)
    assert _verdict(world, 60) == "violence"


def test_gives_no_verdict_without_a_past() -> None:
    world = _usual(range(20))
    happen(world, 20, OLD, 9)
    assert _verdict(world, 20) == "too_little_history"


def test_counts_documents_origins_and_outlets_of_a_day() -> None:
    world = _usual(range(20))
    happen(world, 20, ["Old One", "New Three"], copies="s")
    query = f"""
        select level, country, admin1, documents, origins, copies, publishers, new_publishers,
            silent_publishers, silent_publisher_names
        from mart.coverage where published_on = date '{day(20)}' order by level
    """
    counts = (2, 1, 1, 2, 2, 1, ["Old Two"])
    assert _rows(world, query) == [
        ("admin1", "PK", "Balochistan", *counts),
        ("country", "PK", None, *counts),
        ("world", None, None, *counts),
    ]


def test_silence_is_counted_for_a_week_and_no_further_than_the_warehouse_reaches() -> None:
    world = _usual(range(20))
    for number in range(20, 30):
        happen(world, number, OLD[:1])
    query = """
        select min(published_on), max(published_on), count(*) from mart.coverage
        where level = 'country' and silent_publishers > 0
    """
    assert _rows(world, query) == [(day(20), day(26), 7)]


def _answer(world: World, folder: Path, name: str, **given: str) -> list[tuple[Any, ...]]:
    build(folder / "w.duckdb", *world.frames())
    table = analyses.ask(folder / "w.duckdb", analyses.find(name), given)
    return [tuple(row.values()) for row in table.to_pylist()]


def test_asks_which_rises_are_real(tmp_path: Path) -> None:
    world = _usual(range(40))
    _told_by_new_sources_alone(world)
    assert _answer(world, tmp_path, "rises_explained") == [
        (day(40), "PK", "coverage", 7, 1, 1.0, 7, 8, 8, 3, 1, 0),
    ]


def test_asks_which_outlets_fell_silent(tmp_path: Path) -> None:
    world = _usual(range(20))
    happen(world, 20, OLD[:1])
    assert _answer(world, tmp_path, "silent_outlets") == [(day(20), "Old Two", 1, 1)]


def test_asks_which_places_are_hit_again(tmp_path: Path) -> None:
    world = busy_world()
    for number in (0, 1, 8):
        happen(world, number, OLD)
    assert _answer(world, tmp_path, "places_hit_again") == [
        ("gn.1", "Mach", "Balochistan", "PK", 3, 3, 1, day(0), day(8), 4.0)
    ]


def test_asks_which_districts_heat_up(tmp_path: Path) -> None:
    world = busy_world()
    for number in range(0, 60, 10):
        happen(world, number, OLD)
    happen(world, 60, OLD, 8)
    assert _answer(world, tmp_path, "heating_districts", days="20") == [
        ("PK", "Balochistan", "Kachhi", 9, 9, 2.44, 4.2, 41)
    ]


def test_asks_whether_violence_fell_after_a_ceasefire(tmp_path: Path) -> None:
    world = busy_world()
    for number in (0, 5, 9, 12):
        happen(world, number, OLD)
    world.document("c", "Both sides agreed to a ceasefire.", day(10).isoformat())
    world.mention("mc", "c", "Both sides agreed to a ceasefire.", "ceasefire", "ceasefire", "ic")
    world.incident("ic", "ceasefire", day(10).isoformat(), country="PK", headline="A ceasefire")
    assert _answer(world, tmp_path, "after_ceasefire", days="9") == [
        ("ic", day(10), "PK", 2, 1, 2, 1, "A ceasefire"),
    ]
