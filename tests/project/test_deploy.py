"""deploy/: checked with what can check it without the machine that it is for; what cannot be asked says so."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from dagster_project.cli import main
from dagster_project.instance import SETTINGS
from sitrep.store import settings
from sitrep.store.home import Home

ROOT = Path(__file__).resolve().parents[2]
UNITS, CONTAINER = ROOT / "deploy" / "systemd", ROOT / "deploy" / "container"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((CONTAINER / "compose.yaml").read_text())  # type: ignore[no-any-return]


def variables(path: Path) -> set[str]:
    """What a file of the environment sets, also where that is commented out."""
    return set(re.findall(r"^#? ?([A-Z_]+)=", path.read_text(), re.MULTILINE))


def init(*arguments: object) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["init", *map(str, arguments)])
    assert not ended.value.code


def test_systemd_finds_no_fault_in_the_units(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("NOT RUN: no systemd-analyze on this machine")
    commands = tmp_path / "bin"
    commands.mkdir()
    for name in ("sitrep", "dagster", "dagster-daemon", "dagster-webserver"):
        (commands / name).symlink_to(Path(sys.executable).with_name(name))
    units = []
    for path in [*UNITS.glob("*.service"), *UNITS.glob("*.target")]:
        text = path.read_text().replace("/opt/sitrep/.venv/bin", str(commands)).replace("file:///opt/sitrep", "file://")
        units.append(tmp_path / path.name)
        units[-1].write_text(text)
    asked = ["systemd-analyze", "verify", "--man=no", *map(str, units)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    ours = [line for line in (done.stdout + done.stderr).splitlines() if "sitrep" in line]
    assert (len(units), ours) == (4, [])


def test_the_units_start_what_the_project_has() -> None:
    started = {path.stem: re.search(r"^ExecStart=(.*)$", path.read_text(), re.M) for path in UNITS.glob("*.service")}
    assert set(started) == {"sitrep-code", "sitrep-daemon", "sitrep-webserver"}
    named = set(re.findall(r"\$\{([A-Z_]+)\}", " ".join(found.group(1) for found in started.values() if found)))
    assert named <= variables(UNITS / "sitrep.env.example")
    assert {"SITREP_HOME", "DAGSTER_HOME"} <= variables(UNITS / "sitrep.env.example")
    (wanted,) = re.findall(r"^Wants=(.*)$", (UNITS / "sitrep.target").read_text(), re.MULTILINE)
    assert set(wanted.split()) == {f"{name}.service" for name in started}


@pytest.mark.parametrize("folder", [UNITS, CONTAINER], ids=lambda folder: folder.name)
def test_the_ports_of_the_code_location_agree(folder: Path) -> None:
    (said,) = yaml.safe_load((folder / "workspace.yaml").read_text())["load_from"]
    starts = (folder / "Containerfile" if folder == CONTAINER else folder / "sitrep-code.service").read_text()
    assert re.search(rf'"?-p"?,? "?{said["grpc_server"]["port"]}\b', starts)


def test_hadolint_finds_no_fault_in_the_container_file() -> None:
    command = [str(Path(sys.executable).with_name("hadolint")), str(CONTAINER / "Containerfile")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_compose_is_in_the_form_of_its_specification() -> None:
    command = [str(Path(sys.executable).with_name("check-jsonschema")), "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run(
        [*command, str(CONTAINER / "compose.yaml")], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_compose_asks_for_nothing_that_is_not_there(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert set(services) == {"postgres", "code", "daemon", "webserver"}
    for name, service in services.items():
        assert service["image"], name
        assert service["healthcheck"]["test"], name
        assert service["restart"] == "unless-stopped"
        assert set(service.get("depends_on", ())) <= set(services) - {name}
        named = {volume.partition(":")[0] for volume in service["volumes"]}
        assert {one for one in named if not one.startswith(("$", "."))} <= set(compose["volumes"])
    asked = set(re.findall(r"(?<!\$)\$\{([A-Z_]+)", (CONTAINER / "compose.yaml").read_text()))
    assert asked == variables(CONTAINER / "env.example")


def test_the_image_holds_what_compose_starts(compose: dict[str, Any]) -> None:
    build = compose["services"]["code"]["build"]
    assert (CONTAINER / build["context"]).resolve() == ROOT
    assert (ROOT / build["dockerfile"]).is_file()
    text = (CONTAINER / "Containerfile").read_text() + (CONTAINER / "compose.yaml").read_text()
    for path in re.findall(r"/opt/sitrep/([\w./-]+)", text + (CONTAINER / "start").read_text()):
        assert (ROOT / path).exists(), path
    locked = (CONTAINER / "requirements.lock").read_text()
    assert re.search(r"^dagster-postgres==", locked, re.MULTILINE)
    pins = set(re.findall(r"^(\S+==\S+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    others = pins - set(re.findall(r"^(\S+==\S+)", locked, re.MULTILINE))
    assert {one.partition("==")[0] for one in others} <= {"sqlalchemy"}
    assert re.search(r"^sqlalchemy==2\.0\.", locked, re.MULTILINE)  # see pyproject.toml


def test_the_instance_of_the_containers_is_that_of_a_home_on_postgresql(compose: dict[str, Any]) -> None:
    said = yaml.safe_load((CONTAINER / "dagster.yaml").read_text())
    storage = said.pop("storage")
    assert said == yaml.safe_load(SETTINGS)
    needed = set(re.findall(r"env: (\w+)", (CONTAINER / "dagster.yaml").read_text()))
    assert needed <= set(compose["services"]["daemon"]["environment"])
    assert storage["postgres"]["postgres_db"]["port"] == 5432


def test_init_makes_a_home_and_leaves_what_is_there(tmp_path: Path) -> None:
    init("--home", tmp_path / "home", "--instance", CONTAINER / "dagster.yaml")
    home = Home(tmp_path / "home")
    assert (home.dagster / "dagster.yaml").read_text() == (CONTAINER / "dagster.yaml").read_text()
    assert home.landing.is_dir()
    home.settings_file.write_text("[batches]\ndocuments = 5\n")
    init("--home", home.path)
    assert settings.load(home).batches.documents == 5
    assert "postgres" in (home.dagster / "dagster.yaml").read_text()


def test_the_settings_that_a_new_home_shows_are_the_defaults(tmp_path: Path) -> None:
    init("--home", tmp_path)
    text = (tmp_path / "sitrep.toml").read_text()
    assert settings.load(Home(tmp_path)) == settings.Settings()
    shown = tomllib.loads(re.sub(r"^# (?=\[|\w+ = )", "", text.partition("# Who is told")[0], flags=re.MULTILINE))
    defaults = settings.Settings().model_dump(mode="json")
    assert shown == {name: defaults[name] for name in shown}
    assert set(defaults) - set(shown) <= {"notify", "sources", "fetching"}


def test_the_channels_that_a_new_home_shows_can_be_used() -> None:
    text = (ROOT / "dagster_project" / "cli" / "sitrep.toml").read_text()
    channels = text.partition("several are possible")[0].partition("# Who is told")[2].partition("# What is fetched")[0]
    lines = [line.removeprefix("# ") for line in channels.splitlines()[1:] if line.startswith("# ")]
    found = settings.Settings.model_validate(tomllib.loads("\n".join(lines)))
    assert [one.kind for one in found.notify] == ["log", "file", "smtp", "webhook"]
