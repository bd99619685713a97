"""Sources by the clock: a job and a schedule each, and a visit as Dagster tells it.

What belongs here: what of a visit is shown, and when it counts as failed. What does not: visiting
(sitrep.sources.fetching).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dagster as dg

from assets.feeds import source_key
from dagster_project import metadata
from sitrep.sources.fetching import state
from sitrep.sources.fetching.state import Visited
from sitrep.sources.fetching.visit import AlreadyVisited, Place, visit
from sitrep.sources.settings import Source
from sitrep.store.home import Home
from sitrep.store.settings import Settings

#: Runs that fetch carry it: an instance may hold them to so many at a time, as they wait more than they work.
FETCH_TAG = "sitrep/fetch"
_SHOWN = 20  # failures in the metadata of a run; `sitrep sources list` has all


def place_of(home: Home, settings: Settings) -> Place:
    """Where a home keeps what its sources need."""
    return Place(home.landing, home.intake, settings.fetching)


def fetch_jobs(sources: Sequence[Source]) -> list[dg.UnresolvedAssetJobDefinition]:
    """One job a source."""
    return [
        dg.define_asset_job(
            _name(one),
            selection=[source_key(one)],
            executor_def=dg.in_process_executor,
            tags={FETCH_TAG: one.name},
            description=f"Asks {one.name} what is new, and drops it in landing/.",
        )
        for one in sources
    ]


def fetch_schedules(sources: Sequence[Source]) -> list[dg.ScheduleDefinition]:
    """One schedule a source that is enabled, running from the first."""
    return [
        dg.ScheduleDefinition(
            name=_name(one),
            job_name=_name(one),
            cron_schedule=one.cron,
            execution_timezone=one.timezone,
            default_status=dg.DefaultScheduleStatus.RUNNING,
            description=f"When {one.name} is asked what is new.",
        )
        for one in sources
        if one.enabled
    ]


def _name(source: Source) -> str:
    return f"fetch_{source.identifier}"


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
