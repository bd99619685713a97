"""Who did what to whom where grammar hides it: names with initials, verbs joined below "to", whom an inquiry is into.

What belongs here: a sentence of each form beside its counter-example, with the roles of one mention. What does not:
the forms of claims, hearsay and headlines (test_who_forms.py).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, roles_of

Roles = dict[str, list[str]]


def of_trigger(text: str, trigger: str, ontology: Ontology) -> Roles | None:
    """The roles of the mention with a trigger; None where there is none."""
    return next((roles_of(m) for m in mentions_of(text, ontology) if m.trigger == trigger), None)


@pytest.mark.parametrize(
    ("sentence", "trigger", "who"),
    [
        pytest.param("Traders were beaten and robbed by militiamen in Bria on Monday.", "beaten",
                     {"perpetrator": ["militiamen"], "target": ["Traders"]}, id="who did both"),
        pytest.param("A trader beaten and robbed by militiamen in Bria on Monday has died.", "beaten",
                     {"perpetrator": ["militiamen"], "target": ["trader"]}, id="... of a man whom it was done to"),
        pytest.param("Two traders were kidnapped, beaten and shot by rebels in Bria on Monday.", "kidnapped",
                     {"perpetrator": ["rebels"], "target": ["traders"]}, id="... three deeds in a row"),
        pytest.param("The traders were kidnapped and freed by troops in Bria on Monday.", "kidnapped",
                     {"target": ["traders"]}, id="who frees them has not kidnapped them"),
        pytest.param("Six farmers were shot and taken to a clinic by relatives in Bria on Monday.", "shot",
                     {"target": ["farmers"]}, id="who brings them to a clinic has not shot them"),
        pytest.param("The judge whom gunmen shot in Cali on Monday died.", "shot",
                     {"perpetrator": ["gunmen"], "target": ["judge"]}, id="whom they shot"),
        pytest.param("The camp, which rebels attacked on Monday, lies near Goma.", "attacked",
                     {"perpetrator": ["rebels"], "target": ["camp"]}, id="which they attacked"),
        pytest.param("The convoy that militants ambushed near Gao on Monday was carrying food.", "ambushed",
                     {"perpetrator": ["militants"], "target": ["convoy"]}, id="that they ambushed"),
        pytest.param("Troops rebuilt the market that jets bombed on Monday in Idlib.", "bombed",
                     {"perpetrator": ["jets"], "target": ["market"]}, id="... behind a verb"),
        pytest.param("Reports that rebels ambushed a convoy near Gao on Monday were confirmed.", "ambushed",
                     {"perpetrator": ["rebels"], "target": ["convoy"]}, id="what reports tell is not done to reports"),
        pytest.param("The blast in Gao on Monday was so strong that people fled.", "blast", {},
                     id="so strong that they fled"),
        pytest.param("A convoy was hit near Herat on Monday by a bomb planted by the Taliban.", "hit",
                     {"perpetrator": ["Taliban"], "target": ["convoy"]}, id="who had planted what hit it"),
        pytest.param("The president said he hopes the talks go well and urged rebels to disarm.", "urged",
                     {"perpetrator": ["president"], "target": ["rebels"]}, id="he urged, not the talks"),
        pytest.param("Clashes broke out in Sidon on Monday between supporters of the cleric and the army.", "Clashes",
                     {"party": ["supporters", "army"]}, id="between two, of whom one has a tail"),
        pytest.param("Clashes broke out in Milan on Monday between supporters of Real and Inter.", "Clashes",
                     {"party": ["supporters of Real", "Inter"]}, id="two names in a tail"),
        pytest.param("Residents accused soldiers of burning houses and killing civilians in Buea.", "burning",
                     {"perpetrator": ["soldiers"], "target": ["houses", "civilians"]}, id="accused of two deeds"),
        pytest.param("Chad freed jailed opposition leader Luis Rey in Moundou on Monday.", "freed",
                     {"perpetrator": ["Chad"], "target": ["jailed opposition leader Luis Rey"]},
                     id="a participle behind a verb says what its object is"),
        pytest.param("The troops killed wounded prisoners in Goma on Monday.", "killed",
                     {"perpetrator": ["troops"], "target": ["wounded prisoners"]}, id="... of those who are killed"),
        pytest.param("Two traders were found shot dead in Goma on Monday.", "shot dead", {"target": ["traders"]},
                     id="... but who was found shot was shot"),
        pytest.param("The rebels vowed to free captured soldiers.", "vowed",
                     {"perpetrator": ["rebels"], "target": ["captured soldiers"]}, id="to free is a verb before it"),
        pytest.param("Chad came under pressure from the United Nations to free six traders.", "came under",
                     {"perpetrator": ["United Nations"], "target": ["Chad"]}, id="who is under pressure is asked"),
        pytest.param("The cabinet came under fire from the opposition over the dam.", "came under",
                     {"perpetrator": ["opposition"], "target": ["cabinet"]}, id="fire of words"),
        pytest.param("The opposition called instead for new polls.", "called", {"perpetrator": ["opposition"]},
                     id="a word between a verb and its preposition"),
        pytest.param("\"We stand committed to restart talks,\" Ana Ruiz said.", "committed",
                     {"perpetrator": ["Ana Ruiz"]}, id="who stands committed agrees"),
        pytest.param("Benin won praise from the African Union for its calm.", "won",
                     {"perpetrator": ["African Union"], "target": ["Benin"]}, id="who wins praise is praised"),
        pytest.param("Prosecutors accused Ana Ruiz of shooting a guard and of killing a judge in Lima on Monday.",
                     "shooting", {"perpetrator": ["Ana Ruiz"], "target": ["guard", "judge"]}, id="... of each"),
        pytest.param("A man who had stabbed three people was shot dead by police in Nice on Monday.", "shot dead",
                     {"perpetrator": ["police"], "target": ["man"]}, id="who stabbed others was shot"),
        pytest.param("A man who had stabbed three people was shot dead by police in Nice on Monday.", "stabbed",
                     {"perpetrator": ["man"], "target": ["people"]}, id="... and police stabbed nobody"),
        pytest.param("The gunmen were themselves shot dead by police in Paris on Monday.", "shot dead",
                     {"perpetrator": ["police"], "target": ["gunmen"]}, id="themselves"),
        pytest.param("The army denied killing villagers near Goma on Monday.", "killing",
                     {"perpetrator": ["army"], "target": ["villagers"]}, id="what they deny having done"),
        pytest.param("The rebels admitted shelling villages near Goma on Monday.", "shelling",
                     {"perpetrator": ["rebels"], "claimant": ["rebels"], "target": ["villages"]},
                     id="what they admit having done"),
        pytest.param("The war left fighting men without work.", "war", {}, id="men who fight"),
        pytest.param("Bandits tied up six traders near Gao on Monday, beating and robbing them.", "robbing",
                     {"perpetrator": ["Bandits"], "target": ["traders"]}, id="two gerunds behind a comma"),
        pytest.param("Violence between herders and farmers in Benue killed 16 people on Monday.", "Violence",
                     {"party": ["herders", "farmers"]}, id="violence between two sides"),
        pytest.param("The writer is on trial for insulting the army.", "is on trial", {"target": ["writer"]},
                     id="who is on trial"),
        pytest.param("Syria's civil war has displaced millions.", "civil war", {}, id="no side of its civil war"),
        pytest.param("Ukraine's war with Russia has displaced millions.", "war", {"party": ["Ukraine", "Russia"]},
                     id="... but one of a war with another"),
        pytest.param("The EU's sanctions against Russia were extended on Monday.", "extended",
                     {"perpetrator": ["EU"], "target": ["Russia"]}, id="whose sanctions they are"),
        pytest.param("The US arms embargo on Vietnam was lifted on Monday.", "lifted",
                     {"perpetrator": ["US"], "target": ["Vietnam"]}, id="whose embargo it is"),
        pytest.param("The government's offer of talks was rejected by the rebels on Monday.", "rejected",
                     {"perpetrator": ["rebels"], "target": ["government"]}, id="whose offer is rejected by others"),
        pytest.param("The surrender of 40 rebels in Goma on Monday ended the siege.", "surrender",
                     {"perpetrator": ["rebels"]}, id="the surrender of those who do"),
        pytest.param("Mali has seen a wave of attacks on police since January.", "attacks", {"target": ["police"]},
                     id="a land sees attacks"),
        pytest.param("Residents saw the raid on a market in Gao on Monday.", "raid", {"target": ["market"]},
                     id="who saw it was not raided"),
        pytest.param("The mayor whose killing in Uruapan on Monday shocked Mexico was a doctor.", "killing",
                     {"target": ["mayor"]}, id="whose killing"),
        pytest.param("The writer whose arrest in Cairo on Monday drew protests was freed.", "arrest",
                     {"target": ["writer"]}, id="whose arrest"),
        pytest.param("The writer, whose books were banned, condemned the arrest of a monk in Cairo.", "arrest",
                     {"target": ["monk"]}, id="... not of whose books another tells"),
        pytest.param("Oleg R. Bortnik, the prosecutor general, urged police to act on Monday.", "urged",
                     {"perpetrator": ["Oleg R. Bortnik"], "target": ["police"]}, id="a name with an initial"),
        pytest.param("A guard shot Omar Diaz 16 times in Cork on Monday.", "shot",
                     {"perpetrator": ["guard"], "target": ["Omar Diaz"]}, id="how often is no part of the name"),
        pytest.param("The town mourned the murder of a priest who was shot dead by two gunmen in Gao on Monday.",
                     "shot dead", {"perpetrator": ["gunmen"], "target": ["priest"]}, id="who was shot is no murder"),
        pytest.param("Six died in a raid that was repelled by soldiers in Gao on Monday.", "raid",
                     {"target": ["Six"]},
                     id="a raid that is repelled is done by nobody who repels it"),
        pytest.param("An officer was charged in the shooting of Omar Diaz in Cork on Monday.", "shooting",
                     {"perpetrator": ["officer"], "target": ["Omar Diaz"]}, id="the shooting of somebody by name"),
        pytest.param("Prosecutors opened an investigation into the retired general Luis Vargas on Monday.", "opened",
                     {"perpetrator": ["Prosecutors"], "target": ["retired general Luis Vargas"]},
                     id="whom an inquiry is into"),
        pytest.param("Prosecutors opened an investigation into the blast on Monday.", "opened",
                     {"perpetrator": ["Prosecutors"]}, id="an inquiry into what happened"),
        pytest.param("The army kept bombarding and starving villagers near Zouar on Monday.", "bombarding",
                     {"perpetrator": ["army"], "target": ["villagers"]}, id="two gerunds with one object"),
        pytest.param("Residents said gunmen attacked in Gao on Monday.", "attacked", {"perpetrator": ["gunmen"]},
                     id="a verb that needs no object is no passive"),
        pytest.param("Residents said some 400 settlers marched down the road on Monday.", "marched",
                     {"perpetrator": ["settlers"]}, id="those who march are marched off by nobody"),
        pytest.param("Police deployed in the area arrested four attackers on Monday.", "arrested",
                     {"perpetrator": ["Police"], "target": ["attackers"]}, id="who was deployed arrested"),
        pytest.param("Rebels of the outlawed Kanda Front slit the throats of nine monks in Bhamo on Monday.", "slit",
                     {"perpetrator": ["Rebels"], "target": ["monks"]}, id="whose rebels they are is not struck"),
        pytest.param("Six people were killed by suspected bandits in Kaga when they raided a farm on Monday.", "raided",
                     {"perpetrator": ["suspected bandits"], "target": ["farm", "people"]}, id="the armed raided"),
        pytest.param("Six people were killed by soldiers in Kaga when they stoned a patrol on Monday.", "killed",
                     {"perpetrator": ["soldiers"], "target": ["people"]}, id="soldiers stone nobody"),
        pytest.param("A court ordered seven soldiers to stand trial in the killing of nine students in Iguala.",
                     "killing", {"perpetrator": ["soldiers"], "target": ["students"]}, id="who stands trial for it"),
        pytest.param("Monday's blast was Paraguay's third bombing in a week.", "bombing", {},
                     id="a land's third bombing is one that it lived through"),
        pytest.param("Nairobi blamed the raid that injured six farmers on Kanda Front rebels on Monday.", "raid",
                     {"perpetrator": ["Kanda Front rebels"], "target": ["farmers"]},
                     id="blamed on them, behind a clause on the raid"),
        pytest.param("Nairobi blamed the raid that injured six farmers on the weather on Monday.", "raid",
                     {"target": ["farmers"]}, id="no weather does it"),
        pytest.param("Eight farmers were killed by Security Forces in Mon on Monday.", "killed",
                     {"perpetrator": ["Security Forces"], "target": ["farmers"]}, id="a role with capitals"),
        pytest.param("Raiders hit a camp near Nyala with two drone strikes on Monday.", "hit",
                     {"perpetrator": ["Raiders"], "target": ["camp"]}, id="hit with strikes: one event"),
        pytest.param("Troops lured four farmers to a hut on Monday with offers of work as porters and then shot them.",
                     "shot", {"perpetrator": ["Troops"], "target": ["farmers"]}, id="they are no porters yet"),
        pytest.param("Gunmen threw a grenade at a bus stand in Anantnag on Monday, killing two.", "threw",
                     {"perpetrator": ["Gunmen"], "target": ["bus stand"]}, id="a bus stand"),
        pytest.param("Villagers blocked a road in Golaghat on Monday in protest against the police.", "blocked",
                     {"perpetrator": ["Villagers"], "target": ["police"]}, id="against whom they block it"),
        pytest.param("Oman let United Nations inspectors enter a plant on Monday.", "let",
                     {"perpetrator": ["Oman"], "target": ["United Nations inspectors"]}, id="whom they let enter"),
        pytest.param("Elders blamed the militia fighting the army for the raid in Dahyan on Monday.", "raid",
                     {"perpetrator": ["militia"]}, id="blamed for it, behind what they are at"),
        pytest.param("Warplanes from the Saudi-led coalition hit a market in Abs on Monday.", "hit",
                     {"perpetrator": ["Saudi-led coalition"], "target": ["market"]}, id="whose planes they are"),
        pytest.param("Rebels staged the raid on a post from northern Iraq on Monday.", "raid",
                     {"perpetrator": ["Rebels"], "target": ["post"]}, id="whence, not who"),
        pytest.param("Warplanes from the south hit a market in Abs on Monday.", "hit",
                     {"perpetrator": ["Warplanes"], "target": ["market"]}, id="the side they come from"),
        pytest.param("A Saudi-led air strike hit a market in Abs on Monday.", "air strike",
                     {"perpetrator": ["Saudi-led"], "target": ["market"]}, id="who leads a strike"),
        pytest.param("Air strikes hit three rebel trucks on Monday as they entered a shop in Abs, killing six rebels.",
                     "Air strikes", {"target": ["rebel trucks", "rebels"]}, id="those bombed kill nobody"),
        pytest.param("A witness said 21 of the dead had been shot by soldiers near Iguala on Monday.", "shot",
                     {"perpetrator": ["soldiers"]}, id="the dead are a number"),
        pytest.param("Oman announced sanctions to be taken against 30 Sudanese companies on Monday.", "sanctions",
                     {"perpetrator": ["Oman"], "target": ["Sudanese companies"]}, id="sanctions to be taken against"),
        pytest.param("Monday's attack in Oslo was the country's worst attack in years, killing 40.", "attack",
                     {"target": ["40"]},
                     id="a country's worst attack"),
        pytest.param("Hector Ruiz was gunned down by an armed commando in Ayutla on Monday.", "gunned down",
                     {"perpetrator": ["armed commando"], "target": ["Hector Ruiz"]}, id="an armed commando"),
    ],
)  # fmt: skip
def test_it_finds_who_and_whom(sentence: str, trigger: str, who: Roles, ontology: Ontology) -> None:
    found = of_trigger(sentence, trigger, ontology)
    assert found is not None
    assert {role: names for role, names in found.items() if names} == who


@pytest.mark.parametrize(
    ("sentence", "trigger", "modality"),
    [
        pytest.param("Hezbollah vowed on Monday to avenge its commander and strike Haifa.", "strike", "threatened",
                     id="a plain verb behind 'and' stands below the same 'to'"),
        pytest.param("Troops were ordered on Monday to seize the town of Sake and kill the rebels.", "kill", "planned",
                     id="what was ordered is not done"),
        pytest.param("Fighters used rockets to hit a base in Gao on Monday and killed six soldiers.", "hit",
                     "asserted", id="a past tense behind it was done"),
    ],
)  # fmt: skip
def test_verbs_joined_below_to_share_its_modality(
    sentence: str, trigger: str, modality: str, ontology: Ontology
) -> None:
    assert [m.modality for m in mentions_of(sentence, ontology) if m.trigger == trigger] == [modality]


def test_what_is_avenged_is_another_deed(ontology: Ontology) -> None:
    text = "Settlers stormed a town on Monday, burning homes to avenge two men shot dead by gunmen on Sunday."
    assert of_trigger(text, "stormed", ontology) == {"perpetrator": ["Settlers"], "target": ["town", "homes"]}


def test_they_who_killed_are_not_those_who_fled(ontology: Ontology) -> None:
    text = (
        "Villagers fled on Monday after militiamen massacred 22 farmers in Elgol, police said. Three villagers were "
        "wounded in the raid, police said. They came with machetes and killed mostly women."
    )
    assert (of_trigger(text, "killed", ontology) or {}).get("perpetrator") == ["militiamen"]


def test_a_capitalised_role_is_no_group_of_that_name(ontology: Ontology) -> None:
    mention = mentions_of("Eight farmers were killed by Security Forces in Mon on Monday.", ontology)[0]
    assert next(a.actor_id for a in mention.actors if a.role == "perpetrator") == "military.security-forces"


@pytest.mark.parametrize(
    ("sentence", "claimants"),
    [
        pytest.param("The Continuity Army Council claimed it was responsible for Monday's car bomb in Derry.",
                     ["Continuity Army Council"], id="claimed it was responsible"),
        pytest.param("A guerrilla group claimed responsibility for a bomb that injured five people in Horqueta.",
                     ["guerrilla group"], id="responsible for a bomb"),
        pytest.param("A guerrilla group disposed of a bomb that had injured five people in Horqueta.", [],
                     id="a bomb disposed of"),
    ],
)  # fmt: skip
def test_claims_of_bombs(sentence: str, claimants: list[str], ontology: Ontology) -> None:
    told = [name for m in mentions_of(sentence, ontology) for name in roles_of(m).get("claimant", [])]
    assert told == claimants


def test_a_claim_that_somebody_is_to_blame_is_no_claim_of_responsibility(ontology: Ontology) -> None:
    text = (
        "Six people died in Monday's attack on a market in Abs. Police were investigating claims by Houthi rebels that "
        "the army was to blame."
    )
    assert not any(roles_of(m).get("claimant") for m in mentions_of(text, ontology))


def test_the_coalition_is_the_one_named_before(ontology: Ontology) -> None:
    text = "The Saudi-led coalition bombed Hajja on Monday. On Tuesday the coalition struck a market in Abs."
    struck = next(m for m in mentions_of(text, ontology) if m.trigger == "struck")
    ids = [actor.actor_id for actor in struck.actors if actor.role == "perpetrator"]
    assert ids == ["military.saudi-led-coalition"]
