"""What states, courts and crowds do, beside the deeds that they speak of, try and answer.

What belongs here: what was tried and when, what is said of an incident, what pacts hold, protests and their dead. What
does not: who is a suspect (test_scattered.py), talks (test_talks.py).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, roles_of, tolls_of

_BODY = "The judge is due to speak to reporters later in the day."


@pytest.mark.parametrize(
    "text",
    [
        "A man was convicted of killing a guard in Nairobi.",
        "Two men went on trial for the murder of a priest in Nakuru.",
        "The 12 men were convicted over the attacks in Mumbai that killed 189 people.",
        "Four men were charged with bombing a mosque in Lahore.",
        "A court jailed two soldiers who shot dead a boy in Nablus.",
    ],
)
def test_what_is_tried_is_not_of_the_day_of_the_news(text: str, ontology: Ontology) -> None:
    days = {m.event_type == "judicial": m.occurrence.date_from for m in mentions_of(text, ontology)}
    assert days[True] is not None
    assert days[False] is None


def test_what_is_tried_keeps_its_own_day(ontology: Ontology) -> None:
    text = "A court jailed two men for an attack in Nairobi. Gunmen killed six people there on Monday."
    assert all(m.occurrence.date_from is not None for m in mentions_of(text, ontology))


@pytest.mark.parametrize(
    "headline",
    [
        "Men who bombed mosque in Shiraz sentenced to death",
        "Gunman who killed ten in Buffalo gets life in prison",
        "Three soldiers who shot boy in Nablus jailed for life",
    ],
)
def test_a_headline_tells_the_sentence_behind_the_crime(headline: str, ontology: Ontology) -> None:
    told = [m for m in mentions_of(_BODY, ontology, headline) if m.event_type == "judicial"]
    assert [list(roles_of(m)) for m in told] == [["target"]]


def test_those_known_by_their_number_are_sentenced(ontology: Ontology) -> None:
    text = "The three, who killed nine villagers in Goma, were sentenced to life."
    assert [m.event_type for m in mentions_of(text, ontology)] == ["armed_attack", "judicial"]


@pytest.mark.parametrize(
    ("text", "is_sum"),
    [
        ("The 2008 Mumbai attacks killed 166 people.", False),
        ("The 2016 attacks on Brussels airport killed 32 people.", False),
        ("The 2023 attacks on villages in Plateau killed 300 people.", True),
        ("The 2012 attacks by Boko Haram killed 600 people.", True),
        ("Russian forces continued to shell areas across Ukraine.", True),
        ("Russian forces shelled cities across Ukraine on Friday, killing six people.", False),
        ("Gunmen attacked two villages across the border in Niger.", False),
    ],
)
def test_attacks_of_one_town_are_known_by_their_year_and_those_all_over_a_land_are_a_sum(
    text: str, is_sum: bool, ontology: Ontology
) -> None:
    assert [m.is_aggregate for m in mentions_of(text, ontology)] == [is_sum]


def test_nobody_tries_the_town_of_the_crime(ontology: Ontology) -> None:
    text = "A court jailed four men for the 2010 Kampala bombings."
    judged = next(m for m in mentions_of(text, ontology) if m.event_type == "judicial")
    assert roles_of(judged) == {"perpetrator": ["court"], "target": ["men"]}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya protested over the incident in which three fishermen were killed.",
        "The minister condemned the incident in which three fishermen were killed.",
        "The ministry lodged a protest over the violation in which three fishermen were killed.",
        "Police said the operation in which three fishermen were killed was lawful.",
    ],
)
def test_what_was_done_in_it_makes_an_incident(text: str, ontology: Ontology) -> None:
    told = {m.event_type: tolls_of(m) for m in mentions_of(text, ontology)}
    assert told.pop("armed_attack") == ["killed 3 civilian"]
    assert not any(told.values())


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The agreement includes the release of 300 prisoners.", "planned"),
        ("The deal provides for an exchange of prisoners.", "planned"),
        ("The day included the release of 300 prisoners in Yaldo.", "asserted"),
        ("He had orders to harm the country through bombings and assassinations.", "planned"),
    ],
)
def test_terms_of_a_pact_are_still_to_come(text: str, modality: str, ontology: Ontology) -> None:
    assert {m.modality for m in mentions_of(text, ontology)} == {modality}


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "Some 20 soldiers have died since Wednesday in fighting over the town of Kidal.",
            ["killed 20 security_force"],
        ),
        ("Twelve people have been killed since Friday in clashes in Beni.", ["killed 12 total"]),
        ("More than 200 people have died this year in fighting in Kidal.", []),
    ],
)
def test_the_dead_of_some_days_of_one_fight(text: str, tolls: list[str], ontology: Ontology) -> None:
    assert [toll for m in mentions_of(text, ontology) for toll in tolls_of(m)] == tolls


def test_crowds_protest_and_mobs_kill(ontology: Ontology) -> None:
    told = [m.event_type for m in mentions_of("Crowds blocked roads in Lagos on Friday.", ontology)]
    assert told == ["protest"]
    assert [m.event_type for m in mentions_of("Rebels blocked the road to Lagos on Friday.", ontology)] == [
        "border_closure"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Three people were shot dead during a protest in Lagos on Monday.",
        "Three people died during a demonstration in Lagos when police opened fire on Monday.",
        "Three people were killed at a protest in Lagos on Monday after being struck by bullets fired by soldiers.",
    ],
)
def test_what_killed_at_a_protest_is_no_protest(text: str, ontology: Ontology) -> None:
    told = {m.event_type: tolls_of(m) for m in mentions_of(text, ontology)}
    assert told == {"protest": [], "armed_attack": ["killed 3 total"]}


@pytest.mark.parametrize(
    "before",
    [
        "Violence broke out in Kidal on Saturday.",
        "Fighting broke out in the Kidal region on Saturday.",
    ],
)
def test_what_follows_a_province_was_in_it(before: str, ontology: Ontology) -> None:
    text = (
        f"Police arrested a man in the capital, Bamako, on Friday. {before} The rebels killed at least eight civilians."
    )
    killed = mentions_of(text, ontology)[-1]
    assert killed.place is not None
    assert killed.place.text == "Kidal"


def test_a_hamlet_of_another_country_is_elsewhere(ontology: Ontology) -> None:
    text = (
        "A soldier was killed by a sniper near Ghakhai Pass in Bajaur Agency on Friday. "
        "Afghan officials said 60 rockets were fired into Kunar province since Thursday."
    )
    assert len({m.happening for m in mentions_of(text, ontology)}) == 2
