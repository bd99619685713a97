"""How text expresses events: triggers with their role patterns, word lists and cues, all as data."""

from __future__ import annotations

from sitrep.ontology.patterns.forms import Patterns
from sitrep.ontology.patterns.load import load_patterns

__all__ = ["Patterns", "load_patterns"]
