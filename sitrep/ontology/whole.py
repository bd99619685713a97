"""What exists, as one value that is passed to the engine.

What belongs here: which kinds of data it is made of. What does not: loading them (sitrep.ontology), and each kind.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitrep.ontology.actors import ActorIndex
from sitrep.ontology.event_type import EventTypes
from sitrep.ontology.gazetteer import Places
from sitrep.ontology.patterns.forms import Patterns


@dataclass(frozen=True, slots=True)
class Ontology:
    """All that the engine knows before it reads: types of events, actors, places, and how text expresses events."""

    version: str  # hash of every data file, so that equal versions mean equal answers
    types: EventTypes
    actors: ActorIndex
    places: Places
    patterns: Patterns
