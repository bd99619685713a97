"""What wires and papers of Iraq, Ireland, the Caucasus and Colombia say of a deed, as a score of their pages showed.

Sentences of one or two clauses, each with what a careful reader would put down.
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, shown


@pytest.mark.parametrize("bomber", ["suicide car bomber", "suicide truck bomber", "suicide motorcycle bomber"])
def test_what_a_bomber_drives_makes_it_no_other_deed(bomber: str, ontology: Ontology) -> None:
    (attack,) = shown(f"A {bomber} attacked a patrol in Herat on Monday.", ontology)
    assert (attack.event_type, attack.who["perpetrator"]) == ("suicide_bombing", [bomber])


@pytest.mark.parametrize("opening", ["Farther south in Herat", "Farther south, in Herat", "Further west, in Herat"])
def test_farther_south_is_nobody_and_another_scene(opening: str, ontology: Ontology) -> None:
    text = f"A mine killed two guards in Kabul on Monday. {opening}, a bomb exploded in a school, killing a teacher."
    first, second = shown(text, ontology)[0], shown(text, ontology)[-1]
    assert (second.event_type, second.who.get("perpetrator"), second.where) == ("bombing", None, "Herat")
    assert second.happening != first.happening


@pytest.mark.parametrize("text", ["Windows in surrounding houses were broken.", "They fled to surrounding villages."])
def test_what_lies_around_is_surrounded_by_nobody(text: str, ontology: Ontology) -> None:
    assert not shown(text, ontology)


def test_troops_who_surround_a_village_do(ontology: Ontology) -> None:
    (siege,) = shown("Soldiers are surrounding villages near Herat.", ontology)
    assert siege.who["perpetrator"] == ["Soldiers"]


@pytest.mark.parametrize("left", ["The blast left", "A bomb went off in Herat, leaving"])
def test_all_who_were_left_wounded_were(left: str, ontology: Ontology) -> None:
    (blast,) = shown(f"{left} two nurses and six guards wounded.", ontology)
    assert blast.tolls == ["injured 2 civilian", "injured 6 security_force"]


def test_those_injured_behind_another_clause_are_not_what_was_left(ontology: Ontology) -> None:
    text = "Gunmen left the village, and 12 guards injured in the attack on Monday were taken to hospital."
    assert [mention.tolls for mention in shown(text, ontology) if mention.tolls] == [["injured 12 security_force"]]


@pytest.mark.parametrize("gravely", ["seriously", "badly", "critically"])
def test_who_was_not_seriously_hurt_was_hurt(gravely: str, ontology: Ontology) -> None:
    hurt = shown(f"A bomb went off in Herat on Monday. A guard was not {gravely} hurt.", ontology)[-1]
    assert (hurt.modality, hurt.tolls) == ("asserted", ["injured 1 security_force"])


@pytest.mark.parametrize("wish", ["must halt hostilities and release", "should first end hostilities and release"])
def test_what_should_be_done_and_something_else_is_not_done(wish: str, ontology: Ontology) -> None:
    assert {mention.modality for mention in shown(f"The rebels {wish} 12 soldiers.", ontology)} == {"hypothetical"}


@pytest.mark.parametrize(
    ("whom", "name"),
    [
        ("a rebel commander", ["rebel commander"]),
        ("three rebels", ["rebels"]),
        ("guerrilla leader Ali Musa", ["guerrilla leader Ali Musa"]),
    ],
)
def test_the_capture_of_somebody_is_an_arrest(whom: str, name: list[str], ontology: Ontology) -> None:
    (capture,) = shown(f"The capture of {whom} in Herat on Monday angered many.", ontology)
    assert (capture.event_type, capture.who["target"]) == ("arrest", name)


@pytest.mark.parametrize("aside", ["40 miles west of Kabul", "about 40 miles west of Kabul", "a town near Kabul"])
def test_where_tells_of_the_town_not_of_what_lies_near(aside: str, ontology: Ontology) -> None:
    text = f"The minister flew to Herat, {aside}, where gunmen killed six guards on Monday."
    assert [mention.where for mention in shown(text, ontology)] == ["Herat"]


@pytest.mark.parametrize("link", ["in retaliation for", "in revenge for", "in response to"])
@pytest.mark.parametrize("done", ["The attack on Herat was carried out", "Herat was attacked"])
def test_who_did_what_was_avenged_has_not_avenged_it(done: str, link: str, ontology: Ontology) -> None:
    attack, killing = shown(f"{done} {link} the killing of a boy by soldiers.", ontology)
    assert (attack.who.get("perpetrator"), killing.who["perpetrator"]) == (None, ["soldiers"])


def test_who_shot_a_guard_arrests_nobody_after_it(ontology: Ontology) -> None:
    arrest, shooting = shown("Two men were arrested after the shooting of a guard by rebels in Herat.", ontology)
    assert (arrest.who, shooting.who["perpetrator"]) == ({"target": ["men"]}, ["rebels"])


def test_the_attack_is_what_avenged_not_what_it_avenged(ontology: Ontology) -> None:
    text = (
        "Gunmen attacked a base in Herat on Monday. It was in retaliation for the killing of a rebel by soldiers on May"
        " 1. The attack left six dead."
    )
    attacked, killing, attack = shown(text, ontology)
    assert (attack.happening, attack.when) == (attacked.happening, "2024-05-06")
    assert (killing.happening != attack.happening, killing.when) == (True, "2024-05-01")


def test_a_second_attack_is_of_the_day_of_the_first_not_of_what_both_avenge(ontology: Ontology) -> None:
    text = "Rebels attacked Herat on Monday to avenge the killing of a boy by soldiers on May 1. The second attack took"
    second = shown(f"{text} place in Kabul.", ontology)[-1]
    assert (second.where, second.when) == ("Kabul", "2024-05-06")


@pytest.mark.parametrize("fight", ["as fighting intensified for control of the city", "as clashes raged nearby"])
def test_who_is_killed_by_a_bomb_while_others_fight_is_killed_by_the_bomb(fight: str, ontology: Ontology) -> None:
    bombing, clash = shown(f"A bomb killed six guards in Herat on Monday {fight}.", ontology)
    assert (bombing.event_type, bombing.tolls) == ("bombing", ["killed 6 security_force"])
    assert (clash.event_type, clash.tolls) == ("armed_clash", [])


@pytest.mark.parametrize("teller", ["The military says", "The military denies that"])
def test_the_military_that_says_something_is_the_military(teller: str, ontology: Ontology) -> None:
    attack = shown(f"{teller} six soldiers were killed in an attack in Herat.", ontology)[-1]
    assert attack.who["target"] == ["soldiers"]


@pytest.mark.parametrize("medium", ["State media", "State television", "The state news agency"])
def test_media_arrest_nobody(medium: str, ontology: Ontology) -> None:
    (arrest,) = shown(f"{medium} said six men were arrested in Herat on Monday.", ontology)
    assert arrest.who == {"target": ["men"]}


@pytest.mark.parametrize("papers", ["Figures provided by the union", "Hospital records"])
def test_those_killed_as_papers_show_are_killed(papers: str, ontology: Ontology) -> None:
    (clash,) = shown(f"{papers} show at least 24 civilians were killed in the fighting in Herat on Monday.", ontology)
    assert (clash.tolls, clash.who.get("party")) == (["killed 24 or more civilian"], None)


def test_yet_another_attack_is_the_one_that_was_told(ontology: Ontology) -> None:
    text = (
        "Gunmen killed six farmers in Herat on Monday. Residents were angered by yet another attack on their village."
    )
    assert {mention.happening for mention in shown(text, ontology)} == {0}
    text = "Gunmen killed six farmers in Herat on Monday. In yet another attack, two guards died in Kabul."
    assert {mention.happening for mention in shown(text, ontology)} == {0, 1}


@pytest.mark.parametrize("when", ["In the 1980s", "In the early 1990s", "By the early 1990s"])
def test_what_was_done_in_a_decade_is_no_news(when: str, ontology: Ontology) -> None:
    (bombing,) = shown(f"{when}, rebels bombed a bank in Herat.", ontology)
    assert bombing.is_background
    assert bombing.when == ("1980-01-01/1989-12-31" if "1980s" in when else "1990-01-01/1999-12-31")


@pytest.mark.parametrize(
    ("text", "is_sum"),
    [
        ("In recent weeks, rebels killed six farmers in Herat.", True),
        ("In recent months gunmen attacked several villages near Herat.", True),
        ("The rebels launched over 1,500 drones at Herat in the past week.", True),
        ("Recently, gunmen killed a mayor in Herat.", False),
        ("A mayor was killed in Herat on Monday, the sixth in recent weeks.", False),
        ("Gunmen killed 20 people in Herat in the deadliest attack in the past year.", False),
    ],
)
def test_what_happened_in_recent_weeks_is_a_sum(text: str, is_sum: bool, ontology: Ontology) -> None:
    assert shown(text, ontology)[0].is_aggregate is is_sum


@pytest.mark.parametrize("rank", ["one of the deadliest by the rebels in the past decade", "the worst in recent years"])
def test_the_time_in_which_nothing_was_worse_is_not_when_it_was(rank: str, ontology: Ontology) -> None:
    (assault,) = shown(f"The assault, {rank}, left two guards wounded in Herat.", ontology)
    assert assault.when is None


@pytest.mark.parametrize("where", ["Gao when it came under attack", "Gao when gunmen opened fire"])
def test_who_was_on_his_way_to_a_town_was_not_there(where: str, ontology: Ontology) -> None:
    attack = mentions_of(f"The convoy was on its way to {where} on Monday, killing six soldiers.", ontology)[-1]
    assert attack.place is not None
    assert attack.place.place_id == "country.ML"


@pytest.mark.parametrize("aside", [", including a guard,", ", two of them women,"])
@pytest.mark.parametrize("link", ["in Herat, where", "in Herat and Kabul, where"])
def test_those_killed_where_something_else_was_are_not_of_the_news(link: str, aside: str, ontology: Ontology) -> None:
    raid, clashes = shown(f"The raid came a day after clashes {link} 15 people{aside} were killed.", ontology)
    assert (raid.tolls, clashes.happening != raid.happening) == ([], True)
    assert "killed 15 total" in clashes.tolls


@pytest.mark.parametrize("often", ["several times", "numerous times"])
def test_what_has_been_attacked_several_times_is_told_of_no_one_day(often: str, ontology: Ontology) -> None:
    assert shown(f"The posts near Herat have been attacked by rebels {often}.", ontology)[0].is_aggregate
    assert not shown(f"Rebels shot the guard {often} in Herat on Monday.", ontology)[0].is_aggregate


@pytest.mark.parametrize("how", ["in raids across Herat", "in overnight raids in Herat", "during a raid on Herat"])
def test_raids_in_which_people_are_arrested_are_no_attacks(how: str, ontology: Ontology) -> None:
    (arrest,) = shown(f"Police arrested six men {how}.", ontology)
    assert arrest.event_type == "arrest"
    _, raid = shown("Two men were arrested in the raid on a bank in Herat that killed six guards.", ontology)
    assert raid.event_type == "armed_attack"


def test_who_is_detained_in_police_raids_has_not_made_them(ontology: Ontology) -> None:
    told = shown("Two officials have been detained in previous police raids in Herat.", ontology)
    assert all("officials" not in mention.who.get("perpetrator", []) for mention in told)


def test_a_headline_that_names_a_province_by_its_town_is_of_what_the_text_tells(ontology: Ontology) -> None:
    text = "One soldier was killed by rebels on Monday in the Lice district of Diyarbakir, the army said."
    title, killed = shown(text, ontology, title="Soldier killed by rebels in Diyarbakir")
    assert title.happening == killed.happening
