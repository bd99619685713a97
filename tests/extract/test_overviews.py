"""Headlines and leads that sum up several happenings: sums of none of them, whose day holds for each."""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document
from tests.extract.reading import shown

TOLD = "Gunmen killed three people in Gwoza. A bomb killed one person in Damboa."


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("Four killed in separate attacks in Borno", id="a headline, separate"),
        pytest.param("Several attacks killed more than five people in Borno on Monday.", id="a lead, several"),
        pytest.param("Two attacks left four people dead in Borno on Monday.", id="a lead, counted"),
        pytest.param("Attacks kill four in Borno", id="a headline that adds up"),
        pytest.param("Gun battles and other violence in Borno on Monday killed nine.", id="and other violence"),
    ],
)
def test_what_is_told_in_two_places_makes_the_opening_a_sum(opening: str, ontology: Ontology) -> None:
    first, *others = extract(document(f"{opening}\n\n{TOLD}"), ontology, DAY).mentions
    assert first.is_aggregate
    assert [mention.is_aggregate for mention in others] == [False, False]
    assert len({mention.happening for mention in (first, *others)}) == 3


def test_two_bombs_in_one_place_are_no_sum(ontology: Ontology) -> None:
    text = "Two bombings killed 30 people in Gwoza on Monday.\n\nThe first killed 20 people. The second killed ten."
    assert not any(mention.is_aggregate for mention in extract(document(text), ontology, DAY).mentions)


def test_what_stands_beside_a_sum_is_none(ontology: Ontology) -> None:
    lead = "A mine killed five policemen near Liboi on Thursday, a day after nine policemen died in similar blasts."
    told = "On Wednesday a mine killed four policemen in Garissa. Later, a bomb killed five policemen in Mandera."
    found = extract(document(f"{lead}\n\n{told}"), ontology, DAY).mentions
    assert {mention.is_aggregate for mention in found if any(t.low == 9 for t in mention.casualties)} == {True}
    assert not any(mention.is_aggregate for mention in found if all(t.low != 9 for t in mention.casualties))


def test_a_lead_that_counts_what_its_headline_sums_up_is_a_sum_too(ontology: Ontology) -> None:
    lead = "Gunmen raided two villages in Borno on Wednesday, killing 30 people."
    told = "In Gwoza, 18 people were killed. In Damboa, the attackers killed 12 people."
    found = extract(document(f"{lead} {told}", "Village raids leave 30 dead"), ontology, DAY).mentions
    assert {mention.is_aggregate for mention in found if any(t.low == 30 for t in mention.casualties)} == {True}
    single = [mention for mention in found if not mention.is_aggregate and mention.casualties]
    assert [max(t.low for t in mention.casualties) for mention in single] == [18, 12]
    assert {str(mention.occurrence.date_from) for mention in single} == {"2024-05-08"}


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        pytest.param("Strikes kill 19", "Air strikes killed 19 people in Borno on Monday.", id="in one sentence"),
        pytest.param("19 dead as gunmen attack towns", "Gunmen attacked two towns on Monday.", id="no plural deed"),
    ],
)
def test_a_headline_may_sum_up_what_one_sentence_tells(title: str, lead: str, ontology: Ontology) -> None:
    told = "Fourteen people were killed in Gwoza and five were killed in an attack on a bakery in Damboa."
    found = extract(document(f"{lead} {told}", title), ontology, DAY).mentions
    numbers = {t.low: mention.is_aggregate for mention in found for t in mention.casualties}
    assert numbers == {19: True, 14: False, 5: False}


def test_the_day_of_a_sum_holds_up_to_the_next_time(ontology: Ontology) -> None:
    text = f"Several attacks killed four people in Borno on Monday.\n\n{TOLD} On Wednesday, a mine killed two in Bama."
    days = [str(mention.occurrence.date_from) for mention in extract(document(text), ontology, DAY).mentions]
    assert days == ["2024-05-06", "2024-05-06", "2024-05-06", "2024-05-08"]


def test_more_than_a_week_is_no_stretch_that_is_summed_up(ontology: Ontology) -> None:
    told = (
        "Eight people were shot dead at a school in Toulouse on Monday, the third shooting there in just over a week."
    )
    summed = "Eight people were shot dead in Toulouse over a week."
    assert not extract(document(told), ontology, DAY).mentions[0].is_aggregate
    assert extract(document(summed), ontology, DAY).mentions[0].is_aggregate


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("The first blast killed 21 people. Another blast killed 14 people at a kiosk.", id="adding up"),
        pytest.param("The first bomb went off at 3 pm, killing 21 people. A second bomb killed nine.", id="not all"),
        pytest.param("A second bomber blew himself up minutes later, killing nine people.", id="the second alone"),
    ],
)
def test_what_each_of_two_blasts_in_one_town_did_is_a_part_of_one_attack(told: str, ontology: Ontology) -> None:
    lead = "Two bombs exploded at a bus station in Kano on Monday, killing 35 people, police said."
    found = extract(document(f"{lead} {told}"), ontology, DAY).mentions
    assert not any(mention.is_aggregate for mention in found)
    assert {mention.happening for mention in found} == {0}
    assert {toll.low for mention in found for toll in mention.casualties if toll.outcome == "killed"} == {35}


