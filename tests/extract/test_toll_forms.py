"""The forms in which texts tell a toll, each as the whole tolls of a short text; and which happening a toll is of."""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document
from tests.extract.reading import mentions_of, tolls_of

FORMS = {
    "from one number to another": ("A bomb killed from 12 to 15 people in Gao.", ["killed 12-15 total"]),
    "a least and a most": ("At least 12 and possibly as many as 15 people were killed in Gao.", ["killed 12-15 total"]),
    "more but fewer": ("More than 12 but fewer than 20 people were killed in a raid on Gao.", ["killed 12-20 total"]),
    "perhaps as many as": ("A bomb killed 12 people, and perhaps as many as 15, in Gao.", ["killed 12-15 total"]),
    "dozens, perhaps": ("Rebels killed dozens of people in Gao, perhaps as many as 60.", ["killed 24-60 total"]),
    "kinsfolk whom a trade counts": (
        "Gunmen fired at a car near Gao, killing its two passengers, reportedly a father and his son.",
        ["killed 2 civilian"],
    ),
    "kinsfolk beside guards": (
        "Gunmen killed two guards, a father and his brother in Gao.",
        ["killed 2 civilian", "killed 2 security_force"],
    ),
    "fighters of a state's force": (
        "A blast killed nine Peshmerga fighters near Kirkuk.",
        ["killed 9 security_force"],
    ),
    "fighters of a group": ("A blast killed nine Taliban fighters near Kabul.", ["killed 9 militant"]),
    "as many others": (
        "Rebels killed three guards and injured as many others in Gao.",
        ["injured 3 total", "killed 3 security_force"],
    ),
    "as many, of whom some": (
        "Six people, including two women, were killed and as many wounded in a blast in Gao.",
        ["injured 6 total", "killed 2 woman", "killed 6 total"],
    ),
    "an equal number": (
        "A blast in Gao left six people dead and the same number wounded.",
        ["injured 6 total", "killed 6 total"],
    ),
    "twice as many": ("Two guards died and twice as many were hurt in a raid on Gao.", ["killed 2 security_force"]),
    "in as many weeks": ("The third raid on Gao in as many weeks killed two guards.", ["killed 2 security_force"]),
    "a most of others": (
        "Rebels killed 12 soldiers and up to 15 traders in Gao.",
        ["killed 0-15 civilian", "killed 12 security_force"],
    ),
    "reports ranged": (
        "Reports of the number of dead in the attack on Gao ranged from 12 to 30.",
        ["killed 12-30 total"],
    ),
    "a toll as high as": (
        "A bomb killed 12 people in Gao, though some reports put the toll as high as 15.",
        ["killed 0-15 total", "killed 12 total"],
    ),
    "a toll that could reach": (
        "The number of dead in the attack on Gao could reach 30, an official said.",
        ["killed 0-30 total"],
    ),
    "put far from its number": (
        "The ministry put the number of people killed in the ambush near Gao on Sunday at 12.",
        ["killed 12 total"],
    ),
    "more than reported": (
        "Sunday's bombing in Gao killed 23 people, seven more than previously reported.",
        ["killed 23 total"],
    ),
    "driven out beside the dead": ("Clashes in Gao on Monday killed 30 and displaced 4,000.", ["killed 30 total"]),
    "and another was wounded": (
        "A farmer was killed and another was wounded when gunmen raided Gao on Monday.",
        ["injured 1 total", "killed 1 civilian"],
    ),
    "wounded another": (
        "Gunmen killed a teacher and wounded another in Gao on Monday.",
        ["injured 1 total", "killed 1 civilian"],
    ),
    "one other was wounded": (
        "Three traders were killed and one other was wounded in an ambush near Gao on Monday.",
        ["injured 1 total", "killed 3 civilian"],
    ),
    "and the other was wounded": (
        "One of the guards was killed and the other was wounded when a bomb went off in Gao on Monday.",
        ["injured 1 total", "killed 1 security_force"],
    ),
    "a compatriot who is counted": (
        "The ministry said one Malian was killed and another was wounded when gunmen raided Gao on Monday.",
        ["injured 1 total", "killed 1 civilian"],
    ),
    "another bomb": ("A bomb killed two people in Gao on Monday and another hit a school.", ["killed 2 total"]),
    "killed and missing": (
        "Ambush near Gao: 9 soldiers killed, 20 civilians missing",
        ["killed 9 security_force", "missing 20 civilian"],
    ),
    "left missing": (
        "Monday's raid on Gao left four soldiers dead and 20 missing.",
        ["killed 4 security_force", "missing 20 total"],
    ),
    "an insurgency's dead": (
        "A bomb killed four people in Gao. The insurgency, which began in 2012, has left thousands dead.",
        ["killed 4 total"],
    ),
    "a revolt's dead": (
        "A bomb killed four people in Gao. Mali has been fighting a revolt that has claimed thousands of lives.",
        ["killed 4 total"],
    ),
    "missing weapons": ("Rebels raided a depot in Gao on Monday. 15 weapons have been reported missing.", []),
    "a third man elsewhere": (
        "Two men were shot dead in Gao on Monday, and a third man was shot dead in Mopti.",
        ["killed 1 total", "killed 2 total"],
    ),
    "a third man of one attack": (
        "A bomb killed two people in Gao on Monday. A third man died in hospital.",
        ["killed 2 total", "killed 3 total"],
    ),
    "bodies with an adjective": (
        "The bullet-riddled bodies of five men were found in Gao on Monday.",
        ["killed 5 total"],
    ),
    "whether somebody died": (
        "A bomb killed four people in Gao. It was not clear whether the attackers fled, or a guard died at the scene.",
        ["killed 4 total"],
    ),
    "tried to kill": (
        "Gunmen tried to kill the mayor of Gao on Monday, killing two guards.",
        ["killed 2 security_force"],
    ),
    "killed as they tried": (
        "Six soldiers were killed in Gao as they tried to defuse a bomb.",
        ["killed 6 security_force"],
    ),
    "whether he knew": (
        "A bomb killed four people in Gao. The governor, who did not say whether he knew, said nine guards had died.",
        ["killed 4 total", "killed 9 security_force"],
    ),
    "since a death": (
        "A bomb killed four people in Gao. It was the worst attack since the death of the mayor, in 2001.",
        ["killed 4 total"],
    ),
    "toll of a year": (
        "A bomb killed four people in Gao. The death toll for this year stands at 700.",
        ["killed 4 total"],
    ),
    "toll of an attack": (
        "A bomb exploded in Gao on Monday. The death toll of the attack this month stands at seven.",
        ["killed 7 total"],
    ),
    "missing soldiers": (
        "Rebels raided a depot in Gao on Monday. 15 soldiers are missing.",
        ["missing 15 security_force"],
    ),
    "killed and wounded": ("Rebels killed and wounded 12 people in Gao on Monday.", []),
    "killing or injuring": ("A drone hit the market in Gao on Monday, killing or injuring 12 people.", []),
    "were killed or hurt": ("Some 12 people were killed or wounded by rebels in Gao on Monday.", []),
    "dozens dead, injured": ("Dozens dead, injured in Gao market blast.", []),
    "four dead, 27 hurt": ("The blast in Gao left four dead and hurt 27.", ["injured 27 total", "killed 4 total"]),
    "one other wounded": (
        "Five people were killed and one other wounded in an ambush in Gao on Monday.",
        ["injured 1 total", "killed 5 total"],
    ),
    "one attack this week": ("An attack by rebels in Gao this week has killed 12 people.", ["killed 12 total"]),
    "medical staff": (
        "A drone hit a clinic in Gao on Monday, killing three medical personnel.",
        ["killed 3 civilian"],
    ),
    "hospital": (
        "A bomb exploded in a market in Gao on Monday. The hospital received 12 bodies and 30 wounded people.",
        ["injured 30 total", "killed 12 total"],
    ),
    "bodies found": (
        "A bomb exploded in Gao on Monday. Rescuers pulled 12 bodies from the rubble.",
        ["killed 12 total"],
    ),
    "corpses picked up": (
        "Gunmen attacked a village near Gao on Monday. Residents picked up 37 corpses.",
        ["killed 37 total"],
    ),
    "taken to hospital": (
        "Nine people were taken to hospital after a bomb exploded in Gao on Monday.",
        ["injured 9 total"],
    ),
    "hit in the leg": (
        "Unknown men opened fire on a convoy in Gao on Monday. A policeman was hit in the leg.",
        ["injured 1 security_force"],
    ),
    "hit by bullets": (
        "Two people were hit by live rounds when police fired on protesters in Gao on Monday.",
        ["injured 2 total"],
    ),
    "number brought to": (
        "A man wounded in Monday's bombing in Gao has died, bringing the number of people killed to seven.",
        ["killed 7 total"],
    ),
    "toll taken to": (
        "A man wounded in Monday's bombing in Gao has died, taking the death toll to seven.",
        ["killed 7 total"],
    ),
    "toll as high as": (
        "A bomb hit a bus in Gao on Monday. The death toll could be as high as 200, a rescuer said.",
        ["killed 0-200 total"],
    ),
    "toll between": (
        "A drone strike hit a wedding in Gao on Monday. A medic put the toll at between 30 and 40.",
        ["killed 30-40 total"],
    ),
    "cost lives": ("The raid on Dora on Monday cost 12 soldiers their lives.", ["killed 12 security_force"]),
    "lost men": ("The army said it lost 12 men in Monday's raid on Dora.", ["killed 12 security_force"]),
    "nth victim": ("A bomb went off in Gao on Monday. A seventh victim died on Tuesday.", ["killed 7 total"]),
    "claims of one side": (
        "Militants attacked a post in Gao on Monday. Shabaab claims five soldiers dead.",
        ["killed 5 security_force"],
    ),
    "number before a verb": (
        "Militants fired rockets at Gao on Monday, killing about 1,200 people and taking hostages.",
        ["killed 1200 total"],
    ),
    "among them": (
        "A bomb exploded in Gao on Monday, killing nine people, among them a soldier.",
        ["killed 1 security_force", "killed 9 total"],
    ),
    "including a list": (
        "Nine people including a colonel, his wife and their driver were killed by a bomb in Gao on Monday.",
        ["killed 1 civilian", "killed 1 security_force", "killed 1 woman", "killed 9 total"],
    ),
    "all of them": ("A bomb in Gao killed 12 people, all of them civilians, on Monday.", ["killed 12 civilian"]),
    "took the lives of": ("Gunmen took the lives of nine farmers in Gao on Monday.", ["killed 9 civilian"]),
    "took their lives": ("Gunmen took nine farmers' lives in Gao on Monday.", ["killed 9 civilian"]),
    "snuffed out": ("A blast snuffed out the lives of six farmers in Gao on Monday.", ["killed 6 civilian"]),
    "there perished": ("Gunmen attacked a bus in Gao on Monday. There perished ten farmers.", ["killed 10 civilian"]),
    "on the spot died": ("Gunmen fired at a bus in Gao on Monday. On the spot died six men.", ["killed 6 total"]),
    "the dead have passed": ("Gunmen fired at a bus in Gao on Monday. The dead have passed 70.", ["killed 70 total"]),
    "the dead stand at": ("Gunmen fired at a bus in Gao on Monday. The dead now stand at 70.", ["killed 70 total"]),
    "met their end": ("Six farmers met their end in Gao on Monday when gunmen fired at a bus.", ["killed 6 civilian"]),
    "is no more": ("Gunmen fired at a bus in Gao on Monday. The driver is no more.", ["killed 1 civilian"]),
    "the bus is no more": ("Gunmen fired at a bus in Gao on Monday. The bus is no more.", []),
    "left dead and wounded": (
        "The rebels left six soldiers dead and two wounded in Gao on Monday.",
        ["injured 2 total", "killed 6 security_force"],
    ),
    "left with injuries": (
        "Gunmen fired at a bus in Gao on Monday. Some 33 farmers were left with injuries.",
        ["injured 33 civilian"],
    ),
    "bent on dying": ("A bomber killed six farmers in Gao on Monday. A man bent on dying is hard to stop.",
                      ["killed 6 civilian"]),
    "both": ("Soldiers shot dead two clerics, both Kenyan, in Gao on Monday.", ["killed 2 civilian"]),
    "ages": (
        "In Gao, a man of 40 and a woman of 50 were killed in cross-fire on Monday.",
        ["killed 1 woman", "killed 2 civilian"],
    ),
    "a distance": (
        "Rebels killed four farmers near Molai, five km from the city, on Monday.",
        ["killed 4 civilian"],
    ),
    "rank before a name": ("Gunmen killed Sgt. Rex Hassan in Gao on Monday.", ["killed 1 security_force"]),
    "trade behind a name": ("Ali Khan, a policeman, was shot dead in Gao on Monday.", ["killed 1 security_force"]),
    "office before a name": ("The minister Ali Hassan was killed by a bomb in Gao on Monday.", ["killed 1 civilian"]),
    "himself": ("Ali Hassan himself died on Tuesday in a strike on his car in Gao.", ["killed 1 civilian"]),
    "in total": ("In total 81 farmers were killed in Gao on Monday.", ["killed 81 civilian"]),
    "an aside before the verb": (
        "The army said on Monday 80 people, mostly farmers, were killed in the town of Gao, located in the north.",
        ["killed 80 total"],
    ),
    "an age in months": (
        "Twelve people were killed in the attack in Gao on Monday, including a child aged 15 months.",
        ["killed 12 total"],
    ),
    "people without a number": ("Gunmen stormed a mosque in Dora on Monday and massacred the faithful.", []),
    "a share": ("Most of the injured in Monday's bombing in Gao were hurt in the face.", []),
    "wounds": ("Ali Hassan was found dead with 12 bullet wounds after Monday's attack in Gao.", ["killed 1 civilian"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "tolls"), FORMS.values(), ids=FORMS.keys())
def test_each_form_of_a_toll(text: str, tolls: list[str], ontology: Ontology) -> None:
    told = sorted(toll for mention in mentions_of(text, ontology) for toll in tolls_of(mention))
    assert told == tolls


NOBODY = {
    "none reported": ("No casualties were reported.", {"killed", "injured"}),
    "there were none": ("There were no deaths or injuries.", {"killed", "injured"}),
    "nobody hurt": ("Nobody was hurt.", {"killed", "injured"}),
    "nobody killed": ("No one was killed.", {"killed"}),
    "without": ("It came down without causing any injuries.", {"injured"}),
    "not known yet": ("There were no immediate reports of casualties.", set()),
    "one side": ("There were no civilian casualties.", set()),
    "something else": ("No one has claimed responsibility.", set()),
}


@pytest.mark.parametrize(("sentence", "none"), NOBODY.values(), ids=NOBODY.keys())
def test_that_nobody_came_to_harm(sentence: str, none: set[str], ontology: Ontology) -> None:
    mentions = mentions_of(f"A rocket hit a school in Gao on Monday. {sentence}", ontology)
    tolls = [toll for mention in mentions for toll in mention.casualties]
    assert {toll.outcome for toll in tolls} == none
    assert all((toll.low, toll.high) == (0, 0) for toll in tolls)


SUMS = {
    "months of a year": "More than 580 civilians were killed in the first three months of the year.",
    "so many months": "In only three months, 23 villagers were killed by gunmen.",
    "within so many weeks": "Gunmen killed 12 teachers in Kano within two weeks.",
    "a month": "Attacks in the province left 54 civilians and 25 policemen dead in the month, an institute said.",
    "a week": "At least 28 people were killed in violence over the week.",
    "all over a country": "Security forces killed 206 militants across the country in November.",
    "nationwide": "Thirty rebels were killed nationwide on Monday, the ministry said.",
    "in four places": "Bandits killed five farmers and wounded eight others in four separate incidents in Kaduna.",
    "since a war began": "About 120 civilians had been killed in the region since the war began.",
}


@pytest.mark.parametrize("text", SUMS.values(), ids=SUMS.keys())
def test_a_sum_over_time_is_no_toll_of_one_happening(text: str, ontology: Ontology) -> None:
    assert all(mention.is_aggregate for mention in mentions_of(text, ontology) if mention.casualties)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed 23 people in Gao on Monday in the first raid in two months.",
        "The deadliest attack in three months killed 23 people in Gao.",
        "In three months of fighting in Gao, 23 people were killed.",
    ],
)
def test_since_when_there_was_none_so_bad_is_no_stretch_of_a_sum(text: str, ontology: Ontology) -> None:
    assert not any(mention.is_aggregate for mention in mentions_of(text, ontology) if mention.casualties)


