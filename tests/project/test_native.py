"""The C beside the compiled engine answers as Python does, for keys of every kind.

What belongs here: quick.c against the functions of Python that it stands in for. What does not: the engine.
"""

from __future__ import annotations

import ctypes
import random
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

NATIVE = Path(__file__).parents[2] / "sitrep" / "native"
COMPILER = shutil.which(str(sysconfig.get_config_var("CC") or "cc").split()[0])

pytestmark = pytest.mark.skipif(
    COMPILER is None or sys.version_info[:2] != (3, 11), reason="made with a C compiler, for Python 3.11"
)

#: Long strings with one beginning, strings of other alphabets, numbers of all sizes, and what is neither.
KEYS: list[Any] = [
    *(f"{'word' * size}{letter}" for size in range(6) for letter in "abcdefghij"),
    *("", "é", "Ж", "漢字", "\U0001f600"),
    *(n * 16 for n in range(40)),
    *(-1, -2, 1 << 30, 1 << 59, 1 << 60, 1 << 61, (1 << 61) - 1, 1 << 80),
    *(True, None, 1.0, 16.0, ("a", 1), frozenset({"a"})),
]


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> ctypes.PyDLL:
    """The functions, each taking and giving objects as Python's own do."""
    made = tmp_path_factory.mktemp("native") / "quick.so"
    include = sysconfig.get_paths()["include"]
    command = [str(COMPILER), "-shared", "-fPIC", "-O2", "-Wall", "-Werror", f"-I{include}", "-o", str(made)]
    subprocess.run([*command, str(NATIVE / "quick.c")], check=True)
    return ctypes.PyDLL(str(made))


def again(key: Any) -> Any:
    """An equal object, if possible another one."""
    if isinstance(key, str):
        return "".join([*key])
    return int(str(key)) if type(key) is int else key


def some(seed: int) -> list[Any]:
    """Some of the keys, in another order each time."""
    return random.Random(seed).sample(KEYS, 1 + seed % len(KEYS))


@pytest.mark.parametrize("kept", [str, int, object])
def test_tables_answer_as_those_of_python(quick: ctypes.PyDLL, kept: type) -> None:
    has, get = quick.quick_set_contains, quick.quick_dict_contains
    has.argtypes = get.argtypes = [ctypes.py_object, ctypes.py_object]
    for seed in range(200):
        members = [key for key in some(seed) if isinstance(key, kept)]
        one, table = set(members), dict.fromkeys(members, 1)
        for gone in members[::3]:
            one.discard(gone)
            table.pop(gone, None)
        for key in KEYS:
            same = again(key)
            assert (has(one, same), get(table, same)) == (same in one, same in table), (key, members)
            assert has(frozenset(one), same) == (same in one)


def test_what_cannot_be_a_key_is_an_error(quick: ctypes.PyDLL) -> None:
    quick.quick_set_contains.argtypes = [ctypes.py_object, ctypes.py_object]
    with pytest.raises(TypeError):
        quick.quick_set_contains({"a"}, [])


def test_letters_are_found_in_strings(quick: ctypes.PyDLL) -> None:
    has = quick.quick_str_contains
    has.argtypes = [ctypes.py_object, ctypes.py_object]
    for text in ("", "nyY", "aé", "漢字"):
        for part in ("", "n", "Y", "x", "nyY", "é", "字"):
            assert has(text, part) == (part in text)


def test_numbers_are_those_of_python(quick: ctypes.PyDLL) -> None:
    number = quick.quick_int
    number.argtypes, number.restype = [ctypes.c_ssize_t], ctypes.py_object
    for each in (-5, 0, 1, 256, 257, 16383, 16384, 1 << 62):
        assert number(each) == each
        assert number(each) == each


def test_lists_grow(quick: ctypes.PyDLL) -> None:
    append, put = quick.quick_append, quick.quick_set_slice
    append.argtypes = [ctypes.py_object, ctypes.py_object]
    put.argtypes = [ctypes.py_object, ctypes.c_ssize_t, ctypes.c_ssize_t, ctypes.py_object]
    found: list[Any] = []
    for each in range(100):
        append(found, str(each))
    put(found, sys.maxsize, sys.maxsize, ["a", "b"])
    put(found, sys.maxsize, sys.maxsize, ())
    put(found, sys.maxsize, sys.maxsize, {"c": 1})
    put(found, 0, 1, [])
    assert found == [*map(str, range(1, 100)), "a", "b", "c"]


def test_sets_have_something_in_common_or_nothing(quick: ctypes.PyDLL) -> None:
    call = quick.quick_call_method
    call.argtypes = [ctypes.py_object, ctypes.POINTER(ctypes.py_object), ctypes.c_size_t, ctypes.c_void_p]
    call.restype = ctypes.py_object
    name = sys.intern("isdisjoint")
    kinds: list[Callable[[list[Any]], Any]] = [set, frozenset, list, tuple, iter]
    for seed in range(200):
        one, other = set(some(seed)[:5]), [again(key) for key in some(seed + 7)[:5]]
        for kind in kinds:
            given = (ctypes.py_object * 2)(one, kind(other))
            assert call(name, given, 2, None) == one.isdisjoint(other)
