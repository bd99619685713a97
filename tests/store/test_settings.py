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
        pytest.param("[[notify]]\nkind = 'fax'\n", "notify.0: Input tag 'fax'", id="no such channel"),
        pytest.param("[[notify]]\nkind = 'log'\n" * 2, "two channels are called log", id="two of one name"),
    ],
)
def test_a_mistake_is_told_by_file_and_key(tmp_path: Path, text: str, complaint: str) -> None:
    home = write(tmp_path, text)
    with pytest.raises(settings.SettingsError) as raised:
        settings.load(home)
    assert str(home.settings_file) in str(raised.value)
    assert complaint in str(raised.value)


def test_a_homes_own_names_and_rules_are_found_below_it_and_where_the_settings_say(tmp_path: Path) -> None:
    home = write(tmp_path, "[rules]\nontology = ['more', 'one.yaml']\n")
    for name in ("ontology/groups.yaml", "ontology/asia/places.yaml", "more/a.yaml", "one.yaml", "rules/site.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    chosen = settings.load(home)
    found = [path.relative_to(tmp_path.resolve()).as_posix() for path in settings.ontology_files(home, chosen)]
    assert found == ["ontology/asia/places.yaml", "ontology/groups.yaml", "more/a.yaml", "one.yaml"]
    assert [path.name for path in settings.cleaning_files(home, chosen)] == ["site.yaml"]


def test_a_folder_of_names_that_is_not_there_is_told(tmp_path: Path) -> None:
    home = write(tmp_path, "[rules]\nontology = ['lost']\n")
    with pytest.raises(settings.SettingsError, match=r"rules\.ontology: there is no file or folder"):
        settings.ontology_files(home, settings.load(home))
