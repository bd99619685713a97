"""How much memory reading takes, and that it does not grow: resident memory after 1,000 and after 20,000 texts.

    python -m benchmarks.extraction.memory [TEXTS]

The texts are made: sentences of the sample reports in random order with invented names in the place of some words, so
that a table that keeps every word it has met would grow. What is read is thrown away, as a worker throws a batch away.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.extraction.speed import DAY, SIZE, made, texts
from sitrep.extract import extract
from sitrep.ontology import load
from sitrep.records import CleanDocument

FIRST, ALL = 1_000, 20_000
SYLLABLES = "ba be do du fa gor han ir jal ka kesh lo mar na or pul qa ra sha tan u vel war yan zo".split()


def resident() -> float:
    """Megabytes of memory that the process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def stream(count: int, seed: int = 7) -> Iterator[CleanDocument]:
    """Texts of one size in which every tenth word or so is a name that nobody has seen."""
    chance = random.Random(seed)
    sentences = [s for document in texts() for s in document.clean_text.replace("\n", " ").split(". ")]
    for number in range(count):
        parts: list[str] = []
        while sum(map(len, parts)) < SIZE:
            parts.append(" ".join(_renamed(word, chance) for word in chance.choice(sentences).split()) + ". ")
        yield made("".join(parts)[:SIZE], number)


def _renamed(word: str, chance: random.Random) -> str:
    if chance.random() > 0.1:
        return word
    return "".join(chance.choices(SYLLABLES, k=4)).capitalize()


def main() -> int:
    """Prints the figures."""
    total = int(sys.argv[1]) if len(sys.argv) > 1 else ALL
    ontology = load()
    print(f"{resident():7.0f} MB with the ontology loaded")
    for number, document in enumerate(stream(total), start=1):
        extract(document, ontology, DAY)
        if number in (FIRST, total):
            print(f"{resident():7.0f} MB after {number:,} texts of {SIZE} characters", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
