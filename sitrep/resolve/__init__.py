"""From mentions in documents to incidents that happened: `resolve` is the way in.

What belongs here: the names that other rooms use. What does not: code.
"""

from sitrep.resolve.model import History, Resolution, ResolveOptions, StageFrames
from sitrep.resolve.resolution import resolve

__all__ = ["History", "Resolution", "ResolveOptions", "StageFrames", "resolve"]
