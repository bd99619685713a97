"""What becomes of an attack that was foiled or failed: who foiled it acts, on those who had planned it.

What belongs here: the roles of what did not happen after all, and the verbs of bombs that did not work. What does not:
whether it happened (status.py), what kind of event is left of it (ontology/patterns/refine.yaml).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitrep.extract.phrases import Verb

if TYPE_CHECKING:
    from sitrep.extract.draft import Part

_BURSTING = frozenset({"explode", "detonate", "go_off", "blow_up", "ignite"})


def is_dud(verb: Verb | None) -> bool:
    """'failed to explode', 'did not go off': it was laid or thrown all the same, which is an attempt."""
    return verb is not None and not verb.modal and verb.name() in _BURSTING


def turned(parts: list[Part]) -> list[Part]:
    """'Police foiled an attack by rebels': police do it to the rebels; the target of the attack was not touched."""
    found = []
    for part in parts:
        if part.role == "perpetrator":
            found.append(replace(part, role="target", rule="foiled"))
        elif part.rule == "clause.verb":  # the subject of the verb above: it was to undergo the attack
            found.append(replace(part, role="perpetrator", rule="foiled"))
    return found
