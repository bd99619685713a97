"""What takes no part in a sentence: who calls a thing so, and when those died who died in it."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of


@pytest.mark.parametrize(
    "named",
    [
        "carried out what it described as a targeted strike on",
        "launched what it called reprisal raids against",
        "hit what the ministry in Tarvu said was",
    ],
)
def test_who_calls_a_thing_so_leaves_one_deed_and_its_doer(named: str, ontology: Ontology) -> None:
    found = mentions_of(f"Israeli warplanes {named} a depot in Rafah.", ontology)
    assert len(found) == 1
    assert any(a.role == "perpetrator" and a.actor_id.endswith(".il") for m in found for a in m.actors)


@pytest.mark.parametrize("said", ["Nobody knows what the rebels called for.", "Police asked what he called the bomb."])
def test_a_question_names_nothing(said: str, ontology: Ontology) -> None:
    found = mentions_of(f"Gunmen shot two guards in Rafah. {said}", ontology)
    assert [m.event_type for m in found if m.event_type == "bombing"] == []


@pytest.mark.parametrize(
    ("died", "day"),
    [
        ("Two people died on Tuesday after an air strike on Rafah.", "2024-05-07"),
        ("A guard died on Tuesday in hospital after an attack on his post in Hilla.", None),
        ("A guard died on Tuesday, three days after an attack on his post in Hilla.", None),
    ],
)
def test_who_died_after_a_raid_died_in_it(died: str, day: str | None, ontology: Ontology) -> None:
    occurrence = mentions_of(died, ontology)[0].occurrence
    on = str(occurrence.date_from) if occurrence.date_from == occurrence.date_to else None
    assert on == day


@pytest.mark.parametrize(
    ("told", "modality"),
    [
        ("At least six people are injured, according to medics.", "asserted"),
        ("In this town six people are injured every day.", "habitual"),
    ],
)
def test_a_toll_in_the_present_is_no_habit(told: str, modality: str, ontology: Ontology) -> None:
    found = mentions_of(f"A bomb exploded in Hilla on Tuesday. {told}", ontology)
    assert [m.modality for m in found if m.trigger == "injured"] == [modality]


@pytest.mark.parametrize(
    ("who", "killed"),
    [
        ("Two men aged 29 and 41 were", 2),
        ("Three people aged between nine and 14 were", 3),
        ("Two men aged 29 and four women were", 6),
    ],
)
def test_ages_count_nobody(who: str, killed: int, ontology: Ontology) -> None:
    found = mentions_of(f"{who} killed in shelling in Kherson on Tuesday.", ontology)
    tolls = [c for m in found for c in m.casualties if c.victim_group == "total"]
    assert [c.low for c in tolls] == [killed]


def test_a_number_over_a_stretch_is_no_deed_and_the_nth_to_be_killed_is_one(ontology: Ontology) -> None:
    news = "A bomb killed eight soldiers in Omagh on Monday."
    sums = mentions_of(f"{news} It brought to 26 the number of soldiers killed so far this year.", ontology)
    assert [m.is_aggregate for m in sums] == [False, True]
    nth = mentions_of(f"{news} One was the 81st person to be killed this year.", ontology)
    assert all(m.modality == "asserted" for m in nth)


def test_who_asserts_responsibility_claims(ontology: Ontology) -> None:
    told = mentions_of(
        "A bomb killed a warder in Belfast on Tuesday. The IRA asserted responsibility for the bombing.", ontology
    )
    assert any(a.role == "claimant" and a.actor_id == "group.ira" for m in told for a in m.actors)


@pytest.mark.parametrize("who", ["state media reports", "governor reports"])
def test_who_reports_behind_a_headline_was_not_struck(who: str, ontology: Ontology) -> None:
    told = mentions_of("A drone wounded three people in Kherson.", ontology, f"Drone attack wounds three, {who}")
    assert len(told) == 2
    assert not [a for a in told[0].actors if a.role == "target"]


def test_armed_men_are_no_civilians(ontology: Ontology) -> None:
    told = mentions_of("Two armed men and a civilian were killed in a shootout in Nalchik.", ontology)
    counts = {(c.victim_group, c.low) for m in told for c in m.casualties}
    assert ("civilian", 1) in counts
    assert ("civilian", 3) not in counts


@pytest.mark.parametrize(
    "told",
    [
        "Rebels shelled Kadugli on Tuesday, a day after troops attacked Dilling, killing six people.",
        "Rebels shelled Kadugli on Tuesday, a day after the army said it had attacked Dilling, killing six people.",
    ],
)
def test_a_day_before_a_clause_holds_for_all_below_it(told: str, ontology: Ontology) -> None:
    attacked = next(m for m in mentions_of(told, ontology) if m.trigger == "attacked")
    assert str(attacked.occurrence.date_from) == str(attacked.occurrence.date_to) == "2024-05-06"


def test_earlier_in_the_day_counts_nobody(ontology: Ontology) -> None:
    told = mentions_of("Earlier in the day four rebels were killed by troops in Taiz.", ontology)
    assert [c.low for m in told for c in m.casualties] == [4]


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        ("In Iraq 12 people were killed in a blast on Tuesday.", 12),
        ("In Kharkiv one guard was killed in a blast on Tuesday.", 1),
        ("In Idlib eight members of one family were killed in a blast on Tuesday.", 8),
    ],
)
def test_a_number_behind_a_place_opens_who_was_struck(told: str, killed: int, ontology: Ontology) -> None:
    counts = [c.low for m in mentions_of(told, ontology) for c in m.casualties if c.outcome == "killed"]
    assert set(counts) == {killed}


@pytest.mark.parametrize("part", [", one seriously", " - two critically -", ""])
def test_how_many_are_badly_hurt_adds_nobody(part: str, ontology: Ontology) -> None:
    told = mentions_of(f"Rockets hit Sderot, wounding four people{part} on Tuesday.", ontology)
    assert {c.low for m in told for c in m.casualties} == {4}


def test_who_was_released_from_a_jail_did_not_release(ontology: Ontology) -> None:
    told = mentions_of("A strike on Tuesday killed a man released from a Lvov jail five years ago.", ontology)
    killed = next(m for m in told if m.casualties)
    assert killed.occurrence.date_from is not None
    assert killed.occurrence.date_from.year == 2024


@pytest.mark.parametrize(
    ("told", "claims"),
    [
        ("The Israeli military confirmed that 11 rockets had hit southern Israel on Tuesday.", False),
        ("The Turkish army said that jets had hit a camp in Iraq on Tuesday.", True),
    ],
)
def test_nobody_claims_what_hit_their_own_land(told: str, claims: bool, ontology: Ontology) -> None:
    roles = [a.role for m in mentions_of(told, ontology) for a in m.actors]
    assert ("claimant" in roles) is claims


@pytest.mark.parametrize(
    ("who", "doer"),
    [
        ("[The rebels]", "rebels"),
        ("They [the rebels]", "rebels"),
        ("The Allied Democratic Forces [ADF]", "Allied Democratic Forces"),
        ("[Reuters] Gunmen", "Gunmen"),
    ],
)
def test_what_an_editor_puts_in_belongs_to_what_is_quoted(who: str, doer: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(f"\u201c{who} shot dead three farmers in Gao,\u201d the chief said.", ontology)
    assert [a.name for a in mention.actors if a.role == "perpetrator"] == [doer]


@pytest.mark.parametrize(
    "aside",
    [
        ", riding on camels,",
        ", suspected to be elements within a clan of the hills,",
        " \u2013 consisting of youths and deserters \u2013",
        " - numbering over 100 -",
    ],
)
def test_who_acts_is_not_who_says_so(aside: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(f"The governor said the raiders{aside} attacked a market in Bor on Thursday.", ontology)
    assert [a.name for a in mention.actors if a.role == "perpetrator"] == ["raiders"]
    assert mention.attributed_to == "governor"
