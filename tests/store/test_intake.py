"""What is dropped in landing/: what is taken, when, in which batches; nothing twice, nothing missed."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitrep.sources import read_paths
from sitrep.store import batches, intake, known, stages
from sitrep.store.home import Home, HomeBusy
from sitrep.store.intake import Look
from sitrep.store.settings import Batches, Landing, Settings
from tests.store.frames import stage_frames

SETTLE, PAUSE = 30, 10


class Desk:
    """A home and a clock that tests set."""

    def __init__(self, path: Path) -> None:
        self.home = Home(path).open()
        self.now = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)  # files bear the time of the machine
        self.settings = Settings(
            batches=Batches(documents=4), landing=Landing(settle_seconds=SETTLE, batch_minutes=PAUSE)
        )

    def drop(self, name: str, text: str | bytes | None = None) -> Path:
        path = self.home.landing / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else (name if text is None else text).encode())
        return path

    def look(self, minutes: float = 0) -> Look:
        self.now += dt.timedelta(minutes=minutes)
        return intake.look(self.home, self.settings, self.now)

    def taken(self) -> list[tuple[str, str]]:
        """Every delivery of every batch, in order of batches."""
        frames = [batches.read_deliveries(self.home, one.batch_id) for one in batches.list_batches(self.home)]
        return [row for frame in frames for row in zip(frame["source_name"], frame["raw_path"], strict=True)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def written(path: Path) -> dt.datetime:
    """When a file last changed, by the machine's clock."""
    return dt.datetime.fromtimestamp(path.stat().st_ctime, dt.UTC)


