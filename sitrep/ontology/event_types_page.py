"""The page of the event types for readers: docs/event-types.md, made from event_types.yaml.

What belongs here: how the page looks, and why some sub-events of ACLED are not reached.
What does not: what the types mean (event_types.yaml). Run as a module, it prints the page.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitrep.ontology.types import ACLED_SUB_EVENTS, PLOVER_EVENTS, EventType, EventTypes, load_types

#: Why no event type stands for a sub-event of ACLED, and where its happenings are found instead.
ACLED_NOT_REACHED = {
    "Change to group/activity": "splits, mergers and renamings of groups are no event type of the contract",
    "Chemical weapon": "means are not kept apart so far: found under `shelling`, `air_strike` or `armed_attack`",
    "Excessive force against protesters": "force against a crowd is an event of its own: `violence_against_civilians`",
    "Government regains territory": "`territorial_change` does not say which side gained; its perpetrator does",
    "Grenade": "means are not kept apart so far: found under `bombing`",
    "Headquarters or base established": "no event type of the contract; often told with `mobilize` or `seizure`",
    "Mob violence": "found under `riot`, which does not say whether the crowd demonstrated first",
    "Protest with intervention": "the protest is a `protest`, the intervention a `security_operation` or an `arrest`",
}

_INTRODUCTION = """\
# Event types

Made from `sitrep/ontology/event_types.yaml` by `python -m sitrep.ontology.event_types_page`; do not edit by hand.

A mention has the type that the text supports; an incident has the most specific type of its mentions. PLOVER's names
are those of its manual of 17 September 2021 (DEMAND is called REQUEST since), ACLED's those of its codebook of 2024.
A dash says that the other codebook does not code such events.
"""


def render(types: EventTypes) -> str:
    """The whole page as Markdown."""
    parts = [_INTRODUCTION, _overview(types), _plover(types), _acled(types), *(_section(t) for t in types.values())]
    return "\n".join(parts)


def _row(cells: Iterable[str | None]) -> str:
    return "| " + " | ".join(cell or "–" for cell in cells) + " |"


def _overview(types: EventTypes) -> str:
    head = ["event_type", "class", "broader", "PLOVER", "ACLED", "CAMEO"]
    rows = [_row(head), _row(["---"] * len(head))]
    for entry in types.values():
        plover = " · ".join(filter(None, (entry.plover_event, entry.plover_mode)))
        acled = f"{entry.acled_event_type}: {entry.acled_sub_event_type}" if entry.acled else None
        broader = ", ".join(f"`{name}`" for name in entry.broader)
        name = f"[`{entry.event_type}`](#{entry.event_type})"
        rows.append(_row([name, entry.event_class, broader, plover, acled, entry.cameo_root]))
    return "\n".join(rows) + "\n"


def _plover(types: EventTypes) -> str:
    rows = ["## PLOVER", "", _row(["event", "reached by"]), _row(["---", "---"])]
    for event in PLOVER_EVENTS:
        rows.append(_row([event, ", ".join(f"`{t.event_type}`" for t in types.values() if t.plover_event == event)]))
    return "\n".join(rows) + "\n"


def _acled(types: EventTypes) -> str:
    reached = {entry.acled_sub_event_type for entry in types.values()}
    rows = ["## Sub-events of ACLED that are not reached", "", _row(["event", "sub-event", "why"]), _row(["---"] * 3)]
    for event, sub_events in ACLED_SUB_EVENTS.items():
        rows += [_row([event, sub, ACLED_NOT_REACHED.get(sub)]) for sub in sub_events if sub not in reached]
    return "\n".join(rows) + "\n"


def _section(entry: EventType) -> str:
    lines = [f"## {entry.event_type}", "", f"**{entry.label}.** {entry.definition}", ""]
    lines += [f"- {text}" for text in entry.examples]
    lines += [f"- Not: {counter.text} ({counter.instead})" for counter in entry.counter_examples]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(render(load_types()), end="")
