"""Who says that they did it, and who that they did not, in the forms in which papers say so.

What belongs here: a sentence of each form, with who claims, who denies and whether the deed stands. What does not:
joining.
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from sitrep.records import Mention
from tests.extract.reading import mentions_of


def of_trigger(text: str, trigger: str, ontology: Ontology) -> Mention:
    return next(m for m in mentions_of(text, ontology) if m.trigger == trigger)


@pytest.mark.parametrize(
    ("sentence", "trigger", "who"),
    [
        pytest.param("JNIM denied responsibility for Monday's blast in Gao, which killed six.", "blast", "JNIM",
                     id="responsibility"),
        pytest.param("JNIM denied any hand in Monday's attack on a mill in Gao.", "attack", "JNIM", id="a hand in it"),
        pytest.param("The RSF denied carrying out Monday's attack on a mill in Sennar.", "attack", "RSF",
                     id="carrying it out"),
        pytest.param("The RSF had nothing to do with Monday's attack on a mill in Sennar.", "attack", "RSF",
                     id="nothing to do with it"),
        pytest.param("The RSF was not behind Monday's attack on a mill in Sennar.", "attack", "RSF", id="not behind"),
        pytest.param("JNIM distanced itself from Monday's bombing in Gao.", "bombing", "JNIM", id="distanced"),
        pytest.param("JNIM denied it was behind Monday's bombing in Gao.", "bombing", "JNIM",
                     id="denied it was behind"),
        pytest.param("JNIM said it had no hand in Monday's attack on a mill in Gao.", "attack", "JNIM", id="no hand"),
        pytest.param("JNIM said it played no part in Monday's attack on a mill in Gao.", "attack", "JNIM",
                     id="no part"),
        pytest.param("JNIM said it was not involved in Monday's attack on a mill in Gao.", "attack", "JNIM",
                     id="not involved"),
        pytest.param("JNIM rejected the charge that it was behind Monday's bombing in Gao.", "bombing", "JNIM",
                     id="rejected the charge"),
        pytest.param("JNIM dismissed claims of involvement in Monday's bombing in Gao.", "bombing", "JNIM",
                     id="dismissed claims"),
        pytest.param("JNIM said it did not carry out Monday's bombing in Gao.", "bombing", "JNIM", id="did not"),
        pytest.param("Monday's bombing in Gao was not carried out by JNIM, the mayor said.", "bombing", "JNIM",
                     id="was not carried out by"),
    ],
)  # fmt: skip
def test_who_denies_a_deed_that_stands(sentence: str, trigger: str, who: str, ontology: Ontology) -> None:
    mention = of_trigger(sentence, trigger, ontology)
    doers = [(actor.name, actor.certainty) for actor in mention.actors if actor.role == "perpetrator"]
    assert (mention.modality, sorted({*doers})) == ("asserted", [(who, "denied")])
    assert not [actor for actor in mention.actors if actor.role == "claimant"]


def test_a_deed_that_is_denied_does_not_stand(ontology: Ontology) -> None:
    assert of_trigger("The army denied shelling a mill in Sennar on Monday.", "shelling", ontology).modality == "denied"


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors"),
    [
        pytest.param("Its fighters killed six soldiers in Paletwa on Monday, the Arakan Army said.", "killed",
                     ["group.arakan-army"], id="its fighters, it said"),
        pytest.param("Israeli warplanes struck six tanks near Sweida on Monday, Israel's military said.", "struck",
                     ["military.il"], id="whose planes, whose word"),
        pytest.param("Israeli warplanes struck six tanks near Sweida on Monday, Lebanon's army said.", "struck", [],
                     id="others tell"),
        pytest.param("A TTP spokesman said his side was responsible for Monday's attack on a mill in Swat.", "attack",
                     ["group.ttp"], id="his side"),
        pytest.param("The mayor said the Armed Hill Group was behind Monday's attack on a mill in Swat.", "attack", [],
                     id="a name with a group in it is not the speaker's"),
        pytest.param("An urban guerrilla group, Dark Moon, claimed Monday's bombing of a mill in Yangon.", "bombing",
                     ["group.dark-moon"], id="a new name beside"),
        pytest.param("A group that calls itself Dark Moon claimed Monday's bombing of a mill in Yangon.", "bombing",
                     ["group.dark-moon"], id="calls itself"),
        pytest.param("Fighters claimed Monday's bombing of a mill in Swat on behalf of the TTP.", "bombing",
                     ["group.ttp"], id="on behalf of"),
        pytest.param("A site posted a statement from the group, the TTP, claiming Monday's attack in Swat.", "attack",
                     ["group.ttp"], id="a statement that others post"),
        pytest.param("A message attributed to the TTP claimed Monday's attack in Swat.", "attack",
                     ["group.ttp"], id="attributed to"),
        pytest.param("A caller claiming to represent the TTP said the group was behind Monday's attack in Swat.",
                     "attack", ["group.ttp"], id="claiming to represent"),
        pytest.param("A man who said he spoke for the TTP rang a radio station to claim Monday's attack in Swat.",
                     "attack", ["group.ttp"], id="who said he spoke for"),
        pytest.param("A man describing himself as a TTP commander claimed Monday's attack in Swat.", "attack",
                     ["group.ttp"], id="describing himself as"),
        pytest.param("A man who said he had fled from the TTP claimed Monday's attack in Swat.", "attack", [],
                     id="who speaks for nobody"),
        pytest.param("Pamphlets strewn at the scene claimed Monday's attack in Swat for the TTP.", "attack",
                     ["group.ttp"], id="pamphlets for whom"),
        pytest.param("The TTP issued a statement taking responsibility for Monday's attack in Swat.", "attack",
                     ["group.ttp"], id="issued a statement taking responsibility"),
        pytest.param('"Our men carried out Monday\'s attack in Swat," a TTP spokesman told a daily.', "attack",
                     ["group.ttp"], id="our men"),
        pytest.param("Monday's TTP-claimed attack in Swat killed two guards.", "attack", ["group.ttp"], id="-claimed"),
        pytest.param("Neither the TTP nor Islamic State has claimed Monday's attack in Swat.", "attack", [],
                     id="neither"),
        pytest.param("The TTP said it had no hand in Monday's attack in Swat.", "attack", [], id="no hand in it"),
        pytest.param("A raid for which the TTP claimed responsibility killed six men in Swat on Monday.", "raid",
                     ["group.ttp"], id="for which X claimed responsibility, and what it did"),
        pytest.param("Two guards died in Swat on Monday in a bombing the TTP claimed.", "bombing", ["group.ttp"],
                     id="behind the deed without a that"),
        pytest.param("A bomb killed two guards in Swat on Monday. It was claimed by the TTP.", "claimed",
                     ["group.ttp"], id="it was claimed by X"),
        pytest.param("A bomb killed two guards in Swat on Monday. The TTP said that it was them.", "said",
                     ["group.ttp"], id="it was them"),
        pytest.param("The TTP said that Monday's raid on a mill in Swat was theirs.", "raid", ["group.ttp"],
                     id="theirs"),
        pytest.param("The TTP said that Monday's raid on a mill in Swat was not theirs.", "raid", [], id="not theirs"),
        pytest.param("The TTP said on its Telegram channel that it had killed two guards in Swat on Monday.", "killed",
                     ["group.ttp"], id="on its channel"),
    ],
)  # fmt: skip
def test_who_claims(sentence: str, trigger: str, actors: list[str], ontology: Ontology) -> None:
    found = of_trigger(sentence, trigger, ontology).actors
    assert [actor.actor_id for actor in found if actor.role == "claimant"] == actors


@pytest.mark.parametrize(
    ("sentence", "trigger", "doers"),
    [
        pytest.param("Six people died in a bombing in Gao on Monday that police blamed on JNIM.", "bombing",
                     ["group.jnim"], id="that police blamed on"),
        pytest.param("Police said that gunmen had on Monday shot six farmers in Agatu.", "shot",
                     ["unidentified.gunmen"], id="a time inside the verb"),
        pytest.param("He alleged that rebels attacked a mill in Wau on Monday.", "attacked",
                     ["unidentified.rebels"], id="alleged is a verb"),
        pytest.param("Monday's raid on a mill in Bunia was put down to the ADF.", "raid", ["group.adf"],
                     id="put down to"),
        pytest.param("Behind Monday's raid on a mill in Bunia the army sees the ADF.", "raid", ["group.adf"],
                     id="sees them behind it"),
        pytest.param("The rebels boasted of gunning down six farmers in Agatu on Monday.", "gunning down",
                     ["unidentified.rebels"], id="boasted of gunning down"),
        pytest.param("Six rebels were accused of gunning down a farmer in Agatu on Monday.", "gunning down",
                     ["unidentified.rebels"], id="accused of gunning down"),
        pytest.param("Six cattle raiders were killed by soldiers in Wau on Monday.", "killed",
                     ["military.soldiers"], id="cattle raiders are no cattle"),
        pytest.param("M23 is the prime suspect in Monday's attack on a convoy in Goma.", "attack", ["group.m23"],
                     id="prime suspect in"),
        pytest.param("The ADF is the chief suspect for planting a bomb in Bunia on Monday.", "planting", ["group.adf"],
                     id="chief suspect for planting"),
        pytest.param("Six people died in Gao on Monday in an attack police blamed on JNIM.", "attack", ["group.jnim"],
                     id="an attack police blamed on"),
        pytest.param("Six people died in Gao on Monday in an attack the mayor blamed on JNIM.", "attack",
                     ["group.jnim"], id="an attack the mayor blamed on"),
        pytest.param("Six people died in Gao on Monday in a raid officials say was led by JNIM.", "raid",
                     ["group.jnim"], id="a raid officials say was led by"),
        pytest.param("Suspicion fell on JNIM after a bomb killed six people in Gao on Monday.", "killed",
                     ["group.jnim"], id="suspicion after a bomb"),
        pytest.param("JNIM is suspected of being behind the bomb that killed six people in Gao on Monday.", "killed",
                     ["group.jnim"], id="behind the bomb"),
        pytest.param("The opposition blamed the army after a bomb killed six people in Gao on Monday.", "killed",
                     [], id="an army that did not prevent it"),
        pytest.param("During Monday's assault soldiers killed six men in Gao.", "killed", ["military.soldiers"],
                     id="soldiers behind an assault"),
    ],
)  # fmt: skip
def test_who_did_it(sentence: str, trigger: str, doers: list[str], ontology: Ontology) -> None:
    found = of_trigger(sentence, trigger, ontology).actors
    assert [actor.actor_id for actor in found if actor.role == "perpetrator"] == doers


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param("Gunmen shot six in Bunia on Monday. Suspicion fell on the ADF.", ["group.adf"], id="suspicion"),
        pytest.param("Six were shot in Bunia on Monday. The mayor held the ADF responsible.", ["group.adf"],
                     id="held responsible"),
        pytest.param("Six men were shot in Goma on Monday. Locals pointed the finger at M23.", ["group.m23"],
                     id="the finger"),
        pytest.param("Six men were shot in Moura on Monday. The mayor admitted that soldiers had done it.",
                     ["military.soldiers"], id="soldiers had done it"),
        pytest.param("Six men were shot in Goma on Monday. It was the work of M23, the mayor said.", ["group.m23"],
                     id="the work of"),
        pytest.param("Six men were shot in Goma on Monday. Officials see the hand of M23 in it.", ["group.m23"],
                     id="see the hand of"),
        pytest.param("Six men were shot in Goma on Monday. The hand of M23 is suspected.", ["group.m23"],
                     id="the hand is suspected"),
        pytest.param("Six men were shot in Goma on Monday. The mayor laid it at the door of M23.", ["group.m23"],
                     id="laid at the door of"),
        pytest.param("Six men were shot in Goma on Monday. M23 did it, locals say.", ["group.m23"], id="did it"),
        pytest.param("Six were shot in Bunia on Monday. The needle of suspicion pointed at the ADF.", ["group.adf"],
                     id="the needle of suspicion"),
        pytest.param("Six were shot in Bunia on Monday. The ADF is the prime suspect.", ["group.adf"], id="suspect"),
        pytest.param("Six were shot in Bunia on Monday. The mayor has no doubt that the ADF did it.", ["group.adf"],
                     id="no doubt that they did it"),
        pytest.param("Six were shot in Bunia on Monday. It was the work of a storm.", [], id="of nobody"),
        pytest.param("Six were shot in Bunia on Monday. Officials believe the ADF was responsible.", ["group.adf"],
                     id="believe it was responsible"),
        pytest.param("Six were shot in Wau on Monday. Their families blame the army.", ["military.army"],
                     id="blame the army"),
        pytest.param("Six were shot in Wau on Monday. The mayor said Sudanese troops had done so.", ["military.sd"],
                     id="had done so"),
        pytest.param("M23 claimed Monday's raid in Goma, but the mayor blamed the ADF.", ["group.adf"],
                     id="but others blame"),
    ],
)  # fmt: skip
def test_blame_for_what_was_told_before(text: str, doers: list[str], ontology: Ontology) -> None:
    found = mentions_of(text, ontology)[-1].actors
    assert [(actor.actor_id, actor.certainty) for actor in found] == [(doer, "claimed") for doer in doers]


def test_a_spokesman_of_a_group_named_before_claims_for_it(ontology: Ontology) -> None:
    told = mentions_of("The BLA bombed a bridge in Mach on Sunday. Its spokesman claimed the attack.", ontology)[-1]
    assert {actor.actor_id for actor in told.actors if actor.role == "claimant"} == {"group.bla"}


@pytest.mark.parametrize(
    ("text", "trigger", "target"),
    [
        (
            "Nine soldiers rode home. A mine laid by M23 blew up under them near Goma on Monday.",
            "blew up",
            ["soldiers"],
        ),
        ("Soldiers shot six rebels in Goma on Monday. Rebels attacked them on Tuesday.", "attacked", ["Soldiers"]),
    ],
)
def test_nobody_strikes_himself(text: str, trigger: str, target: list[str], ontology: Ontology) -> None:
    found = of_trigger(text, trigger, ontology).actors
    assert [actor.name for actor in found if actor.role == "target"] == target


def test_who_lays_a_killing_at_a_door_did_not_do_it(ontology: Ontology) -> None:
    found = of_trigger("The mayor laid the killing of a judge in Goma at the door of M23.", "killing", ontology).actors
    assert [actor.actor_id for actor in found if actor.role == "perpetrator"] == ["group.m23"]


def test_the_camp_of_a_group_is_the_groups(ontology: Ontology) -> None:
    found = of_trigger("Jets bombed positions of Hezbollah near Tyre on Monday.", "bombed", ontology).actors
    assert [actor.actor_id for actor in found if actor.role == "target"] == ["group.hezbollah"]


def test_who_said_it_and_blamed(ontology: Ontology) -> None:
    text = "The mayor said six men were shot by rebels on Monday, and blamed the Tigray People's Liberation Front."
    found = of_trigger(text, "blamed", ontology).actors
    assert [actor.name for actor in found if actor.role == "perpetrator"] == ["mayor"]


def test_names_may_begin_small(ontology: Ontology) -> None:
    found = of_trigger("Hikmat al-Hijri accused the army of lying on Monday.", "accused", ontology).actors
    assert [actor.name for actor in found if actor.role == "perpetrator"] == ["Hikmat al-Hijri"]


@pytest.mark.parametrize("words", ["Takes Responsibility for", "Takes Credit for"])
def test_capital_letters_of_a_headline_make_nobody_of_a_word(words: str, ontology: Ontology) -> None:
    title = f"Arakan Army {words} Attack on Police Post"
    told = mentions_of("Gunmen attacked a police post in Paletwa on Monday.", ontology, title)
    assert {mention.event_type for mention in told} == {"armed_attack"}
    assert [actor.actor_id for actor in told[0].actors if actor.role == "claimant"] == ["group.arakan-army"]


@pytest.mark.parametrize(
    ("text", "trigger", "claimants"),
    [
        pytest.param("The army said the rebels blew up six posts in Wau on Monday.", "blew up", [], id="of rebels"),
        pytest.param("U.S. officials said the group was behind Monday's attack on a mill in Erbil.", "attack", [],
                     id="officials of the group"),
        pytest.param("So far no organization has claimed Monday's attack in Gao.", "attack", [], id="so far no"),
        pytest.param("The HPG issued a statement. Our fighters attacked a post in Cizre on Monday.", "attacked",
                     ["group.hpg"], id="our fighters"),
    ],
)  # fmt: skip
def test_who_of_those_that_tell_claims(text: str, trigger: str, claimants: list[str], ontology: Ontology) -> None:
    found = of_trigger(text, trigger, ontology).actors
    assert [actor.actor_id for actor in found if actor.role == "claimant"] == claimants


@pytest.mark.parametrize(
    ("sentence", "trigger", "who"),
    [
        pytest.param("Villagers came under fresh attack from gunmen in Gao on Monday.", "came under",
                     [("target", "Villagers"), ("perpetrator", "gunmen")], id="who comes under attack"),
        pytest.param("Ten people died in junta airstrikes in Sagaing on Monday.", "airstrikes",
                     [("perpetrator", "junta"), ("target", "people")], id="who rules"),
        pytest.param("Six men were killed by persons suspected to be members of Boko Haram on Monday.", "killed",
                     [("perpetrator", "Boko Haram"), ("target", "men")], id="suspected to be members"),
        pytest.param("The head of the UN mission condemned the looting in Gao on Monday.", "condemned",
                     [("perpetrator", "head of the UN mission")], id="a head is no part of a body"),
        pytest.param("The spokesman of the Foreign Ministry condemned the looting in Gao on Monday.", "condemned",
                     [("perpetrator", "spokesman of the Foreign Ministry")], id="whose spokesman"),
        pytest.param("It was Pakistan that closed the crossing at Torkham on Monday.", "closed",
                     [("perpetrator", "Pakistan")], id="it was they that did it"),
        pytest.param("Delegations from Iran and Turkey held talks in Doha on Monday.", "held",
                     [("perpetrator", "Iran"), ("perpetrator", "Turkey")], id="delegations of two"),
    ],
)  # fmt: skip
def test_who_is_who(sentence: str, trigger: str, who: list[tuple[str, str]], ontology: Ontology) -> None:
    assert [(actor.role, actor.name) for actor in of_trigger(sentence, trigger, ontology).actors] == who


def claimants(text: str, ontology: Ontology) -> list[tuple[str, list[str]]]:
    """Each mention's trigger with who claims it."""
    return [(m.trigger, [a.name for a in m.actors if a.role == "claimant"]) for m in mentions_of(text, ontology)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("A bomb killed a policeman in Tanta on Monday; a group called Liwa al-Nahr said it was behind it.",
                     [("killed", ["Liwa al-Nahr"])], id="the deed right before"),
        pytest.param("Gunmen killed six people in Gao on Monday. Nine were killed in Mopti on Sunday. JNIM claimed "
                     "responsibility for both attacks.",
                     [("killed", ["JNIM"]), ("killed", []), ("attacks", ["JNIM"])], id="one claim for two deeds"),
        pytest.param("BLF spokesman Gohar Khan said on Monday that BLF fighters attacked an army post in Mand.",
                     [("attacked", ["BLF spokesman Gohar Khan"])], id="their spokesman tells it of theirs"),
        pytest.param("Captain Ana Cruz, spokesperson of the army, said five soldiers were hurt when a roadside bomb "
                     "went off as their truck passed a school in Cotabato on Monday.", [("went off", [])],
                     id="their truck is the soldiers'"),
        pytest.param("The spokesman of the Balochistan Liberation Front Gohar Khan accepted responsibility for a raid "
                     "on a post in Mand on Monday.",
                     [("raid", ["spokesman of the Balochistan Liberation Front Gohar Khan"])], id="whose spokesman"),
        pytest.param("Boko Haram has yet to claim the attack in Monguno on Monday that killed six.", [("attack", [])],
                     id="not claimed yet"),
        pytest.param("The bombing in Quetta on Monday killed six. BLA rebels claimed similar attacks in the past.",
                     [("bombing", []), ("attacks", ["BLA rebels"])], id="claims of the past are for others"),
        pytest.param("An online statement purportedly from ISWAP claimed the attack on a base in Marte on Monday.",
                     [("attack", ["ISWAP"])], id="a statement from them"),
        pytest.param("JNIM attacked Gao on Monday. The group's military spokesman, Abu Ali, told a radio station its "
                     "gunmen killed six soldiers in Monday's raid.",
                     [("attacked", []), ("killed", ["Abu Ali"]), ("raid", [])], id="the group's spokesman of its own"),
        pytest.param("A bomber killed six in Gao on Monday. The Islamic State said the bomber was one of its fighters.",
                     [("killed", []), ("said", ["Islamic State"]), ("bomber", [])], id="the bomber was theirs"),
        pytest.param("A bomb killed six in Gao on Monday. JNIM said the attack was carried out by its men.",
                     [("killed", []), ("attack", ["JNIM"])], id="carried out by its men"),
        pytest.param("A bomber killed six in Gao on Monday. The Islamic State said it had sent the bomber.",
                     [("killed", []), ("said", ["Islamic State"]), ("bomber", [])], id="it had sent the bomber"),
        pytest.param("A bomb killed six in Gao on Monday. JNIM said one of its men had set off the device.",
                     [("killed", []), ("set off", ["JNIM"])], id="one of its men"),
        pytest.param("A bomb killed six in Gao on Monday. The deed was owned by JNIM.",
                     [("killed", []), ("owned", ["JNIM"])], id="the deed was owned"),
        pytest.param("A bomb killed six in Gao on Monday. The firm was owned by JNIM.",
                     [("killed", [])], id="a firm is owned"),
        pytest.param("Six people were killed in Odesa on Monday. The Russian army admits that one of its submarines "
                     "fired the missile.", [("killed", []), ("fired", ["Russian army"])], id="one of its submarines"),
        pytest.param("Gunmen shot six in Gao on Monday. JNIM said that it was the author of the attack.",
                     [("shot", []), ("attack", ["JNIM"])], id="the author of the attack"),
        pytest.param("Gunmen shot six in Gao on Monday. JNIM said that it was the victim of the attack.",
                     [("shot", []), ("attack", [])], id="the victim of the attack"),
        pytest.param("JNIM bragged that it had killed six soldiers in Gao on Monday.", [("killed", ["JNIM"])],
                     id="bragged that it had"),
        pytest.param("A bomb killed six in Gao on Monday. JNIM said the dead were among its fighters.",
                     [("killed", [])], id="the dead were theirs"),
        pytest.param('Gunmen stormed a hotel in Gaza on Monday. "We are behind the attack," Hamas\'s spokesman Ali Nur '
                     "said.", [("stormed", []), ("attack", ["Hamas"])], id="whose spokesman says we"),
        pytest.param("A Malian official told a paper that Mali carried out strikes in Kidal on Monday.",
                     [("strikes", ["Malian official"])], id="a state's official, of its strikes"),
        pytest.param("Mali attacked two camps in Kidal on Monday, a Malian official told a paper.",
                     [("attacked", ["Malian official"])], id="... told behind"),
        pytest.param("Nigerien officials said Mali attacked two camps in Kidal on Monday.", [("attacked", [])],
                     id="officials of another state"),
        pytest.param("Malian officials said Malian militants attacked a camp in Kidal on Monday.", [("attacked", [])],
                     id="of its rebels"),
        pytest.param("The army said it was attacked by rebels near Goma on Monday.", [("attacked", [])],
                     id="what was done to who speaks"),
        pytest.param("The Taliban said their men came under attack in Kunar on Monday.", [("came under", [])],
                     id="what one's own underwent"),
        pytest.param("The Taliban said their men carried out an attack in Kunar on Monday.", [("attack", ["Taliban"])],
                     id="what one's own did"),
        pytest.param("JNIM attacked Gao on Monday. The group's rival, Ali Sow, told a radio station soldiers killed "
                     "six of its gunmen.", [("attacked", []), ("killed", [])], id="what was done to them"),
        pytest.param("No group has said it was behind the kidnapping of six pupils in Bamenda on Monday.",
                     [("kidnapping", [])], id="no group"),
    ],
)  # fmt: skip
def test_which_deed_a_claim_is_for(text: str, told: list[tuple[str, list[str]]], ontology: Ontology) -> None:
    assert claimants(text, ontology) == told


