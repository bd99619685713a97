"""From mentions in documents to incidents that happened: `resolve` and `advance` are the ways in.

What belongs here: the names that other rooms use. What does not: code.
"""

from sitrep.resolve.model import History, Resolution, ResolveOptions, StageFrames
from sitrep.resolve.resolution import advance, resolve
from sitrep.resolve.version import rules_version

__all__ = ["History", "Resolution", "ResolveOptions", "StageFrames", "advance", "resolve", "rules_version"]
