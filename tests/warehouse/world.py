"""A small world written down row by row: documents with sentences, and what they tell, as frames of the warehouse.

What belongs here: building frames with few words, offsets worked out from the text. What does not: assertions.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from functools import cache
from typing import Any

import duckdb
import pandas as pd

from sitrep.ontology.types import EventTypes, load_types
from sitrep.warehouse import event_type_frame, sqlfiles, tables
from sitrep.warehouse.build import CONFIG, create_tables
from sitrep.warehouse.load import describe, load

Who = tuple[tuple[str, str, str], ...]  # role, actor_id, name
Toll = tuple[tuple[str, str, int, int | None, str], ...]  # outcome, group, low, high, quote
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
def types() -> EventTypes:
    """The ontology's event types."""
    return load_types()


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
        who: Who = (),
        toll: Toll = (),
        **values: Any,
    ) -> None:
        """A mention, with who is named in it and the figures that it gives."""
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
        self._who(mention_id, start, sentence, who)
        self._toll(mention_id, start, sentence, toll, values.get("attributed_to"))

    def _who(self, mention_id: str, start: int, sentence: str, who: Who) -> None:
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

    def _toll(self, mention_id: str, start: int, sentence: str, toll: Toll, attributed_to: str | None) -> None:
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
                attributed_to=attributed_to,
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
                "event_class": types()[event_type].event_class,
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
        self._place_in_raw_text()
        made: dict[str, dict[str, pd.DataFrame]] = {"core": {}, "quality": {}}
        for table, (schema, names) in columns().items():
            listed = [{name: row.get(name) for name in names} for row in self.rows[table]]
            made[schema][table] = pd.DataFrame(listed, columns=list(names))
        made["core"]["event_type"] = event_type_frame(types())
        return made["core"], made["quality"]

    def _place_in_raw_text(self) -> None:
        """Where the sentences stand in the raw text: after as many characters more as were cut before them."""
        for row in self.rows["mention"]:
            row["raw_start"] = self.raw_offset(row["document_id"], row["char_start"])
            row["raw_end"] = self.raw_offset(row["document_id"], row["char_end"] - 1) + 1

    def raw_offset(self, document_id: str, offset: int) -> int:
        """The place in the raw text of a character of the clean text."""
        cuts = [row for row in self.rows["cut"] if row["document_id"] == document_id]
        for cut in sorted(cuts, key=lambda row: row["raw_start"]):
            if cut["raw_start"] <= offset:
                offset += cut["raw_end"] - cut["raw_start"]
        return offset


def ask(world: World, query: str) -> list[dict[str, Any]]:
    """The rows of a query on a world in memory, with the marts that it reads and no others: quicker than a file."""
    connection = _without_rows()
    connection.execute("begin")
    try:
        for schema, frames in zip(("core", "quality"), world.frames(), strict=True):
            columns = describe(connection, schema)
            for name, frame in frames.items():
                load(connection, columns[name], frame)
        for mart in _needed(query):
            connection.execute(f"create {mart.field('Kind')} mart.{mart.name} as {mart.body}")
        rows: list[dict[str, Any]] = connection.sql(query).to_arrow_table().to_pylist()
        return rows
    finally:
        connection.execute("rollback")


@cache
def _without_rows() -> duckdb.DuckDBPyConnection:
    """The tables as they are made, once a process: each question takes back what it put in."""
    connection = duckdb.connect(config=CONFIG)
    connection.execute("set TimeZone = 'UTC'")
    create_tables(connection)
    return connection


def _needed(query: str) -> list[sqlfiles.SqlFile]:
    """The marts that a query reads, and those that they read, in their order."""
    wanted = set(sqlfiles.tables_read(query))
    needed: list[sqlfiles.SqlFile] = []
    for mart in reversed(sqlfiles.marts()):
        if f"mart.{mart.name}" in wanted:
            wanted |= sqlfiles.tables_read(mart.body)
            needed.insert(0, mart)
    return needed
