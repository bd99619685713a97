"""Numbers that several words make: '25 or more', 'five km from the city', 'a boy of 18'.

What belongs here: making one atom of such a number, or none where it counts nobody. What does not: what a number of
one word is (numbers.py), and the two ends of a range (ranges.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitrep.extract.numbers import OR_MORE
from sitrep.extract.text import Text, begins_name
from sitrep.ontology.patterns.lexicon import Lexicon

if TYPE_CHECKING:
    from sitrep.extract.atoms import Atoms

_OF_AN_AGE = frozenset(
    {"boy", "girl", "man", "woman", "child", "youth", "teenager", "son", "daughter", "schoolboy", "schoolgirl"}
)
_FAR_FROM = frozenset(
    {"from", "away", "north", "south", "east", "west", "outside", "north of", "south of", "east of", "west of"}
    | {"northeast of", "northwest of", "southeast of", "southwest of"}
)
_NEARLY = frozenset({"about", "some", "around", "nearly", "roughly", "almost", "just", "only", "approximately"})
_TO_COME = frozenset("day days week weeks month months hours".split())
_BEHIND_AGES = frozenset({",", "and", ".", ";", "who", "from", "was", "were"})
_ASIDE_ENDS = ([","], ["and"], ["."])
_OLDEST = 120
_COUNTED = 3  # atoms for whom a number counts: "20 young men"
_OPENS_PHRASE = "cdjnKG"
_COMPARED = frozenset({"more than", "fewer than", "less than"})
_EQUAL = frozenset({"equal", "same", "similar", "identical", "like"})
_TIMES = frozenset({"twice", "thrice", "times", "half", "nearly", "almost"})
_PARTS = frozenset({"including", "among them", "among whom"})
_SPELLS = frozenset({"days", "weeks", "months", "years", "hours", "minutes", "decades", "nights"})


def read_counts(atoms: Atoms, told: str, text: Text, lexicon: Lexicon) -> None:
    """Makes one atom of each number, and none of ages and distances."""
    if "c" in atoms.tags:
        _join_counts(atoms)
        if "at least" in told or " or more" in told:
            _join_least(atoms)
        if "as many" in told or " number" in told:
            _count_as_many(atoms, lexicon)
        if not atoms.headline and "," in told:
            _leave_out_ages(atoms, text)
    _set_distances_apart(atoms, lexicon, told)


def _join_counts(atoms: Atoms) -> None:
    """Makes one number of '25 or more'; takes the age of 'a boy of 18' into the noun: it counts nobody."""
    words, tags = atoms.words, atoms.tags
    for index in range(len(tags) - 2, -1, -1):
        counts = tags[index] == "c"
        if not counts and words[index] not in _OF_AN_AGE:
            continue
        if counts and words[index + 1] == "+":  # "40+ people"
            words[index] += OR_MORE
            atoms.last[index] = atoms.last[index + 1]
            for column in (words, tags, atoms.first, atoms.last):
                del column[index + 1]
            continue
        behind = words[index + 2] if counts and words[index + 1] == "or" and index + 2 < len(words) else ""
        if behind == "more":
            words[index] += OR_MORE
        elif behind == "so":
            pass  # "a dozen or so villagers"
        elif not (
            words[index] in _OF_AN_AGE and words[index + 1] in ("of", "aged") and _is_age(words, tags, index + 2)
        ):
            continue
        atoms.last[index] = atoms.last[index + 2]
        for column in (words, tags, atoms.first, atoms.last):
            del column[index + 1 : index + 3]


def _join_least(atoms: Atoms) -> None:
    """'15 sailors at least were killed', '20 people or more died': no less than so many."""
    words, tags = atoms.words, atoms.tags
    for index in range(len(tags) - 1, -1, -1):
        if tags[index] != "c" or words[index].endswith(OR_MORE):
            continue
        at = index + 1
        while at < len(tags) and tags[at] in "jn" and at <= index + _COUNTED:
            at += 1
        last = at if words[at : at + 1] == ["at least"] else at + 1 if words[at : at + 2] == ["or", "more"] else 0
        if not last or tags[at - 1] == "j" or (last + 1 < len(tags) and tags[last + 1] in _OPENS_PHRASE):
            continue
        words[index] += OR_MORE
        for column in (words, tags, atoms.first, atoms.last):
            del column[at : last + 1]


def _count_as_many(atoms: Atoms, lexicon: Lexicon) -> None:
    """'killed three people and injured as many others', 'six dead and the same number wounded': what was counted."""
    words, tags = atoms.words, atoms.tags
    for index in range(len(tags) - 2, 1, -1):
        many = words[index : index + 2] == ["as", "many"] and words[index - 1] not in _TIMES
        number = index + 2 < len(words) and words[index + 2] == "number" and words[index + 1] in _EQUAL
        last = index + 2 if number and tags[index] == "d" else index + 1
        if (
            not (many or number)
            or last + 1 >= len(words)
            or words[last + 1] == "as"
            or is_time(words, last + 1, lexicon)
        ):
            continue
        before = next((at for at in range(index - 1, -1, -1) if _is_whole(words, tags, at)), None)
        if before is None or is_time(words, before + 1, lexicon):
            continue
        words[index], tags[index], atoms.last[index] = words[before], "c", atoms.last[last]
        for column in (words, tags, atoms.first, atoms.last):
            del column[index + 1 : last + 1]


def _is_whole(words: list[str], tags: list[str], at: int) -> bool:
    """Whether a number counts all of whom a sentence tells: not that of ', including two women'."""
    return tags[at] == "c" and (not at or words[at - 1] not in _PARTS)


def _leave_out_ages(atoms: Atoms, text: Text) -> None:
    """Takes the ages out of 'Anna Ray, 27, and Ben Coe, 24, were killed': they count nobody."""
    words, tags = atoms.words, atoms.tags
    for index in range(len(tags) - 3, 1, -1):
        if tags[index + 1] != "c" or words[index] != ",":
            continue
        if words[index + 2 : index + 4] == ["years", "old"] and words[index + 4 : index + 5] in _ASIDE_ENDS:
            for column in (words, tags, atoms.first, atoms.last):  # "Anna Ray, 27 years old, and Ben Coe"
                del column[index : index + 4]
            continue
        if words[index + 2] not in _BEHIND_AGES:
            continue
        named = all(begins_name(text.raw, text.starts[atoms.first[at]]) for at in (index - 2, index - 1))
        is_place = tags[index - 1] in "YyT" or tags[index - 2] in "YyTi"
        if not named or is_place or not words[index + 1].isdigit() or int(words[index + 1]) >= _OLDEST:
            continue
        tags[index - 1] = "n"
        for column in (words, tags, atoms.first, atoms.last):
            del column[index : index + 2]


def _set_distances_apart(atoms: Atoms, lexicon: Lexicon, told: str) -> None:
    """Makes a remark of the distance in 'four farmers near X, five km from the city', and of how often: no list."""
    words, tags = atoms.words, atoms.tags
    if "times" in told and "times" in words:  # going through a text is far cheaper than through its words
        at = words.index("times")
        if at > 1 and tags[at - 1] == "c" and tags[at - 2] not in "dvA":
            tags[at - 1] = tags[at] = "a"  # "shot Omar Diaz 16 times"
    if "away" in told and "away" in words:
        at = words.index("away")
        if at > 1 and words[at - 1] in _TO_COME and tags[at - 2] in "dcn":
            tags[at - 1] = tags[at - 2] = "a"  # "with polls a week away, gunmen fled"
    for index in range(1, len(tags) - 2):
        if tags[index] != "c":
            continue
        if words[index + 1] in _COMPARED:
            tags[index] = "a"  # "killed 23, seven more than first reported"
            continue
        if words[index + 1] not in lexicon.measures or words[index + 2] not in _FAR_FROM:
            continue
        first = index - 1 if words[index - 1] in _NEARLY else index  # ", some five km from the city"
        if first and tags[first - 1] == ",":
            tags[first : index + 2] = ["a"] * (index + 2 - first)


def _is_age(words: list[str], tags: list[str], index: int) -> bool:
    """Whether a number of years stands at an atom, and nothing that it counts behind it."""
    behind = tags[index + 1] if index + 1 < len(tags) else "."
    return (
        index < len(tags)
        and tags[index] == "c"
        and words[index].isdigit()
        and int(words[index]) < _OLDEST
        and behind not in "njyYuwGc"
    )


def is_time(words: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether what stands here measures time: 'three hours', 'two spells'."""
    return index < len(words) and (words[index] in lexicon.measures or words[index] in _SPELLS)
