"""The swap: a reader keeps the old file, whoever comes after sees the new one, the last versions are kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from sitrep.warehouse import CandidateNotClosed, go_back, swap, versions

_READER = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
read = lambda: connection.execute("select min(value), count(*) from numbers").fetchall()[0]
print(*read(), flush=True)
sys.stdin.readline()
print(*read(), flush=True)
"""


def _database(path: Path, value: int, rows: int = 200_000) -> Path:
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "create table numbers as select ?::integer as value, range as n from range(?)", [value, rows]
        )
    return path


def _reader(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _READER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _value(path: Path) -> int:
    with duckdb.connect(str(path), read_only=True) as connection:
        return int(connection.execute("select min(value) from numbers").fetchall()[0][0])


def test_a_reader_keeps_the_old_file_and_a_new_one_sees_the_new(tmp_path: Path) -> None:
    target = tmp_path / "sitrep.duckdb"
    swap(_database(tmp_path / "a", 1), target)
    with _reader(target) as old:
        assert _line(old) == "1 200000"
        swap(_database(tmp_path / "b", 2), target)
        with _reader(target) as new:
            assert _line(new) == "2 200000"
            new.communicate("go on\n")
        assert old.stdin is not None
        print("go on", file=old.stdin, flush=True)
        assert _line(old) == "1 200000"
    assert _value(target) == 2


def test_keeps_the_last_versions_and_goes_back_to_one(tmp_path: Path) -> None:
    target = tmp_path / "sitrep.duckdb"
    for value in range(1, 5):
        swap(_database(tmp_path / "candidate", value, 1), target, keep=2)
    assert [(path.name, _value(path)) for path in versions(target)] == [
        ("sitrep.v000002.duckdb", 2),
        ("sitrep.v000003.duckdb", 3),
    ]
    go_back(target, versions(target)[0], keep=2)
    assert _value(target) == 2
    assert [_value(path) for path in versions(target)] == [3, 4]


def test_takes_no_candidate_that_was_not_closed(tmp_path: Path) -> None:
    target = _database(tmp_path / "sitrep.duckdb", 1, 1)
    candidate = _database(tmp_path / "candidate", 2, 1)
    candidate.with_name("candidate.wal").touch()
    with pytest.raises(CandidateNotClosed):
        swap(candidate, target)
    assert _value(target) == 1
    with pytest.raises(CandidateNotClosed):
        swap(tmp_path / "none", target)


def test_a_dead_writers_log_is_not_replayed_into_the_new_file(tmp_path: Path) -> None:
    target = _database(tmp_path / "sitrep.duckdb", 1, 1)
    target.with_name("sitrep.duckdb.wal").write_bytes(b"of another file")
    swap(_database(tmp_path / "candidate", 2, 1), target)
    assert _value(target) == 2
    assert not target.with_name("sitrep.duckdb.wal").exists()
