"""Refused rows: listed, shown, dismissed, read again after a fix, these rows alone, and their trail kept."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dagster_project.instance import open_instance
from dagster_project.project import build_definitions
from sitrep.store import stages
from sitrep.store.home import Home
from tests.pipeline.breakers import spoil_triggers
from tests.pipeline.conftest import Place, call, wrap
from tests.pipeline.reports import write_reports

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A home in which an engine that invents words had the mentions of one report refused. Tests take copies."""
    root = tmp_path_factory.mktemp("refused")
    place = Place(Home(root / "home"))
    with pytest.MonkeyPatch.context() as patch:
        spoil_triggers(patch, lambda mention: mention["sentence"].str.contains("Khartoum"))
        done = place.run(write_reports(root / "wire", "quetta.txt", "khartoum.txt"))
    assert done.code == 0, done.out + done.err
    return place


@pytest.fixture
def work(refused: Place, tmp_path: Path) -> Place:
    """A copy of the home, to write on."""
    shutil.copytree(refused.home.path, tmp_path / "work")
    return Place(Home(tmp_path / "work"))


def rows(place: Place, *options: str) -> list[list[str]]:
    """What `sitrep quarantine list` tells: id, stage, batch, key, ..."""
    done = call("quarantine", "list", "--home", place.home.path, "--format", "csv", *options)
    assert done.code == 0, done.err
    return [line.split(",") for line in done.out.strip().splitlines()[1:]]


def texts_read(patch: pytest.MonkeyPatch) -> list[int]:
    """How many documents the engine is given, each time that it is asked."""
    read: list[int] = []

    def note(frames: dict[str, pd.DataFrame], given: dict[str, pd.DataFrame], *_: Any) -> dict[str, pd.DataFrame]:
        read.append(len(given["document"]))
        return frames

    wrap(patch, "sitrep.extract.extract_batch", note)
    return read


def mentions(place: Place) -> int:
    [(count,)] = place.rows("select count(*) from core.mention")
    return int(count)


def test_rows_are_read_again_alone_and_published(work: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    before, (batch_id,) = mentions(work), work.batch_ids()
    stood = stages.current(work.home, "extracted_events", batch_id)
    cleaned = stages.version(work.home, "cleaned_text", batch_id)
    open_rows = rows(work, "--stage", "extracted_events")
    assert len(open_rows) >= 2
    read = texts_read(monkeypatch)

    done = call("quarantine", "replay", "--stage", "extracted_events", "--reason", "mended", "--home", work.home.path)
    assert done.code == 0, done.out + done.err
    assert f"{len(open_rows)} of {len(open_rows)} rows let through, 0 refused again" in done.out
    assert read == [1]
    assert stages.version(work.home, "cleaned_text", batch_id) == cleaned
    now = stages.current(work.home, "extracted_events", batch_id)
    assert now.rows["mention"] == stood.rows["mention"] + len(open_rows)
    assert mentions(work) == before + len(open_rows)
    assert rows(work, "--stage", "extracted_events") == []
    assert len(rows(work, "--status", "replayed")) == len(open_rows)
    [record] = work.rows(
        "select rows_stopped, rows_released, rows_open from mart.rule_record where rule = 'trigger_stands_in_text'"
    )
    assert record == (len(open_rows), len(open_rows), 0)

    shown = call("quarantine", "show", open_rows[0][0], "--home", work.home.path).out
    trail = [line for line in shown.splitlines() if " UTC  " in line]
    assert [line.partition(" UTC  ")[2].partition(":")[0] for line in trail] == [
        "refused",
        "to be read again",
        "let through",
    ]


def test_what_is_not_mended_stays_with_its_trail(work: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    before = work.files(work.home.warehouse)
    wanted, *others = [one[0] for one in rows(work)]
    spoil_triggers(monkeypatch, lambda mention: mention["sentence"].str.contains("Khartoum"))
    done = call("quarantine", "replay", wanted, "--home", work.home.path)
    assert done.code == 1
    assert "0 of 1 rows let through, 1 refused again" in done.out
    assert sorted(one[0] for one in rows(work)) == sorted([wanted, *others])
    assert work.files(work.home.warehouse) == before
    shown = call("quarantine", "show", wanted[:8], "--home", work.home.path).out
    assert shown.count("refused: ") == 2


def test_rows_are_dismissed_with_a_reason_until_they_are_read_again(work: Place) -> None:
    known = [one[0] for one in rows(work)]
    dumb = call("quarantine", "dismiss", known[0], "--home", work.home.path)
    assert (dumb.code, "--reason is missing" in dumb.err) == (2, True)
    done = call("quarantine", "dismiss", known[0], "--reason", "a drill", "--home", work.home.path)
    assert "1 rows dismissed: a drill" in done.out
    assert [one[0] for one in rows(work, "--status", "dismissed")] == known[:1]
    assert sorted(one[0] for one in rows(work)) == sorted(known[1:])
    again = call("quarantine", "replay", known[0], "--home", work.home.path)
    assert again.code == 0, again.out + again.err
    assert [one[0] for one in rows(work, "--status", "dismissed")] == []


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(["replay"], "which rows?", id="none named"),
        pytest.param(["replay", "zzz"], "no row begins with zzz", id="an unknown one"),
        pytest.param(["replay", "--rule", "no_such_rule"], "no row in quarantine is like that", id="an unknown rule"),
        pytest.param(["list", "--status", "lost"], "--status is open, replayed, dismissed or all", id="no such status"),
    ],
)
def test_a_mistake_is_told_in_words(refused: Place, arguments: list[str], complaint: str) -> None:
    done = call("quarantine", *arguments, "--home", refused.home.path)
    assert done.code == 2
    assert complaint in done.err


def test_the_job_without_an_order_reads_all_open_rows_of_its_batch_again(
    work: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    (batch_id,) = work.batch_ids()
    read = texts_read(monkeypatch)
    job = build_definitions(work.home.path).resolve_job_def("replay_quarantine")
    with open_instance(work.home) as instance:
        assert job.execute_in_process(QUIET, instance, partition_key=batch_id).success
    assert read == [1]
    assert rows(work) == []
