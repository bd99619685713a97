"""What stands in a sentence and takes no part in it: remarks in brackets, and who calls a thing by its name.

What belongs here: which atoms those are, and the semicolons of a list. What does not: remarks between commas
(clauses.py).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sitrep.extract.hidden_verbs import is_plural

if TYPE_CHECKING:
    from sitrep.extract.atoms import Atoms

_REMARK, _LONG_REMARK = 9, 20  # atoms in brackets; of "(age: 40 years, resident of the district of Kohat)"
_OF_SOMEBODY = (["age"], ["aged"], ["resident"])
_CALLED = frozenset("called calls termed terms labelled labeled dubbed deemed".split())
_DESCRIBED = frozenset({"described", "describes", "characterised", "characterized", "presented"})
_SAID = frozenset({"said", "says", "claimed", "claims", "believed", "believes", "alleged", "suspect", "suspected"})
_WERE = frozenset({"was", "were", "is", "are"})
#: Behind them a clause hangs on what stands before who says it: "a man police say killed six".
_SAYING = frozenset("say says said believe believes allege alleges claim claims claimed think thinks".split())
_TELLING = frozenset({"said", "told", "says"})
_BLAMING = frozenset({"blame", "blames", "blamed", "attribute", "attributed"})
_SAYING_OR_BLAMING = _SAYING | _BLAMING
_THOSE = frozenset({"they", "it", "he", "she", "we"})
_BODIES = frozenset("army police military government security intelligence defence defense state rights".split())
_BETWEEN_AGES = frozenset({"and", "to", "or", ",", "-", "–", "between", "from"})
_NEAR, _FAR = 6, 10**6  # atoms; a number that adds up to none
_WHOM = frozenset({"them", "whom"})
_GRAVELY = frozenset({"seriously", "critically", "severely", "gravely", "badly", "slightly", "lightly"})
ASIDES = frozenset(
    {"what", "aged", "ages", "reports", *_GRAVELY, *_SAYING, *_BLAMING, *_TELLING, "without"}
)  # without them and brackets nothing may be left out
_TELLER = 6  # atoms of ", the regional governor reports"
_SPEAKER = 6  # atoms of a name: "what the foreign ministry in Kyiv called"
_BEFORE = frozenset("epqgbzui")  # a verb or "in" before "what ... called"
_BEHIND = frozenset("djncyYvGuweA")  # a noun behind it
_VERBS = frozenset("xhmpzbke")
_TELLS = frozenset("nyYuwfTepqgbz")  # some of them stands in words that say something
_FINITE, _ANTECEDENT = frozenset("xhmpze"), frozenset("nyYuw")
_NAMED = frozenset("nyY.:-")  # behind them brackets hold a remark
_MEMBER = frozenset("nyYdj")  # what the name or the phrase of a person begins with


def leave_out(atoms: Atoms, numbers: Mapping[str, int]) -> None:
    """Takes out of a sentence what may be left out."""
    said = set(atoms.words)
    dropped = asides(atoms.words, atoms.tags, said, numbers)
    if not _SAYING_OR_BLAMING.isdisjoint(said):
        dropped |= relate(atoms.words, atoms.tags)
    if not _TELLING.isdisjoint(said):
        dropped |= _teller_in_quotes(atoms)
    if ";" in said and not atoms.headline:
        dropped |= remarks_in_list(atoms.words, atoms.tags)
    if not dropped:
        return
    keep = [index for index in range(len(atoms.tags)) if index not in dropped]
    for words in (atoms.words, atoms.tags):
        words[:] = [words[i] for i in keep]
    for tokens in (atoms.first, atoms.last):
        tokens[:] = [tokens[i] for i in keep]


def asides(words: list[str], tags: list[str], said: set[str], numbers: Mapping[str, int]) -> frozenset[int]:
    """The atoms of a sentence that may be left out; `said` are its words, each once."""
    found: set[int] = set()
    if "(" in tags or "[" in tags:
        found.update(_brackets(words, tags, numbers))
    if "what" in said:
        found.update(_namings(words, tags))
    if "aged" in said or "ages" in said:
        found.update(_ages(words, tags))
    if not _GRAVELY.isdisjoint(said):
        found.update(_grave(words, tags))
    if "without" in said:
        found.update(_without_more(words))
    if words[-1] == "reports" and "," in words[-_TELLER:]:
        found.update(_reporter(words, tags))
    return frozenset(found)


def _teller_in_quotes(atoms: Atoms) -> frozenset[int]:
    """'"They killed six civilians," chief of police, Ali Keita, told reporters': what is told beside of who says it."""
    words, tags = atoms.words, atoms.tags
    commas = [index for index, word in enumerate(words) if word == ","]
    for first, second, third in zip(commas, commas[1:], commas[2:], strict=False):
        closes = atoms.first[first + 1] > atoms.last[first]  # the mark of a quotation is no atom
        inside = tags[first + 1 : second] + (tags[second + 1 : third] if words[second + 1] != "who" else [])
        if closes and words[third + 1] in _TELLING and _VERBS.isdisjoint(inside) and third - first <= _LONG_REMARK:
            return frozenset(range(second, third + 1))
    return frozenset()


def relate(words: list[str], tags: list[str]) -> frozenset[int]:
    """Puts "which" where 'a man police say killed six' leaves it out; the atoms of who says so may be left out."""
    found: set[int] = set()
    for verb in range(2, len(words) - 1):
        says = words[verb] in _SAYING and tags[verb + 1] in _FINITE
        blames = words[verb] in _BLAMING and words[verb + 1] in ("on", "to")
        first = _first_of_speaker(words, tags, verb) if says or blames else 0
        if first == 0 or tags[first - 1] not in _ANTECEDENT:
            continue
        if says:
            words[first], tags[first] = "which", "r"
            found.update(range(first + 1, verb + 1))
        else:  # "an attack officials blamed on X killed six"
            words[verb], tags[verb] = "blamed", "e"
            found.update(range(first, verb))
    return frozenset(found)


def _first_of_speaker(words: list[str], tags: list[str], verb: int) -> int:
    """Where those begin who stand before a verb of saying: 'they', 'the army', 'Israeli officials'; 0 if none do."""
    first = verb - 1
    if words[first] in _THOSE:
        return first
    if tags[first] not in "nyuw" or not (tags[first] == "y" or is_plural(words[first]) or words[first] in _BODIES):
        return 0
    while first > 0 and (tags[first - 1] in "jyY" or words[first - 1] in _BODIES):
        first -= 1
    return first - 1 if first > 0 and tags[first - 1] == "d" else first


def _brackets(words: list[str], tags: list[str], numbers: Mapping[str, int]) -> list[int]:
    """Short remarks in brackets: acronyms, distances, party and place."""
    found: list[int] = []
    index = 0
    while index < len(tags):
        if tags[index] in "([":
            close = index + 1
            long = _LONG_REMARK if words[index + 1 : index + 2] in _OF_SOMEBODY else _REMARK
            while close < len(tags) and tags[close] not in ")]" and close - index < long:
                close += 1
            if close < len(tags) and tags[close] in ")]" and _divides(words, tags, slice(index + 1, close), numbers):
                for at in (index, close):
                    words[at] = tags[at] = ","
                if tags[close + 1 : close + 2] in (["."], [","]):
                    found.append(close)
                index = close + 1
                continue
            if close < len(tags) and tags[close] in ")]":
                found += _put_in(tags, index, close) or range(index, close + 1)
                index = close + 1
                continue
        if tags[index] in "()[]":
            found.append(index)
        index += 1
    return found


def _put_in(tags: list[str], opens: int, closes: int) -> list[int]:
    """The brackets around an editor's words, and the pronoun that they stand for: '[The rebels] fled', 'they [rebels]'.

    None where the words are a remark: 'the BLF [rebels]', '[...]'. What opens a sentence is put in before a verb
    alone: '[Reuters] The rebels fled' has a stamp.
    """
    before = tags[opens - 1] if opens else ""
    acts = closes + 1 < len(tags) and tags[closes + 1] in _VERBS
    if tags[opens] != "[" or _TELLS.isdisjoint(tags[opens + 1 : closes]) or before in _NAMED or not (before or acts):
        return []
    return [opens, closes, *([opens - 1] if before == "f" else [])]


def _divides(words: list[str], tags: list[str], inside: slice, numbers: Mapping[str, int]) -> bool:
    """Whether a remark in brackets says who those before it were: 'six civilians (four men and two women)'."""
    if any(tag not in "cndjl," for tag in tags[inside]) or tags[inside.start - 2] != "n":
        return False
    counts = [_value(words[i], numbers) for i in range(inside.start, inside.stop) if tags[i] in "cd"]
    whole = next((i for i in range(inside.start - 2, max(-1, inside.start - _NEAR), -1) if tags[i] == "c"), None)
    return whole is not None and len(counts) > 1 and sum(counts) == _value(words[whole], numbers)


def _value(word: str, numbers: Mapping[str, int]) -> int:
    """The number that a word names; none that adds up where it names none."""
    return int(word) if word.isdigit() else 1 if word in ("a", "an") else numbers.get(word, -_FAR)


def _namings(words: list[str], tags: list[str]) -> list[int]:
    """'launched what it called a reprisal raid', 'hit what the ministry said was a depot': who so calls the thing."""
    found: list[int] = []
    for index in range(1, len(words) - 3):
        if words[index] != "what" or tags[index - 1] not in _BEFORE:
            continue
        for at in range(index + 2, min(index + 2 + _SPEAKER, len(words) - 1)):
            if (end := _named_until(words, at)) is not None and end < len(tags):
                found += range(index, end) if tags[end] in _BEHIND else ()
                break
    return found


def _reporter(words: list[str], tags: list[str]) -> range:
    """'Strike kills one, state media reports': who tells it."""
    comma = len(words) - 1 - words[::-1].index(",")
    named = comma > 1 and all(tag in "njyYAuw" for tag in tags[comma + 1 : -1])
    return range(comma, len(words)) if named and comma < len(words) - 2 else range(0)


def _without_more(words: list[str]) -> range:
    """'said without elaborating that', 'said, without giving details, that': how little was said."""
    at = words.index("without")
    told = at > 1 and words[at - 1 - (words[at - 1] == ",")] in _TELLING
    end = at + 1
    while end < len(words) and end - at <= _TELLER and words[end] not in ("that", ","):
        end += 1
    says_no_more = told and end < len(words) and words[at + 1].endswith("ing")
    return range(at, end) if says_no_more else range(0)


def _grave(words: list[str], tags: list[str]) -> list[int]:
    """'wounding four people, one seriously': one of the four."""
    found: list[int] = []
    for index in range(2, len(words)):
        alone = index + 1 == len(words) or tags[index + 1] in ".,;:li"
        first = index - 1
        if words[first] in _WHOM:  # ", one of them seriously"
            first -= 1 if words[first - 1] == "one of" else 2
        counted = first > 0 and (tags[first] == "c" or words[first] == "one of")
        if words[index] in _GRAVELY and alone and counted and words[first - 1] in (",", "-", "–"):
            found += range(first - 1, index + 1)
    return found


def _ages(words: list[str], tags: list[str]) -> list[int]:
    """'two men aged 29 and 41', 'boys aged between nine and 14': their years, which count nobody."""
    first = words.index("aged" if "aged" in words else "ages")
    at, found = first + 1, [first]
    while at < len(words) and (tags[at] == "c" or words[at] in _BETWEEN_AGES):
        found.append(at)
        at += 1
    while tags[found[-1]] != "c" and len(found) > 1:
        found.pop()
    several = sum(tags[index] == "c" for index in found) > 1
    behind = tags[found[-1] + 1] if found[-1] + 1 < len(tags) else "."
    return found if several and behind not in "njyYuw" else []


def _named_until(words: list[str], at: int) -> int | None:
    """Behind which atom the thing follows, where a verb that names it stands at one."""
    behind = words[at + 1]
    if words[at] in _CALLED:
        return at + 1
    if (words[at] in _DESCRIBED and behind == "as") or (words[at] in _SAID and behind in _WERE):
        return at + 2
    return None


def remarks_in_list(words: list[str], tags: list[str]) -> frozenset[int]:
    """Of 'A, a teacher; B, 20; and C were killed' who each of them is; the semicolons become commas."""
    stops = [index for index, word in enumerate(words) if word == ";"]
    if not stops or words[stops[-1] + 1 : stops[-1] + 2] != ["and"]:
        return frozenset()
    spans = [(stop + 1, end) for stop, end in itertools.pairwise(stops)]
    first = stops[0] - words[: stops[0]][::-1].index(",") - 1 if "," in words[: stops[0]] else -1
    if first < 0 or any(tags[start] not in _MEMBER for start, _ in [*spans, (stops[-1] + 2, 0)] if start < len(tags)):
        return frozenset()
    told = tags[first if spans else 0 : stops[0]]  # "killed a mayor, 40; and police arrested two men" is no list
    if not _VERBS.isdisjoint(told) or any(not _VERBS.isdisjoint(tags[start:end]) for start, end in spans):
        return frozenset()
    for stop in stops:
        words[stop] = tags[stop] = ","
    found = set(range(first, stops[0]))
    for start, end in spans:
        found.update(range(words.index(",", start), end))
    return frozenset(found)
