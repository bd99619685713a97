"""How long finding names takes in 4 kB of text, and how little that depends on how many names there are.

    python -m benchmarks.names.speed

What belongs here: timing the folding of a text, both indexes and the choice among namesakes on the corpus' texts, in
processor time. What does not: whether the right names are found (tests/ontology).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sitrep.ontology import actors_build
from sitrep.ontology.actors import ActorIndex, load_actors
from sitrep.ontology.context import Context
from sitrep.ontology.gazetteer import load_places
from sitrep.ontology.matching import Folded, first_pairs, fold

CORPUS = Path(__file__).parents[2] / "corpus"
SIZE = 4000  # characters of a text
ROUNDS = 15  # the fastest one counts, so that other work on the machine does not


def texts() -> list[str]:
    """The corpus' plain texts as pieces of one size."""
    whole = "\n\n".join(path.read_text("utf-8", errors="replace") for path in sorted(CORPUS.glob("*.txt")))
    return [whole[start : start + SIZE] for start in range(0, len(whole) - SIZE, SIZE)]


def milliseconds(work: Callable[[int], object], count: int) -> float:
    """What one text costs, in the fastest of some rounds over all."""
    fastest = float("inf")
    for _round in range(ROUNDS):
        start = time.process_time()
        for number in range(count):
            work(number)
        fastest = min(fastest, time.process_time() - start)
    return 1000 * fastest / count


def tenfold() -> ActorIndex:
    """The actors with nine further names for each name: the same first words, another end."""
    compiled = actors_build.compile_actors()
    names, meanings = dict(compiled["names"]), list(compiled["meanings"])
    for copy in range(9):
        for name, number in compiled["names"].items():
            names[f"{name} zq{copy}"] = len(meanings)
            meanings.append(compiled["meanings"][number])
    return ActorIndex({**compiled, "names": names, "meanings": meanings, "lengths": first_pairs(names)}, Context.load())


def report(folded: Sequence[Folded], plain: Sequence[str]) -> list[tuple[str, float]]:
    """Each step with its milliseconds a text."""
    actors, many, places = load_actors(), tenfold(), load_places()
    hits = [places.find(text) for text in folded]
    count = len(plain)
    return [
        ("fold", milliseconds(lambda n: fold(plain[n]), count)),
        ("find actors", milliseconds(lambda n: actors.find(folded[n]), count)),
        ("find actors, ten times the names", milliseconds(lambda n: many.find(folded[n]), count)),
        ("find places", milliseconds(lambda n: places.find(folded[n]), count)),
        ("choose among namesakes", milliseconds(lambda n: places.choose(hits[n]), count)),
    ]


if __name__ == "__main__":
    plain_texts = texts()
    print(f"{len(plain_texts)} texts of {SIZE} characters, milliseconds of processor time a text")
    for step, cost in report([fold(text) for text in plain_texts], plain_texts):
        print(f"{cost:8.3f}  {step}")
