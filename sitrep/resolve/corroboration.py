"""Dates that one document lacks and another document on the same incident has.

What belongs here: filling in what a document does not say itself, in one step: only what documents say themselves
corroborates, a corroborated date never does. What does not: anything that a document says, which is never changed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sitrep.resolve.model import Account, Row

#: A report that says "on Thursday" or "today" appears within a week of that day.
_WEEK = dt.timedelta(days=6)


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


def corroborated_days(
    clusters: Iterable[tuple[Sequence[Account], Row]], documents: Mapping[str, Row], mentions: Iterable[Row]
) -> dict[str, dt.date]:
    """document id -> day of publication, for documents that do not say theirs: from other reports of its news.

    Each incident that the document tells as news, and that another dated document reports, says when at the earliest
    and about when at the latest the document appeared. The latest such incident decides; within the week after it the
    day on which the others reported it is taken, unless the document's own text names a later day.
    """
    named: dict[str, dt.date] = {}
    for row in mentions:
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
    return {document_id: day for document_id, day in days.items() if day >= named.get(document_id, day)}
