"""Forms that whole reports of many papers have in common: who did what, when, and whether two deeds are one.

What belongs here: forms met in reports that nobody had studied, each by the rule that reads it. What does not: single
words, which the examples of the triggers hold.
"""

from __future__ import annotations

import pytest

from sitrep.extract.text import read
from sitrep.ontology import Ontology
from sitrep.records import Mention
from tests.extract.reading import clauses_of, mentions_of


def _who(mention: Mention, role: str) -> list[str]:
    return [actor.name for actor in mention.actors if actor.role == role]


@pytest.mark.parametrize(
    "sentence",
    [
        "Observers said that by shelling Nasir the militia had broken the truce.",
        "Observers said that by shelling Nasir, the militia had broken the truce.",
        "An elder said that after shelling Nasir on Monday the militia fled.",
        "Observers said the militia, after shelling Nasir, looted a clinic.",
    ],
)
def test_who_acts_in_a_deed_set_first_is_told_behind_it(sentence: str, ontology: Ontology) -> None:
    shelling = next(m for m in mentions_of(sentence, ontology) if m.event_type == "shelling")
    assert _who(shelling, "perpetrator") == ["militia"]
    assert _who(shelling, "target") == ["Nasir"]


def test_nobody_says_those_of_whom_a_participle_tells(ontology: Ontology) -> None:
    read = clauses_of("Residents said the militia, before leaving the town, executed two traders.", ontology)
    assert [(clause.verb, clause.subject) for clause in read] == [
        ("say", "residents"),
        ("leave", "the militia"),
        ("execute", "the militia"),
    ]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Never since the truce of 1998 had a police station in Garissa been attacked.", "denied"),
        ("Not since 2016 has the town been shelled.", "denied"),
        ("It is not the first time that Garissa has been attacked by the group.", "habitual"),
        ("It was the first time that Garissa was attacked by the group.", "asserted"),
    ],
)
def test_what_never_was_and_what_often_was_is_no_news(sentence: str, modality: str, ontology: Ontology) -> None:
    assert mentions_of(sentence, ontology)[-1].modality == modality


def test_the_land_where_a_boat_was_built_is_not_where_it_was_sunk(ontology: Ontology) -> None:
    text = "A gunboat, which was built in Israel, was blown up by rebels. It had left Mannar in Sri Lanka on Monday."
    place = mentions_of(text, ontology)[0].place
    assert place is not None
    assert place.place_id != "country.IL"


@pytest.mark.parametrize("count", ["15 sailors at least", "15 sailors or more"])
def test_a_least_number_may_say_so_behind_whom_it_counts(count: str, ontology: Ontology) -> None:
    sentence = f"Rebels blew up a boat, and {count} were killed and two injured, the navy said."
    tolls = {c.outcome: (c.low, c.high) for m in mentions_of(sentence, ontology) for c in m.casualties}
    assert tolls == {"killed": (15, None), "injured": (2, 2)}


@pytest.mark.parametrize("done", ["buried", "found", "mourned"])
def test_the_day_of_a_burial_is_not_that_of_the_killing(done: str, ontology: Ontology) -> None:
    for deed in ("who were killed by rebels near Gao", "who died in an ambush by rebels near Gao"):
        killed = mentions_of(f"Four soldiers {deed} were {done} on Saturday.", ontology)[0]
        assert killed.occurrence.text != "Saturday"


def test_what_had_been_before_the_ambush_is_another_deed(ontology: Ontology) -> None:
    sentence = "Two rebels and a soldier had been killed in clashes before the ambush, the army said."
    clashes, ambush = mentions_of(sentence, ontology)
    assert clashes.happening != ambush.happening


@pytest.mark.parametrize(
    ("sentence", "kind", "is_sum"),
    [
        ("At least 31 people died as violence broke out between two clans in Abyei.", "armed_clash", False),
        ("At least 31 people died when violence erupted in the hills.", "armed_attack", False),
        ("The governor spoke of the violence in the hills.", "armed_attack", True),
        ("Police brutality in Darfur worried the bishop.", "violence_against_civilians", True),
        ("The judge asked about the atrocities of the militia.", "violence_against_civilians", True),
    ],
)
def test_strife_that_broke_out_is_one_happening(sentence: str, kind: str, is_sum: bool, ontology: Ontology) -> None:
    found = [m for m in mentions_of(sentence, ontology) if m.event_type == kind]
    assert [m.is_aggregate for m in found] == [is_sum]


