"""One object for each word of the patterns, however many tables hold it.

What belongs here: putting the one word in the place of its copies. What does not: what the tables say. The words of a
text are those objects too (sitrep.extract.text), so that looking one up need not compare letters, and what all tables
know of a word lies close together in memory.
"""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass, replace
from typing import Any


def share_words(value: Any, done: dict[int, tuple[Any, Any]]) -> Any:
    """The same value with one object for each word; `done` keeps what is one thing one thing."""
    if isinstance(value, str):
        return sys.intern(value)
    if not isinstance(value, tuple | frozenset | dict) and not is_dataclass(value):
        return value
    if id(value) not in done:
        done[id(value)] = (value, _shared(value, done))  # with the old one, whose identity is its key
    return done[id(value)][1]


def _shared(value: Any, done: dict[int, tuple[Any, Any]]) -> Any:
    if isinstance(value, dict):
        return {share_words(key, done): share_words(each, done) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(share_words(each, done) for each in value)
    if isinstance(value, frozenset):
        return frozenset(share_words(each, done) for each in value)
    return replace(value, **{field.name: share_words(getattr(value, field.name), done) for field in fields(value)})
