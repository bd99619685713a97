"""A run killed with SIGKILL, in a process of its own, is made good by running it again."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest

from tests.pipeline.conftest import Place, call, wrap
from tests.pipeline.reports import AS_OF, write_reports
from tests.pipeline.test_same_rows import tables

#: Runs a command that dies at the moment when a function is called, or just after.
DYING = """
import importlib, os, signal, sys
module, name, when, *arguments = sys.argv[1:]
owner = importlib.import_module(module)
original = getattr(owner, name)
def dying(*given, **options):
    if when == "after":
        original(*given, **options)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(owner, name, dying)
from dagster_project.cli import main
main(arguments)
"""


def die_at(place: Place, folder: Path, module: str, name: str, when: str) -> None:
    arguments = ["run", str(folder), "--home", str(place.home.path), "--as-of", AS_OF]
    command = [sys.executable, "-c", DYING, module, name, when, *arguments]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stdout + done.stderr


def left_over(place: Place) -> list[str]:
    return [path.name for path in place.home.path.rglob(".tmp-*")]


@pytest.mark.parametrize(
    ("module", "name", "when"),
    [
        pytest.param("sitrep.warehouse", "swap", "before", id="candidate built, slot held, record prepared"),
        pytest.param("sitrep.warehouse", "swap", "after", id="file swapped, record not committed"),
        pytest.param("sitrep.files", "digest", "before", id="a stage half written"),
        pytest.param("sitrep.extract", "extract_batch", "before", id="while reading"),
        pytest.param("sitrep.store.batches", "batch_id_of", "after", id="while taking in"),
    ],
)
@pytest.mark.system
def test_a_killed_run_is_made_good(copy: Place, tmp_path: Path, module: str, name: str, when: str) -> None:
    folder = write_reports(tmp_path / "late", "islamabad.txt")
    die_at(copy, folder, module, name, when)
    done = copy.run(folder)
    assert done.code == 0, done.out + done.err
    assert copy.states() == ["published"] * 3
    assert left_over(copy) == []
    assert copy.rows("select count(*) from core.delivery where source_name = 'late'") == [(1,)]
    assert copy.rows("select max(published_seq) from core.incident_revision") == [(3,)]
    with dg.DagsterInstance.from_config(str(copy.home.dagster)) as instance:
        assert not [run for run in instance.get_runs() if not run.is_finished]
        slots = instance.event_log_storage.get_concurrency_info("warehouse")
        assert slots.claimed_slots == slots.pending_steps == []


@pytest.mark.system
def test_a_killed_run_leaves_what_an_unbroken_one_makes(copy: Place, place: Place, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "late", "islamabad.txt")
    die_at(copy, folder, "sitrep.warehouse", "swap", "before")
    assert copy.run(folder).code == 0
    wire = write_reports(tmp_path / "wire", "quetta.txt", "khartoum.txt", "quetta-other.txt", "mogadishu.txt")
    assert place.run(wire, folder).code == 0
    assert tables(copy) == tables(place)


def test_a_second_run_waits_and_says_so(copy: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process holds the home; it lets go when the second one has said that it waits."""
    folder = write_reports(tmp_path / "late", "islamabad.txt")
    holder = (
        "import sys; from pathlib import Path; from sitrep.store.home import Home\n"
        "with Home(Path(sys.argv[1])).lock():\n    print('held', flush=True); sys.stdin.read()"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(copy.home.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
    ) as first:
        assert first.stdout is not None
        assert first.stdin is not None
        first.stdout.readline()
        monkeypatch.setenv("SITREP_HOME", str(copy.home.path))
        wrap(monkeypatch, "dagster_project.cli.show.waiting", lambda *_: first.stdin.close())
        second = call("run", folder)
        assert first.stdin.closed
    assert second.code == 0
    assert second.err.startswith("Another run is going on in ")
    assert copy.states() == ["published"] * 3
