"""A small world written down row by row: documents with sentences, and what they tell, as frames of the warehouse.

What belongs here: building frames with few words, offsets worked out from the text. What does not: assertions.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from functools import cache
from typing import Any

import pandas as pd

from sitrep.ontology.types import load_types
from sitrep.warehouse import event_type_frame, tables

CLOCK = dt.datetime(2024, 2, 1, 12, tzinfo=dt.UTC)
DEFAULTS: dict[str, dict[str, Any]] = {
    "delivery": {"source_name": "feed", "batch_id": "b1", "arrived_at": CLOCK, "outcome": "published"},
    "document": {
        "source_name": "feed",
        "published_precision": "unknown",
        "published_basis": "unknown",
        "language": "en",
        "media_type": "text/plain",
        "encoding": "utf-8",
        "batch_id": "b1",
        "ingested_at": CLOCK,
    },
    "mention": {
        "modality": "asserted",
        "is_background": False,
        "is_aggregate": False,
        "date_precision": "unknown",
        "date_basis": "unknown",
        "rule_id": "r1",
        "engine": "rules",
        "engine_version": "1",
        "confidence": 0.9,
    },
    "mention_actor": {"certainty": "stated"},
    "incident": {"date_precision": "unknown", "geo_precision": "unknown", "toll_disputed": False},
    "incident_casualty": {"side": "unknown"},
    "incident_actor": {"mention_count": 1, "certainty": "stated", "disputed": False},
    "incident_revision": {"changed_at": CLOCK, "documents": []},
    "actor": {"aliases": []},
    "place": {"aliases": [], "level": "place"},
    "quarantine": {"status": "open", "quarantined_at": CLOCK, "batch_id": "b1"},
    "check_result": {"run_id": "run1", "severity": "blocking", "success": True, "checked_at": CLOCK},
}


@cache
def columns() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Schema and columns of each table that frames fill."""
    return {
        table.name: (table.schema, tuple(column.name for column in table.columns))
        for table in tables()
        if table.schema in ("core", "quality") and table.name != "country"
    }


