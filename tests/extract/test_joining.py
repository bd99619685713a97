"""What speaks for and against two mentions of a text being one happening, piece by piece."""

from __future__ import annotations

import pytest

from sitrep.extract.draft import Draft
from sitrep.extract.joining import NEEDED, NEEDED_DEFINITE, Judge
from sitrep.extract.placing import choose_places
from sitrep.extract.reading import Context, Reading, read_sentences
from sitrep.extract.spans import find_spans
from sitrep.extract.text import headings, read
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY
from tests.extract.reading import mentions_of


def told(text: str, ontology: Ontology) -> list[Draft]:
    """The drafts of a text, sentence by sentence, before any are joined."""
    tokens = read(text)
    spans = find_spans(tokens, ontology)
    choose_places(tokens, spans, ontology, mixed_case=True)
    context = Context(tokens, spans, ontology, DAY, "day", mixed_case=True)
    sentences = (Reading(context, sentence, is_title=False, headline=False) for sentence in tokens.sentences)
    return read_sentences([*sentences])


def judged(text: str, ontology: Ontology) -> float | None:
    """How well the last mention of a text agrees with the first; None where it cannot be the same."""
    drafts = told(text, ontology)
    return Judge(ontology, headings=headings(read(text), 0)).points(drafts[-1], drafts[:1], is_latest=True)


def agreed(text: str, ontology: Ontology) -> float:
    """The same where it may be one."""
    points = judged(text, ontology)
    assert points is not None
    return points


SOLDIERS = "Gunmen killed four soldiers in Mopti on Monday."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{SOLDIERS} The attack was the third this year.", id="the attack"),
        pytest.param(f"{SOLDIERS} The attackers killed the soldiers in an ambush.", id="the same victims"),
        pytest.param(f"{SOLDIERS} Five others were wounded.", id="others, right behind"),
        pytest.param(f"{SOLDIERS} The gunmen attacked the soldiers on Monday.", id="the same day"),
        pytest.param("Gunmen attacked a post in Quetta. Troops killed two of the attackers.", id="struck back"),
    ],
)  # fmt: skip
def test_what_agrees_is_enough(text: str, ontology: Ontology) -> None:
    points = judged(text, ontology)
    assert points is not None
    assert points >= NEEDED


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{SOLDIERS} On Wednesday, gunmen killed two soldiers.", id="another day of its own"),
        pytest.param(f"{SOLDIERS} Gunmen killed two soldiers in Gao.", id="another town of its own"),
        pytest.param(f"{SOLDIERS} The minister met the general.", id="another kind of event"),
        pytest.param(f"{SOLDIERS} Gunmen may kill more soldiers in Mopti.", id="what only may happen"),
        pytest.param("Russia bombed Kharkiv. Ukraine bombed Belgorod.", id="another named side"),
    ],
)
def test_what_conflicts_forbids(text: str, ontology: Ontology) -> None:
    assert judged(text, ontology) is None


#: What turns from what was told to something else, beside the same words without the turn.
TURNS = [
    pytest.param("A few hours later gunmen killed two soldiers.", "Gunmen killed two soldiers.", id="hours later"),
    pytest.param("Another blast killed two soldiers.", "The blast killed two soldiers.", id="another blast"),
    pytest.param("Two soldiers were killed in a second attack.", "Two soldiers were killed.", id="in a second attack"),
    pytest.param("Separately, two soldiers were killed.", "Two soldiers were killed.", id="separately"),
    pytest.param("Also on Monday, two soldiers were killed.", "On Monday, two soldiers were killed.", id="also on"),
    pytest.param("In January two soldiers were killed.", "Two soldiers were killed.", id="in a month of its own"),
    pytest.param("Last year two soldiers were killed.", "Two soldiers were killed.", id="last year"),
    pytest.param("They also attacked a camp.", "They attacked a camp.", id="also"),
    pytest.param("Gunmen meanwhile killed a trader.", "Gunmen killed a trader.", id="meanwhile"),
    pytest.param("Four more soldiers were killed in Gao.", "Four more soldiers were killed.", id="more elsewhere"),
]  # fmt: skip


