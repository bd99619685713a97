"""The command line where it is used wrongly: one line that says what is wrong, exit code 2, no stack trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from dagster_project.cli import command_names, main


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert {"run", "sql", "status", "ui"} <= set(command_names())
    for name in command_names():
        code, out, _ = call(capsys, name.replace("_", "-"), "--help")
        assert code == 0
        assert "Usage: sitrep" in out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(["run", "nowhere.txt"], "no such file or folder: nowhere.txt", id="a path that is not there"),
        pytest.param(["run"], "Missing argument", id="no path"),
        pytest.param(["run", ".", "--as-of", "yesterday"], "--as-of", id="a day that is none"),
        pytest.param(["run", ".", "--home", "FILE"], "is a file, not a folder", id="a home that is a file"),
        pytest.param(["status", "--home", "EMPTY"], "nothing has been run in", id="status of nothing"),
        pytest.param(["sql", "select 1", "--home", "EMPTY"], "nothing has been run in", id="sql on nothing"),
        pytest.param(["sql", "select 1", "--format", "xls"], "--format", id="a form that is none"),
        pytest.param(["fly"], "No such command", id="a command that is none"),
        pytest.param(["run", ".", "--home", "BAD"], "unknown key speed", id="an unknown setting"),
    ],
)
def test_a_mistake_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "sitrep.toml").write_text("speed = 9\n")
    homes = {"FILE": tmp_path / "file", "EMPTY": tmp_path / "empty", "BAD": tmp_path / "bad"}
    code, out, err = call(capsys, *(str(homes.get(one, one)) for one in arguments))
    assert code == 2
    assert complaint in err
    assert "Traceback" not in out + err
    assert not (tmp_path / "empty").exists()
