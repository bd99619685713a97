"""Files get under a home whole, and frames keep their types on the way."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from sitrep import files

SCHEMA = pa.schema(
    [
        ("name", pa.string()),
        ("count", pa.int64()),
        ("is_new", pa.bool_()),
        ("day", pa.date32()),
        ("at", pa.timestamp("us", tz="UTC")),
        ("words", pa.list_(pa.string())),
        ("payload", pa.binary()),
    ]
)
ROWS = [
    {
        "name": "a",
        "count": 3,
        "is_new": True,
        "day": dt.date(2024, 1, 31),
        "at": dt.datetime(2024, 1, 31, 5, tzinfo=dt.UTC),
        "words": ["x", "y"],
        "payload": b"\xff\x00",
    },
    dict.fromkeys(SCHEMA.names),
]
NO_PROCESS = 2**22 + 1  # above the largest process number


@pytest.mark.parametrize("rows", [pytest.param(ROWS, id="with gaps"), pytest.param([], id="empty")])
def test_rows_come_back_as_they_went_in(tmp_path: Path, rows: list[dict[str, object]]) -> None:
    path = tmp_path / "frame.parquet"
    files.write_parquet(path, pd.DataFrame(rows, columns=SCHEMA.names), SCHEMA)
    assert files.to_table(files.read_parquet(path), SCHEMA).to_pylist() == rows


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    frame = pd.DataFrame(ROWS, columns=SCHEMA.names)
    files.write_parquet(tmp_path / "one", frame, SCHEMA)
    files.write_parquet(tmp_path / "two", files.read_parquet(tmp_path / "one"), SCHEMA)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(
    ("frame", "complaint"),
    [
        pytest.param(pd.DataFrame({"name": ["a"]}), "columns missing", id="column missing"),
        pytest.param(pd.DataFrame([{**ROWS[0], "extra": 1}]), "not in the schema: ['extra']", id="column too many"),
        pytest.param(pd.DataFrame([{**ROWS[0], "count": "three"}]), "column count", id="text for a number"),
    ],
)
def test_a_frame_of_another_shape_is_refused(frame: pd.DataFrame, complaint: str) -> None:
    with pytest.raises(files.FrameMismatch) as raised:
        files.to_table(frame, SCHEMA)
    assert complaint in str(raised.value)


def test_a_folder_stands_whole_or_not_at_all(tmp_path: Path) -> None:
    def fill(draft: Path) -> None:
        (draft / "half").write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), files.folder_in_one_rename(tmp_path / "target") as draft:
        fill(draft)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_stands_stays(tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "first").touch()
    with files.folder_in_one_rename(tmp_path / "target") as draft:
        (draft / "second").touch()
    assert [path.name for path in (tmp_path / "target").iterdir()] == ["first"]


def test_sweeping_removes_what_dead_processes_left_and_nothing_else(tmp_path: Path) -> None:
    dead, living = tmp_path / f".tmp-{NO_PROCESS}-{'0' * 32}", tmp_path / f".tmp-{os.getpid()}-{'0' * 32}"
    for path in (dead, living, tmp_path / "kept"):
        path.mkdir()
    (tmp_path / f".tmp-{NO_PROCESS}-{'1' * 32}.duckdb").touch()
    assert files.sweep(tmp_path) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == [living.name, "kept"]
