"""Which incidents a publish reaches, and the part of the warehouse that they stand on.

What belongs here: the way from changed rows to incidents, and a catalog of its own in memory that holds of each table
of core what those incidents rest on. What does not: changing rows (amend), which marts there are (marts).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import duckdb
import pyarrow as pa

from sitrep.warehouse.sqlfiles import SqlFile

#: The catalog beside that of the file.
_PART = "part"
#: From a changed row of a table (by its id in `changed`) to the incidents whose marts may say something else by it.
_WAYS: Mapping[str, tuple[str, str]] = {
    "incident": ("incident_id", "select id from changed"),
    "incident_casualty": ("incident_id", "select id from changed"),
    "incident_actor": ("incident_id", "select id from changed"),
    "incident_link": ("incident_id", "select id from changed"),
    "incident_revision": ("incident_id", "select id from changed"),
    "mention": ("mention_id", "select incident_id from core.mention where mention_id in (from changed)"),
    "mention_actor": ("mention_id", "select incident_id from core.mention where mention_id in (from changed)"),
    "mention_casualty": ("mention_id", "select incident_id from core.mention where mention_id in (from changed)"),
    # A text that replaces another one makes history of what that one said.
    "document": (
        "document_id",
        "select incident_id from core.mention where document_id in ("
        " from changed union all select supersedes from core.document where document_id in (from changed))",
    ),
    "actor": ("actor_id", "select incident_id from core.incident_actor where actor_id in (from changed)"),
    "place": ("place_id", "select incident_id from core.incident where place_id in (from changed)"),
}
#: Tables of which no mart that is renewed by incidents knows anything.
_BESIDE = frozenset({"delivery", "cut", "shared_passage", "incident_alias", "join_evidence"})
_OF_INCIDENT = f"semi join {_PART}.reached using (incident_id)"
_OF_MENTION = f"semi join {_PART}.core.mention as told using (mention_id)"
#: What the part holds of each table, those that others hang on first.
_HELD: Mapping[str, str] = {
    "incident": _OF_INCIDENT,
    "incident_casualty": _OF_INCIDENT,
    "incident_actor": _OF_INCIDENT,
    "incident_link": _OF_INCIDENT,
    "incident_revision": _OF_INCIDENT,
    "mention": _OF_INCIDENT,
    "mention_actor": _OF_MENTION,
    "mention_casualty": _OF_MENTION,
    "document": f"where document_id in (select document_id from {_PART}.core.mention)"
    f" or supersedes in (select document_id from {_PART}.core.mention)",
    "actor": "",
    "place": "",
    "country": "",
    "event_type": "",
}


class Part:
    """What a publish reaches of the warehouse on a connection.

    `note` is asked before and after rows change: what they stood in, and what they stand in.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        ((name,),) = connection.execute("select current_catalog()").fetchall()
        self._file = '"' + name.replace('"', '""') + '"'  # a file's name may hold anything
        connection.execute(f"attach ':memory:' as {_PART}")
        for schema in ("core", "mart"):
            connection.execute(f"create schema {_PART}.{schema}")
        connection.execute(f"create table {_PART}.reached (incident_id varchar primary key)")

    @staticmethod
    def can_follow(tables: Collection[str]) -> bool:
        """Whether it is known what a change of these tables reaches."""
        return set(tables) <= _WAYS.keys() | _BESIDE

    def note(self, changed: Mapping[str, Collection[pa.Table]]) -> None:
        """Adds the incidents that rows reach: tables of core with their keys, or whole rows, as things stand now."""
        for name in sorted(changed.keys() & _WAYS.keys()):
            column, way = _WAYS[name]
            ids = [chunk for rows in changed[name] for chunk in rows[column].cast(pa.string()).chunks]
            self._connection.register("changed", pa.table({"id": pa.chunked_array(ids, pa.string())}))
            self._connection.execute(
                f"insert or ignore into {_PART}.reached"
                f" select distinct * from ({way}) as found(incident_id) where incident_id is not null"
            )
            self._connection.unregister("changed")

    def take(self) -> None:
        """Takes from the file what the incidents rest on, as it stands now."""
        for name, which in _HELD.items():
            rows = f"select t.* from {self._file}.core.{name} as t {which}"
            self._connection.execute(f"create table {_PART}.core.{name} as {rows}")

    def incidents(self) -> frozenset[str]:
        """The incidents reached, those too that are no more."""
        return frozenset(one for (one,) in self._connection.execute(f"from {_PART}.reached").fetchall())

    def make(self, mart: SqlFile) -> None:
        """Makes a mart from the part alone: what it reads besides is not there, and an error."""
        self._connection.execute(f"use {_PART}")
        try:
            self._connection.execute(f"create {mart.field('Kind')} mart.{mart.name} as\n{mart.body}")
        finally:
            self._connection.execute(f"use {self._file}")

    def put_back(self, mart: SqlFile, incident: str) -> None:
        """Puts the rows of a mart of the part in the place of those that the file has of the incidents."""
        table = f"{self._file}.mart.{mart.name}"
        self._connection.execute(f"delete from {table} where {incident} in (from {_PART}.reached)")
        self._connection.execute(f"insert into {table} from {_PART}.mart.{mart.name}")
