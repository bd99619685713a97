"""What scripts/native answers in place of Python, asked of plain and of compiled code: test_compiled.py.

Both are to say the same; the odd cases are those that the quick ways leave to Python, and the edges between.
"""

from __future__ import annotations

from collections import defaultdict


class Node:
    """An object of the compiled code that holds others."""

    def __init__(self, name: str, within: Node | None) -> None:
        self.name = name
        self.within = within
        self.held: list[str] = []


def in_sets(asked: list[object], held: set[object], frozen: frozenset[str]) -> list[object]:
    """Words as they stand in the source, made just now, numbers and pairs; sets that words were taken out of."""
    held.discard("gone")
    words = ["a", "".join(["gr", "een"]), "né", "", *(f"{letter}{number}" for letter in "wx" for number in range(400))]
    return [[each in held for each in asked], [word in frozen for word in words]]


def both_hold(one: set[str], other: frozenset[str], words: list[str]) -> list[object]:
    disjoint = [one.isdisjoint(words), other.isdisjoint(("b", "x")), one.isdisjoint(other), one.isdisjoint(set())]
    kinds = [type(one & other).__name__, type(other & one).__name__]
    return [sorted(one & other), sorted(other & one), kinds, disjoint, one.isdisjoint(word for word in words)]


def in_dicts(words: dict[str, int], numbers: dict[int, str], made: defaultdict[str, list[int]]) -> list[object]:
    made["new"].append(1)
    empty: dict[str, int] = {}
    missing = str([empty.get("a"), "a" in empty])
    try:
        words["no " + "word"]
    except KeyError as error:
        missing += str(error)
    found = [words.get("one"), words.get("two"), words.get("none", 7), "one" in words, "none" in words]
    return [found, numbers.get(-1), numbers.get(5000), numbers[3], dict(made), missing]


def lists(words: list[str], number: int) -> list[object]:
    """Lists that are made, let go and made again, each with what was put into it and nothing else."""
    rows: list[list[str]] = []
    for size in range(number):
        row = [words[size % len(words)] for _ in range(size % 23)]
        rows.append(row)
        if size % 3 == 0:
            rows = rows[-2:]
    twice = words[:]
    twice.extend(twice)
    twice.extend(("t", "u"))
    twice.extend(word for word in words[:2])
    slices = [words[1:], words[-2:], words[5:2], words[:99], words[-99:1]]
    return [rows, twice, slices, [words, [], words][1:], [*words, "z"]]


def nodes(depth: int) -> list[object]:
    """Chains of objects, let go at once, and new ones in their place."""
    node: Node | None = None
    for number in range(depth):
        node = Node(str(number), node)
        node.held.append("x")
    last = node.name if node is not None else ""
    node = None
    nested: list[object] = []
    for _ in range(depth):
        nested = [nested]
    nested = []
    fresh = [Node("new", None) for _ in range(3)]
    return [last, [each.held for each in fresh], [each.within is None for each in fresh], nested]


def same(one: object, other: object) -> list[object]:
    return [one == other, one != other]


def words_in(text: str, letter: str, words: list[str], pair: tuple[str, str], mixed: list[object]) -> list[object]:
    held = [letter in text, "ab" in text, "" in text, "é" in text, letter in words, letter in pair]
    return [held, letter in mixed, text == "abc", text == "abd", text == "ab"]


def numbers(starts: list[int]) -> list[object]:
    return [[start + 1 for start in starts], {start: -start for start in starts}, [(start,) for start in starts]]


def told() -> list[object]:
    asked: list[object] = ["a", "b", "".join("ab"), 1, 1.0, (1, "a"), None, "gone", ""]
    words = [f"w{number}" for number in range(400)]
    lists_of = [["a", "b"], ["a", "".join("b")], ["a"], [], ["a", 1], [1, "a"], "a", None, ("a", "b"), 1, 1.0]
    return [
        in_sets(asked, {"a", "ab", 1, (1, "a"), "gone"}, frozenset({"a", "green", "né", *words})),
        both_hold({"a", "b", *words}, frozenset({"b", "c", "w7", "w21"}), ["c", "d"]),
        both_hold({"a"}, frozenset({"".join("a")}), []),
        in_dicts({"one": 1, "two": 2}, {-1: "before", 3: "three", 5000: "far"}, defaultdict(list)),
        lists(list("abcdef"), 3000),
        nodes(5000),
        [same(one, other) for one in lists_of for other in lists_of],
        words_in("abc", "c", ["x", "c"], ("a", "b"), [1, "c", None]),
        words_in("né", "é", [], ("é", "e"), [None, 2]),
        words_in("\u4e2d\u6587", "\u6587", ["\u6587"], ("a", "b"), []),
        numbers([-5, -1, 0, 1, 255, 256, 257, 4094, 4095, 4096, 2**40, 2**62, 2**70]),
    ]
