"""Where batches stand is remembered, and every change of it is seen, whoever makes it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sitrep import files
from sitrep.sources import read_paths
from sitrep.store import batches, stages
from sitrep.store.home import Home
from tests.store.frames import stage_frames

NOON = dt.datetime(2024, 3, 10, 12, tzinfo=dt.UTC)
REFUSAL = batches.Refusal("core", (), "run-1")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Three batches that were read and one that was not, all long ago."""
    home = Home(tmp_path / "home").open()
    for number in range(4):
        source = tmp_path / f"source-{number}"
        source.mkdir()
        (source / "a.txt").write_text(f"Report {number}.")
        arrived_at = NOON - dt.timedelta(hours=number)
        (batch_id,) = batches.make_batches(home, read_paths([source]), NOON.date(), batches.Size(10), arrived_at).new
        if number:
            stages.write(home, stages.LAST, batch_id, stage_frames(stages.LAST))
    age(home)
    return home


def age(home: Home) -> None:
    """Let the last change of every batch be an hour ago."""
    for folder in (*home.batches.iterdir(), *(home.stages / stages.LAST).iterdir()):
        before = folder.stat().st_mtime - 3600
        os.utime(folder, (before, before))


def states(home: Home, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], int]:
    """Where the batches stand, and how many small files were opened to know it."""
    opened: list[Path] = []
    original = files.read_json

    def noting(path: Path) -> object:
        opened.append(path)
        return original(path)

    with monkeypatch.context() as patch:
        patch.setattr(files, "read_json", noting)
        found = batches.states(home, {})
    return list(found.values()), len(opened)


def ids(home: Home) -> list[str]:
    return [one.batch_id for one in batches.list_batches(home)]


def test_files_of_batches_that_did_not_change_are_not_opened(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = ["extracted", "extracted", "extracted", "new"]
    assert states(home, monkeypatch) == (expected, 7)
    assert states(home, monkeypatch) == (expected, 0)
    assert list(batches.states(home, {})) == ids(home)


def read_again(home: Home, batch_id: str) -> None:
    stages.write(home, stages.LAST, batch_id, stage_frames(stages.LAST), {"cleaned_text": "newer"})


def refuse(home: Home, batch_id: str) -> None:
    batches.refuse(home, batch_id, REFUSAL)


def refuse_and_forgive(home: Home, batch_id: str) -> None:
    batches.refuse(home, batch_id, REFUSAL)
    batches.forgive(home, batch_id)


@pytest.mark.parametrize(
    ("change", "at", "expected"),
    [
        pytest.param(read_again, -1, "extracted", id="read for the first time"),
        pytest.param(refuse, 0, "refused", id="refused"),
        pytest.param(refuse_and_forgive, 0, "extracted", id="refused and forgiven"),
    ],
)
def test_a_change_is_seen_at_once_and_remembered_when_it_has_settled(
    home: Home, monkeypatch: pytest.MonkeyPatch, change: Callable[[Home, str], None], at: int, expected: str
) -> None:
    states(home, monkeypatch)
    change(home, ids(home)[at])
    for _ in range(2):  # two changes may come within one tick of the clock: until then it is read each time
        found, opened = states(home, monkeypatch)
        assert found[at] == expected
        assert 1 <= opened <= 3
    age(home)
    states(home, monkeypatch)
    assert states(home, monkeypatch)[1] == 0


def test_a_version_that_follows_another_is_seen(home: Home) -> None:
    (first, *_) = ids(home)
    held = {first: str(stages.version(home, stages.LAST, first))}
    assert batches.states(home, held)[first] == "published"
    read_again(home, first)
    assert batches.states(home, held)[first] == "extracted"


def test_an_index_that_is_broken_or_lost_costs_nothing_but_time(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = states(home, monkeypatch)
    index = home.intake / "standing.sqlite"
    index.write_bytes(b"no database" * 1000)
    assert states(home, monkeypatch) == expected
    assert (home.intake / "broken-standing.sqlite").exists()
    index.unlink()
    assert states(home, monkeypatch) == expected


def test_who_may_not_write_the_index_reads_the_files(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = states(home, monkeypatch)
    index = home.intake / "standing.sqlite"
    for path in home.intake.glob("standing.sqlite*"):
        path.unlink()
    index.mkdir()  # nobody, not even root, can open a folder as a database
    assert states(home, monkeypatch) == expected
