"""When each event of a text happened, form by form.

What belongs here: sentences of each form in which news says when, with the days of every mention.
What does not: places (test_where_forms), time expressions by themselves (tests/timex), roles and tolls.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from sitrep.records import Published
from tests.extract.conftest import DAY, document
from tests.extract.reading import mentions_of

CHRONICLE = """Weekly report

June 4, Kabul Province: one civilian killed
A bomb went off at a bazaar in Qarabagh, killing one civilian.

June 3, Paktia Province: four policemen killed
The police chief and three of his men were killed when their vehicle hit a roadside bomb.
"""


def test_the_entries_of_a_chronicle_have_the_day_and_place_at_their_head(ontology: Ontology) -> None:
    found = [(m.trigger, str(m.occurrence.date_from)[5:], m.happening) for m in mentions_of(CHRONICLE, ontology)]
    days = {trigger: day for trigger, day, _ in found}
    assert days == {"killed": "06-03", "went off": "06-04", "hit": "06-03"}
    assert [m.place.text for m in mentions_of(CHRONICLE, ontology) if m.place and m.trigger == "hit"] == ["Paktia"]
    happenings = {day: {number for _, other, number in found if other == day} for day in ("06-04", "06-03")}
    assert not happenings["06-04"] & happenings["06-03"]


def test_one_day_before_a_colon_heads_nothing(ontology: Ontology) -> None:
    text = "June 4: what we know\nA bomb killed nine people in Kandahar.\nGunmen shot a guard dead in Mach."
    assert {m.occurrence.basis for m in mentions_of(text, ontology)} == {"document"}


def test_an_undated_chronicle_is_of_the_year_in_its_title(ontology: Ontology) -> None:
    title = "Nimroz: incidents of 2017"
    text = f"{title}\nJanuary 5: A commander was shot dead in Zaranj.\nJanuary 9: Two men were abducted in Zaranj."
    undated = replace(document(text), title=title, title_start=0, title_end=len(title), published=Published())
    days = [str(m.occurrence.date_from) for m in extract(undated, ontology, DAY).mentions]
    assert days == ["2017-01-05", "2017-01-09"]


def days_of(text: str, ontology: Ontology) -> list[tuple[str, str]]:
    """Trigger and first day, mention by mention."""
    return [(m.trigger, str(m.occurrence.date_from)) for m in mentions_of(text, ontology)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Tuesday, the mayor was the target of an attack by rebels in Gao.", "2024-05-07"),
        ("On 3 May, the bank became the victim of a raid by gunmen in Gao.", "2024-05-03"),
        ("Yesterday the judge was the object of an assassination attempt in Gao.", "2024-05-09"),
        ("On Tuesday the town was the scene of clashes between rebels and soldiers.", "2024-05-07"),
        ("On Tuesday he was the organiser of the bombing of the market in Gao.", "None"),
        ("On Tuesday the bank was not the target of the attack in Gao.", "None"),
    ],
)
def test_when_somebody_was_the_target_of_a_deed_is_when_it_was_done(text: str, day: str, ontology: Ontology) -> None:
    found = [m.occurrence for m in mentions_of(text, ontology)]
    assert [str(when.date_from) if when.basis != "document" else "None" for when in found] == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "Gunmen on Tuesday abducted two students in Kano, two days after three teachers were kidnapped in Kaduna.",
            [("abducted", "2024-05-07"), ("kidnapped", "2024-05-05")],
            id="a clause that a time before its marker dates",
        ),
        pytest.param(
            "A missile hit Sumy on Sunday, killing 34. Two days before the strike, a drone struck a bus in Kyiv.",
            [("hit", "2024-05-05"), ("strike", "2024-05-05"), ("struck", "2024-05-03")],
            id="what is counted from an event told before",
        ),
        pytest.param(
            "Two soldiers were shot dead in Mach last March. Two days later a guard was abducted in Sibi.",
            [("shot dead", "2024-03-01"), ("abducted", "2024-03-03")],
            id="what is counted from a month",
        ),
        pytest.param(
            "Ten years ago, on 2 April 2014, gunmen shot two guards in Garissa.",
            [("shot", "2014-04-02")],
            id="the more exact of two times of one clause",
        ),
        pytest.param(
            "On the night of 3 to 4 May gunmen killed five men in Mach.",
            [("killed", "2024-05-03")],
            id="the night of a day is a time, not what kind of gunmen",
        ),
        pytest.param(
            "The rebels killed six soldiers in Mach in March, he added, and last month troops raided a camp in Sibi.",
            [("killed", "2024-03-01"), ("raided", "2024-04-01")],
            id="a time right before a clause is its own",
        ),
        pytest.param(
            "On Monday a drone hit a clinic in Kano. On Thursday the UN condemned it. "
            "Four doctors were abducted in Kaduna the same day.",
            [("hit", "2024-05-06"), ("condemned", "2024-05-09"), ("abducted", "2024-05-06")],
            id="the same day is that of what happened, not of what was said of it",
        ),
        pytest.param(
            "Gunmen killed six men in Kano on Monday. The same day, a lorry collapsed a bridge in Jos, killing nine.",
            [("killed", "2024-05-06"), ("killing", "2024-05-06")],
            id="what a deed led to is of the day that its sentence opens with",
        ),
        pytest.param(
            "A bomber breached the security of Kano on Thursday, killing 12 people a day after 30 died in one of the"
            " worst weeks of the war.",
            [("killing", "2024-05-09")],
            id="a day that a deed follows by a day leaves it its own",
        ),
        pytest.param(
            "Thursday's gunmen killed six men in Kano. Monday's bombs exploded in Jos.",
            [("killed", "2024-05-09"), ("exploded", "2024-05-06")],
            id="a day owns who acts",
        ),
        pytest.param(
            "Officials confirmed the deaths on Tuesday, one day after rebels struck Kano.",
            [("struck", "2024-05-06")],
            id="counted from the day beside it",
        ),
        pytest.param(
            "Two days after bandits killed 20 men in Anka, gunmen on Monday abducted 12 pupils in Maru.",
            [("killed", "2024-05-04"), ("abducted", "2024-05-06")],
            id="counted from the day of the clause that it leads to",
        ),
        pytest.param(
            "Two days after bandits killed 20 men in Anka, gunmen have abducted 12 pupils in Maru.",
            [("killed", "2024-05-08"), ("abducted", "2024-05-09")],
            id="counted from the day of writing, where no other is named",
        ),
        pytest.param(
            "Gunmen killed two men in Kano on Tuesday. The ambush took place after bandits raided a mill on Sunday.",
            [("killed", "2024-05-07"), ("ambush", "2024-05-07"), ("raided", "2024-05-05")],
            id="what it took place after was before it",
        ),
        pytest.param(
            "Residents gathered on Tuesday where they laid out the bodies of men who they said had been killed.",
            [("killed", "2024-05-09")],
            id="the dead were killed before they were laid out",
        ),
        pytest.param(
            "A new round of clashes between rival clans left six people dead on Tuesday.",
            [("clashes", "2024-05-07")],
            id="a round of clashes is the clashes",
        ),
        pytest.param(
            "Gunmen shot a guard in Mach on Tuesday. The murder could have been avoided if agents had acted last week.",
            [("shot", "2024-05-07"), ("murder", "2024-05-07")],
            id="what would have had to be done is of another time",
        ),
        pytest.param(
            "Rebels who refused the peace deal of 2016 shelled Cali on Tuesday.",
            [("shelled", "2024-05-07")],
            id="a year that says which deal it was",
        ),
        pytest.param(
            "On Monday the PKK released 20 officers whom it had abducted in April near Cizre.",
            [("released", "2024-05-06"), ("abducted", "2024-04-01")],
            id="the month of what came before is not that of a release",
        ),
        pytest.param(
            "Nine villagers were killed overnight from Thursday to Friday in Beni.",
            [("killed", "2024-05-09")],
            id="which night it was",
        ),
        pytest.param(
            "Nine villagers were killed overnight Thursday and Friday in Beni.",
            [("killed", "2024-05-09")],
            id="... between two days",
        ),
        pytest.param(
            "Police on Sunday arrested three men who attacked a bus in Gao in April.",
            [("arrested", "2024-05-05"), ("attacked", "2024-04-01")],
            id="those arrested on a day attacked on another",
        ),
        pytest.param(
            "The Arakan Army said it was responsible for the shooting which happened in Paletwa on 17 March.",
            [("shooting", "2024-03-17")],
            id="a relative clause that says when it happened",
        ),
        pytest.param(
            "A bomb killed six people in Sibi on Saturday. On Monday the governor condemned the attack.",
            [("killed", "2024-05-04"), ("condemned", "2024-05-06"), ("attack", "2024-05-04")],
            id="the day of a condemnation is not that of the attack",
        ),
        pytest.param(
            "On Monday gunmen attacked a post in Sibi. The attack killed six.",
            [("attacked", "2024-05-06"), ("attack", "2024-05-06")],
            id="the day of an attack is",
        ),
        pytest.param(
            "Six soldiers died near Sibi, the army said on Monday, blaming the assault on insurgents. "
            "Gunmen stormed the post there on Sunday, killing the six.",
            [("assault", "2024-05-05"), ("stormed", "2024-05-05")],
            id="who blames somebody on a day tells of what was before it",
        ),
        pytest.param(
            "The Jundi Front, which had claimed the attack, on Monday denied it. Police seek men for Sunday's attack.",
            [("denied", "2024-05-06"), ("attack", "2024-05-05")],
            id="a time between a comma and a verb is that verb's",
        ),
        pytest.param(
            "The attack, on Monday night, killed six people in Sibi.",
            [("attack", "2024-05-06")],
            id="a time between commas is that of the noun before them",
        ),
        pytest.param("A bomb exploded at dawn today.", [("exploded", "2024-05-10")], id="at dawn today"),
        pytest.param("A bomb exploded at dawn on Monday.", [("exploded", "2024-05-06")], id="at dawn on a weekday"),
    ],
)
def test_when(text: str, days: list[tuple[str, str]], ontology: Ontology) -> None:
    found = dict(days_of(text, ontology))
    assert {trigger: found.get(trigger) for trigger, _ in days} == dict(days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "The governor on Thursday condemned the attack that killed six in Gao.", 2, id="what is said about a deed"
        ),
        pytest.param("On Thursday gunmen made an attack that killed six in Gao.", 1, id="the deed itself"),
        pytest.param(
            "The funeral of six people killed in an attack in Gao was held on Tuesday.", 2, id="a funeral's day"
        ),
    ],
)
def test_an_answer_has_a_day_of_its_own(text: str, days: int, ontology: Ontology) -> None:
    attack = next(m for m in mentions_of(text, ontology) if m.trigger == "attack").occurrence
    assert attack.date_from is not None
    assert attack.date_to is not None
    assert (attack.date_to - attack.date_from).days + 1 == days


def test_an_anniversary_is_of_a_deed_long_past_that_was_elsewhere(ontology: Ontology) -> None:
    text = (
        "A bomb killed nine people in Kandahar. The blast came as Afghans marked the anniversary of a bombing in Herat."
    )
    told = [(m.place.text if m.place else None, m.is_background) for m in mentions_of(text, ontology)]
    assert told == [("Kandahar", False), ("Kandahar", False), ("Herat", True)]


def test_a_day_that_lies_ahead_is_not_that_of_the_news(ontology: Ontology) -> None:
    text = "The killing of a priest in Tame came after envoys announced that talks would resume on Monday."
    killing = next(m for m in mentions_of(text, ontology) if m.trigger == "killing")
    assert killing.occurrence.basis != "weekday"


@pytest.mark.parametrize(
    ("told", "basis"),
    [
        pytest.param(
            "The attack comes after a bomb killed 40 people in Karachi on Thursday.", "document", id="comes after"
        ),
        pytest.param(
            "The attack followed a raid that killed 40 people in Karachi on Thursday.", "document", id="followed"
        ),
        pytest.param("The attack came as voters went to the polls on Thursday.", "weekday", id="came as"),
        pytest.param("The attack came on Thursday, after police had left.", "weekday", id="a day of its own"),
    ],
)
def test_what_an_attack_follows_was_on_another_day(told: str, basis: str, ontology: Ontology) -> None:
    text = f"Gunmen killed five people in Lahore. {told}"
    assert next(m for m in mentions_of(text, ontology) if m.trigger == "attack").occurrence.basis == basis


def test_what_is_followed_is_not_of_the_day_of_what_follows_it(ontology: Ontology) -> None:
    text = "The attack on a hotel in Kano on Thursday followed a bombing in Jos that killed six people."
    attack, bombing = mentions_of(text, ontology)
    assert (attack.occurrence.basis, bombing.occurrence.basis) == ("weekday", "document")


@pytest.mark.parametrize("said", ["On Sunday, rebels were said to have killed", "Rebels are reported to have killed"])
def test_a_day_beside_a_report_is_that_of_what_is_reported(said: str, ontology: Ontology) -> None:
    day = "" if said.startswith("On") else " on Sunday"
    (mention,) = mentions_of(f"{said} six people in Gao{day}.", ontology)
    assert mention.occurrence.text == "Sunday"
    assert mention.occurrence.date_from == mention.occurrence.date_to


def test_later_the_same_day_opens_a_sentence(ontology: Ontology) -> None:
    text = "On Friday rebels shot two men in Gao. Later the same day, three people died in a raid on a suburb of Mopti."
    first, second = mentions_of(text, ontology)
    assert second.occurrence.date_from == first.occurrence.date_from
    assert [toll.low for toll in second.casualties if toll.victim_group == "total"] == [3]


def test_what_a_day_is_counted_from_is_still_told(ontology: Ontology) -> None:
    text = "Rebels fired on a crowd in Mopti hours after a bomb killed 80 people in Gao on Sunday."
    assert {(m.event_type, max((t.low for t in m.casualties), default=0)) for m in mentions_of(text, ontology)} == {
        ("armed_attack", 0),
        ("bombing", 80),
    }


def test_the_day_before_counts_from_the_day_beside_it(ontology: Ontology) -> None:
    text = "A ranger was killed in Yala on Thursday and a grocer was shot dead the day before."
    first, second = mentions_of(text, ontology)
    assert first.happening != second.happening
    assert first.occurrence.date_from is not None
    assert second.occurrence.date_from is not None
    assert (first.occurrence.date_from - second.occurrence.date_from).days == 1


@pytest.mark.parametrize(
    "record",
    [
        "The attack was the bloodiest in Gao since March 2023, when a bomber killed nine people.",
        "The raid is the first major incident since the new governor took office in February.",
        "It was the deadliest attack in Mali since the president was elected in January.",
    ],
)
def test_what_a_record_is_counted_from_does_not_date_it(record: str, ontology: Ontology) -> None:
    news, *again = mentions_of(f"Gunmen killed 30 people in a raid on Gao on Tuesday.\n\n{record}", ontology)
    main = [m for m in again if m.happening == news.happening]
    assert main
    assert {m.occurrence.date_from for m in main} == {news.occurrence.date_from}
    assert not any(m.is_background for m in main)


def test_two_days_in_a_row_are_one_stretch(ontology: Ontology) -> None:
    (mention,) = mentions_of("Gunmen killed 80 people near Blida last Monday and Tuesday.", ontology)
    assert (str(mention.occurrence.date_from), str(mention.occurrence.date_to)) == ("2024-05-06", "2024-05-07")


@pytest.mark.parametrize(
    "said", ["Ali Khan said, “On Monday around 4 pm,", "Ali Khan told the agency today: “On Monday,"]
)
def test_a_time_that_opens_a_quotation_is_of_what_it_tells(said: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(f"{said} rebels attacked three villages near Gao.”", ontology)
    assert mention.occurrence.text == "Monday"
    assert mention.occurrence.date_from == mention.occurrence.date_to


def test_a_day_earlier_counts_from_news_without_a_day(ontology: Ontology) -> None:
    text = "A bomb killed two people in Quetta.\n\nA day earlier, gunmen stormed a post in Surab and killed three."
    news, other = (m.occurrence for m in (mentions_of(text, ontology)[0], mentions_of(text, ontology)[-1]))
    assert news.date_from is not None
    assert other.date_from is not None
    assert (news.date_from - other.date_from).days == 1


def test_what_one_of_them_is_sought_for_is_not_what_befell_them(ontology: Ontology) -> None:
    text = "Police shot dead a suspect in the murder of a priest in Cebu on Monday."
    shots, murder = mentions_of(text, ontology)
    assert shots.happening != murder.happening
    assert shots.occurrence.text == "Monday"
    assert murder.occurrence.text is None
    text = "At least 40 rebels, including a suspect in the abduction of a crew, were killed in Sulu on Monday."
    tolls = {m.event_type: [(t.outcome, t.low) for t in m.casualties] for m in mentions_of(text, ontology)}
    assert ("killed", 40) in tolls["armed_attack"]
    assert not tolls["abduction"]  # nobody says how many a crew are


def test_one_like_it_has_a_day_of_its_own(ontology: Ontology) -> None:
    text = "The attack in Gao on Monday is reminiscent of one on Dec. 2, 2018, carried out by JNIM."
    assert mentions_of(text, ontology)[0].occurrence.text == "Monday"


@pytest.mark.parametrize(
    ("who", "day"),
    [
        pytest.param("The soldiers, who were due to fly home on Sunday, were killed", "document", id="due to"),
        pytest.param("The priest, who was to leave for Rome on Sunday, was shot dead", "document", id="was to"),
        pytest.param("The minister, scheduled to speak on Sunday, was shot dead", "document", id="scheduled to"),
        pytest.param("Men who tried to enter a base on Sunday were shot dead", "weekday", id="what they did"),
    ],
)
def test_what_people_meant_to_do_gives_no_day_to_what_befell_them(who: str, day: str, ontology: Ontology) -> None:
    assert [m.occurrence.basis for m in mentions_of(f"{who} in Gao.", ontology)] == [day]


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        pytest.param("GAO, Mali, May 9 -", 9, id="written the day before"),
        pytest.param("GAO, Mali, May 2 -", 10, id="long before: a text of another day, printed again"),
        pytest.param("GAO, Mali -", 10, id="no day"),
    ],
)
def test_today_is_the_day_of_the_dateline(dateline: str, day: int, ontology: Ontology) -> None:
    news = mentions_of(f"{dateline} A bomb killed four soldiers in Gao today.", ontology)[0]
    assert news.occurrence.date_from == DAY.replace(day=day)


def test_the_year_of_what_a_record_is_counted_from_is_not_that_of_the_news(ontology: Ontology) -> None:
    record = "It was the worst attack in Gao since the death of the governor, Ali Sow, in 1993."
    assert {m.occurrence.text for m in mentions_of(f"A bomb killed four in Gao on Monday. {record}", ontology)} == {
        "Monday"
    }
    bombed = mentions_of("It was the worst attack since rebels bombed a bank in Gao in August 1993.", ontology)
    assert [m.occurrence.text for m in bombed if m.trigger == "bombed"] == ["August 1993"]


def test_when_the_dead_were_counted_is_not_when_they_died(ontology: Ontology) -> None:
    counted, *_ = mentions_of("Rescuers on Monday counted 14 people killed in the shelling of Gao.", ontology)
    killed, *_ = mentions_of("The army on Monday killed 14 people in the shelling of Gao.", ontology)
    assert (counted.occurrence.basis, killed.occurrence.basis) == ("document", "weekday")


@pytest.mark.parametrize(
    ("told", "day"),
    [
        pytest.param("The attack was carried out by a group, which was founded in 1964.", "Monday", id="who did it"),
        pytest.param("The attack, which took place in 1964, was carried out by a group.", "1964", id="what took place"),
    ],
)
def test_the_year_of_what_somebody_is_known_for_dates_no_news(told: str, day: str, ontology: Ontology) -> None:
    days = {m.trigger: m.occurrence.text for m in mentions_of(f"Rebels raided Gao on Monday. {told}", ontology)}
    assert days["attack"] == day


def test_what_a_date_and_a_count_tell_is_counted_from_what_was_told_before(ontology: Ontology) -> None:
    next_day = "On May 5, three days after the bombing, gunmen shot a judge in Mopti."
    told = {m.trigger: m for m in mentions_of(f"A bomb killed two people in Gao on May 2. {next_day}", ontology)}
    assert told["bombing"].happening == told["killed"].happening != told["shot"].happening
    assert told["bombing"].occurrence.date_from == told["killed"].occurrence.date_from
    assert told["shot"].occurrence.text == "May 5"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine people in Jos. That was on Wednesday.",
        "Gunmen killed nine people in Jos. The day was Wednesday.",
        "Gunmen killed nine people in Jos. The time was 9 p.m. on Wednesday, said the mayor.",
        "Gunmen killed nine people in Jos. They came on Wednesday, at dusk.",
        "Gunmen killed nine people in Jos. The men arrived at dusk on Wednesday.",
        "It was a little before nine on Wednesday, and the market was full. Two bombs went off in Jos.",
        "Early on Wednesday the market of Jos was full. Two bombs went off and killed nine.",
        "On the night of Wednesday gunmen killed nine people in Jos.",
    ],
)
def test_a_sentence_beside_says_the_day(text: str, ontology: Ontology) -> None:
    assert {day for _, day in days_of(text, ontology)} == {"2024-05-08"}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine people in Jos on Tuesday. That was clear by Wednesday.",
        "Gunmen killed nine people in Jos on Tuesday. On Wednesday the market was empty.",
        "Gunmen killed nine people in Jos on Tuesday. They came to the town on Wednesday to trade.",
    ],
)
def test_a_sentence_beside_leaves_the_day_that_is_told(text: str, ontology: Ontology) -> None:
    assert {day for _, day in days_of(text, ontology)} == {"2024-05-07"}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a base built in 2015 near Gao, killing three.",
        "Rebels shot dead the mayor, elected in 2019, in Gao.",
        "The army killed nine rebels of the group, founded in 2012, near Gao.",
        "The blast hit a market rebuilt last year after a fire.",
        "The president, who took power in 2020, condemned the attack on Gao.",
        "The minister condemned the attack and said that talks with the rebels, halted in 2023, had resumed.",
    ],
)
def test_the_years_of_what_somebody_or_something_is_date_nothing(text: str, ontology: Ontology) -> None:
    assert {m.occurrence.basis for m in mentions_of(text, ontology)} <= {"document", "unknown"}


@pytest.mark.parametrize(
    "text",
    [
        "The bombing, carried out in 2015 by rebels, killed nine people in Gao.",
        "Nine people were killed in an attack claimed by rebels in 2015 in Gao.",
        "A bomb that exploded in 2015 killed nine people in Gao.",
    ],
)
def test_the_year_of_a_deed_dates_it(text: str, ontology: Ontology) -> None:
    assert {day for _, day in days_of(text, ontology)} == {"2015-01-01"}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("Ana Paz, mayor of Cali in 1984, was shot dead on Monday.", 2024, id="a post"),
        pytest.param("Ana Paz, minister of health from 2012 to 2015, was killed on Monday.", 2024, id="from and to"),
        pytest.param("The former president, in office from 2001 to 2005, was shot dead on Monday.", 2024, id="office"),
        pytest.param("He left after the murder of Luis Mora, mayor of Cali in 1984.", 2024, id="a post at the end"),
        pytest.param("Ana Paz, mayor of Cali in the 1980s, was shot dead on Monday.", 2024, id="a decade"),
        pytest.param(
            "Gunmen of the ELN, which was formed in the 1960s, killed Ana Paz.", 2024, id="what is told of who did it"
        ),
        pytest.param("Ana Paz, who was elected on 2 March 2020, was killed.", 2024, id="when somebody was elected"),
        pytest.param("Gunmen killed Luis Mora, the mayor of Cali, in 1984.", 1984, id="the deed"),
        pytest.param("Gunmen killed Luis Mora, his driver and two guards in 1984.", 1984, id="a list of people"),
    ],
)
def test_a_year_in_which_somebody_held_a_post_dates_no_deed(text: str, year: int, ontology: Ontology) -> None:
    days = {m.occurrence.date_to for m in mentions_of(text, ontology) if m.event_type != "agree"}
    assert {day.year for day in days if day is not None} == {year}
