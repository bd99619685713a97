"""What the report tells, read from a warehouse: plain values, ready to be shown.

What belongs here: queries and the shaping of their rows. What does not: HTML.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from sitrep.warehouse.reading import reading

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of each list the page shows before it says how many more there are."""

    incidents: int = 200
    quotes: int = 6  # of an incident
    disputes: int = 60
    quarantine: int = 200


@dataclass(frozen=True, slots=True)
class Contents:
    """All that the page shows."""

    counts: Row
    countries: Sequence[Row]
    timeline: Sequence[Row]  # period, label, one count a class
    incidents: Sequence[Row]  # with actors and quotes
    disputes: Sequence[Row]  # incident with its figures
    dispute_count: int
    quarantine: Sequence[Row]
    quarantine_count: int
    failed_checks: Sequence[Row]


_COUNTS = """
    select
        (select count(*) from core.delivery) as deliveries,
        (select count(*) from core.delivery where outcome = 'published') as published,
        (select count(*) from core.delivery where outcome = 'duplicate') as duplicates,
        (select count(*) from core.delivery where outcome = 'quarantined') as quarantined,
        (select count(*) from core.document) as documents,
        (select count(distinct coalesce(publisher, source_name)) from core.document) as publishers,
        (select min(published_on) from core.document) as first_published_on,
        (select max(published_on) from core.document) as last_published_on,
        (select count(*) from core.mention) as mentions,
        (select count(*) from core.mention where incident_id is null) as unresolved,
        (select count(*) from core.incident) as incidents,
        (select count(*) from core.incident where event_class = 'violent') as violent,
        (select count(*) from core.incident where toll_disputed) as disputed,
        (select sum(killed_best) from core.incident) as killed,
        (select count(distinct country) from core.incident) as countries,
        (select min(occurred_from) from core.incident where date_precision = 'day') as first_on,
        (select max(occurred_from) from core.incident where date_precision = 'day') as last_on
"""
_COUNTRIES = """
    select
        coalesce(countries.name, incidents.country, 'Not known') as name,
        count(*) as incidents,
        count(*) filter (incidents.event_class = 'violent') as violent,
        sum(incidents.killed_low) as killed_low,
        sum(incidents.killed_best) as killed_best,
        sum(incidents.killed_high) as killed_high,
        count(*) filter (incidents.toll_disputed) as disputed
    from core.incident as incidents
    left join core.country as countries on incidents.country = countries.country
    group by all
    order by incidents desc, name
    limit 15
"""
_TIMELINE = """
    select
        cast(date_trunc(?, occurred_from) as date) as period,
        count(*) as incidents,
        count(*) filter (event_class = 'violent') as violent,
        count(*) filter (event_class <> 'violent') as other
    from core.incident
    where date_precision = 'day'
    group by period
    order by period desc
    limit 60
"""
_INCIDENTS = """
    select
        incidents.*, types.label,
        coalesce(countries.name, incidents.country) as country_name
    from core.incident as incidents
    left join core.event_type as types on incidents.event_type = types.event_type
    left join core.country as countries on incidents.country = countries.country
    order by incidents.occurred_from desc nulls last, incidents.killed_best desc nulls last, incidents.incident_id
    limit ?
"""
_ACTORS = """
    select roles.incident_id, roles.role, roles.certainty, roles.disputed, actors.name
    from core.incident_actor as roles
    left join core.actor as actors on roles.actor_id = actors.actor_id
    where list_contains(?, roles.incident_id)
    order by roles.incident_id, roles.role, roles.mention_count desc, roles.actor_id
"""
_QUOTES = """
    select
        mentions.incident_id, mentions.sentence, mentions.trigger,
        mentions.trigger_start - mentions.char_start as trigger_at,
        mentions.modality, mentions.attributed_to, documents.url, documents.published_on,
        coalesce(documents.publisher, documents.source_name) as publisher,
        count(*) over (partition by mentions.incident_id) as quote_count
    from core.mention as mentions
    inner join core.document as documents on mentions.document_id = documents.document_id
    where list_contains(?, mentions.incident_id)
    qualify row_number() over (
        partition by mentions.incident_id, mentions.sentence, publisher
        order by mentions.char_start, mentions.mention_id
    ) = 1
    order by
        mentions.incident_id, documents.published_on nulls last, publisher, mentions.document_id, mentions.char_start
"""
_DISPUTES = """
    select * from mart.disputed_toll
    where list_contains((
        select list(incident_id) from (
            select incident_id from core.incident where toll_disputed
            order by occurred_from desc nulls last, incident_id limit ?
        )
    ), incident_id)
    order by occurred_from desc nulls last, incident_id, outcome desc, published_at nulls last, publisher, mention_id
"""
_QUARANTINE = """
    select refused.*, deliveries.raw_path, deliveries.source_name
    from quality.quarantine as refused
    left join core.delivery as deliveries on refused.delivery_id = deliveries.delivery_id
    order by refused.status <> 'open', refused.quarantined_at desc, refused.quarantine_id
"""
_FAILED_CHECKS = """
    select stage, suite, expectation, column_name, severity, observed, unexpected_count, checked_at
    from quality.check_result
    where not success
    order by checked_at desc, severity, stage, suite, expectation
    limit 50
"""