def test_two_deeds_of_the_same_friday_are_two(ontology: Ontology) -> None:
    text = (
        "Two farmers were killed by insurgents in Machava village, in the district of Nangade, on Friday. "
        "The same Friday, later on, a group of insurgents attacked the edge of Nangade and killed three people there."
    )
    happenings = {m.happening for m in mentions_of(text, ontology)}
    assert len(happenings) == 2


def test_he_was_also_struck_in_what_struck_him(ontology: Ontology) -> None:
    text = "Insurgents caught a man who was cutting grass near Simbo and shot him. He was also beheaded."
    assert {m.happening for m in mentions_of(text, ontology)} == {0}


def test_a_headline_is_of_the_lead_not_of_a_fight_its_army_began(ontology: Ontology) -> None:
    text = (
        "A gunboat of the navy was sunk off Trincomalee on Saturday in a suicide bombing, killing at least five "
        "sailors, the army said.\n\nIn December a battle off Mannar killed three sailors. It was the navy that "
        "attacked first, the Tigers said."
    )
    found = mentions_of(text, ontology, title="Sri Lanka loses five navy men")
    lead = next(m for m in found if m.trigger == "suicide bombing")
    title = next(m for m in found if m.trigger == "loses")
    assert title.happening == lead.happening


@pytest.mark.parametrize(
    "since",
    [
        "since 16 people died in the market massacre of last year",
        "since gunmen killed 12 people at a hotel",
        "since 30 people were killed at a mosque in Zliten",
    ],
)
def test_what_an_attack_is_the_worst_since_is_another(since: str, ontology: Ontology) -> None:
    attack, before = mentions_of(f"It was the bloodiest attack {since}.", ontology)
    assert attack.happening != before.happening


def test_those_tried_for_deeds_of_two_years_have_two_trials(ontology: Ontology) -> None:
    text = (
        "A court on Thursday sentenced 16 people to death over a bombing in 2015. "
        "Eight other men were sentenced to death for the murder of an officer in 2014."
    )
    trials = [m.happening for m in mentions_of(text, ontology) if m.event_type == "judicial"]
    assert len(set(trials)) == len(trials) == 2


@pytest.mark.parametrize(
    ("sentence", "is_sum"),
    [
        ("In one of the worst of its massacres 60 people were killed last year in a camp near Bule.", False),
        ("In one of its deadliest attacks, the group killed 60 people in Bule last year.", False),
        ("In its attacks the group killed 60 people in Ituri last year.", True),
    ],
)
def test_one_of_the_worst_is_one(sentence: str, is_sum: bool, ontology: Ontology) -> None:
    assert mentions_of(sentence, ontology)[0].is_aggregate == is_sum


@pytest.mark.parametrize(
    "opening", ["In the north", "In the village of Bangui in the north", "In the worst of its raids", "In the raid"]
)
def test_a_number_behind_where_it_was_counts_those_who_died(opening: str, ontology: Ontology) -> None:
    mention = mentions_of(f"{opening} 12 herders were killed on Sunday.", ontology)[0]
    assert {(c.outcome, c.low) for c in mention.casualties} == {("killed", 12)}


def test_attackers_who_arrive_set_day_and_place_of_what_they_did(ontology: Ontology) -> None:
    text = (
        "An attack in the northeast of Nigeria has left three people dead, a resident said. A large number of gunmen "
        "on bicycles arrived at about 11:30 pm on Monday in Pallam, a village in the Madagali area of Adamawa state."
    )
    attack, came = mentions_of(text, ontology)
    assert attack.happening == came.happening
    assert attack.place is not None
    assert (attack.place.text, str(attack.occurrence.date_from)) == ("Pallam", "2024-05-06")