class World:
    """Rows by table, written one at a time."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(self, table: str, **values: Any) -> dict[str, Any]:
        """A row as it is, with the table's defaults."""
        row = {**DEFAULTS.get(table, {}), **values}
        self.rows[table].append(row)
        return row

    def document(self, document_id: str, text: str, on: str | None = None, **values: Any) -> None:
        """A document with its delivery; `on` is the day of publication, at noon UTC."""
        day = dt.date.fromisoformat(on) if on else None
        at = dt.datetime.combine(day, dt.time(12), dt.UTC) if day else None
        path = values.pop("raw_path", f"{document_id}.txt")
        values = {
            "published_at": at,
            "published_on": day,
            "published_precision": "second" if day else "unknown",
            "published_basis": "metadata" if day else "unknown",
            "clean_text": text,
            "clean_chars": len(text),
            "raw_chars": len(text),
            "raw_sha256": hashlib.sha256(text.encode()).hexdigest(),
            **values,
        }
        row = self.add("document", document_id=document_id, raw_path=path, **values)
        self.add(
            "delivery",
            delivery_id=f"delivery of {document_id}",
            document_id=document_id,
            raw_path=path,
            source_name=row["source_name"],
            publisher=row.get("publisher"),
            published_at=at,
        )

    def cut(self, document_id: str, raw_start: int, text: str, rule_id: str = "share_buttons") -> None:
        """A stretch that was removed; the document's raw text grows by it."""
        self.add(
            "cut",
            document_id=document_id,
            raw_start=raw_start,
            raw_end=raw_start + len(text),
            rule_id=rule_id,
            text=text,
        )
        self.row("document", document_id)["raw_chars"] += len(text)

    def row(self, table: str, key: str) -> dict[str, Any]:
        """The row whose first column is the key."""
        return next(row for row in self.rows[table] if row[columns()[table][1][0]] == key)

    def mention(
        self,
        mention_id: str,
        document_id: str,
        sentence: str,
        trigger: str,
        event_type: str,
        incident_id: str | None = None,
        *,
        who: tuple[tuple[str, str, str], ...] = (),
        toll: tuple[tuple[str, str, int, int | None, str], ...] = (),
        **values: Any,
    ) -> None:
        """A mention: `who` as (role, actor_id, name), `toll` as (outcome, group, low, high, quote)."""
        text = self.row("document", document_id)["clean_text"]
        start = text.index(sentence)
        at = start + sentence.index(trigger)
        self.add(
            "mention",
            **{
                "mention_id": mention_id,
                "document_id": document_id,
                "event_type": event_type,
                "trigger": trigger,
                "trigger_start": at,
                "trigger_end": at + len(trigger),
                "sentence": sentence,
                "char_start": start,
                "char_end": start + len(sentence),
                "raw_start": start,
                "raw_end": start + len(sentence),
                "incident_id": incident_id,
                "unresolved_reason": None if incident_id else "denied",
                **values,
            },
        )
        for role, actor_id, name in who:
            begin = start + sentence.index(name)
            self.add(
                "mention_actor",
                mention_id=mention_id,
                role=role,
                actor_id=actor_id,
                name=name,
                char_start=begin,
                char_end=begin + len(name),
            )
        for outcome, group, low, high, quote in toll:
            begin = start + sentence.index(quote)
            self.add(
                "mention_casualty",
                mention_id=mention_id,
                outcome=outcome,
                victim_group=group,
                low=low,
                high=high,
                quote=quote,
                char_start=begin,
                char_end=begin + len(quote),
                attributed_to=values.get("attributed_to"),
            )

    def incident(self, incident_id: str, event_type: str, on: str | None = None, **values: Any) -> None:
        """An incident; its counts are worked out from its mentions, which come before it."""
        mentions = [row for row in self.rows["mention"] if row["incident_id"] == incident_id]
        documents = [self.row("document", one) for one in sorted({row["document_id"] for row in mentions})]
        day = dt.date.fromisoformat(on) if on else None
        self.add(
            "incident",
            **{
                "incident_id": incident_id,
                "event_type": event_type,
                "event_class": load_types()[event_type].event_class,
                "occurred_from": day,
                "occurred_to": day,
                "date_precision": "day" if day else "unknown",
                "mention_count": len(mentions),
                "document_count": len(documents),
                "publisher_count": len({one.get("publisher") or one["source_name"] for one in documents}),
                "origin_count": len({one.get("syndication_id") or one["document_id"] for one in documents}),
                "first_reported_at": min(
                    (one["published_at"] for one in documents if one["published_at"]), default=None
                ),
                **values,
            },
        )

    def frames(self) -> tuple[dict[str, pd.DataFrame], dict[str, pd.DataFrame]]:
        """The frames of core and of quality."""
        made: dict[str, dict[str, pd.DataFrame]] = {"core": {}, "quality": {}}
        for table, (schema, names) in columns().items():
            listed = [{name: row.get(name) for name in names} for row in self.rows[table]]
            made[schema][table] = pd.DataFrame(listed, columns=list(names))
        made["core"]["event_type"] = event_type_frame(load_types())
        return made["core"], made["quality"]


def small_world() -> World:
    """A bombing with disputed toll, a retaliation, its condemnation, a denial, a protest; copies and a correction."""
    world = World()
    _actors_and_places(world)
    _bombing(world)
    _strikes(world)
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


def _bombing(world: World) -> None:
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
    where = {"place_id": "gn.1", "place_text": "Mach", "place_relation": "near", "geo_precision": "near"}
    when = {
        "time_text": "on Tuesday",
        "occurred_from": dt.date(2024, 1, 16),
        "occurred_to": dt.date(2024, 1, 16),
        "date_precision": "day",
        "date_basis": "weekday",
    }
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
            **where,
            **when,
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
        **where,
    )
    world.incident(
        "i1",
        "bombing",
        "2024-01-16",
        ucdp_type="state_based",
        place_id="gn.1",
        place_name="Mach",
        admin1="Balochistan",
        admin2="Kachhi",
        country="PK",
        latitude=29.86,
        longitude=67.33,
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
    world.add(
        "incident_revision", incident_id="i1", revision=1, published_seq=1, change={"new": True}, documents=["d1"]
    )
    world.add(
        "incident_revision",
        incident_id="i1",
        revision=2,
        published_seq=2,
        documents=["d4"],
        changed_at=CLOCK + dt.timedelta(days=1),
        change={"killed_best": [5, 6]},
        state={"killed_best": 6},
    )
    world.add("incident_alias", alias_id="i0", incident_id="i1")


def _strikes(world: World) -> None:
    strike = (
        "The army struck Red Front camps in Kachhi on Saturday in retaliation for the bombing, "
        "killing three militants and two villagers."
    )
    world.document(
        "d5", f"{strike} Iran condemned the strikes.", "2024-01-21", publisher="Herald B", title="Army strikes"
    )
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
        place_id="gn.1",
        place_name="Mach",
        admin1="Balochistan",
        admin2="Kachhi",
        country="PK",
        latitude=29.86,
        longitude=67.33,
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
