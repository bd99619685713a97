"""How far from a place something lies, by the words beside it: '550 km southeast of Lima' is nowhere near Lima.

What belongs here: distances told in front of a place, roads between two of them. What does not: which place is an
event's (settings.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_FAR_KM = 60.0
_BACK, _EPITHETS = 6, 3  # words
_KM = {"km": 1.0, "kms": 1.0, "kilometers": 1.0, "kilometres": 1.0, "kilometer": 1.0, "miles": 1.6, "mi": 1.6}
_MEASURED = re.compile(r"(\d[\d,.]*)-?([a-z]*)")
_BETWEEN = frozenset({"the", "capital", "city", "national", "of", "from", ")", "away", "town"})
_TOWNS = frozenset({"city", "town", "village", "capital"})
_ON_THE_WAY = frozenset(
    "travelling traveling driving heading headed bound way route going moving returning riding flying walking "
    "journeying marching sailing".split()
)
_ROADS = frozenset("highway road expressway motorway route railway axis corridor".split())
_MAIN = frozenset({"national", "main", "trunk", "inter-state", "strategic"})
_BEARINGS = ("north", "south", "east", "west")
_NEAR = frozenset("near near_to close_to next_to outside around in_the_vicinity_of off beside".split())
_RELATIONS = {
    "on_the_outskirts_of": "outskirts", "in_the_outskirts_of": "outskirts", "on_the_edge_of": "outskirts",
    "on_the_border_with": "border", "along_the_border_with": "border", "near_the_border_with": "border",
    "between": "between", "toward": "toward", "towards": "toward", "on_the_road_to": "toward",
    "north_of": "distance", "south_of": "distance", "east_of": "distance", "west_of": "distance",
    "northeast_of": "distance", "northwest_of": "distance", "southeast_of": "distance", "southwest_of": "distance",
}  # fmt: skip
#: "the base of X", "a mosque of X": a house with the name of where it stands.
SITES = frozenset(
    """airfield airport barracks base bases camp checkpoint church district garrison hall harbour headquarters hospital
    jail market mosque outpost port post prison school station temple university bazaar checkpost""".split()
)
_GATES = frozenset("crossing crossings border borders gate gates route routes road roads".split())
_WEAK = frozenset({"from", "of", "against", "to"})


def is_far(words: list[str], place: int) -> bool:
    """Whether the words right before a place put something farther from it than a day's walk."""
    for at in range(place - 1, max(-1, place - 1 - _BACK), -1):
        word = words[at]
        told = _MEASURED.fullmatch(word) if word[0].isdigit() else None
        if word in _KM or (told is not None and told[2] in _KM):
            unit = word if word in _KM else told[2] if told is not None else ""
            number = words[at - 1] if word in _KM and at else told[1] if told is not None else ""
            return _number(number) * _KM[unit] > _FAR_KM
        if word not in _BETWEEN and not word.startswith(_BEARINGS):
            return False
    return False


def is_whence(words: list[str], place: int) -> bool:
    """'shelling from inside Yemen', 'crossings to Serbia': whence or whither, not where."""
    if not place:
        return False
    begins = words[max(0, place - 2)]
    return begins == "from" or (words[place - 1] == "to" and begins in _GATES)


def is_elsewhere(word: str, words: list[str], place: int) -> bool:
    """Whether a place behind a word is far from where it was, or whence it came."""
    return is_far(words, place) or _is_ahead(word, words, place) or (word != "from" and is_whence(words, place))


def _is_ahead(word: str, words: list[str], place: int) -> bool:
    """'were on their way to the city of X when': they were not there yet."""
    if word != "of" or place < 2 or words[place - 2] not in _TOWNS:
        return False
    before = words[max(0, place - 2 - _BACK) : place - 2]
    return "to" in before and not _ON_THE_WAY.isdisjoint(before[: before.index("to")])


def is_route(words: list[str], behind: int) -> bool:
    """'on the Accra-Kumasi highway', by the word behind the names: as far from either town as the road is long."""
    name = words[behind - 1].replace("–", "-").strip("-")
    behind += behind < len(words) and words[behind] in _MAIN
    return "-" in name and behind < len(words) and words[behind] in _ROADS


def tie_of(word: str, words: Sequence[str] = (), place: int = 0) -> str:
    """How a word before a place ties something to it: 'in', 'near', 'weak' where it may only be about it."""
    if word == "from" and place > 1 and words[place - 2] in _KM:
        return "distance"  # "20 miles from X"
    relation = _RELATIONS.get(word, "near" if word in _NEAR else "weak" if word in _WEAK else "in")
    before = place - 1 - (place > 0 and words[place - 1 : place] == ["the"])  # "just north of the city of X"
    part = relation == "distance" and before > 0 and words[before - 1] == "the"  # "in the west of Iran"
    return "in" if part else relation


def tie_of_land(words: Sequence[str], land: int) -> str:
    """How the word before 'the city of X' ties something to it: 'in the district of X', 'north of the city of X'."""
    for at in range(land - 1, max(-1, land - 1 - _EPITHETS), -1):
        unit = words[at].replace(" ", "_")
        if unit in _RELATIONS:
            return tie_of(unit, words, at + 1)
    return "in"


def _number(word: str) -> float:
    digits = word.replace(",", "").rstrip(".")
    return float(digits) if digits.replace(".", "", 1).isdigit() else 0.0