@pytest.mark.parametrize(("turning", "plain"), TURNS)
def test_what_turns_to_another_counts_against(turning: str, plain: str, ontology: Ontology) -> None:
    first = "Gunmen killed four soldiers in Mopti."
    turned, stayed = judged(f"{first} {turning}", ontology), judged(f"{first} {plain}", ontology)
    assert stayed is not None
    assert turned is None or turned <= stayed - 1.0


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        pytest.param("Separately, gunmen killed two soldiers in Mopti on Monday.", True, id="separately"),
        pytest.param("In another incident, gunmen killed four soldiers.", True, id="in another incident"),
        pytest.param("Elsewhere in Mopti, gunmen killed two soldiers.", True, id="elsewhere"),
        pytest.param("Separately, the governor condemned the attack.", False, id="a known attack"),
        pytest.param("Later that day, gunmen killed two soldiers in Mopti.", True, id="later, and others dead"),
        pytest.param("Later that day, gunmen fired on soldiers in Mopti.", False, id="later, with no toll"),
    ],
)
def test_words_that_set_apart_outweigh_all_that_agrees(text: str, ontology: Ontology, *, apart: bool) -> None:
    assert (judged(f"{SOLDIERS} {text}", ontology) is None) is apart


def test_the_second_of_something_may_be_a_part_of_it(ontology: Ontology) -> None:
    first = "A bomb killed four soldiers in Mopti."
    known, new, past = (
        judged(f"{first} {word} blast hit a bus.", ontology) for word in ("The last", "A new", "The past")
    )
    assert known is not None
    assert all(points is None or points <= known - 2.0 for points in (new, past))


def test_news_that_counts_others_is_not_what_had_been_before(ontology: Ontology) -> None:
    past = agreed("Five herders had been killed in Gao. The police confirmed that 10 people were killed.", ontology)
    same = agreed("Ten herders had been killed in Gao. The police confirmed that 10 people were killed.", ontology)
    assert past <= same - 1.0


def test_what_is_known_needs_no_turn_to_count(ontology: Ontology) -> None:
    """'The second blast' is one that was told as a second; it is not the first."""
    drafts = told(f"{SOLDIERS} A second blast killed two soldiers. The second blast hit a bus.", ontology)
    judge = Judge(ontology)
    first = judge.points(drafts[-1], drafts[:1], is_latest=False)
    second = judge.points(drafts[-1], [d for d in drafts[1:-1] if d.status.other], is_latest=True)
    assert second is not None
    assert second >= NEEDED_DEFINITE
    assert first is None or first < second


def test_a_heading_parts_what_stands_under_it(ontology: Ontology) -> None:
    plain = f"{SOLDIERS} The north is tense.\n\nGunmen killed soldiers. Nobody claimed it."
    headed = plain.replace("\n\n", "\n\nThe week in Niger\n\n")
    assert agreed(headed, ontology) < agreed(plain, ontology)


def test_who_struck_is_not_struck_by_others_in_the_same_event(ontology: Ontology) -> None:
    text = "Cambodian rockets hit a shop in Surin. Jets bombed Cambodian troops."
    points = judged(text, ontology)
    assert points is None or points < NEEDED


def test_an_answer_is_never_what_it_answers(ontology: Ontology) -> None:
    drafts = told(f"{SOLDIERS} The gunmen killed the soldiers on Monday.", ontology)
    apart = frozenset({(id(drafts[-1]), id(drafts[0]))})
    assert Judge(ontology).points(drafts[-1], drafts[:1], is_latest=True) is not None
    assert Judge(ontology, apart).points(drafts[-1], drafts[:1], is_latest=True) is None


def test_a_claim_may_be_of_what_others_are_said_to_have_done(ontology: Ontology) -> None:
    claim = told("Islamic State claimed responsibility.", ontology)[-1]
    blamed = told("Al-Qaeda killed four soldiers in Mopti.", ontology)
    points = Judge(ontology).points(claim, blamed, is_latest=True)
    assert points is not None
    assert points >= NEEDED_DEFINITE


def test_another_thing_that_is_struck_counts_against(ontology: Ontology) -> None:
    another = judged("Rebels blew up a bridge. Rebels blew up a tower.", ontology)
    known = judged("Rebels blew up a bridge. Rebels blew up the bridge.", ontology)
    assert known is not None
    assert another is None or another <= known - 1.0


def test_one_of_those_who_were_there_is_no_other_aim(ontology: Ontology) -> None:
    points = judged("Rebels shot at a mayor in Quetta. A guard was killed.", ontology)
    assert points is not None
    assert points >= NEEDED


