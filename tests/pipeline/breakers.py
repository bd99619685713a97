"""Ways to break what a stage makes, as a wrong rule, ontology or line of SQL would.

What belongs here: one function a stage that spoils what the engine returns. What does not: what should follow.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from tests.pipeline.conftest import wrap


def spoil_triggers(monkeypatch: pytest.MonkeyPatch, rows: Callable[[pd.DataFrame], Any]) -> None:
    """An engine whose words are not those of the text."""

    def change(frames: dict[str, pd.DataFrame], *_: Any) -> dict[str, pd.DataFrame]:
        mention = frames["mention"].copy()
        mention.loc[rows(mention), "trigger"] = "invented"
        return {**frames, "mention": mention}

    wrap(monkeypatch, "sitrep.extract.extract_batch", change)


def lose_a_delivery(monkeypatch: pytest.MonkeyPatch) -> None:
    """A resolution that loses a delivery without a word."""

    def change(resolution: Any, *_: Any) -> Any:
        resolution.frames["delivery"] = resolution.frames["delivery"].iloc[1:]
        return resolution

    _wrap_both(monkeypatch, "sitrep.resolve.resolve", "sitrep.resolve.advance", change)


def spoil_incidents_of(monkeypatch: pytest.MonkeyPatch, is_bad: Callable[[pd.DataFrame], Any]) -> None:
    """A resolution that turns the tolls of some incidents round."""

    def change(resolution: Any, *_: Any) -> Any:
        mention = resolution.frames["mention"]
        bad = set(mention.loc[is_bad(mention), "incident_id"].dropna())
        incident = resolution.frames["incident"]
        rows = incident["incident_id"].isin(list(bad))
        incident.loc[rows, ["killed_low", "killed_best", "killed_high"]] = [9, 2, 9]
        return resolution

    _wrap_both(monkeypatch, "sitrep.resolve.resolve", "sitrep.resolve.advance", change)


def spoil_candidate(monkeypatch: pytest.MonkeyPatch, statement: str) -> None:
    """A warehouse in which a statement has gone wrong."""

    def change(_: None, *paths: Any) -> None:
        built = [path for path in paths[:2] if isinstance(path, Path)][-1]  # what is added to a file stands behind it
        with duckdb.connect(str(built)) as connection:
            connection.execute(statement)

    _wrap_both(monkeypatch, "sitrep.warehouse.build", "sitrep.warehouse.amend", change)


def _wrap_both(monkeypatch: pytest.MonkeyPatch, anew: str, added: str, change: Callable[..., Any]) -> None:
    """Spoil what is made on both ways to a candidate: from nothing, and by adding to the file that stands."""
    for target in (anew, added):
        wrap(monkeypatch, target, change)
