"""`sitrep status`: what a home holds and where each batch stands.

What belongs here: the answer to "is all well?". What does not: mending it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

from dagster_project.cli import show
from dagster_project.cli.options import HomeOption, existing_home, settings_of
from sitrep.store import batches, decisions, intake, ledger, publishes
from sitrep.store.home import Home

_SHOWN = 20


def command(home: HomeOption = None) -> None:
    """Say what the home holds: the warehouse, batches, what is in quarantine and why."""
    place = existing_home(home)
    chosen = settings_of(place)
    out = show.console()
    out.print(f"Home: {place.path}")
    out.print(_warehouse(place))
    out.print(_landing(intake.waiting(place, chosen, dt.datetime.now(dt.UTC))))
    states = batches.states(place, publishes.held(place))
    counts = Counter(states.values())
    out.print("Batches: " + ", ".join(f"{count} {state}" for state, count in counts.items()))
    rows = [_row(place, one, state) for one, state in list(states.items())[-_SHOWN:]]
    out.print(show.table("", ("batch", "arrived", "as of", "documents", "state", "refused by"), rows))
    refused = ledger.quarantine(ledger.verdicts(place), decisions.dismissals(place))
    waiting = refused[refused["status"] == "open"]
    why = zip(waiting["stage"], waiting["reasons"], strict=True)
    found = Counter((stage, reasons[0].partition(":")[0]) for stage, reasons in why)
    if found:
        rows = [(stage, rule, count) for (stage, rule), count in found.most_common()]
        out.print(show.table("In quarantine", ("stage", "rule", "rows"), rows))


def _warehouse(home: Home) -> str:
    last = publishes.last(home)
    if last is None or not home.warehouse_file.exists():
        return "Warehouse: none yet"
    size = home.warehouse_file.stat().st_size / 1_000_000
    return f"Warehouse: {home.warehouse_file} (publish {last.seq}, {last.at:%Y-%m-%d %H:%M} UTC, {size:.1f} MB)"


def _landing(found: intake.Waiting) -> str:
    parts = [f"{found.settled} files wait for the sensor"] if found.settled else []
    parts += [f"{found.settling} still change"] if found.settling else []
    parts += [f"cannot be looked into: {'; '.join(found.closed)}"] if found.closed else []
    return f"Landing: {', '.join(parts) or 'no file waits'}"


def _row(home: Home, batch_id: str, state: str) -> tuple[str, ...]:
    batch, mark = batches.read_batch(home, batch_id), batches.refusal(home, batch_id)
    rules = ", ".join(rule.rule for rule in mark.rules) if mark else ""
    arrived = f"{batch.created_at:%Y-%m-%d %H:%M}"
    return batch_id, arrived, batch.as_of.isoformat(), str(batch.deliveries), state, rules