def test_the_number_of_a_sum_is_a_sum_in_the_headline_too(ontology: Ontology) -> None:
    text = "At least 5,601 people were killed in gang violence last year. A further 2,212 were injured."
    mentions = mentions_of(text, ontology, "Haiti in 2024: 5,601 killed in massacres")
    assert mentions
    assert all(mention.is_aggregate for mention in mentions)


#: A lead, and a sentence that tells of something else: its toll is not the lead's.
ELSEWHERE = {
    "elsewhere": "Elsewhere in the province, three soldiers were killed by a mine.",
    "separate incident": "In a separate incident, gunmen killed three farmers.",
    "hours later": "Hours later, drones attacked the same town, killing three people.",
    "since a past month": "It was the deadliest attack since March, when rebels stormed a post, killing 30 people.",
}  # fmt: skip


@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_a_toll_of_another_scene_stays_there(text: str, ontology: Ontology) -> None:
    lead = "A truck bomb killed 12 people at a market in Gao on Monday."
    mentions = mentions_of(f"{lead} {text}", ontology)
    of_lead = {t.low for m in mentions for t in m.casualties if m.happening == mentions[0].happening}
    assert of_lead == {12}
    assert any(t.low in (3, 30) for m in mentions for t in m.casualties)


def test_a_saying_at_another_time_leaves_no_scene(ontology: Ontology) -> None:
    text = "A truck bomb exploded at a market in Gao on Monday. Hours later, the army said 12 people had died."
    assert {mention.happening for mention in mentions_of(text, ontology)} == {0}


