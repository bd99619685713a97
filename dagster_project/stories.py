"""What the UI tells of a batch at each stage, and of the warehouse: what a person wants to know before they ask.

What belongs here: choosing the figures, tables, plots and links. What does not: their form (metadata, plots).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import dagster as dg
import pandas as pd

from assets.ports import Desk, Frames
from dagster_project import metadata, plots
from expectations.stages import StageVerdict
from sitrep import files
from sitrep.schemas import STAGES
from sitrep.store.home import Home
from sitrep.store.settings import Settings

Story = dict[str, Any]


def stage(
    desk: Desk,
    run: dg.AssetExecutionContext,
    frames: Frames,
    said: StageVerdict,
    versions: Mapping[str, str],
    again: frozenset[str] | None = None,
) -> Story:
    """What a stage made of a batch, and how long it took."""
    name = run.asset_key.path[-1]
    told = metadata.stage(frames, said.accepted, said.quarantined, versions)
    if again is not None:
        told["deliveries read again"] = len(again)
    return {**told, **_pace(desk, name, frames), **_of_stage(desk, name, said.accepted)}


def standing(desk: Desk, run: dg.AssetExecutionContext, frames: Frames) -> Story:
    """What stands of a batch where nothing had to be made."""
    name = run.asset_key.path[-1]
    return {"unchanged": True, **metadata.stage(frames, frames, (), {}), **_of_stage(desk, name, frames)}


def _of_stage(desk: Desk, name: str, frames: Frames) -> Story:
    shown = metadata.sample(name, frames, STAGES[name])
    return {**_TOLD[name](frames), **links(desk.home, desk.settings), **shown}


def _pace(desk: Desk, stage_name: str, frames: Frames) -> Story:
    """Seconds and throughput: numbers, so that the UI plots them over the batches."""
    main = next(iter(frames.values()))
    documents = main["document_id"].nunique() if "document_id" in main else len(main)
    seconds = max(desk.seconds(stage_name), 0.001)
    return {"seconds": round(seconds, 3), "documents per second": round(documents / seconds, 2)}


def links(home: Home, chosen: Settings) -> Story:
    """Where the pages for people lie: as addresses where the settings say under which they are served."""
    pages = {"report": "report.html", "data docs": "data_docs/index.html"}
    base = chosen.ui.reports_url
    if base:
        return {name: dg.MetadataValue.url(f"{base.rstrip('/')}/{page}") for name, page in pages.items()}
    return {name: dg.MetadataValue.path(str(home.reports / page)) for name, page in pages.items()}


def _arrived(frames: Frames) -> Story:
    delivery = frames["delivery"]
    return {
        "megabytes": round(float(delivery["raw_size"].fillna(0).sum()) / 1_000_000, 3),
        "sources": _counted(delivery["source_name"], "source", "deliveries"),
        "media types": _counted(delivery["media_type"], "media type", "deliveries"),
    }


def _cleaned(frames: Frames) -> Story:
    document, cut = frames["document"], frames["cut"]
    kept, raw = (int(document[name].fillna(0).sum()) for name in ("clean_chars", "raw_chars"))
    return {
        "characters kept": kept,
        "characters cut": max(raw - kept, 0),
        "share cut": round(1 - kept / raw, 4) if raw else 0.0,
        "dated by": _counted(document["published_basis"], "basis", "documents"),
        "languages": _counted(document["language"], "language", "documents"),
        "what was cut": plots.bars("Stretches cut, by rule", _tally(cut["rule_id"])),
    }


def _extracted(frames: Frames) -> Story:
    mention, toll = frames["mention"], frames["mention_casualty"]
    types = _tally(mention["event_type"])
    return {
        "documents with events": int(mention["document_id"].nunique()),
        "event types": metadata.records(_by_type(mention)),
        "modality": _counted(mention["modality"], "modality", "mentions"),
        "toll totals": metadata.records(_tolls(toll)),
        "mentions by type": plots.bars("Mentions by event type", types),
    }


def _by_type(mention: pd.DataFrame) -> list[dict[str, Any]]:
    grouped = mention.groupby("event_type", sort=True)
    rows = [
        {
            "event type": name,
            "mentions": len(rows),
            "asserted": int((rows["modality"] == "asserted").sum()),
            "background": int(rows["is_background"].fillna(False).sum()),
            "documents": int(rows["document_id"].nunique()),
        }
        for name, rows in grouped
    ]
    return sorted(rows, key=lambda row: -int(row["mentions"]))


def _tolls(toll: pd.DataFrame) -> list[dict[str, Any]]:
    """Sums of what mentions say: one dead soldier in three mentions counts three times. Incidents are in core."""
    return [
        {
            "outcome": outcome,
            "victims": group,
            "figures": len(rows),
            "low, summed": int(rows["low"].fillna(0).sum()),
            "high, summed": int(rows["high"].fillna(0).sum()),
        }
        for (outcome, group), rows in toll.groupby(["outcome", "victim_group"], sort=True)
    ]


def _tally(values: pd.Series[Any]) -> dict[str, int]:
    return dict(Counter("not known" if pd.isna(one) else str(one) for one in values))


def _counted(values: pd.Series[Any], name: str, counted: str) -> dg.TableMetadataValue | str:
    ranked = Counter(_tally(values)).most_common()
    return metadata.records({name: value, counted: count} for value, count in ranked)


_TOLD: Mapping[str, Callable[[Frames], Story]] = {
    "raw_text": _arrived,
    "cleaned_text": _cleaned,
    "extracted_events": _extracted,
}


def table(connection: Any, described: Any, made: Mapping[str, Any], desk: Desk) -> dg.MaterializeResult[Any]:
    """What is said of a table of the warehouse: rows, how it was made, five rows, columns with comments and origins.

    Its data version is a digest of its rows, whatever their order: a publish that leaves a table as it was says so.
    """
    name = described.full_name
    [(rows, digest)] = connection.execute(f"select count(*), sum(hash(item)::hugeint) from {name} as item").fetchall()
    frame = files.to_frame(connection.sql(f"from {name} limit {metadata.SAMPLE}").to_arrow_table())
    columns = [dg.TableColumn(one.name, one.type, description=one.comment or None) for one in described.columns]
    told = {
        "dagster/row_count": rows,
        **made,
        **(_TABLES[name](connection) if name in _TABLES else {}),
        **links(desk.home, desk.settings),
        "five rows": metadata.records(frame.to_dict("records")),
        "dagster/column_schema": dg.TableSchema(columns=columns),
        **metadata.lineage(name),
    }
    version = dg.DataVersion(f"{rows}-{(digest or 0) % 2**64:016x}")
    return dg.MaterializeResult(asset_key=described.full_name.split("."), metadata=told, data_version=version)


def _incidents(connection: Any) -> Story:
    types = _rows(
        connection,
        """
        select event_type as "event type", count(*) as incidents, sum(killed_best)::bigint as "killed, best",
            sum(injured_best)::bigint as "injured, best", count(*) filter (toll_disputed) as disputed
        from core.incident group by all order by incidents desc, 1
        """,
    )
    months = connection.execute(
        "select strftime(occurred_from, '%Y-%m'), count(*) from core.incident where occurred_from is not null "
        "group by all order by 1"
    ).fetchall()
    totals = """
        select sum(killed_low)::bigint as "killed, low", sum(killed_best)::bigint as "killed, best",
            sum(killed_high)::bigint as "killed, high", sum(injured_best)::bigint as "injured, best"
        from core.incident
    """
    return {
        "event types": metadata.records(types),
        "toll totals": metadata.records(_rows(connection, totals)),
        "incidents by type": plots.bars(
            "Incidents by event type", {str(row["event type"]): int(row["incidents"]) for row in types}
        ),
        "incidents by month": plots.in_order("Incidents by month", {str(month): int(count) for month, count in months}),
    }


def _rows(connection: Any, query: str) -> list[dict[str, Any]]:
    found = connection.execute(query)
    names = [one[0] for one in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


_TABLES: Mapping[str, Callable[[Any], Story]] = {"core.incident": _incidents}
