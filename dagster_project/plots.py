"""Small plots for the UI: bars as SVG inside Markdown, which needs no file and no network.

What belongs here: drawing. What does not: choosing what is drawn (stories).
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from html import escape

import dagster as dg

_ROW, _LABEL, _BAR, _NUMBER = 18, 190, 320, 60  # pixels
_MOST = 14  # bars that a glance takes in


def bars(title: str, values: Mapping[str, int]) -> dg.MarkdownMetadataValue:
    """Horizontal bars, the longest first; what is left out is said."""
    ranked = sorted(values.items(), key=lambda one: (-one[1], one[0]))
    return _markdown(title, ranked[:_MOST], len(ranked) - _MOST)


def in_order(title: str, values: Mapping[str, int]) -> dg.MarkdownMetadataValue:
    """Horizontal bars in the order given (time), the last ones where they are many."""
    listed = list(values.items())
    return _markdown(title, listed[-_MOST:], len(listed) - _MOST)


def _markdown(title: str, shown: list[tuple[str, int]], more: int) -> dg.MarkdownMetadataValue:
    if not shown:
        return dg.MetadataValue.md(f"{title}: none")
    picture = base64.b64encode(_svg(title, shown).encode()).decode()
    rest = f"\n\n{more} more are not shown." if more > 0 else ""
    return dg.MetadataValue.md(f"![{title}](data:image/svg+xml;base64,{picture}){rest}")


def _svg(title: str, shown: list[tuple[str, int]]) -> str:
    most = max(value for _, value in shown) or 1
    rows = "".join(_bar(number, label, value, most) for number, (label, value) in enumerate(shown))
    width, height = _LABEL + _BAR + _NUMBER, _ROW * (len(shown) + 1) + 6
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="12"><text x="0" y="13" font-weight="bold">{escape(title)}</text>'
        f"{rows}</svg>"
    )


def _bar(number: int, label: str, value: int, most: int) -> str:
    top = _ROW * (number + 1) + 2
    length = max(round(_BAR * value / most), 1 if value else 0)
    return (
        f'<text x="{_LABEL - 8}" y="{top + 12}" text-anchor="end">{escape(label)}</text>'
        f'<rect x="{_LABEL}" y="{top}" width="{length}" height="{_ROW - 4}" fill="#4c6ef5"/>'
        f'<text x="{_LABEL + length + 6}" y="{top + 12}">{value}</text>'
    )