def test_lives_that_an_ambush_claimed_are_claimed_by_nobody(ontology: Ontology) -> None:
    text = "Gunmen ambushed a car in which envoys were travelling in Warri, claiming the life of a guard."
    told = {(a.role, a.name) for m in mentions_of(text, ontology) for a in m.actors}
    assert told == {("perpetrator", "Gunmen"), ("target", "car"), ("target", "guard")}


def test_one_against_a_group_is_none_of_it(ontology: Ontology) -> None:
    text = "Anti-Taliban politician Fateh Gul was killed in a blast in Peshawar."
    assert all(a.actor_id != "group.taliban" for m in mentions_of(text, ontology) for a in m.actors)


@pytest.mark.parametrize(
    "said",
    [
        "suspect the Taliban's involvement",
        "suspect the Taliban's hand",
        "suspect the Taliban",
        "suspect involvement of the Taliban",
        "suspected the involvement of the Taliban",
    ],
)
def test_those_whose_part_is_suspected_are_blamed(said: str, ontology: Ontology) -> None:
    text = f"A convoy was ambushed in Kandahar on Monday. Police {said}."
    told = [(a.actor_id, a.certainty) for m in mentions_of(text, ontology) for a in m.actors if a.role == "perpetrator"]
    assert ("group.taliban", "claimed") in told


