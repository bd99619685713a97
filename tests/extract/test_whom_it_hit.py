"""Whom and what an event hit, and who only stands beside it: where the hurt are brought, "no victims", who is sought.

What belongs here: a sentence of each form, with what is a target or a doer and what is neither. What does not: who
tells, claims or is blamed (test_who_forms.py).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from sitrep.records import DIVIDING_GROUPS
from tests.extract.reading import mentions_of, roles_of

BOMB = "A bomb exploded in Cali on Monday. "


def parts(text: str, role: str, ontology: Ontology) -> set[str]:
    """The names in a role of all mentions of a text."""
    return {name for mention in mentions_of(text, ontology) for name in roles_of(mention).get(role, [])}


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        pytest.param(BOMB + "Medics took the injured to the Santa Rosa Hospital.", set(), id="where they are brought"),
        pytest.param(BOMB + "The wounded were rushed to San Juan clinic.", set(), id="rushed to a clinic"),
        pytest.param("A bomb hit the Santa Rosa Hospital in Cali on Monday.", {"Santa Rosa Hospital"}, id="a hospital"),
        pytest.param(BOMB + "Police reported no victims.", set(), id="no victims are nobody"),
        pytest.param(BOMB + "The victims were two nurses.", {"nurses"}, id="victims are somebody"),
        pytest.param("Police arrested his brother Ali Mora in Cali.", {"brother Ali Mora"}, id="whose brother"),
        pytest.param("Ana Mora was waiting for a friend in Cali on Monday when she was shot from a car.",
                     {"Ana Mora"}, id="she was waiting"),
        pytest.param("The attack took place at 0815 local in Cali on Monday.", set(), id="a time by the local clock"),
        pytest.param("The ambush took place on the Kinshasa - Matadi road on Monday.", set(), id="a road's ends"),
        pytest.param("The attack on Kinshasa took place on Monday.", {"Kinshasa"}, id="a capital that is attacked"),
        pytest.param("In La Oroya, Junin Department, in central Peru, public buildings were bombed on Monday.",
                     {"public buildings"}, id="more is said of the town"),
        pytest.param("Police found Luis Mora, of the Law School, who was abducted on Monday.", {"Luis Mora"},
                     id="who is no school"),
        pytest.param("Police found Luis Mora, 31, from Palmira, who was abducted on Monday.", {"Luis Mora"},
                     id="nor a town"),
        pytest.param("Ana Mora, Luis Peralta, Brian Orozco, Jose Blanco, Eva Rojas and Juan Campo were killed.",
                     {"Ana Mora", "Luis Peralta", "Brian Orozco", "Jose Blanco", "Eva Rojas", "Juan Campo"},
                     id="a long list"),
        pytest.param("Ana Mora, a teacher, 34, of Palmira, was killed in Cali.", {"Ana Mora"}, id="one person"),
        pytest.param("At Palm Street, a busy market in Cali, six cooks were killed.", {"cooks"}, id="the scene"),
        pytest.param("In Cali, the market was bombed on Monday.", {"market"}, id="what was bombed"),
        pytest.param("An attack was carried out against the bank in Cali on Monday.", {"bank"}, id="by its verb"),
        pytest.param("Mayor Ana Ruiz was the victim of an attack in Cali.", {"Mayor Ana Ruiz"}, id="was the victim of"),
        pytest.param("The ministry was the target of a bomb attack in Cali.", {"ministry"}, id="was the target of"),
        pytest.param("A convoy became the target of an ambush near Cali.", {"convoy"}, id="became the target of"),
        pytest.param("A convoy was the object of an ambush near Cali.", {"convoy"}, id="was the object of"),
        pytest.param("The mayor was not the target of the attack in Cali on Monday.", set(), id="was not the target"),
        pytest.param("A bomb exploded in front of the bank in Cali on Monday.", {"bank"}, id="exploded in front of"),
        pytest.param("A car bomb went off in front of cameras in Cali on Monday.", set(), id="before cameras"),
        pytest.param("A bomb was placed outside the bank in Cali on Monday.", {"bank"}, id="placed outside"),
        pytest.param("Rebels planted a bomb under a bridge near Cali on Monday.", {"bridge"}, id="planted under"),
        pytest.param("Rebels left a bomb in front of a school in Cali on Monday.", {"school"}, id="left in front of"),
        pytest.param("Rebels planted a bomb on the road in Cali on Monday.", set(), id="planted on a road"),
        pytest.param("Two attacks were staged against police posts in Cali on Monday.", {"police posts"}, id="staged"),
        pytest.param("We recall the attack that gunmen carried out against the market in Cali.", {"market"},
                     id="the attack that they carried out against"),
        pytest.param("He recalled the murder that hitmen committed against Judge Ana Ruiz in Cali.", {"Judge Ana Ruiz"},
                     id="the murder that they committed against"),
        pytest.param("Rebels carried out a bomb attack in Cali on Monday in protest against the government.", set(),
                     id="what it was in protest against"),
    ],
)  # fmt: skip
def test_whom_it_hit(text: str, targets: set[str], ontology: Ontology) -> None:
    assert parts(text, "target", ontology) == targets


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Six people were wounded in a shoot-out in Cali on Monday.", id="who was hurt in it"),
        pytest.param("The clashes in Cali on Monday caused panic among people in the market.", id="who took fright"),
    ],
)
def test_who_is_no_side_of_a_fight(text: str, ontology: Ontology) -> None:
    assert parts(text, "party", ontology) == set()


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param("Police want to find out who killed a priest in Cali on Monday.", set(), id="to find out who"),
        pytest.param("Nobody has figured out who bombed a bank in Cali on Monday.", set(), id="to figure out who"),
        pytest.param("Police found that rebels killed a priest in Cali on Monday.", {"rebels"}, id="to find that"),
    ],
)
def test_who_is_sought_is_not_who_seeks(text: str, doers: set[str], ontology: Ontology) -> None:
    assert parts(text, "perpetrator", ontology) == doers


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("A patrol was attacked on Monday in Ayacucho department, 550km southeast of the capital Lima.",
                     "Ayacucho", id="far from the town that is named for bearings"),
        pytest.param("Gunmen killed six people on Monday in a village 20 km south of Cali.", "Cali", id="near it"),
        pytest.param("Rebels killed a mayor on Monday 400 km (250 miles) north of Bogota, in Cesar province.", "Cesar",
                     id="in two measures"),
    ],
)  # fmt: skip
def test_what_lies_far_from_a_town_is_not_there(text: str, place: str, ontology: Ontology) -> None:
    assert {m.place.text for m in mentions_of(text, ontology) if m.place is not None} == {place}


def test_nobody_is_no_target(ontology: Ontology) -> None:
    text = "A bomb exploded in Cali on Monday. No officers were hurt in the attack."
    assert "officers" not in parts(text, "target", ontology)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday an officer fired two shots in Cali.",
        "Two attackers in Cali detonated their vests on Monday.",
        "The killing in Cali on Monday has shaken opinion.",
    ],
)
def test_what_is_fired_or_thought_is_no_target(text: str, ontology: Ontology) -> None:
    assert parts(text, "target", ontology) == set()


def test_what_was_found_in_another_month_is_another_matter(ontology: Ontology) -> None:
    text = "Gunmen killed 13 officers in El Aguaje on Monday. In August, police found 19 bodies in Uruapan."
    assert {toll.low for mention in mentions_of(text, ontology) for toll in mention.casualties} == {13}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("Gunmen killed two guards in Gao on Monday. The group has attacked the town before.", "habitual",
                     id="it has done so before"),
        pytest.param("Gunmen killed two in Gao on Monday. Rebels attacked the town the day before.", "asserted",
                     id="the day before"),
        pytest.param("On Friday gangs carried out planned attacks on residents in Gao, killing six.", "asserted",
                     id="a plan that was carried out"),
        pytest.param("Police learned on Friday of planned attacks on residents in Gao.", "hypothetical", id="a plan"),
    ],
)  # fmt: skip
def test_what_was_done_before_or_as_planned(text: str, modality: str, ontology: Ontology) -> None:
    assert [m.modality for m in mentions_of(text, ontology) if "attack" in m.trigger] == [modality]


def test_a_region_without_borders_may_hold_a_province(ontology: Ontology) -> None:
    lead = "Rebels ambushed a patrol in the province of Satipo on Monday, killing five soldiers."
    assert {m.happening for m in mentions_of(lead, ontology, "Five soldiers killed in VRAE attack")} == {0}


def test_a_massacre_stays_one_where_rapes_are_told(ontology: Ontology) -> None:
    text = "At least 26 people were killed in a massacre in La Saline on Monday. Two gang rapes took place."
    assert mentions_of(text, ontology)[0].event_type == "violence_against_civilians"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param("KABUL, Afghanistan - A bomb exploded at a club in Kabul on Monday, killing six - the worst yet.",
                     set(), id="no doer"),
        pytest.param("QUETTA, Jan 6 - Gunmen killed six people in Quetta on Monday - the worst attack this year.",
                     {"Gunmen"}, id="a day in it"),
        pytest.param("MEXICO CITY (AP) - Gunmen killed a mayor on Monday - the third this month - in Guerrero.",
                     {"Gunmen"}, id="a remark between dashes"),
        pytest.param("Ituango - a town hit by floods - was attacked by rebels on Monday.", {"rebels"}, id="a town"),
    ],
)  # fmt: skip
def test_a_dateline_does_nothing_where_more_dashes_stand(text: str, doers: set[str], ontology: Ontology) -> None:
    assert parts(text, "perpetrator", ontology) == doers


def test_the_land_before_a_bomb_planted_nothing(ontology: Ontology) -> None:
    lead = "A bomb exploded in a market in Baghdad on Monday, killing six."
    said = [roles_of(m) for m in mentions_of(lead, ontology, "Iraq market bomb kills six")]
    assert all("perpetrator" not in roles for roles in said)
    fired = mentions_of("An Israeli missile killed six people in Gaza on Monday.", ontology)
    assert roles_of(fired[0])["perpetrator"] == ["Israeli missile"]


def test_a_mass_shooting_is_one(ontology: Ontology) -> None:
    assert [m.trigger for m in mentions_of("The mass shooting took place in Choloma on Monday.", ontology)] == [
        "mass shooting"
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Sri Lanka Air Force bombed a village near Balakot.", "air_strike"),
        ("The Nigerian Air Force attacked a village near Balakot.", "air_strike"),
        ("Rebels bombed an air force base near Balakot.", "bombing"),
        ("Rebels denied Thursday's bus bombing that killed six pupils near Balakot.", "bombing"),
    ],
)
def test_an_air_force_strikes_from_the_air(text: str, kind: str, ontology: Ontology) -> None:
    assert [m.event_type for m in mentions_of(text, ontology)][-1] == kind


def test_a_bus_is_one(ontology: Ontology) -> None:
    assert "bus" in parts("The bus bombing that killed six pupils in Cali was on Monday.", "target", ontology)


def test_what_opens_a_quotation_is_no_name(ontology: Ontology) -> None:
    text = 'Rebels bombed a bus in Cali. "Directly targeting civilians, as this attack has, is a crime," the army said.'
    assert "Directly" not in parts(text, "perpetrator", ontology)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("A car bomb killed 20 in Gao on Monday.", {"20"}),
        ("A blast was heard in Gao on Monday. Twenty were killed.", {"Twenty"}),
        ("A car bomb killed 20 in Gao on Monday. Six of the dead were pupils.", {"pupils"}),
        ("A car bomb killed 20 in Gao on Monday. Most of the victims were pupils.", {"pupils"}),
        ("A car bomb killed 20 shoppers in Gao on Monday. Dozens were hurt.", {"shoppers"}),
        ("Two were killed in clashes in Gao on Monday.", set()),
    ],
)
def test_a_number_that_was_harmed_is_people(text: str, targets: set[str], ontology: Ontology) -> None:
    assert parts(text, "target", ontology) == targets


@pytest.mark.parametrize(
    ("told", "struck", "number"),
    [
        pytest.param("Gunmen killed Jorge Luna, the bishop of Arauca, and his driver in Cali on Monday.",
                     {"Jorge Luna", "bishop", "driver"}, 2, id="what he is of a town"),
        pytest.param("Jorge Luna, a member of the council of Apopa, and his driver were killed in Cali on Monday.",
                     {"Jorge Luna", "driver"}, 2, id="what he is of a body of a town"),
        pytest.param("The mayor of Arauca and his driver were killed in Cali on Monday.", {"mayor", "driver"}, 2,
                     id="no name"),
        pytest.param("A leader of the Social Party and her driver were killed in Cali on Monday.",
                     {"leader of the Social Party", "driver"}, 2, id="of a party"),
        pytest.param("Gunmen killed the son of Pedro Ruiz and his driver in Cali on Monday.", {"son", "driver"}, 2,
                     id="of somebody"),
        pytest.param("Gunmen attacked the house of the governor of Cali and his brother on Monday.",
                     {"house of the governor"}, None, id="a house is nobody who has a brother"),
        pytest.param("Gunmen killed Jorge Luna and Ana Paz, a nurse, in Cali on Monday.",
                     {"Jorge Luna", "Ana Paz", "nurse"}, 2, id="before where it was"),
        pytest.param("Eva Ruiz, a teacher; Ana Diaz, a nurse; and Luis Paz, a student, were killed in Cali on Monday.",
                     {"Eva Ruiz", "Ana Diaz", "Luis Paz"}, 3, id="semicolons between subjects"),
        pytest.param("A bomb killed Ana Diaz, 42; Eva Diaz, 19; and Luis Mora in Cali on Monday.",
                     {"Ana Diaz", "Eva Diaz", "Luis Mora"}, 3, id="semicolons between objects"),
        pytest.param("A bomb killed Ana Diaz, 42; rebels fled; and a soldier burned a car in Cali on Monday.",
                     {"Ana Diaz", "car"}, 1, id="semicolons between clauses"),
        pytest.param("A bomb killed Ana Diaz, a nurse; and police arrested two men in Cali on Monday.",
                     {"Ana Diaz", "nurse", "men"}, 1, id="one semicolon before a clause"),
    ],
)  # fmt: skip
def test_all_of_a_list_are_struck_whatever_is_said_of_each(
    told: str, struck: set[str], number: int | None, ontology: Ontology
) -> None:
    assert parts(told, "target", ontology) == struck
    killed = [t for m in mentions_of(told, ontology) for t in m.casualties if t.outcome == "killed"]
    assert sum(t.low for t in killed if t.victim_group in DIVIDING_GROUPS) == (number or 0)


@pytest.mark.parametrize(
    ("told", "struck"),
    [
        ("The senator was unharmed following an attack in Cali on Monday.", {"senator"}),
        ("Ana Mora, the sister of a judge, escaped unhurt from a bomb attack in Cali on Monday.", {"Ana Mora"}),
        ("The mayor emerged unscathed from an ambush near Cali on Monday.", {"mayor"}),
        ("The minister escaped unhurt when a bomb exploded near his car in Cali on Monday.", {"minister"}),
        ("The minister narrowly escaped death when a bomb went off in Cali on Monday.", {"minister"}),
        ("The minister escaped when a bomb went off in Cali on Monday.", set()),
        ("The minister escaped from an ambush near Cali on Monday.", {"minister"}),
        ("General Luis Mora escaped death in an ambush near Cali on Monday.", {"General Luis Mora"}),
        ("After escaping from an assassination attempt on Monday, Ana Mora left Cali.", {"Ana Mora"}),
        ("The minister escaped unharmed from an attempt on his life in Cali on Monday.", {"minister"}),
        ("The gunman escaped unhurt after an attack in Cali on Monday.", set()),
        ("Police were unhurt in the raid in Cali on Monday.", set()),
    ],
)
def test_who_came_off_unhurt_was_to_be_hit(told: str, struck: set[str], ontology: Ontology) -> None:
    assert parts(told, "target", ontology) == struck


@pytest.mark.parametrize(
    ("told", "doers"),
    [
        ("Ana Mora was shot dead in Cali on Monday, the third judge murdered this week.", set()),
        ("Gunmen killed a priest in Cali on Monday, the second priest murdered in a week.", {"Gunmen"}),
        ("A guard was shot in Cali on Monday, the second gunman attacked from behind.", {"second gunman"}),
        ("A nun was abducted in Cali on Monday, the latest foreigner kidnapped in the city.", set()),
    ],
)
def test_the_next_of_a_row_who_was_killed_killed_nobody(told: str, doers: set[str], ontology: Ontology) -> None:
    assert parts(told, "perpetrator", ontology) == doers
    counted = [t.low for m in mentions_of(told, ontology) for t in m.casualties if t.outcome == "killed"]
    assert set(counted) <= {1}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Two bodies were found shot dead in Cali on Monday.", "civilians.people", id="the dead"),
        pytest.param(
            "Gunmen attacked the electoral body in Cali on Monday.", "unidentified.bodies", id="a body of men"
        ),
    ],
)
def test_bodies_that_are_found_are_people(text: str, who: str, ontology: Ontology) -> None:
    assert {a.actor_id for m in mentions_of(text, ontology) for a in m.actors if a.role == "target"} == {who}


@pytest.mark.parametrize(
    ("told", "struck"),
    [
        ("An attempt on the mayor's life failed in Cali on Monday.", {"mayor"}),
        ("Two attempts on the life of the mayor failed in Cali on Monday.", {"mayor"}),
        ("Gunmen made an attempt on the life of Judge Ana Mora in Cali on Monday.", {"Judge Ana Mora"}),
        ("An attempt was made against Judge Ana Mora's life in Cali on Monday.", {"Judge Ana Mora"}),
    ],
)
def test_whose_life_an_attempt_was_on(told: str, struck: set[str], ontology: Ontology) -> None:
    assert [m.event_type for m in mentions_of(told, ontology)] == ["assassination"]
    assert parts(told, "target", ontology) == struck


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        ("The attempted murder of a judge in Cali on Monday led to strikes.", set()),
        ("The murder of a judge in Cali on Monday led to strikes.", {1}),
        ("Two men were held over the attempted killing of five herders in Cali.", set()),
    ],
)
def test_nobody_dies_of_a_murder_that_was_attempted(told: str, killed: set[int], ontology: Ontology) -> None:
    counted = {t.low for m in mentions_of(told, ontology) for t in m.casualties if t.outcome == "killed"}
    assert counted == killed


@pytest.mark.parametrize(
    "told",
    [
        "The widow of slain General Luis Mora lives in Cali.",
        "Relatives of overthrown president Luis Mora live in the embassy in Cali.",
        "The children of fallen soldiers met in Cali.",
    ],
)
def test_what_befell_somebody_before_their_name_befell_no_kin(told: str, ontology: Ontology) -> None:
    assert not [t for m in mentions_of(told, ontology) for t in m.casualties]
    assert not parts(told, "target", ontology)


@pytest.mark.parametrize(
    "told",
    ["Gunmen seized a bank in Cali.", "Rebels took over a hotel in Cali.", "Rebels seized part of a school in Cali."],
)
def test_a_building_that_is_seized_is_nobody_abducted(told: str, ontology: Ontology) -> None:
    assert [(m.event_type, m.casualties) for m in mentions_of(told, ontology)] == [("seizure", ())]


def test_years_of_age_stand_between_no_two_people(ontology: Ontology) -> None:
    told = "Luis Mora, 20 years old, and Ana Paz, 21 years old, were murdered in Cali on Monday."
    assert parts(told, "target", ontology) == {"Luis Mora", "Ana Paz"}
    assert {t.low for m in mentions_of(told, ontology) for t in m.casualties} == {2}


@pytest.mark.parametrize(
    ("told", "doers"),
    [
        ("Two attacks were carried out in Cali hours after a speech by President Mora.", set()),
        ("Two people were killed in Cali on Monday after a call for calm by President Mora.", set()),
        ("A guard was shot in Cali after a rally by teachers.", set()),
        ("A guard was shot in Cali during a rally by gunmen.", {"gunmen"}),
        ("The bombing was carried out by rebels in Cali after a speech by President Mora.", {"rebels"}),
        ("Cali recalled the killing of six nurses in Yala on the eve of a visit by President Mora.", set()),
    ],
)
def test_who_spoke_before_a_deed_has_not_done_it(told: str, doers: set[str], ontology: Ontology) -> None:
    violent = [m for m in mentions_of(told, ontology) if m.event_type in ("armed_attack", "bombing")]
    assert {name for m in violent for name in roles_of(m).get("perpetrator", [])} == doers


def test_posts_of_a_power_line_are_no_soldiers(ontology: Ontology) -> None:
    told = "The rebels blew up two high tension posts in Cali."
    assert {a.actor_id for m in mentions_of(told, ontology) for a in m.actors if a.role == "target"} == {
        "civilians.posts"
    }


@pytest.mark.parametrize(
    "told", ["She had only a minor wound in the leg.", "Ana Mora was treated for a minor wound in Cali."]
)
def test_a_minor_wound_hurts_no_child(told: str, ontology: Ontology) -> None:
    assert not [t for m in mentions_of(told, ontology) for t in m.casualties if t.victim_group == "child"]


@pytest.mark.parametrize(
    ("told", "doers", "struck"),
    [
        ("The soldier who on Monday killed six women in Cali fled.", {"soldier"}, {"women"}),
        ("A man who last month stabbed a nurse in Cali fled.", {"man"}, {"nurse"}),
        ("The group, which on Monday attacked a bank in Cali, has left.", {"group"}, {"bank"}),
        ("The rebels, who in the town of Cali killed six women, fled.", {"rebels"}, {"women"}),
        ("The army, which during the night shelled a school in Cali, has left.", {"army"}, {"school"}),
        ("The mayor, who according to witnesses was shot by two thieves, lives.", {"thieves"}, {"mayor"}),
        ("The mayor, who in March was the target of an attack, will run.", set(), {"mayor"}),
        ("The nurse whom on Monday gunmen attacked in Cali lives.", {"gunmen"}, {"nurse"}),
    ],
)
def test_who_acts_behind_when_and_where_is_who(
    told: str, doers: set[str], struck: set[str], ontology: Ontology
) -> None:
    assert parts(told, "perpetrator", ontology) == doers
    assert parts(told, "target", ontology) == struck


@pytest.mark.parametrize(
    ("told", "struck"),
    [
        ("A crowd set a bus parked outside the mill ablaze in Cali on Monday.", {"bus"}),
        ("Rebels set two vans carrying rice and oil for the camp alight near Cali on Monday.", {"vans"}),
        ("A mob set a home belonging to the mayor on fire in Cali on Monday.", {"home"}),
        ("Army helicopters straffed five homes in Cali on Monday.", {"homes"}),
        ("Actors set a play written for the school in Cali on Monday, and its author is on fire.", set()),
    ],
)
def test_what_is_set_ablaze_may_be_told_of_first(told: str, struck: set[str], ontology: Ontology) -> None:
    assert parts(told, "target", ontology) == struck


def test_what_was_set_before_the_flames_is_not_ablaze(ontology: Ontology) -> None:
    told = "The mayor set a bus parked by the mill as a prize, which was on fire."
    assert "arson" not in {mention.event_type for mention in mentions_of(told, ontology)}
