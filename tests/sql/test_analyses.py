"""Each question of sql/analyses on the small world: the answer row by row (the rest is in test_coverage)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from sitrep.warehouse import SQL_DIR, analyses, sqlfiles
from tests.warehouse.small import CLOCK

D = dt.date
LATER = CLOCK + dt.timedelta(days=1)
ARMY_SAYS = "A bomb killed {} soldiers near Mach on Tuesday, the army said."
BOMBING = ("i1", D(2024, 1, 16), "Mach", "Toll rises to six")
CLAIM = "The Red Front claimed the attack."

ANSWERS: list[tuple[str, dict[str, str], list[tuple[Any, ...]]]] = [
    (
        "actor_record",
        {"actor": "red front"},
        [
            (D(2024, 1, 1), "Red Front", "claimant", "violent", 1, 6, 1, 0),
            (D(2024, 1, 1), "Red Front", "target", "violent", 1, 5, 0, 0),
        ],
    ),
    ("after_ceasefire", {}, []),
    ("civilian_share", {}, [("Pakistan Army", "military", 1, 5, 2, 0, 3, 0.4, 0)]),
    ("civilian_share", {"min_killed": "6"}, []),
    (
        "deadliest_incidents",
        {},
        [
            ("i1", D(2024, 1, 16), "PK", "Mach", "bombing", 6, 6, 7, True, 3, "Toll rises to six"),
            ("i2", D(2024, 1, 20), "PK", "Kachhi", "air_strike", 5, 5, 5, False, 1, "Army strikes"),
        ],
    ),
    (
        "deadliest_incidents",
        {"since": "2024-01-17", "top": "1"},
        [("i2", D(2024, 1, 20), "PK", "Kachhi", "air_strike", 5, 5, 5, False, 1, "Army strikes")],
    ),
    (
        "disputed_tolls",
        {"country": "PK"},
        [
            (*BOMBING, *voice, low, high, 6, is_old, D(2024, 1, on), words, url)
            for *voice, low, high, is_old, on, words, url in (
                ("Daily A", "the army", 5, 5, True, 17, "five soldiers", "https://a.example/1"),
                ("Herald B", "witnesses", 7, None, False, 17, "At least seven people", "https://b.example/1"),
                ("Morning C", "the army", 5, 5, False, 18, "five soldiers", None),
                ("Daily A", "the army", 6, 6, False, 19, "six soldiers", "https://a.example/1"),
            )
        ],
    ),
    ("disputed_tolls", {"outcome": "injured"}, []),
    (
        "first_and_correcting_outlets",
        {},
        [
            ("Herald B", 3, 1, 1, 1.0, 0.0, 0, 0, 0, 0, None),
            ("Daily A", 1, 1, 1, 1.0, 0.0, 1, 1, 1, 0, 48.0),
            ("Morning C", 1, 1, 0, 0.0, 24.0, 0, 0, 0, 0, None),
        ],
    ),
    ("heating_districts", {"until": "2024-01-31"}, [("PK", "Balochistan", "Kachhi", 2, 11, 0.0, 2.0, 1)]),
    (
        "incident_history",
        {"incident": "i0"},
        [
            ("i1", 1, CLOCK, "killed_best", "null", "5", ["d1"]),
            ("i1", 2, LATER, "killed_best", "5", "6", ["d4"]),
        ],
    ),
    (
        "means_by_month",
        {},
        [
            (D(2024, 1, 1), "PK", "Air, drone or missile strike", 1, 0.5, None, 5),
            (D(2024, 1, 1), "PK", "Bombing or other explosion", 1, 0.5, None, 6),
        ],
    ),
    (
        "outlets_that_agree",
        {},
        [
            ("Daily A", "Herald B", 1, 1, 0, 0.0, 0, 1, 1.0),
            ("Daily A", "Morning C", 1, 1, 0, 0.0, 1, 0, 1.0),
            ("Herald B", "Morning C", 1, 1, 0, 0.0, 1, 0, 2.0),
        ],
    ),
    ("places_hit_again", {"min_incidents": "3"}, []),
    ("refused_and_why", {}, [("raw_text", "raw_size", "open", 1, "raw_size: 0 bytes <script>", "refused", CLOCK)]),
    ("reporting_delay", {}, [("PK", "Pakistan", 2, 0, 1.0, 1.0, 1)]),
    (
        "retaliation_chains",
        {"min_steps": "2"},
        [
            ("i1", D(2024, 1, 16), 0, None, D(2024, 1, 16), None, "bombing", "PK", "Mach", 6, 11, "Toll rises to six"),
            (
                "i1", D(2024, 1, 16), 1, "retaliation_for", D(2024, 1, 20), 4, "air_strike", "PK", "Kachhi", 5, 11,
                "Army strikes",
            ),
            (
                "i1", D(2024, 1, 16), 2, "condemns", D(2024, 1, 21), 1, "condemn", None, None, None, 11,
                "Iran condemned the strikes.",
            ),
        ],
    ),
    ("retaliation_chains", {"min_steps": "3"}, []),
    ("rises_explained", {}, []),
    ("silent_outlets", {}, []),
    (
        "single_origin",
        {},
        [("i2", D(2024, 1, 20), "PK", "Kachhi", "air_strike", 5, 1, "Herald B", None, "Army strikes")],
    ),
    ("toll_settling", {}, [("i1", D(2024, 1, 16), "PK", "Mach", 7, 7, 0, 0, 3)]),
    (
        "unconfirmed_claims",
        {},
        [("i1", D(2024, 1, 16), "PK", "Mach", "bombing", "Red Front", D(2024, 1, 17), 6, CLAIM)],
    ),
    (
        "what_changed",
        {},
        [
            (
                LATER, "i1", "changed", D(2024, 1, 16), "PK", "Toll rises to six", "killed_best", "5", "6", ["d4"],
            )
        ],
    ),
    ("what_changed", {"since": "2024-03-01"}, []),
    ("who_attacks_whom", {}, [(D(2024, 1, 1), "Pakistan Army", "attacks", "Red Front", 1, 5, 5, 5, 2, 0)]),
    ("who_condemns", {}, [("i2", D(2024, 1, 20), "PK", "air_strike", 5, "Iran", 1, "Army strikes")]),
]  # fmt: skip


def _answer(warehouse: Path, name: str, **given: str) -> list[tuple[Any, ...]]:
    table = analyses.ask(warehouse, analyses.find(name), given)
    return [tuple(row.values()) for row in table.to_pylist()]


@pytest.mark.parametrize(("name", "given", "rows"), ANSWERS, ids=[f"{name} {given}" for name, given, _ in ANSWERS])
def test_answers(warehouse: Path, name: str, given: dict[str, str], rows: list[tuple[Any, ...]]) -> None:
    assert _answer(warehouse, name, **given) == rows


def test_traces_an_incident_to_the_characters_of_its_sources(warehouse: Path) -> None:
    rows = _answer(warehouse, "trace_incident", incident="i0")
    assert rows[:3] == [
        (
            "i1", "Daily A", D(2024, 1, 17), "d1.txt", "mention", "bombing (asserted)", "bomb", 2, 6, "the army",
            ARMY_SAYS.format("five"), "r1", "m1", "https://a.example/1",
        ),
        (
            "i1", "Daily A", D(2024, 1, 17), "d1.txt", "casualty", "killed security_force: 5", "five soldiers", 14, 27,
            "the army", ARMY_SAYS.format("five"), "r1", "m1", "https://a.example/1",
        ),
        (
            "i1", "Daily A", D(2024, 1, 17), "d1.txt", "actor", "target: military.pk", "soldiers", 19, 27, None,
            ARMY_SAYS.format("five"), "r1", "m1", "https://a.example/1",
        ),
    ]  # fmt: skip
    assert len(rows) == 14
    assert "killed total: 7 or more" in [row[5] for row in rows]


def test_a_claim_that_an_official_confirms_is_not_unconfirmed(warehouse: Path) -> None:
    import duckdb

    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(
            "insert into core.mention_actor values"
            " ('m5', 'perpetrator', 'group.red-front', 'x', 0, 1, 'a police official', 'suspected')"
        )
    assert _answer(warehouse, "unconfirmed_claims") == []


def test_every_question_is_asked_above() -> None:
    asked = {name for name, _, _ in ANSWERS} | {"trace_incident"}
    assert asked == {one.name for one in analyses.analyses()}
    assert len(asked) >= 15


@pytest.mark.parametrize("file", sqlfiles.read_folder(SQL_DIR / "analyses"), ids=lambda file: file.name)
def test_says_what_it_asks_and_reads(file: sqlfiles.SqlFile) -> None:
    assert file.purpose.endswith("?")
    assert file.field("Grain").endswith(".")
    assert set(file.field("Inputs").split(", ")) == sqlfiles.tables_read(file.body)
    bound = {f"${one.name}" for one in analyses.find(file.name).parameters}
    assert bound == {word for word in bound if word in file.body}
    assert "order by" in file.body


@pytest.mark.parametrize(
    ("name", "given", "error", "words"),
    [
        ("dedliest", {}, analyses.UnknownAnalysis, "there is no question 'dedliest'"),
        ("deadliest_incident", {}, analyses.UnknownAnalysis, "did you mean deadliest_incidents"),
        ("deadliest_incidents", {"land": "PK"}, analyses.WrongParameter, "no parameter 'land'; it has country, since"),
        ("deadliest_incidents", {"top": "many"}, analyses.WrongParameter, "top must be a whole number, not 'many'"),
        ("deadliest_incidents", {"since": "May"}, analyses.WrongParameter, "since must be a day such as 2024-01-31"),
        ("trace_incident", {}, analyses.WrongParameter, "incident must be given"),
    ],
)
def test_says_what_is_wrong_with_a_question(
    warehouse: Path, name: str, given: dict[str, str], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        _answer(warehouse, name, **given)


def test_binds_values_and_never_pastes_them(warehouse: Path) -> None:
    assert _answer(warehouse, "deadliest_incidents", country="PK' or true --") == []
    assert _answer(warehouse, "deadliest-incidents", country="PK") != []


def test_a_header_that_is_malformed_is_named(tmp_path: Path) -> None:
    (tmp_path / "analyses").mkdir()
    (tmp_path / "analyses" / "bad.sql").write_text("-- Why?\n-- Grain: one row.\n-- Param: day\nselect 1\n")
    with pytest.raises(sqlfiles.MalformedSqlFile, match=r"bad\.sql: 'Param: day'"):
        analyses.analyses(tmp_path)
