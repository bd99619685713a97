"""What a publish must know of earlier ones: asked for piece by piece, so that a batch costs what it touches.

What belongs here: the questions, with the answers of a warehouse file through an open connection, and the tables of
the schema `resolution` that answer what the tables of `core` do not. What does not: deciding anything. A memory that
knows nothing answers every question with nothing: that is how a warehouse is resolved from scratch.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from sitrep.resolve.model import Row
from sitrep.resolve.tables import MEMORY, SIGNATURE

#: Arrow types of the columns of schema `resolution`, as DuckDB names them.
_SQL_TYPES = {
    "string": "varchar", "int64": "bigint", "uint64": "ubigint", "double": "double", "bool": "boolean",
    str(SIGNATURE): "uinteger[]",
}  # fmt: skip


class Memory:
    """The answers of a warehouse file through an open connection; without one, nothing is known."""

    def __init__(self, connection: duckdb.DuckDBPyConnection | None = None) -> None:
        self._connection = connection
        if connection is not None:
            connection.execute("set TimeZone = 'UTC'")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return self._connection is None

    def _rows(self, sql: str, values: Collection[Any], kind: pa.DataType | None = None) -> list[Row]:
        """The rows of a query in which the table `wanted` holds the values asked for in column `value`."""
        if self._connection is None or not values:
            return []
        wanted = pa.table({"value": pa.array(sorted(set(values)), type=kind or pa.string())})
        self._connection.register("wanted", wanted)
        try:
            answer: pa.Table = self._connection.sql(sql).to_arrow_table()
            rows: list[Row] = answer.to_pylist()
            return rows
        finally:
            self._connection.unregister("wanted")

    def documents(self, ids: Collection[str]) -> list[Row]:
        """Rows of core.document, with delivery_id and text_hash."""
        return self._rows(
            "select d.*, r.delivery_id, r.text_hash from core.document as d semi join wanted on d.document_id = value"
            " join resolution.document as r on r.document_id = d.document_id",
            ids,
        )

    def deliveries(self, ids: Collection[str]) -> list[Row]:
        """Rows of core.delivery."""
        return self._rows("select t.* from core.delivery as t semi join wanted on t.delivery_id = value", ids)

    def in_bands(self, bands: Collection[int]) -> list[Row]:
        """band, text_hash."""
        return self._rows(
            "select band, text_hash from resolution.band semi join wanted on band = value", bands, pa.uint64()
        )

    def signatures(self, hashes: Collection[str]) -> list[Row]:
        """text_hash, signature."""
        return self._rows(
            "select text_hash, signature from resolution.signature semi join wanted on text_hash = value", hashes
        )

    def alike(self, hashes: Collection[str]) -> list[Row]:
        """one, other, share: pairs of alike texts of which one is asked for."""
        return self._rows(
            'select "one", other, share from resolution.alike where "one" in (from wanted) or other in (from wanted)',
            hashes,
        )

    def with_hashes(self, hashes: Collection[str]) -> list[Row]:
        """text_hash, document_id."""
        return self._rows(
            "select text_hash, document_id from resolution.document semi join wanted on text_hash = value", hashes
        )

    def at_addresses(self, addresses: Collection[str]) -> list[Row]:
        """address, document_id."""
        return self._rows(
            "select address, document_id from resolution.document semi join wanted on address = value", addresses
        )

    def accounts(self, column: str, values: Collection[str]) -> list[Row]:
        """account_key, document_id, incident: by one of these columns."""
        return self._rows(
            f"select account_key, document_id, incident from resolution.account semi join wanted on {column} = value",
            values,
        )

    def found(self, asked: Collection[int], answered: Collection[int]) -> set[str]:
        """The accounts that answer under the first keys, or ask under the second."""
        under = "select distinct account_key from resolution.account_key semi join wanted on key = value"
        listed = self._rows(f"{under} where not asks", asked, pa.uint64())
        listed += self._rows(f"{under} where asks", answered, pa.uint64())
        return {row["account_key"] for row in listed}

    def mentions(self, document_ids: Collection[str]) -> list[Row]:
        """Rows of core.mention, with seen_seq."""
        return self._rows(
            "select m.*, s.seen_seq from core.mention as m semi join wanted on m.document_id = value"
            " join resolution.mention as s on s.mention_id = m.mention_id",
            document_ids,
        )

    def hanging(self, table: str, mention_ids: Collection[str]) -> list[Row]:
        """Rows of core.mention_actor or core.mention_casualty."""
        return self._rows(f"select t.* from core.{table} as t semi join wanted on t.mention_id = value", mention_ids)

    def known(self, table: str, ids: Collection[str]) -> list[Row]:
        """Rows of core.actor or core.place."""
        return self._rows(f"select t.* from core.{table} as t semi join wanted on t.{table}_id = value", ids)

    def evidence(self, account_keys: Collection[str]) -> list[Row]:
        """Rows of core.join_evidence of an account, and of pairs in which it stands, with held_against."""
        return self._rows(
            "select e.*, h.held_against from resolution.evidence as h"
            " join core.join_evidence as e using (mention_id, other_mention_id)"
            " where mention_id in (from wanted)"
            " or (h.held_against = 'account' and other_mention_id in (from wanted))",
            account_keys,
        )

    def links(self, mention_ids: Collection[str]) -> list[Row]:
        """mention_id, relation, related_mention_id: links of which one end is asked for."""
        return self._rows(
            "from resolution.mention_link where mention_id in (from wanted) or related_mention_id in (from wanted)",
            mention_ids,
        )

    def incident_of(self, mention_ids: Collection[str]) -> dict[str, str | None]:
        """mention -> incident."""
        listed = self._rows(
            "select mention_id, incident_id from core.mention semi join wanted on mention_id = value", mention_ids
        )
        return {row["mention_id"]: row["incident_id"] for row in listed}

    def born(self, incident_ids: Collection[str]) -> dict[str, int]:
        """incident -> number of its first publish, for ids that were ever published."""
        listed = self._rows(
            "select incident_id, min(published_seq) as seq from core.incident_revision"
            " semi join wanted on incident_id = value group by all",
            incident_ids,
        )
        return {row["incident_id"]: row["seq"] for row in listed}

    def aliases_of(self, incident_ids: Collection[str]) -> dict[str, str]:
        """alias -> incident, by the incidents."""
        listed = self._rows(
            "select alias_id, incident_id from core.incident_alias semi join wanted on incident_id = value",
            incident_ids,
        )
        return {row["alias_id"]: row["incident_id"] for row in listed}

    def last_revisions(self, incident_ids: Collection[str]) -> list[Row]:
        """The last row of core.incident_revision of each incident."""
        return self._rows(
            "select r.* from core.incident_revision as r semi join wanted on r.incident_id = value"
            " qualify row_number() over (partition by r.incident_id order by r.revision desc) = 1",
            incident_ids,
        )

    def incident_links(self, incident_ids: Collection[str]) -> list[Row]:
        """Rows of core.incident_link of which one end is asked for."""
        return self._rows(
            "from core.incident_link where incident_id in (from wanted) or related_incident_id in (from wanted)",
            incident_ids,
        )

    def superseded(self, document_ids: Collection[str]) -> set[str]:
        """Those documents that another text replaced."""
        listed = self._rows(
            "select distinct supersedes from core.document semi join wanted on supersedes = value", document_ids
        )
        return {row["supersedes"] for row in listed}


def has_memory(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether a warehouse file can be advanced, or must be built from nothing."""
    found = connection.execute("select count(*) from duckdb_tables() where schema_name = 'resolution'").fetchone()
    return found is not None and found[0] == len(MEMORY)


