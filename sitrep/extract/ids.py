"""Words and names as parts of ids, each made once: texts name the same people and things again and again.

What belongs here: how a name is written in an id. What does not: whose name it is (parties.py).
"""

from __future__ import annotations

import re
from functools import lru_cache

from sitrep.ontology.patterns.inflect import plural

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_KEPT = 16384
_PLURAL = frozenset(
    {"people", "police", "men", "women", "children", "personnel", "policemen", "gunmen", "countrymen", "fishermen"}
    | {"aircraft", "watercraft"}
)


@lru_cache(maxsize=_KEPT)
def slug(name: str) -> str:
    """A name as part of an id."""
    return _NOT_WORD.sub("-", name.lower()).strip("-")[:60] or "unnamed"


@lru_cache(maxsize=_KEPT)
def plural_of(word: str) -> str:
    """The plural under which an unnamed group is kept."""
    if word == "person":
        return "people"
    return word if word.endswith("s") or word in _PLURAL else plural(word)


@lru_cache(maxsize=_KEPT)
def forms_with(forms: tuple[str, ...], singular: str, several: str) -> tuple[str, ...]:
    """Those of some names that end in a word, in the singular or the plural."""
    return tuple(form for form in forms if form.lower().split()[-1] in (singular, several) and "-" not in form)