TELLERS = {
    "media": ("Local media put the death toll at nine.", "Local media"),
    "spoke of": ("Witnesses spoke of nine dead.", "Witnesses"),
    "claimed to have": ("The army claimed to have killed nine rebels.", "army"),
    "not a count": ("The blast put nine people in hospital.", None),
    "not a telling": ("Rebels planned to kill nine people. Nine people were killed.", None),
}


@pytest.mark.parametrize(("sentence", "teller"), TELLERS.values(), ids=TELLERS.keys())
def test_who_gives_a_figure(sentence: str, teller: str | None, ontology: Ontology) -> None:
    mentions = mentions_of(f"A bomb went off in Gao on Monday. {sentence}", ontology)
    assert {toll.attributed_to for mention in mentions for toll in mention.casualties} <= {teller}
    assert teller is None or any(toll.low == 9 for mention in mentions for toll in mention.casualties)


@pytest.mark.parametrize(
    ("subject", "is_sum"),
    [("An attack by rebels in Gao this week has", False), ("Attacks by rebels in Gao this week have", True)],
)
def test_one_attack_is_no_sum_however_long_ago(subject: str, is_sum: bool, ontology: Ontology) -> None:
    (mention,) = mentions_of(f"{subject} killed 12 people.", ontology)
    assert mention.is_aggregate is is_sum


