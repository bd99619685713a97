"""Which unknown words of a text in capitals alone are people's names.

What belongs here: what such a text itself shows of names (words behind a given name or a title), and the endings of
English nouns. What does not: names where writing tells them (nouns.py), and names of places (placing.py).
"""

from __future__ import annotations

from collections.abc import Set

from sitrep.extract.text import Text
from sitrep.ontology.context import Context

_LONGEST = 3  # words of a name behind a given name or a title
_SHORTEST = 3  # letters of one of its words
_LINKS = frozenset({"de", "del", "la", "los", "las", "da", "dos", "al", "el", "bin", "ibn", "van", "von", "y"})
#: How words of the language end and names seldom do; a plural "s" behind a vowel ends names too.
ENGLISH = (
    "bs", "cs", "ds", "fs", "gs", "ks", "ls", "ms", "ns", "ps", "rs", "ss", "ts", "ws", "ys", "ches", "shes", "ses",
    "xes", "ies", "ces", "ges", "ves", "ures", "ates", "ings", "tion", "sion", "nion", "ment", "ness", "ance", "ence",
    "ship", "hood", "ism", "ity", "rty", "cy", "ude", "ure", "age", "ery", "ble", "ive", "ous", "ful", "ary", "ing",
    "less", "tial", "how", "where", "ward", "board", "work", "side", "time", "ght", "stry", "shed", "ated", "ised",
    "ized",
)  # fmt: skip
#: How names end and words of the language seldom do.
_FOREIGN = ("a", "i", "o", "u", "z")


#: Titles before a name.
TITLES = Context.load().words["title"] | {"msgr", "monsignor", "fr", "rev", "reverend", "brother", "sister", "alias"}
_GIVEN = Context.load().words["given"]


def names_shown(text: Text, known: Set[str]) -> frozenset[str]:
    """The unknown words that stand behind a given name or a title somewhere: 'GALAN' of 'SENATOR LUIS CARLOS GALAN'."""
    found: set[str] = set()
    for index, word in enumerate(text.words):
        if word in _GIVEN:
            found.add(word)
        if word in _GIVEN or word in TITLES:
            found.update(_behind(text, index + 1, known))
    return frozenset(found)


def _behind(text: Text, start: int, known: Set[str]) -> list[str]:
    """The words of a name that goes on at a token."""
    found: list[str] = []
    index = start
    while index < len(text.words) and len(found) < _LONGEST and text.starts[index] - text.ends[index - 1] <= 2:
        word = text.words[index]
        if word not in _LINKS:
            if word in known or not word.isalpha() or len(word) < _SHORTEST or word.endswith(ENGLISH):
                break
            found.append(word)
        index += 1
    return found


def is_name(words: list[str], known: Set[str], shown: Set[str]) -> bool:
    """Whether the last words of a phrase, which no list holds, are somebody's name in a text of capitals alone."""
    head = words[-1]
    if head in shown:
        return True
    if head.endswith(ENGLISH):
        return False
    before = words[-2] if len(words) > 1 else ""
    if before in shown:
        return True
    if before and before not in known and before.isalpha():
        return not before.endswith(ENGLISH)
    return len(head) > _SHORTEST and head.endswith(_FOREIGN)
