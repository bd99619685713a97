"""What a publish sets out to do, and what it does it with.

What belongs here: plain values. What does not: the ways to a candidate (ways), the gates (publishing).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from expectations import CheckResult
from expectations.docs import Keep
from sitrep.store.home import Home


@dataclass(frozen=True)
class Plan:
    """What is to be in the warehouse: batches with the version of their mentions, and which of them are new to it."""

    batches: Mapping[str, str]
    new: frozenset[str]
    refused: frozenset[str]  # batches that an earlier gate refused: their deliveries are accounted for
    seq: int
    at: dt.datetime
    run_id: str
    kept_out: Mapping[str, tuple[CheckResult, ...]] = field(default_factory=dict)  # refused by this publish, and why
    held: Mapping[str, str] = field(default_factory=dict)  # what the warehouse holds now, and can still be read
    whole: bool = False  # build from nothing, even where a change to the file would be enough
    asked_for: bool = False  # build even though nothing is new


@dataclass(frozen=True)
class Tools:
    """What an attempt needs from outside."""

    home: Home
    candidate: Path
    types: Any
    toll_rule: str = "latest_official"
    keep: Keep | None = None
    basis: str = ""  # ways.basis: by which rules rows are made now; unknown, all is built from nothing