def read(warehouse: Path, quarantine: Iterable[Row] | None = None, limits: Limits | None = None) -> Contents:
    """Reads what the page shows; `quarantine` stands in for the table where the ledger knows more."""
    limits = limits or Limits()
    with reading(warehouse) as connection:
        counts = _rows(connection, _COUNTS)[0]
        refused = list(quarantine) if quarantine is not None else _rows(connection, _QUARANTINE)
        return Contents(
            counts=counts,
            countries=_rows(connection, _COUNTRIES),
            timeline=_timeline(connection, counts),
            incidents=_incidents(connection, limits),
            disputes=_disputes(connection, limits),
            dispute_count=counts["disputed"],
            quarantine=refused[: limits.quarantine],
            quarantine_count=len(refused),
            failed_checks=_rows(connection, _FAILED_CHECKS),
        )


def _rows(connection: duckdb.DuckDBPyConnection, query: str, *parameters: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = connection.sql(query, params=list(parameters)).to_arrow_table().to_pylist()
    return rows


def _timeline(connection: duckdb.DuckDBPyConnection, counts: Row) -> list[dict[str, Any]]:
    first, last = counts["first_on"], counts["last_on"]
    days = (last - first).days if first and last else 0
    unit = "day" if days <= 60 else "week" if days <= 420 else "month" if days <= 1800 else "year"
    rows = _rows(connection, _TIMELINE, unit)
    return [{**row, "label": _period(row["period"], unit)} for row in reversed(rows)]


def _period(day: dt.date, unit: str) -> str:
    if unit == "year":
        return str(day.year)
    if unit == "month":
        return f"{day:%B %Y}"
    return f"{'week of ' if unit == 'week' else ''}{day.day} {day:%B %Y}"


def _incidents(connection: duckdb.DuckDBPyConnection, limits: Limits) -> list[dict[str, Any]]:
    incidents = _rows(connection, _INCIDENTS, limits.incidents)
    ids = [row["incident_id"] for row in incidents]
    actors, quotes = _grouped(_rows(connection, _ACTORS, ids)), _grouped(_rows(connection, _QUOTES, ids))
    return [
        {
            **row,
            "actors": _by_role(actors.get(row["incident_id"], [])),
            "quotes": [_marked(quote) for quote in quotes.get(row["incident_id"], [])[: limits.quotes]],
            "quotes_left_out": max(len(quotes.get(row["incident_id"], [])) - limits.quotes, 0),
        }
        for row in incidents
    ]


def _grouped(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row["incident_id"], []).append(row)
    return grouped


def _by_role(actors: Iterable[Row]) -> dict[str, list[Row]]:
    roles: dict[str, list[Row]] = {}
    for actor in actors:
        roles.setdefault(actor["role"], []).append(actor)
    return roles


def _marked(quote: dict[str, Any]) -> dict[str, Any]:
    """The sentence in three parts: before the trigger, the trigger, after it."""
    start, sentence, trigger = quote["trigger_at"], quote["sentence"], quote["trigger"]
    end = start + len(trigger)
    return {**quote, "before": sentence[:start], "mark": sentence[start:end], "after": sentence[end:]}


def _disputes(connection: duckdb.DuckDBPyConnection, limits: Limits) -> list[dict[str, Any]]:
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in _rows(connection, _DISPUTES, limits.disputes):
        grouped.setdefault((row["incident_id"], row["outcome"]), []).append(row)
    return [
        {**figures[0], "figures": figures}
        for figures in grouped.values()
        if len({(row["low"], row["high"]) for row in figures}) > 1
    ]
