"""The extraction cascade: from a clean document to the events that it tells.

What belongs here: the names that other rooms use. How the cascade works, step by step, stands in engine.py.
"""

from __future__ import annotations

from sitrep.extract.batch import extract_batch
from sitrep.extract.engine import ENGINE, ENGINE_VERSION, explain, extract

__all__ = ["ENGINE", "ENGINE_VERSION", "explain", "extract", "extract_batch"]