@contextmanager
def opened_files(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The files below a folder that are opened while it lasts."""
    names: list[str] = []
    original = Path.open

    def noting(path: Path, *arguments: object, **options: object) -> object:
        names.append(path.name)
        return original(path, *arguments, **options)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", noting)
        yield names


def test_files_become_a_batch_with_the_first_folder_as_source(desk: Desk) -> None:
    desk.drop("wire/a.txt")
    desk.drop("wire/2024/03/b.txt")
    desk.drop("loose.txt")
    desk.drop("wire/c.txt")
    desk.drop("wire/c.txt.meta.json", json.dumps({"url": "https://example.org/c", "published": "2024-03-10"}))
    found = desk.look()
    assert (found.lying, found.read, found.settling, found.waiting, len(found.new)) == (4, 4, 0, 0, 1)
    assert sorted(desk.taken()) == [
        ("landing", "loose.txt"),
        ("wire", "2024/03/b.txt"),
        ("wire", "a.txt"),
        ("wire", "c.txt"),
    ]
    frame = batches.read_deliveries(desk.home, found.new[0]).set_index("raw_path")
    assert frame.loc["c.txt", "url"] == "https://example.org/c"
    assert batches.read_batch(desk.home, found.new[0]).as_of == desk.now.date()


def test_the_same_batch_comes_of_a_command_on_the_folder(desk: Desk) -> None:
    desk.drop("wire/a.txt")
    (batch_id,) = desk.look().new
    again = batches.make_batches(
        desk.home, read_paths([desk.home.landing / "wire"]), desk.now.date(), batches.Size(10), desk.now
    )
    assert (again.new, again.known) == ((), {batch_id: 1})


@pytest.mark.parametrize("name", [".hidden", "a.txt.part", "a.txt.tmp", "a.crdownload", "a.txt~", ".part/a.txt"])
def test_unfinished_and_hidden_files_are_left(desk: Desk, name: str) -> None:
    desk.drop(f"wire/{name}")
    assert desk.look() == Look()


def test_a_file_is_taken_once_it_has_its_final_name(desk: Desk) -> None:
    path = desk.drop("wire/a.txt.part")
    assert desk.look().new == ()
    path.rename(path.with_name("a.txt"))
    assert len(desk.look().new) == 1


def test_a_file_that_may_still_be_written_waits(desk: Desk) -> None:
    """However old its time of content is said to be: a copying program sets that back."""
    path = desk.drop("wire/a.txt")
    os.utime(path, (0, 0))
    desk.now = written(path) + dt.timedelta(seconds=SETTLE / 2)
    assert (desk.look().new, desk.look().settling) == ((), 1)
    assert len(desk.look(minutes=1).new) == 1


def test_a_file_waits_for_its_sidecar_to_settle(desk: Desk) -> None:
    path = desk.drop("wire/a.txt")
    beside = desk.drop("wire/a.meta.json", "{}")
    assert written(path) <= written(beside)
    desk.now = written(beside) + dt.timedelta(seconds=SETTLE - 1)
    assert desk.look().settling == 1


def test_what_is_neither_file_nor_folder_is_left(desk: Desk) -> None:
    desk.drop("wire/a.txt")
    os.mkfifo(desk.home.landing / "wire" / "pipe")
    (desk.home.landing / "wire" / "nowhere").symlink_to("gone.txt")
    (desk.home.landing / "wire" / "loop").symlink_to(".")
    assert (desk.look().lying, desk.taken()) == (1, [("wire", "a.txt")])


def test_names_of_any_bytes_are_taken_once(desk: Desk) -> None:
    path = desk.home.landing / "wire" / os.fsdecode(b"caf\xe9.txt")
    path.parent.mkdir()
    path.write_text("one")
    assert len(desk.look().new) == 1
    assert desk.look(PAUSE).read == 0


def test_one_batch_a_pause(desk: Desk) -> None:
    desk.drop("wire/a.txt")
    assert len(desk.look().new) == 1
    desk.drop("wire/b.txt")
    assert (desk.look(PAUSE / 2).new, desk.look().waiting, desk.look().read) == ((), 1, 0)
    assert len(desk.look(PAUSE / 2).new) == 1
    assert desk.taken() == [("wire", "a.txt"), ("wire", "b.txt")]


def test_a_full_batch_does_not_wait_and_the_rest_does(desk: Desk) -> None:
    desk.drop("wire/first.txt")
    desk.look()
    for number in range(10):
        desk.drop(f"wire/{number}.txt")
    found = desk.look(1)
    assert [batches.read_batch(desk.home, one).deliveries for one in found.new] == [4, 4]
    assert found.waiting == 2
    assert desk.look(1).new == ()
    assert [batches.read_batch(desk.home, one).deliveries for one in desk.look(PAUSE).new] == [2]
    assert sorted(desk.taken()) == sorted([("wire", "first.txt"), *(("wire", f"{n}.txt") for n in range(10))])


def test_one_look_makes_so_many_batches_and_the_next_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MAX_BATCHES", 2)
    lines = "\n".join(json.dumps({"text": f"report {number}"}) for number in range(21))
    desk.drop("wire/many.jsonl", lines)
    made = [len(desk.look(PAUSE).new) for _ in range(4)]
    assert made == [2, 2, 2, 0]
    assert len(desk.taken()) == len(set(desk.taken())) == 21
    assert desk.look(PAUSE).read == 0


def test_a_clock_set_back_holds_nothing_up(desk: Desk) -> None:
    desk.drop("wire/a.txt")
    desk.now += dt.timedelta(days=1)
    desk.look()
    desk.drop("wire/b.txt")
    assert len(desk.look(-24 * 60).new) == 1


def test_what_is_known_is_not_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        desk.drop(f"wire/{number}.txt")
    desk.look()
    with opened_files(monkeypatch) as names:
        found = desk.look(PAUSE)
    assert (found.lying, found.read, found.new) == (3, 0, ())
    assert [name for name in names if name.endswith(".txt")] == []


def rename(desk: Desk) -> None:
    (desk.home.landing / "wire" / "a.txt").rename(desk.home.landing / "wire" / "renamed.txt")


def touch(desk: Desk) -> None:
    (desk.home.landing / "wire" / "a.txt").touch()


def deliver_again(desk: Desk) -> None:
    (desk.home.landing / "wire" / "a.txt").unlink()
    desk.look(PAUSE)
    desk.drop("wire/a.txt", "one")


def copy_beside(desk: Desk) -> None:
    desk.drop("wire/copy.txt", "one")


def add_a_sidecar_of_no_moment(desk: Desk) -> None:
    desk.drop("wire/a.meta.json", '{"fetched_at": "2024-03-10T00:00:00Z"}')


@pytest.mark.parametrize("change", [rename, touch, deliver_again, copy_beside, add_a_sidecar_of_no_moment])
def test_what_came_before_is_recognised_by_what_it_holds(desk: Desk, change: Callable[[Desk], None]) -> None:
    desk.drop("wire/a.txt", "one")
    desk.look()
    change(desk)
    found = desk.look(PAUSE)
    assert (found.new, found.read, found.known, found.waiting) == ((), 1, 1, 0)
    assert desk.look(PAUSE).read == 0
    assert desk.taken() == [("wire", "a.txt")]


def rewrite(desk: Desk) -> None:
    desk.drop("wire/a.txt", "two")


def add_a_sidecar(desk: Desk) -> None:
    desk.drop("wire/a.meta.json", '{"url": "https://example.org/a"}')


def move_to_another_source(desk: Desk) -> None:
    desk.drop("other/a.txt", "one")


@pytest.mark.parametrize("change", [rewrite, add_a_sidecar, move_to_another_source])
def test_what_says_something_new_is_taken(desk: Desk, change: Callable[[Desk], None]) -> None:
    desk.drop("wire/a.txt", "one")
    desk.look()
    change(desk)
    assert len(desk.look(PAUSE).new) == 1
    assert len(desk.taken()) == 2


def test_a_grown_list_gives_its_new_records(desk: Desk) -> None:
    first, second = json.dumps({"text": "one"}), json.dumps({"text": "two"})
    desk.drop("wire/c.jsonl", first)
    desk.look()
    desk.drop("wire/c.jsonl", f"{first}\n{second}\n")
    desk.look(PAUSE)
    assert desk.taken() == [("wire", "c.jsonl#1"), ("wire", "c.jsonl#2")]


def test_a_twin_of_a_file_that_waits_is_not_called_known_before_it(desk: Desk) -> None:
    """The first of two twins goes away before its batch is due: the second is all that is left of what they said."""
    for number in range(4):
        desk.drop(f"wire/{number}.txt")
    desk.drop("wire/twin-1.txt", "twins")
    desk.drop("wire/twin-2.txt", "twins")
    desk.look()
    assert len(desk.taken()) == 5
    for number in range(4, 8):
        desk.drop(f"wire/{number}.txt")
    desk.drop("wire/other-1.txt", "others")
    desk.drop("wire/other-2.txt", "others")
    assert len(desk.look(1).new) == 1  # full; the twins wait
    (desk.home.landing / "wire" / "other-1.txt").unlink()
    desk.look(PAUSE)
    assert ("wire", "other-2.txt") in desk.taken()


def test_an_unreadable_file_is_told_and_tried_again(desk: Desk) -> None:
    """A file that cannot be read for now (a server that is away, a right not given yet) is not set aside for ever."""
    path = desk.drop("wire/a.txt")
    path.unlink()
    path.symlink_to("/proc/self/mem")  # a file that nobody may read from its beginning, root included
    for _ in range(2):
        found = desk.look()
        assert (found.unreadable, found.new) == (("wire/a.txt: Input/output error",), ())
    path.unlink()
    desk.drop("wire/a.txt")
    assert len(desk.look().new) == 1


def test_a_batch_is_in_hand_until_it_is_through_or_refused(desk: Desk) -> None:
    desk.drop("wire/a.txt")
    first = desk.look().new
    assert desk.look().in_hand == first
    desk.drop("wire/b.txt")
    second = desk.look(PAUSE).new
    assert set(desk.look().in_hand) == {*first, *second}
    stages.write(desk.home, "extracted_events", first[0], stage_frames("extracted_events"))
    batches.refuse(desk.home, second[0], batches.Refusal("raw_text", (), "run-1"))
    assert desk.look().in_hand == ()


def test_a_batch_whose_maker_died_before_telling_the_index_is_in_hand(desk: Desk) -> None:
    path = desk.drop("wire/a.txt")
    (batch_id,) = desk.look().new
    for left in desk.home.intake.glob("known.sqlite*"):
        left.unlink()
    found = desk.look(PAUSE)
    assert (found.new, found.known, found.in_hand) == ((), 1, (batch_id,))
    assert path.exists()


#: One look in a process of its own, which dies by SIGKILL when a method of the index is called for the n-th time.
DYING = """
import datetime as dt, os, signal, sys
from pathlib import Path
from sitrep.store import intake, settings
from sitrep.store.home import Home
from sitrep.store.known import Known
name, left = sys.argv[2], int(sys.argv[3])
original = getattr(Known, name)
def dying(*given):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return original(*given)
setattr(Known, name, dying)
home = Home(Path(sys.argv[1]))
intake.look(home, settings.load(home), dt.datetime.now(dt.UTC))
"""


@pytest.mark.parametrize(
    ("method", "times"),
    [
        pytest.param("add_batch", 1, id="batch made, not told to the index"),
        pytest.param("add_batch", 2, id="first of two batches told, second not"),
        pytest.param("note_files", 1, id="batch told, files not"),
        pytest.param("close_batches", 1, id="all told"),
    ],
)
def test_a_look_that_is_killed_loses_nothing_and_repeats_nothing(desk: Desk, method: str, times: int) -> None:
    for number in range(6):
        desk.drop(f"wire/{number}.txt")
    desk.home.settings_file.write_text("[batches]\ndocuments = 4\n[landing]\nsettle_seconds = 0\n")
    command = [sys.executable, "-c", DYING, str(desk.home.path), method, str(times)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    found = desk.look(PAUSE)
    assert sorted(desk.taken()) == [("wire", f"{number}.txt") for number in range(6)]
    assert len(found.in_hand) == len(batches.list_batches(desk.home))
    assert desk.look(PAUSE).read == 0


def test_an_index_that_is_broken_is_made_anew_from_the_batches(desk: Desk) -> None:
    desk.drop("wire/a.txt")
    desk.look()
    for left in desk.home.intake.glob("known.sqlite-*"):
        left.unlink()
    (desk.home.intake / "known.sqlite").write_bytes(b"no database at all" * 1000)
    assert desk.look(PAUSE).new == ()
    assert (desk.home.intake / "broken-known.sqlite").exists()
    assert desk.taken() == [("wire", "a.txt")]


def test_two_do_not_take_in_at_once(desk: Desk) -> None:
    with desk.home.intake_lock(), pytest.raises(HomeBusy):
        desk.look()


def test_files_that_are_gone_are_forgotten_but_not_what_they_held(desk: Desk) -> None:
    path = desk.drop("wire/a.txt")
    desk.look()
    path.unlink()
    desk.look(PAUSE)
    with desk.home.intake_lock(), known.opened(desk.home) as index:
        assert index.stamps() == {}
        assert len(index.batches()) == 1
