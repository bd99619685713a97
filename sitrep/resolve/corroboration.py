"""Dates and places that one document lacks and another document on the same incident has.

What belongs here: filling in what a document does not say itself, in one step: only what documents say themselves
corroborates, a corroborated date or place never does. What does not: anything that a document says, which is never
changed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sitrep import timex
from sitrep.records import DATE_PRECISIONS, HAPPENED
from sitrep.resolve.model import Account, Row

#: A report that says "on Thursday" or "today" appears within a week of that day.
_WEEK = dt.timedelta(days=6)
#: What news is dated by a day of a month, the year being understood, happened at most so long before it was told.
_SEASON = dt.timedelta(days=60)


def corroborated_mentions(
    members: Sequence[Account], incident: Row, mentions: Mapping[str, Row]
) -> Iterable[tuple[str, Row]]:
    """mention id -> date columns, for mentions without a date in accounts that have none of their own."""
    if incident["occurred_from"] is None or len({account.document_id for account in members}) < 2:
        return
    columns = {
        "occurred_from": incident["occurred_from"],
        "occurred_to": incident["occurred_to"],
        "date_precision": incident["date_precision"],
        "date_basis": "corroborated",
    }
    for account in members:
        if account.first is None:
            undated = (m for m in account.mention_ids if mentions[m]["occurred_from"] is None)
            yield from ((mention_id, columns) for mention_id in undated)


def placed_mentions(
    members: Sequence[Account], incident: Row, mentions: Mapping[str, Row]
) -> Iterable[tuple[str, Row]]:
    """mention id -> place columns, for mentions of documents that name no place for an incident that others place."""
    placed = {account.document_id for account in members if account.spot is not None}
    columns = {
        "place_id": incident["place_id"],
        "geo_precision": incident["geo_precision"],
        "place_basis": "corroborated",
    }
    for account in members:
        if incident["place_id"] is not None and account.document_id not in placed:
            placeless = (m for m in account.mention_ids if mentions[m]["place_id"] is None)
            yield from ((mention_id, columns) for mention_id in placeless)


def as_said(row: Row) -> Row:
    """A published mention as its document has it: without a date and a place that another document gave it."""
    if row["date_basis"] == "corroborated":
        row = {**row, "occurred_from": None, "occurred_to": None, "date_precision": "unknown", "date_basis": "unknown"}
    if row["place_basis"] == "corroborated":
        row = {**row, "place_id": None, "geo_precision": "unknown", "place_basis": None}
    return row


def corroborated_days(
    clusters: Iterable[tuple[Sequence[Account], Row]], documents: Mapping[str, Row], mentions: Iterable[Row]
) -> dict[str, dt.date]:
    """document id -> day of publication, for documents that do not say theirs: from other reports of its news.

    Each incident that the document tells as news, and that another dated document reports, says when at the earliest
    and about when at the latest the document appeared. The latest such incident decides; within the week after it the
    day on which the others reported it is taken, unless the document's own text names a later day.
    """
    named: dict[str, dt.date] = {}
    told: dict[str, list[Row]] = defaultdict(list)
    for row in mentions:
        told[row["document_id"]].append(row)
        day = row["occurred_to"]
        if row["document_id"] in documents and row["date_basis"] == "explicit" and day and not row["is_background"]:
            named[row["document_id"]] = max(day, named.get(row["document_id"], day))
    hints: dict[str, list[tuple[dt.date, dt.date]]] = defaultdict(list)
    for members, incident in clusters:
        event_day = incident["occurred_to"]
        others = sorted({a.published for a in members if a.published is not None and not a.is_background})
        if event_day is None or not others:
            continue
        for account in members:
            document = documents.get(account.document_id)
            unknown = document is not None and document["published_on"] is None
            if unknown and not account.is_background:
                near = [day for day in others if event_day <= day <= event_day + _WEEK]
                if near:
                    hints[account.document_id].append((event_day, near[0]))
    days = {document_id: max(found)[1] for document_id, found in hints.items()}
    days = {document_id: day for document_id, day in days.items() if not _of_another_season(told[document_id], day)}
    return {document_id: day for document_id, day in days.items() if day >= named.get(document_id, day)}


def _of_another_season(rows: Iterable[Row], day: dt.date) -> bool:
    """Whether all the news that a text dates by a day of a month ("on October 8") was months before a day, or ahead."""
    news = (row for row in rows if row["occurred_from"] is None and row["time_text"] and not row["is_background"])
    said = [found[0] for row in news if len(found := timex.find(row["time_text"])) == 1]
    days = [timex.resolve(each, day).date_from for each in said if each.kind == "date" and each.year is None]
    return bool(days) and all(first is not None and day - first > _SEASON for first in days)


def dated_from(row: Row, day: dt.date) -> Row | None:
    """The date columns of a mention without a date, once its document is known to be of that day.

    Its words are read from that day ("on Wednesday"); news without a word of time is of that day or the one before, as
    in documents that say theirs. What is counted from another event ("a day earlier") stays open, and so does what
    would lie ahead.
    """
    if row["occurred_from"] is not None or row["modality"] not in HAPPENED:
        return None
    said = timex.find(row["time_text"] or "")
    if not row["time_text"] and not row["is_background"]:
        return _date_columns(day - dt.timedelta(days=1), day, "day")
    if len(said) != 1 or said[0].kind == "anaphoric":
        return None
    when = timex.resolve(said[0], day)
    if when.date_from is None or when.date_to is None or when.date_from > day + dt.timedelta(days=1):
        return None
    return _date_columns(when.date_from, when.date_to, when.precision)


def _date_columns(first: dt.date, last: dt.date, precision: str) -> Row:
    return {"occurred_from": first, "occurred_to": last, "date_precision": precision, "date_basis": "corroborated"}


def dated_account(account: Account, dates: Mapping[str, Row], mentions: Mapping[str, Row]) -> Account:
    """An account without a date with that of its mentions that says most: of those in words, else of the news."""
    found = [(m, dates[m]) for m in account.mention_ids if m in dates]
    if account.first is not None or not found:
        return account

    def preference(pair: tuple[str, Row]) -> tuple[bool, int, str]:
        return (not mentions[pair[0]]["time_text"], DATE_PRECISIONS.index(pair[1]["date_precision"]), pair[0])

    _, best = min(found, key=preference)
    return replace(
        account,
        first=best["occurred_from"],
        last=best["occurred_to"],
        precision=best["date_precision"],
        basis="corroborated",
    )