@pytest.mark.parametrize("said", ["Police suspect the involvement", "Officials suspected the involvement"])
def test_those_who_suspect_have_done_nothing(said: str, ontology: Ontology) -> None:
    text = f"{said} of the Taliban in the bombing that killed nine people in Kabul on Sunday."
    doers = [
        (a.actor_id, a.certainty) for m in mentions_of(text, ontology) for a in m.actors if a.role == "perpetrator"
    ]
    assert doers == [("group.taliban", "claimed")]


@pytest.mark.parametrize("who", ["Taliban spokesman Zabihullah Mujahid", "A Taliban spokesman, Zabihullah Mujahid,"])
def test_somebody_of_a_group_claims_for_it(who: str, ontology: Ontology) -> None:
    text = f"Gunmen killed five policemen in Takhar on Monday. {who} claimed responsibility for the attack."
    claimants = {a.actor_id for m in mentions_of(text, ontology) for a in m.actors if a.role == "claimant"}
    assert claimants == {"group.taliban"}


@pytest.mark.parametrize(
    "text",
    [
        "Ali Khan, a Taliban spokesman, said the group was behind the attack on a hotel in Kabul.",
        "A Taliban spokesman, Ali Khan, claimed the attack on a hotel in Kabul.",
        "In another attack claimed by the Taliban, militants killed 18 soldiers in Balkh province.",
    ],
)
def test_a_spokesman_claims_for_his_group_and_nobody_is_accused(text: str, ontology: Ontology) -> None:
    found = mentions_of(text, ontology)
    claimants = {a.actor_id for m in found for a in m.actors if a.role == "claimant"}
    assert claimants == {"group.taliban"}
    assert all(m.event_type == "armed_attack" for m in found)


