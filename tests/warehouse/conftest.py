"""A warehouse of the small world, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitrep.warehouse import build
from tests.warehouse.small import small_world


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("warehouse") / "sitrep.duckdb"
    build(path, *small_world().frames())
    return path


@pytest.fixture
def warehouse(_built: Path, tmp_path: Path) -> Path:
    """A copy to do with as a test likes."""
    return Path(shutil.copyfile(_built, tmp_path / "sitrep.duckdb"))
