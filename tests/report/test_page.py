"""The page: complete, self-contained, and every word of a source escaped."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitrep.report import Limits, render
from sitrep.report.page import _figure, _link, _when
from sitrep.warehouse import build
from tests.warehouse.small import small_world
from tests.warehouse.world import World

_VOID = {"meta", "link", "br", "rect", "line", "circle"}
_MAY_STAY_OPEN = {"p", "li", "td", "th", "tr", "tbody", "thead"}


class _Page(HTMLParser):
    """Text, tags and addresses of a page; elements that are never closed are counted."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.text = re.sub(r"\s+", " ", " ".join(self.words))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in _VOID | _MAY_STAY_OPEN:
            self.open.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            self.open.remove(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _page(world: World, folder: Path, **options: object) -> _Page:
    build(folder / "w.duckdb", *world.frames())
    return _Page(render(folder / "w.duckdb", **options))  # type: ignore[arg-type]


def test_tells_counts_incidents_disputes_and_quarantine(tmp_path: Path) -> None:
    page = _page(small_world(), tmp_path, built_at=dt.datetime(2024, 2, 1, 12, tzinfo=dt.UTC))
    for words in (
        "4 incidents in 1 country, 16 January 2024 to 21 January 2024, as 6 documents of 4 outlets tell of them.",
        "Built 2024-02-01 12:00 UTC.",
        "8 deliveries 6 published · 1 duplicate · 1 quarantined",
        "9 mentions 8 in incidents · 1 in none",
        "Pakistan 3 2 11 11 12 1",
        "killed: 6 (6 to 7) by the rule latest_official",
        "Herald B 17 January 2024 witnesses at least 7",
        "Daily A 17 January 2024, since replaced the army 5",
        "claimed by Red Front",
        "Toll rises to six",
        "January 2024 ·",
        "raw_text empty.txt feed raw_size: 0 bytes <script>",
    ):
        assert words in page.text, words


def test_marks_the_trigger_in_its_sentence(tmp_path: Path) -> None:
    build(tmp_path / "w.duckdb", *small_world().frames())
    assert "A <mark>bomb</mark> killed six soldiers near Mach on Tuesday" in render(tmp_path / "w.duckdb")


def test_needs_no_network_and_runs_no_script(tmp_path: Path) -> None:
    page = _page(small_world(), tmp_path)
    assert "script" not in page.tags
    assert not set(page.tags) & {"img", "link", "iframe", "object", "form"}
    assert {a for a in page.addresses if not a.startswith("#")} == {"https://a.example/1", "https://b.example/1"}
    assert page.open == []
    css = render(tmp_path / "w.duckdb").partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in css
    assert "@import" not in css


def test_escapes_what_sources_say(tmp_path: Path) -> None:
    world = World()
    text = 'A <script>alert("1")</script> & bomb & <b>blast</b> killed one.'
    world.document("d1", text, "2024-01-02", publisher="<i>Evil</i>", url="javascript:alert(1)", title="<svg onload=x>")
    world.mention("m1", "d1", text, "bomb", "bombing", "i1")
    world.incident("i1", "bombing", "2024-01-01", headline="<svg onload=x>", place_name="</style>")
    page = _page(world, tmp_path, title="<b>Report</b>")
    assert "script" not in page.tags
    assert "onload" not in str(page.addresses)
    assert not [address for address in page.addresses if address.startswith("javascript")]
    assert '<script>alert("1")</script> &' in page.text
    assert "<svg onload=x>" in page.text
    assert page.open == []


def test_says_so_where_there_is_nothing(tmp_path: Path) -> None:
    page = _page(World(), tmp_path)
    assert "No incident was found in 0 documents." in page.text
    assert "No sources contradict each other on a toll." in page.text


def test_says_how_much_it_leaves_out(tmp_path: Path) -> None:
    page = _page(small_world(), tmp_path, limits=Limits(incidents=2, quotes=1, quarantine=0))
    assert "the latest 2 of 4" in page.text
    assert "Quarantine 0 of 1" in page.text


def test_shows_the_ledgers_quarantine_where_it_is_given(tmp_path: Path) -> None:
    row = {"stage": "cleaned_text", "row_key": "d77", "reasons": ["no readable text"], "status": "open"}
    page = _page(small_world(), tmp_path, quarantine=[row])
    assert "cleaned_text d77 no readable text open" in page.text
    assert "empty.txt" not in page.text


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(5, 5, "5"), (5, None, "at least 5"), (0, 10, "up to 10"), (5, 7, "5–7"), (None, None, "–"), (0, 0, "0")],
)
def test_puts_a_figure_in_words(low: int | None, high: int | None, words: str) -> None:
    assert _figure(low, high) == words


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ("2024-01-16", "2024-01-16", "day", "16 January 2024"),
        ("2024-01-31", "2024-02-01", "day", "31 January 2024 – 1 February 2024"),
        ("2024-01-15", "2024-01-21", "week", "15–21 January 2024"),
        ("2024-01-01", "2024-01-31", "month", "January 2024"),
        ("2024-01-01", "2024-12-31", "year", "2024"),
        (None, None, "unknown", "Date not known"),
    ],
)
def test_says_a_time_as_exactly_as_it_is_known(first: str | None, last: str | None, precision: str, words: str) -> None:
    days = [dt.date.fromisoformat(day) if day else None for day in (first, last)]
    assert _when({"occurred_from": days[0], "occurred_to": days[1], "date_precision": precision}) == words


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", None, "http://[x"]
)
def test_offers_no_address_that_is_not_of_the_web(url: str | None) -> None:
    assert _link(url) is None