@pytest.mark.parametrize(
    "record",
    [
        "The group is responsible for more than 200 deaths.",
        "The rebels are believed to be responsible for around 500 deaths since 2015.",
    ],
)
def test_what_somebody_has_done_in_all_is_no_toll_of_the_raid(record: str, ontology: Ontology) -> None:
    text = f"Gunmen raided a village near Gao on Friday, killing 15 people. {record}"
    news = [m for m in mentions_of(text, ontology) if not m.is_aggregate]
    assert {toll.low for m in news for toll in m.casualties} == {15}


def test_a_bomb_that_is_the_latest_of_a_row_has_its_own_dead(ontology: Ontology) -> None:
    text = "A man was killed by a bomb in Yala on Friday, the latest in a spate of attacks that claimed six lives."
    told = {(m.is_aggregate, toll.low) for m in mentions_of(text, ontology) for toll in m.casualties}
    assert told == {(False, 1), (True, 6)}


@pytest.mark.parametrize("told", ["21 deaths, 117 wounded", "21 deaths and 117 wounded", "21 dead and 117 injured"])
def test_deaths_beside_the_wounded(told: str, ontology: Ontology) -> None:
    mentions = mentions_of(f"A bomb went off in Gao. The minister reported {told}.", ontology)
    found = {t.outcome: t.low for m in mentions for t in m.casualties if t.victim_group == "total"}
    assert found == {"killed": 21, "injured": 117}


