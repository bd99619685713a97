"""The report as one page that needs nothing else: no network, no script, every word of a source escaped.

What belongs here: turning contents into HTML. What does not: what the contents are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2

from sitrep.report.contents import Limits, read

_TEMPLATES = Path(__file__).parent


def render(
    warehouse: Path,
    quarantine: Iterable[Mapping[str, Any]] | None = None,
    *,
    title: str = "Situation report",
    built_at: dt.datetime | None = None,
    limits: Limits | None = None,
) -> str:
    """The whole page. `quarantine`: rows of the ledger, where it knows more than the warehouse."""
    contents = read(warehouse, quarantine, limits)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(day=_day, when=_when, number=_number, figure=_figure, link=_link, ticks=_ticks)
    return environment.get_template("page.html").render(title=title, built_at=built_at, contents=contents)


def _day(value: dt.date | None) -> str:
    return f"{value.day} {value:%B %Y}" if value else "day not known"


def _when(incident: Mapping[str, Any]) -> str:
    """An incident's time as exactly as it is known, and no more."""
    first, last, precision = incident["occurred_from"], incident["occurred_to"], incident["date_precision"]
    if first is None or precision == "unknown":
        return "Date not known"
    if precision == "year":
        return str(first.year)
    if precision == "month":
        return f"{first:%B %Y}"
    if last is None or first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.0f}"


def _figure(low: int | None, high: int | None) -> str:
    """A source's figure in words: 5, 5–7, at least 5, up to 10."""
    if low is None:
        return "–"
    if high is None:
        return f"at least {low:,}"
    if low == high:
        return f"{low:,}"
    return f"up to {high:,}" if low == 0 else f"{low:,}–{high:,}"


def _link(url: str | None) -> str | None:
    """An address that is safe to offer: the web's own, nothing that a browser would run."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _ticks(figures: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Where each figure of a dispute stands between none and the highest, in hundredths; open ones run to the edge."""
    top = max((row["high"] or row["low"] for row in figures), default=0) or 1
    return [
        {
            **row,
            "from": round(94 * row["low"] / top, 1),
            "to": 100 if row["high"] is None else round(94 * row["high"] / top, 1),
        }
        for row in figures
    ]
