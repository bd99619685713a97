"""`sitrep learn-furniture` on whole runs: what recurs is written down for review, and the next run cuts it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sitrep.store.home import Home
from tests.pipeline.conftest import Place, call, copied

TOWNS = (
    "Karwat Dolna Hamrin Elio Bela Amal Selin Orsk Tarn Marwan Lumera Ostia Vesta Renn Berat Maldo Dastan Orsic".split()
)
DEEDS = ("stormed a depot", "blew up a bridge", "burned two lorries", "raided a farm", "shot at a train")
LABEL = "Valley Post mobile desk number nine."
NOT_FURNITURE = "Officials of Karwat province fear more."


def write(folder: Path, numbers: range) -> Path:
    """Reports of one outlet, each with its label and one sentence fragment that recurs too."""
    folder.mkdir(parents=True)
    for number in numbers:
        town, deed = TOWNS[number % len(TOWNS)], DEEDS[number % len(DEEDS)]
        (folder / f"{number}.txt").write_text(
            f"Gunmen in {town} {deed} as night fell\n\nPublished 18 January 2024\n\n"
            f"Gunmen of whom nothing is known {deed} near {town} on Tuesday, killing {number + 2} people, said the "
            f"mayor of {town}, who had been {number} years in office.\n\n{NOT_FURNITURE}\n\nIn {town} people said that "
            f"they had seen men with {number} horses come out of wood {number * 7}.\n\n{LABEL}\n"
        )
        (folder / f"{number}.txt.meta.json").write_text(f'{{"url": "https://www.valley.example/{number}"}}')
    return folder


@pytest.fixture(scope="module")
def with_twelve_pages(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A home that has read twelve reports of one outlet. Tests take copies."""
    root = tmp_path_factory.mktemp("twelve")
    place = Place(Home(root / "home"))
    done = place.run(write(root / "first", range(12)))
    assert done.code == 0, done.out + done.err
    return place


@pytest.fixture
def twelve(with_twelve_pages: Place, tmp_path: Path) -> Place:
    """A copy of the home, to write on."""
    return copied(with_twelve_pages.home.path.parent, tmp_path)


def kept(place: Place, number: int) -> tuple[bool, bool]:
    """Whether a report's text still holds the label, and the other line."""
    ((text,),) = place.rows(f"select clean_text from core.document where raw_path = '{number}.txt'")
    return LABEL in text, NOT_FURNITURE in text


def test_what_is_learned_is_reviewed_and_cut_from_the_next_run_on(twelve: Place, tmp_path: Path) -> None:
    assert kept(twelve, 3) == (True, True)

    dry = call("learn-furniture", "--home", twelve.home.path, "--dry-run")
    assert dry.code == 0
    assert LABEL in dry.out + dry.err
    assert not twelve.home.rules.exists()

    assert call("learn-furniture", "--home", twelve.home.path).code == 0
    file = twelve.home.rules / "valley.example.yaml"
    learned = yaml.safe_load(file.read_text())["sites"]["valley.example"]
    assert [line["line"] for line in learned["lines"]] == [NOT_FURNITURE, LABEL]

    file.write_text(file.read_text().replace(f"    - line: {NOT_FURNITURE}\n      pages: 12\n", ""))
    file.write_text(file.read_text().replace("news: []", f"news:\n    - {NOT_FURNITURE}"))
    assert twelve.run(write(tmp_path / "second", range(12, 18))).code == 0
    assert kept(twelve, 14) == (False, True)
    assert twelve.rows("select distinct rule_id from core.cut where text like 'Valley Post%'") == [
        ("learned.furniture",)
    ]
    assert kept(twelve, 3) == (True, True), "a batch that was made before is as it was"

    again = call("learn-furniture", "--home", twelve.home.path)
    assert (again.code, file.read_text().count(NOT_FURNITURE)) == (0, 1)


def test_a_file_that_people_broke_is_named(twelve: Place) -> None:
    twelve.home.rules.mkdir()
    (twelve.home.rules / "valley.example.yaml").write_text("sites: {valley.example: {lines: [text]}}")
    done = call("learn-furniture", "--home", twelve.home.path)
    assert done.code == 2
    assert "valley.example.yaml is no file of learned furniture" in done.err


def test_a_home_without_enough_pages_learns_nothing(copy: Place) -> None:
    done = call("learn-furniture", "--home", copy.home.path)
    assert done.code == 0
    assert "No line recurs" in done.out + done.err
    assert not copy.home.rules.exists()