@pytest.mark.parametrize(
    ("text", "several"),
    [
        pytest.param("Ten rebels died in clashes in Goma on Monday. Two soldiers died in the violence.", 0, id="the"),
        pytest.param("On Monday, two soldiers died in violence in Goma.", 0, id="a day and a town"),
        pytest.param("Rebels killed ten people in Goma. The violence has left 90 people dead.", 1, id="it goes on"),
        pytest.param("The violence in the region left 900 people dead.", 1, id="no day"),
    ],
)
def test_violence_that_killed_is_one_happening_where_its_day_and_town_or_a_deed_are_told(
    text: str, several: int, ontology: Ontology
) -> None:
    assert sum(mention.is_aggregate for mention in extract(document(text), ontology, DAY).mentions) == several


@pytest.mark.parametrize(
    "background",
    [
        pytest.param("Thousands of villagers have been killed in rebel attacks.", id="thousands in attacks of no time"),
        pytest.param(
            "Some 600 people have been killed in fighting between the two since early 2019.", id="in fighting"
        ),
        pytest.param(
            "At least 21 people have been killed in drone strikes on the enclave since Saturday.", id="strikes"
        ),
        pytest.param("So far this year 54 herders have been killed by army fire.", id="by fire this year"),
        pytest.param("At least 30 people were killed in the province last year alone.", id="were killed last year"),
    ],
)
def test_those_killed_over_a_stretch_are_a_sum(background: str, ontology: Ontology) -> None:
    told = shown(f"Gunmen shot dead two farmers near Gusau on Monday. {background}", ontology)
    assert told[0].tolls == ["killed 2 civilian"]
    assert all(m.is_aggregate for m in told[1:])


@pytest.mark.parametrize(
    "news",
    [
        "Twenty people have been killed in clashes in Kidal since Monday.",
        "Last year 30 people were killed when a bomb went off in Maiduguri.",
        "About 300 people have been killed in the bombing of a market in Maiduguri.",
    ],
)
def test_those_killed_in_one_fight_or_attack_are_no_sum(news: str, ontology: Ontology) -> None:
    assert not any(m.is_aggregate for m in shown(news, ontology))


@pytest.mark.parametrize(
    ("opening", "told", "parts"),
    [
        pytest.param(
            "Seventeen people died after armed men raided two villages of Borno on Wednesday.",
            "Bandits killed 14 people when they invaded Gwoza. Later gunmen stormed Damboa, where they killed three.",
            [14, 3],
            id="no plural deed, and places in other clauses",
        ),
        pytest.param(
            "Twelve soldiers were killed in raids on a base and a relief column in Borno on Wednesday.",
            "An outpost in Gwoza was attacked at night. Nine soldiers were killed there. Militants then attacked a "
            "relief column. Three more soldiers died in that ambush, near Damboa.",
            [9, 3],
            id="the place in the sentence before",
        ),
        pytest.param(
            "Militiamen killed at least 16 civilians in three villages of Borno on Wednesday.",
            "They killed five people in Gwoza. In Damboa they also killed 11 people.",
            [5, 11],
            id="civilians, told as people",
        ),
    ],
)
def test_an_opening_is_a_sum_of_what_is_told_in_two_places(
    opening: str, told: str, parts: list[int], ontology: Ontology
) -> None:
    found = extract(document(f"{opening}\n\n{told}"), ontology, DAY).mentions
    counted = [
        (m.happening, m.is_aggregate, toll.low) for m in found for toll in m.casualties if toll.outcome == "killed"
    ]
    assert next(is_sum for _, is_sum, low in counted if low == sum(parts))
    apart = {low: happening for happening, is_sum, low in counted if not is_sum}
    assert set(apart) == set(parts)
    assert len(set(apart.values())) == len(parts)
    assert all(m.occurrence.date_from is not None for m in found)


def test_one_who_died_elsewhere_makes_no_sum_by_chance(ontology: Ontology) -> None:
    text = (
        "Five people were killed in Gwoza on Monday, one of them in his bed. Shops were shut. The army sent troops. "
        "Four herders were shot dead in the raid. Schools were closed. On Friday a bomb killed one man in Damboa."
    )
    assert not any(m.is_aggregate for m in extract(document(text), ontology, DAY).mentions)


def test_whoever_did_all_that_is_summed_up_did_each_part(ontology: Ontology) -> None:
    text = (
        "Boko Haram raided two villages in Borno on Wednesday, killing 30 people.\n\n"
        "In Gwoza, 18 people were killed. In Damboa, 12 people were killed."
    )
    parts = [m for m in extract(document(text), ontology, DAY).mentions if not m.is_aggregate and m.casualties]
    assert [{a.name for a in m.actors if a.role == "perpetrator"} for m in parts] == [{"Boko Haram"}, {"Boko Haram"}]
