"""What the tests of the engine share: the ontology, loaded once, and a text made a document."""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.ontology import Ontology, load
from sitrep.records import CleanDocument, Published, Segment

#: A Friday: "on Tuesday" of a text is the 7th.
DAY = dt.date(2024, 5, 10)


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load()


def document(text: str, title: str | None = None) -> CleanDocument:
    """A clean document published on DAY, with a title before its text if one is given."""
    whole = f"{title}\n\n{text}" if title is not None else text
    return CleanDocument(
        "d", whole, whole, (Segment(0, len(whole), 0),), (),
        title=title, title_start=0 if title is not None else None, title_end=len(title) if title is not None else None,
        published=Published(on=DAY, precision="day", basis="metadata"),
    )  # fmt: skip
