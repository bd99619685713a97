"""What is handed over to the scorer of MUC-4: each actor once, the country by its name, the last day of a stretch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from benchmarks.extraction.answers import answers

_TABLES = """
    create schema core;
    create table core.document (document_id varchar, url varchar, published_on date);
    create table core.country (country varchar, name varchar);
    create table core.place (place_id varchar, name varchar, admin1 varchar, admin2 varchar, country varchar);
    create table core.mention (mention_id varchar, document_id varchar, event_type varchar, incident_id varchar,
        place_id varchar, place_text varchar, occurred_to date, date_precision varchar,
        trigger_start bigint, date_basis varchar, place_basis varchar, unresolved_reason varchar, happening bigint,
        sentence varchar);
    create table core.mention_actor (mention_id varchar, role varchar, name varchar, certainty varchar,
        char_start bigint, actor_id varchar);
    create table core.actor (actor_id varchar, name varchar, kind varchar, aliases varchar[]);
    insert into core.actor values ('rebels', 'rebels', 'insurgent', []), ('army', 'army', 'military', []),
        ('person.ruiz', 'Ana Ruiz', 'military', []), ('things', 'things', 'civilians', []),
        ('unidentified.posts', 'posts', 'unidentified', []), ('civilians.villages', 'villages', 'civilians', []),
        ('police', 'police', 'police', []), ('group.front', 'Red Front', 'insurgent', ['RF']),
        ('state.pa', 'Panama', 'state', []);
    create table core.mention_casualty (mention_id varchar, outcome varchar, victim_group varchar, low bigint);
    create table core.incident (incident_id varchar, event_type varchar);
    insert into core.incident values ('i', 'bombing'), ('j', 'arson'), ('k', 'sabotage');
    insert into core.document values ('d', 'muc4:D-1', '1989-03-20');
    insert into core.country values ('SV', 'El Salvador'), ('PA', 'Panama');
    insert into core.place values ('apopa', 'Apopa', 'San Salvador', null, 'SV'), ('colon', 'Colon', null, null, 'PA');
