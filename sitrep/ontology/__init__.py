"""What exists, as data, loaded once and passed to the engine as one value.

What belongs here: `load`, which brings event types, actors, places and text patterns together under one version.
What does not: reading text. How each kind of data is read and checked stands in its own module.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from sitrep.ontology.actors import load_actors
from sitrep.ontology.gazetteer import load_places
from sitrep.ontology.patterns import load_patterns
from sitrep.ontology.types import load_types
from sitrep.ontology.whole import Ontology

__all__ = ["Ontology", "load", "version_of"]

HERE = Path(__file__).parent


def load(extra: Sequence[Path] = ()) -> Ontology:
    """The project's ontology, with a deployment's own files of actors and places added."""
    return Ontology(
        version=version_of(extra),
        types=load_types(),
        actors=load_actors(extra),
        places=load_places(extra),
        patterns=load_patterns(),
    )


def version_of(extra: Sequence[Path] = ()) -> str:
    """The version that `load` would give, found without loading."""
    return _version([*HERE.rglob("*"), *extra])


def _version(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in files if p.suffix in {".yaml", ".csv", ".tsv", ".txt", ".json"}):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
