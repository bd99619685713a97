"""Chronicles: what an entry's head says of day and place holds for what is told under it, and for nothing else."""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.extract.chronicles import breaks, entries
from sitrep.extract.placing import choose_places
from sitrep.extract.spans import find_spans
from sitrep.extract.text import headings, read
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document

LINES = (
    "A week of attacks\n\n"
    "May 6, Kabul: two killed\n\nA bomb exploded in a mosque. The Taliban claimed the attack.\n\n"
    "May 8, Herat: five killed\n\nGunmen shot dead five policemen."
)
RUN_IN = (
    "The month in brief\n\n"
    "6 May, Kabul. A bomb killed two people.\n\n"
    "8 May, Herat. Gunmen shot dead five policemen.\n\n"
    "The ministry did not comment."
)


def shown(text: str, ontology: Ontology) -> list[tuple[str, str, str | None, int | None]]:
    """The mentions of a text: trigger, day, place, and which happening."""
    found = extract(document(text), ontology, DAY).mentions
    return [
        (m.trigger, str(m.occurrence.date_from), m.place.text if m.place is not None else None, m.happening)
        for m in found
    ]


@pytest.mark.parametrize(
    "text", [LINES, RUN_IN], ids=["heads on lines of their own", "heads before the first sentence"]
)
def test_an_entry_dates_and_places_what_it_tells(text: str, ontology: Ontology) -> None:
    found = shown(text, ontology)
    kabul = {
        (day, place) for trigger, day, place, _ in found if trigger in ("exploded", "attack") or "killed" in trigger
    }
    assert ("2024-05-06", "Kabul") in kabul
    assert [(day, place) for trigger, day, place, _ in found if trigger == "shot dead"] == [("2024-05-08", "Herat")]


@pytest.mark.parametrize("text", [LINES, RUN_IN], ids=["lines", "run in"])
def test_entries_are_not_one_happening(text: str, ontology: Ontology) -> None:
    by_place: dict[str | None, set[int | None]] = {}
    for _, _, place, happening in shown(text, ontology):
        by_place.setdefault(place, set()).add(happening)
    assert by_place["Kabul"].isdisjoint(by_place["Herat"])


FACTBOX = (
    "FACTBOX - Security developments\n\n"
    "* BAGHDAD - A roadside bomb wounded two civilians, police said.\n\n"
    "* BAGHDAD - Gunmen wounded two policemen, police said.\n\n"
    "MOSUL - A bomb killed a judge on Tuesday, police said. His driver died too.\n\n"
    "KIRKUK -- Gunmen shot dead a soldier in a market.\n\n"
    "The ministry counts the dead of each month."
)


def test_entries_of_a_list_of_places_have_their_place_and_stay_apart(ontology: Ontology) -> None:
    found = shown(FACTBOX, ontology)
    told = {(place, happening) for _, _, place, happening in found}
    assert {place for place, _ in told} == {"BAGHDAD", "MOSUL", "KIRKUK"}
    assert len({happening for place, happening in told if place == "BAGHDAD"}) == 2
    mentions = extract(document(FACTBOX), ontology, DAY).mentions
    assert {m.entry for m in mentions} == {1, 2, 3, 5}
    assert {day for trigger, day, place, _ in found if place == "MOSUL"} == {"2024-05-07"}


def test_an_entry_ends_with_its_paragraph_where_its_head_stands_in_it(ontology: Ontology) -> None:
    text = read(RUN_IN)
    spans = find_spans(text, ontology)
    choose_places(text, spans, ontology, mixed_case=True)
    found = entries(text, spans, 0)
    assert [(entry.first, entry.last) for entry in found] == [(1, 2), (3, 4)]
    assert breaks(found) == {1, 3, 5}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("May 6, Kabul: two killed\n\nA bomb exploded.", id="one date is a dateline"),
        pytest.param("May 6 was calm.\n\nMay 8 was not.", id="sentences about days"),
        pytest.param("Kabul: calm.\n\nHerat: not.", id="no dates"),
    ],
)
def test_other_texts_are_no_chronicles(text: str, ontology: Ontology) -> None:
    tokens = read(text)
    assert entries(tokens, find_spans(tokens, ontology), 0) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It was calm.\n\nThe south\n\nIt was not.", [1], id="a line between paragraphs of prose"),
        pytest.param("One line\n\nAnother line\n\nIt was calm.", [], id="headlines above the text"),
        pytest.param("It was calm.\n\nOne\n\nTwo\n\nIt was not.", [], id="lines in a row are a list"),
        pytest.param("It was calm.\n\nIt was not.", [], id="prose alone"),
    ],
)
def test_headings(text: str, expected: list[int]) -> None:
    assert headings(read(text), 0) == expected


@pytest.mark.parametrize("mark", [" -", ", 2009 -", ":"])
def test_lines_that_begin_with_a_day_are_no_wrapped_paragraph(mark: str, ontology: Ontology) -> None:
    lines = (
        f"May 8{mark} Gunmen raided a barracks in the north of Herat and left",
        f"May 6{mark} At least 22 people were killed in a blast at a market in Kabul",
        f"May 4{mark} Eight people were killed in an attack on a university in Ghazni",
        f"May 2{mark} Tw",
    )
    text = "Attacks of the spring are listed here.\n\n" + "\n".join(lines)
    found = extract(document(text), ontology, DAY).mentions
    dead = {toll.low: str(m.occurrence.date_from)[5:] for m in found for toll in m.casualties}
    assert dead == {22: "05-06", 8: "05-04"}


def test_lines_that_hold_a_day_alone_date_what_follows_them(ontology: Ontology) -> None:
    told = [
        ("January 9", "The police shot dead a man in Changlang."),
        ("February 6", "A bomb at Monmao killed two porters."),
        ("February 7", "Gunmen shot dead a trader in Longding."),
    ]
    text = "\n\n".join(f"{day}\n{event}" for day, event in told)
    days = [str(mention.occurrence.date_from) for mention in extract(document(text), ontology, DAY).mentions]
    assert days == ["2024-01-09", "2024-02-06", "2024-02-07"]
    beside = extract(document("\n\n".join(f"{day}\n{event}" for day, event in told[1:])), ontology, DAY).mentions
    assert {str(mention.occurrence.date_from) for mention in beside} == {"2024-05-09"}
