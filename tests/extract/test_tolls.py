"""How many a text says were harmed: whole toll records of short texts."""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.extract.engine import extract
from sitrep.ontology import Ontology, load
from sitrep.records import CleanDocument, Published
from tests.extract.reading import counted

DAY = dt.date(2024, 5, 17)


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def told(text: str, ontology: Ontology) -> set[tuple[str, str, int, int | None, str]]:
    """Each toll as outcome, group, low, high and the words that say it."""
    published = Published(on=DAY, precision="day", basis="metadata")
    found = extract(CleanDocument("x", text, text, (), (), published=published), ontology, DAY)
    tolls = [toll for mention in found.mentions for toll in counted(mention)]
    assert all(text[toll.char_start : toll.char_end] == toll.quote for toll in tolls)
    return {(t.outcome, t.victim_group, t.low, t.high, t.quote) for t in tolls}


LISTS = {
    "same group": (
        "Gunmen killed a village chief and two farmers in Borno on Tuesday.",
        {("killed", "civilian", 3, 3, "a village chief and two farmers")},
    ),
    "groups apart": (
        "Six soldiers and nine militants were killed in a clash near Gao on Monday.",
        {
            ("killed", "security_force", 6, 6, "Six soldiers"),
            ("killed", "militant", 9, 9, "nine militants"),
        },
    ),
    "a number without a noun": (
        "The clashes killed at least 16 people from Lakes and 21 from Unity.",
        {("killed", "total", 37, None, "at least 16 people from Lakes and 21")},
    ),
    "in an incident of its own": (
        "In a separate incident, two policemen were shot dead by gunmen near Gao on Monday.",
        {("killed", "security_force", 2, 2, "two policemen")},
    ),
    "an hour is no number of people": (
        "14:10 Driver of the van was killed by a bomb in Gao.",
        {("killed", "civilian", 1, 1, "Driver")},
    ),
    "joined behind a pronoun": (
        "A bomb hit a bus with engineers in Gao on Tuesday, killing five of them and their driver.",
        {
            ("killed", "civilian", 6, 6, "five of them and their driver"),
        },
    ),
    "a place before the number": (
        "In Gao three people were killed and four others wounded in a clash.",
        {("killed", "total", 3, 3, "three people"), ("injured", "total", 4, 4, "four others")},
    ),
    "an aircraft's number": (
        "Two soldiers were killed in the Mi 24 helicopter attack near Gao.",
        {("killed", "security_force", 2, 2, "Two soldiers")},
    ),
    "fire that is shots": (
        "Return fire killed eight attackers near Gao.",
        {("killed", "militant", 8, 8, "eight attackers")},
    ),
    "hurt before dead": (
        "There were 14 wounded and five killed in the bombing in Gao.",
        {("injured", "total", 14, 14, "14 wounded"), ("killed", "total", 5, 5, "five killed")},
    ),
    "a people of no number": ("Gunmen massacred Hutus in Gao on Tuesday.", set()),
    "one of a people": (
        "Gunmen shot dead a Kenyan in Gao on Tuesday.",
        {("killed", "civilian", 1, 1, "a Kenyan"), ("killed", "foreign_national", 1, 1, "a Kenyan")},
    ),
    "an attempt kills nobody": ("An attempt on the life of the governor in Gao failed.", set()),
    "a general of the law": (
        "Prosecutor General Omar Hassan was killed by a bomb in Gao.",
        {("killed", "civilian", 1, 1, "Prosecutor General Omar Hassan")},
    ),
    "fire that burns": ("A kitchen fire killed eight people near Gao.", set()),
    "an army's own men": (
        "The army lost seven men in a clash near Gao.",
        {("killed", "security_force", 7, 7, "seven men")},
    ),
    "who some of the dead were": (
        "A bomb killed 12 people in Gao on Monday. Of those killed, eight were soldiers and four were farmers.",
        {
            ("killed", "total", 12, 12, "12 people"),
            ("killed", "security_force", 8, 8, "soldiers"),
            ("killed", "civilian", 4, 4, "farmers"),
        },
    ),
    "some of those told before": (
        "A bomb killed 12 people in Gao on Monday. Two of the six died at once, the army said.",
        {("killed", "total", 12, 12, "12 people")},
    ),
    "of what else some were": (
        "A bomb killed 12 people in Gao on Monday. Of the suspects, eight were soldiers.",
        {("killed", "total", 12, 12, "12 people")},
    ),
    "parts of a stated number": (
        "An air strike on a village near Gao killed 12 people, six women and three boys.",
        {
            ("killed", "total", 12, 12, "12 people"),
            ("killed", "woman", 6, 6, "six women"),
            ("killed", "child", 3, 3, "three boys"),
        },
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS.keys())
def test_lists_are_summed(text: str, expected: set[tuple[str, str, int, int | None, str]], ontology: Ontology) -> None:
    assert told(text, ontology) == expected


#: One happening's dead (k) and hurt (w), each "low" or "low-high".
FIGURES = {
    "toll after a prepositional phrase": ("k154", "The death toll from Sunday's attack on a village rose to 154."),
    "toll that stands": ("k84", "A gunman attacked a market in Goma on Monday. The toll stands at 84."),
    "toll revised": ("k53", "The death toll from the attack on the post has been revised upwards to 53."),
    "toll raised": ("k38", "Officials have raised the death toll from a twin suicide bombing in a market to 38."),
    "outdated figure": ("k15", "Police initially said 12 had died in the bombing but later revised the toll to 15."),
    "a range in words": ("k5-7", "Five to seven people were killed in the attack on Monday, officials said."),
    "between": ("k12-15", "Between 12 and 15 villagers were killed when bandits raided Bagega on Monday."),
    "as many as": ("k0-43", "As many as 43 fighters were killed in clashes south of Marib on Monday."),
    "dead as an adjective": ("k23 w60", "A blast hit a mosque in Kunduz. It said 23 people were dead and 60 wounded."),
    "another wounded": ("k1 w1", "A soldier was killed and another wounded in an ambush near Arauca."),
    "others injured": ("k6 w3", "Six people were killed and three others critically injured by the bomb in Aleppo."),
    "hurt in a sentence of its own": ("w11", "A bomb went off in a market in Yola on Monday. Eleven people were hurt."),
    "dashes": ("k11", "Eleven people - three civilians and eight rebels - died in fighting in Sambisa on Friday."),
    "of the country's war": ("k6", "The bomb killed six people in Aleppo. The war has claimed 50,000 lives."),
    "over months": ("k6", "The bomb killed six people in Aleppo. Over 200 people have died there this year."),
    "name beside a role": ("k1", "Gunmen killed a police officer, Ahmed Khan, near Peshawar on Monday."),
    "role behind a name": ("k1", "Rebels murdered Josef Pieter, a development worker from Vienna, in Puno on Monday."),
    "no list behind a comma": ("k2", "Insurgents killed two people, resident in the village of Machava, on Friday."),
    "looking back": ("k6", "The bomb killed six people in Aleppo. The six victims were all women."),
    "nobody": ("k0 w0", "A rocket hit an empty building in Haifa on Monday. There were no casualties."),
}  # fmt: skip


@pytest.mark.parametrize(("figures", "text"), FIGURES.values(), ids=FIGURES.keys())
def test_the_toll_of_a_happening(figures: str, text: str, ontology: Ontology) -> None:
    published = Published(on=DAY, precision="day", basis="metadata")
    mentions = extract(CleanDocument("x", text, text, (), (), published=published), ontology, DAY).mentions
    first = [m for m in mentions if not m.is_aggregate and m.happening == mentions[0].happening]
    for figure in figures.split():
        outcome = {"k": "killed", "w": "injured"}[figure[0]]
        low, _, high = figure[1:].partition("-")
        tolls = [t for m in first for t in m.casualties if t.outcome == outcome]
        if int(low) == 0 and not high:
            assert all(t.low == 0 for t in tolls)
            continue
        stated = [t for t in tolls if t.victim_group == "total"] or tolls
        whole = {t.quote: t for t in stated}.values()
        divided = sum(t.low for t in whole if t.victim_group not in ("child", "woman", "foreign_national"))
        assert int(low) in {divided, *(t.low for t in whole)}
        assert max(t.low for t in whole) <= int(low)
        assert not high or {t.high for t in whole} == {int(high)}


TIMES = {
    "dateline": ("ABUJA, May 16 (AFP) - Gunmen killed ten people in Jos on Tuesday.", "2024-05-14", "2024-05-14"),
    "day of speaking": ("Gunmen killed ten people in Jos, police said on Wednesday.", "2024-05-14", "2024-05-15"),
    "day inside what is said": ("Police said that on 3 May gunmen killed ten people.", "2024-05-03", "2024-05-03"),
    "feast": ("Gunmen killed ten people in Jos on Easter Sunday.", "2024-03-31", "2024-03-31"),
    "year before a verb": ("A bombing in Jos in 2003 killed 36 people.", "2003-01-01", "2003-12-31"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "first", "last"), TIMES.values(), ids=TIMES.keys())
def test_the_day_of_a_happening(text: str, first: str, last: str, ontology: Ontology) -> None:
    published = Published(on=DAY, precision="day", basis="metadata")
    mentions = extract(CleanDocument("x", text, text, (), (), published=published), ontology, DAY).mentions
    found = {(str(m.occurrence.date_from), str(m.occurrence.date_to)) for m in mentions if m.casualties}
    assert found == {(first, last)}


def test_a_day_earlier_is_counted_from_what_was_told_before(ontology: Ontology) -> None:
    text = "Gunmen killed ten people in Jos on Wednesday. A day earlier, a bomb exploded in a market in Kano."
    published = Published(on=DAY, precision="day", basis="metadata")
    mentions = extract(CleanDocument("x", text, text, (), (), published=published), ontology, DAY).mentions
    days = {m.event_type: (m.occurrence.date_from, m.happening) for m in mentions}
    assert days["bombing"] == (dt.date(2024, 5, 14), mentions[-1].happening)
    assert mentions[0].happening != mentions[-1].happening


def test_nothing_that_is_told_lies_after_the_writing(ontology: Ontology) -> None:
    text = "The town was hit by a missile on July 8, 2024, killing ten people."
    published = Published(on=DAY, precision="day", basis="metadata")
    mentions = extract(CleanDocument("x", text, text, (), (), published=published), ontology, DAY).mentions
    assert mentions
    assert all(m.occurrence.date_to is None or m.occurrence.date_to <= DAY for m in mentions)


COUNTED = {
    "ages count nobody": ("A boy of 18 and a girl of 10 were killed in Herat on Monday.", {("killed", 2)}),
    "no list with the place": (
        "In Herat, two soldiers and a guard were killed on Monday.",
        {("killed", 3)},
    ),
    "both say who, not how many more": (
        "Police shot dead two clerics, both Kenyan, in Lafey on Monday.",
        {("killed", 2)},
    ),
    "a distance counts nobody": (
        "Militants claimed the killing of four farmers near Molai, five km from the city, on Monday.",
        {("killed", 4)},
    ),
    "or more": ("Seven soldiers were killed and 25 or more wounded in Herat.", {("killed", 7), ("injured", 25)}),
    "the supreme price": ("Four soldiers paid the supreme price in an attack in Herat.", {("killed", 4)}),
}


@pytest.mark.parametrize(("text", "expected"), COUNTED.values(), ids=COUNTED.keys())
def test_only_people_are_counted(text: str, expected: set[tuple[str, int]], ontology: Ontology) -> None:
    lows = {(outcome, low) for outcome, group, low, _, _ in told(text, ontology) if group not in ("child", "woman")}
    assert lows == expected


def test_tens_of_thousands_are_no_tens(ontology: Ontology) -> None:
    text = "In a raid near Gao on Monday, tens of thousands of cattle were taken. Tens of thousands have been killed."
    assert told(text, ontology) == set()


def test_a_militia_on_the_side_of_the_state_counts_with_its_forces(ontology: Ontology) -> None:
    text = "Four VDP fighters, six soldiers and nine jihadists were killed near Djibo on Monday."
    groups = {(group, low) for _, group, low, _, _ in told(text, ontology)}
    assert groups == {("security_force", 10), ("militant", 9)}
