"""The same walk in a whole home: from random cells of the marts of corpus/ to the bytes that its files came as."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sitrep.store import batches, stages
from sitrep.store.home import Home
from tests.conftest import Run

Row = dict[str, Any]
CELLS = {
    "incident_daily": "select incident_ids, killed_best as figure from mart.incident_daily",
    "incident_by_admin1": "select incident_ids, killed_best as figure from mart.incident_by_admin1",
    "actor_dyad": "select incident_ids, killed_best as figure from mart.actor_dyad",
    "export_acled": "select [substring(tags, 8)] as incident_ids, fatalities as figure from mart.export_acled",
    "export_ucdp_ged": "select [relid] as incident_ids, best as figure from mart.export_ucdp_ged",
    "export_plover": 'select ["Event ID"] as incident_ids, null as figure from mart.export_plover',
}


class Texts:
    """What a home's stages hold of its documents: the raw text, the bytes, and the map between clean and raw."""

    def __init__(self, path: Path) -> None:
        home = Home(path)
        self.documents: dict[str, Row] = {}
        self.payloads: dict[str, bytes] = {}
        for batch in batches.list_batches(home):
            for row in stages.read(home, "cleaned_text", batch.batch_id)["document"].to_dict("records"):
                self.documents[row["document_id"]] = row
            for row in stages.read(home, "raw_text", batch.batch_id)["delivery"].to_dict("records"):
                self.payloads[row["delivery_id"]] = row["payload"]

    def raw(self, document_id: str, start: int, end: int) -> str:
        """A stretch of the clean text as it stands in the raw text, repaired characters left out."""
        document = self.documents[document_id]
        return "".join(
            document["raw_text"][one["raw_start"] + first - one["clean_start"] :][: last - first]
            for one, first, last in self._kept(document, start, end)
        )

    def beginning(self, document_id: str, start: int, end: int) -> str:
        """The first characters of a stretch, up to one that was repaired."""
        _, first, last = next(self._kept(self.documents[document_id], start, end))
        return self.raw(document_id, first, min(last, first + 12))

    def clean(self, document_id: str, start: int, end: int) -> str:
        """The same stretch of the clean text, repaired characters left out."""
        document = self.documents[document_id]
        return "".join(document["clean_text"][first:last] for _, first, last in self._kept(document, start, end))

    def _kept(self, document: Row, start: int, end: int) -> Iterator[tuple[Row, int, int]]:
        for one in document["segments"]:
            first, last = max(start, one["clean_start"]), min(end, one["clean_end"])
            if first < last:
                yield one, first, last

    def is_as_delivered(self, document_id: str) -> bool:
        """Whether a plain text's raw text is its bytes, decoded."""
        document = self.documents[document_id]
        if document["media_type"] != "text/plain":
            return True
        payload = self.payloads[document["delivery_id"]]
        return payload.decode(document["encoding"], errors="replace").lstrip("\ufeff") == document["raw_text"]


@pytest.fixture(scope="module")
def texts(corpus_run: Run) -> Texts:
    return Texts(corpus_run.home)


def _rows(connection: duckdb.DuckDBPyConnection, query: str, *values: Any) -> list[Row]:
    rows: list[Row] = connection.sql(query, params=list(values)).to_arrow_table().to_pylist()
    return rows


def _walk(connection: duckdb.DuckDBPyConnection, texts: Texts, incident_id: str) -> None:
    """Every sentence of an incident and every figure of its toll stand in the raw text of their document."""
    mentions = _rows(connection, "from core.mention where incident_id = ?", incident_id)
    assert mentions
    for one in mentions:
        span = one["document_id"], one["char_start"], one["char_end"]
        assert texts.raw(*span) == texts.clean(*span)
        assert len(texts.clean(*span)) > 0.9 * len(one["sentence"])
        raw_text = texts.documents[one["document_id"]]["raw_text"]
        assert texts.beginning(*span) in raw_text[one["raw_start"] : one["raw_end"]]
        assert texts.is_as_delivered(one["document_id"])
    figures = _rows(
        connection,
        "select document_id, casualties.char_start, casualties.char_end, quote from core.mention_casualty as casualties"
        " inner join core.mention as mentions using (mention_id) where incident_id = ?",
        incident_id,
    )
    for one in figures:
        assert texts.raw(one["document_id"], one["char_start"], one["char_end"]) == one["quote"]


@pytest.mark.parametrize("mart", CELLS)
def test_a_cell_leads_to_the_characters_of_the_files(corpus_run: Run, texts: Texts, mart: str) -> None:
    with duckdb.connect(str(corpus_run.warehouse), read_only=True) as connection:
        cells = [row for row in _rows(connection, f"{CELLS[mart]} order by all") if row["incident_ids"]]
        known = [row for row in cells if row["figure"] is not None]
        for cell in _some(cells) + _some(known):
            deaths = 0
            for incident_id in cell["incident_ids"]:
                _walk(connection, texts, incident_id)
                deaths += _deaths(connection, incident_id, mart)
            assert cell["figure"] is None or cell["figure"] == deaths


def _some(cells: list[Row]) -> list[Row]:
    return random.Random(7).sample(cells, min(12, len(cells)))


def _deaths(connection: duckdb.DuckDBPyConnection, incident_id: str, mart: str) -> int:
    """An incident's deaths; ACLED's codebook takes the lowest figure where sources disagree."""
    figure = "if(toll_disputed, killed_low, killed_best)" if mart == "export_acled" else "killed_best"
    (incident,) = _rows(connection, f"select {figure} as deaths from core.incident where incident_id = ?", incident_id)
    return incident["deaths"] or 0
