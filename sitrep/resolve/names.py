"""Proper names and numbers by which reports of one happening can be told from reports of others.

What belongs here: finding them in sentences and in whole texts. What does not: what they count (weights).
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Collection, Iterable, Iterator
from functools import cache

import yaml

from sitrep.ontology.actors_build import COUNTRIES

_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_MONTHS = frozenset(dt.date(2000, month, 1).strftime("%B").casefold() for month in range(1, 13))
_PROPER = re.compile(r"\b[A-Z][\w'’-]{3,}|\b\d{2,}\b")
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")
#: A sentence with more of its words in capitals is a headline: its capitals name nothing.
_HEADLINE_SHARE = 0.5
#: What countries.yaml lists of a country beside its name.
_CALLED = ("adjectives", "demonyms", "seats", "aliases", "caps")
_WORD = re.compile(r"[\w'’-]+")
#: Names of offices, bodies and papers: two reports of any two attacks share them.
_ANYWHERE = frozenset(
    """
    action administration affairs africa african agency airport alliance allied american arab area armed army asia
    assembly associated association authority battalion border brigade britain british bureau capital captain center
    central centre chief christian city civil claim coast colonel command commander commission commissioner committee
    community company congress coordination corps council country county court defence defense democratic department
    deputy director district division doctors east eastern emergency europe european express federal fighters force
    forces foreign france free french front general gmt government governor group guard health high hospital house human
    humanitarian independent infantry information inter interior international investigation islam islamic islamist
    jihad judge justice kingdom latin leader left liberation lieutenant local lt major mayor media members middle
    militants military minister ministry mission mohammed mosque movement muhammad muslim muslims national nations nato
    navy network news newspaper newswire north northern office officer official operation operations organisation
    organization overseas parliament party peace people people's peoples photo police post president press prime prison
    programme province public radio rapid rebel rebels reconnaissance red region regional relations report reporter
    republic rescue resistance reuters rights royal russia russian school secretary security senate senator sergeant
    service services social south southeast southern southwest special spokesman spokesperson spokeswoman staff state
    statement states street support supreme telegram television times town transport treaty tribune twitter union united
    university update village violence war west western wire women workers world youth
    """.split()
)


def in_sentences(sentences: Iterable[str], taken: Collection[str]) -> frozenset[str]:
    """Names and numbers of sentences, but for those taken: days, months, and what is known otherwise."""
    found = {name for sentence in sentences for name in _in_sentence(sentence)}
    return frozenset(found - set(taken) - _WEEKDAYS - _MONTHS)


def in_text(text: str, taken: Collection[str]) -> frozenset[str]:
    """Names and counts by which a report is known: none that reports of other happenings have as well."""
    found = {_bare(name) for sentence in _SENTENCE.split(text) for name in _in_sentence(sentence)}
    told = found - set(taken) - _WEEKDAYS - _MONTHS - _ANYWHERE - _of_countries()
    return frozenset(sys.intern(name) for name in told if not _is_round(name))


def words(names: Iterable[str | None]) -> set[str]:
    """The words of names, as names are listed."""
    return {_bare(word.casefold()) for name in names if name for word in _WORD.findall(name)}


@cache
def _of_countries() -> frozenset[str]:
    """The words of countries, their peoples and capitals: all reports of a war have them."""
    listed = yaml.load(COUNTRIES.read_text(encoding="utf-8"), yaml.CSafeLoader)["countries"]
    called = (name for row in listed for kind in _CALLED for name in row.get(kind, ()))
    return frozenset(words([*called, *(row["name"] for row in listed)]))


def _in_sentence(sentence: str) -> Iterator[str]:
    """The names of a sentence; that its first word is written with a capital says nothing."""
    listed = sentence.split()
    capitals = sum(word[:1].isupper() for word in listed)
    if listed and capitals / len(listed) <= _HEADLINE_SHARE:
        for found in _PROPER.finditer(sentence[len(listed[0]) :]):
            yield found.group().casefold()


def _bare(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def _is_round(name: str) -> bool:
    """Whether a number is a year, or one that is said of anything."""
    return name.isdigit() and (len(name) > 3 or name.endswith("0") or int(name) <= 12)
