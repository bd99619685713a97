"""What makes a delivery and a document the same thing when they come again.

What belongs here: the two ids, from content alone. What does not: anything that depends on when or in what order.
"""

from __future__ import annotations

import hashlib
import json

from sitrep.records import Delivery

DELIVERY_HEX = 24
DOCUMENT_HEX = 20


def document_id(payload: bytes) -> str:
    """The id of a text: from the record's raw bytes."""
    return hashlib.sha256(payload).hexdigest()[:DOCUMENT_HEX]


def delivery_id(delivery: Delivery) -> str:
    """The id of one arrival: from its source, its path in its container, its raw bytes and its sidecar."""
    digest = hashlib.sha256()
    sidecar = json.dumps(dict(delivery.sidecar), sort_keys=True, ensure_ascii=False)
    for part in (delivery.source_name, delivery.raw_path, sidecar):
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    digest.update(delivery.payload)
    return digest.hexdigest()[:DELIVERY_HEX]