@pytest.mark.parametrize(
    "sentence",
    [
        "The government agreed to free 11 officials, who were arrested in December.",
        "The government agreed to free 11 officials, who were arrested after the army shelled Bor on December 15.",
        "The army shelled a village whose chief had fled after militiamen killed his son in January.",
    ],
)
def test_a_day_told_of_somebody_is_not_that_of_the_news(sentence: str, ontology: Ontology) -> None:
    news, *past = mentions_of(sentence, ontology)
    assert str(news.occurrence.date_to) == "2024-05-10"
    assert all(str(m.occurrence.date_to) < "2024-02" for m in past if m.occurrence.basis != "document")


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The bandits arrived while residents were praying and opened fire on a mosque.", ["bandits"]),
        ("The raiders came at 1am, when people were still sleeping and shot a guard.", ["raiders"]),
        ("Six were hurt when police were chasing a man and fired into a crowd.", ["police"]),
    ],
)
def test_who_came_while_others_were_at_something_does_what_is_told_behind(
    sentence: str, who: list[str], ontology: Ontology
) -> None:
    assert _who(mentions_of(sentence, ontology)[-1], "perpetrator") == who


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("Police confirmed the attack to reporters on Monday.", []),
        ("The gunmen invaded two villages on motorcycles on Monday.", ["villages"]),
        ("Soldiers opened fire on a motorcycle in Gao on Monday.", ["motorcycle"]),
    ],
)
def test_whom_somebody_told_and_what_men_rode_was_not_struck(
    sentence: str, whom: list[str], ontology: Ontology
) -> None:
    assert _who(mentions_of(sentence, ontology)[0], "target") == whom


@pytest.mark.parametrize(
    ("group", "of"),
    [("the choir", "total"), ("a convoy", "total"), ("a paramilitary unit", "security_force"), ("the squad", "total")],
)
def test_members_are_people_whatever_they_are_members_of(group: str, of: str, ontology: Ontology) -> None:
    killed = mentions_of(f"Three members of {group} were killed in Ziarat on Monday.", ontology)[0].casualties
    assert [(c.victim_group, c.low) for c in killed] == [(of, 3)]


def test_who_then_does_something_is_not_who_only_came_by(ontology: Ontology) -> None:
    told = mentions_of("Rebels triggered a mine as the soldiers hiked past on a trail and then opened fire.", ontology)
    assert {name for mention in told for name in _who(mention, "perpetrator")} == {"Rebels"}


def test_a_dateline_without_a_dash_is_no_part_of_who_was_killed(ontology: Ontology) -> None:
    text = "SANAA, Sept 21 At least 6 civilians were killed on Wednesday when an air strike hit a house in Hodeidah."
    (strike,) = mentions_of(text, ontology)
    assert [(c.victim_group, c.low) for c in strike.casualties] == [("civilian", 6)]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The army denied that its planes had bombed the village, saying that rebels had shelled it.", "army"),
        ("The group rejected claims that it had bombed the village, saying that rebels had shelled it.", "group"),
        ("The general warned that gunmen would attack, saying rebels had shelled a town on Monday.", "general"),
    ],
)
def test_what_somebody_says_beside_a_denial_or_threat_is_neither(sentence: str, who: str, ontology: Ontology) -> None:
    shelling = next(m for m in mentions_of(sentence, ontology) if m.event_type == "shelling")
    assert (shelling.modality, shelling.attributed_to) == ("asserted", who)


def test_what_somebody_denies_saying_stays_denied(ontology: Ontology) -> None:
    shelling = mentions_of("The group denied saying that it had shelled the town.", ontology)[-1]
    assert (shelling.event_type, shelling.modality) == ("shelling", "denied")


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Shells fall on market in Goma, 11 dead", ["shelling"]),
        ("Mortar shells land near school in Goma", ["shelling"]),
        ("Israel shells Gaza, killing six", ["shelling"]),
        ("Protesters torch parliament building in Libreville", ["arson"]),
    ],
)
def test_what_comes_down_in_a_headline_does_so(title: str, kinds: list[str], ontology: Ontology) -> None:
    assert [m.event_type for m in mentions_of("The report follows.", ontology, title=title)] == kinds


def test_the_attack_on_the_post_is_that_in_which_a_post_was_struck(ontology: Ontology) -> None:
    text = (
        "Jihadists killed four soldiers in an attack on an army post at Tessit on Sunday evening. Earlier in the day a "
        "vehicle hit a mine near Ansongo, killing three traders. The toll from the attack on the post could rise."
    )
    first, *_, last = mentions_of(text, ontology)
    assert first.happening == last.happening


@pytest.mark.parametrize(
    "sentence",
    [
        "Since January, rebels have killed 40 soldiers and the army has killed 120 rebels.",
        "Since October, 28 soldiers have been killed in raids, while the army has shot dead at least 189 rebels.",
    ],
)
def test_what_is_told_since_the_head_of_a_sentence_are_sums(sentence: str, ontology: Ontology) -> None:
    assert all(mention.is_aggregate for mention in mentions_of(sentence, ontology))


def test_so_few_as_one_bout_of_clashes_may_take_are_its_dead(ontology: Ontology) -> None:
    for told, is_sum in (("at least 15 lives", False), ("1,500 lives", True)):
        (mention,) = mentions_of(f"Clashes between farmers and herders have claimed {told} in Chad.", ontology)
        assert mention.is_aggregate == is_sum