def test_officials_do_not_claim_what_others_did(ontology: Ontology) -> None:
    text = '"The militants hid in a house. They refused to surrender and opened fire," the police official said.'
    assert not [a for m in mentions_of(text, ontology) for a in m.actors if a.role == "claimant"]


@pytest.mark.parametrize(
    ("town", "group"), [("Kathmandu", "group.cpn-maoist"), ("Bijapur in India", "group.maoists-india")]
)
def test_maoists_of_two_countries(town: str, group: str, ontology: Ontology) -> None:
    text = f"Maoist rebels stormed a police post near {town} on Saturday, killing 11 policemen."
    assert {a.actor_id for m in mentions_of(text, ontology) for a in m.actors if a.role == "perpetrator"} == {group}


@pytest.mark.parametrize(
    ("said", "claimants"),
    [
        pytest.param("JNIM put its name to the attack", ["JNIM"], id="its name"),
        pytest.param("JNIM has laid claim to the attack", ["JNIM"], id="laid claim to"),
        pytest.param("JNIM, in a message, took ownership of the carnage", ["JNIM"], id="ownership"),
        pytest.param("JNIM said the operation was its own", ["JNIM"], id="its own"),
        pytest.param('"Both were ours," JNIM said', ["JNIM"], id="both were ours"),
        pytest.param("The mayor put his name to the petition", [], id="no deed"),
        pytest.param("The mayor said the house was his own", [], id="a house is no deed"),
    ],
)
def test_deeds_that_one_makes_ones_own(said: str, claimants: list[str], ontology: Ontology) -> None:
    told = mentions_of(f"A bomb killed six soldiers in Gao on Monday. {said}.", ontology)
    assert [a.name for m in told for a in m.actors if a.role == "claimant"] == claimants