def test_what_is_condemned_is_what_the_text_is_about(ontology: Ontology) -> None:
    lead, *_, condemned = told(f"{SOLDIERS} Farmers fled. The minister condemned the attack.", ontology)
    *_, other = told(f"{SOLDIERS} Farmers fled. The army repelled the attack.", ontology)
    judge = Judge(ontology)
    fits = {draft.is_judged: judge.points(draft, [lead], is_latest=False) for draft in (condemned, other)}
    assert (fits[True] or 0.0) > (fits[False] or 0.0)


def test_the_attack_is_rather_what_was_told_before_a_search(ontology: Ontology) -> None:
    manhunt = agreed("Police launched a manhunt in Ramallah. The attack shook the town.", ontology)
    raid = agreed("Police raided a house in Ramallah. The raid shook the town.", ontology)
    assert manhunt <= raid - 2.0


@pytest.mark.parametrize(
    "row",
    [
        "Two suicide bombers struck a market in Gao on Monday, killing 12 people.",
        "A twin suicide bombing killed 12 people at a market in Gao on Monday.",
    ],
)
def test_a_second_bomber_is_one_of_the_two(row: str, ontology: Ontology) -> None:
    text = f"{row}\n\nAs rescuers came, a second suicide bomber set off his explosives."
    assert len({m.happening for m in mentions_of(text, ontology)}) == 1


def test_a_second_bomb_of_which_no_row_was_told_stands_apart(ontology: Ontology) -> None:
    text = "A car bomb killed nine people in Gao. A second car bomb killed three as rescuers came."
    assert len({m.happening for m in mentions_of(text, ontology)}) == 2


def test_twin_blasts_are_no_sum(ontology: Ontology) -> None:
    (mention,) = mentions_of("Twin suicide bombings at a market in Gao have left 13 people dead.", ontology)
    assert not mention.is_aggregate
    (mention,) = mentions_of("Suicide bombings in Gao have left 13 people dead.", ontology)
    assert mention.is_aggregate


def test_several_dead_are_no_number_to_join_by(ontology: Ontology) -> None:
    text = (
        "Attack in Gao kills three, wounds 16\n\nThe toll of a bombing in Gao on Thursday topped 20 dead.\n\n"
        "The last such attack took place in June 2019 and left several people dead."
    )
    *news, old = mentions_of(text, ontology)
    assert old.is_background
    assert old.happening not in {m.happening for m in news}


@pytest.mark.parametrize("said", ["He then", "He subsequently"])
def test_what_the_doer_did_next_is_of_the_same_scene(said: str, ontology: Ontology) -> None:
    text = f"Two attackers blew themselves up in Gao. The first claimed to feel sick. {said} detonated his explosives."
    found = mentions_of(text, ontology)
    assert len(found) == 2
    assert len({m.happening for m in found}) == 1


@pytest.mark.parametrize(
    ("text", "one"),
    [
        pytest.param("A bomb hit a bus in Gao. The attack came hours after gunmen shot six people, also in Gao.", False,
                     id="hours after"),
        pytest.param("A bomb hit a bus in Gao. The incident happened on the same day two soldiers were killed in Gao.",
                     False, id="on the same day"),
        pytest.param("A bomb hit a bus in Gao. The incident took place after militants hurled a grenade at it.", True,
                     id="how it came"),
        pytest.param("A bomb wounded two rangers in Gao on Monday. A grocer was shot dead by two men in Gao.", False,
                     id="another arm, the town named anew"),
        pytest.param("A bomb went off outside a hotel in Gao on Monday. Gunmen then shot three guards.", True,
                     id="gunmen behind a bomb"),
        pytest.param("Rebels ambushed a convoy in Gao on Monday, killing 12 soldiers. In the days before the ambush, "
                     "a soldier and three rebels were killed in fighting in the area.", False, id="in the days before"),
        pytest.param("Rebels ambushed a convoy in Gao on Monday, killing 12 soldiers. Before the ambush, four rebels "
                     "had died in clashes in the area.", False, id="what had been before"),
        pytest.param("A bomb killed six people on a bus in Gao on Monday. A second bomb hit a truck 12 miles south of "
                     "the first blast, wounding two.", False, id="miles from the first"),
        pytest.param("A bomb killed six people at a barracks in Gao on Monday. Minutes before the blast, gunmen shot "
                     "a guard.", True, id="minutes before"),
        pytest.param("A bomb killed six people at a barracks in Gao on Monday. Before the blast, gunmen opened fire "
                     "at the gate.", True, id="how it began"),
    ],
)  # fmt: skip
def test_what_sets_the_time_of_news_is_another_thing(text: str, one: bool, ontology: Ontology) -> None:
    happenings = {m.happening for m in mentions_of(text, ontology)}
    assert (len(happenings) == 1) is one