def test_drones_shot_down_are_no_dead_nor_are_those_arrested(ontology: Ontology) -> None:
    (shot,) = mentions_of("The air force said it had shot down 38 of 51 drones.", ontology)
    assert (shot.event_type, shot.casualties) == ("disrupted_weapons_use", ())
    text = (
        "Fighting between herders broke out in Sandana on Monday. Police arrested 16 people. "
        "A rights group said the real toll was 23."
    )
    fight, arrest, toll = mentions_of(text, ontology)
    assert toll.happening == fight.happening != arrest.happening


def test_what_was_done_in_the_past_is_a_sum_and_grandchildren_are_people(ontology: Ontology) -> None:
    (attacked,) = mentions_of("They belong to a minority that has been attacked by gunmen in the past.", ontology)
    assert attacked.is_aggregate
    (murder,) = mentions_of("Gunmen murdered Judge Omar Haidar, his wife and two grandchildren in Swabi.", ontology)
    assert {(c.victim_group, c.low) for c in murder.casualties} == {("civilian", 4), ("woman", 1), ("child", 2)}


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("Two missiles hit the centre of Sumy as people were going to church on Palm Sunday, killing 34.", "people"),
        ("Gunmen fired on a bus as guests were sitting at tables, killing six.", "guests"),
    ],
)
def test_who_goes_to_church_or_sits_at_tables_kills_nobody(sentence: str, whom: str, ontology: Ontology) -> None:
    assert all(whom not in _who(mention, "perpetrator") for mention in mentions_of(sentence, ontology))


def test_a_channel_on_which_an_ambush_is_claimed_was_not_ambushed(ontology: Ontology) -> None:
    (ambush,) = mentions_of("Al Qaeda claimed the ambush on one of its channels.", ontology)
    assert _who(ambush, "target") == []


def test_two_deeds_with_dead_of_their_own_are_two_though_one_sentence_tells_both(ontology: Ontology) -> None:
    sentence = (
        "At least 54 people died when paramilitaries shelled a busy market in Omdurman, while an air strike on the "
        "other side of the Nile killed two."
    )
    shelling, strike = mentions_of(sentence, ontology)
    assert shelling.happening != strike.happening


def test_a_second_clause_behind_when_has_its_own_day_and_place(ontology: Ontology) -> None:
    sentence = (
        "On Sunday eight soldiers died in Sangin when their post was overrun, and on April 23 two suicide bombers blew "
        "themselves up in Kabul."
    )
    overrun, bombers = mentions_of(sentence, ontology)
    assert [str(m.occurrence.date_from) for m in (overrun, bombers)] == ["2024-05-05", "2024-04-23"]
    assert [m.place.text for m in (overrun, bombers) if m.place is not None] == ["Sangin", "Kabul"]


@pytest.mark.parametrize(
    ("sentence", "struck", "low", "high"),
    [
        ("Late at night Hamid Mir was gunned down in Karachi.", "Hamid Mir", 1, 1),
        ("At night a trader was shot dead in Karachi.", "trader", 1, 1),
        ("Above 80 people were killed when a bomb went off in Kabul.", "people", 80, None),
        ("Earlier that month two men were gunned down in Karachi.", "men", 2, 2),
    ],
)
def test_what_stands_before_people_is_no_part_of_their_name(
    sentence: str, struck: str, low: int, high: int | None, ontology: Ontology
) -> None:
    (mention,) = mentions_of(sentence, ontology)
    assert _who(mention, "target") == [struck]
    assert {(toll.low, toll.high) for toll in mention.casualties} == {(low, high)}


def test_furthermore_acts_on_nobody_and_authorities_are_not_struck_by_what_they_break_up(ontology: Ontology) -> None:
    (raid,) = mentions_of("Furthermore, bandits invaded Kujeni on Monday, killing two farmers.", ontology)
    assert _who(raid, "perpetrator") == ["bandits"]
    broken_up = mentions_of(
        "The authorities put down a banned protest in Goma on Sunday, killing six people.", ontology
    )[0]
    assert (_who(broken_up, "perpetrator"), broken_up.event_type) == (["authorities"], "violence_against_civilians")
    assert "authorities" not in _who(broken_up, "target")


