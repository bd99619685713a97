"""The version of the rules of resolution: rows made under another one are made anew.

What belongs here: what changes the version and what does not. What does not: what is made anew (tests/pipeline).
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

from sitrep.ontology.types import EventTypes
from sitrep.resolve import rules_version

PRINT = (
    "from sitrep.ontology.types import load_types; from sitrep.resolve import rules_version;"
    " print(rules_version(load_types()))"
)


def test_every_process_gives_the_same_version() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", PRINT], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1


def test_a_property_more_is_another_version(types: EventTypes) -> None:
    changed = replace(types["bombing"], properties=types["bombing"].properties | {"may_last"})
    assert rules_version({**types, "bombing": changed}) != rules_version(types)