def test_the_first_report_of_a_toll_speaks_against_nothing(ontology: Ontology) -> None:
    text = (
        "At least 27 people were killed when two bombs hit a market in Gao on Sunday.\n\n"
        "The first explosion came at 8 a.m.\n\nIt was followed by a second explosion as troops came.\n\n"
        "The initial report showed that 17 died due to the explosion while 57 were wounded."
    )
    assert len({m.happening for m in mentions_of(text, ontology)}) == 1


def test_a_town_lies_in_its_island(ontology: Ontology) -> None:
    text = "Bombs kill 20 in Mindanao\n\nTwin bombings struck a church in Jolo on Sunday. At least 20 were killed."
    assert len({m.happening for m in mentions_of(text, ontology)}) == 1


@pytest.mark.parametrize(
    ("text", "one"),
    [
        pytest.param("Gunmen killed 24 people near Gao on Sunday. Police also said two men killed a trader in Kidal.",
                     False, id="also said"),
        pytest.param("Gunmen killed 24 people near Gao on Sunday. Police also said the gunmen had killed a trader.",
                     True, id="also said of the same"),
        pytest.param("The massacre in Gao on Sunday was similar to one in July, when 15 people were killed on a bus.",
                     False, id="similar to one, when"),
        pytest.param("Rebels ambushed sailors in northern Sri Lanka on Friday. They hit a convoy in Mannar.", True,
                     id="a part of the country, and a town there"),
    ],
)  # fmt: skip
def test_more_news_and_likenesses(text: str, one: bool, ontology: Ontology) -> None:
    assert (len({m.happening for m in mentions_of(text, ontology)}) == 1) is one


def test_a_day_of_years_ago_is_not_that_of_news_without_a_day(ontology: Ontology) -> None:
    text = (
        "Fourteen officers have been killed by militants at a checkpoint near Arish, Egypt, sources say.\n\n"
        "At least 14 officers have been killed in an attack on a checkpoint near Arish, the sources said.\n\n"
        "They said militants struck as people were holding prayers that mark a feast, on Wednesday morning.\n\n"
        "It was in response to an attack by militants on a mosque on 24 November 2017 which killed 311 people."
    )
    mentions = mentions_of(text, ontology)
    told = {m.happening for m in mentions if any(c.low == 311 for c in m.casualties)}
    news = {m.happening for m in mentions if any(c.low == 14 for c in m.casualties)}
    assert (len(told), len(news), told & news) == (1, 1, set())


@pytest.mark.parametrize(
    "before",
    [
        "days after gang violence shut the airport",
        "a week after unrest forced the port to close",
        "two weeks after violence in the north",
        "a day after clashes in Mopti",
        "hours after violence broke out in Mopti",
    ],
)
def test_what_an_attack_comes_after_lends_it_no_day(before: str, ontology: Ontology) -> None:
    found = mentions_of(f"Gunmen killed six soldiers in Gao on Tuesday. The attack comes {before}.", ontology)
    killed, attack = found[:2]
    assert attack.happening == killed.happening
    assert attack.occurrence == killed.occurrence
    assert all(later.happening != killed.happening for later in found[2:])


def test_hours_after_something_else(ontology: Ontology) -> None:
    text = "Two rebels were killed in a clash in Gao on Monday, hours after three policemen were shot dead by gunmen."
    clash, shots = mentions_of(text, ontology)
    assert clash.happening != shots.happening
    text = "Two policemen died hours after they were shot by gunmen in Gao on Monday."
    assert len({m.happening for m in mentions_of(text, ontology)}) == 1


def test_what_a_mastermind_is_known_for_has_its_own_dead(ontology: Ontology) -> None:
    text = "The commander was the mastermind of the 2017 attack on a camp in Gao in which five soldiers were killed."
    assert len({m.happening for m in mentions_of(text, ontology)}) == 1