def test_the_men_of_a_group_are_the_group(ontology: Ontology) -> None:
    told = mentions_of("Six were shot in Bunia on Monday. The killers were men of the ADF.", ontology)
    assert [a.actor_id for m in told for a in m.actors if a.role == "perpetrator"] == ["group.adf"]


@pytest.mark.parametrize(
    "title",
    [
        "Gunmen kill six in Gao, JNIM claims responsibility",
        "Six killed in Gao church attack, JNIM claims responsibility",
        "Bomb kills six in Gao, JNIM claims it",
        "JNIM claims responsibility for Gao church attack",
    ],
)
def test_a_headline_that_ends_in_a_claim(title: str, ontology: Ontology) -> None:
    told = mentions_of("Six people were killed at a church in Gao on Monday.", ontology, title)
    assert {a.actor_id for m in told for a in m.actors if a.role == "claimant"} == {"group.jnim"}


def test_they_who_did_it_are_not_who_says_so(ontology: Ontology) -> None:
    told = "A bomb killed ten people in Kano. They did it to frighten us, a Taliban spokesman told reporters."
    assert [a for m in mentions_of(told, ontology) for a in m.actors if a.role == "claimant"] == []


SAID_BEFORE = "Gunmen killed five soldiers in Gao on Monday. "


@pytest.mark.parametrize(
    ("said", "claimant"),
    [
        pytest.param("The shooting was the work of its men, JNIM said.", "group.jnim", id="work of its men"),
        pytest.param("It was behind the shooting, JNIM said.", "group.jnim", id="it was behind it, it said"),
        pytest.param("JNIM attributed the shooting to itself in a note.", "group.jnim", id="attributed to itself"),
        pytest.param("JNIM took upon itself the planning of the shooting.", "group.jnim", id="took upon itself"),
        pytest.param("JNIM's claim of responsibility was posted on Telegram.", "group.jnim", id="a claim by its owner"),
        pytest.param("A claim by JNIM could not be verified.", "group.jnim", id="a claim that nobody could verify"),
        pytest.param("\"We are behind the shooting,\" said Ali Abu Omar, al-Shabaab's spokesman.", "group.al-shabaab",
                     id="we, said by a named spokesman"),
        pytest.param("\"We are behind the shooting,\" al-Shabaab's military spokesman told reporters.",
                     "group.al-shabaab", id="we, said by a spokesman"),
        pytest.param("\"We are behind the shooting,\" al-Shabaab's military operations spokesman told reporters.",
                     "group.al-shabaab", id="we, said by a spokesman for operations"),
        pytest.param("Al-Shabaab's spokesman, Ali Abu Omar, claimed the shooting.", "group.al-shabaab",
                     id="a spokesman whose name stands beside"),
        pytest.param("\"We are behind the shooting,\" al-Shabaab's military spokesman, Ali Abu Omar, told reporters.",
                     "group.al-shabaab", id="we, said by such a spokesman"),
        pytest.param("JNIM said: \"We carried out the shooting.\"", "group.jnim", id="we, behind a colon"),
        pytest.param("A JNIM spokesman told reporters by phone: \"We are behind the shooting.\"", "group.jnim",
                     id="we, told by a spokesman"),
    ],
)  # fmt: skip
def test_who_claims_what_was_told_did_it(said: str, claimant: str, ontology: Ontology) -> None:
    told = mentions_of(SAID_BEFORE + said, ontology)
    assert {a.actor_id for m in told for a in m.actors if a.role == "claimant"} == {claimant}
    assert claimant in {a.actor_id for m in told for a in m.actors if a.role == "perpetrator"}


@pytest.mark.parametrize(
    "said",
    [
        "No claim by JNIM was made.",
        "JNIM made no claim of responsibility.",
    ],
)
def test_no_claim_is_none(said: str, ontology: Ontology) -> None:
    told = mentions_of(SAID_BEFORE + said, ontology)
    assert [a for m in told for a in m.actors if a.role == "claimant"] == []


def test_those_killed_are_not_the_we_who_killed_them(ontology: Ontology) -> None:
    told = mentions_of("A bomb killed nine people in Gao on Sunday. Leaflets: we blew up the church.", ontology)
    assert [a for m in told for a in m.actors if a.role == "claimant"] == []
