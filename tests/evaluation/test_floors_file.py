"""Floors go up by themselves and down by hand alone."""

from __future__ import annotations

from sitrep.evaluate import Shortfall, raise_floors, read_floors, shortfalls


def test_figures_under_their_floor_or_gone_are_named() -> None:
    floors = {"killed": 0.8, "date": 0.5, "title": 1.0}
    found = shortfalls({"killed": 0.79, "date": 0.5}, floors)
    assert found == (Shortfall("killed", 0.8, 0.79), Shortfall("title", 1.0, None))
    assert [str(each) for each in found] == ["killed: 0.790, floor 0.8", "title: not measured, floor 1.0"]


def test_a_raise_lifts_what_is_better_and_keeps_what_is_worse(tmp_path) -> None:
    path = tmp_path / "floors.yaml"
    raise_floors(path, "corpus", {"killed": 2 / 3, "date": 0.9})
    raise_floors(path, "seeds", {"killed": 1.0})
    raise_floors(path, "corpus", {"killed": 0.7, "date": 0.5, "title": 1.0})
    assert read_floors(path) == {"corpus": {"killed": 0.7, "date": 0.9, "title": 1.0}, "seeds": {"killed": 1.0}}


def test_a_floor_just_raised_holds_against_the_same_figure(tmp_path) -> None:
    path = tmp_path / "floors.yaml"
    figures = {"a": 2 / 3, "b": 0.29, "c": 1 - 1e-12, "d": 0.5599999999999999}
    floors = raise_floors(path, "corpus", figures)["corpus"]
    assert floors == {"a": 0.666, "b": 0.29, "c": 1.0, "d": 0.56}
    assert shortfalls(figures, floors) == ()


def test_there_are_no_floors_where_there_is_no_file(tmp_path) -> None:
    assert read_floors(tmp_path / "none.yaml") == {}


def test_raising_keeps_the_head_and_the_reason_beside_a_floor_that_stays(tmp_path) -> None:
    path = tmp_path / "floors.yaml"
    path.write_text("# Why.\ncorpus:\n  date: 0.7  # was 0.8\n  killed: 0.5  # was 0.6\nseeds:\n  killed: 0.5\n")
    raise_floors(path, "corpus", {"date": 0.7, "killed": 0.9})
    assert path.read_text() == "# Why.\ncorpus:\n  date: 0.7  # was 0.8\n  killed: 0.9\nseeds:\n  killed: 0.5\n"
