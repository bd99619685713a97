"""How many texts of 4 kB the engine reads in a second on one core, and where the time goes.

    python -m benchmarks.extraction.speed
    SITREP_COMPILED=0 python -m benchmarks.extraction.speed

The texts are the sample reports, cleaned, joined and cut to 4,000 characters; processor time, the best of some rounds,
so that other work on the machine weighs less. In the same run, as yardsticks on the same texts: a tokenizer of one
regular expression over the text in lower case, in turn with the engine, so that both meet the same machine: how many
such tokenizings a text takes tells more than texts a second of one machine; and spaCy's tokenizer (`pip install
'sitrep[bench]'`; without it the line says so). Then ten times as many names of actors, and the share of each step of
the engine, counted by interrupting it every few milliseconds. The first line says which engine ran: machine code (`make
compile`) or, with SITREP_COMPILED=0, plain Python, whose steps alone can be told apart.
"""

from __future__ import annotations

import datetime as dt
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import FrameType

from benchmarks.names.speed import tenfold
from sitrep import compiled
from sitrep.clean import clean, load_rules
from sitrep.extract import extract
from sitrep.ontology import Ontology, load
from sitrep.records import CleanDocument, Published, Segment
from sitrep.sources import document_id, read_paths

CORPUS = Path(__file__).parents[2] / "corpus"
SIZE, DAY = 4000, dt.date(2026, 1, 1)
ROUNDS = 5
TOKEN = re.compile(r"\w+")  # the tokenizer of the yardstick
TICK = 0.004  # seconds of processor time between two looks at where the engine is

#: The steps of the engine by the function, in its file, that does them; the innermost one that runs is counted.
STEPS = {
    ("text.py", "read"): "words and sentences",
    ("matching.py", "fold"): "names: folding",
    ("actors.py", "find"): "names: actors",
    ("gazetteer.py", "find"): "names: places",
    ("scan.py", "find"): "times",
    ("placing.py", "choose_places"): "choosing among places",
    ("localities.py", "name_localities"): "places that no list has",
    ("atoms.py", "read_atoms"): "a sentence's words",
    ("phrases.py", "read_phrases"): "phrases",
    ("clauses.py", "read"): "clauses",
    ("nouns.py", "of"): "what nouns mean",
    ("events.py", "match"): "events",
    ("enriching.py", "enrich"): "roles from around",
    ("enriching.py", "claims"): "claims and blame",
    ("enriching.py", "blames"): "claims and blame",
    ("tolls.py", "read"): "tolls",
    ("drafting.py", "draft"): "drafts: parties, status, place, time",
    ("story.py", "tell"): "joining in the document",
    ("scenes.py", "place"): "scenes",
    ("engine.py", "_extraction"): "records",
}


def texts() -> list[CleanDocument]:
    """The sample reports in pieces of one size."""
    rules = load_rules()
    read = [
        document
        for delivery in read_paths([CORPUS])
        for document in clean(delivery, document_id(delivery.payload), DAY, rules)
        if document.problem is None
    ]
    whole = "\n\n".join(document.clean_text for document in read)
    return [made(whole[at : at + SIZE], n) for n, at in enumerate(range(0, len(whole) - SIZE, SIZE))]


def made(text: str, number: int = 0) -> CleanDocument:
    """A text as the document that cleaning makes of it."""
    published = Published(on=DAY, precision="day", basis="metadata")
    return CleanDocument(str(number), text, text, (Segment(0, len(text), 0),), (), published=published)


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of processor time of the quickest of some rounds."""
    quickest = float("inf")
    for _round in range(rounds):
        begun = time.process_time()
        work()
        quickest = min(quickest, time.process_time() - begun)
    return quickest


def in_turn(works: Sequence[Callable[[], object]], rounds: int = ROUNDS) -> list[float]:
    """The same of several, done in turn: what else the machine does in one round slows all of them."""
    took = [[best(work, rounds=1) for work in works] for _round in range(rounds)]
    return [min(column) for column in zip(*took, strict=True)]


def tokenize_all(documents: Iterable[CleanDocument]) -> list[list[str]]:
    """The words of each text in lower case, and nothing more."""
    return [TOKEN.findall(document.clean_text.lower()) for document in documents]


def read_all(documents: Iterable[CleanDocument], ontology: Ontology) -> None:
    for document in documents:
        extract(document, ontology, DAY)


def shares(documents: list[CleanDocument], ontology: Ontology) -> list[tuple[str, float]]:
    """The share of each step in the time, the largest first."""
    counted: Counter[str] = Counter()

    def look(_signal: int, frame: FrameType | None) -> None:
        while frame is not None:
            at = (frame.f_code.co_filename.rsplit("/", 1)[-1], frame.f_code.co_name)
            if at in STEPS:
                counted[STEPS[at]] += 1
                return
            frame = frame.f_back
        counted["everything else"] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, TICK, TICK)
    try:
        best(lambda: read_all(documents, ontology), 3 * ROUNDS)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return [(step, count / counted.total()) for step, count in counted.most_common()]


def spacy_time(documents: list[CleanDocument]) -> float | None:
    """What spaCy's tokenizer for English takes on the same texts; None where spaCy is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    tokenizer = spacy.blank("en").tokenizer
    return best(lambda: [tokenizer(document.clean_text) for document in documents])


def main() -> int:
    """Prints the figures."""
    ontology, documents = load(), texts()
    read_all(documents, ontology)
    seconds, yard = in_turn([lambda: read_all(documents, ontology), lambda: tokenize_all(documents)])
    count = len(documents)
    print(f"         {'machine code' if compiled.is_used() else 'plain Python'}")
    print(f"{count / seconds:7.0f}  texts of {SIZE} characters a second ({1000 * seconds / count:.1f} ms a text)")
    print(f"{seconds / yard:7.0f}  times a tokenizing by a regular expression ({1000 * yard / count:.2f} ms a text)")
    tokenizing = spacy_time(documents)
    if tokenizing is None:
        print("         spaCy is not installed: pip install 'sitrep[bench]' for the yardstick")
    else:
        print(f"{count / tokenizing:7.0f}  by spaCy's tokenizer alone ({1000 * tokenizing / count:.2f} ms a text)")
    many = replace(ontology, actors=tenfold())
    read_all(documents, many)
    print(
        f"{best(lambda: read_all(documents, many)) / seconds:7.2f}  times the time with ten times the names of actors"
    )
    for step, share in [] if compiled.is_used() else shares(documents, ontology):
        print(f"{share:7.1%}  {step}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
