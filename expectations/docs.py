"""Data Docs: the pages that Great Expectations makes of its results, for those who want its own word.

What belongs here: keeping results and building the pages. What does not: the report for readers (sitrep.report).
The pages take their styling from the network; offline they are bare. They are a record.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SAMPLE, LENGTH = 5, 200
_STORE, _SITE = "kept_results", "sitrep"


@dataclass(frozen=True, slots=True)
class Keep:
    """Where the results are kept for the Data Docs, and under which names."""

    folder: Path
    run: str
    batch: str
    at: dt.datetime


def keep_result(result: Any, suite: str, keep: Keep) -> None:
    """Put one result where the next building of the pages finds it."""
    from great_expectations.core.run_identifier import RunIdentifier
    from great_expectations.data_context.types.resource_identifiers import (
        ExpectationSuiteIdentifier,
        ValidationResultIdentifier,
    )

    key = ValidationResultIdentifier(
        expectation_suite_identifier=ExpectationSuiteIdentifier(suite),
        run_id=RunIdentifier(run_name=keep.run, run_time=keep.at),
        batch_identifier=keep.batch,
    )
    for one in result.results:
        _shorten(one.result)
    _store(keep.folder).set(key, result)


def _shorten(result: dict[str, Any]) -> None:
    """Pages show a few offending values: whole lists of them, and whole texts, are kept nowhere but in quarantine."""
    for name in ("unexpected_list", "unexpected_index_list", "unexpected_index_query"):
        result.pop(name, None)
    for name in ("partial_unexpected_list", "partial_unexpected_counts", "partial_unexpected_index_list"):
        if name in result:
            result[name] = [_short(value) for value in result[name][:SAMPLE]]


def _short(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _short(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_short(one) for one in value]
    return f"{value[:LENGTH]}…" if isinstance(value, str) and len(value) > LENGTH else value


def build_data_docs(results: Path, site: Path, newest: int) -> Path:
    """Make pages of the results that have none yet, and drop those that are too old; the index page."""
    known = {path.relative_to(site / "validations").with_suffix("") for path in (site / "validations").rglob("*.html")}
    kept = _prune(results, site, newest)
    context = _context(results, site)
    new = [
        key
        for key in context.stores[_STORE].list_keys()
        if Path(*key.to_tuple()) not in known and results.joinpath(*key.to_tuple()).with_suffix(".json") in kept
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if new or not (site / "index.html").exists():
            with _templates_kept():
                context.build_data_docs(site_names=[_SITE], resource_identifiers=new or None)
    return site / "index.html"


@contextmanager
def _templates_kept() -> Iterator[None]:
    """As long as it lasts, each template is compiled once a process: by itself each view compiles all of them."""
    from great_expectations.render.view.view import DefaultJinjaView

    make = DefaultJinjaView.__init__

    def made(self: Any, *arguments: Any, **named: Any) -> None:
        make(self, *arguments, **named)
        self.env.bytecode_cache = _compiled()

    DefaultJinjaView.__init__ = made
    try:
        yield
    finally:
        DefaultJinjaView.__init__ = make


@cache
def _compiled() -> Any:
    from jinja2 import BytecodeCache

    class Compiled(BytecodeCache):
        """The code of templates, by their names and texts."""

        def __init__(self) -> None:
            self.code: dict[tuple[str, str], Any] = {}

        def load_bytecode(self, bucket: Any) -> None:
            bucket.code = self.code.get((bucket.key, bucket.checksum))

        def dump_bytecode(self, bucket: Any) -> None:
            self.code[bucket.key, bucket.checksum] = bucket.code

    return Compiled()


def _prune(results: Path, site: Path, newest: int) -> set[Path]:
    """Results lie as suite / run / time / batch.json: the time's folder tells their age."""
    files = sorted(results.rglob("*.json"), key=lambda path: (path.parent.name, str(path)))
    for path in files[:-newest]:
        page = (site / "validations" / path.relative_to(results)).with_suffix(".html")
        page.unlink(missing_ok=True)
        path.unlink()
    return set(files[-newest:])


def _store(results: Path) -> Any:
    from great_expectations.data_context.store.validation_results_store import ValidationResultsStore

    return ValidationResultsStore(store_backend=_folder(results))


def _context(results: Path, site: Path) -> Any:
    import great_expectations as gx
    from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults

    defaults = InMemoryStoreBackendDefaults(init_temp_docs_sites=False)
    stores = {**defaults.stores, _STORE: {"class_name": "ValidationResultsStore", "store_backend": _folder(results)}}
    pages = {
        "class_name": "SiteBuilder",
        "store_backend": _folder(site),
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
    }
    config = DataContextConfig(
        store_backend_defaults=defaults,
        stores=stores,
        validation_results_store_name=_STORE,
        data_docs_sites={_SITE: pages},
    )
    context = gx.get_context(mode="ephemeral", project_config=config)
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    return context


def _folder(path: Path) -> dict[str, str]:
    return {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(path.resolve())}
