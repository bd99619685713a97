"""The exports as marts: columns and codes of each codebook, and the rule behind each incident left out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sitrep.warehouse import tables
from tests.warehouse.world import World, ask

#: As in ACLED's files since 2023 (codebook of 2024): 31 columns.
ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
)
#: As in GED 24.1 and 25.1: 49 columns.
UCDP = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
    "number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best "
    "high low gwnoa gwnob"
)
#: As in POLECAT's files: 40 columns.
PLOVER = (
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,"
    "Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,"
    "Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,"
    "Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
    "Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version"
)


def _dicts(path: Path, query: str) -> list[dict[str, Any]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        connection.execute("set TimeZone = 'UTC'")
        rows: list[dict[str, Any]] = connection.sql(query).to_arrow_table().to_pylist()
        return rows


def _given(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


@pytest.mark.parametrize(
    ("mart", "columns"),
    [("export_acled", ACLED.split()), ("export_ucdp_ged", UCDP.split()), ("export_plover", PLOVER.split(","))],
)
def test_has_the_columns_of_its_codebook_in_their_order(mart: str, columns: list[str]) -> None:
    found = next(table for table in tables() if table.name == mart)
    assert [column.name for column in found.columns] == columns


#: Every cell that is not empty, as ACLED's codebook has it.
ACLED_ON_THE_SMALL_WORLD = [
    {
        "event_id_cnty": "PAK210834686772430",
        "event_date": dt.date(2024, 1, 16),
        "year": 2024,
        "time_precision": 1,
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Remote explosive/landmine/IED",
        "actor1": "Red Front",
        "inter1": "Rebel group",
        "actor2": "Military Forces of Pakistan",
        "inter2": "State forces",
        "interaction": "Rebel group-State forces",
        "iso": 586,
        "region": "South Asia",
        "country": "Pakistan",
        "admin1": "Balochistan",
        "admin2": "Kachhi",
        "location": "Mach",
        "latitude": 29.86,
        "longitude": 67.33,
        "geo_precision": 2,
        "source": "Daily A; Herald B; Morning C",
        "notes": "Toll rises to six",
        "fatalities": 6,
        "tags": "sitrep=i1",
        "timestamp": 1706875200,
    },
    {
        "event_id_cnty": "PAK491217441584035",
        "event_date": dt.date(2024, 1, 20),
        "year": 2024,
        "time_precision": 1,
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "actor1": "Military Forces of Pakistan",
        "inter1": "State forces",
        "actor2": "Red Front",
        "inter2": "Rebel group",
        "interaction": "State forces-Rebel group",
        "iso": 586,
        "region": "South Asia",
        "country": "Pakistan",
        "admin1": "Balochistan",
        "admin2": "Kachhi",
        "location": "Kachhi",
        "latitude": 29.5,
        "longitude": 67.5,
        "geo_precision": 2,
        "source": "Herald B",
        "notes": "Army strikes",
        "fatalities": 5,
        "tags": "sitrep=i2",
    },
    {
        "event_id_cnty": "PAK897827061062916",
        "event_date": dt.date(2024, 1, 15),
        "year": 2024,
        "time_precision": 3,
        "disorder_type": "Demonstrations",
        "event_type": "Protests",
        "sub_event_type": "Peaceful protest",
        "actor1": "Protesters (Pakistan)",
        "assoc_actor_1": "Civilians (Pakistan)",
        "inter1": "Protesters",
        "interaction": "Protesters only",
        "iso": 586,
        "region": "South Asia",
        "country": "Pakistan",
        "admin1": "Balochistan",
        "admin2": "Kachhi",
        "location": "Mach",
        "latitude": 29.86,
        "longitude": 67.33,
        "geo_precision": 1,
        "source": "archive",
        "notes": "Shopkeepers protested in Mach in January.",
        "fatalities": 0,
        "tags": "sitrep=i4",
    },
]


def test_acled_on_the_small_world(warehouse: Path) -> None:
    rows = _dicts(warehouse, "select * from mart.export_acled order by tags")
    assert [_given(row) for row in rows] == ACLED_ON_THE_SMALL_WORLD


def test_ucdp_on_the_small_world(warehouse: Path) -> None:
    rows = _dicts(warehouse, "select * from mart.export_ucdp_ged order by relid")
    where = {"latitude": 29.5, "longitude": 67.5, "geom_wkt": "POINT (67.5 29.5)", "priogrid_gid": 172576}
    assert [row["relid"] for row in rows] == ["i1", "i2"]
    assert _given(rows[1]) == {
        "id": 491217441584035,
        "relid": "i2",
        "year": 2024,
        "active_year": 0,
        "code_status": "Clear",
        "type_of_violence": 1,
        "dyad_name": "Government of Pakistan - Red Front",
        "side_a": "Government of Pakistan",
        "side_b": "Red Front",
        "number_of_sources": 1,
        "source_article": "Herald B,2024-01-21,Army strikes",
        "source_office": "Herald B",
        "source_date": "2024-01-21",
        "source_headline": "Army strikes",
        "where_prec": 3,
        "where_coordinates": "Kachhi",
        "where_description": "Kachhi",
        "adm_1": "Balochistan",
        "adm_2": "Kachhi",
        **where,
        "country": "Pakistan",
        "country_id": 770,
        "region": "Asia",
        "event_clarity": 1,
        "date_prec": 1,
        "date_start": dt.datetime(2024, 1, 20),
        "date_end": dt.datetime(2024, 1, 20),
        "deaths_a": 0,
        "deaths_b": 3,
        "deaths_civilians": 2,
        "deaths_unknown": 0,
        "best": 5,
        "high": 5,
        "low": 5,
        "gwnoa": 770,
    }
    assert (rows[0]["code_status"], rows[0]["side_a"], rows[0]["deaths_a"]) == (
        "Check deaths",
        "Government of Pakistan",
        6,
    )


def test_plover_on_the_small_world(warehouse: Path) -> None:
    rows = _dicts(warehouse, "select * from mart.export_plover order by all")
    assert [row["Event ID"] for row in rows] == ["i1", "i2", "i3"]
    assert _given(rows[2]) == {
        "Event ID": "i3",
        "Event Date": dt.date(2024, 1, 21),
        "Event Type": "ACCUSE",
        "Event Mode": "disapprove",
        "Intensity": -2.0,
        "Quad Code": "VERBAL CONFLICT",
        "Actor Name": "Iran",
        "Actor Country": "IRN",
        "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV",
        "Actor Name Raw": "Iran",
        "Source": "Herald B",
        "Publication Date": dt.date(2024, 1, 21),
        "Language": "en",
        "Version": "sitrep",
    }


def _incident(event_type: str, who: dict[str, list[str]], **values: Any) -> World:
    """One incident in Mach with actors by role, told by one document."""
    world = World()
    for actor_id, name, kind, country in (
        ("military.pk", "Pakistan Army", "military", "PK"),
        ("police.pk", "Pakistan police", "police", "PK"),
        ("military.ir", "Iran's army", "military", "IR"),
        ("state.ir", "Iran", "state", "IR"),
        ("state.pk", "Pakistan", "state", "PK"),
        ("group.reds", "Reds", "insurgent", "PK"),
        ("group.blues", "Blues", "militia", "PK"),
        ("civilians", "Civilians", "civilians", None),
        ("unidentified.gunmen", "Gunmen", "unidentified", None),
    ):
        world.add("actor", actor_id=actor_id, name=name, kind=kind, country=country)
    text = "It happened in Mach."
    world.document("d1", text, "2024-01-20", publisher="Daily A")
    world.mention("m1", "d1", text, "happened", event_type, "i1", toll=(("killed", "total", 1, 1, "It"),))
    day = dt.date(2024, 1, 16)
    world.incident(
        "i1",
        event_type,
        **{
            "place_name": "Mach",
            "country": "PK",
            "latitude": 29.86,
            "longitude": 67.33,
            "geo_precision": "exact",
            "occurred_from": day,
            "occurred_to": day,
            "date_precision": "day",
            **values,
        },
    )
    for role, actors in who.items():
        for actor_id in actors:
            world.add("incident_actor", incident_id="i1", role=role, actor_id=actor_id)
    return world


def _excluded(world: World, export: str) -> str | None:
    rows = ask(world, f"select rule from mart.{export}_excluded")
    return rows[0]["rule"] if rows else None


FIGHT = {"perpetrator": ["group.reds"], "target": ["military.pk"]}


@pytest.mark.parametrize(
    ("event_type", "who", "values", "rule"),
    [
        ("condemn", {"perpetrator": ["state.ir"]}, {}, "event type"),
        ("bombing", FIGHT, {"date_precision": "year"}, "time precision"),
        ("bombing", FIGHT, {"occurred_from": None, "occurred_to": None}, "time precision"),
        ("bombing", FIGHT, {"country": None}, "country"),
        ("bombing", FIGHT, {"geo_precision": "international"}, "country"),
        ("bombing", FIGHT, {"geo_precision": "country"}, "geo precision"),
        ("bombing", FIGHT, {"latitude": None, "longitude": None}, "coordinates"),
        ("arrest", {"target": ["group.reds"]}, {}, "actor"),
        ("bombing", {"target": ["military.pk"]}, {}, None),
        ("bombing", FIGHT, {}, None),
    ],
)
def test_acled_names_the_rule_that_leaves_an_incident_out(
    event_type: str, who: dict[str, list[str]], values: dict[str, Any], rule: str | None
) -> None:
    assert _excluded(_incident(event_type, who, **values), "export_acled") == rule


DEAD = {"ucdp_type": "state_based", "killed_low": 1, "killed_best": 1, "killed_high": 1}


@pytest.mark.parametrize(
    ("event_type", "who", "values", "rule"),
    [
        ("protest", FIGHT, DEAD, "armed force"),
        ("bombing", FIGHT, {**DEAD, "ucdp_type": None}, "organised actor"),
        ("bombing", {"perpetrator": ["unidentified.gunmen"], "target": ["military.pk"]}, DEAD, "organised actor"),
        ("bombing", {"perpetrator": ["group.reds"]}, DEAD, "organised actor"),
        ("bombing", {"perpetrator": ["police.pk"], "target": ["military.pk"]}, DEAD, "organised actor"),
        ("bombing", {"perpetrator": ["group.reds"], "target": ["civilians"]}, DEAD, "organised actor"),
        (
            "bombing",
            FIGHT,
            {"ucdp_type": "state_based", "killed_low": 0, "killed_best": 0, "killed_high": 0},
            "direct death",
        ),
        ("bombing", FIGHT, {"ucdp_type": "state_based"}, "direct death"),
        ("bombing", FIGHT, {"ucdp_type": "state_based", "killed_low": 0, "killed_best": 0, "killed_high": 4}, None),
        ("bombing", FIGHT, {**DEAD, "occurred_from": None, "occurred_to": None}, "date"),
        ("bombing", FIGHT, {**DEAD, "country": None}, "country"),
        ("bombing", FIGHT, {**DEAD, "country": "AQ"}, "country"),
        ("bombing", FIGHT, {**DEAD, "latitude": None, "longitude": None}, "location"),
        ("bombing", FIGHT, {**DEAD, "geo_precision": "unknown"}, "location"),
        ("bombing", FIGHT, DEAD, None),
        ("bombing", {"perpetrator": ["group.reds"]}, {**DEAD, "ucdp_type": "one_sided"}, None),
    ],
)
def test_ucdp_names_the_rule_that_leaves_an_incident_out(
    event_type: str, who: dict[str, list[str]], values: dict[str, Any], rule: str | None
) -> None:
    assert _excluded(_incident(event_type, who, **values), "export_ucdp_ged") == rule


@pytest.mark.parametrize(
    ("who", "values", "rule"),
    [
        (FIGHT, {"date_precision": "month"}, "date"),
        ({}, {}, "actor"),
        ({"target": ["military.pk"]}, {}, "actor"),
        ({"party": ["military.pk", "group.reds"]}, {}, None),
    ],
)
def test_plover_names_the_rule_that_leaves_an_incident_out(
    who: dict[str, list[str]], values: dict[str, Any], rule: str | None
) -> None:
    assert _excluded(_incident("bombing", who, **values), "export_plover") == rule


@pytest.mark.parametrize(
    ("event_type", "who", "coded"),
    [
        (
            "armed_attack",
            {"perpetrator": ["group.reds"], "target": ["civilians"]},
            (
                "Violence against civilians",
                "Attack",
                "Reds",
                "Rebel group",
                "Civilians (Pakistan)",
                "Civilian targeting",
            ),
        ),
        (
            "assassination",
            {"perpetrator": ["group.blues"], "target": ["police.pk"]},
            ("Battles", "Armed clash", "Blues", "Political militia", "Police Forces of Pakistan", None),
        ),
        (
            "territorial_change",
            {"perpetrator": ["military.pk"], "target": ["group.reds"]},
            ("Battles", "Government regains territory", "Military Forces of Pakistan", "State forces", "Reds", None),
        ),
        (
            "air_strike",
            {"perpetrator": ["military.ir"], "target": ["civilians"]},
            (
                "Explosions/Remote violence",
                "Air/drone strike",
                "Military Forces of Iran",
                "External/Other forces",
                "Civilians (Pakistan)",
                "Civilian targeting",
            ),
        ),
        (
            "bombing",
            {"target": ["military.pk"]},
            (
                "Explosions/Remote violence",
                "Remote explosive/landmine/IED",
                "Unidentified Armed Group (Pakistan)",
                "Political militia",
                "Military Forces of Pakistan",
                None,
            ),
        ),
        (
            "agree",
            {"perpetrator": ["state.pk", "group.reds"]},
            ("Strategic developments", "Agreement", "Government of Pakistan", "State forces", "Reds", None),
        ),
        (
            "riot",
            {"perpetrator": ["civilians"], "target": ["police.pk"]},
            ("Riots", "Violent demonstration", "Rioters (Pakistan)", "Rioters", "Police Forces of Pakistan", None),
        ),
    ],
    ids=[
        "an attack on civilians",
        "an attack on police",
        "territory regained",
        "forces abroad",
        "nobody named",
        "an agreement",
        "a riot",
    ],
)
def test_acled_codes_by_who_the_sides_are(event_type: str, who: dict[str, list[str]], coded: tuple[Any, ...]) -> None:
    world = _incident(event_type, who)
    query = "select event_type, sub_event_type, actor1, inter1, actor2, civilian_targeting from mart.export_acled"
    assert [tuple(row.values()) for row in ask(world, query)] == [coded]


def test_acled_counts_the_lowest_figure_where_sources_disagree() -> None:
    world = _incident("bombing", FIGHT, killed_low=3, killed_best=5, killed_high=9, toll_disputed=True)
    assert ask(world, "select fatalities from mart.export_acled") == [{"fatalities": 3}]


@pytest.mark.parametrize(
    ("ucdp_type", "who", "toll", "sides", "deaths"),
    [
        (
            "state_based",
            FIGHT,
            [("security_force", "target", 4), ("militant", "perpetrator", 1)],
            ("Government of Pakistan", "Reds", 770, None),
            (4, 1, 0, 1),
        ),
        (
            "state_based",
            {"perpetrator": ["state.ir"], "target": ["military.pk"]},
            [("security_force", "target", 4)],
            ("Government of Iran", "Government of Pakistan", 630, 770),
            (0, 4, 0, 2),
        ),
        (
            "non_state",
            {"perpetrator": ["group.reds"], "target": ["group.blues"]},
            [("militant", "target", 6)],
            ("Reds", "Blues", None, None),
            (0, 6, 0, 0),
        ),
        (
            "one_sided",
            {"perpetrator": ["group.reds"], "target": ["civilians"]},
            [("civilian", "target", 6)],
            ("Reds", "Civilians", None, None),
            (0, 0, 6, 0),
        ),
        (
            "state_based",
            FIGHT,
            [("security_force", "target", 4), ("civilian", "target", 5)],
            ("Government of Pakistan", "Reds", 770, None),
            (0, 0, 0, 6),
        ),
        (
            "state_based",
            {"perpetrator": ["group.reds"], "target": ["civilians", "military.pk"]},
            [("civilian", "target", 2)],
            ("Government of Pakistan", "Reds", 770, None),
            (0, 0, 2, 4),
        ),
    ],
    ids=[
        "the state is side a",
        "two states",
        "two groups",
        "one-sided",
        "groups that come to more than best",
        "soldiers before civilians",
    ],
)
def test_ucdp_divides_the_dead_by_side(
    ucdp_type: str, who: Any, toll: Any, sides: tuple[Any, ...], deaths: tuple[int, ...]
) -> None:
    world = _incident("bombing", who, ucdp_type=ucdp_type, killed_low=6, killed_best=6, killed_high=6)
    for group, side, best in toll:
        world.add(
            "incident_casualty",
            incident_id="i1",
            outcome="killed",
            victim_group=group,
            side=side,
            low=best,
            best=best,
            high=best,
            mention_ids=["m1"],
        )
    query = """
        select side_a, side_b, gwnoa, gwnob, deaths_a, deaths_b, deaths_civilians, deaths_unknown, best
        from mart.export_ucdp_ged
    """
    assert [tuple(row.values()) for row in ask(world, query)] == [(*sides, *deaths, 6)]


@pytest.mark.parametrize(
    ("precision", "last", "date_prec"),
    [("day", 16, 1), ("day", 18, 2), ("week", 22, 3), ("month", 31, 4), ("year", 31, 5)],
)
def test_ucdp_says_how_exact_the_date_is(precision: str, last: int, date_prec: int) -> None:
    world = _incident("bombing", FIGHT, **DEAD, date_precision=precision, occurred_to=dt.date(2024, 1, last))
    assert ask(world, "select date_prec from mart.export_ucdp_ged") == [{"date_prec": date_prec}]


def test_a_year_with_25_deaths_of_a_dyad_is_active() -> None:
    world = _incident("bombing", FIGHT, ucdp_type="state_based", killed_low=25, killed_best=25, killed_high=25)
    assert ask(world, "select active_year from mart.export_ucdp_ged") == [{"active_year": 1}]


@pytest.mark.parametrize(
    ("event_type", "who", "actors", "recipients"),
    [
        ("meet", {"perpetrator": ["state.pk", "state.ir"]}, "Iran;Pakistan", None),
        ("armed_clash", {"party": ["military.pk", "group.reds"]}, "Reds;Pakistan Army", None),
        (
            "bombing",
            {"perpetrator": ["group.reds"], "target": ["military.pk", "civilians"]},
            "Reds",
            "Civilians;Pakistan Army",
        ),
        ("cooperate", {"perpetrator": ["state.pk", "state.ir"]}, "Iran", "Pakistan"),
    ],
    ids=[
        "all who meet are sources",
        "both parties of a clash are sources",
        "several recipients",
        "a recipient is required",
    ],
)
def test_plover_puts_several_actors_in_one_cell(
    event_type: str, who: dict[str, list[str]], actors: str, recipients: str | None
) -> None:
    world = _incident(event_type, who)
    query = 'select "Actor Name", "Recipient Name" from mart.export_plover'
    assert [tuple(row.values()) for row in ask(world, query)] == [(actors, recipients)]


@pytest.mark.parametrize("event_type", ["aid", "diplomatic_downgrade", "cooperate"])
def test_plover_leaves_out_what_requires_a_recipient_and_has_none(event_type: str) -> None:
    assert _excluded(_incident(event_type, {"perpetrator": ["state.ir"]}), "export_plover") == "recipient"
