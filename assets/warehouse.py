"""The tables of the warehouse as assets of their own, all built by one step.

What belongs here: the specs, made from the files of sql/, and the step. What does not: building (assets.publishing).
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from functools import cache

import dagster as dg

from assets.partitions import OWNERS
from assets.ports import Desk, Yielded
from assets.publishing import ACCOUNTING
from assets.retries import second_try
from expectations import load_suite, suite_names
from sitrep.warehouse import SQL_DIR, Table, sqlfiles, tables

#: One publish at a time; the file lock of the home stands behind it.
POOL = "warehouse"
#: The check that is red when a batch was kept out while the others were published.
ADMISSION = "every_batch_admitted"

RULES = "rules"
#: Raised by hand when code comes to make other rows of the same stages.
_CODE = "1"


@cache
def published_tables() -> tuple[Table, ...]:
    """The tables that are assets: those of core, then the marts, each after those that it reads."""
    found = tables()
    order = {f"mart.{mart.name}": position for position, mart in enumerate(sqlfiles.marts())}
    marts = sorted((table for table in found if table.schema == "mart"), key=lambda table: order[table.full_name])
    return (*(table for table in found if table.schema == "core"), *marts)


def table_specs(found: tuple[Table, ...], freshness: dg.FreshnessPolicy) -> list[dg.AssetSpec]:
    """Each table with its description, and the tables that it is made from."""
    reads = {f"mart.{mart.name}": sorted(sqlfiles.tables_read(mart.body)) for mart in sqlfiles.marts()}
    known = {table.full_name for table in found}
    return [
        _spec(
            table,
            [name for name in reads.get(table.full_name, ()) if name in known],
            freshness if table.schema == "mart" else None,
        )
        for table in found
    ]


def _spec(table: Table, reads: Sequence[str], freshness: dg.FreshnessPolicy | None) -> dg.AssetSpec:
    return dg.AssetSpec(
        key=[table.schema, table.name],
        deps=[name.split(".") for name in reads] or ["extracted_events"],
        description=table.comment,
        group_name=table.schema,
        kinds={"duckdb", table.kind},
        owners=OWNERS,
        tags={"stage": table.schema},
        code_version=_code_version(table),
        skippable=True,
        freshness_policy=freshness,
    )


def _code_version(table: Table) -> str:
    """By which text of its SQL a table is made; the tables of core are made by the code of resolution too."""
    folder = SQL_DIR / ("marts" if table.schema == "mart" else "schema")
    text = (folder / f"{table.name}.sql").read_bytes()
    return f"{_CODE} sql {hashlib.sha256(text).hexdigest()[:8]}"


def table_checks(found: tuple[Table, ...]) -> list[dg.AssetCheckSpec]:
    """The suite of each table that has one, the accounts, and the rules across tables."""
    suites = [
        dg.AssetCheckSpec(RULES, asset=[table.schema, table.name], description=load_suite(table.full_name).about)
        for table in found
        if table.full_name in suite_names()
    ]
    accounts = [
        dg.AssetCheckSpec(ACCOUNTING, asset=["core", name], description=text)
        for name, text in (
            ("delivery", "Deliveries = published + quarantined + exact duplicates; none is silently gone."),
            ("mention", "Mentions of published documents = mentions in the table + quarantined ones."),
        )
    ]
    admission = dg.AssetCheckSpec(
        ADMISSION, asset=["core", "delivery"], description="Batches whose rows the gates refused are kept out."
    )
    return [*suites, *accounts, admission, *sql_checks(found)]


def sql_checks(found: tuple[Table, ...]) -> list[dg.AssetCheckSpec]:
    """The rules across tables, each shown at the table that it reads first."""
    owners = sql_check_owners(found)
    files = sqlfiles.read_folder(SQL_DIR / "checks")
    return [
        dg.AssetCheckSpec(file.name, asset=owners[file.name], description=f"{file.purpose} {file.field('Why', '')}")
        for file in files
    ]


@cache
def sql_check_owners(found: tuple[Table, ...]) -> Mapping[str, dg.AssetKey]:
    """The asset at which each rule across tables is shown."""
    known = frozenset(table.full_name for table in found)
    return {file.name: dg.AssetKey(_owner(file, known).split(".")) for file in sqlfiles.read_folder(SQL_DIR / "checks")}


def _owner(file: sqlfiles.SqlFile, known: Collection[str]) -> str:
    read = sorted(sqlfiles.tables_read(file.body) & set(known))
    at_stage = [name for name in read if name.startswith(file.field("Stage"))]
    return min(at_stage or read, key=lambda name: file.body.find(name))


def warehouse_asset(found: tuple[Table, ...], freshness: dg.FreshnessPolicy) -> dg.AssetsDefinition:
    """The one step that builds every table, audits them and swaps the file in; how fresh the marts are to be."""

    # A subset is refused, but only a step that could have one may also make nothing, checks and all: nothing new.
    @dg.multi_asset(
        name="warehouse",
        specs=table_specs(found, freshness),
        check_specs=table_checks(found),
        pool=POOL,
        can_subset=True,
    )
    @second_try
    def warehouse(context: dg.AssetExecutionContext, desk: dg.ResourceParam[Desk]) -> Yielded:
        """Resolve every batch that is not in the warehouse yet, build all tables beside the file, audit, swap."""
        if len(context.selected_asset_keys) < len(found):
            raise dg.Failure("The tables are built together: materialize all of them.", allow_retries=False)
        yield from desk.publish(context)

    return warehouse
