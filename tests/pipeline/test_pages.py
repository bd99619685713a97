"""The UI in a real browser: the pages that the docs show have on them what the docs say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pipeline.conftest import Place
from tests.pipeline.pages import PAGES, browser_path, opened, visit
from tests.pipeline.reports import PICTURE, write_bytes
from tests.pipeline.test_ui import ui


def spoiled(place: Place, folder: Path) -> None:
    """A batch of nothing but pictures, which a gate refuses."""
    done = place.run(write_bytes(folder / "pictures", a__png=PICTURE, b__png=PICTURE + b"2"))
    assert done.code == 1


@pytest.mark.system
def test_the_pages_tell_the_story(copy: Place, tmp_path: Path) -> None:
    executable = browser_path()
    if executable is None:
        pytest.skip("NOT RUN: no browser on this machine (`make browser` puts one there where it can)")
    spoiled(copy, tmp_path)
    with ui(copy) as server, opened(executable) as page:
        for shown in PAGES:
            visit(page, server.address.removesuffix("/graphql"), shown)


@pytest.mark.parametrize("shown", PAGES, ids=lambda shown: shown.name)
def test_each_page_has_its_picture_in_the_docs(shown: object) -> None:
    docs = Path(__file__).parents[2] / "docs"
    name = f"img/{shown.name}.png"  # type: ignore[attr-defined]
    assert (docs / name).read_bytes().startswith(b"\x89PNG")
    assert name in (docs / "operating.md").read_text()
