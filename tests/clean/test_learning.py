"""Furniture learned from many pages of a site, written to a file, and applied from it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sitrep.clean import clean, load_rules
from sitrep.clean.learning import LearnedLine, LearnedSite, Page, file_name, learn, merged, page_of, parse, render
from sitrep.clean.rules import BadRule
from sitrep.clean.signature import signature
from sitrep.records import CleanDocument, Delivery

RULES = load_rules()
TOWNS = [
    "Karwat",
    "Dolna",
    "Hamrin",
    "San Elio",
    "Bel Ata",
    "Port Amal",
    "Sel",
    "Orsk",
    "Tarn",
    "Marwan",
    "Lumera",
    "Ostia",
]
DEEDS = [
    "stormed a depot",
    "blew up a bridge",
    "burned two lorries",
    "raided a farm",
    "shot at a train",
    "took a checkpoint",
]
SITE = "valley.example"
LABEL = "Valley Post mobile desk number nine."
BACKGROUND = (
    "The Northern Front has fought the government since 1998 and is banned in both countries as a terrorist group."
)


def text(number: int) -> str:
    town, deed = TOWNS[number % 12], DEEDS[number % 6]
    return (
        f"Gunmen in {town} {deed} as night fell\n\nGunmen of whom nothing is known {deed} near {town} on Tuesday, "
        f"killing {number + 2} people, said the mayor of {town}, who had been {number} years in office.\n\n"
        f"In {town} people said that they had seen men with {number} horses come out of wood {number * 7}.\n\n"
        + (f"{BACKGROUND}\n\n" if number % 4 == 0 else "")
        + LABEL
    )


def documents(numbers: range, url: str = "https://www.valley.example/{}") -> list[CleanDocument]:
    found = []
    for number in numbers:
        delivery = Delivery("feed", f"{number}.txt", text(number).encode(), "text/plain", {"url": url.format(number)})
        found += clean(delivery, str(number), dt.date(2026, 1, 1), RULES)
    return found


def pages(found: list[CleanDocument]) -> list[Page]:
    rows = [
        {"url": d.url, "source_name": "feed", "clean_text": d.clean_text, "signature": list(d.signature)} for d in found
    ]
    return [page_of(row) for row in rows]


def test_what_recurs_is_learned_and_what_is_background_is_not() -> None:
    assert learn(pages(documents(range(12)))) == {
        "valley.example": LearnedSite(12, (LearnedLine(LABEL, 12),)),
    }


def test_copies_of_one_text_show_nothing() -> None:
    copy = Page("valley.example", text(1), signature(text(1)))
    assert learn([copy] * 50) == {}


def test_few_pages_show_nothing() -> None:
    assert learn(pages(documents(range(5)))) == {}


def test_order_does_not_matter() -> None:
    found = pages(documents(range(12)))
    assert learn(found) == learn(reversed(found))


def test_what_was_learned_is_cut_from_that_site_alone(tmp_path: Path) -> None:
    file = tmp_path / "learned.yaml"
    file.write_text(render(SITE, learn(pages(documents(range(12))))[SITE], dt.date(2026, 1, 1)))
    assert file.read_text().splitlines()[3:] == [
        "sites:", "  valley.example:", "    version: 1", "    pages: 12", "    lines:", f"    - line: {LABEL}",
        "      pages: 12", "    news: []",
    ]  # fmt: skip
    rules = load_rules([file])
    assert rules.version != RULES.version
    for url, rule_ids in (("http://valley.example/x", ["learned.furniture"]), ("http://other.example/x", [])):
        delivery = Delivery("feed", "a.txt", text(3).encode(), "text/plain", {"url": url})
        (document,) = clean(delivery, "a", dt.date(2026, 1, 1), rules)
        assert [c.rule_id for c in document.cuts if c.rule_id.startswith("learned")] == rule_ids
        assert (LABEL in document.clean_text) == (not rule_ids)


FOUND = LearnedSite(12, (LearnedLine(LABEL, 12), LearnedLine("Valley’s own desk", 9)))


def test_a_file_keeps_what_is_in_force_and_grows_by_what_is_new() -> None:
    before = LearnedSite(9, (LearnedLine(LABEL, 9),))
    assert merged(None, FOUND) == FOUND
    assert merged(before, FOUND) == LearnedSite(12, (LearnedLine(LABEL, 9), FOUND.lines[1]), (), 2)
    assert merged(FOUND, before) is None


def test_what_a_person_called_news_is_neither_learned_nor_cut(tmp_path: Path) -> None:
    reviewed = LearnedSite(12, FOUND.lines[1:], (LABEL,), 3)
    assert merged(reviewed, FOUND) is None
    file = tmp_path / "valley.yaml"
    file.write_text(render(SITE, reviewed, dt.date(2026, 1, 1)))
    assert parse(file.read_text(), SITE) == reviewed
    delivery = Delivery("feed", "a.txt", text(3).encode(), "text/plain", {"url": "https://valley.example/1"})
    (document,) = clean(delivery, "a", dt.date(2026, 1, 1), load_rules([file]))
    assert LABEL in document.clean_text


def test_the_file_is_named_for_its_site() -> None:
    assert [file_name(site) for site in ("valley.example", "my feed/../x")] == [
        "valley.example.yaml",
        "my_feed_.._x.yaml",
    ]


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "learned.yaml"
    file.write_text("sites: {a.example: {lines: [text]}}")
    with pytest.raises(BadRule, match=r"learned.yaml: a.example: needs lines"):
        load_rules([file])
