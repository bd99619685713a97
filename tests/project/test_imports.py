"""Who may import whom: dagster_project -> assets -> expectations, sitrep; each library has its one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("dagster_project", "assets", "expectations", "sitrep")
#: What each place may import of the others.
MAY = {
    "dagster_project": {"assets", "expectations", "sitrep"},
    "assets": {"expectations", "sitrep"},
    "expectations": set(),
    "sitrep": set(),
}
#: Which places may know a library.
KNOWN_TO = {"dagster": {"dagster_project", "assets"}, "great_expectations": {"expectations"}}


def imports(place: str) -> Iterator[tuple[str, str]]:
    """Each file of a place, with each top-level package that it imports, wherever in the file."""
    for path in sorted((ROOT / place).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            for name in names:
                yield str(path.relative_to(ROOT)), name.partition(".")[0]


@pytest.mark.parametrize("place", PLACES)
def test_a_place_imports_only_what_stands_below_it(place: str) -> None:
    others = set(PLACES) - {place} - MAY[place]
    assert [(path, name) for path, name in imports(place) if name in others] == []


@pytest.mark.parametrize("library", KNOWN_TO)
def test_a_library_is_known_in_its_own_places_only(library: str) -> None:
    strangers = set(PLACES) - KNOWN_TO[library]
    assert [(path, name) for place in strangers for path, name in imports(place) if name == library] == []


def test_great_expectations_is_never_imported_at_the_top_of_a_module() -> None:
    for path in sorted((ROOT / "expectations").rglob("*.py")):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        modules = [node.module or "" for node in body if isinstance(node, ast.ImportFrom)]
        modules += [one.name for node in body if isinstance(node, ast.Import) for one in node.names]
        assert not [name for name in modules if name.startswith("great_expectations")], path
