"""The ontology's own examples as an engine reads them: python -m tests.evaluation.event_type_examples lists the errors.

What belongs here: whether a type's examples give a happening of the type, and its counter-examples none.
What does not: the examples (sitrep/ontology/event_types.yaml).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sitrep.ontology.types import EventType, load_types
from tests.evaluation.labelled_score import Engine, default_engine, stands_for_happening
from tests.evaluation.labelled_set import document_of

#: Any weekday will do: no example gives a date that it depends on.
READ_ON = dt.date(2024, 3, 6)


@dataclass(frozen=True)
class Reading:
    """One example read: what was hoped for, and what came."""

    event_type: str
    text: str
    is_counter: bool
    right: bool
    said: tuple[str, ...]

    def __str__(self) -> str:
        return f"{'not ' * self.is_counter}{self.event_type}: {self.text} {list(self.said)}"


def readings(engine: Engine) -> Iterator[Reading]:
    """Every example and counter-example of every type."""
    for kind in load_types().values():
        for text in kind.examples:
            yield _read(engine, kind, text, is_counter=False)
        for counter in kind.counter_examples:
            yield _read(engine, kind, counter.text, is_counter=True)


def _read(engine: Engine, kind: EventType, text: str, *, is_counter: bool) -> Reading:
    mentions = engine(document_of(text, READ_ON)).mentions
    news = [m for m in mentions if stands_for_happening(m) and not m.is_background]
    found = any(m.event_type == kind.event_type for m in news)
    said = tuple(f"{m.event_type} '{m.trigger}' {m.modality}" for m in mentions)
    return Reading(kind.event_type, text, is_counter, found is not is_counter, said)


def shares(read: list[Reading]) -> dict[str, float]:
    """The share of examples that give their type, and of counter-examples that do not."""
    named = {"examples": False, "counter-examples": True}
    chosen = {name: [r.right for r in read if r.is_counter is counter] for name, counter in named.items()}
    return {name: sum(right) / len(right) for name, right in chosen.items()}


if __name__ == "__main__":
    every = list(readings(default_engine()))
    print("\n".join(str(reading) for reading in every if not reading.right))
    print(shares(every))
