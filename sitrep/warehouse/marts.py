"""The marts of a warehouse file: made from nothing, or renewed where a publish reaches them.

What belongs here: in which order, which of them, and with which comments. What does not: what they are (sql/marts),
which incidents a publish reaches (reach).

A mart whose header says `Renewed: by EXPRESSION` has rows that follow from what `reach.Part` shows of the incident
whose id the expression gives, and from nothing else: of such a mart only the rows of the incidents reached are made
again, by the same statement, run on that part of the warehouse. Any other table is made again whole. A view is never
stale.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import duckdb

from sitrep.warehouse import sqlfiles
from sitrep.warehouse.reach import Part

#: By which text each mart of the file was made; no part of the contract.
_MADE = "making.mart"
_BY = "by "


def create_marts(connection: duckdb.DuckDBPyConnection, sql_dir: Path = sqlfiles.SQL_DIR) -> None:
    """Creates each mart after those that it reads, with its comments, and notes by which text it was made."""
    for mart in sqlfiles.marts(sql_dir):
        _create(connection, mart)
    _note(connection, _texts(sql_dir))


def renew_marts(connection: duckdb.DuckDBPyConnection, part: Part | None, sql_dir: Path = sqlfiles.SQL_DIR) -> None:
    """Brings the marts of a changed copy up to date: what hangs on `part` by rows, the rest whole.

    Without a part, and where a mart's text is another than the one by which the file was made, all of it is made anew.
    """
    wanted, found = _texts(sql_dir), _noted(connection)
    standing = _standing(connection)
    marts = sqlfiles.marts(sql_dir)
    same = {mart.name for mart in marts if part is not None and found.get(mart.name) == wanted[mart.name]}
    by_rows = [mart for mart in marts if mart.name in same and renewed_by(mart)]
    whole = [mart for mart in marts if mart not in by_rows and (mart.name not in same or mart.field("Kind") == "table")]
    for name in sorted(standing.keys() - {mart.name for mart in marts if mart not in whole}):
        connection.execute(f"drop {standing[name]} mart.{name} cascade")
    if part is not None:
        _renew_rows(part, by_rows, {mart.name: mart for mart in marts})
    for mart in whole:
        _create(connection, mart)
    if found != wanted:
        _note(connection, wanted)


def renewed_by(mart: sqlfiles.SqlFile) -> str | None:
    """The expression for the one incident from which a row follows; None for marts that are made whole."""
    said = mart.field("Renewed", "")
    return said.removeprefix(_BY) if said else None


@cache
def renewed_marts(sql_dir: Path = sqlfiles.SQL_DIR) -> Mapping[str, str]:
    """`mart.name` -> the expression for a row's incident, of the marts that are renewed by incidents."""
    return {f"mart.{mart.name}": found for mart in sqlfiles.marts(sql_dir) if (found := renewed_by(mart))}


def _renew_rows(part: Part, marts: list[sqlfiles.SqlFile], known: Mapping[str, sqlfiles.SqlFile]) -> None:
    there: set[str] = set()
    for mart in marts:
        for name in sorted(sqlfiles.tables_read(mart.body) - {f"mart.{name}" for name in there}):
            schema, _, view = name.partition(".")
            if schema == "mart" and known[view].field("Kind") == "view":
                part.make(known[view])
                there.add(view)
        part.make(mart)
        there.add(mart.name)
        part.put_back(mart, str(renewed_by(mart)))


def _create(connection: duckdb.DuckDBPyConnection, mart: sqlfiles.SqlFile) -> None:
    kind = mart.field("Kind")
    connection.execute(f"create {kind} mart.{mart.name} as\n{mart.body}")
    comment = f"{mart.purpose} Grain: {mart.field('Grain')}"
    said = [f"comment on {kind} mart.{mart.name} is {_quoted(comment)}"]
    for column, text in sqlfiles.column_comments(mart.body).items():
        said.append(f'comment on column mart.{mart.name}."{column}" is {_quoted(text)}')
    connection.execute(";\n".join(said))  # all at once: one by one they cost as much as the rows


def _standing(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """mart -> table or view, as the file has them."""
    return dict(
        connection.execute(
            "select table_name, 'table' from duckdb_tables() where schema_name = 'mart'"
            " union all select view_name, 'view' from duckdb_views() where schema_name = 'mart'"
        ).fetchall()
    )


def _texts(sql_dir: Path) -> dict[str, str]:
    """mart -> a name for its text and those of the marts that it reads."""
    out: dict[str, str] = {}
    for mart in sqlfiles.marts(sql_dir):
        read = [out[name.partition(".")[2]] for name in sorted(sqlfiles.tables_read(mart.body)) if name[:5] == "mart."]
        digest = hashlib.sha256("\0".join([mart.path.read_text(encoding="utf-8"), *read]).encode())
        out[mart.name] = digest.hexdigest()[:16]
    return out


def _noted(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Nothing, where the file was built before this was kept."""
    if not connection.execute("select 1 from duckdb_tables() where schema_name = 'making'").fetchall():
        return {}
    return dict(connection.execute(f"select name, made_by from {_MADE}").fetchall())


def _note(connection: duckdb.DuckDBPyConnection, texts: Mapping[str, str]) -> None:
    connection.execute("create schema if not exists making")
    connection.execute(f"create or replace table {_MADE} (name varchar primary key, made_by varchar not null)")
    connection.execute(f"comment on table {_MADE} is 'Kept for the next publish; no part of the contract.'")
    connection.executemany(f"insert into {_MADE} values (?, ?)", sorted(texts.items()))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
