"""What is to be told to people: written down first, delivered after, and marked as delivered for each channel.

What belongs here: the outbox under the home. What does not: what is worth telling, or how it is sent (dagster_project).
An alert that no channel has taken yet is tried again; none is lost with a process, and none is sent twice to a channel
that took it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sitrep import files
from sitrep.store.home import Home

#: So often a channel is tried with one alert; afterwards it stands in the outbox as given up.
TRIES = 12


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that stood against publishing: where, how often, and what it found."""

    gate: str
    rule: str
    count: int
    observed: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """One message: what happened to which run, why, and where to look."""

    alert_id: str  # the run's id: a run is told of once
    title: str
    at: dt.datetime
    job: str
    batch_id: str | None
    findings: tuple[Finding, ...]
    error: str | None  # of a run that broke off, where no gate spoke
    link: str
    what_to_do: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """How far an alert got with one channel."""

    done: bool
    tries: int
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """An alert in the outbox, and how far it got with each channel."""

    alert: Alert
    deliveries: Mapping[str, Delivery] = field(default_factory=dict)

    def is_due(self, channel: str) -> bool:
        """Whether a channel has not taken it, and is to be tried again."""
        state = self.deliveries.get(channel)
        return state is None or (not state.done and state.tries < TRIES)


def put(home: Home, alert: Alert) -> bool:
    """Put an alert into the outbox; False where it is there already."""
    path = _path(home, alert.alert_id)
    if path.exists():
        return False
    _write(home, Posted(alert))
    return True


def outbox(home: Home) -> Iterator[Posted]:
    """All alerts, the oldest first."""
    found = [_read(path) for path in home.alerts.glob("*.json")]
    yield from sorted(found, key=lambda one: (one.alert.at, one.alert.alert_id))


def mark(home: Home, posted: Posted, channel: str, error: str | None) -> Posted:
    """Note that a channel took an alert, or why it did not."""
    tries = posted.deliveries[channel].tries if channel in posted.deliveries else 0
    state = Delivery(done=error is None, tries=tries + 1, error=error)
    marked = Posted(posted.alert, {**posted.deliveries, channel: state})
    _write(home, marked)
    return marked


def delivered_before(home: Home, before: dt.datetime) -> list[Path]:
    """The files of alerts of long ago."""
    return [_path(home, one.alert.alert_id) for one in outbox(home) if one.alert.at < before]


def _path(home: Home, alert_id: str) -> Path:
    return home.alerts / f"{alert_id}.json"


def _write(home: Home, posted: Posted) -> None:
    alert = {**asdict(posted.alert), "at": posted.alert.at.isoformat()}
    sent = {channel: asdict(state) for channel, state in posted.deliveries.items()}
    files.write_json(_path(home, posted.alert.alert_id), {"alert": alert, "deliveries": sent})


def _read(path: Path) -> Posted:
    raw = files.read_json(path)
    said = raw["alert"]
    findings = tuple(Finding(**one) for one in said["findings"])
    alert = Alert(**{**said, "at": dt.datetime.fromisoformat(said["at"]), "findings": findings})
    return Posted(alert, {channel: Delivery(**state) for channel, state in raw["deliveries"].items()})
