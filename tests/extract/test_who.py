"""Who did it to whom, who claims it and who is blamed: texts and the roles of each of their mentions.

What belongs here: roles. What does not: the rest of a mention (test_mentions.py), and joining (test_story.py).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import counted, mentions_of, roles_of

Roles = dict[str, list[str]]
RAID = "Gunmen killed four guards near Gao on Tuesday."
KILLED = ("killed", {"perpetrator": ["Gunmen"], "target": ["guards"]})


def roles(text: str, ontology: Ontology) -> list[tuple[str, Roles]]:
    return [(mention.trigger, roles_of(mention)) for mention in mentions_of(text, ontology)]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        pytest.param(
            "French aircraft using guided bombs struck a rebel camp on Tuesday.",
            {"perpetrator": ["French aircraft"], "target": ["rebel camp"]},
            id="a participle between the doer and the verb",
        ),
        pytest.param(
            "Rebels dressed in stolen uniforms shot a mayor on Tuesday.",
            {"perpetrator": ["Rebels"], "target": ["mayor"]},
            id="a participle that describes the doer",
        ),
        pytest.param(
            "Egyptian jets hit a camp near Derna on Tuesday.",
            {"perpetrator": ["Egyptian jets"], "target": ["camp"]},
            id="planes act for their country",
        ),
        pytest.param(
            "The rebels attacked a foundry in Goma on Tuesday.",
            {"perpetrator": ["rebels"], "target": ["foundry"]},
            id="a thing of which nothing is known",
        ),
        pytest.param("Rebels shelled Goma on Tuesday.", {"perpetrator": ["Rebels"], "target": ["Goma"]}, id="a town"),
        pytest.param(
            "The mill was shattered by a blast on Tuesday.", {"target": ["mill"]}, id="what a blast shattered"
        ),
        pytest.param(
            "An army convoy drove into an ambush on Tuesday.", {"target": ["army convoy"]}, id="who fell into an ambush"
        ),
        pytest.param(
            "Rebels took the barracks on Tuesday, days after they began to shell it.",
            {"perpetrator": ["Rebels"], "target": ["barracks"]},
            id="it is what was named before",
        ),
        pytest.param(
            "Troops were on patrol near the village when attacked by rebels on Tuesday.",
            {"perpetrator": ["rebels"], "target": ["Troops"]},
            id="when attacked: those of whom the clause outside speaks",
        ),
        pytest.param(
            "A paper reported how gunmen, posing as herders, killed a farmer on Tuesday.",
            {"perpetrator": ["gunmen"], "target": ["farmer"]},
            id="how they did it: not the paper",
        ),
        pytest.param(
            "The rebels, who aim to topple the government and impose their law, killed six soldiers on Tuesday.",
            {"perpetrator": ["rebels"], "target": ["soldiers"]},
            id="what they want is no part of what they did",
        ),
        pytest.param(
            "He said police suspect rebel fighters were behind the attack on a mill on Tuesday.",
            {"perpetrator": ["rebel fighters"], "target": ["mill"]},
            id="whom police suspect",
        ),
        pytest.param("A police suspect was shot on Tuesday.", {"target": ["police suspect"]}, id="a suspect"),
        pytest.param("The attack on Tuesday happened at dawn.", {}, id="no hour is a target"),
        pytest.param(
            "Troops were chasing rebels who raided the mill, north of Gao, and killed nine people.",
            {"perpetrator": ["rebels"], "target": ["mill", "people"]},
            id="what those who are chased did goes on",
        ),
        pytest.param(
            "Six people died after a drone operated by the rebels hit a market on Tuesday.",
            {"perpetrator": ["rebels"], "target": ["market", "people"]},
            id="who operated the drone that hit",
        ),
        pytest.param(
            "A drone belonging to the rebels hit a market on Tuesday, killing six people.",
            {"perpetrator": ["rebels"], "target": ["market", "people"]},
            id="to whom the drone belonged",
        ),
        pytest.param(
            "Rebels shot a driver in the head on Tuesday.",
            {"perpetrator": ["Rebels"], "target": ["driver"]},
            id="no part of a body is a target",
        ),
    ],
)
def test_who_did_it_to_whom(sentence: str, who: Roles, ontology: Ontology) -> None:
    assert roles(sentence, ontology)[-1][1] == who


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("The attack was claimed by JNIM.",
                     ("attack", {"claimant": ["JNIM"], "perpetrator": ["JNIM"], "target": ["guards"]}),
                     id="claimed by"),
        pytest.param("Responsibility was claimed by JNIM.",
                     ("claimed", {"claimant": ["JNIM"], "perpetrator": ["JNIM"]}), id="responsibility in the passive"),
        pytest.param("JNIM said its men were responsible for it.",
                     ("said", {"claimant": ["JNIM"], "perpetrator": ["JNIM"]}), id="its men were responsible"),
        pytest.param("“We are responsible for the attack,” JNIM said.",
                     ("attack", {"claimant": ["JNIM"], "perpetrator": ["JNIM"], "target": ["guards"]}),
                     id="we, as they say"),
        pytest.param("The army blamed the attack on JNIM.",
                     ("attack", {"perpetrator": ["JNIM"], "target": ["guards"]}), id="blamed on"),
        pytest.param("JNIM was behind it, the army said.", ("was", {"perpetrator": ["JNIM"]}), id="behind it"),
        pytest.param("The attack bore the hallmarks of JNIM.",
                     ("attack", {"perpetrator": ["JNIM"], "target": ["guards"]}), id="hallmarks"),
        pytest.param("The victims were identified as Ali Diallo and Musa Keita.",
                     ("Diallo", {"target": ["Ali Diallo", "Musa Keita"]}), id="the victims by their names"),
        pytest.param("Among the dead was the mayor.", ("mayor", {"target": ["mayor"]}), id="among the dead"),
    ],
)  # fmt: skip
def test_what_a_second_sentence_says_of_who_did_it(sentence: str, told: tuple[str, Roles], ontology: Ontology) -> None:
    found = roles(f"{RAID} {sentence}", ontology)
    assert (found[0], found[-1]) == (KILLED, told)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("No group has claimed responsibility.", id="nobody claimed it"),
        pytest.param("The army said it would hunt them down.", id="a plan is no claim"),
        pytest.param("Mali said its neighbour had staged the attack.", id="a neighbour is not one's own"),
        pytest.param("JNIM denied that it was behind the attack.", id="a denial is no claim"),
    ],
)
def test_nobody_claims_what_nobody_said_they_did(sentence: str, ontology: Ontology) -> None:
    assert all("claimant" not in who for _, who in roles(f"{RAID} {sentence}", ontology))


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        pytest.param("Norway offered its troops to Colombia on Tuesday.", ["Colombia"], id="not what is its own"),
        pytest.param("Workers marched on Tuesday to protest Argentina's reforms.", ["Argentina"], id="whose reforms"),
        pytest.param("Police prevented a march by students on Tuesday.", ["students"], id="whose march"),
    ],
)
def test_whom_a_deed_without_arms_is_for(sentence: str, who: list[str], ontology: Ontology) -> None:
    targets = {name for _, each in roles(sentence, ontology) for name in each.get("target", [])}
    assert set(who) <= targets


@pytest.mark.parametrize(
    ("text", "tellers"),
    [
        pytest.param("Hospitals counted 30 wounded after a blast in Kano on Tuesday.", ["Hospitals"], id="who counted"),
        pytest.param(
            "A blast killed 12 people in Kano on Tuesday, police said. Local monitors report over 20 people killed.",
            ["police", "Local monitors"],
            id="two figures, two who give them",
        ),
        pytest.param(
            "Rebels attacked Goma on Tuesday; the army put the attackers' losses at 40.", ["army"], id="puts it at"
        ),
    ],
)
def test_who_gives_a_figure(text: str, tellers: list[str | None], ontology: Ontology) -> None:
    told = [toll.attributed_to for mention in mentions_of(text, ontology) for toll in counted(mention)]
    assert told == tellers


def _roles(sentence: str, event_type: str, ontology: Ontology) -> dict[str, list[str]]:
    return next(roles_of(m) for m in mentions_of(sentence, ontology) if m.event_type == event_type)


def test_a_town_calls_for_nothing(ontology: Ontology) -> None:
    told = _roles("The opposition held a rally in Tunis calling for the president to resign.", "appeal", ontology)
    assert told == {"perpetrator": ["opposition"], "target": ["president"]}
    told = _roles("The president spoke to miners demanding higher pay.", "appeal", ontology)
    assert told["perpetrator"] == ["miners"]


def test_a_land_that_is_no_state_is_dealt_with_but_a_town_of_talks_is_not(ontology: Ontology) -> None:
    told = _roles("Moldova resumed negotiations with Transnistria on Monday.", "meet", ontology)
    assert told == {"perpetrator": ["Moldova"], "target": ["Transnistria"]}
    assert _roles("Moldova resumed negotiations in Tiraspol.", "meet", ontology) == {"perpetrator": ["Moldova"]}


def test_it_may_be_a_thing_where_it_is_struck(ontology: Ontology) -> None:
    convoy = roles("A convoy was ambushed near Gao on Monday. It was hit again by rebels on Tuesday.", ontology)
    assert convoy[-1] == ("hit", {"perpetrator": ["rebels"], "target": ["convoy"]})
    army = roles("Rebels attacked the army in Goma on Monday. It was shelled by rebels on Friday too.", ontology)
    assert army[-1] == ("shelled", {"perpetrator": ["rebels"], "target": ["army"]})


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        pytest.param("Rebels attacked a Congo church on Monday.", "civilians.churches", id="where it stands"),
        pytest.param("Rebels attacked an Iranian tanker on Monday.", "state.ir", id="whose it is"),
        pytest.param("Rebels attacked a Pakistan army base on Monday.", "military.pk", id="an army's"),
    ],
)
def test_a_land_before_a_building_says_where(sentence: str, target: str, ontology: Ontology) -> None:
    found = [actor.actor_id for m in mentions_of(sentence, ontology) for actor in m.actors if actor.role == "target"]
    assert found == [target]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Kenya accused Uganda's president of lying.", {"perpetrator": ["Kenya"], "target": ["president"]}),
        ("Hamas accused Israeli soldiers of lying.", {"perpetrator": ["Hamas"], "target": ["Israeli soldiers"]}),
        ("The army accused suspected Taliban men.", {"perpetrator": ["army"], "target": ["suspected Taliban men"]}),
    ],
)
def test_who_accuses_is_no_part_of_the_name_of_the_accused(
    sentence: str, told: dict[str, list[str]], ontology: Ontology
) -> None:
    assert _roles(sentence, "accuse", ontology) == told


@pytest.mark.parametrize(
    ("sentence", "event_type", "told"),
    [
        ("The withdrawal of troops from Panama began.", "withdraw", {"perpetrator": ["troops"], "target": ["Panama"]}),
        ("The killing of a man from Lima was filmed.", "armed_attack", {"target": ["man"]}),
        ("Ruiz pleaded guilty to fraud on Monday.", "judicial", {"target": ["Ruiz"]}),
        ("Police arrested the chairman on Monday.", "arrest", {"perpetrator": ["Police"], "target": ["chairman"]}),
        ("A coalition air strike killed six men.", "air_strike", {"perpetrator": ["coalition"], "target": ["men"]}),
        ("Police are investigating the blast in Cali.", "investigate", {"perpetrator": ["Police"]}),
        (
            "Chile extended its ban on imports of fish from Peru.",
            "sanction",
            {"perpetrator": ["Chile"], "target": ["Peru"]},
        ),
        ("An embargo began in response to talks with Peru.", "sanction", {}),
        ("The presidency condemned the raid.", "condemn", {"perpetrator": ["presidency"]}),
        ("The bureau accused Petra Mora of fraud.", "accuse", {"perpetrator": ["bureau"], "target": ["Petra Mora"]}),
    ],
)
def test_who_acts_and_on_whom(sentence: str, event_type: str, told: dict[str, list[str]], ontology: Ontology) -> None:
    assert _roles(sentence, event_type, ontology) == told


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(
            "Two men were killed in Jos on Monday. Witnesses said they were shot by soldiers.",
            ("shot", {"perpetrator": ["soldiers"], "target": ["men"]}),
            id="witnesses were not shot",
        ),
        pytest.param(
            "Residents of Jos said they were attacked by bandits on Monday.",
            ("attacked", {"perpetrator": ["bandits"], "target": ["Residents"]}),
            id="residents may have been",
        ),
        pytest.param(
            "Gunmen attacked a post in Jos on Monday, killing six soldiers. Nine attackers were also killed.",
            ("killed", {"perpetrator": ["attackers"]}),
            id="attackers who died",
        ),
        pytest.param(
            "Troops attacked a rebel camp in Jos on Monday, killing six rebels. Two rebels were wounded.",
            ("wounded", {"target": ["rebels"]}),
            id="rebels who were attacked",
        ),
        pytest.param(
            "The village of Kaga was attacked on Monday. Residents blamed Fulani herders.",
            ("blamed", {"perpetrator": ["Fulani herders"]}),
            id="herders who are blamed",
        ),
    ],
)
def test_who_of_those_told_before(text: str, last: tuple[str, Roles], ontology: Ontology) -> None:
    assert roles(text, ontology)[-1] == last


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Israel said its airstrikes killed six men.", ["Israel"]),
        ("Iran praised Hamas for its attack on the base.", ["Hamas"]),
        ("Pakistan mourned after its worst attack in years.", None),
        ("The town suffered its third attack on Monday.", None),
    ],
)
def test_whose_deed_it_is_the_sentence_names_before(sentence: str, doers: list[str] | None, ontology: Ontology) -> None:
    (mention,) = [m for m in mentions_of(sentence, ontology) if m.event_type in ("air_strike", "armed_attack")]
    assert roles_of(mention).get("perpetrator") == doers


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        pytest.param("Chad recalled its ambassador from Mali on Monday.", ["Mali"], id="its own envoy"),
        pytest.param(
            "Chad expelled the ambassador of Mali on Monday.", ["ambassador of Mali", "Mali"], id="another's envoy"
        ),
        pytest.param("Chad recalled its ambassador on Monday.", ["ambassador"], id="nobody else"),
    ],
)
def test_a_state_does_nothing_to_its_own_envoy(sentence: str, target: list[str], ontology: Ontology) -> None:
    assert _roles(sentence, "diplomatic_downgrade", ontology)["target"] == target


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Six people killed in Mali attack\n\nSix people were shot dead in Gao on Monday.", set()),
        ("Six people killed in Mali airstrike on Gao\n\nSix people died in Gao on Monday.", {"state.ml"}),
    ],
)
def test_a_land_before_an_attack_is_where_it_was(text: str, doers: set[str], ontology: Ontology) -> None:
    found = {a.actor_id for m in mentions_of(text, ontology) for a in m.actors if a.role == "perpetrator"}
    assert found == doers


@pytest.mark.parametrize(
    ("those", "force"),
    [("CRPF personnel", "police.crpf"), ("BSF men", "police.bsf"), ("Indian soldiers", "military.in")],
)
def test_those_who_serve_in_a_force_are_of_it(those: str, force: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(f"Three {those} were killed in Bastar on Monday.", ontology)
    assert [a.actor_id for a in mention.actors if a.role == "target"] == [force]
    assert ontology.actors.get(force).country == "IN"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The gangsters attacked on Tuesday in the town of Gao, a spokeswoman said.", ["gangsters"]),
        ("The bandits attacked on Tuesday in Gao, killing nine people.", ["bandits"]),
        ("The traders attacked on Tuesday in Gao were robbed.", []),
    ],
)
def test_those_who_attacked_somewhere_were_not_attacked(text: str, doers: list[str], ontology: Ontology) -> None:
    found = [a.name for m in mentions_of(text, ontology) for a in m.actors if a.role == "perpetrator"]
    assert sorted({*found}) == doers


@pytest.mark.parametrize("victims", ["Five army members", "Five police officials", "Five army officials"])
def test_members_and_officials_of_a_force_are_of_it(victims: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(f"{victims} were killed by rebels in Gao on Monday.", ontology)
    assert {toll.victim_group for toll in mention.casualties} == {"security_force"}


def test_he_is_not_the_others(ontology: Ontology) -> None:
    text = "The mayor spoke of the raid. It killed 13 people and wounded 20 others, he said."
    told = {toll.attributed_to for m in mentions_of(text, ontology) for toll in m.casualties}
    assert "others" not in told


def test_they_are_rather_fighters_than_a_government(ontology: Ontology) -> None:
    text = 'Rebels killed three men in Gao after a government ceasefire. "They burned the mill," a guard said.'
    assert roles(text, ontology)[-1][1]["perpetrator"] == ["Rebels"]
