"""Two numbers that are the ends of one: 'five to seven people', 'at least 12 people, and perhaps as many as 15'.

What belongs here: making one atom of both. What does not: what the words of such an atom come to (numbers.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitrep.extract.counted import is_time
from sitrep.extract.numbers import read_number
from sitrep.ontology.patterns.lexicon import Lexicon

if TYPE_CHECKING:
    from sitrep.extract.atoms import Atoms

_MORE = frozenset({"more", "other", "others"})
#: After these "from 12 to 15" is a range, after "rose" it is what has changed.
_RANGE_FROM = frozenset(
    """killed wounded injured abducted kidnapped killing wounding injuring range ranged ranges ranging vary varied
    varies varying anywhere somewhere""".split()
)
_CEILINGS = frozenset({"as many as", "up to", "at most", "no more than", "not more than", "fewer than", "less than"})
_JOINTS = frozenset({"and", "but", "or", ",", "-"})
_MAYBE = frozenset({"perhaps", "possibly", "maybe", "probably", "even", "likely"})
_REACH = 9  # atoms between both ends


def join_ranges(atoms: Atoms, lexicon: Lexicon) -> None:
    """Makes one number of 'five to seven people', 'two or three men', 'between 12 and 15 villagers'."""
    words, tags = atoms.words, atoms.tags
    if sum(tag == "c" for tag in tags) < 2:
        return
    if not _CEILINGS.isdisjoint(words):
        _join_ceilings(atoms, lexicon)
    index = 1
    while index + 2 < len(tags):
        middle, before = words[index], words[index - 2] if index >= 2 else ""
        between = before == "between" and middle == "and"
        ranges = before == "from" and middle == "to" and index > 2 and words[index - 3] in _RANGE_FROM
        joins = between or ranges or (middle in ("to", "or") and before != "from")
        if (
            not joins
            or tags[index - 1] != "c"
            or tags[index + 1] != "c"
            or not (between or ranges or tags[index + 2] in "njyuweG" or words[index + 2] in _MORE)
        ):
            index += 1
            continue
        if is_time(words, index + 2, lexicon):
            index += 1
            continue
        first, last = index - 2 if between or ranges else index - 1, index + 2
        words[first:last] = [f"{words[index - 1]} to {words[index + 1]}"]
        tags[first:last] = ["c"]
        atoms.first[first:last] = [atoms.first[first]]
        atoms.last[first:last] = [atoms.last[last - 1]]
        index = first + 1


def _join_ceilings(atoms: Atoms, lexicon: Lexicon) -> None:
    """Makes one number of 'at least 12 and as many as 15 people', 'dozens of people, perhaps as many as 60'."""
    words, tags = atoms.words, atoms.tags
    for at in range(len(words) - 2, 1, -1):
        if at + 1 >= len(words) or words[at] not in _CEILINGS or tags[at + 1] != "c" or tags[at + 2 : at + 3] == ["c"]:
            continue
        begin = at
        while begin and words[begin - 1] in _MAYBE:
            begin -= 1
        between = "njuiYydTA" if begin < at else "nju"  # "dozens of people in Goma, perhaps as many as 60"
        while begin and words[begin - 1] in _JOINTS:
            begin -= 1
        low = begin - 1
        while low > max(0, begin - _REACH) and tags[low] in between:
            low -= 1
        if begin == at or low < 0 or tags[low] != "c" or is_time(words, low + 1, lexicon):
            continue
        behind = tags[at + 2] if at + 2 < len(tags) else "."
        counts_own = behind in "njyuweGcK" or words[at + 2 : at + 3] == ["of"]
        if low == begin - 1 and not counts_own:
            continue  # "12, up to 15 on Sunday"
        if low < begin - 1 and (counts_own or is_time(words, at + 2, lexicon)):
            continue  # "12 soldiers and up to 15 rebels"
        ends = [read_number([words[index]], lexicon) for index in (low, at + 1)]
        if ends[0] is None or ends[1] is None or ends[1][1] is None or ends[0][0] >= ends[1][1]:
            continue
        _put_range(atoms, low, ends[0][0], ends[1][1], begin, at + 2)


def _put_range(atoms: Atoms, at: int, low: int, high: int, first: int, last: int) -> None:
    """Puts a range in the place of a number and of what stands before it, and takes out where its other end stood."""
    words, tags = atoms.words, atoms.tags
    if words[first] == "," and words[last : last + 1] == [","]:
        last += 1  # an aside
    for column in (words, tags, atoms.first, atoms.last):
        del column[first:last]
    words[at] = f"{low} to {high}"
    if tags[at - 1] == "v":
        for column in (words, tags, atoms.first, atoms.last):
            del column[at - 1]
