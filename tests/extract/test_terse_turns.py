"""Turns of papers that leave words out: verbs of headlines, "a man police say killed six", "a Kaduna village"."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, roles_of, tagged, tolls_of


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Taliban attacks army post in Ghazni, kills 12", "attacks/z"),
        ("RSF shells market in Nyala, wounds six", "shells/z"),
        ("Bomb attack on mosque in Gao, kills 12", "attack/n"),
    ],
)
def test_the_first_verb_of_a_headline_is_that_of_who_also_kills(
    headline: str, expected: str, ontology: Ontology
) -> None:
    assert expected in tagged(headline, ontology, headline=True).split()


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Gunmen strike in Bokkos, nine dead", "armed_attack"),
        ("A rebel strike killed seven police in Gao.", "armed_attack"),
        ("A strike killed seven rebels in Gao.", "air_strike"),
        ("Rebels launched a drone strike on a base in Gao.", "air_strike"),
    ],
)
def test_who_has_no_aircraft_strikes_on_foot(text: str, event_type: str, ontology: Ontology) -> None:
    assert mentions_of(text, ontology)[0].event_type == event_type


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A man police say killed 12 people in Gao was arrested.",
            [("armed_attack", {"killed 12 total"}), ("arrest", {"arrested 1 total"})],
        ),
        (
            "Jets hit a village residents say had backed the army, killing six.",
            [("air_strike", {"killed 6 total"})],
        ),
        (
            "A raid officials blame on rebels killed six soldiers in Gao.",
            [("armed_attack", {"killed 6 security_force"})],
        ),
        ("Six soldiers were killed in Gao, police say.", [("armed_attack", {"killed 6 security_force"})]),
    ],
)
def test_who_says_so_may_stand_between_a_noun_and_its_clause(
    text: str, expected: list[tuple[str, set[str]]], ontology: Ontology
) -> None:
    assert [(m.event_type, set(tolls_of(m))) for m in mentions_of(text, ontology)] == expected


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Troops attacked a village that had backed rebels, killing nine people near Gao.", [{"killed 9 total"}]),
        ("Gunmen ambushed a bus which carried pilgrims, killing nine people near Gao.", [{"killed 9 total"}]),
        ("Police shot a man who had stormed a school, killing nine people near Gao.", [set(), {"killed 9 total"}]),
    ],
)
def test_what_harms_nobody_did_not_kill(text: str, deeds: list[set[str]], ontology: Ontology) -> None:
    assert [set(tolls_of(m)) - {"killed 9 civilian"} for m in mentions_of(text, ontology)] == deeds


def test_whom_officials_blame_did_it(ontology: Ontology) -> None:
    (mention,) = mentions_of("A raid officials blame on rebels killed six soldiers in Gao.", ontology)
    assert roles_of(mention)["perpetrator"] == ["rebels"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen killed nine people in a Kaduna village.", "adm1.NG.kaduna"),
        ("Gunmen killed nine people in a village in northern Kaduna.", "adm1.NG.kaduna"),
        ("Gunmen killed nine people in the village of Kaduna.", "gn.2335727"),
        ("A bomb killed nine people at a market in Kaduna.", "gn.2335727"),
    ],
)
def test_a_village_lies_in_the_state_and_not_in_the_city_of_its_name(text: str, place: str, ontology: Ontology) -> None:
    where = mentions_of(text, ontology)[0].place
    assert where is not None
    assert where.place_id == place


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ansar al-Sharia attacked an army post in Abyan, Yemen.", "group.ansar-al-sharia-ye"),
        ("Ansar al-Sharia attacked an army post in Benghazi, Libya.", "group.ansar-al-sharia-ly"),
        ("Al-Shabaab attacked a village in Cabo Delgado, Mozambique.", "group.is-mozambique"),
        ("Al-Shabaab attacked a village in Lamu, Kenya.", "group.al-shabaab"),
    ],
)
def test_a_name_of_several_groups_means_that_of_the_country(text: str, actor: str, ontology: Ontology) -> None:
    told = [each for mention in mentions_of(text, ontology) for each in mention.actors if each.role == "perpetrator"]
    assert [each.actor_id for each in told] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "Officials confirmed that the air strikes were called in by foreign troops.",
        "Villagers gathered to take out the bodies.",
    ],
)
def test_no_deed_in_words_that_look_like_one(text: str, ontology: Ontology) -> None:
    told = [m.event_type for m in mentions_of(text, ontology)]
    assert not {"protest", "armed_attack"}.intersection(told)


@pytest.mark.parametrize("name", ["Western-trained", "Tehran-appointed"])
def test_who_trained_or_appointed_somebody_is_no_place(name: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(f"Rebels staged attacks on {name} officials on Monday.", ontology)
    assert mention.place is None or mention.place.place_id.startswith("country.")


def test_the_weekend_of_an_airstrike_is_not_the_day_on_which_it_was_told(ontology: Ontology) -> None:
    (mention,) = mentions_of("Residents said Tuesday that nine people died in the weekend airstrikes in Gao.", ontology)
    assert str(mention.occurrence.date_to) == "2024-05-05"


def test_the_chief_of_a_district_speaks_of_his_own_district(ontology: Ontology) -> None:
    text = (
        "QUETTA, Pakistan, May 6 (Reuters) - Gunmen killed 12 labourers in southwestern Pakistan on Monday. The gunmen"
        " stormed their camp at night, said Naeem Baloch, the deputy commissioner of Kech district."
    )
    places = {m.place.text for m in mentions_of(text, ontology) if m.place is not None}
    assert places == {"Kech"}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Police announced the capture of a drug trafficker in Cali.", "arrest"),
        ("The army announced the capture of Sake.", "territorial_change"),
    ],
)
def test_whoever_is_captured_is_arrested(text: str, event_type: str, ontology: Ontology) -> None:
    assert [m.event_type for m in mentions_of(text, ontology)] == [event_type]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels attacked a post in the territory of Rutshuru, just north of the city of Goma.", "Rutshuru"),
        ("Rebels attacked a post in the west of the city of Goma.", "Goma"),
        (
            "Trucks were travelling to the state capital of Culiacan when they came under attack by men who had been"
            " lying in wait near the city of Guasave.",
            "Guasave",
        ),
    ],
)
def test_what_lies_beyond_or_ahead_is_not_where_it_was(text: str, place: str, ontology: Ontology) -> None:
    where = mentions_of(text, ontology)[0].place
    assert where is not None
    assert where.text == place


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Six people were killed in Gao on Monday ahead of the vote on Thursday.", "2024-05-06"),
        ("Six people were killed in Gao ahead of the vote on Thursday.", None),
    ],
)
def test_the_day_of_what_is_ahead_is_not_that_of_the_deed(text: str, day: str | None, ontology: Ontology) -> None:
    when = mentions_of(text, ontology)[0].occurrence
    assert (str(when.date_from) if when.date_from == when.date_to else None) == day


@pytest.mark.parametrize(
    "turn", ["it was revenge for", "the blast was payback for", "it may have been in retaliation for"]
)
def test_what_was_avenged_is_not_what_avenged_it(turn: str, ontology: Ontology) -> None:
    text = f"A bomb killed 12 people in Quetta on Monday. An elder said {turn} the killing of a rebel by soldiers."
    told = mentions_of(text, ontology)
    assert told[-1].happening != told[0].happening


def test_it_was_a_massacre_is_said_of_what_was_told_before(ontology: Ontology) -> None:
    text = 'Gunmen killed six officers near Gao. "Cars were destroyed. It was practically a massacre," Ali Keita said.'
    assert len({mention.happening for mention in mentions_of(text, ontology)}) == 1


@pytest.mark.parametrize(
    "teller", ["chief of police, Ali Keita, told reporters", "spokesman for the army, Colonel Ali Keita, said"]
)
def test_who_tells_it_behind_a_quotation_was_not_hurt(teller: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(f'"Gunmen killed a guard and five civilians," {teller} in Gao.', ontology)
    assert set(tolls_of(mention)) == {"killed 1 security_force", "killed 5 civilian"}


def test_a_rally_of_a_president_is_no_protest_and_killed_nobody(ontology: Ontology) -> None:
    (mention, *_) = mentions_of("Eight soldiers killed on eve of the president's rally in Gao", ontology)
    assert (mention.event_type, tolls_of(mention)) == ("armed_attack", ["killed 8 security_force"])


@pytest.mark.parametrize("tense", ["last week reported that", "reported last week that"])
def test_what_was_reported_last_week_was_not_today(tense: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(f"The military {tense} two rebels had been killed in Kibale.", ontology)
    assert str(mention.occurrence.date_to) == "2024-05-05"


def test_near_a_country_is_not_in_it(ontology: Ontology) -> None:
    text = (
        "At least 12 civilians were killed by gunmen near Mali. The victims died on Thursday in an attack on a village"
        " in the Kossi province of Burkina Faso."
    )
    told = mentions_of(text, ontology, "Burkina Faso: 12 killed near Mali")
    assert len({m.happening for m in told}) == 1
    assert all(m.place is None or m.place.place_id != "country.ML" for m in told)


def test_two_lands_of_one_sentence_are_two_scenes(ontology: Ontology) -> None:
    text = (
        "Raiders massacred 51 civilians in northern Mali and killed 12 troops in an ambush in Burkina Faso on Sunday."
    )
    told = mentions_of(text, ontology)
    assert [set(tolls_of(m)) for m in told] == [{"killed 51 civilian"}, {"killed 12 security_force"}, set()]
    assert told[0].happening != told[1].happening == told[2].happening


@pytest.mark.parametrize("how", ["said without elaborating that", "said, without giving details, that"])
def test_who_says_little_denies_nothing(how: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(
        f"A spokesman {how} there was an explosion at a checkpoint in Indanan on Friday.", ontology
    )
    assert mention.modality == "asserted"


def test_what_a_deed_coincided_with_has_a_day_and_place_of_its_own(ontology: Ontology) -> None:
    text = (
        "An attack on a patrol in Tame on Saturday killed 13 soldiers. The attack coincided with an order to meet"
        " rebels in Havana on 26 August."
    )
    first, second, *_ = mentions_of(text, ontology)
    assert first.happening == second.happening


def test_what_a_paper_recalls_is_not_its_news(ontology: Ontology) -> None:
    text = (
        "Herders killed two policemen in Logo on Monday. The Daily Mirror recalls that herders had attacked villages in"
        " Benue and killed 71 people."
    )
    first, second = mentions_of(text, ontology)
    assert first.happening != second.happening
    assert second.is_background


@pytest.mark.parametrize(
    ("whose", "actor"),
    [("Tamil Tiger", "group.ltte"), ("Rebel", "unidentified.rebels"), ("Russian", "state.ru")],
)
def test_whose_boats_attack_attacks(whose: str, actor: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(f"{whose} boats attacked a naval base on Thursday, killing ten sailors.", ontology)
    assert [each.actor_id for each in mention.actors if each.role == "perpetrator"] == [actor]


@pytest.mark.parametrize(
    ("told", "doers"),
    [
        ("Residents accused the ADF.", ["ADF"]),
        ("Residents accused ADF fighters.", ["ADF fighters"]),
        ("Residents accused the ADF of hiding.", []),
        ("The opposition accused the government.", []),
    ],
)
def test_an_armed_group_that_is_accused_did_what_was_told(told: str, doers: list[str], ontology: Ontology) -> None:
    mentions = mentions_of(f"Twelve villagers were hacked to death near Beni on Monday. {told}", ontology)
    violent = [m for m in mentions if m.happening == mentions[0].happening]
    assert [name for m in violent for name in roles_of(m).get("perpetrator", [])] == doers