def test_a_number_killed_since_is_no_single_toll(ontology: Ontology) -> None:
    text = "The attack in Yala brought to 27 the number of people killed since troops raided a camp in February."
    assert not [toll for m in mentions_of(text, ontology) for toll in m.casualties if not m.is_aggregate]
    text = "The attack in Yala brought to 27 the number of people killed."
    assert {toll.low for m in mentions_of(text, ontology) for toll in m.casualties} == {27}


@pytest.mark.parametrize(
    ("title", "killed"),
    [
        ("2 marines, 5 rebels slain in Gao clash", [2, 5]),
        ("Troops clash with 20 rebels, 3 soldiers slain in Gao", [3]),
        ("15 marines, driver killed as rebels blow up vehicle in Gao", [15, 1]),
        ("Colonel among seven soldiers killed in Gao bombing", [7]),
    ],
)
def test_headlines_that_end_in_what_befell_them(title: str, killed: list[int], ontology: Ontology) -> None:
    mentions = mentions_of("Fighting broke out in Gao on Tuesday.", ontology, title)
    assert [t.low for m in mentions for t in m.casualties if t.outcome == "killed"] == killed


def test_different_incidents_are_a_sum(ontology: Ontology) -> None:
    text = "Five people were killed in different incidents of violence in Gao on Monday."
    assert all(m.is_aggregate for m in mentions_of(text, ontology))


