"""Tolls in phrases of their own: who died besides, whose bodies were found, what a count came to and when."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, tolls_of

PHRASES = {
    "dead behind the hurt": (
        "An attack in Gao left ten people wounded and two policemen dead.",
        ["injured 10 total", "killed 2 security_force"],
    ),
    "one dead behind one hurt": (
        "An attack in Gao left a policeman injured and his driver dead.",
        ["injured 1 security_force", "killed 1 civilian"],
    ),
    "bodies beside the hurt": (
        "The bodies of two officers and three injured guards were taken to hospital after the attack in Gao.",
        ["injured 3 security_force", "killed 2 security_force"],
    ),
    "told to an agency": ("A witness told the BBC two people were killed in Gao.", ["killed 2 total"]),
    "deaths confirmed so far": (
        "A bomb exploded in a market in Gao on Monday. The provincial government has confirmed 21 deaths so far.",
        ["killed 21 total"],
    ),
    "number that climbs": (
        "A bomb exploded in a market in Gao on Monday. "
        "The number of people killed in the bombing climbed to 46 on Tuesday.",
        ["killed 46 total"],
    ),
    "toll of the hurt": (
        "A bomb exploded in a market in Gao on Monday. The army gave a toll of 20 dead and a wounded toll of 46.",
        ["injured 46 total", "killed 20 total"],
    ),
    "paid with their lives": (
        "A bomb exploded in a market in Gao on Monday. Two soldiers paid with their lives.",
        ["killed 2 security_force"],
    ),
    "did not survive": (
        "A bomb exploded in a market in Gao on Monday. At least 22 people did not survive the blast.",
        ["killed 22 or more total"],
    ),
    "lay dead": (
        "A bomb exploded in a market in Gao on Monday. Nine women lay dead.",
        ["killed 9 civilian", "killed 9 woman"],
    ),
    "gave up the ghost": (
        "A bomb exploded in a market in Gao on Monday. A guard gave up the ghost in hospital.",
        ["killed 1 security_force"],
    ),
    "breathed their last": (
        "A bomb exploded in a market in Gao on Monday. Two of the injured breathed their last.",
        ["killed 2 total"],
    ),
    "bear wounds": (
        "A bomb exploded in a market in Gao on Monday. Three people perished and eleven bear wounds.",
        ["injured 11 total", "killed 3 total"],
    ),
    "put the dead at": (
        "A bomb exploded in a market in Gao on Monday. Doctors put the dead at 70.",
        ["killed 70 total"],
    ),
    "put the wounded at": (
        "A bomb exploded in a market in Gao on Monday. Doctors put the wounded at 70.",
        ["injured 70 total"],
    ),
    "the dead are": (
        "A bomb exploded in a market in Gao on Monday. The dead are ten, the army says.",
        ["killed 10 total"],
    ),
    "those hurt are": (
        "A bomb exploded in a market in Gao on Monday. Those hurt are 59.",
        ["injured 59 total"],
    ),
    "houses did not survive": (
        "A bomb exploded in a market in Gao on Monday. Two houses did not survive.",
        [],
    ),
    "toll gone up": (
        "A bomb exploded in a market in Gao on Monday. A doctor said the toll had gone up to 46.",
        ["killed 46 total"],
    ),
    "toll following a raid": (
        "The initial death toll following a raid by gunmen on Gao on Monday has risen to 48.",
        ["killed 48 total"],
    ),
    "toll that is passed": (
        "A bomb exploded in a market in Gao on Monday. The death toll from the blast has surpassed 46.",
        ["killed 46 or more total"],
    ),
    "the wounding of": (
        "An ambush near Gao on Monday resulted in the death of three people and the wounding of 10 more.",
        ["injured 10 total", "killed 3 total"],
    ),
    "the bodies and injured": ("Rescuers took the bodies and injured of Monday's raid to Gao.", []),
    "toll of a blast that": (
        "A bomb exploded in a market in Gao on Monday. "
        "The death toll of the blast, which hit a crowded market, had risen to 44.",
        ["killed 44 total"],
    ),
    "deceased": (
        "A bomb exploded in a market in Gao on Monday. Five children were among the deceased.",
        ["killed 5 child"],
    ),
    "the dead include": (
        "A bomb exploded in a market in Gao on Monday. The dead include three policemen.",
        ["killed 3 security_force"],
    ),
    "the deceased included": (
        "A bomb exploded in a market in Gao on Monday. The deceased included five children.",
        ["killed 5 child"],
    ),
    "hurt who died": (
        "A bomb exploded in a market in Gao on Monday. Six of the 40 people injured in the blast died of their wounds.",
        ["injured 40 total", "killed 6 total"],
    ),
    "nth without a noun": (
        "A bomb exploded in a market in Gao on Monday. "
        "Three people died on the spot and a fourth died later of his wounds.",
        ["killed 4 total"],
    ),
    "others and one more who died": (
        "A bomb exploded in a market in Gao on Monday. "
        "While two farmers died on the spot, three others and a doctor succumbed to their injuries.",
        ["killed 6 total"],
    ),
    "people by their name alone": ("Gunmen shot dead nine ethnic Kachin in Gao on Monday.", ["killed 9 civilian"]),
    "number murdered": (
        "The number of people murdered in Monday's raid on Gao has reached 62.",
        ["killed 62 total"],
    ),
    "others who died": (
        "A bomb exploded in a market in Gao on Monday. "
        "Ten people were killed on the spot and two others succumbed to injuries in hospital.",
        ["killed 12 total"],
    ),
    "a child among them": (
        "A bomb killed 16 people, a child among them, in Gao on Monday.",
        ["killed 1 child", "killed 16 total"],
    ),
    "some of them, and bars": (
        "Gunmen opened fire in Gao on Monday, killing 11 people, eight of them women, at a hotel and two bars.",
        ["killed 11 total", "killed 8 woman"],
    ),
    "of whom": (
        "A bomb in Gao on Monday killed 12 people, three of whom were policemen.",
        ["killed 12 total", "killed 3 security_force"],
    ),
    "with two others": (
        "A soldier was killed with two others when their patrol hit a mine near Gao on Monday.",
        ["killed 1 security_force", "killed 3 total"],
    ),
    "along with others": (
        "The mayor was killed along with four others by a bomb in Gao on Monday.",
        ["killed 1 civilian", "killed 5 total"],
    ),
    "martyrdom in an exchange of fire": (
        "Two soldiers embraced martyrdom in an exchange of fire with militants near Gao on Monday.",
        ["killed 2 security_force"],
    ),
    "two names": (
        "Soldiers clashed with militants near Gao on Monday. "
        "Naik Muhammad Atiq, 39, and Naik Rajab Ali, 36, embraced Shahadat.",
        ["killed 2 security_force"],
    ),
    "bodies of soldiers": (
        "Soldiers clashed with militants near Gao on Monday. The bodies of 17 soldiers were recovered on Tuesday.",
        ["killed 17 security_force"],
    ),
    "bodies of missing": (
        "Soldiers clashed with militants near Gao on Monday. "
        "The bodies of 17 soldiers who went missing were found on Tuesday.",
        ["killed 17 security_force"],
    ),
    "bodies sighted": (
        "Soldiers clashed with militants near Gao on Monday. Bodies of four militants have been sighted at the site.",
        ["killed 4 militant"],
    ),
    "bodies recovered": (
        "Soldiers clashed with militants near Gao on Monday. Troops recovered the bodies of three militants.",
        ["killed 3 militant"],
    ),
    "citizens of two countries": (
        "At least 24 Malian and Burkinabe citizens, women and children among them, were "
        "killed in a blast in Gao on Monday.",
        ["killed 24 or more civilian"],
    ),
    "buried": (
        "A bomb exploded in a market in Gao on Monday. We buried ten people, a resident said.",
        ["killed 10 total"],
    ),
    "were buried": (
        "A bomb exploded in a market in Gao on Monday. Ten people were buried on Tuesday.",
        ["killed 10 total"],
    ),
    "residents speak of": (
        "A bomb exploded in a market in Gao on Monday. Ten people were killed, while residents spoke of 30.",
        ["killed 10 total", "killed 30 total"],
    ),
    "day of the month": (
        "Three others were wounded in a raid near Gao on Wednesday 19, this website has learned.",
        ["injured 3 total"],
    ),
    "head of cattle": (
        "Gunmen attacked a village near Gao on Monday. The attackers made off with over 3,000 head of cattle.",
        [],
    ),
    "a remark inside": (
        "Gunmen attacked a village near Gao on Monday. "
        "The seven persons who lost their lives, he explained, were killed while they tried to flee.",
        ["killed 7 total"],
    ),
    "also killed were": (
        "A convoy was attacked near Gao on Monday. Also killed were the governor's driver and two guards.",
        ["killed 1 civilian", "killed 2 security_force"],
    ),
    "among the victims were": (
        "Among the victims of the attack in Gao on Monday were a doctor, two nurses and their driver.",
        ["killed 4 civilian"],
    ),
    "a list of one group is summed": (
        "A convoy was attacked near Gao on Monday. The dead were 40 policemen and 17 soldiers.",
        ["killed 57 security_force"],
    ),
    "names with ages, no number": (
        "Gunmen attacked Gao on Monday. Those killed were Ali Musa, 45, Umar Bello, 32, and Sani Abdu.",
        [],
    ),
    "not fewer than": (
        "Gunmen attacked Gao on Monday and killed not fewer than five farmers.",
        ["killed 5 or more civilian"],
    ),
    "beside their animals": (
        "Gunmen attacked a village near Gao on Monday, killing two herders and 30 cows.",
        ["killed 2 civilian"],
    ),
    "people of three countries": (
        "The blast in Gao on Monday killed a Frenchman, a Belgian and three Malians.",
        ["killed 5 civilian"],
    ),
    "to death": ("Six farmers were whipped to death by an armed group near Gao on Monday.", ["killed 6 civilian"]),
    "at the scene and in hospital": (
        "A bomb exploded in Gao on Monday. Ten were killed at the scene and four died in hospital.",
        ["killed 14 total"],
    ),
    "the attack claimed": (
        "Gunmen attacked Gao on Monday. The attack claimed three persons, the chairman said.",
        ["killed 3 total"],
    ),
    "fire on a crowd": (
        "Police fired on a crowd that was demonstrating in Gao on Monday, killing six and wounding ten.",
        ["injured 10 total", "killed 6 total"],
    ),
    "a toll with a clause inside": (
        "The minister said the death toll of the suicide blast which hit a rally in Gao on Sunday had risen to 44.",
        ["killed 44 total"],
    ),
    "others with wounds": (
        "The attack in Gao on Monday left 12 people dead and several others with gunshot wounds.",
        ["injured 3 or more total", "killed 12 total"],
    ),
    "left with degrees of injury": (
        "The attack in Gao on Monday killed 12 people and left 30 others with varying degrees of injuries.",
        ["injured 30 total", "killed 12 total"],
    ),
    "degrees of injury": (
        "Gunmen attacked Gao on Monday. Nine people sustained various degrees of injury.",
        ["injured 9 total"],
    ),
    "an accused by his number": (
        "A bomb exploded in Gao on Monday. A fourth accused died in police custody.",
        [],
    ),
    "those who were repulsed": (
        "Soldiers repulsed an attack by rebels near Gao on Monday, killing two of them.",
        ["killed 2 militant"],
    ),
    "killing some of them": ("Rebels ambushed soldiers near Gao on Monday, killing six.", ["killed 6 security_force"]),
    "some of them of one nation": (
        "Security forces killed four terrorists, three of them Afghans, near Gao on Monday.",
        ["killed 3 militant", "killed 4 militant"],
    ),
    "a national": (
        "An attack near Gao on Monday killed a Syrian national.",
        ["killed 1 civilian", "killed 1 foreign_national"],
    ),
    "one by the name of a force": (
        "Gunmen killed a Saudi border guard and wounded a Revolutionary Guard near Gao on Monday.",
        ["injured 1 security_force", "killed 1 security_force"],
    ),
    "one by the name of a group": ("Soldiers shot dead a Taliban near Kunduz on Monday.", ["killed 1 militant"]),
    "of whom so many were": (
        "Shells killed nine people in Gao on Monday, of whom four were women.",
        ["killed 4 woman", "killed 9 total"],
    ),
    "of whom, inside": (
        "Nine people, of whom four were women, were wounded by shells in Gao on Monday.",
        ["injured 4 woman", "injured 9 total"],
    ),
    "among whom": (
        "Shells killed nine people in Gao on Monday, among whom were three soldiers and a guard.",
        ["killed 4 security_force", "killed 9 total"],
    ),
    "so many victims": (
        "Shells killed nine people in Gao on Monday. Five victims were children.",
        ["killed 5 child", "killed 9 total"],
    ),
    "members of a group": ("Ten members of the Patino group were killed near Gao on Monday.", ["killed 10 militant"]),
    "no doubt": ("A bomb exploded in Gao on Monday. He had no doubt that the victims were terrorists.", []),
    "no figures": ("A bomb exploded in Gao on Monday. The police gave no casualty figures.", []),
    "no details": ("A bomb exploded in Gao on Monday. The police gave no details of casualties.", []),
}


@pytest.mark.parametrize(("text", "tolls"), PHRASES.values(), ids=PHRASES.keys())
def test_each_phrase_that_tells_a_toll(text: str, tolls: list[str], ontology: Ontology) -> None:
    assert sorted({toll for mention in mentions_of(text, ontology) for toll in tolls_of(mention)}) == tolls


NO_TOLLS = {
    "under rubble": "Ten people were buried under the rubble.",
    "not yet": "The bodies of two men could not be recovered.",
    "cows": "The gunmen took 1,500 head of cattle.",
}


@pytest.mark.parametrize("sentence", NO_TOLLS.values(), ids=NO_TOLLS.keys())
def test_what_looks_like_a_toll_and_is_none(sentence: str, ontology: Ontology) -> None:
    mentions = mentions_of(f"A bomb exploded in a market in Gao on Monday. {sentence}", ontology)
    assert [toll for mention in mentions for toll in tolls_of(mention)] == []


RISES = {
    "rose": "The death toll from the bombing rose to 46 on Wednesday.",
    "opens the sentence": "On Wednesday the death toll from the bombing rose to 46.",
    "number of people killed": "The number of people killed in the bombing climbed to 46 on Wednesday.",
}


@pytest.mark.parametrize("sentence", RISES.values(), ids=RISES.keys())
def test_when_a_toll_rose_is_not_when_they_died(sentence: str, ontology: Ontology) -> None:
    mentions = mentions_of(f"A bomb exploded in a market in Gao on Monday. {sentence}", ontology)
    assert {str(mention.occurrence.date_from) for mention in mentions} == {"2024-05-06"}
    assert {mention.happening for mention in mentions} == {0}


def test_a_lead_over_two_attacks_is_the_toll_of_neither(ontology: Ontology) -> None:
    text = (
        "Two attacks on army posts killed 23 soldiers on Monday. In Gao, gunmen stormed a checkpoint, killing 18 "
        "soldiers. In Kidal, five soldiers were killed when gunmen attacked a base."
    )
    told = {t.low: m.is_aggregate for m in mentions_of(text, ontology) for t in m.casualties}
    assert told == {23: True, 18: False, 5: False}


def test_parts_of_one_attack_make_no_sum_of_its_lead(ontology: Ontology) -> None:
    text = (
        "A bomb killed 12 people at a market in Gao on Monday. Eight people died at the scene. Four people died in "
        "hospital."
    )
    assert not any(mention.is_aggregate for mention in mentions_of(text, ontology))


def test_the_dead_of_a_relative_clause_are_those_of_what_it_tells_of(ontology: Ontology) -> None:
    text = (
        "Gunmen killed two soldiers near Gao on Monday. The place was near a road where a convoy was attacked by a "
        "suicide bomber in February, in which 40 soldiers were killed."
    )
    told = {t.low: str(m.occurrence.date_from)[:7] for m in mentions_of(text, ontology) for t in m.casualties}
    assert told == {2: "2024-05", 40: "2024-02"}


def test_what_came_days_before_did_not_kill(ontology: Ontology) -> None:
    text = "Six patients were killed at a hospital in Gao on Monday, two days after rebels seized the town."
    killed = [m.event_type for m in mentions_of(text, ontology) if m.casualties]
    assert killed == ["armed_attack"]
    assert len({mention.happening for mention in mentions_of(text, ontology)}) == 2