"""


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as connection:
        connection.execute(_TABLES)
        yield connection


def _mention(
    connection: duckdb.DuckDBPyConnection,
    mention: str,
    incident: str | None,
    day: int,
    start: int,
    kind: str = "bombing",
    basis: tuple[str, str] = ("explicit", "stated"),
    month: int = 3,
    reason: str | None = None,
    sentence: str = "",
    place: str = "apopa",
) -> None:
    when = dt.date(1989, month, day)
    row = [mention, "d", kind, incident, place, "APOPA", when, "day", start, *basis, reason, 1, sentence]
    connection.execute(f"insert into core.mention values ({', '.join('?' * len(row))})", row)


def _told(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    return answers(connection)[0]["events"]


def test_an_incident_of_two_mentions_is_one_event_with_what_both_tell(connection: duckdb.DuckDBPyConnection) -> None:
    _mention(connection, "m1", "i", 19, 5)
    _mention(connection, "m2", "i", 19, 50)
    connection.execute("""
        insert into core.mention_actor values ('m1', 'perpetrator', 'URBAN\nREBELS', 'stated', 1, 'rebels'),
            ('m2', 'perpetrator', 'URBAN REBELS', 'suspected', 40, 'rebels'),
            ('m2', 'target', 'A BUS', 'stated', 60, 'things');
        insert into core.mention_casualty values ('m1', 'killed', 'civilian', 2), ('m1', 'killed', 'militant', 1),
            ('m2', 'killed', 'total', 5), ('m2', 'injured', 'total', null);
    """)
    assert _told(connection) == [
        {
            "type": "bombing",
            "perpetrators": ["URBAN REBELS"],
            "targets": ["A BUS"],
            "killed": 5,
            "injured": None,
            "place": ["APOPA", "Apopa", "San Salvador", "El Salvador"],
            "date": "1989-03-19",
        }
    ]


@pytest.mark.parametrize("reason", ["aggregate", "planned", "denied"])
def test_what_is_no_incident_is_not_handed_over(connection: duckdb.DuckDBPyConnection, reason: str) -> None:
    _mention(connection, "m1", None, 19, 5, reason=reason)
    assert answers(connection) == []


@pytest.mark.parametrize("reason", ["ambiguous", "threatened"])
def test_a_threat_and_what_fits_several_incidents_are_asked_for_where_somebody_is_struck(
    connection: duckdb.DuckDBPyConnection, reason: str
) -> None:
    _mention(connection, "m1", None, 19, 5, reason=reason)
    assert _told(connection) == []
    connection.execute("insert into core.mention_actor values ('m1', 'target', 'A BUS', 'stated', 1, 'things')")
    assert [event["targets"] for event in _told(connection)] == [["A BUS"]]
    assert answers(connection, all_told=True)[0]["events"] == []


def test_who_withdraws_or_is_sought_did_not_do_the_deed(connection: duckdb.DuckDBPyConnection) -> None:
    for number, kind in enumerate(("bombing", "withdraw", "disrupted_weapons_use")):
        _mention(connection, f"m{number}", "i", 19, number, kind)
        for role in ("perpetrator", "target"):
            actor = {"perpetrator": "rebels", "target": "things"}[role]
            row = [f"m{number}", role, f"{role} {number}", "stated", number, actor]
            connection.execute("insert into core.mention_actor values (?, ?, ?, ?, ?, ?)", row)
    (event,) = _told(connection)
    assert event["perpetrators"] == ["perpetrator 0"]
    assert event["targets"] == ["target 0", "target 2"]


@pytest.mark.parametrize(
    ("name", "actor"), [("TWO VILLAGES", "civilians.villages"), ("Apopa", "things"), ("PANAMA", "state.pa")]
)
def test_the_town_that_was_struck_is_where_it_was(connection: duckdb.DuckDBPyConnection, name: str, actor: str) -> None:
    _mention(connection, "m1", "i", 19, 5)
    for number, target in enumerate([(name, actor), ("A BUS", "things")]):
        row = ["m1", "target", target[0], "stated", number, target[1]]
        connection.execute("insert into core.mention_actor values (?, ?, ?, ?, ?, ?)", row)
    assert _told(connection)[0]["targets"] == ["A BUS"]


def test_of_those_struck_soldiers_are_handed_over_only_where_all_are(connection: duckdb.DuckDBPyConnection) -> None:
    _mention(connection, "m1", "i", 19, 5)
    connection.execute("""
        insert into core.mention_actor values ('m1', 'target', 'A PATROL', 'stated', 1, 'army'),
            ('m1', 'target', 'COLONEL ANA RUIZ', 'stated', 20, 'person.ruiz'),
            ('m1', 'target', 'A GUARD', 'stated', 30, 'police');
        insert into core.mention_casualty values ('m1', 'killed', 'civilian', 2);
    """)
    assert _told(connection)[0]["targets"] == ["COLONEL ANA RUIZ", "A GUARD"]
    connection.execute("delete from core.mention_actor where char_start > 1")
    assert _told(connection)[0]["targets"] == ["A PATROL"]


@pytest.mark.parametrize(
    ("kind", "struck", "expected"),
    [
        ("bombing", "things", "bombing"),
        ("bombing", "army", "armed_clash"),
        ("bombing", "unidentified.posts", "armed_clash"),
        ("withdraw", "things", "armed_clash"),
    ],
)
def test_a_clash_in_which_others_were_attacked_is_that_attack(
    connection: duckdb.DuckDBPyConnection, kind: str, struck: str, expected: str
) -> None:
    _mention(connection, "m1", "i", 19, 5, "armed_clash")
    _mention(connection, "m2", "i", 19, 50, "armed_clash")
    _mention(connection, "m3", "i", 19, 90, kind)
    connection.execute(f"insert into core.mention_actor values ('m3', 'target', 'A BUS', 'stated', 95, '{struck}')")
    assert answers(connection, all_told=True)[0]["events"][0]["type"] == expected


def test_a_bomb_that_was_found_in_time_is_a_bombing(connection: duckdb.DuckDBPyConnection) -> None:
    _mention(connection, "m1", "i", 19, 5, "disrupted_weapons_use")
    assert _told(connection)[0]["type"] == "bombing"


def test_who_is_only_said_not_to_have_done_it_did_not(connection: duckdb.DuckDBPyConnection) -> None:
    _mention(connection, "m1", "i", 19, 5)
    connection.execute("insert into core.mention_actor values ('m1', 'perpetrator', 'ARMY', 'denied', 1, 'army')")
    assert _told(connection)[0]["perpetrators"] == []


@pytest.mark.parametrize(
    ("told", "named", "expected"),
    [
        ("THE REBELS", "RED\nFRONT", ["THE REBELS", "RED FRONT"]),
        ("THE REBELS", "SOME RF UNITS", ["THE REBELS", "SOME RF UNITS"]),
        ("RF TROOPS", "THE RED FRONT", ["RF TROOPS"]),
        ("THE REBELS", "THE GUERRILLAS", ["THE REBELS"]),
    ],
)
def test_a_group_is_handed_over_by_its_name_too(
    connection: duckdb.DuckDBPyConnection, told: str, named: str, expected: list[str]
) -> None:
    _mention(connection, "m1", "i", 19, 5)
    _mention(connection, "m2", "j", 20, 50)
    for number, name in ((1, told), (2, named)):
        row = [f"m{number}", "perpetrator", name, "stated", number, "group.front"]
        connection.execute("insert into core.mention_actor values (?, ?, ?, ?, ?, ?)", row)
    assert _told(connection)[0]["perpetrators"] == expected


def test_where_a_group_did_it_nobody_else_is_handed_over(connection: duckdb.DuckDBPyConnection) -> None:
    _mention(connection, "m1", "i", 19, 5)
    connection.execute("""
        insert into core.mention_actor values ('m1', 'perpetrator', 'ARMED MEN', 'stated', 1, 'unidentified.posts'),
            ('m1', 'perpetrator', 'RED FRONT', 'suspected', 20, 'group.front');
    """)
    assert _told(connection)[0]["perpetrators"] == ["RED FRONT"]


@pytest.mark.parametrize(("kind", "handed"), [("armed_attack", 1), ("air_strike", 0), ("shelling", 0)])
def test_what_aircraft_and_artillery_did_is_of_a_war(
    connection: duckdb.DuckDBPyConnection, kind: str, handed: int
) -> None:
    _mention(connection, "m1", "i", 19, 5, kind, basis=("document", "stated"))
    _mention(connection, "m2", "j", 20, 50, "arson")
    connection.execute("insert into core.mention_actor values ('m1', 'target', 'A BUS', 'stated', 60, 'things')")
    assert sum(event["type"] == kind for event in _told(connection)) == handed


def test_two_incidents_of_a_document_are_two_events(connection: duckdb.DuckDBPyConnection) -> None:
    _mention(connection, "m1", "i", 19, 5)
    _mention(connection, "m2", "j", 20, 50)
    assert [event["date"] for event in _told(connection)] == ["1989-03-19", "1989-03-20"]


@pytest.mark.parametrize(("incident", "expected"), [("i", "bombing"), ("k", "sabotage")])
def test_of_two_types_told_as_often_the_incidents_own_is_handed_over(
    connection: duckdb.DuckDBPyConnection, incident: str, expected: str
) -> None:
    _mention(connection, "m1", incident, 19, 5, "bombing")
    _mention(connection, "m2", incident, 19, 50, "sabotage")
    assert _told(connection)[0]["type"] == expected


@pytest.mark.parametrize(
    ("beside", "expected"), [("bombing", ["bombing", "arson", "robbery"]), ("withdraw", ["withdraw"])]
)
def test_a_fire_and_a_robbery_beside_an_attack_are_answers_of_their_own(
    connection: duckdb.DuckDBPyConnection, beside: str, expected: list[str]
) -> None:
    for start, kind in enumerate((beside, beside, "arson", "arson", "robbery")):
        _mention(connection, f"m{start}", "i", 19, start, kind)
    assert [event["type"] for event in _told(connection)][: len(expected)] == expected


def test_planes_did_nothing_and_men_of_unknown_sides_were_not_the_aim(connection: duckdb.DuckDBPyConnection) -> None:
    _mention(connection, "m1", "i", 19, 5)
    connection.execute("""
        insert into core.mention_actor values ('m1', 'perpetrator', 'A PLANE', 'stated', 1, 'things'),
            ('m1', 'perpetrator', 'GUNMEN', 'stated', 20, 'unidentified.posts'),
            ('m1', 'target', 'POSTS', 'stated', 30, 'unidentified.posts'),
            ('m1', 'target', 'A BUS', 'stated', 40, 'things');
    """)
    (event,) = _told(connection)
    assert (event["perpetrators"], event["targets"]) == (["GUNMEN"], ["A BUS"])


@pytest.mark.parametrize(
    ("kind", "toll", "asked"), [("sabotage", False, False), ("bombing", False, True), ("sabotage", True, True)]
)
def test_deeds_of_which_only_the_culprit_is_told_are_not_asked_for(
    connection: duckdb.DuckDBPyConnection, kind: str, *, toll: bool, asked: bool
) -> None:
    _mention(connection, "m1", "i", 19, 5, kind)
    connection.execute("insert into core.mention_actor values ('m1', 'perpetrator', 'ARMY', 'stated', 1, 'army')")
    if toll:
        connection.execute("insert into core.mention_casualty values ('m1', 'injured', 'civilian', 2)")
    assert bool(_told(connection)) is asked


@pytest.mark.parametrize(
    ("struck", "toll", "asked"),
    [
        (["army"], None, False),
        (["army", "rebels"], None, False),
        (["army", "unidentified.posts"], None, False),
        (["army"], ("killed", "civilian", 2), True),
        (["army"], ("killed", "security_force", 2), False),
        (["army", "things"], None, True),
        (["person.ruiz"], None, True),  # an officer who is named
        ([], None, True),
    ],
)
def test_what_was_done_to_armed_forces_alone_is_not_asked_for(
    connection: duckdb.DuckDBPyConnection, struck: list[str], toll: tuple[str, str, int] | None, *, asked: bool
) -> None:
    _mention(connection, "m1", "i", 19, 5)
    for number, actor in enumerate(struck):
        row = ["m1", "target", actor, "stated", number, actor]
        connection.execute("insert into core.mention_actor values (?, ?, ?, ?, ?, ?)", row)
    if toll is not None:
        connection.execute("insert into core.mention_casualty values ('m1', ?, ?, ?)", toll)
    assert bool(_told(connection)) is asked
    assert answers(connection, all_told=True)[0]["events"]


@pytest.mark.parametrize(("month", "asked"), [(3, True), (2, True), (1, False)])
def test_what_is_long_past_is_not_asked_for(connection: duckdb.DuckDBPyConnection, month: int, *, asked: bool) -> None:
    _mention(connection, "m1", "i", 10, 5, month=month)
    assert bool(_told(connection)) is asked


@pytest.mark.parametrize(
    ("basis", "toll", "struck", "asked"),
    [
        (("explicit", "scene"), False, None, True),
        (("document", "stated"), False, None, True),
        (("document", "scene"), True, None, True),
        (("document", "scene"), False, "person.ruiz", True),
        (("document", "scene"), False, "things", False),
        (("document", "scene"), False, None, False),
    ],
)
def test_what_nothing_in_particular_is_told_of_is_not_asked_for(
    connection: duckdb.DuckDBPyConnection, basis: tuple[str, str], struck: str | None, *, toll: bool, asked: bool
) -> None:
    _mention(connection, "m1", "i", 10, 5, basis=basis)
    if struck:
        connection.execute(f"insert into core.mention_actor values ('m1', 'target', 'RUIZ', 'stated', 1, '{struck}')")
    if toll:
        connection.execute("insert into core.mention_casualty values ('m1', 'injured', 'civilian', 2)")
    assert bool(_told(connection)) is asked


@pytest.mark.parametrize(
    ("sentence", "place", "doer", "alone", "asked"),
    [
        ("THE MILL WAS WRECKED.", "apopa", "rebels", False, True),
        ("THEY WRECKED OUR MILL.", "apopa", "rebels", True, True),
        ("THEY WRECKED OUR MILL.", "apopa", "rebels", False, False),
        ("THE MILL WAS WRECKED.", "colon", "rebels", True, True),
        ("THE MILL WAS WRECKED.", "colon", "rebels", False, False),
        ("THE MILL WAS WRECKED.", "apopa", "unidentified.posts", False, True),
        ("THE MILL WAS WRECKED.", "colon", "unidentified.posts", False, False),
    ],
)
def test_what_several_signs_speak_against_is_not_asked_for(
    connection: duckdb.DuckDBPyConnection, sentence: str, place: str, doer: str, *, alone: bool, asked: bool
) -> None:
    basis = ("document", "stated")
    _mention(connection, "m1", "k", 19, 5, "sabotage", basis, sentence=sentence, place=place)
    connection.execute(f"""
        insert into core.mention_actor values ('m1', 'target', 'THE MILL', 'stated', 1, 'things'),
            ('m1', 'perpetrator', 'THEY', 'stated', 20, '{doer}');
    """)
    if not alone:
        _mention(connection, "m2", "j", 19, 50, "arson", ("document", "scene"))
    assert ("sabotage" in [event["type"] for event in _told(connection)]) is asked
