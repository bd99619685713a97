"""What is written out for the compiler: constructors that make the same records, and constants of the same values.

What belongs here: the source that is made. What does not: compiling it (test_compiled).
"""

from __future__ import annotations

from typing import Any

import pytest

from sitrep import compiled
from sitrep.constructors import write_out

SOURCE = '''
from dataclasses import dataclass, field

@dataclass(frozen=True, slots=True)
class Toll:
    """How many."""

    low: int
    high: int = 7
    groups: list[str] = field(default_factory=list)
    spread: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "spread", self.high - self.low)


@dataclass(eq=False)
class Story:
    tolls: dict[str, Toll] = field(default_factory=dict)

    def __init__(self) -> None:
        self.tolls = {"first": Toll(1)}


class Plain:
    low: int
'''


def run(source: str) -> dict[str, Any]:
    """The names that a source defines."""
    names: dict[str, Any] = {"__name__": __name__}
    exec(source, names)
    return names


@pytest.mark.parametrize("given", [{"low": 1}, {"low": 2, "high": 9, "groups": ["soldiers"]}])
def test_the_same_call_makes_the_same_record(given: dict[str, Any]) -> None:
    plain, written = run(SOURCE)["Toll"](**given), run(write_out(SOURCE))["Toll"](**given)
    assert repr(written) == repr(plain)
    fields = ("low", "high", "groups", "spread")
    assert [getattr(written, each) for each in fields] == [getattr(plain, each) for each in fields]


def test_no_two_records_share_what_a_factory_makes() -> None:
    toll = run(write_out(SOURCE))["Toll"]
    assert toll(1).groups is not toll(1).groups


def test_records_keep_their_hash_and_their_equality() -> None:
    source = "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Place:\n    name: str\n"
    place = run(write_out(source))["Place"]
    assert len({place("Gao"), place("Gao"), place("Mopti")}) == 2


def test_a_constructor_that_stands_in_the_source_is_kept() -> None:
    assert write_out(SOURCE).count("def __init__") == 2
    assert run(write_out(SOURCE))["Story"]().tolls["first"].high == 7


def test_every_dataclass_of_the_compiled_modules_gets_one() -> None:
    for file in compiled.sources():
        source = (compiled.ROOT / file).read_text()
        written = write_out(source)
        made = written.count("def __init__(") - source.count("def __init__(")
        assert made == source.count("\n@dataclass"), file


def test_constants_are_marked_and_keep_their_values() -> None:
    source = (
        "from __future__ import annotations\n"
        "from typing import TypeVar\n"
        "T = TypeVar('T')\n"
        "_WORDS = frozenset(\n    {'a', 'b'}\n)\n"
        "ONE, TWO = 1, 2\n"
        "TABLE: dict[str, int] = {'x': 1}\n"
        "GROWN = {1}\n"
        "GROWN |= {2}\n"
        "Name = str\n"
    )
    written = write_out(source)
    marked = [line.partition(":")[0] for line in written.splitlines() if "_Final" in line and "import" not in line]
    assert marked == ["_WORDS", "ONE", "TWO", "TABLE"]
    names = ("_WORDS", "ONE", "TWO", "TABLE", "GROWN")
    assert [run(written)[each] for each in names] == [run(source)[each] for each in names]


def test_words_that_an_expression_asks_for_are_made_once() -> None:
    source = (
        "from __future__ import annotations\n"
        "def kin(kinds: set[str]) -> set[str]:\n"
        "    return (kinds & {'é', 'b'}) - {'c'}\n"
        "def ends(word: str) -> bool:\n"
        "    return word.endswith(('é', 's')) and not {'T'}.isdisjoint(word) and word in {'Tés', 'Ts'}\n"
        "def grown(kinds: set[str], one: str) -> set[str]:\n"
        "    return kinds & {one}\n"
    )
    names = run(write_out(source))
    made = [value for name, value in names.items() if name.startswith("_LITERAL")]
    assert sorted(map(sorted, made)) == [["T"], ["b", "é"], ["c"], ["s", "é"]]
    assert ("é", "s") in made
    for each in (names, run(source)):
        assert each["kin"]({"é", "c", "d"}) == {"é"}
        assert [each["ends"](word) for word in ("Tés", "Ts", "Té", "s")] == [True, True, False, False]
        assert each["grown"]({"x", "y"}, "x") == {"x"}
