"""Each gate, seen to refuse: red in the instance, nothing changed on disk, exit code 1, the rows readable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pipeline import breakers
from tests.pipeline.conftest import Place, lines
from tests.pipeline.reports import PICTURE, write_bytes, write_reports, write_text

Break = Callable[[pytest.MonkeyPatch, Path], Path]
NEWS = "Police in Lagos arrested four men on Tuesday over the killing of two officers, a spokesman said.\n"


def all_rows(mention: object) -> slice:  # noqa: ARG001
    return slice(None)


def break_raw_text(_: pytest.MonkeyPatch, folder: Path) -> Path:
    return write_bytes(folder, a__txt=b"", b__json=b"{ no json")


def break_cleaned_text(_: pytest.MonkeyPatch, folder: Path) -> Path:
    return write_bytes(folder, a__txt=PICTURE, b__txt=PICTURE[::-1])


def break_extracted_events(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    breakers.spoil_triggers(monkeypatch, all_rows)
    return write_reports(folder, "islamabad.txt")


def break_core(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    breakers.lose_a_delivery(monkeypatch)
    return write_reports(folder, "islamabad.txt")


def break_mart(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    breakers.spoil_candidate(monkeypatch, "update mart.incident_daily set documents = -1")
    return write_reports(folder, "islamabad.txt")


STAGES = [
    pytest.param(break_raw_text, "raw_text.delivery.volume", ("raw_text", "delivery"), id="raw_text"),
    pytest.param(break_cleaned_text, "cleaned_text.document.volume", ("cleaned_text", "document"), id="cleaned_text"),
    pytest.param(
        break_extracted_events,
        "extracted_events.mention.volume",
        ("extracted_events", "mention"),
        id="extracted_events",
    ),
    pytest.param(break_core, "core.delivery.deliveries_accounted", ("core/delivery", "accounting"), id="core"),
    pytest.param(break_mart, "mart.incident_daily.coverage_counted", ("mart/incident_daily", "rules"), id="mart"),
]


@pytest.mark.parametrize(("break_input", "rule", "check"), STAGES)
def test_the_gate_refuses_a_broken_batch_until_it_is_mended_and_lets_the_next_one_through(
    copy: Place,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    break_input: Break,
    rule: str,
    check: tuple[str, str],
) -> None:
    with monkeypatch.context() as broken:
        before = copy.files(copy.home.warehouse, copy.home.ledger / "publishes")
        folder = break_input(broken, tmp_path / "broken")
        done = copy.run(folder)
    batch_id, stage = copy.batch_ids()[-1], check[0].partition("/")[0]
    assert done.code == 1
    assert f"Refused by the gate of {'core' if stage == 'mart' else stage}: batch {batch_id}" in done.out
    assert rule in done.out
    assert "The warehouse is as it was before." in done.out
    assert "Traceback" not in done.out + done.err
    assert copy.files(copy.home.warehouse, copy.home.ledger / "publishes") == before
    assert not (copy.home.stages / stage / batch_id / "current.json").exists()
    assert check in copy.failed_checks()
    assert copy.states()[-1] == "refused"
    wanted = f"select reasons from ledger.quarantine where batch_id = '{batch_id}' and status = 'open'"
    assert lines(copy.sql(wanted))

    done = copy.run(write_text(tmp_path / "good", news__txt=NEWS))
    assert done.code == 0, done.out + done.err
    assert copy.states()[-2:] == ["refused", "published"]
    told = copy.rows("select source_name, outcome, count(*) from core.delivery group by all order by all")
    arrived = len([path for path in folder.iterdir() if not path.name.endswith(".meta.json")])
    assert told == [("broken", "quarantined", arrived), ("good", "published", 1), ("wire", "published", 4)]

    done = copy.run(folder)  # after the fix, where it was a rule that was broken and not the files
    mended = stage not in ("raw_text", "cleaned_text")
    assert done.code == (0 if mended else 1), done.out + done.err
    assert copy.states()[-2:] == ["published" if mended else "refused", "published"]
    rows = {row["status"] for row in copy.quarantine() if row["batch_id"] == batch_id}
    assert rows == {"replayed" if mended else "open"}


def test_one_refused_batch_among_two_new_ones_is_kept_out_alone(
    copy: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copy.home.path / "sitrep.toml").write_text("[batches]\ndocuments = 1\n")
    breakers.spoil_candidate(
        monkeypatch,
        "update core.document set clean_chars = clean_chars + 1 where url like '%islamabad%'",
    )
    folder = write_reports(tmp_path / "two", "islamabad.txt", "mogadishu.txt")
    done = copy.run(folder)
    assert done.code == 1
    assert "The warehouse has the other batches." in done.out
    assert sorted(copy.states()) == ["published", "published", "published", "refused"]
    assert ("core/delivery", "every_batch_admitted") in copy.failed_checks()
