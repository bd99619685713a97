"""A busy country: days on end with incidents, told by outlets that come, go silent and copy each other.

What belongs here: writing down many days with few words. What does not: assertions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tests.warehouse.world import World

FIRST = dt.date(2024, 1, 1)
OLD = ("Old One", "Old Two")


def busy_world() -> World:
    """Places and sides, and no news yet."""
    world = World()
    world.add("actor", actor_id="group.reds", name="Reds", kind="insurgent", country="PK")
    world.add("actor", actor_id="civilians", name="Civilians", kind="civilians")
    world.add(
        "place",
        place_id="gn.1",
        name="Mach",
        admin1="Balochistan",
        admin2="Kachhi",
        country="PK",
        latitude=29.86,
        longitude=67.33,
    )
    return world


def day(number: int) -> dt.date:
    """The day of a number, counted from 0."""
    return FIRST + dt.timedelta(days=number)


def happen(world: World, number: int, outlets: Sequence[str], count: int = 1, *, copies: str | None = None) -> None:
    """`count` attacks on a day, each told by every outlet that day; `copies`: all of one text."""
    on = day(number).isoformat()
    for _ in range(count):
        incident_id = f"i{len(world.rows['incident'])}"
        for outlet in outlets:
            document_id = f"d{len(world.rows['document'])}"
            text = "Reds attacked villagers in Mach, killing one."
            world.document(document_id, text, on, publisher=outlet, syndication_id=copies)
            world.mention(
                f"m{len(world.rows['mention'])}",
                document_id,
                text,
                "attacked",
                "armed_attack",
                incident_id,
                place_id="gn.1",
                place_text="Mach",
                occurred_from=day(number),
                occurred_to=day(number),
                date_precision="day",
                who=(("perpetrator", "group.reds", "Reds"), ("target", "civilians", "villagers")),
                toll=(("killed", "civilian", 1, 1, "killing one"),),
            )
        mentions = [row["mention_id"] for row in world.rows["mention"] if row["incident_id"] == incident_id]
        world.incident(
            incident_id,
            "armed_attack",
            on,
            country="PK",
            admin1="Balochistan",
            admin2="Kachhi",
            place_id="gn.1",
            place_name="Mach",
            latitude=29.86,
            longitude=67.33,
            geo_precision="exact",
            killed_low=1,
            killed_best=1,
            killed_high=1,
        )
        world.add(
            "incident_casualty",
            incident_id=incident_id,
            outcome="killed",
            victim_group="civilian",
            side="target",
            low=1,
            best=1,
            high=1,
            mention_ids=mentions,
        )
        world.add("incident_actor", incident_id=incident_id, role="perpetrator", actor_id="group.reds")
        world.add("incident_actor", incident_id=incident_id, role="target", actor_id="civilians")
