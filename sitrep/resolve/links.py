"""Links between incidents: what one document says of two of its mentions, said of the incidents they stand in.

What belongs here: carrying mention links over to incidents. What does not: reading links in text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitrep.resolve.model import Row


def incident_links(links: Iterable[Row], incident_of: Mapping[str, str]) -> list[Row]:
    """One row an incident, relation and related incident, on the word of the smallest mention id that says so."""
    found: dict[tuple[str, str, str], str] = {}
    for link in links:
        one, other = incident_of.get(link["mention_id"]), incident_of.get(link["related_mention_id"])
        if one is None or other is None or one == other:
            continue
        key = (one, link["relation"], other)
        found[key] = min(found.get(key, link["mention_id"]), link["mention_id"])
    return [
        {"incident_id": one, "relation": relation, "related_incident_id": other, "mention_id": mention_id}
        for (one, relation, other), mention_id in sorted(found.items())
    ]
