"""A server, a home's folders and a clock that no test waits for."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from sitrep.sources.fetching import state
from sitrep.sources.fetching.clock import Clock
from sitrep.sources.fetching.state import Todo, Visited
from sitrep.sources.fetching.visit import Place, visit
from sitrep.sources.settings import Fetching, Source
from tests.sources.fetching.server import Site, serving

BEGAN = dt.datetime(2024, 3, 10, 12, tzinfo=dt.UTC)
#: Short, since nothing on loopback takes long that means to answer at all.
TIMES = {"connect_seconds": 5, "read_seconds": 5, "total_seconds": 10}


class Desk:
    """Where sources are visited: what they bring, and what was waited for."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.site, self.now, self.waited = site, BEGAN, list[float]()
        self.waits_left: int | None = None  # until the process is stopped
        clock = Clock(lambda: self.now, self.sleep)
        self.place = Place(folder / "landing", folder / "intake", Fetching(contact="desk@example.org"), clock)

    def sleep(self, seconds: float) -> None:
        if seconds:
            if self.waits_left == len(self.waited):
                raise KeyboardInterrupt
            self.waited.append(seconds)
            self.now += dt.timedelta(seconds=seconds)

    def source(self, kind: str = "rss", path: str = "/feed", **options: Any) -> Source:
        limits, manners = (
            {**TIMES, **options.pop("limits", {})},
            {"seconds_between": 0, **options.pop("politeness", {})},
        )
        said = {"name": "wire", "kind": kind, "url": f"{self.site.address}{path}", "allow_private": True, **options}
        return Source.model_validate({**said, "limits": limits, "politeness": manners})

    def visit(self, source: Source | None = None, again: bool = False, hours: float = 0) -> Visited:
        self.now += dt.timedelta(hours=hours)
        return visit(self.place, source or self.source(), again)

    def troubles(self) -> dict[str, tuple[str | None, int]]:
        """What failed: by path the reason, and how often."""
        with state.opened(self.place.intake) as known:
            return {path_of(one): (one.reason, one.failures) for one in known.troubles("wire")}

    def next_tries(self) -> dict[str, dt.timedelta | None]:
        with state.opened(self.place.intake) as known:
            return {path_of(one): one.next_at and one.next_at - self.now for one in known.troubles("wire")}

    def pages(self) -> Sequence[bytes]:
        """What lies in landing/."""
        files = (path for path in self.place.landing.rglob("*") if path.is_file())
        return sorted(path.read_bytes() for path in files if not path.name.endswith(".meta.json"))

    def sidecars(self) -> list[dict[str, str]]:
        return [json.loads(path.read_bytes()) for path in sorted(self.place.landing.rglob("*.meta.json"))]


def path_of(one: Todo) -> str:
    return "/" + one.entry.url.split("/", 3)[3]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


@pytest.fixture
def desk(tmp_path: Path, site: Site) -> Desk:
    return Desk(tmp_path, site)


def rss(*items: str, title: str = "The Wire") -> str:
    """A feed of items, each as `link`, or as XML of its own."""
    made = "".join(
        one if one.startswith("<") else f"<item><title>{one}</title><link>{one}</link></item>" for one in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{made}</channel></rss>'


def page(text: str) -> str:
    return f"<html><body><p>{text}</p></body></html>"
