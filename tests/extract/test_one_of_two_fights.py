"""Which of two things told a later sentence counts, and what is said around an event that is no event of its own."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import shown


@pytest.mark.parametrize(
    "told",
    [
        "The four rebels killed were identified as Toma, Sam, Ali and Duke.",
        "The four rebels who died were brothers.",
        "The four rebels were killed in their sleep.",
    ],
)
def test_those_who_are_counted_again_died_where_as_many_died(told: str, ontology: Ontology) -> None:
    two = (
        "Soldiers killed four rebels on Monday in Lebo. In Tafa, rebels ambushed a bus on Tuesday, killing two guards."
    )
    raid, ambush, again = shown(f"{two} {told}", ontology)
    assert (again.happening, again.when) == (raid.happening, "2024-05-06")
    assert ambush.tolls == ["killed 2 security_force"]


def test_one_man_is_not_known_by_his_number(ontology: Ontology) -> None:
    text = (
        "Rebels killed a farmer in Lebo on Monday. On Tuesday soldiers shot a trader in Tafa. The man was killed there."
    )
    farmer, trader, again = shown(text, ontology)
    assert again.happening == trader.happening != farmer.happening


def test_what_is_released_in_an_aside_is_a_statement(ontology: Ontology) -> None:
    text = "The mayor, in a statement released on Monday night, said gunmen had attacked a market in Kaura."
    (attack,) = shown(text, ontology)
    assert (attack.event_type, attack.who["perpetrator"]) == ("armed_attack", ["gunmen"])


def test_who_launched_the_operation_of_an_aside_freed_those_held(ontology: Ontology) -> None:
    text = "The army, in an operation launched on Monday, freed 12 hostages in Gao."
    assert [mention.who["perpetrator"] for mention in shown(text, ontology)] == [["army"], ["army"]]


def test_information_is_received_and_nobody_met(ontology: Ontology) -> None:
    text = "The Lagos State Police Command received information from Peter Obi that gunmen attacked traders in Kawo."
    assert [mention.event_type for mention in shown(text, ontology)] == ["armed_attack"]


@pytest.mark.parametrize(
    "war",
    [
        "a war that has left 4,000 dead, closed schools and forced 300,000 people to flee",
        "a conflict that has killed 2,000 people, destroyed hospitals and driven thousands from their homes",
        "a campaign that has killed thousands, kidnapped hundreds of girls and razed villages",
    ],
)
def test_who_condemns_a_war_does_not_wage_it(war: str, ontology: Ontology) -> None:
    for mention in shown(f"The churches have condemned {war}.", ontology):
        assert mention.event_type == "condemn" or "perpetrator" not in mention.who


def test_who_attacked_a_village_that_backed_others_killed_there(ontology: Ontology) -> None:
    text = "Rebels attacked a village that has backed the army, killed six people and burned houses."
    assert shown(text, ontology)[0].who["perpetrator"] == ["Rebels"]


@pytest.mark.parametrize(
    ("text", "is_sum"),
    [
        ("The fighting has killed tens of thousands and displaced millions.", True),
        ("The fighting has killed hundreds and uprooted thousands.", True),
        ("The fighting has killed 12 people and wounded 30.", False),
    ],
)
def test_what_fighting_has_done_to_hundreds_is_a_sum(text: str, ontology: Ontology, *, is_sum: bool) -> None:
    (fighting,) = shown(text, ontology)
    assert (fighting.is_aggregate, fighting.who) == (is_sum, {} if is_sum else fighting.who)


def test_where_somebody_talks_is_not_where_it_was(ontology: Ontology) -> None:
    talk = "who spoke to this paper from his office in Bor on Friday"
    (attack,) = shown(
        f"According to the governor, Deng Akol, {talk}, the attack was carried out by rustlers.", ontology
    )
    assert attack.when != "2024-05-10"


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Several of their rifles and radios were also seized.", "seizure"),
        ("Three of the trucks were destroyed by a mine.", "bombing"),
        ("Two of the bombs killed six people.", "bombing"),
    ],
)
def test_some_of_the_things_are_things(text: str, event_type: str, ontology: Ontology) -> None:
    (mention,) = shown(text, ontology)
    assert mention.event_type == event_type
    assert not any("Several" in toll or toll.startswith(("arrested", "abducted")) for toll in mention.tolls)


@pytest.mark.parametrize(
    ("whom", "groups"),
    [
        ("Five rebels, including a self-styled general,", {"militant"}),
        ("Twelve soldiers, including a colonel,", {"security_force"}),
        ("Twenty people, including 19 rebels and a captain,", {"total", "militant", "security_force"}),
    ],
)
def test_an_officer_of_the_rebels_is_a_rebel(whom: str, groups: set[str], ontology: Ontology) -> None:
    (mention,) = shown(f"{whom} were killed in Gao on Monday.", ontology)
    assert {toll.split()[-1] for toll in mention.tolls} == groups


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (
            "Residents said an armed group from the north, known as the Falcons, attacked herders in Kosti.",
            "armed group",
        ),
        ("Police said gunmen from a village, known as Toro, shot two men in Kosti.", "gunmen"),
    ],
)
def test_a_group_told_by_another_name_acts_and_no_speaker_does(text: str, doer: str, ontology: Ontology) -> None:
    (attack,) = shown(text, ontology)
    assert attack.who["perpetrator"] == [doer]


def test_how_many_the_raiders_were_is_no_toll(ontology: Ontology) -> None:
    text = "At least 11 people were killed in Kano. The raiders, numbering about 250, stormed the village on bikes."
    assert [mention.tolls for mention in shown(text, ontology)][1:] == [[]]


@pytest.mark.parametrize("plane", ["A military plane crashed in Benghazi", "An army helicopter crashed near Gao"])
def test_a_plane_that_crashed_struck_nobody(plane: str, ontology: Ontology) -> None:
    assert shown(f"{plane} on Monday, killing four soldiers.", ontology) == []


def test_a_helicopter_that_was_shot_down_is_news(ontology: Ontology) -> None:
    (shot,) = shown("An army helicopter was shot down and crashed in Gao, killing six soldiers.", ontology)
    assert shot.tolls == ["killed 6 security_force"]


def test_a_patrol_that_counterattacked_did_it(ontology: Ontology) -> None:
    (fight,) = shown("The army said the patrol counterattacked, killing three of the attackers.", ontology)
    assert (fight.who["perpetrator"], fight.tolls) == (["patrol"], ["killed 3 militant"])


@pytest.mark.parametrize(
    "title",
    ["At least 12 people killed in attack blamed on rebels", "Nine killed in raid blamed on rebels"],
)
def test_nobody_blames_in_a_headline_that_tells_on_whom_it_is_blamed(title: str, ontology: Ontology) -> None:
    told = shown("The mayor wept on Monday.", ontology, title)
    assert [(attack.event_type, attack.who["perpetrator"]) for attack in told] == [("armed_attack", ["rebels"])]


def test_police_who_blame_a_raid_on_rebels_blame(ontology: Ontology) -> None:
    (raid, *_) = shown("A raid which police blamed on rebels killed nine farmers in Kosti on Monday.", ontology)
    assert (raid.who["perpetrator"], raid.tolls[:1]) == (["rebels"], ["killed 9 civilian"])


@pytest.mark.parametrize("fresh", ["fresh", "new"])
def test_the_fresh_attack_of_a_headline_is_its_news(fresh: str, ontology: Ontology) -> None:
    title = f"Bandits kill three, abduct 20 in {fresh} Zamfara attack"
    text = "Bandits killed three people and abducted 20 women in Bungudu in Zamfara State on Sunday night."
    assert {mention.happening for mention in shown(text, ontology, title) if mention.event_type == "armed_attack"} == {
        0
    }
