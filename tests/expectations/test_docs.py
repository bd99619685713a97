"""Data Docs: a page a result, built once, the oldest dropped."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd

from expectations import audit
from expectations.docs import Keep, build_data_docs

NOON = dt.datetime(2024, 3, 10, 12, tzinfo=dt.UTC)


def keep_some(folder: Path, *minutes: int) -> None:
    frame = pd.DataFrame({"delivery_id": ["d1"], "url": ["x" * 5000]})
    for minute in minutes:
        keep = Keep(folder, "run", f"batch-{minute}", NOON + dt.timedelta(minutes=minute))
        audit(frame, "core.delivery", keep=keep)


def pages(site: Path) -> list[str]:
    return sorted(path.stem for path in (site / "validations").rglob("*.html"))


def test_pages_are_made_once_and_the_oldest_are_dropped(tmp_path: Path) -> None:
    results, site = tmp_path / "results", tmp_path / "site"
    keep_some(results, 1, 2)
    assert build_data_docs(results, site, newest=2) == site / "index.html"
    assert pages(site) == ["batch-1", "batch-2"]
    kept = next((site / "validations").rglob("batch-2.html")).stat().st_mtime_ns
    keep_some(results, 3)
    build_data_docs(results, site, newest=2)
    assert pages(site) == ["batch-2", "batch-3"]
    assert next((site / "validations").rglob("batch-2.html")).stat().st_mtime_ns == kept
    assert "batch-3" in (site / "index.html").read_text()


def test_whole_texts_are_not_kept_a_second_time(tmp_path: Path) -> None:
    keep_some(tmp_path, 1)
    (result,) = tmp_path.rglob("*.json")
    assert "x" * 300 not in result.read_text()
