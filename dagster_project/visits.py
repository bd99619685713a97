"""A visit to a source, as Dagster tells it.

What belongs here: what of a visit is shown, and when it counts as failed. What does not: visiting
(sitrep.sources.fetching), and when (feeds).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dagster as dg

from dagster_project import metadata
from sitrep.sources.fetching import state
from sitrep.sources.fetching.state import Visited
from sitrep.sources.fetching.visit import AlreadyVisited, Place, visit
from sitrep.sources.settings import Source
from sitrep.store.home import Home
from sitrep.store.settings import Settings

_SHOWN = 20  # failures in the metadata of a run; `sitrep sources list` has all


def place_of(home: Home, settings: Settings) -> Place:
    """Where a home keeps what its sources need."""
    return Place(home.landing, home.intake, settings.fetching)


def fetch(home: Home, settings: Settings, name: str) -> Mapping[str, Any] | None:
    """Visit a source; what to say of it, or None where it is being visited already. A dead listing is a failure."""
    source = next((one for one in settings.sources if one.name == name), None)
    if source is None:
        raise dg.Failure(f"sitrep.toml has no source called {name}: reload the definitions", allow_retries=False)
    place = place_of(home, settings)
    try:
        found = visit(place, source)
    except AlreadyVisited:
        return None
    said = told(place, source, found)
    if found.problem:
        raise dg.Failure(f"{name} could not be read: {found.problem}", said, allow_retries=False)
    return said


def told(place: Place, source: Source, found: Visited) -> dict[str, Any]:
    """What the UI shows and plots of a visit."""
    with state.opened(place.intake) as known:
        troubles = known.troubles(source.name)
    failures = (
        {
            "address": one.entry.url,
            "reason": one.reason,
            "failures": one.failures,
            "next try": f"{one.next_at:%Y-%m-%d %H:%M} UTC" if one.next_at else "given up",
        }
        for one in troubles[:_SHOWN]
    )
    return {
        "pages fetched": found.fetched,
        "pages unchanged": found.unchanged,
        "pages failed": found.failed,
        "pages left for the next visit": found.left_over,
        "pages that failed so far": len(troubles),
        "failures": metadata.records(failures),
        "notes": dg.MetadataValue.md("\n".join(f"- {note}" for note in found.notes) or "none"),
    }
