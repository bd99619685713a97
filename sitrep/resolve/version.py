"""A name for the rules by which mentions become incidents, as they are now.

What belongs here: telling whether incidents made earlier were made by the same rules. What does not: the rules.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from sitrep.ontology.types import EventTypes

_HERE = Path(__file__).parent


def rules_version(types: EventTypes) -> str:
    """Changes with the code of this package and with the event types; everything else that decides comes as data."""
    digest = hashlib.sha256()
    for name in sorted(types):
        entry = types[name]
        none: frozenset[str] = frozenset()
        ordered = replace(entry, properties=none, all_broader=none, kin=none)  # a set is told in any order
        digest.update(repr([ordered, sorted(entry.properties)]).encode())
    for path in sorted(_HERE.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
