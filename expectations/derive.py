"""Columns that rules compare with and frames do not have: what the text says at given offsets, days between dates.

What belongs here: one small function a column, from a frame and its context to values. What does not: thresholds.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import pandas as pd

Context = Mapping[str, Any]


def derive(frame: pd.DataFrame, wanted: Collection[str], context: Context) -> pd.DataFrame:
    """The frame with those of the wanted columns that it does not have and that are known here."""
    new = {name: DERIVED[name](frame, context) for name in sorted(wanted) if name in DERIVED and name not in frame}
    return frame.assign(**{name: pd.Series(values, index=frame.index) for name, values in new.items()})


def _payload_sha256(frame: pd.DataFrame, _: Context) -> list[str | None]:
    return [None if _missing(one) else hashlib.sha256(one).hexdigest() for one in frame["payload"]]


def _days_after_as_of(frame: pd.DataFrame, context: Context) -> list[float | None]:
    """How far in the future a row is dated: its document's publication, or what it says happened."""
    column = "published_on" if "published_on" in frame else "occurred_from"
    return [_days(one, context["as_of"]) for one in frame[column]]


def _days(value: Any, since: dt.date) -> float | None:
    return None if _missing(value) else float((value - since).days)


def _kept_and_cut_chars(frame: pd.DataFrame, context: Context) -> list[int]:
    """Characters of the raw text that stand in the clean text, and those that are listed as cut."""
    cuts: dict[tuple[str, str], int] = {}
    for delivery, document, start, end in _rows(context["cut"], "delivery_id", "document_id", "raw_start", "raw_end"):
        cuts[delivery, document] = cuts.get((delivery, document), 0) + int(end - start)
    keys = _rows(frame, "delivery_id", "document_id", "segments")
    return [
        sum(int(one["clean_end"] - one["clean_start"]) for one in _listed(segments)) + cuts.get((delivery, document), 0)
        for delivery, document, segments in keys
    ]


def _text_at_segments(frame: pd.DataFrame, _: Context) -> list[str | None]:
    """The clean text as the map of offsets puts it together: raw text, and between it what repairs put in."""
    return [
        None if _missing(raw) or _missing(clean) else _put_together(raw, clean, _listed(segments))
        for raw, clean, segments in _rows(frame, "raw_text", "clean_text", "segments")
    ]


def _put_together(raw: str, clean: str, segments: Iterable[Mapping[str, Any]]) -> str:
    parts, done = [], 0
    for one in segments:
        start, end, at = int(one["clean_start"]), int(one["clean_end"]), int(one["raw_start"])
        parts += [clean[done:start], raw[at : at + end - start]]
        done = end
    return "".join(parts) + clean[done:]


def _listed(value: Any) -> Iterable[Any]:
    return () if _missing(value) else value


def _at_offsets(start: str, end: str, text: str = "clean_text") -> Callable[[pd.DataFrame, Context], list[str | None]]:
    """What the row's document says between two of its offsets."""

    def read(frame: pd.DataFrame, context: Context) -> list[str | None]:
        texts = _texts(frame, context, text)
        spans = zip(texts, frame[start], frame[end], strict=True)
        return [None if _missing(one) or _missing(a) else one[int(a) : int(b)] for one, a, b in spans]

    return read


def _texts(frame: pd.DataFrame, context: Context, text: str) -> Iterable[Any]:
    """The text of each row's document: its own, by its document, or by the document of its mention."""
    if text in frame:
        return list(frame[text])
    documents = {(a, b): c for a, b, c in _rows(context["document"], "delivery_id", "document_id", text)}
    if "document_id" in frame:
        return [documents.get(key) for key in _rows(frame, "delivery_id", "document_id")]
    home = {(a, b): c for a, b, c in _rows(context["mention"], "delivery_id", "mention_id", "document_id")}
    keys = _rows(frame, "delivery_id", "mention_id")
    return [documents.get((delivery, home.get((delivery, mention)))) for delivery, mention in keys]


def _known(column: str, frame_name: str, key: str) -> Callable[[pd.DataFrame, Context], list[bool]]:
    """Whether what a row refers to is there, from the same delivery."""

    def look(frame: pd.DataFrame, context: Context) -> list[bool]:
        there = set(_rows(context[frame_name], "delivery_id", key))
        return [one in there for one in _rows(frame, "delivery_id", column)]

    return look


def _event_type_is_known(frame: pd.DataFrame, context: Context) -> list[bool]:
    return [one in context["event_types"] for one in frame["event_type"]]


def _incident_or_reason(frame: pd.DataFrame, _: Context) -> list[bool]:
    return [_missing(a) != _missing(b) for a, b in _rows(frame, "incident_id", "unresolved_reason")]


def _is_about_another(frame: pd.DataFrame, _: Context) -> list[bool]:
    other = "alias_id" if "alias_id" in frame else "related_incident_id"
    return [a != b for a, b in _rows(frame, "incident_id", other)]


def _rows(frame: pd.DataFrame, *columns: str) -> Iterable[tuple[Any, ...]]:
    return zip(*(frame[name] for name in columns), strict=True)


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


DERIVED: Mapping[str, Callable[[pd.DataFrame, Context], list[Any]]] = {
    "payload_sha256": _payload_sha256,
    "days_after_as_of": _days_after_as_of,
    "kept_and_cut_chars": _kept_and_cut_chars,
    "text_at_segments": _text_at_segments,
    "raw_text_at_offsets": _at_offsets("raw_start", "raw_end", "raw_text"),
    "trigger_at_offsets": _at_offsets("trigger_start", "trigger_end"),
    "text_at_offsets": _at_offsets("char_start", "char_end"),
    "document_is_known": _known("document_id", "document", "document_id"),
    "event_type_is_known": _event_type_is_known,
    "mention_is_known": _known("mention_id", "mention", "mention_id"),
    "related_mention_is_known": _known("related_mention_id", "mention", "mention_id"),
    "is_about_another": _is_about_another,
    "is_incident_or_reason": _incident_or_reason,
}