def test_what_goes_back_to_the_first_scene_leaves_the_second_apart(ontology: Ontology) -> None:
    text = (
        "A bomb killed nine people in Diyala on Monday. Elsewhere in Diyala, a mine killed four herders. "
        "Two of the nine were officers, and eleven people were hurt in the attack on Monday."
    )
    mentions = mentions_of(text, ontology)
    numbers = {c.low: m.happening for m in mentions for c in m.casualties if c.outcome == "killed"}
    assert numbers[9] != numbers[4]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("The attack followed an ambush on Sunday that killed six drivers in Gao.", 2, id="followed"),
        pytest.param("The attack mirrored an ambush in May that killed six drivers in Gao.", 2, id="mirrored"),
        pytest.param("In other violence, a bomb killed six drivers in Mopti.", 2, id="in other violence"),
        pytest.param("The attack was followed by gunfire, and six drivers were hurt.", 1, id="was followed by"),
        pytest.param("The attack followed a warning by telephone.", 1, id="what is no event"),
    ],
)
def test_what_an_event_is_held_against_is_another(text: str, number: int, ontology: Ontology) -> None:
    mentions = mentions_of(f"Gunmen killed four soldiers in Mopti on Tuesday. {text}", ontology)
    assert len({m.happening for m in mentions}) == number
    attack = [m for m in mentions if m.trigger == "attack"]
    assert all(m.happening == mentions[0].happening for m in attack)
    assert all(m.occurrence.date_from == mentions[0].occurrence.date_from for m in attack)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("Gunmen killed three men in another part of Gao.", 2, id="another part"),
        pytest.param("Gunmen killed three men who sat in a car in another section of Gao.", 2, id="of whom it is told"),
        pytest.param("They killed three men in the centre of Gao.", 1, id="the centre"),
        pytest.param("They then burned houses in another village.", 1, id="what they did next"),
    ],
)
def test_what_is_at_another_place_is_another(text: str, number: int, ontology: Ontology) -> None:
    mentions = mentions_of(f"Masked men killed four guards at a bar in Gao on Monday. {text}", ontology)
    assert len({m.happening for m in mentions}) == number


def test_figures_of_two_who_speak_may_be_of_one_event(ontology: Ontology) -> None:
    told = "A missile hit a station in Kyiv on Friday, killing 40 people, the mayor said."
    by_another = judged(f'{told} "They hit it again with missiles, killing 12 people," the minister said.', ontology)
    by_the_same = judged(f'{told} "They hit it again with missiles, killing 12 people," the mayor said.', ontology)
    assert by_another is not None
    assert by_the_same is not None
    assert by_another > by_the_same


@pytest.mark.parametrize(
    "tie",
    [
        pytest.param("came in retaliation for", id="in retaliation for"),
        pytest.param("came after", id="came after"),
        pytest.param("was in response to", id="in response to"),
    ],
)
def test_what_an_attack_answers_keeps_its_own_place_aim_and_dead(tie: str, ontology: Ontology) -> None:
    text = (
        f"Gunmen killed a soldier near Gao on Sunday. The attack {tie} a strike on a school in Mopti on Saturday, "
        "which officials said had killed 12 people."
    )
    mentions = mentions_of(text, ontology)
    first = {m.happening: (m.place.text if m.place else None) for m in mentions if m.trigger == "attack"}
    assert first == {mentions[0].happening: "Gao"}
    strike = next(m for m in mentions if m.trigger == "strike")
    assert strike.happening != mentions[0].happening
    assert {m.happening for m in mentions if any(c.low == 12 for c in m.casualties)} == {strike.happening}
    assert not any(a.name == "school" for m in mentions if m.trigger == "attack" for a in m.actors)


def test_the_dead_told_right_behind_a_deed_of_years_ago_are_of_it(ontology: Ontology) -> None:
    text = (
        "Gunmen shot two soldiers at a base near Gao on Saturday night. Four people were wounded.\n\n"
        "The group carried out the deadliest bombing of the war in Mopti in August 2012. Twenty people were killed.\n\n"
        "The two soldiers were in their 20s."
    )
    found = {(m.trigger, m.happening) for m in mentions_of(text, ontology)}
    assert {("bombing", 1), ("killed", 1), ("shot", 0), ("wounded", 0)} <= found
    assert not any(trigger == "war" for trigger, _ in found)


def test_as_many_others_elsewhere_are_not_those_told_before(ontology: Ontology) -> None:
    first = "Two protesters were killed in an attack by gunmen in Gao on Monday."
    others = mentions_of(f"{first} Two other protesters were killed in Mopti during clashes with the police.", ontology)
    assert len({m.happening for m in others}) == 2
    hurt = mentions_of(f"{first} Two other people were hurt in the attack.", ontology)
    assert len({m.happening for m in hurt}) == 1


