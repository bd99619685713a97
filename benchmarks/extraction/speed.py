"""How many texts of 4 kB the engine reads in a second on one core: `python -m benchmarks.extraction.speed`.

The texts are the sample reports, cleaned, joined and cut to 4,000 characters; processor time, the best of three rounds.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from pathlib import Path

from sitrep.clean import clean, load_rules
from sitrep.extract import extract
from sitrep.ontology import Ontology, load
from sitrep.records import CleanDocument, Published, Segment
from sitrep.sources import document_id, read_paths

CORPUS = Path(__file__).parents[2] / "corpus"
SIZE, DAY = 4000, dt.date(2026, 1, 1)


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
    pieces = [whole[at : at + SIZE] for at in range(0, len(whole) - SIZE, SIZE)]
    published = Published(on=DAY, precision="day", basis="metadata")
    return [
        CleanDocument(str(n), piece, piece, (Segment(0, len(piece), 0),), (), published=published)
        for n, piece in enumerate(pieces)
    ]


def rate(documents: list[CleanDocument], ontology: Ontology) -> float:
    """Documents a second of processor time."""
    begun = time.process_time()
    for document in documents:
        extract(document, ontology, DAY)
    return len(documents) / (time.process_time() - begun)


def main() -> int:
    """Prints the figure."""
    ontology, documents = load(), texts()
    rate(documents[:2], ontology)
    print(f"{max(rate(documents, ontology) for _ in range(3)):.0f} texts of {SIZE} characters a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
