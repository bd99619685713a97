"""sitrep.toml: what it may say, and how it is told what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitrep.store import settings
from sitrep.store.home import Home


def write(tmp_path: Path, text: str) -> Home:
    (tmp_path / "sitrep.toml").write_text(text)
    return Home(tmp_path)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert settings.load(Home(tmp_path)) == settings.Settings()


def test_a_setting_is_read(tmp_path: Path) -> None:
    home = write(tmp_path, "[batches]\ndocuments = 50\n")
    assert settings.load(home).batches == settings.Batches(documents=50, megabytes=256)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("[batches]\ndocumens = 5\n", "unknown key batches.documens", id="unknown key"),
        pytest.param("speed = 5\n", "unknown key speed", id="unknown table"),
        pytest.param("[batches]\ndocuments = 0\n", "batches.documents: Input should be greater", id="out of range"),
        pytest.param("[resolution]\ntoll_rule = 'most'\n", "resolution.toll_rule: Input should be", id="no such rule"),
        pytest.param("[batches\n", "is not TOML", id="not TOML"),
    ],
)
def test_a_mistake_is_told_by_file_and_key(tmp_path: Path, text: str, complaint: str) -> None:
    home = write(tmp_path, text)
    with pytest.raises(settings.SettingsError) as raised:
        settings.load(home)
    assert str(home.settings_file) in str(raised.value)
    assert complaint in str(raised.value)