@pytest.mark.parametrize(
    ("lead", "is_one"),
    [
        pytest.param("In Bourem, gunmen killed 12 villagers.", True, id="the text puts it elsewhere"),
        pytest.param("Gunmen killed 12 villagers in Gao.", False, id="the text says so too"),
        pytest.param("Gunmen killed 12 villagers.", False, id="the text does not say where"),
    ],
)
def test_the_place_of_a_headline_counts_for_what_its_text_leaves_open(
    lead: str, is_one: bool, ontology: Ontology
) -> None:
    title, first, later = told(f"Gunmen kill 12 in Gao. {lead} Gunmen shot villagers in Bourem.", ontology)
    title.is_title = True
    assert (Judge(ontology).agreement(later, [title, first]) is not None) is is_one


def test_a_toll_is_held_against_that_of_the_text_once_and_not_against_its_headline_again(ontology: Ontology) -> None:
    text = "Blasts kill 34 in Gao. A bomb killed 34 people in Gao. A bomb blast in Gao killed 13."
    title, lead, later = told(text, ontology)
    title.is_title = True
    judge = Judge(ontology)
    once = judge.agreement(later, [lead])
    assert once is not None
    assert judge.agreement(later, [title, lead]) == once
    assert judge.agreement(later, [title]) == once  # where the lead counts nobody, the headline's count stands


@pytest.mark.parametrize(
    "aside",
    [
        "One of the dead was Ali Nur, who ran the hotel after his father was killed in a raid in Kidal in 2015.",
        "The dead included Captain Nur, who had survived an ambush in Kidal in 2014.",
        "The battalion, which lost 12 men in an ambush in Kidal in 2014, was on patrol.",
        "The hotel, where 12 people were killed in a raid in 2012, was full.",
        "The owner, whose brother was shot dead in Kidal in 2013, escaped.",
    ],
)
def test_what_is_told_in_passing_holds_no_scene(aside: str, ontology: Ontology) -> None:
    """Who is hurt behind such a remark was hurt in what the text is about."""
    mentions = mentions_of(
        f"A bomb killed four people at a hotel in Gao on Monday. {aside} Five were wounded.", ontology
    )
    assert mentions[-1].happening == mentions[0].happening != mentions[1].happening


def test_what_a_sentence_is_about_holds_the_scene_though_it_is_old(ontology: Ontology) -> None:
    mentions = mentions_of(
        "A bomb killed four people in Gao on Monday. In 2014, raiders killed 12 people in Kidal. Five were wounded.",
        ontology,
    )
    assert mentions[-1].happening == mentions[1].happening != mentions[0].happening


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A bomb killed five people south of Baghdad on Thursday.", "The blast in Iskandariyah wounded 20."),
        ("Gunmen killed nine people north of Jos on Thursday.", "The attack took place in Bassa."),
        ("Raiders killed nine people south of Maiduguri on Thursday.", "The raid in Konduga lasted two hours."),
    ],
)
def test_south_of_a_town_may_be_in_another(first: str, second: str, ontology: Ontology) -> None:
    """... and that is where it was."""
    mentions = mentions_of(f"{first} {second}", ontology)
    assert len({m.happening for m in mentions}) == 1
    assert len({m.place.place_id for m in mentions if m.place is not None}) == 1


def test_south_of_a_town_is_not_far_north_of_it(ontology: Ontology) -> None:
    mentions = mentions_of("A bomb killed two south of Baghdad on Monday. A bomb in Mosul killed three.", ontology)
    assert mentions[0].happening != mentions[1].happening


@pytest.mark.parametrize(
    ("text", "happenings", "days"),
    [
        pytest.param("Rebels ambushed a convoy near Mopti on 18 April. A bomb hit a bank two days after the ambush.",
                     [0, 1, 0], [18, 20, 18], id="two deeds"),
        pytest.param("Ana Paz was shot dead in Mopti on 18 April. Police arrested two men two days after Paz's murder.",
                     [0, 1, 0], [18, 20, 18], id="whose murder"),
        pytest.param("Rebels ambushed a convoy near Mopti on 18 April. A guard died two days after the ambush.",
                     [0, 0], [18, 18], id="who died of it later"),
    ],
)  # fmt: skip
def test_what_is_counted_from_a_deed_is_another(
    text: str, happenings: list[int], days: list[int], ontology: Ontology
) -> None:
    found = mentions_of(text, ontology)
    assert [m.happening for m in found] == happenings
    assert [m.occurrence.date_to.day if m.occurrence.date_to else 0 for m in found] == days