def remember(connection: duckdb.DuckDBPyConnection, frames: Mapping[str, pd.DataFrame]) -> None:
    """Writes the schema `resolution` into a new warehouse file."""
    connection.execute("create schema resolution")
    for name, schema in MEMORY.items():
        columns = ", ".join(f'"{column.name}" {_SQL_TYPES[str(column.type)]}' for column in schema)
        connection.execute(f"create table resolution.{name} ({columns})")
        connection.execute(
            f"comment on table resolution.{name} is 'Kept for the next publish; no part of the contract.'"
        )
        _insert(connection, name, frames[name])


def remember_changes(
    connection: duckdb.DuckDBPyConnection, changed: Mapping[str, pd.DataFrame], gone: Mapping[str, pd.DataFrame]
) -> None:
    """Brings the schema `resolution` of a copied warehouse file up to date."""
    for name in MEMORY:
        if name in gone and len(gone[name]):
            keys = gone[name]
            connection.register("gone_keys", pa.Table.from_pandas(keys, preserve_index=False))
            same = " and ".join(f'kept."{column}" = gone_keys."{column}"' for column in keys.columns)
            connection.execute(f"delete from resolution.{name} as kept using gone_keys where {same}")
            connection.unregister("gone_keys")
        if name in changed:
            _insert(connection, name, changed[name])


def _insert(connection: duckdb.DuckDBPyConnection, name: str, frame: pd.DataFrame) -> None:
    if len(frame):
        connection.register("incoming", pa.Table.from_pandas(frame, preserve_index=False))
        connection.execute(f"insert into resolution.{name} by name select * from incoming")
        connection.unregister("incoming")
