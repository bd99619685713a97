"""Sources: from folders and files to deliveries, bytes as they came, with their sidecars.

What belongs here: walking, unpacking within limits, splitting containers into records, ids, and the raw frame.
What does not: decoding text, and deciding what of it is news (sitrep.clean).
"""

from sitrep.sources.frame import to_frame
from sitrep.sources.identity import delivery_id, document_id
from sitrep.sources.paths import read_paths

__all__ = ["delivery_id", "document_id", "read_paths", "to_frame"]
