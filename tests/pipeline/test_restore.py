"""A home that is lost comes back from its backup, by the very lines of docs/operating.md."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline.conftest import Place, call
from tests.pipeline.test_same_rows import tables

GUIDE = Path(__file__).parents[2] / "docs" / "operating.md"
INCIDENTS = "select incident_id, first_reported_at::varchar from core.incident order by all"


def block(name: str) -> str:
    """The commands of the guide under this name."""
    (found,) = re.findall(rf"^```sh\n(# {name}\n.*?)^```$", GUIDE.read_text(), re.DOTALL | re.MULTILINE)
    return str(found)


def shell(commands: str, folder: Path) -> None:
    """Run commands as a person does who stands in a folder."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**{k: v for k, v in os.environ.items() if k != "SITREP_HOME"}, "PATH": path}
    done = subprocess.run(
        ["sh", "-euc", commands], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "has_stages", [pytest.param(True, id="whole"), pytest.param(False, id="without stages", marks=pytest.mark.system)]
)
def test_a_lost_home_comes_back_from_its_backup(published: Place, tmp_path: Path, has_stages: bool) -> None:
    place = Place(type(published.home)(tmp_path / "home"))
    shutil.copytree(published.home.path, place.home.path)
    place.home.settings_file.write_text("[landing]\nsettle_seconds = 7\n")
    before, incidents = tables(place), place.rows(INCIDENTS)
    asked = call("ask", "deadliest_incidents", "--home", place.home.path)
    assert asked.code == 0, asked.err

    shell(block("back up"), tmp_path)
    shutil.rmtree(place.home.path)
    restore = block("restore")
    if not has_stages:
        shutil.rmtree(tmp_path / "backup" / "stages")
        (tmp_path / "empty").mkdir()
        restore = restore.replace("sitrep rebuild", "sitrep run empty")
    shell(restore, tmp_path)

    assert place.home.settings_file.read_text() == "[landing]\nsettle_seconds = 7\n"
    assert place.states() == ["published"] * 2
    assert tables(place) == before
    assert place.rows(INCIDENTS) == incidents
    assert call("ask", "deadliest_incidents", "--home", place.home.path) == asked
