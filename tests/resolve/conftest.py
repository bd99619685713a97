"""What the tests of resolution share."""

import pytest

from sitrep.ontology.types import EventTypes, load_types


@pytest.fixture(scope="session")
def types() -> EventTypes:
    """The project's own event types."""
    return load_types()
