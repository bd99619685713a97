"""The forms of English verbs and nouns, by rule.

What belongs here: spelling. What does not: which words exist (words.yaml and its neighbours) and what they mean.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection

_VOWELS = "aeiou"


def plural(noun: str) -> str:
    """The plural of a singular noun by rule: 'militia' gives 'militias', 'army' gives 'armies'."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith("ife"):
        return noun[:-2] + "ves"
    if noun.endswith("man") and not noun.endswith("human"):
        return noun[:-3] + "men"
    return noun + "s"


def third_person(verb: str) -> str:
    """'attack' gives 'attacks', 'deny' gives 'denies'."""
    if verb in ("go", "do", "veto", "echo", "undergo"):
        return verb + "es"
    return plural(verb) if not verb.endswith("man") else verb + "s"


def past(verb: str, doubles: Collection[str], keeps: Collection[str]) -> str:
    """The regular past: 'raid' gives 'raided', 'stab' gives 'stabbed'."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return _stem(verb, doubles, keeps) + "ed"


def gerund(verb: str, doubles: Collection[str], keeps: Collection[str]) -> str:
    """'raid' gives 'raiding', 'fire' gives 'firing', 'die' gives 'dying'."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _stem(verb, doubles, keeps) + "ing"


def takes_either(verb: str) -> bool:
    """Whether the last letter is doubled in Britain and not in the United States: 'levelled' and 'leveled'."""
    return verb[-1] == "l" and verb[-2:-1] in ("a", "e", "i", "o") and verb[-3:-2] not in "aeio"


def _stem(verb: str, doubles: Collection[str], keeps: Collection[str]) -> str:
    """The verb with its last letter doubled where the ending asks for it."""
    if verb in doubles or (verb not in keeps and _is_short(verb)):
        return verb + verb[-1]
    return verb


def _is_short(verb: str) -> bool:
    """One syllable that ends in one vowel and one consonant: stab, plan, rob."""
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return verb in ("quit", "quash")
    return sum(a in _VOWELS and b not in _VOWELS for a, b in itertools.pairwise(verb)) == 1
