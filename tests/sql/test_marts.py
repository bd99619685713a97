"""The marts on the small world: whole rows, worked out by hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sitrep.warehouse import SQL_DIR, sqlfiles, tables
from tests.warehouse.world import World, ask

MARTS = sqlfiles.marts(SQL_DIR)
TABLES = {table.full_name: table for table in tables()}
D = dt.date


def _rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        connection.execute("set TimeZone = 'UTC'")
        return connection.execute(query).fetchall()


def _asked(world: World, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in ask(world, query)]


@pytest.mark.parametrize("mart", MARTS, ids=lambda mart: mart.name)
def test_says_what_it_is_and_what_it_reads(mart: sqlfiles.SqlFile) -> None:
    assert mart.field("Kind") in ("table", "view")
    assert mart.field("Grain").endswith(".")
    assert set(mart.field("Inputs").split(", ")) == sqlfiles.tables_read(mart.body)
    assert mart.body.rstrip().endswith("select * from final")
    named = [column.name for column in TABLES[f"mart.{mart.name}"].columns]
    assert list(sqlfiles.column_comments(mart.body)) == named


def test_every_mart_of_the_contract_is_there() -> None:
    assert {
        "incident_daily", "incident_by_admin1", "actor_dyad", "disputed_toll", "escalation_chain", "source_agreement",
        "correction", "coverage", "export_acled", "export_acled_excluded", "export_ucdp_ged",
        "export_ucdp_ged_excluded", "export_plover", "export_plover_excluded",
    } <= {mart.name for mart in MARTS}  # fmt: skip


def test_each_mart_comes_after_those_that_it_reads() -> None:
    order = [f"mart.{mart.name}" for mart in MARTS]
    for number, mart in enumerate(MARTS):
        assert {name for name in sqlfiles.tables_read(mart.body) if name.startswith("mart.")} <= set(order[:number])


def test_incident_daily_counts_by_day_and_country(warehouse: Path) -> None:
    query = """
        select occurred_on, country, incidents, violent_incidents, diplomatic_incidents, protest_incidents,
            killed_low, killed_best, killed_high, civilians_killed, disputed_incidents, documents, publishers,
            incident_ids
        from mart.incident_daily order by all
    """
    assert _rows(warehouse, query) == [
        (D(2024, 1, 16), "PK", 1, 1, 0, 0, 6, 6, 7, None, 1, 0, 0, ["i1"]),
        (D(2024, 1, 17), "PK", 0, 0, 0, 0, None, None, None, None, 0, 2, 2, []),
        (D(2024, 1, 18), "PK", 0, 0, 0, 0, None, None, None, None, 0, 1, 1, []),
        (D(2024, 1, 19), "PK", 0, 0, 0, 0, None, None, None, None, 0, 1, 1, []),
        (D(2024, 1, 20), "PK", 1, 1, 0, 0, 5, 5, 5, 2, 0, 0, 0, ["i2"]),
        (D(2024, 1, 21), "PK", 0, 0, 0, 0, None, None, None, None, 0, 1, 1, []),
        (D(2024, 1, 21), None, 1, 0, 1, 0, None, None, None, None, 0, 0, 0, ["i3"]),
        (None, "PK", 1, 0, 0, 1, None, None, None, None, 0, 0, 0, ["i4"]),
    ]


def test_incident_by_admin1_counts_by_month_province_and_type(warehouse: Path) -> None:
    january = D(2024, 1, 1)
    query = "select * exclude (event_class, injured_best) from mart.incident_by_admin1 order by event_type"
    assert _rows(warehouse, query) == [
        (january, "PK", "Balochistan", "air_strike", 1, 5, 5, 5, 2, 0, ["i2"]),
        (january, "PK", "Balochistan", "bombing", 1, 6, 6, 7, None, 1, ["i1"]),
        (january, None, None, "condemn", 1, None, None, None, None, 0, ["i3"]),
        (january, "PK", "Balochistan", "protest", 1, None, None, None, None, 0, ["i4"]),
    ]


def test_actor_dyad_pairs_perpetrators_with_targets(warehouse: Path) -> None:
    query = """
        select month, actor, relation, other_actor, event_class, incidents, killed_best, civilians_killed, incident_ids
        from mart.actor_dyad
    """
    assert _rows(warehouse, query) == [
        (D(2024, 1, 1), "Pakistan Army", "directed", "Red Front", "violent", 1, 5, 2, ["i2"])
    ]


def test_actor_dyad_pairs_the_parties_of_a_clash_once() -> None:
    world = _clash(("party", "group.b", "Reds"), ("party", "group.a", "Blues"))
    query = "select actor_id, relation, other_actor_id from mart.actor_dyad"
    assert _asked(world, query) == [("group.a", "mutual", "group.b")]


def _clash(*who: tuple[str, str, str]) -> World:
    world = World()
    for actor_id, kind in (("group.a", "insurgent"), ("group.b", "insurgent"), ("military.pk", "military")):
        world.add("actor", actor_id=actor_id, name=actor_id, kind=kind, country="PK")
    world.add("actor", actor_id="police.pk", name="police.pk", kind="police", country="PK")
    text = "Reds, Blues, soldiers and police fought."
    world.document("d1", text, "2024-01-02")
    world.mention("m1", "d1", text, "fought", "armed_clash", "i1")
    world.incident("i1", "armed_clash", "2024-01-01")
    for role, actor_id, _ in who:
        world.add("incident_actor", incident_id="i1", role=role, actor_id=actor_id)
    return world


@pytest.mark.parametrize(
    ("who", "pair"),
    [
        (
            [("party", "group.a", ""), ("party", "military.pk", ""), ("party", "police.pk", "")],
            ("military.pk", "party", ["police.pk"], "group.a", "party", [], "military.pk", "group.a"),
        ),
        (
            [("perpetrator", "group.a", ""), ("party", "group.b", ""), ("claimant", "group.a", "")],
            ("group.a", "perpetrator", [], "group.b", "party", [], "group.a", "group.b"),
        ),
        ([("target", "group.a", "")], (None, None, [], "group.a", "target", [], None, "group.a")),
    ],
    ids=["a state stands with its own", "who began is on the first side", "nobody is made up"],
)
def test_incident_pair_puts_actors_on_two_sides(who: Any, pair: tuple[Any, ...]) -> None:
    query = "select * exclude (incident_id) from mart.incident_pair"
    assert _asked(_clash(*who), query) == [pair]


def test_reported_toll_takes_the_fullest_figure_of_each_speaker(warehouse: Path) -> None:
    query = """
        select incident_id, document_id, attributed_to, low, high, is_history, quotes
        from mart.reported_toll order by all
    """
    assert _rows(warehouse, query) == [
        ("i1", "d1", "the army", 5, 5, True, ["five soldiers"]),
        ("i1", "d2", "witnesses", 7, None, False, ["At least seven people"]),
        ("i1", "d3", "the army", 5, 5, False, ["five soldiers"]),
        ("i1", "d4", "the army", 6, 6, False, ["six soldiers"]),
        ("i2", "d5", None, 5, 5, False, ["three militants", "two villagers"]),
    ]


@pytest.mark.parametrize(
    ("toll", "figure"),
    [
        ([("killed", "total", 9, 9), ("killed", "civilian", 4, 4)], (9, 9)),
        ([("killed", "civilian", 4, 4), ("killed", "militant", 2, 3)], (6, 7)),
        ([("killed", "civilian", 4, None), ("killed", "militant", 2, 2)], (6, None)),
        ([("killed", "child", 3, 3), ("killed", "woman", 2, 2)], (3, None)),
        ([("killed", "civilian", 4, 4), ("killed", "child", 3, 3)], (4, 4)),
        ([("killed", "total", 0, 10)], (0, 10)),
    ],
    ids=["total", "groups add up", "open bound stays open", "parts are a lower bound", "parts are not added", "up to"],
)
def test_reported_toll_adds_up_what_divides_a_toll(toll: Any, figure: tuple[int, int | None]) -> None:
    world = World()
    text = "A bomb killed one two three."
    world.document("d1", text, "2024-01-02")
    words = ("one", "two", "three")
    figures = tuple((*one, word) for one, word in zip(toll, words, strict=False))
    world.mention("m1", "d1", text, "bomb", "bombing", "i1", toll=figures)
    world.incident("i1", "bombing", "2024-01-01")
    assert _asked(world, "select low, high from mart.reported_toll") == [figure]


def test_disputed_toll_puts_each_figure_beside_the_other(warehouse: Path) -> None:
    query = """
        select incident_id, outcome, incident_low, incident_best, incident_high, publisher, attributed_to, low, high,
            agrees_with_best, is_history, sentence
        from mart.disputed_toll order by document_id
    """
    five = "A bomb killed five soldiers near Mach on Tuesday, the army said."
    seven = "At least seven people were killed when a bomb hit an army truck near Mach, witnesses said."
    assert _rows(warehouse, query) == [
        ("i1", "killed", 6, 6, 7, "Daily A", "the army", 5, 5, False, True, five),
        ("i1", "killed", 6, 6, 7, "Herald B", "witnesses", 7, None, False, False, seven),
        ("i1", "killed", 6, 6, 7, "Morning C", "the army", 5, 5, False, False, five),
        ("i1", "killed", 6, 6, 7, "Daily A", "the army", 6, 6, True, False, five.replace("five", "six")),
    ]


def test_escalation_chain_goes_from_the_first_step_by_step(warehouse: Path) -> None:
    query = """
        select chain_id, step, incident_id, answers_incident_id, relation, days_after, mention_id
        from mart.escalation_chain order by step
    """
    assert _rows(warehouse, query) == [
        ("i1", 0, "i1", None, None, None, None),
        ("i1", 1, "i2", "i1", "retaliation_for", 4, "m6"),
        ("i1", 2, "i3", "i2", "condemns", 1, "m7"),
    ]


def test_escalation_chain_ends_where_incidents_answer_each_other(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute("insert into core.incident_link values ('i2', 'response_to', 'i3', 'm6')")
        mart = next(mart for mart in MARTS if mart.name == "escalation_chain")
        found = connection.execute(f"select incident_id, step from ({mart.body}) order by all").fetchall()
    assert found == [("i1", 0), ("i2", 1), ("i3", 2)]


def test_source_agreement_compares_the_last_words_of_two_outlets(warehouse: Path) -> None:
    query = "select * from mart.source_agreement order by all"
    assert _rows(warehouse, query) == [
        ("Daily A", "Herald B", 1, 1, 0, 0, 0, 1, 1.0, 0.0, ["i1"]),
        ("Daily A", "Morning C", 1, 1, 0, 0, 1, 0, 1.0, 0.0, ["i1"]),
        ("Herald B", "Morning C", 1, 1, 0, 0, 1, 0, 2.0, 0.0, ["i1"]),
    ]


def test_source_agreement_leaves_out_copies_of_one_text() -> None:
    world = World()
    text = "A bomb killed one."
    for number, publisher in enumerate(("A", "B")):
        world.document(f"d{number}", text, "2024-01-02", publisher=publisher, syndication_id="s")
        world.mention(
            f"m{number}", f"d{number}", text, "bomb", "bombing", "i1", toll=(("killed", "total", 1, 1, "one"),)
        )
    world.incident("i1", "bombing", "2024-01-01")
    assert _asked(world, "select * from mart.source_agreement") == []


def test_correction_shows_what_an_outlet_said_before(warehouse: Path) -> None:
    query = """
        select incident_id, outcome, publisher, correction_kind, earlier_document_id, document_id, earlier_low, low,
            change, hours_between, earlier_mention_id, mention_id
        from mart.correction
    """
    assert _rows(warehouse, query) == [
        ("i1", "killed", "Daily A", "replaced", "d1", "d4", 5, 6, 1, 48.0, "m1", "m5"),
    ]


def test_incident_change_gives_each_value_before_and_after(warehouse: Path) -> None:
    query = "select revision, field, value_before, value_after, documents from mart.incident_change order by revision"
    assert _rows(warehouse, query) == [(1, "killed_best", "null", "5", ["d1"]), (2, "killed_best", "5", "6", ["d4"])]


def test_rule_record_tells_what_became_of_the_rows_of_each_rule() -> None:
    world, rows = World(), {"a": "open", "b": "replayed", "c": "dismissed", "d": "open"}
    for name, status in rows.items():
        world.add(
            "quarantine",
            quarantine_id=name,
            stage="raw_text",
            row_key=f"delivery|{name}",
            reasons=["batch_refused: not_empty, core.mention.account"] if name == "d" else ["not_empty: raw_size = 0"],
            status=status,
        )
    for success in (True, False):
        world.add(
            "check_result",
            stage="raw_text",
            suite="raw_text.delivery",
            expectation="not_empty",
            success=success,
            severity="blocking",
            unexpected_count=3,
        )
    columns = "rows_stopped, rows_stopped_with_batch, rows_open, rows_released, rows_dismissed, released_share"
    query = f"select suite, rule, times_asked, times_failed, {columns} from mart.rule_record order by all"
    assert _asked(world, query) == [
        ("core.mention", "account", 0, 0, 0, 1, 1, 0, 0, 0.0),
        ("raw_text.delivery", "not_empty", 2, 1, 3, 1, 2, 1, 1, 0.25),
    ]


@pytest.mark.parametrize(
    ("instant", "believed"),
    [("2024-02-01 12:00:00+00", [("i1", 5)]), ("2024-03-01", [("i1", 6)]), ("2024-01-01", [])],
    ids=["after the first publish", "after the second", "before any"],
)
def test_tells_what_was_believed_at_an_instant(warehouse: Path, instant: str, believed: list[tuple[str, int]]) -> None:
    query = f"select incident_id, killed_best from core.incident_as_of(timestamptz '{instant}')"
    assert _rows(warehouse, query) == believed


def test_tells_who_was_believed_to_have_done_it(warehouse: Path) -> None:
    assert _rows(warehouse, "select role, actor_id from core.incident_actor_as_of(timestamptz '2024-03-01')") == [
        ("target", "military.pk")
    ]
    query = "select victim_group, low, mention_ids from core.incident_casualty_as_of(timestamptz '2024-03-01')"
    assert _rows(warehouse, query) == [("total", 6, ["m3"])]
    assert _rows(warehouse, "select * from core.incident_link_as_of(timestamptz '2024-03-01')") == []