@pytest.mark.parametrize(
    ("behind", "dead"),
    [
        pytest.param("bringing the day's death toll to 30", {5}, id="of a day"),
        pytest.param("bringing to 30 the number of people killed this year", {5}, id="of a year"),
        pytest.param("bringing to 30 the number of people killed across the country", {5}, id="of a country"),
        pytest.param("bringing the death toll from Monday's raid to 30", {5, 30}, id="of one event"),
    ],
)
def test_a_toll_of_more_than_one_event_is_none_of_its_own(behind: str, dead: set[int], ontology: Ontology) -> None:
    mentions = mentions_of(f"A bomb killed five drivers in Gao on Tuesday, {behind}.", ontology)
    assert {c.low for m in mentions for c in m.casualties} == dead
    assert not any(m.is_aggregate for m in mentions)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "After clashes in Gao, four traders were killed in a shooting near Mopti.", "armed_attack", id="in"
        ),
        pytest.param(
            "A day after clashes in Gao, four traders were killed in Mopti.", "armed_attack", id="a day after"
        ),
        pytest.param("Four traders were killed after clashes in Gao.", "armed_clash", id="after"),
        pytest.param("Four traders died two days after a bombing in Gao.", "bombing", id="of their wounds"),
    ],
)
def test_what_came_before_killed_nobody_where_something_else_did(text: str, kind: str, ontology: Ontology) -> None:
    assert [m.event_type for m in mentions_of(text, ontology) if m.casualties] == [kind]


@pytest.mark.parametrize(
    ("deeds", "is_sum"),
    [
        ("attacks in July", True),
        ("an attack in July", False),
        ("two attacks in July", False),
        ("attacks near Gao on Monday", False),
        ("clashes in Gao in July", False),
    ],
)
def test_attacks_of_a_month_are_a_sum(deeds: str, is_sum: bool, ontology: Ontology) -> None:
    mentions = mentions_of(f"Officials said 25 people were killed in {deeds}.", ontology)
    assert {m.is_aggregate for m in mentions if m.casualties} == {is_sum}


@pytest.mark.parametrize(
    ("text", "is_sum"),
    [
        ("A bomb killed 25 people in Gao on Monday, the deadliest attack in the land since 2013.", False),
        ("A bomb killed 25 people in Gao on Monday in the worst attack since the war began.", False),
        ("Bombs of the largest group have killed 25 people in Gao since 2013.", True),
    ],
)
def test_since_when_nothing_was_worse_no_sum_is_told(text: str, is_sum: bool, ontology: Ontology) -> None:
    assert {m.is_aggregate for m in mentions_of(text, ontology) if m.casualties} == {is_sum}


@pytest.mark.parametrize(
    ("headline", "tolls"),
    [
        ("Gao blast death toll hits 14", ["killed 14 total"]),
        ("Gao blast toll now 14", ["killed 14 total"]),
        ("Toll in Gao blast climbs to 14", ["killed 14 total"]),
        ("Gao clashes claim 20 lives", ["killed 20 total"]),
        ("Grenade attack kills one, hurts nine in Gao", ["killed 1 total", "injured 9 total"]),
        ("Three rebels killed, two hurt in Gao clash", ["killed 3 militant", "injured 2 total"]),
        ("Air strike in Gao: three suspects dead", ["killed 3 militant"]),
        ("Four killed by police in Gao", ["killed 4 total"]),
        ("Four killed by landslide in Gao", []),
        ("Mayor says gunmen tried to kill him in Gao", []),
        ("Rebels kill 12, burn over 40 houses in Gao", ["killed 12 total"]),
        ("Gao clashes claim rebels took part", []),
    ],
)
def test_tolls_of_headlines(headline: str, tolls: list[str], ontology: Ontology) -> None:
    mentions = extract(document("The weather was fine.", headline), ontology, DAY).mentions
    assert sorted(toll for mention in mentions for toll in tolls_of(mention)) == sorted(tolls)
