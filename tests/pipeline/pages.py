"""The pages of the UI that people open, in a real browser.

What belongs here: finding a browser, the pages with the words that stand on them, and pictures of them for the docs:

    python -m tests.pipeline.pages docs/img

What does not: starting the UI (test_ui), what the words mean (dagster_project.stories).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Chromium without a screen, without root's sandbox, and without looking for its maker's hosts.
_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE = 120_000  # milliseconds that a busy machine may take to draw a page


@dataclass(frozen=True)
class Shown:
    """A page: where it is, words that must stand on it, a plot to open that must be drawn, and what to scroll to."""

    name: str
    path: str
    words: tuple[str, ...]
    plot: str | None = None  # its alternative text; the UI shows Markdown in a dialogue
    scroll_to: str | None = None
    width: int = 1500  # pixels
    height: int = 1000


PAGES = (
    Shown(
        "graph",
        "/assets/mart/incident_daily?view=lineage&lineageScope=upstream&lineageDepth=6",
        ("raw_text", "cleaned_text", "extracted_events", "incident_casualty", "incident_daily"),
    ),
    Shown(
        "batch",
        "/assets/extracted_events?view=events",
        ("rows in", "rows quarantined", "documents per second", "event types", "toll totals", "armed_attack", "report"),
        height=1700,
    ),
    Shown(
        "check",
        "/assets/cleaned_text?view=checks&checkDetail=document",
        ("Failed", "volume: 2 of 2 rows quarantined", "readable", "offending rows", "binary: no reader for image/png"),
        height=1500,
    ),
    Shown(
        "columns",
        "/assets/mart/incident_by_admin1?view=events",
        ("column lineage", "made from", "core.incident.killed_best", "clean_text, published_on", "media_type, payload"),
        scroll_to="column lineage",
        width=2560,
        height=1000,
    ),
    Shown(
        "plot",
        "/assets/core/incident?view=events",
        ("event types", "killed, best", "disputed"),
        plot="Incidents by event type",
    ),
)


def browser_path() -> str | None:
    """Where a browser is, if this machine has one."""
    given = os.environ.get("SITREP_BROWSER")
    return next((found for name in (given, *_NAMES) if name and (found := shutil.which(name))), None)


@contextmanager
def opened(executable: str) -> Iterator[Page]:
    """A page of a browser of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, args=_FLAGS)
        try:
            yield browser.new_page(viewport={"width": 1500, "height": 1000})
        finally:
            browser.close()


def visit(page: Page, address: str, shown: Shown) -> None:
    """Open a page and wait until everything stands on it; an error names what does not."""
    page.set_viewport_size({"width": shown.width, "height": shown.height})
    page.goto(address + shown.path)
    page.wait_for_load_state("networkidle", timeout=_PATIENCE)
    for words in shown.words:
        page.get_by_text(words).first.wait_for(state="attached", timeout=_PATIENCE)
    if shown.plot:
        _open(page, shown.plot)
    if shown.scroll_to:
        there = page.get_by_text(shown.scroll_to, exact=True).first
        there.evaluate("one => one.scrollIntoView({block: 'start'})")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def _open(page: Page, plot: str) -> None:
    """Open a plot, which stands on the page itself where it is small.

    The page may draw itself anew as it loads, and close what was opened too soon.
    """
    from playwright.sync_api import TimeoutError as TooSoon

    drawn = "alt => [...document.images].some(one => one.alt === alt && one.naturalWidth > 0)"
    for patience in (10_000, 20_000, _PATIENCE):
        link = page.get_by_text("Show Markdown").first
        if link.is_visible():
            link.click()
        try:
            page.wait_for_function(drawn, arg=plot, timeout=patience)
            return
        except TooSoon:
            page.keyboard.press("Escape")
    raise AssertionError(
        f"the plot {plot!r} is not drawn; pictures: {page.evaluate('[...document.images].map(i => i.alt)')}"
    )


def main(folder: Path) -> None:
    """Make a home of corpus/ and a batch that is refused, and take a picture of each page."""
    from sitrep.store.home import Home
    from tests.pipeline.conftest import Place
    from tests.pipeline.test_pages import spoiled
    from tests.pipeline.test_ui import ui

    executable = browser_path()
    if executable is None:
        sys.exit("no browser here: `make browser` says how to get one")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept:
        place = Place(Home(Path(kept) / "home").open())
        place.home.settings_file.write_text('[ui]\nreports_url = "https://desk.example.org/sitrep"\n')
        place.run(Path("corpus"), as_of="2026-01-01")
        spoiled(place, Path(kept))
        with ui(place) as server, opened(executable) as page:
            for shown in PAGES:
                visit(page, server.address.removesuffix("/graphql"), shown)
                page.screenshot(path=folder / f"{shown.name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
