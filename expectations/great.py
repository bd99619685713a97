"""Great Expectations itself: a frame and rules in, plain findings out, results kept for the Data Docs.

What belongs here: every line that knows its interface. It is imported inside the functions, as it costs seconds.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from expectations.docs import Keep, keep_result
from expectations.suite import Rule

ROW = "row_number"  # the frame's position of a row, by which its findings are told
_PLAIN = frozenset({str, bool, type(None)})  # of which no two are equal and yet differ
_FORM = {"result_format": "COMPLETE", "unexpected_index_column_names": [ROW], "return_unexpected_index_query": False}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one expectation found: the positions of the offending rows, and a value in words."""

    success: bool
    rows: tuple[int, ...]
    observed: str
    is_broken: bool = False  # the rule could not be evaluated: a column is missing, or holds values of another type


@cache
def _context() -> Any:
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import great_expectations as gx
        from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults

        # Its own default would leave a folder under /tmp behind, for pages that nobody asked for.
        nowhere = InMemoryStoreBackendDefaults(init_temp_docs_sites=False)
        context = gx.get_context(mode="ephemeral", project_config=DataContextConfig(store_backend_defaults=nowhere))
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    asset = context.data_sources.add_pandas("frames").add_dataframe_asset("frame")
    asset.add_batch_definition_whole_dataframe("whole")
    return context


def evaluate(frame: pd.DataFrame, suite: str, rules: Sequence[Rule], keep: Keep | None = None) -> list[Finding]:
    """Hold a frame against rules; one finding a rule, in their order."""
    import great_expectations as gx
    import great_expectations.expectations as gxe

    context = _context()
    batch = (
        context.data_sources.get("frames")
        .get_asset("frame")
        .get_batch_definition("whole")
        .get_batch(batch_parameters={"dataframe": _read_by(rules, frame)})
    )
    expectations = [
        getattr(gxe, rule.expectation)(**_arguments(rule), meta={"rule": rule.id}, notes=rule.reason) for rule in rules
    ]
    whole = gx.ExpectationSuite(name=suite, expectations=expectations)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with _nothing_twice():
            result = batch.validate(whole, result_format=_FORM)
    found = {one.expectation_config.meta["rule"]: one for one in result.results}
    findings = [_finding(found[rule.id]) for rule in rules]
    if keep is not None:
        keep_result(result, suite, keep)
    return findings


@contextmanager
def _nothing_twice() -> Iterator[None]:
    """As long as it lasts, what follows from the same values is worked out once: half of all that it does by itself.

    An expectation makes its configuration anew whenever any value of it is asked for, some 150 times; a metric names
    itself by a digest of its arguments, though most have the same; and what a metric rests on is followed down again
    from each that rests on it, some 50 times an expectation.
    """
    from great_expectations.core.id_dict import IDDict
    from great_expectations.expectations.expectation import Expectation
    from great_expectations.validator.validation_graph import ValidationGraph

    configurations: dict[int, tuple[Any, Any]] = {}  # with the expectation, so that no other takes its number
    digests: dict[Any, Any] = {}
    configure, digest, follow = Expectation.configuration, IDDict.to_id, ValidationGraph.build_metric_dependency_graph

    def configuration(self: Any) -> Any:
        if id(self) not in configurations:
            configurations[id(self)] = (self, configure.fget(self))
        return configurations[id(self)][1]

    def to_id(self: Any, id_keys: Any = None, id_ignore_keys: Any = None) -> Any:
        plain = id_keys is None and id_ignore_keys is None and all(type(value) in _PLAIN for value in self.values())
        if not plain:
            return digest(self, id_keys, id_ignore_keys)
        key = (type(self), *sorted((name, type(value), value) for name, value in self.items()))
        if key not in digests:
            digests[key] = digest(self)
        return digests[key]

    def build(self: Any, metric_configuration: Any, runtime_configuration: Any = None) -> None:
        followed = self.__dict__.setdefault("_followed", set())
        if metric_configuration.id not in followed:
            followed.add(metric_configuration.id)
            follow(self, metric_configuration, runtime_configuration)

    Expectation.configuration = property(configuration)
    IDDict.to_id, ValidationGraph.build_metric_dependency_graph = to_id, build
    try:
        yield
    finally:
        Expectation.configuration = configure
        IDDict.to_id, ValidationGraph.build_metric_dependency_graph = digest, follow


def _read_by(rules: Sequence[Rule], frame: pd.DataFrame) -> pd.DataFrame:
    read = {name for rule in rules for name in rule.columns}
    return frame[[name for name in frame.columns if name in read]].assign(**{ROW: range(len(frame))})


def _arguments(rule: Rule) -> dict[str, Any]:
    severity = "warning" if rule.level == "warn" else "critical"
    given = {key: list(value) if isinstance(value, tuple) else value for key, value in rule.args.items()}
    if "column_A" in given:
        given.setdefault("ignore_row_if", "either_value_is_missing")
    return {**given, "severity": severity}


def _finding(result: Any) -> Finding:
    raised = result.exception_info or {}
    broken = raised if "raised_exception" in raised else next(iter(raised.values()), {})
    if broken.get("raised_exception"):
        return Finding(False, (), f"cannot be evaluated: {broken.get('exception_message')}", is_broken=True)
    rows = tuple(sorted({int(one[ROW]) for one in result.result.get("unexpected_index_list") or ()}))
    count = result.result.get("unexpected_count")
    observed = result.result.get("observed_value", f"{count or 0} of {result.result.get('element_count', 0)} rows")
    return Finding(bool(result.success), rows, str(observed))
