"""A person's own name in a phrase, "Luis Ossorio" of "the liberal senator Luis Ossorio", and a group's behind its head.

What belongs here: where a name begins behind titles, trades and nationalities, and where it ends. What does not:
whether a phrase names somebody (nouns.py), and which names are one person's (bearers.py).
"""

from __future__ import annotations

from sitrep.extract.nouns import Meaning, Nouns
from sitrep.extract.phrases import Noun
from sitrep.extract.shouted import TITLES
from sitrep.extract.text import Text, begins_name
from sitrep.ontology.patterns.lexicon import Lexicon

_LINKS = frozenset("de del la las los da dos y al el bin ibn van von der".split())
_NAMED = frozenset({"proper", "person"})
#: "his country", "her government": whose they are, an owner tells.
HOMELANDS = frozenset({"country", "nation", "homeland"})
#: Whom somebody leads: "his men".
FOLLOWERS = frozenset("men fighters forces troops soldiers followers gunmen militia militiamen commandos".split())
HOMES_OR_POWERS = HOMELANDS | {"government", "army", "military", "ministry", "forces", "troops"}
_WHOSE = frozenset({"people", "person", "body", "actor", "media"})
_FULL_NAME = 4  # tokens from a rank to the surname: "Colonel Ahmed Mustapha al-Barghathi"


def own_name(nouns: Nouns, noun: Noun, meaning: Meaning) -> tuple[int, int]:
    """The atoms of the name at the end of a phrase; an empty stretch where it has none."""
    first = last = noun.head + 1
    if not meaning.classes >= _NAMED or "body" in meaning.classes:
        return last, last
    while first > meaning.core and _is_of_name(nouns, first - 1, meaning.core):
        first -= 1
    while first < last and nouns.atoms.words[first] in _LINKS:
        first += 1
    return first, last


def _is_of_name(nouns: Nouns, index: int, core: int) -> bool:
    word, token = nouns.atoms.words[index], nouns.atoms.first[index]
    if word in _LINKS:
        return True
    if word in TITLES or word[0].isdigit() or nouns.class_at(index, core)[0] is not None:
        return False
    if nouns.spans.hit_at(token) is not None or word in nouns.patterns.lexicon.foreign:
        return False
    if nouns.shown is not None:
        return word in nouns.shown or word not in nouns.patterns.lexicon.tags
    return begins_name(nouns.raw, nouns.starts[token])


def name_behind(nouns: Nouns, noun: Noun) -> int:
    """Where a group's name goes on behind its head: 'the Brigade of Salama'; not 'the Army of Chad'."""
    atoms, last = nouns.atoms, noun.last
    if atoms.words[last : last + 1] == ["for"] and noun.last == noun.head + 1:
        return _purpose_behind(nouns, last)
    if atoms.words[last : last + 1] != ["of"] or noun.last != noun.head + 1:
        return last
    at = last + 1
    while at < len(atoms.first) and begins_name(nouns.raw, nouns.starts[atoms.first[at]]):
        if atoms.first[at] in nouns.spans.covering:
            break
        at += 1
    return at if at > last + 1 else last


def _purpose_behind(nouns: Nouns, last: int) -> int:
    """Where 'for the Liberation of the Delta and the Coast' ends behind the head of a group's name."""
    words, end, at = nouns.atoms.words, last, last + 1
    while at < len(words):
        at += words[at] == "the"
        if at == len(words) or not begins_name(nouns.raw, nouns.starts[nouns.atoms.first[at]]):
            break
        while at < len(words) and begins_name(nouns.raw, nouns.starts[nouns.atoms.first[at]]):
            at += 1
        end = at
        if words[at : at + 1] not in (["of"], ["and"]):
            break
        at += 1
    return end


def rank_told_before(text: Text, at: int, lexicon: Lexicon) -> str | None:
    """The group of whom a surname alone names, by the rank before his full name: 'Colonel Ali Nur', then 'Nur'."""
    words = text.words
    group: str | None = None
    name = words[at].rpartition("-")[2]  # "Colonel Ahmed al-Barghathi", then "Barghathi"
    if text.folded.find(name) >= text.starts[at]:
        return None  # told here first
    for index in range(at):
        if not words[index].endswith(name) or words[index].rpartition("-")[2] != name:
            continue
        for before in range(index - 1, max(-1, index - 1 - _FULL_NAME), -1):
            group = _group_called(words, before, lexicon)
            if group is not None or not begins_name(text.raw, text.starts[before]):
                break  # "police officer Ali Nur"
        if group is not None:
            return group
    return None


def _group_called(words: list[str], at: int, lexicon: Lexicon) -> str | None:
    """The group of those whom a word calls so: 'colonel', the "officer" of "police officer"."""
    for entry, known in lexicon.nouns.get(words[at], ()):
        stands = tuple(words[max(0, at - len(entry)) : at]) == entry
        if stands and known.group not in (None, "unknown") and "people" in known.classes:
            return known.group
    return None


def whose_behind(nouns: Nouns, noun: Noun, meaning: Meaning) -> int:
    """Where 'the home of the mayor', 'the offices of a weekly' end: a thing is called by whose it is."""
    if "facility" not in meaning.classes or meaning.hit is not None or not noun.prepositions:
        return noun.last
    word, other = noun.prepositions[0]
    beside = word == "of" and other.first == noun.last + 1
    return other.last if beside and nouns.of(other).classes & _WHOSE else noun.last
