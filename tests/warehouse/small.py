"""The small world: a bombing with disputed toll, a retaliation, its condemnation, a denial, a protest.

What belongs here: the story. What does not: how it is written down (world).
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.warehouse.world import CLOCK, World

MACH: dict[str, Any] = {
    "place_id": "gn.1",
    "place_name": "Mach",
    "admin1": "Balochistan",
    "admin2": "Kachhi",
    "country": "PK",
    "latitude": 29.86,
    "longitude": 67.33,
}
NEAR_MACH = {
    "place_id": "gn.1",
    "place_text": "Mach",
    "place_relation": "near",
    "geo_precision": "near",
    "place_basis": "stated",
}
ON_TUESDAY: dict[str, Any] = {
    "time_text": "on Tuesday",
    "occurred_from": dt.date(2024, 1, 16),
    "occurred_to": dt.date(2024, 1, 16),
    "date_precision": "day",
    "date_basis": "weekday",
}


def small_world() -> World:
    """A bombing with disputed toll, a retaliation, its condemnation, a denial, a protest; copies and a correction."""
    world = World()
    _actors_and_places(world)
    _reports_of_the_bombing(world)
    _mentions_of_the_bombing(world)
    _the_bombing(world)
    _revisions_of_the_bombing(world)
    _report_of_the_strikes(world)
    _the_strikes(world)
    _protest(world)
    _quality(world)
    return world


def _actors_and_places(world: World) -> None:
    world.add("actor", actor_id="military.pk", name="Pakistan Army", kind="military", country="PK")
    world.add("actor", actor_id="group.red-front", name="Red Front", kind="insurgent", country="PK")
    world.add("actor", actor_id="state.ir", name="Iran", kind="state", country="IR")
    world.add("actor", actor_id="civilians", name="Civilians", kind="civilians")
    world.add("actor", actor_id="unidentified.gunmen", name="Gunmen", kind="unidentified")
    world.add(
        "place",
        place_id="gn.1",
        name="Mach",
        admin1="Balochistan",
        admin2="Kachhi",
        country="PK",
        latitude=29.86,
        longitude=67.33,
        geonames_id=1,
        aliases=["Machh"],
    )
    world.add(
        "place",
        place_id="adm2.PK.kachhi",
        name="Kachhi",
        admin1="Balochistan",
        admin2="Kachhi",
        country="PK",
        latitude=29.5,
        longitude=67.5,
        level="admin2",
    )
    world.add("place", place_id="country.IR", name="Iran", country="IR", level="country")


def _reports_of_the_bombing(world: World) -> None:
    world.document(
        "d1",
        "A bomb killed five soldiers near Mach on Tuesday, the army said. The Red Front claimed the attack.",
        "2024-01-17",
        publisher="Daily A",
        title="Bomb kills five soldiers",
        url="https://a.example/1",
        syndication_id="s1",
    )
    world.cut("d1", 98, "\nShare this")
    world.document(
        "d2",
        "At least seven people were killed when a bomb hit an army truck near Mach, witnesses said.",
        "2024-01-17",
        publisher="Herald B",
        title="Seven killed in Mach",
        url="https://b.example/1",
    )
    world.document(
        "d3",
        "A bomb killed five soldiers near Mach on Tuesday, the army said.",
        "2024-01-18",
        publisher="Morning C",
        near_duplicate_of="d1",
        similarity=0.97,
        syndication_id="s1",
    )
    world.document(
        "d4",
        "A bomb killed six soldiers near Mach on Tuesday, the army said.",
        "2024-01-19",
        publisher="Daily A",
        title="Toll rises to six",
        url="https://a.example/1",
        supersedes="d1",
    )
    world.add(
        "shared_passage", document_id="d3", other_document_id="d1", char_start=0, char_end=63, other_start=0,
        other_end=63, similarity=0.97,
    )  # fmt: skip


def _mentions_of_the_bombing(world: World) -> None:
    for number, document, count in ((1, "d1", "five"), (4, "d3", "five"), (5, "d4", "six")):
        figure = {"five": 5, "six": 6}[count]
        world.mention(
            f"m{number}",
            document,
            f"A bomb killed {count} soldiers near Mach on Tuesday, the army said.",
            "bomb",
            "bombing",
            "i1",
            who=(("target", "military.pk", "soldiers"),),
            attributed_to="the army",
            toll=(("killed", "security_force", figure, figure, f"{count} soldiers"),),
            **NEAR_MACH,
            **ON_TUESDAY,
        )
    world.mention(
        "m2",
        "d1",
        "The Red Front claimed the attack.",
        "attack",
        "bombing",
        "i1",
        who=(("claimant", "group.red-front", "Red Front"),),
    )
    world.mention(
        "m3",
        "d2",
        "At least seven people were killed when a bomb hit an army truck near Mach, witnesses said.",
        "bomb",
        "bombing",
        "i1",
        who=(("target", "military.pk", "army"),),
        attributed_to="witnesses",
        toll=(("killed", "total", 7, None, "At least seven people"),),
        **NEAR_MACH,
    )


def _the_bombing(world: World) -> None:
    world.incident(
        "i1",
        "bombing",
        "2024-01-16",
        ucdp_type="state_based",
        **MACH,
        geo_precision="near",
        killed_low=6,
        killed_best=6,
        killed_high=7,
        toll_disputed=True,
        toll_rule="latest_official",
        headline="Toll rises to six",
    )
    world.add(
        "incident_casualty",
        incident_id="i1",
        outcome="killed",
        victim_group="security_force",
        side="target",
        low=5,
        best=6,
        high=6,
        mention_ids=["m1", "m4", "m5"],
    )
    world.add(
        "incident_casualty",
        incident_id="i1",
        outcome="killed",
        victim_group="total",
        side="target",
        low=6,
        best=6,
        high=None,
        mention_ids=["m3"],
    )
    world.add("incident_actor", incident_id="i1", role="target", actor_id="military.pk", mention_count=4)
    world.add("incident_actor", incident_id="i1", role="claimant", actor_id="group.red-front", certainty="claimed")


def _revisions_of_the_bombing(world: World) -> None:
    world.add(
        "incident_revision",
        incident_id="i1",
        revision=1,
        published_seq=1,
        change={"killed_best": [None, 5]},
        documents=["d1"],
        state={"incident": {"event_type": "bombing", "killed_best": 5}, "casualties": [], "actors": [], "links": []},
    )
    world.add(
        "incident_revision",
        incident_id="i1",
        revision=2,
        published_seq=2,
        documents=["d4"],
        changed_at=CLOCK + dt.timedelta(days=1),
        change={"killed_best": [5, 6]},
        state={
            "incident": {"event_type": "bombing", "killed_best": 6, "occurred_from": "2024-01-16"},
            "casualties": [
                {
                    "outcome": "killed",
                    "victim_group": "total",
                    "side": "target",
                    "low": 6,
                    "best": 6,
                    "mention_ids": ["m3"],
                }
            ],
            "actors": [{"role": "target", "actor_id": "military.pk", "mention_count": 4, "certainty": "stated"}],
            "links": [],
        },
    )
    world.add("incident_alias", alias_id="i0", incident_id="i1")


def _report_of_the_strikes(world: World) -> None:
    strike = (
        "The army struck Red Front camps in Kachhi on Saturday in retaliation for the bombing, "
        "killing three militants and two villagers."
    )
    world.document(
        "d5", f"{strike} Iran condemned the strikes.", "2024-01-21", publisher="Herald B", title="Army strikes"
    )
    world.cut("d5", 0, "Menu | News | Weather\n", rule_id="menu")
    world.mention(
        "m6",
        "d5",
        strike,
        "struck",
        "air_strike",
        "i2",
        place_id="adm2.PK.kachhi",
        place_text="Kachhi",
        place_relation="in",
        geo_precision="admin2",
        occurred_from=dt.date(2024, 1, 20),
        occurred_to=dt.date(2024, 1, 20),
        date_precision="day",
        date_basis="weekday",
        time_text="on Saturday",
        who=(("perpetrator", "military.pk", "army"), ("target", "group.red-front", "Red Front")),
        toll=(("killed", "militant", 3, 3, "three militants"), ("killed", "civilian", 2, 2, "two villagers")),
    )
    world.mention(
        "m7",
        "d5",
        "Iran condemned the strikes.",
        "condemned",
        "condemn",
        "i3",
        who=(("perpetrator", "state.ir", "Iran"),),
    )
    world.mention(
        "m8",
        "d5",
        "Iran condemned the strikes.",
        "strikes",
        "air_strike",
        None,
        modality="habitual",
        unresolved_reason="habitual",
    )


def _the_strikes(world: World) -> None:
    world.incident(
        "i2",
        "air_strike",
        "2024-01-20",
        ucdp_type="state_based",
        place_id="adm2.PK.kachhi",
        place_name="Kachhi",
        admin1="Balochistan",
        admin2="Kachhi",
        country="PK",
        latitude=29.5,
        longitude=67.5,
        geo_precision="admin2",
        killed_low=5,
        killed_best=5,
        killed_high=5,
        toll_rule="latest_official",
        headline="Army strikes",
    )
    world.incident("i3", "condemn", "2024-01-21", headline="Iran condemned the strikes.")
    world.add(
        "incident_casualty",
        incident_id="i2",
        outcome="killed",
        victim_group="militant",
        side="target",
        low=3,
        best=3,
        high=3,
        mention_ids=["m6"],
    )
    world.add(
        "incident_casualty",
        incident_id="i2",
        outcome="killed",
        victim_group="civilian",
        side="target",
        low=2,
        best=2,
        high=2,
        mention_ids=["m6"],
    )
    world.add("incident_actor", incident_id="i2", role="perpetrator", actor_id="military.pk")
    world.add("incident_actor", incident_id="i2", role="target", actor_id="group.red-front")
    world.add("incident_actor", incident_id="i3", role="perpetrator", actor_id="state.ir")
    world.add("incident_link", incident_id="i2", relation="retaliation_for", related_incident_id="i1", mention_id="m6")
    world.add("incident_link", incident_id="i3", relation="condemns", related_incident_id="i2", mention_id="m7")
    world.add(
        "join_evidence",
        mention_id="m1",
        other_mention_id="m3",
        incident_id="i1",
        decision="joined",
        score=4.0,
        reasons=["same place", "same day"],
    )


def _protest(world: World) -> None:
    text = "Shopkeepers protested in Mach in January."
    world.document("d6", text, None, title="<b>Protest</b> & more", source_name="archive")
    world.mention(
        "m9",
        "d6",
        text,
        "protested",
        "protest",
        "i4",
        place_id="gn.1",
        place_text="Mach",
        place_relation="in",
        geo_precision="exact",
        who=(("perpetrator", "civilians", "Shopkeepers"),),
        occurred_from=dt.date(2024, 1, 1),
        occurred_to=dt.date(2024, 1, 31),
        date_precision="month",
    )
    world.incident(
        "i4",
        "protest",
        **MACH,
        geo_precision="exact",
        occurred_from=dt.date(2024, 1, 1),
        occurred_to=dt.date(2024, 1, 31),
        date_precision="month",
    )
    world.add("incident_actor", incident_id="i4", role="perpetrator", actor_id="civilians")


def _quality(world: World) -> None:
    world.add(
        "delivery",
        delivery_id="second of d2",
        document_id="d2",
        raw_path="again.txt",
        outcome="duplicate",
        source_name="other",
        batch_id="b2",
    )
    world.add("delivery", delivery_id="refused", document_id="d9", raw_path="empty.txt", outcome="quarantined")
    world.add(
        "quarantine",
        quarantine_id="q1",
        stage="raw_text",
        row_key="refused",
        document_id="d9",
        delivery_id="refused",
        reasons=["raw_size: 0 bytes <script>"],
        payload={"raw_path": "empty.txt"},
    )
    world.add(
        "check_result",
        batch_id="b1",
        stage="raw_text",
        suite="raw_text",
        expectation="rows",
        observed="6",
        unexpected_count=0,
    )
