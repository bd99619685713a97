"""Whole runs in this process: one home made once a session, and copies of it for tests that write.

What belongs here: running commands, and looking at what they left. What does not: texts (reports).
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pytest

from dagster_project.cli import main
from sitrep.store import batches, ledger, publishes
from sitrep.store.home import Home
from tests.conftest import made_once
from tests.pipeline.reports import AS_OF, write_reports


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Place:
    """A home, and what can be asked of it."""

    home: Home

    def run(self, *paths: Path, as_of: str = AS_OF) -> Done:
        """`sitrep run` on this home."""
        return call("run", *paths, "--home", self.home.path, "--as-of", as_of)

    def sql(self, query: str) -> str:
        """`sitrep sql`, as CSV."""
        done = call("sql", query, "--home", self.home.path, "--format", "csv")
        assert done.code == 0, done.err
        return done.out

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a reader of the warehouse file sees."""
        with duckdb.connect(str(self.home.warehouse_file), read_only=True) as connection:
            return connection.execute(query).fetchall()

    def states(self) -> list[str]:
        """Where the batches stand, the oldest first."""
        return list(batches.states(self.home, publishes.held(self.home)).values())

    def batch_ids(self) -> list[str]:
        """The batches, the oldest first."""
        return [one.batch_id for one in batches.list_batches(self.home)]

    def quarantine(self) -> list[dict[str, Any]]:
        """The rows in quarantine, as the ledger tells."""
        return ledger.quarantine(ledger.verdicts(self.home)).to_dict("records")

    def files(self, *folders: Path) -> dict[str, str]:
        """A hash of every file below some folders (by default: stages, warehouse, publishes)."""
        wanted = folders or (self.home.stages, self.home.warehouse, self.home.ledger / "publishes")
        found = (path for folder in wanted for path in sorted(folder.rglob("*")) if path.is_file())
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in found if path.name != ".lock"}

    def failed_checks(self) -> dict[tuple[str, str], str | None]:
        """The checks that are red in the instance, by asset and name, with their partition."""
        red = {}
        with dg.DagsterInstance.from_config(str(self.home.dagster)) as instance:
            from dagster_project.definitions import defs

            for key in defs.resolve_asset_graph().asset_check_keys:
                for one in instance.event_log_storage.get_asset_check_execution_history(key, limit=20):
                    if one.status.value == "FAILED":
                        red[key.asset_key.to_user_string(), key.name] = one.partition
        return red


def call(*arguments: object) -> Done:
    """A command of the command line, in this process."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main([str(one) for one in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Done(code, out.getvalue(), err.getvalue())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A home that nothing was run on."""
    return Place(Home(tmp_path / "home"))


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A home with two batches published. Look at it; a test that writes takes a copy."""

    def make(root: Path) -> None:
        made = Place(Home(root / "home"))
        for folder, names in (
            ("first", ["quetta.txt", "khartoum.txt"]),
            ("second", ["quetta-other.txt", "mogadishu.txt"]),
        ):
            done = made.run(write_reports(root / folder / "wire", *names))
            assert done.code == 0, done.out + done.err

    return copied(made_once(tmp_path_factory, "published", make), tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="session")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A home with all reports in one batch; beside it they (`wire`) and what the run said (`said.json`). Look at it."""

    def make(root: Path) -> None:
        done = Place(Home(root / "home")).run(write_reports(root / "wire"))
        assert done.code == 0, done.out + done.err
        (root / "said.json").write_text(json.dumps({"home": str(root / "home"), "out": done.out, "err": done.err}))

    return copied(made_once(tmp_path_factory, "at-once", make), tmp_path_factory.mktemp("at-once"))


def copied(made: Path, folder: Path) -> Place:
    """A home of this process alone: others may ask theirs at the same time."""
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return Place(Home(folder / "home"))


@pytest.fixture
def copy(published: Place, tmp_path: Path) -> Place:
    """A copy of the published home, to write on."""
    shutil.copytree(published.home.path, tmp_path / "copy")
    return Place(Home(tmp_path / "copy"))


Breaker = Callable[[pytest.MonkeyPatch], None]


def wrap(monkeypatch: pytest.MonkeyPatch, target: str, change: Callable[..., Any]) -> None:
    """Let what a function of the engine returns pass through `change(result, *arguments)`."""
    module, _, name = target.rpartition(".")
    owner = __import__(module, fromlist=[name])
    original = getattr(owner, name)

    def wrapped(*arguments: Any, **options: Any) -> Any:
        return change(original(*arguments, **options), *arguments)

    monkeypatch.setattr(owner, name, wrapped)


def lines(text: str) -> Sequence[str]:
    """The rows of a CSV answer."""
    return text.strip().splitlines()[1:]