def test_clashes_since_which_a_town_has_no_troops_are_those_of_their_month(ontology: Ontology) -> None:
    sentence = "Mali has had no troops in Kidal since clashes with rebels in May 2014 in which 50 soldiers were killed."
    (clashes,) = mentions_of(sentence, ontology)
    assert (clashes.is_aggregate, str(clashes.occurrence.date_from)) == (False, "2014-05-01")


def test_that_incident_is_what_the_sentence_before_tells_last(ontology: Ontology) -> None:
    text = (
        "Four police officers were killed on Friday night as gunmen assaulted a police station at Agwa. The incident "
        "came a day after gunmen stormed the home of an inspector at Orogwe. In that incident, two gunmen were killed."
    )
    told = mentions_of(text, ontology)
    assert told[-1].happening == next(m.happening for m in told if m.trigger == "stormed") != told[0].happening


def test_names_at_the_heads_of_a_list_part_what_is_told_under_them(ontology: Ontology) -> None:
    items = [
        "* VAVUNIYA: A MINE KILLED TWO SOLDIERS ON MONDAY.",
        "* WELI OYA: SNIPERS SHOT DEAD TWO REBELS ON MONDAY.",
        "* JAFFNA: GUNMEN SHOT DEAD A TRADER ON MONDAY.",
    ]
    told = mentions_of("\n\n".join(items), ontology)
    assert len({mention.happening for mention in told}) == len(items)


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("A bomb hit a van in Hangu, leaving an SHO wounded.", {("injured", "security_force", 1)}),
        ("ASI Ali Raza was killed in Bannu.", {("killed", "security_force", 1)}),
    ],
)
def test_officers_are_known_by_the_letters_of_their_ranks(
    sentence: str, tolls: set[tuple[str, str, int]], ontology: Ontology
) -> None:
    told = {(t.outcome, t.victim_group, t.low) for m in mentions_of(sentence, ontology) for t in m.casualties}
    assert told == tolls


def test_the_age_of_somebody_counts_nobody(ontology: Ontology) -> None:
    (mention,) = mentions_of("A 22 year old trader was shot dead in Jos.", ontology)
    assert {(toll.low, toll.high) for toll in mention.casualties} == {(1, 1)}


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("A bomb went off at 8 a.m. Three gunmen fled.", 2),
        ("A bomb went off at 8 a.m. Monday in Jos.", 1),
        ("A bomb went off at 8 p.m. Kabul time in Jos.", 1),
        ("A BOMB WENT OFF AT 8 A.M. TWO MEN FLED.", 1),
    ],
)
def test_a_sentence_may_end_with_a_clock(text: str, sentences: int) -> None:
    assert len(read(text).sentences) == sentences


@pytest.mark.parametrize(
    ("sentence", "doers", "struck"),
    [
        ("Raids of the army on a camp in Indaw killed six people.", ["army"], ["camp", "people"]),
        ("Attacks of Boko Haram have killed six people in Bama.", ["Boko Haram"], ["people"]),
        ("The raid of the village killed six people.", [], ["people", "village"]),
        ("The ambush of a patrol killed six soldiers.", [], ["patrol", "soldiers"]),
    ],
)
def test_raids_are_of_the_armed_who_make_them(
    sentence: str, doers: list[str], struck: list[str], ontology: Ontology
) -> None:
    (mention,) = mentions_of(sentence, ontology)
    assert (_who(mention, "perpetrator"), sorted(_who(mention, "target"))) == (doers, struck)


def test_what_one_of_them_was_does_not_replace_them(ontology: Ontology) -> None:
    (mention,) = mentions_of("Six people, one a child, were killed when a bomb went off in Jos.", ontology)[:1]
    assert {(t.victim_group, t.low) for t in mention.casualties} == {("total", 6), ("civilian", 6), ("child", 1)}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The rebels raided Goma. Six civilians died in their attack on a market.", []),
        ("The group has nine cells. Nine police officers were killed in its attacks.", []),
        ("The army said six civilians were killed in its attack on Goma.", ["army"]),
    ],
)
def test_who_is_killed_in_its_attack_made_none(text: str, doers: list[str], ontology: Ontology) -> None:
    last = mentions_of(text, ontology)[-1]
    assert _who(last, "perpetrator") == doers
    assert {"civilians", "police officers"} & set(_who(last, "target"))


def test_those_killed_in_a_village_nearby_are_told_of(ontology: Ontology) -> None:
    (mention,) = mentions_of("At Gava, a village nearby, two men were killed.", ontology)
    assert (_who(mention, "target"), mention.place.text if mention.place else None) == (["men"], "Gava")
