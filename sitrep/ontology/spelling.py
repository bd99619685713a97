"""The spellings under which one name goes about: transliterations, British and American, particles.

What belongs here: making the variants of a name's key from the groups of actors/spellings.yaml. What does not: names.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sitrep.ontology.entries import WordFile, read
from sitrep.ontology.matching import key

FILE = Path(__file__).parent / "spellings.yaml"
#: At most this many spellings are made of one name, the first ones of each group first.
MOST_VARIANTS = 24
_NUMBERED = re.compile(r"\b([a-z]{1,3}) (\d{1,3})\b")


@dataclass(frozen=True, slots=True)
class Spellings:
    """Words of names that are written in several ways."""

    groups: Mapping[str, tuple[str, ...]]  # word -> all its spellings, itself first

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> Spellings:
        """The project's groups of spellings."""
        found: dict[str, tuple[str, ...]] = {}
        for words in read(FILE, WordFile).words.values():
            keys = [key(word) for word in words]
            for word in keys:
                found[word] = (word, *(other for other in keys if other != word))
        return cls(found)

    def variants(self, name: str) -> tuple[str, ...]:
        """A name's key in all its spellings, the given one first."""
        words = name.split(" ")
        choices = [self.groups.get(word, (word,)) for word in words]
        made = [" ".join(choice) for choice in itertools.islice(itertools.product(*choices), MOST_VARIANTS)]
        made += [joined for spelt in made if (joined := spelt.replace(" s ", "s ")) != spelt]
        made += [joined for spelt in made if (joined := _NUMBERED.sub(r"\1\2", spelt)) != spelt]
        return tuple(dict.fromkeys(made))


def slug(name: str) -> str:
    """A name as part of an id."""
    return key(name).replace(" ", "-")
