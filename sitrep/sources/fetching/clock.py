"""Time as fetching knows it: what it is now, and waiting.

What belongs here: both, so that who tests or plans can hand in others. What does not: limits of single answers (wire).
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """The machine's clock, unless another is handed in."""

    now: Callable[[], dt.datetime] = _now
    sleep: Callable[[float], None] = time.sleep  # seconds
