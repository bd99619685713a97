"""One bad row among good ones: it is in quarantine with its reason, and the rest is published."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sitrep.store.home import Home
from tests.pipeline import breakers
from tests.pipeline.conftest import Place
from tests.pipeline.reports import PICTURE, REPORTS, write_bytes, write_reports


def only(rows: list[dict[str, Any]], stage: str) -> dict[str, Any]:
    (row,) = [row for row in rows if row["stage"] == stage]
    return row


@pytest.fixture(scope="module")
def with_bad_files(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """All reports, and two files that different gates refuse."""
    root = tmp_path_factory.mktemp("files")
    place = Place(Home(root / "home"))
    done = place.run(write_bytes(write_reports(root / "wire"), empty__txt=b"", picture__txt=PICTURE))
    assert done.code == 0, done.out + done.err
    return place


@pytest.mark.parametrize(
    ("file", "stage", "rule"),
    [
        pytest.param("empty.txt", "raw_text", "has_bytes: raw_size = 0", id="raw_text"),
        pytest.param("picture.txt", "cleaned_text", "readable: problem = ", id="cleaned_text"),
    ],
)
def test_a_bad_file(with_bad_files: Place, file: str, stage: str, rule: str) -> None:
    place = with_bad_files
    row = only(place.quarantine(), stage)
    assert row["reasons"][0].startswith(rule)
    assert json.loads(row["payload"])["raw_path"] == file
    outcomes = place.rows("select outcome, count(*) from core.delivery group by all order by all")
    assert outcomes == [("published", len(REPORTS)), ("quarantined", 2)]
    kept = place.rows(f"select row_key, status from quality.quarantine where stage = '{stage}'")
    assert kept == [(row["row_key"], "open")]


def first_trigger(mention: Any) -> Any:
    return mention["mention_id"] == min(mention["mention_id"])


def of_khartoum(mention: Any) -> Any:
    return mention["sentence"].str.contains("Shelling by")


def test_a_bad_mention(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    breakers.spoil_triggers(monkeypatch, first_trigger)
    done = place.run(write_reports(tmp_path / "wire"))
    assert done.code == 0, done.out + done.err
    mentions = [row for row in place.quarantine() if row["row_key"].startswith("mention|")]  # its links go with it
    row = only(mentions, "extracted_events")
    assert row["reasons"][0].startswith("trigger_stands_in_text: trigger = 'invented'")
    key = row["row_key"].rpartition("|")[2]
    assert place.rows(f"select count(*) from core.mention where mention_id = '{key}'") == [(0,)]
    assert place.rows(f"select count(*) from core.mention_actor where mention_id = '{key}'") == [(0,)]
    assert place.rows("select count(*) > 0 from core.mention") == [(True,)]
    assert place.rows("select distinct outcome from core.delivery") == [("published",)]


def test_a_bad_incident(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    breakers.spoil_incidents_of(monkeypatch, of_khartoum)
    done = place.run(write_reports(tmp_path / "wire"))
    assert done.code == 0, done.out + done.err
    rows = [row for row in place.quarantine() if row["stage"] == "core"]
    assert rows
    assert all(row["reasons"][0].startswith("core.incident.killed_best_not_below_low: ") for row in rows)
    gone = ", ".join(f"'{row['row_key'].rpartition('|')[2]}'" for row in rows)
    assert place.rows(f"select count(*) from core.mention where mention_id in ({gone})") == [(0,)]
    assert place.rows("select count(*) from core.incident where killed_best < killed_low") == [(0,)]
    assert place.rows("select count(*) > 0 from core.incident") == [(True,)]
    assert place.rows("select count(*) from quality.quarantine where stage = 'core'") == [(len(rows),)]


def test_a_bad_row_of_a_mart(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    breakers.spoil_candidate(
        monkeypatch, "update mart.reported_toll set low = -1 where quotes::varchar like '%12 civ%'"
    )
    done = place.run(write_reports(tmp_path / "wire"))
    assert done.code == 0, done.out + done.err
    rows = [row for row in place.quarantine() if row["stage"] == "core"]
    assert rows
    assert all(row["reasons"][0].startswith("mart.reported_toll.not_negative: low = -1") for row in rows)
    assert place.rows("select count(*) from mart.reported_toll where low < 0") == [(0,)]
    assert place.rows("select count(*) > 0 from mart.reported_toll") == [(True,)]


def test_an_incident_that_its_first_report_foretells(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = "update core.incident set occurred_from = '2099-01-01', occurred_to = '2099-01-01' where country = 'SD'"
    breakers.spoil_candidate(monkeypatch, late)
    done = place.run(write_reports(tmp_path / "wire"))
    assert done.code == 0, done.out + done.err
    rows = [row for row in place.quarantine() if row["stage"] == "core"]
    assert rows
    assert all(row["reasons"][0].startswith("core.checks.incident_after_report") for row in rows)
    assert place.rows("select count(*) > 0, count(*) filter (country = 'SD') from core.incident") == [(True, 0)]
    assert place.rows("select distinct outcome from core.delivery") == [("published",)]
