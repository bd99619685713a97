"""What the UI shows of frames, checks and tables.

What belongs here: from plain values to Dagster's metadata. What does not: the values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import dagster as dg
import pandas as pd
import pyarrow as pa

from expectations import CheckResult
from expectations.audit import short
from expectations.stages import Quarantined, plain

SAMPLE = 5
_CELL = 120  # characters of a value in a sample
_CHAIN = 2000  # characters of a list of columns
_TEXTS = ("cleaned_text", "raw_text")  # where a column ends that a person wants to read back


def records(rows: Iterable[Mapping[str, Any]], cell: int = _CELL) -> dg.TableMetadataValue | str:
    """Rows as a table of short values."""
    shown = [{str(name): _cell(value, cell) for name, value in row.items()} for row in rows]
    if not shown:
        return "none"
    columns = list(dict.fromkeys(name for row in shown for name in row))
    schema = dg.TableSchema(columns=[dg.TableColumn(name, "string") for name in columns])
    return dg.MetadataValue.table(
        [dg.TableRecord({name: row.get(name) for name in columns}) for row in shown], schema=schema
    )


def _cell(value: Any, most: int) -> str | int | float | bool | None:
    said = short(plain(value)) if most == _CELL else value
    if said is None or isinstance(said, int | float | bool):
        return said
    text = " ".join(str(said).split())
    return text if len(text) <= most else text[: most - 1] + "…"


def check(results: Sequence[CheckResult]) -> dict[str, Any]:
    """The rules of one check: what each found, and five offending rows."""
    failures = [one for one in results if not one.success]
    offending = [{"rule": one.rule, **row} for one in failures for row in one.sample][:SAMPLE]
    return {
        "rules": len(results),
        "rules that failed": len(failures),
        "rows that offend": sum(one.unexpected for one in failures),
        "findings": records(
            {
                "rule": one.rule,
                "level": one.level,
                "held": one.success,
                "rows": one.unexpected,
                "observed": one.observed,
                "reason": one.reason,
            }
            for one in sorted(results, key=lambda one: one.success)
        ),
        "offending rows": records(offending),
    }


def check_result(key: dg.AssetKey, name: str, results: Sequence[CheckResult]) -> dg.AssetCheckResult:
    """Red where a batch rule failed, yellow where a warning did; rows in quarantine alone do not colour it."""
    failed = [one for one in results if not one.success and one.level == "batch"]
    warned = [one for one in results if not one.success and one.level == "warn"]
    severity = dg.AssetCheckSeverity.ERROR if failed or not warned else dg.AssetCheckSeverity.WARN
    return dg.AssetCheckResult(
        asset_key=key,
        check_name=name,
        passed=not failed and not warned,
        severity=severity,
        metadata=check(results),
        description="; ".join(f"{one.rule}: {one.observed}" for one in (*failed, *warned)) or None,
    )


def stage(
    frames: Mapping[str, pd.DataFrame],
    accepted: Mapping[str, pd.DataFrame],
    quarantined: Sequence[Quarantined],
    versions: Mapping[str, str],
) -> dict[str, Any]:
    """What a stage made of a batch: rows in, out and quarantined by reason, and the versions that it was made by."""
    main = next(iter(frames))
    reasons = Counter(reason.partition(":")[0] for row in quarantined for reason in row.reasons)
    return {
        "dagster/row_count": len(accepted[main]),
        "rows in": len(frames[main]),
        "rows out": len(accepted[main]),
        "rows quarantined": len(quarantined),
        "quarantined by reason": records({"rule": rule, "rows": count} for rule, count in reasons.most_common()),
        **{f"version of {name}": version for name, version in versions.items()},
    }


def sample(stage_name: str, accepted: Mapping[str, pd.DataFrame], schemas: Mapping[str, pa.Schema]) -> dict[str, Any]:
    """What a stage's rows look like: five of its main frame, their number in each frame, columns and their origins."""
    main = next(iter(schemas))
    return {
        "five rows": records(accepted[main].head(SAMPLE).to_dict("records")),
        "rows of each frame": records({"frame": name, "rows": len(frame)} for name, frame in accepted.items()),
        "dagster/column_schema": column_schema(schemas),
        **lineage(stage_name),
    }


def column_schema(schemas: Mapping[str, pa.Schema]) -> dg.TableSchema:
    """The columns of a stage's frames: those of the first bare, those of the others under their frame's name."""
    main = next(iter(schemas))
    columns = [
        dg.TableColumn(one.name if frame == main else f"{frame}.{one.name}", str(one.type))
        for frame, schema in schemas.items()
        for one in schema
    ]
    return dg.TableSchema(columns=columns)


def lineage(asset: str) -> dict[str, Any]:
    """From which columns those of a stage or table come: for machines, and for people one step back and at the text."""
    from sitrep.warehouse import column_lineage, walk

    known = column_lineage()
    mine = known.get(asset, {})
    deps = {
        name: [dg.TableColumnDep(asset_key=one.asset.split("."), column_name=one.column) for one in origins]
        for name, origins in mine.items()
    }
    if not deps:
        return {}
    shown = [
        {
            "column": name,
            "made from": ", ".join(sorted(f"{one.asset}.{one.column}" for one in origins)),
            **{stage: _columns(walk(asset, name, known), stage) for stage in _TEXTS if stage != asset},
        }
        for name, origins in mine.items()
    ]
    return {
        "column lineage": records(shown, cell=_CHAIN),
        "dagster/column_lineage": dg.TableColumnLineage(deps_by_column=deps),
    }


def _columns(origins: Iterable[Any], stage: str) -> str:
    return ", ".join(sorted(one.column for one in origins if one.asset == stage))
